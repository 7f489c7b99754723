#include "models/client/endpoint.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace quayside::client
{

namespace
{

// Of our engine; Docker's is written out.
const QString usualSocket = QStringLiteral("/run/quayside/engine.sock");
constexpr quint16 usualTlsPort = 2376, usualPlainPort = 2375;

Result<Endpoint> refuse(const QString &sentence)
{
    return std::unexpected(Error{ErrorKind::InvalidArgument, 0, sentence.toStdString()});
}

bool isLoopback(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

// Names go into ssh's command line: none may look like an option of its own, or like a line of a shell.
bool isName(const QString &name)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9_][A-Za-z0-9_.:%-]*$"));
    return allowed.match(name).hasMatch();
}

Result<Endpoint> parseLocal(const QString &path)
{
    // sockaddr_un has room for 107 bytes, unix(7).
    constexpr qsizetype longest = 107;
    if (path.toLocal8Bit().size() > longest)
        return refuse(Endpoint::tr("The address is longer than %1 bytes, the most that a socket may have")
                          .arg(longest));
    return Endpoint{.path = path};
}

Result<Endpoint> parseSsh(const QUrl &url)
{
    if (!isName(url.host()) || (!url.userName().isEmpty() && !isName(url.userName())))
        return refuse(Endpoint::tr("“%1” does not name a computer: write ssh://user@host/path/to/socket")
                          .arg(url.toString()));
    if (!url.password().isEmpty())
        return refuse(Endpoint::tr("An address is no place for a password: leave it out, ssh asks for it"));
    Endpoint endpoint{.kind = Endpoint::Kind::Ssh};
    endpoint.path = url.path().size() > 1 ? url.path() : usualSocket;
    if (endpoint.path.contains(u':')) // it would end the path in ssh's own notation
        return refuse(Endpoint::tr("The socket's path has a colon, which ssh cannot forward"));
    endpoint.user = url.userName();
    endpoint.host = url.host();
    endpoint.port = quint16(url.port(0));
    endpoint.identity = QUrlQuery(url).queryItemValue(QStringLiteral("identity"), QUrl::FullyDecoded);
    return endpoint;
}

Result<Endpoint> parseTcp(const QUrl &url)
{
    if (!isName(url.host()))
        return refuse(
            Endpoint::tr("“%1” does not name a computer: write tcp://host:2376").arg(url.toString()));
    Endpoint endpoint{.kind = Endpoint::Kind::Tls};
    endpoint.host = url.host();
    endpoint.certificates = QUrlQuery(url).queryItemValue(QStringLiteral("certificates"), QUrl::FullyDecoded);
    endpoint.port = quint16(url.port(usualTlsPort));
    if (!endpoint.certificates.isEmpty())
        return endpoint;
    if (!isLoopback(endpoint.host))
        return refuse(
            Endpoint::tr("The way to %1 would not be encrypted, and whoever listens in could rule that "
                         "computer: name the folder of the certificates, or use ssh://")
                .arg(endpoint.host));
    endpoint.kind = Endpoint::Kind::Plain;
    endpoint.port = quint16(url.port(usualPlainPort));
    return endpoint;
}

} // namespace

Result<Endpoint> Endpoint::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QString path = trimmed.startsWith(u"unix://") ? trimmed.mid(7) : trimmed;
    if (path.startsWith(u'/'))
        return parseLocal(path);
    const QUrl url(trimmed, QUrl::StrictMode);
    if (url.isValid() && url.scheme() == u"ssh" && !url.host().isEmpty())
        return parseSsh(url);
    if (url.isValid() && url.scheme() == u"tcp" && !url.host().isEmpty())
        return parseTcp(url);
    return refuse(tr("“%1” is not an address that the window can open; write unix:///path/to/socket, "
                     "ssh://user@host or tcp://host:2376")
                      .arg(trimmed));
}

Endpoint Endpoint::of(const QString &address)
{
    return parse(address).value_or(Endpoint{.path = address});
}

QString Endpoint::text() const
{
    if (kind == Kind::Local)
        return path;
    QUrl url;
    url.setScheme(kind == Kind::Ssh ? QStringLiteral("ssh") : QStringLiteral("tcp"));
    url.setHost(host);
    url.setUserName(user);
    if (port != 0)
        url.setPort(port);
    url.setPath(path);
    QUrlQuery query;
    const auto add = [&query](const QString &key, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value, "/")));
    };
    add(QStringLiteral("certificates"), certificates);
    add(QStringLiteral("identity"), identity);
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

QString Endpoint::computer() const
{
    return user.isEmpty() ? host : user + u'@' + host;
}

} // namespace quayside::client

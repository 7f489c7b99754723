#include "engine/images/registry/transport.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QFile>
#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslKey>
#include <QTimer>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

namespace quayside::images
{
namespace
{

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int mostRedirects = 5;
constexpr qint64 bufferSize = 1 << 20; // of one download that is not read
constexpr auto pollInterval = 100ms;
constexpr qint64 mostPem = 1 << 20;

// Runs the thread's events until `done`, a failure, or the time is over.
template <typename Done>
Result<> waitFor(QNetworkReply &reply, const Transport::Options &options, const std::string &what, Done done)
{
    const auto deadline = Clock::now() + options.patience;
    QEventLoop loop;
    QTimer poll;
    poll.setInterval(pollInterval);
    QObject::connect(&poll, &QTimer::timeout, &loop, &QEventLoop::quit);
    QObject::connect(&reply, &QNetworkReply::readyRead, &loop, &QEventLoop::quit);
    QObject::connect(&reply, &QNetworkReply::metaDataChanged, &loop, &QEventLoop::quit);
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    poll.start();
    qint64 sent = 0;
    auto last = deadline;
    QObject::connect(&reply, &QNetworkReply::uploadProgress, &loop, [&](qint64 bytes, qint64) {
        if (bytes != sent)
            last = Clock::now() + options.patience; // an upload that goes on is no silence
        sent = bytes;
    });
    while (!done()) {
        if (options.cancelled && options.cancelled())
            return fail(ErrorKind::Cancelled, "{}: cancelled", what);
        if (Clock::now() > last)
            return fail(ErrorKind::Unavailable, "{}: no byte came for {} s", what,
                        std::chrono::duration_cast<std::chrono::seconds>(options.patience).count());
        loop.exec();
    }
    return {};
}

std::unexpected<Error> failureOf(const QNetworkReply &reply, const std::string &what)
{
    if (reply.error() == QNetworkReply::ContentReSendError) // see FilePart; Qt has no words for it
        return fail(ErrorKind::Unavailable, "{}: the connection broke while it was sent", what);
    return fail(ErrorKind::Unavailable, "{}: {}", what, reply.errorString().toStdString());
}

// The host alone: a URL may hold secrets in its query.
std::string whatOf(const HttpRequest &request)
{
    const std::string origin = originOf(request.url);
    return (request.method == "GET" || request.method == "HEAD" ? "asking " : "sending to ") +
           (origin.empty() ? "a malformed address" : origin);
}

HttpHead headOf(const QNetworkReply &reply)
{
    HttpHead head{.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                  .url = reply.url().toString(QUrl::FullyEncoded).toStdString()};
    for (const auto &[name, value] : reply.rawHeaderPairs())
        head.headers[name.toLower().toStdString()] = value.toStdString();
    return head;
}

QSslKey readKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa})
        if (const QSslKey key(pem, algorithm); !key.isNull())
            return key;
    return {};
}

Result<QByteArray> contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::InvalidArgument, "reading {}: {}", path, file.errorString().toStdString());
    return file.read(mostPem);
}

Result<QSslConfiguration> configurationOf(const TlsSettings &settings)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!settings.verify)
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    for (const std::string &path : settings.authorities) {
        TRY(const QByteArray pem, contentOf(path));
        const auto certificates = QSslCertificate::fromData(pem);
        if (certificates.isEmpty())
            return fail(ErrorKind::InvalidArgument,
                        "{} holds no certificate in PEM form: repair or remove it", path);
        tls.addCaCertificates(certificates);
    }
    if (settings.certificate.empty())
        return tls;
    TRY(const QByteArray chainPem, contentOf(settings.certificate));
    TRY(const QByteArray keyPem, contentOf(settings.key));
    const auto chain = QSslCertificate::fromData(chainPem);
    const QSslKey key = readKey(keyPem);
    if (chain.isEmpty() || key.isNull())
        return fail(
            ErrorKind::InvalidArgument, "{} is no {} in PEM form without a password: repair or remove it",
            chain.isEmpty() ? settings.certificate : settings.key, chain.isEmpty() ? "certificate" : "key");
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    return tls;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// A part of an open file, which others may read meanwhile: the descriptor's own position is not used.
class FilePart : public QIODevice
{
public:
    explicit FilePart(const HttpRequest &request)
        : m_file(request.file), m_from(static_cast<qint64>(request.from)),
          m_size(static_cast<qint64>(request.length))
    {
        struct stat status{};
        if (m_size == 0 && ::fstat(m_file, &status) == 0)
            m_size = std::max<qint64>(0, status.st_size - m_from);
        open(ReadOnly | Unbuffered);
    }
    [[nodiscard]] qint64 size() const override { return m_size; }
    // Not back: where a connection breaks Qt would send all of it again, to a place that has a part of it by
    // now.
    bool seek(qint64 position) override { return position == m_at && QIODevice::seek(position); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const auto wanted = static_cast<std::size_t>(std::clamp<qint64>(most, 0, m_size - m_at));
        ssize_t got = 0;
        do
            got = ::pread(m_file, data, wanted, m_from + m_at);
        while (got < 0 && errno == EINTR);
        m_at += std::max<ssize_t>(got, 0);
        return got == 0 && wanted > 0 ? -1 : got; // shorter than it was: the request must not wait for more
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const int m_file;
    const qint64 m_from;
    qint64 m_size = 0, m_at = 0;
};

class ReplyBody : public HttpBody
{
public:
    ReplyBody(std::unique_ptr<QNetworkReply> reply, const Transport::Options &options, std::string what)
        : m_reply(std::move(reply)), m_options(options), m_what(std::move(what)), m_head(headOf(*m_reply))
    {
        // Once more, for a request whose own body made it begin later.
        m_reply->setReadBufferSize(bufferSize);
    }
    [[nodiscard]] const HttpHead &head() const override { return m_head; }
    Result<std::size_t> read(std::span<char> buffer) override
    {
        while (true) {
            const qint64 got = m_reply->read(buffer.data(), static_cast<qint64>(buffer.size()));
            if (got > 0)
                return static_cast<std::size_t>(got);
            if (m_reply->isFinished())
                break;
            CHECK(waitFor(*m_reply, m_options, m_what,
                          [&] { return m_reply->bytesAvailable() > 0 || m_reply->isFinished(); }));
        }
        // Statuses of 400 and more are errors to Qt; here they have a body like any other.
        const auto error = m_reply->error();
        const bool broken = error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
        if (broken)
            return failureOf(*m_reply, m_what);
        return 0;
    }

private:
    std::unique_ptr<QNetworkReply> m_reply;
    const Transport::Options &m_options;
    const std::string m_what;
    const HttpHead m_head;
};

} // namespace

std::string HttpHead::header(const std::string &name) const
{
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

// What a connection to one origin needs.
struct Way {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QNetworkProxy proxy = QNetworkProxy::NoProxy; // else Qt would look at the environment itself
    std::string withheld;                         // see TlsSettings
};

namespace
{

// Why there is no answer, and what helps.
std::unexpected<Error> refusalOf(const QNetworkReply &reply, const Way &way, const QString &doubts,
                                 const std::string &what)
{
    const std::string place = placeOf(originOf(reply.url().toString().toStdString()));
    if (!doubts.isEmpty())
        return fail(
            ErrorKind::InvalidArgument,
            "{}: its certificate is not trusted here ({}): put its authority's certificate into "
            "/etc/quayside/certs.d/{}/ca.crt, or, where the way there is safe, make {} an insecure registry",
            what, doubts.toStdString(), place, place);
    if (!way.withheld.empty())
        return fail(ErrorKind::Unavailable,
                    "{}: {} (the client certificate was not shown: {} is not yours to read)", what,
                    reply.errorString().toStdString(), way.withheld);
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return fail(ErrorKind::InvalidArgument,
                    "{}: no encrypted connection comes about ({}): if it speaks plain HTTP only, and the way "
                    "there is "
                    "safe, make {} an insecure registry",
                    what, reply.errorString().toStdString(), place);
    return failureOf(reply, what);
}

} // namespace

struct Transport::Connections {
    QNetworkAccessManager manager;
    std::map<std::string, Way> ways; // by origin

    std::unique_ptr<QNetworkReply> send(const HttpRequest &request, const Way &way)
    {
        QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(request.url));
        url.setUserInfo({}); // where a redirect names a user, it is none of ours
        QNetworkRequest wanted(url);
        wanted.setSslConfiguration(way.tls);
        manager.setProxy(way.proxy);
        wanted.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        wanted.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        wanted.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        wanted.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        wanted.setRawHeader("Accept-Encoding", "identity"); // else Qt unpacks, and the digest is another's
        wanted.setRawHeader("User-Agent", "quayside");
        for (const auto &[name, value] : request.headers)
            wanted.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
        if (!request.authorization.empty())
            wanted.setRawHeader("Authorization", QByteArray::fromStdString(request.authorization));
        auto reply = sendBody(request, wanted);
        // It begins at once, which Qt would do later: what it is told before that it forgets, and then takes
        // whatever comes until it is told again. On a busy machine that was 35 MB of a quick registry's.
        QCoreApplication::sendPostedEvents(reply.get(), QEvent::MetaCall);
        reply->setReadBufferSize(bufferSize);
        return reply;
    }

private:
    std::unique_ptr<QNetworkReply> sendBody(const HttpRequest &request, QNetworkRequest &wanted)
    {
        const auto verb = QByteArray::fromStdString(request.method);
        if (request.file >= 0) {
            auto part = std::make_unique<FilePart>(request);
            wanted.setHeader(QNetworkRequest::ContentLengthHeader, part->size());
            std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(wanted, verb, part.get()));
            part.release()->setParent(reply.get());
            return reply;
        }
        if (request.method == "HEAD") // as a custom verb Qt would wait for a body
            return std::unique_ptr<QNetworkReply>(manager.head(wanted));
        return std::unique_ptr<QNetworkReply>(
            manager.sendCustomRequest(wanted, verb, QByteArray::fromStdString(request.body)));
    }
};

Transport::Transport(Options options)
    : m_options(std::move(options)), m_connections(std::make_unique<Connections>())
{
    m_connections->manager.setAutoDeleteReplies(false);
}

Transport::~Transport() = default;

Result<const Way *> Transport::wayTo(const std::string &origin)
{
    const auto known = m_connections->ways.find(origin);
    if (known != m_connections->ways.end())
        return &known->second;
    Way way;
    if (m_options.tls && origin.starts_with("https://")) {
        TRY(const TlsSettings settings, m_options.tls(origin));
        TRY(way.tls, configurationOf(settings));
        way.withheld = settings.withheld;
    }
    TRY(const auto proxy, proxyFor(m_options.proxies, origin));
    if (proxy)
        way.proxy = QNetworkProxy(
            proxy->kind == Proxy::Kind::Socks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
            QString::fromStdString(proxy->host), proxy->port, QString::fromStdString(proxy->user),
            QString::fromStdString(proxy->password));
    return &m_connections->ways.emplace(origin, std::move(way)).first->second;
}

// One request; any status but the proxy's own refusal is an answer.
Result<std::unique_ptr<QNetworkReply>> Transport::sendOnce(const HttpRequest &request,
                                                           const std::string &what)
{
    TRY(const Way *way, wayTo(originOf(request.url)));
    auto reply = m_connections->send(request, *way);
    const auto doubts = std::make_shared<QString>();
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, reply.get(),
                     [doubts](const QList<QSslError> &errors) {
                         if (doubts->isEmpty() && !errors.isEmpty())
                             *doubts = errors.first().errorString();
                     });
    if (request.sent)
        QObject::connect(
            reply.get(), &QNetworkReply::uploadProgress, reply.get(),
            [sent = request.sent](qint64 bytes, qint64) { sent(static_cast<std::uint64_t>(bytes)); });
    CHECK(waitFor(*reply, m_options, what, [&] {
        return reply->isFinished() || reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    }));
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 407 || reply->error() == QNetworkReply::ProxyAuthenticationRequiredError)
        return fail(ErrorKind::Forbidden,
                    "{}: the proxy on the way does not take the user and password that the engine's "
                    "environment has for it",
                    what);
    if (status == 0)
        return refusalOf(*reply, *way, *doubts, what);
    return reply;
}

Result<std::unique_ptr<HttpBody>> Transport::open(const HttpRequest &request)
{
    HttpRequest next = request;
    const std::string origin = originOf(request.url);
    for (int redirects = 0;; ++redirects) {
        const std::string what = whatOf(next);
        if (originOf(next.url).empty())
            return fail(ErrorKind::InvalidArgument, "{}: only http and https lead to a registry", what);
        TRY(auto reply, sendOnce(next, what));
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool follows = isRedirect(status) && (request.method == "GET" || request.method == "HEAD");
        if (!follows)
            return std::make_unique<ReplyBody>(std::move(reply), m_options, what);
        if (redirects == mostRedirects)
            return fail(ErrorKind::Unavailable, "{}: it leads from one address to the next, {} times", what,
                        mostRedirects);
        const QUrl target = reply->url().resolved(QUrl::fromEncoded(reply->rawHeader("Location")));
        if (reply->url().scheme() == "https" && target.scheme() != "https")
            return fail(ErrorKind::InvalidArgument, "{}: it leads to an address that is not encrypted", what);
        next.url = target.toString(QUrl::FullyEncoded).toStdString();
        if (originOf(next.url) != origin)
            next.authorization.clear();
    }
}

Result<HttpAnswer> readAnswer(HttpBody &body, std::size_t most)
{
    HttpAnswer answer{.head = body.head(), .body = {}};
    char buffer[16 * 1024];
    while (true) {
        TRY(const std::size_t got, body.read(buffer));
        if (got == 0)
            return answer;
        if (answer.body.size() + got > most)
            return fail(ErrorKind::TooLarge, "{} sends over {} bytes", originOf(body.head().url), most);
        answer.body.append(buffer, got);
    }
}

Result<HttpAnswer> Transport::call(const HttpRequest &request, std::size_t most)
{
    TRY(const auto body, open(request));
    return readAnswer(*body, most);
}

bool Transport::sleep(std::chrono::milliseconds time)
{
    const auto end = Clock::now() + time;
    while (Clock::now() < end) {
        if (m_options.cancelled && m_options.cancelled())
            return false;
        QEventLoop loop;
        QTimer::singleShot(
            std::min<std::chrono::milliseconds>(
                pollInterval, std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now())),
            &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

} // namespace quayside::images

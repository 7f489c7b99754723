#include "models/learn/wire/wiretext.h"

#include "models/client/endpoint.h"
#include "models/common/shellwords.h"
#include "models/common/text.h"

#include <QJsonDocument>
#include <QLocale>

namespace quayside::models
{

namespace
{

using client::Endpoint;

// Up to the path of the URL.
QStringList commandOf(const Endpoint &engine, QString &base)
{
    QStringList words{QStringLiteral("curl")};
    const QString place = engine.host + u':' + QString::number(engine.port);
    if (engine.kind == Endpoint::Kind::Tls) {
        const QString folder = engine.certificates + u'/';
        words << QStringLiteral("--cacert") << folder + QStringLiteral("ca.pem") << QStringLiteral("--cert")
              << folder + QStringLiteral("cert.pem") << QStringLiteral("--key")
              << folder + QStringLiteral("key.pem");
        base = QStringLiteral("https://") + place;
    } else if (engine.kind == Endpoint::Kind::Plain) {
        base = QStringLiteral("http://") + place;
    } else {
        words << QStringLiteral("--unix-socket") << engine.path;
        base = QStringLiteral("http://localhost");
    }
    return words;
}

// A document is indented; of several, each stays on its line.
QString readable(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return QString::fromUtf8(document.isNull() ? body : document.toJson()).trimmed();
}

void addPart(QStringList &lines, const QByteArray &body, bool cut, qint64 size)
{
    if (!body.isEmpty())
        lines << QString() << readable(body);
    if (cut)
        lines << QString() << WireText::tr("(%1 in all; no more of it is kept)").arg(Text::size(size));
    else if (body.isEmpty() && size > 0)
        lines << QString() << WireText::tr("(%1 that are no text)").arg(Text::size(size));
}

} // namespace

QString WireText::curl(const WireRow &row)
{
    const Endpoint engine = Endpoint::of(row.address);
    QString base;
    QStringList words = commandOf(engine, base);
    const bool hasBody = !row.body.isEmpty() || row.sent > 0;
    if (row.method == u"HEAD")
        words << QStringLiteral("--head");
    else if (row.method != u"GET")
        words << QStringLiteral("-X") << row.method;
    if (row.upgraded || (!row.isOver() && row.method == u"GET"))
        words << QStringLiteral("--no-buffer"); // shows what comes as it comes
    for (const QString &header : row.headers)
        words << QStringLiteral("-H") << header;
    if (hasBody)
        words << QStringLiteral("--data-binary")
              << (row.body.isEmpty() || row.bodyCut ? QStringLiteral("@BODY") : QString::fromUtf8(row.body));
    words << base + row.target;
    const QString line = joinShellWords(words);
    if (engine.kind != Endpoint::Kind::Ssh)
        return line;
    QStringList ssh{QStringLiteral("ssh")};
    if (engine.port != 0)
        ssh << QStringLiteral("-p") << QString::number(engine.port);
    if (!engine.identity.isEmpty())
        ssh << QStringLiteral("-i") << engine.identity;
    return joinShellWords(ssh << engine.computer() << line);
}

QString WireText::transcript(const WireRow &row)
{
    QStringList lines{QStringLiteral("> %1 %2 HTTP/1.1").arg(row.method, row.target)};
    for (const QString &header : row.headers)
        lines << QStringLiteral("> ") + header;
    addPart(lines, row.body, row.bodyCut, row.sent);
    lines << QString();
    if (row.status != 0) {
        lines << QStringLiteral("< HTTP/1.1 %1 %2").arg(row.status).arg(row.reason).trimmed();
        for (const QString &header : row.answerHeaders)
            lines << QStringLiteral("< ") + header;
        addPart(lines, row.answer, row.answerCut, row.received);
    }
    if (row.upgraded && row.status != 0 && row.status < 400)
        lines << QString() << tr("(a terminal from here on: what is typed and written is not kept)");
    if (!row.problem.isEmpty())
        lines << QString() << row.problem;
    else if (!row.isOver())
        lines << QString() << tr("(it goes on)");
    return lines.join(u'\n');
}

QString WireText::status(const WireRow &row)
{
    if (!row.problem.isEmpty() && row.status == 0)
        return tr("failed");
    if (row.status == 0)
        return tr("goes on");
    return QStringLiteral("%1 %2").arg(row.status).arg(row.reason).trimmed();
}

QString WireText::duration(double milliseconds)
{
    if (milliseconds < 0)
        return {};
    const QLocale locale;
    if (milliseconds >= 1000)
        return tr("%1 s", "seconds").arg(locale.toString(milliseconds / 1000, 'f', 1));
    return tr("%1 ms", "milliseconds").arg(locale.toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0));
}

} // namespace quayside::models

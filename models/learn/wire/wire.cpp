#include "models/learn/wire/wire.h"

#include "models/client/httpclient.h"
#include "models/learn/wire/wiremask.h"
#include "models/system/masking.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace quayside::models
{

namespace
{

constexpr std::chrono::milliseconds gather{200};

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool looksJson(const QByteArray &text)
{
    return text.startsWith('{') || text.startsWith('[') || text.startsWith('"');
}

// Of text that was cut, the last line may be half a secret.
QByteArray shownBody(const QByteArray &raw, bool cut)
{
    if (cut && !looksJson(raw))
        return WireMask::body(raw.first(raw.lastIndexOf('\n') + 1));
    return WireMask::body(raw);
}

// Those that HttpConnection writes, but for the two that say nothing of the request.
QStringList headersOf(const client::HttpRequest &request)
{
    QStringList headers;
    if (request.hijack)
        headers << QStringLiteral("Connection: Upgrade") << QStringLiteral("Upgrade: tcp");
    if (!request.registryAuth.empty())
        headers << QStringLiteral("X-Registry-Auth: ***");
    if (!request.registryConfig.empty())
        headers << QStringLiteral("X-Registry-Config: ***");
    if (request.ifMatch == "none")
        headers << QStringLiteral("If-None-Match: *");
    else if (!request.ifMatch.empty())
        headers << QStringLiteral("If-Match: \"%1\"").arg(fromStd(request.ifMatch));
    if (!request.body.empty() || !request.upload.isNull())
        headers << QStringLiteral("Content-Type: %1").arg(fromStd(request.contentType));
    return headers;
}

QStringList headersOf(const api::ResponseHead &head)
{
    QStringList headers;
    for (const auto &[name, value] : head.headers)
        headers << maskText(QStringLiteral("%1: %2").arg(fromStd(name), fromStd(value)));
    return headers;
}

} // namespace

Wire::Wire(client::EngineClient *client) : QObject(client), m_client(client)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gather);
    connect(&m_soon, &QTimer::timeout, this, &Wire::flush);
}

Wire *Wire::of(client::EngineClient *client)
{
    auto *wire = client->findChild<Wire *>(Qt::FindDirectChildrenOnly);
    return wire == nullptr ? new Wire(client) : wire;
}

void Wire::hold()
{
    if (m_holders++ > 0)
        return;
    m_client->http().setObserver(this);
    emit recordingChanged();
}

void Wire::release()
{
    if (m_holders == 0 || --m_holders > 0)
        return;
    m_client->http().setObserver(nullptr);
    for (Open &open : m_open) {
        open.row.problem = tr("Nobody looked any more before it was over.");
        open.row.durationMs = double(open.since.elapsed());
        show(open);
    }
    m_open.clear();
    emit recordingChanged();
}

void Wire::clear()
{
    m_model.reset({});
}

void Wire::began(quint64 number, const QString &address, const client::HttpRequest &request)
{
    Open &open = m_open[number];
    open.since.start();
    open.row = {.number = number,
                .beganMs = QDateTime::currentMSecsSinceEpoch(),
                .address = address,
                .method = fromStd(request.method),
                .target = WireMask::target(fromStd(request.target)),
                .headers = headersOf(request),
                .sent = qint64(request.body.size()),
                .upgraded = request.hijack};
    open.row.bodyCut = qsizetype(request.body.size()) > mostSent;
    open.row.body = shownBody(
        QByteArray::fromStdString(request.body).first(std::min(qsizetype(request.body.size()), mostSent)),
        open.row.bodyCut);
    m_model.append(open.row);
}

void Wire::sent(quint64 number, std::int64_t bytes)
{
    if (const auto open = m_open.find(number); open != m_open.end()) {
        open->row.sent = bytes;
        noteChange(*open);
    }
}

void Wire::answered(quint64 number, const api::ResponseHead &head)
{
    const auto open = m_open.find(number);
    if (open == m_open.end())
        return;
    open->row.status = head.status;
    open->row.reason = fromStd(head.reason);
    open->row.answerHeaders = headersOf(head);
    // Logs, terminals, archives and files are counted, not kept.
    const std::string type = head.header("content-type");
    const bool hijacked = open->row.upgraded && head.status < 400;
    open->text = !hijacked && (type.starts_with("application/json") || type.starts_with("text/") ||
                               type.starts_with("application/x-ndjson"));
    noteChange(*open);
}

void Wire::received(quint64 number, std::string_view bytes)
{
    const auto open = m_open.find(number);
    if (open == m_open.end())
        return;
    const auto size = qsizetype(bytes.size());
    open->row.received += size;
    if (open->text) {
        const qsizetype room = mostReceived - open->answer.size();
        open->answer.append(bytes.data(), std::min(size, room));
        open->row.answerCut = open->row.answerCut || size > room;
    }
    noteChange(*open);
}

void Wire::ended(quint64 number, const Result<> &result)
{
    const auto open = m_open.find(number);
    if (open == m_open.end())
        return;
    open->row.durationMs = double(open->since.nsecsElapsed()) / 1e6;
    if (!result)
        open->row.problem = result.error().kind == ErrorKind::Cancelled
                                ? tr("It was not wanted any more before it was over.")
                                : fromStd(result.error().message);
    show(*open);
    m_open.erase(open);
}

void Wire::noteChange(Open &open)
{
    open.changed = true;
    if (!m_soon.isActive()) // not restarted: a steady stream must not starve it
        m_soon.start();
}

// A row that has gone meanwhile does not come back.
void Wire::show(Open &open)
{
    open.changed = false;
    if (open.row.isOver() || open.answer.size() != open.shown)
        open.row.answer = shownBody(open.answer, open.row.answerCut || !open.row.isOver());
    open.shown = open.answer.size();
    if (m_model.rowOf(open.row.key()) >= 0)
        m_model.upsert(open.row);
}

void Wire::flush()
{
    for (Open &open : m_open) {
        if (open.changed)
            show(open);
    }
}

} // namespace quayside::models

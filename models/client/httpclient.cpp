#include "models/client/httpclient.h"

#include "engine/api/types/error.h"
#include "models/client/enginewords.h"

#include <algorithm>

namespace quayside::client
{

namespace
{
constexpr std::size_t maxIdle = 4, maxErrorBody = 1 << 20;
}

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 304:
        return ErrorKind::NotModified;
    case 400:
        return ErrorKind::InvalidArgument;
    case 401:
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 409:
    case 412:
        return ErrorKind::Conflict;
    case 413:
        return ErrorKind::TooLarge;
    case 501:
        return ErrorKind::NotSupported;
    case 503:
        return ErrorKind::Unavailable;
    case 507:
        return ErrorKind::NoSpace;
    default:
        return ErrorKind::Internal;
    }
}

Exchange::Exchange(HttpClient *client, HttpRequest request, QObject *context, HttpHandlers handlers)
    : Operation(client), m_client(client), m_request(std::move(request)), m_handlers(std::move(handlers))
{
    if (context)
        connect(context, &QObject::destroyed, this, &Exchange::abort);
}

Exchange::~Exchange()
{
    if (m_connection && !m_over)
        m_connection->abandon();
}

void Exchange::begin()
{
    if (m_over)
        return;
    if (m_number == 0 && m_client->m_observer != nullptr) { // not when it begins again
        m_number = ++m_client->m_numbers;
        m_client->m_observer->began(m_number, m_client->m_address, m_request);
    }
    m_connection = m_client->takeConnection();
    m_connection->start(m_request, this);
}

ExchangeObserver *Exchange::observer() const
{
    return m_number == 0 ? nullptr : m_client->m_observer;
}

void Exchange::tellEnd(const Result<> &result) const
{
    if (ExchangeObserver *looking = observer())
        looking->ended(m_number, result);
}

void Exchange::abort()
{
    if (std::exchange(m_over, true))
        return;
    if (m_connection)
        m_connection->abandon();
    deleteLater();
    tellEnd(fail(ErrorKind::Cancelled, "it was not wanted any more"));
}

void Exchange::endWith(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    if (m_connection)
        m_connection->abandon();
    deleteLater();
    tellEnd(std::unexpected(error));
    if (m_handlers.onEnd)
        m_handlers.onEnd(std::unexpected(error));
}

void Exchange::headReceived(const api::ResponseHead &head)
{
    if (ExchangeObserver *looking = observer())
        looking->answered(m_number, head);
    if (head.status >= 400 || head.status == 304)
        m_errorStatus = head.status;
    else if (m_handlers.onHead)
        m_handlers.onHead(head);
}

void Exchange::bodyReceived(std::string_view bytes)
{
    if (ExchangeObserver *looking = observer())
        looking->received(m_number, bytes);
    if (m_errorStatus != 0)
        m_errorBody.append(bytes.substr(0, maxErrorBody - std::min(maxErrorBody, m_errorBody.size())));
    else if (m_handlers.onBody)
        m_handlers.onBody(bytes);
}

void Exchange::sent(std::int64_t bytes)
{
    if (ExchangeObserver *looking = observer())
        looking->sent(m_number, bytes);
    if (m_handlers.onSent)
        m_handlers.onSent(bytes);
}

Error Exchange::reportedError() const
{
    const auto reported = api::decode<api::ErrorResponse>(m_errorBody);
    const std::string said = reported ? reported->message : m_errorBody.substr(0, 500);
    std::string message = said.empty()
                              ? tr("the engine answered with status %1").arg(m_errorStatus).toStdString()
                              : asSaid(said);
    // ESTALE: see isOutdated().
    return {kindOfStatus(m_errorStatus), m_errorStatus == 412 ? ESTALE : 0, std::move(message)};
}

void Exchange::finished(const Result<> &result)
{
    if (m_over)
        return;
    const bool stale = !result && m_connection && m_connection->wasStale();
    if (stale && (m_request.method == "GET" || m_request.method == "HEAD"))
        return begin();
    m_over = true;
    deleteLater();
    tellEnd(result);
    if (!m_handlers.onEnd)
        return;
    if (result && m_errorStatus != 0)
        m_handlers.onEnd(std::unexpected(reportedError()));
    else
        m_handlers.onEnd(result);
}

HttpClient::HttpClient(const QString &address, QObject *parent)
    : QObject(parent), m_address(address), m_transport(Transport::to(address))
{
}

void HttpClient::connectTo(const QString &address)
{
    m_address = address;
    m_transport = Transport::to(address);
    for (HttpConnection *connection : std::exchange(m_idle, {}))
        connection->abandon();
    // Callbacks may begin new calls, which are the new engine's, and end others.
    QList<QPointer<Exchange>> underWay;
    for (Exchange *exchange : findChildren<Exchange *>(Qt::FindDirectChildrenOnly))
        underWay.append(exchange);
    for (const QPointer<Exchange> &exchange : underWay) {
        if (exchange)
            exchange->endWith({ErrorKind::Cancelled, 0, "the window has turned to another engine"});
    }
}

Exchange *HttpClient::start(HttpRequest request, QObject *context, HttpHandlers handlers)
{
    auto *exchange = new Exchange(this, std::move(request), context, std::move(handlers));
    QMetaObject::invokeMethod(exchange, &Exchange::begin, Qt::QueuedConnection);
    return exchange;
}

HttpConnection *HttpClient::takeConnection()
{
    if (!m_idle.empty()) {
        HttpConnection *connection = m_idle.back();
        m_idle.pop_back();
        return connection;
    }
    auto *connection = new HttpConnection(m_transport->makeStream(), this);
    connect(connection, &HttpConnection::becameIdle, this, [this, connection] {
        if (m_idle.size() < maxIdle)
            m_idle.push_back(connection);
        else
            connection->abandon();
    });
    connect(connection, &HttpConnection::died, this, [this, connection] { std::erase(m_idle, connection); });
    return connection;
}

} // namespace quayside::client

#include "engine/server/transport/connection.h"

#include "engine/api/http/uri.h"
#include "engine/server/httpstatus.h"
#include "engine/server/transport/channel.h"
#include "engine/server/transport/transferstream.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>

namespace quayside::server
{

Connection::Connection(Fd socket, Client client, const Router &router, const TransportLimits &limits,
                       QObject *parent)
    : QObject(parent), m_socket(std::move(socket)), m_client(std::move(client)), m_router(router),
      m_limits(limits), m_parser(std::make_unique<api::RequestParser>(limits.http)),
      m_output(m_socket.get(), this), m_hangup(m_socket.get(), this), m_readable(m_socket.get()),
      m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Connection::timedOut);
    connect(&m_readable, &Readiness::activated, this, &Connection::readSome);
    connect(&m_hangup, &HangupWatch::hungUp, this, &Connection::close);
    connect(&m_output, &Output::broken, this, &Connection::close);
    connect(&m_output, &Output::sent, this, &Connection::outputSent);
    wait(m_limits.idle);
}

Connection::~Connection()
{
    m_readable.setEnabled(false);
}

// --- input

void Connection::readSome()
{
    static std::array<char, 65536> buffer; // only the event loop comes here
    const ssize_t got = ::recv(m_socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got > 0)
        take({buffer.data(), static_cast<std::size_t>(got)});
    else if (got == 0)
        inputEnded();
    else if (errno != EAGAIN && errno != EINTR)
        close();
}

void Connection::take(std::string_view bytes)
{
    switch (m_phase) {
    case Phase::Request:
        if (m_refusal)
            refuseRequest(*m_refusal);
        else if (m_input.empty())
            parse(bytes);
        else
            m_input.append(bytes); // nextRequest() comes to it
        break;
    case Phase::Hijacked:
        emit m_channel->received(QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
        break;
    case Phase::Linger:
        m_discarded += bytes.size();
        if (m_discarded > m_limits.discarded)
            close();
        break;
    case Phase::Call:
    case Phase::Session:
        m_input.append(bytes);
        updateReading();
        break;
    case Phase::Transfer:
    case Phase::Closed:
        break;
    }
}

void Connection::inputEnded()
{
    m_inputEnded = true;
    const bool nothingAsked = (m_phase == Phase::Request && m_input.empty()) || m_phase == Phase::Linger;
    if (nothingAsked || HangupWatch::hasHungUp(m_socket.get())) {
        close();
        return;
    }
    updateReading(); // half-closed: what it asked for is still answered
    if (m_phase == Phase::Hijacked)
        emit m_channel->inputEnded();
}

// Read while there is somebody to take it; else only watch for the client's leaving.
void Connection::updateReading()
{
    bool reading = !m_inputEnded;
    if (m_phase == Phase::Call || m_phase == Phase::Session)
        reading = reading && m_input.size() < m_limits.pipelined;
    else if (m_phase == Phase::Hijacked)
        reading = reading && !m_inputPaused;
    else if (m_phase == Phase::Transfer || m_phase == Phase::Closed)
        reading = false;
    m_readable.setEnabled(reading);
    m_hangup.setEnabled(!reading && m_phase != Phase::Transfer && m_phase != Phase::Closed);
}

// --- requests

void Connection::parse(std::string_view bytes)
{
    if (!m_parser->started())
        wait(m_limits.head);
    if (!m_parser->headReady()) {
        if (auto parsed = m_parser->parseHead(bytes); !parsed)
            return refuseRequest(parsed.error(), parsed.error().kind == ErrorKind::TooLarge ? 431 : 0);
        if (!m_parser->headReady())
            return;
    }
    if (!std::exchange(m_begun, true)) {
        auto request = decodeHead();
        const bool transfer = request && std::holds_alternative<TransferHandler>(m_route->handler);
        // Who is refused may go on where the request was whole; a transfer's body is its thread's.
        if ((!transfer && !parseBody(bytes)) || !requestBegun(std::move(request), transfer))
            return;
        if (transfer)
            return runTransfer(bytes);
    } else if (!parseBody(bytes)) {
        return;
    }
    if (m_request.body.size() > bodyLimit())
        return refuseRequest(
            {ErrorKind::TooLarge, 0, std::format("the request's body is larger than {} bytes", bodyLimit())});
    if (m_parser->complete())
        dispatch();
}

bool Connection::parseBody(std::string_view bytes)
{
    std::vector<std::string_view> pieces;
    if (auto parsed = m_parser->parse(bytes, pieces); !parsed) {
        refuseRequest(parsed.error());
        return false;
    }
    m_input.assign(bytes); // what follows the request, where it is complete
    for (const std::string_view piece : pieces)
        m_request.body.append(piece);
    return true;
}

std::size_t Connection::bodyLimit() const
{
    return std::holds_alternative<CallHandler>(m_route->handler) ? m_limits.callBody : m_limits.sessionBody;
}

// Everything that can be said of a request before its body has come.
bool Connection::requestBegun(Result<Request> request, bool transfer)
{
    const api::RequestHead &head = m_parser->head();
    m_lastAnswer = m_lastAnswer || !head.keepAlive;
    if (!request) {
        refuseRequest(request.error());
        return false;
    }
    request->body = std::move(m_request.body);
    m_request = *std::move(request);
    if (!transfer && head.contentLength.value_or(0) > bodyLimit()) {
        refuseRequest({ErrorKind::TooLarge, 0,
                       std::format("the request's body of {} bytes is larger than {}", *head.contentLength,
                                   bodyLimit())});
        return false;
    }
    const std::string expectation = head.header("expect");
    const bool expectsContinue =
        QByteArrayView(expectation).compare("100-continue", Qt::CaseInsensitive) == 0;
    if (!expectation.empty() && !expectsContinue) {
        refuseRequest({ErrorKind::InvalidArgument, 0, std::format("unknown expectation {}", expectation)},
                      417);
        return false;
    }
    if (!transfer && expectsContinue && head.minorVersion >= 1 && !m_parser->complete())
        m_output.write("HTTP/1.1 100 Continue\r\n\r\n");
    wait(m_limits.body);
    return true;
}

Result<Request> Connection::decodeHead()
{
    const api::RequestHead &head = m_parser->head();
    const api::Target target = api::splitTarget(head.target);
    TRY(const VersionedPath versioned, splitVersion(target.path));
    TRY(auto segments, api::pathSegments(versioned.path));
    TRY(auto match, m_router.match(head.method, segments));
    Request request;
    request.method = head.method;
    for (const std::string &segment : segments)
        request.path += '/' + segment;
    request.parameters = std::move(match.parameters);
    TRY(request.query, api::parseQuery(target.query));
    request.headers = head.headers;
    request.apiMinor = versioned.apiMinor;
    request.peer = m_client.peer;
    request.process = m_client.process;
    m_route = match.route;
    return request;
}

void Connection::dispatch()
{
    m_timer.stop();
    if (std::holds_alternative<CallHandler>(m_route->handler))
        runCall();
    else
        runSession();
}

void Connection::runCall()
{
    m_phase = Phase::Call;
    updateReading();
    workers().start([connection = QPointer(this), request = std::move(m_request),
                     handler = std::get<CallHandler>(m_route->handler)] {
        auto result = handler(request);
        auto response =
            std::make_shared<Response>(result ? *std::move(result) : errorResponse(result.error()));
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [connection, response] {
                if (connection && connection->m_phase == Phase::Call)
                    connection->answer(*response);
            },
            Qt::QueuedConnection);
    });
}

void Connection::runSession()
{
    m_phase = Phase::Session;
    m_inputPaused = false;
    m_channel = new ConnectionChannel(this);
    updateReading();
    const Request request = std::move(m_request);
    if (auto accepted = std::get<SessionHandler>(m_route->handler)(request, m_channel);
        !accepted && m_channel)
        m_channel->fail(accepted.error());
}

void Connection::hijacked()
{
    updateReading();
    if (!m_input.empty())
        take(std::exchange(m_input, {}));
    if (m_inputEnded && m_phase == Phase::Hijacked)
        emit m_channel->inputEnded();
}

// The thread has the socket and the parser until transferEnded(). `ahead`: what has come behind the head.
void Connection::runTransfer(std::string_view ahead)
{
    m_timer.stop();
    m_phase = Phase::Transfer;
    updateReading();
    const bool expectsContinue = !m_parser->head().header("expect").empty() && ahead.empty();
    auto request = std::make_shared<Request>(std::move(m_request));
    auto stream = std::make_shared<TransferStream>(TransferStream::Start{.socket = m_socket.get(),
                                                                         .parser = std::move(m_parser),
                                                                         .ahead = std::string(ahead),
                                                                         .expectsContinue = expectsContinue,
                                                                         .close = m_lastAnswer});
    const bool started = transferThreads().tryStart([connection = QPointer(this), request, stream,
                                                     handler = std::get<TransferHandler>(m_route->handler)] {
        const bool reusable = stream->carryOut([&] { return handler(*request, *stream, *stream); });
        auto resume = [connection, stream, reusable] {
            if (connection)
                connection->transferEnded(*stream, reusable);
        };
        QMetaObject::invokeMethod(QCoreApplication::instance(), resume, Qt::QueuedConnection);
    });
    if (started)
        return;
    m_parser = stream->takeParser();
    m_phase = Phase::Request;
    refuseRequest(
        {ErrorKind::Unavailable, 0, "too many transfers are under way; try again when one has ended"});
}

void Connection::transferEnded(TransferStream &stream, bool reusable)
{
    m_parser = stream.takeParser();
    m_input = stream.takeFollowing();
    m_lastAnswer = m_lastAnswer || !reusable;
    answerEnded();
}

// --- answers

std::string Connection::answerBytes(const Response &response) const
{
    const bool bodiless = response.status == 204 || response.status == 304;
    AnswerHead head{.status = response.status, .close = m_lastAnswer, .more = response.headers};
    if (!bodiless) {
        head.contentType = response.contentType;
        head.length = response.body.size();
    }
    std::string bytes = server::write(head);
    if (!bodiless && m_parser->head().method != "HEAD")
        bytes += response.body;
    return bytes;
}

void Connection::answer(const Response &response)
{
    m_output.write(answerBytes(response));
    answerEnded();
}

void Connection::refuse(const Error &error)
{
    m_refusal = error;
}

// Where the request ends is known only if it was read to its end; else the connection can't be used again.
void Connection::refuseRequest(const Error &error, int status)
{
    m_lastAnswer = m_lastAnswer || m_refusal || !m_parser->complete();
    Response response = errorResponse(error);
    if (status != 0)
        response.status = status;
    answer(response);
}

void Connection::sessionEnded()
{
    if (ConnectionChannel *channel = std::exchange(m_channel, nullptr))
        channel->deleteLater();
    answerEnded();
}

void Connection::answerEnded()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = m_lastAnswer ? Phase::Linger : Phase::Call;
    m_answered = true;
    updateReading();
    if (m_output.queued() == 0)
        answerSent();
    else
        wait(m_limits.body);
}

void Connection::outputSent()
{
    if (m_channel)
        m_channel->outputSent();
    if (!m_answered)
        return;
    if (m_output.queued() == 0)
        answerSent();
    else
        wait(m_limits.body); // it reads, however slowly
}

void Connection::answerSent()
{
    m_answered = false;
    if (m_lastAnswer || (m_inputEnded && m_input.empty()))
        linger();
    else
        nextRequest();
}

void Connection::nextRequest()
{
    m_parser->reset();
    m_begun = false;
    m_request = {};
    m_phase = Phase::Request;
    wait(m_limits.idle);
    updateReading();
    if (m_input.empty())
        return;
    auto proceed = [this] {
        if (m_phase == Phase::Request && !m_input.empty())
            parse(std::exchange(m_input, {}));
        if (m_phase == Phase::Request && m_inputEnded)
            close();
    };
    QMetaObject::invokeMethod(this, proceed, Qt::QueuedConnection);
}

// Closing while the client still sends would reset the connection, and it might never read our answer.
void Connection::linger()
{
    m_phase = Phase::Linger;
    ::shutdown(m_socket.get(), SHUT_WR);
    if (m_inputEnded)
        return close();
    wait(m_limits.linger);
    updateReading();
}

void Connection::shutDown()
{
    if (m_phase == Phase::Transfer)
        ::shutdown(m_socket.get(), SHUT_RDWR);
    else
        close();
}

void Connection::close()
{
    if (std::exchange(m_phase, Phase::Closed) == Phase::Closed)
        return;
    updateReading();
    m_timer.stop();
    m_output.stop();
    if (m_channel)
        m_channel->disconnectFromClient();
    m_channel = nullptr; // a child: goes with this
    emit ended();
    deleteLater();
}

void Connection::wait(std::chrono::milliseconds time)
{
    m_timer.start(time);
}

void Connection::timedOut()
{
    if (m_phase == Phase::Request && m_parser->started())
        refuseRequest({ErrorKind::InvalidArgument, 0, "the request did not arrive in time"}, 408);
    else
        close();
}

} // namespace quayside::server

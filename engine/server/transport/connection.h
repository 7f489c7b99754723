// One client's connection: requests in, one after the other; answers out in the same order.
#pragma once

#include "engine/api/http/parser.h"
#include "engine/base/fd.h"
#include "engine/server/router.h"
#include "engine/server/transport/hangup.h"
#include "engine/server/transport/head.h"
#include "engine/server/transport/limits.h"
#include "engine/server/transport/output.h"
#include "engine/server/transport/peer.h"
#include "engine/server/transport/readiness.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>

namespace quayside::server
{

class ConnectionChannel;
class TransferStream;

// Lives on the event loop; deletes itself when the client has gone. Nothing of it wakes up while nothing
// happens: its timer is single-shot and runs only while something is waited for.
class Connection : public QObject
{
    Q_OBJECT
public:
    // socket: non-blocking. The router and the limits outlive the connection.
    Connection(Fd socket, Client client, const Router &router, const TransportLimits &limits,
               QObject *parent);
    ~Connection() override;

    [[nodiscard]] const access::Peer &peer() const { return m_client.peer; }
    // Wakes a transfer that blocks on the socket, and ends everything else soon.
    void shutDown();
    // The first request gets this for an answer, whatever it asks.
    void refuse(const Error &error);

signals:
    void ended(); // once; it deletes itself then

private:
    friend class ConnectionChannel;
    enum class Phase {
        Request,  // reading one, or waiting for it
        Call,     // a worker has it
        Transfer, // a transfer thread has it, and the socket
        Session,  // a session writes the answer
        Hijacked, // both directions belong to a session
        Linger,   // all is said; the client may read it
        Closed,
    };

    void readSome();
    void inputEnded();
    void take(std::string_view bytes);
    void parse(std::string_view bytes);
    bool parseBody(std::string_view bytes); // false, as below: it was refused
    bool requestBegun(Result<Request> request, bool transfer);
    Result<Request> decodeHead();
    [[nodiscard]] std::size_t bodyLimit() const;
    void dispatch();
    void runCall();
    void runSession();
    void runTransfer(std::string_view ahead);
    void transferEnded(TransferStream &stream, bool reusable);

    [[nodiscard]] std::string answerBytes(const Response &response) const;
    void answer(const Response &response);
    void refuseRequest(const Error &error, int status = 0);
    void hijacked();
    void sessionEnded();
    void answerEnded(); // all of it is written, perhaps not yet sent
    void outputSent();
    void answerSent();
    void nextRequest();
    void linger();
    void close();
    void updateReading();
    void wait(std::chrono::milliseconds time);
    void timedOut();

    Fd m_socket;
    Client m_client;
    const Router &m_router;
    const TransportLimits &m_limits;
    Phase m_phase = Phase::Request;
    std::unique_ptr<api::RequestParser> m_parser;
    bool m_begun = false; // the current request's head was dealt with
    Request m_request;
    const Route *m_route = nullptr;
    std::optional<Error> m_refusal;
    std::string m_input;       // read ahead: of the next request, or the first of a hijacked stream
    bool m_inputEnded = false; // the client has closed its side
    bool m_lastAnswer = false; // close after the current answer
    bool m_answered = false;   // the answer waits to be sent
    std::size_t m_discarded = 0;
    ConnectionChannel *m_channel = nullptr; // a child; of the current session
    bool m_inputPaused = false;             // by the session
    Output m_output;
    HangupWatch m_hangup;
    Readiness m_readable;
    QTimer m_timer;
};

} // namespace quayside::server

// A resource is a route table, handlers below it, and a backend behind an interface. One file per resource.
//
// Three kinds of handler:
//   call     decoded body in, whole answer out; runs on a worker thread, may block.
//   transfer bytes of any size in or out (load, save, base images); runs on a worker thread of its own and
//   blocks on
//            back-pressure.
//   session  long-lived and event-driven (events, logs, attach, wait, exec start): runs on the event loop, no
//   thread.
#pragma once

#include "engine/access/access.h"
#include "engine/api/stream/bytestream.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quayside::server
{

// A request whose line and headers have been read and checked.
struct Request {
    std::string method; // "GET"
    std::string path;   // after the version prefix, percent-decoded by segment: "/containers/web/json"
    std::map<std::string, std::string> parameters; // of the route's pattern: {"id": "web"}
    std::multimap<std::string, std::string> query; // percent-decoded
    std::map<std::string, std::string> headers;    // names in lower case; repeated ones joined by ", "
    int apiMinor = 51;                             // 1.<minor>: what the client asked for, or the newest
    access::Peer peer;
    std::shared_ptr<const Fd> process = {}; // the peer's pidfd; none before Linux 6.5
    std::string body; // call handlers: all of it (at most 4 MiB); others: empty

    [[nodiscard]] std::string value(const std::string &name,
                                    std::string otherwise = {}) const; // of the query
    [[nodiscard]] Result<bool> flag(const std::string &name,
                                    bool otherwise) const; // 1/true/0/false; else InvalidArgument
    [[nodiscard]] Result<std::optional<long>> number(const std::string &name) const;
};

struct Response {
    int status = 200;
    std::string contentType = "application/json";
    std::string body; // 204 and 304 have none
    std::map<std::string, std::string> headers;

    static Response json(std::string text, int status = 200)
    {
        return {status, "application/json", std::move(text), {}};
    }
    static Response noContent() { return {204, {}, {}, {}}; }
};

using CallHandler = std::function<Result<Response>(const Request &)>;

// What a transfer writes into: the status line goes out with the first byte; before that an error becomes a
// proper error answer, after it the handler writes it in-band.
class TransferSink : public api::SocketSink
{
public:
    virtual void setContentType(std::string type) = 0;
    virtual void setHeader(const std::string &name, std::string value) = 0; // of a successful answer
    [[nodiscard]] virtual bool started() const = 0;
    [[nodiscard]] virtual bool cancelled() const = 0; // the client went away
};
using TransferHandler = std::function<Result<>(const Request &, api::SocketSource &body, TransferSink &out)>;

// A connection handed to a session. Lives on the event-loop thread.
class Channel : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    // Sends the head: 200 with chunked body, or, for a hijack (attach, exec), 101 UPGRADED where the client
    // asked for Upgrade: tcp and 200 where it did not; after a hijack bytes are raw in both directions.
    virtual void begin(int status, const std::string &contentType) = 0;
    virtual void hijack(const std::string &contentType) = 0;
    // A hijack that is another protocol: 101 with these fields (Upgrade, Connection, …) and no others that
    // say what follows.
    virtual void upgrade(const std::map<std::string, std::string> &headers) = 0;
    // False: the client is slow; wait for writable() before writing more. What was given is queued all the
    // same.
    virtual bool write(std::string_view bytes) = 0;
    [[nodiscard]] virtual std::size_t room() const = 0; // bytes that write() takes before it says false
    virtual void finish() = 0;                          // ends body or connection in order, once all is sent
    virtual void pauseReading(bool paused) = 0;         // hijacked input: back-pressure
    virtual void fail(const Error &error) = 0;          // before begin(): an error answer
signals:
    void writable();                        // after write() said false
    void received(const QByteArray &bytes); // hijacked input
    void inputEnded();                      // the client closed its writing side
    void closed();                          // the client is gone; nothing can be written
};

// A session owns its state and deletes itself (QObject, child of the channel). The handler validates first:
// an error returned before begin() becomes the answer.
using SessionHandler = std::function<Result<>(const Request &, Channel *channel)>;

// A session handler whose backend call may block prepares on a worker thread: see Router::callThen in
// router.h.

struct Route {
    std::string method;
    std::string pattern; // "/containers/{id}/json"; {name:*} takes several segments (image names hold '/')
    std::variant<CallHandler, TransferHandler, SessionHandler> handler;
};

using Routes = std::vector<Route>;

} // namespace quayside::server

// One connection to the engine: requests one after the other.
#pragma once

#include "engine/api/http/parser.h"
#include "models/client/httprequest.h"
#include "models/client/transport.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace quayside::client
{

class HttpConnection : public QObject
{
    Q_OBJECT
public:
    // Connects with the first request.
    explicit HttpConnection(std::unique_ptr<Stream> stream, QObject *parent = nullptr);
    ~HttpConnection() override;

    // One at a time. The receiver must not be destroyed before finished() without a call of abandon().
    void start(const HttpRequest &request, HttpReceiver *receiver);
    // Ends the exchange and the connection; the receiver hears no more. Deletes itself.
    void abandon();

    // --- after a hijack, and for back-pressure
    void write(const QByteArray &bytes);
    [[nodiscard]] std::int64_t bytesPending() const { return m_stream->bytesToWrite(); }
    void closeOutput(); // once everything is written
    void pause(bool paused);

    // No answer came on a connection that had carried others: the engine may have closed it before it saw the
    // request.
    [[nodiscard]] bool wasStale() const { return m_used && !m_answered; }

signals:
    void becameIdle(); // ready for another request
    void died();       // not to be used any more; the exchange, if any, has been told
    void written(std::int64_t pending);

private:
    void connected();
    void failedToConnect();
    void disconnected();
    void readSome();
    void feed(std::string_view bytes);
    bool deliver(const std::vector<std::string_view> &pieces);
    void sendRequest();
    Result<std::optional<std::string_view>> readUpload();
    void pumpUpload();
    void put(std::string_view bytes);
    void finish(const Result<> &result, bool reusable);
    void mayCloseOutput();

    std::unique_ptr<Stream> m_stream;
    api::ResponseParser m_parser;
    HttpRequest m_request;
    HttpReceiver *m_receiver = nullptr;
    bool m_headTold = false, m_hijacked = false, m_paused = false, m_dead = false, m_ended = false;
    bool m_used = false;     // has carried an exchange
    bool m_answered = false; // something of the answer has come
    bool m_outputClosing = false;
    bool m_uploading = false, m_uploadChunked = false, m_uploadEnded = false;
    std::int64_t m_uploaded = 0, m_uploadSize = 0;
    std::string m_uploadBuffer;
    QTimer m_idle; // single-shot: an unused connection goes
    std::array<char, 65536> m_buffer;
};

} // namespace quayside::client

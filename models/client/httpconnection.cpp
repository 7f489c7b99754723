#include "models/client/httpconnection.h"

#include "engine/api/http/chunk.h"

#include <QFileDevice>

#include <algorithm>
#include <chrono>

namespace quayside::client
{

namespace
{

constexpr std::chrono::seconds idleTime{20};
constexpr qint64 writeAhead = 512 * 1024, uploadPiece = 64 * 1024;

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<Stream> stream, QObject *parent)
    : QObject(parent), m_stream(std::move(stream)), m_idle(this)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleTime);
    connect(&m_idle, &QTimer::timeout, this, &HttpConnection::abandon);
    connect(m_stream.get(), &Stream::opened, this, &HttpConnection::connected);
    connect(m_stream.get(), &Stream::failed, this, &HttpConnection::failedToConnect);
    connect(m_stream.get(), &Stream::closed, this, &HttpConnection::disconnected);
    connect(m_stream->device(), &QIODevice::readyRead, this, &HttpConnection::readSome);
    connect(m_stream.get(), &Stream::written, this, [this] {
        if (m_uploading)
            pumpUpload();
        mayCloseOutput();
        emit written(m_stream->bytesToWrite());
    });
}

HttpConnection::~HttpConnection()
{
    m_stream->disconnect(this);
    m_stream->device()->disconnect(this);
}

void HttpConnection::start(const HttpRequest &request, HttpReceiver *receiver)
{
    m_idle.stop();
    m_request = request;
    m_receiver = receiver;
    m_parser.reset();
    if (m_request.method == "HEAD")
        m_parser.expectNoBody();
    m_headTold = m_answered = m_paused = false;
    if (m_stream->isOpen())
        sendRequest();
    else
        m_stream->open();
}

void HttpConnection::abandon()
{
    if (std::exchange(m_dead, true))
        return;
    m_receiver = nullptr;
    m_uploading = false;
    m_stream->disconnect(this);
    m_stream->device()->disconnect(this);
    m_stream->abort();
    emit died();
    deleteLater();
}

void HttpConnection::connected()
{
    if (m_receiver)
        sendRequest();
}

void HttpConnection::failedToConnect()
{
    if (!m_dead)
        finish(std::unexpected(m_stream->problem()), false);
}

void HttpConnection::sendRequest()
{
    const bool upload = !m_request.upload.isNull();
    std::string head = std::format("{} {} HTTP/1.1\r\nHost: engine\r\nUser-Agent: quayside\r\n",
                                   m_request.method, m_request.target);
    if (m_request.hijack)
        head += "Connection: Upgrade\r\nUpgrade: tcp\r\n";
    if (!m_request.registryAuth.empty())
        head += std::format("X-Registry-Auth: {}\r\n", m_request.registryAuth);
    if (!m_request.registryConfig.empty())
        head += std::format("X-Registry-Config: {}\r\n", m_request.registryConfig);
    if (m_request.ifMatch == "none")
        head += "If-None-Match: *\r\n";
    else if (!m_request.ifMatch.empty())
        head += std::format("If-Match: \"{}\"\r\n", m_request.ifMatch);
    m_uploadChunked = upload && m_request.upload->isSequential();
    if (upload || !m_request.body.empty())
        head += std::format("Content-Type: {}\r\n", m_request.contentType);
    m_uploadSize = upload && !m_uploadChunked ? m_request.upload->size() - m_request.upload->pos() : 0;
    if (m_uploadChunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (upload)
        head += std::format("Content-Length: {}\r\n", m_uploadSize);
    else if (!m_request.body.empty() || m_request.method == "POST")
        head += std::format("Content-Length: {}\r\n", m_request.body.size());
    head += "\r\n" + m_request.body;
    m_stream->device()->write(head.data(), static_cast<qint64>(head.size()));
    m_uploaded = 0;
    m_uploading = upload;
    m_uploadEnded = false;
    m_uploadBuffer.assign(upload ? uploadPiece : 0, '\0');
    if (!upload)
        return;
    connect(m_request.upload, &QIODevice::readyRead, this, &HttpConnection::pumpUpload);
    connect(m_request.upload, &QIODevice::readChannelFinished, this, [this] {
        m_uploadEnded = true;
        pumpUpload();
    });
    pumpUpload();
}

// The next piece of the upload: empty where there is none at the moment, nothing at the end.
Result<std::optional<std::string_view>> HttpConnection::readUpload()
{
    QIODevice *device = m_request.upload;
    if (!device || !device->isOpen())
        return fail(ErrorKind::Cancelled, "what was to be sent was closed before its end");
    if (!m_uploadChunked && m_uploaded >= m_uploadSize)
        return std::nullopt;
    qint64 wanted = uploadPiece;
    if (!m_uploadChunked)
        wanted = std::min<qint64>(wanted, m_uploadSize - m_uploaded);
    const qint64 got = device->read(m_uploadBuffer.data(), wanted);
    if (got > 0)
        return std::string_view(m_uploadBuffer).substr(0, static_cast<std::size_t>(got));
    if (!m_uploadChunked)
        return fail(ErrorKind::Internal, "reading what was to be sent: it ended {} bytes early",
                    m_uploadSize - m_uploaded);
    const bool blocking = qobject_cast<QFileDevice *>(device) != nullptr; // a pipe: it would have waited
    if (got < 0 || m_uploadEnded || blocking)
        return std::nullopt;
    return std::string_view();
}

// Reads on only while the socket takes it, so that an archive of any size costs half a megabyte.
void HttpConnection::pumpUpload()
{
    while (m_uploading && m_stream->bytesToWrite() < writeAhead) {
        const auto piece = readUpload();
        if (!piece)
            return finish(std::unexpected(piece.error()), false);
        if (!*piece) {
            m_uploading = false;
            if (m_uploadChunked)
                put(api::lastChunk);
        } else if ((*piece)->empty()) {
            return; // readyRead() goes on
        } else {
            m_uploaded += static_cast<std::int64_t>((*piece)->size());
            if (m_uploadChunked)
                put(api::ChunkHeader((*piece)->size()).text());
            put(**piece);
            if (m_uploadChunked)
                put(api::chunkEnd);
        }
        m_receiver->sent(std::max<std::int64_t>(0, m_uploaded - m_stream->bytesToWrite()));
    }
}

void HttpConnection::put(std::string_view bytes)
{
    m_stream->device()->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

// --- the answer

void HttpConnection::readSome()
{
    while (m_receiver && !m_paused && m_stream->device()->bytesAvailable() > 0) {
        const qint64 got = m_stream->device()->read(m_buffer.data(), static_cast<qint64>(m_buffer.size()));
        if (got <= 0)
            return;
        m_answered = true;
        feed({m_buffer.data(), static_cast<std::size_t>(got)});
    }
    if (m_ended && !m_paused && m_receiver)
        disconnected();
}

// The receiver may end the exchange whenever it is called; then nothing of this one may go on.
bool HttpConnection::deliver(const std::vector<std::string_view> &pieces)
{
    for (const std::string_view piece : pieces) {
        if (!m_receiver)
            return false;
        m_receiver->bodyReceived(piece);
    }
    return m_receiver != nullptr;
}

void HttpConnection::feed(std::string_view bytes)
{
    std::vector<std::string_view> pieces;
    while (m_receiver && !bytes.empty()) {
        if (m_hijacked)
            return m_receiver->bodyReceived(bytes);
        pieces.clear();
        if (auto parsed = m_parser.parse(bytes, pieces); !parsed)
            return finish(wrap(parsed.error(), "the engine's answer"), false);
        if (!m_parser.headReady())
            continue;
        const int status = m_parser.head().status;
        if (status >= 100 && status < 200 && status != 101) { // 100 Continue: the real one follows
            m_parser.reset();
            continue;
        }
        if (!std::exchange(m_headTold, true)) {
            m_hijacked = m_request.hijack && (status == 101 || status == 200);
            m_receiver->headReceived(m_parser.head());
        }
        if (!deliver(pieces))
            return;
        if (!m_hijacked && m_parser.complete())
            return finish({}, bytes.empty() && m_parser.head().keepAlive && !m_uploading);
    }
}

void HttpConnection::disconnected()
{
    m_ended = true;
    if (!m_receiver)
        return abandon();
    if (m_paused)
        return; // pause(false) comes back to it
    if (m_stream->device()->bytesAvailable() > 0)
        return readSome();
    if (m_hijacked)
        return finish({}, false);
    if (!m_answered && !m_stream->problem().message.empty())
        return finish(std::unexpected(m_stream->problem()), false);
    if (!m_answered)
        return finish(fail(ErrorKind::Unavailable, "the engine hung up without an answer"), false);
    const Result<> end = m_parser.finish();
    finish(
        end ? end
            : fail(ErrorKind::Unavailable, "the connection to the engine broke in the middle of its answer"),
        false);
}

void HttpConnection::finish(const Result<> &result, bool reusable)
{
    HttpReceiver *receiver = std::exchange(m_receiver, nullptr);
    m_uploading = false;
    if (m_request.upload)
        m_request.upload->disconnect(this);
    if (reusable && m_stream->isOpen()) {
        m_used = true;
        m_idle.start();
        if (receiver)
            receiver->finished(result);
        emit becameIdle();
        return;
    }
    abandon();
    if (receiver)
        receiver->finished(result);
}

// --- hijacked

void HttpConnection::write(const QByteArray &bytes)
{
    if (m_receiver && !m_outputClosing)
        m_stream->device()->write(bytes);
}

void HttpConnection::closeOutput()
{
    m_outputClosing = true;
    mayCloseOutput();
}

void HttpConnection::mayCloseOutput()
{
    if (m_outputClosing && m_receiver && m_stream->bytesToWrite() == 0)
        m_stream->closeOutput();
}

void HttpConnection::pause(bool paused)
{
    if (std::exchange(m_paused, paused) && !paused)
        QMetaObject::invokeMethod(this, &HttpConnection::readSome, Qt::QueuedConnection);
}

} // namespace quayside::client

#include "engine/images/registry/transport.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

#include <algorithm>

#include <unistd.h>

namespace quayside::images
{
namespace
{

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int mostRedirects = 5;
constexpr qint64 bufferSize = 4 << 20; // of one download that is not read
constexpr auto pollInterval = 100ms;

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
    const auto kind = reply.error() == QNetworkReply::SslHandshakeFailedError ? ErrorKind::InvalidArgument
                                                                               : ErrorKind::Unavailable;
    return fail(kind, "{}: {}", what, reply.errorString().toStdString());
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

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

class ReplyBody : public HttpBody
{
public:
    ReplyBody(std::unique_ptr<QNetworkReply> reply, const Transport::Options &options, std::string what)
        : m_reply(std::move(reply)), m_options(options), m_what(std::move(what)), m_head(headOf(*m_reply))
    {
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

struct Transport::Connections {
    QNetworkAccessManager manager;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();

    std::unique_ptr<QNetworkReply> send(const HttpRequest &request)
    {
        QNetworkRequest wanted(QUrl::fromEncoded(QByteArray::fromStdString(request.url)));
        wanted.setSslConfiguration(tls);
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
        const auto verb = QByteArray::fromStdString(request.method);
        std::unique_ptr<QNetworkReply> reply;
        if (request.file >= 0) {
            ::lseek(request.file, 0, SEEK_SET); // also for a second attempt
            auto file = std::make_unique<QFile>();
            (void)file->open(request.file, QIODevice::ReadOnly, QFileDevice::DontCloseHandle);
            wanted.setHeader(QNetworkRequest::ContentLengthHeader, file->size());
            reply.reset(manager.sendCustomRequest(wanted, verb, file.get()));
            file.release()->setParent(reply.get());
        } else if (request.method == "HEAD") { // as a custom verb Qt would wait for a body
            reply.reset(manager.head(wanted));
        } else {
            reply.reset(manager.sendCustomRequest(wanted, verb, QByteArray::fromStdString(request.body)));
        }
        reply->setReadBufferSize(bufferSize);
        return reply;
    }
};

Transport::Transport(Options options)
    : m_options(std::move(options)), m_connections(std::make_unique<Connections>())
{
    if (!m_options.verify)
        m_connections->tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    for (const std::string &file : m_options.authorities)
        m_connections->tls.addCaCertificates(QString::fromStdString(file));
    m_connections->manager.setAutoDeleteReplies(false);
}

Transport::~Transport() = default;

Result<std::unique_ptr<HttpBody>> Transport::open(const HttpRequest &request)
{
    HttpRequest next = request;
    const std::string origin = originOf(request.url);
    for (int redirects = 0;; ++redirects) {
        const std::string what = whatOf(next);
        if (originOf(next.url).empty())
            return fail(ErrorKind::InvalidArgument, "{}: only http and https lead to a registry", what);
        auto reply = m_connections->send(next);
        QNetworkReply &waiting = *reply;
        if (next.sent)
            QObject::connect(&waiting, &QNetworkReply::uploadProgress, &waiting, [sent = next.sent](qint64 bytes, qint64) {
                sent(static_cast<std::uint64_t>(bytes));
            });
        CHECK(waitFor(waiting, m_options, what, [&] {
            return waiting.isFinished() ||
                   waiting.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
        }));
        const int status = waiting.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 0)
            return failureOf(waiting, what);
        const bool follows = isRedirect(status) && (request.method == "GET" || request.method == "HEAD");
        if (!follows)
            return std::make_unique<ReplyBody>(std::move(reply), m_options, what);
        if (redirects == mostRedirects)
            return fail(ErrorKind::Unavailable, "{}: it leads from one address to the next, {} times", what,
                        mostRedirects);
        const QUrl target = waiting.url().resolved(QUrl::fromEncoded(waiting.rawHeader("Location")));
        if (waiting.url().scheme() == "https" && target.scheme() != "https")
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
        QTimer::singleShot(std::min<std::chrono::milliseconds>(
                               pollInterval, std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now())),
                           &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

} // namespace quayside::images

#include "engine/server/transport/listener.h"
#include "tests/engine/server/transport/wireclient.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>

using namespace quayside;
using namespace quayside::server;
using quayside::test::whileServing;
using quayside::test::WireClient;

namespace
{

std::string request(const std::string &line, const std::string &fields = {}, const std::string &body = {})
{
    return line + " HTTP/1.1\r\nHost: engine\r\n" + fields + "\r\n" + body;
}

std::string post(const std::string &path, const std::string &body)
{
    return request("POST " + path, "Content-Length: " + std::to_string(body.size()) + "\r\n", body);
}

// Writes `total` bytes of zeros as the client takes them.
class Flood : public QObject
{
public:
    Flood(Channel *channel, std::size_t total, std::size_t piece)
        : QObject(channel), m_channel(channel), m_left(total), m_piece(piece, '\0')
    {
        connect(channel, &Channel::writable, this, &Flood::pump);
        connect(channel, &Channel::closed, this, [this] { ended = true; });
        ended = false;
        written = 0;
        channel->begin(200, "application/octet-stream");
        pump();
    }
    static inline std::atomic<bool> ended = false;
    static inline std::atomic<std::size_t> written = 0;

private:
    void pump()
    {
        while (m_left > 0) {
            const std::size_t now = std::min(m_left, m_piece.size());
            m_left -= now;
            written += now;
            if (!m_channel->write(std::string_view(m_piece).substr(0, now)) && m_left > 0)
                return;
        }
        m_channel->finish();
    }
    Channel *m_channel;
    std::size_t m_left;
    std::string m_piece;
};

// Sends back what it gets on a hijacked connection; "bye" at the end of the input.
class Echo : public QObject
{
public:
    explicit Echo(Channel *channel) : QObject(channel)
    {
        closed = false;
        connect(channel, &Channel::received, this, [channel](const QByteArray &bytes) {
            if (!channel->write({bytes.constData(), static_cast<std::size_t>(bytes.size())}))
                channel->pauseReading(true);
        });
        connect(channel, &Channel::writable, this, [channel] { channel->pauseReading(false); });
        connect(channel, &Channel::inputEnded, this, [channel] {
            channel->write("bye");
            channel->finish();
        });
        connect(channel, &Channel::closed, this, [] { closed = true; });
        channel->hijack("application/vnd.docker.raw-stream");
    }
    static inline std::atomic<bool> closed = false;
};

long residentKiB()
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line))
        if (line.starts_with("VmRSS:"))
            return std::strtol(line.c_str() + 6, nullptr, 10);
    return 0;
}

std::atomic<std::size_t> transferred = 0;
std::atomic<bool> transferCancelled = false;

Result<> swallow(const Request &, api::ByteSource &body, TransferSink &out)
{
    transferred = 0;
    std::string buffer(65536, '\0');
    for (;;) {
        auto got = body.read(buffer);
        if (!got) {
            transferCancelled = got.error().kind == ErrorKind::Cancelled;
            return std::unexpected(got.error());
        }
        if (*got == 0)
            break;
        transferred += *got;
    }
    return out.write(std::to_string(transferred));
}

Result<> pour(const Request &request, api::ByteSource &, TransferSink &out)
{
    out.setContentType("application/x-tar");
    const std::string piece(65536, 'x');
    for (long left = request.number("pieces")->value_or(1); left > 0; --left) {
        if (auto written = out.write(piece); !written) {
            transferCancelled = true;
            return written;
        }
    }
    return {};
}

Routes routes()
{
    return {
        {"GET", "/_ping", CallHandler([](const Request &) { return Response{200, "text/plain", "OK", {}}; })},
        {"HEAD", "/_ping",
         CallHandler([](const Request &) { return Response{200, "text/plain", "OK", {}}; })},
        {"POST", "/echo",
         CallHandler([](const Request &r) { return Response{200, "text/plain", r.body, {}}; })},
        {"GET", "/slow", CallHandler([](const Request &) {
             std::this_thread::sleep_for(std::chrono::milliseconds(300));
             return Response{200, "text/plain", "slow", {}};
         })},
        {"GET", "/what", CallHandler([](const Request &r) {
             return Response{
                 200,
                 "text/plain",
                 std::format("1.{} {} uid {} pid {}", r.apiMinor, r.value("q"), r.peer.uid, r.peer.pid),
                 {}};
         })},
        {"GET", "/images/{name:*}/json", CallHandler([](const Request &r) {
             return Response{200, "text/plain", r.parameters.at("name"), {}};
         })},
        {"DELETE", "/none", CallHandler([](const Request &) { return Response::noContent(); })},
        {"POST", "/conflict", CallHandler([](const Request &) -> Result<Response> {
             return fail(ErrorKind::Conflict, "the name \"web\" is taken");
         })},
        {"POST", "/swallow", TransferHandler(swallow)},
        {"GET", "/pour", TransferHandler(pour)},
        {"POST", "/refuse",
         TransferHandler([](const Request &, api::ByteSource &, TransferSink &) -> Result<> {
             return fail(ErrorKind::NotSupported, "not this");
         })},
        {"GET", "/flood", SessionHandler([](const Request &r, Channel *channel) -> Result<> {
             new Flood(channel, static_cast<std::size_t>(r.number("bytes")->value_or(0)), 65536);
             return {};
         })},
        {"POST", "/attach", SessionHandler([](const Request &r, Channel *channel) -> Result<> {
             if (r.value("fail") == "1")
                 return fail(ErrorKind::NotFound, "no such container");
             new Echo(channel);
             return {};
         })},
        {"GET", "/then", SessionHandler([](const Request &r, Channel *channel) -> Result<> {
             const bool works = r.value("fail").empty();
             callThen<std::unique_ptr<int>>(
                 channel,
                 [works]() -> Result<std::unique_ptr<int>> {
                     if (works)
                         return std::make_unique<int>(42);
                     return fail(ErrorKind::NotFound, "no answer");
                 },
                 [channel](std::unique_ptr<int> number) {
                     channel->begin(200, "text/plain");
                     channel->write(std::to_string(*number));
                     channel->finish();
                 });
             return {};
         })},
    };
}

} // namespace

class TestTransport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_path;
    Router m_router;
    std::unique_ptr<Listener> m_listener;

    std::string ask(const std::string &bytes)
    {
        std::string answer;
        whileServing([&] {
            WireClient client(m_path);
            client.send(bytes);
            client.endInput();
            answer = client.readAll();
        });
        return answer;
    }

private slots:
    void initTestCase()
    {
        m_router.add(routes());
        m_path = m_folder.filePath("made/engine.sock").toStdString();
    }
    void init()
    {
        TransportLimits limits;
        limits.head = std::chrono::milliseconds(400);
        limits.body = std::chrono::milliseconds(800);
        limits.idle = std::chrono::milliseconds(3000);
        limits.linger = std::chrono::milliseconds(500);
        m_listener = std::make_unique<Listener>(m_router, limits);
        const auto opened = m_listener->open(m_path);
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
    }
    void cleanup() { m_listener.reset(); }

    void socketIsReadyForEverybody()
    {
        struct stat facts{};
        QCOMPARE(::stat(m_path.c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, 0666u);
        Listener second(m_router);
        const auto opened = second.open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Conflict);
        QVERIFY(
            ask(request("GET /_ping")).ends_with("\r\n\r\nOK")); // the second has not taken the socket away
    }

    void staleSocketIsReplaced()
    {
        m_listener.reset();
        const Fd stale(::socket(AF_UNIX, SOCK_STREAM, 0));
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        m_path.copy(address.sun_path, sizeof address.sun_path - 1);
        QCOMPARE(::bind(stale.get(), reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        Listener listener(m_router);
        QVERIFY(listener.open(m_path));
        QVERIFY(ask(request("GET /_ping")).ends_with("OK"));
    }

    void pingHasDockersHeaders()
    {
        const std::string answer = ask(request("GET /_ping"));
        QVERIFY(answer.starts_with("HTTP/1.1 200 OK\r\n"));
        for (const char *field :
             {"Api-Version: 1.51\r\n", "Docker-Experimental: false\r\n", "Ostype: linux\r\n",
              "Content-Type: text/plain\r\n", "Content-Length: 2\r\n", "Server: Quayside/0.1"})
            QVERIFY2(answer.contains(field), answer.c_str());
        const std::string head = ask(request("HEAD /_ping"));
        QVERIFY(head.contains("Content-Length: 2") && head.ends_with("\r\n\r\n"));
    }

    void versions_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        QTest::newRow("none") << "/what?q=a" << "1.51 a";
        QTest::newRow("oldest") << "/v1.24/what?q=a+b%26" << "1.24 a b&";
        QTest::newRow("newest") << "/v1.51/what" << "1.51 ";
        QTest::newRow("too new") << "/v1.52/what"
                                 << "client version 1.52 is too new. Maximum supported API version is 1.51";
        QTest::newRow("too old") << "/v1.23/what" << "client version 1.23 is too old";
        QTest::newRow("huge") << "/v1.99999999999999999999/what" << "400 Bad Request";
        QTest::newRow("unknown") << "/v1.41/nowhere" << "404 Not Found";
        QTest::newRow("other method") << "/v1.41/echo" << "{\"message\":\"page not found\"}";
        QTest::newRow("bad escape") << "/what?q=%zz" << "400 Bad Request";
        QTest::newRow("greedy") << "/v1.51/images/quay.io/a/b:1/json" << "quay.io/a/b:1";
        QTest::newRow("escaped slash") << "/images/a%2Fb/json" << "a/b";
    }
    void versions()
    {
        QFETCH(QString, path);
        QFETCH(QString, expected);
        const std::string answer = ask(request("GET " + path.toStdString()));
        QVERIFY2(answer.contains(expected.toStdString()), answer.c_str());
    }

    void peerIsKnown()
    {
        const std::string answer = ask(request("GET /what"));
        QVERIFY2(answer.ends_with(std::format("uid {} pid {}", ::getuid(), ::getpid())), answer.c_str());
    }

    void errorsAndEmptyAnswers()
    {
        const std::string conflict = ask(request("POST /conflict"));
        QVERIFY(conflict.starts_with("HTTP/1.1 409 Conflict"));
        QVERIFY(conflict.contains("{\"message\":\"the name \\\"web\\\" is taken\"}"));
        const std::string none = ask(request("DELETE /none"));
        QVERIFY(none.starts_with("HTTP/1.1 204 No Content"));
        QVERIFY(!none.contains("Content-Length") && none.ends_with("\r\n\r\n"));
    }

    void keepAliveAndPipelining()
    {
        whileServing([&] {
            WireClient client(m_path);
            for (int i = 0; i < 50; ++i) {
                client.send(post("/echo", std::to_string(i)));
                QVERIFY(client.readAnswer().ends_with("\r\n\r\n" + std::to_string(i)));
            }
            std::string many;
            for (int i = 0; i < 200; ++i)
                many += i % 3 == 0 ? request("GET /missing") : post("/echo", "<" + std::to_string(i) + ">");
            client.send(request("GET /slow") + many);
            QVERIFY(client.readAnswer().ends_with("slow"));
            for (int i = 0; i < 200; ++i) {
                const std::string expected = i % 3 == 0 ? "page not found" : "<" + std::to_string(i) + ">";
                QVERIFY(client.readAnswer().contains(expected));
            }
            client.endInput();
            QVERIFY(client.readAll().empty() && !client.timedOut());
        });
    }

    void requestCutAtEveryByte()
    {
        const std::string chunked = request("POST /echo", "Transfer-Encoding: chunked\r\n",
                                            "3;x=y\r\nabc\r\n4\r\ndefg\r\n0\r\nTrailer: t\r\n\r\n");
        whileServing([&] {
            WireClient client(m_path);
            for (std::size_t cut = 1; cut < chunked.size(); ++cut) {
                client.send(chunked.substr(0, cut));
                std::this_thread::sleep_for(std::chrono::microseconds(200));
                client.send(chunked.substr(cut));
                const std::string answer = client.readAnswer();
                QVERIFY2(answer.ends_with("\r\n\r\nabcdefg"), std::format("{}: {}", cut, answer).c_str());
            }
        });
    }

    void halfClosedClientStillGetsItsAnswers()
    {
        const std::string answer = ask(request("GET /slow") + request("GET /_ping"));
        QVERIFY(answer.contains("slow") && answer.ends_with("OK"));
    }

    void continues()
    {
        whileServing([&] {
            WireClient client(m_path);
            client.send(request("POST /echo", "Content-Length: 5\r\nExpect: 100-continue\r\n"));
            QCOMPARE(client.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
            client.send("hello");
            QVERIFY(client.readAnswer().ends_with("\r\n\r\nhello"));
            client.send(request("POST /nowhere", "Content-Length: 5\r\nExpect: 100-continue\r\n"));
            QVERIFY(client.readAnswer().starts_with("HTTP/1.1 404"));
            WireClient transfer(m_path);
            transfer.send(request("POST /swallow", "Content-Length: 5\r\nExpect: 100-continue\r\n"));
            QCOMPARE(transfer.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
            transfer.send("hello");
            QVERIFY(transfer.readUntil("0\r\n\r\n").contains("\r\n1\r\n5\r\n"));
        });
        QVERIFY(ask(request("POST /echo", "Expect: more\r\n")).starts_with("HTTP/1.1 417"));
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");
        auto row = [](const char *name, const std::string &bytes, const char *status) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(status);
        };
        const std::string field(200, 'a');
        std::string fields;
        for (int i = 0; i < 101; ++i)
            fields += "A" + std::to_string(i) + ": b\r\n";
        row("noise", "\x16\x03\x01\x02noise\r\n\r\n", "400");
        row("no host", "GET /_ping HTTP/1.1\r\n\r\n", "400");
        row("two hosts", "GET /_ping HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400");
        row("absolute target", "GET http://x/_ping HTTP/1.1\r\nHost: a\r\n\r\n", "400");
        row("http 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400");
        row("http 9", "GET /_ping HTTP/9.9\r\nHost: a\r\n\r\n", "400");
        row("length and chunked",
            request("POST /echo", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "abc"), "400");
        row("two lengths", request("POST /echo", "Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), "400");
        row("two codings", request("POST /echo", "Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), "400");
        row("other coding", request("POST /echo", "Transfer-Encoding: gzip\r\n"), "400");
        row("negative length", request("POST /echo", "Content-Length: -1\r\n"), "400");
        row("length overflow", request("POST /echo", "Content-Length: 99999999999999999999999\r\n"), "400");
        row("chunk overflow",
            request("POST /echo", "Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n"), "400");
        row("bad chunk", request("POST /echo", "Transfer-Encoding: chunked\r\n", "zz\r\n"), "400");
        row("bare line feeds", "GET /_ping HTTP/1.1\nHost: a\n\n", "400");
        row("nul in field", request("GET /_ping", std::string("A: b\0c\r\n", 8)), "400");
        row("blank before colon", request("GET /_ping", "A : b\r\n"), "400");
        row("nul in path", request("GET /images/a%00b/json"), "400");
        row("too many fields", request("GET /_ping", fields), "431");
        row("long field", request("GET /_ping", "A: " + std::string(70000, 'a') + "\r\n"), "431");
        row("long target", request("GET /" + std::string(70000, 'a')), "431");
        row("blank lines", std::string(80000, '\n'), "431");
        row("large body", request("POST /echo", "Content-Length: 4194305\r\n"), "413");
        row("large chunked body",
            request("POST /echo", "Transfer-Encoding: chunked\r\n",
                    "400001\r\n" + std::string(0x400001, 'a')),
            "413");
        row("huge body", request("POST /attach", "Content-Length: 65537\r\n"), "413");
    }
    void malformed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, status);
        const std::string answer = ask(bytes.toStdString());
        QVERIFY2(answer.starts_with("HTTP/1.1 " + status.toStdString()), answer.substr(0, 200).c_str());
        QVERIFY(answer.contains("{\"message\":\""));
        QVERIFY(ask(request("GET /_ping")).ends_with("OK"));
    }

    void slowClientsAreHungUpOn()
    {
        whileServing([&] {
            WireClient head(m_path), body(m_path), idle(m_path);
            head.send("GET /_p");
            body.send(request("POST /echo", "Content-Length: 5\r\n", "he"));
            QVERIFY(head.readAll().starts_with("HTTP/1.1 408"));
            QVERIFY(body.readAll().starts_with("HTTP/1.1 408"));
            QVERIFY(idle.readAll().empty() && !idle.timedOut());
        });
        QTRY_COMPARE(m_listener->connections(), 0u);
    }

    void hugeUploadKeepsMemoryBounded()
    {
        constexpr std::size_t total = std::size_t{1} << 30;
        const long before = residentKiB();
        whileServing([&] {
            WireClient client(m_path);
            client.send(request("POST /swallow", "Transfer-Encoding: chunked\r\n"));
            const std::string piece = "10000\r\n" + std::string(65536, 'x') + "\r\n";
            for (std::size_t sent = 0; sent < total; sent += 65536)
                QVERIFY(client.send(piece));
            client.send("0\r\n\r\n");
            QVERIFY(client.readUntil("0\r\n\r\n").contains(std::to_string(total)));
            client.send(request("GET /_ping")); // the connection is good for more
            QVERIFY(client.readAnswer().ends_with("OK"));
        });
        QCOMPARE(transferred.load(), total);
        QVERIFY2(residentKiB() - before < 8192, qPrintable(QString::number(residentKiB() - before)));
    }

    void transferEndsWhenItsClientGoes()
    {
        transferCancelled = false;
        whileServing([&] {
            WireClient client(m_path);
            client.send(request("POST /swallow", "Content-Length: 1000000\r\n", "some"));
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            client.close();
        });
        QTRY_VERIFY(transferCancelled);
        transferCancelled = false;
        whileServing([&] {
            WireClient client(m_path);
            client.send(request("GET /pour?pieces=10000"));
            client.read(100);
            client.close();
        });
        QTRY_VERIFY(transferCancelled);
        QTRY_COMPARE(m_listener->connections(), 0u);
    }

    void transferThatRefusesItsBody()
    {
        whileServing([&] {
            WireClient client(m_path);
            client.send(request("POST /refuse", "Content-Length: 1000000\r\n", std::string(1000, 'x')));
            const std::string answer = client.readAnswer();
            QVERIFY(answer.starts_with("HTTP/1.1 501") && answer.contains("not this"));
            QVERIFY(client.send(std::string(500000, 'x'))); // still taken, so that the answer isn't lost
        });
    }

    void slowReaderKeepsMemoryBounded()
    {
        const long before = residentKiB();
        whileServing([&] {
            WireClient client(m_path), other(m_path);
            client.send(request("GET /flood?bytes=1073741824"));
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            QVERIFY(Flood::written < 4u << 20);
            other.send(request("GET /_ping"));
            QVERIFY(other.readAnswer().ends_with("OK"));
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            const std::size_t stalled = Flood::written;
            for (int i = 0; i < 100; ++i)
                client.read();
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            QVERIFY(Flood::written > stalled);
        });
        QTRY_VERIFY(Flood::ended);
        QVERIFY(residentKiB() - before < 8192);
    }

    void floodThroughput()
    {
        constexpr std::size_t total = std::size_t{1} << 30;
        std::size_t got = 0;
        std::chrono::duration<double> time{};
        whileServing([&] {
            WireClient client(m_path);
            client.send(request("GET /flood?bytes=1073741824"));
            std::string buffer(1 << 18, '\0');
            const auto start = std::chrono::steady_clock::now();
            std::string tail;
            while (!tail.ends_with("\r\n0\r\n\r\n")) {
                const ssize_t n = ::recv(client.socket(), buffer.data(), buffer.size(), 0);
                QVERIFY(n > 0);
                got += static_cast<std::size_t>(n);
                tail = (tail + buffer.substr(static_cast<std::size_t>(std::max<ssize_t>(0, n - 8)), 8)
                                   .substr(0, static_cast<std::size_t>(std::min<ssize_t>(n, 8))));
                tail = tail.substr(tail.size() > 8 ? tail.size() - 8 : 0);
            }
            time = std::chrono::steady_clock::now() - start;
        });
        QVERIFY(got > total);
        qInfo("%.0f MB/s", static_cast<double>(got) / 1e6 / time.count());
        QVERIFY(time.count() < 10);
    }

    void hijack()
    {
        whileServing([&] {
            WireClient client(m_path);
            client.send(request("POST /attach",
                                "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 2\r\n", "{}early"));
            const std::string head = client.readUntil("\r\n\r\n");
            QVERIFY2(head.starts_with("HTTP/1.1 101 UPGRADED\r\n"), head.c_str());
            QVERIFY(head.contains("Connection: Upgrade\r\nUpgrade: tcp\r\n"));
            QCOMPARE(client.readUntil("early"), "early");
            client.send("GET / HTTP/1.1\r\n\r\n"); // just bytes now
            QCOMPARE(client.readUntil("\r\n\r\n"), "GET / HTTP/1.1\r\n\r\n");
            client.endInput();
            QCOMPARE(client.readAll(), "bye");
            QVERIFY(!client.timedOut());

            WireClient old(m_path);
            old.send(request("POST /attach", "", "early"));
            QVERIFY(old.readUntil("\r\n\r\n").starts_with("HTTP/1.1 200 OK\r\n"));
            QCOMPARE(old.readUntil("early"), "early");

            WireClient failed(m_path);
            failed.send(request("POST /attach?fail=1", "Connection: Upgrade\r\nUpgrade: tcp\r\n"));
            QVERIFY(failed.readAnswer().starts_with("HTTP/1.1 404"));
        });
        QTRY_VERIFY(Echo::closed); // of the second, whose client is gone
    }

    void hijackHasBackPressure()
    {
        const long before = residentKiB();
        whileServing([&] {
            WireClient client(m_path);
            client.send(request("POST /attach", "Connection: Upgrade\r\nUpgrade: tcp\r\n"));
            client.readUntil("\r\n\r\n");
            constexpr std::size_t total = std::size_t{64} << 20;
            std::thread writer([&] {
                const std::string piece(65536, 'z');
                for (std::size_t sent = 0; sent < total; sent += piece.size())
                    client.send(piece);
                client.endInput();
            });
            std::this_thread::sleep_for(std::chrono::milliseconds(200)); // nobody reads; the echo must stop
            std::size_t got = 0;
            for (std::string bytes = client.read(); !bytes.empty(); bytes = client.read())
                got += bytes.size();
            writer.join();
            QCOMPARE(got, total + 3);
        });
        QVERIFY(residentKiB() - before < 8192);
    }

    void sessionNoticesItsClientsLeaving()
    {
        for (const bool halfFirst : {false, true}) {
            whileServing([&] {
                WireClient client(m_path);
                client.send(request("GET /flood?bytes=1073741824"));
                if (halfFirst)
                    client.endInput();
                client.read(100);
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
                QVERIFY(!Flood::ended);
            });
            QTRY_VERIFY(Flood::ended);
        }
        QTRY_COMPARE(m_listener->connections(), 0u);
    }

    void callThenGoesOnOnTheEventLoop()
    {
        QVERIFY(ask(request("GET /then")).contains("\r\n2\r\n42\r\n0\r\n\r\n"));
        const std::string failed = ask(request("GET /then?fail=1"));
        QVERIFY(failed.starts_with("HTTP/1.1 404") && failed.contains("no answer"));
        whileServing([&] { WireClient(m_path).send(request("GET /then")); }); // gone before its answer
        QTRY_COMPARE(m_listener->connections(), 0u);
    }

    void http10()
    {
        const std::string answer = ask("GET /flood?bytes=10 HTTP/1.0\r\n\r\n");
        QVERIFY(!answer.contains("chunked") && answer.ends_with("\r\n\r\n" + std::string(10, '\0')));
        QVERIFY(ask("GET /pour?pieces=1 HTTP/1.0\r\n\r\n").ends_with("\r\n\r\n" + std::string(65536, 'x')));
    }

    void connectionsAreLimited()
    {
        m_listener.reset();
        Listener listener(m_router, {.connections = 3});
        QVERIFY(listener.open(m_path));
        whileServing([&] {
            WireClient one(m_path), two(m_path), three(m_path);
            one.send(request("GET /_ping"));
            QVERIFY(one.readAnswer().ends_with("OK"));
            three.send(request("GET /_ping"));
            QVERIFY(three.readAnswer().ends_with("OK"));
            WireClient four(m_path);
            QVERIFY(four.readAll().starts_with("HTTP/1.1 503"));
        });
    }

    void survivesRunningOutOfDescriptors()
    {
        rlimit before{};
        ::getrlimit(RLIMIT_NOFILE, &before);
        whileServing([&] {
            WireClient waiting(m_path); // a descriptor for it is there; then there is none for the other side
            waiting.send(request("GET /_ping"));
            QVERIFY(waiting.readAnswer().ends_with("OK"));
            std::vector<Fd> all;
            rlimit low{64, before.rlim_max};
            ::setrlimit(RLIMIT_NOFILE, &low);
            WireClient starved(m_path);
            for (Fd fd(::dup(0)); fd; fd = Fd(::dup(0)))
                all.push_back(std::move(fd));
            starved.send(request("GET /_ping"));
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            all.clear();
            ::setrlimit(RLIMIT_NOFILE, &before);
            QVERIFY(starved.readAnswer().ends_with("OK"));
            WireClient later(m_path);
            later.send(request("GET /_ping"));
            QVERIFY(later.readAnswer().ends_with("OK"));
        });
    }

    void idleConnectionsWakeNobody()
    {
        whileServing([&] {
            std::vector<std::unique_ptr<WireClient>> clients;
            for (int i = 0; i < 20; ++i) {
                clients.push_back(std::make_unique<WireClient>(m_path));
                clients.back()->send(request("GET /_ping"));
                clients.back()->readAnswer();
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            auto switches = [] {
                std::ifstream status("/proc/self/status");
                std::string line;
                while (std::getline(status, line))
                    if (line.starts_with("voluntary_ctxt_switches:"))
                        return std::strtol(line.c_str() + 24, nullptr, 10);
                return -1L;
            };
            const long before = switches(); // of the main thread, which serves
            std::this_thread::sleep_for(std::chrono::milliseconds(1000));
            QCOMPARE(switches(), before);
        });
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"

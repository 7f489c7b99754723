#include "engine/server/transport/listener.h"
#include "tests/engine/server/transport/testroutes.h"
#include "tests/engine/server/transport/wireclient.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <csignal>
#include <fstream>

using namespace quayside;
using namespace quayside::server;
using namespace quayside::test;

class TestStreams : public QObject
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
        std::signal(SIGPIPE, SIG_IGN); // as in the engine
        m_router.add(testRoutes());
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

    void lentInput()
    {
        const std::string chunks = "3;x=y\r\nabc\r\n4\r\ndefg\r\n0\r\nTrailer: t\r\n\r\n";
        const std::string head = request("POST /borrow", "Transfer-Encoding: chunked\r\n");
        for (std::size_t cut = head.size() - 2; cut < head.size() + chunks.size(); ++cut) {
            whileServing([&] {
                WireClient client(m_path);
                client.send((head + chunks).substr(0, cut));
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
                client.send((head + chunks).substr(cut));
                const std::string answer = client.readAll();
                QVERIFY2(answer.starts_with("HTTP/1.1 200") && answer.contains("Connection: close"),
                         answer.c_str());
            });
            QCOMPARE(transferred.load(), 7u);
        }
        QVERIFY(ask(request("POST /borrow", "Content-Length: 5\r\n", "hello")).starts_with("HTTP/1.1 200"));
        QCOMPARE(transferred.load(), 5u);
        QVERIFY(ask(request("POST /borrow")).starts_with("HTTP/1.1 200")); // no body at all
        QCOMPARE(transferred.load(), 0u);
    }

    void lentInputThatIsWrong()
    {
        const std::string malformed =
            ask(request("POST /borrow", "Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n"));
        QVERIFY2(malformed.starts_with("HTTP/1.1 400") && malformed.contains("malformed"), malformed.c_str());
        transferCancelled = false;
        ask(request("POST /borrow", "Content-Length: 50\r\n", "too little"));
        QVERIFY(transferCancelled);
        transferCancelled = false;
        whileServing([&] {
            WireClient client(m_path);
            client.send(request("POST /borrow", "Content-Length: 50\r\n", "some"));
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            client.close();
        });
        QTRY_VERIFY(transferCancelled);
        QTRY_COMPARE(m_listener->connections(), 0u);
    }

    void lentInputStallsAndTheEngineEnds()
    {
        transferCancelled = false;
        whileServing([&] {
            WireClient client(m_path), other(m_path);
            client.send(request("POST /borrow", "Content-Length: 50\r\nExpect: 100-continue\r\n"));
            QCOMPARE(client.readUntil("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
            other.send(request("GET /_ping")); // nobody else waits for it
            QVERIFY(other.readAnswer().ends_with("OK"));
            QMetaObject::invokeMethod(this, [this] { m_listener.reset(); }, Qt::QueuedConnection);
            client.readAll();
        });
        QVERIFY(transferCancelled);
    }

    void lentOutput()
    {
        const std::string answer = ask(request("GET /borrow"));
        QVERIFY2(answer.contains("Connection: close") &&
                     answer.ends_with("\r\n\r\na\r\nhelloworld\r\n1\r\n!\r\n2\r\nab\r\n0\r\n\r\n"),
                 answer.c_str());
        QVERIFY(ask(request("GET /borrow?fail=1")).ends_with("\r\n2\r\nab\r\n")); // visibly cut off
        QVERIFY(ask("GET /borrow HTTP/1.0\r\n\r\n").ends_with("\r\n\r\nhelloworld!ab"));
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
            QVERIFY(floodWritten < 4u << 20);
            other.send(request("GET /_ping"));
            QVERIFY(other.readAnswer().ends_with("OK"));
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            const std::size_t stalled = floodWritten;
            for (int i = 0; i < 100; ++i)
                client.read();
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            QVERIFY(floodWritten > stalled);
        });
        QTRY_VERIFY(floodEnded);
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
        QTRY_VERIFY(echoClosed); // of the second, whose client is gone
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
                QVERIFY(!floodEnded);
            });
            QTRY_VERIFY(floodEnded);
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
};

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"

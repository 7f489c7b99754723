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
            WireClient waiting(m_path);
            waiting.send(request("GET /_ping"));
            QVERIFY(waiting.readAnswer().ends_with("OK"));
            std::vector<Fd> all;
            rlimit low{64, before.rlim_max};
            ::setrlimit(RLIMIT_NOFILE, &low);
            for (Fd fd(::dup(0)); fd; fd = Fd(::dup(0)))
                all.push_back(std::move(fd));
            all.pop_back();
            WireClient starved(m_path); // takes the last descriptor: there is none for the other side
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

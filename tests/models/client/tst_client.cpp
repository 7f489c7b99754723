#include "engine/server/transport/listener.h"
#include "models/client/engineclient.h"
#include "tests/models/client/answer.h"
#include "tests/models/client/clientroutes.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <QTimer>
#include <QTranslator>
#include <csignal>

using namespace quayside;
using namespace quayside::client;
using namespace quayside::test;

class TestClient : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    server::Router m_router;
    std::unique_ptr<server::Listener> m_listener;
    std::unique_ptr<EngineClient> m_client;
    QString m_path;

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN); // as in the engine, which answers here
        m_router.add(containerRoutes());
        m_router.add(otherRoutes());
        m_path = m_folder.filePath("engine.sock");
    }
    void init()
    {
        m_listener = std::make_unique<server::Listener>(m_router);
        QVERIFY(m_listener->open(m_path.toStdString()));
        m_client = std::make_unique<EngineClient>("unix://" + m_path);
    }
    void cleanup()
    {
        m_client.reset();
        m_listener.reset();
    }

    void pingTellsTheEnginesFacts()
    {
        Answer<api::Ping> answer;
        m_client->ping(this, answer.done());
        QVERIFY(!answer.result); // never from within the call
        QVERIFY(answer.wait());
        QCOMPARE(answer.result->value().apiVersion, "1.51");
        QCOMPARE(answer.result->value().osType, "linux");
    }

    void listSendsItsOptions()
    {
        Answer<std::vector<api::ContainerSummary>> answer;
        api::Filters filters;
        filters.values["label"] = {"a=b&c"};
        m_client->listContainers({.all = true, .limit = 5, .filters = filters}, this, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(answer.result->value().at(0).names.at(0), "/web");
        QCOMPARE(seen.query.find("all")->second, "1");
        QCOMPARE(seen.query.find("limit")->second, "5");
        QCOMPARE(seen.query.find("filters")->second, R"({"label":["a=b&c"]})");
    }

    void createSendsItsBody()
    {
        Answer<api::ContainerCreateResponse> answer;
        api::ContainerCreateRequest request;
        request.image = "busybox";
        request.hostConfig.memory = 123;
        m_client->createContainer("web", request, this, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(answer.result->value().warnings.at(0), "careful");
        const auto sent = api::decode<api::ContainerCreateRequest>(seen.body);
        QVERIFY(sent);
        QCOMPARE(sent->image, "busybox");
        QCOMPARE(sent->hostConfig.memory, 123);
    }

    void errorsCarryTheEnginesMessage()
    {
        Answer<api::ContainerCreateResponse> conflict;
        m_client->createContainer("taken", {}, this, conflict.done());
        QVERIFY(!conflict.wait());
        QCOMPARE(conflict.result->error().kind, ErrorKind::Conflict);
        QCOMPARE(conflict.result->error().message, "the name taken is taken");
        Answer<api::Capabilities> capabilities;
        m_client->capabilities(this, capabilities.done());
        QVERIFY(!capabilities.wait());
        QCOMPARE(capabilities.result->error().kind, ErrorKind::NotFound);
    }

    void otherLanguagesSayWhoseWordsTheseAre()
    {
        class German : public QTranslator
        {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char *context, const char *, const char *comment, int) const override
            {
                const bool ours = qstrcmp(context, "quayside::client::EngineWords") == 0;
                return ours && qstrcmp(comment, "words of the engine") == 0 ? QString("die Engine sagt: „%1“")
                                                                            : QString();
            }
        } german;
        QCoreApplication::installTranslator(&german);
        Answer<api::ContainerCreateResponse> conflict;
        m_client->createContainer("taken", {}, this, conflict.done());
        QVERIFY(!conflict.wait());
        QCOMPARE(conflict.result->error().message, "die Engine sagt: „the name taken is taken“");
        Answer<void> progress;
        m_client->makeBaseImage(
            {.suite = "trixie", .packages = {"python3"}, .name = "py"}, this, [](const Progress &) {},
            progress.done());
        QVERIFY(!progress.wait());
        QCOMPARE(progress.result->error().message, "die Engine sagt: „no mirror answers“");
        QCoreApplication::removeTranslator(&german);
    }

    void notModifiedIsFine()
    {
        Answer<void> answer;
        m_client->startContainer("runs", this, answer.done());
        QVERIFY(answer.wait());
    }

    void nobodyAnswers()
    {
        m_listener.reset();
        Answer<api::Ping> answer;
        m_client->ping(this, answer.done());
        QVERIFY(!answer.wait());
        QCOMPARE(answer.result->error().kind, ErrorKind::Unavailable);
        QVERIFY(answer.result->error().message.contains(m_path.toStdString()));
    }

    void connectionsAreKept()
    {
        for (int i = 0; i < 20; ++i) {
            Answer<api::Ping> answer;
            m_client->ping(this, answer.done());
            QVERIFY(answer.wait());
        }
        QCOMPARE(m_listener->connections(), 1u);
        // The engine is started again: the kept connection is of no use, and nobody notices.
        m_listener.reset();
        m_listener = std::make_unique<server::Listener>(m_router);
        QVERIFY(m_listener->open(m_path.toStdString()));
        Answer<api::Ping> answer;
        m_client->ping(this, answer.done());
        QVERIFY(answer.wait());
        std::vector<std::unique_ptr<Answer<api::Ping>>> many;
        for (int i = 0; i < 50; ++i) {
            many.push_back(std::make_unique<Answer<api::Ping>>());
            m_client->ping(this, many.back()->done());
        }
        for (auto &one : many)
            QVERIFY(one->wait());
        QTRY_VERIFY(m_listener->connections() <= 4);
    }

    void cancelledAndOrphanedCallsStaySilent()
    {
        int called = 0;
        auto count = [&](const auto &) { ++called; };
        m_client->ping(this, count).cancel();
        auto context = std::make_unique<QObject>();
        m_client->ping(context.get(), count);
        m_client->logs("flood", {}, context.get(), nullptr, count);
        context.reset();
        const Call events = m_client->events({}, this, nullptr, nullptr, count);
        QTest::qWait(50);
        QVERIFY(events.active());
        events.cancel();
        QTRY_VERIFY(streamClosed);
        QVERIFY(!events.active());
        QTest::qWait(50);
        QCOMPARE(called, 0);
    }

    void deletingTheClientEndsEverything()
    {
        int called = 0;
        m_client->events({}, this, nullptr, nullptr, [&](const Result<> &) { ++called; });
        m_client->ping(this, [&](const auto &) { ++called; });
        QTest::qWait(20);
        called = 0;
        m_client.reset();
        QTRY_VERIFY(streamClosed);
        QCOMPARE(called, 0);
    }

    void eventsCome()
    {
        std::vector<api::Event> events;
        bool started = false;
        Answer<void> end;
        m_client->events(
            {}, this, [&] { started = true; }, [&](const api::Event &e) { events.push_back(e); }, end.done());
        QTRY_COMPARE(events.size(), 1u);
        QVERIFY(started);
        QCOMPARE(events[0].action, "start");
        QCOMPARE(events[0].actor.attributes.at("name"), "web");
        m_listener.reset();
        QVERIFY(!end.wait()); // the engine has gone: not an orderly end
        QCOMPARE(end.result->error().kind, ErrorKind::Unavailable);
    }

    void logsComeApart()
    {
        QByteArray out, err;
        Answer<void> end;
        auto take = [&](api::Stream stream, QByteArrayView bytes) {
            (stream == api::Stream::Stderr ? err : out) += bytes;
        };
        m_client->logs("plain", {.tail = 2}, this, take, end.done());
        QVERIFY(end.wait());
        QCOMPARE(out, "out\nout\n");
        QCOMPARE(err, "err\nerr\n");
        Answer<void> raw;
        out.clear();
        m_client->logs("tty", {.follow = true}, this, take, raw.done());
        QVERIFY(raw.wait());
        QCOMPARE(out, "raw\r\nraw\r\nraw\r\n");
        Answer<void> none;
        m_client->logs("none", {}, this, take, none.done());
        QVERIFY(!none.wait());
        QCOMPARE(none.result->error().message, "No such container: none");
    }

    void logFloodIsQuickAndBounded()
    {
        const long before = residentKiB();
        std::size_t got = 0;
        Answer<void> end;
        QElapsedTimer timer;
        timer.start();
        m_client->logs(
            "flood", {.terminal = false}, this,
            [&](api::Stream, QByteArrayView bytes) { got += static_cast<std::size_t>(bytes.size()); },
            end.done());
        QVERIFY(end.wait());
        QCOMPARE(got, std::size_t{65528} * 16384);
        qInfo("%.0f MB/s, engine and client on one thread",
              static_cast<double>(got) / 1e3 / static_cast<double>(timer.elapsed()));
        QVERIFY2(residentKiB() - before < 16384, qPrintable(QString::number(residentKiB() - before)));
    }

    void attachToATerminal()
    {
        Answer<TerminalStream *> answer;
        QObject context;
        m_client->attach("tty", {}, &context, answer.done());
        QVERIFY(answer.wait());
        TerminalStream *stream = **answer.result;
        QVERIFY(stream->isTerminal() && stream->isOpen());
        QByteArray out;
        bool ended = false;
        connect(stream, &TerminalStream::received, this,
                [&](api::Stream, const QByteArray &bytes) { out += bytes; });
        connect(stream, &TerminalStream::ended, this,
                [&](const Result<> &result) { ended = result.has_value(); });
        stream->write("ls\n");
        QTRY_COMPARE(out, "ls\n");
        stream->pause(true);
        stream->write("held");
        QTest::qWait(50);
        QCOMPARE(out, "ls\n");
        stream->pause(false);
        QTRY_COMPARE(out, "ls\nheld");
        stream->closeInput();
        QTRY_VERIFY(ended);
        QCOMPARE(out, "ls\nheldend");
        QVERIFY(!stream->isOpen());
    }

    void attachWithoutATerminal()
    {
        Answer<TerminalStream *> answer;
        auto context = std::make_unique<QObject>();
        m_client->attach("plain", {.terminal = false}, context.get(), answer.done());
        QVERIFY(answer.wait());
        QByteArray out, err;
        connect(**answer.result, &TerminalStream::received, this,
                [&](api::Stream stream, const QByteArray &bytes) {
                    (stream == api::Stream::Stderr ? err : out) += bytes;
                });
        (**answer.result)->write("hi");
        QTRY_COMPARE(err, "!");
        QCOMPARE(out, "hi");
        context.reset(); // and the stream with it
        QTRY_VERIFY(streamClosed);
        QTRY_COMPARE(m_listener->connections(), 0u);
    }

    void loadStreamsAFile()
    {
        QFile file(m_folder.filePath("archive"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 size = qint64{256} << 20;
        file.resize(size);
        const long before = residentKiB();
        Answer<void> answer;
        std::vector<Progress> lines;
        std::int64_t sent = 0;
        m_client->load(
            &file, this, [&](std::int64_t bytes) { sent = bytes; },
            [&](const Progress &line) { lines.push_back(line); }, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(uploaded.load(), static_cast<std::size_t>(size));
        QVERIFY(sent > size - (1 << 20));
        QCOMPARE(lines.size(), 2u);
        QCOMPARE(lines[0].current, 5);
        QCOMPARE(lines[1].stream, "Loaded image: x\n");
        QVERIFY(residentKiB() - before < 16384);
    }

    void importFromASequentialDevice()
    {
        QLocalServer producer;
        QVERIFY(producer.listen(m_folder.filePath("producer")));
        QLocalSocket device;
        device.connectToServer(m_folder.filePath("producer"));
        QVERIFY(producer.waitForNewConnection(1000));
        QLocalSocket *source = producer.nextPendingConnection();
        Answer<std::string> answer;
        m_client->importImage(&device, {.repository = "x", .changes = {"CMD [\"sh\"]", "ENV a=b"}}, this,
                              nullptr, nullptr, answer.done());
        source->write(QByteArray(100'000, 'a'));
        QTest::qWait(30);
        source->write(QByteArray(50'000, 'b'));
        source->disconnectFromServer();
        QVERIFY2(answer.wait(), answer.result->has_value() ? "" : answer.result->error().message.c_str());
        QCOMPARE(**answer.result, "sha256:1234");
        QCOMPARE(uploaded.load(), 150'000u);
    }

    void uploadThatIsRefused()
    {
        QBuffer archive;
        archive.setData(QByteArray(8 << 20, 'a'));
        QVERIFY(archive.open(QIODevice::ReadOnly));
        Answer<std::string> answer;
        m_client->importImage(&archive, {.repository = "refused"}, this, nullptr, nullptr, answer.done());
        QVERIFY(!answer.wait());
        QCOMPARE(answer.result->error().message, "the disk is full");
        QCOMPARE(answer.result->error().kind, ErrorKind::NoSpace);
    }

    void saveIntoAFile()
    {
        QBuffer archive;
        QVERIFY(archive.open(QIODevice::WriteOnly));
        Answer<void> answer;
        std::int64_t received = 0;
        m_client->save(
            {"a", "b"}, &archive, this, [&](std::int64_t bytes) { received = bytes; }, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(archive.data().size(), 256 * 65536);
        QCOMPARE(received, 256 * 65536);
        Answer<void> broken;
        m_client->save({"broken"}, &archive, this, nullptr, broken.done());
        QVERIFY(!broken.wait()); // cut off, not taken for whole
        QFile full("/dev/full");
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        Answer<void> noSpace;
        m_client->save({"a"}, &full, this, nullptr, noSpace.done());
        QVERIFY(!noSpace.wait());
        QCOMPARE(noSpace.result->error().kind, ErrorKind::NoSpace);
    }

    void errorLineEndsAProgress()
    {
        Answer<void> answer;
        std::vector<Progress> lines;
        m_client->makeBaseImage(
            {.suite = "trixie", .packages = {"python3"}, .name = "py"}, this,
            [&](const Progress &line) { lines.push_back(line); }, answer.done());
        QVERIFY(!answer.wait());
        QCOMPARE(answer.result->error().message, "no mirror answers");
        QCOMPARE(lines.size(), 1u);
        QCOMPARE(seen.body, R"({"suite":"trixie","packages":["python3"],"name":"py"})");
    }

    void strangeServers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("noise") << QByteArray("noise\r\n\r\n");
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}");
        QTest::newRow("cut chunk") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no json") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{");
        QTest::newRow("endless head") << QByteArray("HTTP/1.1 200 OK\r\nA: " + QByteArray(100'000, 'a'));
        QTest::newRow("error without json") << QByteArray("HTTP/1.1 502 Bad\r\nContent-Length: 3\r\n\r\nbad");
    }
    void strangeServers()
    {
        QFETCH(QByteArray, answer);
        QLocalServer strange;
        QVERIFY(strange.listen(m_folder.filePath("strange")));
        connect(&strange, &QLocalServer::newConnection, &strange, [&] {
            QLocalSocket *socket = strange.nextPendingConnection();
            connect(socket, &QLocalSocket::readyRead, socket, [=] {
                socket->write(answer);
                socket->disconnectFromServer();
            });
        });
        EngineClient client(m_folder.filePath("strange"));
        Answer<api::SystemInfo> info;
        client.info(this, info.done());
        QVERIFY(!info.wait());
        QVERIFY(!info.result->error().message.contains("no callback"));
        QVERIFY(!info.result->error().message.empty());
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"

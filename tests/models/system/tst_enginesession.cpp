// The one update path, against a small engine that answers from a script.
#include "models/system/enginesession.h"

#include <QAbstractItemModelTester>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

QByteArray container(const QByteArray &id, const QByteArray &name, const QByteArray &state,
                     const QByteArray &status, const QByteArray &imageId = "sha256:aa")
{
    return R"({"Id":")" + id + R"(","Names":["/)" + name + R"("],"Image":"busybox","ImageID":")" + imageId +
           R"(","Created":1,"State":")" + state + R"(","Status":")" + status + R"("})";
}

// Answers the requests that the window makes; counts them.
class ScriptedEngine : public QObject
{
public:
    explicit ScriptedEngine(const QString &path) : m_path(path) { listen(); }

    QHash<QByteArray, QByteArray> containers; // by id
    QList<QByteArray> requests;
    QByteArray images = "[]";
    bool holdsLists = false; // lists are made at once and answered by release()

    void listen()
    {
        QLocalServer::removeServer(m_path);
        m_server = std::make_unique<QLocalServer>();
        m_server->listen(m_path);
        connect(m_server.get(), &QLocalServer::newConnection, this, [this] {
            QLocalSocket *socket = m_server->nextPendingConnection();
            m_sockets.append(socket);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }
    void release()
    {
        for (const auto &[socket, body] : std::exchange(m_held, {}))
            reply(socket, "200 OK", body);
    }
    void die()
    {
        m_events = nullptr;
        qDeleteAll(std::exchange(m_sockets, {}));
        m_server.reset();
    }
    void sendEvent(const QByteArray &id, const QByteArray &action, qint64 time,
                   const QByteArray &type = "container")
    {
        const QByteArray line = R"({"Type":")" + type + R"(","Action":")" + action + R"(","Actor":{"ID":")" +
                                id + R"(","Attributes":{}},"scope":"local","time":)" +
                                QByteArray::number(time) + R"(,"timeNano":)" +
                                QByteArray::number(time * 1'000'000'000) + "}\n";
        m_events->write(QByteArray::number(line.size(), 16) + "\r\n" + line + "\r\n");
        m_events->flush();
    }
    [[nodiscard]] qsizetype count(const QByteArray &part) const
    {
        return std::ranges::count_if(requests,
                                     [&](const QByteArray &request) { return request.contains(part); });
    }

private:
    void read(QLocalSocket *socket)
    {
        m_buffer[socket] += socket->readAll();
        qsizetype end = 0;
        while ((end = m_buffer[socket].indexOf("\r\n\r\n")) >= 0) {
            const QByteArray line = m_buffer[socket].left(m_buffer[socket].indexOf('\r'));
            m_buffer[socket].remove(0, end + 4);
            requests.append(line);
            answer(socket, line);
        }
    }
    void answer(QLocalSocket *socket, const QByteArray &line)
    {
        if (line.contains("/events")) {
            m_events = socket;
            socket->write(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        } else if (line.contains("/containers/json")) {
            QList<QByteArray> found;
            for (auto it = containers.begin(); it != containers.end(); ++it) {
                if (!line.contains("filters") || line.contains(it.key()))
                    found.append(it.value());
            }
            const QByteArray body = '[' + found.join(',') + ']';
            if (holdsLists)
                m_held.append({socket, body});
            else
                reply(socket, "200 OK", body);
        } else if (line.contains("/images/json")) {
            reply(socket, "200 OK", images);
        } else if (line.contains("/version")) {
            reply(socket, "200 OK",
                  R"({"Version":"1.2","ApiVersion":"1.51","Platform":{"Name":"Scripted"}})");
        } else {
            reply(socket, "404 Not Found", R"({"message":"page not found"})");
        }
    }
    static void reply(QLocalSocket *socket, const QByteArray &status, const QByteArray &body)
    {
        socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    QString m_path;
    std::unique_ptr<QLocalServer> m_server;
    QList<QLocalSocket *> m_sockets;
    QHash<QLocalSocket *, QByteArray> m_buffer;
    QLocalSocket *m_events = nullptr;
    QList<std::pair<QLocalSocket *, QByteArray>> m_held;
};

const QByteArray web = "aaaaaaaaaaaa", job = "bbbbbbbbbbbb";

struct Fixture {
    QTemporaryDir folder;
    QString path = folder.filePath("engine.sock");
    ScriptedEngine engine{path};
    EngineSession session{path};

    Fixture()
    {
        engine.containers[web] = container(web, "web", "running", "Up 3 minutes");
        engine.containers[job] = container(job, "job", "exited", "Exited (0) 1 hour ago");
    }
    bool connect()
    {
        session.start();
        return QTest::qWaitFor([&] { return session.state() == EngineSession::State::Connected; }, 5000);
    }
};

} // namespace

class tst_EngineSession : public QObject
{
    Q_OBJECT

private slots:
    void listsOnceAndKnowsTheEngine()
    {
        Fixture f;
        QAbstractItemModelTester tester(f.session.containers());
        QVERIFY(f.connect());
        QCOMPARE(f.session.containers()->rowCount(), 2);
        QTRY_COMPARE(f.session.engineName(), "Scripted 1.2");
        QVERIFY(!f.session.isOwnEngine());
        QTest::qWait(300);
        QCOMPARE(f.engine.count("/containers/json"), 1); // nothing is polled
    }

    void fetchesOnlyWhatAnEventNames()
    {
        Fixture f;
        QVERIFY(f.connect());
        f.engine.containers[web] = container(web, "web", "exited", "Exited (137) 1 second ago");
        f.engine.sendEvent(web, "oom", 1000);
        f.engine.sendEvent(web, "die", 1001);
        f.engine.sendEvent(web, "stop", 1001);
        QTRY_COMPARE(f.session.containers()->find(web)->state, ContainerState::Failed);
        QCOMPARE(f.engine.count("/containers/json"), 2); // three events of one act: one call
        QCOMPARE(f.engine.count("filters"), 1);
        const ContainerRow *row = f.session.containers()->find(web);
        QCOMPARE(row->since, 1001); // the event's time, not the list's guess
        QVERIFY(row->outOfMemory);
    }

    void removesWhatIsDestroyed()
    {
        Fixture f;
        QVERIFY(f.connect());
        f.engine.containers.remove(job);
        f.engine.sendEvent(job, "destroy", 1000);
        QTRY_COMPARE(f.session.containers()->rowCount(), 1);
        QCOMPARE(f.engine.count("/containers/json"), 1);
    }

    // The list was made before the end and comes after it: the row stays gone.
    void aLateListBringsNothingBack()
    {
        Fixture f;
        QVERIFY(f.connect());
        f.engine.holdsLists = true;
        f.engine.sendEvent(job, "start", 1000);
        QTRY_COMPARE(f.engine.count("filters"), 1);
        f.engine.sendEvent(job, "destroy", 1001);
        QTRY_COMPARE(f.session.containers()->rowCount(), 1);
        f.engine.release();
        QTest::qWait(100);
        QCOMPARE(f.session.containers()->rowCount(), 1);
    }

    void manyEventsAreOneList()
    {
        Fixture f;
        QVERIFY(f.connect());
        for (int i = 0; i < 100; ++i) {
            const QByteArray id = "c" + QByteArray::number(100000 + i);
            f.engine.containers[id] = container(id, "n" + id, "created", "Created");
            f.engine.sendEvent(id, "create", 1000);
        }
        QTRY_COMPARE(f.session.containers()->rowCount(), 102);
        QVERIFY2(f.engine.count("/containers/json") < 10,
                 qPrintable(QString::number(f.engine.count("/containers/json"))));
    }

    // A list of all holds up the window.
    void aBurstAmongMoreIsAskedForInPieces()
    {
        Fixture f;
        const auto idOf = [](int i) { return "c" + QByteArray::number(100000 + i); };
        for (int i = 0; i < 400; ++i)
            f.engine.containers[idOf(i)] = container(idOf(i), "n" + idOf(i), "running", "Up 1 second");
        QVERIFY(f.connect());
        QTRY_COMPARE(f.session.containers()->rowCount(), 402);
        const auto wholeLists = [&] { return f.engine.count("/containers/json?all=1 "); };
        const qsizetype before = f.engine.count("/containers/json");
        for (int i = 0; i < 150; ++i) {
            f.engine.containers[idOf(i)] =
                container(idOf(i), "n" + idOf(i), "paused", "Up 1 second (Paused)");
            f.engine.sendEvent(idOf(i), "pause", 1000);
        }
        QTRY_VERIFY(std::ranges::all_of(f.session.containers()->rows(), [](const ContainerRow &row) {
            return row.state == ContainerState::Paused || row.id >= u"c100150" || !row.id.startsWith(u'c');
        }));
        QCOMPARE(wholeLists(), 1);
        QVERIFY(f.engine.count("/containers/json") - before >= 3);
    }

    void ignoresWhatChangesNothing()
    {
        Fixture f;
        QVERIFY(f.connect());
        f.engine.sendEvent(web, "exec_create: sh", 1000);
        f.engine.sendEvent(web, "resize", 1000);
        QTest::qWait(200);
        QCOMPARE(f.engine.count("/containers/json"), 1);
    }

    void comesBackWithTheEngine()
    {
        Fixture f;
        QVERIFY(f.connect());
        f.engine.die();
        QTRY_COMPARE(f.session.state(), EngineSession::State::Absent);
        QVERIFY(f.session.problem().contains(f.path));
        QCOMPARE(f.session.containers()->rowCount(), 2); // what was last seen
        f.engine.containers.remove(job);
        f.engine.listen();
        QTRY_COMPARE_WITH_TIMEOUT(f.session.state(), EngineSession::State::Connected, 5000);
        QTRY_COMPARE(f.session.containers()->rowCount(), 1);
    }

    // What an image is used by is counted here: a new list of the same images must not say that they changed,
    // or whoever shows one of them asks for everything again.
    void aListOfTheSameImagesChangesNothing()
    {
        Fixture f;
        f.engine.images = R"([{"Id":"sha256:aa","RepoTags":["busybox:latest"],"Created":1,"Size":5},
                              {"Id":"sha256:bb","RepoTags":["b:1","b:2"],"Created":1,"Size":6}])";
        QVERIFY(f.connect());
        QTRY_COMPARE(f.session.images()->rowCount(), 3);
        QTRY_COMPARE(f.session.images()->at(0).usedBy, 2);
        QCOMPARE(f.session.images()->countText(), "2 image(s), 3 name(s)");
        QTest::qWait(100);
        QSignalSpy changed(f.session.images(), &QAbstractItemModel::dataChanged);
        QSignalSpy listed(&f.session, &EngineSession::imagesListed);
        f.engine.sendEvent("sha256:aa", "save", 1000, "image");
        QTRY_COMPARE(listed.count(), 1);
        QTest::qWait(100);
        QCOMPARE(changed.count(), 0);
        f.engine.containers[job] = container(job, "job", "running", "Up 1 second", "sha256:bb");
        f.engine.sendEvent(job, "update", 1001);
        QTRY_COMPARE(f.session.images()->at(0).usedBy, 1); // but what a container uses may
    }

    void turnsToAnotherEngine()
    {
        Fixture f, g;
        g.engine.containers.remove(web);
        QVERIFY(f.connect());
        QAbstractItemModelTester tester(f.session.containers());
        int told = 0;
        f.session.client()->containerPlan("held", &f.session, [&](const Result<std::string> &) { ++told; });
        f.session.client()->logs("never", {.follow = true, .terminal = true}, &f.session, {},
                                 [&](const Result<> &end) { told += end ? 0 : 1; });
        QSignalSpy switched(&f.session, &EngineSession::engineSwitched);
        f.session.switchTo(g.path);
        QCOMPARE(switched.count(), 1);
        QCOMPARE(told, 2); // what was under way has ended, and says so
        QCOMPARE(f.session.containers()->rowCount(), 0);
        QCOMPARE(f.session.state(), EngineSession::State::Connecting);
        QTRY_COMPARE(f.session.state(), EngineSession::State::Connected);
        QCOMPARE(f.session.containers()->rowCount(), 1);
        const qsizetype before = f.engine.requests.size();
        f.engine.containers.clear();
        f.engine.sendEvent(web, "destroy", 1000);
        f.engine.die(); // the one before is of no more interest
        QTest::qWait(200);
        QCOMPARE(f.session.state(), EngineSession::State::Connected);
        QCOMPARE(f.engine.requests.size(), before);
    }

    void waitsForAFolderThatIsNotThereYet()
    {
        QTemporaryDir folder;
        EngineSession session(folder.filePath("run/engine.sock"));
        session.start();
        QTRY_COMPARE(session.state(), EngineSession::State::Absent);
        QDir(folder.path()).mkdir("run");
        ScriptedEngine engine(folder.filePath("run/engine.sock"));
        QTRY_COMPARE_WITH_TIMEOUT(session.state(), EngineSession::State::Connected, 5000);
    }
};

QTEST_GUILESS_MAIN(tst_EngineSession)
#include "tst_enginesession.moc"

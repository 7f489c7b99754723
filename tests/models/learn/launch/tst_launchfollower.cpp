// A launch that is stepped through, against a small engine: what is asked of it, and what is made of its
// answers.
#include "models/learn/launch/launchfollower.h"

#include "engine/server/transport/listener.h"
#include "tests/models/learn/launch/fakelaunches.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace quayside;
using namespace quayside::models;
using test::FakeLaunches;

class tst_LaunchFollower : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<FakeLaunches> m_engine;
    std::unique_ptr<server::Router> m_router;
    std::unique_ptr<server::Listener> m_listener;
    std::unique_ptr<client::EngineClient> m_client;
    std::unique_ptr<LaunchFollower> m_follower;

    [[nodiscard]] long countOf(const std::string &request) const
    {
        return std::ranges::count(m_engine->asked, request);
    }
    void hold()
    {
        m_follower->showContainer("web");
        m_follower->begin();
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isHeld(), 20'000);
    }
    void reach(int at) { QTRY_COMPARE_WITH_TIMEOUT(int(m_follower->launch().at), at, 20'000); }

private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void init()
    {
        m_engine = std::make_unique<FakeLaunches>();
        m_router = std::make_unique<server::Router>();
        m_router->add(m_engine->routes());
        const QString path = m_folder.filePath("engine.sock");
        m_listener = std::make_unique<server::Listener>(*m_router);
        QVERIFY(m_listener->open(path.toStdString()));
        m_client = std::make_unique<client::EngineClient>(path);
        m_follower = std::make_unique<LaunchFollower>(m_client.get());
    }
    void cleanup()
    {
        m_follower.reset();
        m_client.reset();
        m_listener.reset();
    }

    void oneThatWasNeverStarted()
    {
        QSignalSpy refused(m_follower.get(), &LaunchFollower::refused);
        m_follower->showContainer("web");
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isLoaded(), 20'000);
        QVERIFY(!m_follower->hasLaunch() && !m_follower->isUnderWay());
        m_follower->next();
        m_follower->goOn();
        m_follower->abort();
        QCOMPARE(refused.count(), 0);
        QCOMPARE(countOf("POST /quayside/containers/web/launch/next steps=1"), 0);
    }

    void stepsAndSeesWhatHasChanged()
    {
        hold();
        QCOMPARE(m_follower->steps()->rowCount(), 5);
        QVERIFY(!m_follower->changesOf(0).known);
        m_follower->next();
        reach(1);
        QVERIFY(!m_follower->changesOf(0).known); // there is no process to look into
        m_follower->next();
        reach(2);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->changesOf(1).known, 20'000);
        QCOMPARE(m_follower->changesOf(1).first, 0);
        QCOMPARE(m_follower->changesOf(1).last, 1);
        m_follower->next();
        reach(3);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->changesOf(2).known, 20'000);
        const auto changes = m_follower->changesOf(2);
        QCOMPARE(changes.first, 2);
        QCOMPARE(changes.last, 2);
        QCOMPARE(changes.nodes.first().children.first().value, "its own · 102 → its own · 103");
        QVERIFY(!m_follower->changesOf(3).known);
        m_follower->goOn();
        QTRY_COMPARE_WITH_TIMEOUT(m_follower->launch().state, std::string("done"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->changesOf(4).known, 20'000);
        QCOMPARE(m_follower->changesOf(4).first, 3); // two steps, and nobody looked between
        QVERIFY(!m_follower->isUnderWay());
    }

    void aSecondPressWaitsForTheFirst()
    {
        hold();
        m_follower->next();
        m_follower->next();
        m_follower->next(); // one waits, not two
        reach(2);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->changesOf(1).known, 20'000);
        QCOMPARE(countOf("POST /quayside/containers/web/launch/next steps=1"), 2);
    }

    void goesToAStep()
    {
        hold();
        m_follower->runTo("pivot");
        reach(3);
        QCOMPARE(countOf("POST /quayside/containers/web/launch/next to=pivot"), 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->changesOf(2).known, 20'000);
        m_follower->runTo("clone"); // behind: nothing goes back
        m_follower->runTo("nothing");
        m_follower->next();
        reach(4);
        QCOMPARE(m_engine->asked.size(), std::size_t(countOf("GET /quayside/containers/web/starts") +
                                                     countOf("GET /quayside/containers/web/xray") + 3));
    }

    void aRefusalIsToldAndNothingIsStuck()
    {
        hold();
        QSignalSpy refused(m_follower.get(), &LaunchFollower::refused);
        m_engine->refusal = "the disk is full";
        m_follower->next();
        QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, 20'000);
        QCOMPARE(refused.first().first().toString(), "the disk is full");
        m_follower->next();
        reach(1);
    }

    void aBeginningThatIsRefused()
    {
        m_engine->refusal = "web is paused";
        QSignalSpy refused(m_follower.get(), &LaunchFollower::refused);
        m_follower->showContainer("web");
        m_follower->begin();
        QVERIFY(m_follower->isBeginning());
        QTRY_VERIFY_WITH_TIMEOUT(refused.count() >= 1, 20'000);
        QCOMPARE(refused.first().first().toString(), "web is paused");
        QVERIFY(!m_follower->isBeginning());
        m_follower->begin();
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isHeld(), 20'000);
    }

    void aFailureAndAnAbort()
    {
        hold();
        m_engine->change([](api::Launch &launch) {
            launch.state = "failed";
            launch.failed = "mounting the root: no space left";
        });
        QTRY_COMPARE_WITH_TIMEOUT(m_follower->launch().state, std::string("failed"), 20'000);
        QCOMPARE(m_follower->steps()->stateOf(0), LaunchSteps::State::Failed);
        m_follower->begin();
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isHeld(), 20'000);
        QCOMPARE(m_follower->launch().number, 2);
        m_follower->abort();
        QTRY_COMPARE_WITH_TIMEOUT(m_follower->launch().state, std::string("aborted"), 20'000);
    }

    void looksThatFailLeaveTheStepUnknown()
    {
        hold();
        m_engine->holdLooks = true;
        m_follower->runTo("root");
        reach(2);
        m_follower->next();
        reach(3);
        QTRY_COMPARE_WITH_TIMEOUT(countOf("GET /quayside/containers/web/xray"), 2, 20'000);
        QVERIFY(!m_follower->changesOf(2).known);
    }

    void findsALaunchThatIsHeldAlready()
    {
        hold();
        m_follower->runTo("root");
        reach(2);
        LaunchFollower other(m_client.get());
        other.showContainer("web");
        QTRY_VERIFY_WITH_TIMEOUT(other.isHeld(), 20'000);
        QCOMPARE(other.launch().at, 2);
        other.begin(); // it is there
        other.next();
        QTRY_COMPARE_WITH_TIMEOUT(other.launch().at, 3, 20'000);
        reach(3); // told by the stream
    }

    void recordings()
    {
        m_engine->starts = {{.number = 2, .durationNs = 31'000'000},
                            {.number = 1, .durationNs = 30'000'000, .held = true}};
        hold();
        QTRY_COMPARE_WITH_TIMEOUT(m_follower->starts().size(), std::size_t(2), 20'000);
        m_follower->showRecord(2);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->isRecord(), 20'000);
        QVERIFY(!m_follower->wasHeld());
        QCOMPARE(m_follower->steps()->rowCount(), 2);
        QVERIFY(m_follower->isHeld() && !m_follower->canStep());
        QVERIFY(!m_follower->changesOf(0).known);
        m_follower->showRecord(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_follower->wasHeld(), 20'000);
        m_follower->showRecord(0);
        QCOMPARE(m_follower->steps()->rowCount(), 5);
        QVERIFY(m_follower->canStep());
        QSignalSpy refused(m_follower.get(), &LaunchFollower::refused);
        m_follower->showRecord(9);
        QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, 20'000);
        QVERIFY(!m_follower->isRecord());
    }

    void anotherContainerForgetsTheFirst()
    {
        hold();
        m_follower->showContainer({});
        QVERIFY(!m_follower->hasLaunch() && !m_follower->isUnderWay());
        QCOMPARE(m_follower->steps()->rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_LaunchFollower)
#include "tst_launchfollower.moc"

// A container made anew through the real client, against an engine of canned answers: in which order, and the
// way back.
#include "models/containers/recreateoperation.h"

#include "engine/server/router.h"
#include "engine/server/transport/listener.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <mutex>

using namespace quayside;
using namespace quayside::server;

class tst_RecreateOperation : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Router m_router;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<client::EngineClient> m_client;
    std::mutex m_mutex; // of what follows: the engine answers on threads of its own
    QStringList m_calls;
    QString m_failing; // the call that fails

    Result<Response> answer(const QString &call, const std::string &json = {})
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.append(call);
        if (call == m_failing)
            return fail(ErrorKind::Conflict, "port 8080 is taken");
        return json.empty() ? Response::noContent() : Response::json(json, 201);
    }
    QStringList calls()
    {
        const std::scoped_lock lock(m_mutex);
        return m_calls;
    }
    CallHandler act(const char *verb)
    {
        return [this, verb](const Request &r) {
            QString call = QLatin1String(verb) + u' ' + QString::fromStdString(r.parameters.at("id"));
            if (const std::string name = r.value("name"); !name.empty())
                call += u' ' + QString::fromStdString(name);
            if (r.value("v") == "true" || r.value("v") == "1")
                call += QStringLiteral(" volumes");
            return answer(call);
        };
    }
    static models::Recreation recreation(bool running)
    {
        models::Recreation r;
        r.container.id = "oldoldold";
        r.container.name = "/web";
        r.container.config.image = "shop:1";
        r.container.state.running = running;
        r.before.image = r.after.image = "shop:1";
        r.before.name = r.after.name = "web";
        r.after.environment = {{"A", "1"}};
        return r;
    }
    std::unique_ptr<models::RecreateOperation> run(const models::Recreation &recreation)
    {
        auto operation = std::make_unique<models::RecreateOperation>(m_client.get(), nullptr, recreation);
        QSignalSpy ended(operation.get(), &models::Operation::finished);
        if (!ended.wait(20'000))
            qWarning("it did not end");
        return operation;
    }

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        m_router.add({{"POST", "/containers/create", CallHandler([this](const Request &r) {
                           return answer("create " + QString::fromStdString(r.value("name")),
                                         R"({"Id":"new","Warnings":["slow"]})");
                       })},
                      {"POST", "/containers/{id}/rename", act("rename")},
                      {"POST", "/containers/{id}/stop", act("stop")},
                      {"POST", "/containers/{id}/start", act("start")},
                      {"POST", "/containers/{id}/pause", act("pause")},
                      {"DELETE", "/containers/{id}", act("remove")}});
        m_listener = std::make_unique<Listener>(m_router);
        const std::string path = m_folder.filePath("made/engine.sock").toStdString();
        const auto opened = m_listener->open(path);
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        m_client = std::make_unique<client::EngineClient>(QString::fromStdString(path));
    }
    void init()
    {
        m_calls.clear();
        m_failing.clear();
    }

    void theNewOneTakesThePlace()
    {
        const auto operation = run(recreation(true));
        QVERIFY2(operation->state() == models::Operation::State::Succeeded, qPrintable(operation->detail()));
        QCOMPARE(calls(), QStringList({"create web-new-oldold", "rename oldoldold web-old-oldold",
                                       "rename new web", "stop oldoldold", "start new", "remove oldoldold"}));
        QCOMPARE(operation->containerId(), "new");
        QCOMPARE(operation->warnings(), QStringList("slow"));
    }

    void oneThatDoesNotRunIsNotStarted()
    {
        models::Recreation r = recreation(false);
        r.takeVolumes = false;
        r.after.name = "shop";
        run(r);
        QCOMPARE(calls(), QStringList({"create web-new-oldold", "rename oldoldold web-old-oldold",
                                       "rename new shop", "remove oldoldold volumes"}));
    }

    void aPausedOneIsPausedAgain()
    {
        models::Recreation r = recreation(true);
        r.container.state.paused = true;
        run(r);
        QCOMPARE(calls().mid(4), QStringList({"start new", "pause new", "remove oldoldold"}));
    }

    void oneThatRemovesItselfIsNotRemovedTwice()
    {
        models::Recreation r = recreation(true);
        r.container.hostConfig.autoRemove = true;
        QVERIFY(run(r)->state() == models::Operation::State::Succeeded);
        QCOMPARE(calls().last(), "start new");
    }

    void aFailedStartBringsTheOldOneBack()
    {
        m_failing = "start new";
        const auto operation = run(recreation(true));
        QVERIFY(operation->state() == models::Operation::State::Failed);
        QVERIFY2(operation->detail().contains("web is back as it was") &&
                     operation->detail().contains("port 8080 is taken"),
                 qPrintable(operation->detail()));
        QCOMPARE(calls().mid(5), QStringList({"remove new", "rename oldoldold web", "start oldoldold"}));
    }

    void whatWasNotStoppedIsNotStarted()
    {
        m_failing = "rename new web";
        QVERIFY(run(recreation(true))->state() == models::Operation::State::Failed);
        QCOMPARE(calls().mid(3), QStringList({"remove new", "rename oldoldold web"}));
    }

    void aFailedCreateTouchesNothing()
    {
        m_failing = "create web-new-oldold";
        QVERIFY(run(recreation(true))->state() == models::Operation::State::Failed);
        QCOMPARE(calls().size(), 1);
    }

    void aCancelBringsTheOldOneBack()
    {
        models::RecreateOperation operation(m_client.get(), nullptr, recreation(true));
        connect(&operation, &models::Operation::changed, &operation, [&] {
            if (calls().size() >= 4)
                operation.cancel();
        });
        QTRY_VERIFY_WITH_TIMEOUT(!operation.isRunning(), 20'000);
        QVERIFY(operation.state() == models::Operation::State::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(calls().last(), "start oldoldold", 20'000);
        QVERIFY(!calls().contains("remove oldoldold"));
    }

    // Both would be gone.
    void aCancelWhileTheOldOneGoesLeavesTheNewOne()
    {
        models::RecreateOperation operation(m_client.get(), nullptr, recreation(true));
        connect(&operation, &models::Operation::changed, &operation, [&] {
            if (calls().size() >= 5) // after this signal the removal is asked for
                QMetaObject::invokeMethod(&operation, &models::Operation::cancel, Qt::QueuedConnection);
        });
        QTRY_VERIFY_WITH_TIMEOUT(!operation.isRunning(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(calls().contains("remove oldoldold"), 20'000);
        QVERIFY(!calls().contains("remove new"));
    }
};

QTEST_GUILESS_MAIN(tst_RecreateOperation)
#include "tst_recreateoperation.moc"

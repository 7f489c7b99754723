// The calls about builds, against a small engine that remembers how it was asked.
#include "models/client/builds.h"

#include "engine/server/transport/listener.h"
#include "tests/models/client/answer.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace quayside;
using namespace quayside::client;
using namespace quayside::test;
using server::CallHandler;
using server::Request;
using server::Response;

namespace
{

std::string asked;

CallHandler answering(int status, const std::string &type, const std::string &body)
{
    return [status, type, body](const Request &request) -> Result<Response> {
        asked = request.method + " " + request.path + " " + request.value("limit");
        if (request.path.contains("gone"))
            return fail(ErrorKind::NotFound, "no such build: gone");
        return Response{status, type, body, {}};
    };
}

server::Routes routes()
{
    const std::string json = "application/json";
    return {
        {"GET", "/quayside/builds", answering(200, json, R"([{"Id":"1f","State":"done"}])")},
        {"GET", "/quayside/builds/{id}", answering(200, json, R"({"Id":"1f","Steps":[{"Number":1}]})")},
        {"GET", "/quayside/builds/{id}/steps/{n}/log",
         answering(200, "text/plain", std::string("a\0b\xff", 4))},
        {"GET", "/quayside/builds/{id}/events",
         answering(200, json,
                   "{\"Build\":{\"Id\":\"1f\"}}\n{\"Step\":{\"Number\":2,\"State\":\"done\"}}\n"
                   "{\"Log\":{\"Number\":2,\"Offset\":3,\"Text\":\"x\"}}\n")},
        {"GET", "/quayside/builds/broken/events", answering(200, json, "{\"Build\":{}}\nno json\n{}\n")},
        {"POST", "/quayside/builds/{id}/steps/{n}/image",
         answering(201, json, R"({"Image":"sha256:ab","Shell":["/bin/sh","-c"]})")},
        {"DELETE", "/quayside/builds/{id}", answering(204, {}, {})},
    };
}

} // namespace

class TestBuilds : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    server::Router m_router;
    std::unique_ptr<server::Listener> m_listener;
    std::unique_ptr<EngineClient> m_client;

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        m_router.add(routes());
        const QString path = m_folder.filePath("engine.sock");
        m_listener = std::make_unique<server::Listener>(m_router);
        QVERIFY(m_listener->open(path.toStdString()));
        m_client = std::make_unique<EngineClient>(path);
    }

    void listsAndInspects()
    {
        Answer<std::vector<api::BuildRecord>> list;
        listBuilds(*m_client, 5, this, list.done());
        QVERIFY(list.wait());
        QCOMPARE(list.result->value().at(0).state, "done");
        QCOMPARE(asked, "GET /quayside/builds 5");
        Answer<std::vector<api::BuildRecord>> all;
        listBuilds(*m_client, 0, this, all.done());
        QVERIFY(all.wait());
        QCOMPARE(asked, "GET /quayside/builds ");
        Answer<api::BuildRecord> one;
        inspectBuild(*m_client, "1f", this, one.done());
        QVERIFY(one.wait());
        QCOMPARE(one.result->value().steps.size(), 1U);
        QCOMPARE(asked, "GET /quayside/builds/1f ");
    }

    void aLogIsBytes()
    {
        Answer<std::string> log;
        buildStepLog(*m_client, "1f", 3, this, log.done());
        QVERIFY(log.wait());
        QCOMPARE(log.result->value(), std::string("a\0b\xff", 4));
        QCOMPARE(asked, "GET /quayside/builds/1f/steps/3/log ");
    }

    void followsUntilTheEnd()
    {
        std::vector<api::BuildChange> changes;
        Answer<void> end;
        followBuild(
            *m_client, "1f", this, [&](const auto &change) { changes.push_back(change); }, end.done());
        QVERIFY(end.wait());
        QCOMPARE(changes.size(), 3U);
        QCOMPARE(changes[0].build->id, "1f");
        QCOMPARE(changes[1].step->state, "done");
        QCOMPARE(changes[2].log->offset, 3);
    }

    void aLineThatIsNoneEndsItWithAnError()
    {
        int count = 0;
        Answer<void> end;
        followBuild(*m_client, "broken", this, [&](const auto &) { ++count; }, end.done());
        QVERIFY(!end.wait());
        QCOMPARE(count, 1);
        QVERIFY(end.result->error().message.starts_with("the engine's answer"));
    }

    void entersAndRemoves()
    {
        Answer<api::BuildStepImage> image;
        enterBuildStep(*m_client, "1f", 4, this, image.done());
        QVERIFY(image.wait());
        QCOMPARE(image.result->value().image, "sha256:ab");
        QCOMPARE(asked, "POST /quayside/builds/1f/steps/4/image ");
        Answer<void> removed;
        removeBuild(*m_client, "1f", this, removed.done());
        QVERIFY(removed.wait());
        QCOMPARE(asked, "DELETE /quayside/builds/1f ");
    }

    void theEnginesSentenceComesAsItIs()
    {
        Answer<void> end;
        followBuild(*m_client, "gone", this, {}, end.done());
        QVERIFY(!end.wait());
        QCOMPARE(end.result->error().message, "no such build: gone");
    }
};

QTEST_GUILESS_MAIN(TestBuilds)
#include "tst_builds.moc"

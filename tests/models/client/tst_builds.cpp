// The calls about builds, against a small engine that remembers how it was asked.
#include "models/client/builds.h"

#include "engine/api/json.h"
#include "engine/build/secrets/agent.h"
#include "engine/build/secrets/secret.h"
#include "engine/server/transport/listener.h"
#include "models/client/handover.h"
#include "tests/models/client/answer.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

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

// As the engine does it: the descriptors are this process's.
Result<Response> handedOver(const Request &request)
{
    const auto number = [&](const char *name, const char *id) {
        const auto json = api::parseJson(request.value(name));
        return json && json->contains(id) ? json->at(id).get<int>() : -1;
    };
    TRY(const Fd secret, build::takeSecret(*request.process, number("secrets", "token"), "token"));
    TRY(asked, build::secretText(secret, "token"));
    TRY(const Fd agent, build::SshAgent::take(*request.process, number("agents", "default"), "default"));
    return Response{200, "application/json", "{\"stream\":\"built\"}\n", {}};
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
        {"POST", "/build",
         [](const Request &request) -> Result<Response> {
             if (!request.value("secrets").empty())
                 return handedOver(request);
             const auto header = request.headers.find("x-registry-config");
             asked = header == request.headers.end() ? "" : header->second;
             for (const char *name : {"contextfd", "dockerfile", "t", "target", "buildargs", "labels",
                                      "networkmode", "platform", "nocache", "pull"})
                 asked += "|" + request.value(name);
             if (request.value("target") == "none")
                 return fail(ErrorKind::InvalidArgument, "target stage \"none\" could not be found");
             return Response{200,
                             "application/json",
                             "{\"stream\":\"Step 1/1 : FROM scratch\"}\n",
                             {{"Quayside-Build", "1f"}}};
         }},
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

    void secretsAndAgentsAreHandedOver()
    {
        const auto secret = secretMemory("word");
        QVERIFY(secret);
        QVERIFY(::write(secret->get(), "x", 1) < 0);
        int ends[2];
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        const Fd agent(ends[0]), other(ends[1]);
        EngineClient::Build options{.secrets = {{"token", secret->get()}},
                                    .agents = {{"default", agent.get()}}};
        Answer<void> built;
        m_client->buildFolder(0, options, this, {}, {}, built.done());
        QVERIFY(built.wait());
        QVERIFY2(built.result->has_value(), built.result->error().message.c_str());
        QCOMPARE(asked, "word");
        options.secrets["token"] = agent.get();
        Answer<void> refused;
        m_client->buildFolder(0, options, this, {}, {}, refused.done());
        QVERIFY(!refused.wait());
        QCOMPARE(refused.result->error().kind, ErrorKind::InvalidArgument);
    }

    void agentsThatAreNotThere()
    {
        QVERIFY(connectAgent("").error().message.contains("SSH_AUTH_SOCK"));
        QVERIFY(!connectAgent(std::string(200, 'x')));
        QVERIFY(connectAgent("/nowhere/agent").error().message.contains("/nowhere/agent"));
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

    void buildsAndSaysWhichRecordItIs()
    {
        std::string told; // in the order in which it comes
        Answer<void> end;
        m_client->buildFolder(
            7,
            {.dockerfile = "D",
             .tags = {"app:1"},
             .target = "t",
             .arguments = {{"A", "1"}},
             .labels = {{"l", "v"}},
             .network = "none",
             .platform = "linux/arm64",
             .auth = "e30=",
             .noCache = true,
             .pull = true},
            this, [&](const std::string &id) { told += "record " + id; },
            [&](const Progress &progress) { told += ", " + progress.stream; }, end.done());
        QVERIFY(end.wait());
        QCOMPARE(asked, R"(e30=|7|D|app:1|t|{"A":"1"}|{"l":"v"}|none|linux/arm64|1|1)");
        QCOMPARE(told, "record 1f, Step 1/1 : FROM scratch");
        Answer<void> refused;
        bool recorded = false;
        m_client->buildFolder(
            7, {.target = "none"}, this, [&](const std::string &) { recorded = true; }, {}, refused.done());
        QVERIFY(!refused.wait());
        QVERIFY(!recorded);
        QCOMPARE(asked, "|7|Dockerfile||none||||||");
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

// The long-lived requests: events, wait, logs, attach, exec start.
#include "engine/api/json.h"
#include "engine/server/eventhub.h"
#include "engine/server/routes/resources.h"
#include "tests/fakes/fakechannel.h"
#include "tests/fakes/fakecontainers.h"

#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

using namespace quayside;
using namespace quayside::server;
using fakes::FakeChannel;
using fakes::FakeContainers;

namespace
{

Result<> open(const Routes &routes, const std::string &pattern, const Request &request, Channel *channel)
{
    const auto found = std::ranges::find(routes, pattern, &Route::pattern);
    return std::get<SessionHandler>(found->handler)(request, channel);
}

Request on(const std::string &id, std::multimap<std::string, std::string> query = {})
{
    return {.parameters = {{"id", id}}, .query = std::move(query)};
}

std::vector<std::string> actions(const std::string &lines)
{
    std::vector<std::string> found;
    for (const QByteArray &line : QByteArray::fromStdString(lines).split('\n'))
        if (!line.isEmpty())
            found.push_back(api::parseJson(line.toStdString())->at("Action"));
    return found;
}

api::Event eventOf(const std::string &action, std::uint32_t owner = 0, std::int64_t timeNano = 0)
{
    return {.type = "container", .action = action, .timeNano = timeNano, .owner = owner};
}

} // namespace

class TestSessions : public QObject
{
    Q_OBJECT
private slots:
    void eventsFlowUntilTheClientLeaves()
    {
        EventHub hub;
        const Routes routes = eventRoutes(hub);
        auto channel = std::make_unique<FakeChannel>();
        QVERIFY(open(routes, "/events", {}, channel.get()));
        QCOMPARE(channel->beginStatus, 200); // before the first event
        hub.publish(eventOf("start"));
        QTRY_COMPARE(actions(channel->sent), std::vector<std::string>{"start"});
        QVERIFY(channel->sent.ends_with("\n"));
        QCOMPARE(hub.subscribers(), 1U);
        emit channel->closed();
        QTRY_COMPARE(hub.subscribers(), 0U);
    }

    void eventsOfOthersAreNotSeen()
    {
        EventHub hub;
        FakeChannel channel;
        Request request;
        request.peer.uid = 1000;
        QVERIFY(open(eventRoutes(hub), "/events", request, &channel));
        hub.publish(eventOf("mine", 1000));
        hub.publish(eventOf("theirs", 1001));
        hub.publish(eventOf("mine too", 1000));
        QTRY_COMPARE(actions(channel.sent), (std::vector<std::string>{"mine", "mine too"}));
    }

    void eventsOfAWindowEnd()
    {
        EventHub hub;
        hub.publish(eventOf("early", 0, 1'000'000'000));
        hub.publish(eventOf("within", 0, 2'500'000'000));
        hub.publish(eventOf("late", 0, 4'000'000'000));
        FakeChannel channel;
        QVERIFY(open(eventRoutes(hub), "/events", {.query = {{"since", "2"}, {"until", "3"}}}, &channel));
        QTRY_COMPARE(channel.finishes, 1);
        QCOMPARE(actions(channel.sent), std::vector<std::string>{"within"});
    }

    void aSlowFollowerOfEventsIsEndedWhenItMissesSome()
    {
        EventHub hub;
        FakeChannel channel;
        channel.capacity = 1;
        QVERIFY(open(eventRoutes(hub), "/events", {}, &channel));
        for (std::size_t i = 0; i < EventHub::queueLimit + 10; ++i)
            hub.publish(eventOf("x"));
        QTest::qWait(20);
        QCOMPARE(actions(channel.sent).size(), 1U); // no more than it takes
        channel.capacity = 1 << 30;
        channel.drain();
        QCOMPARE(actions(channel.sent).size(), EventHub::queueLimit);
        QCOMPARE(channel.finishes, 1);
    }

    void badWindowsAndFiltersAreRefusedBeforeTheAnswer()
    {
        EventHub hub;
        FakeChannel channel;
        for (const auto &query :
             std::vector<std::multimap<std::string, std::string>>{{{"since", "3"}, {"until", "2"}},
                                                                  {{"since", "x"}},
                                                                  {{"filters", "x"}},
                                                                  {{"filters", R"({"x":["y"]})"}}}) {
            const auto refused = open(eventRoutes(hub), "/events", {.query = query}, &channel);
            QVERIFY(!refused && refused.error().kind == ErrorKind::InvalidArgument);
        }
        QVERIFY(!channel.beginStatus);
        QCOMPARE(hub.subscribers(), 0U);
    }

    void waitSendsItsHeadFirst()
    {
        FakeContainers containers;
        FakeChannel channel;
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/wait",
                     on("web", {{"condition", "removed"}}), &channel));
        QTRY_COMPARE(channel.beginStatus, 200);
        QCOMPARE(containers.calls(), std::vector<std::string>{"wait web 2"});
        QCOMPARE(channel.sent, "");
        containers.waiter({.statusCode = 7, .error = {}});
        QTRY_COMPARE(channel.finishes, 1);
        const auto answer = api::parseJson(channel.sent);
        QCOMPARE(answer->at("StatusCode").get<int>(), 7);
        FakeChannel bad;
        QVERIFY(!open(containerStreamRoutes(containers), "/containers/{id}/wait",
                      on("web", {{"condition", "x"}}), &bad));
    }

    void waitForNothingFailsBeforeTheHead()
    {
        FakeContainers containers;
        containers.refusal = Error{ErrorKind::NotFound, 0, "No such container: web"};
        FakeChannel channel;
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/wait", on("web"), &channel));
        QTRY_VERIFY(channel.failure);
        QCOMPARE(channel.failure->message, "No such container: web");
        QVERIFY(!channel.beginStatus);
    }

    void aWaiterThatLeftIsNotAnswered()
    {
        FakeContainers containers;
        auto channel = std::make_unique<FakeChannel>();
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/wait", on("web"), channel.get()));
        QTRY_COMPARE(channel->beginStatus, 200);
        channel.reset();
        containers.waiter({.statusCode = 7, .error = {}}); // must not touch what is gone
        QTest::qWait(10);
    }

    void logsFollowAndEndWithTheContainer()
    {
        FakeContainers containers;
        FakeChannel channel;
        QVERIFY(
            open(containerStreamRoutes(containers), "/containers/{id}/logs",
                 on("web",
                    {{"follow", "1"}, {"stdout", "1"}, {"tail", "5"}, {"since", "2.5"}, {"timestamps", "1"}}),
                 &channel));
        QTRY_COMPARE(channel.type, "application/vnd.docker.multiplexed-stream");
        QVERIFY(containers.readOptions.follow && containers.readOptions.timestamps &&
                containers.readOptions.multiplexed);
        QVERIFY(containers.readOptions.stdoutWanted && !containers.readOptions.stderrWanted);
        QCOMPARE(containers.readOptions.tail, 5U);
        QCOMPARE(containers.readOptions.sinceNs, 2'500'000'000);
        containers.log->append("x\n");
        QTRY_COMPARE(channel.sent, "x\n");
        containers.log->waiting = "last\n";
        containers.logEnds();
        QTRY_COMPARE(channel.finishes, 1);
        QCOMPARE(channel.sent, "x\nlast\n");
    }

    void logsOfATerminalAreRaw()
    {
        FakeContainers containers;
        containers.terminal = true;
        containers.log->append("x");
        FakeChannel channel;
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/logs",
                     on("web", {{"stdout", "1"}, {"tail", "all"}}), &channel));
        QTRY_COMPARE(channel.finishes, 1);
        QCOMPARE(channel.type, "application/vnd.docker.raw-stream");
        QVERIFY(!containers.readOptions.multiplexed && !containers.readOptions.tail);
        FakeChannel none;
        QVERIFY(!open(containerStreamRoutes(containers), "/containers/{id}/logs", on("web"), &none));
    }

    void oldClientsAreToldTheOldType()
    {
        FakeContainers containers;
        FakeChannel channel;
        Request request = on("web", {{"stdout", "1"}});
        request.apiMinor = 41;
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/logs", request, &channel));
        QTRY_COMPARE(channel.type, "application/vnd.docker.raw-stream");
    }

    void attachHijacksAndStreams()
    {
        FakeContainers containers;
        FakeChannel channel;
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/attach",
                     on("web", {{"stream", "1"}, {"stdin", "1"}, {"stdout", "1"}, {"stderr", "1"}}),
                     &channel));
        QTRY_VERIFY(channel.hijacked);
        QCOMPARE(containers.calls(),
                 (std::vector<std::string>{"attach web logs=false in=true out=true err=true", "wait web 1"}));
        containers.log->append("out");
        QTRY_COMPARE(channel.sent, "out");
        containers.waiter({});
        QTRY_COMPARE(channel.finishes, 1);
    }

    void attachThroughAWebSocket()
    {
        FakeContainers containers;
        FakeChannel channel;
        Request request = on("web", {{"stream", "1"}, {"stdout", "1"}});
        QVERIFY(!open(containerStreamRoutes(containers), "/containers/{id}/attach/ws", request, &channel));
        request.headers = {{"upgrade", "websocket"},
                           {"connection", "Upgrade"},
                           {"sec-websocket-version", "13"},
                           {"sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="}};
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/attach/ws", request, &channel));
        QTRY_VERIFY(channel.hijacked);
        QCOMPARE(channel.upgradeHeaders.at("Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        containers.log->append("out");
        QTRY_COMPARE(channel.sent, "\x82\x03out");
        containers.waiter({});
        QTRY_COMPARE(channel.sent, "\x82\x03out\x88\x02\x03\xe8");
        QCOMPARE(channel.finishes, 0); // the client's Close is waited for
        emit channel.received(QByteArray::fromHex("888200000000"
                                                  "03e8"));
        QTRY_COMPARE(channel.finishes, 1);
    }

    void statsStreamUntilTheContainerIsGone()
    {
        FakeContainers containers;
        FakeChannel channel;
        QVERIFY(open(containerStatsRoutes(containers), "/containers/{id}/stats", on("web"), &channel));
        QTRY_COMPARE(channel.beginStatus, 200);
        const auto sample = std::make_shared<const std::string>("{}");
        containers.sampler.sampled(sample);
        containers.sampler.sampled(sample);
        QTRY_COMPARE(channel.sent, "{}\n{}\n");
        channel.capacity = channel.queued; // a slow client misses samples, and nothing is kept for it
        containers.sampler.sampled(sample);
        QTest::qWait(50);
        QCOMPARE(channel.sent, "{}\n{}\n");
        QCOMPARE(channel.finishes, 0);
        containers.sampler.sampled(nullptr);
        QTRY_COMPARE(channel.finishes, 1);
    }

    void theFirstStatsMayComeBeforeTheAnswerHasBegun()
    {
        FakeContainers containers;
        containers.sampler.early = std::make_shared<const std::string>("{}");
        FakeChannel channel;
        QVERIFY(open(containerStatsRoutes(containers), "/containers/{id}/stats", on("web"), &channel));
        QTRY_COMPARE(channel.beginStatus, 200);
        QTRY_COMPARE(channel.sent, "{}\n");
        QCOMPARE(channel.finishes, 0);
    }

    void launchesStreamUntilTheyAreOver()
    {
        FakeContainers containers;
        FakeChannel channel;
        channel.capacity = 10;
        QVERIFY(open(launchRoutes(containers), "/quayside/containers/{id}/launch",
                     on("web", {{"stream", "1"}}), &channel));
        QTRY_VERIFY(containers.held.told);
        QTRY_COMPARE(channel.beginStatus.value_or(0), 200);
        const auto tell = [&](const char *text, bool over) {
            containers.held.told(std::make_shared<const std::string>(text), over);
        };
        tell("{\"At\":1,\"is\":\"long\"}", false);
        QTRY_COMPARE(channel.sent, "{\"At\":1,\"is\":\"long\"}\n");
        tell("{\"At\":2}", false); // a slow client misses it
        tell("{\"At\":3}", true);
        QCoreApplication::processEvents();
        QCOMPARE(channel.finishes, 0);
        channel.drain();
        QTRY_COMPARE(channel.finishes, 1);
        QCOMPARE(channel.sent, "{\"At\":1,\"is\":\"long\"}\n{\"At\":3}\n");
    }

    void aLaunchAtOnce()
    {
        FakeContainers containers;
        FakeChannel channel;
        QVERIFY(open(launchRoutes(containers), "/quayside/containers/{id}/launch", on("web"), &channel));
        QTRY_COMPARE(channel.finishes, 1);
        QVERIFY(QByteArray::fromStdString(channel.sent).contains("\"held\""));
        containers.held.refusal = Error{ErrorKind::NotFound, 0, "no such container"};
        FakeChannel other;
        QVERIFY(open(launchRoutes(containers), "/quayside/containers/{id}/launch", on("web"), &other));
        QTRY_VERIFY(other.failure);
    }

    void statsOnceAreTheSecondSample()
    {
        FakeContainers containers;
        FakeChannel channel;
        QVERIFY(open(containerStatsRoutes(containers), "/containers/{id}/stats", on("web", {{"stream", "0"}}),
                     &channel));
        QTRY_COMPARE_WITH_TIMEOUT(channel.finishes, 1, 20'000);
        QCOMPARE(channel.beginStatus, 200);
        QCOMPARE(containers.sampler.taken.load(), 2);
        QVERIFY(!containers.sampler.sampled); // who follows is not waited for
        const auto told = nlohmann::json::parse(channel.sent);
        QCOMPARE(told["cpu_stats"]["cpu_usage"]["total_usage"], 2);
        QCOMPARE(told["precpu_stats"]["cpu_usage"]["total_usage"], 1);
    }

    void statsAtOnce()
    {
        FakeContainers containers;
        FakeChannel oneShot, stopped, both;
        const Routes routes = containerStatsRoutes(containers);
        const std::string pattern = "/containers/{id}/stats";
        QVERIFY(open(routes, pattern, on("web", {{"stream", "0"}, {"one-shot", "1"}}), &oneShot));
        QTRY_COMPARE(oneShot.finishes, 1);
        QVERIFY(oneShot.sent.contains(R"("id":"web")"));
        containers.sampler.running = false;
        QVERIFY(open(routes, pattern, on("web", {{"stream", "0"}}), &stopped));
        QTRY_COMPARE(stopped.finishes, 1);
        QVERIFY(!containers.sampler.sampled);
        QVERIFY(!open(routes, pattern, on("web", {{"one-shot", "1"}}), &both));
        containers.sampler.refusal = Error{ErrorKind::NotFound, 0, "No such container: web"};
        QVERIFY(open(routes, pattern, on("web"), &both));
        QTRY_VERIFY(both.failure);
    }

    void roundsOfAllComeWhileTheClientReads()
    {
        FakeContainers containers;
        FakeChannel channel, refused, unknown;
        const Routes routes = containerStatsRoutes(containers);
        Request request;
        request.query = {{"ids", "a,b"}, {"interval", "500"}};
        QVERIFY(open(routes, "/quayside/stats", request, &channel));
        QTRY_COMPARE(channel.beginStatus, 200);
        QTRY_COMPARE(channel.sent,
                     "{\"Id\":\"a\"}\n{\"Id\":\"b\"}\n{\"Round\":1}\n"); // the first one at once
        QTRY_VERIFY_WITH_TIMEOUT(containers.sampler.rounds >= 2, 10'000);
        channel.capacity = channel.queued; // a slow client: one round waits, and no more are made
        const int before = containers.sampler.rounds;
        QTest::qWait(1800);
        QVERIFY(containers.sampler.rounds <= before + 2);
        const int stalled = containers.sampler.rounds;
        channel.drain();
        QTRY_VERIFY_WITH_TIMEOUT(containers.sampler.rounds > stalled, 10'000);
        emit channel.closed();
        request.query = {{"interval", "10"}};
        QVERIFY(!open(routes, "/quayside/stats", request, &refused));
        containers.sampler.refusal = Error{ErrorKind::NotFound, 0, "No such container: web"};
        request.query = {{"ids", "web"}};
        QVERIFY(open(routes, "/quayside/stats", request, &unknown));
        QTRY_VERIFY(unknown.failure);
        QVERIFY(!unknown.beginStatus);
    }

    void attachOfInputAloneEndsWithTheContainer()
    {
        FakeContainers containers;
        FakeChannel channel;
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/attach",
                     on("web", {{"stream", "1"}, {"stdin", "1"}}), &channel));
        QTRY_VERIFY(channel.hijacked);
        QCOMPARE(channel.finishes, 0);
        containers.waiter({});
        QTRY_COMPARE(channel.finishes, 1);
    }

    void whatIsTypedBeforeTheStartArrivesAfterIt()
    {
        FakeContainers containers;
        containers.inputLater = true;
        FakeChannel channel;
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/attach",
                     on("web", {{"stream", "1"}, {"stdin", "1"}, {"stdout", "1"}}), &channel));
        QTRY_VERIFY(channel.hijacked);
        emit channel.received("early ");
        emit channel.received(QByteArray(100'000, 'x'));
        QVERIFY(channel.paused);
        emit channel.inputEnded();
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
        const Fd reader(ends[0]);
        containers.inputOpens(Fd(ends[1]));
        std::string read;
        std::array<char, 65536> piece{};
        const auto more = [&] {
            const ssize_t length = ::read(reader.get(), piece.data(), piece.size());
            read.append(piece.data(), length > 0 ? std::size_t(length) : 0);
            return length;
        };
        QTRY_COMPARE(more(), ssize_t(0)); // its end, after all of it
        QCOMPARE(read.size(), 100'006U);
        QVERIFY(read.starts_with("early x"));
    }

    void attachWithoutStreamIsTheLogSoFar()
    {
        FakeContainers containers;
        containers.log->append("so far");
        FakeChannel channel;
        QVERIFY(open(containerStreamRoutes(containers), "/containers/{id}/attach",
                     on("web", {{"logs", "1"}, {"stdout", "1"}}), &channel));
        QTRY_COMPARE(channel.finishes, 1);
        QCOMPARE(channel.sent, "so far");
        QVERIFY(channel.hijacked && !containers.readOptions.follow);
    }

    void execEndsAfterItsOutputAndItsProcess()
    {
        FakeContainers containers;
        int ends[2];
        QCOMPARE(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
        containers.execStreams.output.reset(ends[0]);
        Fd writer(ends[1]);
        FakeChannel channel;
        Request request = on("e1");
        request.headers = {{"content-type", "application/json"}};
        request.body = R"({"Detach":false,"Tty":false,"ConsoleSize":[24,80]})";
        QVERIFY(open(execRoutes(containers), "/exec/{id}/start", request, &channel));
        QTRY_VERIFY(channel.hijacked);
        QCOMPARE(containers.calls(), std::vector<std::string>{"startExec e1 detach=false tty=false 24x80"});
        QCOMPARE(::write(writer.get(), "hi", 2), ssize_t(2));
        QTRY_COMPARE(channel.sent, std::string("\1\0\0\0\0\0\0\2hi", 10));
        writer.reset();
        QTest::qWait(20);
        QCOMPARE(channel.finishes, 0); // its exit code is not known yet
        containers.execEnds();
        QTRY_COMPARE(channel.finishes, 1);
    }

    void aDetachedExecAnswersAtOnce()
    {
        FakeContainers containers;
        FakeChannel channel;
        Request request = on("e1");
        request.headers = {{"content-type", "application/json"}};
        request.body = R"({"Detach":true})";
        QVERIFY(open(execRoutes(containers), "/exec/{id}/start", request, &channel));
        QTRY_COMPARE(channel.finishes, 1);
        QCOMPARE(channel.beginStatus, 200);
        QVERIFY(!channel.hijacked);
    }

    void anExecOfAMissingCommandSaysSoInTheStream()
    {
        FakeContainers containers;
        containers.refusal = Error{ErrorKind::NoCommand, 0, "exec: \"x\": not found"};
        FakeChannel channel;
        QVERIFY(open(execRoutes(containers), "/exec/{id}/start", on("e1"), &channel));
        QTRY_COMPARE(channel.finishes, 1);
        QVERIFY(channel.hijacked && !channel.failure);
        QCOMPARE(channel.sent.substr(8), "exec: \"x\": not found\r\n");
        containers.refusal->kind = ErrorKind::Conflict;
        FakeChannel other;
        QVERIFY(open(execRoutes(containers), "/exec/{id}/start", on("e1"), &other));
        QTRY_VERIFY(other.failure);
        QVERIFY(!other.hijacked);
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"

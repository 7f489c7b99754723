// A session with a registry that stalls, asks late for a login, or leads elsewhere.
#include "engine/images/registry/blobsource.h"
#include "engine/images/registry/session.h"
#include "engine/images/registry/transport.h"
#include "tests/engine/images/registry/stubserver.h"

#include <QCoreApplication>

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::images;
using namespace std::chrono_literals;
using test::StubServer;
using Answer = StubServer::Answer;

namespace
{

const std::string okay = StubServer::reply("200 OK", "", "{}");

std::unique_ptr<Session> connectTo(const StubServer &server, Session::Options more = {})
{
    more.domain = server.place();
    more.patience = 400ms;
    more.pause = 10ms;
    // Not TLS first: a stub that waits for the end of its line would cost the patience each time.
    more.endpoints = {{.domain = server.place(), .origin = "http://" + server.place(), .verify = false}};
    auto session = Session::connect(more);
    EXPECT_TRUE(session) << session.error().message;
    return session ? *std::move(session) : nullptr;
}

Result<std::string> readAll(api::ByteSource &source)
{
    std::string text;
    char buffer[100];
    for (;;) {
        TRY(const std::size_t got, source.read(buffer));
        if (got == 0)
            return text;
        text.append(buffer, got);
    }
}

std::string blobOf(std::size_t size)
{
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
        bytes += static_cast<char>('a' + i % 26);
    return bytes;
}

} // namespace

// A machine that is busy may leave our thread without a processor just when the answer comes.
TEST(Transport, takesNoMoreThanIsReadAlsoWhenItComesToIt)
{
    const std::string content(64 << 20, 'x');
    const StubServer server([&](const std::string &) -> Answer {
        std::this_thread::sleep_for(200ms);
        return {StubServer::reply("200 OK", "", content)};
    });
    int asked = 0;
    Transport transport({.cancelled = [&] {
        if (++asked == 2) // the request is under way
            std::this_thread::sleep_for(1s);
        return false;
    }});
    const auto body = transport.open({.url = "http://" + server.place() + "/blob"});
    ASSERT_TRUE(body) << body.error().message;
    EXPECT_GE(asked, 2);
    EXPECT_LT(server.sent(), 24U << 20); // what the kernel's buffers take counts as well
    std::vector<char> buffer(1 << 20);
    std::size_t size = 0;
    while (const auto got = (*body)->read(buffer)) {
        size += *got;
        if (*got == 0)
            break;
    }
    EXPECT_EQ(size, content.size());
}

TEST(Session, goesOnBehindAStall)
{
    const std::string blob = blobOf(1000);
    const StubServer server([&](const std::string &request) -> Answer {
        if (request.starts_with("get /v2/ "))
            return {okay};
        if (request.contains("range: bytes=400-"))
            return {StubServer::reply("206 Partial Content", "Content-Range: bytes 400-999/1000\r\n",
                                      blob.substr(400))};
        return {StubServer::reply("200 OK", "", blob.substr(0, 400), blob.size()), true};
    });
    const auto session = connectTo(server);
    ASSERT_TRUE(session);
    BlobSource source(*session, {"x", "sha256:1", blob.size()});
    const auto got = readAll(source);
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(*got, blob);
    EXPECT_EQ(server.asked().size(), 3U);
}

// A server without ranges sends all of it again; one that sends another part than was asked for is not
// believed.
TEST(Session, takesNoOtherPartThanItAskedFor)
{
    const std::string blob = blobOf(1000);
    for (const bool without : {true, false}) {
        const StubServer server([&](const std::string &request) -> Answer {
            if (request.starts_with("get /v2/ "))
                return {okay};
            if (!request.contains("range: "))
                return {StubServer::reply("200 OK", "", blob.substr(0, 400), blob.size()), true};
            return {without ? StubServer::reply("200 OK", "", blob)
                            : StubServer::reply("206 Partial Content",
                                                "Content-Range: bytes 300-999/1000\r\n", blob.substr(300))};
        });
        const auto session = connectTo(server);
        ASSERT_TRUE(session);
        BlobSource source(*session, {"x", "sha256:1", blob.size()});
        const auto got = readAll(source);
        EXPECT_EQ(got.has_value(), without);
        if (got) {
            EXPECT_EQ(*got, blob);
        }
    }
}

TEST(Session, beginsWhereAnEarlierFetchEnded)
{
    const std::string blob = blobOf(1000);
    const StubServer server([&](const std::string &request) -> Answer {
        if (request.starts_with("get /v2/ "))
            return {okay};
        return {request.contains("range: bytes=250-")
                    ? StubServer::reply("206 Partial Content", "Content-Range: bytes 250-999/1000\r\n",
                                        blob.substr(250))
                    : StubServer::reply("416 No")};
    });
    const auto session = connectTo(server);
    ASSERT_TRUE(session);
    BlobSource source(*session, {"x", "sha256:1", blob.size()}, 250);
    const auto got = readAll(source);
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(*got, blob.substr(250));
    BlobSource nothing(*session, {"x", "sha256:1", blob.size()}, blob.size());
    EXPECT_EQ(*readAll(nothing), "");
    EXPECT_EQ(server.asked().size(), 2U) << "where all is there, nobody is asked";
}

TEST(Session, fetchesANewTokenInTheMiddleOfABlob)
{
    const std::string blob = blobOf(1000);
    std::string realm;
    std::atomic<int> tokens = 0;
    const StubServer server([&](const std::string &request) -> Answer {
        if (request.starts_with("get /token?"))
            return {StubServer::reply("200 OK", "", "{\"token\":\"t" + std::to_string(++tokens) + "\"}")};
        const bool old = request.contains("range: ") && !request.contains("authorization: bearer t2");
        if (!request.contains("authorization: bearer ") || old)
            return {StubServer::reply("401 No",
                                      "WWW-Authenticate: Bearer realm=\"" + realm + "\",service=\"s\"\r\n")};
        if (request.contains("range: bytes=400-"))
            return {StubServer::reply("206 Partial Content", "Content-Range: bytes 400-999/1000\r\n",
                                      blob.substr(400))};
        return {StubServer::reply("200 OK", "", blob.substr(0, 400), blob.size()), true};
    });
    realm = "http://" + server.place() + "/token";
    const auto session = connectTo(server);
    ASSERT_TRUE(session);
    BlobSource source(*session, {"x", "sha256:1", blob.size()});
    const auto got = readAll(source);
    ASSERT_TRUE(got) << got.error().message;
    EXPECT_EQ(*got, blob);
    EXPECT_EQ(tokens, 2);
}

TEST(Session, givesUpWhereNothingComesFiveTimes)
{
    const StubServer server([&](const std::string &request) -> Answer {
        return request.starts_with("get /v2/ ") ? Answer{okay} : Answer{{}, true};
    });
    const auto session = connectTo(server);
    ASSERT_TRUE(session);
    const auto answer = session->call({.url = "/v2/x/manifests/1"}, "");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Unavailable);
    EXPECT_TRUE(answer.error().message.contains("no byte came")) << answer.error().message;
    EXPECT_EQ(server.asked().size(), 6U);
}

TEST(Session, endsAStallWhenItIsCancelled)
{
    std::atomic<bool> cancelled = false;
    const StubServer server([&](const std::string &request) -> Answer {
        if (request.starts_with("get /v2/ "))
            return {okay};
        cancelled = true;
        return {{}, true};
    });
    const auto session = connectTo(server, {.cancelled = [&] { return cancelled.load(); }});
    ASSERT_TRUE(session);
    const auto began = std::chrono::steady_clock::now();
    const auto answer = session->call({.url = "/v2/x/manifests/1"}, "");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 1s);
    EXPECT_EQ(server.asked().size(), 2U);
}

TEST(Session, doesNotWaitLongerThanAMinute)
{
    const StubServer server([&](const std::string &request) -> Answer {
        return {request.starts_with("get /v2/ ")
                    ? okay
                    : StubServer::reply("429 Too Many", "Retry-After: 3600\r\n")};
    });
    const auto session = connectTo(server);
    ASSERT_TRUE(session);
    const auto answer = session->call({.url = "/v2/x/manifests/1"}, "");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->head.status, 429);
    EXPECT_EQ(server.asked().size(), 2U);
}

TEST(Session, logsInWhereItIsAskedToLate)
{
    std::string realm;
    const StubServer server([&](const std::string &request) -> Answer {
        if (request.starts_with("get /v2/ ") || request.contains("authorization: bearer t1"))
            return {okay};
        if (request.starts_with("get /token?"))
            return {StubServer::reply("200 OK", "", R"({"access_token":"t1"})")};
        return {StubServer::reply("401 No",
                                  "WWW-Authenticate: Bearer realm=\"" + realm + "\",service=\"s\"\r\n")};
    });
    realm = "http://" + server.place() + "/token";
    const auto session = connectTo(server);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->authentication(), Authentication::None);
    const auto answer = session->call({.url = "/v2/x/manifests/1"}, pullScope("x"));
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->head.status, 200);
    EXPECT_EQ(session->authentication(), Authentication::Bearer);
}

TEST(Session, takesNoPasswordAlong)
{
    const StubServer second(
        [](const std::string &) -> Answer { return {StubServer::reply("200 OK", "", "there")}; });
    const std::string elsewhere = "Location: http://user:word@" + second.place() + "/blob?signed=1\r\n";
    const StubServer first([&](const std::string &request) -> Answer {
        if (!request.contains("authorization: basic "))
            return {StubServer::reply("401 No", "WWW-Authenticate: Basic realm=\"r\"\r\n")};
        return {request.contains("/blobs/") ? StubServer::reply("307 Over there", elsewhere) : okay};
    });
    const auto session = connectTo(first, {.credentials = {.username = "alice", .password = "s3cret"}});
    ASSERT_TRUE(session);
    EXPECT_TRUE(*session->logIn());
    const auto answer = session->call({.url = "/v2/x/blobs/1"}, pullScope("x"));
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->body, "there");
    ASSERT_EQ(second.asked().size(), 1U);
    EXPECT_FALSE(second.asked().front().contains("authorization")) << second.asked().front();
}

TEST(Session, takesAChallengeFromTheRegistryOnly)
{
    const StubServer second([](const std::string &) -> Answer {
        return {StubServer::reply("401 No", "WWW-Authenticate: Basic realm=\"r\"\r\n")};
    });
    const StubServer first([&](const std::string &request) -> Answer {
        return {request.contains("/blobs/")
                    ? StubServer::reply("307 Over there", "Location: http://" + second.place() + "/blob\r\n")
                    : okay};
    });
    const auto session = connectTo(first, {.credentials = {.username = "alice", .password = "s3cret"}});
    ASSERT_TRUE(session);
    const auto answer = session->call({.url = "/v2/x/blobs/1"}, pullScope("x"));
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->head.status, 401);
    EXPECT_EQ(session->authentication(), Authentication::None);
    for (const std::string &request : first.asked())
        EXPECT_FALSE(request.contains("authorization")) << request;
}

TEST(Session, leavesMirrorsWithoutPasswords)
{
    const StubServer mirror([](const std::string &) -> Answer {
        return {StubServer::reply("401 No", "WWW-Authenticate: Basic realm=\"r\"\r\n")};
    });
    const Session::Options options{
        .domain = "docker.io",
        .credentials = {.username = "alice", .password = "s3cret"},
        .endpoints = {
            {.domain = "docker.io", .origin = "http://" + mirror.place(), .verify = false, .mirror = true}}};
    const auto session = Session::connect(options);
    ASSERT_TRUE(session) << session.error().message;
    const auto answer = (*session)->call({.url = "/v2/x/manifests/1"}, pullScope("x"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->head.status, 401);
    for (const std::string &request : mirror.asked())
        EXPECT_FALSE(request.contains("authorization")) << request;
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // for the event loops of the transport
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}

// What call and transfer handlers make of a request, and what they ask of their backend.
#include "engine/api/json.h"
#include "engine/server/eventhub.h"
#include "engine/server/routes/resources.h"
#include "tests/fakes/fakecontainers.h"
#include "tests/fakes/fakeimages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <format>

namespace quayside::server
{

using fakes::FakeContainers;
using fakes::FakeImages;

class TextSource : public api::SocketSource
{
public:
    explicit TextSource(std::string text) : m_text(std::move(text)) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        const std::size_t length = std::min(buffer.size(), m_text.size());
        std::copy_n(m_text.begin(), length, buffer.begin());
        m_text.erase(0, length);
        return length;
    }
    [[nodiscard]] int socket() const override { return -1; }
    Result<Loan> lendInput() override { return fail(ErrorKind::Internal, "nobody borrows here"); }

private:
    std::string m_text;
};

class TextSink : public TransferSink
{
public:
    Result<> write(std::string_view bytes) override
    {
        text += bytes;
        return {};
    }
    [[nodiscard]] int socket() const override { return -1; }
    Result<Loan> lendOutput() override { return fail(ErrorKind::Internal, "nobody borrows here"); }
    void setContentType(std::string given) override { type = std::move(given); }
    void setHeader(const std::string &name, std::string value) override { headers[name] = std::move(value); }
    [[nodiscard]] bool started() const override { return !text.empty(); }
    [[nodiscard]] bool cancelled() const override { return false; }
    std::string text, type;
    std::map<std::string, std::string> headers;
};

class Calls : public testing::Test
{
protected:
    const Route &route(const Routes &routes, const std::string &method, const std::string &pattern)
    {
        const auto found = std::ranges::find_if(
            routes, [&](const Route &route) { return route.method == method && route.pattern == pattern; });
        EXPECT_NE(found, routes.end()) << method << " " << pattern;
        return *found;
    }
    Result<Response> call(const std::string &method, const std::string &pattern, Request request)
    {
        request.method = method;
        return std::get<CallHandler>(route(m_containerRoutes, method, pattern).handler)(request);
    }
    Result<Response> exec(const std::string &method, const std::string &pattern, const Request &request)
    {
        return std::get<CallHandler>(route(m_execRoutes, method, pattern).handler)(request);
    }
    Result<Response> image(const std::string &method, const std::string &pattern, const Request &request)
    {
        return std::get<CallHandler>(route(m_imageRoutes, method, pattern).handler)(request);
    }
    Result<> transfer(const Routes &routes, const std::string &method, const std::string &pattern,
                      const Request &request, std::string body = {})
    {
        TextSource source(std::move(body));
        return std::get<TransferHandler>(route(routes, method, pattern).handler)(request, source, m_sink);
    }
    static Request json(std::string body)
    {
        return {.headers = {{"content-type", "application/json"}}, .body = std::move(body)};
    }
    static Request on(const std::string &id, std::multimap<std::string, std::string> query = {})
    {
        return {.parameters = {{"id", id}, {"name", id}}, .query = std::move(query)};
    }
    static ErrorKind kindOf(const Result<Response> &result)
    {
        EXPECT_FALSE(result);
        return result ? ErrorKind::Internal : result.error().kind;
    }
    std::string last() { return m_containers.calls().empty() ? "" : m_containers.calls().back(); }

    FakeContainers m_containers;
    FakeImages m_images;
    Routes m_containerRoutes = containerRoutes(m_containers), m_execRoutes = execRoutes(m_containers);
    Routes m_imageRoutes = imageRoutes(m_images, m_containers),
           m_quaysideRoutes = quaysideRoutes(m_images, m_containers);
    TextSink m_sink;
};

TEST_F(Calls, TopUpdateAndPrune)
{
    const Routes routes = containerActionRoutes(m_containers);
    const auto act = [&](const std::string &method, const std::string &pattern, const Request &request) {
        return std::get<CallHandler>(route(routes, method, pattern).handler)(request);
    };
    const auto top = act("GET", "/containers/{id}/top", on("web", {{"ps_args", "aux"}}));
    ASSERT_TRUE(top);
    EXPECT_EQ(top->body, R"({"Titles":["PID"],"Processes":[["1"]]})");
    EXPECT_EQ(last(), "top web aux");
    Request update = json(R"({"Memory":7340032,"RestartPolicy":{"Name":"always"}})");
    update.parameters = {{"id", "web"}};
    const auto updated = act("POST", "/containers/{id}/update", update);
    ASSERT_TRUE(updated);
    EXPECT_EQ(updated->body, R"({"Warnings":["a warning"]})");
    EXPECT_EQ(last(), "update web memory=7340032 restart=always");
    update.body.clear(); // asks for nothing, as with dockerd
    EXPECT_TRUE(act("POST", "/containers/{id}/update", update));
    EXPECT_EQ(last(), "update web memory=0 restart=");
    const auto pruned =
        act("POST", "/containers/prune", {.query = {{"filters", R"({"until":["1700000000"]})"}}});
    ASSERT_TRUE(pruned);
    EXPECT_EQ(pruned->body, R"({"ContainersDeleted":["0123"],"SpaceReclaimed":42})");
    EXPECT_EQ(last(), "prune before=1700000000000000000 filters=1");
    for (const char *bad : {R"({"until":["soon"]})", R"({"until":["1","2"]})", R"({"status":["exited"]})"})
        EXPECT_EQ(kindOf(act("POST", "/containers/prune", {.query = {{"filters", bad}}})),
                  ErrorKind::InvalidArgument)
            << bad;
}

TEST_F(Calls, CreateDecodesAndAnswers201)
{
    Request request = json(R"({"Image":"busybox","Cmd":["ls"],"HostConfig":{"Memory":7340032}})");
    request.query = {{"name", "web"}};
    const auto response = call("POST", "/containers/create", request);
    ASSERT_TRUE(response) << response.error().message;
    EXPECT_EQ(response->status, 201);
    EXPECT_EQ(api::parseJson(response->body)->at("Id"), "0123");
    EXPECT_EQ(last(), "create web");
    EXPECT_EQ(m_containers.created.image, "busybox");
    EXPECT_EQ(m_containers.created.hostConfig.memory, 7340032);
}

TEST_F(Calls, CreateRefusesWhatIsNoJson)
{
    EXPECT_EQ(kindOf(call("POST", "/containers/create", json(""))), ErrorKind::InvalidArgument);
    EXPECT_EQ(kindOf(call("POST", "/containers/create", json("{bad"))), ErrorKind::InvalidArgument);
    Request text = json("{}");
    text.headers["content-type"] = "text/plain";
    EXPECT_EQ(kindOf(call("POST", "/containers/create", text)), ErrorKind::InvalidArgument);
    Request untyped = json("{}");
    untyped.headers.clear();
    EXPECT_EQ(kindOf(call("POST", "/containers/create", untyped)), ErrorKind::InvalidArgument);
    EXPECT_TRUE(m_containers.calls().empty());
    Request charset = json(R"({"Image":"busybox"})");
    charset.headers["content-type"] = "Application/JSON; charset=utf-8";
    EXPECT_TRUE(call("POST", "/containers/create", charset));
}

TEST_F(Calls, CreateSaysNotFoundOfImagesOnly)
{
    const Request request = json(R"({"Image":"busybox"})");
    m_containers.refusal = Error{ErrorKind::NotFound, 0, "No such image: busybox:latest"};
    EXPECT_EQ(kindOf(call("POST", "/containers/create", request)), ErrorKind::NotFound);
    m_containers.refusal->message = "No such container: other";
    EXPECT_EQ(kindOf(call("POST", "/containers/create", request)), ErrorKind::InvalidArgument);
}

TEST_F(Calls, CreateKnowsItsPlatform)
{
    Request request = json(R"({"Image":"busybox"})");
    request.query = {{"platform", "linux/riscv64"}};
    EXPECT_EQ(kindOf(call("POST", "/containers/create", request)), ErrorKind::InvalidArgument);
    request.query = {{"platform", "linux"}};
    EXPECT_TRUE(call("POST", "/containers/create", request));
}

TEST_F(Calls, AnOrdinaryUserIsNotGivenPrivileges)
{
    Request request = json(R"({"Image":"busybox","HostConfig":{"Privileged":true}})");
    request.peer.uid = 1000;
    EXPECT_EQ(kindOf(call("POST", "/containers/create", request)), ErrorKind::Forbidden);
    EXPECT_TRUE(m_containers.calls().empty());
    request.peer.uid = 0;
    EXPECT_TRUE(call("POST", "/containers/create", request));
}

TEST_F(Calls, ListPassesItsParametersOn)
{
    Request request{.query = {{"limit", "2"}, {"size", "true"}, {"filters", R"({"status":["exited"]})"}}};
    ASSERT_TRUE(call("GET", "/containers/json", request));
    EXPECT_EQ(last(), "list all=true limit=2 size=true filters=1"); // a limit is over all containers
    ASSERT_TRUE(call("GET", "/containers/json", {}));
    EXPECT_EQ(last(), "list all=false limit=-1 size=false filters=0");
    EXPECT_EQ(kindOf(call("GET", "/containers/json", {.query = {{"filters", R"({"nonsense":["x"]})"}}})),
              ErrorKind::InvalidArgument);
    EXPECT_EQ(kindOf(call("GET", "/containers/json", {.query = {{"filters", "nonsense"}}})),
              ErrorKind::InvalidArgument);
    EXPECT_EQ(kindOf(call("GET", "/containers/json", {.query = {{"limit", "x"}}})),
              ErrorKind::InvalidArgument);
    EXPECT_EQ(kindOf(call("GET", "/containers/json", {.query = {{"all", "perhaps"}}})),
              ErrorKind::InvalidArgument);
}

TEST_F(Calls, StopAndRestartTakeSecondsAndSignal)
{
    EXPECT_EQ(call("POST", "/containers/{id}/stop", on("web", {{"t", "3"}, {"signal", "SIGINT"}}))->status,
              204);
    EXPECT_EQ(last(), "stop web 3 SIGINT");
    ASSERT_TRUE(call("POST", "/containers/{id}/restart", on("web")));
    EXPECT_EQ(last(), "restart web -99 ");
    ASSERT_TRUE(call("POST", "/containers/{id}/stop", on("web", {{"t", "-7"}})));
    EXPECT_EQ(last(), "stop web -1 "); // for ever
    EXPECT_EQ(kindOf(call("POST", "/containers/{id}/stop", on("web", {{"t", "99999999999"}}))),
              ErrorKind::InvalidArgument);
}

TEST_F(Calls, SimpleOnesAnswer204)
{
    for (const char *verb : {"start", "pause", "unpause"}) {
        const auto response = call("POST", std::string("/containers/{id}/") + verb, on("web"));
        ASSERT_TRUE(response) << verb;
        EXPECT_EQ(response->status, 204);
        EXPECT_EQ(last(), std::string(verb) + " web");
    }
    ASSERT_TRUE(call("POST", "/containers/{id}/kill", on("web")));
    EXPECT_EQ(last(), "kill web SIGKILL");
    ASSERT_TRUE(call("POST", "/containers/{id}/kill", on("web", {{"signal", "HUP"}})));
    EXPECT_EQ(last(), "kill web HUP");
    ASSERT_TRUE(call("DELETE", "/containers/{id}", on("web", {{"force", "1"}, {"v", "1"}})));
    EXPECT_EQ(last(), "remove web force=true volumes=true");
    EXPECT_EQ(kindOf(call("DELETE", "/containers/{id}", on("web", {{"link", "1"}}))),
              ErrorKind::NotSupported);
}

TEST_F(Calls, TheBackendsErrorIsTheAnswer)
{
    m_containers.refusal = Error{ErrorKind::NotModified, 0, "runs already"};
    EXPECT_EQ(kindOf(call("POST", "/containers/{id}/start", on("web"))), ErrorKind::NotModified);
}

TEST_F(Calls, RenameNeedsANameAndResizeNumbers)
{
    EXPECT_EQ(kindOf(call("POST", "/containers/{id}/rename", on("web"))), ErrorKind::InvalidArgument);
    ASSERT_TRUE(call("POST", "/containers/{id}/rename", on("web", {{"name", "new"}})));
    EXPECT_EQ(last(), "rename web new");
    EXPECT_EQ(kindOf(call("POST", "/containers/{id}/resize", on("web", {{"h", "x"}, {"w", "2"}}))),
              ErrorKind::InvalidArgument);
    EXPECT_EQ(kindOf(call("POST", "/containers/{id}/resize", on("web", {{"h", "1"}}))),
              ErrorKind::InvalidArgument);
    EXPECT_EQ(kindOf(call("POST", "/containers/{id}/resize", on("web", {{"h", "65536"}, {"w", "2"}}))),
              ErrorKind::InvalidArgument);
    ASSERT_TRUE(call("POST", "/containers/{id}/resize", on("web", {{"h", "24"}, {"w", "80"}})));
    EXPECT_EQ(last(), "resize web 24x80");
}

TEST_F(Calls, AStartWithAConfigurationIsRefused)
{
    Request request = on("web");
    request.body = R"({"Privileged":true})";
    EXPECT_EQ(kindOf(call("POST", "/containers/{id}/start", request)), ErrorKind::InvalidArgument);
    request.body = "{}";
    EXPECT_TRUE(call("POST", "/containers/{id}/start", request));
}

TEST_F(Calls, ExecNeedsACommandAndRights)
{
    Request request = json(R"({"Cmd":[]})");
    request.parameters = {{"id", "web"}};
    EXPECT_EQ(kindOf(exec("POST", "/containers/{id}/exec", request)), ErrorKind::InvalidArgument);
    request.body = R"({"Cmd":["ls"]})";
    const auto made = exec("POST", "/containers/{id}/exec", request);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->status, 201);
    EXPECT_EQ(api::parseJson(made->body)->at("Id"), "e1");
    EXPECT_EQ(last(), "createExec web ls");
    request.body = R"({"Cmd":["ls"],"Privileged":true})";
    request.peer.uid = 1000;
    EXPECT_EQ(kindOf(exec("POST", "/containers/{id}/exec", request)), ErrorKind::Forbidden);
}

TEST_F(Calls, DetachKeysHaveAForm)
{
    Request request;
    request.parameters = {{"id", "web"}};
    for (const char *bad : {"ctrl-", "ctrl-A", "ctrl-p,", "up", "ctrl-p,nonsense"}) {
        request = json(std::format(R"({{"Cmd":["ls"],"DetachKeys":"{}"}})", bad));
        request.parameters = {{"id", "web"}};
        EXPECT_EQ(kindOf(exec("POST", "/containers/{id}/exec", request)), ErrorKind::InvalidArgument) << bad;
    }
    for (const char *good : {"", "ctrl-p,ctrl-q", "a", "ctrl-],x,DEL"}) {
        request.body = std::format(R"({{"Cmd":["ls"],"DetachKeys":"{}"}})", good);
        EXPECT_TRUE(exec("POST", "/containers/{id}/exec", request)) << good;
    }
}

TEST_F(Calls, ImagesPassTheirParametersOn)
{
    ASSERT_TRUE(image("GET", "/images/json", {.query = {{"all", "1"}, {"filter", "busy*"}}}));
    EXPECT_EQ(m_images.calls.back(), "list shared=false filters=1");
    const auto listed = image("GET", "/images/json", {.query = {{"manifests", "1"}}});
    ASSERT_TRUE(listed);
    EXPECT_EQ(m_images.calls.back(), "manifests ");
    EXPECT_EQ(api::parseJson(listed->body)->at(0).at("Manifests").at(0).at("ID"), "sha256:3");
    const auto inspected = image("GET", "/images/{name:*}/json", on("busybox", {{"manifests", "true"}}));
    ASSERT_TRUE(inspected);
    EXPECT_EQ(api::parseJson(inspected->body)->at("Descriptor").at("digest"), "sha256:2");
    EXPECT_FALSE(
        api::parseJson(image("GET", "/images/{name:*}/json", on("busybox"))->body)->contains("Manifests"));
    EXPECT_EQ(image("POST", "/images/{name:*}/tag", on("busybox", {{"repo", "a/b"}}))->status, 201);
    EXPECT_EQ(m_images.calls.back(), "tag busybox a/b latest");
    EXPECT_EQ(kindOf(image("POST", "/images/{name:*}/tag", on("busybox"))), ErrorKind::InvalidArgument);
    m_containers.users = {{.containerId = "c1", .running = true}};
    ASSERT_TRUE(image("DELETE", "/images/{name:*}", on("a/b", {{"force", "1"}})));
    EXPECT_EQ(m_images.calls.back(), "remove a/b force=true noprune=false");
    ASSERT_EQ(m_images.seenUsers.size(), 1U);
    EXPECT_EQ(m_images.seenUsers[0].containerId, "c1");
    EXPECT_TRUE(m_images.seenUsers[0].running);
    const auto pruned = image("POST", "/images/prune", {.query = {{"filters", R"({"dangling":["false"]})"}}});
    EXPECT_EQ(m_images.calls.back(), "prune filters=1");
    EXPECT_EQ(pruned->body, R"({"ImagesDeleted":[{"Untagged":"a:1"}],"SpaceReclaimed":5})");
    EXPECT_EQ(kindOf(image("POST", "/images/prune", {.query = {{"filters", R"({"name":["x"]})"}}})),
              ErrorKind::InvalidArgument);
}

TEST_F(Calls, LoadStreamsProgressAndErrorsInBand)
{
    m_images.progressLines = {R"({"stream":"Loaded image: x\n"})"};
    ASSERT_TRUE(transfer(m_imageRoutes, "POST", "/images/load", {}, "archive"));
    EXPECT_EQ(m_images.uploaded, "archive");
    EXPECT_EQ(m_sink.text, "{\"stream\":\"Loaded image: x\\n\"}\r\n");
    EXPECT_EQ(m_sink.type, "application/json");
    m_sink.text.clear();
    m_images.lateRefusal = Error{ErrorKind::InvalidArgument, 0, "cut \"off\""};
    ASSERT_TRUE(transfer(m_imageRoutes, "POST", "/images/load", {}, "archive"));
    EXPECT_EQ(m_sink.text,
              "{\"stream\":\"Loaded image: x\\n\"}\r\n"
              "{\"errorDetail\":{\"message\":\"cut \\\"off\\\"\"},\"error\":\"cut \\\"off\\\"\"}\r\n");
}

TEST_F(Calls, AnErrorBeforeTheFirstLineIsTheAnswer)
{
    m_images.refusal = Error{ErrorKind::InvalidArgument, 0, "no archive"};
    const auto outcome = transfer(m_imageRoutes, "POST", "/images/load", {}, "archive");
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().message, "no archive");
    EXPECT_TRUE(m_sink.text.empty());
}

TEST_F(Calls, SaveChecksEveryNameBeforeTheFirstByte)
{
    ASSERT_TRUE(transfer(m_imageRoutes, "GET", "/images/get", {.query = {{"names", "a"}, {"names", "b"}}}));
    EXPECT_EQ(m_images.calls, (std::vector<std::string>{"resolve a", "resolve b", "save 2"}));
    EXPECT_EQ(m_sink.type, "application/x-tar");
    EXPECT_FALSE(transfer(m_imageRoutes, "GET", "/images/get", {}));
    m_images.refusal = Error{ErrorKind::NotFound, 0, "no such image"};
    EXPECT_EQ(transfer(m_imageRoutes, "GET", "/images/{name:*}/get", on("x")).error().kind,
              ErrorKind::NotFound);
}

TEST_F(Calls, ImportSendsTheIdLast)
{
    const Request request{
        .query = {
            {"fromSrc", "-"}, {"repo", "r"}, {"tag", "t"}, {"changes", "CMD a"}, {"changes", "ENV b=c"}}};
    ASSERT_TRUE(transfer(m_imageRoutes, "POST", "/images/create", request, "tar"));
    EXPECT_EQ(m_images.calls.back(), "import r t  2");
    EXPECT_EQ(m_sink.text, "{\"status\":\"sha256:2\"}\r\n");
    EXPECT_EQ(transfer(m_imageRoutes, "POST", "/images/create", {.query = {{"fromSrc", "http://x/y"}}})
                  .error()
                  .kind,
              ErrorKind::NotSupported);
}

TEST_F(Calls, PullHasNameTagOrDigestAndCredentials)
{
    const auto pull = [&](const std::string &image, const std::string &tag) {
        return transfer(m_imageRoutes, "POST", "/images/create",
                        {.query = {{"fromImage", image}, {"tag", tag}, {"platform", "linux/arm64"}},
                         .headers = {{"x-registry-auth", "eyJ1c2VybmFtZSI6ImFsaWNlIn0="}}});
    };
    m_images.progressLines = {R"({"status":"Pulling from nginx"})"};
    ASSERT_TRUE(pull("nginx", "1"));
    EXPECT_EQ(m_images.calls.back(), "pull nginx:1 linux/arm64 alice");
    EXPECT_EQ(m_sink.text, "{\"status\":\"Pulling from nginx\"}\r\n");
    ASSERT_TRUE(pull("nginx", "sha256:12"));
    EXPECT_EQ(m_images.calls.back(), "pull nginx@sha256:12 linux/arm64 alice");
    ASSERT_TRUE(pull("nginx", ""));
    EXPECT_EQ(m_images.calls.back(), "pull nginx (all) linux/arm64 alice");
    const auto platforms = [&](const std::string &path, const std::string &which) {
        return transfer(m_imageRoutes, "POST", path,
                        {.query = {{"fromImage", "nginx"}, {"tag", "1"}, {"quayside-platforms", which}}});
    };
    ASSERT_TRUE(platforms("/images/create", "all"));
    EXPECT_EQ(m_images.calls.back(), "pull nginx:1 (all platforms)  ");
    ASSERT_TRUE(platforms("/images/load", "all"));
    EXPECT_EQ(m_images.calls.back(), "load quiet=false (all platforms)");
    EXPECT_FALSE(platforms("/images/create", "some"));
    const auto garbled = transfer(m_imageRoutes, "POST", "/images/create",
                                  {.query = {{"fromImage", "nginx"}}, .headers = {{"x-registry-auth", "!"}}});
    ASSERT_FALSE(garbled);
    EXPECT_EQ(garbled.error().kind, ErrorKind::InvalidArgument);
}

TEST_F(Calls, AnImageIsMadeOfSomething)
{
    EXPECT_EQ(transfer(m_imageRoutes, "POST", "/images/create", {}).error().message,
              "nothing to make an image of: name an image (fromImage) or send an archive (fromSrc=-)");
}

TEST_F(Calls, BaseImagesTakeJsonAndKeepDefaults)
{
    ASSERT_TRUE(transfer(m_quaysideRoutes, "POST", "/quayside/images/base", json(""),
                         R"({"packages":["python3","curl"],"name":"base:1"})"));
    EXPECT_EQ(m_images.calls.back(), "base trixie 2 base:1 minbase");
    EXPECT_EQ(transfer(m_quaysideRoutes, "POST", "/quayside/images/base", json(""), std::string(100'000, ' '))
                  .error()
                  .kind,
              ErrorKind::TooLarge);
}

TEST_F(Calls, AStarterImageIsMadeForWhoeverNeedsIt)
{
    const auto made =
        std::get<CallHandler>(route(m_quaysideRoutes, "POST", "/quayside/images/starter").handler)(
            {.query = {{"name", "busybox"}}});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(m_images.calls.back(), "starter busybox");
    EXPECT_EQ(api::parseJson(made->body)->at("Id"), "sha256:busybox");
}

TEST_F(Calls, CapabilitiesNameTheEngine)
{
    const auto response =
        std::get<CallHandler>(route(m_quaysideRoutes, "GET", "/quayside/capabilities").handler)({});
    EXPECT_EQ(api::parseJson(response->body)->at("engine"), "quayside");
}

TEST_F(Calls, XraysOfContainersAndOfTheHost)
{
    const auto ask = [&](const std::string &pattern, const Request &request) {
        return std::get<CallHandler>(route(m_quaysideRoutes, "GET", pattern).handler)(request);
    };
    const auto found = ask("/quayside/containers/{id}/xray", on("web", {{"file", "/etc/passwd"}}));
    ASSERT_TRUE(found);
    EXPECT_EQ(api::parseJson(found->body)->at("Id"), "web");
    EXPECT_EQ(api::parseJson(found->body)->at("File").at("Path"), "/etc/passwd");
    EXPECT_FALSE(api::parseJson(ask("/quayside/containers/{id}/xray", on("web"))->body)->contains("File"));
    EXPECT_EQ(api::parseJson(ask("/quayside/xray", {})->body)->at("Kernel"), "6.18");
    m_containers.observer.refusal = Error{ErrorKind::Conflict, 0, "it does not run"};
    EXPECT_EQ(kindOf(ask("/quayside/containers/{id}/xray", on("web"))), ErrorKind::Conflict);
}

TEST_F(Calls, LaunchesAreTakenOn)
{
    const auto routes = launchRoutes(m_containers);
    const auto ask = [&](const std::string &method, const std::string &below, Request request) {
        request.parameters["id"] = "web";
        return std::get<CallHandler>(route(routes, method, "/quayside/containers/{id}/" + below).handler)(
            request);
    };
    EXPECT_EQ(ask("POST", "launch", {})->status, 204);
    EXPECT_EQ(ask("POST", "launch/next", {})->status, 204);
    EXPECT_TRUE(ask("POST", "launch/next", {.query = {{"steps", "4"}}}));
    EXPECT_TRUE(ask("POST", "launch/next", {.query = {{"to", "root"}}}));
    EXPECT_TRUE(ask("POST", "launch/next", {.query = {{"all", "1"}}}));
    EXPECT_EQ(ask("POST", "launch/abort", {})->status, 204);
    EXPECT_TRUE(ask("GET", "starts", {})->body.starts_with(R"([{"Number":7,)"));
    EXPECT_TRUE(ask("GET", "starts/{number}", {.parameters = {{"number", "7"}}})->body.contains("\"done\""));
    const std::vector<std::string> expected{
        "hold web",           "next web 1 '' false", "next web 4 '' false", "next web 1 'root' false",
        "next web 1 '' true", "abort web",           "starts web",          "start web 7"};
    EXPECT_EQ(m_containers.held.calls, expected);
    for (const char *number : {"0", "-1", "x", "1x", "99999999999999999999"})
        EXPECT_EQ(ask("GET", "starts/{number}", {.parameters = {{"number", number}}}).error().kind,
                  ErrorKind::InvalidArgument)
            << number;
    EXPECT_EQ(ask("POST", "launch/next", {.query = {{"steps", "2"}, {"to", "root"}}}).error().kind,
              ErrorKind::InvalidArgument);
    EXPECT_FALSE(ask("POST", "launch/next", {.query = {{"steps", "two"}}}));
    m_containers.held.refusal = Error{ErrorKind::Conflict, 0, "nothing is held"};
    EXPECT_EQ(ask("POST", "launch/abort", {}).error().kind, ErrorKind::Conflict);
}

TEST_F(Calls, WhatIsNotThereSaysSo)
{
    const auto refused = transfer(unsupportedRoutes(), "POST", "/session", {}, std::string(1000, 'x'));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::NotSupported);
    EXPECT_EQ(refused.error().message, "a BuildKit session is not part of this version of Quayside yet");
}

} // namespace quayside::server

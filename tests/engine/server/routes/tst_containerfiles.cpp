// What the file routes make of a request, and of what the container's files answer.
#include "engine/server/routes/resources.h"
#include "tests/fakes/fakecontainers.h"
#include "tests/fakes/fakevolumes.h"

#include <gtest/gtest.h>

#include <QByteArray>

using namespace quayside;
using namespace quayside::server;
using fakes::FakeContainers;

namespace
{

class Source : public api::SocketSource
{
public:
    explicit Source(std::string text) : m_text(std::move(text)) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        const std::size_t length = m_text.copy(buffer.data(), buffer.size());
        m_text.erase(0, length);
        return length;
    }
    [[nodiscard]] int socket() const override { return -1; }
    Result<Loan> lendInput() override { return fail(ErrorKind::Internal, "nobody borrows here"); }

private:
    std::string m_text;
};

class Sink : public TransferSink
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

class FileRoutes : public testing::Test
{
protected:
    Result<> transfer(const std::string &method, const Request &request, std::string body = {})
    {
        Source source(std::move(body));
        for (const Route &route : m_routes)
            if (route.method == method && route.pattern == "/quayside/volumes/{id}/file")
                return std::get<TransferHandler>(route.handler)(request, source, m_sink);
        return fail(ErrorKind::Internal, "no such route");
    }
    Result<Response> call(const std::string &method, const Request &request)
    {
        for (const Route &route : m_routes)
            if (route.method == method && route.pattern == "/quayside/containers/{id}/files")
                return std::get<CallHandler>(route.handler)(request);
        return fail(ErrorKind::Internal, "no such route");
    }
    std::vector<std::string> &calls() { return m_containers.filesOfAll.calls; }
    FakeContainers m_containers;
    Routes m_routes = fileRoutes(m_containers);
    Sink m_sink;
};

TEST_F(FileRoutes, ListsAndEdits)
{
    const auto listed =
        call("GET", {.parameters = {{"id", "web"}}, .query = {{"encoded", "/a%0ab"}, {"limit", "5"}}});
    ASSERT_TRUE(listed);
    EXPECT_NE(listed->body.find(R"("Name":"x")"), std::string::npos);
    EXPECT_FALSE(call("GET", {.parameters = {{"id", "web"}}, .query = {{"limit", "0"}}}));
    EXPECT_FALSE(call("GET", {.parameters = {{"id", "web"}}, .query = {{"encoded", "/%zz"}}}));
    const auto edited = call("POST", {.parameters = {{"id", "web"}},
                                      .headers = {{"content-type", "application/json"}},
                                      .body = R"({"Operation":"remove","Path":"/x","Recursive":true})"});
    ASSERT_TRUE(edited);
    EXPECT_EQ(edited->status, 204);
    EXPECT_EQ(calls(), (std::vector<std::string>{"list web volume=false /a\nb after= text= limit=5",
                                                 "edit web volume=false remove /x  recursive=true"}));
}

TEST_F(FileRoutes, CarryVersions)
{
    ASSERT_TRUE(transfer("GET", {.parameters = {{"id", "v"}}, .query = {{"path", "/x"}}}));
    EXPECT_EQ(m_sink.text, "abc");
    EXPECT_EQ(m_sink.headers["ETag"], "\"5.000000007-3\"");
    Request put{
        .parameters = {{"id", "v"}}, .query = {{"path", "/x"}}, .headers = {{"if-match", "\"5.0-3\""}}};
    ASSERT_TRUE(transfer("PUT", put, "body"));
    EXPECT_EQ(m_sink.headers["ETag"], "\"6.000000000-4\"");
    put.headers = {{"if-none-match", "*"}};
    ASSERT_TRUE(transfer("PUT", put, "body"));
    EXPECT_EQ(calls(),
              (std::vector<std::string>{"readFile v volume=true /x", "putFile v volume=true /x version=5.0-3",
                                        "putFile v volume=true /x version=none"}));
    EXPECT_EQ(m_containers.filesOfAll.uploaded, "body");
}

class ContainerFileRoutes : public testing::Test
{
protected:
    const Route &route(const std::string &method, const std::string &pattern)
    {
        const auto found = std::ranges::find_if(
            m_routes, [&](const Route &r) { return r.method == method && r.pattern == pattern; });
        EXPECT_NE(found, m_routes.end()) << method << " " << pattern;
        return *found;
    }
    Result<Response> call(const std::string &method, const std::string &pattern, const Request &request)
    {
        return std::get<CallHandler>(route(method, pattern).handler)(request);
    }
    Result<> transfer(const std::string &method, const std::string &pattern, const Request &request,
                      std::string body = {})
    {
        Source source(std::move(body));
        return std::get<TransferHandler>(route(method, pattern).handler)(request, source, m_sink);
    }
    static Request on(const std::string &id, std::multimap<std::string, std::string> query = {})
    {
        return {.parameters = {{"id", id}}, .query = std::move(query)};
    }
    static Request commitRequest(std::multimap<std::string, std::string> query, std::string body)
    {
        return {.query = std::move(query),
                .headers = {{"content-type", "application/json"}},
                .body = std::move(body)};
    }
    std::vector<std::string> &calls() { return m_containers.filesOfAll.calls; }

    static constexpr const char *statHeader = "X-Docker-Container-Path-Stat";
    FakeContainers m_containers;
    Routes m_routes = containerFileRoutes(m_containers);
    Sink m_sink;
};

TEST_F(ContainerFileRoutes, StatIsAHeader)
{
    const auto answer = call("HEAD", "/containers/{id}/archive", on("web", {{"path", "/x"}}));
    ASSERT_TRUE(answer);
    const auto text = QByteArray::fromBase64(QByteArray::fromStdString(answer->headers.at(statHeader)));
    EXPECT_EQ(text.toStdString(),
              R"({"name":"x","size":3,"mode":420,"mtime":"2023-11-14T22:13:20.0000005Z","linkTarget":""})");
    EXPECT_EQ(calls(), std::vector<std::string>{"stat web /x"});
}

TEST_F(ContainerFileRoutes, ReadSendsTheStatBeforeTheTar)
{
    ASSERT_TRUE(transfer("GET", "/containers/{id}/archive", on("web", {{"path", "/x"}})));
    EXPECT_EQ(m_sink.text, "tar");
    EXPECT_EQ(m_sink.type, "application/x-tar");
    EXPECT_TRUE(m_sink.headers.contains(statHeader));
}

TEST_F(ContainerFileRoutes, WriteTakesItsOptions)
{
    ASSERT_TRUE(transfer("PUT", "/containers/{id}/archive", on("web", {{"path", "/x"}}), "bytes"));
    ASSERT_TRUE(transfer("PUT", "/containers/{id}/archive",
                         on("web", {{"path", "/x"}, {"noOverwriteDirNonDir", "true"}, {"copyUIDGID", "1"}}),
                         "!"));
    EXPECT_EQ(calls(), (std::vector<std::string>{"write web /x keep=false owner=false",
                                                 "write web /x keep=true owner=true"}));
    EXPECT_EQ(m_containers.filesOfAll.uploaded, "bytes!");
    EXPECT_FALSE(
        transfer("PUT", "/containers/{id}/archive", on("web", {{"path", "/"}, {"copyUIDGID", "perhaps"}})));
}

TEST_F(ContainerFileRoutes, ExportAndChanges)
{
    ASSERT_TRUE(transfer("GET", "/containers/{id}/export", on("web")));
    EXPECT_EQ(m_sink.text, "root");
    const auto answer = call("GET", "/containers/{id}/changes", on("web"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, R"([{"Path":"/a","Kind":1}])");
}

TEST_F(ContainerFileRoutes, CommitReadsQueryAndBody)
{
    const auto answer = call("POST", "/commit",
                             commitRequest({{"container", "web"},
                                            {"repo", "r"},
                                            {"tag", "t"},
                                            {"comment", "c"},
                                            {"author", "a"},
                                            {"pause", "0"},
                                            {"changes", "CMD x"},
                                            {"changes", "USER y"}},
                                           R"({"Cmd":["one"]})"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 201);
    EXPECT_EQ(answer->body, "{\"Id\":\"sha256:5\"}\n");
    EXPECT_EQ(calls(), std::vector<std::string>{"commit web r t"});
    const auto &options = m_containers.filesOfAll.committed;
    EXPECT_EQ(options.changes, (std::vector<std::string>{"CMD x", "USER y"}));
    EXPECT_EQ(options.comment + options.author, "ca");
    EXPECT_FALSE(options.pause);
    ASSERT_TRUE(options.config);
    EXPECT_EQ(options.config->cmd, std::vector<std::string>{"one"});
}

TEST_F(ContainerFileRoutes, CommitWithoutABodyTakesTheContainersConfiguration)
{
    for (const char *body : {"", "null", "null\n"}) {
        ASSERT_TRUE(call("POST", "/commit", commitRequest({{"container", "web"}}, body))) << body;
        EXPECT_FALSE(m_containers.filesOfAll.committed.config);
        EXPECT_TRUE(m_containers.filesOfAll.committed.pause);
    }
    EXPECT_FALSE(call("POST", "/commit", commitRequest({{"container", "web"}}, "{bad")));
}

TEST_F(ContainerFileRoutes, ErrorsBecomeTheAnswer)
{
    m_containers.filesOfAll.refusal = Error{ErrorKind::NotFound, 0, "No such container: web"};
    EXPECT_FALSE(call("HEAD", "/containers/{id}/archive", on("web", {{"path", "/x"}})));
    EXPECT_FALSE(transfer("GET", "/containers/{id}/export", on("web")));
    EXPECT_FALSE(m_sink.started());
}

class VolumeFileRoutes : public testing::Test
{
protected:
    Result<> transfer(const std::string &method, const std::string &pattern,
                      std::multimap<std::string, std::string> query = {}, std::string body = {})
    {
        const auto found = std::ranges::find_if(
            m_routes, [&](const Route &r) { return r.method == method && r.pattern == pattern; });
        Source source(std::move(body));
        const Request request{.parameters = {{"name", "data"}},
                              .query = std::move(query),
                              .headers = {{"content-type", "application/json"}}};
        return std::get<TransferHandler>(found->handler)(request, source, m_sink);
    }
    std::vector<std::string> &calls() { return m_containers.filesOfVolumes.calls; }

    static constexpr const char *archive = "/quayside/volumes/{name}/archive";
    FakeContainers m_containers;
    fakes::FakeVolumes m_volumes;
    Routes m_routes = volumeArchiveRoutes(m_volumes, m_containers);
    Sink m_sink;
};

TEST_F(VolumeFileRoutes, ReadWarnsOfRunningContainers)
{
    ASSERT_TRUE(transfer("GET", archive, {{"compress", "zstd"}}));
    EXPECT_EQ(calls(), std::vector<std::string>{"read data 2"});
    EXPECT_EQ(m_sink.type, "application/zstd");
    EXPECT_TRUE(m_sink.headers.at("Quayside-Warning").starts_with("1 running container uses"));
    EXPECT_EQ(transfer("GET", archive, {{"compress", "rar"}}).error().kind, ErrorKind::InvalidArgument);
}

TEST_F(VolumeFileRoutes, WriteTakesItsOptions)
{
    ASSERT_TRUE(transfer("PUT", archive, {{"create", "1"}}));
    ASSERT_TRUE(transfer("PUT", archive, {{"replace", "true"}}));
    EXPECT_EQ(calls(), (std::vector<std::string>{"write data create=true replace=false",
                                                 "write data create=false replace=true"}));
    EXPECT_TRUE(m_sink.text.contains("running container"));
}

TEST_F(VolumeFileRoutes, CloneSaysHowItEnds)
{
    ASSERT_TRUE(transfer("POST", "/quayside/volumes/{name}/clone", {}, R"({"Name":"twin"})"));
    EXPECT_EQ(m_volumes.calls, std::vector<std::string>{"clone 0 data twin"});
    EXPECT_EQ(m_sink.text, "{\"status\":\"twin\"}\r\n");
    m_volumes.refusal = Error{ErrorKind::Conflict, 0, "taken"};
    m_sink.text.clear();
    EXPECT_EQ(transfer("POST", "/quayside/volumes/{name}/clone", {}, R"({"Name":"twin"})").error().kind,
              ErrorKind::Conflict);
}

} // namespace

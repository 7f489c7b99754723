// Volumes and disk usage: what the handlers make of a request, and what they ask of their backends.
#include "engine/api/json.h"
#include "engine/server/eventhub.h"
#include "engine/server/routes/resources.h"
#include "tests/fakes/fakebuilds.h"
#include "tests/fakes/fakecontainers.h"
#include "tests/fakes/fakeimages.h"
#include "tests/fakes/fakevolumes.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace quayside::server
{

class StorageCalls : public testing::Test
{
protected:
    Result<Response> call(const std::string &method, const std::string &pattern, Request request = {})
    {
        request.method = method;
        for (const Routes *routes : {&m_volumeRoutes, &m_usageRoutes, &m_buildRoutes})
            for (const Route &route : *routes)
                if (route.method == method && route.pattern == pattern)
                    return std::get<CallHandler>(route.handler)(request);
        return fail(ErrorKind::NotFound, "no route {} {}", method, pattern);
    }
    static Request json(std::string body)
    {
        return {.headers = {{"content-type", "application/json"}}, .body = std::move(body)};
    }
    static Request filtered(std::string filters) { return {.query = {{"filters", std::move(filters)}}}; }
    std::vector<std::string> names(std::string filters)
    {
        const auto answer = call("GET", "/volumes", filtered(std::move(filters)));
        EXPECT_TRUE(answer) << answer.error().message;
        std::vector<std::string> names;
        const auto found = api::parseJson(answer->body);
        for (const auto &volume : found->at("Volumes"))
            names.push_back(volume.at("Name"));
        return names;
    }
    using Names = std::vector<std::string>;

    fakes::FakeContainers m_containers;
    fakes::FakeImages m_images;
    fakes::FakeVolumes m_volumes;
    fakes::FakeBuilds m_builds;
    Routes m_volumeRoutes = volumeRoutes(m_volumes),
           m_usageRoutes = diskUsageRoutes(m_containers, m_images, m_volumes, m_builds),
           m_buildRoutes = buildRoutes(m_builds);
};

TEST_F(StorageCalls, AVolumeIsMadeForTheCaller)
{
    Request request = json(R"({"Name":"data","Labels":{"a":"b"},"DriverOpts":{"type":"tmpfs"}})");
    request.peer.uid = 1000;
    const auto made = call("POST", "/volumes/create", request);
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->status, 201);
    EXPECT_EQ(m_volumes.calls.back(), "create 1000 data");
    EXPECT_EQ(m_volumes.created.labels.at("a"), "b");
    EXPECT_EQ(m_volumes.created.options.at("type"), "tmpfs");
    EXPECT_EQ(call("POST", "/volumes/create", json(R"({"Driver":"rexray"})")).error().kind,
              ErrorKind::NotFound);
    EXPECT_EQ(call("POST", "/volumes/create", json(R"({"ClusterVolumeSpec":{"Group":"x"}})")).error().kind,
              ErrorKind::NotSupported);
}

TEST_F(StorageCalls, TheListIsFiltered)
{
    m_volumes.volumes = {{.labels = {{"tier", "db"}},
                          .name = "red",
                          .usageData = api::VolumeUsageData{.size = 1, .refCount = 1}},
                         {.name = "reddish", .usageData = api::VolumeUsageData{.size = 1, .refCount = 0}}};
    EXPECT_EQ(names(""), (Names{"red", "reddish"}));
    EXPECT_EQ(names(R"({"dangling":["true"]})"), Names{"reddish"});
    EXPECT_EQ(names(R"({"dangling":["false"]})"), Names{"red"});
    EXPECT_EQ(names(R"({"label":["tier=db"]})"), Names{"red"});
    EXPECT_EQ(names(R"({"name":["dish"]})"), Names{"reddish"});
    EXPECT_EQ(names(R"({"driver":["nfs"]})"), Names{});
    EXPECT_FALSE(call("GET", "/volumes", filtered(R"({"colour":["red"]})")));
    EXPECT_FALSE(call("GET", "/volumes", filtered(R"({"dangling":["perhaps"]})")));
    EXPECT_FALSE(call("GET", "/volumes")->body.contains("UsageData")) << "of system df only";
}

TEST_F(StorageCalls, ForceForgivesOnlyWhatIsNotThere)
{
    Request request{.parameters = {{"name", "x"}}, .query = {{"force", "1"}}};
    m_volumes.refusal = Error{ErrorKind::NotFound, 0, "no such volume"};
    EXPECT_EQ(call("DELETE", "/volumes/{name}", request)->status, 204);
    m_volumes.refusal = Error{ErrorKind::Conflict, 0, "in use"};
    EXPECT_EQ(call("DELETE", "/volumes/{name}", request).error().kind, ErrorKind::Conflict);
}

TEST_F(StorageCalls, PruneMeansAnonymousOnesSince142)
{
    const auto pruned = call("POST", "/volumes/prune");
    EXPECT_EQ(m_volumes.calls.back(), "prune 0 all=false filters=0");
    EXPECT_EQ(pruned->body, R"({"VolumesDeleted":["a","b"],"SpaceReclaimed":12})");
    ASSERT_TRUE(call("POST", "/volumes/prune", {.apiMinor = 41}));
    EXPECT_EQ(m_volumes.calls.back(), "prune 0 all=true filters=0");
    ASSERT_TRUE(call("POST", "/volumes/prune", filtered(R"({"all":["true"],"label!":["keep"]})")));
    EXPECT_EQ(m_volumes.calls.back(), "prune 0 all=true filters=2");
    EXPECT_FALSE(call("POST", "/volumes/prune", filtered(R"({"until":["1h"]})")));
}

TEST_F(StorageCalls, DiskUsageLooksAtWhatWasAskedFor)
{
    m_volumes.volumes = {{.name = "data", .usageData = api::VolumeUsageData{.size = 5, .refCount = 2}}};
    const auto all = call("GET", "/system/df");
    ASSERT_TRUE(all) << all.error().message;
    const auto found = api::parseJson(all->body);
    ASSERT_TRUE(found) << all->body;
    EXPECT_EQ(found->at("LayersSize"), 7);
    EXPECT_EQ(found->at("Images").size(), 3U);
    EXPECT_EQ(found->at("Images")[0].at("Containers"), 1) << "the fake container is of the fake image";
    EXPECT_EQ(found->at("Volumes")[0].at("UsageData").at("Size"), 5);
    EXPECT_TRUE(found->at("BuildCache").empty());
    m_volumes.calls.clear();
    m_images.calls.clear();
    const auto images = api::parseJson(call("GET", "/system/df", {.query = {{"type", "image"}}})->body);
    EXPECT_TRUE(images->at("Volumes").is_null());
    EXPECT_TRUE(images->at("Containers").is_null());
    EXPECT_TRUE(m_volumes.calls.empty()) << "nothing is walked that nobody asked for";
    const auto volumes = api::parseJson(call("GET", "/system/df", {.query = {{"type", "volume"}}})->body);
    EXPECT_EQ(volumes->at("LayersSize"), 0);
    EXPECT_EQ(call("GET", "/system/df", {.query = {{"type", "files"}}}).error().kind,
              ErrorKind::InvalidArgument);
}

TEST_F(StorageCalls, TheBuildCacheIsPruned)
{
    m_builds.freed = {.ids = {"one", "two"}, .bytes = 7};
    EXPECT_EQ(call("POST", "/build/prune", {.query = {{"all", "1"}, {"keep-storage", "10"}}})->body,
              R"({"CachesDeleted":["one","two"],"SpaceReclaimed":7})");
    EXPECT_EQ(m_builds.pruneRequest.reservedBytes, 10U);
    ASSERT_TRUE(call("POST", "/build/prune", {.query = {{"max-used-space", "7"}, {"min-free-space", "8"}}}));
    EXPECT_EQ(m_builds.pruneRequest.mostBytes, 7U);
    EXPECT_EQ(m_builds.pruneRequest.minFreeBytes, 8U);
    ASSERT_TRUE(call("POST", "/build/prune",
                     filtered(R"({"type":["regular"],"parent":["p"],"description":["d"],"shared":["0"]})")));
    EXPECT_EQ(m_builds.pruneRequest.types, std::set<std::string>{"regular"});
    EXPECT_EQ(m_builds.pruneRequest.parents, std::set<std::string>{"p"});
    EXPECT_EQ(m_builds.pruneRequest.descriptions, std::set<std::string>{"d"});
    EXPECT_EQ(m_builds.pruneRequest.shared, false);
    ASSERT_TRUE(call("POST", "/build/prune", filtered(R"({"private":["true"]})")));
    EXPECT_EQ(m_builds.pruneRequest.shared, false);
    EXPECT_FALSE(call("POST", "/build/prune", filtered(R"({"private":["maybe"]})")));
    EXPECT_FALSE(call("POST", "/build/prune", {.query = {{"max-used-space", "-1"}}}));
    m_builds.freed = {};
    EXPECT_EQ(call("POST", "/build/prune", filtered(R"({"until":["1700000000"],"id":["x"]})"))->body,
              R"({"CachesDeleted":null,"SpaceReclaimed":0})");
    EXPECT_EQ(m_builds.pruneRequest.unusedBefore, 1'700'000'000'000'000'000);
    EXPECT_EQ(m_builds.pruneRequest.ids, std::set<std::string>{"x"});
    EXPECT_FALSE(call("POST", "/build/prune", {.query = {{"keep-storage", "much"}}}));
    EXPECT_FALSE(call("POST", "/build/prune", filtered(R"({"colour":["red"]})")));
}

TEST_F(StorageCalls, TheBuildCacheIsListed)
{
    m_builds.known = {
        {.step = {.key = "k", .parent = "p", .description = "RUN x", .createdNs = 1'000'000'000},
         .shared = true}};
    const auto answer = call("GET", "/system/df", {.query = {{"type", "build-cache"}}});
    ASSERT_TRUE(answer) << answer.error().message;
    const auto cache = api::parseJson(answer->body)->at("BuildCache");
    ASSERT_EQ(cache.size(), 1U);
    EXPECT_EQ(cache[0].at("ID"), "k");
    EXPECT_EQ(cache[0].at("Description"), "RUN x");
    EXPECT_EQ(cache[0].at("Shared"), true);
    EXPECT_EQ(cache[0].at("CreatedAt"), "1970-01-01T00:00:01Z");
}

} // namespace quayside::server

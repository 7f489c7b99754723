// Decodes one full example of each type of the contract, encodes it again, and looks for what got lost on the
// way.
#include "engine/api/json.h"
#include "engine/api/types/container.h"
#include "engine/api/types/error.h"
#include "engine/api/types/event.h"
#include "engine/api/types/image.h"
#include "engine/api/types/network.h"
#include "engine/api/types/system.h"
#include "engine/api/types/volume.h"
#include "tests/folders.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

using namespace quayside;
using namespace quayside::api;

namespace
{

std::string example(const std::string &name)
{
    std::ifstream file(QUAYSIDE_SOURCE_DIR "/tests/engine/api/types/data/" + name + ".json");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// Swarm's parts and what only Windows or old engines have.
const std::set<std::string> leftOut = {"ClusterVolume", "ClusterVolumeSpec", "NodeID",  "RemoteManagers",
                                       "Nodes",         "Managers",          "Cluster", "Swarm",
                                       "Status"};

void compare(const Json &expected, const Json &got, const std::string &path, std::vector<std::string> &lost)
{
    if (expected.is_object() && got.is_object()) {
        for (const auto &[key, value] : expected.items()) {
            const std::string here = path + '.' + key;
            const bool nothing = value.is_null() || value == "" || value == 0 || value == false ||
                                 (value.is_structured() && value.empty());
            if (!got.contains(key)) {
                if (!nothing && !leftOut.contains(key))
                    lost.push_back(here);
            } else if (!leftOut.contains(key)) {
                compare(value, got[key], here, lost);
            }
        }
    } else if (expected.is_array() && got.is_array() && expected.size() == got.size()) {
        for (std::size_t i = 0; i < expected.size(); ++i)
            compare(expected[i], got[i], path + '[' + std::to_string(i) + ']', lost);
    } else if (expected != got && !(expected.empty() && got.empty())) {
        lost.push_back(path + ": " + expected.dump() + " became " + got.dump());
    }
}

void survives(const std::string &name, const std::string &text, const Result<std::string> &encoded)
{
    ASSERT_TRUE(encoded) << name << ": " << encoded.error().message;
    const auto before = parseJson(text, {.caseVariants = true}),
               after = parseJson(*encoded, {.caseVariants = true});
    ASSERT_TRUE(before && after) << name;
    std::vector<std::string> lost;
    compare(*before, *after, name, lost);
    for (const std::string &what : lost)
        ADD_FAILURE() << what;
}

template <typename T>
void thereAndBack(const std::string &name)
{
    const std::string text = example(name);
    survives(name, text, decode<T>(text).transform([](const T &value) { return encode(value); }));
}

} // namespace

TEST(Types, LoseNothingOfTheContract)
{
    thereAndBack<ContainerConfig>("ContainerConfig");
    thereAndBack<HostConfig>("HostConfig");
    thereAndBack<NetworkingConfig>("NetworkingConfig");
    thereAndBack<ContainerCreateRequest>("ContainerCreateRequest");
    thereAndBack<ContainerCreateResponse>("ContainerCreateResponse");
    thereAndBack<std::vector<ContainerSummary>>("ContainerSummaryList");
    thereAndBack<ContainerInspect>("ContainerInspect");
    thereAndBack<WaitResponse>("WaitResponse");
    thereAndBack<ExecCreateRequest>("ExecCreateRequest");
    thereAndBack<ExecStartRequest>("ExecStartRequest");
    thereAndBack<ExecInspect>("ExecInspect");
    thereAndBack<ImageConfig>("ImageConfig");
    thereAndBack<ImageInspect>("ImageInspect");
    thereAndBack<std::vector<ImageSummary>>("ImageSummaryList");
    thereAndBack<std::vector<ImageHistoryItem>>("ImageHistory");
    thereAndBack<std::vector<ImageDeleteItem>>("ImageDelete");
    thereAndBack<std::vector<Network>>("NetworkList");
    thereAndBack<Volume>("Volume");
    thereAndBack<VolumeListResponse>("VolumeListResponse");
    thereAndBack<VolumeCreateOptions>("VolumeCreateOptions");
    thereAndBack<SystemVersion>("SystemVersion");
    thereAndBack<SystemInfo>("SystemInfo");
    thereAndBack<ErrorResponse>("ErrorResponse");
    const std::string event = example("Event");
    survives("Event", event, decodeEvent(event).transform([](const Event &value) { return encode(value); }));
}

TEST(Types, ReadWhatClientsSend)
{
    const auto request = decode<ContainerCreateRequest>(
        R"({"Image":"busybox","Cmd":"sh","Entrypoint":null,"ExposedPorts":{"80/tcp":{}},"Labels":{"a":"1","A":"2"},
            "HostConfig":{"PortBindings":{"80/tcp":[{"HostPort":"4000"}],"81/tcp":null},"Init":true,"MaskedPaths":[]},
            "NetworkingConfig":null,"Unknown":{"x":[1]}})");
    ASSERT_TRUE(request) << request.error().message;
    EXPECT_EQ(request->cmd, std::vector<std::string>{"sh"});
    EXPECT_FALSE(request->entrypoint);
    EXPECT_EQ(request->exposedPorts, std::set<std::string>{"80/tcp"});
    EXPECT_EQ(request->labels.size(), 2u);
    EXPECT_EQ(request->hostConfig.portBindings.at("80/tcp").at(0).hostPort, "4000");
    EXPECT_TRUE(request->hostConfig.portBindings.at("81/tcp").empty());
    EXPECT_EQ(request->hostConfig.init, true);
    EXPECT_TRUE(request->hostConfig.maskedPaths && request->hostConfig.maskedPaths->empty());
    EXPECT_FALSE(request->hostConfig.readonlyPaths);
    EXPECT_EQ(decode<ContainerCreateRequest>(R"({"image":"x","hostconfig":{"memory":5}})")->hostConfig.memory,
              5);
    EXPECT_TRUE(decode<ExecStartRequest>("")); // docker sends no body at times
}

TEST(Types, RefuseLies)
{
    auto message = [](const char *text) {
        const auto request = decode<ContainerCreateRequest>(text);
        return request ? std::string("taken") : request.error().message;
    };
    EXPECT_EQ(message(R"({"HostConfig":{"Memory":"1"}})"),
              "invalid JSON: HostConfig.Memory: expected an integer of at most 64 bits, got a string");
    EXPECT_EQ(message(R"({"Env":["a",1]})"), "invalid JSON: Env[1]: expected a string, got a number");
    EXPECT_EQ(message(R"({"HostConfig":{"Privileged":false,"privileged":true}})"),
              "invalid JSON: HostConfig.Privileged comes twice, in different case");
    for (const char *text :
         {R"({"Image":"a","Image":"b"})", R"({"HostConfig":{"Memory":1.5}})",
          R"({"HostConfig":{"Memory":9223372036854775808}})", R"({"HostConfig":{"Memory":1e3}})",
          R"({"Tty":1})", R"({"Labels":{"a":1}})", R"({"Image":"a\u0000b"})", R"({"Labels":{"a\u0000":"b"}})",
          R"({"ExposedPorts":{"80/tcp":1}})", R"({"HostConfig":[]})", "[]", "null", "1", ""})
        EXPECT_NE(message(text), "taken") << text;
}

TEST(Types, WriteNullWhereDockerDoes)
{
    const std::string config = encode(ContainerConfig{});
    for (const char *part : {"\"Cmd\":null", "\"Entrypoint\":null", "\"Volumes\":null", "\"Env\":[]",
                             "\"Labels\":{}", "\"OnBuild\":null"})
        EXPECT_NE(config.find(part), std::string::npos) << part << " in " << config;
    EXPECT_EQ(config.find("Healthcheck"), std::string::npos);
    ContainerInspect container;
    container.networkSettings.ports["80/tcp"] = {};
    EXPECT_NE(encode(container).find(R"("Ports":{"80/tcp":null})"), std::string::npos);
    EXPECT_EQ(encode(WaitResponse{.statusCode = 3}), R"({"StatusCode":3})");
    EXPECT_EQ(encode(std::vector<ContainerSummary>{}), "[]");
    EXPECT_NE(encode(ImageInspect{}).find(R"("LastTagTime":"0001-01-01T00:00:00Z")"), std::string::npos);
}

TEST(Types, EventsKeepTheirOldFields)
{
    Event event{
        .type = "container", .action = "start", .actor = {"abc", {{"image", "busybox"}, {"name", "web"}}}};
    const std::string text = encode(event);
    EXPECT_TRUE(text.starts_with(
        R"({"status":"start","id":"abc","from":"busybox","Type":"container","Action":"start")"))
        << text;
    EXPECT_EQ(text.find('\n'), std::string::npos);
    EXPECT_EQ(decodeEvent(text)->actor.attributes.at("name"), "web");
    event.type = "network";
    EXPECT_TRUE(encode(event).starts_with(R"({"Type":"network")"));
}

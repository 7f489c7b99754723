#include "engine/networks/firewalld.h"
#include "engine/networks/firewalls.h"
#include "engine/networks/rules.h"
#include "tests/folders.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <format>
#include <fstream>
#include <map>
#include <set>

using namespace quayside::networks;
using Json = nlohmann::json;

namespace
{

IpAddress address(const char *text)
{
    return *IpAddress::parse(text);
}

TableRules example()
{
    TableRules rules{"quayside", {}, {}};
    rules.bridges.push_back(
        {"quayside0", {*IpPrefix::parse("172.31.0.0/16"), *IpPrefix::parse("fd12::/64")}});
    rules.bridges.push_back(
        {.interface = "qs-inside", .subnets = {*IpPrefix::parse("10.1.0.0/16")}, .internal = true});
    rules.bridges.push_back({.interface = "qs-apart",
                             .subnets = {*IpPrefix::parse("10.2.0.0/16")},
                             .masquerade = false,
                             .icc = false});
    rules.ports = {{"tcp", {}, 4000, address("172.31.0.2"), 80},
                   {"tcp", {}, 4000, address("fd12::2"), 80},
                   {"udp", address("127.0.0.1"), 53, address("172.31.0.3"), 53},
                   {"udp", address("2001:db8::1"), 53, address("fd12::3"), 53}};
    return rules;
}

Json golden(const std::string &name)
{
    std::ifstream file(std::string(QUAYSIDE_SOURCE_DIR "/tests/engine/networks/data/") + name);
    EXPECT_TRUE(file) << name;
    return Json::parse(file);
}

// What nft says after a table was made: the same objects under "add", with handles.
std::string listing(const std::string &document)
{
    Json objects = Json::array();
    const auto parsed = Json::parse(document);
    for (const auto &command : parsed["nftables"])
        if (command.contains("add"))
            objects.push_back(command["add"]);
    return Json{{"nftables", objects}}.dump();
}

TEST(Rules, tableIsAsAgreed)
{
    const auto document = tableDocument(example());
    EXPECT_EQ(Json::parse(document), golden("table.json")) << document;
}

TEST(Rules, portsAreOneTransaction)
{
    const auto rules = example();
    const std::vector<PortRule> ports(rules.ports.begin(), rules.ports.end());
    EXPECT_EQ(Json::parse(addPortsDocument("quayside", ports)), golden("addports.json"));
    auto removal = golden("addports.json");
    for (auto &command : removal["nftables"])
        command = {{"delete", command["add"]}};
    EXPECT_EQ(Json::parse(removePortsDocument("quayside", ports)), removal);
}

// What comes and goes with a bridge is just what makes the difference to a whole table, however long that is.
TEST(Rules, aBridgeIsASmallTransaction)
{
    const auto elements = [](const std::string &document) {
        std::map<std::string, std::set<std::string>> found;
        const auto parsed = Json::parse(document);
        for (const auto &command : parsed["nftables"])
            if (command.contains("add"))
                for (const auto &[kind, object] : command["add"].items())
                    for (const auto &element : object.value("elem", Json::array()))
                        found[object["name"]].insert(element.dump());
        return found;
    };
    for (const auto &bridge : example().bridges) {
        auto with = example(), without = example();
        std::erase(without.bridges, bridge);
        auto expected = elements(tableDocument(with));
        for (const auto &[name, those] : elements(tableDocument(without)))
            for (const auto &element : those)
                expected[name].erase(element);
        std::erase_if(expected, [](const auto &set) { return set.second.empty(); });
        const auto document = addBridgeDocument("quayside", bridge);
        EXPECT_EQ(elements(document), expected) << document;
        EXPECT_TRUE(elements(document).contains("bridges")) << document;
        EXPECT_LE(Json::parse(document)["nftables"].size(), 6U);
        auto removal = Json::parse(document);
        for (auto &command : removal["nftables"])
            command = {{"delete", command["add"]}};
        EXPECT_EQ(Json::parse(removeBridgeDocument("quayside", bridge)), removal);
    }
}

TEST(Rules, missingPartsAreNoticed)
{
    const auto rules = example();
    const auto whole = listing(tableDocument(rules));
    EXPECT_TRUE(tableIsWhole(whole, rules));
    const auto parsed = Json::parse(whole);
    for (std::size_t i = 0; i < parsed["nftables"].size(); ++i) {
        const auto &object = parsed["nftables"][i];
        const auto kind = object.begin().key();
        // A rule or elements that are gone; an empty chain, map or set goes only with the table or its users.
        if (kind != "rule" && !(kind == "map" || kind == "set"))
            continue;
        auto less = parsed;
        less["nftables"].erase(i);
        EXPECT_FALSE(tableIsWhole(less.dump(), rules)) << object.dump();
    }
    auto fewer = rules;
    fewer.ports.erase(fewer.ports.begin());
    EXPECT_FALSE(tableIsWhole(whole, fewer)); // one too many
    EXPECT_FALSE(tableIsWhole("not JSON", rules));
    EXPECT_FALSE(tableIsWhole(R"({"nftables":[]})", rules));
}

std::string chains(const Json &list)
{
    Json objects = Json::array();
    for (const auto &chain : list)
        objects.push_back({{"chain", chain}});
    return Json{{"nftables", objects}}.dump();
}

Json chain(const char *family, const char *table, const char *name, const char *hook = nullptr,
           const char *policy = nullptr)
{
    Json object = {{"family", family}, {"table", table}, {"name", name}};
    if (hook) {
        object["hook"] = hook;
        object["policy"] = policy;
    }
    return object;
}

TEST(Firewalls, opensWhatIsKnownToDrop)
{
    const auto found =
        foreignChains(chains({chain("ip", "filter", "FORWARD", "forward", "drop"),
                              chain("ip", "filter", "INPUT", "input", "drop"),
                              chain("ip6", "filter", "FORWARD", "forward", "accept"),
                              chain("inet", "firewalld", "filter_FORWARD", "forward", "accept"),
                              chain("inet", "quayside", "forward", "forward", "accept")}),
                      {"quayside0"}, "quayside");
    EXPECT_EQ(found.toOpen, (std::vector<ForeignChain>{{"inet", "firewalld", "filter_FORWARD"},
                                                       {"ip", "filter", "FORWARD"}}));
    EXPECT_TRUE(found.warnings.empty());
}

// As libnftables lists firewalld 2.3's chain.
TEST(Firewalls, knowsWhichBridgesFirewalldTrusts)
{
    const auto rule = [](const Json &expressions) {
        return Json{{"rule",
                     {{"family", "inet"},
                      {"table", "firewalld"},
                      {"chain", "filter_FORWARD_POLICIES"},
                      {"handle", 9},
                      {"expr", expressions}}}};
    };
    const auto from = [](const Json &interface) {
        return Json{
            {"match", {{"op", "=="}, {"left", {{"meta", {{"key", "iifname"}}}}}, {"right", interface}}}};
    };
    const auto to = [](const char *chain) { return Json{{"jump", {{"target", chain}}}}; };
    const std::string listing =
        Json{{"nftables", Json::array({rule(Json::array({from("quayside0"), to("filter_FWD_trusted")})),
                                       rule(Json::array({from("qs-other"), to("filter_FWD_public")})),
                                       rule(Json::array({from(Json::object()), to("filter_FWD_trusted")})),
                                       rule(Json::array({to("filter_FWD_public")}))})}}
            .dump();
    const std::vector<std::string> bridges{"quayside0", "qs-other", "qs-new"};
    EXPECT_EQ(bridgesOutsideTrusted(listing, bridges), (std::vector<std::string>{"qs-other", "qs-new"}));
    EXPECT_EQ(bridgesOutsideTrusted("{", bridges), bridges);
    EXPECT_EQ(bridgesOutsideTrusted(R"({"nftables": [1, {"rule": {"expr": [7, {"jump": 3}]}}]})", bridges),
              bridges);
}

TEST(Firewalls, prefersTheChainThatDockerKeepsForOthers)
{
    const auto found = foreignChains(
        chains({chain("ip", "filter", "FORWARD", "forward", "drop"), chain("ip", "filter", "DOCKER-USER")}),
        {"quayside0"}, "quayside");
    EXPECT_EQ(found.toOpen, (std::vector<ForeignChain>{{"ip", "filter", "DOCKER-USER"}}));
}

TEST(Firewalls, asksDockersIsolationFirst)
{
    for (const auto *isolation : {"DOCKER-ISOLATION-STAGE-2", "DOCKER-BRIDGE"}) {
        const auto found =
            foreignChains(chains({chain("ip", "filter", "FORWARD", "forward", "drop"),
                                  chain("ip", "filter", "DOCKER-USER"), chain("ip", "filter", isolation)}),
                          {"quayside0"}, "quayside");
        EXPECT_EQ(found.toOpen, (std::vector<ForeignChain>{{"ip", "filter", "DOCKER-USER", isolation}}));
    }
}

// What is there already is left alone: one network more is two rules more, whatever the others are.
TEST(Firewalls, changesOnlyWhatIsNotRight)
{
    const ForeignChain forward{"ip", "filter", "FORWARD"};
    std::vector<std::string> bridges;
    for (int i = 0; i < 100; ++i)
        bridges.push_back(std::format("qs-{}", i));
    // As the kernel lists them: each was put at the top.
    const auto listed = [](const std::string &document) {
        Json rules = Json::array();
        const auto parsed = Json::parse(document);
        for (const auto &command : parsed["nftables"]) {
            auto rule = command["insert"]["rule"];
            rule["handle"] = rules.size() + 1;
            rules.insert(rules.begin(), Json{{"rule", rule}});
        }
        return Json{{"nftables", rules}};
    };
    const auto all = listed(openingDocument(forward, R"({"nftables":[]})", bridges, "ours"));
    EXPECT_EQ(all["nftables"].size(), 200U);
    EXPECT_EQ(openingDocument(forward, all.dump(), bridges, "ours"), "");
    bridges.emplace_back("qs-new");
    const auto added = Json::parse(openingDocument(forward, all.dump(), bridges, "ours"))["nftables"];
    ASSERT_EQ(added.size(), 2U);
    EXPECT_TRUE(added[0].contains("insert") && added[0].dump().contains("qs-new")) << added.dump();
    bridges.pop_back();
    bridges.erase(bridges.begin());
    const auto removed = Json::parse(openingDocument(forward, all.dump(), bridges, "ours"))["nftables"];
    ASSERT_EQ(removed.size(), 2U);
    EXPECT_EQ(removed[0]["delete"]["rule"]["handle"].get<int>() +
                  removed[1]["delete"]["rule"]["handle"].get<int>(),
              3);
    // Somebody took one of two rules: both of that bridge are made anew, in their order.
    auto less = all;
    less["nftables"].erase(0);
    bridges.insert(bridges.begin(), "qs-0");
    const auto mended = Json::parse(openingDocument(forward, less.dump(), bridges, "ours"))["nftables"];
    ASSERT_EQ(mended.size(), 3U);
    EXPECT_TRUE(mended[0].contains("delete") && mended[1].contains("insert") && mended[2].contains("insert"));
}

TEST(Firewalls, leavesAPersonsOwnAloneAndSaysSo)
{
    const auto found =
        foreignChains(chains(Json::array({chain("inet", "filter", "forward", "forward", "drop")})),
                      {"quayside0"}, "quayside");
    EXPECT_TRUE(found.toOpen.empty());
    ASSERT_EQ(found.warnings.size(), 1U);
    EXPECT_TRUE(found.warnings[0].contains("inet filter") && found.warnings[0].contains("quayside0"))
        << found.warnings[0];
}

TEST(Firewalls, copesWithNonsense)
{
    for (const auto *text : {"", "[]", R"({"nftables":7})", R"({"nftables":[7,{"chain":7}]})"})
        EXPECT_TRUE(foreignChains(text, {"quayside0"}, "quayside").toOpen.empty()) << text;
}

} // namespace

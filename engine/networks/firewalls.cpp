#include "engine/networks/firewalls.h"

#include "engine/isolation/network/nftables.h"
#include "engine/networks/firewalld.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <ranges>

namespace quayside::networks
{

using Json = nlohmann::ordered_json;
using isolation::network::Nft;

namespace
{

std::string document(Json commands)
{
    return Json{{"nftables", std::move(commands)}}.dump();
}

std::vector<Json> objectsOf(const std::string &listing, const char *kind)
{
    std::vector<Json> found;
    const auto parsed = Json::parse(listing, nullptr, false);
    if (parsed.is_object() && parsed.contains("nftables"))
        for (const auto &entry : parsed["nftables"])
            if (entry.is_object() && entry.contains(kind))
                found.push_back(entry[kind]);
    return found;
}

const Json &member(const Json &object, const char *key)
{
    static const Json none = Json::object();
    return object.is_object() && object.contains(key) && object[key].is_object() ? object[key] : none;
}

std::string text(const Json &object, const char *key)
{
    return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string();
}

std::string listChainDocument(const ForeignChain &chain)
{
    return document(Json::array(
        {{{"list",
           {{"chain", {{"family", chain.family}, {"table", chain.table}, {"name", chain.chain}}}}}}}));
}

// One rule of ours: what comes from or goes to a bridge, and where it goes then ("": accepted).
struct OwnRule {
    std::string direction, bridge, jump;
    auto operator<=>(const OwnRule &) const = default;
};

// From the last to the first: each is put at the top.
std::vector<OwnRule> wantedRules(const ForeignChain &chain, const std::string &bridge)
{
    std::vector<OwnRule> rules = {{"oifname", bridge, {}}, {"iifname", bridge, {}}};
    if (!chain.isolation.empty())
        rules.push_back({"iifname", bridge, chain.isolation});
    return rules;
}

Json insertCommand(const ForeignChain &chain, const OwnRule &rule, const std::string &comment)
{
    const Json interface = {
        {"match", {{"op", "=="}, {"left", {{"meta", {{"key", rule.direction}}}}}, {"right", rule.bridge}}}};
    const Json verdict =
        rule.jump.empty() ? Json{{"accept", nullptr}} : Json{{"jump", {{"target", rule.jump}}}};
    // With a counter, as iptables has in every rule: its listings show ours like its own.
    const Json expressions = Json::array({interface, {{"counter", nullptr}}, verdict});
    return {{"insert",
             {{"rule",
               {{"family", chain.family},
                {"table", chain.table},
                {"chain", chain.chain},
                {"comment", comment},
                {"expr", expressions}}}}}};
}

// Those for one bridge.
struct FoundRules {
    std::vector<std::int64_t> handles;
    std::vector<OwnRule> rules; // in the chain's order
};

OwnRule readRule(const Json &rule)
{
    OwnRule own;
    if (!rule.contains("expr") || !rule["expr"].is_array())
        return own;
    for (const auto &expression : rule["expr"]) {
        if (!expression.is_object())
            continue;
        own.direction += text(member(member(member(expression, "match"), "left"), "meta"), "key");
        own.bridge += text(member(expression, "match"), "right");
        own.jump += text(member(expression, "jump"), "target");
    }
    return own;
}

// By bridge.
std::map<std::string, FoundRules> ownRules(const std::string &listing, const std::string &comment)
{
    std::map<std::string, FoundRules> found;
    for (const auto &rule : objectsOf(listing, "rule"))
        if (text(rule, "comment") == comment) {
            auto own = readRule(rule);
            auto &there = found[own.bridge];
            there.handles.push_back(rule.value("handle", std::int64_t(0)));
            there.rules.push_back(std::move(own));
        }
    return found;
}

Json deleteCommands(const ForeignChain &chain, const std::map<std::string, FoundRules> &found)
{
    Json commands = Json::array();
    for (const auto &[bridge, rules] : found)
        for (const auto handle : rules.handles)
            commands.push_back({{"delete",
                                 {{"rule",
                                   {{"family", chain.family},
                                    {"table", chain.table},
                                    {"chain", chain.chain},
                                    {"handle", handle}}}}}});
    return commands;
}

Result<> openChain(Nft &nft, const ForeignChain &chain, const std::vector<std::string> &bridges,
                   const std::string &comment)
{
    TRY(const auto listing, nft.query(listChainDocument(chain)));
    const auto commands = openingDocument(chain, listing, bridges, comment);
    return commands.empty() ? Result<>() : nft.run(commands);
}

// Where firewalld owns its table.
Result<> trustBridges(Nft &nft, const std::vector<std::string> &bridges)
{
    TRY(const auto listing, nft.query(listZonesDocument()));
    for (const auto &bridge : bridgesOutsideTrusted(listing, bridges))
        CHECK(trustBridge(bridge));
    return {};
}

Result<> openOrTrust(Nft &nft, const ForeignChain &chain, const std::vector<std::string> &bridges,
                     const std::string &comment)
{
    auto opened = openChain(nft, chain, bridges, comment);
    if (!opened && chain.table == "firewalld")
        return trustBridges(nft, bridges);
    return opened;
}

bool legacyIptablesInUse()
{
    std::string name;
    for (std::ifstream names("/proc/thread-self/net/ip_tables_names"); names >> name;)
        if (name == "filter")
            return true;
    return false;
}

// The chain that dockerd keeps its networks apart with: before version 28, and since.
std::string isolationOf(const std::map<ForeignChain, Json> &chains, const ForeignChain &user)
{
    for (const auto *name : {"DOCKER-ISOLATION-STAGE-2", "DOCKER-BRIDGE"})
        if (chains.contains({user.family, user.table, name}))
            return name;
    return {};
}

std::string joined(const std::vector<std::string> &bridges)
{
    std::string all;
    for (const auto &bridge : bridges)
        all += (all.empty() ? "" : ", ") + bridge;
    return all;
}

} // namespace

std::string listChainsDocument()
{
    return document(Json::array({{{"list", {{"chains", Json::object()}}}}}));
}

ForeignChains foreignChains(const std::string &listing, const std::vector<std::string> &bridges,
                            const std::string &ownTable)
{
    ForeignChains result;
    std::map<ForeignChain, Json> chains;
    for (const auto &chain : objectsOf(listing, "chain"))
        chains[{text(chain, "family"), text(chain, "table"), text(chain, "name")}] = chain;
    for (const auto &[id, chain] : chains) {
        if (text(chain, "hook") != "forward" ||
            (id.family != "ip" && id.family != "ip6" && id.family != "inet"))
            continue;
        const bool drops = text(chain, "policy") == "drop";
        const bool iptables = id.family != "inet" && id.table == "filter" && id.chain == "FORWARD";
        ForeignChain dockerUser{id.family, id.table, "DOCKER-USER"};
        if (iptables && chains.contains(dockerUser)) {
            dockerUser.isolation = isolationOf(chains, dockerUser);
            result.toOpen.push_back(dockerUser);
        } else if ((iptables && drops) || (id.table == "firewalld" && id.chain == "filter_FORWARD"))
            result.toOpen.push_back(id);
        else if (drops && id.table != ownTable)
            result.warnings.push_back(std::format(
                "the chain {} of the nftables table {} {} drops forwarded packets: containers reach no other "
                "machine until it accepts what comes from and goes to {}",
                id.chain, id.family, id.table, joined(bridges)));
    }
    return result;
}

std::string openingDocument(const ForeignChain &chain, const std::string &listing,
                            const std::vector<std::string> &bridges, const std::string &comment)
{
    auto found = ownRules(listing, comment);
    Json insertions = Json::array();
    for (const auto &bridge : bridges) {
        const auto wanted = wantedRules(chain, bridge);
        const auto there = found.find(bridge);
        if (there != found.end() && std::ranges::equal(there->second.rules, wanted | std::views::reverse)) {
            found.erase(there);
            continue;
        }
        for (const auto &rule : wanted)
            insertions.push_back(insertCommand(chain, rule, comment));
    }
    Json commands = deleteCommands(chain, found);
    commands.insert(commands.end(), insertions.begin(), insertions.end());
    return commands.empty() ? std::string() : document(std::move(commands));
}

std::vector<std::string> openForeignChains(Nft &nft, const std::vector<std::string> &bridges,
                                           const std::string &comment, const std::string &ownTable)
{
    const auto listing = nft.query(listChainsDocument());
    if (!listing)
        return {"looking for other firewalls: " + listing.error().message};
    auto chains = foreignChains(*listing, bridges, ownTable);
    for (const auto &chain : chains.toOpen)
        if (const auto opened = openOrTrust(nft, chain, bridges, comment); !opened)
            chains.warnings.push_back(std::format(
                "the firewall's chain {} ({} {}) may block containers, and it could not be told to let {} "
                "through: {}",
                chain.chain, chain.family, chain.table, joined(bridges), opened.error().message));
    if (legacyIptablesInUse())
        chains.warnings.push_back(
            std::format("rules of iptables-legacy are in force. Where they drop forwarded packets, "
                        "accept what comes from and goes to {}",
                        joined(bridges)));
    return chains.warnings;
}

Result<> closeForeignChains(Nft &nft, const std::string &comment)
{
    TRY(const auto listing, nft.query(listChainsDocument()));
    for (const auto &object : objectsOf(listing, "chain")) {
        const ForeignChain chain{text(object, "family"), text(object, "table"), text(object, "name")};
        if (chain.chain != "FORWARD" && chain.chain != "DOCKER-USER" && chain.chain != "filter_FORWARD")
            continue;
        TRY(const auto rules, nft.query(listChainDocument(chain)));
        if (const auto found = ownRules(rules, comment); !found.empty())
            CHECK(nft.run(document(deleteCommands(chain, found))));
    }
    return {};
}

} // namespace quayside::networks

#include "engine/networks/firewalls.h"

#include "engine/isolation/network/nftables.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

namespace quayside::networks
{

using Json = nlohmann::ordered_json;
using isolation::network::Nft;

namespace
{

constexpr std::array<const char *, 2> directions = {"iifname", "oifname"};

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

Json acceptRule(const ForeignChain &chain, const char *direction, const std::string &bridge,
                const std::string &comment)
{
    const Json interface = {
        {"match", {{"op", "=="}, {"left", {{"meta", {{"key", direction}}}}}, {"right", bridge}}}};
    // With a counter, as iptables has in every rule: its listings show ours like its own.
    const Json expressions = Json::array({interface, {{"counter", nullptr}}, {{"accept", nullptr}}});
    return {{"insert",
             {{"rule",
               {{"family", chain.family},
                {"table", chain.table},
                {"chain", chain.chain},
                {"comment", comment},
                {"expr", expressions}}}}}};
}

std::vector<std::int64_t> ownHandles(const std::string &listing, const std::string &comment)
{
    std::vector<std::int64_t> handles;
    for (const auto &rule : objectsOf(listing, "rule"))
        if (text(rule, "comment") == comment)
            handles.push_back(rule.value("handle", std::int64_t(0)));
    return handles;
}

Json deleteCommands(const ForeignChain &chain, const std::vector<std::int64_t> &handles)
{
    Json commands = Json::array();
    for (const auto handle : handles)
        commands.push_back({{"delete",
                             {{"rule",
                               {{"family", chain.family},
                                {"table", chain.table},
                                {"chain", chain.chain},
                                {"handle", handle}}}}}});
    return commands;
}

Result<> openChain(Nft &nft, const ForeignChain &chain, const std::string &bridge, const std::string &comment)
{
    TRY(const auto listing, nft.query(listChainDocument(chain)));
    const auto handles = ownHandles(listing, comment);
    if (handles.size() == directions.size())
        return {};
    Json commands = deleteCommands(chain, handles);
    for (const auto *direction : directions)
        commands.push_back(acceptRule(chain, direction, bridge, comment));
    return nft.run(document(std::move(commands)));
}

bool legacyIptablesInUse()
{
    std::string name;
    for (std::ifstream names("/proc/thread-self/net/ip_tables_names"); names >> name;)
        if (name == "filter")
            return true;
    return false;
}

} // namespace

std::string listChainsDocument()
{
    return document(Json::array({{{"list", {{"chains", Json::object()}}}}}));
}

ForeignChains foreignChains(const std::string &listing, const std::string &bridge,
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
        const ForeignChain dockerUser{id.family, id.table, "DOCKER-USER"};
        if (iptables && chains.contains(dockerUser))
            result.toOpen.push_back(dockerUser);
        else if ((iptables && drops) || (id.table == "firewalld" && id.chain == "filter_FORWARD"))
            result.toOpen.push_back(id);
        else if (drops && id.table != ownTable)
            result.warnings.push_back(std::format(
                "the chain {} of the nftables table {} {} drops forwarded packets: containers reach no other "
                "machine until it accepts what comes from and goes to {}",
                id.chain, id.family, id.table, bridge));
    }
    return result;
}

std::vector<std::string> openForeignChains(Nft &nft, const std::string &bridge, const std::string &comment,
                                           const std::string &ownTable)
{
    const auto listing = nft.query(listChainsDocument());
    if (!listing)
        return {"looking for other firewalls: " + listing.error().message};
    auto chains = foreignChains(*listing, bridge, ownTable);
    for (const auto &chain : chains.toOpen)
        if (const auto opened = openChain(nft, chain, bridge, comment); !opened)
            chains.warnings.push_back(std::format(
                "the firewall's chain {} ({} {}) may block containers, and it could not be told to let {} "
                "through: {}",
                chain.chain, chain.family, chain.table, bridge, opened.error().message));
    if (legacyIptablesInUse())
        chains.warnings.push_back(
            std::format("rules of iptables-legacy are in force. Where they drop forwarded packets, "
                        "accept what comes from and goes to {}",
                        bridge));
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
        if (const auto handles = ownHandles(rules, comment); !handles.empty())
            CHECK(nft.run(document(deleteCommands(chain, handles))));
    }
    return {};
}

} // namespace quayside::networks

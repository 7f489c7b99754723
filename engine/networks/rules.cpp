#include "engine/networks/rules.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace quayside::networks
{

using Json = nlohmann::ordered_json;
using isolation::network::Family;

namespace
{

Json meta(const char *key)
{
    return {{"meta", {{"key", key}}}};
}
Json payload(const char *protocol, const char *field)
{
    return {{"payload", {{"protocol", protocol}, {"field", field}}}};
}
Json prefix(const IpPrefix &value)
{
    return {{"prefix", {{"addr", value.address.text()}, {"len", value.length}}}};
}
Json concat(std::vector<Json> parts)
{
    return {{"concat", std::move(parts)}};
}
Json match(const char *op, Json left, Json right)
{
    return {{"match", {{"op", op}, {"left", std::move(left)}, {"right", std::move(right)}}}};
}
Json verdict(const char *name)
{
    return {{name, nullptr}};
}

const Json loopback4 = {{"prefix", {{"addr", "127.0.0.0"}, {"len", 8}}}};

// Collects the commands that fill one table.
class TableBuilder
{
public:
    explicit TableBuilder(std::string table) : m_table(std::move(table)) {}

    void command(const char *verb, const char *kind, Json object)
    {
        object["family"] = "inet";
        if (std::string_view(kind) == "table")
            object["name"] = m_table;
        else
            object["table"] = m_table;
        m_commands.push_back({{verb, {{kind, std::move(object)}}}});
    }
    void set(const char *name, Json type, Json elements, bool interval)
    {
        Json object = {{"name", name}, {"type", std::move(type)}};
        if (interval)
            object["flags"] = {"interval"};
        if (!elements.empty())
            object["elem"] = std::move(elements);
        command("add", "set", std::move(object));
    }
    void baseChain(const char *name, const char *type, const char *hook, int priority)
    {
        command("add", "chain",
                {{"name", name}, {"type", type}, {"hook", hook}, {"prio", priority}, {"policy", "accept"}});
    }
    void rule(const char *chain, std::vector<Json> expressions)
    {
        command("add", "rule", {{"chain", chain}, {"expr", std::move(expressions)}});
    }
    [[nodiscard]] std::string document() const { return Json{{"nftables", m_commands}}.dump(); }

private:
    std::string m_table;
    Json m_commands = Json::array();
};

const char *mapOf(const PortRule &port)
{
    if (port.target.family == Family::V4)
        return port.hostAddress ? "ports4_at" : "ports4";
    return port.hostAddress ? "ports6_at" : "ports6";
}

Json keyOf(const PortRule &port)
{
    if (port.hostAddress)
        return concat({port.protocol, port.hostAddress->text(), port.hostPort});
    return concat({port.protocol, port.hostPort});
}

Json elementOf(const PortRule &port)
{
    return Json::array({keyOf(port), concat({port.target.text(), port.targetPort})});
}

// By set or map.
using Elements = std::map<std::string, Json>;

Elements elementsByMap(const auto &ports)
{
    Elements elements;
    for (const PortRule &port : ports)
        elements[mapOf(port)].push_back(elementOf(port));
    return elements;
}

void collect(Elements &elements, const BridgeRules &bridge)
{
    elements["bridges"].push_back(bridge.interface);
    if (bridge.icc)
        elements["links"].push_back(concat({bridge.interface, bridge.interface}));
    if (bridge.internal)
        elements["internals"].push_back(bridge.interface);
    for (const auto &subnet : bridge.subnets) {
        const auto *family = subnet.address.family == Family::V4 ? "4" : "6";
        elements[std::string("subnets") + family].push_back(prefix(subnet.network()));
        if (bridge.masquerade && !bridge.internal)
            elements[std::string("masqueraded") + family].push_back(prefix(subnet.network()));
    }
}

void addSets(TableBuilder &table, const TableRules &rules)
{
    Elements elements;
    for (const auto &bridge : rules.bridges)
        collect(elements, bridge);
    table.set("bridges", "ifname", elements["bridges"], false);
    table.set("links", {"ifname", "ifname"}, elements["links"], false);
    table.set("internals", "ifname", elements["internals"], false);
    table.set("subnets4", "ipv4_addr", elements["subnets4"], true);
    table.set("subnets6", "ipv6_addr", elements["subnets6"], true);
    table.set("masqueraded4", "ipv4_addr", elements["masqueraded4"], true);
    table.set("masqueraded6", "ipv6_addr", elements["masqueraded6"], true);
}

void addMaps(TableBuilder &table, const TableRules &rules)
{
    auto elements = elementsByMap(rules.ports);
    for (const int family : {4, 6})
        for (const bool at : {false, true}) {
            const auto name = std::format("ports{}{}", family, at ? "_at" : "");
            const auto address = std::format("ipv{}_addr", family);
            Json type = at ? Json{"inet_proto", address, "inet_service"} : Json{"inet_proto", "inet_service"};
            Json object = {{"name", name}, {"type", type}, {"map", {address, "inet_service"}}};
            if (elements.contains(name))
                object["elem"] = elements[name];
            table.command("add", "map", std::move(object));
        }
}

// A bridge with route_localnet takes packets for 127.0.0.1 from its containers: nothing of theirs may reach
// what listens there. Before connection tracking, where replies to the host's own connections bear the
// bridge's address.
void addGuard(TableBuilder &table)
{
    table.baseChain("guard", "filter", "prerouting", -300);
    table.rule("guard", {match("==", meta("iifname"), "@bridges"),
                         match("==", payload("ip", "daddr"), loopback4), verdict("drop")});
}

void addPublishing(TableBuilder &table)
{
    const Json toHost = match("==", {{"fib", {{"result", "type"}, {"flags", {"daddr"}}}}}, "local");
    const Json jump = {{"jump", {{"target", "publish"}}}};
    table.command("add", "chain", {{"name", "publish"}});
    // From outside, 127.0.0.1 is nobody's: a neighbour could send to it, and would be let in before routing
    // looks.
    table.baseChain("prerouting", "nat", "prerouting", -100);
    table.rule("prerouting", {match("==", payload("ip", "daddr"), loopback4), verdict("accept")});
    table.rule("prerouting", {toHost, jump});
    // IPv6 has no route_localnet: a connection to [::1] could not come back. Refused at once, it lets the
    // client go on to 127.0.0.1.
    table.baseChain("output", "nat", "output", -100);
    table.rule("output", {match("==", payload("ip6", "daddr"), "::1"), verdict("accept")});
    table.rule("output", {toHost, jump});
    const auto translate = [&](const char *family, const char *nfproto, std::vector<Json> key,
                               const char *map) {
        const Json target = {{"map", {{"key", concat(std::move(key))}, {"data", map}}}};
        table.rule("publish", {match("==", meta("nfproto"), nfproto),
                               Json{{"dnat", {{"family", family}, {"addr", target}}}}});
    };
    const Json protocol = meta("l4proto"), port = payload("th", "dport");
    translate("ip", "ipv4", {protocol, payload("ip", "daddr"), port}, "@ports4_at");
    translate("ip", "ipv4", {protocol, port}, "@ports4");
    translate("ip6", "ipv6", {protocol, payload("ip6", "daddr"), port}, "@ports6_at");
    translate("ip6", "ipv6", {protocol, port}, "@ports6");
}

void addMasquerade(TableBuilder &table)
{
    const Json toBridge = match("==", meta("oifname"), "@bridges");
    const Json outside = match("!=", meta("oifname"), "@bridges");
    const Json published = match("in", {{"ct", {{"key", "status"}}}}, "dnat");
    const Json from4 = match("==", payload("ip", "saddr"), "@subnets4");
    const Json from6 = match("==", payload("ip6", "saddr"), "@subnets6");
    table.baseChain("postrouting", "nat", "postrouting", 100);
    table.rule("postrouting",
               {toBridge, match("==", payload("ip", "saddr"), loopback4), verdict("masquerade")});
    // A container that talks to another one (or to itself) through the host's address: the reply must come
    // back this way, not straight across the bridge.
    table.rule("postrouting", {toBridge, published, from4, verdict("masquerade")});
    table.rule("postrouting", {toBridge, published, from6, verdict("masquerade")});
    table.rule("postrouting",
               {outside, match("==", payload("ip", "saddr"), "@masqueraded4"), verdict("masquerade")});
    table.rule("postrouting",
               {outside, match("==", payload("ip6", "saddr"), "@masqueraded6"), verdict("masquerade")});
}

// Into a network come: replies, what was published, and its own containers (whose packets are seen here only
// where br_netfilter is loaded). Nothing from other networks. An internal one has nothing but its containers,
// not even what is published of others.
void addForward(TableBuilder &table)
{
    table.baseChain("forward", "filter", "forward", 0);
    table.rule("forward",
               {match("==", concat({meta("iifname"), meta("oifname")}), "@links"), verdict("accept")});
    table.rule("forward", {match("==", meta("iifname"), "@internals"), verdict("drop")});
    table.rule("forward", {match("==", meta("oifname"), "@internals"), verdict("drop")});
    table.rule("forward", {match("!=", meta("oifname"), "@bridges"), verdict("accept")});
    table.rule("forward",
               {match("in", {{"ct", {{"key", "state"}}}}, {"established", "related"}), verdict("accept")});
    table.rule("forward", {match("in", {{"ct", {{"key", "status"}}}}, "dnat"), verdict("accept")});
    table.rule("forward", {verdict("drop")});
}

std::string elementsDocument(const char *verb, const std::string &table, const Elements &elements)
{
    TableBuilder builder(table);
    for (const auto &[name, those] : elements)
        builder.command(verb, "element", {{"name", name}, {"elem", those}});
    return builder.document();
}

Elements elementsOf(const BridgeRules &bridge)
{
    Elements elements;
    collect(elements, bridge);
    return elements;
}

// How many rules there are in each chain, and which elements in each map: what a flush changes.
struct Contents {
    std::map<std::string, int> rules;
    std::map<std::string, std::set<std::string>> elements;
    bool operator==(const Contents &) const = default;
};

void count(Contents &contents, const std::string &kind, const Json &object)
{
    if (kind == "rule")
        ++contents.rules[object.value("chain", "")];
    if ((kind == "map" || kind == "set") && object.contains("elem"))
        for (const auto &element : object["elem"])
            contents.elements[object.value("name", "")].insert(element.dump());
}

} // namespace

std::string tableDocument(const TableRules &rules)
{
    TableBuilder table(rules.name);
    // Added first, so that there is one to delete.
    table.command("add", "table", Json::object());
    table.command("delete", "table", Json::object());
    table.command("add", "table", Json::object());
    addSets(table, rules);
    addMaps(table, rules);
    addGuard(table);
    addPublishing(table);
    addMasquerade(table);
    addForward(table);
    return table.document();
}

std::string addBridgeDocument(const std::string &table, const BridgeRules &bridge)
{
    return elementsDocument("add", table, elementsOf(bridge));
}

std::string removeBridgeDocument(const std::string &table, const BridgeRules &bridge)
{
    return elementsDocument("delete", table, elementsOf(bridge));
}

std::string addPortsDocument(const std::string &table, const std::vector<PortRule> &ports)
{
    return elementsDocument("add", table, elementsByMap(ports));
}

std::string removePortsDocument(const std::string &table, const std::vector<PortRule> &ports)
{
    return elementsDocument("delete", table, elementsByMap(ports));
}

std::string listTableDocument(const std::string &table)
{
    TableBuilder builder(table);
    builder.command("list", "table", Json::object());
    return builder.document();
}

std::string deleteTableDocument(const std::string &table)
{
    TableBuilder builder(table);
    builder.command("delete", "table", Json::object());
    return builder.document();
}

bool hasPorts(const std::string &listing, const std::vector<PortRule> &ports)
{
    const auto actual = Json::parse(listing, nullptr, false);
    if (!actual.is_object() || !actual.contains("nftables"))
        return false;
    Contents is;
    for (const auto &entry : actual["nftables"])
        for (const auto &[kind, object] : entry.items())
            count(is, kind, object);
    return std::ranges::all_of(ports, [&](const PortRule &port) {
        return is.elements[mapOf(port)].contains(elementOf(port).dump());
    });
}

bool tableIsWhole(const std::string &listing, const TableRules &rules)
{
    const auto actual = Json::parse(listing, nullptr, false);
    const auto wanted = Json::parse(tableDocument(rules));
    if (!actual.is_object() || !actual.contains("nftables"))
        return false;
    Contents is, shouldBe;
    for (const auto &entry : actual["nftables"])
        for (const auto &[kind, object] : entry.items())
            count(is, kind, object);
    for (const auto &command : wanted["nftables"])
        for (const auto &[kind, object] : command.begin()->items())
            count(shouldBe, kind, object);
    return is == shouldBe;
}

} // namespace quayside::networks

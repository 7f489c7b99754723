#include "engine/networks/doctor/firewall.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace quayside::networks::doctor
{

using Json = nlohmann::json;
using isolation::network::Family;
using isolation::network::IpAddress;
using isolation::network::IpPrefix;

namespace
{

constexpr int mostJumps = 16; // the kernel's own limit (nf_tables, NFT_JUMP_STACK_SIZE)

enum class Answer : std::uint8_t { No, Maybe, Yes };

Answer both(Answer left, Answer right)
{
    return std::min(left, right);
}
Answer opposite(Answer answer)
{
    return answer == Answer::Yes ? Answer::No : answer == Answer::No ? Answer::Yes : Answer::Maybe;
}
Answer of(bool yes)
{
    return yes ? Answer::Yes : Answer::No;
}

std::string text(const Json &object, const char *key)
{
    return object.is_object() && object.contains(key) && object[key].is_string()
               ? object[key].get<std::string>()
               : std::string();
}

Answer compareText(const std::string &value, const Json &right)
{
    if (right.is_array() || (right.is_object() && right.contains("set"))) {
        Answer answer = Answer::No;
        for (const auto &one : right.is_array() ? right : right["set"])
            answer = std::max(answer, compareText(value, one));
        return answer;
    }
    if (!right.is_string())
        return Answer::Maybe;
    const auto wanted = right.get<std::string>();
    if (wanted.starts_with('@'))
        return Answer::Maybe; // a set of its own
    return of(wanted.ends_with('*') ? value.starts_with(wanted.substr(0, wanted.size() - 1))
                                    : value == wanted);
}

Answer comparePort(std::uint16_t port, const Json &right)
{
    if (right.is_number_integer())
        return of(right.get<std::int64_t>() == port);
    if (!right.is_object())
        return Answer::Maybe;
    if (right.contains("range") && right["range"].is_array() && right["range"].size() == 2 &&
        right["range"][0].is_number() && right["range"][1].is_number())
        return of(right["range"][0].get<std::int64_t>() <= port &&
                  port <= right["range"][1].get<std::int64_t>());
    Answer answer = right.contains("set") && right["set"].is_array() ? Answer::No : Answer::Maybe;
    if (answer == Answer::No)
        for (const auto &one : right["set"])
            answer = std::max(answer, comparePort(port, one));
    return answer;
}

Answer compareAddress(const IpAddress &address, const Json &right)
{
    if (right.is_object() && right.contains("set") && right["set"].is_array()) {
        Answer answer = Answer::No;
        for (const auto &one : right["set"])
            answer = std::max(answer, compareAddress(address, one));
        return answer;
    }
    if (right.is_object() && right.contains("prefix") && right["prefix"].is_object()) {
        const auto &prefix = right["prefix"];
        const auto base = IpAddress::parse(text(prefix, "addr"));
        const int length = prefix.value("len", -1);
        if (!base || length < 0)
            return Answer::Maybe;
        return of(base->family == address.family && IpPrefix{*base, length}.contains(address));
    }
    const auto one = right.is_string() ? IpAddress::parse(right.get<std::string>())
                                       : Result<IpAddress>(fail(ErrorKind::InvalidArgument, "no address"));
    return one ? of(*one == address) : Answer::Maybe;
}

// What is known of the packet, against what a rule asks.
class Rules
{
public:
    Rules(const Json &listing, const Packet &packet);
    // What the base chain makes of it.
    [[nodiscard]] FirewallVerdict base(const Json &chain) const;
    [[nodiscard]] const std::vector<Json> &baseChains() const { return m_base; }

private:
    struct Outcome {
        enum Kind : std::uint8_t { End, Accept, Drop } kind = End;
        bool mayDrop = false, mayAccept = false;
    };
    using Chain = std::tuple<std::string, std::string, std::string>;
    [[nodiscard]] Outcome walk(const Chain &chain, int depth) const;
    [[nodiscard]] bool step(const Json &rule, const Chain &chain, int depth, Outcome &outcome) const;
    [[nodiscard]] Answer matches(const Json &expression) const;
    [[nodiscard]] Answer left(const Json &left, const Json &right) const;
    [[nodiscard]] Answer ofMeta(const std::string &key, const Json &right) const;
    [[nodiscard]] Answer ofPayload(const Json &payload, const Json &right) const;
    static Chain chainOf(const Json &object, const char *name)
    {
        return {text(object, "family"), text(object, "table"), text(object, name)};
    }

    const Packet &m_packet;
    std::vector<Json> m_base;
    std::map<Chain, std::vector<Json>> m_rules;
};

Rules::Rules(const Json &listing, const Packet &packet) : m_packet(packet)
{
    if (!listing.is_object() || !listing.contains("nftables") || !listing["nftables"].is_array())
        return;
    for (const auto &entry : listing["nftables"]) {
        if (entry.contains("rule"))
            m_rules[chainOf(entry["rule"], "chain")].push_back(entry["rule"]);
        else if (entry.contains("chain") && text(entry["chain"], "hook") == "forward")
            m_base.push_back(entry["chain"]);
    }
}

Answer Rules::ofMeta(const std::string &key, const Json &right) const
{
    if (key == "oifname" || key == "oif")
        return compareText(m_packet.bridge, right);
    // From wherever, but not from the container's own bridge.
    if (key == "iifname" || key == "iif")
        return compareText(m_packet.bridge, right) == Answer::Yes && right.is_string() ? Answer::No
                                                                                       : Answer::Maybe;
    if (key == "l4proto")
        return compareText(m_packet.protocol, right);
    if (key == "nfproto")
        return compareText(m_packet.target.family == Family::V4 ? "ipv4" : "ipv6", right);
    return Answer::Maybe;
}

Answer Rules::ofPayload(const Json &payload, const Json &right) const
{
    const auto protocol = text(payload, "protocol"), field = text(payload, "field");
    const bool v4 = m_packet.target.family == Family::V4;
    if (protocol == "ip" || protocol == "ip6") {
        if ((protocol == "ip") != v4)
            return Answer::No;
        if (field == "protocol" || field == "nexthdr")
            return compareText(m_packet.protocol, right);
        return field == "daddr" ? compareAddress(m_packet.target, right) : Answer::Maybe;
    }
    if (protocol == "tcp" || protocol == "udp" || protocol == "th") {
        if (protocol != "th" && protocol != m_packet.protocol)
            return Answer::No;
        return field == "dport" ? comparePort(m_packet.port, right) : Answer::Maybe;
    }
    return Answer::Maybe;
}

Answer Rules::left(const Json &left, const Json &right) const
{
    if (!left.is_object())
        return Answer::Maybe;
    if (left.contains("meta"))
        return ofMeta(text(left["meta"], "key"), right);
    if (left.contains("payload"))
        return ofPayload(left["payload"], right);
    if (left.contains("ct") && text(left["ct"], "key") == "state")
        return compareText("new", right);
    if (left.contains("ct") && text(left["ct"], "key") == "status")
        return compareText("dnat", right);
    return Answer::Maybe;
}

Answer Rules::matches(const Json &expression) const
{
    const auto &match = expression["match"];
    if (!match.is_object() || !match.contains("left") || !match.contains("right"))
        return Answer::Maybe;
    const Answer answer = left(match["left"], match["right"]);
    return text(match, "op") == "!=" ? opposite(answer) : answer;
}

// true: the chain ends here.
bool Rules::step(const Json &rule, const Chain &chain, int depth, Outcome &outcome) const
{
    Answer applies = Answer::Yes;
    const Json none = Json::array();
    for (const auto &expression : rule.contains("expr") && rule["expr"].is_array() ? rule["expr"] : none) {
        if (!expression.is_object() || expression.empty() || applies == Answer::No)
            continue;
        const auto &kind = expression.begin().key();
        const auto &value = expression.begin().value();
        Outcome does;
        if (kind == "match")
            applies = both(applies, matches(expression));
        else if (kind == "xt" || kind == "limit" || kind == "vmap")
            applies = both(applies, Answer::Maybe);
        else if (kind == "return" && applies == Answer::Yes)
            return true;
        else if (kind == "accept")
            does.kind = Outcome::Accept;
        else if (kind == "drop" || kind == "reject")
            does.kind = Outcome::Drop;
        else if (kind == "jump" || kind == "goto")
            does = walk({std::get<0>(chain), std::get<1>(chain), text(value, "target")}, depth + 1);
        outcome.mayDrop |= does.mayDrop || (does.kind == Outcome::Drop && applies == Answer::Maybe);
        outcome.mayAccept |= does.mayAccept || (does.kind == Outcome::Accept && applies == Answer::Maybe);
        if (applies == Answer::Yes && does.kind != Outcome::End) {
            outcome.kind = does.kind;
            return true;
        }
    }
    return false;
}

Rules::Outcome Rules::walk(const Chain &chain, int depth) const
{
    Outcome outcome;
    const auto found = m_rules.find(chain);
    if (found == m_rules.end() || depth > mostJumps)
        return outcome;
    for (const auto &rule : found->second)
        if (step(rule, chain, depth, outcome))
            return outcome;
    return outcome;
}

FirewallVerdict Rules::base(const Json &chain) const
{
    Outcome outcome = walk(chainOf(chain, "name"), 0);
    if (outcome.kind == Outcome::End)
        outcome.kind = text(chain, "policy") == "drop" ? Outcome::Drop : Outcome::Accept;
    const std::string where = std::format("the chain {} of the table {} {}", text(chain, "name"),
                                          text(chain, "family"), text(chain, "table"));
    if (outcome.kind == Outcome::Drop)
        return {outcome.mayAccept ? Fate::MayDrop : Fate::Drops, where};
    return outcome.mayDrop ? FirewallVerdict{Fate::MayDrop, where} : FirewallVerdict{};
}

} // namespace

FirewallVerdict forwardVerdict(const std::string &listing, const std::string &ownTable, const Packet &packet)
{
    const Rules rules(Json::parse(listing, nullptr, false), packet);
    const std::string family = packet.target.family == Family::V4 ? "ip" : "ip6";
    FirewallVerdict worst;
    for (const auto &chain : rules.baseChains()) {
        const auto theirs = text(chain, "family");
        if ((theirs != family && theirs != "inet") || text(chain, "table") == ownTable)
            continue;
        const auto verdict = rules.base(chain);
        if (verdict.fate > worst.fate)
            worst = verdict;
    }
    return worst;
}

std::string listRulesetDocument()
{
    return R"({"nftables":[{"list":{"ruleset":{}}}]})";
}

} // namespace quayside::networks::doctor

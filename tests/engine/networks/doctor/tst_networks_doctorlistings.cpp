// What the port doctor makes of listings: of sockets, of other programs' packet filters.
#include "engine/networks/doctor/firewall.h"
#include "engine/networks/doctor/hops.h"
#include "engine/networks/doctor/listeners.h"

#include <gtest/gtest.h>

namespace quayside::networks::doctor
{

namespace
{

const Packet packet{
    .bridge = "qs-br0", .target = IpAddress::parse("172.30.0.2").value(), .protocol = "tcp", .port = 80};

// One table "wall" with a base chain "forward" and a chain "side"; `rules`: chain and expressions of each.
FirewallVerdict verdict(const std::string &policy,
                        const std::vector<std::pair<std::string, std::string>> &rules,
                        const std::string &family = "inet")
{
    std::string listing =
        R"({"nftables":[{"metainfo":{"version":"1.0"}},{"table":{"family":")" + family +
        R"(","name":"wall"}},{"chain":{"family":")" + family +
        R"(","table":"wall","name":"forward","hook":"forward","type":"filter","prio":0,"policy":")" + policy +
        R"("}},{"chain":{"family":")" + family + R"(","table":"wall","name":"side"}})";
    for (const auto &[chain, expressions] : rules)
        listing += R"(,{"rule":{"family":")" + family + R"(","table":"wall","chain":")" + chain +
                   R"(","handle":1,"expr":[)" + expressions + "]}}";
    return forwardVerdict(listing + "]}", "quayside", packet);
}

std::string match(const std::string &left, const std::string &right, const std::string &op = "==")
{
    return R"({"match":{"op":")" + op + R"(","left":)" + left + R"(,"right":)" + right + "}}";
}

const std::string drop = R"({"drop":null})", accept = R"({"accept":null})",
                  jump = R"({"jump":{"target":"side"}})";
const std::string oif = R"({"meta":{"key":"oifname"}})", iif = R"({"meta":{"key":"iifname"}})",
                  dport = R"({"payload":{"protocol":"tcp","field":"dport"}})",
                  daddr = R"({"payload":{"protocol":"ip","field":"daddr"}})",
                  saddr = R"({"payload":{"protocol":"ip","field":"saddr"}})",
                  state = R"({"ct":{"key":"state"}})", status = R"({"ct":{"key":"status"}})";

TEST(Firewall, policyDecidesWhereNoRuleDoes)
{
    EXPECT_EQ(verdict("accept", {}).fate, Fate::Passes);
    EXPECT_EQ(verdict("drop", {}).fate, Fate::Drops);
    EXPECT_EQ(verdict("drop", {}).where, "the chain forward of the table inet wall");
    EXPECT_EQ(verdict("drop", {}, "ip6").fate, Fate::Passes) << "the other family's";
    EXPECT_EQ(verdict("drop", {}, "ip").fate, Fate::Drops);
    EXPECT_EQ(forwardVerdict("no json", "quayside", packet).fate, Fate::Passes);
}

TEST(Firewall, theFirstRuleThatFitsDecides)
{
    const auto toBridge = match(oif, R"("qs-br0")"), toOther = match(oif, R"("br-1")");
    EXPECT_EQ(verdict("drop", {{"forward", toBridge + "," + accept}}).fate, Fate::Passes);
    EXPECT_EQ(verdict("drop", {{"forward", toOther + "," + accept}}).fate, Fate::Drops);
    EXPECT_EQ(verdict("accept", {{"forward", toBridge + "," + drop}}).fate, Fate::Drops);
    EXPECT_EQ(verdict("accept", {{"forward", toBridge + "," + accept}, {"forward", drop}}).fate,
              Fate::Passes);
    EXPECT_EQ(verdict("accept", {{"forward", match(oif, R"("qs-*")") + "," + drop}}).fate, Fate::Drops);
    EXPECT_EQ(verdict("accept", {{"forward", match(oif, R"({"set":["a","qs-br0"]})") + "," + drop}}).fate,
              Fate::Drops);
    EXPECT_EQ(verdict("accept", {{"forward", match(oif, R"("qs-br0")", "!=") + "," + drop}}).fate,
              Fate::Passes);
}

TEST(Firewall, asksForPortsAddressesAndStates)
{
    EXPECT_EQ(verdict("accept", {{"forward", match(dport, "80") + "," + drop}}).fate, Fate::Drops);
    EXPECT_EQ(verdict("accept", {{"forward", match(dport, "81") + "," + drop}}).fate, Fate::Passes);
    EXPECT_EQ(verdict("accept", {{"forward", match(dport, R"({"range":[1,1023]})") + "," + drop}}).fate,
              Fate::Drops);
    EXPECT_EQ(verdict("accept", {{"forward", match(dport, R"({"set":[22,443]})") + "," + drop}}).fate,
              Fate::Passes);
    const auto prefix = R"({"prefix":{"addr":"172.30.0.0","len":16}})";
    EXPECT_EQ(verdict("accept", {{"forward", match(daddr, prefix) + "," + drop}}).fate, Fate::Drops);
    EXPECT_EQ(verdict("accept", {{"forward", match(daddr, R"("172.30.0.3")") + "," + drop}}).fate,
              Fate::Passes);
    EXPECT_EQ(
        verdict("drop", {{"forward", match(state, R"(["established","related"])", "in") + "," + accept}})
            .fate,
        Fate::Drops)
        << "the first packet is neither";
    EXPECT_EQ(verdict("drop", {{"forward", match(status, R"("dnat")", "in") + "," + accept}}).fate,
              Fate::Passes);
}

TEST(Firewall, whatItCannotKnowIsSaidSo)
{
    const auto fromSomewhere = match(saddr, R"("10.0.0.1")");
    EXPECT_EQ(verdict("accept", {{"forward", fromSomewhere + "," + drop}}).fate, Fate::MayDrop);
    EXPECT_EQ(verdict("drop", {{"forward", fromSomewhere + "," + accept}}).fate, Fate::MayDrop);
    EXPECT_EQ(verdict("accept", {{"forward", match(oif, R"("@known")") + "," + drop}}).fate, Fate::MayDrop);
    EXPECT_EQ(verdict("accept", {{"forward", R"({"xt":{"type":"match","name":"owner"}},)" + drop}}).fate,
              Fate::MayDrop);
    EXPECT_EQ(verdict("accept", {{"forward", match(iif, R"("qs-br0")") + "," + drop}}).fate, Fate::Passes)
        << "it does not come from the container's own bridge";
}

TEST(Firewall, followsJumps)
{
    const auto toBridge = match(oif, R"("qs-br0")");
    EXPECT_EQ(verdict("accept", {{"side", toBridge + "," + drop}}).fate, Fate::Passes)
        << "nobody jumps there";
    EXPECT_EQ(verdict("accept", {{"forward", jump}, {"side", toBridge + "," + drop}}).fate, Fate::Drops);
    EXPECT_EQ(verdict("drop", {{"forward", jump}, {"side", accept}}).fate, Fate::Passes);
    EXPECT_EQ(verdict("drop", {{"forward", jump}, {"side", R"({"return":null})"}, {"side", accept}}).fate,
              Fate::Drops);
    EXPECT_EQ(verdict("accept", {{"forward", jump}, {"side", jump}}).fate, Fate::Passes) << "round and round";
}

TEST(Listeners, areRead)
{
    const auto found = parseListeners(
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1001 1\n"
        "   1: 00000000:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1002 1\n"
        "   2: 0200001E:0050 0100001E:9999 01 00000000:00000000 00:00000000 00000000     0        0 1003 1\n"
        "   3: 0000000000000000FFFF00000100007F:0051 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0 "
        "1004\n"
        "   4: nonsense\n",
        true);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].address.text(), "127.0.0.1");
    EXPECT_EQ(found[0].port, 8080);
    EXPECT_TRUE(found[1].address.unspecified());
    EXPECT_EQ(found[2].address.text(), "127.0.0.1");
    EXPECT_EQ(found[2].inode, "1004");
    EXPECT_TRUE(parseListeners("", true).empty());
}

TEST(Program, isJudgedByWhereItListens)
{
    const Wanted wanted{.protocol = "tcp", .port = 80, .addresses = {packet.target}};
    const auto at = [](const char *address, std::uint16_t port) {
        return Listener{IpAddress::parse(address).value(), port, "7"};
    };
    const auto holder = [](const std::string &) { return std::string("nginx (process 1)"); };
    EXPECT_EQ(programHop(wanted, {at("0.0.0.0", 80)}, holder).state, "ok");
    EXPECT_EQ(programHop(wanted, {at("172.30.0.2", 80)}, holder).state, "ok");
    EXPECT_EQ(programHop(wanted, {at("::", 80)}, holder).state, "ok");
    EXPECT_TRUE(programHop(wanted, {at("127.0.0.1", 80)}, holder).message.contains("127.0.0.1 only"));
    EXPECT_TRUE(
        programHop(wanted, {at("172.31.0.9", 80)}, holder).message.contains("not the container's address"));
    const auto other = programHop(wanted, {at("127.0.0.11", 53), at("0.0.0.0", 8080)}, holder);
    EXPECT_EQ(other.port, 8080);
    EXPECT_TRUE(other.message.contains("nginx (process 1) listens on 8080")) << other.message;
    EXPECT_EQ(programHop(wanted, {at("127.0.0.11", 80)}, holder).action, "log")
        << "the engine's own resolver";
}

} // namespace

} // namespace quayside::networks::doctor

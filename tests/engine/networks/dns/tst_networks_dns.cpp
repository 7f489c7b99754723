// What the name server says, without a socket.
#include "engine/networks/dns/directory.h"
#include "engine/networks/dns/message.h"
#include "engine/networks/dns/reply.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace quayside::networks::dns;

namespace
{

IpAddress address(const char *text)
{
    return *IpAddress::parse(text);
}

Bytes question(const std::string &name, std::uint16_t type, bool edns = false)
{
    Bytes message = {0x12, 0x34, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, std::uint8_t(edns ? 1 : 0)};
    std::size_t start = 0;
    while (start < name.size()) {
        const auto end = std::min(name.find('.', start), name.size());
        message.push_back(static_cast<std::uint8_t>(end - start));
        message.insert(message.end(), name.begin() + long(start), name.begin() + long(end));
        start = end + 1;
    }
    message.insert(message.end(), {0, std::uint8_t(type >> 8), std::uint8_t(type), 0, 1});
    if (edns)
        message.insert(message.end(), {0, 0, 41, 0x10, 0x00, 0, 0, 0, 0, 0, 0}); // 4096 bytes
    return message;
}

Rcode rcode(const Bytes &reply)
{
    return static_cast<Rcode>(reply.at(3) & 0x0f);
}
int answersIn(const Bytes &reply)
{
    return reply.at(6) << 8 | reply.at(7);
}
bool isTruncated(const Bytes &reply)
{
    return reply.at(2) & 0x02;
}

Entry entry(const char *network, std::vector<std::string> names, std::vector<IpAddress> addresses,
            bool internal = false)
{
    return {.networkId = network,
            .networkName = network,
            .internal = internal,
            .subnets = {*quayside::isolation::network::IpPrefix::parse("10.5.0.0/24")},
            .names = std::move(names),
            .addresses = std::move(addresses)};
}

class Replies : public testing::Test
{
protected:
    void SetUp() override
    {
        directory.set("web", {entry("front", {"web", "www"}, {address("10.5.0.2")})});
        directory.set("db", {entry("front", {"db"}, {address("10.5.0.3"), address("fd05::3")})});
        directory.set("stranger", {entry("other", {"stranger", "db"}, {address("10.6.0.9")})});
        directory.set("locked", {entry("vault", {"locked"}, {address("10.5.0.7")}, true)});
    }
    [[nodiscard]] Reply ask(const std::string &who, const std::string &name, std::uint16_t type = typeA,
                            bool udp = true, bool edns = false) const
    {
        return replyTo(directory, who, question(name, type, edns), udp);
    }
    Directory directory;
};

TEST_F(Replies, tellAddresses)
{
    const auto reply = ask("web", "db").bytes;
    ASSERT_EQ(rcode(reply), Rcode::NoError);
    EXPECT_EQ(idOf(reply), 0x1234);
    EXPECT_TRUE(reply[2] & 0x80);
    ASSERT_EQ(answersIn(reply), 1);
    EXPECT_EQ(Bytes(reply.end() - 4, reply.end()), (Bytes{10, 5, 0, 3}));
    EXPECT_TRUE(answers(reply, question("DB", typeA), question("DB", typeA).size()));
    EXPECT_EQ(answersIn(ask("web", "DB.Front").bytes), 1); // in whatever case, with the network's name
    EXPECT_EQ(answersIn(ask("db", "www").bytes), 1);
    EXPECT_EQ(answersIn(ask("web", "db", typeAaaa).bytes), 1);
}

TEST_F(Replies, sayThatANameHasNothingOfAType)
{
    for (const auto type : {typeAaaa, std::uint16_t(15), std::uint16_t(16), typePtr}) { // MX, TXT
        const auto reply = ask("db", "web", type);
        ASSERT_FALSE(reply.bytes.empty());
        EXPECT_EQ(rcode(reply.bytes), Rcode::NoError);
        EXPECT_EQ(answersIn(reply.bytes), 0) << type;
    }
}

TEST_F(Replies, keepNetworksApart)
{
    EXPECT_TRUE(ask("web", "stranger").ask);         // not ours: others are asked
    const auto theirs = ask("stranger", "db").bytes; // the same name, elsewhere
    EXPECT_EQ(Bytes(theirs.end() - 4, theirs.end()), (Bytes{10, 6, 0, 9}));
    EXPECT_TRUE(ask("nobody", "web").bytes.size() > 0); // not on a network at all: nothing to ask
    EXPECT_EQ(rcode(ask("nobody", "web").bytes), Rcode::NxDomain);
}

TEST_F(Replies, followNamesThatChange)
{
    directory.set("db", {entry("front", {"store"}, {address("10.5.0.4")})});
    EXPECT_TRUE(ask("web", "db").ask);
    EXPECT_EQ(answersIn(ask("web", "store").bytes), 1);
    directory.set("db", {});
    EXPECT_TRUE(ask("web", "store").ask);
}

TEST_F(Replies, neverLeaveAnInternalNetwork)
{
    EXPECT_EQ(answersIn(ask("locked", "locked").bytes), 1);
    const auto reply = ask("locked", "secret.example.org");
    EXPECT_FALSE(reply.ask);
    EXPECT_EQ(rcode(reply.bytes), Rcode::NxDomain);
    // One network that leads out is enough.
    directory.set("locked", {entry("vault", {"locked"}, {}, true), entry("front", {"locked"}, {})});
    EXPECT_TRUE(ask("locked", "example.org").ask);
}

TEST_F(Replies, turnAddressesAround)
{
    const auto reply = ask("web", "3.0.5.10.in-addr.arpa", typePtr).bytes;
    ASSERT_EQ(answersIn(reply), 1);
    EXPECT_EQ(std::string(reply.end() - 10, reply.end()), std::string("\2db\5front\0", 10));
    const auto six =
        ask("web", "3.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.5.0.d.f.ip6.arpa", typePtr);
    EXPECT_EQ(answersIn(six.bytes), 1);
    EXPECT_EQ(rcode(ask("web", "99.0.5.10.in-addr.arpa", typePtr).bytes), Rcode::NxDomain); // of our network
    EXPECT_TRUE(ask("web", "8.8.8.8.in-addr.arpa", typePtr).ask);
}

TEST_F(Replies, takeTurnsWhereSeveralShareAName)
{
    for (int i = 0; i < 3; ++i)
        directory.set(std::format("w{}", i), {entry("front", {std::format("w{}", i), "pool"},
                                                    {IpAddress::v4(0x0a050064U + unsigned(i))})});
    std::set<std::uint8_t> first;
    for (int i = 0; i < 6; ++i) {
        const auto reply = ask("web", "pool").bytes;
        ASSERT_EQ(answersIn(reply), 3);
        const auto size = question("pool", typeA).size();
        first.insert(reply.at(size + 15));
    }
    EXPECT_EQ(first.size(), 3U);
}

// Root may put a container of its own on a user's network: it does not take that user's names over.
TEST_F(Replies, letTheNetworksOwnerKeepItsNames)
{
    auto guest = entry("front", {"db", "roots"}, {address("10.5.0.66")});
    guest.guest = true;
    directory.set("roots", {guest});
    for (int i = 0; i < 4; ++i) {
        const auto reply = ask("web", "db").bytes;
        ASSERT_EQ(answersIn(reply), 1);
        EXPECT_EQ(Bytes(reply.end() - 4, reply.end()), (Bytes{10, 5, 0, 3}));
    }
    EXPECT_EQ(answersIn(ask("web", "roots").bytes), 1);
}

TEST_F(Replies, areCutToWhatTheAskerTakes)
{
    for (int i = 0; i < 100; ++i)
        directory.set(std::format("m{}", i),
                      {entry("front", {"many"}, {IpAddress::v4(0x0a050000U + unsigned(i))})});
    const auto plain = ask("web", "many").bytes;
    EXPECT_TRUE(isTruncated(plain));
    EXPECT_LE(plain.size(), 512U);
    EXPECT_EQ(answersIn(plain), 0);
    const auto more = ask("web", "many", typeA, true, true).bytes; // EDNS: 4096
    EXPECT_FALSE(isTruncated(more));
    EXPECT_EQ(answersIn(more), 100);
    EXPECT_EQ(more.at(11), 1); // and an OPT record of its own
    EXPECT_EQ(answersIn(ask("web", "many", typeA, false).bytes), 100);
}

TEST(Message, garbageGetsNoAnswerOrAnError)
{
    const auto good = question("web", typeA, true);
    ASSERT_TRUE(parse(good).query);
    for (std::size_t size = 0; size < headerSize; ++size)
        EXPECT_FALSE(parse(View(good).first(size)).query);
    for (std::size_t size = headerSize; size < good.size(); ++size)
        EXPECT_EQ(parse(View(good).first(size)).refusal, Rcode::FormErr) << size;
    auto response = good;
    response[2] |= 0x80;
    EXPECT_FALSE(parse(response).query); // two servers must not answer one another
    auto update = good;
    update[2] |= 0x28;
    EXPECT_EQ(parse(update).refusal, Rcode::NotImp);
    auto two = good;
    two[5] = 2;
    EXPECT_EQ(parse(two).refusal, Rcode::FormErr);
    auto loop = good;
    loop[12] = 0xc0;
    loop[13] = 0x0c;
    EXPECT_EQ(parse(loop).refusal, Rcode::FormErr);
    auto nul = question("a-b", typeA);
    nul[14] = 0;
    EXPECT_EQ(parse(nul).query->name, "");
}

TEST(Message, surpriseIsSurvived)
{
    std::mt19937 random(11);
    Directory directory;
    directory.set("a", {entry("front", {"web"}, {address("10.5.0.2")})});
    for (int i = 0; i < 200000; ++i) {
        auto message = question("web.front", typeA, random() % 2);
        for (auto changes = random() % 6; changes > 0; --changes)
            message[random() % message.size()] = static_cast<std::uint8_t>(random());
        message.resize(random() % (message.size() + 1));
        const auto reply = replyTo(directory, "a", message, random() % 2);
        EXPECT_TRUE(reply.bytes.empty() || reply.bytes.size() >= headerSize);
    }
}

TEST(Message, pointersAreMadeOfLabels)
{
    EXPECT_TRUE(pointerRecord("web.front"));
    EXPECT_FALSE(pointerRecord("web..front"));
    EXPECT_FALSE(pointerRecord(std::string(64, 'a') + ".front"));
    std::string tooLong;
    for (int i = 0; i < 50; ++i)
        tooLong += "abcdef.";
    EXPECT_FALSE(pointerRecord(tooLong + "x"));
}

} // namespace

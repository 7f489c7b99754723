// What the stage and CRIU say to each other, byte by byte (images/rpc.proto of CRIU).
#include "engine/stage/criu.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace std::string_literals;
namespace criu = stage::criu;

namespace
{

TEST(CriuProtocol, asksForARestore)
{
    const std::string request = criu::restoreRequest({.images = 9,
                                                      .root = "/etc/root",
                                                      .inherited = {{"pipe:[12]", 5}},
                                                      .external = {"mnt[/proc]:/etc/0"}});
    // type RESTORE, then the options with their length.
    EXPECT_TRUE(request.starts_with("\x08\x02\x12"s));
    const std::string options = request.substr(4);
    EXPECT_EQ(static_cast<std::size_t>(static_cast<unsigned char>(request[3])), options.size());
    EXPECT_TRUE(options.starts_with("\x08\x09\x88\x01\x09"s)) << "both folders";
    EXPECT_TRUE(options.contains("\x6a\x09/etc/root"s)) << "root";
    EXPECT_TRUE(options.contains("\xd0\x01\x01"s)) << "the first process becomes the stage's child";
    EXPECT_TRUE(options.contains("\xda\x01\x0d\x0a\x09pipe:[12]\x10\x05"s)) << "a stream";
    EXPECT_TRUE(options.contains("\x90\x02\x00"s)) << "cgroups are left alone";
    EXPECT_TRUE(options.contains("\xaa\x02\x11mnt[/proc]:/etc/0"s)) << "a mount";
    EXPECT_TRUE(options.contains("\xb0\x02\x80\x80\x80\x80\x04"s)) << "an empty network";
    EXPECT_EQ(criu::goOn(), "\x08\x06\x18\x01"s);
}

TEST(CriuProtocol, readsWhereCriuIs)
{
    const auto answer = criu::parseAnswer("\x08\x06\x10\x01\x2a\x15\x0a\x10setup-namespaces\x10\xb9\x60"s);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->kind, criu::Answer::Kind::Notify);
    EXPECT_EQ(answer->script, criu::namespacesMade);
    EXPECT_EQ(answer->pid, 12345);
}

TEST(CriuProtocol, readsHowItEnded)
{
    const auto done = criu::parseAnswer("\x08\x02\x10\x01\x22\x02\x08\x07"s);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->kind, criu::Answer::Kind::Restored);
    EXPECT_TRUE(done->success);
    EXPECT_EQ(done->pid, 7);
    const auto failed = criu::parseAnswer("\x08\x02\x10\x00\x38\x02\x4a\x03why"s);
    ASSERT_TRUE(failed);
    EXPECT_FALSE(failed->success);
    EXPECT_EQ(criu::parseAnswer("\x08\x0a\x10\x01"s)->kind, criu::Answer::Kind::Other);
}

TEST(CriuProtocol, refusesWhatIsNoAnswer)
{
    EXPECT_FALSE(criu::parseAnswer("\x08"s));
    EXPECT_FALSE(criu::parseAnswer("\x2a\x7fshort"s)) << "longer than it is";
    EXPECT_FALSE(criu::parseAnswer("\x0d\x01\x02\x03\x04"s)) << "of a kind that there is not";
    EXPECT_FALSE(criu::parseAnswer("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"s));
    EXPECT_FALSE(criu::parseAnswer("\x2a\x02\x10\x80"s)) << "inside";
}

} // namespace

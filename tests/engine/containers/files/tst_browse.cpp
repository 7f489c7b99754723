// What the files child is told, and what it makes of passwd and group.
#include "engine/containers/files/names.h"
#include "engine/containers/files/request.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::containers::files;

TEST(FilesNames, AreThoseOfTheFirstLineThatFits)
{
    const std::string passwd = "root:x:0:0::/root:/bin/sh\n"
                               "bad line\n:x:5:5::/:\nbig:x:99999999999:0::/:\nword:x:1a:0::/:\n"
                               "www:x:33:33::/:\nwww2:x:33:33::/:\nlast:x:7";
    const auto zero = [](std::string text) { return text + '\0'; };
    EXPECT_EQ(namesIn(passwd, 'u', {0, 1, 5, 7, 33}),
              (std::vector<std::string>{zero("u0:root"), zero("u33:www"), zero("u7:last")}));
    EXPECT_TRUE(namesIn("", 'g', {0}).empty());
    EXPECT_TRUE(namesIn(std::string(300, 'x') + ":x:0:", 'u', {0}).empty()) << "no name is that long";
}

TEST(FilesRequestWords, SurviveTheCommandLine)
{
    FilesRequest request{.act = Act::Edit, .running = false, .ownUser = true, .volume = true, .path = "/a b"};
    request.list = {"after\n", "text", 77};
    request.edit = {EditAct::ChangeOwner, "/to", 04755, 5, {}, true};
    request.version = "5.000000001-9";
    auto words = wordsOf(request);
    std::vector<char *> pointers;
    for (std::string &word : words)
        pointers.push_back(word.data());
    const auto parsed = parseWords(pointers);
    ASSERT_TRUE(parsed);
    EXPECT_EQ(wordsOf(*parsed), words);
    EXPECT_EQ(parsed->edit.uid, 5U);
    EXPECT_FALSE(parsed->edit.gid.has_value());
    EXPECT_TRUE(parsed->volume);
    pointers.pop_back();
    EXPECT_FALSE(parseWords(pointers));
    words[13] = "dance";
    pointers.clear();
    for (std::string &word : words)
        pointers.push_back(word.data());
    EXPECT_FALSE(parseWords(pointers));
}

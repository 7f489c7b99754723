#include "engine/containers/top/psformat.h"

#include <gtest/gtest.h>

#include <unistd.h>

using namespace quayside;
using namespace quayside::containers;

namespace
{

std::string titles(const std::string &psArgs)
{
    const auto columns = parsePsArgs(psArgs);
    if (!columns)
        return columns.error().message;
    std::string text;
    for (const auto &column : *columns)
        text += (text.empty() ? "" : " ") + column.title;
    return text;
}

std::string value(const std::string &keyword, const ProcessFacts &facts, const PsContext &context = {})
{
    const auto columns = parsePsArgs("-o " + keyword);
    return columns ? columns->front().value(facts, context) : columns.error().message;
}

TEST(PsFormat, TheFormatsOfPs)
{
    EXPECT_EQ(titles(""), "UID PID PPID C STIME TTY TIME CMD");
    EXPECT_EQ(titles("-ef"), "UID PID PPID C STIME TTY TIME CMD");
    EXPECT_EQ(titles("-e -f"), "UID PID PPID C STIME TTY TIME CMD");
    EXPECT_EQ(titles("-e"), "PID TTY TIME CMD");
    EXPECT_EQ(titles("aux"), "USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND");
    EXPECT_EQ(titles("auxww"), "USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND");
    EXPECT_EQ(titles("ax"), "PID TTY STAT TIME COMMAND");
    EXPECT_EQ(titles("-eF"), "UID PID PPID C SZ RSS PSR STIME TTY TIME CMD");
    EXPECT_EQ(titles("-l"), "F S UID PID PPID C PRI NI ADDR SZ WCHAN TTY TIME CMD");
    EXPECT_EQ(titles("-eo pid,user,args"), "PID USER COMMAND");
    EXPECT_EQ(titles("-o pid -o comm"), "PID COMMAND");
    EXPECT_EQ(titles("-opid,comm=NAME"), "PID NAME");
    EXPECT_EQ(titles("ax o pid,vsz"), "PID VSZ");
    EXPECT_EQ(titles("--format=pid,%cpu"), "PID %CPU");
}

TEST(PsFormat, WhatIsNotKnownIsRefused)
{
    EXPECT_EQ(titles("-o nonsense"), "ps: unknown user-defined format specifier \"nonsense\"");
    EXPECT_EQ(titles("-o"), "ps: format specification must follow -o");
    EXPECT_TRUE(titles("-L").starts_with("ps option -L is not supported"));
    EXPECT_TRUE(titles("-p 1").starts_with("ps option -p is not supported"));
    EXPECT_TRUE(titles("--forest").starts_with("ps option --forest is not supported"));
    EXPECT_TRUE(titles("aue").starts_with("ps option e is not supported"))
        << "the environment is nobody's business";
    EXPECT_TRUE(titles("-o ,").starts_with("ps: unknown"));
}

// The second field of /proc/PID/stat is whatever the process calls itself.
TEST(PsFormat, Stat)
{
    const auto facts =
        parseStat("42 (a) b (c) S 1 42 7 34816 42 4194304 1 2 3 4 150 50 0 0 20 0 3 0 1000 8192 5 "
                  "18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0");
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->pid, 42);
    EXPECT_EQ(facts->command, "a) b (c");
    EXPECT_EQ(facts->state, 'S');
    EXPECT_EQ(facts->parent, 1);
    EXPECT_EQ(facts->session, 7);
    EXPECT_EQ(facts->userTicks, 150U);
    EXPECT_EQ(facts->kernelTicks, 50U);
    EXPECT_EQ(facts->nice, 0);
    EXPECT_EQ(facts->threads, 3);
    EXPECT_EQ(facts->startTicks, 1000U);
    EXPECT_EQ(facts->virtualBytes, 8192U);
    EXPECT_EQ(facts->residentPages, 5U);
    EXPECT_EQ(facts->processor, 1);
    EXPECT_EQ(value("tname", *facts), "pts/0");
    EXPECT_EQ(value("stat", *facts), "Sl+");
    EXPECT_EQ(value("time", *facts), "00:00:02");
    EXPECT_EQ(value("bsdtime", *facts), "0:02");
    const PsContext context{.nowSeconds = 1020, .bootSeconds = 1000, .memoryBytes = 4096 * 50};
    EXPECT_EQ(value("etimes", *facts, context), "10");
    EXPECT_EQ(value("%cpu", *facts, context), "20.0");
    EXPECT_EQ(value("%mem", *facts, context), "10.0");
    EXPECT_FALSE(parseStat(""));
    EXPECT_FALSE(parseStat("1 (x"));
    EXPECT_FALSE(parseStat("1 (x)"));
}

TEST(PsFormat, IdsAreThoseInside)
{
    ProcessFacts facts;
    const PsContext context{.firstId = 200'000, .ids = 65'536};
    facts.uid = 200'000;
    EXPECT_EQ(value("user", facts, context), "root");
    EXPECT_EQ(value("uid", facts, context), "0");
    facts.uid = 200'033;
    EXPECT_EQ(value("user", facts, context), "33");
    facts.uid = 0; // it came in from outside
    EXPECT_EQ(value("uid", facts, context), "0");
    facts.uid = 1000;
    EXPECT_EQ(value("user", facts, context), "1000");
}

TEST(PsFormat, ThisProcess)
{
    const auto facts = readProcess(::getpid());
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->parent, ::getppid());
    EXPECT_EQ(facts->uid, ::geteuid());
    EXPECT_NE(facts->arguments.find("tst_"), std::string::npos) << facts->arguments;
    EXPECT_FALSE(readProcess(0x3fffffff));
}

} // namespace

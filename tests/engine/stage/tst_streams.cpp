// Standard streams: terminal, input, a complete log; engines that come and go; exec.
#include "tests/engine/stage/rootmain.h"
#include "tests/fakes/container.h"

#include <csignal>
#include <fstream>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>

using namespace quayside;
using test::Container;

namespace
{

template <typename Condition>
bool eventually(Condition condition)
{
    for (int i = 0; i < 500; ++i) {
        if (condition())
            return true;
        ::usleep(10'000);
    }
    return false;
}

void say(int fd, std::string_view text)
{
    ASSERT_EQ(::write(fd, text.data(), text.size()), static_cast<ssize_t>(text.size()));
}

TEST(Streams, TheLogIsCompleteAtFiftyMegabytes)
{
    Container container;
    container.command("yes 'a line of text that is not so very long, but long enough' | head -c 50000000");
    ASSERT_TRUE(container.start());
    EXPECT_EQ(container.wait().code, 0);
    const std::string line = "a line of text that is not so very long, but long enough\n";
    const std::string log = container.log();
    ASSERT_EQ(log.size(), 50'000'000U);
    for (std::size_t at = 0; at + line.size() <= log.size(); at += line.size())
        ASSERT_EQ(log.compare(at, line.size(), line), 0) << "at " << at;
}

TEST(Streams, BytesAreKeptAsTheyAre)
{
    Container container;
    EXPECT_EQ(container.output("printf 'no end\\0\\377\\r'"), std::string("no end\0\377\r", 9));
}

TEST(Streams, InputReachesTheContainer)
{
    Container container;
    container.plan.process.openStdin = true;
    container.command("cat; echo end");
    ASSERT_TRUE(container.start());
    ASSERT_GE(container.input(), 0);
    say(container.input(), "from outside\n");
    container.closeInput();
    EXPECT_EQ(container.wait().code, 0);
    EXPECT_EQ(container.log(), "from outside\nend\n");
}

TEST(Streams, WithoutInputThereIsNone)
{
    Container container;
    EXPECT_EQ(container.output("cat; readlink /proc/self/fd/0"), "/dev/null\n");
}

TEST(Streams, ATerminalIsOne)
{
    Container container;
    container.plan.process.terminal = true;
    container.plan.process.openStdin = true;
    container.plan.process.rows = 33;
    container.plan.process.columns = 111;
    container.plan.process.uid = 1000;
    container.command(
        "tty; stty size; ls -l /dev/console | cut -c1; echo > /dev/tty && read x && echo got $x");
    const auto started = container.start();
    ASSERT_TRUE(started) << started.error().message;
    say(container.input(), "word\n");
    EXPECT_EQ(container.wait().code, 0);
    for (const char *part : {"/dev/pts/0\r\n", "33 111\r\n", "c\r\n"})
        EXPECT_TRUE(container.log().contains(part)) << container.log();
    EXPECT_TRUE(container.log().contains("got word\r\n")) << container.log();
}

TEST(Streams, ControlCGoesToTheForeground)
{
    Container container;
    container.plan.process.terminal = true;
    container.plan.process.init = true;
    container.command("trap 'echo caught; exit 5' INT; echo ready; while :; do usleep 10000; done");
    ASSERT_TRUE(container.start());
    ASSERT_TRUE(eventually([&] { return container.log().contains("ready"); }));
    say(container.input(), "\x03");
    EXPECT_EQ(container.wait().code, 5);
}

TEST(Streams, APromptIsSeenAtOnce)
{
    Container container;
    container.command("printf 'name: '; sleep 100");
    ASSERT_TRUE(container.start());
    EXPECT_TRUE(eventually([&] { return container.log() == "name: "; }));
}

TEST(Streams, TheStageOutlivesItsEngine)
{
    Container container;
    container.plan.process.openStdin = true;
    container.command("echo one; read x; echo $x; exit 4");
    ASSERT_TRUE(container.start());
    container.hangUp();
    const auto hello = container.reconnect();
    ASSERT_TRUE(hello) << hello.error().message;
    EXPECT_EQ(hello->message.kind, stage::MessageKind::Hello);
    EXPECT_EQ(hello->message.pid, container.pid());
    EXPECT_EQ(hello->message.running, 1U);
    EXPECT_GT(hello->message.startTime, 0U);
    ASSERT_EQ(hello->fds.size(), 2U); // pidfd and standard input
    say(hello->fds[1].get(), "two\n");
    const auto ended = stage::receive(container.control.get());
    ASSERT_TRUE(ended && *ended);
    EXPECT_EQ((*ended)->message.kind, stage::MessageKind::Ended);
    EXPECT_EQ((*ended)->message.exitCode, 4);
    EXPECT_EQ(container.wait().code, 4);
    EXPECT_EQ(container.log(), "one\ntwo\n");
}

TEST(Streams, TheStageOutlivesItsParent)
{
    // A child of ours starts the container and is killed; the stage must go on and record the end.
    Container container;
    container.command("usleep 300000; echo still here; exit 6");
    const pid_t parent = ::fork();
    if (parent == 0) {
        const bool started = container.start().has_value();
        ::kill(::getpid(), started ? SIGKILL : SIGABRT);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(parent, &status, 0), parent);
    ASSERT_EQ(WTERMSIG(status), SIGKILL);
    ASSERT_TRUE(eventually([&] { return ::access(container.path("container/exit").c_str(), F_OK) == 0; }));
    std::ifstream file(container.path("container/exit"));
    const auto record = stage::decodeExitRecord(std::string(std::istreambuf_iterator<char>(file), {}));
    ASSERT_TRUE(record);
    EXPECT_EQ(record->code, 6);
    EXPECT_EQ(container.log(), "still here\n");
}

TEST(Streams, AnEngineThatVanishesBeforeProceedStartsNothing)
{
    Container container;
    container.command("echo must not be seen");
    container.proceed = false;
    EXPECT_FALSE(container.start());
    container.hangUp();
    container.wait();
    EXPECT_EQ(container.log(), "");
    EXPECT_TRUE(container.cgroups->processes(container.plan.record.id)->empty());
}

TEST(Exec, RunsInTheContainer)
{
    Container container;
    container.command("sleep 100");
    ASSERT_TRUE(container.start());
    std::string text;
    auto code =
        container.exec("hostname; id -u; cat /proc/self/uid_map /proc/self/cgroup; ls /proc/self/fd | wc -l; "
                       "grep -E 'Seccomp:|CapEff' /proc/self/status; exit 7",
                       text);
    ASSERT_TRUE(code) << code.error().message;
    EXPECT_EQ(*code, 7);
    EXPECT_TRUE(text.starts_with("box\n0\n         0    1000000      65536\n")) << text;
    EXPECT_FALSE(text.contains(container.cgroups->path(""))) << text;
    EXPECT_TRUE(text.ends_with("4\nCapEff:\t00000000a80425fb\nSeccomp:\t2\n")) << text;
    code = container.exec("echo gone", text, {.argv = {"nonsense"}});
    ASSERT_FALSE(code);
    EXPECT_EQ(code.error().kind, ErrorKind::NoCommand);
    EXPECT_EQ(code.error().message, "exec: \"nonsense\": executable file not found in $PATH");
}

TEST(Exec, HasATerminalOfTheContainer)
{
    Container container;
    container.command("sleep 100");
    ASSERT_TRUE(container.start());
    std::string text;
    const auto code = container.exec("tty; stty size; exit 2", text,
                                     {.cwd = "/tmp", .terminal = true, .rows = 10, .columns = 20});
    ASSERT_TRUE(code) << code.error().message;
    EXPECT_EQ(*code, 2);
    EXPECT_EQ(text, "/dev/pts/0\r\n10 20\r\n");
}

TEST(Exec, IsInTheCgroupsOfTheContainer)
{
    Container container;
    container.command("sleep 100");
    ASSERT_TRUE(container.start());
    std::string text;
    // It outlives its parent, the exec's shell, and is found by its cgroup.
    ASSERT_TRUE(container.exec("sleep 100 >/dev/null 2>&1 &", text));
    const auto pids = container.cgroups->processes(container.plan.record.id);
    ASSERT_TRUE(pids);
    EXPECT_EQ(pids->size(), 2U);
}

} // namespace

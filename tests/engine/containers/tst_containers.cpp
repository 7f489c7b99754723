// The life of containers with everything real: image, stage, cgroups, network.
#include "engine/images/unpack/child.h"
#include "tests/fakes/containerbench.h"

#include <csignal>
#include <fstream>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>

using namespace quayside;
using containers::WaitCondition;
using test::ContainerBench;

namespace
{

class ContainersTest : public testing::Test
{
protected:
    static api::ContainerCreateRequest command(std::vector<std::string> argv)
    {
        return ContainerBench::command(std::move(argv));
    }
    static api::ContainerCreateRequest shell(const std::string &script)
    {
        return command({"sh", "-c", script});
    }
    static bool contains(const std::string &text, const std::string &part)
    {
        return text.find(part) != std::string::npos;
    }
    void expectRefused(const Result<> &result, ErrorKind kind, const std::string &message)
    {
        ASSERT_FALSE(result) << message;
        EXPECT_EQ(result.error().kind, kind) << result.error().message;
        EXPECT_TRUE(contains(result.error().message, message)) << result.error().message;
    }
    ContainerBench bench;
    containers::Containers &engine() { return *bench.containers; }
};

TEST_F(ContainersTest, exitCodes)
{
    const auto id = bench.run(shell("echo out; echo err >&2; exit 7"));
    EXPECT_EQ(bench.waitFor(id), 7);
    EXPECT_EQ(bench.logOf(id).size(), std::string("out\nerr\n").size());
    const auto view = bench.inspect(id);
    EXPECT_EQ(view.state.status, "exited");
    EXPECT_EQ(view.state.exitCode, 7);
    EXPECT_NE(view.state.startedAt, view.state.finishedAt);
    EXPECT_EQ(bench.actionsOf(id), (std::vector<std::string>{"create", "start", "die"}));
    expectRefused(engine().stop(bench.peer, id, {}, ""), ErrorKind::NotModified, "already stopped");
    EXPECT_TRUE(engine().remove(bench.peer, id, false, false));
    EXPECT_EQ(engine().inspect(bench.peer, id, false).error().message, "No such container: " + id);
    EXPECT_FALSE(std::filesystem::exists(bench.root() + "/containers/" + id));
}

TEST_F(ContainersTest, commandsThatCannotRun)
{
    struct {
        const char *command;
        ErrorKind kind;
        const char *words;
        int code;
    } cases[] = {{"foo", ErrorKind::NoCommand, "exec: \"foo\": executable file not found in $PATH", 127},
                 {"/nope/x", ErrorKind::NoCommand, "no such file or directory", 127},
                 {"/etc/passwd", ErrorKind::CannotRun, "permission denied", 126}};
    for (const auto &one : cases) {
        const auto id = bench.create(command({one.command}));
        expectRefused(engine().start(bench.peer, id), one.kind, one.words);
        const auto view = bench.inspect(id);
        EXPECT_EQ(view.state.status, "created");
        EXPECT_EQ(view.state.exitCode, one.code);
        EXPECT_TRUE(contains(view.state.error, one.words));
        EXPECT_TRUE(engine().remove(bench.peer, id, false, false));
    }
    EXPECT_TRUE(std::filesystem::is_empty(bench.runDir() + "/containers"))
        << "a failed launch left its folder";
}

TEST_F(ContainersTest, userNamespace)
{
    const auto map = bench.runForOutput(command({"cat", "/proc/self/uid_map"}));
    EXPECT_FALSE(contains(map, " 0          0 ")) << map;
    EXPECT_TRUE(contains(map, "65536")) << map;
    auto request = shell("id -u; id -g; id -G; echo $HOME; pwd; hostname; echo $A");
    request.user = "1000:7";
    request.workingDir = "/tmp/made";
    request.hostname = "harbour";
    request.env = {"A=b"};
    EXPECT_EQ(bench.runForOutput(request), "1000\n7\n7\n/\n/tmp/made\nharbour\nb\n");
    request.user = "nobodyhere";
    const auto id = bench.create(request);
    expectRefused(engine().start(bench.peer, id), ErrorKind::InvalidArgument,
                  "unable to find user nobodyhere: no matching entries in passwd file");
}

TEST_F(ContainersTest, stopKillRestart)
{
    const auto id =
        bench.run(shell("trap 'exit 3' TERM; echo ready; while :; do sleep 0.1; done"), "stopper");
    while (!contains(bench.logOf(id), "ready")) // before its trap is set, process 1 would ignore the signal
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_TRUE(engine().stop(bench.peer, "stopper", 10, ""));
    EXPECT_EQ(bench.inspect(id).state.exitCode, 3);
    EXPECT_TRUE(engine().start(bench.peer, id));
    expectRefused(engine().start(bench.peer, id), ErrorKind::NotModified, "already running");
    EXPECT_TRUE(engine().restart(bench.peer, id, 10, ""));
    EXPECT_EQ(bench.inspect(id).state.status, "running");
    EXPECT_TRUE(engine().kill(bench.peer, id, "KILL"));
    EXPECT_EQ(bench.waitFor(id), 137);
    expectRefused(engine().kill(bench.peer, id, ""), ErrorKind::Conflict, "is not running");
    const auto deaf = bench.run(command({"sleep", "100"}));
    EXPECT_TRUE(engine().stop(bench.peer, deaf, 0, "")); // process 1 without a handler: only SIGKILL ends it
    EXPECT_EQ(bench.inspect(deaf).state.exitCode, 137);
}

TEST_F(ContainersTest, tellsHowItEnded)
{
    const auto ending = [&](const std::string &id) { return bench.inspect(id).quayside->ending; };
    const auto id = bench.run(shell("trap 'exit 3' TERM; echo ready; while :; do sleep 0.1; done"));
    while (!contains(bench.logOf(id), "ready"))
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_FALSE(ending(id)) << "it runs";
    EXPECT_TRUE(engine().stop(bench.peer, id, 10, ""));
    EXPECT_EQ(ending(id)->asked, "stop");
    EXPECT_EQ(ending(id)->uid, bench.peer.uid);
    EXPECT_EQ(ending(id)->askedSignal, 15);
    EXPECT_EQ(ending(id)->signal, 0) << "it ended itself";
    EXPECT_FALSE(ending(id)->timedOut);
    EXPECT_TRUE(engine().start(bench.peer, id));
    EXPECT_FALSE(ending(id)) << "that was the last run's";
    EXPECT_TRUE(engine().kill(bench.peer, id, "KILL"));
    bench.waitFor(id);
    EXPECT_EQ(ending(id)->asked, "kill");
    EXPECT_EQ(ending(id)->signal, 9);
    const auto deaf = bench.run(command({"sleep", "100"}));
    EXPECT_TRUE(engine().stop(bench.peer, deaf, 0, ""));
    EXPECT_TRUE(ending(deaf)->timedOut);
    EXPECT_EQ(ending(deaf)->askedSignal, 15);
    EXPECT_EQ(ending(deaf)->signal, 9);
    // A signal that did not end it has nothing to do with its end.
    const auto own = bench.run(
        shell("trap 'touch /hup' HUP; echo ready; while [ ! -e /hup ]; do sleep 0.1; done; exit 4"));
    while (!contains(bench.logOf(own), "ready"))
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_TRUE(engine().kill(bench.peer, own, "HUP"));
    bench.waitFor(own);
    EXPECT_TRUE(ending(own)->asked.empty()) << ending(own)->asked;
    EXPECT_FALSE(ending(own)->uid);
    bench.close();
    bench.open();
    EXPECT_EQ(ending(deaf)->asked, "stop") << "it is kept";
}

TEST_F(ContainersTest, pause)
{
    const auto id = bench.run(shell("while :; do date +%s%N > /now; sleep 0.02; done"));
    EXPECT_TRUE(engine().pause(bench.peer, id));
    EXPECT_EQ(bench.inspect(id).state.status, "paused");
    const std::string now = bench.root() + "/containers/" + id + "/upper/now";
    const auto read = [&] {
        std::ifstream file(now);
        std::string text;
        std::getline(file, text);
        return text;
    };
    const auto before = read();
    ::usleep(200000);
    EXPECT_EQ(read(), before) << "it ran on";
    expectRefused(engine().pause(bench.peer, id), ErrorKind::Conflict, "already paused");
    api::ExecCreateRequest exec;
    exec.cmd = {"true"};
    EXPECT_EQ(engine().createExec(bench.peer, id, exec).error().kind, ErrorKind::Conflict);
    expectRefused(engine().remove(bench.peer, id, false, false), ErrorKind::Conflict, "unpause");
    EXPECT_TRUE(engine().unpause(bench.peer, id));
    EXPECT_TRUE(ContainerBench::eventually([&] { return read() != before; }));
    EXPECT_TRUE(engine().pause(bench.peer, id));
    EXPECT_TRUE(engine().stop(bench.peer, id, 1, "KILL")) << "a paused container can be stopped";
    expectRefused(engine().unpause(bench.peer, id), ErrorKind::Conflict, "is not paused");
}

TEST_F(ContainersTest, restartPolicies)
{
    auto request = shell("echo run; exit 3");
    request.hostConfig.restartPolicy = {"on-failure", 2};
    const auto id = bench.run(request);
    EXPECT_TRUE(ContainerBench::eventually([&] { return bench.inspect(id).state.status == "exited"; }));
    EXPECT_EQ(bench.inspect(id).restartCount, 2);
    EXPECT_EQ(bench.logOf(id), "run\nrun\nrun\n");

    request = shell("sleep 0.05");
    request.hostConfig.restartPolicy = {"always", 0};
    const auto forever = bench.run(request);
    EXPECT_TRUE(ContainerBench::eventually([&] { return bench.inspect(forever).restartCount >= 2; }));
    const auto stopped = engine().stop(bench.peer, forever, 0, "");
    EXPECT_TRUE(stopped || stopped.error().kind == ErrorKind::NotModified);
    const auto count = bench.inspect(forever).restartCount;
    ::usleep(600000);
    EXPECT_EQ(bench.inspect(forever).restartCount, count) << "stopped by hand, and came back";
    EXPECT_EQ(bench.inspect(forever).state.status, "exited");
}

TEST_F(ContainersTest, autoRemoveTakesAnonymousVolumes)
{
    auto request = shell("echo x > /anon/f; sleep 0.2");
    request.hostConfig.autoRemove = true;
    request.volumes = {"/anon"};
    request.hostConfig.binds = {"kept:/kept"};
    const auto id = bench.run(request);
    EXPECT_EQ(bench.volumes->list(0).size(), 2u);
    EXPECT_EQ(bench.volumes->remove(0, "kept").error().kind, ErrorKind::Conflict) << "in use";
    EXPECT_EQ(bench.waitFor(id, WaitCondition::Removed), 0);
    EXPECT_EQ(engine().inspect(bench.peer, id, false).error().kind, ErrorKind::NotFound);
    ASSERT_EQ(bench.volumes->list(0).size(), 1u);
    EXPECT_EQ(bench.volumes->list(0).front().name, "kept");
    EXPECT_TRUE(bench.volumes->remove(0, "kept"));
}

TEST_F(ContainersTest, mounts)
{
    const std::string source = bench.temporary() + "/source";
    std::filesystem::create_directory(source);
    std::ofstream(source + "/file") << "from the host\n";
    auto request = shell(
        "cat /b/file; touch /b/new /ro/no; grep -c ' /t ' /proc/mounts; ls -l /etc-copy/passwd | wc -l; "
        "echo kept > /etc-copy/mark");
    request.hostConfig.binds = {source + ":/b", source + ":/ro:ro", "filled:/etc"};
    request.hostConfig.tmpfs = {{"/t", "size=64k"}};
    request.cmd[2] =
        "cat /b/file; touch /b/new; touch /ro/no; grep -c ' /t ' /proc/mounts; grep -c root /etc/passwd";
    EXPECT_EQ(bench.runForOutput(request), "from the host\ntouch: /ro/no: Read-only file system\n1\n1\n");
    EXPECT_TRUE(std::filesystem::exists(source + "/new"));
    EXPECT_TRUE(std::filesystem::exists(bench.root() + "/volumes/filled/_data/passwd"))
        << "copied up from the image";

    request = command({"true"});
    request.hostConfig.mounts = {{.type = "bind", .source = source + "/missing", .target = "/x"}};
    const auto refused = engine().create(bench.peer, "", request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::InvalidArgument);
    EXPECT_TRUE(contains(refused.error().message, "bind source path does not exist: " + source + "/missing"));

    request = shell("touch /x");
    request.hostConfig.readonlyRootfs = true;
    EXPECT_EQ(bench.runForOutput(request), "touch: /x: Read-only file system\n");
}

// What another user may do: binds with that user's eyes and rights, and nothing of others.
TEST_F(ContainersTest, otherUsers)
{
    const access::Peer alice{.uid = 54321, .gid = 54321, .groups = {54321}};
    const std::string open = bench.temporary() + "/alices", closed = bench.temporary() + "/roots";
    ::chmod(bench.temporary().c_str(), 0755);
    std::filesystem::create_directory(open);
    std::filesystem::create_directory(closed);
    ASSERT_EQ(::chown(open.c_str(), alice.uid, alice.gid), 0);
    ::chmod(closed.c_str(), 0700);
    const auto mine = bench.run(command({"sleep", "100"}), "roots");
    bench.peer = alice;
    EXPECT_EQ(engine().inspect(alice, mine, false).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(engine().kill(alice, "roots", "").error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(engine().list(alice, true, {}, false, {}).value().empty());

    auto request = shell("cp /bin/busybox /b/su && chmod 4755 /b/su; stat -c %u /b/su");
    request.hostConfig.binds = {open + ":/b"};
    EXPECT_EQ(bench.runForOutput(request), "0\n");
    struct stat made{};
    ASSERT_EQ(::stat((open + "/su").c_str(), &made), 0);
    EXPECT_EQ(made.st_uid, alice.uid) << "set-user-id file made inside must be the caller's own outside";

    request.hostConfig.binds = {closed + ":/b"};
    const auto id = bench.create(request);
    expectRefused(engine().start(alice, id), ErrorKind::InvalidArgument, "bind source path does not exist");
    request.hostConfig.binds = {bench.runDir() + ":/b:ro"};
    std::ofstream(bench.runDir() + "/engine.sock") << "";
    ::chmod(bench.runDir().c_str(), 0755);
    const auto socket = bench.create(request);
    expectRefused(engine().start(alice, socket), ErrorKind::Forbidden, "the engine's own socket");

    request = command({"true"});
    request.hostConfig.networkMode = "container:roots";
    EXPECT_FALSE(engine().create(alice, "", request)) << "another user's network";
    request.hostConfig.networkMode = "none";
    request.hostConfig.privileged = true;
    EXPECT_EQ(engine().create(alice, "", request).error().kind, ErrorKind::Forbidden);
    bench.removeAll();
    bench.peer = {};
    EXPECT_EQ(bench.inspect(mine).state.status, "running");
}

TEST_F(ContainersTest, namesAndPrefixes)
{
    const auto id = bench.create(command({"true"}), "first");
    EXPECT_EQ(engine().create(bench.peer, "first", command({"true"})).error().kind, ErrorKind::Conflict);
    EXPECT_FALSE(engine().create(bench.peer, "/bad/name", command({"true"})));
    EXPECT_TRUE(engine().rename(bench.peer, id.substr(0, 12), "second"));
    EXPECT_EQ(bench.inspect("second").name, "/second");
    EXPECT_EQ(bench.create(command({"true"}), "first").size(), 64u) << "the old name is free";
    expectRefused(engine().rename(bench.peer, "second", "first"), ErrorKind::Conflict, "already in use");
    const auto generated = bench.inspect(bench.create(command({"true"})));
    EXPECT_NE(generated.name.find('_'), std::string::npos) << generated.name;
}

TEST_F(ContainersTest, memoryLimitIsReported)
{
    auto request = shell("x=; while :; do x=\"$x$x aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"; done");
    request.hostConfig.memory = 12 << 20;
    const auto id = bench.run(request);
    EXPECT_EQ(bench.waitFor(id), 137);
    EXPECT_TRUE(bench.inspect(id).state.oomKilled);
    EXPECT_EQ(bench.actionsOf(id), (std::vector<std::string>{"create", "start", "oom", "die"}));
}

TEST_F(ContainersTest, exec)
{
    const auto id = bench.run(command({"sleep", "100"}));
    api::ExecCreateRequest request;
    request.cmd = {"sh", "-c", "read line; echo got $line; echo err >&2; echo $V; id -u; exit 5"};
    request.attachStdin = request.attachStdout = request.attachStderr = true;
    request.env = {"V=set"};
    request.user = "12";
    const auto exec = engine().createExec(bench.peer, id, request);
    ASSERT_TRUE(exec);
    auto streams = engine().startExec(bench.peer, *exec, false, false, 0, 0);
    ASSERT_TRUE(streams) << streams.error().message;
    ASSERT_EQ(::write(streams->input.get(), "hello\n", 6), 6);
    streams->input.reset();
    EXPECT_EQ(ContainerBench::drain(streams->output), "got hello\nset\n12\n");
    EXPECT_EQ(ContainerBench::drain(streams->error), "err\n");
    EXPECT_TRUE(
        ContainerBench::eventually([&] { return !engine().inspectExec(bench.peer, *exec).value().running; }));
    EXPECT_EQ(engine().inspectExec(bench.peer, *exec).value().exitCode, 5);
    EXPECT_EQ(engine().startExec(bench.peer, *exec, false, false, 0, 0).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(engine().inspectExec({.uid = 54321}, *exec).error().kind, ErrorKind::NotFound);

    request = {};
    request.cmd = {"nope"};
    for (int i = 0; i < 5; ++i) {
        const auto missing = engine().createExec(bench.peer, id, request);
        const auto started = engine().startExec(bench.peer, *missing, false, false, 0, 0);
        ASSERT_FALSE(started);
        EXPECT_EQ(started.error().kind, ErrorKind::NoCommand) << started.error().message;
        EXPECT_EQ(engine().inspectExec(bench.peer, *missing).value().exitCode, 127);
    }
    request.cmd = {"tty"};
    request.tty = request.attachStdout = true;
    const auto terminal = engine().createExec(bench.peer, id, request);
    auto screen = engine().startExec(bench.peer, *terminal, false, true, 30, 90);
    ASSERT_TRUE(screen) << screen.error().message;
    EXPECT_TRUE(contains(ContainerBench::drain(screen->output), "/dev/pts/"));
}

TEST_F(ContainersTest, attachBeforeStart)
{
    auto request = command({"cat"});
    request.openStdin = request.stdinOnce = request.attachStdin = true;
    const auto id = bench.create(request);
    auto streams = engine().attach(bench.peer, id, false, true, true, true);
    ASSERT_TRUE(streams);
    EXPECT_TRUE(streams->inputLater);
    EXPECT_FALSE(streams->input);
    std::mutex mutex;
    Fd input;
    const auto handle = engine().whenInputOpens(bench.peer, id, [&](Fd opened) {
        const std::scoped_lock lock(mutex);
        input = std::move(opened);
    });
    ASSERT_TRUE(engine().start(bench.peer, id));
    EXPECT_TRUE(ContainerBench::eventually([&] {
        const std::scoped_lock lock(mutex);
        return input.valid();
    }));
    ASSERT_EQ(::write(input.get(), "typed\n", 6), 6);
    input.reset();
    streams->inputEnded();
    EXPECT_EQ(bench.waitFor(id), 0) << "cat ends with its input";
    EXPECT_EQ(bench.logOf(id), "typed\n");
}

// An engine that goes and comes back: what runs stays ours, what ended meanwhile tells how.
TEST_F(ContainersTest, recovery)
{
    auto request = shell("sleep 100");
    request.hostConfig.networkMode = "bridge";
    const auto runs = bench.run(request, "runs");
    const auto ends = bench.run(shell("sleep 0.3; exit 9"), "ends");
    const auto paused = bench.run(command({"sleep", "100"}), "paused");
    const auto lost = bench.run(command({"sleep", "100"}), "lost");
    auto policy = shell("sleep 0.3; exit 4");
    policy.hostConfig.restartPolicy = {"on-failure", 5};
    const auto again = bench.run(policy, "again");
    ASSERT_TRUE(engine().pause(bench.peer, paused));
    const auto pid = bench.inspect(runs).state.pid;
    const auto address = bench.inspect(runs).networkSettings.ipAddress;
    EXPECT_FALSE(address.empty());
    // The stage of "lost" is the parent of its process 1.
    std::ifstream stat("/proc/" + std::to_string(bench.inspect(lost).state.pid) + "/stat");
    std::string word;
    pid_t stage = 0;
    stat >> word >> word >> word >> stage;
    ASSERT_GT(stage, 1);
    bench.close();
    ::kill(stage, SIGKILL);
    ::usleep(600000);
    bench.open();
    EXPECT_EQ(bench.inspect(runs).state.status, "running");
    EXPECT_EQ(bench.inspect(runs).state.pid, pid);
    EXPECT_EQ(bench.inspect(runs).networkSettings.ipAddress, address);
    EXPECT_EQ(bench.inspect(ends).state.status, "exited");
    EXPECT_EQ(bench.inspect(ends).state.exitCode, 9);
    EXPECT_EQ(bench.inspect(paused).state.status, "paused");
    EXPECT_EQ(bench.inspect(lost).state.exitCode, 137);
    EXPECT_TRUE(contains(bench.inspect(lost).state.error, "without saying how"));
    EXPECT_TRUE(ContainerBench::eventually([&] { return bench.inspect(again).restartCount >= 1; }));
    EXPECT_TRUE(engine().unpause(bench.peer, paused));
    api::ExecCreateRequest exec;
    exec.cmd = {"true"};
    const auto inside = engine().createExec(bench.peer, runs, exec);
    EXPECT_TRUE(engine().startExec(bench.peer, *inside, true, false, 0, 0));
    EXPECT_TRUE(engine().kill(bench.peer, runs, ""));
    EXPECT_EQ(bench.waitFor(runs), 137);
    EXPECT_TRUE(engine().start(bench.peer, runs)) << "and it can be started again";
}

// What a kill or a power cut can leave of containers that remove themselves (durabilityOf()).
TEST_F(ContainersTest, recoveryOfAutoRemove)
{
    const auto removesItself = [](api::ContainerCreateRequest request) {
        request.hostConfig.autoRemove = true;
        return request;
    };
    const auto ends = bench.run(removesItself(shell("sleep 0.3")));
    const auto runs = bench.run(removesItself(command({"sleep", "100"})));
    const auto waits = bench.create(removesItself(command({"true"})));
    const auto undone = bench.create(removesItself(command({"true"})));
    const auto kept = bench.create(command({"true"}));
    bench.close();
    ::usleep(600000);
    // Its removal had come to its folder, and the power cut took back what the database had of it.
    for (const auto &id : {undone, kept})
        std::filesystem::remove_all(bench.root() + "/containers/" + id);
    bench.open();
    for (const auto &gone : {ends, undone})
        EXPECT_TRUE(ContainerBench::eventually([&] {
            const auto found = engine().inspect(bench.peer, gone, false);
            return !found && found.error().kind == ErrorKind::NotFound;
        })) << gone;
    EXPECT_EQ(bench.inspect(runs).state.status, "running");
    EXPECT_EQ(bench.inspect(waits).state.status, "created");
    EXPECT_EQ(bench.inspect(kept).state.status, "created") << "not the engine's to forget";
    EXPECT_TRUE(engine().start(bench.peer, waits));
    EXPECT_TRUE(engine().kill(bench.peer, runs, ""));
    EXPECT_TRUE(ContainerBench::eventually([&] { return !engine().inspect(bench.peer, runs, false); }));
}

TEST_F(ContainersTest, manyAtATimeLeaveNothing)
{
    const auto descriptors = [] {
        return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
    };
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {
    } // stages of another test that closed its engine: only the engine that started one takes its status
    bench.runForOutput(command({"true"})); // caches that stay
    const auto before = descriptors();
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int j = 0; j < 4; ++j) {
                auto request = command({"true"});
                request.hostConfig.networkMode = "bridge";
                const auto id = bench.run(request);
                EXPECT_EQ(bench.waitFor(id), 0);
                EXPECT_TRUE(engine().remove(bench.peer, id, false, false));
            }
        });
    threads.clear();
    bench.layers->waitForRemovals();
    EXPECT_LE(descriptors(), before + 1);
    EXPECT_TRUE(std::filesystem::is_empty(bench.runDir() + "/containers"));
    EXPECT_TRUE(std::filesystem::is_empty(bench.root() + "/containers"));
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a stage was not reaped";
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == images::unpackArgument)
        return images::runUnpackChild(argc, argv);
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}

// One machine, two engines: dockerd with folders of its own, in the test's network namespace.
#include "engine/isolation/network/nftables.h"
#include "engine/isolation/network/sysctl.h"
#include "engine/networks/names.h"
#include "tests/engine/networks/support/hosttest.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <thread>

using namespace quayside;
using namespace quayside::networks;
using namespace quayside::test;
using namespace std::chrono_literals;
using isolation::network::Nft;

namespace
{

// Runs a program with its output in `log`.
pid_t spawn(const std::vector<std::string> &arguments, const std::string &log)
{
    std::vector<char *> argv;
    for (const auto &argument : arguments)
        argv.push_back(const_cast<char *>(argument.c_str()));
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ::dup2(output, 1);
    ::dup2(output, 2);
    ::execvp(argv[0], argv.data());
    ::_exit(127);
}

class Dockerd
{
public:
    explicit Dockerd(std::string folder) : m_folder(std::move(folder))
    {
        m_pid = spawn({"dockerd", "--data-root", m_folder + "/data", "--exec-root", m_folder + "/exec",
                       "--pidfile", m_folder + "/pid", "--host", "unix://" + m_folder + "/docker.sock",
                       "--storage-driver", "vfs"},
                      log());
        for (int i = 0; i < 300 && !docker({"version"}); ++i)
            std::this_thread::sleep_for(100ms);
    }
    ~Dockerd()
    {
        ::kill(m_pid, SIGTERM);
        ::waitpid(m_pid, nullptr, 0);
    }
    [[nodiscard]] bool docker(const std::vector<std::string> &arguments) const
    {
        std::vector<std::string> all = {"docker", "--host", "unix://" + m_folder + "/docker.sock"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        int status = 0;
        ::waitpid(spawn(all, m_folder + "/docker.log"), &status, 0);
        return status == 0;
    }
    [[nodiscard]] std::string log() const { return m_folder + "/log"; }

private:
    std::string m_folder;
    pid_t m_pid = -1;
};

class BesideDockerd : public HostTest
{
protected:
    void SetUp() override
    {
        HostTest::SetUp();
        folder = options.root + "/docker";
        std::filesystem::create_directory(folder);
    }
    void TearDown() override
    {
        for (const auto *mount : {"/exec/netns/default", "/exec/netns", "/exec", "/data"})
            ::umount2((folder + mount).c_str(), MNT_DETACH); // what it left, if anything
        HostTest::TearDown();
    }
    static std::string ruleset()
    {
        Nft nft;
        return nft.query(R"({"nftables":[{"list":{"ruleset":{}}}]})").value_or("");
    }
    static bool eventually(const std::function<bool()> &condition)
    {
        for (int i = 0; i < 40; ++i, std::this_thread::sleep_for(50ms))
            if (condition())
                return true;
        return false;
    }
    void expectTraffic(const Server &web)
    {
        const Server far({.name = "far", .isolated = false, .netns = &outside(), .ports = {9000}});
        EXPECT_EQ(ask("tcp", hostAddress, 4000, &outside()), std::string("web ") + outsideAddress);
        EXPECT_EQ(ask("tcp", outsideAddress, 9000, &web.netns()), std::string("far ") + hostAddress);
        EXPECT_TRUE(ask("tcp", "127.0.0.1", 4000).starts_with("web "));
    }
    std::string folder;
};

TEST_F(BesideDockerd, worksWhoeverComesFirst)
{
    const Server web({.name = "web"});
    run(web, "web", {{"tcp", 80, "", 4000}});
    expectTraffic(web);
    {
        SCOPED_TRACE("dockerd starts beside a running engine");
        const Dockerd dockerd(folder);
        ASSERT_TRUE(dockerd.docker({"network", "ls"})) << dockerd.log();
        const auto marked = "quayside: " + namesFor(options.root).bridge;
        EXPECT_TRUE(eventually([&] { return ruleset().contains(marked); }));
        expectTraffic(web);
        // It goes on managing its own chains with iptables.
        EXPECT_TRUE(dockerd.docker({"network", "create", "theirs"}));
        expectTraffic(web);
        EXPECT_TRUE(dockerd.docker({"network", "rm", "theirs"}));
    }
    networks->release("web");
}

TEST_F(BesideDockerd, passesItsForwardPolicy)
{
    // dockerd drops what is forwarded where it had to switch forwarding on itself.
    closeEngine();
    ASSERT_TRUE(Networks::removeAll(options));
    ASSERT_TRUE(isolation::network::writeSysctl("ipv4/ip_forward", "0"));
    const Server web({.name = "web"});
    std::string before;
    {
        const Dockerd dockerd(folder);
        ASSERT_TRUE(dockerd.docker({"network", "ls"})) << dockerd.log();
        before = ruleset();
        EXPECT_TRUE(before.contains(R"("policy": "drop")"));
        openEngine();
        run(web, "web", {{"tcp", 80, "", 4000}});
        expectTraffic(web);
    }
    {
        SCOPED_TRACE("dockerd starts again");
        const Dockerd dockerd(folder);
        ASSERT_TRUE(dockerd.docker({"network", "ls"})) << dockerd.log();
        expectTraffic(web);
        EXPECT_TRUE(ruleset().contains(R"("policy": "drop")"));
    }
    networks->release("web");
    closeEngine();
    ASSERT_TRUE(Networks::removeAll(options));
    EXPECT_FALSE(ruleset().contains("quayside"));
    EXPECT_TRUE(ruleset().contains("DOCKER-USER")); // theirs stays
    openEngine();
}

bool onPath(const std::string &program)
{
    std::istringstream folders(::getenv("PATH") ? ::getenv("PATH") : "/usr/sbin:/usr/bin");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (::access((folder + "/" + program).c_str(), X_OK) == 0)
            return true;
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    for (const auto *program : {"dockerd", "iptables", "docker"})
        if (!onPath(program)) {
            std::cout << "skipped: " << program << " is missing\n";
            return 77;
        }
    return runInTestNamespaces(argc, argv);
}

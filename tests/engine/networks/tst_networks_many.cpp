// What a network costs where there are others: what is asked of the kernel, counted.
#include "engine/isolation/network/links.h"
#include "tests/engine/networks/support/hosttest.h"

#include <dlfcn.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <format>
#include <functional>
#include <iostream>
#include <thread>

namespace
{

std::atomic<int> sent = 0, bytes = 0;

template <typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

void note(int fd, ssize_t size)
{
    int domain = 0;
    socklen_t length = sizeof domain;
    if (::getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &length) != 0 || domain != AF_NETLINK || size < 0)
        return;
    ++sent;
    bytes += static_cast<int>(size);
}

} // namespace

// In place of the C library's, for everything in this program: libnl, libmnl and the engine.
extern "C" ssize_t sendmsg(int fd, const msghdr *message, int flags)
{
    const auto size = next<ssize_t (*)(int, const msghdr *, int)>("sendmsg")(fd, message, flags);
    note(fd, size);
    return size;
}

extern "C" ssize_t sendto(int fd, const void *data, std::size_t size, int flags, const sockaddr *to,
                          socklen_t length)
{
    using SendTo = ssize_t (*)(int, const void *, std::size_t, int, const sockaddr *, socklen_t);
    const auto done = next<SendTo>("sendto")(fd, data, size, flags, to, length);
    note(fd, done);
    return done;
}

using namespace quayside;
using namespace quayside::test;
using namespace std::chrono_literals;

namespace
{

class ManyNetworks : public HostTest
{
protected:
    struct Costs {
        int creation = 0, removal = 0, start = 0, afterwards = 0, bytes = 0;
        bool operator==(const Costs &) const = default;
    };
    void make(const std::string &name)
    {
        const auto made = networks->create({}, {.name = name});
        ASSERT_TRUE(made) << made.error().message;
    }
    static int counted(const std::function<void()> &act)
    {
        const int before = sent;
        act();
        return sent - before;
    }
    // The watcher's own part comes at most half a second later; a count must not have two bursts' in it.
    static int settled()
    {
        return counted([] {
            for (int before = -1; before != sent; std::this_thread::sleep_for(700ms))
                before = sent;
        });
    }
    Costs costs()
    {
        Costs result;
        settled();
        const int before = bytes;
        result.creation = counted([&] { make("measured"); });
        result.bytes = bytes - before;
        settled();
        const Server web({.name = "web"});
        result.start = counted([&] { runOn(web, "web", {{.network = "measured"}}, {{"tcp", 80, "", 0}}); });
        networks->release("web");
        settled();
        result.removal = counted([&] { ASSERT_TRUE(networks->remove({}, "measured")); });
        result.afterwards = settled();
        return result;
    }
};

std::ostream &operator<<(std::ostream &out, const auto &costs)
    requires requires { costs.afterwards; }
{
    return out << "creation " << costs.creation << " (" << costs.bytes << " bytes), start " << costs.start
               << ", removal " << costs.removal << ", afterwards " << costs.afterwards;
}

TEST_F(ManyNetworks, costNoMoreThanFew)
{
    costs(); // whatever is made once
    const auto few = costs();
    std::cout << "with one network: " << few << " requests\n";
    for (int i = 0; i < 60; ++i)
        make(std::format("other{}", i));
    const auto many = costs();
    std::cout << "with 61: " << many << " requests\n";
    // Not to a request: whether packets pass yet is asked until they do.
    EXPECT_LE(std::abs(many.creation - few.creation), 5);
    EXPECT_LE(many.bytes, few.bytes + 500); // of rules, just its own
    EXPECT_LE(std::abs(many.removal - few.removal), 5);
    EXPECT_LE(many.start, few.start + 100);
    EXPECT_LE(std::abs(many.afterwards - few.afterwards), 10);
    EXPECT_GT(few.creation, 5); // it does count
}

TEST_F(ManyNetworks, comeBackAndAreMendedEachForItself)
{
    for (int i = 0; i < 40; ++i)
        make(std::format("other{}", i));
    settled();
    closeEngine();
    const int opening = counted([&] { openEngine(); });
    std::cout << "an engine that comes back to 41 networks: " << opening << " requests\n";
    EXPECT_LE(opening, 41 * 8 + 60);
    networks->sweep();
    settled();
    auto links = *isolation::network::Links::open();
    const auto id = networks->inspect({}, "other7")->id;
    const auto lost = "qs-" + id.substr(0, 12);
    ASSERT_TRUE(links.remove(links.find(lost)->index));
    const int mending = settled();
    std::cout << "one bridge that somebody removed: " << mending << " requests\n";
    EXPECT_TRUE(links.find(lost));
    EXPECT_LE(mending, 40);
}

} // namespace

int main(int argc, char **argv)
{
    return runInTestNamespaces(argc, argv);
}

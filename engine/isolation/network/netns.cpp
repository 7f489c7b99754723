#include "engine/isolation/network/netns.h"

#include <sched.h>

#include <system_error>
#include <thread>

namespace quayside::isolation::network
{

Result<> inNamespace(const Fd &netns, const std::function<Result<>()> &work)
{
    Result<> result;
    try {
        std::thread([&] {
            if (::setns(netns.get(), CLONE_NEWNET) != 0)
                result = failErrno(errno, "entering the container's network namespace");
            else
                result = work();
        }).join();
    } catch (const std::system_error &error) {
        return failErrno(error.code().value(), "starting a thread for the container's network");
    }
    return result;
}

} // namespace quayside::isolation::network

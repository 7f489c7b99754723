#include "engine/helper/signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace quayside::helper
{

Result<Fd> blockStopSignals()
{
    sigset_t stopping;
    ::sigemptyset(&stopping);
    ::sigaddset(&stopping, SIGTERM);
    ::sigaddset(&stopping, SIGINT);
    if (const int error = ::pthread_sigmask(SIG_BLOCK, &stopping, nullptr); error != 0)
        return failErrno(error, "blocking SIGTERM and SIGINT");
    Fd fd(::signalfd(-1, &stopping, SFD_CLOEXEC | SFD_NONBLOCK));
    if (!fd)
        return failErrno(errno, "opening a signalfd");
    return fd;
}

StopSignals::StopSignals(Fd signalFd)
    : m_signals(std::move(signalFd)), m_notifier(m_signals.get(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo arrived{};
        if (::read(m_signals.get(), &arrived, sizeof arrived) == sizeof arrived)
            emit stopRequested(static_cast<int>(arrived.ssi_signo));
    });
}

} // namespace quayside::helper

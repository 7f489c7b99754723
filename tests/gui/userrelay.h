// A socket on which the engine sees another user: what comes is passed on by a process with that user's id.
#pragma once

#include <QString>

#include <cstdint>
#include <sys/types.h>

class UserRelay
{
public:
    // Forks, and only makes system calls then. `socket`: the engine's, which need not be there yet; `own`: a
    // path in a folder that the user may write to.
    UserRelay(std::uint32_t uid, const QString &socket, const QString &own);
    ~UserRelay(); // ends it, and all that go through it
    UserRelay(const UserRelay &) = delete;
    UserRelay &operator=(const UserRelay &) = delete;

private:
    pid_t m_process;
};

// A program of the host whose output the engine reads: mmdebstrap, the static busybox.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <sys/types.h>

#include <string>
#include <vector>

namespace quayside::images
{

// Runs in a process group of its own; ended (SIGTERM, then SIGKILL after 10 s) and reaped with this object.
class HostProgram
{
public:
    // argv[0]: an absolute path. No shell, no inherited environment. Standard input is /dev/null.
    static Result<HostProgram> start(const std::vector<std::string> &argv,
                                     const std::vector<std::string> &environment);
    HostProgram(HostProgram &&other) noexcept;
    HostProgram &operator=(HostProgram &&) = delete;
    ~HostProgram();

    [[nodiscard]] int output() const { return m_output.get(); }
    [[nodiscard]] int errors() const { return m_errors.get(); }
    int wait(); // exit status; 128 + number of a signal

private:
    HostProgram(pid_t pid, Fd output, Fd errors)
        : m_pid(pid), m_output(std::move(output)), m_errors(std::move(errors))
    {
    }
    pid_t m_pid;
    Fd m_output, m_errors;
};

// The first of the folders of a root's PATH that has it, as an absolute path; empty: none.
std::string findProgram(const std::string &name);
// All of the standard output of a short run; its errors are dropped.
Result<std::string> outputOf(const std::vector<std::string> &argv, std::size_t limit);

} // namespace quayside::images

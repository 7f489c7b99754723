// What the process of a container may do: capabilities, seccomp program, limits, hidden paths.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/isolation/plan/slots.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace quayside::isolation::security
{

// capabilities(7). Names with or without "CAP_", any case.
Result<int> capabilityNumber(std::string_view name);
std::string capabilityName(int number); // "CAP_CHOWN"; "CAP_41" for one that this build does not know
std::vector<std::string> capabilityNames(std::uint64_t mask);
std::uint64_t allCapabilities(); // those that the running kernel knows
std::uint64_t
heldCapabilities(); // those that this process can pass on to what it starts in its own user namespace
std::uint64_t defaultCapabilities(); // Docker's 14
// What a lab has besides, in its own user namespace: SYS_ADMIN, NET_ADMIN, SYS_PTRACE (ADR 31).
std::uint64_t labCapabilities();

// docker's --cap-add, --cap-drop (each may say ALL), --privileged: drop ALL, then add, then single drops, as
// Docker does.
Result<std::uint64_t> capabilities(const std::vector<std::string> &add, const std::vector<std::string> &drop,
                                   bool privileged);
// bounding, permitted, effective = mask; inheritable and ambient empty.
void setCapabilities(SecurityPlan &plan, std::uint64_t mask);

std::vector<std::string> defaultMaskedPaths();
std::vector<std::string> defaultReadOnlyPaths();

// docker's --ulimit: name as in setrlimit(2) without RLIMIT_, small letters ("nofile"); -1: unlimited.
Result<RlimitPlan> rlimit(std::string_view name, std::int64_t soft, std::int64_t hard);

// InvalidArgument names what is wrong with a profile in Docker's JSON form.
Result<> checkSeccompProfile(std::string_view json);

// Profiles of the engine's own: Docker's default one, tightened as security.md §2 says, and that of a lab,
// which besides allows what makes and mounts namespaces (lab.cpp).
enum class Standard : std::uint8_t { Default, Lab };

// What a profile answers to this architecture's system calls, by name: those that it refuses whatever their
// arguments are, and those that it allows for some. `profileJson`: "" is the one of the engine's own.
struct RefusedCalls {
    std::vector<std::string> denied, conditional; // sorted
};
Result<RefusedCalls> refusedCalls(std::string_view profileJson, std::uint64_t capabilities,
                                  Standard standard = Standard::Default);

// The same, made once for each set of arguments: who looks at a container asks every second. Thread-safe.
class RefusalLists
{
public:
    Result<std::shared_ptr<const RefusedCalls>> of(std::string_view profileJson, std::uint64_t capabilities,
                                                   Standard standard = Standard::Default);

private:
    std::mutex m_mutex;
    std::map<std::tuple<std::string, std::uint64_t, Standard>, std::shared_ptr<const RefusedCalls>> m_lists;
};

// Only what belongs to a namespace that the container has for itself: kernel.{msg*,sem,shm*}, fs.mqueue.*
// (ipc), net.* (network).
Result<> checkSysctl(std::string_view name, std::string_view value, bool ownIpc, bool ownNetwork);

// Seccomp programs: a profile in Docker's JSON and the capabilities of the container make one BPF program.
// Compiled once for each pair, kept in memory and, where there is a folder, on disk (keyed by what went in
// and by the libseccomp version; a damaged file is compiled again). Thread-safe.
class SeccompPrograms
{
public:
    // `cacheFolder`: made where missing, private to root; "": memory only.
    explicit SeccompPrograms(std::string cacheFolder = {}) : m_folder(std::move(cacheFolder)) {}
    // A sealed memfd for the plan's seccomp slot.
    Result<Fd> standard(std::uint64_t capabilities, Standard standard = Standard::Default);
    // A profile of the user's own (at most 1 MiB). InvalidArgument names what is wrong with it.
    Result<Fd> custom(std::string_view profileJson, std::uint64_t capabilities);

private:
    Result<Fd> program(std::string_view profileJson, std::uint64_t capabilities,
                       std::optional<Standard> standard);
    std::string m_folder;
    std::mutex m_mutex;
    std::map<std::string, Fd> m_programs; // by key: sealed memfds
};

} // namespace quayside::isolation::security

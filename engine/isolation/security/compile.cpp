#include "engine/isolation/security/compile.h"

#include "engine/base/fd.h"
#include "engine/isolation/security/prepare.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <set>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace quayside::isolation::security
{
namespace
{

using Filter = std::unique_ptr<void, decltype([](scmp_filter_ctx context) { ::seccomp_release(context); })>;

struct Architecture {
    std::string_view name;   // in profiles
    std::string_view goName; // in includes and excludes
    std::uint32_t token;
};
constexpr Architecture architectures[] = {{"SCMP_ARCH_X86_64", "amd64", SCMP_ARCH_X86_64},
                                          {"SCMP_ARCH_X86", "x86", SCMP_ARCH_X86},
                                          {"SCMP_ARCH_X32", "x32", SCMP_ARCH_X32},
                                          {"SCMP_ARCH_AARCH64", "arm64", SCMP_ARCH_AARCH64},
                                          {"SCMP_ARCH_ARM", "arm", SCMP_ARCH_ARM},
                                          {"SCMP_ARCH_RISCV64", "riscv64", SCMP_ARCH_RISCV64},
                                          {"SCMP_ARCH_S390X", "s390x", SCMP_ARCH_S390X},
                                          {"SCMP_ARCH_S390", "s390", SCMP_ARCH_S390},
                                          {"SCMP_ARCH_PPC64LE", "ppc64le", SCMP_ARCH_PPC64LE}};

const Architecture *findNative()
{
    return std::ranges::find(architectures, ::seccomp_arch_native(), &Architecture::token);
}

Result<std::uint32_t> actionOf(std::string_view name, std::optional<unsigned> errnoRet)
{
    const unsigned value = errnoRet.value_or(EPERM);
    if (name == "SCMP_ACT_ALLOW")
        return SCMP_ACT_ALLOW;
    if (name == "SCMP_ACT_ERRNO")
        return SCMP_ACT_ERRNO(value);
    if (name == "SCMP_ACT_KILL" || name == "SCMP_ACT_KILL_THREAD")
        return SCMP_ACT_KILL_THREAD;
    if (name == "SCMP_ACT_KILL_PROCESS")
        return SCMP_ACT_KILL_PROCESS;
    if (name == "SCMP_ACT_TRAP")
        return SCMP_ACT_TRAP;
    if (name == "SCMP_ACT_TRACE")
        return SCMP_ACT_TRACE(value);
    if (name == "SCMP_ACT_LOG")
        return SCMP_ACT_LOG;
    return fail(ErrorKind::InvalidArgument, "the seccomp profile is wrong: unknown action \"{}\"", name);
}

Result<scmp_arg_cmp> comparisonOf(const SyscallArgument &argument)
{
    constexpr std::pair<std::string_view, scmp_compare> operators[] = {
        {"SCMP_CMP_NE", SCMP_CMP_NE},
        {"SCMP_CMP_LT", SCMP_CMP_LT},
        {"SCMP_CMP_LE", SCMP_CMP_LE},
        {"SCMP_CMP_EQ", SCMP_CMP_EQ},
        {"SCMP_CMP_GE", SCMP_CMP_GE},
        {"SCMP_CMP_GT", SCMP_CMP_GT},
        {"SCMP_CMP_MASKED_EQ", SCMP_CMP_MASKED_EQ}};
    const auto found =
        std::ranges::find(operators, argument.op, [](const auto &entry) { return entry.first; });
    if (found == std::end(operators))
        return fail(ErrorKind::InvalidArgument, "the seccomp profile is wrong: unknown operator \"{}\"",
                    argument.op);
    return scmp_arg_cmp{argument.index, found->second, argument.value, argument.valueTwo};
}

// "6.18.44-x" is at least "4.8"?
bool isAtLeast(std::string_view kernel, std::string_view wanted)
{
    const auto parse = [](std::string_view text) {
        std::array<int, 2> version{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version[0]);
        if (error == std::errc{} && end < text.data() + text.size())
            std::from_chars(end + 1, text.data() + text.size(), version[1]);
        return version;
    };
    return parse(kernel) >= parse(wanted);
}

Result<bool> anyCapability(const std::vector<std::string> &names, std::uint64_t capabilities, bool &all)
{
    bool any = false;
    all = true;
    for (const std::string &name : names) {
        const auto number = capabilityNumber(name);
        if (!number)
            return fail(ErrorKind::InvalidArgument, "the seccomp profile is wrong: {}",
                        number.error().message);
        const bool has = (capabilities >> *number & 1U) != 0;
        any = any || has;
        all = all && has;
    }
    return any;
}

// As Docker: every capability and one of the architectures of `includes`; none of those of `excludes`.
Result<bool> applies(const SyscallRule &rule, std::uint64_t capabilities, std::string_view kernel)
{
    const std::string native(findNative()->goName);
    const auto names = [&](const std::vector<std::string> &list) {
        return std::ranges::find(list, native) != list.end();
    };
    bool all = false;
    CHECK(anyCapability(rule.includes.caps, capabilities, all).transform([](bool) {}));
    const bool included = all && (rule.includes.arches.empty() || names(rule.includes.arches)) &&
                          (rule.includes.minKernel.empty() || isAtLeast(kernel, rule.includes.minKernel));
    TRY(const bool excluded, anyCapability(rule.excludes.caps, capabilities, all));
    const bool tooNew = !rule.excludes.minKernel.empty() && isAtLeast(kernel, rule.excludes.minKernel);
    return included && !excluded && !names(rule.excludes.arches) && !tooNew;
}

Result<> addRule(scmp_filter_ctx filter, const SyscallRule &rule, std::uint32_t action, int number,
                 const std::vector<scmp_arg_cmp> &comparisons)
{
    // Two conditions on one argument cannot both hold in one rule of libseccomp: each becomes a rule, as in
    // runc.
    std::set<unsigned> indices;
    for (const scmp_arg_cmp &comparison : comparisons)
        indices.insert(comparison.arg);
    int done = 0;
    if (indices.size() == comparisons.size())
        done = ::seccomp_rule_add_array(filter, action, number, static_cast<unsigned>(comparisons.size()),
                                        comparisons.data());
    for (std::size_t i = 0; indices.size() < comparisons.size() && i < comparisons.size() && done == 0; ++i)
        done = ::seccomp_rule_add_array(filter, action, number, 1, &comparisons[i]);
    if (done < 0)
        return failErrno(-done, "adding a rule for {} to the seccomp program", rule.names.front());
    return {};
}

Result<> addRules(scmp_filter_ctx filter, const Profile &profile, std::uint32_t defaultAction,
                  std::uint64_t capabilities, std::string_view kernel)
{
    for (const SyscallRule &rule : profile.syscalls) {
        TRY(const bool wanted, applies(rule, capabilities, kernel));
        TRY(const std::uint32_t action, actionOf(rule.action, rule.errnoRet));
        std::vector<scmp_arg_cmp> comparisons;
        for (const SyscallArgument &argument : rule.args) {
            TRY(const scmp_arg_cmp comparison, comparisonOf(argument));
            comparisons.push_back(comparison);
        }
        if (!wanted || action == defaultAction) // libseccomp refuses a rule that says nothing new
            continue;
        for (const std::string &name : rule.names) {
            const int number = ::seccomp_syscall_resolve_name(name.c_str());
            if (number != __NR_SCMP_ERROR)
                CHECK(addRule(filter, rule, action, number, comparisons));
        }
    }
    return {};
}

Result<> addArchitectures(scmp_filter_ctx filter, const Profile &profile)
{
    for (const std::string &name : profile.architectures) {
        const auto *known = std::ranges::find(architectures, name, &Architecture::name);
        if (known == std::end(architectures))
            return fail(ErrorKind::InvalidArgument,
                        "the seccomp profile is wrong: unknown architecture \"{}\"", name);
        const int done = ::seccomp_arch_add(filter, known->token);
        if (done < 0 && done != -EEXIST)
            return failErrno(-done, "adding {} to the seccomp program", name);
    }
    return {};
}

Result<std::string> exportProgram(scmp_filter_ctx filter)
{
    const Fd file(::memfd_create("seccomp", MFD_CLOEXEC));
    if (const int done = ::seccomp_export_bpf(filter, file.get()); done < 0)
        return failErrno(-done, "making the seccomp program");
    struct stat status{};
    ::fstat(file.get(), &status);
    std::string program(static_cast<std::size_t>(status.st_size), '\0');
    if (::pread(file.get(), program.data(), program.size(), 0) != static_cast<ssize_t>(program.size()))
        return failErrno(errno, "reading the seccomp program");
    return program;
}

// The highest number of one architecture that the profile names.
int newestOf(const Profile &profile, std::uint32_t token)
{
    int newest = -1;
    for (const SyscallRule &rule : profile.syscalls) {
        for (const std::string &name : rule.names)
            newest = std::max(newest, ::seccomp_syscall_resolve_name_arch(token, name.c_str()));
    }
    return newest;
}

sock_filter statement(int code, std::uint32_t value)
{
    return {static_cast<std::uint16_t>(code), 0, 0, value};
}
sock_filter jump(int code, std::uint32_t value, std::uint8_t ifTrue, std::uint8_t ifFalse)
{
    return {static_cast<std::uint16_t>(code), ifTrue, ifFalse, value};
}

// In front of the program: ENOSYS for what is newer than the profile. x32 shares its token with x86-64 and is
// told by a bit of the number; it goes straight to the program.
std::vector<sock_filter> tooNewCheck(const Profile &profile)
{
    constexpr std::uint32_t x32Bit = 0x40000000;
    std::vector<sock_filter> check;
    const auto addFor = [&](std::uint32_t token) {
        const int newest = newestOf(profile, token);
        if (newest < 0 || token == SCMP_ARCH_X32)
            return;
        check.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
        check.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, token, 0, 4));
        check.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
        check.push_back(jump(BPF_JMP | BPF_JGE | BPF_K, x32Bit, 2, 0));
        check.push_back(jump(BPF_JMP | BPF_JGT | BPF_K, static_cast<std::uint32_t>(newest), 0, 1));
        check.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS));
    };
    addFor(findNative()->token);
    for (const std::string &name : profile.architectures) {
        const auto *known = std::ranges::find(architectures, name, &Architecture::name);
        if (known != std::end(architectures) && known->token != findNative()->token)
            addFor(known->token);
    }
    return check;
}

} // namespace

std::string_view nativeArchitecture()
{
    const Architecture *native = findNative();
    return native == std::end(architectures) ? std::string_view() : native->name;
}

Result<std::string> compileProfile(const Profile &profile, std::uint64_t capabilities,
                                   std::string_view kernel)
{
    if (nativeArchitecture().empty())
        return fail(ErrorKind::NotSupported, "seccomp profiles are not supported on this architecture");
    TRY(const std::uint32_t defaultAction, actionOf(profile.defaultAction, profile.defaultErrnoRet));
    const Filter filter(::seccomp_init(defaultAction));
    if (!filter)
        return fail(ErrorKind::InvalidArgument, "libseccomp refuses the default action {}",
                    profile.defaultAction);
    // A balanced tree instead of a chain; where libseccomp cannot, it is a chain.
    (void)::seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2);
    CHECK(addArchitectures(filter.get(), profile));
    CHECK(addRules(filter.get(), profile, defaultAction, capabilities, kernel));
    TRY(std::string program, exportProgram(filter.get()));
    if (defaultAction != SCMP_ACT_ERRNO(EPERM))
        return program;
    const std::vector<sock_filter> check = tooNewCheck(profile);
    return std::string(reinterpret_cast<const char *>(check.data()), check.size() * sizeof(sock_filter)) +
           program;
}

Result<Verdicts> verdictsOf(const Profile &profile, std::uint64_t capabilities, std::string_view kernel)
{
    using Allowed = Verdicts::Allowed;
    const auto allows = [](const std::string &action) {
        return action == "SCMP_ACT_ALLOW" || action == "SCMP_ACT_LOG";
    };
    const bool usually = allows(profile.defaultAction);
    Verdicts verdicts{.otherwise = usually ? Allowed::Always : Allowed::Never};
    for (const SyscallRule &rule : profile.syscalls) {
        TRY(const bool wanted, applies(rule, capabilities, kernel));
        if (!wanted || allows(rule.action) == usually)
            continue;
        for (const std::string &name : rule.names) {
            Allowed &allowed = verdicts.calls.emplace(name, verdicts.otherwise).first->second;
            if (rule.args.empty())
                allowed = usually ? Allowed::Never : Allowed::Always;
            else if (allowed == verdicts.otherwise)
                allowed = Allowed::Sometimes;
        }
    }
    return verdicts;
}

void tighten(Profile &profile)
{
    // socketcall hides the address family behind a pointer, where no filter can see it.
    for (SyscallRule &rule : profile.syscalls)
        std::erase_if(rule.names,
                      [](const std::string &name) { return name == "socketcall" || name == "socket"; });
    std::erase_if(profile.syscalls, [](const SyscallRule &rule) { return rule.names.empty(); });
    // The kernel looks at the low 32 bits of the family only, a comparison of libseccomp at all 64: families
    // as masked ranges. All but 38 (AF_ALG) and 40 (AF_VSOCK), to 47: the kernel has 46.
    constexpr std::pair<std::uint64_t, std::uint64_t> ranges[] = {
        {0xffffffe0, 0},  {0xfffffffc, 32}, {0xfffffffe, 36}, {0xffffffff, 39},
        {0xffffffff, 41}, {0xfffffffe, 42}, {0xfffffffc, 44}};
    for (const auto &[mask, value] : ranges)
        profile.syscalls.push_back({.names = {"socket"},
                                    .action = "SCMP_ACT_ALLOW",
                                    .args = {{0, mask, value, "SCMP_CMP_MASKED_EQ"}}});
}

} // namespace quayside::isolation::security

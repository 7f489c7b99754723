// Programs for profiles, each compiled once.
#include "engine/isolation/security/compile.h"
#include "engine/isolation/security/prepare.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace quayside::isolation::security
{
namespace
{

constexpr std::size_t maxProgramBytes = 4096 * 8; // BPF_MAXINSNS
constexpr int formatNumber = 1;                   // of the compiler: another one makes other programs

std::uint64_t hashOf(std::string_view text, std::uint64_t hash)
{
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL; // FNV-1a
    return hash;
}
constexpr std::uint64_t seeds[] = {14695981039346656037ULL, 0x9e3779b97f4a7c15ULL};

std::string kernelRelease()
{
    utsname name{};
    ::uname(&name);
    return name.release;
}

int numberOf(std::optional<Standard> standard)
{
    return standard ? 1 + static_cast<int>(*standard) : 0;
}

std::string keyOf(std::string_view profile, std::uint64_t capabilities, std::optional<Standard> standard)
{
    const scmp_version *library = ::seccomp_version();
    const std::string all = std::format("{} {}.{}.{} {} {} {:x} {}\n{}", formatNumber, library->major,
                                        library->minor, library->micro, kernelRelease(), nativeArchitecture(),
                                        capabilities, numberOf(standard), profile);
    return std::format("{:016x}{:016x}", hashOf(all, seeds[0]), hashOf(all, seeds[1]));
}

// On disk: a checksum of eight bytes, then the program.
std::string readCached(const std::string &path)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    std::string content(maxProgramBytes + 16, '\0');
    const ssize_t size = file ? ::read(file.get(), content.data(), content.size()) : -1;
    std::uint64_t checksum = 0;
    if (size <= static_cast<ssize_t>(sizeof checksum) || static_cast<std::size_t>(size) == content.size())
        return {};
    std::memcpy(&checksum, content.data(), sizeof checksum);
    content = content.substr(sizeof checksum, static_cast<std::size_t>(size) - sizeof checksum);
    return hashOf(content, seeds[0]) == checksum && content.size() % 8 == 0 ? content : std::string();
}

// A cache that cannot be written (the disk is full) is none: the program is compiled again next time.
void writeCached(const std::string &folder, const std::string &path, const std::string &program)
{
    ::mkdir(folder.c_str(), 0700);
    const std::uint64_t checksum = hashOf(program, seeds[0]);
    const std::string content =
        std::string(reinterpret_cast<const char *>(&checksum), sizeof checksum) + program;
    const std::string draft = std::format("{}.{}", path, ::getpid());
    const Fd file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file ||
        ::write(file.get(), content.data(), content.size()) != static_cast<ssize_t>(content.size()) ||
        ::rename(draft.c_str(), path.c_str()) < 0)
        ::unlink(draft.c_str());
}

Result<Fd> sealed(const std::string &program)
{
    Fd file(::memfd_create("seccomp", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file ||
        ::write(file.get(), program.data(), program.size()) != static_cast<ssize_t>(program.size()) ||
        ::fcntl(file.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK) < 0)
        return failErrno(errno, "keeping the seccomp program in memory");
    return file;
}

Result<Profile> profileOf(std::string_view json, std::optional<Standard> standard)
{
    TRY(Profile profile, parseProfile(json, nativeArchitecture()));
    if (standard)
        tighten(profile);
    if (standard == Standard::Lab)
        openForLab(profile);
    return profile;
}

Result<std::string> compile(std::string_view json, std::uint64_t capabilities,
                            std::optional<Standard> standard)
{
    TRY(const Profile profile, profileOf(json, standard));
    TRY(std::string program, compileProfile(profile, capabilities, kernelRelease()));
    if (program.size() > maxProgramBytes)
        return fail(ErrorKind::InvalidArgument,
                    "the seccomp profile makes a program of {} instructions, over the "
                    "kernel's limit of 4096",
                    program.size() / 8);
    return program;
}

} // namespace

Result<> checkSeccompProfile(std::string_view json)
{
    // Compiled for no capabilities: rules that need some are read all the same.
    return compile(json, 0, std::nullopt).transform([](const std::string &) {});
}

Result<Fd> SeccompPrograms::standard(std::uint64_t capabilities, Standard standard)
{
    return program(defaultProfileJson, capabilities, standard);
}

Result<Fd> SeccompPrograms::custom(std::string_view profileJson, std::uint64_t capabilities)
{
    return program(profileJson, capabilities, std::nullopt);
}

Result<Fd> SeccompPrograms::program(std::string_view profileJson, std::uint64_t capabilities,
                                    std::optional<Standard> standard)
{
    if (profileJson.size() > maxProfileBytes)
        return fail(ErrorKind::TooLarge, "a seccomp profile may have at most {} bytes", maxProfileBytes);
    const std::string key = keyOf(profileJson, capabilities, standard);
    const std::scoped_lock lock(m_mutex);
    auto known = m_programs.find(key);
    if (known == m_programs.end()) {
        const std::string path = m_folder + "/" + key;
        std::string bytes = m_folder.empty() ? std::string() : readCached(path);
        if (bytes.empty()) {
            TRY(bytes, compile(profileJson, capabilities, standard));
            if (!m_folder.empty())
                writeCached(m_folder, path, bytes);
        }
        TRY(Fd file, sealed(bytes));
        if (m_programs.size() >= 64) // as many as users have thought of sets of capabilities
            m_programs.clear();
        known = m_programs.emplace(key, std::move(file)).first;
    }
    Fd copy(::fcntl(known->second.get(), F_DUPFD_CLOEXEC, 0));
    if (!copy)
        return failErrno(errno, "handing out the seccomp program");
    return copy;
}

Result<RefusedCalls> refusedCalls(std::string_view profileJson, std::uint64_t capabilities, Standard standard)
{
    constexpr int numbers = 1024; // more than any architecture has system calls
    TRY(const Profile profile,
        profileJson.empty() ? profileOf(defaultProfileJson, standard) : profileOf(profileJson, std::nullopt));
    TRY(const Verdicts verdicts, verdictsOf(profile, capabilities, kernelRelease()));
    RefusedCalls refused;
    for (int number = 0; number < numbers; ++number) {
        const std::unique_ptr<char, decltype([](char *text) { ::free(text); })> name(
            ::seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number));
        if (!name)
            continue;
        const auto known = verdicts.calls.find(name.get());
        const auto allowed = known == verdicts.calls.end() ? verdicts.otherwise : known->second;
        if (allowed == Verdicts::Allowed::Never)
            refused.denied.emplace_back(name.get());
        else if (allowed == Verdicts::Allowed::Sometimes)
            refused.conditional.emplace_back(name.get());
    }
    std::ranges::sort(refused.denied);
    std::ranges::sort(refused.conditional);
    return refused;
}

Result<std::shared_ptr<const RefusedCalls>> RefusalLists::of(std::string_view profileJson,
                                                             std::uint64_t capabilities, Standard standard)
{
    constexpr std::size_t mostLists = 16; // each keeps its profile, which may have 1 MiB
    auto key = std::tuple(std::string(profileJson), capabilities, standard);
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_lists.find(key); known != m_lists.end())
            return known->second;
    }
    TRY(RefusedCalls refused, refusedCalls(profileJson, capabilities, standard));
    auto list = std::make_shared<const RefusedCalls>(std::move(refused));
    const std::scoped_lock lock(m_mutex);
    if (m_lists.size() >= mostLists)
        m_lists.clear();
    m_lists.insert_or_assign(std::move(key), list);
    return list;
}

} // namespace quayside::isolation::security

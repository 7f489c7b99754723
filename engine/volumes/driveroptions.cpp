#include "engine/volumes/driveroptions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <ranges>
#include <string_view>
#include <sys/mount.h>
#include <vector>

namespace quayside::volumes
{

namespace
{

struct FlagWord {
    std::string_view word;
    unsigned long set, clear;
};
constexpr auto flagWords = std::to_array<FlagWord>({
    {"ro", MS_RDONLY, 0},
    {"rw", 0, MS_RDONLY},
    {"noexec", MS_NOEXEC, 0},
    {"exec", 0, MS_NOEXEC},
    {"nosuid", MS_NOSUID, 0},
    {"suid", 0, MS_NOSUID},
    {"nodev", MS_NODEV, 0},
    {"noatime", MS_NOATIME, 0},
    {"nodiratime", MS_NODIRATIME, 0},
    {"relatime", MS_RELATIME, 0},
});

bool isNumber(std::string_view text, int base, unsigned long long most)
{
    unsigned long long number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return error == std::errc() && rest == text.data() + text.size() && number <= most;
}

// tmpfs(5). Sizes may end with k, m, g, or % of the memory.
bool isTmpfsOption(std::string_view name, std::string_view value)
{
    constexpr auto most = static_cast<unsigned long long>(INT64_MAX);
    if (name == "mode")
        return isNumber(value, 8, 07777);
    if (name == "uid" || name == "gid")
        return isNumber(value, 10, 65535); // ids of the container's
    if (name != "size" && name != "nr_blocks" && name != "nr_inodes")
        return false;
    if (!value.empty() && std::string_view("kKmMgG%").contains(value.back()))
        value.remove_suffix(1);
    return isNumber(value, 10, most);
}

bool applyFlag(std::string_view word, Backing &backing)
{
    const auto known = std::ranges::find(flagWords, word, &FlagWord::word);
    if (known == flagWords.end())
        return false;
    backing.flags = (backing.flags | known->set) & ~known->clear;
    return true;
}

Result<Backing> tmpfs(const std::string &words)
{
    Backing backing{.kind = Backing::Kind::Tmpfs};
    for (const auto part : std::views::split(words, ',')) {
        const std::string_view word(part.begin(), part.end());
        const std::size_t equals = std::min(word.find('='), word.size());
        if (word.empty() || applyFlag(word, backing))
            continue;
        if (equals == word.size() || !isTmpfsOption(word.substr(0, equals), word.substr(equals + 1)))
            return fail(ErrorKind::InvalidArgument, "invalid option o: tmpfs does not know \"{}\"", word);
        backing.options += (backing.options.empty() ? "" : ",") + std::string(word);
    }
    return backing;
}

Result<Backing> bind(const std::string &device, const std::string &words)
{
    Backing backing{.kind = Backing::Kind::Bind, .device = device};
    if (device.front() != '/' || device.find('\0') != std::string::npos)
        return fail(ErrorKind::InvalidArgument, "invalid option device: \"{}\" is not an absolute path",
                    device);
    for (const auto part : std::views::split(words, ',')) {
        const std::string_view word(part.begin(), part.end());
        if (word == "bind" || word == "rbind")
            backing.recursive = word == "rbind";
        else if (word == "private" || word == "rprivate" || word.empty())
            continue; // they are in any case
        else if (!applyFlag(word, backing))
            return fail(ErrorKind::InvalidArgument, "invalid option o: a bind does not know \"{}\"", word);
    }
    return backing;
}

bool asksForBind(const std::string &words)
{
    return std::ranges::any_of(std::views::split(words, ','), [](const auto part) {
        const std::string_view word(part.begin(), part.end());
        return word == "bind" || word == "rbind";
    });
}

} // namespace

Result<Backing> backingOf(const std::map<std::string, std::string> &options)
{
    if (options.empty())
        return Backing{};
    for (const auto &[name, value] : options)
        if (name == "size")
            return fail(
                ErrorKind::NotSupported,
                "the option size is not supported: a volume has no quota; type=tmpfs with o=size= has one");
        else if (name != "type" && name != "device" && name != "o")
            return fail(ErrorKind::InvalidArgument, "invalid option: \"{}\"", name);
    const auto value = [&](const char *name) {
        const auto found = options.find(name);
        return found == options.end() ? std::string() : found->second;
    };
    for (const char *needed : {"type", "device"})
        if (value(needed).empty())
            return fail(ErrorKind::InvalidArgument, "missing required option: \"{}\"", needed);
    const std::string type = value("type"), words = value("o");
    if (type == "tmpfs")
        return tmpfs(words);
    if ((type == "none" || type == "bind") && asksForBind(words))
        return bind(value("device"), words);
    if (type == "none" || type == "bind")
        return fail(ErrorKind::InvalidArgument, "type={} needs o=bind", type);
    return fail(ErrorKind::NotSupported,
                "volumes of type \"{}\" are not supported: the engine mounts no network file systems and no "
                "devices. Mount it on the host and use type=none,o=bind with its folder",
                type);
}

} // namespace quayside::volumes

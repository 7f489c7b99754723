// FROM --platform: RedundantTargetPlatform, FromPlatformFlagConstDisallowed, InvalidBaseImagePlatform,
// DL3029.
#include "engine/dockerfile/linter/findings.h"

#include <algorithm>
#include <array>
#include <format>

namespace quayside::dockerfile
{

namespace
{

// Those that Go knows, which containerd's platforms package takes as such.
constexpr std::array<std::string_view, 17> systems{
    "aix",   "android", "darwin", "dragonfly", "freebsd", "hurd",    "illumos", "ios", "js",
    "linux", "nacl",    "netbsd", "openbsd",   "plan9",   "solaris", "windows", "zos"};
constexpr std::array<std::string_view, 18> architectures{
    "386",   "amd64",   "arm",   "arm64",   "loong64", "mips",  "mips64", "mips64le", "mipsle",
    "ppc64", "ppc64le", "riscv", "riscv64", "s390",    "s390x", "sparc",  "sparc64",  "wasm"};

struct Platform {
    std::string system, architecture;
};

std::string normalArchitecture(std::string_view name)
{
    const auto lower = lowered(name);
    if (lower == "x86_64" || lower == "x86-64")
        return "amd64";
    if (lower == "i386" || lower == "i686")
        return "386";
    if (lower == "aarch64")
        return "arm64";
    return lower == "armhf" || lower == "armel" ? "arm" : lower;
}

std::optional<Platform> parsePlatform(std::string_view text)
{
    const auto slash = text.find('/');
    const auto first = lowered(text.substr(0, slash));
    if (slash == text.npos) {
        if (std::ranges::find(systems, first) != systems.end())
            return Platform{first, {}};
        const auto architecture = normalArchitecture(first);
        if (std::ranges::find(architectures, architecture) == architectures.end())
            return std::nullopt;
        return Platform{"linux", architecture};
    }
    auto rest = text.substr(slash + 1);
    rest = rest.substr(0, rest.find('/'));
    if (first.empty() || rest.empty())
        return std::nullopt;
    return Platform{first, normalArchitecture(rest)};
}

// The flag with the white space behind it.
Fix withoutFlag(const Document &document, const Word &flag)
{
    const auto end = std::min(document.text.find_first_not_of(" \t", document.offset(flag.range.end)),
                              document.text.size());
    return fixOf("Remove --platform", document.range(document.offset(flag.range.start), end), "");
}

void flag(Findings &findings, const StageView &stage)
{
    const auto *flag = stage.from->flag("platform");
    if (flag == nullptr)
        return;
    const auto value = stage.from->flagText("platform");
    const auto fix = withoutFlag(findings.document, *flag);
    if (value == "$TARGETPLATFORM" || value == "${TARGETPLATFORM}")
        findings.add(
            "RedundantTargetPlatform", stage.from, flag->range,
            std::format(
                "Setting platform to predefined {} in FROM is redundant as this is the default behavior",
                value),
            {fix});
    if (value.find('$') == value.npos)
        if (const auto platform = parsePlatform(value);
            platform && !stage.name.contains(platform->system) &&
            (platform->architecture.empty() || !stage.name.contains(platform->architecture)))
            findings.add("FromPlatformFlagConstDisallowed", stage.from, flag->range,
                         std::format("FROM --platform flag should not use constant value \"{}\"", value),
                         {fix});
    if (value.find("BUILDPLATFORM") == value.npos && value.find("TARGETPLATFORM") == value.npos)
        findings.add("DL3029", stage.from, flag->range, "Do not use --platform flag with FROM", {fix});
}

void baseImage(Findings &findings, const StageView &stage)
{
    const auto &options = findings.options;
    if (!options.image || options.platform.empty() || stage.base.empty() || stage.parent >= 0 ||
        stage.base.contains('$') || stage.base == "scratch")
        return;
    auto expected = std::string(stage.from->flagText("platform"));
    if (expected.empty() || expected == "$TARGETPLATFORM" || expected == "${TARGETPLATFORM}")
        expected = options.platform;
    const auto facts = options.image(stage.base);
    if (!facts || facts->platform.empty() || expected.contains('$'))
        return;
    const auto wanted = parsePlatform(expected), actual = parsePlatform(facts->platform);
    if (wanted && actual &&
        (wanted->system != actual->system || wanted->architecture != actual->architecture))
        findings.add(
            "InvalidBaseImagePlatform", stage.from, stage.from->node->words[0].range,
            std::format("Base image {} was pulled with platform \"{}\", expected \"{}\" for current build",
                        stage.base, facts->platform, expected));
}

} // namespace

void checkPlatforms(Findings &findings)
{
    for (const auto &stage : findings.document.stages) {
        flag(findings, stage);
        baseImage(findings, stage);
    }
}

} // namespace quayside::dockerfile

// yum, dnf and zypper: DL3030, DL3032, DL3033, DL3034 to DL3038, DL3040, DL3041.
#include "engine/dockerfile/linter/runs.h"

#include <algorithm>
#include <format>

namespace quayside::dockerfile
{

namespace
{

bool isDnf(const ShellCommand &command)
{
    return command.name == "dnf" || command.name == "microdnf";
}

bool isVersionPart(std::string_view part)
{
    return std::ranges::all_of(part, [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || std::string_view(".~^_:+").contains(c);
    });
}

// "name-1.2-3": of what follows the first dash one part begins with a digit, and none has what a version
// never has.
bool hasVersion(const std::string &package)
{
    if (package.ends_with(".rpm") || package.contains('$') || package.contains('/') || package.contains('='))
        return true;
    auto dash = package.find('-');
    for (; dash != std::string::npos; dash = package.find('-', dash + 1))
        if (dash + 1 < package.size() && std::isdigit(static_cast<unsigned char>(package[dash + 1])))
            return isVersionPart(
                std::string_view(package).substr(dash + 1, package.find('-', dash + 1) - dash - 1));
    return false;
}

void versions(Findings &findings, const Step &step, const ShellCommand &command, std::string_view id)
{
    const bool module = command.has({"module"});
    if (command.has({"group", "groupinstall"}))
        return;
    for (const auto *package :
         command.operands({"c", "enablerepo", "disablerepo", "installroot", "releasever", "setopt"})) {
        if (package->text == "install" || package->text == "module" || package->text.starts_with('@') ||
            (module ? package->text.contains(':') : hasVersion(package->text)))
            continue;
        findings.add(
            id, &step,
            findings.document.place(step, *package).value_or(commandRange(findings.document, step, command)),
            std::format("Specify version with `{} install -y <package>-<version>`.",
                        command.name == "yum" ? "yum" : "dnf"));
        return;
    }
}

void yumOrDnf(Findings &findings, const Step &step, const ShellCommand &command)
{
    const bool yum = command.name == "yum";
    if (!command.has({"install", "groupinstall", "localinstall"}))
        return;
    if (!command.hasFlag({"y", "assumeyes"}))
        findings.add(yum ? "DL3030" : "DL3038", &step, commandRange(findings.document, step, command),
                     std::format("Use the -y switch to avoid manual input `{} install -y <package>`",
                                 yum ? "yum" : "dnf"),
                     {flagBehind(findings.document, step, command,
                                 {"install", "groupinstall", "localinstall"}, "-y")});
    if (command.has({"install"}))
        versions(findings, step, command, yum ? "DL3033" : "DL3041");
}

bool yumInstalls(const ShellCommand &command)
{
    return command.name == "yum" && command.has({"install"});
}

bool dnfInstalls(const ShellCommand &command)
{
    return isDnf(command) &&
           command.has({"install", "in", "upgrade", "up", "upgrade-minimal", "up-min", "reinstall", "rei"});
}

bool zypperInstalls(const ShellCommand &command)
{
    return command.name == "zypper" && command.has({"install", "in"});
}

bool removes(const ShellCommand &command, std::string_view folder)
{
    return command.name == "rm" && std::ranges::any_of(command.arguments, [&](const ShellWord &word) {
               return word.text.starts_with(folder) || word.text == "/var/cache/*" ||
                      word.text == "/var/cache";
           });
}

bool yumCleans(const ShellCommand &command)
{
    return (command.name == "yum" && command.has({"clean"}) && command.has({"all"})) ||
           removes(command, "/var/cache/yum");
}

bool dnfCleans(const ShellCommand &command)
{
    return (isDnf(command) && command.has({"clean"}) && command.has({"all"})) ||
           removes(command, "/var/cache/dnf") || removes(command, "/var/cache/libdnf5") ||
           removes(command, "/var/cache/yum");
}

bool zypperCleans(const ShellCommand &command)
{
    return (command.name == "zypper" && command.has({"clean", "cc"})) || removes(command, "/var/cache/zypp");
}

struct Cleaning {
    std::string_view id, message;
    CommandTest installs, cleans;
    std::string command;
    std::initializer_list<std::string_view> mounts;
};

void cleaning(Findings &findings, const Step &step, const Cleaning &rule)
{
    const auto first = std::ranges::find_if(findings.document.run(step).commands, rule.installs);
    if (first == findings.document.run(step).commands.end() ||
        cleansAfter(findings.document.run(step), rule.installs, rule.cleans) ||
        std::ranges::any_of(rule.mounts, [&](auto path) { return hasMountAt(step, path); }))
        return;
    const auto fix = rule.command.empty() ? first->name + " clean all" : rule.command;
    findings.add(rule.id, &step, commandRange(findings.document, step, *first), std::string(rule.message),
                 {alsoRun(findings.document, step, fix)});
}

void zypper(Findings &findings, const Step &step, const ShellCommand &command)
{
    const auto range = commandRange(findings.document, step, command);
    const auto asks = {"install", "in", "remove", "rm", "source-install", "si", "patch"};
    const bool asking = std::ranges::any_of(asks, [&](std::string_view word) { return command.has({word}); });
    if (asking && !command.hasFlag({"non-interactive", "n", "no-confirm", "y"})) {
        const auto place = findings.document.place(step, command.nameWord);
        findings.add(
            "DL3034", &step, range,
            "Non-interactive switch missing from `zypper` command: `zypper install -y`",
            {place ? fixOf("Add --non-interactive", Range{place->end, place->end}, " --non-interactive")
                   : Fix{}});
    }
    if (command.has({"dist-upgrade", "dup"}))
        findings.add("DL3035", &step, range, "Do not use `zypper dist-upgrade`.");
    if (!zypperInstalls(command))
        return;
    for (const auto *package : command.operands({"r", "repo", "from", "t", "type"})) {
        const auto &name = package->text;
        if (name == "install" || name == "in" || name.find_first_of("=<>$") != name.npos ||
            name.ends_with(".rpm"))
            continue;
        findings.add("DL3037", &step, findings.document.place(step, *package).value_or(range),
                     "Specify version with `zypper install -y <package>=<version>`.");
        return;
    }
}

} // namespace

void checkRpm(Findings &findings)
{
    static const Cleaning rules[] = {
        {"DL3032",
         "`yum clean all` missing after yum command.",
         yumInstalls,
         yumCleans,
         "yum clean all",
         {"/var/cache/yum"}},
        {"DL3036",
         "`zypper clean` missing after zypper use.",
         zypperInstalls,
         zypperCleans,
         "zypper clean",
         {"/var/cache/zypp"}},
        {"DL3040",
         "`dnf clean all` missing after dnf command.",
         dnfInstalls,
         dnfCleans,
         "",
         {"/var/cache/libdnf5", "/var/cache/dnf", ".cache/libdnf5"}},
    };
    for (const auto &step : findings.document.steps)
        for (const auto &rule : rules)
            cleaning(findings, step, rule);
    forEachCommand(findings, [&](const Step &step, const ShellCommand &command) {
        if (command.name == "yum" || isDnf(command))
            yumOrDnf(findings, step, command);
        if (command.name == "zypper")
            zypper(findings, step, command);
    });
}

} // namespace quayside::dockerfile

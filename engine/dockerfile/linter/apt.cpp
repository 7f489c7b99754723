// apt and apk: DL3008, DL3009, DL3014, DL3015, DL3018, DL3019, DL3027.
#include "engine/dockerfile/linter/runs.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

bool isInstall(const ShellCommand &command)
{
    return command.name == "apt-get" && command.has({"install"});
}

bool isUpdate(const ShellCommand &command)
{
    const bool apt = command.name == "apt" || command.name == "apt-get" || command.name == "aptitude";
    return apt && command.has({"update"});
}

bool removesLists(const ShellCommand &command)
{
    if (command.name == "apt-get" && command.has({"dist-clean", "distclean"}))
        return true;
    const bool removes = command.name == "rm" || command.name == "find";
    return removes && std::ranges::any_of(command.arguments, [](const ShellWord &word) {
               return word.text.starts_with("/var/lib/apt") || word.text == "/var/lib";
           });
}

bool isPinned(const std::string &package)
{
    return package.contains('=') || package.contains('/') || package.ends_with(".deb") ||
           package.starts_with('$');
}

void versions(Findings &findings, const Step &step, const ShellCommand &command)
{
    for (const auto *package : command.operands({"t", "target-release", "o", "option", "c"}))
        if (package->text != "install" && !isPinned(package->text)) {
            findings.add("DL3008", &step,
                         findings.document.place(step, *package)
                             .value_or(commandRange(findings.document, step, command)),
                         "Pin versions in apt get install. Instead of `apt-get install <package>` use "
                         "`apt-get install "
                         "<package>=<version>`");
            return;
        }
}

void install(Findings &findings, const Step &step, const ShellCommand &command)
{
    const auto range = commandRange(findings.document, step, command);
    versions(findings, step, command);
    const bool quietTwice =
        command.countFlag("q") > 1 || command.countFlag("quiet") > 1 || command.has({"-q=2"});
    if (!command.hasFlag({"y", "yes", "assume-yes", "qq"}) && !quietTwice)
        findings.add("DL3014", &step, range,
                     "Use the `-y` switch to avoid manual input `apt-get -y install <package>`",
                     {flagBehind(findings.document, step, command, {"install"}, "-y")});
    const bool without = command.hasFlag({"no-install-recommends"}) ||
                         command.has({"APT::Install-Recommends=false", "APT::Install-Recommends=0"});
    if (!without)
        findings.add("DL3015", &step, range,
                     "Avoid additional packages by specifying `--no-install-recommends`",
                     {flagBehind(findings.document, step, command, {"install"}, "--no-install-recommends")});
}

void lists(Findings &findings, const Step &step)
{
    if (!hasCommand(findings.document.run(step), isUpdate) ||
        hasCommand(findings.document.run(step), removesLists) || hasMountAt(step, "/var/lib/apt"))
        return;
    const auto update = std::ranges::find_if(findings.document.run(step).commands, isUpdate);
    findings.add("DL3009", &step, commandRange(findings.document, step, *update),
                 "Delete the apt lists (/var/lib/apt/lists) after installing something",
                 {alsoRun(findings.document, step, "rm -rf /var/lib/apt/lists/*")});
}

void apk(Findings &findings, const Step &step, const ShellCommand &command)
{
    const auto &document = findings.document;
    for (const auto *package : command.operands({"t", "virtual", "repository", "X"})) {
        const auto &name = package->text;
        if (name == "add" || name.find_first_of("=~<>") != name.npos || name.ends_with(".apk") ||
            name.starts_with('$'))
            continue;
        findings.add(
            "DL3018", &step, document.place(step, *package).value_or(commandRange(document, step, command)),
            "Pin versions in apk add. Instead of `apk add <package>` use `apk add <package>=<version>`");
        break;
    }
    if (!command.hasFlag({"no-cache"}) && !hasMountAt(step, "/var/cache/apk"))
        findings.add("DL3019", &step, commandRange(document, step, command),
                     "Use the `--no-cache` switch to avoid the need to use `--update` and remove "
                     "`/var/cache/apk/*` when "
                     "done installing packages",
                     {flagBehind(document, step, command, {"add"}, "--no-cache")});
}

} // namespace

void checkApt(Findings &findings)
{
    const auto &document = findings.document;
    forEachCommand(findings, [&](const Step &step, const ShellCommand &command) {
        if (isInstall(command))
            install(findings, step, command);
        if (command.name == "apk" && command.has({"add"}))
            apk(findings, step, command);
        if (command.name == "apt") {
            const auto place = document.place(step, command.nameWord);
            findings.add(
                "DL3027", &step, commandRange(document, step, command),
                "Do not use apt as it is meant to be an end-user tool, use apt-get or apt-cache instead",
                {fixOf("Use apt-get", place, "apt-get")});
        }
    });
    for (const auto &step : document.steps)
        if (step.is("run") &&
            (step.onbuild || step.stage < 0 || document.stages[static_cast<std::size_t>(step.stage)].kept))
            lists(findings, step);
}

} // namespace quayside::dockerfile

// Commands of a RUN in general: DL3001, DL3003, DL3004, DL3046, DL3047, DL3059, DL4001, DL4005, DL4006.
#include "engine/dockerfile/linter/runs.h"

#include <algorithm>
#include <array>
#include <format>

namespace quayside::dockerfile
{

namespace
{

constexpr std::array<std::string_view, 10> outOfPlace{"free",    "ifconfig", "kill", "mount", "ps",
                                                      "service", "shutdown", "ssh",  "top",   "vim"};

void useless(Findings &findings, const Step &step, const ShellCommand &command)
{
    if (std::ranges::find(outOfPlace, command.name) != outOfPlace.end())
        findings.add(
            "DL3001", &step, commandRange(findings.document, step, command),
            std::format(
                "For some bash commands it makes no sense running them in a Docker container like "
                "`ssh`, `vim`, `shutdown`, `service`, `ps`, `free`, `top`, `kill`, `mount`, `ifconfig`: "
                "found `{}`",
                command.name));
}

Fix withoutSudo(const Document &document, const Step &step, const ShellCommand &command)
{
    const auto name = document.place(step, command.nameWord);
    if (!name || command.arguments.empty() || command.arguments[0].text.starts_with('-') ||
        command.arguments[0].text.contains('='))
        return {};
    const auto next = document.place(step, command.arguments[0]);
    return next ? fixOf("Remove sudo", Range{name->start, next->start}, "") : Fix{};
}

void single(Findings &findings, const Step &step, const ShellCommand &command)
{
    const auto &document = findings.document;
    const auto range = [&] { return commandRange(document, step, command); };
    if (command.name == "cd" && !step.onbuild)
        findings.add("DL3003", &step, range(), "Use WORKDIR to switch to a directory");
    if (command.name == "sudo")
        findings.add(
            "DL3004", &step, range(),
            "Do not use sudo as it leads to unpredictable behavior. Use a tool like gosu to enforce root",
            {withoutSudo(document, step, command)});
    if (command.name == "useradd") {
        const auto *uid = command.flagValue({"u", "uid"});
        if (uid != nullptr && uid->size() > 5 && !uid->contains('$') &&
            !command.hasFlag({"l", "no-log-init"})) {
            const auto place = document.place(step, command.nameWord);
            findings.add("DL3046", &step, range(),
                         "`useradd` without flag `-l` and high UID will result in excessively large Image.",
                         {place ? fixOf("Add -l", Range{place->end, place->end}, " -l") : Fix{}});
        }
    }
    if (command.name == "wget" && !command.arguments.empty() &&
        !command.has({"-nv", "--help", "--version"}) &&
        !command.hasFlag(
            {"progress", "q", "quiet", "o", "output-file", "a", "append-output", "no-verbose"})) {
        const auto place = document.place(step, command.nameWord);
        findings.add(
            "DL3047", &step, range(),
            "Avoid use of wget without progress bar. Use `wget --progress=dot:giga <url>`. Or consider using "
            "`-q` or `-nv` (shorthands for `--quiet` or `--no-verbose`).",
            {place ? fixOf("Add --progress=dot:giga", Range{place->end, place->end}, " --progress=dot:giga")
                   : Fix{}});
    }
    if (command.name == "ln" && command.has({"/bin/sh"}))
        findings.add("DL4005", &step, range(), "Use SHELL to change the default shell");
}

bool sameFlags(const Node &a, const Node &b)
{
    return std::ranges::equal(a.flags, b.flags, {}, &Word::text, &Word::text);
}

// Both in the form of a shell, nothing between them.
Fix merged(const Document &document, const Step &above, const Step &step)
{
    const bool plain = !above.node->json && !step.node->json && above.node->heredocs.empty() &&
                       step.node->heredocs.empty() && step.node->comments.empty() &&
                       document.isPlaced(above) && document.isPlaced(step);
    const auto between = document.slice({above.node->head.end, step.node->head.start});
    if (!plain || between.find_first_not_of(" \t\r\n") != between.npos ||
        document.run(above).commands.empty())
        return {};
    const Range range{above.node->head.end, step.node->words[0].range.start};
    return fixOf("Make one RUN of both", range, std::format(" {}\n    && ", document.tree.escape));
}

void consecutive(Findings &findings)
{
    const Step *above = nullptr;
    for (const auto &step : findings.document.steps) {
        if (!step.is("run") || step.onbuild) {
            above = nullptr;
            continue;
        }
        const bool chained = findings.document.run(step).own() > 1 ||
                             (above != nullptr && findings.document.run(*above).own() > 1);
        if (above == nullptr || chained || !sameFlags(*above->node, *step.node)) {
            above = &step;
            continue;
        }
        findings.add("DL3059", &step, step.keywordRange(),
                     "Multiple consecutive `RUN` instructions. Consider consolidation.",
                     {merged(findings.document, *above, step)});
        above = &step;
    }
}

bool setsPipefail(const Step &shell)
{
    const auto &words = shell.node->words;
    if (words.empty())
        return false;
    const auto name = lowered(words[0].text);
    if (name.contains("pwsh") || name.contains("powershell") || name.contains("cmd"))
        return true; // has no such option
    const bool knows = name.ends_with("bash") || name.ends_with("zsh") || name.ends_with("ash");
    return knows && std::ranges::any_of(words, [](const Word &word) { return word.text == "pipefail"; });
}

bool setsItself(const ShellScript &script)
{
    return hasCommand(script, [](const ShellCommand &c) { return c.name == "set" && c.has({"pipefail"}); });
}

void pipes(Findings &findings, const Step &step)
{
    if (!findings.document.run(step).pipes || setsItself(findings.document.run(step)))
        return;
    const auto start = step.outer->range.start;
    findings.add(
        "DL4006", &step, step.keywordRange(),
        "Set the SHELL option -o pipefail before RUN with a pipe in it. If you are using /bin/sh in an "
        "alpine "
        "image or if your shell is symlinked to busybox then consider explicitly setting your SHELL to "
        "/bin/ash, or disable this check",
        {fixOf("Set bash with pipefail above", Range{start, start},
               "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\n")});
}

void downloaders(Findings &findings, const Step &step, bool &wget, bool &curl)
{
    const auto uses = [&](std::string_view name) {
        return hasCommand(findings.document.run(step),
                          [&](const ShellCommand &command) { return command.name == name; });
    };
    const bool hasWget = uses("wget"), hasCurl = uses("curl");
    wget |= hasWget;
    curl |= hasCurl;
    if ((hasWget || hasCurl) && wget && curl)
        findings.add("DL4001", &step, step.keywordRange(), "Either use Wget or Curl but not both");
}

void inStages(Findings &findings)
{
    const auto &document = findings.document;
    std::vector<char> pipefail;
    for (const auto &stage : document.stages) {
        bool set = stage.parent >= 0 && pipefail[static_cast<std::size_t>(stage.parent)] != 0;
        bool wget = false, curl = false;
        for (const auto &step : document.stepsOf(stage)) {
            if (step.is("shell") && !step.onbuild)
                set = setsPipefail(step);
            if (!step.is("run"))
                continue;
            downloaders(findings, step, wget, curl);
            if (!set && !step.onbuild)
                pipes(findings, step);
        }
        pipefail.push_back(set ? 1 : 0);
    }
}

} // namespace

void checkCommands(Findings &findings)
{
    forEachCommand(findings, [&](const Step &step, const ShellCommand &command) {
        useless(findings, step, command);
        single(findings, step, command);
    });
    consecutive(findings);
    inStages(findings);
}

} // namespace quayside::dockerfile

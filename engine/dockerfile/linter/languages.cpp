// Package managers of languages: DL3013, DL3016, DL3028, DL3042, DL3060, DL3062.
#include "engine/dockerfile/linter/runs.h"

#include <algorithm>
#include <array>

namespace quayside::dockerfile
{

namespace
{

bool isPip(const ShellCommand &command)
{
    const bool direct = command.name.starts_with("pip") && !command.name.starts_with("pipenv");
    const bool module = command.name.starts_with("python") && command.has({"-m"}) && command.has({"pip"});
    return (direct || module) && command.has({"install"});
}

// What follows "install", without flags and their values.
std::vector<const ShellWord *> installed(const ShellCommand &command,
                                         std::initializer_list<std::string_view> verbs,
                                         std::initializer_list<std::string_view> valueFlags)
{
    auto words = command.operands(valueFlags);
    const auto verb = std::ranges::find_if(
        words, [&](const ShellWord *word) { return std::ranges::find(verbs, word->text) != verbs.end(); });
    words.erase(words.begin(), verb == words.end() ? words.end() : std::next(verb));
    return words;
}

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> prefixes)
{
    return std::ranges::any_of(prefixes, [&](auto prefix) { return text.starts_with(prefix); });
}

bool endsWithAny(std::string_view text, std::initializer_list<std::string_view> endings)
{
    return std::ranges::any_of(endings, [&](auto ending) { return text.ends_with(ending); });
}

void report(Findings &findings, std::string_view id, const Step &step, const ShellCommand &command,
            const ShellWord &word, std::string message)
{
    findings.add(id, &step,
                 findings.document.place(step, word).value_or(commandRange(findings.document, step, command)),
                 std::move(message));
}

bool isPinnedPython(std::string_view package)
{
    const bool vcs = startsWithAny(package, {"git+", "git:", "hg+", "svn+", "svn:", "bzr+"});
    if (vcs)
        return package.contains('@');
    return package.find_first_of("<>") != package.npos || package.contains("==") || package.contains("!=") ||
           package.contains("~=") || package.contains('/') || package.starts_with('$') ||
           endsWithAny(package, {".whl", ".tar.gz", ".zip"});
}

void pip(Findings &findings, const Step &step, const ShellCommand &command)
{
    if (command.hasFlag({"requirement", "r", "constraint", "c"}) || command.has({"."}))
        return;
    for (const auto *package : installed(command, {"install"},
                                         {"abi",
                                          "b",
                                          "build",
                                          "e",
                                          "editable",
                                          "extra-index-url",
                                          "f",
                                          "find-links",
                                          "i",
                                          "index-url",
                                          "implementation",
                                          "no-binary",
                                          "only-binary",
                                          "platform",
                                          "prefix",
                                          "progress-bar",
                                          "proxy",
                                          "python",
                                          "python-version",
                                          "root",
                                          "root-user-action",
                                          "src",
                                          "t",
                                          "target",
                                          "trusted-host",
                                          "upgrade-strategy",
                                          "timeout",
                                          "retries",
                                          "cache-dir",
                                          "log",
                                          "config-settings",
                                          "C",
                                          "global-option"}))
        if (!isPinnedPython(package->text)) {
            report(findings, "DL3013", step, command, *package,
                   "Pin versions in pip. Instead of `pip install <package>` use `pip install "
                   "<package>==<version>` or "
                   "`pip install --requirement <requirements file>`");
            return;
        }
}

bool isTrue(std::string_view value)
{
    constexpr std::array<std::string_view, 4> words{"1", "true", "on", "yes"};
    const auto lower = lowered(unquoted(value));
    return std::ranges::find(words, lower) != words.end();
}

bool setsNoCache(const Step &step)
{
    const auto &words = step.node->words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (words[i].text == "PIP_NO_CACHE_DIR" && isTrue(words[i + 1].text))
            return true;
    return false;
}

// In the text of the RUN: "export PIP_NO_CACHE_DIR=1", or in front of a command.
bool setsNoCacheItself(const Step &step)
{
    for (const auto &word : step.node->words) {
        const auto at = word.text.find("PIP_NO_CACHE_DIR=");
        if (at != std::string::npos)
            if (const auto value = std::string_view(word.text).substr(at + 17);
                isTrue(value.substr(0, value.find_first_of(" \t;&"))))
                return true;
    }
    return false;
}

bool pipCache(Findings &findings, const StageView &stage, bool disabled)
{
    for (const auto &step : findings.document.stepsOf(stage)) {
        disabled |= step.is("env") && !step.onbuild && setsNoCache(step);
        if (disabled || !step.is("run") || setsNoCacheItself(step) || hasMountAt(step, ".cache/pip") ||
            hasMountAt(step, "=/root/.cache,"))
            continue;
        const ShellCommand *first = nullptr;
        Fix fix{"Add --no-cache-dir", {}};
        for (const auto &command : findings.document.run(step).commands) {
            if (!isPip(command) || command.name.starts_with("pipx") || command.has({"--no-cache-dir"}))
                continue;
            first = first == nullptr ? &command : first;
            std::ranges::move(
                flagBehind(findings.document, step, command, {"install"}, "--no-cache-dir").edits,
                std::back_inserter(fix.edits));
        }
        if (first != nullptr)
            findings.add("DL3042", &step, commandRange(findings.document, step, *first),
                         "Avoid use of cache directory with pip. Use `pip install --no-cache-dir <package>`",
                         {std::move(fix)});
    }
    return disabled;
}

bool isPinnedNode(std::string_view package)
{
    if (startsWithAny(package, {"git://", "git+ssh://", "git+http://", "git+https://"}))
        return package.contains('#');
    if (endsWithAny(package, {".tar", ".tar.gz", ".tgz"}) ||
        startsWithAny(package, {"/", "./", "../", "~/", "$", "http"}) || package == ".")
        return true;
    if (package.starts_with('@'))
        package.remove_prefix(std::min(package.find('/'), package.size()));
    return package.contains('@');
}

void npm(Findings &findings, const Step &step, const ShellCommand &command)
{
    const auto words = command.operands({"loglevel", "registry", "prefix", "cache"});
    if (words.empty() || words[0]->text != "install")
        return;
    for (std::size_t i = 1; i < words.size(); ++i)
        if (!isPinnedNode(words[i]->text)) {
            report(findings, "DL3016", step, command, *words[i],
                   "Pin versions in npm. Instead of `npm install <package>` use `npm install "
                   "<package>@<version>`");
            return;
        }
}

void gem(Findings &findings, const Step &step, const ShellCommand &command)
{
    if (!command.has({"install", "i"}) || command.hasFlag({"version"}) || command.has({"-v"}))
        return;
    bool option = false;
    for (const auto &word : command.arguments) {
        if (word.text == "--")
            return;
        // An option may have a value, or not: the word behind one is passed over, as in hadolint.
        if (const bool skip = std::exchange(option, word.text.starts_with('-') && !word.text.contains('='));
            skip || word.text.starts_with('-'))
            continue;
        if (word.text != "install" && word.text != "i" && !word.text.contains(':') &&
            !word.text.ends_with(".gem") && !word.text.starts_with('$')) {
            report(findings, "DL3028", step, command, word,
                   "Pin versions in gem install. Instead of `gem install <gem>` use `gem install "
                   "<gem>:<version>`");
            return;
        }
    }
}

bool isPinnedGo(std::string_view package)
{
    if (package.starts_with('.') || package.starts_with('/') || package.starts_with('$'))
        return true;
    return package.contains('@') && !endsWithAny(package, {"@latest", "@none"});
}

// Go's flags are long with one dash; these take a value.
std::vector<const ShellWord *> goOperands(const ShellCommand &command)
{
    constexpr std::array<std::string_view, 9> valueFlags{"-C",       "-exec", "-gcflags", "-ldflags", "-mod",
                                                         "-modfile", "-o",    "-p",       "-tags"};
    std::vector<const ShellWord *> result;
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
        const auto &word = command.arguments[i];
        if (!word.text.starts_with('-'))
            result.push_back(&word);
        else if (std::ranges::find(valueFlags, word.text) != valueFlags.end())
            ++i;
    }
    return result;
}

void go(Findings &findings, const Step &step, const ShellCommand &command)
{
    const auto words = goOperands(command);
    if (words.size() < 2)
        return;
    const auto &verb = words[0]->text;
    if (verb != "install" && verb != "get" && verb != "run")
        return;
    const auto end = verb == "run" ? std::size_t{2} : words.size(); // the rest is what the program gets
    for (std::size_t i = 1; i < end; ++i)
        if (!isPinnedGo(words[i]->text) && !words[i]->text.ends_with(".go")) {
            report(
                findings, "DL3062", step, command, *words[i],
                "Pin versions in go. Instead of `go install <package>` use `go install <package>@<version>`");
            return;
        }
}

bool yarnInstalls(const ShellCommand &command)
{
    return command.name == "yarn" && command.has({"install"});
}

bool yarnCleans(const ShellCommand &command)
{
    return command.name == "yarn" && command.has({"cache"}) && command.has({"clean"});
}

void yarn(Findings &findings, const Step &step)
{
    const auto install = std::ranges::find_if(findings.document.run(step).commands, yarnInstalls);
    if (install == findings.document.run(step).commands.end() ||
        cleansAfter(findings.document.run(step), yarnInstalls, yarnCleans) || hasMountAt(step, "yarn"))
        return;
    findings.add("DL3060", &step, commandRange(findings.document, step, *install),
                 "`yarn cache clean` missing after `yarn install` was run.",
                 {alsoRun(findings.document, step, "yarn cache clean")});
}

} // namespace

void checkLanguages(Findings &findings)
{
    const auto &document = findings.document;
    forEachCommand(findings, [&](const Step &step, const ShellCommand &command) {
        if (isPip(command))
            pip(findings, step, command);
        else if (command.name == "npm")
            npm(findings, step, command);
        else if (command.name == "gem")
            gem(findings, step, command);
        else if (command.name == "go")
            go(findings, step, command);
    });
    std::vector<char> noCache;
    for (const auto &stage : document.stages)
        noCache.push_back(pipCache(findings, stage,
                                   stage.parent >= 0 && noCache[static_cast<std::size_t>(stage.parent)] != 0)
                              ? 1
                              : 0);
    for (const auto &step : document.steps)
        if (step.is("run") &&
            (step.onbuild || step.stage < 0 || document.stages[static_cast<std::size_t>(step.stage)].kept))
            yarn(findings, step);
}

} // namespace quayside::dockerfile

// Paths and users: WorkdirRelativePath, CopyIgnoredFile, DL3000, DL3002, DL3020, DL3021, DL3045.
#include "engine/dockerfile/linter/findings.h"

#include <algorithm>
#include <array>
#include <format>

namespace quayside::dockerfile
{

namespace
{

constexpr std::array<std::string_view, 15> archives{".tar", ".gz",  ".bz2",  ".xz", ".tgz",
                                                    ".tb2", ".tbz", ".tbz2", ".lz", ".lzma",
                                                    ".tlz", ".txz", ".Z",    ".tZ", ".tzst"};

bool isAbsolute(std::string_view path)
{
    path = path.substr(path.starts_with('"') || path.starts_with('\'') ? 1 : 0);
    const bool drive = path.size() > 1 && std::isalpha(static_cast<unsigned char>(path[0])) && path[1] == ':';
    return path.starts_with('/') || path.starts_with('$') || path.starts_with('\\') || drive;
}

// BuildKit complains of the first of a stage, and of the stages below it; hadolint of every one.
void workdir(Findings &findings, const Step &step, bool earlier)
{
    const auto &path = step.node->words[0];
    if (isAbsolute(path.text))
        return;
    auto bare = std::string_view(path.text);
    bare.remove_prefix(std::min(bare.find_first_not_of("./"), bare.size()));
    const auto fix = path.text.find_first_of("\"' ") == std::string::npos && !path.text.starts_with("..")
                         ? fixOf(std::format("Make it /{}", bare), path.range, "/" + std::string(bare))
                         : Fix{};
    if (!earlier && !step.onbuild)
        findings.add("WorkdirRelativePath", &step, path.range,
                     std::format("Relative workdir {} can have unexpected results if the base image changes",
                                 inQuotes(path.text)),
                     {fix});
    findings.add("DL3000", &step, path.range, "Use absolute WORKDIR", {fix});
}

std::vector<const Word *> sourcesOf(const Step &step)
{
    std::vector<const Word *> result;
    const auto &words = step.node->words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        result.push_back(&words[i]);
    return result;
}

bool isUrl(std::string_view source)
{
    return source.starts_with("http://") || source.starts_with("https://") || source.starts_with("git@") ||
           source.starts_with("git://") || source.starts_with("ssh://");
}

bool isArchive(std::string_view source)
{
    return std::ranges::any_of(archives, [&](auto ending) { return source.ends_with(ending); });
}

// A path as .dockerignore's patterns want it: clean and relative.
std::string cleaned(std::string_view path)
{
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const auto part = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(part.size() + 1, path.size()));
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
    }
    std::string result;
    for (const auto part : parts)
        result += (result.empty() ? "" : "/") + std::string(part);
    return result;
}

bool hidesEverything(const IgnorePatterns &patterns)
{
    return std::ranges::any_of(patterns.patterns(), [](const auto &p) {
        return p.text == "*" || p.text == "**" || p.text == "**/*";
    });
}

// Where a pattern brings things back nobody knows what a folder still has: silent, as BuildKit.
bool mayJudge(const IgnorePatterns *patterns)
{
    return patterns != nullptr && !patterns->empty() &&
           std::ranges::none_of(patterns->patterns(), &IgnorePattern::exception);
}

void ignoredFiles(Findings &findings, const Step &step)
{
    const auto &patterns = *findings.options.ignore;
    const bool isAdd = step.is("add");
    for (const auto *source : sourcesOf(step)) {
        const auto path = unquoted(source->text);
        if (path.contains('$') || path.starts_with("<<") || (isAdd && isUrl(path)))
            continue;
        const auto clean = cleaned(path);
        if (clean.empty() ? hidesEverything(patterns) : patterns.ignored(clean))
            findings.add("CopyIgnoredFile", &step, source->range,
                         std::format("Attempting to {} file \"{}\" that is excluded by .dockerignore",
                                     isAdd ? "Add" : "Copy", clean.empty() ? "." : clean));
    }
}

void addOrCopy(Findings &findings, const Step &step)
{
    const auto plain = [](const Word *word) {
        return !isUrl(unquoted(word->text)) && !isArchive(unquoted(word->text));
    };
    if (std::ranges::any_of(sourcesOf(step), plain)) {
        const bool same = std::ranges::all_of(sourcesOf(step), plain) && step.flag("checksum") == nullptr &&
                          step.flag("keep-git-dir") == nullptr && step.flag("unpack") == nullptr;
        const auto &keyword = step.node->written;
        const bool upper = uppered(keyword.text) == keyword.text;
        findings.add("DL3020", &step, keyword.range, "Use COPY instead of ADD for files and folders",
                     {same ? fixOf("Use COPY", keyword.range, upper ? "COPY" : "copy") : Fix{}});
    }
}

void destination(Findings &findings, const Step &step, bool workdirIsSet)
{
    const auto &words = step.node->words;
    if (words.size() < 2)
        return;
    const auto &last = words.back();
    const auto path = unquoted(last.text);
    if (words.size() > 2 && !path.ends_with('/')) {
        const bool bare = path.size() == last.text.size() && !step.node->json;
        findings.add("DL3021", &step, last.range,
                     "COPY with more than 2 arguments requires the last argument to end with /",
                     {bare ? fixOf("End it with /", Range{last.range.end, last.range.end}, "/") : Fix{}});
    }
    if (!workdirIsSet && !isAbsolute(path))
        findings.add("DL3045", &step, last.range, "`COPY` to a relative destination without `WORKDIR` set.");
}

bool isRoot(std::string_view user)
{
    return user == "root" || user == "0" || user.starts_with("root:") || user.starts_with("0:");
}

// Whether its last USER leaves a stage with root.
void lastUser(Findings &findings, const StageView &stage)
{
    const Step *last = nullptr;
    for (const auto &step : findings.document.stepsOf(stage))
        if (step.is("user") && !step.onbuild)
            last = &step;
    if (last != nullptr && !last->node->words.empty() && isRoot(last->word(0)))
        findings.add("DL3002", last, last->node->words[0].range, "Last USER should not be root");
}

bool checkStage(Findings &findings, const StageView &stage, bool workdirIsSet)
{
    for (const auto &step : findings.document.stepsOf(stage)) {
        if (step.node->words.empty())
            continue;
        if (step.is("workdir")) {
            workdir(findings, step, workdirIsSet);
            workdirIsSet |= !step.onbuild;
        } else if (step.is("copy")) {
            destination(findings, step, workdirIsSet);
        } else if (step.is("add")) {
            addOrCopy(findings, step);
        }
        if (mayJudge(findings.options.ignore) && !step.onbuild &&
            (step.is("add") || (step.is("copy") && step.flag("from") == nullptr)))
            ignoredFiles(findings, step);
    }
    return workdirIsSet;
}

} // namespace

void checkPaths(Findings &findings)
{
    std::vector<char> workdirIsSet;
    for (const auto &stage : findings.document.stages) {
        const bool inherited = stage.parent >= 0 && workdirIsSet[static_cast<std::size_t>(stage.parent)] != 0;
        workdirIsSet.push_back(checkStage(findings, stage, inherited) ? 1 : 0);
        lastUser(findings, stage);
    }
}

} // namespace quayside::dockerfile

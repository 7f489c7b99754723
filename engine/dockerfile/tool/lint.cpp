// What the linter finds, for people, compilers' output parsers and (--json) programs.
#include "engine/dockerfile/linter/linter.h"
#include "engine/dockerfile/tool/subcommand.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <print>
#include <ranges>

namespace quayside::dockerfile::tool
{

namespace
{

struct Call {
    std::vector<std::string> files;
    LintOptions options;
    std::string ignoreFile;
    std::map<std::string, ImageFacts, std::less<>> images;
    bool json = false;
};

// "a,b" → a, b
std::vector<std::string> listed(std::string_view text)
{
    std::vector<std::string> result;
    while (!text.empty()) {
        result.emplace_back(text.substr(0, text.find(',')));
        text.remove_prefix(std::min(result.back().size() + 1, text.size()));
    }
    return result;
}

// NAME=linux/amd64,PATH=/bin,…; the environment is known where it names at least one variable.
bool readImage(Call &call, const std::string &value)
{
    const auto equals = value.find('=');
    if (equals == std::string::npos)
        return false;
    const auto parts = listed(std::string_view(value).substr(equals + 1));
    if (parts.empty())
        return false;
    ImageFacts facts{.platform = parts[0]};
    for (const auto &part : parts | std::views::drop(1)) {
        const auto name = part.substr(0, part.find('='));
        if (!facts.environment)
            facts.environment.emplace();
        facts.environment->insert_or_assign(name,
                                            name.size() < part.size() ? part.substr(name.size() + 1) : "");
    }
    call.images.insert_or_assign(value.substr(0, equals), std::move(facts));
    return true;
}

bool readLabel(Call &call, const std::string &value)
{
    const std::map<std::string_view, LabelFormat> formats{{"email", LabelFormat::Email},
                                                          {"githash", LabelFormat::GitHash},
                                                          {"semver", LabelFormat::SemanticVersion}};
    const auto equals = value.rfind('=');
    const auto format = equals == std::string::npos
                            ? formats.end()
                            : formats.find(std::string_view(value).substr(equals + 1));
    if (format == formats.end())
        return false;
    call.options.labels.insert_or_assign(value.substr(0, equals), format->second);
    return true;
}

bool readRules(std::set<std::string, std::less<>> &into, const std::string &value)
{
    for (auto &id : listed(value)) {
        if (lintRule(id) == nullptr) {
            complain("there is no rule called " + id);
            return false;
        }
        into.insert(std::move(id));
    }
    return true;
}

bool readOption(Call &call, const std::string &name, const std::string &value)
{
    if (name == "--skip")
        return readRules(call.options.skip, value);
    if (name == "--enable")
        return readRules(call.options.enable, value);
    if (name == "--image")
        return readImage(call, value);
    if (name == "--label")
        return readLabel(call, value);
    if (name == "--ignorefile")
        call.ignoreFile = value;
    else if (name == "--platform")
        call.options.platform = value;
    else
        return false;
    return true;
}

std::optional<Call> readCall(const std::vector<std::string> &arguments)
{
    Call call;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto &argument = arguments[i];
        if (argument == "--json")
            call.json = true;
        else if (argument == "--no-hadolint")
            call.options.hadolint = false;
        else if (argument == "-" || !argument.starts_with('-'))
            call.files.push_back(argument);
        else if (const auto equals = argument.find('='); equals != std::string::npos) {
            if (!readOption(call, argument.substr(0, equals), argument.substr(equals + 1)))
                return std::nullopt;
        } else if (i + 1 == arguments.size() || !readOption(call, argument, arguments[++i])) {
            return std::nullopt;
        }
    }
    return call.files.empty() ? std::nullopt : std::optional(std::move(call));
}

// The .dockerignore of the folder, which the file's own goes before.
std::optional<std::string> ignoreFileOf(const Call &call, const std::string &file)
{
    if (!call.ignoreFile.empty())
        return call.ignoreFile;
    if (file == "-")
        return std::nullopt;
    const auto folder = std::filesystem::path(file).parent_path();
    std::error_code error;
    for (const auto &name : {std::filesystem::path(file + ".dockerignore"), folder / ".dockerignore"})
        if (std::filesystem::is_regular_file(name, error))
            return name.string();
    return std::nullopt;
}

Result<IgnorePatterns> readPatterns(const std::string &file)
{
    TRY(const auto text, readText(file));
    auto patterns = IgnorePatterns::parse(text);
    if (!patterns)
        return fail(ErrorKind::InvalidArgument, "{}:{}: {}", file, patterns.error().range.start.line,
                    patterns.error().message);
    return *std::move(patterns);
}

nlohmann::json jsonOf(const Range &range)
{
    return {{"line", range.start.line},
            {"column", range.start.column},
            {"endLine", range.end.line},
            {"endColumn", range.end.column}};
}

nlohmann::json jsonOf(const std::string &file, const Finding &finding)
{
    auto fixes = nlohmann::json::array();
    for (const auto &fix : finding.fixes) {
        auto edits = nlohmann::json::array();
        for (const auto &edit : fix.edits) {
            edits.push_back(jsonOf(edit.range));
            edits.back()["text"] = edit.text;
        }
        fixes.push_back({{"title", fix.title}, {"edits", std::move(edits)}});
    }
    auto result = jsonOf(finding.range);
    result.update({{"file", file},
                   {"id", finding.id},
                   {"severity", severityName(finding.severity)},
                   {"message", finding.message},
                   {"url", finding.url},
                   {"fixes", std::move(fixes)}});
    if (!finding.sameAs.empty())
        result["sameAs"] = finding.sameAs;
    return result;
}

struct Output {
    nlohmann::json findings = nlohmann::json::array();
    bool any = false;
};

Result<> lintFile(const Call &call, const std::string &file, Output &output)
{
    TRY(const auto text, readText(file));
    auto options = call.options;
    IgnorePatterns patterns;
    if (const auto ignoreFile = ignoreFileOf(call, file)) {
        TRY(patterns, readPatterns(*ignoreFile));
        options.ignore = &patterns;
    }
    options.image = [&call](const std::string &name) -> std::optional<ImageFacts> {
        const auto found = call.images.find(name);
        return found == call.images.end() ? std::nullopt : std::optional(found->second);
    };
    for (const auto &finding : dockerfile::lint(text, options)) {
        output.any = true;
        if (call.json)
            output.findings.push_back(jsonOf(file, finding));
        else
            std::println("{}:{}:{}: {} {} {}", file, finding.range.start.line, finding.range.start.column,
                         severityName(finding.severity), finding.id, finding.message);
    }
    return {};
}

int printFindings(const std::vector<std::string> &arguments)
{
    const auto call = readCall(arguments);
    if (!call)
        return Usage;
    Output output;
    for (const auto &file : call->files)
        if (const auto done = lintFile(*call, file, output); !done) {
            complain(done.error().message);
            output.any = true;
        }
    if (call->json)
        std::println("{}", output.findings.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    return output.any ? Findings : Clean;
}

} // namespace

const Subcommand lint{
    "lint",
    "[--json] [--skip ID,…] [--enable ID,…] [--no-hadolint] [--ignorefile FILE] [--platform OS/ARCH] "
    "[--image NAME=OS/ARCH,NAME=VALUE…] [--label KEY=email|githash|semver] FILE…",
    "say what is wrong, or could be better (docs/dockerfile.md lists the rules)", printFindings};

} // namespace quayside::dockerfile::tool

// Checks a Dockerfile without building it: the 22 rules of `docker build --check` under BuildKit's names and
// hadolint's rules (but for those that need shellcheck) under its ids. docs/dockerfile.md lists them.
// Sources: https://docs.docker.com/reference/build-checks/ and https://github.com/hadolint/hadolint/wiki.
#pragma once

#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/ignore/patterns.h"
#include "engine/dockerfile/linter/finding.h"
#include "engine/dockerfile/parser/parser.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace quayside::dockerfile
{

enum class RuleFamily { Syntax, BuildKit, Hadolint };

struct RuleInfo {
    std::string_view id;
    RuleFamily family;
    Severity severity;
    std::string_view summary; // what the rule asks for, in a line
    std::string_view sameAs;  // BuildKit's rule for the same thing; empty where there is none
    bool optional = false;    // reported only where it is enabled
};

// All rules, by family and id.
[[nodiscard]] std::span<const RuleInfo> lintRules();
[[nodiscard]] const RuleInfo *lintRule(std::string_view id); // null where there is none
[[nodiscard]] std::string ruleUrl(const RuleInfo &rule);

// What is known of a base image; what is not known stays empty, and rules that would need it are silent.
struct ImageFacts {
    std::string platform; // "linux/amd64"
    std::optional<Environment> environment;
};

enum class LabelFormat { Email, GitHash, SemanticVersion };

// What one lint() keeps for the next one of nearly the same text: it finds the same, sooner. Not for two
// threads at once.
class LintMemory
{
public:
    LintMemory();
    ~LintMemory();
    LintMemory(const LintMemory &) = delete;

private:
    friend class Document;
    struct Scripts;
    std::unique_ptr<Scripts> m_scripts;
};

struct LintOptions {
    LintMemory *memory = nullptr;
    const IgnorePatterns *ignore = nullptr; // of the build's context: CopyIgnoredFile
    std::function<std::optional<ImageFacts>(const std::string &reference)>
        image;             // UndefinedVar, InvalidBaseImagePlatform
    std::string platform;  // that is built for: "linux/amd64"; empty: not known
    Environment arguments; // --build-arg
    std::map<std::string, LabelFormat, std::less<>>
        labels;                                // what these labels must look like: DL3055, DL3056, DL3058
    std::set<std::string, std::less<>> skip;   // ids
    std::set<std::string, std::less<>> enable; // ids of rules that are optional
    bool hadolint = true;                      // also its rules
};

// In order of their places. Directives and comments in the file are honoured: "# check=skip=ID,…;error=true"
// (at the top, or directly above an instruction), "# hadolint ignore=ID,…" (directly above), "# hadolint
// global ignore=…" (anywhere),
// "# hadolint stage ignore=…" (above a FROM). Linear in the size of the file.
[[nodiscard]] std::vector<Finding> lint(std::string_view text, const LintOptions &options = {});
// The same where the text has been parsed already.
[[nodiscard]] std::vector<Finding> lint(std::string_view text, const Outcome &parsed,
                                        const LintOptions &options = {});

} // namespace quayside::dockerfile

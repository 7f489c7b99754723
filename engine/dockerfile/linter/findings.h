// Where rules put what they find: it knows what the file and the caller want to hear nothing of.
#pragma once

#include "engine/dockerfile/linter/document.h"

#include <unordered_map>

namespace quayside::dockerfile
{

class Findings
{
public:
    Findings(const Document &document, const LintOptions &options);

    const Document &document;
    const LintOptions &options;

    // `step` is the instruction whose comments may say that it is not to be reported; null: none.
    void add(std::string_view id, const Step *step, const Range &range, std::string message,
             std::vector<Fix> fixes = {});
    // Cheaper than finding what nobody wants to hear.
    bool wanted(std::string_view id) const;

    std::vector<Finding> take(); // sorted, and with sameAs filled in

private:
    struct Ignored {
        std::set<std::string, std::less<>> ids;
        bool allOfBuildKit = false;
    };
    void readDirective();
    void readComments();
    std::string readCheck(std::string_view value, Ignored &into, bool top); // what is wrong in it
    bool ignores(const Ignored &ignored, const RuleInfo &rule) const;

    Ignored m_everywhere;
    std::unordered_map<const Node *, Ignored> m_at;
    std::unordered_map<int, Ignored> m_stages;
    std::set<std::string, std::less<>> m_enabled;
    bool m_everythingEnabled = false;
    bool m_errors = false; // check=error=true
    std::vector<std::pair<Finding, const Node *>> m_found;
};

[[nodiscard]] inline Fix fixOf(std::string title, const Range &range, std::string text)
{
    return {std::move(title), {{range, std::move(text)}}};
}
// No fix where the place isn't known.
[[nodiscard]] inline Fix fixOf(std::string title, const std::optional<Range> &range, std::string text)
{
    return range ? fixOf(std::move(title), *range, std::move(text)) : Fix{};
}

// The rules, one function a family; each goes once over the document.
void checkCasing(Findings &findings);
void checkForm(Findings &findings);
void checkStages(Findings &findings);
void checkPlatforms(Findings &findings);
void checkVariables(Findings &findings);
void checkStarts(Findings &findings);
void checkPaths(Findings &findings);
void checkMetadata(Findings &findings);
void checkPorts(Findings &findings);
void checkCommands(Findings &findings);
void checkApt(Findings &findings);
void checkRpm(Findings &findings);
void checkLanguages(Findings &findings);

} // namespace quayside::dockerfile

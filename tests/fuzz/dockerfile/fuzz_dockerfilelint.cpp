// Linter and formatter on any text: findings point into it, fixes can be applied, and the formatter changes
// neither what a file means nor, the second time, anything.
#include "engine/dockerfile/format/format.h"
#include "engine/dockerfile/linter/linter.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace quayside::dockerfile;

namespace
{

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void lintText(std::string_view text)
{
    const LineTable lines(text);
    const Position end = lines.position(text.size());
    const LintOptions options{
        .image = [](const std::string &) { return ImageFacts{"linux/arm64", Environment{}}; },
        .platform = "linux/amd64",
        .labels = {{"a", LabelFormat::Email}, {"b", LabelFormat::SemanticVersion}},
        .enable = {"InvalidDefinitionDescription", "DL3057"}};
    for (const auto &finding : lint(text, options)) {
        check(finding.range.start <= finding.range.end && finding.range.start <= end);
        for (const auto &fix : finding.fixes) {
            check(!fix.edits.empty());
            for (std::size_t i = 1; i < fix.edits.size(); ++i)
                check(fix.edits[i - 1].range.end <= fix.edits[i].range.start);
            (void)applied(text, fix);
        }
    }
}

void formatText(std::string_view text)
{
    const auto before = parse(text);
    if (!before)
        return;
    const auto once = format(text);
    check(once.has_value());
    const auto after = parse(*once);
    check(after.has_value() && sameMeaning(*before, *after));
    check(format(*once).value_or("") == *once);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    lintText(text);
    formatText(text);
    return 0;
}

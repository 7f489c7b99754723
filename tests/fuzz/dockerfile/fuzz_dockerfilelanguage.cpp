// What the editor says about any text: nothing of it lies outside of the text, and edits fit it.
#include "tests/models/dockerfile/language/languagechecks.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace
{

void check(const std::string &problem)
{
    if (problem.empty())
        return;
    std::fputs((problem + '\n').c_str(), stderr);
    std::abort();
}

} // namespace

// The first two bytes choose the places.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string text(reinterpret_cast<const char *>(data) + 2, size - 2);
    quayside::test::LanguageChecks checks(text);
    check(checks.problem());
    const std::size_t step = data[0] % 32U + 1, first = data[1];
    for (std::size_t at = first, places = 0; at <= text.size() && places < 32; at += step, ++places)
        check(checks.problemAt(at));
    return 0;
}

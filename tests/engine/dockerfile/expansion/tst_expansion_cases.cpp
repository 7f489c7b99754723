// tst_expansion_cases [FILE]: lines "platform|word|expansion", where W is for Windows only, and "error" says
// that the word cannot be expanded. Blank lines and such that begin with '#' do not count.
#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/unicode.h"
#include "tests/engine/dockerfile/support/reference.h"

#include <sstream>

using namespace quayside::dockerfile;

namespace
{

std::vector<std::string> fields(const std::string &line)
{
    std::vector<std::string> out;
    std::istringstream stream(line + "|");
    for (std::string field; std::getline(stream, field, '|');)
        out.emplace_back(trimmed(field));
    return out;
}

// What is wrong with the answer; empty where nothing is.
std::string check(const std::string &word, const std::string &expected)
{
    static const Environment environment{
        {"PWD", "/home"}, {"SHELL", "bash"}, {"KOREAN", "한국어"}, {"NULL", ""}};
    const auto result = expand(word, environment);
    if (expected == "error")
        return result ? "expanded to " + inQuotes(result->text) + ", which should be an error" : "";
    if (!result)
        return result.error().message;
    return result->text == expected
               ? ""
               : "expanded to " + inQuotes(result->text) + ", not to " + inQuotes(expected);
}

} // namespace

int main(int argc, char **argv)
{
    const auto path = quayside::test::referenceData(argc, argv, "expansion-cases.txt");
    const auto text = quayside::test::readFile(path);
    if (!text) {
        std::println("cannot read {}", path.string());
        return 1;
    }
    std::istringstream lines(*text);
    int number = 0, run = 0, failed = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.starts_with('#') || trimmed(line).empty())
            continue;
        const auto parts = fields(line);
        auto problem = parts.size() != 3 ? "not three fields" : std::string();
        if (problem.empty() && parts[0] == "W")
            continue;
        if (problem.empty())
            problem = check(parts[1], parts[2]);
        ++run;
        failed += problem.empty() ? 0 : 1;
        if (!problem.empty())
            std::println("{}:{}: {}: {}", path.string(), number, trimmed(line), problem);
    }
    std::println("{} cases, {} failed", run, failed);
    return failed == 0 && run > 0 ? 0 : 1;
}

// tst_dockerfile_fixtures [DIR]: each folder in DIR holds a Dockerfile and, as `result`, the tree that it has
// (the form of dump()); without `result` it must be refused.
#include "engine/dockerfile/parser/parser.h"
#include "tests/engine/dockerfile/support/reference.h"

#include <algorithm>

using namespace quayside;
using namespace quayside::dockerfile;

namespace
{

std::string firstDifference(std::string_view got, std::string_view expected)
{
    const auto same = std::ranges::mismatch(got, expected).in1 - got.begin();
    const auto lineOf = [same](std::string_view text) {
        const auto at = static_cast<std::size_t>(same);
        const auto begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
        return text.substr(begin, text.find('\n', at) - begin);
    };
    return std::format("got\n    {}\nexpected\n    {}", lineOf(got), lineOf(expected));
}

// What is wrong; empty where nothing is.
std::string check(const std::filesystem::path &folder)
{
    const auto text = test::readFile(folder / "Dockerfile"), expected = test::readFile(folder / "result");
    if (!text)
        return "cannot read its Dockerfile";
    const auto tree = parse(*text);
    if (!expected)
        return tree ? "parsed, but should be refused" : "";
    if (!tree)
        return asError(tree.error()).message;
    const auto got = dump(*tree) + "\n";
    return got == *expected ? "" : firstDifference(got, *expected);
}

} // namespace

int main(int argc, char **argv)
{
    const auto path = test::referenceData(argc, argv, "parser");
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(path, error))
        if (std::filesystem::exists(entry.path() / "Dockerfile"))
            folders.push_back(entry.path());
    std::ranges::sort(folders);
    int failed = 0;
    for (const auto &folder : folders)
        if (const auto problem = check(folder); !problem.empty()) {
            std::println("{}: {}", folder.filename().string(), problem);
            ++failed;
        }
    std::println("{} fixtures, {} failed", folders.size(), failed);
    return failed == 0 && !folders.empty() ? 0 : 1;
}

// quayside-dockerfile: Dockerfiles in a terminal and in CI. Exits with 0 where nothing is wrong, with 1 where
// something is, and with 2 where it was called wrongly.
#include "engine/dockerfile/tool/subcommand.h"

#include <algorithm>
#include <print>

using namespace quayside::dockerfile::tool;

namespace
{

const Subcommand *const subcommands[] = {&lint, &format, &ast};

void printUsage(std::FILE *stream)
{
    std::println(stream, "usage: quayside-dockerfile SUBCOMMAND FILE (\"-\" is standard input)");
    for (const auto *subcommand : subcommands)
        std::println(stream, "  {} {}\n      {}", subcommand->name, subcommand->arguments,
                     subcommand->purpose);
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    const auto name = arguments.empty() ? std::string() : arguments[0];
    if (name == "--help" || name == "-h") {
        printUsage(stdout);
        return Clean;
    }
    const auto *const *found = std::ranges::find(subcommands, name, &Subcommand::name);
    const int code =
        found == std::end(subcommands) ? Usage : (*found)->run({arguments.begin() + 1, arguments.end()});
    if (code == Usage)
        printUsage(stderr);
    return code;
}

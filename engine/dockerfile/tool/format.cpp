// Dockerfiles in one style: to standard output, into the file, or whether they are.
#include "engine/dockerfile/format/format.h"
#include "engine/dockerfile/tool/subcommand.h"

#include <algorithm>
#include <cstdio>

namespace quayside::dockerfile::tool
{

namespace
{

int formatFile(const std::string &file, bool check, bool write)
{
    const auto text = readText(file);
    if (!text) {
        complain(text.error().message);
        return Findings;
    }
    const auto formatted = dockerfile::format(*text);
    if (!formatted) {
        complain(asError(formatted.error(), file == "-" ? "standard input" : file).message);
        return Findings;
    }
    if (check) {
        if (*formatted == *text)
            return Clean;
        complain(file + " is not formatted");
        return Findings;
    }
    if (!write)
        return std::fwrite(formatted->data(), 1, formatted->size(), stdout) == formatted->size() ? Clean
                                                                                                 : Findings;
    if (*formatted != *text)
        if (const auto written = writeText(file, *formatted); !written) {
            complain(written.error().message);
            return Findings;
        }
    return Clean;
}

int formatFiles(const std::vector<std::string> &arguments)
{
    bool check = false, write = false;
    std::vector<std::string> files;
    for (const auto &argument : arguments) {
        if (argument == "--check")
            check = true;
        else if (argument == "--write")
            write = true;
        else if (argument.starts_with('-') && argument != "-")
            return Usage;
        else
            files.push_back(argument);
    }
    const bool input = std::ranges::find(files, "-") != files.end();
    if (files.empty() || (check && write) || (write && input) || (!check && !write && files.size() > 1))
        return Usage;
    int code = Clean;
    for (const auto &file : files)
        code = std::max(code, formatFile(file, check, write));
    return code;
}

} // namespace

const Subcommand format{"format", "[--check | --write] FILE…",
                        "put it into one style, which never changes what it means", formatFiles};

} // namespace quayside::dockerfile::tool

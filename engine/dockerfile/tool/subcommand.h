// quayside-dockerfile SUBCOMMAND FILE: each subcommand is a file and a line in the table of main.cpp.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile::tool
{

enum ExitCode { Clean = 0, Findings = 1, Usage = 2 };

struct Subcommand {
    std::string_view name;
    std::string_view arguments; // "[--json] FILE…", for the usage
    std::string_view purpose;   // one line
    // What it does with what stands behind its name; prints to standard output, and complaints to standard
    // error.
    int (*run)(const std::vector<std::string> &arguments);
};

extern const Subcommand ast, lint, format;

// The file's text; "-" is standard input. At most mostText bytes and one more are read, so that the parser
// refuses it.
[[nodiscard]] Result<std::string> readText(const std::string &file);

// Replaces a file's content, whole or not at all; its mode stays, and a link leads where it led.
[[nodiscard]] Result<> writeText(const std::string &file, std::string_view text);

// "quayside-dockerfile: MESSAGE" on standard error.
void complain(std::string_view message);

} // namespace quayside::dockerfile::tool

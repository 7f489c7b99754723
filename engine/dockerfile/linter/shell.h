// What the commands of a RUN are: the words of a POSIX or bash script, as far as a linter needs them. Nothing
// is run or expanded. Source: POSIX.1-2024, Shell Command Language; bash(1).
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quayside::dockerfile
{

// A word without its quotes. "$X" and "${X}" both read "${X}", a command substitution reads "${}".
struct ShellWord {
    std::string text;
    std::size_t begin = 0, end = 0; // in the script, in bytes, quotes included
    bool literal = true;            // no expansion in it
};

// A simple command with a literal name; "command", "exec", "builtin" and "busybox" are looked through.
struct ShellCommand {
    std::string name; // without its folder: /usr/bin/pip is pip
    ShellWord nameWord;
    std::vector<ShellWord> arguments;
    std::size_t end = 0;  // of its last word
    bool wrapped = false; // what sudo or env would run: those are commands of the script themselves

    // Whether one of the arguments is one of these words.
    bool has(std::initializer_list<std::string_view> words) const;
    // Whether a flag is given: "y" is found in -y and -qy, "yes" in --yes and --yes=….
    bool hasFlag(std::initializer_list<std::string_view> flags) const;
    int countFlag(std::string_view flag) const;
    // The word that follows a flag, or what stands behind its "=".
    const std::string *flagValue(std::initializer_list<std::string_view> flags) const;
    // Arguments that are no flags, nor the words after these flags (which take a value).
    std::vector<const ShellWord *> operands(std::initializer_list<std::string_view> valueFlags = {}) const;
};

struct ShellScript {
    std::vector<ShellCommand> commands; // in the order of their ends
    bool pipes = false;
    int own() const; // commands that are not wrapped
};

// Linear in the length of the text; substitutions that are nested too deep are passed over.
ShellScript parseShell(std::string_view text);

// Where its words and operators are, quotes and substitutions included: begin and end of each, in order.
// Linear too.
std::vector<std::pair<std::size_t, std::size_t>> shellWords(std::string_view text);

// The command that an exec form stands for: ["apt-get", "install"]; of ["sh", "-c", SCRIPT] those of the
// script. Positions are 0.
ShellScript parseExecForm(const std::vector<std::string> &words);

} // namespace quayside::dockerfile

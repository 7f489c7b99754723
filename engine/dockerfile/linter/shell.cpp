#include "engine/dockerfile/linter/shell.h"

#include "engine/dockerfile/linter/shellwords.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace quayside::dockerfile
{

namespace
{

template <std::size_t N>
bool among(const std::array<std::string_view, N> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 12> openers{"if", "then", "elif", "else", "while",  "until",
                                                   "do", "!",    "{",    "time", "coproc", "function"};
constexpr std::array<std::string_view, 4> closers{"fi", "done", "esac", "}"};
constexpr std::array<std::string_view, 4> throughs{"command", "exec", "builtin", "busybox"};
constexpr std::array<std::string_view, 5> wrappers{"sudo", "env", "nice", "nohup", "eatmydata"};
constexpr std::array<std::string_view, 5> shells{"sh", "bash", "ash", "dash", "zsh"};
constexpr int maxDepth = 16;

std::string baseName(const std::string &path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

bool isAssignment(const ShellWord &word)
{
    const auto equals = word.text.find('=');
    if (equals == std::string::npos || equals == 0)
        return false;
    const auto name = std::string_view(word.text).substr(0, equals);
    const auto isNameByte = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
    return !std::isdigit(static_cast<unsigned char>(name[0])) && std::ranges::all_of(name, isNameByte);
}

// Where the command's own words start behind a wrapper's flags and assignments; the number of words where it
// has none.
std::size_t behindFlags(const std::vector<ShellWord> &words, std::size_t at)
{
    while (at < words.size() && (words[at].text.starts_with('-') || isAssignment(words[at])))
        ++at;
    return at;
}

std::optional<ShellCommand> commandFrom(const std::vector<ShellWord> &words, std::size_t first)
{
    if (first < words.size() && among(throughs, baseName(words[first].text)))
        if (const auto inner = behindFlags(words, first + 1); inner < words.size())
            first = inner;
    if (first >= words.size() || !words[first].literal || words[first].text.empty())
        return std::nullopt;
    ShellCommand command{.name = baseName(words[first].text), .nameWord = words[first]};
    command.arguments.assign(words.begin() + static_cast<std::ptrdiff_t>(first) + 1, words.end());
    command.end = words.back().end;
    return command;
}

// Collects commands while the words of a script go by.
class Script
{
public:
    void word(ShellWord word)
    {
        if (state == State::Pattern || state == State::Skip) {
            if (state == State::Pattern && word.text == "esac")
                endCase();
            return;
        }
        if (state == State::Test) {
            if (word.text == "]]")
                state = State::Skip;
            return;
        }
        if (state == State::CaseHead) {
            if (word.text == "in")
                state = State::Pattern;
            return;
        }
        if (words.empty() && word.literal && keyword(word))
            return;
        if (words.empty() && isAssignment(word))
            return;
        words.push_back(std::move(word));
    }

    // What ends a command: && || ; | & newline ( ).
    void separator(std::string_view text)
    {
        if (state == State::Test)
            return;
        flush();
        if (state != State::Pattern && (text == "|" || text == "|&"))
            result.pipes = true;
        const bool nextCase = text == ";;" || text == ";&" || text == ";;&";
        if (nextCase && cases > 0)
            state = State::Pattern;
        else if (state == State::Skip || (state == State::Pattern && text == ")"))
            state = State::Command;
    }

    bool inTest() const { return state == State::Test; }
    void functionFollows() { words.clear(); }

    void flush()
    {
        if (auto command = commandFrom(words, 0)) {
            if (among(wrappers, command->name))
                addWrapped();
            result.commands.push_back(*std::move(command));
        }
        words.clear();
    }

    ShellScript result;

private:
    enum class State { Command, Skip, CaseHead, Pattern, Test };

    bool keyword(const ShellWord &word)
    {
        if (among(openers, word.text))
            return true;
        if (among(closers, word.text)) {
            if (word.text == "esac")
                endCase();
            state = State::Skip;
            return true;
        }
        if (word.text == "for" || word.text == "select")
            state = State::Skip;
        else if (word.text == "[[")
            state = State::Test;
        else if (word.text == "case") {
            ++cases;
            state = State::CaseHead;
        } else
            return false;
        return true;
    }

    void endCase()
    {
        cases = std::max(0, cases - 1);
        state = State::Skip;
    }

    void addWrapped()
    {
        if (auto inner = commandFrom(words, behindFlags(words, 1)); inner && words.size() > 1) {
            inner->wrapped = true;
            result.commands.push_back(*std::move(inner));
        }
    }

    State state = State::Command;
    int cases = 0;
    std::vector<ShellWord> words;
};

class Parser
{
public:
    explicit Parser(std::string_view text, int depth = 0) : scanner(text), text(text), depth(depth) {}

    void run(std::size_t at, ShellScript &into)
    {
        Script script;
        while (at < text.size()) {
            if (const char c = text[at]; c == ' ' || c == '\t' || c == '\r')
                ++at;
            else if (c == '#')
                at = std::min(text.find('\n', at), text.size());
            else if (const auto size = scanner.redirection(at))
                at = redirect(at + size, text.substr(at, size), into);
            else if (const auto separator = scanner.separator(at); !separator.empty())
                at = takeSeparator(at, separator, script);
            else
                at = takeWord(at, script, into);
        }
        script.flush();
        std::ranges::move(script.result.commands, std::back_inserter(into.commands));
        into.pipes |= script.result.pipes;
    }

private:
    std::size_t takeSeparator(std::size_t at, std::string_view separator, Script &script)
    {
        if (separator == "((" && !script.inTest()) {
            script.separator("(");
            return scanner.behindArithmetic(at + 2);
        }
        if (separator == "()")
            script.functionFollows();
        script.separator(separator);
        at += separator.size();
        return separator == "\n" ? scanner.behindHeredocs(at) : at;
    }

    std::size_t takeWord(std::size_t at, Script &script, ShellScript &into)
    {
        ScannedWord scanned = scanner.word(at);
        substitutions(scanned, into);
        const auto end = scanned.word.end;
        script.word(std::move(scanned.word));
        return end;
    }

    // The target of a redirection is no argument.
    std::size_t redirect(std::size_t at, std::string_view sign, ShellScript &into)
    {
        at = scanner.behindBlanks(at);
        ScannedWord target = scanner.word(at);
        substitutions(target, into);
        if (sign.ends_with("<<") || sign.ends_with("<<-"))
            scanner.heredoc(target.word.text, sign.ends_with('-'));
        return std::max(at, target.word.end);
    }

    void substitutions(const ScannedWord &scanned, ShellScript &into)
    {
        if (depth >= maxDepth)
            return;
        for (const auto &[begin, end] : scanned.substitutions)
            Parser(text.substr(0, end), depth + 1).run(begin, into);
    }

    ShellScanner scanner;
    std::string_view text;
    int depth;
};

bool isFlag(const std::string &word, std::string_view flag)
{
    if (word.size() < 2 || word[0] != '-' || word == "--")
        return false;
    if (word[1] == '-')
        return std::string_view(word).substr(
                   2, word.find('=') == std::string::npos ? word.npos : word.find('=') - 2) == flag;
    return flag.size() == 1 && word.find(flag[0], 1) != std::string::npos;
}

} // namespace

bool ShellCommand::has(std::initializer_list<std::string_view> words) const
{
    return std::ranges::any_of(
        arguments, [&](const auto &a) { return std::ranges::find(words, a.text) != words.end(); });
}

bool ShellCommand::hasFlag(std::initializer_list<std::string_view> flags) const
{
    return std::ranges::any_of(flags, [&](auto flag) { return countFlag(flag) > 0; });
}

int ShellCommand::countFlag(std::string_view flag) const
{
    int count = 0;
    for (const auto &argument : arguments) {
        if (!isFlag(argument.text, flag))
            continue;
        const bool shortForm = argument.text[1] != '-';
        count += shortForm ? static_cast<int>(std::ranges::count(argument.text, flag[0])) : 1;
    }
    return count;
}

const std::string *ShellCommand::flagValue(std::initializer_list<std::string_view> flags) const
{
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i)
        for (const auto flag : flags)
            if (isFlag(arguments[i].text, flag))
                return &arguments[i + 1].text;
    return nullptr;
}

std::vector<const ShellWord *>
ShellCommand::operands(std::initializer_list<std::string_view> valueFlags) const
{
    std::vector<const ShellWord *> result;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto &word = arguments[i].text;
        if (!word.starts_with('-'))
            result.push_back(&arguments[i]);
        else if (word.find('=') == word.npos &&
                 std::ranges::any_of(valueFlags, [&](auto flag) { return isFlag(word, flag); }))
            ++i;
    }
    return result;
}

int ShellScript::own() const
{
    return static_cast<int>(std::ranges::count_if(commands, [](const auto &c) { return !c.wrapped; }));
}

ShellScript parseShell(std::string_view text)
{
    ShellScript script;
    Parser(text).run(0, script);
    return script;
}

std::vector<std::pair<std::size_t, std::size_t>> shellWords(std::string_view text)
{
    const ShellScanner scanner(text);
    std::vector<std::pair<std::size_t, std::size_t>> words;
    const auto add = [&](std::size_t begin, std::size_t end) {
        return words.emplace_back(begin, end).second;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '#')
            at = std::min(text.find('\n', at), text.size());
        else if (const auto size = scanner.redirection(at))
            at = add(at, at + size);
        else if (const auto separator = scanner.separator(at); !separator.empty())
            at = add(at, at + separator.size());
        else if (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')
            ++at;
        else
            at = add(at, scanner.word(at).word.end);
    }
    return words;
}

ShellScript parseExecForm(const std::vector<std::string> &words)
{
    ShellScript script;
    if (words.empty())
        return script;
    if (words.size() > 2 && among(shells, baseName(words[0])) && words[1].starts_with('-') &&
        words[1].ends_with('c'))
        script = parseShell(words[2]);
    Script own;
    for (const auto &word : words)
        own.word({.text = word});
    own.flush();
    std::ranges::move(own.result.commands, std::back_inserter(script.commands));
    for (auto &command : script.commands) {
        command.end = command.nameWord.begin = command.nameWord.end = 0;
        for (auto &argument : command.arguments)
            argument.begin = argument.end = 0;
    }
    return script;
}

} // namespace quayside::dockerfile

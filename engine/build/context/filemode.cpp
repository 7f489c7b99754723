#include "engine/build/context/filemode.h"

#include <sys/stat.h>

#include <charconv>

namespace quayside::build
{
namespace
{

std::unexpected<Error> invalid(std::string_view text)
{
    return fail(
        ErrorKind::InvalidArgument,
        "invalid chmod parameter: '{}'. it should be octal string and between 0 and 07777, or symbolic as in "
        "u=rwX,go=rX",
        text.substr(0, 100));
}

constexpr mode_t userBits = 04700, groupBits = 02070, otherBits = 01007;

mode_t classOf(char letter)
{
    switch (letter) {
    case 'u':
        return userBits;
    case 'g':
        return groupBits;
    case 'o':
        return otherBits;
    case 'a':
        return 07777;
    default:
        return 0;
    }
}

mode_t permissionOf(char letter)
{
    switch (letter) {
    case 'r':
        return 0444;
    case 'w':
        return 0222;
    case 'x':
        return 0111;
    case 's':
        return 06000;
    case 't':
        return 01000;
    default:
        return 0;
    }
}

// The rwx of one class, in all three places.
mode_t spread(mode_t mode, char from)
{
    const mode_t one = (mode >> (from == 'u' ? 6 : from == 'g' ? 3 : 0)) & 07;
    return one << 6 | one << 3 | one;
}

} // namespace

Result<FileMode> FileMode::parse(std::string_view text)
{
    FileMode mode;
    if (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        unsigned bits = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits, 8);
        if (error != std::errc() || end != text.data() + text.size() || bits > 07777)
            return invalid(text);
        mode.m_octal = true;
        mode.m_bits = bits;
        return mode;
    }
    std::string_view rest = text;
    do {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (!mode.addClauses(rest.substr(0, comma)))
            return invalid(text);
        if (comma == rest.size())
            return mode;
        rest.remove_prefix(comma + 1);
    } while (true);
}

// "ug+rX-w": classes, then one or more of an operator with permissions.
bool FileMode::addClauses(std::string_view text)
{
    mode_t who = 0;
    while (!text.empty() && classOf(text.front()) != 0) {
        who |= classOf(text.front());
        text.remove_prefix(1);
    }
    if (text.empty())
        return false;
    while (!text.empty()) {
        Clause clause{.who = who != 0 ? who : 07777, .act = text.front()};
        if (clause.act != '+' && clause.act != '-' && clause.act != '=')
            return false;
        text.remove_prefix(1);
        for (; !text.empty() && std::string_view("+-=").find(text.front()) == std::string_view::npos;
             text.remove_prefix(1)) {
            const char letter = text.front();
            if (letter == 'X')
                clause.conditionalExecute = true;
            else if (letter == 'u' || letter == 'g' || letter == 'o')
                clause.copied = letter;
            else if (permissionOf(letter) != 0)
                clause.bits |= permissionOf(letter);
            else
                return false;
        }
        m_clauses.push_back(clause);
    }
    return true;
}

mode_t FileMode::apply(mode_t mode) const
{
    if (m_octal)
        return m_bits;
    mode_t now = mode & 07777;
    for (const Clause &clause : m_clauses) {
        mode_t bits = clause.bits;
        if (clause.copied != 0)
            bits |= spread(now, clause.copied);
        if (clause.conditionalExecute && (S_ISDIR(mode) || (now & 0111) != 0))
            bits |= 0111;
        bits &= clause.who;
        if (clause.act == '+')
            now |= bits;
        else if (clause.act == '-')
            now &= ~bits;
        else
            now = (now & ~clause.who) | bits;
    }
    return now;
}

} // namespace quayside::build

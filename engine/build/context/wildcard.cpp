#include "engine/build/context/wildcard.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace quayside::build
{
namespace
{

// One character of UTF-8, a byte where it is none.
std::string_view firstOf(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    size = std::min(size, text.size());
    for (std::size_t i = 1; i < size; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
            return text.substr(0, 1);
    return text.substr(0, size);
}

// What a pattern is made of.
struct Piece {
    enum Kind { Star, Any, Literal, Set } kind = Literal;
    std::string_view literal;
    bool negated = false;
    std::vector<std::pair<std::string_view, std::string_view>>
        ranges{}; // UTF-8 compares as its code points do
};

class PatternReader
{
public:
    explicit PatternReader(std::string_view pattern) : m_rest(pattern) {}

    // False: malformed.
    bool read(std::vector<Piece> &pieces)
    {
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            Piece piece;
            if (c == '*' || c == '?') {
                piece.kind = c == '*' ? Piece::Star : Piece::Any;
                m_rest.remove_prefix(1);
            } else if (c == '[') {
                piece.kind = Piece::Set;
                if (!readSet(piece))
                    return false;
            } else if (!readCharacter(piece.literal, false)) {
                return false;
            }
            pieces.push_back(std::move(piece));
        }
        return true;
    }

private:
    bool readCharacter(std::string_view &character, bool inSet)
    {
        if (m_rest.empty() || (inSet && (m_rest.front() == '-' || m_rest.front() == ']')))
            return false;
        if (m_rest.front() == '\\')
            m_rest.remove_prefix(1);
        if (m_rest.empty())
            return false;
        character = firstOf(m_rest);
        m_rest.remove_prefix(character.size());
        return true;
    }

    bool readSet(Piece &piece)
    {
        m_rest.remove_prefix(1);
        if (m_rest.starts_with('^')) {
            piece.negated = true;
            m_rest.remove_prefix(1);
        }
        while (!m_rest.starts_with(']') || piece.ranges.empty()) {
            std::string_view low, high;
            if (!readCharacter(low, true))
                return false;
            high = low;
            if (m_rest.starts_with('-')) {
                m_rest.remove_prefix(1);
                if (!readCharacter(high, true))
                    return false;
            }
            piece.ranges.emplace_back(low, high);
        }
        m_rest.remove_prefix(1);
        return true;
    }

    std::string_view m_rest;
};

bool matchesOne(const Piece &piece, std::string_view character)
{
    if (piece.kind == Piece::Any)
        return true;
    if (piece.kind == Piece::Literal)
        return piece.literal == character;
    const bool within = std::ranges::any_of(piece.ranges, [&](const auto &range) {
        return range.first <= character && character <= range.second;
    });
    return within != piece.negated;
}

} // namespace

bool hasWildcard(std::string_view text)
{
    return text.find_first_of("*?[\\") != std::string_view::npos;
}

Result<bool> matchesWildcard(std::string_view pattern, std::string_view name)
{
    std::vector<Piece> pieces;
    if (!PatternReader(pattern).read(pieces))
        return fail(ErrorKind::InvalidArgument, "syntax error in pattern: {}", pattern.substr(0, 200));
    // The last star is the only one that has to be tried again: linear in the name for each piece.
    std::size_t at = 0, starPiece = pieces.size();
    std::string_view rest = name, afterStar;
    while (!rest.empty()) {
        if (at < pieces.size() && pieces[at].kind == Piece::Star) {
            starPiece = at++;
            afterStar = rest;
            continue;
        }
        if (at < pieces.size() && matchesOne(pieces[at], firstOf(rest))) {
            rest.remove_prefix(firstOf(rest).size());
            ++at;
            continue;
        }
        if (starPiece == pieces.size())
            return false;
        afterStar.remove_prefix(firstOf(afterStar).size());
        rest = afterStar;
        at = starPiece + 1;
    }
    while (at < pieces.size() && pieces[at].kind == Piece::Star)
        ++at;
    return at == pieces.size();
}

} // namespace quayside::build

// The patterns of ${x#p}, ${x%p} and ${x/p/r}: '?' is a character, '*' any number of them, neither a line
// end; no brackets. As BuildKit's regular expressions for them decide.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

inline constexpr std::size_t mostReplaced = 4UL * 1024 * 1024; // bytes of a result of replaceAll()

class Glob
{
public:
    // A backslash takes *, ? and itself literally, and may stand before '}' and '/'. All else behind it is an
    // error.
    [[nodiscard]] static Result<Glob> compile(std::string_view pattern);

    // `text` without the shortest or longest part at its start (end) that matches; as it is where none does.
    // Errors: TooLarge where a pattern would take too long.
    [[nodiscard]] Result<std::string> withoutPrefix(std::string_view text, bool longest) const;
    [[nodiscard]] Result<std::string> withoutSuffix(std::string_view text, bool longest) const;
    // The first, or every, match from left to right, each as long as can be, gives way to `with`. In
    // replaceAll(), `with` is a template of Go's regexp package: $0 is what matched, other $names nothing, $$
    // a dollar sign.
    [[nodiscard]] Result<std::string> replaceFirst(std::string_view text, std::string_view with) const;
    [[nodiscard]] Result<std::string> replaceAll(std::string_view text, std::string_view with) const;

private:
    static constexpr char32_t anyCharacter = 0xffffffff;
    using Segment = std::u32string;  // characters and anyCharacter
    std::vector<Segment> m_segments; // what is between the stars; at least one, which may be empty
    bool m_oneLine = true;           // no literal line end in it

    friend class Match;
};

} // namespace quayside::dockerfile

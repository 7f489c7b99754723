// Any word in an environment and with options of any kind: no crash, bounded results, and pieces that stand
// where they say. The first byte picks options, what is in front of a NUL is a variable's value.
#include "engine/dockerfile/expansion/expansion.h"

#include <cstdlib>

using namespace quayside::dockerfile;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    const ExpandOptions options{.escape = (data[0] & 1) != 0 ? '`' : '\\',
                                .keepQuotes = (data[0] & 2) != 0,
                                .keepEscapes = (data[0] & 4) != 0,
                                .ignoreQuotes = (data[0] & 8) != 0,
                                .keepUnset = (data[0] & 16) != 0};
    Environment environment{{"E", ""}, {"P", "/usr/bin:/bin"}};
    if (const auto end = text.find('\0'); end != text.npos) {
        environment["A"] = text.substr(0, end);
        text.remove_prefix(end + 1);
    }
    const auto one = expand(text, environment, options);
    const auto words = expandWords(text, environment, options);
    if (one.has_value() != words.has_value())
        std::abort();
    if (one)
        for (const auto &name : one->provided)
            if (!one->undefined.contains(name) || one->used.contains(name))
                std::abort();
    for (const auto &piece : splitWords(text, options).value_or(std::vector<Piece>{}))
        if (piece.text.empty() || piece.begin >= piece.end || piece.end > text.size())
            std::abort();
    return 0;
}

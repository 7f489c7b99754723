// Both HTTP parsers, with the input cut into pieces whose sizes come from its first byte: however a message
// is cut, the outcome must be the same.
#include "engine/api/http/parser.h"
#include "engine/api/http/uri.h"

#include <cstdint>
#include <cstdlib>

using namespace quayside;
using namespace quayside::api;

namespace
{

struct Outcome {
    bool ok = true, complete = false, head = false;
    std::string body;
    std::size_t left = 0;
    bool operator==(const Outcome &) const = default;
};

template <typename Parser>
Outcome run(Parser &parser, std::string_view text, std::size_t piece)
{
    Outcome outcome;
    while (!text.empty() && !parser.complete()) {
        std::string_view part = text.substr(0, piece);
        const std::size_t given = part.size();
        std::vector<std::string_view> pieces;
        if (!parser.parse(part, pieces)) {
            outcome.ok = false;
            break;
        }
        for (const std::string_view one : pieces)
            outcome.body.append(one);
        text.remove_prefix(given - part.size());
    }
    outcome.complete = parser.complete();
    outcome.head = parser.headReady();
    outcome.left = outcome.ok ? text.size() : 0;
    if (!outcome.ok)
        outcome.body.clear(); // how much was delivered before the error depends on the pieces
    return outcome;
}

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::size_t piece = data[0] % 64 + 1;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    RequestParser whole, cut;
    const Outcome one = run(whole, text, text.size()), other = run(cut, text, piece);
    require(one.ok == other.ok && one.complete == other.complete);
    require(!one.ok || one == other);
    if (one.ok && one.complete) {
        const Target target = splitTarget(whole.head().target);
        require(target.path.starts_with('/'));
        (void)pathSegments(target.path);
        (void)parseQuery(target.query);
    }
    ResponseParser answerWhole, answerCut;
    const Outcome first = run(answerWhole, text, text.size()), second = run(answerCut, text, piece);
    require(first.ok == second.ok && (!first.ok || first == second));
    (void)answerWhole.finish();
    return 0;
}

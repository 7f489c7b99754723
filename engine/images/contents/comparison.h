// Two trees, one after the other: what was added, changed and removed. Pure, over indices.
#pragma once

#include "engine/images/contents/totals.h"
#include "engine/images/contents/view.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace quayside::images
{

enum class Change : std::uint8_t { Unchanged, Added, Changed, Removed, Mixed };
std::string_view wordOf(Change change);

// How the second tree is to be read.
enum class After : std::uint8_t {
    Whole, // all of a root file system, with layers in common with the first: what another layer has is
           // changed
    Copy,  // all of a root file system, of other layers: what looks the same (type, size, mode, owner, time,
           // target) is
    Layer, // one layer: what it does not name is as before
};

struct Difference {
    const Seen &before, &after; // one of them may be nothing
    Change change = Change::Unchanged;
    Totals beforeTotals, afterTotals; // of After::Layer only what the layer itself has, and has removed
};

// What to do at an entry, asked before what is below it is walked.
class DifferenceVisitor
{
public:
    virtual ~DifferenceVisitor() = default;
    // `path`: from the root of the comparison, without a leading '/'. The value is handed back to leave().
    virtual std::size_t enter(const std::string &path, const Seen &before, const Seen &after) = 0;
    virtual void leave(std::size_t token, const Difference &difference) = 0;
};

// The two sides of a folder, from the root down to `path`. NotFound: neither has it. InvalidArgument: it is
// no folder.
struct Sides {
    Seen before, after;
    After form = After::Whole;
};
Result<Sides> findSides(const Sides &root, std::string_view path);

// All below the folder, in the order of names.
void compare(const Sides &folder, DifferenceVisitor &visitor);

} // namespace quayside::images

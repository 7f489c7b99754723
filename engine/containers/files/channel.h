// The child's ends of its descriptors: what it says to the engine, and the client's socket that it is lent.
#pragma once

#include "engine/base/result.h"
#include "engine/containers/files/protocol.h"

#include <string>
#include <string_view>

namespace quayside::containers::files
{

constexpr int fdOf(isolation::Slot slot)
{
    return isolation::firstSlot + slot;
}

void say(Packet packet, std::string_view text = {});
// That the work goes on: at most once a second, however often it is called.
void sayProgress();
int report(const Result<> &result); // as Done or Failed; the exit status

// Waits for the engine's word that dataSlot is this process's.
struct Lent {
    Go go;
    std::string ahead;
};
Result<Lent> awaitGo();

} // namespace quayside::containers::files

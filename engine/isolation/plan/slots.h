// The descriptors that travel with a plan: slot s of the plan is the s-th of them (launchplan.h, Slot).
#pragma once

#include "engine/base/fd.h"
#include "engine/isolation/plan/launchplan.h"

#include <cstddef>
#include <vector>

namespace quayside::isolation
{

// Owns them until launch/spawn has handed them to the stage.
class Slots
{
public:
    // An invalid descriptor takes no slot: -1.
    Slot add(Fd fd)
    {
        if (!fd.valid())
            return -1;
        m_fds.push_back(std::move(fd));
        return static_cast<Slot>(m_fds.size()) - 1;
    }
    [[nodiscard]] const std::vector<Fd> &fds() const { return m_fds; }
    [[nodiscard]] std::size_t size() const { return m_fds.size(); }

private:
    std::vector<Fd> m_fds;
};

} // namespace quayside::isolation

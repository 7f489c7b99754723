// What the form of a new container begins with, as a person has chosen it in the settings.
#pragma once

#include "models/containers/runoptions.h"

namespace quayside::models
{

struct NewContainers {
    static constexpr int mostMebibytes = 1024, mostFiles = 100;

    bool removeWhenEnded = false, init = false;
    int logMebibytes = 0; // of one file of its log; 0: as the engine has it
    int logFiles = 1;     // that are kept of it; counts with a size only

    bool operator==(const NewContainers &) const = default;

    static NewContainers saved(); // what nobody could have chosen is left out
    void save() const;
    [[nodiscard]] RunOptions options() const;
};

} // namespace quayside::models

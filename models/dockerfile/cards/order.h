// What a file means otherwise once cards stand in another order: for somebody who is about to move one.
#pragma once

#include "models/dockerfile/cards/edits.h"

#include <QStringList>

namespace quayside::models
{

// Sentences, the gravest first; none where nothing but the order changes. `before` as in moved(). Looked at
// are: what may stand above the first FROM, variables, stages that files are taken from, users, folders and
// shells, commands that a later one replaces, and package installation that would follow the sources.
[[nodiscard]] QStringList moveWarnings(const DockerfileSnapshot &snapshot, const Cards &cards,
                                       CardBlock block, std::size_t before);

} // namespace quayside::models

// What stands at a place in a Dockerfile, explained.
#pragma once

#include "models/dockerfile/document.h"
#include "models/dockerfile/language/sources.h"

#include <QString>

#include <optional>

namespace quayside::models::language
{

struct Hover {
    QString title;           // plain: "COPY --from"
    QString text;            // Qt's rich text: p, b and code only; everything else escaped
    QString url;             // a page with more; may be empty
    dockerfile::Range range; // of what is explained
    bool pending = false;    // a source was asked: there is more to say when it says arrived()
};

// Instructions, flags, keys of mounts, directives, images, stages, and variables with their value there.
// nullopt: nothing to explain. sources: may be null. arguments: --build-arg.
[[nodiscard]] std::optional<Hover> hover(const DockerfileSnapshot &snapshot, dockerfile::Position position,
                                         CompletionSources *sources,
                                         const dockerfile::Environment &arguments = {});

// A finding, and the rule behind it.
[[nodiscard]] Hover hoverOf(const dockerfile::Finding &finding);

} // namespace quayside::models::language

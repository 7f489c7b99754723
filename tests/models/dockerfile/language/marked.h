// A Dockerfile with a mark in it: "FROM a AS b|" is the text without the bar, and the place where it stood.
#pragma once

#include "models/dockerfile/document.h"

namespace quayside::test
{

struct Marked {
    models::DockerfileSnapshotPtr snapshot;
    dockerfile::Position at;
};

inline models::DockerfileSnapshotPtr snapshotOf(const std::string &text)
{
    models::DockerfileDocument document;
    document.setText(text);
    return document.snapshot();
}

inline Marked marked(std::string text, char mark = '|')
{
    const auto offset = text.find(mark);
    text.erase(offset, 1);
    auto snapshot = snapshotOf(text);
    const auto at = snapshot->lines.position(offset);
    return {std::move(snapshot), at};
}

inline std::string textAt(const models::DockerfileSnapshot &snapshot, const dockerfile::Range &range)
{
    return std::string(dockerfile::slice(snapshot.text, snapshot.lines, range));
}

} // namespace quayside::test

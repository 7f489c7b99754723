// A line that is a JSON object, as a person reads it: level, message, and the other fields quietly; or as a
// tree.
#pragma once

#include "models/logs/loglevel.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace quayside::models
{

struct JsonLine {
    LogLevel level = LogLevel::None;
    QString time;    // as the line says it; "" where it says none
    QString word;    // the level's word, in capitals
    QString message; // "" where there is none
    QString fields;  // the others: "status=200 path=/a"
    QString tree;    // all of them, one a line, nested ones indented
};

// nullopt: it is none. `unfolded`: with the tree.
std::optional<JsonLine> parseJsonLine(QByteArrayView line, bool unfolded);

} // namespace quayside::models

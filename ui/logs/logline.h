// One line of a log as it is shown: its text, colours, and for JSON what a person reads of it.
#pragma once

#include "models/logs/loglevel.h"
#include "models/logs/logmodel.h"

#include <QColor>
#include <QPalette>
#include <QTextLayout>

namespace quayside::ui
{

struct ShownLine {
    QString text; // lines of an unfolded tree are parted by QChar::LineSeparator
    QList<QTextLayout::FormatRange> formats;
    bool isJson = false;
};

struct LineLook {
    bool json = true;      // JSON as level, message and fields; else as it stands
    bool unfolded = false; // with the tree of its fields
};

// `longest`: characters; what is more is left out.
ShownLine shownLine(const models::LogLine &line, const LineLook &look, const QPalette &palette,
                    qsizetype longest);
// To tell containers apart, beside their names.
QColor sourceColor(int source);

} // namespace quayside::ui

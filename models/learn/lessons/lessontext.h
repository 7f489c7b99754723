// The text of a lesson, cut into its steps.
#pragma once

#include "models/learn/lessons/lesson.h"

#include <QList>

namespace quayside::models
{

struct LessonSection {
    QString title; // of "## Title"; "" of what stands before the first
    int line = 0;  // of the file
    QList<LessonPart> parts;
};

// The first one is the introduction, which may be empty. firstLine: the number of the text's first line.
// unclosed: the line of a ``` that is never closed; 0 where there is none.
QList<LessonSection> sectionsOf(const QString &markdown, int firstLine, int *unclosed = nullptr);

} // namespace quayside::models

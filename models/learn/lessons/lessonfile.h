// Reads a lesson's file: YAML between two lines ---, then Markdown (docs/lessons.md).
#pragma once

#include "models/learn/lessons/lesson.h"

namespace quayside::models
{

struct LessonFile {
    Lesson lesson;
    QList<LessonMistake> mistakes; // none: the lesson can be used

    static constexpr qint64 mostBytes = 256 << 10;

    // name: of the file, for its mistakes and because a lesson is called as its file.
    static LessonFile parse(const QByteArray &bytes, const QString &name);
    static LessonFile read(const QString &path);
};

} // namespace quayside::models

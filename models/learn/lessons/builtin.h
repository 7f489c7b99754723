// The files of resources/lessons, which are in the program.
#pragma once

#include <QString>
#include <QStringList>

namespace quayside::models
{

QStringList builtInLessonIds();
QString builtInText(const QString &name); // without ".md"; "" where there is no such file

} // namespace quayside::models

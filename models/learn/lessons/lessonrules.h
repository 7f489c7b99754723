// What a lesson may ask of the engine: nothing that reaches beyond its own containers.
#pragma once

#include "models/containers/runoptions.h"

#include <QCoreApplication>

namespace quayside::models
{

class LessonRules
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::LessonRules)

public:
    // words: of `docker run`, without the program. InvalidArgument: what is wrong, and what to do.
    static Result<RunOptions> readRun(const QString &words);
    // Why such a container is not for lessons; "" where it is.
    static QString problemOf(const RunOptions &options);
    static bool isId(const QString &text); // letters, digits and - between them
};

} // namespace quayside::models

// Two sentences about each step of a launch, the lesson that goes further, and what to do where it fails.
#pragma once

#include "models/learn/explanation.h"

#include <QCoreApplication>
#include <QStringList>

namespace quayside::models
{

class StepTexts
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::StepTexts)

public:
    // By the step's name (docs/extensions.md): "root", "pivot". Of one that is not known: empty.
    static Explanation of(const QString &name);
    static QString advice(const QString &name); // where it has failed; never empty
    static QStringList names();                 // that are known
};

} // namespace quayside::models

// The options of `docker run`, by name.
#pragma once

#include "models/containers/runoptions.h"

#include <QHash>

namespace quayside::models
{

struct RunFlag {
    bool takesValue = true;
    // Its effect; a value that cannot be read: false. nullptr: understood, not offered here.
    bool (*set)(RunOptions &, const QString &) = nullptr;
};

const QHash<QString, RunFlag> &runFlags();
// "publish" of 'p'; "" where there is none.
QString longRunFlag(QChar letter);

} // namespace quayside::models

// The engines that a person has added, in the settings.
#pragma once

#include "models/system/enginechoices.h"

namespace quayside::models
{

class SavedEngines
{
public:
    static QStringList addresses();
    static void add(const QString &address,
                    const QString &name); // name: may be ""; a known one is named anew
    static void remove(const QString &address);

    // All that can be opened here: see EngineChoices::all(). shown: the one in the window, listed in any
    // case.
    static QList<EngineAddress> all(const QString &shown);
};

} // namespace quayside::models

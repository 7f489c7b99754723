// The last lines that the window's program has said on its standard error.
#pragma once

#include <QStringList>

namespace quayside::models
{

class WindowLog
{
public:
    // From now on every line is kept, besides going where it went before. Once.
    static void keep();
    static QStringList lines(); // the newest last

    static constexpr qsizetype mostLines = 500;
};

} // namespace quayside::models

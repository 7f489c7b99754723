// What a person has chosen in the dialog of settings, read wherever it counts.
#pragma once

#include <QString>

namespace quayside::models
{

class Preferences
{
public:
    static bool closesToTray();
    static void setClosesToTray(bool closes);
    static bool startsInTray();
    static void setStartsInTray(bool starts);
    // "": as the desktop; "en", "de", "fr": from the next start.
    static QString language();
    static void setLanguage(const QString &language);
    // Of logs and shells; 0: as the desktop.
    static int outputPoints();
    static void setOutputPoints(int points);
    // Less free space than this is worth a message; 0: never.
    static qint64 diskLowBytes();
    static void setDiskLowBytes(qint64 bytes);
    // Rows of lists stand closer together.
    static bool compactRows();
    static void setCompactRows(bool compact);
    // How long a removal can be taken back.
    static constexpr int leastUndoSeconds = 5, mostUndoSeconds = 120;
    static int undoSeconds();
    static void setUndoSeconds(int seconds);
    // Before containers are stopped, restarted or killed. (What removes something is asked about anyway.)
    static bool asksBeforeEnding();
    static void setAsksBeforeEnding(bool asks);

    static void reset(); // all of them, which messages are wanted, and what new containers begin with
};

} // namespace quayside::models

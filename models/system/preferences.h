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

    static void reset(); // all of them, and which messages are wanted
};

} // namespace quayside::models

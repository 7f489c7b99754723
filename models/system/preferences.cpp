#include "models/system/preferences.h"

#include <QSettings>

#include <algorithm>

namespace quayside::models
{

namespace
{

const QString closeKey = QStringLiteral("tray/close"), startKey = QStringLiteral("tray/start"),
              languageKey = QStringLiteral("view/language"), pointsKey = QStringLiteral("view/outputPoints"),
              diskKey = QStringLiteral("disk/low"), compactKey = QStringLiteral("view/compact"),
              undoKey = QStringLiteral("acts/undoSeconds"), askKey = QStringLiteral("acts/askBeforeEnding");
constexpr qint64 usualDiskLow = qint64(5) << 30;
constexpr int leastPoints = 6, mostPoints = 32, usualUndo = 10;

} // namespace

bool Preferences::closesToTray()
{
    return QSettings().value(closeKey, false).toBool();
}

void Preferences::setClosesToTray(bool closes)
{
    QSettings().setValue(closeKey, closes);
}

bool Preferences::startsInTray()
{
    return QSettings().value(startKey, false).toBool();
}

void Preferences::setStartsInTray(bool starts)
{
    QSettings().setValue(startKey, starts);
}

QString Preferences::language()
{
    return QSettings().value(languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    QSettings().setValue(languageKey, language);
}

int Preferences::outputPoints()
{
    const int points = QSettings().value(pointsKey, 0).toInt();
    return points == 0 ? 0 : std::clamp(points, leastPoints, mostPoints);
}

void Preferences::setOutputPoints(int points)
{
    QSettings().setValue(pointsKey, points);
}

qint64 Preferences::diskLowBytes()
{
    return std::max<qint64>(0, QSettings().value(diskKey, usualDiskLow).toLongLong());
}

void Preferences::setDiskLowBytes(qint64 bytes)
{
    QSettings().setValue(diskKey, bytes);
}

bool Preferences::compactRows()
{
    return QSettings().value(compactKey, false).toBool();
}

void Preferences::setCompactRows(bool compact)
{
    QSettings().setValue(compactKey, compact);
}

int Preferences::undoSeconds()
{
    return std::clamp(QSettings().value(undoKey, usualUndo).toInt(), leastUndoSeconds, mostUndoSeconds);
}

void Preferences::setUndoSeconds(int seconds)
{
    QSettings().setValue(undoKey, seconds);
}

bool Preferences::asksBeforeEnding()
{
    return QSettings().value(askKey, false).toBool();
}

void Preferences::setAsksBeforeEnding(bool asks)
{
    QSettings().setValue(askKey, asks);
}

void Preferences::reset()
{
    QSettings settings;
    for (const QString &key : {closeKey, startKey, languageKey, pointsKey, diskKey, compactKey, undoKey,
                               askKey, QStringLiteral("notices"), QStringLiteral("newContainers")})
        settings.remove(key);
}

} // namespace quayside::models

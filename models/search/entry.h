// Something that the person at the desk can go to, or have done, by typing its name.
#pragma once

#include <QList>
#include <QString>
#include <QVariant>

#include <functional>

namespace quayside::models
{

struct SearchEntry {
    QString id;       // the same as long as it means the same thing: remembered of what was chosen lately
    QString title;    // "web", "Stop web", "Pull an image…"
    QString detail;   // what it is, or where it is found: "Container · running", "Image, Pull…"
    QString keywords; // found by them as well, never shown: ids, image names
    QString keys;     // its shortcut as text, or ""
    QVariant icon;    // for Qt::DecorationRole
    int weight = 0;   // goes before others that match as well
    std::function<void()> open;
};

} // namespace quayside::models

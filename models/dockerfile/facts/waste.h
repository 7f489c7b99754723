// Bytes that an image carries and nobody sees: what one instruction wrote and a later one removed or wrote
// again. Pure.
#pragma once

#include "engine/api/types/imagecontents.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace quayside::models
{

struct Waste {
    QString fromLayer, byLayer; // chain ids: of what wrote them first, and of what made them useless
    qint64 bytes = 0;
    QStringList paths; // the largest, at most three
    int count = 0;     // of all

    bool operator==(const Waste &) const = default;
};

// The largest first. What the engine names of it: the largest paths only.
QList<Waste> wasteOf(const api::ImageContents &contents);

} // namespace quayside::models

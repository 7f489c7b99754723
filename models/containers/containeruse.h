// What a container uses of the machine now, for the list.
#pragma once

#include <QList>
#include <QString>

namespace quayside::models
{

// -1: not known.
struct ContainerUse {
    float cpu = -1;                // percent of one CPU
    float memory = -1;             // bytes
    float network = -1, disk = -1; // bytes a second, in and out
    float processes = -1;
    float pressure = -1;                    // percent; the worst of CPU, memory and disk
    QList<float> cpuHistory, memoryHistory; // the newest last
};

// "12 %", "1.5 MiB/s", "80.0 MiB", "3".
QString percentText(double percent);
QString rateText(double bytesPerSecond);
QString bytesText(double bytes);
QString countText(double count);

} // namespace quayside::models

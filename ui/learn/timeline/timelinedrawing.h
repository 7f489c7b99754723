// Where the entries of the time line lie: pure, so that a test can look at it.
#pragma once

#include "models/learn/timeline/timeline.h"
#include "ui/learn/drawing.h"

namespace quayside::ui
{

// Time runs down an axis: ancestors stand before it, the kernel's steps behind it; where there is little
// room, all stand behind it. Mirrored where one reads from right to left.
Drawing drawTimeline(const QList<models::TimelineEntry> &entries, int width, const QFontMetrics &metrics,
                     Qt::LayoutDirection direction);

} // namespace quayside::ui

#include "models/containers/containeruse.h"

#include "models/common/text.h"

namespace quayside::models
{

namespace
{

struct UseWords {
    Q_DECLARE_TR_FUNCTIONS(quayside::models::ContainerUse)
};

} // namespace

QString percentText(double percent)
{
    return UseWords::tr("%1 %").arg(percent, 0, 'f', percent < 9.95 ? 1 : 0);
}

QString rateText(double bytesPerSecond)
{
    return UseWords::tr("%1/s", "bytes a second").arg(Text::size(qint64(bytesPerSecond)));
}

QString bytesText(double bytes)
{
    return Text::size(qint64(bytes));
}

QString countText(double count)
{
    return QString::number(qRound64(count));
}

} // namespace quayside::models

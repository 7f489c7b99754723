#include "models/common/boundedbuffer.h"

#include "models/common/text.h"

#include <algorithm>

namespace quayside::models
{

void BoundedBuffer::begin(qint64 most)
{
    close();
    setData({});
    m_most = most;
    m_overfull = false;
    open(QIODevice::ReadWrite);
}

qint64 BoundedBuffer::writeData(const char *data, qint64 size)
{
    const qint64 room = m_most - pos();
    if (size <= room)
        return QBuffer::writeData(data, size);
    m_overfull = true;
    QBuffer::writeData(data, std::max<qint64>(room, 0));
    setErrorString(tr("it is larger than %1").arg(Text::size(m_most)));
    return -1;
}

} // namespace quayside::models

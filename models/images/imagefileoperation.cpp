#include "models/images/imagefileoperation.h"

#include "models/common/text.h"

#include <algorithm>

namespace quayside::models
{

SavingOperation *saveImageFile(client::EngineClient *client, const ImageFile &file, const QString &fileName,
                               qint64 expectedBytes)
{
    return new SavingOperation(
        SavingOperation::tr("Save %1").arg(file.path), fileName, expectedBytes,
        [client, file](QIODevice *device, QObject *context, SavingOperation::OnReceived onReceived,
                       client::Done<void> done) {
            return client::imageFile(*client, file.image.toStdString(), file.layer, file.coded, device,
                                     context, std::move(onReceived), std::move(done));
        });
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

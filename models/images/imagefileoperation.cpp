#include "models/images/imagefileoperation.h"

#include "models/common/text.h"

#include <QTimer>

#include <algorithm>

namespace quayside::models
{

SaveImageFileOperation::SaveImageFileOperation(client::EngineClient *client, const ImageFile &file,
                                               const QString &fileName, qint64 expectedBytes, QObject *parent)
    : Operation(tr("Save %1").arg(file.path), parent), m_client(client), m_wanted(file), m_file(fileName),
      m_expectedBytes(expectedBytes)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &SaveImageFileOperation::begin);
}

void SaveImageFileOperation::begin()
{
    if (!isRunning())
        return;
    if (!m_file.open(QIODevice::WriteOnly)) {
        failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    m_call = client::imageFile(
        *m_client, m_wanted.image.toStdString(), m_wanted.layer, m_wanted.coded, &m_file, this,
        [this](std::int64_t received) {
            setProgress(received, m_expectedBytes);
            setDetail(tr("%1 written").arg(Text::size(received)));
        },
        [this](const Result<> &done) {
            if (!isRunning())
                return;
            if (!done) {
                m_file.cancelWriting();
                failWith(QString::fromStdString(done.error().message));
            } else if (!m_file.commit()) {
                failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
            } else {
                succeed(tr("Saved to %1").arg(m_file.fileName()));
            }
        });
}

void SaveImageFileOperation::stopWork()
{
    m_call.cancel();
    m_file.cancelWriting();
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

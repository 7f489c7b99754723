#include "models/containers/fileoperations.h"

#include "models/common/text.h"

#include <QFileInfo>
#include <QTimer>

namespace quayside::models
{

DownloadOperation::DownloadOperation(client::EngineClient *client, const QString &containerId,
                                     const QString &path, bool folder, const QString &fileName,
                                     QObject *parent)
    : Operation(tr("Download %1").arg(path), parent), m_client(client), m_id(containerId), m_path(path),
      m_folder(folder), m_file(fileName), m_reader(&m_file)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &DownloadOperation::begin);
}

void DownloadOperation::begin()
{
    if (!isRunning())
        return;
    if (!m_file.open(QIODevice::WriteOnly)) {
        failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    QIODevice *archive = m_folder ? static_cast<QIODevice *>(&m_file) : &m_reader;
    m_call = client::downloadPath(
        *m_client, m_id.toStdString(), m_path.toStdString(), archive, this,
        [this](std::int64_t received) {
            setProgress(received, 0);
            setDetail(tr("%1 received").arg(Text::size(received)));
        },
        [this](const Result<> &done) { onEnd(done); });
}

void DownloadOperation::onEnd(const Result<> &done)
{
    if (!isRunning())
        return;
    if (!done || (!m_folder && !m_reader.isComplete())) {
        m_file.cancelWriting();
        failWith(done ? tr("the archive ended before the file did")
                      : QString::fromStdString(done.error().message));
    } else if (!m_file.commit()) {
        failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
    } else {
        succeed(tr("Saved to %1").arg(m_file.fileName()));
    }
}

void DownloadOperation::stopWork()
{
    m_call.cancel();
    m_file.cancelWriting();
}

UploadOperation::UploadOperation(client::EngineClient *client, const QString &containerId,
                                 const QString &fileName, const QString &folder, QObject *parent)
    : Operation(tr("Upload %1").arg(QFileInfo(fileName).fileName()), parent), m_client(client),
      m_id(containerId), m_folder(folder), m_file(fileName)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &UploadOperation::begin);
}

void UploadOperation::begin()
{
    if (!isRunning())
        return;
    if (QFileInfo(m_file.fileName()).isDir() || !m_file.open(QIODevice::ReadOnly)) {
        failWith(tr("%1 cannot be read: %2")
                     .arg(m_file.fileName(), m_file.isOpen() || m_file.error() == QFileDevice::NoError
                                                 ? tr("it is a folder")
                                                 : m_file.errorString()));
        return;
    }
    m_archive = std::make_unique<TarFileWriter>(&m_file, QFileInfo(m_file.fileName()).fileName());
    m_call = client::uploadTo(
        *m_client, m_id.toStdString(), m_folder.toStdString(), m_archive.get(), this,
        [this](std::int64_t sent) {
            setProgress(sent, m_file.size());
            setDetail(tr("%1 of %2 sent").arg(Text::size(sent), Text::size(m_file.size())));
        },
        [this](const Result<> &done) {
            if (!done)
                failWith(QString::fromStdString(done.error().message));
            else
                succeed(tr("%1 is in %2").arg(QFileInfo(m_file.fileName()).fileName(), m_folder));
        });
}

} // namespace quayside::models

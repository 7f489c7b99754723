#include "models/containers/fileoperations.h"

#include "models/common/text.h"

#include <QFileInfo>
#include <QTimer>

#include <memory>

namespace quayside::models
{

SavingOperation *downloadPath(client::EngineClient *client, const QString &containerId, const QString &path,
                              bool folder, const QString &fileName)
{
    const auto ask = [client, id = containerId.toStdString(), path = path.toStdString(),
                      folder](QIODevice *file, QObject *context, SavingOperation::OnReceived onReceived,
                              client::Done<void> done) {
        if (folder)
            return client::downloadPath(*client, id, path, file, context, std::move(onReceived),
                                        std::move(done));
        // The engine sends a tar of one file, of which the file is taken on the way.
        auto reader = std::make_shared<TarFileReader>(file);
        return client::downloadPath(
            *client, id, path, reader.get(), context, std::move(onReceived),
            [reader, done = std::move(done)](const Result<> &end) {
                if (end && !reader->isComplete())
                    done(fail(ErrorKind::Internal, "{}",
                              SavingOperation::tr("the archive ended before the file did").toStdString()));
                else
                    done(end);
            });
    };
    return new SavingOperation(SavingOperation::tr("Download %1").arg(path), fileName, 0, ask);
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

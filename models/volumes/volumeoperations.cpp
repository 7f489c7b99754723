#include "models/volumes/volumeoperations.h"

#include "models/common/text.h"

#include <QFileInfo>
#include <QTimer>

namespace quayside::models
{

QString compressionOf(const QString &fileName)
{
    if (fileName.endsWith(u".gz") || fileName.endsWith(u".tgz"))
        return QStringLiteral("gzip");
    return fileName.endsWith(u".zst") ? QStringLiteral("zstd") : QStringLiteral("none");
}

SavingOperation *exportVolume(client::EngineClient *client, const QString &name, const QString &shownName,
                              const QString &fileName, qint64 expectedBytes)
{
    const QString compression = compressionOf(fileName);
    return new SavingOperation(SavingOperation::tr("Export %1").arg(shownName), fileName,
                               compression == u"none" ? std::max<qint64>(expectedBytes, 0) : 0,
                               [client, name = name.toStdString(), compression = compression.toStdString()](
                                   QIODevice *device, QObject *context,
                                   SavingOperation::OnReceived onReceived, client::Done<void> done) {
                                   return client::exportVolume(*client, name, compression, device, context,
                                                               std::move(onReceived), std::move(done));
                               });
}

ImportVolumeOperation::ImportVolumeOperation(client::EngineClient *client, const client::VolumeImport &import,
                                             const QString &fileName, QObject *parent)
    : Operation(tr("Import %1").arg(QFileInfo(fileName).fileName()), parent), m_client(client),
      m_import(import), m_file(fileName)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &ImportVolumeOperation::begin);
}

void ImportVolumeOperation::begin()
{
    if (!isRunning())
        return;
    if (QFileInfo(m_file.fileName()).isDir() || !m_file.open(QIODevice::ReadOnly)) {
        failWith(tr("%1 cannot be read: %2")
                     .arg(m_file.fileName(), m_file.error() == QFileDevice::NoError ? tr("it is a folder")
                                                                                    : m_file.errorString()));
        return;
    }
    m_call = client::importVolume(
        *m_client, m_import, &m_file, this,
        [this](std::int64_t sent) {
            setProgress(sent, m_file.size());
            setDetail(sent < m_file.size()
                          ? tr("%1 of %2 sent").arg(Text::size(sent), Text::size(m_file.size()))
                          : tr("The engine writes it to the disk"));
        },
        [this](const Result<> &done) {
            if (!done)
                failWith(QString::fromStdString(done.error().message));
            else
                succeed(
                    tr("%1 is in the volume %2")
                        .arg(QFileInfo(m_file.fileName()).fileName(), QString::fromStdString(m_import.name)));
        });
}

CloneVolumeOperation::CloneVolumeOperation(client::EngineClient *client, const QString &name,
                                           const QString &newName, QObject *parent)
    : Operation(tr("Clone %1 as %2").arg(name, newName), parent), m_client(client), m_name(name),
      m_newName(newName)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &CloneVolumeOperation::begin);
}

void CloneVolumeOperation::begin()
{
    if (!isRunning())
        return;
    m_call = client::cloneVolume(
        *m_client, m_name.toStdString(), m_newName.toStdString(), this,
        [this](const client::Progress &progress) {
            if (!progress.current)
                return;
            setProgress(*progress.current, progress.total.value_or(0));
            setDetail(tr("%1 of %2 copied")
                          .arg(Text::size(*progress.current), Text::size(progress.total.value_or(0))));
        },
        [this](const Result<> &done) {
            if (!done)
                failWith(QString::fromStdString(done.error().message));
            else
                succeed(tr("The volume %1 is ready").arg(m_newName));
        });
}

} // namespace quayside::models

#include "models/files/fileoperations.h"

#include "models/common/text.h"

#include <QFileInfo>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace quayside::models
{

namespace
{

using Ask = SavingOperation::Ask;

Ask askForFile(client::EngineClient *client, const client::FilesOf &of, const std::string &coded)
{
    return [client, of, coded](QIODevice *file, QObject *context, SavingOperation::OnReceived onReceived,
                               client::Done<void> done) {
        return client::readFile(*client, of, coded, file, context, std::move(onReceived),
                                [done = std::move(done)](const Result<std::string> &version) {
                                    done(version ? Result<>() : std::unexpected(version.error()));
                                });
    };
}

Ask askForArchive(client::EngineClient *client, const std::string &id, const std::string &path)
{
    return [client, id, path](QIODevice *file, QObject *context, SavingOperation::OnReceived onReceived,
                              client::Done<void> done) {
        return client::downloadPath(*client, id, path, file, context, std::move(onReceived), std::move(done));
    };
}

// The engine sends a tar of one file, of which the file is taken on the way.
Ask askForFileInArchive(client::EngineClient *client, const std::string &id, const std::string &path)
{
    return [client, id, path](QIODevice *file, QObject *context, SavingOperation::OnReceived onReceived,
                              client::Done<void> done) {
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
}

} // namespace

SavingOperation *downloadFile(client::EngineClient *client, const FileListing::Source &source,
                              const FileEntry &entry, const QString &path, const QString &fileName)
{
    const std::string &id = source.of.id;
    Ask ask;
    if (entry.isFolder())
        ask = askForArchive(client, id, path.toStdString());
    else if (source.byEngine)
        ask = askForFile(client, source.of, entry.coded);
    else
        ask = askForFileInArchive(client, id, path.toStdString());
    const qint64 expected = entry.kind == FileEntry::Kind::File ? std::max<qint64>(0, entry.size) : 0;
    return new SavingOperation(SavingOperation::tr("Download %1").arg(path), fileName, expected, ask);
}

UploadOperation::UploadOperation(client::EngineClient *client, const FileListing::Source &source,
                                 const QString &fileName, const std::string &codedFolder, QObject *parent)
    : Operation(tr("Upload %1").arg(QFileInfo(fileName).fileName()), parent), m_client(client),
      m_source(source), m_codedFolder(codedFolder),
      m_folder(QUrl::fromPercentEncoding(QByteArray::fromStdString(codedFolder))), m_file(fileName)
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
    const QString name = QFileInfo(m_file.fileName()).fileName();
    if (m_source.byEngine)
        putByEngine(name);
    else
        putAsArchive(name);
}

void UploadOperation::putByEngine(const QString &name)
{
    setProgress(0, m_file.size());
    m_call = client::putFile(
        *m_client, m_source.of, joinCoded(m_codedFolder, name), {}, &m_file, this,
        [this](std::int64_t sent) {
            setProgress(sent, m_file.size());
            setDetail(tr("%1 of %2 sent").arg(Text::size(sent), Text::size(m_file.size())));
        },
        [this](const Result<std::string> &version) {
            onEnd(version ? Result<>() : std::unexpected(version.error()));
        });
}

void UploadOperation::putAsArchive(const QString &name)
{
    m_archive = std::make_unique<TarFileWriter>(&m_file, name);
    m_call = client::uploadTo(
        *m_client, m_source.of.id, m_folder.toStdString(), m_archive.get(), this,
        [this](std::int64_t sent) {
            setProgress(sent, m_file.size());
            setDetail(tr("%1 of %2 sent").arg(Text::size(sent), Text::size(m_file.size())));
        },
        [this](const Result<> &done) { onEnd(done); });
}

void UploadOperation::onEnd(const Result<> &done)
{
    if (!done)
        failWith(QString::fromStdString(done.error().message));
    else
        succeed(tr("%1 is in %2").arg(QFileInfo(m_file.fileName()).fileName(), m_folder));
}

} // namespace quayside::models

#include "models/files/fileoperations.h"

#include "models/client/imagecontents.h"
#include "models/common/text.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QLocale>
#include <QTimer>
#include <QUrl>

#include <algorithm>
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
      m_folder(QUrl::fromPercentEncoding(QByteArray::fromStdString(codedFolder))),
      m_name(QFileInfo(fileName).fileName()), m_file(fileName)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &UploadOperation::begin);
}

void UploadOperation::begin()
{
    if (!isRunning() || !collect())
        return;
    setProgress(0, m_all);
    if (m_source.byEngine)
        next();
    else
        putAsArchive();
}

bool UploadOperation::collect()
{
    const QFileInfo top(m_file.fileName());
    if (!top.isDir()) {
        m_steps = {{top.filePath(), joinCoded(m_codedFolder, m_name)}};
        m_all = top.size();
        return true;
    }
    if (!m_source.byEngine) {
        failWith(tr("%1 cannot be read: %2").arg(m_file.fileName(), tr("it is a folder")));
        return false;
    }
    const QDir folder(top.filePath());
    const std::string coded = joinCoded(m_codedFolder, m_name);
    m_steps = {{{}, coded}};
    QDirIterator entries(top.filePath(),
                         QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::NoSymLinks,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) { // a folder comes before what is in it
        const QFileInfo entry = entries.nextFileInfo();
        if (m_steps.size() > mostFiles) {
            failWith(tr("%1 has more than %2 files: pack them, and upload the archive.")
                         .arg(m_name, QLocale().toString(mostFiles)));
            return false;
        }
        const std::string path =
            coded + '/' + client::codePath(folder.relativeFilePath(entry.filePath()).toStdString());
        m_steps.append({entry.isDir() ? QString() : entry.filePath(), path});
        m_all += entry.isDir() ? 0 : entry.size();
    }
    std::ranges::reverse(m_steps);
    return true;
}

void UploadOperation::next()
{
    if (m_steps.isEmpty()) {
        onEnd({});
        return;
    }
    const Step step = m_steps.takeLast();
    if (step.file.isEmpty())
        makeFolder(step);
    else
        putByEngine(step);
}

void UploadOperation::makeFolder(const Step &step)
{
    m_call = client::editFiles(*m_client, m_source.of, {.operation = "mkdir", .encoded = step.coded}, this,
                               [this](const Result<> &done) {
                                   if (done || done.error().kind == ErrorKind::Conflict) // it is there
                                       next();
                                   else
                                       onEnd(done);
                               });
}

void UploadOperation::putByEngine(const Step &step)
{
    m_file.close();
    m_file.setFileName(step.file);
    if (!m_file.open(QIODevice::ReadOnly)) {
        failWith(tr("%1 cannot be read: %2").arg(step.file, m_file.errorString()));
        return;
    }
    m_call = client::putFile(
        *m_client, m_source.of, step.coded, {}, &m_file, this, [this](std::int64_t sent) { onSent(sent); },
        [this](const Result<std::string> &version) {
            m_before += m_file.size();
            if (version)
                next();
            else
                onEnd(std::unexpected(version.error()));
        });
}

void UploadOperation::putAsArchive()
{
    if (!m_file.open(QIODevice::ReadOnly)) {
        failWith(tr("%1 cannot be read: %2").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    m_archive = std::make_unique<TarFileWriter>(&m_file, m_name);
    m_call = client::uploadTo(
        *m_client, m_source.of.id, m_folder.toStdString(), m_archive.get(), this,
        [this](std::int64_t sent) { onSent(sent); }, [this](const Result<> &done) { onEnd(done); });
}

void UploadOperation::onSent(std::int64_t bytes)
{
    setProgress(m_before + bytes, m_all);
    setDetail(tr("%1 of %2 sent").arg(Text::size(m_before + bytes), Text::size(m_all)));
}

void UploadOperation::onEnd(const Result<> &done)
{
    if (!done)
        failWith(QString::fromStdString(done.error().message));
    else
        succeed(tr("%1 is in %2").arg(m_name, m_folder));
}

} // namespace quayside::models

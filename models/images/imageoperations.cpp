#include "models/images/imageoperations.h"

#include "models/common/text.h"
#include "models/images/imagemodel.h"

#include <QFileInfo>
#include <QTimer>

namespace quayside::models
{

namespace
{

QString fileNameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

QString message(const Error &error)
{
    return QString::fromStdString(error.message);
}

} // namespace

LoadOperation::LoadOperation(client::EngineClient *client, const QString &fileName, QObject *parent)
    : Operation(tr("Load %1").arg(fileNameOf(fileName)), parent), m_client(client), m_file(fileName)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &LoadOperation::begin);
}

void LoadOperation::begin()
{
    if (!isRunning())
        return;
    if (!m_file.open(QIODevice::ReadOnly)) {
        failWith(tr("%1 cannot be read: %2").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    m_call = m_client->load(
        &m_file, this,
        [this](std::int64_t sent) {
            setProgress(sent, m_file.size());
            setDetail(sent < m_file.size()
                          ? tr("%1 of %2 sent").arg(Text::size(sent), Text::size(m_file.size()))
                          : tr("The engine unpacks it"));
        },
        [this](const client::Progress &progress) { onProgress(progress); },
        [this](const Result<> &done) {
            if (!done)
                failWith(message(done.error()));
            else
                succeed(m_loaded.isEmpty() ? tr("Loaded")
                                           : tr("Loaded %1").arg(m_loaded.join(QStringLiteral(", "))));
        });
}

void LoadOperation::onProgress(const client::Progress &progress)
{
    const QString line = QString::fromStdString(progress.stream).trimmed();
    if (line.isEmpty())
        return;
    addLogLine(line);
    // "Loaded image: busybox:latest", "Loaded image ID: sha256:…"
    if (const qsizetype colon = line.indexOf(u": "); line.startsWith(u"Loaded image") && colon > 0)
        m_loaded.append(line.mid(colon + 2));
}

ImportOperation::ImportOperation(client::EngineClient *client, const QString &fileName,
                                 const QString &reference, const QStringList &changes, QObject *parent)
    : Operation(tr("Import %1").arg(fileNameOf(fileName)), parent), m_client(client), m_file(fileName),
      m_reference(reference), m_changes(changes)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &ImportOperation::begin);
}

void ImportOperation::begin()
{
    if (!isRunning())
        return;
    if (!m_file.open(QIODevice::ReadOnly)) {
        failWith(tr("%1 cannot be read: %2").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    const auto [repository, tag] = splitReference(m_reference);
    client::EngineClient::Import options{.repository = repository.toStdString(), .tag = tag.toStdString()};
    for (const QString &change : m_changes)
        options.changes.push_back(change.toStdString());
    m_call = m_client->importImage(
        &m_file, options, this,
        [this](std::int64_t sent) {
            setProgress(sent, m_file.size());
            setDetail(sent < m_file.size()
                          ? tr("%1 of %2 sent").arg(Text::size(sent), Text::size(m_file.size()))
                          : tr("The engine unpacks it"));
        },
        [this](const client::Progress &progress) {
            if (const QString line = QString::fromStdString(progress.status).trimmed(); !line.isEmpty())
                addLogLine(line);
        },
        [this](const Result<std::string> &id) {
            if (!id)
                failWith(message(id.error()));
            else
                succeed(tr("Imported as %1").arg(m_reference));
        });
}

SavingOperation *saveImages(client::EngineClient *client, const QStringList &names, const QString &fileName,
                            qint64 expectedBytes)
{
    std::vector<std::string> wanted;
    for (const QString &name : names)
        wanted.push_back(name.toStdString());
    return new SavingOperation(
        names.size() == 1 ? SavingOperation::tr("Save %1").arg(names.first())
                          : SavingOperation::tr("Save %n image(s)", nullptr, int(names.size())),
        fileName, expectedBytes,
        [client, wanted](QIODevice *device, QObject *context, SavingOperation::OnReceived onReceived,
                         client::Done<void> done) {
            return client->save(wanted, device, context, std::move(onReceived), std::move(done));
        });
}

BaseImageOperation::BaseImageOperation(client::EngineClient *client, const QString &suite,
                                       const QStringList &packages, const QString &name, QObject *parent)
    : Operation(tr("Base image %1").arg(name), parent), m_client(client), m_suite(suite),
      m_packages(packages), m_name(name)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &BaseImageOperation::begin);
}

void BaseImageOperation::begin()
{
    if (!isRunning())
        return;
    setDetail(tr("Asking the engine"));
    api::BaseImageRequest request;
    request.suite = m_suite.toStdString();
    request.name = m_name.toStdString();
    for (const QString &package : m_packages)
        request.packages.push_back(package.toStdString());
    m_call = m_client->makeBaseImage(
        request, this, [this](const client::Progress &progress) { onProgress(progress); },
        [this](const Result<> &done) {
            if (!done)
                failWith(message(done.error()));
            else
                succeed(tr("%1 is ready").arg(m_name));
        });
}

void BaseImageOperation::onProgress(const client::Progress &progress)
{
    m_partialLine += QString::fromStdString(progress.stream.empty() ? progress.status : progress.stream);
    if (progress.stream.empty() && !m_partialLine.isEmpty())
        m_partialLine += u'\n';
    qsizetype end = 0;
    while ((end = m_partialLine.indexOf(u'\n')) >= 0) {
        const QString line = m_partialLine.left(end).trimmed();
        m_partialLine.remove(0, end + 1);
        if (line.isEmpty())
            continue;
        addLogLine(line);
        setDetail(line);
    }
    if (progress.current && progress.total)
        setProgress(*progress.current, *progress.total);
}

} // namespace quayside::models

#include "models/containers/containeroperations.h"

#include "models/common/text.h"

#include <QTimer>

namespace quayside::models
{

ExportOperation::ExportOperation(client::EngineClient *client, const QString &id, const QString &name,
                                 const QString &fileName, QObject *parent)
    : Operation(tr("Export %1").arg(name), parent), m_client(client), m_id(id), m_file(fileName)
{
    setLosesWorkWhenClosed(true);
    QTimer::singleShot(0, this, &ExportOperation::begin);
}

void ExportOperation::begin()
{
    if (!isRunning())
        return;
    if (!m_file.open(QIODevice::WriteOnly)) {
        failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
        return;
    }
    m_call = client::exportContainer(
        *m_client, m_id.toStdString(), &m_file, this,
        [this](std::int64_t received) {
            setProgress(received, 0);
            setDetail(tr("%1 written").arg(Text::size(received)));
        },
        [this](const Result<> &done) {
            if (!done) {
                m_file.cancelWriting();
                failWith(QString::fromStdString(done.error().message));
            } else if (!m_file.commit()) {
                failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
            } else {
                succeed(tr("Exported to %1").arg(m_file.fileName()));
            }
        });
}

void ExportOperation::stopWork()
{
    m_call.cancel();
    m_file.cancelWriting();
}

CommitOperation::CommitOperation(client::EngineClient *client, const client::Commit &commit,
                                 const QString &name, QObject *parent)
    : Operation(tr("Make an image of %1").arg(name), parent), m_client(client), m_commit(commit)
{
    QTimer::singleShot(0, this, &CommitOperation::begin);
}

void CommitOperation::begin()
{
    if (!isRunning())
        return;
    setDetail(tr("The engine copies what the container has changed"));
    m_call = client::commit(*m_client, m_commit, this, [this](const Result<std::string> &id) {
        if (!id)
            failWith(QString::fromStdString(id.error().message));
        else if (m_commit.repository.empty())
            succeed(tr("The image %1 is ready").arg(Text::shortId(QString::fromStdString(*id))));
        else
            succeed(tr("%1 is ready").arg(QString::fromStdString(m_commit.repository + ':' + m_commit.tag)));
    });
}

} // namespace quayside::models

#include "models/containers/containeroperations.h"

#include "models/common/text.h"

#include <QTimer>

namespace quayside::models
{

SavingOperation *exportContainer(client::EngineClient *client, const QString &id, const QString &name,
                                 const QString &fileName)
{
    return new SavingOperation(SavingOperation::tr("Export %1").arg(name), fileName, 0,
                               [client, id](QIODevice *device, QObject *context,
                                            SavingOperation::OnReceived onReceived, client::Done<void> done) {
                                   return client::exportContainer(*client, id.toStdString(), device, context,
                                                                  std::move(onReceived), std::move(done));
                               });
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

#include "models/containers/runoperation.h"

#include <QTimer>

namespace quayside::models
{

RunOperation::RunOperation(client::EngineClient *client, const RunOptions &options, bool start,
                           QObject *parent)
    : Operation(start ? tr("Run %1").arg(options.image) : tr("Create a container of %1").arg(options.image),
                parent),
      m_client(client), m_options(options), m_start(start)
{
    // Not from within the constructor: whoever made it connects to finished() first.
    QTimer::singleShot(0, this, &RunOperation::create);
}

void RunOperation::create()
{
    if (!isRunning())
        return;
    const Result<api::ContainerCreateRequest> request = toCreateRequest(m_options);
    if (!request) {
        failWith(QString::fromStdString(request.error().message));
        return;
    }
    setDetail(tr("Creating the container"));
    m_call = m_client->createContainer(m_options.name.trimmed().toStdString(), *request, this,
                                       [this](const Result<api::ContainerCreateResponse> &created) {
                                           if (!created) {
                                               onCreateFailed(created.error());
                                               return;
                                           }
                                           m_id = QString::fromStdString(created->id);
                                           for (const std::string &warning : created->warnings)
                                               m_warnings.append(QString::fromStdString(warning));
                                           if (m_start)
                                               startContainer();
                                           else
                                               succeed(tr("Created"));
                                       });
}

// Other things may be missing too; Docker and we say of an image "No such image: busybox:latest".
void RunOperation::onCreateFailed(const Error &error)
{
    if (error.kind == ErrorKind::NotFound && error.message.starts_with("No such image") && !m_pulled)
        pull();
    else
        failWith(QString::fromStdString(error.message));
}

void RunOperation::pull()
{
    m_pulled = true;
    setDetail(tr("Pulling %1").arg(m_options.image));
    m_call = m_client->pullImage(
        m_options.image.trimmed().toStdString(), this,
        [this](const client::Progress &progress) { onPulled(progress); },
        [this](const Result<> &pulled) {
            if (pulled)
                create();
            else
                failWith(tr("%1 is not here, and pulling it failed: %2")
                             .arg(m_options.image, QString::fromStdString(pulled.error().message)));
        });
}

void RunOperation::onPulled(const client::Progress &progress)
{
    if (!progress.id.empty() && progress.current && progress.total)
        m_blobs[progress.id] = {*progress.current, *progress.total};
    qint64 done = 0, total = 0;
    for (const auto &[id, blob] : m_blobs) {
        done += blob.done;
        total += blob.total;
    }
    setProgress(done, total);
}

void RunOperation::startContainer()
{
    setDetail(tr("Starting the container"));
    m_call = m_client->startContainer(m_id.toStdString(), this, [this](const Result<> &started) {
        if (started) {
            succeed(tr("Started"));
            return;
        }
        removeCreated();
        failWith(QString::fromStdString(started.error().message));
    });
}

void RunOperation::removeCreated()
{
    // Belongs to the client, so that it goes on when this operation is gone.
    if (!m_id.isEmpty())
        m_client->removeContainer(m_id.toStdString(), {.force = true, .volumes = true}, m_client, {});
    m_id.clear();
}

void RunOperation::stopWork()
{
    m_call.cancel();
    removeCreated();
}

} // namespace quayside::models

#include "models/containers/runoperation.h"

#include <QTimer>

namespace quayside::models
{

RunOperation::RunOperation(client::EngineClient *client, CredentialStore *credentials,
                           const RunOptions &options, bool start, QObject *parent)
    : Operation(start ? tr("Run %1").arg(options.image) : tr("Create a container of %1").arg(options.image),
                parent),
      m_client(client), m_credentials(credentials), m_options(options), m_start(start)
{
    // Not from within the constructor: whoever made it connects to finished() first.
    QTimer::singleShot(0, this, &RunOperation::create);
}

RunOperation::RunOperation(client::EngineClient *client, CredentialStore *credentials,
                           const RunOptions &options, api::ContainerCreateRequest request, QObject *parent)
    : RunOperation(client, credentials, options, false, parent)
{
    m_request = std::move(request);
}

void RunOperation::create()
{
    if (!isRunning())
        return;
    const Result<api::ContainerCreateRequest> request =
        m_request ? Result<api::ContainerCreateRequest>(*m_request) : toCreateRequest(m_options);
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
    if (error.kind == ErrorKind::NotFound && error.message.contains("No such image") && m_pull == nullptr)
        pullImage();
    else
        failWith(QString::fromStdString(error.message));
}

void RunOperation::pullImage()
{
    m_pull = new PullOperation(m_client, m_credentials, m_options.image.trimmed(), {}, this);
    setDetail(tr("Pulling %1").arg(m_options.image));
    connect(m_pull, &Operation::changed, this, [this] {
        if (m_pull->total() == 0)
            return;
        setProgress(m_pull->done(), m_pull->total());
        setDetail(tr("Pulling %1: %2").arg(m_options.image, m_pull->detail()));
    });
    connect(m_pull, &Operation::lineLogged, this, &RunOperation::addLogLine);
    connect(m_pull, &Operation::finished, this, &RunOperation::onPulled);
}

void RunOperation::onPulled()
{
    if (m_pull->state() == State::Succeeded)
        create();
    else
        failWith(tr("%1 is not here, and pulling it failed: %2").arg(m_options.image, m_pull->detail()));
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
    if (m_pull != nullptr) {
        m_pull->disconnect(this);
        m_pull->cancel();
    }
    removeCreated();
}

} // namespace quayside::models

#include "models/builds/enterstepoperation.h"

#include "models/client/builds.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTimer>

namespace quayside::models
{

QString EnterStepOperation::containerName(const QString &image, int step)
{
    static const QRegularExpression foreign(QStringLiteral("[^a-zA-Z0-9]+"));
    constexpr qsizetype longest = 40;
    QString name = image;
    if (const qsizetype colon = name.lastIndexOf(u':'); colon > name.lastIndexOf(u'/'))
        name.truncate(colon);
    name = name.replace(foreign, QStringLiteral("-")).right(longest);
    while (name.startsWith(u'-'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    return (name.isEmpty() ? QStringLiteral("build") : name) + QStringLiteral("-step-%1-").arg(step);
}

EnterStepOperation::EnterStepOperation(client::EngineClient *client, QString build, int step,
                                       const QString &name, QObject *parent)
    : Operation(tr("Shell after step %1 of %2").arg(step).arg(name), parent), m_client(client),
      m_build(std::move(build)), m_name(containerName(name, step)), m_step(step)
{
    m_name += QString::number(QRandomGenerator::global()->bounded(0x10000U), 16);
    QTimer::singleShot(0, this, &EnterStepOperation::enter);
}

void EnterStepOperation::enter()
{
    if (!isRunning())
        return;
    setDetail(tr("Asking the engine"));
    m_call = client::enterBuildStep(*m_client, m_build.toStdString(), m_step, this,
                                    [this](const Result<api::BuildStepImage> &entered) {
                                        if (!entered)
                                            return giveUp(entered.error());
                                        m_image = QString::fromStdString(entered->image);
                                        create(entered->shell, entered->environment);
                                    });
}

void EnterStepOperation::create(const std::vector<std::string> &shell,
                                const std::vector<std::string> &environment)
{
    api::ContainerCreateRequest request;
    request.image = m_image.toStdString();
    // It waits at its prompt for as long as its input is open: the container stays while shells are open in
    // it.
    request.entrypoint = std::vector<std::string>{shell.empty() ? "/bin/sh" : shell.front()};
    request.env = environment;
    request.tty = request.openStdin = true;
    request.stopSignal = "SIGHUP"; // an interactive shell does not listen to SIGTERM
    request.healthcheck = api::HealthConfig{.test = {"NONE"}};
    request.hostConfig.autoRemove = true;
    request.hostConfig.init = true;
    m_call = m_client->createContainer(m_name.toStdString(), request, this,
                                       [this](const Result<api::ContainerCreateResponse> &made) {
                                           if (!made)
                                               return giveUp(made.error());
                                           m_container = QString::fromStdString(made->id);
                                           start();
                                       });
}

void EnterStepOperation::start()
{
    m_call = m_client->startContainer(m_container.toStdString(), this, [this](const Result<> &started) {
        if (!started)
            return giveUp(started.error());
        succeed(tr("A shell is open in what was there after step %1").arg(m_step));
    });
}

// What was made on the way goes again.
void EnterStepOperation::giveUp(const Error &error)
{
    const auto removeImage = [client = m_client, image = m_image.toStdString()] {
        if (!image.empty())
            client->removeImage(image, {.force = true, .noPrune = false}, client, {});
    };
    if (m_container.isEmpty())
        removeImage();
    else
        m_client->removeContainer(m_container.toStdString(), {.force = true, .volumes = true}, m_client,
                                  [removeImage](const Result<> &) { removeImage(); });
    failWith(tr("No shell can be opened after step %1: %2")
                 .arg(m_step)
                 .arg(QString::fromStdString(error.message)));
}

} // namespace quayside::models

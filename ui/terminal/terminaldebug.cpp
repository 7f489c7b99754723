// A session in a container beside one that has no shell.
#include "models/client/files.h"
#include "models/common/boundedbuffer.h"
#include "models/common/tarfile.h"
#include "models/containers/debugshell.h"
#include "ui/common/notice.h"
#include "ui/terminal/terminalsession.h"

#include <qtermwidget.h>

namespace quayside::ui
{

void TerminalSession::beginDebug()
{
    m_client->inspectContainer(m_containerId.toStdString(), this,
                               [this](const Result<api::ContainerInspect> &container) {
                                   if (container)
                                       findDebugUser(*container);
                                   else
                                       onEnded(QString::fromStdString(container.error().message));
                               });
}

void TerminalSession::findDebugUser(const api::ContainerInspect &container)
{
    const QString user = QString::fromStdString(container.config.user);
    if (const auto number = models::numericUser(user, {})) {
        createDebug(container, *number);
        return;
    }
    auto passwd = std::make_shared<models::BoundedBuffer>(1 << 20);
    passwd->open(QIODevice::ReadWrite);
    auto reader = std::make_shared<models::TarFileReader>(passwd.get());
    client::downloadPath(
        *m_client, container.id, "/etc/passwd", reader.get(), this, {},
        [this, container, user, passwd, reader](const Result<> &) {
            const auto number = models::numericUser(user, passwd->data());
            if (number)
                createDebug(container, *number);
            else
                onEnded(tr("Nobody knows which number the user %1 of this container has.").arg(user));
        });
}

void TerminalSession::createDebug(const api::ContainerInspect &container, const QString &user)
{
    QString name = QString::fromStdString(container.name);
    if (name.startsWith(u'/'))
        name.remove(0, 1);
    m_client->createContainer(models::debugName(name).toStdString(),
                              models::debugRequest(container, user.toStdString()), this,
                              [this](const Result<api::ContainerCreateResponse> &made) {
                                  if (made) {
                                      m_debugId = made->id;
                                      startDebug();
                                  } else if (made.error().kind == ErrorKind::NotFound) {
                                      onEnded(tr("The debug shell needs the image %1. Pull it first.")
                                                  .arg(QLatin1StringView(models::debugImage)));
                                  } else {
                                      onEnded(QString::fromStdString(made.error().message));
                                  }
                              });
}

// Attached before it starts, so that nothing that it says is lost.
void TerminalSession::startDebug()
{
    const client::EngineClient::Attach options{.logs = false, .terminal = true};
    m_client->attach(m_debugId, options, this, [this](const Result<client::TerminalStream *> &stream) {
        if (!stream) {
            removeDebug();
            onEnded(QString::fromStdString(stream.error().message));
            return;
        }
        onStarted(*stream);
        m_client->startContainer(m_debugId, this, [this](const Result<> &done) {
            if (!done) {
                removeDebug();
                onEnded(QString::fromStdString(done.error().message));
                return;
            }
            m_rows = m_columns = 0;
            forwardSize();
            m_notice->show(Notice::Kind::Info,
                           tr("This shell runs beside the container, with its processes and its network; the "
                              "container's files are in /proc/1/root. It ends with the container."));
        });
    });
}

// Nobody is left to type: it would wait for ever.
void TerminalSession::removeDebug()
{
    if (m_debugId.empty())
        return;
    m_client->removeContainer(std::exchange(m_debugId, {}), {.force = true, .volumes = true}, nullptr, {});
}

} // namespace quayside::ui

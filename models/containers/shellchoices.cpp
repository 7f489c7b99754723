#include "models/containers/shellchoices.h"

#include "models/client/files.h"

#include <array>

namespace quayside::models
{

namespace
{

constexpr std::array candidates{"/bin/bash",     "/usr/bin/bash", "/bin/zsh",  "/usr/bin/zsh",
                                "/usr/bin/fish", "/bin/ash",      "/bin/dash", "/bin/sh"};
constexpr qint64 mostPasswd = 1 << 20;

} // namespace

QStringList usersOf(const QByteArray &passwd)
{
    QStringList users;
    for (const QByteArray &line : passwd.split('\n')) {
        const QList<QByteArray> fields = line.split(':');
        if (fields.size() < 3 || fields.first().isEmpty() || fields.first().startsWith('#'))
            continue;
        bool isNumber = false;
        (void)fields[2].toUInt(&isNumber);
        const QString name = QString::fromUtf8(fields.first());
        if (isNumber && !users.contains(name))
            users.append(name);
    }
    return users;
}

ShellChoices::ShellChoices(client::EngineClient *client, const QString &containerId, QObject *parent)
    : QObject(parent), m_client(client), m_id(containerId.toStdString()),
      m_found(qsizetype(candidates.size()), false), m_passwd(mostPasswd), m_reader(&m_passwd)
{
    m_waiting = int(candidates.size()) + 2;
    for (int i = 0; i < int(candidates.size()); ++i)
        lookFor(i);
    readUsers();
    client->inspectContainer(m_id, this, [this](const Result<api::ContainerInspect> &container) {
        if (container) {
            m_ownUser = QString::fromStdString(container->config.user);
            m_ownFolder = QString::fromStdString(container->config.workingDir);
        }
        answered();
    });
}

// /bin is often a link to /usr/bin: one shell is offered once.
void ShellChoices::lookFor(int candidate)
{
    client::findPath(*m_client, m_id, candidates[std::size_t(candidate)], this,
                     [this, candidate](const Result<> &found) {
                         m_found[candidate] = found.has_value();
                         m_shells.clear();
                         QStringList names;
                         for (qsizetype i = 0; i < m_found.size(); ++i) {
                             const QString path = QString::fromLatin1(candidates[std::size_t(i)]);
                             const QString name = path.section(u'/', -1);
                             if (m_found[i] && !names.contains(name)) {
                                 names.append(name);
                                 m_shells.append(path);
                             }
                         }
                         answered();
                     });
}

void ShellChoices::readUsers()
{
    m_passwd.open(QIODevice::ReadWrite);
    client::downloadPath(*m_client, m_id, "/etc/passwd", &m_reader, this, {}, [this](const Result<> &done) {
        if (done)
            m_users = usersOf(m_passwd.data());
        answered();
    });
}

void ShellChoices::answered()
{
    --m_waiting;
    emit changed();
}

} // namespace quayside::models

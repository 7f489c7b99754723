#include "models/builds/buildoperation.h"

#include "models/client/handover.h"
#include "models/common/text.h"

#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace quayside::models
{

namespace
{

std::map<std::string, std::string> standardPairs(const QMap<QString, QString> &pairs)
{
    std::map<std::string, std::string> map;
    for (auto pair = pairs.cbegin(); pair != pairs.cend(); ++pair)
        map.emplace(pair.key().toStdString(), pair.value().toStdString());
    return map;
}

} // namespace

BuildOperation::BuildOperation(client::EngineClient *client, CredentialStore *credentials, BuildWanted wanted,
                               QObject *parent)
    : Operation(wanted.name.isEmpty() ? tr("Build of %1").arg(wanted.folder)
                                      : tr("Build of %1").arg(wanted.name),
                parent),
      m_client(client), m_credentials(credentials), m_wanted(std::move(wanted)), m_follower(client)
{
    setLosesWorkWhenClosed(true);
    connect(&m_follower, &BuildFollower::changed, this, &BuildOperation::onSteps);
    connect(&m_follower, &BuildFollower::ended, this, &BuildOperation::finishWhenAllIsKnown);
    connect(steps(), &BuildSteps::linesAdded, this, [this](int, const QStringList &lines) {
        for (const QString &line : lines)
            addLogLine(line);
    });
    QTimer::singleShot(0, this, &BuildOperation::begin);
}

BuildOperation::~BuildOperation()
{
    m_call.cancel();
    if (m_folder >= 0)
        ::close(m_folder);
}

QString BuildOperation::image() const
{
    if (state() != State::Succeeded)
        return {};
    return m_wanted.name.isEmpty() ? QString::fromStdString(m_follower.record().image) : m_wanted.name;
}

void BuildOperation::begin()
{
    if (!isRunning())
        return;
    m_folder = ::open(QFile::encodeName(m_wanted.folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_folder < 0) {
        failWith(tr("The folder %1 cannot be read: %2")
                     .arg(m_wanted.folder, QString::fromLocal8Bit(std::strerror(errno))));
        return;
    }
    setDetail(tr("Asking the engine"));
    findLogins(m_credentials == nullptr ? QStringList() : m_credentials->registries());
}

void BuildOperation::findLogins(QStringList registries)
{
    if (registries.isEmpty()) {
        ask();
        return;
    }
    const QString registry = registries.takeFirst();
    m_credentials->find(registry, this, [this, registry, registries](const Result<Credential> &found) {
        if (!isRunning())
            return;
        // What is public can be had without; a locked keyring is no reason to stop.
        if (found && !found->isEmpty())
            m_logins.append({registry, *found});
        else if (!found)
            addLogLine(tr("Without the login of %1: %2")
                           .arg(registry, QString::fromStdString(found.error().message)));
        findLogins(registries);
    });
}

// What the files hold goes into memory that nobody can change; neither it nor its digest is kept.
QString BuildOperation::handOver(client::EngineClient::Build &build)
{
    constexpr qint64 mostBytes = 500LL * 1024;
    const auto hand = [this](std::map<std::string, int> &list, const QString &id, Result<Fd> opened) {
        list.emplace(id.toStdString(), opened->get());
        m_handed.push_back(*std::move(opened));
    };
    for (auto secret = m_wanted.secrets.cbegin(); secret != m_wanted.secrets.cend(); ++secret) {
        QFile file(secret.value());
        const bool isFile = QFileInfo(file).isFile();
        if (!isFile || !file.open(QIODevice::ReadOnly))
            return tr("The file %1 of the secret %2 cannot be read: %3")
                .arg(secret.value(), secret.key(),
                     isFile                              ? file.errorString()
                     : QFileInfo::exists(secret.value()) ? tr("it is no file")
                                                         : tr("it does not exist"));
        const QByteArray content = file.read(mostBytes + 1);
        if (content.size() > mostBytes)
            return tr("The file %1 of the secret %2 is larger than %3, which is the most that a secret can "
                      "be")
                .arg(secret.value(), secret.key(), Text::size(mostBytes));
        auto memory = client::secretMemory({content.constData(), std::size_t(content.size())});
        if (!memory)
            return tr("The secret %1 cannot be handed over: %2")
                .arg(secret.key(), QString::fromStdString(memory.error().message));
        hand(build.secrets, secret.key(), std::move(memory));
    }
    if (!m_wanted.sshAgent)
        return {};
    auto agent = client::connectAgent(qgetenv("SSH_AUTH_SOCK").toStdString());
    if (!agent)
        return tr("The ssh agent cannot be handed over: %1")
            .arg(QString::fromStdString(agent.error().message));
    hand(build.agents, QStringLiteral("default"), std::move(agent));
    return {};
}

void BuildOperation::ask()
{
    client::EngineClient::Build build{.dockerfile = m_wanted.dockerfile.toStdString(),
                                      .tags = {},
                                      .target = m_wanted.target.toStdString(),
                                      .arguments = standardPairs(m_wanted.arguments),
                                      .labels = standardPairs(m_wanted.labels),
                                      .network = m_wanted.network.toStdString(),
                                      .platform = m_wanted.platform.toStdString(),
                                      .auth = configHeader(std::exchange(m_logins, {})),
                                      .noCache = m_wanted.noCache,
                                      .pull = m_wanted.pull};
    if (!m_wanted.name.isEmpty())
        build.tags.push_back(m_wanted.name.toStdString());
    if (const QString problem = handOver(build); !problem.isEmpty()) {
        failWith(problem);
        return;
    }
    m_call = m_client->buildFolder(
        m_folder, build, this, [this](const std::string &id) { onRecord(QString::fromStdString(id)); },
        [this](const client::Progress &progress) { onProgress(progress); },
        [this](const Result<> &done) {
            m_answer = done;
            finishWhenAllIsKnown();
        });
}

void BuildOperation::onRecord(const QString &id)
{
    if (id.isEmpty())
        return;
    rememberBuild(id, m_wanted);
    m_follower.follow(id);
}

// The record has the steps; a base image that is pulled, and warnings, are only told here.
void BuildOperation::onProgress(const client::Progress &progress)
{
    static const QString warning = QStringLiteral("[Warning] ");
    const QString text = QString::fromStdString(progress.stream).trimmed();
    if (text.startsWith(warning))
        m_warnings.append(text.mid(warning.size()));
    if (progress.status.empty())
        return;
    QString detail =
        QString::fromStdString(progress.id.empty() ? progress.status : progress.id + ": " + progress.status);
    if (progress.current && progress.total)
        detail += QStringLiteral(" · ") +
                  tr("%1 of %2").arg(Text::size(*progress.current), Text::size(*progress.total));
    setDetail(detail);
}

void BuildOperation::onSteps()
{
    const int row = steps()->activeRow();
    if (row < 0)
        return;
    const BuildStep &step = steps()->steps()[row];
    const int count = std::max(int(m_follower.record().stepCount), steps()->rowCount());
    setProgress(steps()->endedCount(), count);
    if (step.number == m_active)
        return;
    m_active = step.number;
    setDetail(tr("Step %1 of %2: %3").arg(step.number).arg(count).arg(step.instruction));
}

// The answer says how it went; the record, which ends with it, what every step has come to.
void BuildOperation::finishWhenAllIsKnown()
{
    if (!isRunning() || !m_answer || m_follower.isFollowing())
        return;
    if (!*m_answer)
        failWith(QString::fromStdString(m_answer->error().message));
    else
        succeed(m_wanted.name.isEmpty()
                    ? tr("Image %1 is built")
                          .arg(Text::shortId(QString::fromStdString(m_follower.record().image)))
                    : tr("%1 is built").arg(m_wanted.name));
}

// The engine ends a build whose client is gone; what its steps have come to is still told.
void BuildOperation::stopWork()
{
    m_call.cancel();
}

} // namespace quayside::models

#include "models/builds/buildoperation.h"

#include <QFile>
#include <QRegularExpression>
#include <QTimer>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace quayside::models
{

std::optional<QMap<QString, QString>> parseArguments(const QString &text, QString *wrong)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    QMap<QString, QString> arguments;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        const qsizetype equals = trimmed.indexOf(u'=');
        if (equals < 0 || !name.match(trimmed.left(equals)).hasMatch()) {
            if (wrong != nullptr)
                *wrong = trimmed;
            return std::nullopt;
        }
        arguments.insert(trimmed.left(equals), trimmed.mid(equals + 1));
    }
    return arguments;
}

BuildOperation::BuildOperation(client::EngineClient *client, BuildWanted wanted, QObject *parent)
    : Operation(wanted.name.isEmpty() ? tr("Build of %1").arg(wanted.folder)
                                      : tr("Build of %1").arg(wanted.name),
                parent),
      m_client(client), m_wanted(std::move(wanted))
{
    setLosesWorkWhenClosed(true);
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
    return m_wanted.name.isEmpty() ? m_id : m_wanted.name;
}

void BuildOperation::begin()
{
    if (!isRunning())
        return;
    m_clock.start();
    m_folder = ::open(QFile::encodeName(m_wanted.folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_folder < 0) {
        failWith(tr("The folder %1 cannot be read: %2")
                     .arg(m_wanted.folder, QString::fromLocal8Bit(std::strerror(errno))));
        return;
    }
    client::EngineClient::Build build{.dockerfile = m_wanted.dockerfile.toStdString(),
                                      .target = m_wanted.target.toStdString(),
                                      .noCache = m_wanted.noCache,
                                      .pull = m_wanted.pull};
    if (!m_wanted.name.isEmpty())
        build.tags.push_back(m_wanted.name.toStdString());
    for (auto argument = m_wanted.arguments.cbegin(); argument != m_wanted.arguments.cend(); ++argument)
        build.arguments.emplace(argument.key().toStdString(), argument.value().toStdString());
    setDetail(tr("Asking the engine"));
    m_call = m_client->buildFolder(
        m_folder, build, this, [this](const client::Progress &progress) { onProgress(progress); },
        [this](const Result<> &done) { onDone(done); });
}

void BuildOperation::onProgress(const client::Progress &progress)
{
    static const QRegularExpression built(QStringLiteral("^Successfully built ([0-9a-f]+)"));
    const QString text = QString::fromStdString(progress.stream);
    if (!progress.stream.empty()) {
        if (const auto match = built.match(text); match.hasMatch())
            m_id = match.captured(1);
        m_steps.take(text, m_clock.elapsed());
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
            addLogLine(line);
    } else if (!progress.status.empty()) { // a base image that is pulled
        setDetail(QString::fromStdString(progress.id.empty() ? progress.status
                                                             : progress.id + ": " + progress.status));
        return;
    }
    if (m_steps.steps().isEmpty())
        return;
    const BuildStep &step = m_steps.steps().last();
    setDetail(tr("Step %1 of %2: %3").arg(step.number).arg(step.count).arg(step.instruction));
    setProgress(step.number - 1, step.count);
}

void BuildOperation::onDone(const Result<> &done)
{
    m_steps.end(done ? BuildStep::State::Done : BuildStep::State::Failed, m_clock.elapsed());
    if (!done)
        failWith(QString::fromStdString(done.error().message));
    else
        succeed(m_wanted.name.isEmpty() ? tr("Image %1 is built").arg(m_id)
                                        : tr("%1 is built").arg(m_wanted.name));
}

void BuildOperation::stopWork()
{
    m_call.cancel();
    m_steps.end(BuildStep::State::Cancelled, m_clock.isValid() ? m_clock.elapsed() : 0);
}

} // namespace quayside::models

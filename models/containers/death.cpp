#include "models/containers/death.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"

#include <QCoreApplication>

#include <csignal>

namespace quayside::models
{

namespace
{

constexpr int firstSignalCode = 128, lastSignal = 64;

class DeathText
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::Death)

public:
    DeathText(const api::ContainerInspect &container, const DeathReader &reader)
        : m_container(container), m_reader(reader), m_code(int(container.state.exitCode))
    {
        if (container.quayside && container.quayside->ending)
            m_ending = *container.quayside->ending;
        m_signal = int(m_ending.signal);
        if (m_signal == 0 && m_code > firstSignalCode && m_code <= firstSignalCode + lastSignal)
            m_signal = m_code - firstSignalCode;
    }

    Death explain()
    {
        m_death.what = Text::exitReason(m_code, m_container.state.oomKilled);
        if (!m_container.state.error.empty())
            notStarted();
        else if (m_container.state.oomKilled)
            outOfMemory();
        else if (!m_ending.asked.empty())
            asked();
        else if (m_code == 126 || m_code == 127)
            command();
        else if (m_signal != 0)
            bySignal();
        else
            byItself();
        return m_death;
    }

private:
    void notStarted()
    {
        m_death.why = tr("The engine says: %1").arg(QString::fromStdString(m_container.state.error));
        m_death.next = tr("Change what it could not be started with.");
        m_death.cures = {DeathCure::EditOptions};
    }

    void outOfMemory()
    {
        const qint64 limit = m_container.hostConfig.memory;
        m_death.why =
            limit > 0 ? tr("It needed more than the %1 of memory that it may have, and the kernel ended it.")
                            .arg(Text::size(limit))
                      : tr("The machine had no memory left, and the kernel ended it.");
        m_death.next = limit > 0 ? tr("Give it more memory, or look in its log for what needed so much.")
                                 : tr("Free memory on this machine, or give containers a limit each.");
        m_death.cures = {DeathCure::ShowLog};
        if (limit > 0)
            m_death.cures.prepend(DeathCure::MoreMemory);
    }

    [[nodiscard]] QString who() const
    {
        if (!m_ending.uid)
            return tr("somebody");
        if (*m_ending.uid == m_reader.self)
            return tr("you");
        const QString name = m_reader.userName ? m_reader.userName(*m_ending.uid) : QString();
        return name.isEmpty() ? tr("user %1", "a number").arg(*m_ending.uid) : name;
    }

    void asked()
    {
        const QString signal = signalName(int(m_ending.askedSignal));
        if (m_ending.asked == "kill")
            m_death.why = tr("It was killed by %1 with %2.").arg(who(), signal);
        else if (m_ending.asked == "restart")
            m_death.why = tr("It was stopped by %1, to be started again.").arg(who());
        else
            m_death.why = tr("It was stopped by %1.").arg(who());
        if (!m_ending.timedOut)
            return;
        const qint64 seconds = m_container.config.stopTimeout.value_or(10);
        m_death.why += u' ' + tr("It did not end within %n second(s) of %1, and was killed: what it had not "
                                 "saved is lost.",
                                 nullptr, int(seconds))
                                  .arg(signal);
        m_death.next = tr("The first process of a container ignores a signal that it does not handle: let it "
                          "handle %1, or run it under a small init, or give it more time.")
                           .arg(signal);
        m_death.cures = {DeathCure::EditOptions};
    }

    void command()
    {
        QStringList words{QString::fromStdString(m_container.path)};
        for (const std::string &word : m_container.args)
            words.append(QString::fromStdString(word));
        const QString line = joinShellWords(words);
        m_death.why = m_code == 127 ? tr("A command was not found. It is started with: %1").arg(line)
                                    : tr("A command is there and cannot be executed: it is a folder, lacks "
                                         "its executable bit, or "
                                         "is made for another kind of machine. It is started with: %1")
                                          .arg(line);
        m_death.next = tr("Look which programs the image has, and correct the command.");
        m_death.cures = {DeathCure::EditOptions, DeathCure::ShowFiles, DeathCure::ShowLog};
    }

    void bySignal()
    {
        const QString name = signalName(m_signal);
        m_death.cures = {DeathCure::ShowLog};
        switch (m_signal) {
        case SIGKILL:
            m_death.why = tr("It was killed (SIGKILL), and not through this engine's stop or kill: by a "
                             "program inside, by the administrator of this machine, or by the kernel.");
            break;
        case SIGSEGV:
        case SIGBUS:
        case SIGILL:
        case SIGFPE:
            m_death.why = tr("Its program crashed (%1): a mistake in the program, or an image for another "
                             "kind of machine.")
                              .arg(name);
            break;
        case SIGABRT:
            m_death.why = tr("Its program gave up (SIGABRT): it found something in itself that must not be.");
            break;
        case SIGSYS:
            m_death.why = tr("It asked the kernel for something that its filter forbids (SIGSYS).");
            m_death.cures.prepend(DeathCure::EditOptions);
            break;
        case SIGTERM:
        case SIGINT:
        case SIGHUP:
            m_death.why = tr("It was asked to end (%1), and not through this engine.").arg(name);
            break;
        default:
            m_death.why =
                tr("It was ended by the signal %1.").arg(name.isEmpty() ? QString::number(m_signal) : name);
        }
    }

    void byItself()
    {
        if (m_code == 0) {
            m_death.why = tr("Its program came to its end, without an error.");
            return;
        }
        m_death.why =
            tr("Its program ended itself with the error %1. What that means is the program's own: its "
               "last lines often tell.")
                .arg(m_code);
        m_death.cures = {DeathCure::ShowLog, DeathCure::ShowFiles};
    }

    const api::ContainerInspect &m_container;
    const DeathReader &m_reader;
    int m_code, m_signal = 0;
    api::Ending m_ending;
    Death m_death;
};

} // namespace

QString signalName(int number)
{
    const char *name = number > 0 ? sigabbrev_np(number) : nullptr;
    return name == nullptr ? QString() : QStringLiteral("SIG") + QLatin1String(name);
}

Death explainDeath(const api::ContainerInspect &container, const DeathReader &reader)
{
    return DeathText(container, reader).explain();
}

EndCause causeOf(const api::ContainerInspect &container)
{
    if (!container.quayside || !container.quayside->ending)
        return EndCause::Unknown;
    const api::Ending &ending = *container.quayside->ending;
    if (ending.asked == "stop" || ending.asked == "restart")
        return ending.timedOut ? EndCause::StoppedLate : EndCause::Stopped;
    return ending.asked == "kill" ? EndCause::Killed : EndCause::Unknown;
}

} // namespace quayside::models

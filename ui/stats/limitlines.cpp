#include "ui/stats/limitlines.h"

#include "models/common/text.h"
#include "ui/common/notice.h"
#include "ui/stats/limithandle.h"

namespace quayside::ui
{

using models::Limit;

namespace
{

constexpr double mostProcesses = 65536; // past that it is typed into the dialog

} // namespace

LimitLines::LimitLines(models::EngineSession *session, Notice *notice, QObject *parent)
    : QObject(parent), m_session(session), m_notice(notice)
{
    connect(session, &models::EngineSession::containerEvent, this,
            [this](const QString &id, const QString &action) {
                if (id == m_id && (action == u"update" || action == u"start"))
                    read();
            });
    connect(session, &models::EngineSession::engineSwitched, this, [this] {
        m_machineMemory = m_machineCpus = 0;
        m_config.reset();
    });
}

void LimitLines::add(Limit limit, LimitHandle *handle, double unit, std::function<QString(double)> words)
{
    const Line line{limit, handle, unit, std::move(words)};
    m_lines.append(line);
    handle->setSteps(
        {.snap = [limit, unit](double value) { return models::snappedLimit(limit, value / unit) * unit; },
         .step = [limit,
                  unit](double value, bool up,
                        bool far) { return models::steppedLimit(limit, value / unit, up, far) * unit; }});
    connect(handle, &LimitHandle::limitChosen, this,
            [this, line](double value) { choose(line, value / line.unit); });
}

void LimitLines::showContainer(const QString &id, bool running)
{
    if (m_id == id && m_running == running && m_config)
        return;
    if (m_id != id) {
        m_notice->dismiss();
        m_config.reset();
        m_processLimitTold = -1;
        for (const Line &line : std::as_const(m_lines)) {
            line.handle->leave();
            line.handle->hide();
        }
    }
    m_id = id;
    m_running = running;
    m_reading.cancel();
    if (!id.isEmpty())
        read();
}

// What the machine has is where "no limit" begins.
void LimitLines::askMachine()
{
    if (m_machineMemory > 0 || m_machine.active())
        return;
    m_machine = m_session->client()->info(this, [this](const Result<api::SystemInfo> &info) {
        if (!info)
            return;
        m_machineMemory = double(info->memTotal);
        m_machineCpus = double(info->ncpu);
        showAll();
    });
}

void LimitLines::read()
{
    askMachine();
    m_reading.cancel();
    m_reading = m_session->client()->inspectContainer(
        m_id.toStdString(), this, [this](const Result<api::ContainerInspect> &container) {
            if (!container || container->id != m_id.toStdString())
                return;
            m_config = container->hostConfig;
            showAll();
        });
}

void LimitLines::showAll()
{
    if (!m_config || m_machineMemory <= 0)
        return;
    for (const Line &line : std::as_const(m_lines)) {
        const double value = present(line.limit);
        line.handle->setLimit(value * line.unit, std::max(mostOf(line.limit), value * 1.01) * line.unit);
    }
}

double LimitLines::present(Limit limit) const
{
    if (limit == Limit::Processes && m_config->pidsLimit.value_or(0) == 0)
        return double(std::max<std::int64_t>(0, m_processLimitTold));
    return models::limitOf(limit, *m_config);
}

void LimitLines::setProcessLimitTold(std::int64_t limit)
{
    if (m_processLimitTold == limit)
        return;
    m_processLimitTold = limit;
    showAll();
}

double LimitLines::mostOf(Limit limit) const
{
    switch (limit) {
    case Limit::Memory:
        return m_machineMemory;
    case Limit::Cpus:
        return m_machineCpus;
    case Limit::Processes:
        return mostProcesses;
    }
    return 1;
}

QString LimitLines::sentence(const Line &line, double value) const
{
    const QString words = line.words(value);
    switch (line.limit) {
    case Limit::Memory:
        return value > 0 ? tr("It may use %1 of memory now.").arg(words) : tr("Its memory has no limit now.");
    case Limit::Cpus:
        return value > 0 ? tr("It may use %1 now.", "“1.5 CPUs”").arg(words) : tr("It may use all CPUs now.");
    case Limit::Processes:
        return value > 0 ? tr("It may have %1 now.", "“100 processes”").arg(words)
                         : tr("The number of its processes has no limit now.");
    }
    return {};
}

void LimitLines::choose(const Line &line, double value)
{
    if (!m_config)
        return line.handle->leave();
    if (line.limit != Limit::Memory || value <= 0 || !m_running || value >= m_memoryInUse) {
        send(line, value, true);
        return;
    }
    line.handle->leave(); // until the question is answered
    m_notice->show(Notice::Kind::Warning,
                   tr("It uses %1 now. With a limit of %2 the kernel takes away what it can do without, and "
                      "may then end its processes.")
                       .arg(line.words(m_memoryInUse), line.words(value)),
                   {{tr("Leave it as it was"), {}},
                    {tr("Set the limit"), [this, line, value] { send(line, value, true); }}});
}

void LimitLines::send(const Line &line, double value, bool mayUndo)
{
    if (!m_config)
        return;
    const std::optional<double> before = mayUndo ? std::optional(present(line.limit)) : std::nullopt;
    const bool away = m_session->hasFeature(QStringLiteral("limits-away"));
    // All that the machine has is as good where it cannot be taken away.
    if (value == 0 && !models::canTakeAway(line.limit, *m_config, away))
        value = mostOf(line.limit);
    client::updateLimits(
        *m_session->client(), m_id.toStdString(), models::limitUpdate(line.limit, value, *m_config, away),
        this, [this, id = m_id, line, value, before](const Result<std::vector<std::string>> &warnings) {
            if (id == m_id)
                onUpdated(line, value, before, warnings);
        });
}

// The handle follows what the engine says: the limit is read again.
void LimitLines::onUpdated(const Line &line, double value, std::optional<double> before,
                           const Result<std::vector<std::string>> &warnings)
{
    read();
    if (!warnings) {
        line.handle->leave();
        m_notice->show(
            Notice::Kind::Error,
            tr("The limit stays as it was: %1").arg(QString::fromStdString(warnings.error().message)));
        return;
    }
    QStringList words{sentence(line, value)};
    for (const std::string &warning : *warnings)
        words.append(QString::fromStdString(warning));
    const auto kind = warnings->empty() ? Notice::Kind::Info : Notice::Kind::Warning;
    if (before)
        m_notice->show(kind, words.join(u' '), tr("Undo"),
                       [this, line, old = *before] { send(line, old, false); });
    else
        m_notice->show(kind, words.join(u' '));
}

} // namespace quayside::ui

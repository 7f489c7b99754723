#include "ui/containers/limitsdialog.h"

#include "models/common/text.h"
#include "models/stats/limits.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>

namespace quayside::ui
{

LimitsDialog::LimitsDialog(models::EngineSession *session, const QString &id, const QString &name,
                           QWidget *parent)
    : FormDialog(tr("Limits of %1").arg(name), tr("&Change"), parent), m_client(session->client()), m_id(id),
      m_mayTakeAway(session->hasFeature(QStringLiteral("limits-away")))
{
    m_memory = addLine(tr("&Memory"), QStringLiteral("memory"), tr("no limit, or for example 512m"));
    m_cpus = new QDoubleSpinBox(this);
    m_cpus->setObjectName(QStringLiteral("cpus"));
    m_cpus->setRange(0, 1024);
    m_cpus->setSingleStep(0.5);
    m_cpus->setSpecialValueText(tr("no limit"));
    form()->addRow(tr("C&PUs"), m_cpus);
    m_pids = new QSpinBox(this);
    m_pids->setObjectName(QStringLiteral("pids"));
    m_pids->setRange(0, 4'194'304);
    m_pids->setSpecialValueText(tr("no limit"));
    form()->addRow(tr("P&rocesses"), m_pids);
    m_restart = new QComboBox(this);
    m_restart->setObjectName(QStringLiteral("restart"));
    m_restart->addItem(tr("never"), QStringLiteral("no"));
    m_restart->addItem(tr("after a failure"), QStringLiteral("on-failure"));
    m_restart->addItem(tr("unless stopped by hand"), QStringLiteral("unless-stopped"));
    m_restart->addItem(tr("always"), QStringLiteral("always"));
    form()->addRow(tr("Re&start"), m_restart);
    m_retries = new QSpinBox(this);
    m_retries->setRange(0, 1000);
    m_retries->setSpecialValueText(tr("without end"));
    form()->addRow(tr("At mos&t"), m_retries);
    addNote(tr("Changes hold at once, and after a restart."));
    connect(m_restart, &QComboBox::currentIndexChanged, this, [this] {
        form()->setRowVisible(m_retries, m_restart->currentData() == QStringLiteral("on-failure"));
    });
    form()->setRowVisible(m_retries, false);
    acceptButton()->setEnabled(false);
    m_client->inspectContainer(id.toStdString(), this,
                               [this](const Result<api::ContainerInspect> &container) {
                                   if (container)
                                       fill(*container);
                                   else
                                       showProblem(QString::fromStdString(container.error().message));
                                   acceptButton()->setEnabled(container.has_value());
                               });
}

void LimitsDialog::fill(const api::ContainerInspect &container)
{
    m_before = container.hostConfig;
    m_memory->setText(m_before.memory > 0 ? models::sizeOption(m_before.memory) : QString());
    m_cpus->setValue(models::limitOf(models::Limit::Cpus, m_before));
    m_pids->setValue(int(std::max<std::int64_t>(0, m_before.pidsLimit.value_or(0))));
    const int policy = m_restart->findData(QString::fromStdString(m_before.restartPolicy.name));
    m_restart->setCurrentIndex(std::max(0, policy));
    m_retries->setValue(int(m_before.restartPolicy.maximumRetryCount));
}

// Only what was changed is sent: an engine may refuse what the container cannot have, though nobody touched
// it.
void LimitsDialog::send()
{
    client::LimitsUpdate limits;
    const QString text = m_memory->text().trimmed();
    const auto memory = text.isEmpty() ? std::optional<std::int64_t>(0) : models::parseSize(text);
    if (!memory) {
        showProblem(tr("“%1” is not a size; write for example 512m or 2g.").arg(text));
        return;
    }
    using models::Limit;
    const auto stays = [this](Limit limit, double wanted) {
        return wanted == 0 && models::limitOf(limit, m_before) > 0 &&
               !models::canTakeAway(limit, m_before, m_mayTakeAway);
    };
    if (stays(Limit::Memory, double(*memory)) || stays(Limit::Cpus, m_cpus->value())) {
        showProblem(tr("This engine can change a limit, but not take it away: give a larger one."));
        return;
    }
    if (*memory != m_before.memory) {
        const auto update = models::limitUpdate(Limit::Memory, double(*memory), m_before, m_mayTakeAway);
        limits.memory = update.memory;
        limits.memorySwap = update.memorySwap;
    }
    if (std::abs(m_cpus->value() - models::limitOf(Limit::Cpus, m_before)) > 0.001) {
        const auto update = models::limitUpdate(Limit::Cpus, m_cpus->value(), m_before, m_mayTakeAway);
        limits.nanoCpus = update.nanoCpus;
        limits.cpuPeriod = update.cpuPeriod;
        limits.cpuQuota = update.cpuQuota;
    }
    if (m_pids->value() != std::max<std::int64_t>(0, m_before.pidsLimit.value_or(0)))
        limits.pids = m_pids->value();
    const std::string policy = m_restart->currentData().toString().toStdString();
    const std::string before = m_before.restartPolicy.name.empty() ? "no" : m_before.restartPolicy.name;
    if (policy != before ||
        (policy == "on-failure" && m_retries->value() != m_before.restartPolicy.maximumRetryCount)) {
        limits.restartPolicy = policy;
        limits.restartRetries = policy == "on-failure" ? m_retries->value() : 0;
    }
    client::updateLimits(*m_client, m_id.toStdString(), limits, this,
                         [this](const Result<std::vector<std::string>> &warnings) {
                             if (!warnings) {
                                 showProblem(tr("The limits cannot be changed: %1")
                                                 .arg(QString::fromStdString(warnings.error().message)));
                                 return;
                             }
                             for (const std::string &warning : *warnings)
                                 emit warned(QString::fromStdString(warning));
                             accept();
                         });
}

} // namespace quayside::ui

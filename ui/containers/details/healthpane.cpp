#include "ui/containers/details/healthpane.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"
#include "models/containers/runoptions.h"
#include "ui/common/appearance.h"

#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

namespace
{

QString checkText(const api::HealthConfig &check)
{
    if (check.test.size() == 2 && check.test.front() == "CMD-SHELL")
        return QString::fromStdString(check.test[1]);
    QStringList words;
    for (std::size_t i = 1; i < check.test.size(); ++i)
        words.append(QString::fromStdString(check.test[i]));
    return models::joinShellWords(words);
}

} // namespace

HealthPane::HealthPane(QWidget *parent)
    : QWidget(parent), m_state(new QLabel(this)), m_check(new QLabel(this)), m_probes(new QTreeWidget(this)),
      m_output(new QPlainTextEdit(this))
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_state->setFont(bold);
    m_check->setWordWrap(true);
    m_check->setForegroundRole(QPalette::PlaceholderText);
    m_probes->setColumnCount(3);
    m_probes->setHeaderLabels({tr("Probe"), tr("Took"), tr("Result")});
    m_probes->setAccessibleName(tr("Probes, the newest first"));
    m_probes->setRootIsDecorated(false);
    m_probes->setFrameShape(QFrame::NoFrame);
    m_output->setReadOnly(true);
    m_output->setFont(fixedFont());
    m_output->setTabChangesFocus(true);
    m_output->setAccessibleName(tr("What the chosen probe said"));
    m_output->setPlaceholderText(tr("It said nothing."));
    m_output->setMaximumHeight(140);
    connect(m_probes, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        m_output->setPlainText(item == nullptr ? QString() : item->data(0, Qt::UserRole).toString());
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->addWidget(m_state);
    layout->addWidget(m_check);
    layout->addWidget(m_probes, 1);
    layout->addWidget(m_output);
}

QString HealthPane::stateText() const
{
    return m_state->text();
}

void HealthPane::showContainer(const api::ContainerInspect &container)
{
    const std::optional<api::HealthConfig> &check = container.config.healthcheck;
    const bool checked = check && !check->test.empty() && check->test.front() != "NONE";
    if (!checked) {
        m_state->setText(tr("It has no health check."));
        m_check->setText(tr("Edit… gives it one: a command that fails where the program is not well."));
        m_probes->clear();
        return;
    }
    const qint64 second = 1'000'000'000;
    m_check->setText(tr("%1\nevery %2, given up after %3, unhealthy after %4 failures in a row")
                         .arg(checkText(*check),
                              models::durationOption(check->interval > 0 ? check->interval : 30 * second),
                              models::durationOption(check->timeout > 0 ? check->timeout : 30 * second))
                         .arg(check->retries > 0 ? check->retries : 3));
    const api::Health health = container.state.health.value_or(api::Health{});
    const QString state = health.status == "healthy"     ? tr("Healthy")
                          : health.status == "unhealthy" ? tr("Unhealthy")
                          : health.status == "starting"  ? tr("Still starting")
                                                         : tr("Not checked: it does not run");
    m_state->setText(health.failingStreak > 0
                         ? tr("%1, %n failure(s) in a row", nullptr, int(health.failingStreak)).arg(state)
                         : state);
    fillProbes(health);
}

void HealthPane::fillProbes(const api::Health &health)
{
    const QString chosen = m_probes->currentItem() == nullptr
                               ? QString()
                               : m_probes->currentItem()->data(1, Qt::UserRole).toString();
    m_probes->clear();
    for (auto probe = health.log.rbegin(); probe != health.log.rend(); ++probe) {
        const QDateTime start =
                            QDateTime::fromString(QString::fromStdString(probe->start), Qt::ISODateWithMs),
                        end = QDateTime::fromString(QString::fromStdString(probe->end), Qt::ISODateWithMs);
        auto *item = new QTreeWidgetItem(m_probes);
        item->setText(0, start.toLocalTime().toString(QStringLiteral("HH:mm:ss")));
        item->setToolTip(0, models::Text::exactTime(start.toSecsSinceEpoch()));
        item->setText(1, tr("%1 ms").arg(std::max<qint64>(0, start.msecsTo(end))));
        item->setText(2, probe->exitCode == 0    ? tr("well")
                         : probe->exitCode == -1 ? tr("took too long")
                                                 : tr("failed: exit %1").arg(probe->exitCode));
        item->setForeground(2, toneColor(probe->exitCode == 0 ? Tone::Good : Tone::Bad));
        item->setData(0, Qt::UserRole, QString::fromStdString(probe->output).trimmed());
        item->setData(1, Qt::UserRole, QString::fromStdString(probe->start));
        if (chosen == QString::fromStdString(probe->start))
            m_probes->setCurrentItem(item);
    }
    if (m_probes->currentItem() == nullptr && m_probes->topLevelItemCount() > 0)
        m_probes->setCurrentItem(m_probes->topLevelItem(0));
}

} // namespace quayside::ui

#include "ui/logs/logsavedialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

LogSaveDialog::LogSaveDialog(const QString &name, bool filtered, QWidget *parent)
    : QDialog(parent), m_shownOnly(new QCheckBox(tr("&Only the lines that are shown"), this)),
      m_times(new QCheckBox(tr("With the &time of each line"), this)),
      m_colors(new QCheckBox(tr("With &colours, as the program wrote them"), this))
{
    setWindowTitle(tr("Save the log of %1").arg(name));
    m_shownOnly->setEnabled(filtered);
    m_shownOnly->setChecked(filtered);
    m_shownOnly->setToolTip(filtered ? tr("What the filter hides is left out") : tr("All lines are shown"));
    m_times->setToolTip(tr("In UTC, to the nanosecond, as the engine has it"));
    m_colors->setToolTip(tr("Escape sequences; a terminal shows them, most editors do not"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(tr("C&hoose a file…"), QDialogButtonBox::AcceptRole)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_shownOnly, m_times, m_colors, buttons})
        layout->addWidget(widget);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

models::LogExport::Options LogSaveDialog::options() const
{
    return {.shownOnly = m_shownOnly->isEnabled() && m_shownOnly->isChecked(),
            .times = m_times->isChecked(),
            .colors = m_colors->isChecked()};
}

} // namespace quayside::ui

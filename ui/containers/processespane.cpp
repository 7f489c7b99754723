#include "ui/containers/processespane.h"

#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

ProcessesPane::ProcessesPane(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_client(client), m_table(new QTableWidget(this)), m_line(new QLabel(this))
{
    m_table->setAccessibleName(tr("Processes"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_line->setContentsMargins(14, 4, 14, 8);
    m_line->setWordWrap(true);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_line);
    m_timer.setInterval(3000); // no event tells of a process that comes or goes
    connect(&m_timer, &QTimer::timeout, this, &ProcessesPane::fetch);
}

void ProcessesPane::showContainer(const QString &id, bool running)
{
    if (m_id == id && m_running == running)
        return;
    if (m_id != id)
        m_table->setRowCount(0);
    m_id = id;
    m_running = running;
    fetch();
}

void ProcessesPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
    fetch();
}

void ProcessesPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
    m_call.cancel();
}

void ProcessesPane::fetch()
{
    if (!isVisible() || m_id.isEmpty())
        return;
    if (!m_running) {
        m_call.cancel();
        m_table->setRowCount(0);
        m_line->setText(tr("The container does not run."));
        return;
    }
    if (m_call.active())
        return; // a slow answer is not asked for twice
    m_call = client::processes(*m_client, m_id.toStdString(), {}, this,
                               [this, id = m_id](const Result<client::ProcessTable> &processes) {
                                   if (id != m_id)
                                       return;
                                   if (processes)
                                       fill(*processes);
                                   else
                                       m_line->setText(
                                           tr("The engine does not tell: %1.")
                                               .arg(QString::fromStdString(processes.error().message)));
                               });
}

void ProcessesPane::fill(const client::ProcessTable &processes)
{
    const int scrolled = m_table->verticalScrollBar()->value();
    QStringList titles;
    for (const std::string &title : processes.titles)
        titles.append(QString::fromStdString(title));
    m_table->setColumnCount(int(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->setRowCount(int(processes.rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const QString text =
                QString::fromStdString(processes.rows[std::size_t(row)][std::size_t(column)]);
            QTableWidgetItem *item = m_table->item(row, column);
            if (item == nullptr)
                m_table->setItem(row, column, item = new QTableWidgetItem);
            item->setText(text);
            item->setToolTip(text);
        }
    }
    fitColumns();
    m_table->verticalScrollBar()->setValue(scrolled);
    m_line->setText(tr("%n process(es), numbered as on this computer", nullptr, int(processes.rows.size())));
}

// The command comes last and tells most: what tells least goes first where there is no room for it.
void ProcessesPane::fitColumns()
{
    constexpr int leastForCommand = 150;
    static const QStringList dispensable = {QStringLiteral("C"),    QStringLiteral("TTY"),
                                            QStringLiteral("PPID"), QStringLiteral("STIME"),
                                            QStringLiteral("%CPU"), QStringLiteral("ELAPSED")};
    int left = m_table->viewport()->width();
    QHash<QString, int> columns;
    for (int column = 0; column + 1 < m_table->columnCount(); ++column) {
        m_table->setColumnHidden(column, false);
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::min(120, m_table->columnWidth(column) + 8));
        left -= m_table->columnWidth(column);
        columns.insert(m_table->horizontalHeaderItem(column)->text(), column);
    }
    for (const QString &title : dispensable) {
        if (left >= leastForCommand || !columns.contains(title))
            continue;
        left += m_table->columnWidth(columns.value(title));
        m_table->setColumnHidden(columns.value(title), true);
    }
}

void ProcessesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

} // namespace quayside::ui

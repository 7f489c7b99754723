#include "ui/images/historypane.h"

#include "ui/common/appearance.h"
#include "ui/common/table.h"
#include "ui/images/stepdelegate.h"

#include <QPlainTextEdit>
#include <QSplitter>

namespace quayside::ui
{

using models::HistoryModel;

HistoryPane::HistoryPane(models::EngineSession *session, QWidget *parent)
    : ImagePane(session, parent), m_table(new Table(QStringLiteral("image-history"))),
      m_whole(new QPlainTextEdit)
{
    m_table->setAccessibleName(tr("History of the image, newest first"));
    m_table->setModel(&m_history);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new StepDelegate(
        Symbol::Clock, [this](const QModelIndex &index) { return m_history.at(index.row()).size == 0; },
        this));
    m_table->setUpColumns({{HistoryModel::SizeColumn, 80}, {HistoryModel::CreatedColumn, 100}}, 0);
    m_table->setSortingEnabled(false); // an order of its own
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->favourFirstColumn();
    m_whole->setReadOnly(true);
    m_whole->setFont(fixedFont());
    m_whole->setFrameShape(QFrame::NoFrame);
    m_whole->setAccessibleName(tr("The whole instruction"));
    m_whole->setPlaceholderText(tr("Choose a step to read the whole of it."));
    m_whole->setTabChangesFocus(true);
    m_whole->document()->setDocumentMargin(10);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_table);
    splitter->addWidget(m_whole);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    setContent(splitter);
    connect(m_table, &Table::chosenRowChanged, this, &HistoryPane::showWhole);
}

void HistoryPane::clear()
{
    m_history.reset({});
    m_whole->clear();
}

void HistoryPane::fetch()
{
    wait(session()->client()->imageHistory(
        imageId().toStdString(), this, [this](const Result<std::vector<api::ImageHistoryItem>> &history) {
            if (!history) {
                showProblem(tr("The engine does not tell what made this image: %1.")
                                .arg(QString::fromStdString(history.error().message)));
            } else if (history->empty()) {
                showEmpty(tr("No history"), tr("Whoever made this image kept no record of its steps."));
            } else {
                m_history.setHistory(*history);
                showContent();
            }
        }));
}

void HistoryPane::showWhole()
{
    const QModelIndex chosen = m_table->chosenRow();
    if (!chosen.isValid()) {
        m_whole->clear();
        return;
    }
    const models::HistoryRow &row = m_history.at(chosen.row());
    QStringList lines{row.instruction};
    if (!row.comment.isEmpty() && row.comment != row.instruction)
        lines.append(QStringLiteral("# ") + row.comment);
    m_whole->setPlainText(lines.join(u'\n'));
}

} // namespace quayside::ui

#include "ui/dockerfile/building/buildhistory.h"

#include "models/builds/buildwanted.h"
#include "models/client/builds.h"
#include "models/common/text.h"
#include "ui/common/appearance.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::BuildModel;
using models::BuildStep;
using models::BuildSteps;
using models::Text;

namespace
{

constexpr int rowSpace = 8; // pixels, as in the other lists

enum ComparisonColumn {
    InstructionColumn,
    StateBefore,
    TimeBefore,
    SizeBefore,
    StateNow,
    TimeNow,
    SizeNow,
    WhyColumn,
    ComparisonColumns
};

void showStep(QTreeWidgetItem *item, int firstColumn, const std::optional<BuildStep> &step)
{
    if (!step) {
        item->setText(firstColumn, QStringLiteral("–"));
        return;
    }
    item->setText(firstColumn, BuildSteps::stateText(step->state));
    item->setText(firstColumn + 1, BuildModel::timeText(step->took));
    item->setText(firstColumn + 2, step->size > 0 ? Text::size(step->size) : QString());
    for (const int column : {firstColumn + 1, firstColumn + 2})
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    if (step->state == BuildStep::State::Failed)
        item->setForeground(firstColumn, toneColor(Tone::Bad));
}

} // namespace

BuildHistory::BuildHistory(models::EngineSession *session, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_session(session), m_list(new QTreeWidget(this)),
      m_comparison(new QTreeWidget(this)), m_summary(new QLabel(this))
{
    m_list->setHeaderLabels({tr("Started"), tr("State"), tr("Time"), tr("Steps")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Builds of this Dockerfile"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    addWidget(m_list);
    makeComparison();
    setChildrenCollapsible(false);
    setStretchFactor(0, 1);
    setStretchFactor(1, 2);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &BuildHistory::onSelection);
    connect(session->builds(), &models::Builds::listed, this, &BuildHistory::refresh);
    session->builds()->want();
    refresh(); // says that there is none yet
}

void BuildHistory::makeComparison()
{
    auto *pane = new QWidget(this);
    m_comparison->setHeaderLabels({tr("Instruction"), tr("Before"), tr("Time"), tr("Size"), tr("After"),
                                   tr("Time"), tr("Size"), tr("Why")});
    m_comparison->setRootIsDecorated(false);
    m_comparison->setUniformRowHeights(true);
    m_comparison->setFrameShape(QFrame::NoFrame);
    m_comparison->setTextElideMode(Qt::ElideRight);
    m_comparison->setAccessibleName(tr("Comparison of two builds"));
    m_comparison->header()->setStretchLastSection(true);
    m_comparison->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_comparison->header()->setSectionResizeMode(InstructionColumn, QHeaderView::Interactive);
    m_comparison->header()->resizeSection(InstructionColumn, 200);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setContentsMargins(8, 6, 8, 6);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_comparison, 1);
    addWidget(pane);
}

void BuildHistory::setFile(const QString &folder, const QString &dockerfile)
{
    m_folder = folder;
    m_dockerfile = dockerfile;
    m_comparison->clear();
    refresh();
}

QStringList BuildHistory::ids() const
{
    QStringList ids;
    for (const QString &id : models::rememberedBuildsOf(m_folder, m_dockerfile)) {
        if (m_session->builds()->model()->find(id) != nullptr)
            ids.append(id);
    }
    return ids;
}

void BuildHistory::refresh()
{
    QStringList selected;
    for (const QTreeWidgetItem *item : m_list->selectedItems())
        selected.append(item->data(0, Qt::UserRole).toString());
    m_filling = true;
    m_list->clear();
    for (const QString &id : ids()) {
        const models::BuildRow *row = m_session->builds()->model()->find(id);
        auto *item =
            new QTreeWidgetItem(m_list, {Text::ago(row->started), BuildModel::stateText(row->state),
                                         BuildModel::timeText(row->duration),
                                         tr("%1, %2 cached").arg(row->stepCount).arg(row->cachedSteps)});
        item->setData(0, Qt::UserRole, id);
        item->setSizeHint(0, {0, fontMetrics().height() + rowSpace});
        item->setToolTip(0, Text::exactTime(row->started));
        item->setToolTip(1, row->error);
        item->setSelected(selected.contains(id));
    }
    m_filling = false;
    if (m_comparison->topLevelItemCount() == 0)
        m_summary->setText(
            m_list->topLevelItemCount() == 0
                ? tr("No builds of this Dockerfile yet: press Build.")
                : tr("Choose two builds (with Ctrl) to compare them, or one to see what it did."));
    emit filled();
}

void BuildHistory::onSelection()
{
    if (m_filling)
        return;
    QStringList chosen; // the newest first, as in the list
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->isSelected())
            chosen.append(m_list->topLevelItem(row)->data(0, Qt::UserRole).toString());
    }
    if (chosen.size() == 1)
        emit buildChosen(chosen.first());
    else if (chosen.size() >= 2)
        compare(chosen.last(), chosen.first());
}

void BuildHistory::compare(const QString &before, const QString &now)
{
    m_first.cancel();
    m_second.cancel();
    m_before.reset();
    m_comparison->clear();
    const auto failed = [this](const Error &error) {
        m_summary->setText(tr("The engine does not tell about these builds: %1.")
                               .arg(QString::fromStdString(error.message)));
    };
    m_first = client::inspectBuild(*m_session->client(), before.toStdString(), this,
                                   [this, now, failed](const Result<api::BuildRecord> &record) {
                                       if (!record)
                                           return failed(record.error());
                                       m_before = *record;
                                       m_second = client::inspectBuild(
                                           *m_session->client(), now.toStdString(), this,
                                           [this, failed](const Result<api::BuildRecord> &other) {
                                               if (!other)
                                                   return failed(other.error());
                                               fill(*m_before, *other);
                                           });
                                   });
}

void BuildHistory::fill(const api::BuildRecord &before, const api::BuildRecord &now)
{
    m_comparison->clear();
    int edited = 0;
    for (const models::ComparedStep &compared : models::compareBuilds(before, now)) {
        addRow(compared);
        edited += compared.before && compared.now ? 0 : 1;
    }
    const auto time = [](const api::BuildRecord &record) {
        return BuildModel::timeText(record.duration / 1'000'000);
    };
    m_summary->setText(tr("Before: %1, %2. After: %3, %4. ")
                           .arg(Text::exactTime(Text::secondsOf(before.started)), time(before),
                                Text::exactTime(Text::secondsOf(now.started)), time(now)) +
                       (edited == 0 ? tr("The same instructions.")
                                    : tr("%n instruction(s) are only in one of them.", nullptr, edited)));
}

void BuildHistory::addRow(const models::ComparedStep &compared)
{
    const BuildStep &any = compared.now ? *compared.now : *compared.before;
    auto *item = new QTreeWidgetItem(m_comparison);
    item->setSizeHint(InstructionColumn, {0, fontMetrics().height() + rowSpace});
    // Shape and word, not colour alone.
    item->setText(InstructionColumn, (compared.before && compared.now ? QString()
                                      : compared.now                  ? QStringLiteral("+ ")
                                                                      : QStringLiteral("− ")) +
                                         any.instruction);
    if (!compared.before || !compared.now)
        item->setForeground(InstructionColumn, toneColor(compared.now ? Tone::Good : Tone::Bad));
    item->setToolTip(InstructionColumn, any.instruction);
    showStep(item, StateBefore, compared.before);
    showStep(item, StateNow, compared.now);
    const QString why = compared.now ? BuildSteps::remark(*compared.now) : QString();
    item->setText(WhyColumn, why);
    item->setToolTip(WhyColumn, why);
}

} // namespace quayside::ui

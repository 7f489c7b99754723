#include "ui/builds/buildview.h"

#include "ui/builds/builddelegates.h"
#include "ui/builds/stepoutput.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace quayside::ui
{

using models::BuildStep;
using models::BuildSteps;

BuildView::BuildView(models::EngineSession *session, QWidget *parent)
    : QSplitter(Qt::Vertical, parent), m_steps(new QTreeView(this)), m_output(new StepOutput(session, this))
{
    makeTable();
    addWidget(m_steps);
    addWidget(m_output);
    setChildrenCollapsible(false);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible() && m_follower != nullptr)
            m_follower->steps()->refreshTimes();
    });
    connect(m_output, &StepOutput::shellOpened, this, &BuildView::shellOpened);
}

QPlainTextEdit *BuildView::log() const
{
    return m_output->log();
}

QPushButton *BuildView::shellButton() const
{
    return m_output->shellButton();
}

void BuildView::makeTable()
{
    m_steps->setItemDelegate(new BuildStepDelegate(m_steps));
    m_steps->setRootIsDecorated(false);
    m_steps->setUniformRowHeights(true);
    m_steps->setAllColumnsShowFocus(true);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setMinimumHeight(fontMetrics().height() * 5);
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setObjectName(QStringLiteral("steps"));
}

void BuildView::showBuild(models::BuildFollower *follower, const QString &name)
{
    if (m_follower != nullptr) {
        m_follower->disconnect(this);
        m_follower->steps()->disconnect(this);
    }
    m_follower = follower;
    m_fittedRows = -1;
    m_following = true;
    m_output->setBuild(follower, name); // before our own: it knows first that a row is another one now
    m_steps->setModel(follower == nullptr ? nullptr : follower->steps());
    if (follower != nullptr) {
        connectSteps(follower->steps());
        connect(follower, &models::BuildFollower::changed, this, &BuildView::onChanged);
    }
    onChanged();
    goWithTheBuild();
}

void BuildView::connectSteps(BuildSteps *steps)
{
    QHeaderView *header = m_steps->header();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(BuildSteps::StepColumn, QHeaderView::Stretch);
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) {
                if (m_choosing || !row.isValid())
                    return;
                m_following = row.row() == m_follower->steps()->activeRow();
                showStep(row.row());
            });
    connect(steps, &QAbstractItemModel::modelReset, this, [this] { m_following = true; });
}

void BuildView::onChanged()
{
    const bool live = m_follower != nullptr && m_follower->isFollowing();
    if (live != m_clock.isActive())
        live ? m_clock.start() : m_clock.stop();
    if (m_follower != nullptr) {
        // Not with every step that goes on: all are looked at for it.
        if (const int rows = m_follower->steps()->rowCount(); rows != std::exchange(m_fittedRows, rows))
            fitColumns();
        goWithTheBuild();
    }
}

// The step that is shown stays while it runs, whatever others begin beside it.
void BuildView::goWithTheBuild()
{
    if (!m_following || m_follower == nullptr)
        return;
    const BuildStep *shown = m_output->step();
    if (shown != nullptr && shown->state == BuildStep::State::Running)
        return;
    if (const int active = m_follower->steps()->activeRow(); active >= 0 && active != m_output->row())
        showStep(active);
}

void BuildView::showStep(int row)
{
    m_output->showStep(row);
    m_choosing = true;
    const QModelIndex index = m_follower->steps()->index(row, 0);
    m_steps->setCurrentIndex(index);
    m_steps->scrollTo(index);
    m_choosing = false;
}

void BuildView::fitColumns()
{
    const BuildSteps *steps = m_follower == nullptr ? nullptr : m_follower->steps();
    if (steps == nullptr || m_steps->header()->count() == 0)
        return;
    const QFontMetrics metrics = m_steps->fontMetrics();
    const auto widthOf = [&](const QString &text) { return metrics.horizontalAdvance(text) + 20; };
    int stage = widthOf(tr("Stage"));
    for (const BuildStep &step : steps->steps())
        stage = std::max(stage, std::min(widthOf(step.stage), 130));
    int state = 0;
    for (const BuildStep::State each : {BuildStep::State::Cached, BuildStep::State::Cancelled,
                                        BuildStep::State::Waiting, BuildStep::State::Running})
        state = std::max(state, widthOf(BuildSteps::stateText(each)));
    // The most important one first: what finds no room beside the step itself is left out.
    const QList<std::pair<int, int>> wanted = {
        {BuildSteps::StateColumn, state},
        {BuildSteps::TimeColumn, widthOf(QStringLiteral("000,00 s"))},
        {BuildSteps::StageColumn, steps->hasStages() ? stage : 0},
        {BuildSteps::SizeColumn, widthOf(QStringLiteral("000,0 MiB"))}};
    constexpr int leastForSteps = 200;
    int room = m_steps->viewport()->width() - leastForSteps;
    for (const auto &[column, width] : wanted) {
        const bool fits = width > 0 && width <= room;
        m_steps->setColumnHidden(column, !fits);
        if (fits) {
            m_steps->setColumnWidth(column, width);
            room -= width;
        }
    }
}

void BuildView::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    fitColumns();
}

void BuildView::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    fitColumns();
}

} // namespace quayside::ui

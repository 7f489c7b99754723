#include "ui/builds/buildview.h"

#include "models/builds/enterstepoperation.h"
#include "ui/builds/builddelegates.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace quayside::ui
{

using models::BuildStep;
using models::BuildSteps;

BuildView::BuildView(models::EngineSession *session, QWidget *parent)
    : QSplitter(Qt::Vertical, parent), m_session(session), m_steps(new QTreeView(this)),
      m_title(new ElidedLabel(this)), m_remark(new QLabel(this)),
      m_shell(new QPushButton(icon(Symbol::Terminal), tr("Op&en a shell here"), this)),
      m_notice(new Notice(this)), m_log(new QPlainTextEdit(this))
{
    makeTable();
    addWidget(m_steps);
    addWidget(makeOutput());
    setChildrenCollapsible(false);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible() && m_follower != nullptr)
            m_follower->steps()->refreshTimes();
    });
    showHead();
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

QWidget *BuildView::makeOutput()
{
    m_title->setFont([this] {
        QFont font = this->font();
        font.setWeight(QFont::DemiBold);
        return font;
    }());
    m_remark->setTextFormat(Qt::PlainText); // names of files come from outside
    m_remark->setWordWrap(true);
    m_remark->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_shell->setAutoDefault(false);
    m_shell->setToolTip(
        tr("A shell in the files as they were after this step; of one that failed, as it left "
           "them"));
    connect(m_shell, &QPushButton::clicked, this, &BuildView::openShell);
    m_log->setReadOnly(true);
    m_log->setFont(fixedFont());
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setMaximumBlockCount(int(BuildSteps::maxLines));
    m_log->setAccessibleName(tr("Output of the step"));
    auto *output = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_shell);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 6, 8, 6);
    head->setSpacing(2);
    head->addLayout(row);
    head->addWidget(m_remark);
    auto *layout = new QVBoxLayout(output);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_notice);
    layout->addWidget(m_log, 1);
    return output;
}

void BuildView::showBuild(models::BuildFollower *follower, const QString &name)
{
    if (m_follower != nullptr) {
        m_follower->disconnect(this);
        m_follower->steps()->disconnect(this);
    }
    m_follower = follower;
    m_name = name;
    m_shown = m_fittedRows = -1;
    m_following = true;
    m_notice->dismiss();
    m_log->clear();
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
    connect(steps, &QAbstractItemModel::modelReset, this, [this] {
        m_shown = -1;
        m_following = true;
        m_log->clear();
        showHead();
    });
    connect(steps, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int) {
        if (m_shown >= first)
            m_shown = -1; // another one has its number now
    });
    connect(steps, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from) {
        if (from.row() == m_shown)
            showHead();
    });
    connect(steps, &BuildSteps::outputCleared, this, [this](int row) {
        if (row == m_shown)
            m_log->clear();
    });
    connect(steps, &BuildSteps::linesAdded, this, [this](int row, const QStringList &lines) {
        if (row == m_shown)
            m_log->appendPlainText(lines.join(u'\n')); // keeps the end in sight unless somebody scrolled up
    });
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
    showHead(); // what a step left in its log is known only at the end
}

// The step that is shown stays while it runs, whatever others begin beside it.
void BuildView::goWithTheBuild()
{
    if (!m_following || m_follower == nullptr)
        return;
    const BuildStep *shown = shownStep();
    if (shown != nullptr && shown->state == BuildStep::State::Running)
        return;
    if (const int active = m_follower->steps()->activeRow(); active >= 0 && active != m_shown)
        showStep(active);
}

const BuildStep *BuildView::shownStep() const
{
    if (m_follower == nullptr || m_shown < 0 || m_shown >= m_follower->steps()->steps().size())
        return nullptr;
    return &m_follower->steps()->steps()[m_shown];
}

void BuildView::showStep(int row)
{
    m_shown = row;
    m_notice->dismiss();
    const BuildStep *step = shownStep();
    m_log->setPlainText(step == nullptr ? QString() : BuildSteps::outputText(*step));
    m_log->moveCursor(QTextCursor::End);
    m_log->moveCursor(QTextCursor::StartOfLine);
    m_choosing = true;
    const QModelIndex index = m_follower->steps()->index(row, 0);
    m_steps->setCurrentIndex(index);
    m_steps->scrollTo(index);
    m_choosing = false;
    showHead();
}

void BuildView::showHead()
{
    const BuildStep *step = shownStep();
    m_title->setText(step == nullptr ? QString()
                                     : tr("Step %1: %2").arg(step->number).arg(step->instruction));
    QString remark = step == nullptr ? QString() : BuildSteps::remark(*step);
    if (step != nullptr && step->leftOut > 0)
        remark += (remark.isEmpty() ? QString() : QStringLiteral(" ")) +
                  tr("Of its output the middle was not kept: it is too long.");
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_remark->setForegroundRole(QPalette::WindowText);
    m_shell->setVisible(step != nullptr && m_follower != nullptr);
    m_shell->setEnabled(step != nullptr && step->enterable && !m_opening);
    m_log->setPlaceholderText(
        step == nullptr || !step->hasEnded() ? tr("What the chosen step writes appears here.")
        : step->state == BuildStep::State::Cached || step->neverBegan() ? tr("It was not run this time.")
                                                                        : tr("It wrote nothing."));
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

void BuildView::openShell()
{
    const BuildStep *step = shownStep();
    if (step == nullptr || m_opening)
        return;
    m_notice->dismiss();
    auto *operation =
        new models::EnterStepOperation(m_session->client(), m_follower->id(), step->number, m_name);
    m_opening = true;
    showHead();
    connect(operation, &models::Operation::finished, this, [this, operation] {
        m_opening = false;
        showHead();
        if (operation->state() == models::Operation::State::Failed)
            m_notice->show(Notice::Kind::Error, operation->detail());
        else if (operation->state() == models::Operation::State::Succeeded)
            emit shellOpened(operation->containerId());
    });
    // The container goes when it ends, and then nobody has a use for its image; the window may be gone
    // before.
    auto *session = m_session;
    connect(operation, &models::Operation::finished, session, [session, operation] {
        if (operation->state() != models::Operation::State::Succeeded)
            return;
        auto *cleaner = new QObject(session);
        connect(session, &models::EngineSession::containerEvent, cleaner,
                [session, cleaner, container = operation->containerId(),
                 image = operation->imageId().toStdString()](const QString &id, const QString &action) {
                    if (id != container || action != u"destroy")
                        return;
                    session->client()->removeImage(image, {.force = true, .noPrune = false}, session, {});
                    cleaner->deleteLater();
                });
    });
    m_session->operations()->add(operation);
}

} // namespace quayside::ui

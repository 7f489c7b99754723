#include "ui/learn/lessons/lessonview.h"

#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/common/tabs.h"
#include "ui/learn/lessons/lessonstepview.h"
#include "ui/learn/lessons/lessontype.h"
#include "ui/learn/xraypane.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

namespace quayside::ui
{

using models::LessonSession;
using Phase = LessonSession::Phase;

LessonView::LessonView(models::EngineSession *session, const models::Lesson &lesson,
                       const QStringList &knownLessons, models::LessonProgress *progress, QWidget *parent)
    : QWidget(parent), m_engine(session), m_lesson(session, lesson, knownLessons, progress),
      m_known(knownLessons), m_title(new ElidedLabel), m_state(new QLabel), m_notice(new Notice(this)),
      m_split(new QSplitter(this)), m_text(new QScrollArea), m_beside(new Tabs(this)),
      m_idle(new Placeholder(Symbol::Learn))
{
    makeActions();
    makeBeside();
    buildLayout();
    connectSession();
    constexpr int stuckAfter = 120'000; // ms
    m_hintTimer.setSingleShot(true);
    m_hintTimer.setInterval(stuckAfter);
    connect(&m_hintTimer, &QTimer::timeout, this, [this] {
        if (LessonStepView *current = step(m_lesson.currentStep()))
            current->showHint();
    });
    onPhase();
    refreshFonts();
}

// What shows the lesson goes before it.
LessonView::~LessonView()
{
    delete m_split;
}

void LessonView::connectSession()
{
    connect(&m_lesson, &LessonSession::phaseChanged, this, &LessonView::onPhase);
    connect(&m_lesson, &LessonSession::stepDone, this, &LessonView::onStepDone);
    connect(&m_lesson, &LessonSession::checked, this, [this] {
        if (LessonStepView *current = step(m_lesson.currentStep()))
            current->setResults(m_lesson.results());
    });
    connect(&m_lesson, &LessonSession::failed, this,
            [this](const QString &sentence) { m_notice->show(Notice::Kind::Error, sentence); });
    connect(&m_lesson, &LessonSession::offerEnded, this, [this](const QString &id, const QString &problem) {
        for (LessonStepView *view : std::as_const(m_steps)) {
            if (view->offerButton(id) == nullptr)
                continue;
            view->setOfferBusy(id, false);
            view->showProblem(problem);
        }
    });
    connect(&m_lesson, &LessonSession::surveyed, this, [this](const QList<models::MadeThing> &things) {
        const bool toStart = std::exchange(m_survey, Survey::None) == Survey::ToStart;
        if (toStart && things.isEmpty())
            m_lesson.start();
        else
            confirm(things, toStart);
    });
    connect(m_engine, &models::EngineSession::stateChanged, this, &LessonView::refreshState);
    connect(m_engine, &models::EngineSession::engineKnown, this, &LessonView::refreshState);
    connect(m_engine, &models::EngineSession::containerEvent, this, &LessonView::followRestart);
    models::ContainerModel *containers = m_engine->containers();
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(containers, signal, this, &LessonView::followContainers);
    connect(containers, &QAbstractItemModel::dataChanged, this, &LessonView::followContainers);
}

void LessonView::connectStep(int index)
{
    LessonStepView *view = m_steps[index];
    connect(view, &LessonStepView::lineWanted, this, &LessonView::typeLine);
    connect(view, &LessonStepView::xrayWanted, this, &LessonView::showXray);
    connect(view, &LessonStepView::lessonWanted, this, &LessonView::lessonWanted);
    connect(view, &LessonStepView::readConfirmed, &m_lesson, &LessonSession::confirmRead);
    connect(view, &LessonStepView::offerPressed, this, [this, view](const QString &id) {
        view->showProblem({});
        view->setOfferBusy(id, true);
        m_lesson.press(id);
    });
}

int LessonView::openTerminals() const
{
    return m_terminal == nullptr ? 0 : m_terminal->sessionCount();
}

void LessonView::setNextTitle(const QString &title)
{
    m_actions[Next]->setEnabled(!title.isEmpty());
    m_actions[Next]->setToolTip(title.isEmpty() ? tr("This is the last lesson")
                                                : tr("Go on with “%1”").arg(title));
}

// ---- what the lesson does

void LessonView::onPhase()
{
    if (m_lesson.phase() == Phase::LayingOut)
        m_notice->dismiss();
    if (m_lesson.phase() != Phase::Started)
        m_hintTimer.stop();
    else if (!m_lesson.isOver())
        m_hintTimer.start();
    refreshSteps();
    refreshState();
    followContainers();
    watch();
}

void LessonView::onStepDone(int index)
{
    if (LessonStepView *view = step(index))
        view->setSeen(m_lesson.seen(index));
    m_hintTimer.start();
    refreshSteps();
    refreshState();
    if (m_lesson.isOver())
        m_hintTimer.stop();
}

void LessonView::refreshSteps()
{
    const bool started = m_lesson.phase() == Phase::Started;
    for (int i = 0; i < m_steps.size(); ++i) {
        using State = LessonStepView::State;
        const State state = started && i < m_lesson.currentStep()    ? State::Done
                            : started && i == m_lesson.currentStep() ? State::Current
                                                                     : State::Later;
        if (state != State::Done)
            m_steps[i]->setSeen({});
        if (m_steps[i]->state() != state || state != State::Current)
            m_steps[i]->setState(state, started);
    }
}

void LessonView::refreshState()
{
    const Phase phase = m_lesson.phase();
    const QString obstacle = m_lesson.obstacle();
    const int steps = int(m_steps.size());
    m_actions[Start]->setEnabled(phase == Phase::Idle && obstacle.isEmpty());
    m_actions[Start]->setToolTip(obstacle.isEmpty() ? tr("Lay out what the lesson needs, and begin")
                                                    : obstacle);
    m_actions[Reset]->setEnabled(phase == Phase::Started);
    m_state->setText(phase == Phase::LayingOut   ? tr("Laying out…")
                     : phase == Phase::Resetting ? tr("Removing what it made…")
                     : phase == Phase::Idle
                         ? tr("%1 min · %n step(s)", nullptr, steps).arg(m_lesson.lesson().minutes)
                     : m_lesson.isOver() ? tr("All steps are done")
                                         : tr("Step %1 of %2").arg(m_lesson.currentStep() + 1).arg(steps));
    m_idle->clearButtons();
    if (phase == Phase::Idle) {
        m_idle->setText(obstacle.isEmpty() ? tr("Ready when you are") : tr("Not possible here"),
                        obstacle.isEmpty()
                            ? tr("The lesson lays out %n container(s) of its own, and removes exactly "
                                 "them when you reset it.",
                                 nullptr, int(m_lesson.lesson().containers.size()))
                            : obstacle);
        if (obstacle.isEmpty())
            m_idle->addButton(tr("Start the lesson"), Symbol::Play, [this] { askAndStart(); });
    } else {
        m_idle->setText(m_state->text(), {});
    }
}

void LessonView::askAndStart()
{
    if (m_survey != Survey::None)
        return;
    m_survey = Survey::ToStart;
    m_lesson.survey();
}

void LessonView::askAndReset()
{
    if (m_survey != Survey::None)
        return;
    m_survey = Survey::ToReset;
    m_lesson.survey();
}

void LessonView::confirm(const QList<models::MadeThing> &things, bool thenStart)
{
    const auto go = [this, thenStart] {
        if (thenStart)
            m_lesson.startAnew();
        else
            m_lesson.reset();
    };
    if (things.isEmpty()) {
        go();
        return;
    }
    QStringList names;
    for (const models::MadeThing &thing : things) {
        using Kind = models::MadeThing::Kind;
        const QString word = thing.kind == Kind::Container ? tr("container %1")
                             : thing.kind == Kind::Network ? tr("network %1")
                             : thing.kind == Kind::Volume  ? tr("volume %1")
                             : thing.kind == Kind::Image   ? tr("image %1")
                                                           : tr("record of the build of %1");
        names.append(word.arg(thing.name));
    }
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Reset the lesson?"),
                        thenStart ? tr("Things of this lesson are left from before. They are removed first:")
                                  : tr("What this lesson has made is removed, and nothing else:"),
                        QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(names.join(u'\n'));
    connect(box->addButton(tr("Remove"), QMessageBox::DestructiveRole), &QPushButton::clicked, this, go);
    box->open();
}

void LessonView::watch()
{
    m_lesson.setWatched(isVisible() && isActiveWindow());
}

void LessonView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch();
}

void LessonView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch();
}

void LessonView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        watch();
}

// ---- its containers

void LessonView::followContainers()
{
    const bool started = m_lesson.phase() == Phase::Started;
    const bool hasBeside = m_beside->count() > 0;
    m_idle->setVisible(!started && hasBeside);
    m_beside->setVisible(started && hasBeside);
    followTerminal();
    if (m_xray == nullptr)
        return;
    const models::ContainerRow *row = m_engine->containers()->find(m_lesson.containerId(m_xrayName));
    if (row != nullptr)
        m_xray->showContainer(row->id, row->isRunning());
}

// A shell ends with its container, and begins again with it. The list may not show that it was gone: a
// restart is quick.
void LessonView::followRestart(const QString &id, const QString &action)
{
    if (m_terminal == nullptr || id != m_terminalId)
        return;
    if (action == u"die")
        m_terminalDied = true;
    TerminalSession *shell = m_terminal->currentSession();
    if (action != u"start" || !std::exchange(m_terminalDied, false) || shell == nullptr)
        return;
    connect(shell, &TerminalSession::started, this, &LessonView::followTerminal, Qt::SingleShotConnection);
    if (!shell->isRunning())
        shell->startAgain();
    else // the news of its end is still on the way
        connect(shell, &TerminalSession::ended, shell, &TerminalSession::startAgain,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

// One made anew under the same name is another one: its shells went with the one before.
void LessonView::followTerminal()
{
    if (m_terminal == nullptr)
        return;
    const QString id =
        m_lesson.phase() == Phase::Started ? m_lesson.containerId(m_lesson.lesson().terminal) : QString();
    if (!m_terminalId.isEmpty() && id != m_terminalId)
        m_terminal->containerGone(std::exchange(m_terminalId, {}));
    const models::ContainerRow *row = m_engine->containers()->find(id);
    const bool running = row != nullptr && row->state == models::ContainerState::Running;
    const bool first = m_terminalId != id;
    if (first || row != nullptr)
        m_terminal->showContainer(id, running);
    if (first && running) {
        m_terminalId = id;
        m_terminal->openSession();
    }
    const bool there = m_terminal->currentSession() != nullptr && m_terminal->currentSession()->isRunning();
    for (LessonStepView *view : std::as_const(m_steps))
        view->setTerminalThere(there);
}

void LessonView::showXray(const QString &container)
{
    if (m_xray == nullptr)
        return;
    m_xrayName = container;
    followContainers();
    m_beside->setCurrentWidget(m_xray);
}

void LessonView::typeLine(const QString &line)
{
    if (m_terminal == nullptr || m_terminal->currentSession() == nullptr)
        return;
    m_beside->setCurrentWidget(m_terminal);
    m_terminal->currentSession()->type(line);
    m_terminal->currentSession()->setFocus();
}

} // namespace quayside::ui

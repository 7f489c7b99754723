#include "ui/learn/launch/launchpane.h"

#include "models/common/text.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/learn/launch/launchshell.h"
#include "ui/learn/launch/launchstepview.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QLocale>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

using models::LaunchSteps;

namespace
{

QDateTime timeOf(const std::string &rfc3339)
{
    return QDateTime::fromString(QString::fromStdString(rfc3339), Qt::ISODateWithMs).toLocalTime();
}

} // namespace

LaunchPane::LaunchPane(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_follower(client), m_player(m_follower.steps()),
      m_play(new QAction(icon(Symbol::Play), tr("Play"), this)), m_bar(new QToolBar(this)),
      m_playButton(new QToolButton(this)), m_starts(new QComboBox(this)), m_speed(new QComboBox(this)),
      m_status(new ElidedLabel(this)), m_notice(new Notice(this)), m_recordings(new QWidget(this)),
      m_split(new QSplitter(Qt::Vertical, this)), m_list(new QTreeView),
      m_view(new LaunchStepView(client, &m_follower)), m_placeholder(new Placeholder(Symbol::Run, this))
{
    makeActions();
    makeBar();
    makeRecordings();
    makeList();
    m_split->addWidget(m_list);
    m_split->addWidget(m_view);
    m_split->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 2, 12, 6);
    line->addWidget(m_status);
    layout->addWidget(m_bar);
    layout->addWidget(m_recordings);
    layout->addLayout(line);
    layout->addWidget(m_notice);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_placeholder, 1);
    connect(&m_follower, &models::LaunchFollower::changed, this, &LaunchPane::refresh);
    connect(&m_follower, &models::LaunchFollower::startsChanged, this, &LaunchPane::refresh);
    connect(&m_follower, &models::LaunchFollower::refused, this,
            [this](const QString &sentence) { m_notice->show(Notice::Kind::Error, sentence); });
    connect(&m_player, &models::LaunchPlayer::reached, this, &LaunchPane::chooseStep);
    connect(&m_player, &models::LaunchPlayer::playingChanged, this, &LaunchPane::refreshActions);
    connect(m_view, &LaunchStepView::lessonWanted, this, &LaunchPane::lessonWanted);
    connect(m_view, &LaunchStepView::optionsWanted, this, [this] { emit optionsWanted(m_id); });
    refresh();
}

void LaunchPane::setKnownLessons(const QSet<QString> &ids)
{
    m_view->setKnownLessons(ids);
}

// ---- which container

void LaunchPane::showContainer(const QString &id, bool running)
{
    m_running = running;
    if (m_id != id) {
        m_id = id;
        m_loaded = false;
        m_notice->dismiss();
        m_view->shell()->closeSession();
        m_seenNumber = 0;
        m_seenAt = -1;
        if (isVisible())
            load();
        else
            m_follower.stop();
    }
    refresh();
}

// What nobody looks at is not asked for. A launch that is held is followed on, or it would be thought
// forgotten.
void LaunchPane::load()
{
    m_loaded = true;
    m_follower.showContainer(m_id);
}

void LaunchPane::containerChanged()
{
    if (m_loaded)
        m_follower.lookAgain();
}

void LaunchPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_loaded)
        load();
    arrange();
}

void LaunchPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LaunchPane::begin()
{
    if (!m_loaded)
        load();
    m_notice->dismiss();
    m_player.pause();
    m_view->shell()->closeSession();
    m_follower.begin();
}

// ---- what is seen of it

void LaunchPane::refresh()
{
    const bool any = m_follower.hasLaunch();
    m_split->setVisible(any);
    m_placeholder->setVisible(!any);
    m_recordings->setVisible(!m_follower.starts().empty() || m_follower.isUnderWay());
    m_status->setVisible(any);
    m_status->setText(statusText());
    if (!any)
        showPlaceholder();
    refreshStarts();
    followLaunch();
    m_view->refresh();
    refreshActions();
}

void LaunchPane::showPlaceholder()
{
    m_placeholder->clearButtons();
    if (!m_follower.isLoaded()) {
        m_placeholder->setText(tr("Asking the engine…"), {});
        return;
    }
    m_placeholder->setText(
        tr("It was never started"),
        tr("A launch is some twenty steps that turn a process into a container. Run it step "
           "by step, and look at each; every start is recorded as well."));
    if (!m_running)
        m_placeholder->addButton(tr("Run step by step"), Symbol::Play, [this] { begin(); });
}

QString LaunchPane::statusText() const
{
    const api::Launch &launch = m_follower.launch();
    const LaunchSteps *steps = m_follower.steps();
    const QString all = LaunchSteps::timeText(steps->total());
    if (!m_follower.isRecord() && m_follower.isHeld())
        return tr("Held before step %1 of %2: %3")
            .arg(launch.at + 1)
            .arg(steps->rowCount())
            .arg(steps->titleOf(int(launch.at)));
    if (launch.state == "running")
        return tr("Step %1 of %2 is under way").arg(launch.at + 1).arg(steps->rowCount());
    if (launch.state == "failed")
        return tr("Failed in step %1 of %2: %3")
            .arg(launch.at + 1)
            .arg(steps->rowCount())
            .arg(steps->titleOf(int(launch.at)));
    if (launch.state == "aborted")
        return tr("Aborted: it is as if it had never been started");
    return m_follower.wasHeld() ? tr("Done in %1, without the time that it was held").arg(all)
                                : tr("Done in %1").arg(all);
}

QString LaunchPane::status() const
{
    return m_status->text();
}

void LaunchPane::refreshActions()
{
    const bool held = m_follower.canStep();
    const int row = m_list->currentIndex().row();
    m_actions[Begin]->setEnabled(!m_id.isEmpty() && !m_running && !m_follower.isUnderWay() &&
                                 !m_follower.isBeginning());
    m_actions[Next]->setEnabled(held);
    m_actions[GoOn]->setEnabled(held);
    m_actions[ToHere]->setEnabled(held && row > m_follower.launch().at);
    m_actions[Abort]->setEnabled(m_follower.isUnderWay() && !m_follower.isRecord());
    const bool playing = m_player.isPlaying();
    m_play->setEnabled(m_follower.hasLaunch() && (m_follower.isRecord() || !m_follower.isUnderWay()));
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setIcon(icon(playing ? Symbol::Pause : Symbol::Play));
    m_playButton->setAccessibleName(m_play->text());
}

// ---- recordings

void LaunchPane::refreshStarts()
{
    QList<std::pair<QString, qlonglong>> wanted;
    const auto &starts = m_follower.starts();
    const qlonglong live = m_follower.liveNumber();
    const bool listed = std::ranges::contains(starts, live, &api::LaunchStart::number);
    if (live != 0 && !listed && m_follower.isUnderWay())
        wanted.emplaceBack(tr("The launch that goes on"), live);
    for (const api::LaunchStart &start : starts) {
        const QString when = QLocale().toString(timeOf(start.started), QLocale::ShortFormat);
        const QString took = LaunchSteps::timeText(start.durationNs);
        wanted.emplaceBack(!start.failed.empty() ? tr("%1, failed", "when").arg(when)
                           : start.held          ? tr("%1, step by step", "when").arg(when)
                                                 : tr("%1, in %2", "when, how long").arg(when, took),
                           qlonglong(start.number));
    }
    bool same = wanted.size() == m_starts->count();
    for (int i = 0; same && i < wanted.size(); ++i)
        same = m_starts->itemText(i) == wanted[i].first && m_starts->itemData(i) == wanted[i].second;
    if (!same) {
        m_starts->clear();
        for (const auto &[text, number] : wanted)
            m_starts->addItem(text, number);
    }
    m_starts->setCurrentIndex(m_starts->findData(qlonglong(m_follower.launch().number)));
}

void LaunchPane::chooseStart(int index)
{
    m_player.pause();
    const qlonglong number = m_starts->itemData(index).toLongLong();
    m_follower.showRecord(number == m_follower.liveNumber() ? 0 : number);
}

void LaunchPane::playOrPause()
{
    if (m_player.isPlaying())
        m_player.pause();
    else
        m_player.play(m_list->currentIndex().row());
}

// ---- steps

void LaunchPane::chooseStep(int row)
{
    const QModelIndex index = m_follower.steps()->index(row, 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

// After each step the one that was done last is shown, with what it changed; what was chosen by hand stays
// until then.
void LaunchPane::followLaunch()
{
    const api::Launch &launch = m_follower.launch();
    if (!m_follower.hasLaunch() || (launch.number == m_seenNumber && launch.at == m_seenAt &&
                                    launch.state == m_seenState && m_list->currentIndex().isValid()))
        return;
    m_seenNumber = launch.number;
    m_seenAt = launch.at;
    m_seenState = launch.state;
    const bool live = !m_follower.isRecord() && m_follower.isUnderWay();
    const bool failed = launch.state == "failed";
    const int last = m_follower.steps()->rowCount() - 1;
    const int row = live     ? int(launch.at) - 1
                    : failed ? int(launch.at)
                             : (m_follower.isRecord() || !m_follower.hasLooked() ? 0 : last);
    chooseStep(std::clamp(row, 0, std::max(last, 0)));
}

} // namespace quayside::ui

#include "ui/logs/logpane.h"

#include "models/common/text.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/logs/logactions.h"
#include "ui/logs/logfilterbar.h"
#include "ui/logs/logsavedialog.h"
#include "ui/logs/logsearchbar.h"
#include "ui/logs/logview.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSettings>
#include <QStackedLayout>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace quayside::ui
{

LogPane::LogPane(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_filter(&m_model), m_search(&m_model, &m_filter), m_follower(client, &m_model),
      m_client(client), m_view(new LogView(&m_model, &m_filter, &m_search, this)),
      m_placeholder(new Placeholder(Symbol::Logs, this)), m_notice(new Notice(this)),
      m_stack(new QStackedLayout), m_searchBar(new LogSearchBar(&m_search, m_view, this)),
      m_filterBar(new LogFilterBar(this)), m_statusTimer(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_filterBar);
    layout->addWidget(m_notice);
    m_stack->addWidget(m_placeholder);
    m_stack->addWidget(m_view);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_searchBar);
    layout->addWidget(makeStatusLine());
    m_searchBar->hide();
    m_filterBar->hide();
    addActions(m_searchBar->paneActions());
    m_statusTimer->setSingleShot(true);
    m_statusTimer->setInterval(60); // a flood of lines needs no label for each batch
    connectParts();
    refreshStatus();
}

QAction *LogPane::addSwitch(QToolBar *bar, Symbol symbol, const QString &text, const QString &toolTip,
                            const QString &setting, bool otherwise, void (LogView::*set)(bool))
{
    QAction *action = makeLogAction(this, symbol, text, toolTip);
    action->setCheckable(true);
    action->setChecked(QSettings().value(setting, otherwise).toBool());
    (m_view->*set)(action->isChecked());
    connect(action, &QAction::toggled, this, [this, setting, set](bool on) {
        (m_view->*set)(on);
        QSettings().setValue(setting, on);
    });
    bar->addAction(action);
    return action;
}

QToolBar *LogPane::makeToolBar()
{
    auto *bar = new QToolBar(this);
    bar->setIconSize({16, 16});
    m_followAction = makeLogAction(this, Symbol::Follow, tr("Follow"), tr("Show new lines as they come"));
    m_followAction->setCheckable(true);
    m_followAction->setChecked(true);
    bar->addAction(m_followAction);
    addSwitch(bar, Symbol::Wrap, tr("Wrap lines"), tr("Break long lines at the edge"),
              QStringLiteral("logs/wrap"), false, &LogView::setWrap);
    addSwitch(bar, Symbol::Clock, tr("Show times"), tr("Show when each line was written"),
              QStringLiteral("logs/times"), false, &LogView::setShowTimes);
    addSwitch(bar, Symbol::Format, tr("Read JSON"),
              tr("Show lines of JSON as time, level and message; a click at the left unfolds their fields"),
              QStringLiteral("logs/json"), true, &LogView::setShowJson);
    bar->addSeparator();
    addActs(bar);
    return bar;
}

void LogPane::addActs(QToolBar *bar)
{
    QAction *find =
        makeLogAction(this, Symbol::Search, tr("Find…"), tr("Find in this log"), QKeySequence::Find);
    QAction *filter = makeLogAction(this, Symbol::Selection, tr("Filter…"),
                                    tr("Show only some lines: by text, stream, level or time"),
                                    QKeySequence(tr("Ctrl+Alt+F")));
    QAction *previous =
        makeLogAction(this, Symbol::Up, tr("Previous start or end"),
                      tr("To where a run began or ended, upwards"), QKeySequence(tr("Alt+Up")));
    QAction *next =
        makeLogAction(this, Symbol::Down, tr("Next start or end"),
                      tr("To where a run began or ended, downwards"), QKeySequence(tr("Alt+Down")));
    QAction *copy = makeLogAction(this, Symbol::Copy, tr("Copy"), tr("Copy what is selected, or all of it"));
    QAction *save =
        makeLogAction(this, Symbol::Save, tr("Save…"), tr("Save this log to a file"), QKeySequence::Save);
    bar->addActions({find, filter, previous, next});
    bar->addSeparator();
    bar->addActions({copy, save});
    connect(find, &QAction::triggered, this, &LogPane::openSearch);
    connect(filter, &QAction::triggered, this, &LogPane::openFilter);
    connect(previous, &QAction::triggered, m_view, [this] { m_view->goToEvent(false); });
    connect(next, &QAction::triggered, m_view, [this] { m_view->goToEvent(true); });
    connect(save, &QAction::triggered, this, &LogPane::saveAs);
    connect(copy, &QAction::triggered, this, [this] {
        if (!m_view->hasSelection())
            m_view->selectAll();
        m_view->copy();
    });
}

QWidget *LogPane::makeStatusLine()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(8, 2, 6, 2);
    m_status = new QLabel(line);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_cancelSave = new QToolButton(line);
    m_cancelSave->setText(tr("Cancel saving"));
    m_cancelSave->hide();
    m_followButton = new QToolButton(line);
    m_followButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_followButton->setIcon(icon(Symbol::Follow));
    m_followButton->setText(tr("Newest"));
    m_followButton->setToolTip(tr("Go to the newest line and follow (End)"));
    layout->addWidget(m_status, 1);
    layout->addWidget(m_cancelSave);
    layout->addWidget(m_followButton);
    return line;
}

void LogPane::connectParts()
{
    connect(m_followAction, &QAction::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_followAction, &QAction::setChecked);
    connect(m_view, &LogView::followingChanged, this, &LogPane::refreshStatus);
    connect(m_view, &LogView::boundWanted, this, [this](std::int64_t time, bool since) {
        openFilter();
        m_filterBar->setBound(time, since);
    });
    connect(m_followButton, &QToolButton::clicked, m_view, [this] { m_view->setFollowing(true); });
    connect(m_cancelSave, &QToolButton::clicked, this, [this] {
        if (m_export)
            m_export->cancel();
    });
    auto refreshSoon = [this] {
        if (!m_statusTimer->isActive())
            m_statusTimer->start();
    };
    connect(m_statusTimer, &QTimer::timeout, this, &LogPane::refreshStatus);
    connect(&m_filter, &models::LogFilter::rowsChanged, this, refreshSoon);
    connect(&m_filter, &models::LogFilter::finished, this, refreshSoon);
    connect(&m_model, &QAbstractItemModel::modelReset, this, refreshSoon);
    connect(&m_follower, &models::LogFollower::stateChanged, this, refreshSoon);
    connect(m_filterBar, &LogFilterBar::criteriaChanged, this, &LogPane::applyFilter);
    connect(m_filterBar, &LogFilterBar::closed, this, &LogPane::closeFilter);
}

void LogPane::showContainer(const QString &id, const QString &name)
{
    m_name = name;
    if (m_follower.containerId() == id)
        return;
    if (m_export)
        m_export->cancel();
    m_notice->dismiss();
    m_follower.follow(id);
    refreshStatus();
}

void LogPane::showTogether(const QList<models::LogMerger::Container> &containers, const QString &name)
{
    m_name = name;
    m_merger = std::make_unique<models::LogMerger>(m_client, &m_model, containers);
    connect(m_merger.get(), &models::LogMerger::stateChanged, this, [this] {
        if (!m_merger->problem().isEmpty())
            m_notice->show(Notice::Kind::Error, m_merger->problem());
        refreshStatus();
    });
    m_merger->start();
}

void LogPane::containerStarted(const QString &id)
{
    if (m_merger)
        m_merger->resume(id);
    else if (m_follower.containerId() == id)
        m_follower.resume();
}

void LogPane::containerRemoved()
{
    m_removed = true;
    m_follower.stop();
    m_notice->show(Notice::Kind::Info,
                   tr("%1 is removed. These are the lines that were read before; they go with this window.")
                       .arg(m_name));
    refreshStatus();
}

// ---- what is shown

void LogPane::openSearch()
{
    m_searchBar->open();
}

void LogPane::closeSearch()
{
    m_searchBar->close();
}

void LogPane::openFilter()
{
    m_filterBar->show();
    m_filterBar->focusText();
    refreshCounts();
}

void LogPane::closeFilter()
{
    m_filterBar->hide();
    m_filterBar->clear();
    applyFilter();
    m_view->setFocus();
}

void LogPane::setSourceShown(int source, bool shown)
{
    if (shown)
        m_hiddenSources.remove(quint16(source));
    else
        m_hiddenSources.insert(quint16(source));
    applyFilter();
}

void LogPane::applyFilter()
{
    models::LogCriteria criteria = m_filterBar->criteria();
    criteria.hiddenSources = m_hiddenSources;
    const QString problem = m_filter.setCriteria(criteria, m_view->topNumber());
    refreshCounts();
    m_filterBar->setProblem(problem);
}

void LogPane::refreshCounts()
{
    m_filterBar->setCounts(m_filter.count(), m_model.count(), m_filter.isRunning());
}

QString LogPane::statusText() const
{
    return m_status->text();
}

bool LogPane::isReading() const
{
    return m_follower.state() == models::LogFollower::State::Loading || m_follower.isReadingOlder();
}

QString LogPane::stateText() const
{
    using State = models::LogFollower::State;
    if (m_removed)
        return tr("removed");
    if (!m_view->isFollowing()) {
        const int come = m_view->linesSinceFollowing();
        return come > 0 ? tr("not following · %n new", nullptr, come) : tr("not following");
    }
    if (m_merger)
        return m_merger->isFollowing() ? tr("following") : tr("all of them have stopped");
    return m_follower.state() == State::Ended ? tr("the container has stopped") : tr("following");
}

void LogPane::refreshStatus()
{
    const int count = m_model.count();
    QStringList parts{
        tr("%n line(s)", nullptr, count).replace(QString::number(count), QLocale().toString(count))};
    if (m_filter.isActive())
        parts[0] =
            tr("%1 of %2 lines shown").arg(QLocale().toString(m_filter.count()), QLocale().toString(count));
    constexpr qint64 worthTelling = 1 << 20;
    if (m_model.textBytes() >= worthTelling)
        parts << models::Text::size(m_model.textBytes());
    if (m_follower.isReadingOlder() && m_follower.olderRead() > 0)
        parts << tr("older lines are being read: %1").arg(QLocale().toString(m_follower.olderRead()));
    if (m_merger && !m_merger->isWhole())
        parts << tr("the last %1 lines of each").arg(QLocale().toString(models::LogMerger::tailLines));
    parts << stateText();
    if (m_export && m_export->total() > 0)
        parts << tr("saving: %1 %").arg(m_export->done() * 100 / m_export->total());
    m_status->setText(parts.join(QStringLiteral(" · ")));
    m_cancelSave->setVisible(m_export != nullptr);
    m_followButton->setVisible(!m_view->isFollowing() && !m_removed);
    refreshCounts();
    refreshPlaceholder();
}

void LogPane::refreshPlaceholder()
{
    using State = models::LogFollower::State;
    m_stack->setCurrentIndex(m_filter.count() > 0 ? 1 : 0);
    const bool failed = m_follower.state() == State::Failed;
    if (m_model.count() > 0)
        m_placeholder->setText(m_filter.isRunning() ? tr("Looking…") : tr("No line is shown"),
                               tr("The filter hides all %n line(s).", nullptr, m_model.count()));
    else if (failed)
        m_placeholder->setText(tr("The log cannot be read"), m_follower.problem());
    else if (m_follower.state() == State::Ended)
        m_placeholder->setText(tr("Nothing was written"), tr("The container has ended without a word."));
    else
        m_placeholder->setText(tr("Nothing written yet"),
                               tr("Lines appear here as soon as the program writes them."));
    if (failed && m_model.count() > 0)
        m_notice->show(Notice::Kind::Error, m_follower.problem(), tr("Try again"),
                       [this] { m_follower.resume(); });
}

// ---- saving

void LogPane::saveAs()
{
    auto *what = new LogSaveDialog(m_name, m_filter.isActive(), this);
    what->setAttribute(Qt::WA_DeleteOnClose);
    connect(what, &QDialog::accepted, this, [this, what] {
        auto *dialog = new QFileDialog(this, tr("Save the log of %1").arg(m_name));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->selectFile(m_name + QStringLiteral(".log"));
        connect(dialog, &QFileDialog::fileSelected, this,
                [this, options = what->options()](const QString &file) { saveTo(file, options); });
        dialog->open();
    });
    what->open();
}

void LogPane::saveTo(const QString &fileName, const models::LogExport::Options &options)
{
    delete m_export; // one at a time: the file of the other is not made
    m_export = new models::LogExport(&m_model, &m_filter, fileName, options, this);
    connect(m_export, &models::LogExport::changed, this, [this] {
        if (!m_statusTimer->isActive())
            m_statusTimer->start();
    });
    connect(m_export, &models::LogExport::finished, this, &LogPane::onExportEnd);
    refreshStatus();
}

void LogPane::onExportEnd()
{
    if (m_export->state() == models::Operation::State::Failed)
        m_notice->show(Notice::Kind::Error, m_export->detail());
    m_export->deleteLater();
    m_export = nullptr;
    refreshStatus();
}

} // namespace quayside::ui

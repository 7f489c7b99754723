#include "ui/logs/logpane.h"

#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/logs/logview.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSaveFile>
#include <QSettings>
#include <QStackedLayout>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace quayside::ui
{

namespace
{

QAction *makeAction(QWidget *owner, Symbol symbol, const QString &text, const QString &toolTip,
                    const QKeySequence &keys = {})
{
    auto *action = new QAction(icon(symbol), text, owner);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(keys.isEmpty()
                           ? toolTip
                           : QStringLiteral("%1 (%2)").arg(toolTip, keys.toString(QKeySequence::NativeText)));
    owner->addAction(action);
    return action;
}

QToolButton *makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    return button;
}

} // namespace

LogPane::LogPane(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_search(&m_model), m_follower(client, &m_model),
      m_view(new LogView(&m_model, &m_search, this)), m_placeholder(new Placeholder(Symbol::Logs, this)),
      m_notice(new Notice(this)), m_stack(new QStackedLayout), m_statusTimer(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_notice);
    m_stack->addWidget(m_placeholder);
    m_stack->addWidget(m_view);
    layout->addLayout(m_stack, 1);
    m_searchBar = makeSearchBar();
    layout->addWidget(m_searchBar);
    layout->addWidget(makeStatusLine());
    m_searchBar->hide();
    m_statusTimer->setSingleShot(true);
    m_statusTimer->setInterval(60); // a flood of lines needs no label for each batch
    connectParts();
    refreshStatus();
}

QToolBar *LogPane::makeToolBar()
{
    auto *bar = new QToolBar(this);
    bar->setIconSize({16, 16});
    m_followAction = makeAction(this, Symbol::Follow, tr("Follow"), tr("Show new lines as they come"), {});
    m_followAction->setCheckable(true);
    m_followAction->setChecked(true);
    m_wrapAction = makeAction(this, Symbol::Wrap, tr("Wrap lines"), tr("Break long lines at the edge"), {});
    m_wrapAction->setCheckable(true);
    m_timesAction =
        makeAction(this, Symbol::Clock, tr("Show times"), tr("Show when each line was written"), {});
    m_timesAction->setCheckable(true);
    QAction *find = makeAction(this, Symbol::Search, tr("Find…"), tr("Find in this log"), QKeySequence::Find);
    QAction *copy = makeAction(this, Symbol::Copy, tr("Copy"), tr("Copy what is selected, or all of it"), {});
    QAction *save =
        makeAction(this, Symbol::Save, tr("Save…"), tr("Save this log to a file"), QKeySequence::Save);
    bar->addActions({m_followAction, m_wrapAction, m_timesAction});
    bar->addSeparator();
    bar->addActions({find, copy, save});
    connect(find, &QAction::triggered, this, &LogPane::openSearch);
    connect(save, &QAction::triggered, this, &LogPane::saveAs);
    connect(copy, &QAction::triggered, this, [this] {
        if (!m_view->hasSelection())
            m_view->selectAll();
        m_view->copy();
    });
    return bar;
}

QWidget *LogPane::makeSearchBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(6, 4, 6, 4);
    m_searchText = new QLineEdit(bar);
    m_searchText->setPlaceholderText(tr("Find in log"));
    m_searchText->setAccessibleName(tr("Find in log"));
    m_searchText->setClearButtonEnabled(true);
    m_searchText->installEventFilter(this);
    m_searchLabel = new QLabel(bar);
    m_searchLabel->setMinimumWidth(90);
    m_caseAction =
        makeAction(bar, Symbol::Case, tr("Match case"), tr("Tell capital letters from small ones"));
    m_regexAction =
        makeAction(bar, Symbol::Regex, tr("Regular expression"), tr("Read the text as a regular expression"));
    for (QAction *action : {m_caseAction, m_regexAction}) {
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, &LogPane::runSearch);
    }
    QAction *previous =
        makeAction(this, Symbol::Up, tr("Previous match"), tr("Previous match"), QKeySequence::FindPrevious);
    QAction *next =
        makeAction(this, Symbol::Down, tr("Next match"), tr("Next match"), QKeySequence::FindNext);
    QAction *close =
        makeAction(bar, Symbol::Close, tr("Close search"), tr("Close search"), QKeySequence(Qt::Key_Escape));
    connect(previous, &QAction::triggered, m_view, &LogView::findPrevious);
    connect(next, &QAction::triggered, m_view, &LogView::findNext);
    connect(close, &QAction::triggered, this, &LogPane::closeSearch);
    connect(m_searchText, &QLineEdit::textChanged, this, &LogPane::runSearch);
    layout->addWidget(m_searchText, 1);
    for (QAction *action : {m_caseAction, m_regexAction})
        layout->addWidget(makeButton(action, bar));
    layout->addWidget(m_searchLabel);
    for (QAction *action : {previous, next, close})
        layout->addWidget(makeButton(action, bar));
    return bar;
}

QWidget *LogPane::makeStatusLine()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(8, 2, 6, 2);
    m_status = new QLabel(line);
    m_followButton = new QToolButton(line);
    m_followButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_followButton->setIcon(icon(Symbol::Follow));
    m_followButton->setToolTip(tr("Go to the newest line and follow (End)"));
    layout->addWidget(m_status, 1);
    layout->addWidget(m_followButton);
    return line;
}

void LogPane::connectParts()
{
    m_wrapAction->setChecked(QSettings().value(QStringLiteral("logs/wrap"), false).toBool());
    m_timesAction->setChecked(QSettings().value(QStringLiteral("logs/times"), false).toBool());
    m_view->setWrap(m_wrapAction->isChecked());
    m_view->setShowTimes(m_timesAction->isChecked());
    connect(m_wrapAction, &QAction::toggled, this, [this](bool on) {
        m_view->setWrap(on);
        QSettings().setValue(QStringLiteral("logs/wrap"), on);
    });
    connect(m_timesAction, &QAction::toggled, this, [this](bool on) {
        m_view->setShowTimes(on);
        QSettings().setValue(QStringLiteral("logs/times"), on);
    });
    connect(m_followAction, &QAction::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_followAction, &QAction::setChecked);
    connect(m_view, &LogView::followingChanged, this, &LogPane::refreshStatus);
    connect(m_followButton, &QToolButton::clicked, m_view, [this] { m_view->setFollowing(true); });
    auto refreshSoon = [this] {
        if (!m_statusTimer->isActive())
            m_statusTimer->start();
    };
    connect(m_statusTimer, &QTimer::timeout, this, &LogPane::refreshStatus);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, refreshSoon);
    connect(&m_model, &QAbstractItemModel::modelReset, this, refreshSoon);
    connect(&m_follower, &models::LogFollower::stateChanged, this, refreshSoon);
    connect(&m_search, &models::LogSearch::matchesFound, this, &LogPane::refreshSearchLabel);
    connect(&m_search, &models::LogSearch::finished, this, &LogPane::refreshSearchLabel);
    connect(m_view, &LogView::currentMatchChanged, this, &LogPane::refreshSearchLabel);
}

void LogPane::showContainer(const QString &id, const QString &name)
{
    m_name = name;
    if (m_follower.containerId() == id)
        return;
    m_notice->dismiss();
    m_follower.follow(id);
    refreshStatus();
}

void LogPane::containerStarted(const QString &id)
{
    if (m_follower.containerId() == id)
        m_follower.resume();
}

void LogPane::refreshStatus()
{
    using State = models::LogFollower::State;
    const int count = m_model.count();
    const QString lines =
        tr("%n line(s)", nullptr, count).replace(QString::number(count), QLocale().toString(count));
    const bool stopped = !m_view->isFollowing();
    if (stopped && m_view->linesSinceFollowing() > 0)
        m_status->setText(
            tr("%1 · not following · %n new", nullptr, m_view->linesSinceFollowing()).arg(lines));
    else if (stopped)
        m_status->setText(tr("%1 · not following").arg(lines));
    else if (m_follower.state() == State::Ended)
        m_status->setText(tr("%1 · the container has stopped").arg(lines));
    else
        m_status->setText(tr("%1 · following").arg(lines));
    m_followButton->setText(tr("Newest"));
    m_followButton->setVisible(stopped);
    m_stack->setCurrentIndex(count > 0 ? 1 : 0);
    if (m_follower.state() == State::Failed)
        m_placeholder->setText(tr("The log cannot be read"), m_follower.problem());
    else if (m_follower.state() == State::Ended)
        m_placeholder->setText(tr("Nothing was written"), tr("The container has ended without a word."));
    else
        m_placeholder->setText(tr("Nothing written yet"),
                               tr("Lines appear here as soon as the program writes them."));
    if (m_follower.state() == State::Failed && count > 0)
        m_notice->show(Notice::Kind::Error, m_follower.problem(), tr("Try again"),
                       [this] { m_follower.resume(); });
}

// ---- searching

void LogPane::openSearch()
{
    m_searchBar->show();
    if (const QString selected = m_view->selectedText(); !selected.isEmpty() && !selected.contains(u'\n'))
        m_searchText->setText(selected);
    m_searchText->setFocus(Qt::ShortcutFocusReason);
    m_searchText->selectAll();
    runSearch();
}

void LogPane::closeSearch()
{
    m_searchBar->hide();
    m_search.setQuery({});
    m_view->setFocus();
}

void LogPane::runSearch()
{
    const QString problem =
        m_search.setQuery({m_searchText->text(), m_regexAction->isChecked(), m_caseAction->isChecked()});
    m_searchText->setToolTip(problem);
    refreshSearchLabel();
    if (!problem.isEmpty())
        m_searchLabel->setText(tr("not a pattern"));
}

void LogPane::refreshSearchLabel()
{
    if (!m_search.isActive()) {
        m_searchLabel->clear();
        return;
    }
    const qsizetype at = m_search.ordinal(m_view->currentMatch()), count = m_search.matchCount();
    const QString dots = m_search.isRunning() ? QStringLiteral("…") : QString();
    if (count == 0)
        m_searchLabel->setText(m_search.isRunning() ? tr("searching…") : tr("not found"));
    else if (at > 0)
        m_searchLabel->setText(tr("%1 of %2").arg(QLocale().toString(at), QLocale().toString(count)) + dots);
    else
        m_searchLabel->setText(tr("%1 lines").arg(QLocale().toString(count)) + dots);
}

bool LogPane::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_searchText && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (key->modifiers().testFlag(Qt::ShiftModifier))
                m_view->findPrevious();
            else
                m_view->findNext();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

// ---- saving

void LogPane::saveAs()
{
    auto *dialog = new QFileDialog(this, tr("Save the log of %1").arg(m_name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_name + QStringLiteral(".log"));
    connect(dialog, &QFileDialog::fileSelected, this, &LogPane::saveTo);
    dialog->open();
}

void LogPane::saveTo(const QString &fileName)
{
    QSaveFile file(fileName);
    bool ok = file.open(QIODevice::WriteOnly);
    for (int row = 0; ok && row < m_model.count(); ++row) {
        const QByteArrayView text = m_model.line(row).text;
        ok = file.write(text.data(), text.size()) == text.size() && file.putChar('\n');
    }
    if (!ok || !file.commit())
        m_notice->show(Notice::Kind::Error, tr("%1 cannot be written: %2").arg(fileName, file.errorString()));
}

} // namespace quayside::ui

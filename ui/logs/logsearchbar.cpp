#include "ui/logs/logsearchbar.h"

#include "ui/logs/logactions.h"
#include "ui/logs/logview.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace quayside::ui
{

QAction *makeLogAction(QWidget *owner, Symbol symbol, const QString &text, const QString &toolTip,
                       const QKeySequence &keys)
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

QToolButton *makeLogButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    return button;
}

LogSearchBar::LogSearchBar(models::LogSearch *search, LogView *view, QWidget *parent)
    : QWidget(parent), m_search(search), m_view(view), m_text(new QLineEdit(this)), m_label(new QLabel(this))
{
    m_text->setPlaceholderText(tr("Find in log"));
    m_text->setAccessibleName(tr("Find in log"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_label->setMinimumWidth(90);
    m_case = makeLogAction(this, Symbol::Case, tr("Match case"), tr("Tell capital letters from small ones"));
    m_regex = makeLogAction(this, Symbol::Regex, tr("Regular expression"),
                            tr("Read the text as a regular expression"));
    m_previous = makeLogAction(this, Symbol::Up, tr("Previous match"), tr("Previous match"),
                               QKeySequence::FindPrevious);
    m_next = makeLogAction(this, Symbol::Down, tr("Next match"), tr("Next match"), QKeySequence::FindNext);
    QAction *closing = makeLogAction(this, Symbol::Close, tr("Close search"), tr("Close search"),
                                     QKeySequence(Qt::Key_Escape));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addWidget(m_text, 1);
    for (QAction *action : {m_case, m_regex}) {
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, &LogSearchBar::run);
        layout->addWidget(makeLogButton(action, this));
    }
    layout->addWidget(m_label);
    for (QAction *action : {m_previous, m_next, closing})
        layout->addWidget(makeLogButton(action, this));
    connect(m_previous, &QAction::triggered, view, &LogView::findPrevious);
    connect(m_next, &QAction::triggered, view, &LogView::findNext);
    connect(closing, &QAction::triggered, this, &LogSearchBar::close);
    connect(m_text, &QLineEdit::textChanged, this, &LogSearchBar::run);
    connect(search, &models::LogSearch::matchesFound, this, &LogSearchBar::refreshLabel);
    connect(search, &models::LogSearch::finished, this, &LogSearchBar::refreshLabel);
    connect(view, &LogView::currentMatchChanged, this, &LogSearchBar::refreshLabel);
}

void LogSearchBar::open()
{
    show();
    if (const QString selected = m_view->selectedText(); !selected.isEmpty() && !selected.contains(u'\n'))
        m_text->setText(selected);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    run();
}

void LogSearchBar::close()
{
    hide();
    m_search->setQuery({});
    m_view->setFocus();
}

void LogSearchBar::run()
{
    const QString problem =
        m_search->setQuery({m_text->text(), m_regex->isChecked(), m_case->isChecked()}, m_view->topNumber());
    m_text->setToolTip(problem);
    refreshLabel();
    if (!problem.isEmpty())
        m_label->setText(tr("not a pattern"));
}

QString LogSearchBar::label() const
{
    return m_label->text();
}

void LogSearchBar::refreshLabel()
{
    if (!m_search->isActive()) {
        m_label->clear();
        return;
    }
    const qint64 at = m_search->ordinal(m_view->currentMatch()), count = m_search->matchCount();
    const QString dots = m_search->isRunning() ? QStringLiteral("…") : QString();
    if (count == 0)
        m_label->setText(m_search->isRunning() ? tr("searching…") : tr("not found"));
    else if (at > 0)
        m_label->setText(tr("%1 of %2").arg(QLocale().toString(at), QLocale().toString(count)) + dots);
    else
        m_label->setText(tr("%1 lines").arg(QLocale().toString(count)) + dots);
}

bool LogSearchBar::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_text && event->type() == QEvent::KeyPress) {
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

} // namespace quayside::ui

// What the keyboard leads to.
#include "tests/gui/walk/walk.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSet>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QWidgetAction>

namespace quayside::walk
{

namespace
{

void addActions(const QMenu *menu, QSet<const QAction *> &into)
{
    for (const QAction *action : menu->actions()) {
        into.insert(action);
        if (action->menu() != nullptr)
            addActions(action->menu(), into);
    }
}

QSet<const QAction *> actionsOfMenus(const QWidget *top)
{
    QSet<const QAction *> found;
    const auto *window = qobject_cast<const QMainWindow *>(top->window());
    if (window == nullptr || window->menuWidget() == nullptr)
        return found;
    for (const QAction *action : window->menuBar()->actions()) {
        if (action->menu() != nullptr)
            addActions(action->menu(), found);
    }
    return found;
}

// Everything that Tab, Shift+Tab and F6 come to.
QSet<QWidget *> walked(bool forward)
{
    QSet<QWidget *> found;
    int stale = 0;
    for (int key = 0; key < 500 && stale < 60; ++key) {
        QWidget *focus = QApplication::focusWidget();
        if (focus == nullptr)
            break;
        stale = found.contains(focus) ? stale + 1 : 0;
        found.insert(focus);
        // A text, or a terminal, takes Tab for itself.
        const auto *text = qobject_cast<QPlainTextEdit *>(focus);
        const bool keepsTab = (text != nullptr && !text->tabChangesFocus()) || stale > 20 ||
                              focus->inherits("Konsole::TerminalDisplay");
        if (keepsTab)
            QTest::keyClick(focus, Qt::Key_F6, forward ? Qt::NoModifier : Qt::ShiftModifier);
        else
            QTest::keyClick(focus, forward ? Qt::Key_Tab : Qt::Key_Backtab,
                            forward ? Qt::NoModifier : Qt::ShiftModifier);
        QCoreApplication::processEvents();
    }
    return found;
}

// Of those that Tab goes through.
QWidget *firstInLine(QWidget *top)
{
    for (QWidget *widget = top->nextInFocusChain(); widget != top; widget = widget->nextInFocusChain()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0)
            return widget;
    }
    return top;
}

bool hasKeyOfItsOwn(const QWidget *widget, const QSet<const QAction *> &inMenus)
{
    const auto *tool = qobject_cast<const QToolButton *>(widget);
    const QAction *action = tool == nullptr ? nullptr : tool->defaultAction();
    if (action != nullptr && (!action->shortcut().isEmpty() || inMenus.contains(action)))
        return true;
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool byArrows = button != nullptr && (button->autoExclusive() ||
                                                (button->group() != nullptr && button->group()->exclusive()));
    return button != nullptr && (!button->shortcut().isEmpty() || byArrows); // by letter
}

bool isQtsOwn(const QAction *action)
{
    const QObject *parent = action->parent();
    const auto *bar = qobject_cast<const QToolBar *>(parent);
    const QObject *above = parent == nullptr ? nullptr : parent->parent();
    return (bar != nullptr && bar->toggleViewAction() == action) ||
           (above != nullptr && above->inherits("QToolBarExtension")) ||
           qobject_cast<const QLineEdit *>(parent) != nullptr || action->isSeparator() ||
           action->menu() != nullptr || qobject_cast<const QWidgetAction *>(action) != nullptr;
}

bool isFoundByKeys(const QAction *action)
{
    if (!action->shortcut().isEmpty())
        return true;
    for (const QObject *object : action->associatedObjects()) {
        if (qobject_cast<const QMenu *>(object) != nullptr) // the menu key, or the menu's button
            return true;
        const auto *widget = qobject_cast<const QWidget *>(object);
        if (widget != nullptr && (widget->focusPolicy() & Qt::TabFocus) != 0)
            return true;
    }
    return action->associatedObjects().isEmpty(); // on nothing: nobody sees it
}

} // namespace

QStringList unreachable(QWidget *top, const QList<QWidget *> &from)
{
    QSet<QWidget *> reachable;
    top->activateWindow(); // a dialog may have been in front
    (void)QTest::qWaitForWindowActive(top, 1000);
    QList<QWidget *> starts = from + QList<QWidget *>{firstInLine(top)};
    if (QApplication::focusWidget() != nullptr && QApplication::focusWidget()->window() == top)
        starts.append(QApplication::focusWidget());
    for (QWidget *start : std::as_const(starts)) {
        for (const bool forward : {true, false}) {
            start->setFocus();
            reachable.unite(walked(forward));
        }
    }
    const QSet<const QAction *> inMenus = actionsOfMenus(top);
    QStringList found;
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        if (isInteractive(widget) &&
            !reachable.contains(const_cast<QWidget *>(widget)) && // NOLINT: compares only
            !reachable.contains(widget->focusProxy()) && !hasKeyOfItsOwn(widget, inMenus))
            found.append("not reached: " + described(widget));
    }
    return found;
}

QStringList actionsWithoutKeys(const QMainWindow *window)
{
    QStringList found;
    const QSet<const QAction *> inMenus = actionsOfMenus(window);
    for (const QAction *action : window->findChildren<QAction *>()) {
        const auto *menu = qobject_cast<const QMenu *>(action->parent());
        if (isQtsOwn(action) || (menu != nullptr && menu->menuAction() == action))
            continue;
        const QString owner = QLatin1String(
            action->parent() == nullptr ? "nothing" : action->parent()->metaObject()->className());
        if (action->text().isEmpty())
            found.append("an action without text of " + owner);
        else if (action->isVisible() && !inMenus.contains(action) && !isFoundByKeys(action))
            found.append(QStringLiteral("no key leads to \"%1\" of %2").arg(action->text(), owner));
    }
    return found;
}

} // namespace quayside::walk

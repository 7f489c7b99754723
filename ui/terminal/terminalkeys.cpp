// Keys and the menu of a terminal: copy and paste, looking for text, the size of the letters.
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/outputfont.h"
#include "ui/terminal/terminalsession.h"

#include <QKeyEvent>
#include <QMenu>
#include <qtermwidget.h>

namespace quayside::ui
{

namespace
{

enum class Act { None, Copy, Paste, Find, Clear, Larger, Smaller, AsAtFirst };

Act actOf(const QKeyEvent *event)
{
    constexpr auto both = Qt::ControlModifier | Qt::ShiftModifier;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == both) {
        switch (event->key()) {
        case Qt::Key_C:
            return Act::Copy;
        case Qt::Key_V:
            return Act::Paste;
        case Qt::Key_F:
            return Act::Find;
        case Qt::Key_K:
            return Act::Clear;
        default:
            break;
        }
    }
    if ((modifiers == Qt::ControlModifier || modifiers == both) &&
        (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal))
        return Act::Larger;
    if (modifiers == Qt::ControlModifier && event->key() == Qt::Key_Minus)
        return Act::Smaller;
    if (modifiers == Qt::ControlModifier && event->key() == Qt::Key_0)
        return Act::AsAtFirst;
    return Act::None;
}

} // namespace

// True: it was one of the terminal's own. ShortcutOverride and KeyPress both come here: the window's
// shortcuts with the same keys are for when the terminal has not the focus.
bool TerminalSession::takeKey(const QKeyEvent *event)
{
    // Letters with Ctrl are the shell's (history, end of input, detach), whatever they mean in the window.
    const bool letter =
        event->modifiers() == Qt::ControlModifier && event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z;
    if (letter)
        return event->type() == QEvent::ShortcutOverride;
    const Act act = actOf(event);
    if (act == Act::None || event->type() != QEvent::KeyPress)
        return act != Act::None;
    switch (act) {
    case Act::Copy:
        m_terminal->copyClipboard();
        break;
    case Act::Paste:
        m_terminal->pasteClipboard();
        break;
    case Act::Find:
        find();
        break;
    case Act::Clear:
        clearScreen();
        break;
    case Act::Larger:
        resizeText(1);
        break;
    case Act::Smaller:
        resizeText(-1);
        break;
    case Act::AsAtFirst:
        resizeText(0);
        break;
    case Act::None:
        break;
    }
    return true;
}

void TerminalSession::find()
{
    m_terminal->toggleShowSearchBar();
}

void TerminalSession::clearScreen()
{
    m_terminal->clear();
}

void TerminalSession::scaleText(double factor)
{
    QFont font = outputFont();
    font.setPointSizeF(font.pointSizeF() * factor);
    m_terminal->setTerminalFont(font);
    m_sizeTimer->start();
}

void TerminalSession::resizeText(int steps)
{
    if (steps > 0)
        m_terminal->zoomIn();
    else if (steps < 0)
        m_terminal->zoomOut();
    else
        m_terminal->setTerminalFont(outputFont());
    m_sizeTimer->start();
}

void TerminalSession::showMenu(const QPoint &point)
{
    QMenu menu(this);
    const auto add = [&](Symbol symbol, const QString &text, const QString &keys, auto act) {
        QAction *action = menu.addAction(icon(symbol), text, this, act);
        action->setShortcut(QKeySequence(keys));
    };
    add(Symbol::Copy, tr("&Copy"), tr("Ctrl+Shift+C"), [this] { m_terminal->copyClipboard(); });
    add(Symbol::Load, tr("&Paste"), tr("Ctrl+Shift+V"), [this] { m_terminal->pasteClipboard(); });
    menu.addSeparator();
    add(Symbol::Search, tr("&Find…"), tr("Ctrl+Shift+F"), [this] { find(); });
    add(Symbol::Remove, tr("C&lear"), tr("Ctrl+Shift+K"), [this] { clearScreen(); });
    menu.addSeparator();
    add(Symbol::Add, tr("L&arger letters"), tr("Ctrl++"), [this] { resizeText(1); });
    add(Symbol::Down, tr("&Smaller letters"), tr("Ctrl+-"), [this] { resizeText(-1); });
    add(Symbol::Undo, tr("&Usual letters"), tr("Ctrl+0"), [this] { resizeText(0); });
    menu.exec(m_terminal->mapToGlobal(point));
}

} // namespace quayside::ui

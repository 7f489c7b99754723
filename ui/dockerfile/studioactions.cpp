#include "ui/dockerfile/studioactions.h"

#include "ui/common/rowactions.h"

#include <QMenu>

namespace quayside::ui
{

StudioActions::StudioActions(QObject *parent) : QObject(parent)
{
    using K = QKeySequence;
    const QList<ActionText> texts = {
        {Symbol::Add, tr("&New Dockerfile"), tr("Start with an empty Dockerfile"), K::New},
        {Symbol::Template, tr("New from a &template…"),
         tr("Start with a Dockerfile that is made for a language"), K(tr("Ctrl+Shift+N"))},
        {Symbol::Open, tr("&Open…"), tr("Open a file"), K::Open},
        {Symbol::Save, tr("&Save"), tr("Save this file"), K::Save},
        {Symbol::Save, tr("Save &as…"), tr("Save this file under another name"), K(tr("Ctrl+Shift+S"))},
        {Symbol::Close, tr("&Close"), tr("Close this file"), K(tr("Ctrl+W"))},
        {Symbol::Down, tr("Ne&xt file"), tr("Go to the next open file"), K(tr("Ctrl+Tab"))},
        {Symbol::Up, tr("&Previous file"), tr("Go to the previous open file"), K(tr("Ctrl+Shift+Tab"))},
        {Symbol::Undo, tr("&Undo"), tr("Take back the last change"), K::Undo},
        {Symbol::Restart, tr("&Redo"), tr("Do again what was taken back"), K::Redo},
        {Symbol::Comment, tr("&Comment"), tr("Make these lines comments, or no longer"), K(tr("Ctrl+/"))},
        {Symbol::Up, tr("Move u&p"), tr("Move these lines up"), K(tr("Alt+Up"))},
        {Symbol::Down, tr("Move &down"), tr("Move these lines down"), K(tr("Alt+Down"))},
        {Symbol::Copy, tr("Dup&licate"), tr("Copy this line, or the selection, below itself"),
         K(tr("Ctrl+D"))},
        {Symbol::Format, tr("&Format"), tr("Write the whole file in one style"), K(tr("Shift+Alt+F"))},
        {Symbol::Search, tr("&Find…"), tr("Find in this file"), K::Find},
        {Symbol::Rename, tr("&Replace…"), tr("Find and replace in this file"), K(tr("Ctrl+R"))},
        {Symbol::Down, tr("Find &next"), tr("Go to the next match"), K(Qt::Key_F3)},
        {Symbol::Up, tr("Find &previous"), tr("Go to the previous match"), K(Qt::SHIFT | Qt::Key_F3)},
        {Symbol::Follow, tr("&Go to line…"), tr("Go to a line by its number"), K(tr("Ctrl+G"))},
        {Symbol::More, tr("&Complete"), tr("Show what can stand here"), K(tr("Ctrl+Space"))},
        {Symbol::Info, tr("&Explain"), tr("Say what stands here"), K(Qt::SHIFT | Qt::Key_F1)},
        {Symbol::Ok, tr("&Fix…"), tr("Show what would mend the problem here"), K(tr("Alt+Return"))},
        {Symbol::Link, tr("Go to &definition"), tr("Go to where this stage or variable is defined"),
         K(Qt::Key_F12)},
        {Symbol::Rename, tr("&Rename…"), tr("Give this stage or variable another name everywhere"),
         K(Qt::Key_F2)},
        {Symbol::Up, tr("&Fold"), tr("Hide the lines that belong to this one"), K(tr("Ctrl+Shift+["))},
        {Symbol::Down, tr("&Unfold"), tr("Show the lines that belong to this one"), K(tr("Ctrl+Shift+]"))},
        {Symbol::Up, tr("Fold &all"), tr("Hide all that can be folded"), {}},
        {Symbol::Down, tr("U&nfold all"), tr("Show all lines"), {}},
        {Symbol::Add, tr("&Larger text"), tr("Make the text larger"), K::ZoomIn},
        {Symbol::Search, tr("&Smaller text"), tr("Make the text smaller"), K::ZoomOut},
        {Symbol::Search, tr("N&ormal size"), tr("Show the text in its normal size"), K(tr("Ctrl+0"))},
    };
    for (int verb = 0; verb < VerbCount; ++verb) {
        const ActionText &text = texts.at(verb);
        auto *action = new QAction(icon(text.symbol), text.text, this);
        action->setShortcut(text.keys);
        action->setToolTip(text.keys.isEmpty() ? text.toolTip
                                               : QStringLiteral("%1 (%2)").arg(
                                                     text.toolTip, text.keys.toString(K::NativeText)));
        if (!isOfFiles(Verb(verb)))
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, verb] { emit triggered(verb); });
        m_actions.append(action);
    }
}

void StudioActions::fill(QMenu *menu) const
{
    const auto add = [this](QMenu *to, Verb first, Verb last) {
        for (int verb = first; verb <= last; ++verb)
            to->addAction(m_actions[verb]);
    };
    add(menu, New, PreviousFile);
    menu->addSeparator();
    add(menu->addMenu(tr("&Edit")), Undo, Format);
    add(menu->addMenu(tr("&Find")), Find, GoToLine);
    add(menu->addMenu(tr("&Language")), Complete, Rename);
    add(menu->addMenu(tr("&View")), FoldHere, NormalSize);
}

void StudioActions::addTo(QWidget *text) const
{
    for (int verb = Undo; verb < VerbCount; ++verb)
        text->addAction(m_actions[verb]);
}

} // namespace quayside::ui

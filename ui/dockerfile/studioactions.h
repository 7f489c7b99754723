// What can be done in the studio, as actions: those on files work in the whole window while the page is
// shown, the others where the text has the focus.
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

class QMenu;

namespace quayside::ui
{

class StudioActions : public QObject
{
    Q_OBJECT

public:
    enum Verb {
        New,
        NewFromTemplate,
        Open,
        Save,
        SaveAs,
        Close,
        NextFile,
        PreviousFile,
        Undo,
        Redo,
        Comment,
        MoveUp,
        MoveDown,
        Duplicate,
        Format,
        Find,
        Replace,
        FindNext,
        FindPrevious,
        GoToLine,
        Complete,
        Help,
        Fix,
        Definition,
        Rename,
        FoldHere,
        UnfoldHere,
        FoldAll,
        UnfoldAll,
        Larger,
        Smaller,
        NormalSize,
        VerbCount
    };

    explicit StudioActions(QObject *parent);

    [[nodiscard]] QAction *action(Verb verb) const { return m_actions.at(verb); }
    void fill(QMenu *menu) const;    // all of them
    void addTo(QWidget *text) const; // those of a text; their keys work within it
    static bool isOfFiles(Verb verb) { return verb < Undo; }

signals:
    void triggered(int verb);

private:
    QList<QAction *> m_actions;
};

} // namespace quayside::ui

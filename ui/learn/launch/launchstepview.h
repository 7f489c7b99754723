// One step of a launch: what it is, what the kernel was asked, the same from a shell, what it has changed,
// and a shell to look around.
#pragma once

#include "models/learn/launch/launchfollower.h"
#include "models/learn/xraytree.h"

#include <QSet>
#include <QWidget>

class QAction;
class QLabel;
class QPlainTextEdit;
class QTreeView;

namespace quayside::ui
{

class ElidedLabel;
class LaunchShell;
class Notice;
class Tabs;

class LaunchStepView : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Calls, Shell, Changes, Terminal };

    // Both must outlive it.
    LaunchStepView(client::EngineClient *client, models::LaunchFollower *follower, QWidget *parent = nullptr);

    void showStep(int row); // -1: none
    void refresh();         // something about the step that is shown may have changed
    void showTab(Tab tab);
    void setKnownLessons(const QSet<QString> &ids); // others are not linked to
    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] Tabs *tabs() const { return m_tabs; }
    [[nodiscard]] QPlainTextEdit *calls() const { return m_calls; }
    [[nodiscard]] QPlainTextEdit *shellLines() const { return m_shellLines; }
    [[nodiscard]] QTreeView *changes() const { return m_changes; }
    [[nodiscard]] const models::XrayTree *changeTree() const { return &m_tree; }
    [[nodiscard]] LaunchShell *shell() const { return m_shell; }
    [[nodiscard]] QAction *copyAction() const { return m_copy; }
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString changesNote() const;
    [[nodiscard]] QString problem() const;

signals:
    void lessonWanted(const QString &id);
    void optionsWanted(); // to change what made it fail

private:
    QLayout *makeHead();
    QWidget *makeChanges();
    QPlainTextEdit *makeText(const QString &name);
    void showExplanation();
    void showProblem();
    void showTexts();
    void showChanges();
    void explainChange(const QString &topic);
    void copy();
    [[nodiscard]] QString callsText() const;
    [[nodiscard]] QString changesText() const;
    [[nodiscard]] const api::LaunchStep *step() const; // nullptr: none

    models::LaunchFollower *m_follower;
    int m_row = -1;
    QString m_told; // the failure that the notice tells
    QSet<QString> m_lessons;
    models::XrayTree m_tree;
    ElidedLabel *m_title;
    QLabel *m_text, *m_note, *m_about;
    Notice *m_notice;
    QAction *m_copy;
    Tabs *m_tabs;
    QPlainTextEdit *m_calls, *m_shellLines;
    QTreeView *m_changes;
    LaunchShell *m_shell;
};

} // namespace quayside::ui

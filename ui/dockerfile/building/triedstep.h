// A step to be tried out: its line, a shell in what it left, what it changed, and a way to write back what
// worked.
#pragma once

#include "models/client/engineclient.h"
#include "models/dockerfile/document.h"
#include "models/dockerfile/facts/buildfacts.h"
#include "models/system/enginesession.h"
#include "ui/terminal/terminalsession.h"

#include <QPointer>
#include <QSplitter>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace quayside::models
{
class ContentTree;
}

namespace quayside::ui
{

class ContentView;
class Notice;
class Placeholder;

class TriedStep : public QSplitter
{
    Q_OBJECT

public:
    enum class Place { Replace, Above, Below };

    // All must outlive it.
    TriedStep(models::EngineSession *session, models::DockerfileDocument *document, models::BuildFacts *facts,
              QWidget *parent = nullptr);
    ~TriedStep() override;

    // A step of the build that the facts are of; the shell of another one ends. name: of what is built.
    void showStep(const models::BuildStep &step, const QString &name);
    void clear();
    void enter();         // opens shell and changed files, with the focus
    void enterOnceSeen(); // the same without, as soon as this is on the screen
    [[nodiscard]] QPushButton *enterButton() const { return m_enter; }
    [[nodiscard]] TerminalSession *terminal() const { return m_terminal; }
    [[nodiscard]] models::ContentTree *files() const { return m_tree; }
    // "RUN <command>" in the text, there: one step to undo. False where the text has no such line any more.
    bool writeBack(const QString &command, Place place);
    // What was typed last behind a prompt of a usual shell ("/ # ls", "root@web:/$ ls"); "": nothing.
    [[nodiscard]] static QString lastCommandIn(const QString &screen);

signals:
    void lineWanted(int line);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void open();
    void suggestCommand();
    QWidget *makeLine();
    QWidget *makeWriter();
    QWidget *makeShell();
    QWidget *makeFiles();
    void onEntered(const QString &container, const QString &image);
    void findFiles(const QString &image);
    void leave();
    void write();
    void refresh();
    [[nodiscard]] QString whyNotEntered() const; // a sentence; "": it can be
    [[nodiscard]] int line() const;              // as it is now; 0: gone

    models::EngineSession *m_session;
    models::DockerfileDocument *m_document;
    models::BuildFacts *m_facts;
    models::BuildStep m_step;
    QString m_name, m_container;
    QLabel *m_title, *m_error, *m_fileSummary;
    QPushButton *m_show, *m_enter, *m_write;
    QLineEdit *m_command;
    QComboBox *m_place;
    Notice *m_notice;
    QStackedWidget *m_shell;
    Placeholder *m_closed;
    QPointer<TerminalSession> m_terminal;
    models::ContentTree *m_tree;
    ContentView *m_files;
    client::Call m_call;
    QPointer<models::Operation> m_entering;
    QTimer m_suggestSoon;
    QString m_seen, m_suggested; // commands: the one that was tried last, and the one in the field
    bool m_wanted = false;       // once it is seen
    bool m_takesFocus = false;   // the shell, when it comes
};

} // namespace quayside::ui

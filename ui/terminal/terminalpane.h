// The shells of all containers. They live on while something else is looked at.
#pragma once

#include "models/client/engineclient.h"
#include "ui/terminal/terminalstart.h"

#include <QHash>
#include <QWidget>

class QAction;
class QStackedWidget;
class QTabWidget;

namespace quayside::ui
{

class Placeholder;
class TerminalSession;

class TerminalPane : public QWidget
{
    Q_OBJECT

public:
    explicit TerminalPane(client::EngineClient *client, QWidget *parent = nullptr);

    void showContainer(const QString &id, bool running);
    void containerGone(const QString &id); // removed: its sessions go
    [[nodiscard]] TerminalSession *currentSession() const;
    [[nodiscard]] int sessionCount() const; // that run, of all containers

public slots:
    void openSession(); // one more shell in the container that is shown
    void openSessionWith(const quayside::ui::TerminalStart &start);
    void chooseSession(); // asks which shell, as whom, where
    void attach();        // to the main process
    void debug();         // a shell beside it, where it has none

signals:
    void sessionCountChanged();
    void lineTyped();

private:
    QTabWidget *makeTabs();
    void addClose(QTabWidget *tabs, int index, TerminalSession *session);
    [[nodiscard]] static QString titleOf(const TerminalStart &start, int number);
    void closeSession(const QString &id, TerminalSession *session);
    void refresh();

    client::EngineClient *m_client;
    QStackedWidget *m_stack;
    Placeholder *m_placeholder;
    QAction *m_shell, *m_choose, *m_attach, *m_debug;
    QHash<QString, QTabWidget *> m_tabs; // by container
    QString m_id;
    bool m_running = false;
};

} // namespace quayside::ui

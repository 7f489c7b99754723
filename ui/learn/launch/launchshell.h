// A shell in a container whose launch is held: it sees the world as the process does at that step.
#pragma once

#include "models/learn/launch/launchfollower.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace quayside::ui
{

class Placeholder;
class TerminalSession;

class LaunchShell : public QWidget
{
    Q_OBJECT

public:
    // Both must outlive it.
    LaunchShell(client::EngineClient *client, models::LaunchFollower *follower, QWidget *parent = nullptr);

    void open(); // a new one, in place of the one that is there
    void refresh();
    void closeSession();
    [[nodiscard]] TerminalSession *session() const; // nullptr: none
    [[nodiscard]] QPushButton *againButton() const { return m_again; }

private:
    client::EngineClient *m_client;
    models::LaunchFollower *m_follower;
    QWidget *m_page;
    QStackedLayout *m_stack;
    Placeholder *m_placeholder;
    QLabel *m_since;
    QPushButton *m_again, *m_open = nullptr;
    QPointer<TerminalSession> m_session;
    std::int64_t m_at = -1; // the step before which it was opened
};

} // namespace quayside::ui

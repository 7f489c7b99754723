// One shell in a container (an exec with a terminal), or its main process, shown by a terminal widget.
#pragma once

#include "models/client/engineclient.h"
#include "ui/terminal/terminalstart.h"

#include <QWidget>

class QKeyEvent;
class QMenu;
class QSocketNotifier;
class QTermWidget;
class QTimer;

namespace quayside::ui
{

class Notice;

class TerminalSession : public QWidget
{
    Q_OBJECT

public:
    // Starts at once. `client` must outlive it.
    TerminalSession(client::EngineClient *client, const QString &containerId, const TerminalStart &start = {},
                    QWidget *parent = nullptr);
    ~TerminalSession() override;

    [[nodiscard]] bool isRunning() const { return m_stream != nullptr; }
    [[nodiscard]] const TerminalStart &start() const { return m_start; }
    // As if typed. For the tour and tests.
    void type(const QString &text);
    // What is on the screen and in the history.
    [[nodiscard]] QString text() const;
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] QTermWidget *terminal() const { return m_terminal; }

public slots:
    void startAgain(); // once it has ended
    void find();
    void clearScreen();
    void resizeText(int steps); // 0: as at first
    void scaleText(double factor); // of the size that the person has chosen

signals:
    void debugWanted(); // there is no shell, and the person wants one beside
    void started();
    void lineTyped(); // Return was pressed, or sent
    void shown();                        // something new, on the screen
    void ended(const QString &sentence); // how: "the shell has ended", or why it never started

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpTerminal();
    void begin();
    void createExec();
    void startExec(const std::string &execId);
    void onStarted(client::TerminalStream *stream);
    void onShellEnded();
    void onEnded(const QString &sentence);
    void showOutput(const QByteArray &bytes);
    void drain();
    void forwardSize();
    void applyColors();
    // terminalkeys.cpp
    bool takeKey(const QKeyEvent *event);
    void showMenu(const QPoint &point);
    void onRefused(const QString &sentence);
    void onNoShell();
    // terminaldebug.cpp
    void beginDebug();
    void findDebugUser(const api::ContainerInspect &container);
    void createDebug(const api::ContainerInspect &container, const QString &user);
    void startDebug();
    void removeDebug();
    // terminalattach.cpp
    void attach();
    void beginAttach(bool terminal, bool hasInput);
    void sendTyped(const QByteArray &bytes);
    void sendLines(const QByteArray &bytes);
    void detach();

    client::EngineClient *m_client;
    QString m_containerId;
    TerminalStart m_start;
    std::string m_execId, m_debugId; // debug: of the container beside
    QTermWidget *m_terminal;
    Notice *m_notice;
    client::TerminalStream *m_stream = nullptr;
    QByteArray m_waiting; // output that the terminal has not taken yet
    QSocketNotifier *m_writable = nullptr;
    QTimer *m_sizeTimer;
    int m_rows = 0, m_columns = 0;
    bool m_hasTerminal = true;    // attached: else lines go as they are typed, without an echo
    bool m_detachKeyHeld = false; // Ctrl+P was typed: Ctrl+Q may follow
};

} // namespace quayside::ui

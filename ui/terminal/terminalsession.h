// One shell in a container: an exec with a terminal, shown by a terminal widget.
#pragma once

#include "models/client/engineclient.h"

#include <QWidget>

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
    // Starts at once: the image's bash where it has one, else its sh. `client` must outlive it.
    TerminalSession(client::EngineClient *client, const QString &containerId, QWidget *parent = nullptr);
    ~TerminalSession() override;

    [[nodiscard]] bool isRunning() const { return m_stream != nullptr; }
    // As if typed. For the tour and tests.
    void type(const QString &text);
    // What is on the screen and in the history.
    [[nodiscard]] QString text() const;

signals:
    void started();
    void shown();                        // something new, on the screen
    void ended(const QString &sentence); // how: "the shell has ended", or why it never started

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createExec();
    void startExec(const std::string &execId);
    void onStarted(client::TerminalStream *stream);
    void onEnded(const QString &sentence);
    void showOutput(const QByteArray &bytes);
    void drain();
    void forwardSize();
    void applyColors();

    client::EngineClient *m_client;
    QString m_containerId;
    std::string m_execId;
    QTermWidget *m_terminal;
    Notice *m_notice;
    client::TerminalStream *m_stream = nullptr;
    QByteArray m_waiting; // output that the terminal has not taken yet
    QSocketNotifier *m_writable = nullptr;
    QTimer *m_sizeTimer;
    int m_rows = 0, m_columns = 0;
};

} // namespace quayside::ui

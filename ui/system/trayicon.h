// The engine in the desktop's tray: how it is, what runs, and messages while nobody looks at the window.
// Where there is no tray it does nothing.
#pragma once

#include "models/system/enginesession.h"
#include "models/system/notices.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

namespace quayside::ui
{

class TrayIcon : public QObject
{
    Q_OBJECT

public:
    enum class State { Away, Idle, Running, Trouble }; // Trouble: something is unhealthy or has crashed

    TrayIcon(models::EngineSession *session, QWidget *window);

    [[nodiscard]] bool isShown() const { return m_icon.isVisible(); }
    [[nodiscard]] State state() const;
    [[nodiscard]] QString toolTip() const;
    [[nodiscard]] QMenu *menu() { return &m_menu; }
    [[nodiscard]] const QList<models::SystemNotice> &told() const { return m_told; } // the latest last
    void noticeClicked();                                                            // the latest one

    static QIcon iconOf(State state, int running, const QPalette &palette);

signals:
    void windowWanted();
    void runWanted();
    void quitWanted();
    void containerWanted(const QString &id);
    void buildWanted(const QString &id);
    void diskWanted();
    void portWanted(const QString &url);

private:
    void watchEvents();
    void onEvents(int first, int last);
    void onOperation(const models::Operation *operation, bool succeeded);
    void checkDisk();
    void tell(const models::SystemNotice &notice);
    void refresh();
    void fillMenu();
    void addContainer(const models::ContainerRow &row);
    void report(const Result<> &result);

    struct Shown {
        State state = State::Away;
        int running = -1; // 10: more than nine
        qint64 palette = 0;
        bool operator==(const Shown &) const = default;
    };

    models::EngineSession *m_session;
    QWidget *m_window;
    QSystemTrayIcon m_icon;
    Shown m_shown; // by the icon
    QMenu m_menu;
    models::Notices m_notices;
    QList<models::SystemNotice> m_told;
    qint64 m_since; // milliseconds: what happened before the start is no news
    quint64 m_lastEvent = 0;
    QString m_diskFolder; // of the engine on this computer
    QTimer m_soon, m_clock;
};

} // namespace quayside::ui

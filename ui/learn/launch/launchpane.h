// A container's launch, as a debugger shows a program: held before each step, or as a recording of one of the
// last starts that can be played.
#pragma once

#include "models/learn/launch/launchfollower.h"
#include "models/learn/launch/launchplayer.h"

#include <QSet>
#include <QWidget>

class QAction;
class QComboBox;
class QSplitter;
class QToolBar;
class QToolButton;
class QTreeView;

namespace quayside::ui
{

class ElidedLabel;
class LaunchStepView;
class Notice;
class Placeholder;

class LaunchPane : public QWidget
{
    Q_OBJECT

public:
    enum Act { Begin, Next, ToHere, GoOn, Abort, ActCount };

    explicit LaunchPane(client::EngineClient *client, QWidget *parent = nullptr);

    void showContainer(const QString &id, bool running);
    void containerChanged(); // an event told so
    void begin();            // a launch of it, step by step
    void setKnownLessons(const QSet<QString> &ids);
    [[nodiscard]] QAction *action(Act act) const { return m_actions[act]; }
    [[nodiscard]] QAction *playAction() const { return m_play; }
    [[nodiscard]] QTreeView *stepList() const { return m_list; }
    [[nodiscard]] LaunchStepView *stepView() const { return m_view; }
    [[nodiscard]] QComboBox *startBox() const { return m_starts; }
    [[nodiscard]] QComboBox *speedBox() const { return m_speed; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] QString status() const;
    [[nodiscard]] models::LaunchFollower *follower() { return &m_follower; }

signals:
    void lessonWanted(const QString &id);
    void optionsWanted(const QString &id); // of the container, to change them

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    // launchpaneparts.cpp
    void makeActions();
    void makeBar();
    void makeRecordings();
    void makeList();
    void arrange();
    void fitColumns();
    void showMenu(const QPoint &point);

    void load();
    void refresh();
    void refreshActions();
    void refreshStarts();
    void chooseStart(int index);
    void chooseStep(int row);
    void followLaunch();
    void playOrPause();
    [[nodiscard]] QString statusText() const;
    void showPlaceholder();

    models::LaunchFollower m_follower;
    models::LaunchPlayer m_player;
    QString m_id;
    bool m_running = false, m_loaded = false;
    qint64 m_seenNumber = 0; // of the launch whose progress is followed
    qint64 m_seenAt = -1;    // what was next when it was last looked at
    std::string m_seenState;
    QList<QAction *> m_actions; // in the order of Act
    QAction *m_play;
    QToolBar *m_bar;
    QToolButton *m_playButton;
    QComboBox *m_starts, *m_speed;
    ElidedLabel *m_status;
    Notice *m_notice;
    QWidget *m_recordings;
    QSplitter *m_split;
    QTreeView *m_list;
    LaunchStepView *m_view;
    Placeholder *m_placeholder;
};

} // namespace quayside::ui

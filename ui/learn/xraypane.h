// A running container as the kernel sees it: pictures, and all of it in words, with an explanation of
// whatever is pointed at. Asks the engine once a second, only while it is on the screen of an active window.
#pragma once

#include "models/client/engineclient.h"
#include "models/client/xray.h"
#include "models/learn/xraytree.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QBoxLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QSplitter;
class QTreeView;

namespace quayside::ui
{

class Diagram;
class ElidedLabel;
class LimitsRow;
class Placeholder;

class XrayPane : public QWidget
{
    Q_OBJECT

public:
    // Whether the host is shown as well: for a pane, and for a menu that is there before it. Remembered.
    static QAction *makeHostBeside(QObject *parent);
    XrayPane(client::EngineClient *client, QAction *hostBeside, QWidget *parent = nullptr);

    void showContainer(const QString &id, bool running);
    void setKnownLessons(const QSet<QString> &ids); // others are not linked to
    [[nodiscard]] const models::XrayTree *tree() const { return m_tree; }
    [[nodiscard]] QTreeView *view() const { return m_view; }
    [[nodiscard]] Diagram *rooms() const { return m_rooms; }
    [[nodiscard]] Diagram *layers() const { return m_layers; }
    [[nodiscard]] Diagram *ways() const { return m_ways; }
    [[nodiscard]] LimitsRow *limits() const { return m_limits; }
    [[nodiscard]] QLineEdit *fileEdit() const { return m_file; }
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString fileText() const; // what is said of the file
    [[nodiscard]] QAction *hostBeside() const { return m_beside; }
    [[nodiscard]] bool hasHost() const { return m_host != nullptr; } // it has been looked at
    [[nodiscard]] bool isLooking() const { return m_timer.isActive(); }
    [[nodiscard]] int looks() const { return m_looks; } // answers that have come

signals:
    void lessonWanted(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeStack();
    QWidget *makePictures();
    QWidget *makeWords();
    QWidget *addGroup(QBoxLayout *layout, const QString &title, QWidget *content);
    void connectDiagram(Diagram *diagram);
    QWidget *makeBar();
    void fetch();
    void fetchHost();
    void turnHost(bool beside);
    void fill(const api::Xray &xray);
    void fillRooms();
    void fillWords();
    void openFirst();
    void openContainersProcesses();
    void fitColumns();
    void fitExplanation();
    void fail(const Error &error);
    void showPlaceholder(const QString &headline, const QString &sentence);
    void explain(const QString &topic);
    void chooseInTree(const QString &key);
    void chooseFile();
    void turn();

    client::EngineClient *m_client;
    QString m_id, m_topic, m_path; // m_path: the file that is asked for
    bool m_running = false, m_choosing = false;
    int m_looks = 0;
    QSet<QString> m_lessons;
    models::XrayTree *m_tree;
    QAction *m_beside;
    ElidedLabel *m_hostLine; // why there is nothing of the host
    QWidget *m_bar;
    QSplitter *m_split;
    QScrollArea *m_pictures;
    Diagram *m_rooms, *m_layers, *m_ways;
    QWidget *m_waysGroup = nullptr;
    LimitsRow *m_limits;
    QLineEdit *m_file;
    QLabel *m_fileLine;
    QTreeView *m_view;
    QLabel *m_explanation;
    Placeholder *m_placeholder;
    QTimer m_timer;
    client::Call m_call, m_hostCall;
    std::shared_ptr<const api::Xray> m_last,
        m_host; // what was seen last; m_host: nullptr while it is not shown
};

} // namespace quayside::ui

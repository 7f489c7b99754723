// A container's log with everything around it: following, searching, switches, saving.
#pragma once

#include "models/logs/logfollower.h"
#include "models/logs/logmodel.h"
#include "models/logs/logsearch.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTimer;
class QToolBar;
class QToolButton;

namespace quayside::ui
{

class LogView;
class Notice;
class Placeholder;

class LogPane : public QWidget
{
    Q_OBJECT

public:
    // `client` must outlive it.
    explicit LogPane(client::EngineClient *client, QWidget *parent = nullptr);

    void showContainer(const QString &id, const QString &name);
    void containerStarted(const QString &id); // its next run: the log goes on
    [[nodiscard]] models::LogModel *model() { return &m_model; }
    [[nodiscard]] LogView *view() { return m_view; }
    [[nodiscard]] models::LogSearch *search() { return &m_search; }

public slots:
    void openSearch();
    void closeSearch();
    void saveAs();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QToolBar *makeToolBar();
    QWidget *makeSearchBar();
    QWidget *makeStatusLine();
    void connectParts();
    void runSearch();
    void refreshSearchLabel();
    void refreshStatus();
    void saveTo(const QString &fileName);

    models::LogModel m_model;
    models::LogSearch m_search;
    models::LogFollower m_follower;
    QString m_name;
    LogView *m_view;
    Placeholder *m_placeholder;
    Notice *m_notice;
    QStackedLayout *m_stack;
    QWidget *m_searchBar;
    QLineEdit *m_searchText;
    QLabel *m_searchLabel;
    QAction *m_caseAction, *m_regexAction, *m_followAction, *m_wrapAction, *m_timesAction;
    QToolButton *m_followButton;
    QLabel *m_status;
    QTimer *m_statusTimer;
};

} // namespace quayside::ui

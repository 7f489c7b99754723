// A log with everything around it: following, searching, filters, switches, saving.
#pragma once

#include "models/logs/logexport.h"
#include "models/logs/logfilter.h"
#include "models/logs/logfollower.h"
#include "models/logs/logmerger.h"
#include "models/logs/logmodel.h"
#include "models/logs/logsearch.h"

#include "ui/common/icons.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QStackedLayout;
class QTimer;
class QToolBar;
class QToolButton;

namespace quayside::ui
{

class LogFilterBar;
class LogSearchBar;
class LogView;
class Notice;
class Placeholder;

// Of one container, or of several on one time line.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    // `client` must outlive it.
    explicit LogPane(client::EngineClient *client, QWidget *parent = nullptr);

    void showContainer(const QString &id, const QString &name);
    void showTogether(const QList<models::LogMerger::Container> &containers, const QString &name);
    void containerStarted(const QString &id); // its next run: the log goes on
    void containerRemoved();                  // the lines that were read stay
    void setSourceShown(int source, bool shown);

    [[nodiscard]] models::LogModel *model() { return &m_model; }
    [[nodiscard]] models::LogFilter *filter() { return &m_filter; }
    [[nodiscard]] LogView *view() { return m_view; }
    [[nodiscard]] models::LogSearch *search() { return &m_search; }
    [[nodiscard]] LogFilterBar *filterBar() { return m_filterBar; }
    [[nodiscard]] LogSearchBar *searchBar() { return m_searchBar; }
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] const QString &containerId() const { return m_follower.containerId(); }
    [[nodiscard]] bool isReading() const; // lines that are there already, newest or older
    [[nodiscard]] const QString &name() const { return m_name; }

public slots:
    void openSearch();
    void closeSearch();
    void openFilter();
    void closeFilter(); // all lines are shown
    void saveAs();
    void saveTo(const QString &fileName, const quayside::models::LogExport::Options &options);

private:
    QToolBar *makeToolBar();
    QAction *addSwitch(QToolBar *bar, Symbol symbol, const QString &text, const QString &toolTip,
                       const QString &setting, bool otherwise, void (LogView::*set)(bool));
    void addActs(QToolBar *bar);
    QWidget *makeStatusLine();
    void connectParts();
    void applyFilter();
    void refreshCounts();
    void refreshStatus();
    void refreshPlaceholder();
    [[nodiscard]] QString stateText() const;
    void onExportEnd();

    models::LogModel m_model;
    models::LogFilter m_filter;
    models::LogSearch m_search;
    models::LogFollower m_follower;
    std::unique_ptr<models::LogMerger> m_merger;
    client::EngineClient *m_client;
    QString m_name;
    QSet<quint16> m_hiddenSources;
    bool m_removed = false;
    LogView *m_view;
    Placeholder *m_placeholder;
    Notice *m_notice;
    QStackedLayout *m_stack;
    LogSearchBar *m_searchBar;
    LogFilterBar *m_filterBar;
    QAction *m_followAction = nullptr;
    QToolButton *m_followButton = nullptr, *m_cancelSave = nullptr;
    QLabel *m_status = nullptr;
    QTimer *m_statusTimer;
    QPointer<models::LogExport> m_export;
};

} // namespace quayside::ui

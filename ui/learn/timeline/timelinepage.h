// Where containers come from: the time line, what each ancestor was and left behind, and the way into its
// room.
#pragma once

#include "models/learn/timeline/timeline.h"

#include <QWidget>

class QAction;
class QPushButton;
class QScrollArea;
class QSplitter;
class QTextBrowser;

namespace quayside::ui
{

class TimelineView;

class TimelinePage : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePage(QWidget *parent = nullptr);

    // The lessons that there are: others are not offered.
    void setKnownLessons(const QStringList &ids);
    void showEntry(const QString &key);
    [[nodiscard]] TimelineView *view() const { return m_view; }
    [[nodiscard]] QTextBrowser *text() const { return m_text; }
    [[nodiscard]] QPushButton *enterButton() const { return m_enter; }
    [[nodiscard]] QAction *enterAction() const
    {
        return m_enterAction;
    } // the same for a menu, while this is seen

signals:
    void lessonWanted(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makePicture();
    QWidget *makeWords();
    void makeEnter();
    void refresh();
    void enter();
    [[nodiscard]] const models::TimelineEntry *entry() const; // the chosen one

    QList<models::TimelineEntry> m_entries;
    QStringList m_lessons;
    TimelineView *m_view;
    QScrollArea *m_scroll;
    QTextBrowser *m_text;
    QPushButton *m_enter;
    QAction *m_enterAction;
    QSplitter *m_split;
};

} // namespace quayside::ui

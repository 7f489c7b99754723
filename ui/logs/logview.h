// The lines of a log on the screen. Only what is visible is laid out and painted, so a million lines scroll
// as ten do.
#pragma once

#include "models/logs/logfilter.h"
#include "models/logs/logmodel.h"
#include "models/logs/logsearch.h"
#include "ui/logs/logline.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace quayside::ui
{

class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    // All must outlive it.
    LogView(models::LogModel *model, models::LogFilter *filter, models::LogSearch *search,
            QWidget *parent = nullptr);

    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] bool wraps() const { return m_wrap; }
    [[nodiscard]] bool showsTimes() const { return m_times; }
    [[nodiscard]] bool hasSelection() const { return m_anchor != m_cursor; }
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] bool showsJson() const { return m_json; }
    [[nodiscard]] int linesSinceFollowing() const; // came while it did not follow
    [[nodiscard]] qint64 currentMatch() const
    {
        return m_currentMatch;
    } // number of a line, or LogModel::noLine
    [[nodiscard]] qint64 topNumber() const { return m_topNumber; }         // of the line at the top
    [[nodiscard]] qint64 currentNumber() const { return m_cursor.number; } // of the line that keys act on
    [[nodiscard]] bool isUnfolded(qint64 number) const { return m_unfolded.contains(number); }
    [[nodiscard]] QString shownText(qint64 number) const;

    // Whether a line (by its number, see LogModel) is on the screen now. For tests and the tour.
    [[nodiscard]] bool isLineVisible(qint64 number) const;

public slots:
    void setFollowing(bool following);
    void setWrap(bool wrap);
    void setShowTimes(bool show);
    void setShowJson(bool show); // JSON as level, message and fields; else as it stands
    void toggleUnfolded(qint64 number);
    void goToEvent(bool next); // what happened to the container: where a run began or ended
    void findNext();
    void findPrevious();
    void copy();
    void selectAll();

signals:
    void followingChanged(bool following);
    void linesSinceFollowingChanged();
    void currentMatchChanged();
    void selectionChanged();
    void boundWanted(std::int64_t time, bool since); // only lines from or up to this moment are wanted

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place { // between two characters of a line
        qint64 number = 0;
        qsizetype column = 0;
        auto operator<=>(const Place &) const = default;
    };
    struct VisibleLine {
        qint64 number = 0;
        int top = 0, height = 0;
        models::LogStream stream = models::LogStream::Out;
        int source = 0;
        std::int64_t time = 0;
        bool isJson = false;
        std::unique_ptr<QTextLayout> layout;
    };

    void onRowsChanged();
    void onReset();
    void relayout();
    void scrollToBottom();
    void scrollTo(qint64 number);
    void updateScrollBars();
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] int bottomTop(int *offset) const;
    [[nodiscard]] bool hasHighLines() const { return m_wrap || !m_unfolded.isEmpty(); }
    [[nodiscard]] VisibleLine makeLine(qint64 number) const;
    void layOutVisible();
    void forgetLayouts();
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] int nameWidth() const; // of the containers' names, where there are several
    void moveCurrent(int step);
    [[nodiscard]] QString timeText(std::int64_t time) const;
    void paintLine(QPainter &painter, const VisibleLine &line);
    void paintHead(QPainter &painter, const VisibleLine &line);
    void paintRule(QPainter &painter, const VisibleLine &line) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> marksOf(const VisibleLine &line) const;
    void addSelection(const VisibleLine &line, QList<QTextLayout::FormatRange> &formats) const;
    [[nodiscard]] Place placeAt(const QPoint &point);
    void setCursorPlace(const Place &place, bool keepAnchor);
    void goToMatch(qint64 number);

    models::LogModel *m_model;
    models::LogFilter *m_filter;
    models::LogSearch *m_search;
    int m_lineHeight = 16, m_charWidth = 8;
    int m_topOffset = 0; // pixels of the top line that are above the edge (wrapped lines)
    int m_widest = 0;    // of the lines seen so far, pixels
    bool m_following = true, m_wrap = false, m_times = false, m_json = true, m_placing = false;
    qint64 m_topNumber = 0;
    qint64 m_seenEnd = 0; // of the log when it was followed last
    qint64 m_currentMatch = models::LogModel::noLine;
    QSet<qint64> m_unfolded;
    Place m_anchor, m_cursor;
    std::vector<VisibleLine> m_visible;
    bool m_layoutValid = false; // m_visible is what is on the screen
    QBasicTimer m_dragTimer;
    QPoint m_dragPoint;
};

} // namespace quayside::ui

// A plot over time: lines or a stack, the values under the pointer or the keys, and a limit that can be
// dragged.
#pragma once

#include "ui/stats/plotlegend.h"
#include "ui/stats/plotpainter.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace quayside::ui
{

class LimitHandle;

// The left and right arrow keys lead through the moments, Home and End to the first and last one, Escape back
// to the newest.
class Plot : public QWidget
{
    Q_OBJECT

public:
    // words: how a value reads ("12 %", "80.0 MiB").
    Plot(const QString &title, std::function<QString(double)> words, QWidget *parent = nullptr);

    void setContent(const PlotContent &content);
    [[nodiscard]] const PlotContent &content() const { return m_content; }
    // A value beside the title, which is no line: the sum of a stack as the engine counts it.
    void setHeadValue(const std::function<QString(qsizetype at)> &words) { m_headValue = words; }
    // Makes room for a limit.
    LimitHandle *addLimit(const QString &name);
    [[nodiscard]] LimitHandle *limit() const { return m_limit; }

    // The moment whose values are shown; nothing: the newest.
    void setCursorTime(std::optional<qint64> time);
    [[nodiscard]] std::optional<qint64> cursorTime() const { return m_cursor; }
    [[nodiscard]] QString text() const; // the values, as shown
    [[nodiscard]] const PlotScale &scale() const { return m_scale; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void cursorMoved(std::optional<qint64> time); // by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] qsizetype shownIndex() const; // -1: nothing to show
    [[nodiscard]] QString entryWords(const PlotLine &line, qsizetype at) const;
    [[nodiscard]] PlotLegend legend() const;
    void layOut();
    void describe();
    void stepCursor(int steps);
    void paintAxis(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;

    QString m_title;
    std::function<QString(double)> m_words;
    std::function<QString(qsizetype)> m_headValue;
    PlotContent m_content;
    PlotScale m_scale;
    std::optional<qint64> m_cursor;
    LimitHandle *m_limit = nullptr;
    int m_head = 0; // the tallest that the legend was at this width: what changes must not move the plots
};

} // namespace quayside::ui

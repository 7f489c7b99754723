// When it happened: the shown events on a line of time, one lane for each kind of thing. The list says the
// same.
#pragma once

#include "models/system/eventmodel.h"

#include <QWidget>

#include <array>

namespace quayside::ui
{

class EventStrip : public QWidget
{
    Q_OBJECT

public:
    explicit EventStrip(QWidget *parent = nullptr);

    // In any order. What happened at the same place is drawn once, what went wrong above the rest.
    void setEvents(const QList<models::EventRow> &events);
    void setCurrent(const QString &key); // "": none
    [[nodiscard]] QString current() const;
    [[nodiscard]] QPointF placeOf(const QString &key) const; // the middle of its mark; null where it has none
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosen(const QString &key); // by mouse or key

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Mark {
        QString key, sentence;
        qint64 time = 0;
        int lane = 0;
        bool bad = false;
    };
    [[nodiscard]] QRectF area() const; // of the lanes
    [[nodiscard]] int laneHeight() const;
    [[nodiscard]] double xOf(qint64 time) const;
    [[nodiscard]] QRectF rectOf(const Mark &mark) const;
    [[nodiscard]] qsizetype nearest(const QPointF &point) const; // -1: none is near
    void choose(qsizetype at);
    void tellName();
    void paintAxis(QPainter &painter) const;

    QList<Mark> m_marks; // the earliest first
    qsizetype m_current = -1;
    qint64 m_from = 0, m_to = 1;
};

} // namespace quayside::ui

// A picture of an X-ray: shapes that can be pointed at, clicked and walked through by the arrow keys. All
// that it shows stands in the list beside it as well.
#pragma once

#include "ui/learn/drawing.h"

#include <QWidget>

#include <functional>

namespace quayside::ui
{

class Diagram : public QWidget
{
    Q_OBJECT

public:
    using Draw = std::function<Drawing(int width, const QFontMetrics &metrics)>;

    explicit Diagram(const QString &name, QWidget *parent = nullptr);

    // Called for each width. Only what is other than before is painted again.
    void setDraw(Draw draw);
    void setCurrent(const QString &key); // "": none
    [[nodiscard]] QString current() const { return m_current; }
    [[nodiscard]] const Drawing &drawing() const { return m_drawing; }

    [[nodiscard]] QSize sizeHint() const override { return {200, m_drawing.height}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

signals:
    void currentChanged(const QString &key, const QString &topic); // by mouse or key
    void hovered(const QString &topic);                            // "": nothing any more

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

    [[nodiscard]] int currentRow() const; // -1: none
    void choose(int row);                 // as by mouse or key; one that is not there does nothing

private:
    void redraw();
    void paintShape(QPainter *painter, const Shape &shape) const;
    [[nodiscard]] const Shape *shapeAt(const QPointF &point) const;

    Draw m_draw;
    Drawing m_drawing;
    QString m_current, m_hovered;
};

} // namespace quayside::ui

// The handle of a limit in a plot: dragged, or moved by keys.
#pragma once

#include "ui/stats/plotscale.h"

#include <QWidget>

#include <functional>

namespace quayside::ui
{

// Up and Down move it, the page keys double and halve it, Delete takes the limit away; Return sets it, Escape
// leaves it as it was. What it shows while it is moved holds only once it was set.
class LimitHandle : public QWidget
{
    Q_OBJECT

public:
    // words: how a value of the plot reads. parent: the plot.
    LimitHandle(const QString &name, std::function<QString(double)> words, QWidget *parent);

    struct Steps {
        std::function<double(double value)> snap; // to what reads well
        std::function<double(double value, bool up, bool far)> step;
    };
    void setSteps(Steps steps) { m_steps = std::move(steps); }
    // In the plot's unit. value 0: there is none. most: what the machine has; from there on there is none.
    void setLimit(double value, double most);

    [[nodiscard]] double value() const { return m_moving ? m_shown : m_set; } // 0: none
    [[nodiscard]] bool isMoving() const { return m_moving; }
    void place(const PlotScale &scale);
    void paintLine(QPainter *painter, const PlotScale &scale) const;
    void leave(); // as it was

signals:
    void moved();                   // what it shows has changed
    void limitChosen(double value); // 0: none

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void preview(double value); // while it is moved
    void choose();
    void refresh();
    bool moveByKey(int key);
    [[nodiscard]] double placeOf(double value) const { return value > 0 ? value : m_most; } // none: the top
    [[nodiscard]] QString label() const;

    QString m_name;
    std::function<QString(double)> m_words;
    Steps m_steps;
    PlotScale m_scale;
    double m_set = 0, m_shown = 0, m_most = 1;
    bool m_moving = false, m_dragging = false;
    bool m_chosen = false;                      // the engine has not answered yet
    double m_pressedAt = 0, m_placeAtPress = 0; // y, of the screen and of the plot
};

} // namespace quayside::ui

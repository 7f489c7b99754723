// A small plot of one or two values over the last minutes, with its newest value in words.
#pragma once

#include "ui/common/appearance.h"

#include <QList>
#include <QWidget>

#include <functional>

namespace quayside::ui
{

class Plot : public QWidget
{
    Q_OBJECT

public:
    struct Line {
        QString name; // "" where the plot has one line only
        Tone tone = Tone::Accent;
        QList<double> values; // oldest first, the newest at the right edge; below 0: a gap
    };

    // words: how a value reads ("12 %", "80.0 MiB").
    Plot(const QString &title, std::function<QString(double)> words, QWidget *parent = nullptr);

    // capacity: values that fit from edge to edge. least: the value at the upper edge while none is higher;
    // of what is all but idle, nothing must look busy.
    void setLines(const QList<Line> &lines, qsizetype capacity, double least);
    [[nodiscard]] QString text() const; // the newest values, as shown

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 84}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLine(QPainter &painter, const QRectF &area, const Line &line, bool filled) const;

    QString m_title;
    std::function<QString(double)> m_words;
    QList<Line> m_lines;
    qsizetype m_capacity = 60;
    double m_top = 1;
};

} // namespace quayside::ui

// The steps of a build on a time axis: a row for each stage, a bar for each step, as they went beside each
// other.
#pragma once

#include "models/builds/buildfollower.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QTimer>

namespace quayside::ui
{

class BuildTimeline : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit BuildTimeline(QWidget *parent = nullptr);

    void setBuild(models::BuildFollower *build); // nullptr: none
    void chooseStep(int row);                    // of the build's steps; -1: none
    [[nodiscard]] int chosenStep() const { return m_chosen; }
    // Where the bar of a step is in the viewport; empty: there is none.
    [[nodiscard]] QRect barOf(int row) const;
    [[nodiscard]] int stageCount() const { return int(m_stages.size()); }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void stepChosen(int row); // by a person

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Bar {
        int row = 0, stage = 0;
        QRectF place; // from the top of the first stage
    };

    [[nodiscard]] const QList<models::BuildStep> &steps() const;
    void lay();
    void forget();
    void choose(int row);
    void step(int by);
    void changeStage(int by);
    [[nodiscard]] int rowAt(const QPoint &point) const;
    [[nodiscard]] QString describe(int row) const;
    void paintBar(QPainter *painter, const Bar &bar) const;
    [[nodiscard]] int stageHeight() const { return fontMetrics().height() + 14; }
    [[nodiscard]] int axisHeight() const { return fontMetrics().height() + 6; }

    QPointer<models::BuildFollower> m_build;
    QStringList m_stages;
    QList<Bar> m_bars;  // in the order of the steps
    int m_labels = 0;   // pixels for the names of the stages
    qint64 m_total = 0; // milliseconds
    int m_chosen = -1;
    QTimer m_clock; // while it goes
};

} // namespace quayside::ui

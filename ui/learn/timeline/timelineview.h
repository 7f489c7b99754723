// The time line, drawn. Up and Down walk through time, Left and Right to the other side, Return enters a
// room.
#pragma once

#include "models/learn/timeline/timeline.h"
#include "ui/learn/diagram.h"

namespace quayside::ui
{

class TimelineView : public Diagram
{
    Q_OBJECT

public:
    explicit TimelineView(const QList<models::TimelineEntry> &entries, QWidget *parent = nullptr);

signals:
    void opened(const QString &key); // a double click, or Return

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void chooseOtherSide(bool rightwards);

    QList<models::TimelineEntry> m_entries;
};

} // namespace quayside::ui

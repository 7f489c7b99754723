// What lies on the disk as areas, one for each object, in the colours of the bar.
#pragma once

#include "models/client/diskusage.h"
#include "ui/common/appearance.h"

#include <QWidget>

#include <vector>

namespace quayside::ui
{

// The tones of the bar and of the map: one for each kind.
Tone toneOf(client::DiskObject::Kind kind);
QString nameOf(const client::DiskObject &object); // its name, or the beginning of its id
QString kindText(client::DiskObject::Kind kind);

class DiskMap : public QWidget
{
    Q_OBJECT

public:
    explicit DiskMap(QWidget *parent = nullptr);

    void setObjects(const std::vector<client::DiskObject> &objects);
    [[nodiscard]] int current() const { return m_current; } // index of the chosen object; -1: none
    void setCurrent(int index);
    [[nodiscard]] QRectF areaOf(int index) const { return m_areas.value(index); }

    [[nodiscard]] QSize sizeHint() const override { return {360, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

signals:
    void currentChanged(int index);
    void opened(int index); // a double click, or Return

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] int at(const QPointF &place) const;
    [[nodiscard]] int neighbour(int key) const;
    void paintObject(class QPainter &painter, int index) const;

    std::vector<client::DiskObject> m_objects;
    QList<QRectF> m_areas;
    int m_current = -1;
};

} // namespace quayside::ui

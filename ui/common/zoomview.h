// A drawing of nodes: zoomed, moved about and walked through by keys. What is drawn is the derived class's.
#pragma once

#include <QGraphicsView>

#include <vector>

namespace quayside::ui
{

class ZoomView : public QGraphicsView
{
    Q_OBJECT

public:
    explicit ZoomView(QWidget *parent = nullptr);

    [[nodiscard]] int current() const { return m_current; } // a node; -1: none
    void setCurrent(int node);
    void fit();              // all of it
    void zoom(qreal factor); // within 0.1 and 4 times the real size

signals:
    void activated(int node);      // Enter, or a double click
    void currentChanged(int node); // by keys or the mouse

protected:
    // Items of the scene, borrowed; none of them is the current one then.
    void setNodes(std::vector<QGraphicsItem *> nodes);
    [[nodiscard]] int nodeCount() const { return int(m_nodes.size()); }
    [[nodiscard]] int nodeAt(const QPoint &place) const; // of the viewport
    void walkTo(int node);
    void fitUnlessZoomed(); // as far as it can be read then; else where the current node is
    virtual void markCurrent(int node, bool current) = 0;
    [[nodiscard]] virtual QString descriptionOf(int node) const = 0; // for who does not see it

    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int neighbour(int key) const;
    void fitDownTo(qreal leastScale);

    std::vector<QGraphicsItem *> m_nodes;
    int m_current = -1;
    bool m_fitting = true; // nobody has zoomed: it goes with its size
};

} // namespace quayside::ui

// The drawing of a graph: zoomed, moved about and walked through.
#pragma once

#include "ui/dockerfile/graph/graphitems.h"

#include <QGraphicsView>

#include <vector>

namespace quayside::ui
{

class GraphCanvas : public QGraphicsView
{
    Q_OBJECT

public:
    explicit GraphCanvas(QWidget *parent = nullptr);

    void setGraph(const models::StageGraph &graph);
    void setFacts(const models::CardFacts &facts);
    [[nodiscard]] const models::StageGraph &graph() const { return m_graph; }
    [[nodiscard]] int current() const { return m_current; } // a node; -1: none
    void setCurrent(int node);
    void fit();              // all of it
    void zoom(qreal factor); // within 0.1 and 4 times the real size
    // Nothing but the graph, on the palette's ground; the empty string, or what went wrong as a sentence.
    [[nodiscard]] QString save(const QString &path);

signals:
    void activated(int node);      // Enter, or a double click
    void currentChanged(int node); // by keys or the mouse

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int nodeAt(const QPoint &place) const;
    [[nodiscard]] int neighbour(int key) const;
    void walkTo(int node);
    void addEdge(const models::GraphEdge &edge);
    void applyFacts();
    void fitReadably(); // as far as it can be read then; else where the current node is
    void fitDownTo(qreal leastScale);

    QGraphicsScene *m_scene;
    models::StageGraph m_graph;
    models::CardFacts m_facts;
    std::vector<GraphNodeItem *> m_nodes; // of the scene
    int m_current = -1;
    bool m_fitting = true; // nobody has zoomed: it goes with its size
};

} // namespace quayside::ui

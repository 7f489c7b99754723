// The list of cards: what is dragged in it, and where it would be dropped.
#pragma once

#include <QListView>

namespace quayside::models
{
class CardModel;
}

namespace quayside::ui
{

class CardList : public QListView
{
    Q_OBJECT

public:
    // The model must outlive it.
    explicit CardList(models::CardModel *model, QWidget *parent = nullptr);

    // The card that what is dragged would stand above; -1: nothing is dragged over it. A stage goes between
    // stages only.
    [[nodiscard]] int dropBefore() const { return m_before; }
    [[nodiscard]] static QString mimeType();
    [[nodiscard]] bool isPressed() const { return m_pressed; } // the mouse holds a card, or drags it

signals:
    void hovered(int row, int before); // before -1: no more
    void dropped(int row, int before);
    void released(); // by the mouse, which had pressed and not dragged
    void resized();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int rowOf(const QDropEvent *event) const; // -1: of another list
    [[nodiscard]] int beforeAt(const QPoint &place, int dragged) const;
    void setBefore(int row, int before);

    models::CardModel *m_model;
    int m_before = -1;
    bool m_pressed = false;
};

} // namespace quayside::ui

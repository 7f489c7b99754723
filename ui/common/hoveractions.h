// Buttons at the right end of the row under the mouse.
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

#include <functional>

class QAbstractItemView;
class QHBoxLayout;
class QToolButton;

namespace quayside::ui
{

// A help for the mouse only: all it does is in the context menu, the tool bar and on keys as well.
class HoverActions : public QWidget
{
    Q_OBJECT

public:
    explicit HoverActions(QAbstractItemView *view);

    struct Button {
        QIcon icon;
        QString toolTip;
        std::function<void()> pressed;
    };
    // Called when the mouse comes over a row: which buttons it has now.
    void setButtons(std::function<QList<Button>(const QModelIndex &)> buttonsFor);
    void refresh();                        // the row has changed
    [[nodiscard]] bool isSelected() const; // the row under the mouse

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showFor(const QModelIndex &index);

    QAbstractItemView *m_view;
    QHBoxLayout *m_layout;
    QPersistentModelIndex m_index;
    std::function<QList<Button>(const QModelIndex &)> m_buttonsFor;
};

} // namespace quayside::ui

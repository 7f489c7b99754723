#include "ui/common/hoveractions.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace quayside::ui
{

namespace
{

// On a selected row its symbol is in the colour of that row's text, but where the style draws the button.
class HoverButton : public QToolButton
{
public:
    explicit HoverButton(HoverActions *actions) : QToolButton(actions), m_actions(actions) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        if (m_actions->isSelected() && !(option.state & QStyle::State_MouseOver))
            option.icon = QIcon(option.icon.pixmap(option.iconSize, devicePixelRatioF(), QIcon::Selected));
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
    }

private:
    const HoverActions *m_actions;
};

} // namespace

HoverActions::HoverActions(QAbstractItemView *view)
    : QWidget(view->viewport()), m_view(view), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(6, 0, 4, 0);
    m_layout->setSpacing(0);
    view->setMouseTracking(true);
    view->viewport()->setMouseTracking(true);
    view->viewport()->installEventFilter(this);
    hide();
}

void HoverActions::setButtons(std::function<QList<Button>(const QModelIndex &)> buttonsFor)
{
    m_buttonsFor = std::move(buttonsFor);
}

bool HoverActions::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        showFor(m_view->indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
        break;
    case QEvent::Leave:
    case QEvent::Wheel:
    case QEvent::Resize:
        showFor({});
        break;
    default:
        break;
    }
    return QWidget::eventFilter(object, event);
}

void HoverActions::showFor(const QModelIndex &index)
{
    const QModelIndex row = index.siblingAtColumn(0);
    if (m_index == row && isVisible() == row.isValid())
        return;
    m_index = row;
    refresh();
}

void HoverActions::refresh()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QList<Button> buttons = m_index.isValid() && m_buttonsFor ? m_buttonsFor(m_index) : QList<Button>();
    if (buttons.isEmpty()) {
        hide();
        return;
    }
    for (const Button &described : buttons) {
        auto *button = new HoverButton(this);
        button->setIcon(described.icon);
        button->setToolTip(described.toolTip);
        button->setAccessibleName(described.toolTip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
        // Not while the button handles its own click: pressing may change the row and so the buttons.
        connect(button, &QToolButton::clicked, m_view, described.pressed, Qt::QueuedConnection);
        m_layout->addWidget(button);
    }
    const QRect row = m_view->visualRect(m_index);
    const int width = sizeHint().width();
    setGeometry(m_view->viewport()->width() - width, row.top(), width, row.height());
    show();
    raise();
}

bool HoverActions::isSelected() const
{
    return m_index.isValid() && m_view->selectionModel()->isSelected(m_index);
}

void HoverActions::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(isSelected() ? QPalette::Highlight : QPalette::AlternateBase));
}

} // namespace quayside::ui

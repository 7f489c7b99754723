#include "ui/common/hoveractions.h"

#include <QAbstractItemView>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

namespace quayside::ui
{

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
    if (!m_index.isValid() || !m_buttonsFor) {
        hide();
        return;
    }
    for (const Button &described : m_buttonsFor(m_index)) {
        auto *button = new QToolButton(this);
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

void HoverActions::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool selected = m_index.isValid() && m_view->selectionModel()->isSelected(m_index);
    painter.fillRect(rect(), palette().color(selected ? QPalette::Highlight : QPalette::AlternateBase));
}

} // namespace quayside::ui

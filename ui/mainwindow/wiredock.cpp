#include "ui/mainwindow/wiredock.h"

#include "ui/common/icons.h"
#include "ui/learn/wire/wirepanel.h"

#include <QAction>
#include <QMainWindow>

namespace quayside::ui
{

namespace
{
constexpr int pagesKeep = 220, wireWants = 240; // pixels of height
} // namespace

WireDock::WireDock(client::EngineClient *client, QWidget *parent)
    : QDockWidget(tr("On the wire"), parent), m_client(client)
{
    setObjectName(QStringLiteral("wireDock"));
    setFeatures(DockWidgetClosable | DockWidgetFloatable);
    setAllowedAreas(Qt::BottomDockWidgetArea);
    QAction *action = toggleViewAction();
    action->setText(tr("On the &wire"));
    action->setIcon(icon(Symbol::Link));
    action->setShortcut(QKeySequence(Qt::Key_F8));
    action->setToolTip(tr("Show each request to the engine, and its answer (%1)")
                           .arg(action->shortcut().toString(QKeySequence::NativeText)));
    hide();
}

// What a page would rather have is less than both need: the window stays as large as it is.
void WireDock::setVisible(bool visible)
{
    auto *window = qobject_cast<QMainWindow *>(parentWidget());
    if (window == nullptr || window->centralWidget() == nullptr) // not yet, or not any more
        return QDockWidget::setVisible(visible);
    window->centralWidget()->setMinimumHeight(visible ? pagesKeep : 0);
    const bool first = visible && m_panel == nullptr;
    if (first) {
        m_panel = new WirePanel(m_client, this);
        setWidget(m_panel);
    }
    QDockWidget::setVisible(visible);
    if (first)
        window->resizeDocks({this}, {wireWants}, Qt::Vertical);
}

} // namespace quayside::ui

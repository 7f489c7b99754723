#include "ui/mainwindow/wiredock.h"

#include "ui/common/icons.h"
#include "ui/learn/wire/wirepanel.h"

#include <QAction>
#include <QHideEvent>
#include <QMainWindow>

namespace quayside::ui
{

namespace
{
constexpr int pagesKeep = 200, wireWants = 250; // pixels of height
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

void WireDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    // What a page would rather have is less than both need: the window stays as large as it is.
    auto *window = qobject_cast<QMainWindow *>(parentWidget());
    if (window != nullptr)
        window->centralWidget()->setMinimumHeight(pagesKeep);
    if (m_panel != nullptr)
        return;
    m_panel = new WirePanel(m_client, this);
    setWidget(m_panel);
    m_panel->show();
    if (window != nullptr)
        window->resizeDocks({this}, {wireWants}, Qt::Vertical);
}

void WireDock::hideEvent(QHideEvent *event)
{
    QDockWidget::hideEvent(event);
    auto *window = qobject_cast<QMainWindow *>(parentWidget());
    if (window != nullptr && window->centralWidget() != nullptr && !event->spontaneous())
        window->centralWidget()->setMinimumHeight(0);
}

} // namespace quayside::ui

#include "ui/mainwindow/wiredock.h"

#include "ui/common/icons.h"
#include "ui/learn/wire/wirepanel.h"

#include <QAction>

namespace quayside::ui
{

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
    if (m_panel != nullptr)
        return;
    m_panel = new WirePanel(m_client, this);
    setWidget(m_panel);
    m_panel->show();
}

} // namespace quayside::ui

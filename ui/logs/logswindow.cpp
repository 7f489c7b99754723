#include "ui/logs/logswindow.h"

#include "models/system/enginesession.h"
#include "ui/logs/logline.h"
#include "ui/logs/logpane.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPixmap>
#include <QScrollArea>
#include <QSettings>
#include <QToolButton>

namespace quayside::ui
{

LogsWindow *LogsWindow::openTogether(models::EngineSession *session,
                                     const QList<models::LogMerger::Container> &containers,
                                     const QString &name, QWidget *parent)
{
    auto *window = new LogsWindow(new LogPane(session->client()), parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(tr("Logs of %1").arg(name));
    window->addLegend(containers);
    window->m_pane->showTogether(containers, name);
    connect(session, &models::EngineSession::containerEvent, window,
            [window](const QString &id, const QString &action) {
                if (action == u"start")
                    window->m_pane->containerStarted(id);
            });
    connect(session, &models::EngineSession::engineSwitched, window, &QWidget::close);
    window->show();
    return window;
}

LogsWindow::LogsWindow(LogPane *pane, QWidget *parent) : QWidget(parent, Qt::Window), m_pane(pane)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(pane);
    pane->show();
    setWindowTitle(tr("Log of %1").arg(pane->name()));
    resize(900, 600);
    restoreGeometry(QSettings().value(QStringLiteral("logs/window")).toByteArray());
}

void LogsWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(QStringLiteral("logs/window"), saveGeometry());
    event->accept();
}

void LogsWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintLegend();
}

void LogsWindow::addLegend(const QList<models::LogMerger::Container> &containers)
{
    auto *row = new QWidget(this);
    auto *rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(6, 4, 6, 4);
    for (int source = 0; source < containers.size(); ++source) {
        auto *button = new QToolButton(row);
        button->setText(containers[source].name);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setChecked(true);
        button->setAutoRaise(true);
        button->setToolTip(tr("Show or hide the lines of %1").arg(containers[source].name));
        button->setAccessibleName(button->toolTip());
        connect(button, &QToolButton::toggled, this,
                [this, source](bool shown) { m_pane->setSourceShown(source, shown); });
        rowLayout->addWidget(button);
        m_legend.append(button);
    }
    rowLayout->addStretch();
    auto *scroll = new QScrollArea(this); // many containers need more than the window's width
    scroll->setWidget(row);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedHeight(row->sizeHint().height() + 4);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, scroll);
    paintLegend();
}

void LogsWindow::paintLegend()
{
    for (int source = 0; source < m_legend.size(); ++source) {
        QPixmap swatch(12, 12);
        swatch.fill(sourceColor(source));
        m_legend[source]->setIcon(swatch);
    }
}

} // namespace quayside::ui

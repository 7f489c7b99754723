// The page Learn in the window: its menu, lessons that are opened from elsewhere, presenting.
#include "ui/mainwindow/mainwindow.h"

#include "ui/learn/lessons/learnpage.h"

#include <QListWidget>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>

namespace quayside::ui
{

LearnPage *MainWindow::learnPage()
{
    ensurePage(Learn);
    return m_learnPage;
}

void MainWindow::openLesson(const QString &id)
{
    showPage(Learn);
    m_learnPage->openLesson(id);
}

QWidget *MainWindow::makeLearnPage()
{
    m_learnPage = new LearnPage(m_session);
    m_learnPage->fill(m_pageMenus[Learn]);
    connect(m_learnPage, &LearnPage::presentingChanged, this, &MainWindow::present);
    return m_learnPage;
}

void MainWindow::present(bool on)
{
    menuBar()->setVisible(!on);
    statusBar()->setVisible(!on);
    findChild<QToolBar *>(QStringLiteral("mainToolBar"))->setVisible(!on);
    findChild<QFrame *>(QStringLiteral("navigationLine"))->setVisible(!on);
    m_navigation->setVisible(!on);
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
}

} // namespace quayside::ui

#include "tests/gui/walk/stations.h"

#include "app/screenplay.h"
#include "ui/common/table.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTabWidget>
#include <QTimer>

namespace quayside::walk
{

namespace
{

class Visit
{
public:
    Visit(ui::MainWindow &window, const Look &look) : m_window(window), m_look(look)
    {
        // A dialog with an event loop of its own would hold the walk up.
        QObject::connect(&m_closer, &QTimer::timeout, [] {
            if (auto *files = qobject_cast<QFileDialog *>(QApplication::activeModalWidget()))
                files->reject();
        });
        m_closer.start(100);
    }

    int all()
    {
        for (int page = 0; page < ui::MainWindow::PageCount; ++page) {
            m_window.showPage(ui::MainWindow::Page(page));
            selectFirst();
            const QString name = QStringLiteral("page %1").arg(page + 1);
            tabsOf(&m_window, name);
            dialogsOf(name);
        }
        wire();
        return m_count;
    }

private:
    void look(QWidget *top, const QString &station)
    {
        ++m_count;
        m_look(top, station);
    }

    // Below every page; hidden at first.
    void wire()
    {
        auto *dock = m_window.findChild<QDockWidget *>();
        dock->show();
        selectFirst();
        look(&m_window, QStringLiteral("on the wire"));
        dock->hide();
    }

    void selectFirst()
    {
        app::pauseFor(200); // lists and sizes come
        for (auto *table : m_window.findChildren<ui::Table *>()) {
            if (table->isVisible() && table->model() != nullptr && table->model()->rowCount() > 0 &&
                !table->currentIndex().isValid())
                table->setCurrentIndex(table->model()->index(0, 0));
        }
        app::pauseFor(200);
    }

    // Every tab of what is shown, and the tabs in it.
    void tabsOf(QWidget *top, const QString &name)
    {
        look(top, name);
        for (QTabWidget *tabs : outermostTabs(top)) {
            const int before = tabs->currentIndex();
            for (int tab = 0; tab < tabs->count(); ++tab) {
                if (!tabs->isTabVisible(tab) || !tabs->isTabEnabled(tab))
                    continue;
                tabs->setCurrentIndex(tab);
                app::pauseFor(120); // what it shows is asked for
                const QString inside = QStringLiteral("%1, %2").arg(name, tabs->tabText(tab).remove(u'&'));
                look(top, inside);
                innerTabs(tabs->widget(tab), top, inside);
            }
            tabs->setCurrentIndex(before);
        }
    }

    void innerTabs(QWidget *within, QWidget *top, const QString &name)
    {
        for (QTabWidget *tabs : outermostTabs(within)) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                if (!tabs->isTabVisible(tab) || tab == tabs->currentIndex())
                    continue;
                tabs->setCurrentIndex(tab);
                app::pauseFor(80);
                look(top, QStringLiteral("%1, %2").arg(name, tabs->tabText(tab).remove(u'&')));
            }
            tabs->setCurrentIndex(0);
        }
    }

    static QList<QTabWidget *> outermostTabs(QWidget *within)
    {
        QList<QTabWidget *> found;
        for (auto *tabs : within->findChildren<QTabWidget *>()) {
            const bool inAnother =
                std::ranges::any_of(found, [&](QTabWidget *one) { return one->isAncestorOf(tabs); });
            if (tabs->isVisible() && !inAnother)
                found.append(tabs);
        }
        return found;
    }

    void dialogsOf(const QString &name)
    {
        for (QAction *menu : m_window.menuBar()->actions()) {
            if (menu->menu() != nullptr && menu->isVisible())
                dialogsOf(menu->menu(), name);
        }
    }

    void dialogsOf(QMenu *menu, const QString &name)
    {
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->menu() != nullptr)
                dialogsOf(action->menu(), name);
            const bool opens = QString(action->text()).remove(u'\u2060').endsWith(u'…');
            if (!opens || !action->isEnabled() || !action->isVisible() || m_opened.contains(action))
                continue;
            m_opened.insert(action);
            action->trigger();
            app::pauseFor(120);
            closeOpened(QStringLiteral("%1, %2").arg(name, action->text().remove(u'&')));
        }
    }

    void closeOpened(const QString &name)
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top == &m_window || !top->isVisible() || top->windowType() == Qt::ToolTip)
                continue;
            if (qobject_cast<QFileDialog *>(top) == nullptr && top->windowType() != Qt::Popup)
                tabsOf(top, name);
            if (auto *dialog = qobject_cast<QDialog *>(top))
                dialog->reject();
            else
                top->close();
        }
        app::pauseFor(50);
    }

    ui::MainWindow &m_window;
    const Look &m_look;
    QSet<QAction *> m_opened;
    QTimer m_closer;
    int m_count = 0;
};

} // namespace

int visitAll(ui::MainWindow &window, const Look &look)
{
    return Visit(window, look).all();
}

} // namespace quayside::walk

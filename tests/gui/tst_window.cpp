// The window on a real engine: what a person does, and what the engine then says.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/logs/ansitext.h"
#include "ui/common/filteredit.h"
#include "ui/common/namedialog.h"
#include "ui/common/notice.h"
#include "ui/common/tabs.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/containers/rundialog.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagespage.h"
#include "ui/logs/logpane.h"
#include "ui/mainwindow/enginepage.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>

using namespace quayside;
using models::ContainerRow;
using models::ContainerState;
using ui::ContainerActions;
using ui::ImageActions;

class tst_Window : public WindowTest
{
    Q_OBJECT

private:
    // "· 3 of 8 containers running · 2 images"
    QString statusText() const
    {
        for (const QLabel *label : m_window->statusBar()->findChildren<QLabel *>()) {
            if (label->text().contains("container"))
                return label->text();
        }
        return {};
    }
    static QStringList namelessControls(const QWidget *window)
    {
        QStringList nameless;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            const bool control = qobject_cast<QAbstractButton *>(widget) != nullptr ||
                                 qobject_cast<QLineEdit *>(widget) != nullptr ||
                                 qobject_cast<QComboBox *>(widget) != nullptr ||
                                 qobject_cast<QAbstractSpinBox *>(widget) != nullptr ||
                                 qobject_cast<QAbstractItemView *>(widget) != nullptr ||
                                 qobject_cast<QPlainTextEdit *>(widget) != nullptr;
            const QWidget *parent = widget->parentWidget();
            const bool part = qobject_cast<const QComboBox *>(parent) != nullptr ||
                              qobject_cast<const QAbstractSpinBox *>(parent) != nullptr ||
                              qobject_cast<const QLineEdit *>(parent) != nullptr ||
                              qobject_cast<const QHeaderView *>(widget) != nullptr ||
                              widget->objectName().startsWith("qt_");
            if (!control || part || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            if (interface == nullptr || interface->text(QAccessible::Name).isEmpty())
                nameless.append(QStringLiteral("%1 %2 in %3")
                                    .arg(widget->metaObject()->className(), widget->objectName(),
                                         parent == nullptr ? "" : parent->metaObject()->className()));
        }
        return nameless;
    }

private slots:
    void initTestCase() { openWindow(); }
    void cleanupTestCase() { closeWindow(); }

    void showsDoorsAtTheFirstStart()
    {
        QCOMPARE(page()->face(), ui::ListPage::Face::Empty);
        // It comes with its image, which the engine may make after the other one.
        const auto door = [this]() -> QPushButton * {
            for (QPushButton *button : page()->findChildren<QPushButton *>()) {
                if (button->text() == "Run a first container" && button->isVisible())
                    return button;
            }
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(door() != nullptr, 10'000);
        QTest::mouseClick(door(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->containers()->rowCount(), 1, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->containerDetails()->logPane() != nullptr &&
                                     m_window->containerDetails()->logPane()->model()->count() > 0,
                                 10'000);
        QTRY_COMPARE(m_session->containers()->at(0).state, ContainerState::Exited);
    }

    void runsFromTheDialog()
    {
        ui::RunDialog *dialog = m_window->openRunDialog();
        app::fillIn(dialog->findChild<QComboBox *>("image")->lineEdit(), image);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "talker");
        app::fillIn(dialog->findChild<QLineEdit *>("command"), "sh -c 'echo out; echo err >&2; sleep 1000'");
        QCOMPARE(dialog->runLine(),
                 "docker run -d --name talker busybox:latest sh -c 'echo out; echo err >&2; sleep 1000'");
        QPointer<ui::RunDialog> alive = dialog;
        QTest::mouseClick(dialog->findChild<QPushButton *>("run"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isIn("talker", ContainerState::Running), 10'000);
        QTRY_VERIFY(alive.isNull());
        QTRY_COMPARE(page()->currentKey(), row("talker")->id);
    }

    void followsTheLogOfBothStreams()
    {
        page()->select(row("talker")->id);
        m_window->containerDetails()->showTab(ui::ContainerDetails::Logs);
        models::LogModel *log = m_window->containerDetails()->logPane()->model();
        QTRY_COMPARE_WITH_TIMEOUT(log->count(), 3, 10'000); // two lines, after "talker was started"
        QSet<QString> lines;
        for (int i = 0; i < 3; ++i) {
            const models::LogLine line = log->line(i);
            if (line.stream == models::LogStream::Event)
                continue;
            QVERIFY(line.time > 0);
            lines.insert((line.stream == models::LogStream::Error ? "!" : "") + models::plainText(line.text));
        }
        QCOMPARE(lines, QSet<QString>({"out", "!err"}));
    }

    void opensAShellThatLives()
    {
        page()->select(row("talker")->id);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        page()->table()->setFocus();
        QTest::keyClick(page()->table(), Qt::Key_T, Qt::ControlModifier);
        ui::TerminalPane *pane = m_window->containerDetails()->terminalPane();
        QVERIFY(pane != nullptr);
        ui::TerminalSession *shell = pane->currentSession();
        QVERIFY(shell != nullptr);
        QCOMPARE(actions()->selection(), QStringList(row("talker")->id)); // Ctrl toggles nothing
        QTRY_VERIFY_WITH_TIMEOUT(shell->isRunning(), 10'000);
        QTest::qWait(200);
        shell->type("echo $((6*7)) is it\n");
        QTRY_VERIFY_WITH_TIMEOUT(shell->text().contains("42 is it"), 10'000);
        // It survives looking at something else.
        m_window->showPage(ui::MainWindow::Images);
        m_window->showPage(ui::MainWindow::Containers);
        page()->select(row("talker")->id);
        QCOMPARE(pane->currentSession(), shell);
        QVERIFY(shell->isRunning());
        shell->type("exit\n");
        QTRY_VERIFY_WITH_TIMEOUT(!shell->isRunning(), 10'000);
    }

    void pausesAndGoesOn()
    {
        const QString id = row("talker")->id;
        actions()->run(ContainerActions::Pause, {id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("talker", ContainerState::Paused), 10'000);
        QVERIFY(!actions()->applies(ContainerActions::OpenTerminal, *row("talker")));
        actions()->run(ContainerActions::Start, {id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("talker", ContainerState::Running), 10'000);
    }

    void confirmsTheRemovalOfARunningOne()
    {
        const QString id = makeContainer("busy", {"sleep", "1000"});
        actions()->run(ContainerActions::Remove, {id});
        auto *box = page()->findChild<QMessageBox *>();
        QVERIFY(box != nullptr && box->isVisible());
        QVERIFY(box->text().contains("busy"));
        QVERIFY(box->informativeText().contains("lost"));
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        QTest::qWait(200);
        QVERIFY(isIn("busy", ContainerState::Running));
        actions()->run(ContainerActions::Remove, {id});
        for (QMessageBox *shown : page()->findChildren<QMessageBox *>()) {
            for (QAbstractButton *button : shown->buttons()) {
                if (shown->isVisible() && shown->buttonRole(button) == QMessageBox::DestructiveRole)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(row("busy") == nullptr, 15'000);
    }

    void everyActionSaysWhatItDoes()
    {
        for (int shown = 0; shown < ui::MainWindow::PageCount; ++shown)
            m_window->showPage(ui::MainWindow::Page(shown)); // which fills its menu
        m_window->showPage(ui::MainWindow::Containers);
        for (const QAction *menu : m_window->menuBar()->actions()) {
            for (const QAction *action : menu->menu()->actions()) {
                if (action->isSeparator() || action->menu() != nullptr)
                    continue;
                const QString what = menu->text() + ": " + action->text();
                QVERIFY2(!action->toolTip().isEmpty(), qPrintable(what));
                QVERIFY2(!action->icon().isNull() || menu->text().contains("Help"), qPrintable(what));
            }
        }
    }

    // A screen reader has a name for all that can be pressed, typed into or chosen from.
    void everyControlHasAName()
    {
        for (int shown = 0; shown < ui::MainWindow::PageCount; ++shown) {
            m_window->showPage(ui::MainWindow::Page(shown));
            QCOMPARE(namelessControls(m_window.get()), QStringList());
        }
        m_window->showPage(ui::MainWindow::Containers);
        page()->select(row("talker")->id);
        for (int tab = 0; tab < m_window->containerDetails()->tabs()->count(); ++tab) {
            if (tab == ui::ContainerDetails::Terminal)
                continue; // the part that draws the shell is not ours
            m_window->containerDetails()->showTab(ui::ContainerDetails::Tab(tab));
            QCOMPARE(namelessControls(m_window.get()), QStringList());
        }
        ui::RunDialog *dialog = m_window->openRunDialog();
        auto *tabs = dialog->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCOMPARE(namelessControls(dialog), QStringList());
        }
        dialog->reject();
    }

    // What Stop would stop is what the details are of.
    void detailsAreOfWhatIsSelected()
    {
        page()->select(row("talker")->id);
        page()->table()->setFocus();
        QCOMPARE(m_window->containerDetails()->containerId(), row("talker")->id);
        const int down =
            page()->table()->currentIndex().row() + 1 < page()->shownModel()->rowCount() ? 1 : -1;
        QTest::keyClick(page()->table(), down > 0 ? Qt::Key_Down : Qt::Key_Up,
                        Qt::ControlModifier); // moves, selects nothing
        QVERIFY(page()->table()->currentIndex().data().toString() != "talker");
        QCOMPARE(m_window->containerDetails()->containerId(), row("talker")->id);
        QCOMPARE(actions()->selection(), QStringList(row("talker")->id));
        QTest::keyClick(page()->table(), Qt::Key_Space,
                        Qt::ControlModifier); // a second one: the new one is current
        QCOMPARE(actions()->selection().size(), 2);
        QCOMPARE(m_window->containerDetails()->containerId(),
                 page()->table()->currentIndex().data(models::TableKeyRole).toString());
        page()->table()->clearSelection();
        QVERIFY(page()->currentKey().isEmpty());
        QVERIFY(!m_window->containerDetails()->isVisible());
    }

    void stopsThenRemovesWithUndo()
    {
        const QString id = row("talker")->id;
        actions()->run(ContainerActions::Stop, {id});
        QTRY_VERIFY_WITH_TIMEOUT(!row("talker")->isRunning(), 15'000);
        page()->select(id);
        const int shown = page()->shownModel()->rowCount();
        actions()->action(ContainerActions::Remove)->trigger();
        QCOMPARE(page()->shownModel()->rowCount(), shown - 1); // gone from the list …
        QVERIFY(page()->undoBar()->isVisible());
        QTest::qWait(300);
        QVERIFY(row("talker") != nullptr); // … and not from the engine
        page()->undoBar()->undo();
        QCOMPARE(page()->shownModel()->rowCount(), shown);
        actions()->run(ContainerActions::Remove, {id});
        page()->undoBar()->commitNow();
        QTRY_VERIFY_WITH_TIMEOUT(row("talker") == nullptr, 10'000);
    }

    void aFailedStartLeavesNothing()
    {
        const int before = m_session->containers()->rowCount();
        ui::RunDialog *dialog = m_window->openRunDialog();
        app::fillIn(dialog->findChild<QComboBox *>("image")->lineEdit(), image);
        app::fillIn(dialog->findChild<QLineEdit *>("command"), "/no/such/command");
        QTest::mouseClick(dialog->findChild<QPushButton *>("run"), Qt::LeftButton);
        auto *notice = dialog->findChild<ui::Notice *>();
        QTRY_VERIFY_WITH_TIMEOUT(notice->text().contains("/no/such/command"), 10'000);
        QVERIFY(dialog->isVisible());
        dialog->reject();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->containers()->rowCount(), before, 10'000);
    }

    void renames()
    {
        const QString id = makeContainer("before", {"sleep", "1000"}, false);
        actions()->run(ContainerActions::Rename, {id});
        auto *dialog = page()->findChild<ui::NameDialog *>();
        QVERIFY(dialog != nullptr);
        QVERIFY(!dialog->acceptButton()->isEnabled()); // nothing is changed yet
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "after");
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(row("after") != nullptr && row("before") == nullptr, 10'000);
    }

    void saysWhatFailedAtThePlace()
    {
        makeContainer("taken", {"true"}, false);
        actions()->run(ContainerActions::Rename, {row("taken")->id});
        ui::NameDialog *dialog = nullptr;
        for (ui::NameDialog *one : page()->findChildren<ui::NameDialog *>())
            dialog = one->isVisible() ? one : dialog;
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "after");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->problem().contains("after"), 10'000);
        QVERIFY(dialog->isVisible());
        dialog->reject();
    }

    void filters()
    {
        makeContainer("worker", {"sleep", "1000"});
        page()->filterEdit()->setText("status:running");
        QTRY_COMPARE(page()->shownModel()->rowCount(), 1);
        page()->filterEdit()->setText("name:nothing-like-it");
        QTRY_COMPARE(page()->face(), ui::ListPage::Face::NothingMatches);
        page()->filterEdit()->clear();
        QTRY_COMPARE(page()->face(), ui::ListPage::Face::List);
    }

    void tagsSavesAndLoads()
    {
        m_window->showPage(ui::MainWindow::Images);
        ImageActions *images = m_window->imagesPage()->actions();
        images->run(ImageActions::Tag, {keyOf(image)});
        auto *dialog = m_window->imagesPage()->findChild<ui::NameDialog *>();
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "team/box:2");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("team/box:2"), 10'000);

        const QString file = m_engine.folder() + "/box.tar";
        images->saveTo({keyOf("team/box:2")}, file);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file), 20'000);
        QVERIFY(QFileInfo(file).size() > 500'000);

        m_session->client()->removeImage("team/box:2", {}, this, {});
        QTRY_VERIFY_WITH_TIMEOUT(!hasImage("team/box:2"), 10'000);
        images->loadFile(file);
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("team/box:2"), 20'000);
    }

    void aBrokenArchiveIsOneSentence()
    {
        const QString file = m_engine.folder() + "/broken.tar";
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(QByteArray(5000, 'x'));
        broken.close();
        m_window->imagesPage()->notice()->dismiss();
        m_window->imagesPage()->actions()->loadFile(file);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_window->imagesPage()->notice()->text().startsWith("Load broken.tar failed"), 10'000);
    }

    void removesAnImageWithUndo()
    {
        ImageActions *images = m_window->imagesPage()->actions();
        models::TableFilterModel *shown = m_window->imagesPage()->shownModel();
        m_session->client()->tagImage("quayside/hello:latest", "spare", "1", this, {});
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("spare:1"), 10'000);
        // The first container was made of it: removing one of its names asks first.
        const int before = shown->rowCount();
        images->run(ImageActions::Remove, {keyOf("spare:1")});
        auto *box = m_window->imagesPage()->findChild<QMessageBox *>();
        QVERIFY(box != nullptr);
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(shown->rowCount(), before - 1);
        // Page and status bar count the same: without what is on its way out.
        const QString count = m_session->images()->countText({keyOf("spare:1")});
        QVERIFY(count != m_session->images()->countText());
        QCOMPARE(m_window->imagesPage()->shownCount(), count);
        QVERIFY(statusText().endsWith(count));
        m_window->imagesPage()->undoBar()->undo();
        QVERIFY(statusText().endsWith(m_session->images()->countText()));
        QCOMPARE(shown->rowCount(), before);
        m_window->showPage(ui::MainWindow::Containers);
    }

    void engineGoesAndComesBack()
    {
        const QString id = row("worker")->id;
        m_engine.stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), models::EngineSession::State::Absent, 10'000);
        auto *absent = m_window->findChild<ui::EnginePage *>();
        QVERIFY(absent != nullptr && absent->isVisible());
        QVERIFY(!m_window->runAction()->isEnabled());
        QVERIFY2(m_engine.start(), qPrintable(m_engine.log()));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), models::EngineSession::State::Connected, 20'000);
        QVERIFY(!absent->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(isIn("worker", ContainerState::Running), 10'000);
        QCOMPARE(row("worker")->id, id);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Window>(argc, argv);
}

#include "tst_window.moc"

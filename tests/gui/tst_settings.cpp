// What is chosen in the settings, by keys in the dialog, and what it changes in the window on a real engine;
// the filter line of a list, which is as much a matter of keys.
#include "tests/gui/windowtest.h"

#include "models/system/newcontainers.h"
#include "models/system/preferences.h"
#include "ui/common/filteredit.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/common/table.h"
#include "ui/containers/rundialog.h"
#include "ui/images/imagespage.h"
#include "ui/mainwindow/wiredock.h"
#include "ui/system/settingsdialog.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>

using namespace quayside;
using models::ContainerState;
using models::Preferences;
using ui::ContainerActions;

class tst_Settings : public WindowTest
{
    Q_OBJECT

private:
    QPointer<ui::SettingsDialog> m_dialog;

    void inFront() // also after a dialog or a question was
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void open(int tab)
    {
        inFront();
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        m_dialog = m_window->findChild<ui::SettingsDialog *>();
        QVERIFY(m_dialog != nullptr && m_dialog->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        m_dialog->findChild<QTabWidget *>()->setCurrentIndex(tab);
    }
    void close()
    {
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(m_dialog.isNull());
        inFront();
    }
    void press(const QString &text)
    {
        for (QAbstractButton *button : m_dialog->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == text) {
                button->setFocus();
                QTest::keyClick(button, Qt::Key_Space);
                return;
            }
        }
        QFAIL(qPrintable("no button " + text));
    }
    template <typename Field>
    Field *field(const char *name) const
    {
        return m_dialog->findChild<Field *>(QLatin1StringView(name));
    }
    void type(const char *name, const QString &value)
    {
        auto *box = field<QSpinBox>(name);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, value);
        QTest::keyClick(box, Qt::Key_Tab);
    }
    void picture(const char *name, QWidget *widget) const
    {
        if (const QString folder = qEnvironmentVariable("QUAYSIDE_PICTURES"); !folder.isEmpty())
            widget->grab().save(folder + u'/' + QLatin1StringView(name) + QStringLiteral(".png"));
    }

private slots:
    void initTestCase()
    {
        openWindow();
        inFront();
    }
    void cleanupTestCase() { closeWindow(); }

    // Before there is a container: the doors of the first start in a low window, with the wire below.
    void theFirstPageFitsBesideTheWire()
    {
        // Its door comes with this image, and the page is filled anew.
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("quayside/hello:latest"), 40'000);
        ui::Placeholder *doors = page()->emptyPlaceholder();
        QTRY_COMPARE(doors->findChildren<QPushButton *>().size(), 7);
        const QSize size = m_window->size();
        m_window->resize(900, 600);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        auto *dock = m_window->findChild<ui::WireDock *>();
        QTRY_VERIFY(dock->isVisible());
        QTRY_COMPARE(m_window->size(), QSize(900, 600));
        QTRY_VERIFY(doors->isVisible());
        QTRY_VERIFY(doors->verticalScrollBar()->isVisible());
        picture("empty-wire", m_window.get());
        const QList<QPushButton *> buttons = doors->findChildren<QPushButton *>();
        for (const QPushButton *button : buttons)
            QVERIFY(button->height() >= button->sizeHint().height()); // not squeezed
        for (qsizetype i = 1; i < buttons.size(); ++i)                // nor one over the other
            QVERIFY(!buttons[i]->geometry().intersects(buttons[i - 1]->geometry()));
        buttons.last()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(buttons.last(), Qt::Key_Backtab, Qt::ShiftModifier);
        QWidget *reached = doors->focusWidget();
        const QRect place(reached->mapTo(doors->viewport(), QPoint()), reached->size());
        QVERIFY(doors->viewport()->rect().contains(place)); // Tab brings it into view
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        m_window->resize(size);
    }

    void rowsStandCloserAtOnce()
    {
        makeContainer("web", {"sleep", "1000"});
        makeContainer("old", {"true"}, false);
        m_window->showPage(ui::MainWindow::Containers);
        ui::Table *table = page()->table();
        const int roomy = table->visualRect(table->model()->index(0, 0)).height();
        open(0);
        auto *rows = field<QComboBox>("rows");
        rows->setFocus();
        QTest::keyClick(rows, Qt::Key_Down);
        picture("settings-appearance", m_dialog);
        QVERIFY(Preferences::compactRows());
        const auto height = [table] { return table->visualRect(table->model()->index(0, 0)).height(); };
        QVERIFY(height() < roomy && height() >= table->fontMetrics().height());
        picture("compact", m_window.get());
        press(QStringLiteral("&Reset all"));
        QCOMPARE(height(), roomy);
        QCOMPARE(rows->currentIndex(), 0);
        close();
    }

    void newContainersBeginAsChosen()
    {
        open(2);
        press(field<QCheckBox>("rm")->text());
        QVERIFY(!field<QSpinBox>("logFiles")->isEnabled()); // of no size
        type("logSize", QStringLiteral("20"));
        QVERIFY(field<QSpinBox>("logFiles")->isEnabled());
        type("logFiles", QStringLiteral("3"));
        picture("settings-containers", m_dialog);
        close();
        ui::RunDialog *run = m_window->openRunDialog(image);
        QVERIFY(run->options().removeWhenEnded && !run->options().init);
        QVERIFY2(run->runLine().contains("--rm --log-opt max-size=20m --log-opt max-file=3"),
                 qPrintable(run->runLine()));
        run->fillFromLine("docker run " + image); // says itself what it wants
        QVERIFY(!run->options().removeWhenEnded && run->options().logOptions.isEmpty());
        run->reject();
        models::NewContainers().save();
    }

    void asksBeforeItEndsSomething()
    {
        page()->select(row("web")->id);
        open(2);
        press(field<QCheckBox>("askBeforeEnding")->text());
        close();
        actions()->action(ContainerActions::Stop)->trigger();
        QTRY_VERIFY(openBox() != nullptr);
        QVERIFY(openBox()->informativeText().contains("web"));
        picture("ask-first", openBox());
        QTest::keyClick(openBox(), Qt::Key_Return); // Cancel is what Return does
        QTRY_VERIFY(openBox() == nullptr);
        QVERIFY(isIn("web", ContainerState::Running));
        actions()->action(ContainerActions::Kill)->trigger();
        QTRY_VERIFY(openBox() != nullptr);
        pressDestructive(openBox());
        QTRY_VERIFY_WITH_TIMEOUT(!row("web")->isRunning(), 30'000);
        Preferences::setAsksBeforeEnding(false);
        actions()->run(ContainerActions::Start, {row("web")->id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Running), 30'000);
        actions()->run(ContainerActions::Restart, {row("web")->id}); // and no box
        QVERIFY(openBox() == nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(actions()->busyText(row("web")->id).isEmpty(), 30'000);
    }

    void removalsCanBeTakenBackAsLongAsChosen()
    {
        open(2);
        type("undo", QStringLiteral("60"));
        close();
        QCOMPARE(ui::UndoBar::milliseconds(), 60'000);
        actions()->run(ContainerActions::Remove, {row("old")->id});
        QVERIFY(page()->undoBar()->isOffering());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!page()->undoBar()->isOffering());
        QVERIFY(row("old") != nullptr);
    }

    void filterLinesOfferWhatThereIs()
    {
        ui::FilterEdit *filter = page()->filterEdit();
        filter->setFocus();
        QTest::keyClicks(filter, "name:");
        QAbstractItemView *popup = filter->findChild<QCompleter *>()->popup();
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(filter->suggestions(), QStringList({"name:old", "name:web"}));
        picture("filter-popup", popup);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(filter->text(), "name:old");
        QTRY_COMPARE(page()->shownModel()->rowCount(), 1);
        QTest::keyClick(filter, Qt::Key_Escape);
        QTest::keyClicks(filter, "network:");
        QVERIFY(filter->suggestions().contains("network:bridge"));
        QTest::keyClick(popup, Qt::Key_Escape);
        filter->clear();
        m_window->showPage(ui::MainWindow::Images);
        ui::FilterEdit *names = m_window->imagesPage()->filterEdit();
        names->setFocus();
        QTest::keyClicks(names, "name:bus");
        QCOMPARE(names->suggestions(), QStringList("name:busybox"));
        names->clear();
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Settings>(argc, argv);
}

#include "tst_settings.moc"

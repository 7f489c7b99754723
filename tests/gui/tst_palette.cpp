// Search or type a command, in the real window with a real engine.
#include "tests/gui/windowtest.h"

#include "ui/common/filteredit.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/images/imagespage.h"
#include "ui/networks/networkspage.h"
#include "ui/palette/palettepopup.h"

#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QToolButton>
#include <QWindow>

using namespace quayside;
using models::ContainerState;
using ui::MainWindow;

class tst_Palette : public WindowTest
{
    Q_OBJECT

    // A window manager gives the focus back after a popup; the offscreen platform has none.
    void activate()
    {
        m_window->windowHandle()->requestActivate();
        QTRY_COMPARE(QApplication::activeWindow(), m_window.get());
    }
    ui::PalettePopup *open()
    {
        activate();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        return m_window->palette();
    }
    void type(const QString &text) { QTest::keyClicks(m_window->palette()->line(), text); }
    void press(Qt::Key key) { QTest::keyClick(m_window->palette()->line(), key); }
    [[nodiscard]] QString current() const
    {
        return m_window->palette()->list()->currentIndex().data().toString();
    }
    [[nodiscard]] int shownPage() const
    {
        for (const auto *list : m_window->findChildren<QListWidget *>()) {
            if (list->count() == MainWindow::PageCount)
                return list->currentRow();
        }
        return -1;
    }

private slots:
    void initTestCase()
    {
        openWindow();
        m_web = makeContainer(QStringLiteral("web"), {"sleep", "1000"}, true);
        QVERIFY(isIn("web", ContainerState::Running));
    }
    void cleanupTestCase() { closeWindow(); }
    void cleanup()
    {
        if (m_window && m_window->palette() != nullptr)
            m_window->palette()->hide();
    }

    void opensFromTheToolBarAndCloses()
    {
        QToolButton *button = nullptr;
        for (auto *one : m_window->findChildren<QToolButton *>()) {
            if (one->accessibleName().startsWith("Search"))
                button = one;
        }
        QVERIFY(button != nullptr && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_window->palette()->isVisible());
        QVERIFY(m_window->palette()->line()->hasFocus());
        QVERIFY(m_window->palette()->model()->rowCount() > 5); // pages and acts, before anything is typed
        press(Qt::Key_Escape);
        QVERIFY(!m_window->palette()->isVisible());
    }

    void goesToAContainer()
    {
        m_window->showPage(MainWindow::Networks);
        open();
        type("web");
        QCOMPARE(current(), "web");
        press(Qt::Key_Return);
        QTRY_COMPARE(shownPage(), int(MainWindow::Containers));
        QCOMPARE(m_window->containersPage()->currentKey(), m_web);
        QVERIFY(m_window->containerDetails()->isVisible());
        QVERIFY(!m_window->palette()->isVisible());
    }

    void goesToNetworksAndImagesByName()
    {
        open();
        type("bridge");
        QTRY_COMPARE(current(), "bridge"); // the list has come
        press(Qt::Key_Return);
        QTRY_COMPARE(shownPage(), int(MainWindow::Networks));
        QTRY_COMPARE(m_window->networksPage()->currentKey(), m_session->networks()->rows().first().key());
        open();
        type(image);
        QCOMPARE(current(), image);
        press(Qt::Key_Return);
        QTRY_COMPARE(shownPage(), int(MainWindow::Images));
        QCOMPARE(m_window->imagesPage()->currentKey(), keyOf(image));
    }

    void doesWhatIsTyped()
    {
        m_window->showPage(MainWindow::Images);
        open();
        type("stop web");
        QCOMPARE(current(), "Stop web");
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Exited) || isIn("web", ContainerState::Failed),
                                 20'000);
        open();
        type("sta web"); // what makes no sense now is not there
        QCOMPARE(current(), "Start web");
        for (int row = 0; row < m_window->palette()->model()->rowCount(); ++row)
            QVERIFY(m_window->palette()->model()->index(row).data().toString() != "Stop web");
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isIn("web", ContainerState::Running), 20'000);
    }

    void actsOfOtherPagesGoThere()
    {
        m_window->showPage(MainWindow::Containers);
        open();
        type("new network");
        QVERIFY(current().startsWith("New network"));
        press(Qt::Key_Return);
        QTRY_COMPARE(shownPage(), int(MainWindow::Networks));
        QTRY_VERIFY(QApplication::activeModalWidget() != nullptr);
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
    }

    void movesWithTheKeysAndTheMouse()
    {
        open();
        auto *list = m_window->palette()->list();
        const int rows = m_window->palette()->model()->rowCount();
        press(Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), 1);
        press(Qt::Key_Up);
        press(Qt::Key_Up);
        QCOMPARE(list->currentIndex().row(), rows - 1); // around
        press(Qt::Key_PageUp);
        QVERIFY(list->currentIndex().row() < rows - 1);
        type("images");
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
        QTRY_COMPARE(shownPage(), int(MainWindow::Images));
    }

    void saysThatNothingFits()
    {
        open();
        type("no such thing");
        QVERIFY(!m_window->palette()->list()->isVisible());
        press(Qt::Key_Return);
        QVERIFY(m_window->palette()->isVisible()); // nothing was chosen
    }

    void remembersWhatWasChosen()
    {
        open();
        type("web");
        QCOMPARE(current(), "web");
        press(Qt::Key_Return);
        QTRY_VERIFY(!m_window->palette()->isVisible());
        QTest::qWait(0);
        open();
        QCOMPARE(current(), "web");
    }

    void theFilterHasItsKey()
    {
        m_window->showPage(MainWindow::Containers);
        activate();
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_window->containersPage()->filterEdit()->hasFocus());
    }

private:
    QString m_web;
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Palette>(argc, argv);
}

#include "tst_palette.moc"

// Shells in a container and its main process, through the window.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/client/containerfiles.h"
#include "ui/common/notice.h"
#include "ui/containers/containerdetails.h"
#include "ui/terminal/shelldialog.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <qtermwidget.h>

using namespace quayside;
using models::ContainerState;
using ui::ContainerDetails;
using ui::TerminalSession;

class tst_Terminal : public WindowTest
{
    Q_OBJECT

private:
    ui::TerminalPane *pane() const { return m_window->containerDetails()->terminalPane(); }
    TerminalSession *session() const { return pane()->currentSession(); }
    QWidget *display() const { return session()->terminal()->focusProxy(); }
    void look(const QString &name)
    {
        page()->select(row(name)->id);
        m_window->containerDetails()->showTab(ContainerDetails::Terminal);
    }
    QPushButton *button(const QString &part) const
    {
        for (QPushButton *one : pane()->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text().contains(part))
                return one;
        }
        return nullptr;
    }
    void press(const QString &part)
    {
        QPushButton *found = nullptr;
        QTRY_VERIFY((found = button(part)) != nullptr);
        QTest::mouseClick(found, Qt::LeftButton);
    }

private slots:
    void initTestCase()
    {
        openWindow();
        makeContainer("box", {"sleep", "100000"});
        makeContainer("lines",
                      {"sh", "-c", "echo began; while read line; do echo \"got $line\"; done; sleep 100000"});
        look("box");
    }
    void cleanupTestCase() { closeWindow(); }

    void opensAShellAsSomebodySomewhere()
    {
        press("Shell with");
        ui::ShellDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = pane()->findChild<ui::ShellDialog *>()) != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->choices().isComplete(), 30'000);
        QVERIFY(dialog->choices().shells().contains("/bin/sh"));
        QVERIFY(!dialog->choices().shells().contains("/bin/zsh"));
        QVERIFY(dialog->choices().users().contains("root"));
        dialog->findChild<QComboBox *>("shell")->setEditText("/bin/sh");
        dialog->findChild<QComboBox *>("user")->setEditText("1234:5");
        app::fillIn(dialog->findChild<QLineEdit *>("folder"), "tmp");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QVERIFY(dialog->problem().contains("slash"));
        app::fillIn(dialog->findChild<QLineEdit *>("folder"), "/etc");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(session() != nullptr && session()->isRunning(), 30'000);
        session()->type("echo $(id -u) $(id -g) in $PWD\n");
        QTRY_VERIFY_WITH_TIMEOUT(session()->text().contains("1234 5 in /etc"), 20'000);
    }

    void startsAgainWhatHasEnded()
    {
        session()->type("exit 3\n");
        QTRY_VERIFY_WITH_TIMEOUT(!session()->isRunning(), 20'000);
        QVERIFY(session()->notice()->text().contains("3"));
        press("Start again");
        QTRY_VERIFY_WITH_TIMEOUT(session()->isRunning(), 20'000);
        session()->type("echo once more as $(id -u)\n"); // the same user
        QTRY_VERIFY_WITH_TIMEOUT(session()->text().contains("once more as 1234"), 20'000);
    }

    void saysWhichShellIsNotThere()
    {
        pane()->openSessionWith({.shell = "/no/such/shell"});
        QTRY_VERIFY_WITH_TIMEOUT(session()->notice()->text().contains("/no/such/shell"), 20'000);
        QVERIFY(!session()->isRunning());
    }

    void hasKeysOfItsOwn()
    {
        pane()->openSession();
        QTRY_VERIFY_WITH_TIMEOUT(session()->isRunning(), 20'000);
        const QFont before = session()->terminal()->getTerminalFont();
        QTest::keyClick(display(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(session()->terminal()->getTerminalFont().pointSizeF() > before.pointSizeF() ||
                session()->terminal()->getTerminalFont().pixelSize() > before.pixelSize());
        QTest::keyClick(display(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(session()->terminal()->getTerminalFont().pointSizeF(), before.pointSizeF());
        const auto lines = session()->terminal()->findChildren<QLineEdit *>();
        QVERIFY(!lines.isEmpty() && !lines.first()->isVisible());
        QTest::keyClick(display(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(lines.first()->isVisible()); // and not the filter of the page
        session()->find();
        session()->type("echo gone soon\n");
        QTRY_VERIFY_WITH_TIMEOUT(session()->text().count("gone soon") >= 2, 20'000);
    }

    void looksIntoAContainerWithoutAShell()
    {
        makeContainer("bare", {"/bin/busybox", "sleep", "123456"});
        const client::FilesOf of{.id = row("bare")->id.toStdString()};
        int removed = 0;
        for (const char *shell : {"/bin/sh", "/bin/ash"})
            client::editFiles(*m_session->client(), of, {.operation = "remove", .path = shell}, this,
                              [&](const Result<> &done) { removed += done ? 1 : 0; });
        QTRY_COMPARE_WITH_TIMEOUT(removed, 2, 20'000);
        look("bare");
        press("Open a shell");
        QTRY_VERIFY_WITH_TIMEOUT(session()->notice()->text().contains("no shell"), 20'000);
        press("Open a debug shell");
        QTRY_VERIFY_WITH_TIMEOUT(session() != nullptr && session()->isRunning(), 30'000);
        const auto beside = [this] {
            return std::ranges::any_of(m_session->containers()->rows(), [](const models::ContainerRow &one) {
                return one.name.startsWith("bare-debug-");
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(beside(), 20'000);
        session()->type("ps; ls /proc/1/root/bin/ash; echo $(cat /proc/1/root/etc/passwd | wc -l) users\n");
        QTRY_VERIFY_WITH_TIMEOUT(session()->text().contains("sleep 123456"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(session()->text().contains("No such file"),
                                 20'000); // its files, not busybox's
        QTRY_VERIFY_WITH_TIMEOUT(session()->text().contains("4 users"), 20'000);
        session()->type("exit\n");
        QTRY_VERIFY_WITH_TIMEOUT(!session()->isRunning(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!beside(), 20'000);
        QVERIFY(isIn("bare", ContainerState::Running));
    }

    void attachesToAProcessWithATerminalAndLeavesIt()
    {
        models::RunOptions options;
        options.image = image;
        options.name = "main";
        options.command = {"sh"};
        options.tty = options.interactive = true;
        makeContainer(options);
        look("main");
        press("Attach");
        QTRY_VERIFY_WITH_TIMEOUT(session() != nullptr && session()->isRunning(), 20'000);
        QTRY_VERIFY(session()->notice()->text().contains("Ctrl+P Ctrl+Q"));
        session()->type("echo pid $$\n");
        QTRY_VERIFY_WITH_TIMEOUT(session()->text().contains("pid 1"), 20'000);
        QTest::keyClick(display(), Qt::Key_P, Qt::ControlModifier);
        QTest::keyClick(display(), Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!session()->isRunning(), 20'000);
        QVERIFY(isIn("main", ContainerState::Running));
        press("Start again");
        QTRY_VERIFY_WITH_TIMEOUT(session()->isRunning(), 20'000);
        session()->type("exit\n");
        QTRY_VERIFY_WITH_TIMEOUT(isIn("main", ContainerState::Exited), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(session()->notice()->text().contains("has ended"), 20'000);
    }

    void followsAProcessWithoutATerminal()
    {
        look("lines");
        press("Attach");
        QTRY_VERIFY_WITH_TIMEOUT(session() != nullptr && session()->isRunning(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(session()->text().contains("began"), 20'000);
        QVERIFY(session()->notice()->text().contains("detaches"));
        QVERIFY(isIn("lines", ContainerState::Running));
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Terminal>(argc, argv);
}

#include "tst_terminal.moc"

// Inside one container: its files and processes; limits, an image and an archive of it.
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/client/delegates.h"
#include "models/client/observe.h"
#include "ui/common/notice.h"
#include "ui/containers/commitdialog.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containertools.h"
#include "ui/containers/details/setuppane.h"
#include "ui/containers/handoverdialog.h"
#include "ui/containers/limitsdialog.h"
#include "ui/containers/processespane.h"
#include "ui/files/fileactions.h"
#include "ui/files/filespane.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeWidget>

using namespace quayside;
using models::ContainerState;
using ui::ContainerDetails;
using ui::ContainerTools;

class tst_Tools : public WindowTest
{
    Q_OBJECT

private:
    ContainerDetails *details() const { return m_window->containerDetails(); }
    ContainerTools *tools() const { return page()->tools(); }
    const models::FileEntry *fileItem(const QString &name) const
    {
        return details()->filesPane()->entry(name);
    }
    void openFolder(const QString &folder)
    {
        ui::FilesPane *files = details()->filesPane();
        files->open(folder);
        QTRY_VERIFY_WITH_TIMEOUT(!files->isBusy() && files->folder() == folder, 10'000);
    }
    template <typename Dialog>
    Dialog *openDialog() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    bool lacks(const std::string &what)
    {
        std::optional<ErrorKind> kind;
        const std::string id = row("box")->id.toStdString();
        if (what == "start-warnings") {
            std::optional<bool> has;
            m_session->client()->inspectContainer(id, this,
                                                  [&](const auto &c) { has = c && c->quayside.has_value(); });
            return QTest::qWaitFor([&] { return has.has_value(); }, 10'000) && !*has;
        }
        auto note = [&](const auto &answer) { kind = answer ? ErrorKind::Internal : answer.error().kind; };
        if (what == "top")
            client::processes(*m_session->client(), id, {}, this, note);
        else if (what == "update")
            client::updateLimits(*m_session->client(), id, {}, this, note);
        else
            client::pathChanges(*m_session->client(), id, this, note);
        (void)QTest::qWaitFor([&] { return kind.has_value(); }, 10'000);
        return kind == ErrorKind::NotFound || kind == ErrorKind::NotSupported;
    }

private slots:
    void initTestCase()
    {
        openWindow();
        makeContainer("box", {"sh", "-c", "echo hello > /etc/greeting; rm /etc/passwd; while :; do :; done"});
        page()->select(row("box")->id);
        QVERIFY(details()->isVisible());
    }
    void cleanupTestCase() { closeWindow(); }

    void listsProcesses()
    {
        if (lacks("top"))
            QSKIP("the engine does not list processes yet");
        details()->showTab(ContainerDetails::Processes);
        QTableWidget *table = details()->processesPane()->table();
        QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() >= 2, 10'000); // init and the shell
        QString all;
        for (int row = 0; row < table->rowCount(); ++row)
            all += table->item(row, table->columnCount() - 1)->text() + u'\n';
        QVERIFY2(all.contains("while"), qPrintable(all));
    }

    void browsesAndMarksWhatChanged()
    {
        if (lacks("changes"))
            QSKIP("the engine does not tell changes yet");
        details()->showTab(ContainerDetails::Files);
        QTRY_VERIFY_WITH_TIMEOUT(fileItem("etc") != nullptr, 10'000);
        QCOMPARE(fileItem("etc")->changeText(), "changed");
        openFolder("/etc");
        QTRY_VERIFY(fileItem("greeting") != nullptr);
        QCOMPARE(fileItem("greeting")->changeText(), "new");
        QCOMPARE(fileItem("greeting")->size, 6);
        openFolder("/no/such");
        QCOMPARE(details()->filesPane()->files()->rowCount(), 0);
        openFolder("/etc");
    }

    void takesOutAndPutsIn()
    {
        if (lacks("changes"))
            QSKIP("the engine does not copy files yet");
        ui::FilesPane *files = details()->filesPane();
        const QString target = m_engine.folder() + "/greeting";
        files->actions()->downloadTo(*fileItem("greeting"), target);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 10'000);
        QFile got(target);
        QVERIFY(got.open(QIODevice::ReadOnly));
        QCOMPARE(got.readAll(), "hello\n"); // the file itself, no archive
        QFile source(m_engine.folder() + "/put me in.txt");
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(QByteArray(100'000, 'p'));
        source.close();
        files->actions()->upload({source.fileName()});
        QTRY_VERIFY_WITH_TIMEOUT(fileItem("put me in.txt") != nullptr, 15'000);
        QCOMPARE(fileItem("put me in.txt")->changeText(), "new");
        files->actions()->upload({m_engine.folder() + "/not there"});
        QTRY_VERIFY(files->notice()->text().contains("cannot be read"));
        files->notice()->dismiss();
    }

    void makesAnImageAndAnArchive()
    {
        if (lacks("changes"))
            QSKIP("the engine does not commit yet");
        page()->select(row("box")->id);
        tools()->action(ContainerTools::Commit)->trigger();
        auto *dialog = openDialog<ui::CommitDialog>();
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "kept/box:1");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("kept/box:1"), 20'000);
        const QString file = m_engine.folder() + "/box.tar";
        tools()->exportTo(row("box")->id, file);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), 20'000);
        QVERIFY(QFileInfo(file).size() > 500'000);
    }

    void changesLimitsWhileItRuns()
    {
        if (lacks("update"))
            QSKIP("the engine does not change limits yet");
        page()->select(row("box")->id);
        tools()->action(ContainerTools::Limits)->trigger();
        auto *dialog = openDialog<ui::LimitsDialog>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->acceptButton()->isEnabled(), 5000);
        app::fillIn(dialog->findChild<QLineEdit *>("memory"), "many");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QVERIFY(dialog->problem().contains("many"));
        QPointer<ui::LimitsDialog> alive = dialog;
        app::fillIn(dialog->findChild<QLineEdit *>("memory"), "128m");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(alive.isNull(), 10'000);
        std::int64_t memory = -1;
        m_session->client()->inspectContainer(
            row("box")->id.toStdString(), this,
            [&](const Result<api::ContainerInspect> &c) { memory = c ? c->hostConfig.memory : 0; });
        QTRY_COMPARE(memory, 128LL << 20);
    }

    void handsOverAndTakesBack()
    {
        if (!m_session->hasFeature("delegates"))
            QSKIP("the engine hands nothing over");
        page()->select(row("box")->id);
        QVERIFY(tools()->action(ContainerTools::HandOver)->isEnabled());
        const auto ask = [&](const QString &users, bool fails) {
            tools()->action(ContainerTools::HandOver)->trigger();
            QPointer<ui::HandOverDialog> dialog = openDialog<ui::HandOverDialog>();
            QVERIFY(dialog != nullptr);
            QTRY_VERIFY_WITH_TIMEOUT(dialog->acceptButton()->isEnabled(), 10'000);
            app::fillIn(dialog->findChild<QLineEdit *>("users"), users);
            QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
            if (fails) {
                QTRY_VERIFY_WITH_TIMEOUT(dialog->problem().contains(users), 10'000);
                dialog->reject();
            }
            QTRY_VERIFY_WITH_TIMEOUT(dialog.isNull(), 10'000);
        };
        const auto handedTo = [&] {
            std::optional<std::vector<std::string>> users;
            client::delegates(*m_session->client(), row("box")->id.toStdString(), this,
                              [&](const Result<api::Delegates> &now) {
                                  users = now ? now->users : std::vector<std::string>{now.error().message};
                              });
            (void)QTest::qWaitFor([&] { return users.has_value(); }, 10'000);
            return users.value_or(std::vector<std::string>{"no answer"});
        };
        ask("nobody-of-that-name", true);
        QVERIFY(handedTo().empty());
        ask("nobody, 4711", false);
        QCOMPARE(handedTo(), (std::vector<std::string>{"4711", "nobody"}));
        details()->showTab(ContainerDetails::Setup);
        const auto tells = [&] {
            return !details()->setupPane()->tree()->findItems("Handed over to", Qt::MatchRecursive).isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(tells(), 10'000);
        ask("", false);
        QVERIFY(handedTo().empty());
        QTRY_VERIFY_WITH_TIMEOUT(!tells(), 15'000);
    }

    void tellsWhatTheStartCouldNotDo()
    {
        if (lacks("start-warnings"))
            QSKIP("the engine does not tell the warnings of a start");
        models::RunOptions options;
        options.image = image;
        options.name = "warned";
        options.command = {"sleep", "600"};
        options.init = true;
        // proc has no idmapped mounts, which is found when it is mounted.
        options.mounts = {{models::MountOption::Kind::Bind, "/proc/tty", "/host", true}};
        const QString id = makeContainer(options, true);
        QVERIFY(!id.isEmpty());
        page()->select(id);
        details()->showTab(ContainerDetails::Overview);
        const auto told = [&] {
            const auto facts = details()->findChildren<QWidget *>();
            return std::ranges::any_of(facts, [](const QWidget *w) {
                return w->accessibleName().contains("belong to nobody inside");
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(told(), 10'000);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Tools>(argc, argv);
}

#include "tst_tools.moc"

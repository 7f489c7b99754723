// Registries by hand: push, search, pull, cancel and go on, log in and out, browse, delete, the engine's
// settings.
#include "tests/gui/testregistry.h"
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"
#include "models/images/imageoperations.h"
#include "ui/common/namedialog.h"
#include "ui/common/notice.h"
#include "ui/images/imageactions.h"
#include "ui/images/imagespage.h"
#include "ui/images/pulldialog.h"
#include "ui/images/pushdialog.h"
#include "ui/mainwindow/operationspanel.h"
#include "ui/registries/logindialog.h"
#include "ui/registries/registriespage.h"
#include "ui/registries/registryactions.h"
#include "ui/registries/registrybrowser.h"
#include "ui/registries/registrydetails.h"
#include "ui/registries/registrysettingsdialog.h"
#include "ui/registries/transferview.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QToolButton>
#include <QTreeView>

using namespace quayside;
using models::Operation;
using models::RegistryRow;
using ui::ImageActions;
using ui::RegistryActions;

class tst_Registries : public WindowTest
{
    Q_OBJECT

    TestRegistry m_registry;
    QString m_open, m_closed; // "127.0.0.1:1234"

    void tell(const QByteArray &command) { QVERIFY(m_registry.tell(command)); }
    template <typename Dialog>
    Dialog *openDialog() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    const RegistryRow *registry(const QString &name) { return m_session->registries()->model()->find(name); }
    bool ended(const Operation *operation, Operation::State state)
    {
        const bool over =
            operation != nullptr && QTest::qWaitFor([&] { return !operation->isRunning(); }, 30'000);
        if (!over || operation->state() != state)
            qWarning("%s", operation == nullptr ? "not begun" : qPrintable(operation->detail()));
        return over && operation->state() == state;
    }
    // As ImagesPage's button does it. The name is there afterwards.
    bool push(const QString &from, const QString &to)
    {
        ui::PushDialog *dialog =
            m_window->imagesPage()->actions()->openPush(*m_session->images()->find(keyOf(from)));
        app::fillIn(dialog->findChild<QLineEdit *>("name"), to);
        QTest::mouseClick(dialog->findChild<QPushButton *>("push"), Qt::LeftButton);
        const bool done = QTest::qWaitFor([&] { return dialog->operation() != nullptr; }, 10'000) &&
                          ended(dialog->operation(), Operation::State::Succeeded) &&
                          dialog->findChild<QLineEdit *>("digest")->text().contains("@sha256:");
        dialog->reject();
        return done && QTest::qWaitFor([&] { return hasImage(to); }, 5000);
    }
    void removeImage(const QString &reference)
    {
        m_session->client()->removeImage(reference.toStdString(), {.force = true}, this, {});
        QTRY_VERIFY_WITH_TIMEOUT(!hasImage(reference), 10'000);
    }
    ui::RegistryBrowser *browse(const QString &name)
    {
        m_window->showPage(ui::MainWindow::Registries);
        m_window->registriesPage()->select(name);
        if (!QTest::qWaitFor([&] { return m_window->registryDetails() != nullptr; }, 3000))
            return nullptr;
        m_window->registryDetails()->showTab(ui::RegistryDetails::Browse);
        return m_window->registryDetails()->browser();
    }
    static void choose(QListView *view, const QString &name)
    {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            if (view->model()->index(row, 0).data().toString() == name)
                view->setCurrentIndex(view->model()->index(row, 0));
        }
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_registry.start());
        m_open = m_registry.open();
        m_closed = m_registry.closed();
        QStandardPaths::setTestModeEnabled(true);
        QFile::remove(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/logins.json");
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->registries()->isSupported(), 10'000);
    }
    void cleanupTestCase() { closeWindow(); }
    void cleanup()
    {
        for (QDialog *dialog : m_window->findChildren<QDialog *>()) {
            if (dialog->isVisible())
                dialog->reject();
        }
    }

    void addsARegistryAndSaysHowItIsReached()
    {
        m_window->showPage(ui::MainWindow::Registries);
        ui::RegistriesPage *page = m_window->registriesPage();
        QTRY_COMPARE(page->face(), ui::ListPage::Face::List);
        QVERIFY(registry("docker.io") != nullptr);
        page->actions()->run(RegistryActions::Add, {});
        auto *dialog = openDialog<ui::NameDialog>();
        QVERIFY(dialog != nullptr);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), "no host");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QVERIFY(dialog->problem().contains("not the name of a registry"));
        app::fillIn(dialog->findChild<QLineEdit *>("name"), m_open);
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY(registry(m_open) != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(registry(m_open)->state, RegistryRow::State::Reachable, 10'000);
        QVERIFY(!registry(m_open)->encrypted);
        QCOMPARE(registry(m_open)->authentication, "none");
        QTRY_COMPARE(page->currentKey(), m_open);
    }

    void pushesUnderAnotherName()
    {
        m_window->showPage(ui::MainWindow::Images);
        QVERIFY(push(image, m_open + "/team/box:1"));
        QVERIFY(push(image, m_open + "/team/box:2"));
        QVERIFY(push(image, m_open + "/other/tool:7"));
        QTRY_COMPARE(registry(m_open)->images, 3);
        removeImage(m_open + "/other/tool:7");
    }

    void findsByAWordAndPullsATag()
    {
        ui::PullDialog *dialog = m_window->imagesPage()->actions()->openPull();
        auto *name = dialog->findChild<QLineEdit *>("name");
        QCOMPARE(dialog->offer(), ui::PullDialog::Offer::Recent);
        app::fillIn(name, m_open + "/too");
        QCOMPARE(dialog->offer(), ui::PullDialog::Offer::Found);
        QTRY_COMPARE_WITH_TIMEOUT(dialog->list()->model()->rowCount(), 1, 10'000);
        QCOMPARE(dialog->list()->model()->index(0, 0).data().toString(), m_open + "/other/tool");
        app::pressKey(name, Qt::Key_Down);
        app::pressKey(dialog->list(), Qt::Key_Return);
        QCOMPARE(name->text(), m_open + "/other/tool:");
        QVERIFY(dialog->operation() == nullptr); // Return chose, and did not press the button
        QCOMPARE(dialog->offer(), ui::PullDialog::Offer::Tags);
        QTRY_COMPARE_WITH_TIMEOUT(dialog->list()->model()->rowCount(), 1, 10'000);
        app::clickAt(dialog->list()->viewport(),
                     dialog->list()->visualRect(dialog->list()->model()->index(0, 0)).center());
        QCOMPARE(name->text(), m_open + "/other/tool:7");
        QTest::mouseClick(dialog->findChild<QPushButton *>("pull"), Qt::LeftButton);
        QVERIFY(ended(dialog->operation(), Operation::State::Succeeded));
        QVERIFY(dialog->transfer()->table()->model()->rowCount() > 0);
        QTRY_VERIFY(hasImage(m_open + "/other/tool:7"));
        QCOMPARE(ui::PullDialog::recentNames().first(), m_open + "/other/tool:7");
    }

    void aPullIsCancelledAndGoesOn()
    {
        // A layer that nobody has: random bytes.
        QTemporaryDir folder;
        QFile data(folder.filePath("data"));
        QVERIFY(data.open(QIODevice::WriteOnly));
        QByteArray bytes(2 << 20, 0);
        QFile random("/dev/urandom");
        QVERIFY(random.open(QIODevice::ReadOnly) && random.read(bytes.data(), bytes.size()) == bytes.size());
        data.write(bytes);
        data.close();
        QCOMPARE(QProcess::execute("tar", {"-cf", folder.filePath("root.tar"), "-C", folder.path(), "data"}),
                 0);
        const QString made = m_open + "/made/data:1";
        auto *import =
            new models::ImportOperation(m_session->client(), folder.filePath("root.tar"), made, {});
        m_session->operations()->add(import);
        QVERIFY(ended(import, Operation::State::Succeeded));
        QTRY_VERIFY(hasImage(made));
        QVERIFY(push(made, made));
        removeImage(made);
        tell("stall");
        ui::PullDialog *dialog = m_window->imagesPage()->actions()->openPull(made);
        auto *button = dialog->findChild<QPushButton *>("pull");
        auto *more = dialog->findChild<QToolButton *>("more");
        auto *allPlatforms = dialog->findChild<QCheckBox *>("allPlatforms");
        QTest::mouseClick(more, Qt::LeftButton);
        QTRY_VERIFY(allPlatforms->isVisible());
        allPlatforms->click();
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->transfer()->table()->model()->rowCount() == 1, 10'000);
        QVERIFY(dialog->operation()->isRunning());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(ended(dialog->operation(), Operation::State::Cancelled));
        QVERIFY(!hasImage(made));
        tell("release");
        QVERIFY(button->text().contains("on")); // it says that it goes on
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(ended(dialog->operation(), Operation::State::Succeeded));
        QTRY_VERIFY(hasImage(made));
    }

    void logsInWrongRightAndOut()
    {
        const QString wanted = m_closed + "/team/secret:1";
        ui::PushDialog *push =
            m_window->imagesPage()->actions()->openPush(*m_session->images()->find(keyOf(image)));
        app::fillIn(push->findChild<QLineEdit *>("name"), wanted);
        QTest::mouseClick(push->findChild<QPushButton *>("push"), Qt::LeftButton);
        QTRY_VERIFY(push->operation() != nullptr);
        QVERIFY(ended(push->operation(), Operation::State::Failed));
        QVERIFY(push->operation()->wantsLogin());
        QVERIFY(m_session->registries()->add(m_closed));
        ui::RegistriesPage *page = m_window->registriesPage();
        page->actions()->run(RegistryActions::LogIn, {m_closed});
        auto *login = openDialog<ui::LoginDialog>();
        QVERIFY(login != nullptr);
        app::fillIn(login->findChild<QLineEdit *>("user"), "alice");
        app::fillIn(login->findChild<QLineEdit *>("password"), "guessed");
        QTest::mouseClick(login->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(login->problem().contains("incorrect username or password"), 10'000);
        QVERIFY(!m_session->credentials()->loginOf(m_closed).exists());
        app::fillIn(login->findChild<QLineEdit *>("password"), "s3cret:with colon");
        QTest::mouseClick(login->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->credentials()->loginOf(m_closed).exists(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(registry(m_closed)->loggedIn, 10'000);
        const models::Operation *refused = push->operation();
        QTest::mouseClick(push->findChild<QPushButton *>("push"), Qt::LeftButton);
        QTRY_VERIFY(push->operation() != refused);
        QVERIFY(ended(push->operation(), Operation::State::Succeeded));
        page->actions()->run(RegistryActions::LogOut, {m_closed});
        QTRY_VERIFY(!m_session->credentials()->loginOf(m_closed).exists());
        removeImage(wanted);
        auto *pull = new models::PullOperation(m_session->client(), m_session->credentials(), wanted, {});
        m_session->operations()->add(pull);
        QVERIFY(ended(pull, Operation::State::Failed));
        QVERIFY2(pull->wantsLogin(), qPrintable(pull->detail()));
        QVERIFY(!m_engine.log().contains("s3cret"));
    }

    void browsesAndDeletes()
    {
        ui::RegistryBrowser *browser = browse(m_open);
        QVERIFY(browser != nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(browser->repositories()->rowCount(), 3, 10'000);
        choose(browser->repositoryView(), "team/box");
        QTRY_COMPARE_WITH_TIMEOUT(browser->tags()->names(), QStringList({"1", "2"}), 10'000);
        choose(browser->tagView(), "1");
        QCOMPARE(browser->chosenImage(), m_open + "/team/box:1");
        QTest::mouseClick(browser->findChild<QPushButton *>("deleteTag"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(openBox() != nullptr, 10'000);
        // Both lead to one image: both are named.
        for (const char *tag : {"1", "2"})
            QVERIFY2(openBox()->informativeText().contains(QString("/team/box:") + tag),
                     qPrintable(openBox()->informativeText()));
        pressDestructive(openBox());
        QTRY_COMPARE_WITH_TIMEOUT(browser->tags()->rowCount(), 0, 10'000);
        auto *pull = new models::PullOperation(m_session->client(), m_session->credentials(),
                                               m_open + "/team/box:2", {});
        m_session->operations()->add(pull);
        QVERIFY(ended(pull, Operation::State::Failed));
    }

    void listsAThousandRepositories()
    {
        tell("fill 1000");
        ui::RegistryBrowser *browser = browse(m_open);
        browser->reload();
        QTRY_VERIFY_WITH_TIMEOUT(browser->repositories()->rowCount() >= 1000, 20'000);
        auto *filter = browser->findChild<QLineEdit *>("repositoryFilter");
        app::fillIn(filter, "box0999");
        QTRY_COMPARE(browser->repositoryView()->model()->rowCount(), 1);
        tell("fill 0");
    }

    void setsMirrorsAsRoot()
    {
        m_window->showPage(ui::MainWindow::Registries);
        m_session->registries()->fetchSettings();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->registries()->settings().has_value(), 10'000);
        QVERIFY(m_session->registries()->settings()->mayChange);
        const auto openSettings = [this] {
            m_window->registriesPage()->actions()->run(RegistryActions::Settings, {});
            return openDialog<ui::RegistrySettingsDialog>();
        };
        ui::RegistrySettingsDialog *dialog = openSettings();
        QVERIFY(dialog != nullptr);
        dialog->findChild<QPlainTextEdit *>("mirrors")->setPlainText("no address");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QVERIFY(dialog->problem().contains("not the address of a mirror"));
        dialog->findChild<QPlainTextEdit *>("mirrors")->setPlainText("https://mirror.invalid\n");
        dialog->findChild<QPlainTextEdit *>("insecure")->setPlainText("registry.invalid:5000");
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->registries()->settings()->mirrors,
                                  std::vector<std::string>{"https://mirror.invalid"}, 30'000);
        QCOMPARE(m_session->registries()->settings()->insecure,
                 std::vector<std::string>{"registry.invalid:5000"});
        QTRY_VERIFY(openDialog<ui::RegistrySettingsDialog>() == nullptr);
        dialog = openSettings();
        QCOMPARE(dialog->findChild<QPlainTextEdit *>("mirrors")->toPlainText(), "https://mirror.invalid");
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Registries>(argc, argv);
}
#include "tst_registries.moc"

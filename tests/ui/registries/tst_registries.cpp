// The dialogs of registries where the engine refuses: settings that only root may change, logins that are not
// taken.
#include "ui/registries/logindialog.h"
#include "ui/registries/registrysettingsdialog.h"
#include "ui/registries/transferview.h"

#include "engine/server/router.h"
#include "engine/server/transport/listener.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <atomic>
#include <csignal>

using namespace quayside;
using namespace quayside::server;

class tst_UiRegistries : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Router m_router;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<client::EngineClient> m_client;
    std::unique_ptr<models::CredentialStore> m_credentials;
    models::ImageModel m_images;
    std::unique_ptr<models::Registries> m_registries;
    std::atomic<bool> m_mayChange = false;

    Result<Response> settings() const
    {
        return Response::json(
            std::string("{\"Mirrors\":[\"https://m.example.org\"],\"FixedMirrors\":[\"https://first\"],") +
            "\"Insecure\":[\"a:5000\"],\"MayChange\":" + (m_mayChange ? "true}" : "false}"));
    }
    void fetch(bool mayChange)
    {
        m_mayChange = mayChange;
        m_registries->fetchSettings();
        QTRY_VERIFY(m_registries->settings() && m_registries->settings()->mayChange == mayChange);
    }

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        QStandardPaths::setTestModeEnabled(true);
        m_router.add(
            {{"GET", "/quayside/registries", CallHandler([this](const Request &) { return settings(); })},
             {"PUT", "/quayside/registries", CallHandler([](const Request &) -> Result<Response> {
                  return fail(ErrorKind::Forbidden, "only root may change them");
              })},
             {"POST", "/auth", CallHandler([](const Request &r) -> Result<Response> {
                  if (!r.body.contains("right"))
                      return fail(ErrorKind::Forbidden, "incorrect username or password");
                  return Response::json("{\"Status\":\"Login Succeeded\",\"IdentityToken\":\"\"}");
              })}});
        m_listener = std::make_unique<Listener>(m_router);
        const std::string path = m_folder.filePath("made/engine.sock").toStdString();
        const auto opened = m_listener->open(path);
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        m_client = std::make_unique<client::EngineClient>(QString::fromStdString(path));
        m_credentials = std::make_unique<models::CredentialStore>(nullptr, m_folder.filePath("logins.json"),
                                                                  QList<models::DockerConfigFile>());
        m_registries = std::make_unique<models::Registries>(m_client.get(), m_credentials.get(), &m_images);
        m_registries->setEngine(true);
    }

    void whoMayNotChangeIsToldWhy()
    {
        fetch(false);
        ui::RegistrySettingsDialog dialog(m_registries.get());
        QCOMPARE(dialog.findChild<QPlainTextEdit *>("mirrors")->toPlainText(), "https://m.example.org");
        QVERIFY(dialog.findChild<QPlainTextEdit *>("mirrors")->isReadOnly());
        QVERIFY(!dialog.acceptButton()->isEnabled());
        QVERIFY2(dialog.problem().contains("root"), qPrintable(dialog.problem()));
    }

    void whatTheEngineRefusesIsShown()
    {
        fetch(true);
        ui::RegistrySettingsDialog dialog(m_registries.get());
        dialog.findChild<QPlainTextEdit *>("insecure")->setPlainText("https://a:5000");
        QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
        QVERIFY(dialog.problem().contains("neither a registry nor a network"));
        dialog.findChild<QPlainTextEdit *>("insecure")->setPlainText("b:5000\n\n c:5000 ");
        QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
        QTRY_VERIFY2(dialog.problem().contains("only root may change them"), qPrintable(dialog.problem()));
        QVERIFY(dialog.acceptButton()->isEnabled());
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
    }

    void aLoginIsKeptOnlyWhereItIsTaken()
    {
        ui::LoginDialog dialog(m_registries.get(), "quay.io", {});
        QSignalSpy loggedIn(&dialog, &ui::LoginDialog::loggedIn);
        QVERIFY(!dialog.acceptButton()->isEnabled());
        dialog.findChild<QLineEdit *>("user")->setText("alice");
        QCOMPARE(dialog.findChild<QLineEdit *>("password")->echoMode(), QLineEdit::Password);
        dialog.findChild<QLineEdit *>("password")->setText("wrong");
        QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
        QTRY_VERIFY(dialog.problem().contains("incorrect username"));
        QVERIFY(!m_credentials->loginOf("quay.io").exists());
        dialog.findChild<QLineEdit *>("password")->setText("right");
        QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
        QTRY_COMPARE(loggedIn.count(), 1);
        QCOMPARE(m_credentials->loginOf("quay.io").user, "alice");
        QVERIFY(!loggedIn.first().at(1).toString().contains("right"));
    }

    void aTransferThatGoesIsLetGo()
    {
        ui::TransferView view;
        view.resize(500, 300);
        view.show();
        auto pull = std::make_unique<models::PullOperation>(m_client.get(), m_credentials.get(),
                                                            "quay.io/a:1", models::PullOperation::Options());
        view.showTransfer(pull.get());
        client::Progress line{
            .stream = {}, .status = "Downloading", .id = "aa", .current = 5, .total = 10, .json = {}};
        pull->layers()->take(line, 0);
        QCOMPARE(view.table()->model()->rowCount(), 1);
        view.grab(); // paints the bars
        pull.reset();
        QVERIFY(view.table()->model() == nullptr || view.table()->model()->rowCount() == 0);
        view.grab();
    }
};

QTEST_MAIN(tst_UiRegistries)
#include "tst_registries.moc"

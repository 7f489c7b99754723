// Engines on other computers, in the real window: through ssh and through TLS to a real engine, and what is
// said where the way is closed.
#include "tests/gui/windowtest.h"

#include "models/system/savedengines.h"
#include "tests/models/client/sshserver.h"
#include "tests/models/client/tlsrelay.h"
#include "ui/containers/containerdetails.h"
#include "ui/mainwindow/enginedialog.h"
#include "ui/mainwindow/enginepage.h"
#include "ui/mainwindow/enginesdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QTreeWidget>

using namespace quayside;
using models::ContainerState;
using models::EngineSession;
using ui::ContainerActions;

class tst_Contexts : public WindowTest
{
    Q_OBJECT

    test::SshServer m_ssh;
    test::Authority m_authority;
    std::unique_ptr<test::TlsRelay> m_relay;
    QString m_certificates;

    static void press(QDialog *dialog, const char *name)
    {
        QTest::mouseClick(dialog->findChild<QPushButton *>(name), Qt::LeftButton);
    }
    ui::EngineDialog *openEngineDialog(QDialog *parent)
    {
        for (auto *dialog : parent->findChildren<ui::EngineDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    void checkWork()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), EngineSession::State::Connected, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(row("far") != nullptr, 20'000);
        // Events come over it: what starts there is seen here.
        actions()->run(ContainerActions::Start, {row("far")->id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("far", ContainerState::Running), 30'000);
        actions()->run(ContainerActions::OpenTerminal, {row("far")->id});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->containerDetails()->openTerminals(), 1, 30'000);
        actions()->run(ContainerActions::Stop, {row("far")->id});
        QTRY_VERIFY_WITH_TIMEOUT(row("far") != nullptr && !row("far")->isRunning(), 40'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->containerDetails()->openTerminals(), 0, 30'000);
        // It would take open files of this computer.
        QVERIFY(!m_session->hasFeature("build-folder"));
        QVERIFY(m_session->hasFeature("launch-plan"));
    }

private slots:
    void initTestCase()
    {
        openWindow();
        makeContainer("far", {"sleep", "1000"}, false);
        QVERIFY(row("far") != nullptr);
    }
    void cleanupTestCase() { closeWindow(); }

    void addsTestsEditsAndForgets()
    {
        if (!m_authority.isMade())
            QSKIP("missing openssl");
        m_certificates = m_authority.issue("127.0.0.1");
        m_relay = std::make_unique<test::TlsRelay>(m_certificates, m_engine.socketPath());
        ui::EnginesDialog *dialog = m_window->openEnginesDialog();
        const int before = dialog->list()->topLevelItemCount();
        press(dialog, "add");
        auto *form = openEngineDialog(dialog);
        QVERIFY(form != nullptr);
        auto *address = form->findChild<QLineEdit *>("address");
        auto *certificates = form->findChild<QLineEdit *>("certificates");
        QVERIFY(!certificates->isVisible());
        QTest::keyClicks(address, QStringLiteral("tcp://127.0.0.1:%1").arg(m_relay->port()));
        QVERIFY(certificates->isVisible());
        QTest::keyClicks(certificates, m_certificates);
        QTest::keyClicks(form->findChild<QLineEdit *>("name"), "secured");
        QTest::mouseClick(form->acceptButton(), Qt::LeftButton);
        QCOMPARE(dialog->list()->topLevelItemCount(), before + 1);
        QCOMPARE(dialog->list()->currentItem()->text(0), "secured on 127.0.0.1");
        press(dialog, "test");
        QTRY_VERIFY_WITH_TIMEOUT(dialog->report().contains("answers: Quayside"), 30'000);
        // With a folder that is not there: why not, in a sentence.
        press(dialog, "edit");
        form = openEngineDialog(dialog);
        QVERIFY(form != nullptr);
        QCOMPARE(form->findChild<QLineEdit *>("certificates")->text(), m_certificates);
        form->findChild<QLineEdit *>("certificates")->setText("/nowhere");
        QTest::mouseClick(form->acceptButton(), Qt::LeftButton);
        QCOMPARE(dialog->list()->topLevelItemCount(), before + 1);
        press(dialog, "test");
        QTRY_VERIFY_WITH_TIMEOUT(dialog->report().contains("/nowhere/ca.pem cannot be read"), 30'000);
        press(dialog, "remove");
        QCOMPARE(dialog->list()->topLevelItemCount(), before);
        QVERIFY(models::SavedEngines::addresses().isEmpty());
        dialog->reject();
    }

    void plainWaysAreWarnedOfAndOnlyOfThisComputer()
    {
        ui::EnginesDialog *dialog = m_window->openEnginesDialog();
        press(dialog, "add");
        auto *form = openEngineDialog(dialog);
        QVERIFY(form != nullptr);
        const auto says = [form](const QString &words) {
            return std::ranges::any_of(form->findChildren<QLabel *>(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        form->findChild<QLineEdit *>("address")->setText("tcp://127.0.0.1:2375");
        QVERIFY(says("not encrypted"));
        form->findChild<QLineEdit *>("address")->setText("tcp://example:2375");
        QTest::mouseClick(form->acceptButton(), Qt::LeftButton);
        QVERIFY(form->isVisible() && form->problem().contains("would not be encrypted"));
        form->reject();
        dialog->reject();
    }

    void worksOverTls()
    {
        if (!m_relay)
            QSKIP("missing openssl");
        m_window->switchEngine(
            QStringLiteral("tcp://127.0.0.1:%1?certificates=%2").arg(m_relay->port()).arg(m_certificates));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->socketPath().startsWith("tcp://"), 5000);
        checkWork();
        m_window->switchEngine(m_engine.socketPath());
        QTRY_VERIFY_WITH_TIMEOUT(row("far") != nullptr && m_session->hasFeature("build-folder"), 20'000);
    }

    void worksOverSsh()
    {
        if (const QString missing = test::SshServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable("missing " + missing));
        QVERIFY2(m_ssh.start(), qPrintable(m_ssh.log()));
        m_ssh.trustHost();
        m_window->switchEngine(m_ssh.address(m_engine.socketPath()));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->socketPath().startsWith("ssh://"), 5000);
        checkWork();
        QVERIFY(QSettings().value("engine/host").toString().startsWith("ssh://"));
        // Whose engine this is, is said where it is chosen.
        QVERIFY(std::ranges::any_of(m_window->findChildren<QToolButton *>(), [](const QToolButton *button) {
            return button->text().contains("@127.0.0.1 · Quayside");
        }));
    }

    void saysWhyThereIsNoWay()
    {
        if (m_ssh.port() == 0)
            QSKIP("missing openssh-server");
        m_ssh.distrustHost();
        m_window->switchEngine(m_engine.socketPath());
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), EngineSession::State::Connected, 20'000);
        m_window->switchEngine(m_ssh.address(m_engine.socketPath()));
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), EngineSession::State::Forbidden, 30'000);
        QVERIFY(m_session->problem().contains("is not known yet"));
        auto *page = m_window->findChild<ui::EnginePage *>();
        QTRY_VERIFY(page != nullptr && page->isVisible());
        QVERIFY(std::ranges::any_of(page->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains("is not known yet");
        }));
        // It isn't tried again by itself; when asked to, it is.
        m_ssh.trustHost();
        m_session->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), EngineSession::State::Connected, 30'000);
        m_window->switchEngine(m_engine.socketPath());
        QTRY_VERIFY_WITH_TIMEOUT(row("far") != nullptr, 20'000);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Contexts>(argc, argv);
}

#include "tst_contexts.moc"

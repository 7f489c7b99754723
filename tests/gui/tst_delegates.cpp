// The window of a user to whom a container was handed over: what it offers, and why it does not offer the
// rest.
#include "tests/gui/userrelay.h"
#include "tests/gui/windowtest.h"

#include "models/client/delegates.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containertools.h"
#include "ui/learn/limitsrow.h"
#include "ui/learn/xraypane.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSpinBox>

using namespace quayside;
using models::ContainerState;
using ui::ContainerActions;
using ui::ContainerDetails;
using ui::ContainerTools;

class tst_Delegates : public WindowTest
{
    Q_OBJECT

private:
    static constexpr std::uint32_t other = 65533;
    QTemporaryDir m_folder{"/var/tmp/quayside-relay-XXXXXX"};
    std::unique_ptr<UserRelay> m_relay;
    std::unique_ptr<models::EngineSession> m_others;
    std::unique_ptr<ui::MainWindow> m_othersWindow;

    const models::ContainerRow *othersRow() const
    {
        const auto &rows = m_others->containers()->rows();
        return rows.isEmpty() ? nullptr : &rows.first();
    }
    QAction *act(ContainerActions::Verb verb) const
    {
        return m_othersWindow->containersPage()->actions()->action(verb);
    }
    QAction *tool(ContainerTools::Verb verb) const
    {
        return m_othersWindow->containersPage()->tools()->action(verb);
    }

private slots:
    void initTestCase()
    {
        const QString own = m_folder.filePath("socket");
        QVERIFY(
            QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777))); // the other user's as well
        m_relay = std::make_unique<UserRelay>(other, m_engine.socketPath(), own);
        openWindow();
        QVERIFY(QFile::setPermissions(m_engine.folder(), QFile::Permissions(0x7711)));
        makeContainer("web", {"sleep", "1000"});
        bool handed = false;
        client::setDelegates(*m_session->client(), row("web")->id.toStdString(),
                             {.users = {std::to_string(other)}}, this,
                             [&](const Result<api::Delegates> &done) { handed = done.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(handed, 20'000);
        m_others = std::make_unique<models::EngineSession>(own);
        m_others->start();
        m_othersWindow = std::make_unique<ui::MainWindow>(m_others.get(), QString());
        m_othersWindow->show();
        QTRY_VERIFY_WITH_TIMEOUT(othersRow() != nullptr, 40'000);
    }
    void cleanupTestCase()
    {
        m_othersWindow.reset();
        m_others.reset();
        m_relay.reset();
        closeWindow();
    }

    void knowsWhoseItIs()
    {
        QCOMPARE(othersRow()->owner, "root");
        QCOMPARE(row("web")->owner, QString());
    }

    void offersWhatRunsItAndSaysWhyNotTheRest()
    {
        m_othersWindow->containersPage()->select(othersRow()->id);
        QTRY_VERIFY_WITH_TIMEOUT(act(ContainerActions::Stop)->isEnabled(), 20'000);
        QVERIFY(act(ContainerActions::OpenTerminal)->isEnabled());
        QVERIFY(tool(ContainerTools::Export)->isEnabled());
        for (QAction *action :
             {act(ContainerActions::Remove), act(ContainerActions::Rename), tool(ContainerTools::Limits),
              tool(ContainerTools::Edit), tool(ContainerTools::Commit), tool(ContainerTools::HandOver)}) {
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
            QVERIFY2(action->toolTip().contains("root has handed it over to you"),
                     qPrintable(action->toolTip()));
        }
        // The owner's own window says what they do.
        page()->select(row("web")->id);
        QVERIFY(actions()->action(ContainerActions::Remove)->isEnabled());
        QVERIFY(!actions()->action(ContainerActions::Remove)->toolTip().contains("handed"));
        QVERIFY(page()->tools()->action(ContainerTools::Limits)->isEnabled());
    }

    void keysDoNotRemoveItEither()
    {
        m_othersWindow->containersPage()->select(othersRow()->id);
        m_othersWindow->activateWindow();
        m_othersWindow->containersPage()->setFocus();
        QTest::keyClick(m_othersWindow.get(), Qt::Key_Delete);
        m_othersWindow->containersPage()->actions()->run(ContainerActions::Remove, {othersRow()->id});
        QVERIFY(m_othersWindow->findChildren<QMessageBox *>().isEmpty());
        QVERIFY(m_othersWindow->containersPage()->actions()->pendingRemoval().isEmpty());
    }

    void itsXrayChangesNoLimits()
    {
        m_othersWindow->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_othersWindow.get()));
        m_othersWindow->containersPage()->select(othersRow()->id);
        ContainerDetails *details = m_othersWindow->containerDetails();
        details->showTab(ContainerDetails::Xray);
        QTRY_VERIFY_WITH_TIMEOUT(details->xrayPane()->looks() > 0, 20'000);
        QSpinBox *pids = details->xrayPane()->limits()->pids();
        QVERIFY(pids->isReadOnly());
        QVERIFY2(pids->toolTip().contains("root has handed"), qPrintable(pids->toolTip()));
    }

    void itIsTheOwnersAgainWhenItIsTakenBack()
    {
        client::setDelegates(*m_session->client(), row("web")->id.toStdString(), {}, this,
                             [](const Result<api::Delegates> &) {});
        QTRY_VERIFY_WITH_TIMEOUT(othersRow() == nullptr, 20'000);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Delegates>(argc, argv);
}

#include "tst_delegates.moc"

// The X-ray of a container in the window: rooms, words, limits that are changed, files and their layers.
#include "tests/gui/windowtest.h"

#include "ui/common/appearance.h"
#include "ui/common/placeholder.h"
#include "ui/common/tabs.h"
#include "ui/containers/containerdetails.h"
#include "ui/learn/diagram.h"
#include "ui/learn/limitsrow.h"
#include "ui/learn/xraypane.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSysInfo>
#include <QTreeView>

#include <algorithm>

using namespace quayside;
using models::ContainerState;
using models::XrayTree;
using ui::ContainerDetails;

class tst_Xray : public WindowTest
{
    Q_OBJECT

private:
    ContainerDetails *details() const { return m_window->containerDetails(); }
    ui::XrayPane *pane() const { return details()->xrayPane(); }
    QString value(const QString &key) const
    {
        return pane()->tree()->find(key).siblingAtColumn(XrayTree::ValueColumn).data().toString();
    }
    QString host(const QString &key) const
    {
        return pane()->tree()->find(key).siblingAtColumn(XrayTree::HostColumn).data().toString();
    }
    QModelIndex httpd() const
    {
        for (const QModelIndex &found :
             pane()->tree()->match(pane()->tree()->index(0, 0), Qt::DisplayRole, "httpd -f -p 80", -1,
                                   Qt::MatchExactly | Qt::MatchRecursive))
            if (found.siblingAtColumn(XrayTree::ValueColumn).data().toString().contains("1 here"))
                return found;
        return {};
    }
    void look(const QString &name)
    {
        page()->select(row(name)->id);
        details()->showTab(ContainerDetails::Xray);
        const int before = pane()->looks();
        QTRY_VERIFY_WITH_TIMEOUT(pane()->looks() > before && pane()->tree()->rowCount() == 8, 20'000);
    }
    static QString mine(const char *type)
    {
        return QFile::symLinkTarget(QStringLiteral("/proc/self/ns/") + QLatin1StringView(type));
    }
    void picture(const char *name) const
    {
        const QString folder = qEnvironmentVariable("QUAYSIDE_PICTURES");
        if (folder.isEmpty())
            return;
        QTest::qWait(500); // of a picture all is to be in its place
        m_window->grab().save(folder + u'/' + QLatin1StringView(name) + QStringLiteral(".png"));
    }

private slots:
    void initTestCase()
    {
        openWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        models::RunOptions options;
        options.image = image;
        options.name = QStringLiteral("web");
        options.command = {"sh", "-c",
                           "echo new > /etc/new; rm /etc/passwd; sleep 1000 & exec httpd -f -p 80"};
        options.ports = {{"127.0.0.1", "", "80", "tcp"}};
        options.memory = 64 << 20;
        makeContainer(options);
        makeContainer(QStringLiteral("other"), {"sleep", "1000"});
        makeContainer(QStringLiteral("still"), {"sleep", "1000"}, false);
    }
    void cleanupTestCase() { closeWindow(); }

    void saysWhatTheKernelSays()
    {
        look("web");
        QTRY_VERIFY_WITH_TIMEOUT(pane()->tree()->find("proc").isValid(), 10'000);
        QVERIFY(value("ns/user").contains("its own"));
        QCOMPARE(pane()->tree()->rowCount(pane()->tree()->find("ns")), 8);
        QVERIFY(value("cg/memory").endsWith("of 64.0 MiB"));
        QVERIFY(pane()->tree()->find("layer/1").isValid());
        picture("xray-wide");
    }

    void drawsRoomsThatMatchTheWords()
    {
        look("web");
        ui::Diagram *rooms = pane()->rooms();
        rooms->setFocus(Qt::TabFocusReason);
        QTest::keyClick(rooms, Qt::Key_Home);
        QTest::keyClick(rooms, Qt::Key_Down);
        QCOMPARE(rooms->current(), "ns/user");
        QCOMPARE(pane()->view()->currentIndex().data(XrayTree::KeyRole).toString(), "ns/user");
        QVERIFY(pane()->explanation().contains("root inside"));
        pane()->view()->setFocus();
        pane()->view()->setCurrentIndex(pane()->tree()->find("ns/net"));
        QCOMPARE(rooms->current(), "ns/net");
        QVERIFY(pane()->explanation().contains("port 80"));
    }

    void lessonsAreLinkedOnceTheyAreThere()
    {
        look("web");
        pane()->setKnownLessons({});
        pane()->view()->setCurrentIndex(pane()->tree()->find("ns/net"));
        QVERIFY(!pane()->explanation().contains("href"));
        pane()->setKnownLessons({"network-namespace"});
        QVERIFY(pane()->explanation().contains("href=\"network-namespace\""));
    }

    void changesALimitWhileItRuns()
    {
        look("web");
        ui::LimitsRow *limits = pane()->limits();
        QTRY_COMPARE_WITH_TIMEOUT(limits->memory()->value(), 64, 10'000);
        limits->pids()->setFocus();
        limits->pids()->selectAll();
        QTest::keyClicks(limits->pids(), "123");
        QTest::keyClick(limits->pids(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(value("cg/pids").endsWith("of 123"), 20'000);
        limits->memory()->setFocus();
        limits->memory()->selectAll();
        QTest::keyClicks(limits->memory(), "96");
        QTest::keyClick(limits->memory(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(value("cg/memory").endsWith("of 96.0 MiB"), 20'000);
        limits->cpus()->setFocus();
        limits->cpus()->selectAll();
        QTest::keyClicks(limits->cpus(), QLocale().toString(0.5));
        QTest::keyClick(limits->cpus(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(value("cg/cpu").contains("0.5"), 20'000);
        QCOMPARE(limits->problem(), QString());
        // The kernel has the last word: 1 MiB is refused, and the box goes back.
        limits->memory()->setFocus();
        limits->memory()->selectAll();
        QTest::keyClicks(limits->memory(), "1");
        QTest::keyClick(limits->memory(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(!limits->problem().isEmpty(), 20'000);
        pane()->view()->setFocus();
        QTRY_COMPARE_WITH_TIMEOUT(limits->memory()->value(), 96, 20'000);
    }

    void findsTheLayerOfAFile()
    {
        look("web");
        QLineEdit *file = pane()->fileEdit();
        const auto ask = [&](const char *path) {
            file->setFocus();
            file->selectAll();
            QTest::keyClicks(file, path);
            QTest::keyClick(file, Qt::Key_Return);
        };
        const auto shapeOf = [this](bool lit) {
            for (const ui::Shape &shape : pane()->layers()->drawing().shapes)
                if (shape.lit == lit)
                    return shape.key;
            return QString();
        };
        ask("/etc/new");
        QTRY_COMPARE_WITH_TIMEOUT(shapeOf(true), pane()->layers()->drawing().shapes.first().key, 20'000);
        ask("/bin/busybox");
        QTRY_COMPARE_WITH_TIMEOUT(shapeOf(true), "layer/0", 20'000);
        QVERIFY(value("layer/file").contains("layer 0"));
        picture("xray-file");
        ask("/etc/hosts");
        QTRY_VERIFY_WITH_TIMEOUT(value("layer/file").contains("no layer"), 20'000);
        ask("etc");
        QTRY_VERIFY_WITH_TIMEOUT(pane()->fileText().contains("starts with"), 20'000);
        file->clear();
        QTRY_VERIFY_WITH_TIMEOUT(!pane()->tree()->find("layer/file").isValid(), 20'000);
    }

    void drawsTheWayToThePort()
    {
        look("web");
        QTRY_VERIFY_WITH_TIMEOUT(pane()->ways()->drawing().shapes.size() == 5, 20'000);
        const ui::Shape last = pane()->ways()->drawing().shapes.last();
        QVERIFY2(last.lines.first().contains("httpd (1)"), qPrintable(last.words()));
        QCOMPARE(last.wall, ui::Shape::Wall::Solid);
    }

    void showsTheHostBesideIt()
    {
        look("web");
        QAction *beside = pane()->hostBeside();
        QVERIFY(beside->isEnabled() && !beside->isChecked());
        QVERIFY(pane()->view()->isColumnHidden(XrayTree::HostColumn));
        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier);
        QVERIFY(beside->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(pane()->hasHost() && pane()->tree()->find("proc/others").isValid(), 20'000);
        QVERIFY(!pane()->view()->isColumnHidden(XrayTree::HostColumn));
        const auto number = [](const QString &link) { return link.section(u'[', 1).section(u']', 0, 0); };
        for (const char *type : {"user", "mnt", "pid", "net", "ipc", "uts", "cgroup", "time"}) {
            const QString key = QStringLiteral("ns/") + QLatin1StringView(type), said = host(key);
            QVERIFY2(said.endsWith(number(mine(type))), qPrintable(key + u' ' + said));
            QCOMPARE(said.startsWith(u'='), value(key).contains("the host's"));
        }
        QFile boot("/proc/1/status");
        QVERIFY(boot.open(QIODevice::ReadOnly));
        QCOMPARE(boot.readAll().contains("Seccomp:\t0"), host("seccomp").contains("not filtered"));
        QVERIFY(value("ns/uts/name") != host("ns/uts/name").mid(2));
        QCOMPARE(host("ns/uts/name").mid(2), QSysInfo::machineHostName());
        picture("xray-host");
        if (!qEnvironmentVariableIsEmpty("QUAYSIDE_PICTURES")) {
            const QSize size = m_window->size();
            m_window->resize(900, 600);
            ui::applyScheme(ui::Scheme::Dark);
            picture("xray-host-900");
            ui::applyScheme(ui::Scheme::System);
            m_window->resize(size);
        }
    }

    void findsItsProcessesAmongTheHosts()
    {
        look("web");
        QTRY_VERIFY_WITH_TIMEOUT(pane()->hasHost() && pane()->tree()->find("proc/1").isValid(), 20'000);
        const QModelIndex init = pane()->tree()->find("proc/1");
        QStringList below;
        for (QModelIndex at = httpd(); at.isValid(); at = at.parent())
            below.append(at.data(XrayTree::KeyRole).toString());
        QVERIFY2(below.contains("proc/1"), qPrintable(below.join(' ')));
        QVERIFY(pane()->view()->isExpanded(init));
        QVERIFY(httpd().siblingAtColumn(XrayTree::ValueColumn).data().toString().contains("1 here"));
        const QString said = httpd().siblingAtColumn(XrayTree::HostColumn).data().toString();
        QVERIFY2(said.startsWith("= process "), qPrintable(said));
        QFile there(QStringLiteral("/proc/%1/comm").arg(said.section(' ', 2, 2)));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll().trimmed(), "httpd");
    }

    void explainsTheHostToo()
    {
        look("web");
        QTRY_VERIFY_WITH_TIMEOUT(pane()->hasHost(), 20'000);
        pane()->view()->setFocus();
        pane()->view()->setCurrentIndex(pane()->tree()->find("ns/uts"));
        pane()->view()->setCurrentIndex(pane()->tree()->find("ns/net"));
        QVERIFY(pane()->explanation().contains("port 80"));
        QVERIFY(pane()->explanation().contains("The host's network"));
        ui::Diagram *rooms = pane()->rooms();
        const auto shapes = rooms->drawing().shapes;
        const auto twin = std::ranges::find(shapes, QStringLiteral("host/ns/pid"), &ui::Shape::key);
        QVERIFY(twin != shapes.end());
        QTest::mouseClick(rooms, Qt::LeftButton, {}, twin->rect.center().toPoint());
        QCOMPARE(pane()->view()->currentIndex().data(XrayTree::KeyRole).toString(), "ns/pid");
        QVERIFY(pane()->explanation().contains("The host's numbers"));
    }

    void remembersTheHost()
    {
        QVERIFY(QSettings().value("learn/hostBeside").toBool());
        ui::ContainerDetails later(m_session.get());
        QVERIFY(later.hostBeside()->isChecked());
        // It stands in a menu, with a letter, and cannot be chosen where there is no X-ray.
        QAction *beside = details()->hostBeside();
        QVERIFY(std::ranges::any_of(beside->associatedObjects(),
                                    [](QObject *place) { return qobject_cast<QMenu *>(place) != nullptr; }));
        QVERIFY(beside->text().contains(u'&'));
        details()->showTab(ContainerDetails::Overview);
        QVERIFY(!beside->isEnabled());
        look("web");
        QVERIFY(beside->isEnabled());
        beside->trigger();
        QVERIFY(!pane()->hasHost());
        QVERIFY(pane()->view()->isColumnHidden(XrayTree::HostColumn));
        QVERIFY(!pane()->tree()->find("proc/others").isValid());
        QVERIFY(!QSettings().value("learn/hostBeside").toBool());
    }

    void followsWhatHappensWhileItIsSeen()
    {
        look("other");
        const int before = pane()->looks();
        QTRY_VERIFY_WITH_TIMEOUT(pane()->looks() >= before + 2, 20'000);
        details()->showTab(ContainerDetails::Overview);
        QVERIFY(!pane()->isLooking());
        look("web");
        QVERIFY(value("proc").toInt() >= 2);
    }

    void saysSoWhereItDoesNotRun()
    {
        page()->select(row("still")->id);
        details()->showTab(ContainerDetails::Xray);
        auto *placeholder = pane()->findChild<ui::Placeholder *>();
        QTRY_VERIFY_WITH_TIMEOUT(placeholder->isVisible() && placeholder->headline().contains("not run"),
                                 10'000);
    }

    void fitsANarrowPane_data()
    {
        QTest::addColumn<bool>("beside");
        QTest::newRow("alone") << false;
        QTest::newRow("host") << true;
    }
    void fitsANarrowPane()
    {
        QFETCH(const bool, beside);
        QAction action;
        action.setCheckable(true);
        action.setChecked(beside);
        ui::XrayPane pane(m_session->client(), &action);
        pane.showContainer(row("web")->id, true);
        for (const int width : {260, 420, 1100}) {
            pane.resize(width, 640);
            pane.show();
            pane.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&pane));
            QTRY_VERIFY_WITH_TIMEOUT(pane.looks() > 0 && pane.rooms()->isVisible(), 20'000);
            QTRY_COMPARE_WITH_TIMEOUT(pane.hasHost(), beside, 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(pane.rooms()->width() <= width, 5'000);
            QVERIFY(pane.minimumSizeHint().width() <= 260);
            const QString folder = qEnvironmentVariable("QUAYSIDE_PICTURES");
            if (folder.isEmpty())
                continue;
            QTest::qWait(500);
            pane.grab().save(
                QStringLiteral("%1/xray-%2-%3.png").arg(folder, beside ? "host" : "alone").arg(width));
        }
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Xray>(argc, argv);
}

#include "tst_xray.moc"

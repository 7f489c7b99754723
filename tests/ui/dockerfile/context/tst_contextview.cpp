// The view of a build's folder: what is chosen and open stays, keys change .dockerignore, empty faces.
#include "ui/dockerfile/context/contextview.h"

#include "ui/common/notice.h"
#include "ui/common/table.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace quayside;
using State = models::ContextEntry::State;
using ui::ContextView;

class tst_ContextView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ContextView> m_view;

    void write(const QString &name, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    void open()
    {
        QSignalSpy looked(m_view->tree(), &models::ContextTree::looked);
        m_view->setContext(m_folder->path(), QStringLiteral("Dockerfile"));
        QTRY_VERIFY(!m_view->tree()->contents().entries.empty());
        m_view->resize(420, 500);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void choose(const std::string &path) { m_view->table()->chooseRow(m_view->tree()->find(path)); }
    [[nodiscard]] State stateOf(const std::string &path) const
    {
        return State(m_view->tree()->find(path).data(models::ContextTree::StateRole).toInt());
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("quayside");
        QCoreApplication::setApplicationName("quayside-contextview-test");
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_view = std::make_unique<ContextView>();
    }
    void cleanup()
    {
        m_view.reset();
        m_folder.reset();
    }

    void leavesOutByKey()
    {
        write("src/big", QByteArray(5000, 'x'));
        write("src/small", "1");
        open();
        m_view->table()->expand(m_view->tree()->find("src"));
        choose("src/big");
        QVERIFY(m_view->action(ContextView::Exclude)->isEnabled());
        QVERIFY(!m_view->action(ContextView::Include)->isEnabled());
        m_view->table()->setFocus();
        QTest::keyClick(m_view->table(), Qt::Key_Delete);
        QTRY_COMPARE(stateOf("src/big"), State::Excluded);
        // It is still chosen, and its folder still open.
        QVERIFY(m_view->table()->isExpanded(m_view->tree()->find("src")));
        QCOMPARE(m_view->tree()->path(m_view->table()->chosenRow()), "src/big");
        QVERIFY(!m_view->action(ContextView::Exclude)->isEnabled());
        QSignalSpy rule(m_view.get(), &ContextView::ruleWanted);
        m_view->action(ContextView::OpenRule)->trigger();
        QCOMPARE(rule.size(), 1);
        QCOMPARE(rule.first().at(0).toString(), m_folder->filePath(".dockerignore"));
        QCOMPARE(rule.first().at(1).toInt(), 1);
        m_view->action(ContextView::Include)->trigger();
        QTRY_COMPARE(stateOf("src/big"), State::Included);
    }

    void listsTheLargest()
    {
        write("a/b/large", QByteArray(9000, 'x'));
        write("c", "1");
        open();
        QTRY_COMPARE(m_view->largest()->topLevelItemCount(), 2);
        QCOMPARE(m_view->largest()->topLevelItem(0)->text(0), "a/b/large");
        m_view->largest()->setCurrentItem(m_view->largest()->topLevelItem(0));
        QCOMPARE(m_view->tree()->path(m_view->table()->chosenRow()), "a/b/large");
        QVERIFY(m_view->table()->isExpanded(m_view->tree()->find("a/b")));
        m_view->action(ContextView::Largest)->setChecked(false);
        QVERIFY(!m_view->largest()->isVisible());
    }

    void saysWhatIsWrong()
    {
        write(".dockerignore", "[a\n");
        open();
        QTRY_VERIFY(m_view->notice()->isVisible());
        QVERIFY2(m_view->notice()->text().contains("Line 1"), qPrintable(m_view->notice()->text()));
        write(".dockerignore", "a\n");
        QTRY_VERIFY(!m_view->notice()->isVisible());
    }

    void opensFiles()
    {
        write("sub/file", "1");
        open();
        QSignalSpy wanted(m_view.get(), &ContextView::fileWanted);
        choose("sub/file");
        emit m_view->table()->rowOpened(m_view->tree()->find("sub/file"));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), m_folder->filePath("sub/file"));
    }

    void hasAFaceForNothing()
    {
        m_view->setContext({}, {});
        m_view->show();
        QVERIFY(!m_view->table()->isVisible());
        for (const ContextView::Verb verb :
             {ContextView::Exclude, ContextView::Include, ContextView::OpenRule})
            QVERIFY(!m_view->action(verb)->isEnabled());
    }
};

QTEST_MAIN(tst_ContextView)

#include "tst_contextview.moc"

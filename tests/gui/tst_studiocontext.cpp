// What a build receives, in the window: the tree as the disk is, sizes, the rule behind every exclusion, one
// click to leave out and to bring back, the largest files; and the real engine receives just that.
#include "tests/gui/buildingtest.h"

#include "ui/builds/stepoutput.h"
#include "ui/common/notice.h"
#include "ui/common/table.h"
#include "ui/dockerfile/context/contextview.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTextBlock>
#include <QTreeWidget>

#include <algorithm>

using namespace quayside;
using models::ContextTree;
using State = models::ContextEntry::State;
using ui::ContextView;

class tst_StudioContext : public BuildingTest
{
    Q_OBJECT

    [[nodiscard]] ContextView *view() { return qobject_cast<ContextView *>(studio()->leftViews()->shown()); }
    [[nodiscard]] QModelIndex find(const std::string &path) { return view()->tree()->find(path); }
    [[nodiscard]] QString text(const std::string &path, ContextTree::Column column)
    {
        return find(path).siblingAtColumn(column).data().toString();
    }
    [[nodiscard]] State stateOf(const std::string &path)
    {
        return State(find(path).data(ContextTree::StateRole).toInt());
    }
    // Clicks on the tick of a row.
    void tick(const std::string &path)
    {
        ui::Table *table = view()->table();
        table->scrollTo(find(path));
        const QRect row = table->visualRect(find(path));
        QStyleOptionViewItem option;
        option.initFrom(table);
        option.rect = row;
        option.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
        const QRect box =
            table->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, table);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, box.center());
    }
    // What COPY . gave the image, as its build has listed it.
    [[nodiscard]] QString received()
    {
        panel()->showStepOfLine(3);
        QStringList files = panel()->output()->log()->toPlainText().split(u'\n', Qt::SkipEmptyParts);
        files.sort();
        return files.join(u' ');
    }

private slots:
    void initTestCase()
    {
        openStudio();
        write(".dockerignore", "# not for the image\n**/*.log\nDockerfile\n.dockerignore\n");
        write("src/main.c", QByteArray(3000, 'x'));
        write("src/large.bin", QByteArray(200'000, 'x'));
        write("src/debug.log", QByteArray(1000, 'x'));
        write("notes.log", "1\n");
        edit("FROM busybox\nCOPY . /all\nRUN find /all -type f\n");
        QVERIFY(m_pane->save());
        QTRY_VERIFY(view() != nullptr);
    }
    void cleanupTestCase() { closeWindow(); }

    void showsWhatABuildReceives()
    {
        QTRY_VERIFY(stateOf("notes.log") == State::Excluded && find("src/large.bin").isValid());
        QCOMPARE(text("src/main.c", ContextTree::SizeColumn), "2.9 KiB");
        QCOMPARE(text("src", ContextTree::SizeColumn), "198.2 KiB"); // of what goes
        // The rule behind each exclusion, and the way to it.
        QCOMPARE(text("notes.log", ContextTree::RuleColumn), "**/*.log (line 2)");
        QVERIFY(text("page", ContextTree::RuleColumn).isEmpty());
        view()->table()->chooseRow(find("Dockerfile"));
        view()->action(ContextView::OpenRule)->trigger();
        QVERIFY(studio()->current() != m_pane);
        QCOMPARE(studio()->current()->file()->path(), at(".dockerignore"));
        QCOMPARE(studio()->current()->editor()->textCursor().blockNumber() + 1, 3);
        QVERIFY(studio()->closeFile(studio()->current()));
        QTRY_VERIFY(view() != nullptr && find("src").isValid());
    }

    void pointsOutTheLargest()
    {
        QTreeWidget *largest = view()->largest();
        QTRY_VERIFY(largest->topLevelItemCount() > 0 && largest->isVisible());
        QCOMPARE(largest->topLevelItem(0)->text(0), "src/large.bin");
        QCOMPARE(largest->topLevelItem(0)->text(1), "195.3 KiB");
        QVERIFY(largest->findItems("src/debug.log", Qt::MatchExactly).isEmpty()); // it does not go
        largest->setCurrentItem(largest->topLevelItem(0));
        QCOMPARE(view()->tree()->path(view()->table()->chosenRow()), "src/large.bin");
        QVERIFY(view()->table()->isExpanded(find("src")));
    }

    void leavesOutWithOneClick()
    {
        const QByteArray before = read(".dockerignore");
        tick("src/large.bin");
        QTRY_VERIFY(stateOf("src/large.bin") == State::Excluded);
        QCOMPARE(read(".dockerignore"), before + "src/large.bin\n");
        QCOMPARE(text("src/large.bin", ContextTree::RuleColumn), "src/large.bin (line 5)");
        QVERIFY(stateOf("src") == State::Partly);
        QTRY_COMPARE(view()->largest()->topLevelItem(0)->text(0), "src/main.c");
        build();
        QCOMPARE(received(), QString("/all/page /all/src/main.c"));
        tick("src/large.bin"); // and brings it back
        QTRY_VERIFY(stateOf("src/large.bin") == State::Included);
        QCOMPARE(read(".dockerignore"), before);
        // One of those that a pattern leaves out.
        tick("src/debug.log");
        QTRY_VERIFY(stateOf("src/debug.log") == State::Included);
        QCOMPARE(text("src/debug.log", ContextTree::RuleColumn), "!src/debug.log (line 5)");
        build();
        QCOMPARE(received(), QString("/all/page /all/src/debug.log /all/src/large.bin /all/src/main.c"));
        // By key.
        view()->table()->chooseRow(find("src"));
        view()->table()->setFocus();
        QTest::keyClick(view()->table(), Qt::Key_Space);
        QTRY_VERIFY(stateOf("src") == State::Excluded);
        QTest::keyClick(view()->table(), Qt::Key_Space);
        QTRY_VERIFY(stateOf("src") != State::Excluded);
        write(".dockerignore", before);
        QTRY_VERIFY(stateOf("src/debug.log") == State::Excluded);
    }

    void seesWhatOthersDo()
    {
        view()->table()->expand(find("src"));
        write("src/made/elsewhere", "12345");
        QTRY_VERIFY(find("src/made/elsewhere").isValid());
        QCOMPARE(text("src/made/elsewhere", ContextTree::SizeColumn), "5 B");
        write("src/made/elsewhere", QByteArray(2048, 'x')); // written in place
        QTRY_COMPARE(text("src/made/elsewhere", ContextTree::SizeColumn), "2.0 KiB");
        QVERIFY(QFile::rename(at("src/made/elsewhere"), at("src/made/renamed")));
        QTRY_VERIFY(find("src/made/renamed").isValid() && !find("src/made/elsewhere").isValid());
        QVERIFY(QDir(at("src/made")).removeRecursively());
        QTRY_VERIFY(!find("src/made").isValid());
        QVERIFY(view()->table()->isExpanded(find("src"))); // nothing folds up
        write(".dockerignore", "src\n");
        QTRY_VERIFY(stateOf("src") == State::Excluded);
        QCOMPARE(text("src", ContextTree::RuleColumn), "src (line 1)");
    }

    void saysWhyNot()
    {
        write("ends with\nbreak", "1");
        QTRY_VERIFY(find("ends with\nbreak").isValid());
        tick("ends with\nbreak");
        QTRY_VERIFY2(view()->notice()->text().contains("line break"), qPrintable(view()->notice()->text()));
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_StudioContext>(argc, argv);
}

#include "tst_studiocontext.moc"

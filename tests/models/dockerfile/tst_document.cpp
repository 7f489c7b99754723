// The text that the studio's views share.
#include "models/dockerfile/document.h"

#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using models::DockerfileDocument;

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void parsesWhatItIsGiven()
    {
        DockerfileDocument document;
        const QSignalSpy changed(&document, &DockerfileDocument::changed);
        const auto before = document.snapshot();
        document.setText("FROM scratch\nCOPY a /\n");
        document.setText("FROM scratch\nCOPY a /\n");
        QCOMPARE(changed.count(), 1);
        QVERIFY(document.snapshot()->revision > before->revision);
        QCOMPARE(document.snapshot()->parsed.tree.nodes.size(), 2U);
        QCOMPARE(document.snapshot()->lines.lines(), 3);
        QVERIFY(before->text.empty()); // who kept it has it still
    }

    void keepsWhatHasErrors()
    {
        DockerfileDocument document;
        document.setText("FROM scratch\nENV a\n");
        QCOMPARE(document.snapshot()->parsed.errors.size(), 1U);
        QCOMPARE(document.text(), std::string("FROM scratch\nENV a\n"));
    }

    void appliesAllEditsOrNone()
    {
        DockerfileDocument document;
        document.setText("FROM a\nRUN b\n");
        const dockerfile::Edit base{{{1, 6}, {1, 7}}, "debian:13"}, end{{{3, 1}, {3, 1}}, "CMD c\n"};
        QVERIFY(!document.apply({end, base}, "x"));                     // not in order
        QVERIFY(!document.apply({base, {{{9, 1}, {9, 2}}, ""}}, "x"));  // no such line
        QVERIFY(!document.apply({base, {{{2, 1}, {2, 40}}, ""}}, "x")); // no such column
        QVERIFY(!document.apply({{{{2, 1}, {1, 1}}, ""}}, "x"));        // backwards
        QCOMPARE(document.text(), std::string("FROM a\nRUN b\n"));
        QVERIFY(document.apply({base, end}, "x"));
        QCOMPARE(document.text(), std::string("FROM debian:13\nRUN b\nCMD c\n"));
    }

    void leavesEditsToTheEditorWhileThereIsOne()
    {
        DockerfileDocument document;
        document.setText("FROM a\n");
        QString undo;
        auto editor = std::make_unique<QObject>();
        document.setEditor(editor.get(),
                           [&](const std::vector<dockerfile::Edit> &edits, const QString &title) {
                               undo = title;
                               QCOMPARE(edits.size(), 1U);
                           });
        const std::vector<dockerfile::Edit> edits{{{{1, 6}, {1, 7}}, "b"}};
        QVERIFY(document.apply(edits, "Change the base"));
        QCOMPARE(undo, QStringLiteral("Change the base"));
        QCOMPARE(document.text(), std::string("FROM a\n")); // the editor says setText()
        editor.reset();
        QVERIFY(document.apply(edits, "Change the base"));
        QCOMPARE(document.text(), std::string("FROM b\n"));
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"

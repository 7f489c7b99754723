// The tree of a Dockerfile, and what of it folds.
#include "models/dockerfile/language/outline.h"
#include "tests/models/dockerfile/language/marked.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models::language;

namespace
{

QStringList linesOf(const std::vector<OutlineItem> &items, const QString &indent = {})
{
    QStringList lines;
    for (const auto &item : items) {
        lines << indent + item.keyword + u'|' + item.title + u'|' + item.detail +
                     QStringLiteral("|%1-%2").arg(item.range.start.line).arg(item.range.end.line);
        lines << linesOf(item.children, indent + u' ');
    }
    return lines;
}

} // namespace

class TestOutline : public QObject
{
    Q_OBJECT

private slots:
    void showsStagesAndInstructions()
    {
        const auto snapshot = test::snapshotOf("ARG V=1\n"
                                               "FROM --platform=linux/arm64 debian:$V AS Base\n"
                                               "RUN --mount=type=cache,target=/x apt-get \\\n   update\n"
                                               "from base\n"
                                               "RUN <<EOF\n\nmake all\nmake test\nEOF\n"
                                               "ONBUILD COPY --link a /b\n"
                                               "CMD [\"sh\"]\n");
        QCOMPARE(linesOf(outline(*snapshot)),
                 (QStringList{"ARG|V=1||1-1", "FROM|Base|debian:$V|2-4", " RUN|apt-get update||3-4",
                              "FROM|Stage 1|base|5-12", " RUN|make all||6-10", " ONBUILD|COPY a /b||11-11",
                              " CMD|[\"sh\"]||12-12"}));
        const auto base = outline(*snapshot)[1];
        QCOMPARE(test::textAt(*snapshot, base.name), "Base");
        QCOMPARE(test::textAt(*snapshot, base.children[0].name), "RUN");
    }

    void shortensTitles()
    {
        const auto snapshot = test::snapshotOf("FROM a\nRUN " + std::string(50'000, 'x') + "\n");
        const auto title = outline(*snapshot)[0].children[0].title;
        QCOMPARE(title.size(), 80);
        QVERIFY(title.endsWith(u'…'));
    }

    void folds()
    {
        const auto snapshot = test::snapshotOf("# a\n# b\n\n# c\n"             // 1-4
                                               "FROM x\n"                      // 5
                                               "RUN a \\\n  # c\n  # d\n  b\n" // 6-9
                                               "COPY <<A <<B /\n1\nA\n2\nB\n"  // 10-14
                                               "RUN c\n"                       // 15
                                               "FROM y\n");                    // 16
        using enum Folding::Kind;
        QCOMPARE(
            foldings(*snapshot),
            (std::vector<Folding>{{Comment, 1, 2}, {Stage, 5, 15}, {Instruction, 6, 9}, {Heredoc, 10, 14}}));
    }

    void isEmptyForNothing()
    {
        QVERIFY(outline(*test::snapshotOf("")).empty());
        QVERIFY(foldings(*test::snapshotOf("# a\n")).empty());
    }
};

QTEST_GUILESS_MAIN(TestOutline)
#include "tst_outline.moc"

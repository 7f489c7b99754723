// What differs between two texts.
#include "models/dockerfile/files/linediff.h"

#include <QTest>

#include <random>

using quayside::models::LineDiff;

class TestLineDiff : public QObject
{
    Q_OBJECT

private slots:
    void findsTheFewestLines()
    {
        using Line = LineDiff::Line;
        const auto found = LineDiff::lines("a\nb\nc\n", "a\nx\nc\nd\n");
        const std::vector<Line> wanted = {{LineDiff::Kind::Both, "a"}, {LineDiff::Kind::Old, "b"},
                                          {LineDiff::Kind::New, "x"},  {LineDiff::Kind::Both, "c"},
                                          {LineDiff::Kind::New, "d"},  {LineDiff::Kind::Both, ""}};
        QVERIFY(found == wanted);
    }

    void bothSidesAreWhole()
    {
        std::mt19937 random(7); // the same texts each time
        const auto text = [&random] {
            QString made;
            for (unsigned i = random() % 12; i > 0; --i)
                made += QChar(u'a' + char16_t(random() % 4)) + QString(random() % 5 == 0 ? "" : "\n");
            return made;
        };
        for (int round = 0; round < 2000; ++round) {
            const QString before = text(), after = text();
            QStringList old, fresh;
            for (const LineDiff::Line &line : LineDiff::lines(before, after)) {
                if (line.kind != LineDiff::Kind::New)
                    old.append(line.text);
                if (line.kind != LineDiff::Kind::Old)
                    fresh.append(line.text);
            }
            QCOMPARE(old.join('\n'), before);
            QCOMPARE(fresh.join('\n'), after);
        }
    }

    void unifiedShowsChangesOnly()
    {
        QString before, after;
        for (int i = 1; i <= 20; ++i) {
            before += QStringLiteral("line %1\n").arg(i);
            after += i == 10 ? QStringLiteral("other\n") : QStringLiteral("line %1\n").arg(i);
        }
        QCOMPARE(
            LineDiff::unified(before, after),
            QStringLiteral(
                "@@ -7 +7 @@\n line 7\n line 8\n line 9\n-line 10\n+other\n line 11\n line 12\n line 13\n"));
        QCOMPARE(LineDiff::unified(before, before), QString());
    }

    void veryDifferentTextsAreReplaced()
    {
        QString before, after;
        for (int i = 0; i < 3000; ++i) {
            before += QStringLiteral("a %1\n").arg(i);
            after += QStringLiteral("b %1\n").arg(i);
        }
        QCOMPARE(LineDiff::lines(before, after).size(), 6001U);
    }
};

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"

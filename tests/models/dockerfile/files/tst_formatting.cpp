// Edits that make one text of another.
#include "models/dockerfile/files/formatting.h"

#include <QTest>

#include <random>

using namespace quayside;
using models::DockerfileDocument;

class TestFormatting : public QObject
{
    Q_OBJECT

private slots:
    void editsLeadToTheOtherText()
    {
        std::mt19937 random(11); // the same texts each time
        const auto text = [&random] {
            std::string made;
            for (unsigned i = random() % 8; i > 0; --i) {
                made += random() % 6 == 0   ? ""
                        : random() % 4 == 0 ? "gr\xc3\xbcn"
                                            : std::string(1, char('a' + random() % 3));
                made += random() % 6 == 0 ? "" : "\n";
            }
            return made;
        };
        for (int round = 0; round < 5000; ++round) {
            const std::string before = text(), after = text();
            DockerfileDocument document;
            document.setText(before);
            QVERIFY2(document.apply(models::editsBetween(before, after), "x"), before.c_str());
            QCOMPARE(document.text(), after);
        }
    }

    void formatsWhatParses()
    {
        DockerfileDocument document;
        document.setText("from a\nRUN   b\nCMD c\n");
        const auto edits = models::formatEdits(*document.snapshot());
        QVERIFY(edits.has_value());
        QVERIFY(document.apply(*edits, "Format"));
        QCOMPARE(document.text(), std::string("FROM a\nRUN b\nCMD c\n"));
        QCOMPARE(models::formatEdits(*document.snapshot())->size(), 0U);
        document.setText("FROM a\nENV b\n");
        QVERIFY(models::formatEdits(*document.snapshot()).error().contains("line 2"));
    }
};

QTEST_GUILESS_MAIN(TestFormatting)
#include "tst_formatting.moc"

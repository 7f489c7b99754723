#include "models/common/filter.h"

#include <QTest>

using namespace quayside::models;

class tst_Filter : public QObject
{
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("terms"); // key=value, '!' in front where negated
        QTest::newRow("nothing") << "  " << QStringList();
        QTest::newRow("word") << "web" << QStringList{"=web"};
        QTest::newRow("typed") << "status:running web" << QStringList({"status=running", "=web"});
        QTest::newRow("key in capitals") << "Status:running" << QStringList{"status=running"};
        QTest::newRow("image with a tag is a word") << "redis:7" << QStringList{"=redis:7"};
        QTest::newRow("value with a colon") << "image:redis:7" << QStringList{"image=redis:7"};
        QTest::newRow("being typed") << "status:" << QStringList();
        QTest::newRow("negated") << "-status:exited -web" << QStringList({"!status=exited", "!=web"});
        QTest::newRow("lone dash") << "-" << QStringList{"=-"};
        QTest::newRow("quoted") << "\"two words\" x" << QStringList({"=two words", "=x"});
        QTest::newRow("quoted colon") << "\"status:x\"" << QStringList{"=status:x"};
        QTest::newRow("quoted value") << "label:\"a b\"" << QStringList{"label=a b"};
        QTest::newRow("open quote") << "\"abc" << QStringList{"=abc"};
    }
    void parses()
    {
        QFETCH(QString, text);
        QStringList terms;
        const Filter filter = Filter::parse(text, {"status", "label", "image"});
        for (const FilterTerm &term : filter.terms())
            terms.append((term.negated ? "!" : "") + term.key + "=" + term.value);
        QTEST(terms, "terms");
    }

    void combines_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("holding");
        QTest::addColumn<bool>("matches");
        QTest::newRow("empty matches all") << "" << QStringList() << true;
        QTest::newRow("same key: one is enough") << "status:a status:b" << QStringList{"b"} << true;
        QTest::newRow("same key: none") << "status:a status:b" << QStringList{"c"} << false;
        QTest::newRow("different keys: all") << "status:a image:b" << QStringList{"a"} << false;
        QTest::newRow("different keys: both") << "status:a image:b" << QStringList({"a", "b"}) << true;
        QTest::newRow("words: all") << "x y" << QStringList{"x"} << false;
        QTest::newRow("negated holds") << "-status:a" << QStringList{"a"} << false;
        QTest::newRow("negated does not hold") << "-status:a" << QStringList{"b"} << true;
        QTest::newRow("negated beside the same key")
            << "status:a -status:b" << QStringList({"a", "b"}) << false;
    }
    void combines()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, holding);
        const Filter filter = Filter::parse(text, {"status", "image"});
        QTEST(filter.matches([&](const FilterTerm &term) { return holding.contains(term.value); }),
              "matches");
    }

    void offersInOrder()
    {
        QCOMPARE(inOrder({"80", "web", "", "9", "Api", "80", "2x"}),
                 QStringList({"9", "80", "2x", "Api", "web"}));
        QCOMPARE(labelTerms({{"a", "1"}, {"b", ""}}), QStringList({"a", "a=1", "b"}));
    }
};

QTEST_GUILESS_MAIN(tst_Filter)
#include "tst_filter.moc"

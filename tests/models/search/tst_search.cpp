#include "models/search/searchmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quayside::models;

namespace
{

SearchEntry entry(const QString &title, const QString &detail = {}, const QString &keywords = {},
                  int weight = 0)
{
    return {.id = title, .title = title, .detail = detail, .keywords = keywords, .weight = weight};
}

QStringList titles(const SearchModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found.append(model.index(row).data().toString());
    return found;
}

class Search : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model.setRecent({});
        m_model.setEntries({entry("web", "Container", "3f2a nginx:1.27", 10), entry("Stop web", "Container"),
                            entry("webhooks", "Container", "", 10), entry("my-web", "Container", "", 10),
                            entry("cobweb", "Container", "", 10), entry("Pull an image…", "Image", "", 20),
                            entry("Containers", "Page", "", 40)});
        m_model.setQuery({});
    }

    void putsTheBestFitFirst()
    {
        m_model.setQuery("web");
        QCOMPARE(titles(m_model), QStringList({"web", "webhooks", "my-web", "Stop web", "cobweb"}));
    }

    void findsWordsInAnyOrderAndLetters()
    {
        m_model.setQuery("web stop");
        QCOMPARE(titles(m_model), QStringList({"Stop web"}));
        m_model.setQuery("stw");
        QCOMPARE(titles(m_model), QStringList({"Stop web"}));
        m_model.setQuery("  IMAGE pu");
        QCOMPARE(titles(m_model), QStringList({"Pull an image…"}));
        m_model.setQuery("tw"); // its first letter begins no word
        QVERIFY(titles(m_model).isEmpty());
    }

    void findsWhatIsNotShown()
    {
        m_model.setQuery("nginx");
        QCOMPARE(titles(m_model), QStringList({"web"}));
        m_model.setQuery("3f2a nothing");
        QVERIFY(titles(m_model).isEmpty());
    }

    void beginsWithWhatWasChosenLately()
    {
        QCOMPARE(titles(m_model).first(), "Containers");
        QVERIFY(!titles(m_model).contains("Stop web")); // nothing recommends it
        int opened = 0;
        QList<SearchEntry> entries{entry("a"), entry("b", "", "", 5), entry("c", "", "", 9)};
        entries[0].open = [&] { ++opened; };
        m_model.setEntries(entries);
        m_model.setQuery("a");
        m_model.choose(m_model.index(0));
        QCOMPARE(opened, 1);
        m_model.setQuery({});
        QCOMPARE(titles(m_model), QStringList({"a", "c", "b"}));
        m_model.choose({}); // nothing is chosen
        QCOMPARE(m_model.recent(), QStringList({"a"}));
    }

    void recentOnesDoNotHideBetterFits()
    {
        m_model.setRecent({"cobweb", "Stop web"});
        m_model.setQuery("web");
        QCOMPARE(titles(m_model).first(), "web");
        QVERIFY(titles(m_model).indexOf("Stop web") < titles(m_model).indexOf("my-web"));
    }

    void showsNoMoreThanAListHolds()
    {
        QList<SearchEntry> many;
        for (int i = 0; i < 500; ++i)
            many.append(entry(QString("box%1").arg(i)));
        many.append(entry("box"));
        m_model.setEntries(many);
        m_model.setQuery("box");
        QCOMPARE(m_model.rowCount(), SearchModel::mostRows);
        QCOMPARE(titles(m_model).first(), "box");
    }

    void isSaidWhole()
    {
        QList<SearchEntry> entries{entry("Quit", "File")};
        entries[0].keys = "Ctrl+Q";
        m_model.setEntries(entries);
        m_model.setQuery("quit");
        QCOMPARE(m_model.index(0).data(Qt::AccessibleTextRole).toString(), "Quit, File, Ctrl+Q");
    }

private:
    SearchModel m_model;
    QAbstractItemModelTester m_tester{&m_model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

QTEST_GUILESS_MAIN(Search)
#include "tst_search.moc"

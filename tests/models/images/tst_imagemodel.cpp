#include "models/images/imagemodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

// Recorded: GET /images/json of dockerd 20.10.
std::vector<api::ImageSummary> recorded()
{
    QFile file(QFINDTESTDATA("data/images.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return api::decode<std::vector<api::ImageSummary>>(file.readAll().toStdString())
        .value_or(std::vector<api::ImageSummary>{});
}

api::ImageSummary summary(const std::string &id, std::vector<std::string> names, std::int64_t size = 100)
{
    api::ImageSummary image;
    image.id = "sha256:" + id;
    image.repoTags = std::move(names);
    image.size = size;
    return image;
}

} // namespace

class tst_ImageModel : public QObject
{
    Q_OBJECT

private slots:
    void oneRowForEachName()
    {
        QList<ImageRow> rows;
        for (const api::ImageSummary &image : recorded())
            rows.append(toRows(image));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].reference(), "busybox:latest");
        QCOMPARE(rows[1].reference(), "team/tools:2");
        QCOMPARE(rows[0].size, 2024735);
        QVERIFY(rows[0].key() != rows[1].key());
    }

    void unnamedImagesAreOneRow()
    {
        for (const auto &names : {std::vector<std::string>{}, std::vector<std::string>{"<none>:<none>"}}) {
            const QList<ImageRow> rows = toRows(summary("aa", names));
            QCOMPARE(rows.size(), 1);
            QVERIFY(!rows[0].hasName());
            QCOMPARE(rows[0].reference(), "sha256:aa");
        }
    }

    void splitsReferences_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("repository");
        QTest::addColumn<QString>("tag");
        QTest::newRow("plain") << "busybox" << "busybox" << "latest";
        QTest::newRow("tag") << "busybox:1" << "busybox" << "1";
        QTest::newRow("registry with a port") << "host:5000/a/b" << "host:5000/a/b" << "latest";
        QTest::newRow("registry with a port and a tag") << "host:5000/a/b:2" << "host:5000/a/b" << "2";
    }
    void splitsReferences()
    {
        QFETCH(QString, reference);
        const auto [repository, tag] = splitReference(reference);
        QTEST(repository, "repository");
        QTEST(tag, "tag");
    }

    void replacesTheNamesOfAnImage()
    {
        ImageModel model;
        QAbstractItemModelTester tester(&model);
        model.sync(toRows(summary("aa", {"a:1", "a:2"})) + toRows(summary("bb", {"b:1"})));
        model.setUsage({{"sha256:aa", 3}});
        model.replaceImage(summary("aa", {"a:2", "a:3"}));
        QStringList names;
        for (const ImageRow &row : model.rows())
            names.append(row.reference());
        names.sort();
        QCOMPARE(names, QStringList({"a:2", "a:3", "b:1"}));
        QCOMPARE(model.distinctImages(), 2);
        for (const ImageRow &row : model.rows())
            QCOMPARE(row.usedBy, row.id == "sha256:aa" ? 3 : 0);
        model.removeImage("sha256:aa");
        QCOMPARE(model.rowCount(), 1);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << "" << 3;
        QTest::newRow("word") << "web" << 1;
        QTest::newRow("name") << "name:team" << 2;
        QTest::newRow("tag") << "tag:2" << 1;
        QTest::newRow("used") << "used:yes" << 1;
        QTest::newRow("not used") << "used:no" << 2;
        QTest::newRow("id") << "id:bb" << 1;
    }
    void filters()
    {
        QFETCH(QString, text);
        ImageModel model;
        model.sync(toRows(summary("aa", {"team/web:1"})) + toRows(summary("bb", {"team/db:2"})) +
                   toRows(summary("cc", {"busybox:1"})));
        model.setUsage({{"sha256:aa", 1}});
        TableFilterModel shown(ImageModel::filterKeys(),
                               [&](int row, const FilterTerm &term) { return model.holds(row, term); });
        QAbstractItemModelTester tester(&shown);
        shown.setSourceModel(&model);
        shown.setFilterText(text);
        QTEST(shown.rowCount(), "count");
    }

    void sortsBySizeNotByItsText()
    {
        ImageModel model;
        model.sync(toRows(summary("aa", {"a:1"}, 900)) + toRows(summary("bb", {"b:1"}, 20'000)) +
                   toRows(summary("cc", {"c:1"}, 5)));
        TableFilterModel shown({}, {});
        shown.setSourceModel(&model);
        shown.sort(ImageModel::SizeColumn);
        QCOMPARE(shown.index(0, 0).data().toString(), "c");
        QCOMPARE(shown.index(2, 0).data().toString(), "b");
    }

    void equalOnesStandByName()
    {
        ImageModel model;
        model.sync(toRows(summary("cc", {"c:1"})) + toRows(summary("aa", {"a:1"})) +
                   toRows(summary("bb", {"b:1"})));
        TableFilterModel shown({}, {}, [&](int left, int right) { return model.precedes(left, right); });
        shown.setSourceModel(&model);
        shown.sort(ImageModel::SizeColumn);
        QCOMPARE(shown.index(0, 0).data().toString(), "a");
        QCOMPARE(shown.index(2, 0).data().toString(), "c");
    }

    void countsWithoutWhatIsHidden()
    {
        ImageModel model;
        model.sync(toRows(summary("aa", {"a:1", "a:2"})) + toRows(summary("bb", {"b:1"})));
        QSet<QString> hidden;
        QVERIFY(model.countText().contains('2') && model.countText().contains('3'));
        hidden.insert(model.at(0).key());
        QVERIFY(!model.countText(hidden).contains('3')); // as many names as images
        hidden.insert(model.at(1).key());
        QVERIFY(model.countText(hidden).contains('1'));
    }
};

QTEST_GUILESS_MAIN(tst_ImageModel)
#include "tst_imagemodel.moc"

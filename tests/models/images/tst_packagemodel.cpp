#include "models/images/packagemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

api::ImagePackages some()
{
    api::ImagePackages packages;
    packages.packages = {{"libc6", "2.41-12", "amd64", 13'000'000, "glibc", "GNU C library", "dpkg", 0},
                         {"bash", "5.2.37", "amd64", 7'000'000, "bash", "the shell", "dpkg", 0},
                         {"libc6", "2.41-12", "i386", 12'000'000, "glibc", "GNU C library", "dpkg", 2}};
    return packages;
}

} // namespace

class tst_PackageModel : public QObject
{
    Q_OBJECT

private slots:
    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << "" << 3;
        QTest::newRow("a word of the name") << "libc" << 2;
        QTest::newRow("a word of the summary") << "SHELL" << 1;
        QTest::newRow("architecture") << "arch:i386" << 1;
        QTest::newRow("source") << "source:glibc" << 2;
        QTest::newRow("layer, as people count") << "layer:3" << 1;
        QTest::newRow("version") << "version:5.2" << 1;
        QTest::newRow("database") << "db:apk" << 0;
        QTest::newRow("not") << "-name:bash" << 2;
    }
    void filters()
    {
        QFETCH(QString, text);
        PackageModel model;
        QAbstractItemModelTester tester(&model);
        model.setPackages(some());
        TableFilterModel shown(PackageModel::filterKeys(),
                               [&](int row, const FilterTerm &term) { return model.holds(row, term); });
        QAbstractItemModelTester shownTester(&shown);
        shown.setSourceModel(&model);
        shown.setFilterText(text);
        QTEST(shown.rowCount(), "count");
    }

    void sortsBySizeNotByItsText()
    {
        PackageModel model;
        model.setPackages(some());
        TableFilterModel shown({}, {});
        shown.setSourceModel(&model);
        shown.sort(PackageModel::SizeColumn);
        QCOMPARE(shown.index(0, 0).data().toString(), "bash");
    }

    void addsUp()
    {
        PackageModel model;
        model.setPackages(some());
        QCOMPARE(model.bytes(), 32'000'000);
        QVERIFY(model.at(0).key() != model.at(2).key()); // of two architectures
        model.setPackages({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_PackageModel)
#include "tst_packagemodel.moc"

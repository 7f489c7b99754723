#include "models/volumes/volumemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_VolumeModel : public QObject
{
    Q_OBJECT

private slots:
    void listsSizesAndUsers()
    {
        const std::string madeUp(64, 'a');
        api::Volume named, anonymous;
        named.name = "photos";
        anonymous.name = madeUp;
        VolumeModel model;
        QAbstractItemModelTester tester(&model);
        model.sync({toRow(named), toRow(anonymous)});
        QVERIFY(!model.at(0).anonymous && model.at(1).anonymous);
        QCOMPARE(model.at(1).shownName(), "aaaaaaaaaaaa");
        QCOMPARE(model.index(0, VolumeModel::SizeColumn).data().toString(), ""); // not known yet
        model.setSizes({{"photos", 2048}, {"elsewhere", 1}});
        QCOMPARE(model.at(0).size, 2048);
        QCOMPARE(model.at(1).size, -1);
        QCOMPARE(model.index(0, VolumeModel::SizeColumn).data(TableSortRole).toLongLong(), 2048);
        model.setUsage({{"photos", {"web"}}});
        QCOMPARE(model.at(0).containers, QStringList("web"));
        QVERIFY(model.holds(0, {"used", "yes"}) && !model.holds(1, {"used", "yes"}));
        QVERIFY(model.holds(1, {"anonymous", "yes"}) && !model.holds(0, {"anonymous", "yes"}));
        QVERIFY(model.holds(0, {"", "PHOTO"}) && !model.holds(1, {"", "photo"}));
    }
};

QTEST_GUILESS_MAIN(tst_VolumeModel)
#include "tst_volumemodel.moc"

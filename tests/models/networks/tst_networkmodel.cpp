#include "models/networks/networkmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

NetworkRow network(const std::string &id, const std::string &name, const std::string &subnet = {})
{
    api::Network network;
    network.id = id;
    network.name = name;
    network.driver = "bridge";
    network.created = "2026-01-02T03:04:05Z";
    network.labels["team"] = "a";
    if (!subnet.empty())
        network.ipam.config = {{.subnet = subnet}};
    return toRow(network);
}

} // namespace

class tst_NetworkModel : public QObject
{
    Q_OBJECT

private slots:
    void listsAndCountsUsers()
    {
        NetworkModel model;
        QAbstractItemModelTester tester(&model);
        model.sync({network("1", "bridge"), network("2", "shop", "10.9.0.0/24")});
        QVERIFY(model.at(0).builtIn && !model.at(1).builtIn);
        QCOMPARE(model.index(1, NetworkModel::SubnetColumn).data().toString(), "10.9.0.0/24");
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        // By id, or by name where an engine tells no ids; each name once.
        model.setUsage({{"2", {"web", "db"}}, {"shop", {"web"}}});
        QCOMPARE(model.at(1).containers, QStringList({"db", "web"}));
        QCOMPARE(changed.count(), 1); // only the row that changed says so
        QCOMPARE(model.index(1, NetworkModel::UsedByColumn).data().toString(), "db, web");
        model.setUsage({});
        QCOMPARE(model.index(1, NetworkModel::UsedByColumn).data().toString(), "not used");
    }

    void filters()
    {
        NetworkModel model;
        model.sync({network("1a", "bridge", "172.17.0.0/16"), network("2b", "shop", "10.9.0.0/24")});
        model.setUsage({{"2b", {"web"}}});
        TableFilterModel shown(NetworkModel::filterKeys(),
                               [&](int row, const FilterTerm &term) { return model.holds(row, term); });
        shown.setSourceModel(&model);
        const QList<std::pair<QString, int>> cases = {
            {"", 2},           {"sho", 1},          {"10.9", 1},         {"used:yes", 1},
            {"used:no", 1},    {"label:team=a", 2}, {"label:team=b", 0}, {"-name:shop", 1},
            {"subnet:172", 1}, {"id:2b", 1}};
        for (const auto &[text, rows] : cases) {
            shown.setFilterText(text);
            QVERIFY2(shown.rowCount() == rows, qPrintable(text));
        }
        shown.setFilterText({});
        shown.setHiddenKeys({"1a"});
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.index(0, 0).data().toString(), "shop");
    }
};

QTEST_GUILESS_MAIN(tst_NetworkModel)
#include "tst_networkmodel.moc"

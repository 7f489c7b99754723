#include "models/containers/containermodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace quayside;
using namespace quayside::models;

namespace
{

// Recorded: GET /containers/json?all=1 of dockerd 20.10.
std::vector<api::ContainerSummary> recorded()
{
    QFile file(QFINDTESTDATA("data/containers.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto list = api::decode<std::vector<api::ContainerSummary>>(file.readAll().toStdString());
    return list.value_or(std::vector<api::ContainerSummary>{});
}

QList<ContainerRow> recordedRows()
{
    QList<ContainerRow> rows;
    for (const api::ContainerSummary &summary : recorded())
        rows.append(toRow(summary, 1'000'000));
    return rows;
}

QStringList names(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, ContainerModel::NameColumn).data().toString());
    return names;
}

} // namespace

class tst_ContainerModel : public QObject
{
    Q_OBJECT

private slots:
    void convertsTheRecording()
    {
        const QList<ContainerRow> rows = recordedRows();
        QVERIFY(rows.size() >= 5);
        QHash<QString, ContainerRow> byName;
        for (const ContainerRow &row : rows)
            byName[row.name] = row;
        QCOMPARE(byName["web"].state, ContainerState::Running);
        QCOMPARE(byName["web"].ports.value(0).hostPort, 4000);
        QCOMPARE(byName["web"].labels.value("tier"), "front");
        QCOMPARE(byName["frozen"].state, ContainerState::Paused);
        QCOMPARE(byName["job"].state, ContainerState::Exited);
        QCOMPARE(byName["crash"].state, ContainerState::Failed);
        QCOMPARE(byName["crash"].exitCode, 3);
        QCOMPARE(byName["new"].state, ContainerState::Created);
    }

    void readsDurations_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("less than a second") << "Up Less than a second" << qint64(0);
        QTest::newRow("1 second") << "Up 1 second" << qint64(1);
        QTest::newRow("seconds") << "Up 42 seconds (healthy)" << qint64(42);
        QTest::newRow("about a minute") << "Exited (0) About a minute ago" << qint64(60);
        QTest::newRow("minutes") << "Exited (137) 5 minutes ago" << qint64(300);
        QTest::newRow("about an hour") << "Up About an hour (Paused)" << qint64(3600);
        QTest::newRow("days") << "Up 3 days" << qint64(3 * 86400);
        QTest::newRow("weeks") << "Up 2 weeks" << qint64(14 * 86400);
        QTest::newRow("created") << "Created" << qint64(-1);
        QTest::newRow("empty") << "" << qint64(-1);
    }
    void readsDurations()
    {
        QFETCH(QString, status);
        QTEST(durationIn(status), "seconds");
    }

    void readsHealth()
    {
        api::ContainerSummary summary;
        summary.state = "running";
        summary.status = "Up 2 minutes (unhealthy)";
        QCOMPARE(toRow(summary, 1000).health, Health::Unhealthy);
        QCOMPARE(toRow(summary, 1000).since, 880);
        summary.status = "Up 1 second (health: starting)";
        QCOMPARE(toRow(summary, 1000).health, Health::Starting);
    }

    void hidesIpv6Twins()
    {
        api::ContainerSummary summary;
        summary.ports = {{"0.0.0.0", 80, 4000, "tcp"}, {"::", 80, 4000, "tcp"}, {"", 53, 0, "udp"}};
        const QList<PublishedPort> ports = toRow(summary, 0).ports;
        QCOMPARE(ports.size(), 2);
        QCOMPARE(portText(ports[0]), QStringLiteral("4000→80"));
        QCOMPARE(portUrl(ports[0]), "http://127.0.0.1:4000");
        QCOMPARE(portText(ports[1]), "53/udp");
        QVERIFY(portUrl(ports[1]).isEmpty());
    }

    void bindsUrlsToTheirAddress()
    {
        QCOMPARE(portUrl({"192.168.1.2", 8443, 443, "tcp"}), "https://192.168.1.2:8443");
        QCOMPARE(portUrl({"::1", 8080, 80, "tcp"}), "http://[::1]:8080");
        QVERIFY(portUrl({"0.0.0.0", 53, 53, "udp"}).isEmpty());
    }

    void keepsRowsInPlace()
    {
        ContainerModel model;
        QAbstractItemModelTester tester(&model);
        QList<ContainerRow> rows = recordedRows();
        model.sync(rows);
        const QPersistentModelIndex second = model.index(1, 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset),
            changed(&model, &QAbstractItemModel::dataChanged);
        model.sync(rows); // nothing new
        QCOMPARE(changed.size(), 0);
        const QString id = rows[1].id;
        rows.removeFirst();
        rows[0].name = "renamed";
        rows.append(rows[0]);
        rows.last().id = "fresh";
        model.sync(rows);
        QCOMPARE(reset.size(), 0);
        QVERIFY(second.isValid());
        QCOMPARE(second.data(TableKeyRole).toString(), id);
        QCOMPARE(second.data().toString(), "renamed");
        QCOMPARE(model.rowCount(), rows.size());
    }

    void manyChangesAreOneSignal()
    {
        ContainerModel model;
        QAbstractItemModelTester tester(&model);
        QList<ContainerRow> rows = recordedRows();
        model.sync(rows);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged),
            inserted(&model, &QAbstractItemModel::rowsInserted);
        rows[1].name = "one";
        rows[3].name = "three";
        ContainerRow fresh = rows[0];
        fresh.id = "fresh";
        model.upsertAll({rows[1], rows[3], rows[4], fresh});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 3);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowCount(), rows.size() + 1);
        QCOMPARE(model.at(3).name, "three");
        model.upsertAll({rows[1], rows[3]});
        QCOMPARE(changed.size(), 1);
    }

    void showsUseAndKeepsTheOrderUntilItMayChange()
    {
        ContainerModel model;
        QAbstractItemModelTester tester(&model);
        const QList<ContainerRow> rows = recordedRows().mid(0, 2);
        model.sync(rows);
        TableFilterModel shown(ContainerModel::filterKeys(),
                               [&](int row, const FilterTerm &term) { return model.holds(row, term); });
        shown.setSourceModel(&model);
        shown.sort(ContainerModel::CpuColumn, Qt::AscendingOrder); // the most first
        const auto first = [&] { return shown.index(0, 0).data(TableKeyRole).toString(); };
        const auto use = [](float cpu) {
            ContainerUse use;
            use.cpu = cpu;
            use.cpuHistory = {1, cpu};
            return use;
        };
        model.setUse({{rows[0].id, use(5)}, {rows[1].id, use(50)}}, true);
        QCOMPARE(first(), rows[1].id);
        model.setUse({{rows[0].id, use(95)}, {rows[1].id, use(50)}}, false);
        QCOMPARE(first(), rows[1].id); // it shows 95 % below 50 %, for a moment
        QCOMPARE(model.index(0, ContainerModel::CpuColumn).data().toString(), "95 %");
        QCOMPARE(model.index(0, ContainerModel::CpuColumn)
                     .data(ContainerModel::UseHistoryRole)
                     .value<QList<float>>(),
                 QList<float>({1, 95}));
        QVERIFY(model.index(0, ContainerModel::MemoryColumn).data().toString().isEmpty()); // not known
        model.setUse({{rows[0].id, use(95)}, {rows[1].id, use(50)}}, true);
        QCOMPARE(first(), rows[0].id);
        model.setUse({}, true);
        QVERIFY(model.index(0, ContainerModel::CpuColumn).data().toString().isEmpty());
    }

    void ignoresDoubles()
    {
        ContainerModel model;
        QList<ContainerRow> rows = recordedRows().mid(0, 1);
        rows.append(rows[0]);
        model.sync(rows);
        QCOMPARE(model.rowCount(), 1);
    }

    void upsertsAndRemoves()
    {
        ContainerModel model;
        QAbstractItemModelTester tester(&model);
        const QList<ContainerRow> rows = recordedRows();
        for (const ContainerRow &row : rows)
            model.upsert(row);
        model.upsert(rows[0]);
        QCOMPARE(model.rowCount(), rows.size());
        model.remove(rows[2].id);
        model.remove("never there");
        QCOMPARE(model.rowCount(), rows.size() - 1);
        QVERIFY(model.find(rows[2].id) == nullptr);
        const auto everyOneIsFound = [&model] {
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.rowOf(model.at(row).id) != row)
                    return false;
            }
            return true;
        };
        QVERIFY(everyOneIsFound());
        model.upsertAll({rows[0], rows[2]});
        QCOMPARE(model.rowOf(rows[2].id), int(rows.size()) - 1); // anew, at the end
        QVERIFY(everyOneIsFound());
        model.reset({rows[3], rows[1]});
        QVERIFY(everyOneIsFound());
        QCOMPARE(model.rowOf(rows[0].id), -1);
    }

    void explainsAnEnd()
    {
        ContainerModel model;
        ContainerRow row;
        row.id = "x";
        row.state = ContainerState::Failed;
        row.exitCode = 137;
        model.upsert(row);
        model.setExitDetails("x", true, 500);
        QVERIFY(statusText(*model.find("x"), 620).contains("out of memory"));
        QVERIFY(statusText(*model.find("x"), 620).contains("2 min"));
        row.state = ContainerState::Running;
        model.upsert(row);
        model.setExitDetails("x", true, 500); // too late: it runs again
        QVERIFY(!model.find("x")->outOfMemory);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("all") << "" << QStringList({"crash", "frozen", "job", "new", "web"});
        QTest::newRow("running") << "status:running" << QStringList{"web"};
        QTest::newRow("exited takes both") << "status:exited" << QStringList({"crash", "job"});
        QTest::newRow("failed") << "status:failed" << QStringList{"crash"};
        QTest::newRow("alternatives") << "status:paused status:created" << QStringList({"frozen", "new"});
        QTest::newRow("port of the host") << "port:4000" << QStringList{"web"};
        QTest::newRow("port of the container") << "port:80" << QStringList{"web"};
        QTest::newRow("label") << "label:tier" << QStringList{"web"};
        QTest::newRow("label with value") << "label:tier=front" << QStringList{"web"};
        QTest::newRow("label with another value") << "label:tier=back" << QStringList();
        QTest::newRow("word") << "ROZ" << QStringList{"frozen"};
        QTest::newRow("image") << "image:busy -name:web" << QStringList({"crash", "frozen", "job", "new"});
    }
    void filters()
    {
        QFETCH(QString, text);
        ContainerModel model;
        model.sync(recordedRows());
        TableFilterModel shown(
            ContainerModel::filterKeys(),
            [&](int row, const FilterTerm &term) { return model.holds(row, term); },
            [&](int left, int right) { return model.precedes(left, right); });
        QAbstractItemModelTester tester(&shown);
        shown.setSourceModel(&model);
        shown.setFilterText(text);
        QStringList found = names(shown);
        found.sort();
        QTEST(found, "names");
    }

    void hidesWhatIsBeingRemoved()
    {
        ContainerModel model;
        model.sync(recordedRows());
        TableFilterModel shown(
            ContainerModel::filterKeys(),
            [&](int row, const FilterTerm &term) { return model.holds(row, term); },
            [&](int left, int right) { return model.precedes(left, right); });
        shown.setSourceModel(&model);
        shown.setHiddenKeys({model.at(0).id});
        QCOMPARE(shown.rowCount(), model.rowCount() - 1);
        shown.setHiddenKeys({});
        QCOMPARE(shown.rowCount(), model.rowCount());
    }

    void sortsByStateThenAge()
    {
        ContainerModel model;
        model.sync(recordedRows());
        TableFilterModel shown(
            ContainerModel::filterKeys(),
            [&](int row, const FilterTerm &term) { return model.holds(row, term); },
            [&](int left, int right) { return model.precedes(left, right); });
        shown.setSourceModel(&model);
        shown.sort(ContainerModel::StatusColumn);
        QCOMPARE(names(shown).first(), "web");
        QCOMPARE(names(shown).last(), "job");
    }

    // Health is part of the status: a column of its own is the first that a narrow window lacks room for.
    void statusTellsHealth()
    {
        ContainerRow row;
        row.state = ContainerState::Running;
        row.since = 1000;
        const QString plain = statusText(row, 1180);
        QVERIFY(plain.contains("running") && plain.contains("3 min"));
        row.health = Health::Unhealthy;
        QCOMPARE(statusText(row, 1180), plain + ", unhealthy");
        QCOMPARE(stateText(row), "running, unhealthy");
        row.health = Health::Starting; // it runs: "starting for 3 min" would say something else
        QCOMPARE(statusText(row, 1180), plain + ", still starting");
        row.state = ContainerState::Paused;
        QVERIFY(!statusText(row, 1180).contains("starting"));
    }

    void unhealthyOnesComeFirst()
    {
        ContainerModel model;
        QList<ContainerRow> rows;
        for (const Health health : {Health::Healthy, Health::None, Health::Unhealthy, Health::Starting}) {
            ContainerRow row;
            row.id = row.name = QString::number(int(health));
            row.state = ContainerState::Running;
            row.health = health;
            row.created = 100 - int(health);
            rows.append(row);
        }
        model.sync(rows);
        TableFilterModel shown({}, {}, [&](int left, int right) { return model.precedes(left, right); });
        shown.setSourceModel(&model);
        shown.sort(ContainerModel::StatusColumn);
        QCOMPARE(shown.index(0, 0).data().toString(), QString::number(int(Health::Unhealthy)));
    }

    void thousandRowsAreQuick()
    {
        QList<ContainerRow> rows;
        for (int i = 0; i < 1000; ++i) {
            ContainerRow row;
            row.id = QString::number(i);
            row.name = "c" + row.id;
            rows.append(row);
        }
        ContainerModel model;
        model.sync(rows);
        const std::clock_t start = std::clock(); // of the processor: other tests may run beside this one
        model.sync(rows);
        const double milliseconds = 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC;
        QVERIFY2(milliseconds < 100, qPrintable(QString::number(milliseconds)));
        QCOMPARE(model.rowCount(), 1000);
    }
};

QTEST_GUILESS_MAIN(tst_ContainerModel)
#include "tst_containermodel.moc"

#include "models/system/eventmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quayside;
using models::EventModel;
using models::EventRow;

namespace
{

EventRow row(quint64 number, const std::string &type, const std::string &action,
             std::map<std::string, std::string> attributes = {})
{
    api::Event event{.type = type, .action = action, .actor = {}};
    event.actor.id = "0123456789abcdef";
    event.actor.attributes = std::move(attributes);
    event.timeNano = 1'700'000'000'123'456'789 + static_cast<std::int64_t>(number) * 1'000'000'000;
    return models::toRow(event, number);
}

} // namespace

class tst_Events : public QObject
{
    Q_OBJECT

private slots:
    void areTold_data()
    {
        QTest::addColumn<EventRow>("event");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("start") << row(1, "container", "start", {{"name", "web"}}) << "web was started";
        QTest::newRow("die") << row(1, "container", "die", {{"name", "web"}, {"exitCode", "137"}})
                             << "web ended with code 137";
        QTest::newRow("rename") << row(1, "container", "rename", {{"name", "web"}, {"oldName", "/job"}})
                                << "web is the new name of job";
        QTest::newRow("exec") << row(1, "container", "exec_start: sh -c 'a: b'", {{"name", "web"}})
                              << "In web was run: sh -c 'a: b'";
        QTest::newRow("health") << row(1, "container", "health_status: healthy", {{"name", "web"}})
                                << "web is healthy";
        QTest::newRow("no name") << row(1, "container", "destroy") << "0123456789ab was removed";
        QTest::newRow("unknown") << row(1, "plugin", "enable", {{"name", "p"}}) << "p: enable";
        QTest::newRow("of another kind") << row(1, "secret", "start", {{"name", "s"}}) << "s: start";
    }
    void areTold()
    {
        QFETCH(EventRow, event);
        QTEST(event.sentence(), "sentence");
    }

    void keepTheirOrderAndTheirBound()
    {
        EventModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<EventRow> rows;
        for (quint64 i = 1; i <= EventModel::mostRows + 5; ++i)
            rows.append(row(i, "container", "start"));
        model.append(rows);
        QCOMPARE(model.rowCount(), EventModel::mostRows);
        QCOMPARE(model.at(0).number, 6U); // the oldest have gone
        QVERIFY(model.precedes(10, 9));   // the latest first
        const auto time = [&](int at) {
            return model.index(at, EventModel::TimeColumn).data(models::TableSortRole).toLongLong();
        };
        QVERIFY(time(1) < time(0));
    }

    void areFiltered()
    {
        EventModel model;
        model.append({row(1, "container", "start", {{"name", "web"}}),
                      row(2, "image", "pull", {{"name", "redis:7"}})});
        const auto holds = [&](const QString &key, const QString &value) {
            return QList<bool>{model.holds(0, {key, value}), model.holds(1, {key, value})};
        };
        QCOMPARE(holds("kind", "cont"), QList<bool>({true, false}));
        QCOMPARE(holds("action", "pull"), QList<bool>({false, true}));
        QCOMPARE(holds("name", "redis"), QList<bool>({false, true}));
        QCOMPARE(holds("id", "0123"), QList<bool>({true, true}));
        QCOMPARE(holds("", "was started"), QList<bool>({true, false}));
    }
};

QTEST_GUILESS_MAIN(tst_Events)
#include "tst_events.moc"

// The list of builds: how a record reads as a row, and what the filter finds.
#include "models/builds/buildmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

api::BuildRecord record(const std::string &id, const std::string &state)
{
    api::BuildRecord build;
    build.id = id;
    build.state = state;
    build.context = "folder";
    build.started = "2026-11-26T10:00:00.123456789Z";
    build.duration = 1'500'000'000;
    build.stepCount = 12;
    return build;
}

} // namespace

class tst_BuildList : public QObject
{
    Q_OBJECT

    static QString shown(const BuildModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void readsRecords()
    {
        BuildModel model;
        QAbstractItemModelTester tester(&model);
        api::BuildRecord done = record("0123456789abcdef", "done");
        done.tags = {"shop/web:1", "shop/web:latest"};
        done.cachedSteps = 8;
        api::BuildRecord failed = record("fedcba9876543210", "failed");
        failed.error = "no such file";
        failed.context = "https://example.org/app.git";
        failed.duration = 200'000'000'000;
        model.sync({toRow(done), toRow(failed), toRow(record("aa", "what?"))});
        QCOMPARE(shown(model, 0, BuildModel::NameColumn), "shop/web:1");
        QCOMPARE(shown(model, 0, BuildModel::StateColumn), "done");
        QCOMPARE(shown(model, 0, BuildModel::TimeColumn), "1.50 s");
        QCOMPARE(shown(model, 0, BuildModel::StepsColumn), "12, 8 cached");
        QCOMPARE(shown(model, 0, BuildModel::SourceColumn), "a folder of this computer");
        QCOMPARE(shown(model, 1, BuildModel::NameColumn), "fedcba987654"); // nobody gave it a name
        QCOMPARE(shown(model, 1, BuildModel::TimeColumn), "3 min");
        QCOMPARE(shown(model, 1, BuildModel::StepsColumn), "12");
        QCOMPARE(shown(model, 1, BuildModel::SourceColumn), "https://example.org/app.git");
        QCOMPARE(model.index(1, BuildModel::StateColumn).data(Qt::ToolTipRole).toString(), "no such file");
        QCOMPARE(model.index(1, 0).data(BuildModel::BuildStateRole).toInt(), int(BuildState::Failed));
        QCOMPARE(model.at(2).state, BuildState::Interrupted);
    }

    void filters()
    {
        BuildModel model;
        api::BuildRecord one = record("01", "running");
        one.tags = {"app:1", "mirror/app:1"};
        one.target = "test";
        model.sync({toRow(one)});
        const auto finds = [&](const QString &text) {
            return Filter::parse(text, BuildModel::filterKeys()).matches([&](const FilterTerm &term) {
                return model.holds(0, term);
            });
        };
        QVERIFY(finds("mirror"));
        QVERIFY(finds("state:run name:app"));
        QVERIFY(finds("target:test id:01"));
        QVERIFY(!finds("state:failed"));
        QVERIFY(!finds("db"));
        QVERIFY(!finds("id:1"));
    }
};

QTEST_GUILESS_MAIN(tst_BuildList)

#include "tst_buildlist.moc"

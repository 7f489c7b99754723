#include "models/common/operationmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace quayside::models;

namespace
{

class Work : public Operation
{
public:
    Work() : Operation("work") {}
    using Operation::addLogLine;
    using Operation::failWith;
    using Operation::setLosesWorkWhenClosed;
    using Operation::setProgress;
    using Operation::succeed;
    bool stopped = false;

protected:
    void stopWork() override { stopped = true; }
};

} // namespace

class tst_OperationModel : public QObject
{
    Q_OBJECT

private slots:
    void countsAndOrder()
    {
        OperationModel model;
        QAbstractItemModelTester tester(&model);
        auto *first = new Work, *second = new Work;
        model.add(first);
        model.add(second);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.at(0), second);
        QCOMPARE(model.runningCount(), 2);
        QSignalSpy succeeded(&model, &OperationModel::operationSucceeded),
            failed(&model, &OperationModel::operationFailed);
        first->succeed("fine");
        second->failWith("the disk is full");
        QCOMPARE(model.runningCount(), 0);
        QCOMPARE(model.failedCount(), 1);
        QCOMPARE(succeeded.size(), 1);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(model.index(0).data(OperationModel::DetailRole).toString(), "the disk is full");
        model.clearFinished();
        QCOMPARE(model.rowCount(), 0);
    }

    void cancelStopsOnce()
    {
        Work work;
        QSignalSpy finished(&work, &Operation::finished);
        work.cancel();
        work.cancel();
        work.succeed();
        QVERIFY(work.stopped);
        QCOMPARE(work.state(), Operation::State::Cancelled);
        QCOMPARE(finished.size(), 1);
    }

    void progressChangesItsRow()
    {
        OperationModel model;
        auto *work = new Work;
        model.add(work);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        work->setProgress(1, 4);
        work->setProgress(1, 4);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0).data(OperationModel::TotalRole).toLongLong(), 4);
    }

    void logIsBounded()
    {
        Work work;
        for (int i = 0; i < 3 * Operation::maxLogLines; ++i)
            work.addLogLine(QString::number(i));
        QVERIFY(work.log().size() <= Operation::maxLogLines);
        QCOMPARE(work.log().last(), QString::number(3 * Operation::maxLogLines - 1));
    }

    void closingLosesOnlyRunningWork()
    {
        OperationModel model;
        auto *work = new Work;
        work->setLosesWorkWhenClosed(true);
        model.add(work);
        QVERIFY(model.closingLosesWork());
        work->succeed();
        QVERIFY(!model.closingLosesWork());
    }
};

QTEST_GUILESS_MAIN(tst_OperationModel)
#include "tst_operationmodel.moc"

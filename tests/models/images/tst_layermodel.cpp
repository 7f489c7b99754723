#include "models/images/layermodel.h"

#include "models/images/instruction.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_LayerModel : public QObject
{
    Q_OBJECT

private slots:
    void instructions_data()
    {
        QTest::addColumn<QString>("createdBy");
        QTest::addColumn<QString>("comment");
        QTest::addColumn<QString>("text");
        QTest::newRow("old builder") << R"(/bin/sh -c #(nop)  CMD ["sh"])" << "" << R"(CMD ["sh"])";
        QTest::newRow("run of the old builder") << "/bin/sh -c apt-get update" << "" << "RUN apt-get update";
        QTest::newRow("buildkit") << "RUN /bin/sh -c make # buildkit" << "buildkit.dockerfile.v0"
                                  << "RUN make";
        QTest::newRow("build arguments") << "RUN |2 A=b C=d /bin/sh -c make # buildkit" << "" << "RUN make";
        QTest::newRow("arguments of the old one") << "|1 A=b /bin/sh -c make all" << "" << "RUN make all";
        QTest::newRow("another shell") << "RUN powershell x" << "" << "RUN powershell x";
        QTest::newRow("only a comment") << "" << "Imported from -" << "Imported from -";
        QTest::newRow("nothing") << " " << "" << "—";
    }
    void instructions()
    {
        QFETCH(QString, createdBy);
        QFETCH(QString, comment);
        QTEST(instructionText(createdBy.toStdString(), comment.toStdString()), "text");
    }

    void theWholeImageComesFirst()
    {
        LayerModel model;
        QAbstractItemModelTester tester(&model);
        api::ImageContents contents;
        contents.size = 300;
        contents.files = 12;
        contents.layers.resize(2);
        contents.layers[1] = {
            .index = 1, .createdBy = "RUN x", .size = 100, .added = 3, .changed = 2, .removed = 1};
        model.setContents(contents);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.at(0).isWholeImage());
        QCOMPARE(model.index(0, LayerModel::FilesColumn).data().toString(), "12");
        QCOMPARE(model.index(2, LayerModel::InstructionColumn).data().toString(), "2  RUN x");
        QCOMPARE(model.index(2, LayerModel::FilesColumn).data().toString(), QStringLiteral("+3 ~2 −1"));
        QCOMPARE(model.index(1, LayerModel::FilesColumn).data().toString(), "");
        QCOMPARE(model.index(2, LayerModel::WastedColumn).data().toString(), ""); // nothing is no figure
        model.setContents({});
        QCOMPARE(model.rowCount(), 0); // no layers, no image of them
    }

    void wasteNamesLayersAsPeopleCount()
    {
        WasteModel model;
        QAbstractItemModelTester tester(&model);
        api::ImageContents contents;
        contents.waste = {{"/big", 2, 2048, {1, 4}}};
        model.setContents(contents);
        QCOMPARE(model.index(0, WasteModel::LayersColumn).data().toString(), "2, 5");
        QCOMPARE(model.index(0, WasteModel::BytesColumn).data().toString(), "2.0 KiB");
    }

    void historyKeepsItsOrder()
    {
        HistoryModel model;
        QAbstractItemModelTester tester(&model);
        api::ImageHistoryItem run, cmd;
        run.createdBy = "RUN x";
        run.size = 10;
        cmd.createdBy = "CMD sh";
        model.setHistory({cmd, run, cmd}); // the same step twice is two rows
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.at(1).instruction, "RUN x");
        QCOMPARE(model.index(0, HistoryModel::SizeColumn).data().toString(), "");
    }
};

QTEST_GUILESS_MAIN(tst_LayerModel)
#include "tst_layermodel.moc"

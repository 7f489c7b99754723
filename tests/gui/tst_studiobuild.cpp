// Building in the studio, on the real engine: what is predicted is what happens; facts on lines, wasted
// bytes, a failed step with its shell and files, a command written back, secrets, and two builds compared.
#include "tests/gui/realengine.h"

#include "models/images/contenttree.h"
#include "models/system/enginesession.h"
#include "ui/builds/buildform.h"
#include "ui/builds/stepoutput.h"
#include "ui/common/appearance.h"
#include "ui/common/notice.h"
#include "ui/dockerfile/building/buildgutter.h"
#include "ui/dockerfile/building/buildhistory.h"
#include "ui/dockerfile/building/buildpanel.h"
#include "ui/dockerfile/building/buildtimeline.h"
#include "ui/dockerfile/building/triedstep.h"
#include "ui/terminal/terminalsession.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <cstdio>

using namespace quayside;
using models::BuildStep;
using models::Operation;
using models::Prediction;
using ui::BuildPanel;

class tst_StudioBuild : public QObject
{
    Q_OBJECT

    RealEngine m_engine;
    QTemporaryDir m_folder;
    std::unique_ptr<models::EngineSession> m_session;
    std::unique_ptr<models::DockerfileDocument> m_document;
    std::unique_ptr<models::ContextTree> m_tree;
    std::unique_ptr<BuildPanel> m_panel;

    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    void edit(const std::string &text) { m_document->setText(text); }
    // Until the build, and what is said of it, is all there.
    void build(Operation::State expected = Operation::State::Succeeded)
    {
        QVERIFY(m_panel->action(BuildPanel::Build)->isEnabled());
        m_panel->action(BuildPanel::Build)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->operation() != nullptr && !m_panel->operation()->isRunning(),
                                 60'000);
        QVERIFY2(m_panel->operation()->state() == expected, qPrintable(m_panel->operation()->detail()));
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->facts()->builtText() == m_document->text(), 10'000);
        QTRY_VERIFY(m_panel->facts()->facts().first().next.outcome != Prediction::Outcome::Unknown);
        if (expected == Operation::State::Succeeded)
            QTRY_VERIFY_WITH_TIMEOUT(m_panel->facts()->image().has_value(), 20'000);
    }
    [[nodiscard]] const models::InstructionFacts &at(int line) const
    {
        return *m_panel->facts()->factsAt(line);
    }

    // c: from the cache, R: run, m: it may be either, ?: no part of it.
    [[nodiscard]] QString predicted() const
    {
        QString text;
        for (const models::InstructionFacts &facts : m_panel->facts()->facts())
            text += facts.next.outcome == Prediction::Outcome::Cached   ? u'c'
                    : facts.next.outcome == Prediction::Outcome::MayRun ? u'm'
                    : facts.next.outcome == Prediction::Outcome::Runs   ? u'R'
                                                                        : u'?';
        return text;
    }
    [[nodiscard]] QString happened() const
    {
        QString text;
        for (const models::InstructionFacts &facts : m_panel->facts()->facts())
            text += !facts.step                                     ? u'?'
                    : facts.step->instruction.startsWith("FROM")    ? u'-' // is neither
                    : facts.step->state == BuildStep::State::Cached ? u'c'
                                                                    : u'R';
        return text;
    }
    // Predicts what a build of this text does, then builds it.
    void compareWithPrediction(const std::string &text, const QString &expected)
    {
        edit(text);
        QTRY_COMPARE(predicted(), expected);
        build();
        const QString real = happened();
        QCOMPARE(real.size(), expected.size());
        for (int i = 0; i < real.size(); ++i)
            QVERIFY2(real[i] == expected[i] || expected[i] == u'm' || real[i] == u'-',
                     qPrintable(QStringLiteral("instruction %1: %2, not %3").arg(i).arg(real, expected)));
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings().clear();
        QVERIFY2(m_engine.start(), qPrintable(m_engine.log()));
        m_session = std::make_unique<models::EngineSession>(m_engine.socketPath());
        m_session->start();
        m_document = std::make_unique<models::DockerfileDocument>();
        m_tree = std::make_unique<models::ContextTree>();
        m_panel = std::make_unique<BuildPanel>(m_session.get(), m_document.get());
        m_panel->setContextTree(m_tree.get());
        m_panel->resize(1100, 420);
        m_panel->show();
        connect(m_panel.get(), &BuildPanel::aboutToBuild, this,
                [this] { write("Dockerfile", QByteArray::fromStdString(m_document->text())); });
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), models::EngineSession::State::Connected, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->hasFeature("build-folder"), 20'000);
        const QSignalSpy asked(m_panel.get(), &BuildPanel::placeWanted);
        m_panel->action(BuildPanel::Build)->trigger(); // nothing is saved
        QCOMPARE(asked.size(), 1);
        QVERIFY(m_panel->operation() == nullptr);
        write("Dockerfile", "FROM busybox\n");
        write(".dockerignore", "Dockerfile\n.dockerignore\n");
        write("page", "one\n");
        m_tree->setContext(m_folder.path(), "Dockerfile");
        m_panel->setFile(m_folder.path(), "Dockerfile");
        QTRY_VERIFY_WITH_TIMEOUT(hasBusybox(), 40'000);
    }
    void cleanupTestCase()
    {
        m_panel.reset();
        m_tree.reset();
        m_document.reset();
        m_session.reset();
    }

    void tellsOfStagesThatGoBesideEachOther()
    {
        edit("FROM busybox AS web\nRUN echo web; sleep 1; echo w > /w\nFROM busybox AS docs\n"
             "RUN echo docs; sleep 1; echo d > /d\nFROM busybox\nCOPY --from=web /w /\nCOPY --from=docs /d "
             "/\nCOPY page /page\n");
        build();
        QCOMPARE(m_panel->timeline()->stageCount(), 3);
        const QRect web = m_panel->timeline()->barOf(1), docs = m_panel->timeline()->barOf(3);
        QVERIFY(web.top() != docs.top());
        QVERIFY(web.left() < docs.right() && docs.left() < web.right()); // at the same time
        QVERIFY(at(2).step->state == BuildStep::State::Done);
        QVERIFY(at(2).step->size > 0);
        QVERIFY(at(2).step->enterable);
        QSignalSpy line(m_panel.get(), &BuildPanel::showLine);
        QTest::mouseClick(m_panel->timeline()->viewport(), Qt::LeftButton, {}, docs.center());
        QCOMPARE(line.size(), 1);
        QCOMPARE(line.first().first().toInt(), 4);
        QCOMPARE(m_panel->output()->log()->toPlainText(), "docs");
        m_panel->showStepOfLine(2);
        QCOMPARE(m_panel->output()->log()->toPlainText(), "web");
    }

    void saysSoInTheGutter()
    {
        ui::GutterColumn column(QStringLiteral("Build"), 20, this);
        {
            ui::BuildGutter gutter(&column, m_panel->facts());
            QSignalSpy activated(&gutter, &ui::BuildGutter::lineActivated);
            const std::string text = m_document->text();
            QVERIFY(column.at(2) != nullptr);
            QVERIFY2(column.at(2)->text.contains("done"), qPrintable(column.at(2)->text));
            QVERIFY(!column.at(2)->faded);
            column.at(2)->activate();
            QCOMPARE(activated.size(), 1);
            QCOMPARE(activated.first().first().toInt(), 2);
            const QColor light = column.at(2)->color;
            ui::applyScheme(ui::Scheme::Dark);
            emit column.paletteChanged(); // as its editor says it
            QVERIFY(column.at(2)->color != light);
            ui::applyScheme(ui::Scheme::Light);
            emit column.paletteChanged();
            QCOMPARE(column.at(2)->color, light);
            edit("# above\n" + text + "RUN echo new\n"); // marks go with their lines
            QVERIFY(column.at(1) == nullptr);
            QVERIFY(column.at(3)->text.contains("done"));
            QTRY_VERIFY(column.at(10) != nullptr && column.at(10)->faded);
            QVERIFY(column.at(10)->toolTip.contains("next build"));
            edit(text);
        }
        QVERIFY(column.marks().isEmpty());
    }

    void predictsWhatTheNextBuildDoes()
    {
        const std::string base =
            "FROM busybox AS made\nRUN echo made > /made\nFROM busybox\nCOPY page /page\nRUN echo one\n"
            "ARG WHO=me\nRUN echo $WHO\nCOPY --from=made /made /made\nRUN cat /made\nCMD [\"true\"]\n";
        edit(base);
        build();
        QCOMPARE(predicted(), "cccccccccc");
        compareWithPrediction(base, "cccccccccc");
        // A command: all below it in its stage.
        std::string text = base;
        text.replace(text.find("echo one"), 8, "echo two");
        compareWithPrediction(text, "ccccRRRRRR");
        // Metadata are a step like any other.
        text.insert(text.find("COPY page"), "LABEL a=b\n");
        compareWithPrediction(text, "cccRRRRRRRR");
        // Of an argument only those commands that see it.
        text.replace(text.find("WHO=me"), 6, "WHO=us");
        compareWithPrediction(text, "ccccccRRRRR");
        // At the end.
        text.replace(text.find("[\"true\"]"), 8, "[\"false\"]");
        compareWithPrediction(text, "ccccccccccR");
        // Another stage: what is taken from it may be the same.
        text.replace(text.find("echo made >"), 11, "echo  made >");
        compareWithPrediction(text, "cRccccccmmm");
    }

    void seesFilesThatHaveChanged()
    {
        edit("FROM busybox\nRUN echo first\nCOPY page /page\nRUN cat /page\n");
        build();
        QTRY_COMPARE(predicted(), "cccc");
        write("page", "another\n");
        QTRY_COMPARE(predicted(), "ccmm");
        QCOMPARE(QString::fromStdString(at(3).next.name), "page");
        build();
        QCOMPARE(happened(), "-cRR");
        QTRY_COMPARE(predicted(), "cccc");
    }

    void seesWhatTheBaseBringsAlong()
    {
        auto *name = m_panel->form()->findChild<QLineEdit *>("name");
        name->setText("base:1");
        edit("FROM busybox\nONBUILD COPY page /page\nONBUILD RUN echo pulled\n");
        build();
        name->setText("app:1");
        const std::string app = "FROM base:1\nRUN cat /page\n";
        edit(app);
        build();
        QTRY_COMPARE(predicted(), "cc");
        write("page", "brought along\n");
        QTRY_COMPARE(predicted(), "mm"); // the trigger copies it
        QCOMPARE(QString::fromStdString(at(1).next.name), "page");
        build();
        QCOMPARE(happened(), "-R");
        QTRY_COMPARE(predicted(), "cc");
        // The name stands for another image, which has no triggers.
        bool tagged = false;
        m_session->client()->tagImage("busybox", "base", "1", this,
                                      [&](const Result<void> &) { tagged = true; });
        QTRY_VERIFY(tagged);
        QTRY_COMPARE(predicted(), "RR");
        QVERIFY2(models::BuildFacts::nextText(at(1)).contains("base:1"),
                 qPrintable(models::BuildFacts::nextText(at(1))));
        edit("FROM base:1\nRUN echo /page\n"); // there is no such file any more
        compareWithPrediction(m_document->text(), "RR");
        QTRY_COMPARE(predicted(), "cc");
        name->clear();
    }

    void namesTheWaste()
    {
        edit("FROM busybox\nRUN dd if=/dev/zero of=/big bs=1M count=3 2>/dev/null\nRUN rm /big\n");
        build();
        QTRY_VERIFY(at(3).wastedBytes() >= 3 << 20);
        QVERIFY(at(2).waste.isEmpty());
        const QString sentence = m_panel->facts()->wasteText(at(3).waste.first());
        QVERIFY2(sentence.contains("line 2") && sentence.contains("big"), qPrintable(sentence));
    }

    void handsSecretsOver()
    {
        write("token", "hunter2");
        edit("FROM busybox\nRUN --mount=type=secret,id=token wc -c < /run/secrets/token\n");
        auto *secrets = m_panel->form()->findChild<QPlainTextEdit *>("secrets");
        secrets->setPlainText("token=" + m_folder.filePath("token"));
        build();
        m_panel->showStepOfLine(2);
        QCOMPARE(m_panel->output()->log()->toPlainText().trimmed(), "7");
        secrets->setPlainText("token=/nowhere/file");
        m_panel->action(BuildPanel::Build)->trigger();
        QTRY_VERIFY(m_panel->operation()->state() == Operation::State::Failed);
        QVERIFY2(m_panel->notice()->text().contains("/nowhere/file"), qPrintable(m_panel->notice()->text()));
        secrets->setPlainText({});
    }

    void opensAFailedStep()
    {
        edit("FROM busybox\n# why\nRUN echo half > /half; exit 3\nRUN echo never\n");
        build(Operation::State::Failed);
        ui::GutterColumn column(QStringLiteral("Build"), 20, this);
        const ui::BuildGutter gutter(&column, m_panel->facts());
        QVERIFY(column.at(3) != nullptr && !column.at(3)->faded); // what a person looks for
        QVERIFY(column.at(4) != nullptr && column.at(4)->faded);
        ui::TriedStep *tried = m_panel->triedStep();
        QVERIFY(tried->isVisible()); // nobody has to look for it
        QSignalSpy line(m_panel.get(), &BuildPanel::showLine);
        QTRY_VERIFY(tried->enterButton()->isEnabled());
        tried->enterButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(tried->terminal() != nullptr && tried->terminal()->isRunning(), 30'000);
        tried->terminal()->type("cat /half; echo $((6*7))\n");
        QTRY_VERIFY_WITH_TIMEOUT(tried->terminal()->text().contains("42"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(tried->files()->rowCount() == 1, 20'000);
        QCOMPARE(tried->files()->index(0, 0).data().toString(), "half");
        // What worked there goes into the text, in place of the line, and the comment stays.
        QVERIFY(tried->writeBack("echo whole > /half", ui::TriedStep::Place::Replace));
        QCOMPARE(QString::fromStdString(m_document->text()),
                 "FROM busybox\n# why\nRUN echo whole > /half\nRUN echo never\n");
        QCOMPARE(line.last().first().toInt(), 3);
        QVERIFY(!tried->writeBack("echo x", ui::TriedStep::Place::Above)); // it is another line now
        QTRY_COMPARE(predicted(), "cRR");
        build();
        QVERIFY(tried->terminal() == nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(containers(), 0, 20'000); // the shell's went
    }

    void entersAnyStep()
    {
        m_panel->showStepOfLine(3);
        m_panel->action(BuildPanel::TryStep)->trigger();
        ui::TriedStep *tried = m_panel->triedStep();
        QTRY_VERIFY_WITH_TIMEOUT(tried->terminal() != nullptr && tried->terminal()->isRunning(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(tried->files()->rowCount() == 1, 20'000);
        auto *command = tried->findChild<QLineEdit *>("command");
        auto *place = tried->findChild<QComboBox *>("place");
        place->setCurrentIndex(place->findData(int(ui::TriedStep::Place::Below)));
        command->setText("echo below");
        QTest::keyClick(command, Qt::Key_Return);
        QCOMPARE(QString::fromStdString(m_document->text()),
                 "FROM busybox\n# why\nRUN echo whole > /half\nRUN echo below\nRUN echo never\n");
        QVERIFY(tried->writeBack("echo above", ui::TriedStep::Place::Above));
        QVERIFY(m_document->text().contains("# why\nRUN echo above\nRUN echo whole"));
        tried->clear();
        QTRY_COMPARE_WITH_TIMEOUT(containers(), 0, 20'000);
    }

    void comparesTwoBuilds()
    {
        ui::BuildHistory *history = m_panel->history();
        QTRY_VERIFY_WITH_TIMEOUT(history->ids().size() >= 10, 10'000);
        QTRY_COMPARE(history->list()->topLevelItemCount(), int(history->ids().size()));
        QTreeWidgetItem *newest = history->list()->topLevelItem(0),
                        *before = history->list()->topLevelItem(1);
        newest->setSelected(true);
        before->setSelected(true);
        QTRY_COMPARE_WITH_TIMEOUT(history->comparison()->topLevelItemCount(), 4, 10'000);
        QStringList lines;
        for (int row = 0; row < 4; ++row)
            lines.append(history->comparison()->topLevelItem(row)->text(0));
        QVERIFY2(lines.filter("exit 3").size() == 1 && lines.filter("exit 3").first().startsWith(u'−'),
                 qPrintable(lines.join(u'|')));
        QVERIFY(lines.filter("whole").first().startsWith(u'+'));
    }

    void canBeCancelled()
    {
        edit("FROM busybox\nRUN echo begun; sleep 1000\n");
        m_panel->action(BuildPanel::Build)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->output()->log()->toPlainText().contains("begun"), 60'000); // live
        QVERIFY(!m_panel->action(BuildPanel::Build)->isEnabled());
        m_panel->action(BuildPanel::Cancel)->trigger();
        QTRY_VERIFY(m_panel->operation()->state() == Operation::State::Cancelled);
        QTRY_VERIFY(m_panel->action(BuildPanel::Build)->isEnabled());
        QTRY_VERIFY(at(2).isStale()); // it was not done
    }

private:
    bool hasBusybox()
    {
        bool done = false, here = false;
        m_session->client()->listImages({}, this, [&](const auto &list) {
            here = list && std::ranges::any_of(*list, [](const auto &image) {
                       return std::ranges::contains(image.repoTags, "busybox:latest");
                   });
            done = true;
        });
        return QTest::qWaitFor([&] { return done; }, 5000) && here;
    }
    int containers()
    {
        int count = -1;
        m_session->client()->listContainers({.all = true}, this,
                                            [&](const auto &list) { count = list ? int(list->size()) : -2; });
        (void)QTest::qWaitFor([&] { return count != -1; }, 5000);
        return count;
    }
};

int main(int argc, char *argv[])
{
    if (const QString missing = RealEngine::missing(); !missing.isEmpty()) {
        std::printf("SKIP: missing %s\n", qPrintable(missing));
        return 77;
    }
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName("quayside-studiobuild-test");
    QApplication::setOrganizationName("quayside");
    tst_StudioBuild test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_studiobuild.moc"

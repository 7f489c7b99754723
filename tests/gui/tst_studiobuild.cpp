// Building in the studio, on the real engine: what is predicted is what happens; facts on lines, wasted
// bytes, a failed step with its shell and files, a command written back, secrets, and two builds compared.
#include "tests/gui/buildingtest.h"

#include "models/client/builds.h"
#include "models/images/contenttree.h"
#include "models/system/enginesession.h"
#include "ui/builds/buildform.h"
#include "ui/builds/stepoutput.h"
#include "ui/common/appearance.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
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
#include <QLabel>
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

class tst_StudioBuild : public BuildingTest
{
    Q_OBJECT

    BuildPanel *m_panel = nullptr;

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
        openStudio();
        m_panel = panel();
        models::DockerfileDocument document;
        BuildPanel unsaved(m_session.get(), &document);
        const QSignalSpy asked(&unsaved, &BuildPanel::placeWanted);
        unsaved.action(BuildPanel::Build)->trigger();
        QCOMPARE(asked.size(), 1);
        QVERIFY(unsaved.operation() == nullptr);
    }
    void cleanupTestCase() { closeWindow(); }

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
        QSignalSpy line(m_panel, &BuildPanel::showLine);
        QTest::mouseClick(m_panel->timeline()->viewport(), Qt::LeftButton, {}, docs.center());
        QCOMPARE(line.size(), 1);
        QCOMPARE(line.first().first().toInt(), 4);
        QCOMPARE(m_panel->output()->log()->toPlainText(), "docs");
        m_panel->showStepOfLine(2);
        QCOMPARE(m_panel->output()->log()->toPlainText(), "web");
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
        compareWithPrediction(text(), "RR");
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
        secrets->setPlainText("token=" + BuildingTest::at("token"));
        build();
        m_panel->showStepOfLine(2);
        QCOMPARE(m_panel->output()->log()->toPlainText().trimmed(), "7");
        secrets->setPlainText("token=/nowhere/file");
        m_panel->action(BuildPanel::Build)->trigger();
        QTRY_VERIFY(m_panel->operation()->state() == Operation::State::Failed);
        QVERIFY2(m_panel->notice()->text().contains("/nowhere/file") &&
                     m_panel->notice()->text().contains("does not exist"),
                 qPrintable(m_panel->notice()->text()));
        emit m_panel->history()->filled(); // a list that comes now takes nothing of that away
        QVERIFY(m_panel->notice()->isVisible());
        secrets->setPlainText({});
    }

    void handsTheFormOver()
    {
        edit("FROM busybox AS made\nARG WHO=nobody\nRUN echo for $WHO\nFROM busybox\nRUN echo other\n");
        const ui::BuildForm *form = m_panel->form();
        form->findChild<QLineEdit *>("name")->setText("studio/formed:1");
        form->findChild<QComboBox *>("target")->setEditText("made");
        auto *arguments = form->findChild<QPlainTextEdit *>("arguments");
        auto *platform = form->findChild<QLineEdit *>("platform");
        arguments->setPlainText("WHO=you");
        build();
        const api::BuildRecord &record = m_panel->facts()->build()->record();
        QVERIFY(std::ranges::contains(record.tags, "studio/formed:1"));
        QCOMPARE(QString::fromStdString(record.target), "made");
        QVERIFY(std::ranges::contains(record.arguments, "WHO"));
        QVERIFY(!at(5).step); // of the other stage
        m_panel->showStepOfLine(3);
        QCOMPARE(m_panel->output()->log()->toPlainText().trimmed(), "for you");
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("studio/formed:1"), 10'000);
        // Another platform: there is no such image here, and no registry to be asked for one.
        platform->setText("linux/s390x");
        m_panel->action(BuildPanel::Build)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_panel->operation()->state() == Operation::State::Failed, 20'000);
        QCOMPARE(QString::fromStdString(m_panel->facts()->build()->record().platform), "linux/s390x");
        arguments->setPlainText("no argument");
        m_panel->action(BuildPanel::Build)->trigger();
        QVERIFY2(m_panel->notice()->text().contains("no argument"), qPrintable(m_panel->notice()->text()));
        QVERIFY(form->isVisible()); // where it can be mended
        arguments->clear();
        platform->clear();
        form->findChild<QLineEdit *>("name")->clear();
        form->findChild<QComboBox *>("target")->setEditText({});
    }

    void opensAFailedStep()
    {
        edit("FROM busybox\n# why\nRUN echo half > /half; exit 3\nRUN echo never\n");
        m_pane->editor()->setFocus();
        build(Operation::State::Failed);
        ui::GutterColumn column(QStringLiteral("Build"), 20, this);
        const ui::BuildGutter gutter(&column, m_panel->facts(), m_panel->changes());
        QVERIFY(column.at(3) != nullptr && !column.at(3)->faded); // what a person looks for
        QVERIFY(column.at(4) != nullptr && column.at(4)->faded);
        ui::TriedStep *tried = m_panel->triedStep();
        QVERIFY(tried->isVisible()); // nobody has to look for it
        QSignalSpy line(m_panel, &BuildPanel::showLine);
        QTRY_VERIFY_WITH_TIMEOUT(tried->terminal() != nullptr && tried->terminal()->isRunning(), 30'000);
        QVERIFY(!tried->isAncestorOf(m_window->focusWidget())); // somebody may be typing elsewhere
        tried->terminal()->type("cat /half; echo $((6*7))\n");
        QTRY_VERIFY_WITH_TIMEOUT(tried->terminal()->text().contains("42"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(tried->files()->rowCount() == 1, 20'000);
        QCOMPARE(tried->files()->index(0, 0).data().toString(), "half");
        // What worked there goes into the text, in place of the line, and the comment stays.
        tried->terminal()->type("echo whole > /half\n");
        auto *command = tried->findChild<QLineEdit *>("command");
        QTRY_COMPARE_WITH_TIMEOUT(command->text(), "echo whole > /half", 20'000);
        QTest::mouseClick(tried->findChild<QPushButton *>("write"), Qt::LeftButton);
        QCOMPARE(command->text(), "");
        QCOMPARE(QString::fromStdString(text()),
                 "FROM busybox\n# why\nRUN echo whole > /half\nRUN echo never\n");
        QCOMPARE(line.last().first().toInt(), 3);
        QVERIFY(!tried->writeBack("echo x", ui::TriedStep::Place::Above)); // it is another line now
        QTRY_COMPARE(predicted(), "cRR");
        build();
        QVERIFY(tried->terminal() == nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(containers(), 0, 20'000); // the shell's went
    }

    // A build that fails while something else is looked at opens its shell when somebody comes to see.
    void opensNothingOutOfSight()
    {
        edit("FROM busybox\nRUN echo half > /half; exit 4\n");
        m_panel->action(BuildPanel::Build)->trigger();
        m_window->showPage(ui::MainWindow::Images);
        QTRY_VERIFY_WITH_TIMEOUT(!m_panel->operation()->isRunning(), 60'000);
        QCOMPARE(m_panel->operation()->state(), Operation::State::Failed);
        QCOMPARE(containers(), 0);
        ui::TriedStep *tried = m_panel->triedStep();
        QVERIFY(tried->terminal() == nullptr);
        // Whoever removed its record meanwhile took the files, too: that is said in place of the shell.
        bool removed = false;
        client::removeBuild(*m_session->client(), m_panel->operation()->id().toStdString(), this,
                            [&](const Result<> &done) { removed = done.has_value(); });
        QTRY_VERIFY(removed);
        m_window->showPage(ui::MainWindow::Dockerfiles);
        QTRY_VERIFY(tried->isVisible());
        auto *closed = tried->findChild<ui::Placeholder *>();
        QTRY_VERIFY_WITH_TIMEOUT(closed->isVisible() && said(closed).contains("No shell can be opened"),
                                 20'000);
        // The next one is there.
        edit("FROM busybox\nRUN echo half > /half; exit 5\n");
        m_panel->action(BuildPanel::Build)->trigger();
        m_window->showPage(ui::MainWindow::Images);
        QTRY_VERIFY_WITH_TIMEOUT(!m_panel->operation()->isRunning(), 60'000);
        m_window->showPage(ui::MainWindow::Dockerfiles);
        QTRY_VERIFY_WITH_TIMEOUT(tried->terminal() != nullptr && tried->terminal()->isRunning(), 30'000);
        edit("FROM busybox\n# why\nRUN echo whole > /half\nRUN echo never\n");
        build();
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
        QCOMPARE(QString::fromStdString(text()),
                 "FROM busybox\n# why\nRUN echo whole > /half\nRUN echo below\nRUN echo never\n");
        QVERIFY(tried->writeBack("echo above", ui::TriedStep::Place::Above));
        QVERIFY(text().contains("# why\nRUN echo above\nRUN echo whole"));
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
        QVERIFY2(lines.filter("exit 5").size() == 1 && lines.filter("exit 5").first().startsWith(u'−'),
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
    static QString said(const QWidget *in)
    {
        QStringList words;
        for (const QLabel *label : in->findChildren<QLabel *>())
            words.append(label->text());
        return words.join(u' ');
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_StudioBuild>(argc, argv);
}

#include "tst_studiobuild.moc"

// The page System, in the real window with a real engine: events, what lies on the disk, what the engine is.
#include "tests/gui/windowtest.h"

#include "ui/common/filteredit.h"
#include "ui/common/prunedialog.h"
#include "ui/containers/containerspage.h"
#include "ui/system/diagnosticsdialog.h"
#include "ui/system/diskmap.h"
#include "ui/system/diskobjects.h"
#include "ui/system/diskview.h"
#include "ui/system/enginefacts.h"
#include "ui/system/eventspage.h"
#include "ui/system/eventstrip.h"
#include "ui/system/systempage.h"
#include "ui/system/tidyup.h"
#include "ui/volumes/volumespage.h"

#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTextEdit>
#include <QTreeWidget>

using namespace quayside;
using models::ContainerState;
using ui::MainWindow;
using ui::SystemPage;

class tst_System : public WindowTest
{
    Q_OBJECT

    SystemPage *open(SystemPage::Tab tab)
    {
        m_window->showPage(MainWindow::System);
        m_window->systemPage()->showTab(tab);
        return m_window->systemPage();
    }
    [[nodiscard]] QStringList told() const
    {
        QStringList told;
        for (const models::EventRow &row : m_session->events()->model()->rows())
            told.append(row.sentence());
        return told;
    }
    template <typename Widget>
    [[nodiscard]] static QStringList textsOf(const QWidget *parent)
    {
        QStringList texts;
        for (const Widget *widget : parent->template findChildren<Widget *>())
            texts.append(widget->text());
        return texts;
    }

private slots:
    void initTestCase()
    {
        openWindow();
        m_early = makeContainer(QStringLiteral("early"), {"sleep", "1000"});
        QVERIFY(isIn("early", ContainerState::Running));
    }
    void cleanupTestCase() { closeWindow(); }

    void tellsWhatHappenedBeforeAndWhatHappens()
    {
        auto *events = open(SystemPage::Events)->events();
        QTRY_VERIFY(told().contains("early was started")); // long before the page was opened
        makeContainer(QStringLiteral("late"), {"sh", "-c", "exit 3"}, false);
        actions()->run(ui::ContainerActions::Start, {row("late")->id});
        QTRY_VERIFY_WITH_TIMEOUT(told().contains("late ended with code 3"), 15'000);
        QTRY_COMPARE(events->face(), ui::ListPage::Face::List);
        // The latest stands first.
        const auto *shown = events->shownModel();
        QVERIFY(shown->index(0, 0).data().toString().startsWith("late"));
    }

    void theTimeLineLeadsToARow()
    {
        auto *events = open(SystemPage::Events)->events();
        QString key;
        for (const models::EventRow &event : m_session->events()->model()->rows()) {
            if (event.sentence() == u"late ended with code 3")
                key = event.key();
        }
        QTRY_VERIFY(!events->strip()->placeOf(key).isNull());
        QTRY_VERIFY(events->strip()->isVisible());
        QTest::mouseClick(events->strip(), Qt::LeftButton, {}, events->strip()->placeOf(key).toPoint());
        QVERIFY(!events->strip()->current().isEmpty()); // one at that place
        QCOMPARE(events->currentKey(), events->strip()->current());
        QVERIFY(events->strip()->accessibleName().contains("late"));
        QTest::keyClick(events->strip(), Qt::Key_Home);
        const QString earliest = events->strip()->current();
        for (const models::EventRow &row : m_session->events()->model()->rows()) {
            if (row.key() != earliest && !events->strip()->placeOf(row.key()).isNull())
                QVERIFY(events->strip()->placeOf(row.key()).x() >= events->strip()->placeOf(earliest).x());
        }
        QTest::keyClick(events->strip(), Qt::Key_Right);
        QVERIFY(events->currentKey() != earliest);
        events->select(key); // the other way round
        QCOMPARE(events->strip()->current(), key);
        events->filterEdit()->setText("action:start");
        QTRY_VERIFY(events->strip()->placeOf(key).isNull()); // what the filter hides is not there either
        events->filterEdit()->clear();
    }

    void leadsToWhatItHappenedTo()
    {
        auto *events = open(SystemPage::Events)->events();
        for (const models::EventRow &event : m_session->events()->model()->rows()) {
            if (event.id == m_early && event.action == u"start")
                events->select(event.key());
        }
        QVERIFY(!events->currentKey().isEmpty());
        events->focusList();
        QTest::keyClick(events->table(), Qt::Key_Return);
        QTRY_COMPARE(page()->currentKey(), m_early);
        QVERIFY(page()->isVisible());
    }

    void saysWhatLiesOnTheDisk()
    {
        auto *disk = open(SystemPage::Disk)->disk();
        QTRY_COMPARE(disk->shown().containerCount, 2);
        const auto before = disk->shown();
        QVERIFY(before.images > 0);
        QCOMPARE(before.total(), before.images + before.containers + before.volumes + before.buildCache);
        // What a container writes is counted, in that part and in the sum.
        makeContainer(QStringLiteral("writer"), {"dd", "if=/dev/zero", "of=/big", "bs=1M", "count=3"}, false);
        actions()->run(ui::ContainerActions::Start, {row("writer")->id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("writer", ContainerState::Exited), 15'000);
        for (QPushButton *button : disk->findChildren<QPushButton *>()) {
            if (button->text().contains("Measure"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE(disk->shown().containerCount, 3);
        QVERIFY(disk->shown().containers >= before.containers + (3 << 20));
        QVERIFY(disk->shown().stoppedContainers >= 3 << 20);
        QVERIFY(disk->shown().total() >= before.total() + (3 << 20));
        QVERIFY(textsOf<QLabel>(disk).filter("on the disk").size() == 1);
    }

    void tidiesUpWhereItSaysExactlyWhatGoes()
    {
        auto *disk = open(SystemPage::Disk)->disk();
        QTRY_VERIFY(disk->shown().stoppedContainers > 0);
        QPushButton *tidy = nullptr;
        for (QPushButton *button : disk->findChildren<QPushButton *>()) {
            if (button->accessibleName().contains("container"))
                tidy = button;
        }
        QVERIFY(tidy != nullptr && tidy->isEnabled());
        QTest::mouseClick(tidy, Qt::LeftButton);
        QTRY_VERIFY(m_window->findChild<ui::PruneDialog *>() != nullptr);
        auto *dialog = m_window->findChild<ui::PruneDialog *>();
        QVERIFY(dialog->isVisible());
        dialog->reject();
        QVERIFY(page()->isVisible());
    }

    void mapsTheDiskObjectByObject()
    {
        auto *disk = open(SystemPage::Disk)->disk();
        QTRY_VERIFY(disk->shown().total() > 0);
        ui::DiskObjects *objects = disk->objects();
        // Map, list and bar add up to the same.
        std::int64_t sum = 0;
        int writer = -1;
        for (std::size_t i = 0; i < disk->shown().objects.size(); ++i) {
            sum += disk->shown().objects[i].bytes;
            if (disk->shown().objects[i].name == "writer")
                writer = int(i);
        }
        QCOMPARE(sum, disk->shown().total());
        QCOMPARE(objects->list()->topLevelItemCount(), int(disk->shown().objects.size()));
        QVERIFY(writer >= 0);
        // A click on its area chooses it in both, and says what it frees; a double click leads there.
        const QRectF area = objects->map()->areaOf(writer);
        QVERIFY(area.width() > 0 && area.height() > 0);
        QTest::mouseClick(objects->map(), Qt::LeftButton, {}, area.center().toPoint());
        QCOMPARE(objects->map()->current(), writer);
        QCOMPARE(objects->list()->currentItem()->text(0), "writer");
        QVERIFY(objects->sentence().contains("frees exactly 3.0 MiB"));
        objects->map()->setFocus();
        QTest::keyClick(objects->map(), Qt::Key_Left);
        QTest::keyClick(objects->map(), Qt::Key_Up);
        objects->map()->setCurrent(writer);
        QTest::keyClick(objects->map(), Qt::Key_Return);
        QTRY_COMPARE(page()->currentKey(), row("writer")->id);
        QVERIFY(page()->isVisible());
    }

    void tidiesUpAllThatIsTicked()
    {
        auto *disk = open(SystemPage::Disk)->disk();
        ui::TidyUp *tidy = disk->tidyUpAll();
        QTRY_VERIFY_WITH_TIMEOUT(tidy->dialog() != nullptr, 20'000);
        ui::PruneDialog *dialog = tidy->dialog();
        const QString writer = "container:" + row("writer")->id, late = "container:" + row("late")->id;
        const QStringList offered = dialog->chosenKeys();
        QVERIFY(offered.contains(writer) && offered.contains(late));
        QVERIFY(!offered.contains("container:" + m_early)); // it runs
        QVERIFY(offered.filter("volume:").isEmpty() && offered.filter("image:").isEmpty());
        dialog->setChosen(late, false);
        QTest::mouseClick(dialog->removeButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(row("writer") == nullptr, 20'000);
        QVERIFY(row("late") != nullptr && row("early") != nullptr); // not ticked, not offered
        QVERIFY(hasImage(image));
    }

    void aReportHoldsNoSecret()
    {
        models::RunOptions options;
        options.image = image;
        options.name = "secretive";
        options.command = {"echo", "s3cret-command"};
        options.environment = {{"TOKEN", "s3cret-value"}};
        options.labels = {{"owner", "s3cret-label"}};
        makeContainer(options, false);
        QSettings().setValue("builds/remembered", "{\"arguments\":\"s3cret-argument\"}");
        ui::DiagnosticsDialog *dialog = m_window->openDiagnostics();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->diagnostics().isComplete(), 30'000);
        QByteArray all;
        for (const models::DiagnosticsFile &file : dialog->diagnostics().files())
            all += file.name.toUtf8() + '\n' + file.content;
        QVERIFY(all.contains("secretive") && all.contains("TOKEN=***") && all.contains("== /proc/version"));
        QVERIFY(all.contains("layer-explorer")); // what the engine can do
        QVERIFY2(!all.contains("s3cret"), all.mid(all.indexOf("s3cret") - 200, 300).constData());
        const QString path = m_engine.folder() + "/report.tar.gz";
        dialog->saveTo(path);
        QProcess tar;
        tar.start("tar", {"-xzOf", path});
        QVERIFY(tar.waitForFinished());
        const QByteArray packed = tar.readAllStandardOutput();
        QVERIFY(packed.contains("TOKEN=***") && !packed.contains("s3cret"));
        dialog->reject();
    }

    void saysWhatTheEngineIs()
    {
        auto *facts = open(SystemPage::Engine)->engine();
        const auto said = [facts] {
            QStringList values;
            for (const QTextEdit *value : facts->findChildren<QTextEdit *>())
                values.append(value->toPlainText());
            return values;
        };
        QTRY_VERIFY(said().contains(m_session->socketPath()));
        QVERIFY(said().contains(m_session->engineName()));
    }

private:
    QString m_early;
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_System>(argc, argv);
}

#include "tst_system.moc"

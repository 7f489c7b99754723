// The page System, in the real window with a real engine: events, what lies on the disk, what the engine is.
#include "tests/gui/windowtest.h"

#include "ui/common/prunedialog.h"
#include "ui/containers/containerspage.h"
#include "ui/system/diskview.h"
#include "ui/system/enginefacts.h"
#include "ui/system/eventspage.h"
#include "ui/system/systempage.h"
#include "ui/volumes/volumespage.h"

#include <QLabel>
#include <QPushButton>
#include <QTextEdit>

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

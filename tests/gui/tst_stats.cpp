// What containers use of the machine: the plots of one, its limits in them, and the columns of the list.
#include "tests/gui/windowtest.h"

#include "models/client/observe.h"
#include "ui/common/notice.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/usecolumns.h"
#include "ui/stats/limithandle.h"
#include "ui/stats/plot.h"
#include "ui/stats/statspane.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>

using namespace quayside;
using models::ContainerModel;
using models::StatsFollower;
using ui::ContainerDetails;
using ui::StatsPane;

class tst_Stats : public WindowTest
{
    Q_OBJECT

private:
    ContainerDetails *details() const { return m_window->containerDetails(); }
    StatsPane *pane() const { return details()->statsPane(); }
    ui::Plot *plot(StatsPane::PlotKind kind) const { return pane()->plot(kind); }

    void openStats(const QString &name)
    {
        page()->select(row(name)->id);
        details()->showTab(ContainerDetails::Stats);
    }
    std::size_t pointsOf(const QString &name) const
    {
        const models::StatsSeries *series = m_session->stats()->find(row(name)->id);
        return series == nullptr ? 0 : series->fine().size();
    }
    api::HostConfig limitsOf(const QString &name)
    {
        std::optional<api::HostConfig> config;
        m_session->client()->inspectContainer(row(name)->id.toStdString(), this,
                                              [&](const Result<api::ContainerInspect> &container) {
                                                  if (container)
                                                      config = container->hostConfig;
                                              });
        (void)QTest::qWaitFor([&] { return config.has_value(); }, 10'000);
        return config.value_or(api::HostConfig());
    }
    QPushButton *noticeButton(const QString &text) const
    {
        for (QPushButton *button : pane()->notice()->findChildren<QPushButton *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
    // Presses the handle, moves up or down and lets go.
    void drag(ui::LimitHandle *handle, int by)
    {
        pane()->findChild<QScrollArea *>()->ensureWidgetVisible(handle);
        const QPoint middle = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, middle);
        const QPoint begun = handle->mapToGlobal(middle); // the handle goes along with the pointer
        for (const int way : {by / 2, by})
            QTest::mouseMove(handle, handle->mapFromGlobal(begun + QPoint(0, way)));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->mapFromGlobal(begun + QPoint(0, by)));
    }
    QString cell(const QString &name, int column) const
    {
        const ContainerModel *model = m_session->containers();
        return model->index(model->rowOf(row(name)->id), column).data().toString();
    }

private slots:
    void initTestCase()
    {
        openWindow();
        m_window->resize(1300, 800);
        makeContainer("busy", {"sh", "-c", "while :; do :; done"});
        makeContainer("calm", {"sleep", "1000"});
        QVERIFY(row("busy") != nullptr && row("calm") != nullptr);
    }
    void cleanupTestCase() { closeWindow(); }

    void plotsOnlyWhileVisible()
    {
        openStats("busy");
        QTRY_VERIFY_WITH_TIMEOUT(pointsOf("busy") >= 3, 30'000);
        const models::StatsPoint last = m_session->stats()->find(row("busy")->id)->fine().back();
        QVERIFY(last.of(models::Measure::Cpu) > 5); // it does nothing but count
        QVERIFY(last.of(models::Measure::Memory) > 0);
        QVERIFY(last.of(models::Measure::Programs) > 0);
        QTRY_VERIFY(plot(StatsPane::Cpu)->text().contains('%'));
        QVERIFY(plot(StatsPane::Memory)->text().contains("in use"));
        QCOMPARE(plot(StatsPane::Memory)->content().lines.size(), 5);
        details()->showTab(ContainerDetails::Overview);
        QCOMPARE(pane()->follower().state(), StatsFollower::State::Idle);
        const std::size_t before = pointsOf("busy");
        openStats("calm");
        QTRY_VERIFY_WITH_TIMEOUT(pointsOf("calm") >= 2, 30'000);
        QCOMPARE(pointsOf("busy"), before);
        openStats("busy"); // what was seen of it is there again, before anything new comes
        QVERIFY(plot(StatsPane::Cpu)->content().times.size() >= qsizetype(before));
    }

    void keysLeadThroughTheMoments()
    {
        openStats("busy");
        QTRY_VERIFY_WITH_TIMEOUT(pointsOf("busy") >= 3, 30'000);
        pane()->pauseButton()->click();
        ui::Plot *cpu = plot(StatsPane::Cpu);
        cpu->setFocus();
        const QString newest = cpu->accessibleDescription();
        QTest::keyClick(cpu, Qt::Key_Left);
        QTest::keyClick(cpu, Qt::Key_Home);
        QVERIFY(cpu->cursorTime().has_value());
        QCOMPARE(*cpu->cursorTime(), cpu->content().times.first());
        QCOMPARE(plot(StatsPane::Memory)->cursorTime(), cpu->cursorTime()); // all show the same moment
        QVERIFY2(cpu->accessibleDescription().contains(QRegularExpression("^\\d\\d:\\d\\d:\\d\\d: .*%")),
                 qPrintable(cpu->accessibleDescription()));
        QTest::keyClick(cpu, Qt::Key_Right);
        QCOMPARE(*cpu->cursorTime(), cpu->content().times[1]);
        QTest::keyClick(cpu, Qt::Key_Escape);
        QVERIFY(!cpu->cursorTime().has_value());
        QCOMPARE(cpu->accessibleDescription(), newest);
        // Paused: what comes is remembered and not shown.
        const qsizetype shown = cpu->content().times.size();
        const std::size_t known = pointsOf("busy");
        QTRY_VERIFY_WITH_TIMEOUT(pointsOf("busy") > known + 1, 30'000);
        QVERIFY(cpu->content().times.size() <= shown + 1); // one may have been on its way
        pane()->pauseButton()->click();
        QTRY_VERIFY(cpu->content().times.size() > shown);
    }

    void thePointerShowsAMoment()
    {
        openStats("busy");
        QTRY_VERIFY_WITH_TIMEOUT(pointsOf("busy") >= 3, 30'000);
        ui::Plot *cpu = plot(StatsPane::Cpu);
        const auto &scale = cpu->scale();
        const qint64 time = cpu->content().times.last();
        QTest::mouseMove(cpu, QPoint(int(scale.x(time)) - 1, int(scale.area.center().y())));
        QTRY_VERIFY(cpu->cursorTime().has_value());
        QVERIFY(cpu->content().nearest(*cpu->cursorTime()) >= 0);
        pane()->rangeChoice()->setCurrentIndex(1);
        QCOMPARE(cpu->content().to - cpu->content().from, 3'600'000);
        pane()->rangeChoice()->setCurrentIndex(0);
        QCOMPARE(cpu->content().to - cpu->content().from, 300'000);
    }

    void aDraggedLimitHoldsWhenItIsLetGo()
    {
        openStats("busy");
        ui::LimitHandle *handle = plot(StatsPane::Cpu)->limit();
        QTRY_VERIFY_WITH_TIMEOUT(handle->isVisible() && pointsOf("busy") >= 2, 30'000);
        QCOMPARE(handle->value(), 0.0);
        QVERIFY(handle->accessibleName().contains("none"));
        const int height = int(plot(StatsPane::Cpu)->scale().area.height());
        drag(handle, height * 2 / 3);
        QTRY_VERIFY_WITH_TIMEOUT(pane()->notice()->text().contains("may use"), 10'000);
        const auto nano = limitsOf("busy").nanoCpus;
        QVERIFY2(nano >= 50'000'000 && nano < 4'000'000'000, qPrintable(QString::number(nano)));
        QTRY_COMPARE(handle->value(), double(nano) / 1e7); // as the engine says
        QVERIFY(!handle->isMoving());
        QTRY_VERIFY(noticeButton("Undo") != nullptr);
        QTest::mouseClick(noticeButton("Undo"), Qt::LeftButton); // there was none before
        QTRY_COMPARE_WITH_TIMEOUT(limitsOf("busy").nanoCpus, 0, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(handle->value(), 0.0, 10'000);
        drag(handle, height * 2 / 3);
        QTRY_VERIFY_WITH_TIMEOUT(limitsOf("busy").nanoCpus == nano, 20'000);
        QTRY_COMPARE(handle->value(), double(nano) / 1e7);
        handle->setFocus();
        QTest::keyClick(handle, Qt::Key_PageDown);
        QTest::keyClick(handle, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(limitsOf("busy").nanoCpus < nano, 20'000);
        QTRY_VERIFY(noticeButton("Undo") != nullptr);
        QTest::mouseClick(noticeButton("Undo"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(limitsOf("busy").nanoCpus, nano, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(handle->value(), double(nano) / 1e7, 10'000);
    }

    void keysMoveALimit()
    {
        openStats("calm");
        ui::LimitHandle *handle = plot(StatsPane::Processes)->limit();
        QTRY_VERIFY_WITH_TIMEOUT(pointsOf("calm") >= 2, 30'000);    // what is shown is this one's
        QTRY_COMPARE_WITH_TIMEOUT(handle->value(), 2048.0, 30'000); // the engine's own where none is given
        handle->setFocus();
        QTest::keyClick(handle, Qt::Key_PageDown);
        QTest::keyClick(handle, Qt::Key_Down);
        QVERIFY(handle->isMoving());
        QCOMPARE(handle->value(), 992.0);
        QCOMPARE(limitsOf("calm").pidsLimit.value_or(0), 0); // nothing is asked for before Return
        QTest::keyClick(handle, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(handle->value(), 2048.0, 10'000);
        QTest::keyClick(handle, Qt::Key_PageDown);
        QTest::keyClick(handle, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(limitsOf("calm").pidsLimit.value_or(0), 1024, 20'000);
        QTRY_VERIFY(pane()->notice()->text().contains("1024"));
    }

    void memoryBelowItsUseIsAskedAbout()
    {
        openStats("calm");
        ui::LimitHandle *handle = plot(StatsPane::Memory)->limit();
        QTRY_VERIFY_WITH_TIMEOUT(handle->isVisible() && pointsOf("calm") >= 2, 30'000);
        emit handle->limitChosen(64.0 * (1 << 20)); // above what it uses: no question
        QTRY_COMPARE_WITH_TIMEOUT(limitsOf("calm").memory, 64LL << 20, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(handle->value(), 64.0 * (1 << 20), 10'000);
        emit handle->limitChosen(4096); // below it
        QTRY_VERIFY(pane()->notice()->text().contains("may then end its processes"));
        QCOMPARE(limitsOf("calm").memory, 64LL << 20);
        QCOMPARE(handle->value(), 64.0 * (1 << 20));
        QTest::mouseClick(noticeButton("Set the limit"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(pane()->notice()->text().contains("stays as it was"),
                                 10'000); // 4 KiB: refused
        QCOMPARE(limitsOf("calm").memory, 64LL << 20);
    }

    void aStoppedContainerShowsWhatWasSeen()
    {
        openStats("calm");
        QTRY_VERIFY_WITH_TIMEOUT(pointsOf("calm") >= 2, 30'000);
        actions()->run(ui::ContainerActions::Stop, {row("calm")->id});
        QTRY_VERIFY_WITH_TIMEOUT(!row("calm")->isRunning(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(pane()->line().contains("does not run"), 10'000);
        QVERIFY(!plot(StatsPane::Cpu)->content().times.isEmpty());
    }

    void theListShowsTheUseOfAllWhileItIsLookedAt()
    {
        details()->showTab(ContainerDetails::Overview);
        m_window->resize(1600, 800);
        ui::UseColumns *use = page()->use();
        QVERIFY(!use->sampler().isRunning()); // off unless it is asked for
        use->action()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(use->sampler().isRunning(), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(cell("busy", ContainerModel::CpuColumn).contains('%'), 30'000);
        QVERIFY(cell("busy", ContainerModel::MemoryColumn).contains('B'));
        QVERIFY(!cell("busy", ContainerModel::ProcessesColumn).isEmpty());
        QVERIFY(use->totalsText().contains('%'));
        QTRY_VERIFY(m_session->containers()
                        ->index(m_session->containers()->rowOf(row("busy")->id), ContainerModel::CpuColumn)
                        .data(ContainerModel::UseHistoryRole)
                        .value<QList<float>>()
                        .size() >= 1);
        page()->table()->sortByColumn(ContainerModel::CpuColumn, Qt::AscendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(page()->table()->model()->index(0, 0).data().toString(), "busy", 20'000);
        m_window->showPage(ui::MainWindow::Images);
        QTRY_VERIFY(!use->sampler().isRunning());
        m_window->showPage(ui::MainWindow::Containers);
        QTRY_VERIFY(use->sampler().isRunning());
        m_window->showMinimized();
        QTRY_VERIFY(!use->sampler().isRunning());
        m_window->showNormal();
        QTRY_VERIFY(use->sampler().isRunning());
        use->action()->trigger();
        QTRY_VERIFY(!use->sampler().isRunning());
        QVERIFY(page()->table()->isColumnHidden(ContainerModel::CpuColumn));
        QVERIFY(use->totalsText().isEmpty());
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Stats>(argc, argv);
}

#include "tst_stats.moc"

// The drawn time line: nothing overlaps at any width, time runs down, keys lead everywhere.
#include "ui/learn/timeline/timelinedrawing.h"
#include "ui/learn/timeline/timelinepage.h"
#include "ui/learn/timeline/timelineview.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace quayside;
using namespace quayside::ui;
using models::Timeline;

namespace
{

const Shape *find(const Drawing &drawing, const QString &key)
{
    for (const Shape &shape : drawing.shapes)
        if (shape.key == key)
            return &shape;
    return nullptr;
}

QStringList allLessons()
{
    QStringList lessons;
    for (const models::TimelineEntry &entry : Timeline::entries())
        lessons.append(entry.lesson);
    return lessons;
}

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

    QFontMetrics m_metrics{QFont()};

private slots:
    void fitsEveryWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const int width : {200, 300, 419, 420, 700, 1600}) {
            QTest::addRow("%d", width) << width << Qt::LeftToRight;
            QTest::addRow("%d from right to left", width) << width << Qt::RightToLeft;
        }
    }
    void fitsEveryWidth()
    {
        QFETCH(int, width);
        QFETCH(Qt::LayoutDirection, direction);
        const Drawing drawing = drawTimeline(Timeline::entries(), width, m_metrics, direction);
        QCOMPARE(drawing.shapes.size(), Timeline::entries().size());
        double top = 0;
        for (const Shape &shape : drawing.shapes) {
            QVERIFY2(QRectF(0, 0, width, drawing.height).contains(shape.rect), qPrintable(shape.key));
            QVERIFY2(shape.rect.top() > top, qPrintable(shape.key)); // time runs down
            QVERIFY2(shape.rect.width() > 100, qPrintable(shape.key));
            top = shape.rect.top();
            for (const Shape &other : drawing.shapes)
                QVERIFY2(&shape == &other || !shape.rect.intersects(other.rect),
                         qPrintable(shape.key + " and " + other.key));
        }
        const QLineF axis = drawing.arrows.first();
        for (const QLineF &tie : drawing.ties) {
            QCOMPARE(tie.x2(), axis.x1());
            QVERIFY(tie.y2() > axis.y1() && tie.y2() < axis.y2());
        }
    }

    void ancestorsStandBeforeTheAxis()
    {
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            const Drawing drawing = drawTimeline(Timeline::entries(), 700, m_metrics, direction);
            const double axis = drawing.arrows.first().x1();
            const bool mirrored = direction == Qt::RightToLeft;
            QCOMPARE(find(drawing, "lxc")->rect.center().x() > axis, mirrored);
            QCOMPARE(find(drawing, "kernel/pid")->rect.center().x() < axis, mirrored);
        }
        QCOMPARE(drawTimeline({}, 700, m_metrics, Qt::LeftToRight).shapes.size(), 0);
    }

    void keysWalkThroughTimeAndAcross()
    {
        TimelineView view(Timeline::entries());
        view.resize(700, view.heightForWidth(700));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.current(), "chroot");
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.current(), "kernel/capabilities");
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.current(), "kernel/idmapped");
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.current(), "lxd");
        QTest::keyClick(&view, Qt::Key_Left); // nothing is there
        QCOMPARE(view.current(), "lxd");
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.current().startsWith("kernel/"));
        view.setLayoutDirection(Qt::RightToLeft);
        view.setCurrent("lxd");
        QTest::keyClick(&view, Qt::Key_Left);
        QVERIFY(view.current().startsWith("kernel/"));
        QVERIFY(!view.accessibleDescription().isEmpty());
        QSignalSpy opened(&view, &TimelineView::opened);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
    }

    void tellsAndOpensWhatIsChosen()
    {
        TimelinePage page;
        page.resize(900, 600);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QVERIFY(page.text()->toPlainText().contains("1979"));
        QVERIFY(!page.enterButton()->isVisible()); // no lesson is known yet
        QSignalSpy wanted(&page, &TimelinePage::lessonWanted);
        QTest::keyClick(page.view(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 0);
        page.setKnownLessons(allLessons());
        QTest::keyClick(page.view(), Qt::Key_End);
        QTest::keyClick(page.view(), Qt::Key_Left);
        QVERIFY(page.text()->toPlainText().contains("What lives on"));
        QTest::mouseClick(page.enterButton(), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst().at(0).toString(), "room-lxd");
        QTest::keyClick(page.view(), Qt::Key_Return);
        QCOMPARE(wanted.takeFirst().at(0).toString(), "room-lxd");
        // A step of the kernel has a link, and no room.
        page.showEntry("kernel/pid");
        QVERIFY(!page.enterButton()->isVisible());
        QVERIFY(page.text()->toHtml().contains("href=\"pid-namespace\""));
        // What is chosen comes into sight.
        page.showEntry("kernel/idmapped");
        const QRect shown = find(page.view()->drawing(), "kernel/idmapped")->rect.toRect();
        QVERIFY(page.view()->visibleRegion().boundingRect().contains(shown));
    }

    void fitsANarrowWindow()
    {
        TimelinePage page;
        page.setKnownLessons(allLessons());
        for (const int width : {360, 520, 900}) {
            page.resize(width, 560);
            page.show();
            QVERIFY(QTest::qWaitForWindowExposed(&page));
            QCOMPARE(page.width(), width); // nothing makes it wider
            if (const QString folder = qEnvironmentVariable("QUAYSIDE_PICTURES"); !folder.isEmpty())
                page.grab().save(QStringLiteral("%1/timeline-%2.png").arg(folder).arg(width));
        }
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timeline.moc"

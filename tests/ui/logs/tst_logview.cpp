#include "models/logs/logfilter.h"
#include "models/logs/logmodel.h"
#include "models/logs/logsearch.h"
#include "ui/logs/ansipalette.h"
#include "ui/logs/logview.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <ctime>

using namespace quayside;
using models::LogLine;
using models::LogModel;
using models::LogSearch;
using models::LogStream;
using ui::LogView;

namespace
{

// Of the processor, not of the wall: other tests may run beside this one.
class CpuClock
{
public:
    [[nodiscard]] double milliseconds() const
    {
        return 1000.0 * double(std::clock() - m_start) / CLOCKS_PER_SEC;
    }
    void restart() { m_start = std::clock(); }

private:
    std::clock_t m_start = std::clock();
};

void append(LogModel &model, const QList<QByteArray> &texts)
{
    std::vector<LogLine> batch;
    for (const QByteArray &text : texts)
        batch.push_back({text, 1'700'000'000'000'000'000, LogStream::Out});
    model.append(batch);
}

void appendNumbered(LogModel &model, int count)
{
    QList<QByteArray> texts;
    const int from = int(model.firstNumber()) + model.count();
    for (int i = 0; i < count; ++i)
        texts.append("line " + QByteArray::number(from + i));
    append(model, texts);
}

struct Shown {
    LogModel model;
    models::LogFilter filter{&model};
    LogSearch search{&model, &filter};
    LogView view{&model, &filter, &search};

    explicit Shown(LogModel::Limits limits = {}) : model(limits)
    {
        view.resize(500, 300);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
    }
    void paint() { view.grab(); }
};

} // namespace

class tst_LogView : public QObject
{
    Q_OBJECT

private slots:
    void followsNewLines()
    {
        Shown s;
        appendNumbered(s.model, 1000);
        s.paint();
        QVERIFY(s.view.isFollowing());
        QVERIFY(s.view.isLineVisible(999));
        appendNumbered(s.model, 500);
        s.paint();
        QVERIFY(s.view.isLineVisible(1499));
    }

    void stopsWhenScrolledUpAndSaysSo()
    {
        Shown s;
        appendNumbered(s.model, 1000);
        QSignalSpy changed(&s.view, &LogView::followingChanged);
        s.view.verticalScrollBar()->setValue(400);
        s.paint();
        QVERIFY(!s.view.isFollowing());
        QCOMPARE(changed.size(), 1);
        QVERIFY(s.view.isLineVisible(401));
        appendNumbered(s.model, 50);
        s.paint();
        QVERIFY(s.view.isLineVisible(401)); // what is read stays
        QCOMPARE(s.view.linesSinceFollowing(), 50);
        QTest::keyClick(&s.view, Qt::Key_End);
        s.paint();
        QVERIFY(s.view.isFollowing());
        QVERIFY(s.view.isLineVisible(1049));
        QCOMPARE(s.view.linesSinceFollowing(), 0);
    }

    void staysOnTheLineWhenOldOnesGo()
    {
        Shown s(LogModel::Limits{.lines = 40'000, .bytes = 1 << 30});
        for (int i = 0; i < 4; ++i)
            appendNumbered(s.model, 10'000);
        s.view.verticalScrollBar()->setValue(30'000);
        s.paint();
        QVERIFY(s.view.isLineVisible(30'001));
        appendNumbered(s.model, 1000);
        QVERIFY(s.model.firstNumber() > 0);
        s.paint();
        QVERIFY(s.view.isLineVisible(30'001));
    }

    void wrappedLinesEndAtTheBottom()
    {
        Shown s;
        QList<QByteArray> texts;
        for (int i = 0; i < 300; ++i)
            texts.append(QByteArray(400, char('a' + i % 26)));
        append(s.model, texts);
        s.view.setWrap(true);
        s.paint();
        QVERIFY(s.view.isLineVisible(299));
        QVERIFY(!s.view.isLineVisible(200));
        QVERIFY(!s.view.horizontalScrollBar()->isVisible());
        appendNumbered(s.model, 1);
        s.paint();
        QVERIFY(s.view.isLineVisible(300));
    }

    void findsAndShowsMatches()
    {
        Shown s;
        appendNumbered(s.model, 2000);
        s.search.setQuery({"line 77"}); // 77, 770…779
        QTRY_COMPARE(s.search.matchCount(), 11);
        s.view.verticalScrollBar()->setValue(0);
        s.view.findNext();
        s.paint();
        QCOMPARE(s.view.currentMatch(), 77);
        QVERIFY(s.view.isLineVisible(77));
        QVERIFY(!s.view.isFollowing());
        s.view.findNext();
        s.paint();
        QCOMPARE(s.view.currentMatch(), 770);
        QVERIFY(s.view.isLineVisible(770));
        s.view.findPrevious();
        s.view.findPrevious();
        QCOMPARE(s.view.currentMatch(), 779); // around the end
    }

    void copiesWhatIsSeen()
    {
        Shown s;
        append(s.model, {"\x1b[31mred\x1b[0m one", "two"});
        s.view.selectAll();
        QCOMPARE(s.view.selectedText(), "red one\ntwo");
        s.view.copy();
        QCOMPARE(QApplication::clipboard()->text(), "red one\ntwo");
    }

    void selectsWithTheMouse()
    {
        Shown s;
        append(s.model, {"hello world", "second"});
        s.paint();
        const int height = QFontMetrics(s.view.font()).lineSpacing() + 1;
        const int letter = QFontMetrics(s.view.font()).horizontalAdvance(u'h');
        const QPoint start(17, height / 2), end(17 + letter * 3, height + height / 2);
        QTest::mousePress(s.view.viewport(), Qt::LeftButton, Qt::NoModifier, start);
        QMouseEvent move(QEvent::MouseMove, end, s.view.viewport()->mapToGlobal(end), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(s.view.viewport(), &move);
        QTest::mouseRelease(s.view.viewport(), Qt::LeftButton, Qt::NoModifier, end);
        QCOMPARE(s.view.selectedText(), "hello world\nsec");
        QTest::mouseDClick(s.view.viewport(), Qt::LeftButton, Qt::NoModifier,
                           QPoint(17 + letter * 8, height / 2));
        QCOMPARE(s.view.selectedText(), "world");
    }

    // Older lines come in front of what is read, in one go.
    void staysWhenOlderLinesCome()
    {
        Shown s;
        appendNumbered(s.model, 1000);
        s.view.verticalScrollBar()->setValue(400);
        s.paint();
        QVERIFY(s.view.isLineVisible(401));
        models::LogChunkList older;
        for (int i = 0; i < 50'000; ++i)
            older.append({"older", 1, LogStream::Out});
        s.model.prepend(std::move(older));
        s.paint();
        QCOMPARE(s.model.firstNumber(), -50'000);
        QCOMPARE(s.view.verticalScrollBar()->value(), 50'400);
        QVERIFY(s.view.isLineVisible(401));
        s.view.verticalScrollBar()->setValue(0);
        s.paint();
        QVERIFY(s.view.isLineVisible(-50'000));
    }

    void showsOnlyWhatTheFilterLeaves()
    {
        Shown s;
        appendNumbered(s.model, 2000);
        QSignalSpy finished(&s.filter, &models::LogFilter::finished);
        models::LogCriteria criteria;
        criteria.text.text = "line 77"; // 77, 770…779
        QCOMPARE(s.filter.setCriteria(criteria, 0), "");
        QTRY_VERIFY(finished.size() > 0);
        QTRY_COMPARE(s.filter.count(), 11);
        s.paint();
        QVERIFY(s.view.isLineVisible(77));
        QVERIFY(s.view.isLineVisible(779));
        QVERIFY(!s.view.isLineVisible(78));
        s.view.selectAll();
        QCOMPARE(s.view.selectedText().count('\n'), 10);
        appendNumbered(s.model, 6000); // line 7700 … 7799
        QTRY_COMPARE(s.filter.count(), 111);
    }

    void foldsJson()
    {
        Shown s;
        append(s.model,
               {"plain", R"({"level":"error","msg":"it broke","http":{"status":500},"time":"12:00"})"});
        s.paint();
        QCOMPARE(s.view.shownText(1), "12:00  ERROR  it broke  http={\"status\":500}");
        const int height = QFontMetrics(s.view.font()).lineSpacing() + 1;
        QTest::mouseClick(s.view.viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(8, height + height / 2));
        QVERIFY(s.view.isUnfolded(1));
        QVERIFY(s.view.shownText(1).contains("        status: 500"));
        QTest::keyClick(&s.view, Qt::Key_Return); // of the line that was clicked
        QVERIFY(!s.view.isUnfolded(1));
        QTest::keyClick(&s.view, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(s.view.currentNumber(), 0);
        QTest::keyClick(&s.view, Qt::Key_Return); // no JSON: nothing to unfold
        QVERIFY(!s.view.isUnfolded(0));
        s.view.setShowJson(false);
        QVERIFY(s.view.shownText(1).startsWith(R"({"level")"));
    }

    void goesFromEventToEvent()
    {
        Shown s;
        appendNumbered(s.model, 500);
        const LogLine began{"web was started", 1, LogStream::Event};
        s.model.append({&began, 1});
        appendNumbered(s.model, 500);
        s.paint();
        s.view.goToEvent(false);
        s.paint();
        QVERIFY(s.view.isLineVisible(500));
        QCOMPARE(s.view.currentNumber(), 500);
        s.view.goToEvent(true); // no other
        QCOMPARE(s.view.currentNumber(), 500);
    }

    void emptyAndCleared()
    {
        Shown s;
        s.paint();
        s.view.selectAll();
        s.view.findNext();
        QVERIFY(!s.view.hasSelection());
        appendNumbered(s.model, 100);
        s.view.verticalScrollBar()->setValue(0);
        s.model.clear();
        s.paint();
        QVERIFY(s.view.isFollowing());
    }

    // Painting costs the visible lines, whatever else there is.
    void aMillionLinesPaintAsTenDo()
    {
        Shown s;
        for (int i = 0; i < 100; ++i)
            appendNumbered(s.model, 10'000);
        QCOMPARE(s.model.count(), 1'000'000);
        s.paint();
        CpuClock clock;
        for (int i = 0; i < 20; ++i) {
            s.view.verticalScrollBar()->setValue(i * 49'000);
            s.paint();
            QVERIFY(s.view.isLineVisible(i * 49'000 + 1));
        }
        qInfo("%.1f ms a page", clock.milliseconds() / 20);
        QVERIFY2(clock.milliseconds() < 20 * 100, qPrintable(QString::number(clock.milliseconds())));
        s.view.setFollowing(true);
        clock.restart();
        for (int i = 0; i < 100; ++i) {
            appendNumbered(s.model, 100);
            QApplication::processEvents();
        }
        qInfo("%.1f ms a batch while following", clock.milliseconds() / 100);
        QVERIFY2(clock.milliseconds() < 100 * 100, qPrintable(QString::number(clock.milliseconds())));
    }

    // Programs choose colours for a dark terminal: yellow on white is not read.
    void colorsOfProgramsAreLegible()
    {
        for (const QColor &background : {QColor(Qt::white), QColor(0x1e, 0x22, 0x26)}) {
            for (const QRgb rgb : {0xffff00U, 0x000080U, 0x202020U, 0xf0f0f0U, 0x00ff00U, 0x808080U}) {
                const QColor shown = ui::legibleColor(QColor::fromRgb(rgb), background);
                const int far = std::abs(qGray(shown.rgb()) - qGray(background.rgb()));
                QVERIFY2(far > 60, qPrintable(shown.name() + " on " + background.name()));
            }
        }
        QCOMPARE(ui::legibleColor(QColor(0, 0, 0x80), Qt::white), QColor(0, 0, 0x80)); // as it is
    }

    void wideCharactersAreSelectedWhole()
    {
        Shown s;
        append(s.model, {"日本語 \x1b[38;5;196mログ\x1b[0m"});
        s.view.selectAll();
        QCOMPARE(s.view.selectedText(), QString::fromUtf8("日本語 ログ"));
    }

    void aMonstrousLineDoesNotHurt()
    {
        Shown s;
        append(s.model, {QByteArray(1 << 20, 'x'), "next"});
        CpuClock clock;
        s.paint();
        s.view.setWrap(true);
        s.paint();
        QVERIFY2(clock.milliseconds() < 2000, qPrintable(QString::number(clock.milliseconds())));
    }
};

QTEST_MAIN(tst_LogView)
#include "tst_logview.moc"

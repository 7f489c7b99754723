#include "models/system/preferences.h"
#include "ui/common/appearance.h"
#include "ui/common/filteredit.h"
#include "ui/common/notice.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace quayside::ui;

namespace
{

double luminance(const QColor &color)
{
    auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// WCAG 2.2, "contrast ratio".
double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b)), low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class tst_Common : public QObject
{
    Q_OBJECT

private:
    static QStringList valuesOf(const QString &key)
    {
        if (key == u"status")
            return {"running", "paused"};
        return key == u"image" ? QStringList{"a/redis:7", "redis:8", "two words"} : QStringList();
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QSettings().clear(); }

    void undoTakesItBack()
    {
        UndoBar bar;
        bool undone = false, committed = false;
        bar.offer("gone", [&] { undone = true; }, [&] { committed = true; });
        QVERIFY(bar.isOffering() && !bar.isHidden());
        bar.undo();
        QVERIFY(undone && !committed && !bar.isOffering() && bar.isHidden());
    }

    void aSecondRemovalCommitsTheFirst()
    {
        UndoBar bar;
        int committed = 0;
        bar.offer("first", [] {}, [&] { committed += 1; });
        bar.offer("second", [] {}, [&] { committed += 10; });
        QCOMPARE(committed, 1);
        bar.commitNow();
        bar.commitNow();
        QCOMPARE(committed, 11);
    }

    void timeRunsOut()
    {
        quayside::models::Preferences::setUndoSeconds(5); // as somebody has chosen
        UndoBar bar;
        bool committed = false;
        QElapsedTimer clock;
        clock.start();
        bar.offer("gone", [] {}, [&] { committed = true; });
        QTest::qWait(500);
        QVERIFY(!committed);
        QTRY_VERIFY_WITH_TIMEOUT(committed, UndoBar::milliseconds() + 2000);
        QVERIFY(clock.elapsed() >= UndoBar::milliseconds());
        QCOMPARE(UndoBar::milliseconds(), 5000);
    }

    void noticeRunsItsAction()
    {
        Notice notice;
        bool ran = false;
        notice.show(Notice::Kind::Error, "It failed", "Again", [&] { ran = true; });
        QCOMPARE(notice.text(), "It failed");
        QTest::mouseClick(notice.findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(ran);
        QCOMPARE(notice.text(), "");
    }

    void idsInSentencesAreShort()
    {
        Notice notice;
        notice.show(Notice::Kind::Error,
                    "in use by \"" + QString(64, 'a') + "\", see sha256:" + QString(64, 'b'));
        QCOMPARE(notice.text(), "in use by \"aaaaaaaaaaaa\", see sha256:bbbbbbbbbbbb");
        notice.show(Notice::Kind::Error, QString(63, 'a'));
        QCOMPARE(notice.text(), QString(63, 'a'));
    }

    void filterSuggests_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("suggestions");
        QTest::newRow("nothing") << "" << QStringList();
        QTest::newRow("start of a key") << "st" << QStringList{"status:"};
        QTest::newRow("all values") << "status:" << QStringList({"status:running", "status:paused"});
        QTest::newRow("start of a value") << "web status:ru" << QStringList{"status:running"};
        QTest::newRow("whole value") << "status:running" << QStringList();
        QTest::newRow("key without values") << "label:" << QStringList();
        QTest::newRow("no key") << "redis:" << QStringList();
        QTest::newRow("in any case") << "STATUS:RU" << QStringList{"STATUS:running"};
        QTest::newRow("those that begin so stand first")
            << "image:redis" << QStringList({"image:redis:8", "image:a/redis:7"});
        QTest::newRow("negated") << "-st" << QStringList{"-status:"};
        QTest::newRow("negated value") << "-status:p" << QStringList{"-status:paused"};
        QTest::newRow("a value with a blank") << "image:tw" << QStringList{"image:\"two words\""};
        QTest::newRow("within quotes") << "web image:\"two w" << QStringList{"image:\"two words\""};
        QTest::newRow("word") << "xyz" << QStringList();
    }
    void filterSuggests()
    {
        QFETCH(QString, text);
        FilterEdit edit({"status", "image", "label"}, valuesOf);
        edit.setText(text);
        QTEST(edit.suggestions(), "suggestions");
    }

    // All of it by keys: Down asks for what there is, Return takes it.
    void completesByKeyboard()
    {
        FilterEdit edit({"status", "image"}, valuesOf);
        edit.show();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        edit.setFocus();
        QAbstractItemView *popup = edit.findChild<QCompleter *>()->popup();
        QTest::keyClick(&edit, Qt::Key_Down);
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(popup->model()->rowCount(), 2); // the keys
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(edit.text(), "status:");
        QTRY_VERIFY(popup->isVisible()); // its values
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(edit.text(), "status:paused");
        QTRY_VERIFY(!popup->isVisible());
        QTest::keyClick(&edit, Qt::Key_Down); // another one of the same key
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(popup->model()->index(0, 0).data().toString(), "status:running");
        QTest::keyClick(popup, Qt::Key_Escape); // closes the popup and nothing else
        QTRY_VERIFY(!popup->isVisible());
        QCOMPARE(edit.text(), "status:paused");
        QTest::keyClick(&edit, Qt::Key_Escape);
        QCOMPARE(edit.text(), "");
    }

    void filterWaitsForAPause()
    {
        FilterEdit edit({}, nullptr);
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        edit.setText("a");
        edit.setText("ab");
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toString(), "ab");
    }

    void colorsAreLegible_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(Scheme::Light);
        QTest::newRow("dark") << int(Scheme::Dark);
    }
    void colorsAreLegible()
    {
        QFETCH(int, scheme);
        applyScheme(Scheme(scheme));
        const QPalette palette = QApplication::palette();
        const QColor base = palette.color(QPalette::Base), window = palette.color(QPalette::Window);
        QCOMPARE(isDark(), scheme == int(Scheme::Dark));
        for (const Tone tone : {Tone::Good, Tone::Busy, Tone::Bad, Tone::Quiet, Tone::Accent})
            QVERIFY2(contrast(toneColor(tone), base) >= 4.5, qPrintable(toneColor(tone).name()));
        QVERIFY(contrast(quietTextColor(palette), base) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Text), base) >= 7);
        QVERIFY(contrast(palette.color(QPalette::WindowText), window) >= 7);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >=
                4.5);
    }
};

QTEST_MAIN(tst_Common)
#include "tst_common.moc"

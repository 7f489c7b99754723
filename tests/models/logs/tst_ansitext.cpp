#include "models/logs/ansitext.h"

#include <QTest>

using namespace quayside::models;

class tst_AnsiText : public QObject
{
    Q_OBJECT

private slots:
    void showsOnlyText_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("hello") << "hello";
        QTest::newRow("colour") << QByteArray("\x1b[1;31mred\x1b[0m!") << "red!";
        QTest::newRow("other sequences") << QByteArray("\x1b[2K\x1b[?25lx\x1b[10;20Hy") << "xy";
        QTest::newRow("title, BEL") << QByteArray("\x1b]0;title\x07text") << "text";
        QTest::newRow("link, ST") << QByteArray("\x1b]8;;http://x\x1b\\text\x1b]8;;\x1b\\") << "text";
        QTest::newRow("cut sequence") << QByteArray("a\x1b[31") << "a";
        QTest::newRow("lone escape") << QByteArray("a\x1b") << "a";
        QTest::newRow("tab") << QByteArray("ab\tc") << "ab      c";
        QTest::newRow("overwritten") << QByteArray("10 %\r100 %\r") << "100 %";
        QTest::newRow("control characters") << QByteArray("a\x01\x02\x7f"
                                                          "b")
                                            << "ab";
        QTest::newRow("backspace") << QByteArray("abc\b\bx") << "ax";
        QTest::newRow("not UTF-8") << QByteArray("a\xff"
                                                 "b")
                                   << QString::fromUtf8("a\xef\xbf\xbd"
                                                        "b");
        QTest::newRow("empty") << QByteArray() << "";
    }
    void showsOnlyText()
    {
        QFETCH(QByteArray, line);
        QTEST(parseAnsi(line).text, "text");
        QCOMPARE(plainText(line), parseAnsi(line).text);
    }

    void spans()
    {
        const AnsiText ansi = parseAnsi("a\x1b[1;31mbc\x1b[0md\x1b[44me");
        QCOMPARE(ansi.spans.size(), 2);
        QCOMPARE(ansi.spans[0].start, 1);
        QCOMPARE(ansi.spans[0].length, 2);
        QVERIFY(ansi.spans[0].style.bold);
        QCOMPARE(ansi.spans[0].style.foreground, (AnsiColor{AnsiColor::Kind::Indexed, 1}));
        QCOMPARE(ansi.spans[1].start, 4);
        QCOMPARE(ansi.spans[1].style.background, (AnsiColor{AnsiColor::Kind::Indexed, 4}));
    }

    void colors_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<int>("kind");
        QTest::addColumn<quint32>("value");
        QTest::newRow("bright") << QByteArray("95") << int(AnsiColor::Kind::Indexed) << quint32(13);
        QTest::newRow("256") << QByteArray("38;5;208") << int(AnsiColor::Kind::Indexed) << quint32(208);
        QTest::newRow("256, out of range")
            << QByteArray("38;5;999") << int(AnsiColor::Kind::Indexed) << quint32(255);
        QTest::newRow("rgb") << QByteArray("38;2;1;2;3") << int(AnsiColor::Kind::Rgb) << quint32(0x010203);
        QTest::newRow("more after it")
            << QByteArray("38;5;208;1") << int(AnsiColor::Kind::Indexed) << quint32(208);
        QTest::newRow("default again")
            << QByteArray("1;31;39") << int(AnsiColor::Kind::Default) << quint32(0);
    }
    void colors()
    {
        QFETCH(QByteArray, parameters);
        const AnsiText ansi = parseAnsi("\x1b[1m\x1b[" + parameters + "mx");
        QCOMPARE(ansi.spans.size(), 1);
        QTEST(int(ansi.spans[0].style.foreground.kind), "kind");
        QTEST(ansi.spans[0].style.foreground.value, "value");
    }

    void hostileParametersEnd()
    {
        const QByteArray many = "\x1b[" + QByteArray(100'000, ';') + "mx";
        QCOMPARE(parseAnsi(many).text, "x");
        QCOMPARE(parseAnsi("\x1b[38;2mx").text, "x");
        QCOMPARE(parseAnsi("\x1b[99999999999999mx").text, "x");
    }
};

QTEST_GUILESS_MAIN(tst_AnsiText)
#include "tst_ansitext.moc"

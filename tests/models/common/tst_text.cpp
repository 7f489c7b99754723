#include "models/common/text.h"

#include <QLocale>
#include <QTest>

using namespace quayside::models;

class tst_Text : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void size_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << qint64(-1) << "";
        QTest::newRow("0") << qint64(0) << "0 B";
        QTest::newRow("1023") << qint64(1023) << "1023 B";
        QTest::newRow("1 KiB") << qint64(1024) << "1.0 KiB";
        QTest::newRow("80 MiB") << qint64(80) * 1024 * 1024 << "80.0 MiB";
        QTest::newRow("rounds up into the next unit") << qint64(1024) * 1024 - 1 << "1.0 MiB";
        QTest::newRow("4.1 GiB") << qint64(4402341478) << "4.1 GiB";
        QTest::newRow("huge") << qint64(9000) * 1024 * 1024 * 1024 * 1024 << "9000.0 TiB";
    }
    void size()
    {
        QFETCH(qint64, bytes);
        QTEST(Text::size(bytes), "text");
    }

    void ago()
    {
        QCOMPARE(Text::ago(0, 100), "");
        QCOMPARE(Text::ago(98, 100), "just now");
        QCOMPARE(Text::ago(200, 100), "just now"); // a clock that is behind
        QCOMPARE(Text::ago(1000, 1030), "30 s ago");
        QCOMPARE(Text::ago(1000, 1000 + 125), "2 min ago");
        QCOMPARE(Text::ago(1000, 1000 + 7300), "2 h ago");
    }

    void parseSize_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes"); // -1: refused
        QTest::newRow("bytes") << "1024" << qint64(1024);
        QTest::newRow("b") << "10b" << qint64(10);
        QTest::newRow("k") << "64k" << qint64(65536);
        QTest::newRow("MB") << "512MB" << (qint64(512) << 20);
        QTest::newRow("blank and GiB") << "2 GiB" << (qint64(2) << 30);
        QTest::newRow("fraction") << "1.5g" << (qint64(3) << 29);
        QTest::newRow("nothing") << "" << qint64(-1);
        QTest::newRow("word") << "much" << qint64(-1);
        QTest::newRow("negative") << "-1" << qint64(-1);
        QTest::newRow("too much") << "99999999p" << qint64(-1);
    }
    void parseSize()
    {
        QFETCH(QString, text);
        QTEST(qint64(quayside::models::parseSize(text).value_or(-1)), "bytes");
    }

    void sizeOptionRoundTrip()
    {
        for (const qint64 bytes :
             {qint64(1), qint64(1000), qint64(1024), qint64(1) << 29, (qint64(1) << 30) + 1, qint64(5) << 40})
            QCOMPARE(qint64(quayside::models::parseSize(sizeOption(bytes)).value_or(-1)), bytes);
        QCOMPARE(sizeOption(qint64(512) << 20), "512m");
    }

    void exitReason()
    {
        QCOMPARE(Text::exitReason(0, false), "exit 0");
        QVERIFY(Text::exitReason(137, true).contains("memory"));
        QVERIFY(Text::exitReason(137, false).contains("SIGKILL"));
        QVERIFY(Text::exitReason(127, false).contains("no such command"));
    }

    void elides()
    {
        QCOMPARE(Text::elideMiddle("short", 10), "short");
        const QString elided = Text::elideMiddle("registry.example.org/team/web:1", 15);
        QCOMPARE(elided.size(), 15);
        QVERIFY(elided.startsWith("registr") && elided.endsWith("/web:1"));
    }

    void shortIds()
    {
        QCOMPARE(Text::shortId("sha256:0123456789abcdef"), "0123456789ab");
        QCOMPARE(Text::shortId("0123456789abcdef"), "0123456789ab");
    }
};

QTEST_GUILESS_MAIN(tst_Text)
#include "tst_text.moc"

#include "models/logs/jsonline.h"

#include <QTest>

using namespace quayside::models;

Q_DECLARE_METATYPE(quayside::models::LogLevel)

class tst_JsonLine : public QObject
{
    Q_OBJECT

private slots:
    void levels_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<LogLevel>("level");
        const auto row = [](const char *line, LogLevel level) {
            QTest::newRow(line) << QByteArray(line) << level;
        };
        row("2026-01-01 12:00:00 ERROR it broke", LogLevel::Error);
        row("[warn] slow", LogLevel::Warning);
        row("error: no such file", LogLevel::Error);
        row("time=1 level=debug msg=\"error\"", LogLevel::Debug);
        row(R"({"msg":"x","level":"info"})", LogLevel::Info);
        row(R"({"level":50,"msg":"pino"})", LogLevel::Error);
        row(R"({"severity": "WARNING"})", LogLevel::Warning);
        row("panic: runtime error: index out of range", LogLevel::Fatal);
        row("there is no error here", LogLevel::None);
        row("GET /errors 200", LogLevel::None);
        row("INFORMATION_SCHEMA", LogLevel::None);
        row("", LogLevel::None);
    }
    void levels()
    {
        QFETCH(QByteArray, line);
        QTEST(levelOf(line), "level");
    }

    void readsWhatMatters()
    {
        const auto json =
            parseJsonLine(R"({"ts":"1","lvl":30,"message":"hi\nyou","a":{"b":[1,{"c":null}]},"d":""})", true);
        QVERIFY(json.has_value());
        QCOMPARE(json->time, "1");
        QCOMPARE(json->word, "INFO");
        QCOMPARE(json->level, LogLevel::Info);
        QCOMPARE(json->message, "hi you"); // one line
        QCOMPARE(json->fields, R"(a={"b":[1,{"c":null}]}  d=)");
        QCOMPARE(json->tree.split(QChar::LineSeparator),
                 QStringList({"    ts: 1", "    lvl: 30", "    message: hi you", "    a:", "        b:",
                              "            0: 1", "            1:", "                c: null", "    d: "}));
    }

    void leavesTheRestAlone()
    {
        for (const char *line : {"", "plain", "{", "[1]", "{\"a\":1} and more", "{\"a\":\"\xff\"}", "{a:1}"})
            QVERIFY2(!parseJsonLine(line, false), line);
        QByteArray deep = R"({"a":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}';
        QVERIFY(!parseJsonLine(deep, true));
    }
};

QTEST_GUILESS_MAIN(tst_JsonLine)
#include "tst_jsonline.moc"

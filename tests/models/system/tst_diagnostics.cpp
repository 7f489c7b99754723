// Nothing that may be a secret leaves in a report.
#include "models/system/diagnostics.h"
#include "models/system/masking.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_Diagnostics : public QObject
{
    Q_OBJECT

private slots:
    void masksDocuments()
    {
        // (moc takes two slashes for a comment, in raw strings as well.)
        const QByteArray json =
            QByteArray(R"({"Id":"abc","Name":"/web","Path":"sh","Args":["-c","echo s3cret-arg"],
            "Config":{"Env":["PATH=/bin","TOKEN=s3cret-env"],"Labels":{"owner":"s3cret-label"},
                      "Cmd":["s3cret-cmd"],"Entrypoint":null,"Image":"busybox",
                      "Healthcheck":{"Test":["CMD","s3cret-test"],"Interval":5}},
            "State":{"Health":{"Log":[{"Output":"s3cret-output","ExitCode":1}]},
                     "Error":"pulling https:@@me:s3cret-login@host/x"},
            "HostConfig":{"LogConfig":{"Type":"splunk","Config":{"splunk-token":"s3cret-log"}},
                          "Memory":1048576},
            "Mounts":[{"Name":"v","Driver":"local","Options":{"o":"password=s3cret-option"}}],
            "Labels":["a=s3cret-list"],"HttpProxy":"http:@@u:s3cret-proxy@proxy:3128"})")
                .replace("@@", "//");
        const QByteArray masked = maskDocument(json);
        QVERIFY2(!masked.contains("s3cret"), masked.constData());
        for (const char *kept : {"abc", "/web", "TOKEN=***", "owner", "busybox", "1048576", "splunk-token",
                                 "*** (2)", "@proxy:3128", "ExitCode"})
            QVERIFY2(masked.contains(kept), kept);
        QVERIFY(maskDocument(R"([{"Command":"s3cret","Names":["/web"]}])").contains("/web"));
        QVERIFY(!maskDocument(R"([{"Command":"s3cret"}])").contains("s3cret"));
        QVERIFY(!maskDocument("s3cret").contains("s3cret"));
    }

    void masksLines_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::newRow("GET https://me:s3cret@host/v2/") << "@host/v2/";
        QTest::newRow("X-Registry-Auth: s3cret") << "X-Registry-Auth:";
        QTest::newRow("authorization: Bearer s3cret") << "authorization:";
        QTest::newRow("password=s3cret; rest") << "rest";
        QTest::newRow("\"Password\":\"s3cret\",\"a\":1") << "\"a\":1";
        QTest::newRow("api_key = 's3cret x' rest") << "rest";
        QTest::newRow("pulling busybox:latest took 3 s") << "pulling busybox:latest took 3 s";
    }
    void masksLines()
    {
        QFETCH(QString, kept);
        const QString masked = maskText(QTest::currentDataTag());
        QVERIFY2(!masked.contains("s3cret"), qPrintable(masked));
        QVERIFY2(masked.contains(kept), qPrintable(masked));
    }

    void isAnArchiveThatTarReads()
    {
        QStandardPaths::setTestModeEnabled(true);
        EngineSession session("/nobody/is/here.sock");
        Diagnostics diagnostics(&session);
        diagnostics.gather();
        QTRY_VERIFY_WITH_TIMEOUT(diagnostics.isComplete(), 30'000); // also without an engine
        QVERIFY(diagnostics.files().size() >= 8);
        QProcess tar;
        tar.start("tar", {"-xzOf", "-", "quayside-report/kernel.txt"});
        QVERIFY(tar.waitForStarted());
        tar.write(diagnostics.archive());
        tar.closeWriteChannel();
        QVERIFY(tar.waitForFinished());
        QCOMPARE(tar.exitCode(), 0);
        QVERIFY(tar.readAllStandardOutput().contains("== /proc/version"));
    }
};

QTEST_GUILESS_MAIN(tst_Diagnostics)
#include "tst_diagnostics.moc"

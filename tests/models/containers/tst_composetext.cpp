// Containers as a compose.yaml: a golden file, and docker compose's own word for it where it is installed.
#include "models/containers/composetext.h"
#include "models/containers/runline.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_ComposeText : public QObject
{
    Q_OBJECT

    static RunOptions options(const char *line)
    {
        const auto parsed = parseRunLine(line);
        return parsed ? parsed->options : RunOptions();
    }
    static QList<ComposeService> shop()
    {
        return {{.options = options(
                     "docker run --name web -p 127.0.0.1:8080:80 -p 53:53/udp -e GREETING='say \"hi\": $5' "
                     "-e EMPTY= -v data:/data -v /srv/a:/srv/a:ro --tmpfs /run -v /anon --network back "
                     "--network-alias shop --ip 172.30.0.9 -m 512m --cpus 1.5 --pids-limit 64 "
                     "--ulimit nofile=1024:2048 --restart on-failure:3 --init --read-only "
                     "--health-cmd 'wget -qO- localhost || exit 1' --health-interval 5s "
                     "--log-opt max-size=10m --sysctl net.core.somaxconn=128 --cap-drop ALL "
                     "--stop-timeout 3 --label 'note=yes' --entrypoint /bin/sh shop/web:1 -c 'exec serve'"),
                 .networks = {"back", "front"}},
                {.options = options(
                     "docker run --name 2nd --network container:web --label com.docker.compose.service=db "
                     "--label com.docker.compose.project=shop --no-healthcheck -t postgres:16"),
                 .networks = {}},
                {.options = options("docker run --name plain busybox sleep 10"), .networks = {"bridge"}}};
    }

private slots:
    void golden()
    {
        QFile file(QFINDTESTDATA("data/compose.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(composeText(shop()), QString::fromUtf8(file.readAll()));
    }

    void quotesWhatYamlWouldMisread_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("scalar");
        QTest::newRow("plain") << "busybox:latest" << "busybox:latest";
        QTest::newRow("a path") << "/srv/a.b" << "/srv/a.b";
        QTest::newRow("a word of YAML") << "No" << "\"No\"";
        QTest::newRow("a number") << "8080" << "\"8080\"";
        QTest::newRow("sexagesimal") << "22:22" << "\"22:22\"";
        QTest::newRow("empty") << "" << "\"\"";
        QTest::newRow("a mapping") << "a: b" << "\"a: b\"";
        QTest::newRow("a comment") << "a #b" << "\"a #b\"";
        QTest::newRow("a dollar") << "$HOME" << "\"$$HOME\"";
        QTest::newRow("quotes") << "say \"a\\b\"" << "\"say \\\"a\\\\b\\\"\"";
        QTest::newRow("lines") << "a\n\tb\x01" << "\"a\\n\\tb\\x01\"";
        QTest::newRow("a line at the end") << "a\n" << "\"a\\n\"";
        QTest::newRow("ends with a colon") << "a:" << "\"a:\"";
        QTest::newRow("umlaut") << QString::fromUtf8("ä") << QString::fromUtf8("\"ä\"");
    }
    void quotesWhatYamlWouldMisread()
    {
        QFETCH(QString, text);
        QTEST(composeScalar(text), "scalar");
    }

    void twoOfOneNameBecomeTwoServices()
    {
        const RunOptions same = options("docker run --name a x");
        const QString text = composeText({{.options = same}, {.options = same}});
        QVERIFY2(text.contains("  a:\n") && text.contains("  a-2:\n"), qPrintable(text));
    }

    void dockerComposeReadsIt()
    {
        const QString program = QStandardPaths::findExecutable("docker-compose");
        if (program.isEmpty())
            QSKIP("docker-compose is not installed");
        const QTemporaryDir folder;
        QFile file(folder.filePath("compose.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(composeText(shop()).toUtf8());
        file.close();
        QProcess compose;
        compose.setWorkingDirectory(folder.path());
        compose.start(program, {"-f", file.fileName(), "config"});
        QVERIFY(compose.waitForFinished(60'000));
        const QString output = QString::fromUtf8(compose.readAllStandardOutput());
        QVERIFY2(compose.exitCode() == 0, compose.readAllStandardError().constData());
        QVERIFY2(output.contains("GREETING: 'say \"hi\": $$5'"), qPrintable(output));
        QVERIFY2(output.contains("network_mode: service:web"), qPrintable(output));
    }
};

QTEST_GUILESS_MAIN(tst_ComposeText)
#include "tst_composetext.moc"

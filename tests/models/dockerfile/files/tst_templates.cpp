// Templates are whole, follow our own advice, and overwrite nothing.
#include "models/dockerfile/files/templates.h"

#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/linter/linter.h"
#include "models/dockerfile/files/filekind.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside;
using models::FileKind;
using models::Templates;

class TestTemplates : public QObject
{
    Q_OBJECT

private slots:
    void allAreThere_data()
    {
        QTest::addColumn<QString>("id");
        QCOMPARE(Templates::all().size(), 9);
        for (const models::Template &one : Templates::all())
            QTest::newRow(qPrintable(one.id)) << one.id;
    }
    void allAreThere()
    {
        QFETCH(QString, id);
        const QStringList files = Templates::files(id);
        QVERIFY(files.contains("Dockerfile"));
        QVERIFY(files.contains(".dockerignore"));
        QVERIFY(files.size() > 2);
        const std::string text = Templates::content(id, "Dockerfile").toStdString();
        for (const dockerfile::Finding &finding : dockerfile::lint(text))
            QFAIL(finding.message.c_str());
        const auto tree = dockerfile::parse(text);
        QVERIFY(tree.has_value());
        const auto file = dockerfile::interpret(*tree);
        QVERIFY(file.has_value());
        bool user = false; // the image runs as somebody who is not root
        for (const dockerfile::Instruction &instruction : file->stages.back().instructions) {
            if (const auto *found = std::get_if<dockerfile::User>(&instruction))
                user = !found->user.text.starts_with("0") && !found->user.text.starts_with("root");
        }
        QVERIFY(user);
    }

    void areWrittenOnce()
    {
        QTemporaryDir home;
        const QString folder = home.filePath("new/site");
        const auto path = Templates::create("static", folder);
        QVERIFY(path.has_value());
        QCOMPARE(*path, folder + "/Dockerfile");
        for (const QString &name : Templates::files("static")) {
            QFile file(folder + '/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), Templates::content("static", name));
        }
        const auto again = Templates::create("static", folder);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        // Nothing is written where a single file would be overwritten.
        QVERIFY(QDir().mkpath(home.filePath("taken")));
        QFile mine(home.filePath("taken/hello.cpp"));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        mine.close();
        QVERIFY(!Templates::create("cpp", home.filePath("taken")).has_value());
        QCOMPARE(QDir(home.filePath("taken")).entryList(QDir::Files | QDir::Hidden),
                 QStringList{"hello.cpp"});
    }

    void kindsFollowFromNames()
    {
        QCOMPARE(models::fileKindOf("Dockerfile"), FileKind::Dockerfile);
        QCOMPARE(models::fileKindOf("Dockerfile.dev"), FileKind::Dockerfile);
        QCOMPARE(models::fileKindOf("web.dockerfile"), FileKind::Dockerfile);
        QCOMPARE(models::fileKindOf("Containerfile"), FileKind::Dockerfile);
        QCOMPARE(models::fileKindOf("Dockerfile.dockerignore"), FileKind::Ignore);
        QCOMPARE(models::fileKindOf(".dockerignore"), FileKind::Ignore);
        QCOMPARE(models::fileKindOf("docker-compose.override.yml"), FileKind::Compose);
        QCOMPARE(models::fileKindOf("values.yaml"), FileKind::Other);
        QCOMPARE(models::fileKindOf("run.sh"), FileKind::Shell);
        QCOMPARE(models::fileKindOf("mydockerfile"), FileKind::Other);
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"

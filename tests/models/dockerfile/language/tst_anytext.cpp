// What holds for any text: Dockerfiles of the fuzz targets' corpora, edited at random.
#include "tests/folders.h"
#include "tests/models/dockerfile/language/languagechecks.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <random>

using namespace quayside;

class TestAnyText : public QObject
{
    Q_OBJECT

private slots:
    void staysInTheText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QDirIterator files(QStringLiteral(QUAYSIDE_SOURCE_DIR "/tests/fuzz/dockerfile/corpus"), QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QFile file(path);
            if (!path.contains("corpus/dockerfile") || !file.open(QIODevice::ReadOnly))
                continue;
            QTest::newRow(qPrintable(path.section(u'/', -2))) << file.readAll();
        }
    }
    void staysInTheText()
    {
        QFETCH(const QByteArray, text);
        std::mt19937 random(7);
        for (int round = 0; round < 20; ++round) {
            auto changed = text.toStdString();
            for (int edit = 0; edit < round % 6; ++edit) {
                const auto at = changed.empty() ? 0 : random() % changed.size();
                const auto from = changed.empty() ? 0 : random() % changed.size();
                if (random() % 2 == 0)
                    changed.erase(at, random() % 9);
                else
                    changed.insert(at, changed.substr(from, random() % 15));
            }
            test::LanguageChecks checks(changed);
            auto problem = checks.problem();
            for (int place = 0; place < 12 && problem.empty(); ++place)
                problem = checks.problemAt(random() % (changed.size() + 1));
            QVERIFY2(problem.empty(), (problem + "\n" + changed).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestAnyText)
#include "tst_anytext.moc"

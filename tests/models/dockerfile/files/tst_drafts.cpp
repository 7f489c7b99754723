// What is typed outlives the program, is found once, and goes when it is saved. Started with a folder, this
// program is the one that is killed.
#include "models/dockerfile/files/drafts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace quayside;
using models::Draft;
using models::DraftText;

namespace
{

DraftText someText()
{
    return {.path = QStringLiteral("/somewhere/Dockerfile"),
            .name = QStringLiteral("Dockerfile"),
            .text = QString::fromUtf8("FROM a\n# grün 🐳\n"),
            .form = {.byteOrderMark = true, .carriageReturns = true},
            .baseHash = QByteArray::fromHex("00ff10"),
            .cursor = 7};
}

int typeUntilKilled(const QString &folder)
{
    Draft draft(folder);
    draft.keep(someText());
    std::puts("typed");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

class TestDrafts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_home;

    [[nodiscard]] QString folder() const { return m_home->filePath("data/drafts"); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

private slots:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void outlivesTheProgramThatIsKilled()
    {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {"--type-into", folder()});
        QVERIFY(other.waitForReadyRead());
        QTRY_COMPARE(QDir(folder()).entryList({"*.draft"}).size(), 1);
        QVERIFY(!Draft::anyAbandoned(folder())); // it lives
        QVERIFY(Draft::takeAbandoned(folder()).empty());
        other.kill();
        QVERIFY(other.waitForFinished());
        QVERIFY(Draft::anyAbandoned(folder()));
        const auto found = Draft::takeAbandoned(folder());
        QCOMPARE(found.size(), 1U);
        QVERIFY(found.front().text == someText());
        QVERIFY(Draft::takeAbandoned(folder()).empty()); // it has an owner now
        const QString file = folder() + u'/' + QDir(folder()).entryList({"*.draft"}).first();
        QCOMPARE(QFile::permissions(file) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }

    void staysWhereTheWindowIsClosed()
    {
        {
            Draft draft(folder());
            draft.keep(someText());
        } // at once: no second has passed
        QCOMPARE(Draft::takeAbandoned(folder()).size(), 1U);
    }

    void keepsTheNewest()
    {
        {
            Draft draft(folder());
            DraftText text = someText();
            for (int i = 0; i < 100; ++i) {
                text.text = QString::number(i);
                draft.keep(text);
                if (i % 10 == 0)
                    draft.flush();
            }
        }
        const auto found = Draft::takeAbandoned(folder());
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().text.text, QStringLiteral("99"));
    }

    void leavesNothingWhenItIsSaved()
    {
        Draft draft(folder());
        draft.remove(); // never kept
        draft.keep(someText());
        draft.flush();
        QCOMPARE(files().size(), 2);
        draft.keep(someText());
        draft.remove();
        draft.flush();
        QCOMPARE(files(), QStringList());
        draft.keep(someText()); // edited again
        draft.flush();
        QCOMPARE(files().size(), 2);
    }

    void passesOverWhatIsNoDraft()
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + "/x.draft");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"text\":");
        file.close();
        QVERIFY(Draft::takeAbandoned(folder()).empty());
    }

    void saysThatItCannotKeep()
    {
        QFile file(m_home->filePath("data"));
        QVERIFY(file.open(QIODevice::WriteOnly)); // a file where the folder should be
        Draft draft(folder());
        QString said;
        connect(&draft, &Draft::failed, this, [&](const QString &sentence) { said = sentence; });
        draft.keep(someText());
        draft.flush();
        QVERIFY(said.contains(folder()));
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--type-into") == 0)
        return typeUntilKilled(QString::fromLocal8Bit(argv[2]));
    TestDrafts test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_drafts.moc"

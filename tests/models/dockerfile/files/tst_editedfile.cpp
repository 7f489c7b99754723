// An open file, and what others do to it meanwhile.
#include "models/dockerfile/files/editedfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside;
using models::EditedFile;

class TestEditedFile : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray get(const QString &name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        put("Dockerfile", "FROM a\r\n");
    }

    void opensAndSaves()
    {
        EditedFile file;
        QVERIFY(file.open(at("Dockerfile")).has_value());
        QCOMPARE(file.text(), QStringLiteral("FROM a\n"));
        QCOMPARE(file.name(), QStringLiteral("Dockerfile"));
        QCOMPARE(file.folder(), m_folder->path());
        QVERIFY(!file.isModified());
        const QSignalSpy changed(&file, &EditedFile::stateChanged);
        file.setText("FROM b\n");
        QVERIFY(file.isModified());
        QCOMPARE(changed.count(), 1);
        file.setText("FROM a\n"); // undone
        QVERIFY(!file.isModified());
        file.setText("FROM b");
        QVERIFY(file.save().has_value());
        QVERIFY(!file.isModified());
        QCOMPARE(get("Dockerfile"), QByteArray("FROM b"));
        file.setText("FROM b\nRUN c\n");
        QVERIFY(file.save().has_value());
        QCOMPARE(get("Dockerfile"), QByteArray("FROM b\r\nRUN c\r\n"));
    }

    void takesQuietlyWhatNobodyHasEdited()
    {
        EditedFile file;
        QVERIFY(file.open(at("Dockerfile")).has_value());
        const QSignalSpy replaced(&file, &EditedFile::textReplaced);
        put("Dockerfile", "FROM theirs\n");
        QTRY_COMPARE(replaced.count(), 1);
        QCOMPARE(file.text(), QStringLiteral("FROM theirs\n"));
        QVERIFY(!file.isModified());
        // As other editors save: a new file in place of the old.
        for (const char *text : {"FROM second\n", "FROM third\n"}) {
            put("new", text);
            QVERIFY(QFile::remove(at("Dockerfile")));
            QVERIFY(QFile::rename(at("new"), at("Dockerfile")));
            QTRY_COMPARE(file.text(), QString::fromLatin1(text));
        }
    }

    void asksWhereBothHaveEdited()
    {
        EditedFile file;
        QVERIFY(file.open(at("Dockerfile")).has_value());
        file.setText("FROM mine\n");
        put("Dockerfile", "FROM theirs\n");
        QTRY_COMPARE(file.disk(), EditedFile::Disk::Changed);
        QCOMPARE(file.text(), QStringLiteral("FROM mine\n"));
        QCOMPARE(file.theirText(), QStringLiteral("FROM theirs\n"));
        QCOMPARE(file.save().error().kind, ErrorKind::Conflict);
        QCOMPARE(get("Dockerfile"), QByteArray("FROM theirs\n"));
        file.keepMine();
        QCOMPARE(file.disk(), EditedFile::Disk::AsKnown);
        QVERIFY(file.isModified());
        QVERIFY(file.save().has_value());
        QCOMPARE(get("Dockerfile"), QByteArray("FROM mine\n"));
        file.setText("FROM mine again\n");
        put("Dockerfile", "FROM theirs again\n");
        QTRY_COMPARE(file.disk(), EditedFile::Disk::Changed);
        const QSignalSpy replaced(&file, &EditedFile::textReplaced);
        QVERIFY(file.takeTheirs().has_value());
        QCOMPARE(replaced.count(), 1);
        QCOMPARE(file.text(), QStringLiteral("FROM theirs again\n"));
        QVERIFY(!file.isModified());
    }

    // The disk is asked before a write, whether or not word of the change has come.
    void neverOverwritesWhatItHasNotSeen()
    {
        EditedFile file;
        QVERIFY(file.open(at("Dockerfile")).has_value());
        file.setText("FROM mine\n");
        put("Dockerfile", "FROM theirs\n");
        QCOMPARE(file.save().error().kind, ErrorKind::Conflict);
        QCOMPARE(get("Dockerfile"), QByteArray("FROM theirs\n"));
    }

    void noticesThatItIsGoneAndBack()
    {
        EditedFile file;
        QVERIFY(file.open(at("Dockerfile")).has_value());
        QVERIFY(QFile::remove(at("Dockerfile")));
        QTRY_COMPARE(file.disk(), EditedFile::Disk::Removed);
        QVERIFY(file.isModified()); // what is here is nowhere else
        put("Dockerfile", "FROM back\n");
        QTRY_COMPARE(file.disk(), EditedFile::Disk::AsKnown);
        QCOMPARE(file.text(), QStringLiteral("FROM back\n"));
        QVERIFY(QFile::remove(at("Dockerfile")));
        QTRY_COMPARE(file.disk(), EditedFile::Disk::Removed);
        QVERIFY(file.save().has_value());
        QCOMPARE(get("Dockerfile"), QByteArray("FROM back\n"));
    }

    void doesNotWriteWhatIsReadOnly()
    {
        put("latin1", "FROM \xfc\n");
        EditedFile file;
        QVERIFY(file.open(at("latin1")).has_value());
        QVERIFY(!file.readOnly().isEmpty());
        QCOMPARE(file.save().error().kind, ErrorKind::Forbidden);
        QCOMPARE(get("latin1"), QByteArray("FROM \xfc\n"));
    }

    void isAnotherFileAfterSaveAs()
    {
        EditedFile file;
        file.startNew("Dockerfile", "FROM new\n");
        QVERIFY(file.isModified());
        QVERIFY(file.path().isEmpty());
        QVERIFY(file.saveAs(at("Dockerfile.dev")).has_value());
        QCOMPARE(file.path(), at("Dockerfile.dev"));
        QVERIFY(!file.isModified());
        put("Dockerfile.dev", "FROM theirs\n");
        QTRY_COMPARE(file.text(), QStringLiteral("FROM theirs\n"));
    }

    void recoversAgainstWhatIsThereNow()
    {
        const QByteArray base = models::TextFile::hashOf("FROM a\r\n");
        EditedFile file;
        file.recover(at("Dockerfile"), "Dockerfile", "FROM kept\n", {.carriageReturns = true}, base);
        QVERIFY(file.isModified());
        QCOMPARE(file.disk(), EditedFile::Disk::AsKnown);
        QVERIFY(file.save().has_value());
        QCOMPARE(get("Dockerfile"), QByteArray("FROM kept\r\n"));
        file.recover(at("Dockerfile"), "Dockerfile", "FROM older\n", {}, base);
        QCOMPARE(file.disk(), EditedFile::Disk::Changed); // it is an edit of what is there no more
        file.recover(at("gone"), "gone", "FROM gone\n", {}, base);
        QCOMPARE(file.disk(), EditedFile::Disk::Removed);
        QVERIFY(file.isModified());
    }
};

QTEST_GUILESS_MAIN(TestEditedFile)
#include "tst_editedfile.moc"

#include "models/common/tarfile.h"

#include <QBuffer>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside::models;

namespace
{

QByteArray archiveOf(const QByteArray &content, const QString &name)
{
    QBuffer source;
    source.setData(content);
    source.open(QIODevice::ReadOnly);
    TarFileWriter writer(&source, name);
    QByteArray archive, piece(777, '\0'); // pieces that fit no block
    for (qint64 got = writer.read(piece.data(), piece.size()); got > 0;
         got = writer.read(piece.data(), piece.size()))
        archive += piece.first(got);
    return archive;
}

} // namespace

class tst_TarFile : public QObject
{
    Q_OBJECT

private slots:
    void tarReadsWhatIsWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("size");
        QTest::newRow("empty") << "a" << 0;
        QTest::newRow("a block") << "file.txt" << 512;
        QTest::newRow("more") << "file with blanks" << 100'000;
        QTest::newRow("long name") << QString(180, 'x') << 10;
        QTest::newRow("not ASCII") << QString::fromUtf8("grün ☃") << 1;
    }
    void tarReadsWhatIsWritten()
    {
        QFETCH(QString, name);
        QFETCH(int, size);
        const QByteArray content(size, 'q');
        const QByteArray archive = archiveOf(content, name);
        QCOMPARE(archive.size() % 512, 0);
        QTemporaryDir folder;
        QProcess tar;
        tar.setWorkingDirectory(folder.path());
        tar.start("tar", {"-xf", "-"});
        if (!tar.waitForStarted())
            QSKIP("missing tar");
        tar.write(archive);
        tar.closeWriteChannel();
        QVERIFY(tar.waitForFinished());
        QVERIFY2(tar.exitCode() == 0, tar.readAllStandardError());
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == content);
    }

    void readsItsOwnInAnyPieces()
    {
        const QByteArray content = QByteArray("0123456789").repeated(333);
        const QByteArray archive = archiveOf(content, QString(150, 'n')); // with a pax header before it
        for (const int piece : {1, 511, 512, 513, 100'000}) {
            QBuffer target;
            target.open(QIODevice::WriteOnly);
            TarFileReader reader(&target);
            for (qsizetype at = 0; at < archive.size(); at += piece) {
                const QByteArray part = archive.mid(at, piece);
                QCOMPARE(reader.write(part), part.size());
            }
            QVERIFY(reader.isComplete());
            QVERIFY2(target.data() == content, qPrintable(QString::number(piece)));
        }
    }

    void aShortOrDamagedOneIsNoFile()
    {
        QBuffer target;
        target.open(QIODevice::WriteOnly);
        TarFileReader cut(&target);
        cut.write(archiveOf(QByteArray(2000, 'x'), "a").left(1500));
        QVERIFY(!cut.isComplete());
        TarFileReader damaged(&target);
        QVERIFY(damaged.write(QByteArray(512, 'z')) < 0);
        QVERIFY(!damaged.errorString().isEmpty());
        QByteArray folder = archiveOf({}, "d");
        folder[156] = '5';
        TarFileReader noFile(&target);
        QVERIFY(noFile.write(folder) < 0);
        QVERIFY(noFile.errorString().contains("regular"));
    }
};

QTEST_GUILESS_MAIN(tst_TarFile)
#include "tst_tarfile.moc"

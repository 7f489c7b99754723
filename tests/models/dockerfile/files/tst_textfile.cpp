// Bytes to text and back, and writing that is whole or not at all.
#include "models/dockerfile/files/textfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace quayside;
using models::FileText;
using models::TextFile;

class TestTextFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
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
    void givesTheSameBytesBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("plain") << QByteArray("FROM a\nRUN b\n") << QStringLiteral("FROM a\nRUN b\n");
        QTest::newRow("no last line end") << QByteArray("FROM a\nRUN b") << QStringLiteral("FROM a\nRUN b");
        QTest::newRow("CR LF") << QByteArray("FROM a\r\nRUN b\r\n") << QStringLiteral("FROM a\nRUN b\n");
        QTest::newRow("CR LF, no last") << QByteArray("FROM a\r\nRUN b") << QStringLiteral("FROM a\nRUN b");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                       "FROM a\n")
                                         << QStringLiteral("FROM a\n");
        QTest::newRow("two marks") << QByteArray("\xef\xbb\xbf\xef\xbb\xbf"
                                                 "A")
                                   << QString(QChar(0xfeff)) + u'A';
        QTest::newRow("not ASCII") << QByteArray("# gr\xc3\xbcn \xf0\x9f\x90\xb3 \xc2\xa0\n")
                                   << QString::fromUtf8("# grün 🐳 \u00a0\n");
    }
    void givesTheSameBytesBack()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const FileText file = TextFile::decode(bytes);
        QCOMPARE(file.text, text);
        QVERIFY(file.readOnly.isEmpty());
        QVERIFY(file.remark.isEmpty());
        QCOMPARE(TextFile::encode(file.text, file.form), bytes);
    }

    void saysWhatItCannotKeep()
    {
        QVERIFY(TextFile::decode("FROM \xff\n").readOnly.contains("UTF-8"));
        QVERIFY(!TextFile::decode(QByteArray("a\0b", 3)).readOnly.isEmpty());
        QVERIFY(!TextFile::decode("a\xe2\x80\xa9"
                                  "b")
                     .readOnly.isEmpty());
        const FileText mixed = TextFile::decode("a\r\nb\nc\r\n");
        QVERIFY(mixed.remark.contains("CR LF"));
        QCOMPARE(mixed.text, QStringLiteral("a\nb\nc\n"));
        QVERIFY(TextFile::decode("a\nb\rc\n").remark.contains("with LF"));
    }

    void refusesWhatIsNoTextFile()
    {
        put("large", QByteArray(int(TextFile::mostBytes) + 1, 'x'));
        const auto large = TextFile::read(at("large"));
        QCOMPARE(large.error().kind, ErrorKind::TooLarge);
        QVERIFY(large.error().message.contains("4 MiB"));
        QCOMPARE(TextFile::read(m_folder.path()).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(TextFile::read(at("none")).error().kind, ErrorKind::NotFound);
        QCOMPARE(::mkfifo(qPrintable(at("pipe")), 0600), 0);
        QCOMPARE(TextFile::read(at("pipe")).error().kind, ErrorKind::InvalidArgument); // and does not wait
    }

    void keepsModeAndOwner()
    {
        put("kept", "old\n");
        QCOMPARE(::chmod(qPrintable(at("kept")), 0750), 0);
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::chown(qPrintable(at("kept")), 4321, 1234), 0);
        const auto hash = TextFile::write(at("kept"), QStringLiteral("new\n"), {});
        QVERIFY(hash.has_value());
        QCOMPARE(*hash, TextFile::hashOf("new\n"));
        struct stat status = {};
        QCOMPARE(::stat(qPrintable(at("kept")), &status), 0);
        QCOMPARE(status.st_mode & 07777, 0750U);
        QCOMPARE(status.st_uid, root ? 4321U : ::geteuid());
        QCOMPARE(get("kept"), QByteArray("new\n"));
        QCOMPARE(QDir(m_folder.path()).entryList({".quayside*"}, QDir::Files | QDir::Hidden).size(), 0);
    }

    void replacesTheFileInsteadOfWritingIntoIt()
    {
        put("whole", "old\n");
        QFile open(at("whole"));
        QVERIFY(open.open(QIODevice::ReadOnly));
        QVERIFY(TextFile::write(at("whole"), QStringLiteral("new\n"), {}).has_value());
        QCOMPARE(open.readAll(), QByteArray("old\n")); // who reads it still has the whole old one
    }

    void writesThroughLinks()
    {
        QVERIFY(QDir(m_folder.path()).mkpath("target"));
        put("target/file", "old\n");
        QVERIFY(QFile::link("target/file", at("link")));
        QVERIFY(TextFile::write(at("link"), QStringLiteral("new\n"), {}).has_value());
        QVERIFY(QFileInfo(at("link")).isSymLink());
        QCOMPARE(get("target/file"), QByteArray("new\n"));
        QVERIFY(QFile::link("target/later", at("dangling")));
        QVERIFY(TextFile::write(at("dangling"), QStringLiteral("made\n"), {}).has_value());
        QCOMPARE(get("target/later"), QByteArray("made\n"));
    }

    void saysWhyItCannotWrite()
    {
        const auto result = TextFile::write(at("no/such/folder/file"), QStringLiteral("x"), {});
        QCOMPARE(result.error().kind, ErrorKind::NotFound);
        QVERIFY(result.error().message.contains("no/such/folder/file"));
    }
};

QTEST_GUILESS_MAIN(TestTextFile)
#include "tst_textfile.moc"

#include "models/files/folder.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;

class tst_Folder : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatStatSays()
    {
        const QList<FolderEntry> entries = parseFolder("41ed 4096 1700000000 etc\n"
                                                       "81a4 12 1700000001 a file with blanks\n"
                                                       "a1ff 7 1700000002 link\n"
                                                       "2190 0 0 null\n"
                                                       "second line of a name\n\n");
        QCOMPARE(entries.size(), 4);
        QCOMPARE(entries[0].kind, FolderEntry::Kind::Folder);
        QCOMPARE(entries[1].name, "a file with blanks");
        QCOMPARE(entries[1].size, 12);
        QCOMPARE(entries[1].kind, FolderEntry::Kind::File);
        QCOMPARE(entries[2].kind, FolderEntry::Kind::Link);
        QCOMPARE(entries[3].kind, FolderEntry::Kind::Other);
    }

    void marksWhatChanged()
    {
        using K = client::PathChangeKind;
        const std::vector<client::PathChange> changes = {{"/etc", K::Modified},
                                                         {"/etc/new", K::Added},
                                                         {"/etc/gone", K::Deleted},
                                                         {"/etcetera", K::Added},
                                                         {"/etc/deep/x", K::Added}};
        QList<FolderEntry> entries =
            withChanges(parseFolder("81a4 1 1 new\n81a4 1 1 old\n41ed 1 1 deep\n"), "/etc", changes);
        QCOMPARE(entries.size(), 4);
        QCOMPARE(entries[0].name, "deep"); // folders first
        QCOMPARE(entries[1].name, "gone"); // not there any more, and still shown
        QCOMPARE(entries[1].change, FolderEntry::Change::Deleted);
        QCOMPARE(entries[2].change, FolderEntry::Change::Added);
        QCOMPARE(entries[3].change, FolderEntry::Change::None);
        entries = withChanges({}, "/", changes);
        QCOMPARE(entries.size(), 2); // etc and etcetera
    }

    void joinsPaths()
    {
        QCOMPARE(joinPath("/", "etc"), "/etc");
        QCOMPARE(joinPath("/etc", "ssl"), "/etc/ssl");
        QCOMPARE(joinPath("/etc/ssl", ".."), "/etc");
        QCOMPARE(joinPath("/etc", ".."), "/");
        QCOMPARE(joinPath("/", ".."), "/");
    }
};

QTEST_GUILESS_MAIN(tst_Folder)
#include "tst_folder.moc"

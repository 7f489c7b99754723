#include "models/common/shellwords.h"

#include <QTest>

using namespace quayside;

class tst_ShellWords : public QObject
{
    Q_OBJECT

private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << " a  b\tc " << QStringList({"a", "b", "c"});
        QTest::newRow("single quotes") << "'a b' c" << QStringList({"a b", "c"});
        QTest::newRow("double quotes") << "\"a \\\"b\\\" $x\" c" << QStringList({"a \"b\" $x", "c"});
        QTest::newRow("backslash kept in double quotes") << "\"a\\nb\"" << QStringList{"a\\nb"};
        QTest::newRow("escaped blank") << "a\\ b" << QStringList{"a b"};
        QTest::newRow("line goes on") << "a \\\n  b" << QStringList({"a", "b"});
        QTest::newRow("comment") << "a # b" << QStringList{"a"};
        QTest::newRow("hash within a word") << "a#b" << QStringList{"a#b"};
        QTest::newRow("empty words") << "'' \"\"" << QStringList({"", ""});
        QTest::newRow("joined") << "a'b'\"c\"" << QStringList{"abc"};
        QTest::newRow("nothing is run") << "$(id) `id` *" << QStringList({"$(id)", "`id`", "*"});
    }
    void splits()
    {
        QFETCH(QString, line);
        const auto words = models::splitShellWords(line);
        QVERIFY(words.has_value());
        QTEST(*words, "words");
    }

    void refusesOpenQuotes()
    {
        QCOMPARE(models::splitShellWords("a 'b").error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(models::splitShellWords("a \"b").error().kind, ErrorKind::InvalidArgument);
    }

    void roundTrip_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << QStringList({"httpd", "-f", "-p", "80:80", "a=b"});
        QTest::newRow("hard") << QStringList(
            {"", " ", "it's", "\"", "\\", "$HOME", "a\nb", "#x", "ä ö", "*?[", ";&|<>"});
    }
    void roundTrip()
    {
        QFETCH(QStringList, words);
        const auto again = models::splitShellWords(models::joinShellWords(words));
        QVERIFY(again.has_value());
        QCOMPARE(*again, words);
    }

    void quotesOnlyWhereNeeded()
    {
        QCOMPARE(models::joinShellWords({"docker", "run", "-p", "4000:80", "a b"}),
                 "docker run -p 4000:80 'a b'");
    }
};

QTEST_GUILESS_MAIN(tst_ShellWords)
#include "tst_shellwords.moc"

// Files of lessons: those that came with the program are without a mistake, and those of others get a
// sentence for each.
#include "models/learn/explanation.h"
#include "models/learn/lessons/builtin.h"
#include "models/learn/lessons/glossary.h"
#include "models/learn/lessons/lessonfile.h"
#include "models/learn/lessons/lessonoffers.h"
#include "models/learn/lessons/lessontext.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace quayside::models;

namespace
{

const QByteArray good = R"(---
id: small
title: "Small: a lesson"
shelf: lessons
order: 7
minutes: 3
summary: It is small.
needs: [xray]
containers:
  - name: box
    run: --cpus 0.5 busybox sleep 1000
  - {name: other, run: "--pid container:${box} busybox sleep 1000", start: false}
terminal: box
steps:
  - check:
      - container: {name: box, state: running, restarts: 1}
      - inspect: {container: box, path: HostConfig.NanoCpus, atLeast: 1, atMost: 5}
        say: Give it less.
      - xray: {container: box, path: "Namespaces[Type=pid].Inode", equals: {container: other, path: X}}
      - exec: {container: box, run: [test, -e, /tmp/x]}
      - http: {port: 4100, matches: "hello"}
    hint: Do it in ${box}.
    offers:
      - {id: more, label: More, act: update, container: box, memory: 16m}
      - id: two
        label: Two
        run: --name two busybox sleep 5
    solve: [{type: "a"}, {offer: more}]
    fail: [{type: "b"}]
  - {}
---
Hello **you**.

## One

```sh
ls -l \
  /tmp
# a remark
```

Then:

```text
## no heading
```

## Two

End.
)";

} // namespace

class tst_LessonFiles : public QObject
{
    Q_OBJECT

private slots:
    void readsAFile()
    {
        const LessonFile file = LessonFile::parse(good, "small.md");
        for (const LessonMistake &mistake : file.mistakes)
            qWarning("%d: %s", mistake.line, qPrintable(mistake.sentence));
        QCOMPARE(file.mistakes.size(), 0);
        const Lesson &lesson = file.lesson;
        QCOMPARE(lesson.title, "Small: a lesson");
        QCOMPARE(lesson.order, 7);
        QCOMPARE(lesson.needs, QStringList("xray"));
        QCOMPARE(lesson.containers.size(), 2);
        QVERIFY(!lesson.containers[1].start);
        QVERIFY(lesson.containers[1].run.contains("container:learn-small-box"));
        QCOMPARE(lesson.steps.size(), 2);
        QCOMPARE(lesson.steps[0].title, "One");
        QCOMPARE(lesson.steps[0].check.size(), 5);
        QCOMPARE(lesson.steps[0].check[1].say, "Give it less.");
        QCOMPARE(*lesson.steps[0].check[1].value.atMost, 5.0);
        QCOMPARE(lesson.steps[0].check[2].value.equals->container, "other");
        QCOMPARE(*lesson.steps[0].check[3].exit, 0);
        QCOMPARE(lesson.steps[0].hint, "Do it in learn-small-box.");
        QCOMPARE(*lesson.steps[0].offers[0].memory, 16 << 20);
        QCOMPARE(lesson.steps[0].solve.size(), 2);
        QVERIFY(lesson.steps[1].check.isEmpty());
    }

    void cutsItsText()
    {
        const Lesson lesson = LessonFile::parse(good, "small.md").lesson;
        QCOMPARE(lesson.introduction.size(), 1);
        QCOMPARE(lesson.introduction[0].markdown, "Hello **you**.");
        const QList<LessonPart> &parts = lesson.steps[0].text;
        QCOMPARE(parts.size(), 3);
        QVERIFY(parts[0].isCode && parts[0].canBeTyped);
        QCOMPARE(parts[0].lines, (QStringList{"ls -l /tmp", "# a remark"}));
        QVERIFY(parts[2].isCode && !parts[2].canBeTyped);
        QCOMPARE(parts[2].lines, QStringList("## no heading"));
    }

    void tellsTheCommandsOfItsButtons()
    {
        const Lesson lesson = LessonFile::parse(good, "small.md").lesson;
        QCOMPARE(LessonOffers::command(lesson, lesson.steps[0].offers[0]),
                 "docker update --memory 16m learn-small-box");
        const QString run = LessonOffers::command(lesson, lesson.steps[0].offers[1]);
        QVERIFY2(run.startsWith("docker run") && run.contains("--name learn-small-two") &&
                     run.endsWith("busybox sleep 5"),
                 qPrintable(run));
    }

    void namesMistakes_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const char *from, const char *to, int line, const char *word) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << line << QString(word);
        };
        row("no title", "title: \"Small: a lesson\"\n", "", 2, "title");
        row("unknown key", "shelf: lessons", "shelve: lessons", 4, "shelve");
        row("a key twice", "order: 7", "order: 7\norder: 8", 6, "twice");
        row("another id", "id: small", "id: large", 2, "large.md");
        row("bad id", "id: small", "id: Small One", 2, "letters");
        row("no number", "minutes: 3", "minutes: soon", 6, "soon");
        row("unquoted colon", "\"Small: a lesson\"", "Small: a lesson", 3, "YAML");
        row("privileged", "--cpus 0.5", "--privileged", 11, "lab");
        row("host folder", "--cpus 0.5", "-v /etc:/x", 11, "volume");
        row("host network", "--cpus 0.5", "--network host", 11, "host");
        row("unknown option", "--cpus 0.5", "--no-such 5", 11, "no-such");
        row("ignored option", "--cpus 0.5", "--gpus all", 11, "gpus");
        row("named container", "--cpus 0.5", "--name me", 10, "--name");
        row("no such terminal", "terminal: box", "terminal: bax", 13, "terminal");
        row("unknown check", "- container: {name", "- contoiner: {name", 16, "contoiner");
        row("no such container", "{name: box, state", "{name: bex.x, state", 16, "bex.x");
        row("someone else's", "{name: box, state", "{name: learn-other-box, state", 16, "learn-other-box");
        row("bad state", "state: running", "state: runing", 16, "runing");
        row("bad expression", "matches: \"hello\"", "matches: \"(hello\"", 21, "(hello");
        row("nothing compared", ", atLeast: 1, atMost: 5", "", 17, "must be");
        row("bad port", "port: 4100", "port: 99999", 21, "65535");
        row("no hint", "    hint: Do it in ${box}.\n", "", 15, "hint");
        row("no such act", "act: update", "act: upgrade", 24, "upgrade");
        row("bad size", "memory: 16m", "memory: lots", 24, "lots");
        row("no such offer", "{offer: more}", "{offer: less}", 28, "less");
        row("an offer's id in another step", "  - {}\n",
            "  - {offers: [{id: two, label: X, act: stop, container: box}]}\n", 30, "two");
        row("needs that are no list", "  - {}\n", "  - {needs: {a: b}}\n", 30, "needs");
        row("one heading less", "## Two\n", "", 0, "headings");
        row("open box", "```text\n## no heading\n```\n", "```text\n## no heading\n", 0, "```");
    }
    void namesMistakes()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const int, line);
        QFETCH(const QString, word);
        QByteArray text = good;
        QVERIFY(text.contains(from));
        const qsizetype at = text.indexOf(from);
        text.replace(at, from.size(), to);
        const LessonFile file = LessonFile::parse(text, "small.md");
        QString all;
        bool found = false;
        for (const LessonMistake &mistake : file.mistakes) {
            all += QStringLiteral("%1: %2\n").arg(mistake.line).arg(mistake.sentence);
            found = found || (mistake.sentence.contains(word) && (line == 0 || mistake.line == line));
        }
        QVERIFY2(found, qPrintable("said:\n" + all));
    }

    void survivesAnyBytes()
    {
        QCOMPARE(LessonFile::parse({}, "x.md").mistakes.size(), 1);
        QCOMPARE(LessonFile::parse("no rule", "x.md").mistakes.size(), 1);
        QCOMPARE(LessonFile::parse("---\nid: x\n", "x.md").mistakes.size(), 1);
        QCOMPARE(LessonFile::parse(QByteArray("\xff\xfe\0x", 4), "x.md").mistakes.size(), 1);
        QCOMPARE(LessonFile::parse(QByteArray(300 << 10, 'x'), "x.md").mistakes.size(), 1);
        QVERIFY(!LessonFile::parse("---\n" + QByteArray(100'000, '[') + "\n---\n## x\n", "x.md")
                     .mistakes.isEmpty());
        QVERIFY(!LessonFile::parse("---\n" + QByteArray("- ").repeated(50'000) + "\n---\n## x\n", "x.md")
                     .mistakes.isEmpty());
        QVERIFY(
            !LessonFile::parse("---\nsteps: {a: b}\ncontainers: 5\nneeds: x\nid: [1]\n---\n## x\n", "x.md")
                 .mistakes.isEmpty());
        QVERIFY(!LessonFile::parse("---\na: &a [x, *a]\n---\n", "x.md").mistakes.isEmpty());
        // Each piece of a good one, cut off.
        for (qsizetype size = 0; size < good.size(); size += 7)
            (void)LessonFile::parse(good.first(size), "small.md");
        for (qsizetype at = 0; at < good.size(); at += 5) {
            QByteArray text = good;
            text[at] = '{';
            (void)LessonFile::parse(text, "small.md");
        }
    }

    void builtInFilesHaveNoMistakes_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : builtInLessonIds())
            QTest::newRow(qPrintable(id)) << id;
    }
    void builtInFilesHaveNoMistakes()
    {
        QFETCH(const QString, id);
        const LessonFile file = LessonFile::parse(builtInText(id).toUtf8(), id + ".md");
        QString all;
        for (const LessonMistake &mistake : file.mistakes)
            all += QStringLiteral("%1:%2: %3\n").arg(mistake.file).arg(mistake.line).arg(mistake.sentence);
        QVERIFY2(all.isEmpty(), qPrintable('\n' + all));
        for (const LessonStep &step : file.lesson.steps)
            QVERIFY2(step.check.isEmpty() == step.solve.isEmpty(), qPrintable(step.title));
        // Every term is explained, every other lesson is there.
        static const QRegularExpression link("\\]\\((term|lesson):([^)]*)\\)");
        for (const auto &match : link.globalMatch(builtInText(id))) {
            const QString what = QUrl::fromPercentEncoding(match.captured(2).toUtf8());
            QVERIFY2(match.captured(1) == u"lesson" ? builtInLessonIds().contains(what)
                                                    : !Glossary::builtIn().explain(what).isEmpty(),
                     qPrintable(match.captured(1) + ": " + what));
        }
    }

    void theirIdsTellWhoseThingsAreWhose()
    {
        for (const QString &id : builtInLessonIds()) {
            for (const QString &other : builtInLessonIds())
                QVERIFY2(!other.startsWith(id + u'-'), qPrintable(id + " and " + other));
        }
    }

    void theGlossaryHasSentences()
    {
        QVERIFY(Glossary::builtIn().terms().size() >= 10);
        for (const QString &term : Glossary::builtIn().terms())
            QVERIFY2(Glossary::builtIn().explain(term).endsWith(u'.'), qPrintable(term));
        QVERIFY(Glossary::builtIn().explain("Kernel").contains("files"));
        QCOMPARE(Glossary::builtIn().explain("no such term"), QString());
    }
};

QTEST_GUILESS_MAIN(tst_LessonFiles)
#include "tst_lessonfiles.moc"

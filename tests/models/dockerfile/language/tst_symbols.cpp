// Definitions, uses and new names of stages and variables.
#include "models/dockerfile/language/symbols.h"
#include "tests/models/dockerfile/language/marked.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models::language;
using test::marked;

namespace
{

// Line and text of what stands at the definition; "" where there is none.
std::string definitionIn(const std::string &text)
{
    const auto [snapshot, at] = marked(text);
    const auto found = definition(*snapshot, at);
    return found ? std::to_string(found->start.line) + ":" + test::textAt(*snapshot, *found) : "";
}

std::vector<int> linesOfUse(const std::string &text)
{
    const auto [snapshot, at] = marked(text);
    std::vector<int> lines;
    for (const auto &range : references(*snapshot, at))
        lines.push_back(range.start.line);
    return lines;
}

// The text afterwards, or the sentence that says why not.
std::string renamedIn(const std::string &text, const std::string &name)
{
    const auto [snapshot, at] = marked(text);
    const auto edits = rename(*snapshot, at, name);
    if (!edits)
        return edits.error().toStdString();
    models::DockerfileDocument document;
    document.setText(snapshot->text);
    return document.apply(*edits, {}) ? document.text() : "the edits do not fit";
}

} // namespace

class TestSymbols : public QObject
{
    Q_OBJECT

private slots:
    void findsDefinitions()
    {
        QCOMPARE(definitionIn("FROM a AS Base\nFROM ba|se\n"), "1:Base");
        QCOMPARE(definitionIn("FROM a AS x\nFROM b\nCOPY --from=x| /a /b\n"), "1:x");
        QCOMPARE(definitionIn("FROM a AS x\nFROM b\nCOPY --from=|0 /a /b\n"), "1:x");
        QCOMPARE(definitionIn("FROM a\nFROM b\nCOPY --from=0| /a /b\n"), "1:FROM");
        QCOMPARE(definitionIn("FROM a AS x\nFROM b\nRUN --mount=type=bind,from=|x,target=/x true\n"), "1:x");
        QCOMPARE(definitionIn("FROM a AS x\nFROM b\nCOPY --from=|1 /a /b\n"), ""); // itself
        QCOMPARE(definitionIn("ARG V=1\nFROM a:$|V\n"), "1:V");
        QCOMPARE(definitionIn("FROM a\nARG V\nENV V=2\nRUN echo ${V|:-3}\n"), "3:V");
        QCOMPARE(definitionIn("ARG V=1\nFROM a\nRUN echo $|V\n"), ""); // not declared in the stage
        QCOMPARE(definitionIn("FROM a\nRUN |echo\n"), "");
    }

    // ENV takes its values before any of its names counts.
    void findsTheDefinitionThatCounts()
    {
        QCOMPARE(definitionIn("FROM a\nENV A=1\nENV A=2 B=$|A\nLABEL x=$A\n"), "2:A");
        QCOMPARE(definitionIn("FROM a\nENV A=1\nENV A=2 B=$A\nLABEL x=$|A\n"), "3:A");
        QCOMPARE(definitionIn("FROM a AS x\nENV A=1\nFROM x\nLABEL x=$|A\n"), "2:A");
        QCOMPARE(definitionIn("FROM a AS x\nARG A=1\nFROM b\nLABEL x=$|A\n"), "");
    }

    void findsUses()
    {
        QCOMPARE(linesOfUse("ARG |V=1\nFROM a:$V\nARG V\nRUN echo $V '$V' \\$V\n"
                            "COPY <<E /f\n$V\nE\nCOPY <<'E' /g\n$V\nE\n"),
                 (std::vector{1, 2, 3, 4, 6}));
        QCOMPARE(linesOfUse("FROM a AS |x\nFROM x\nCOPY --from=X /a /b\nRUN --mount=from=x,target=/ true\n"),
                 (std::vector{1, 2, 3, 4}));
        QCOMPARE(linesOfUse("FROM a\nARG |A\nARG A=2\nENV A=$A\nCMD echo $A\n"),
                 (std::vector{2, 3, 4, 4, 5}));
        // What runs in the image has ENV, no ARG; and a script's own variables are its own.
        QCOMPARE(linesOfUse("FROM a\nARG |A\nCMD echo $A\n"), (std::vector{2}));
        QCOMPARE(linesOfUse("FROM a\nARG |A\nRUN echo $A; A=2; echo $A\n"), (std::vector{2, 3}));
        QCOMPARE(linesOfUse("FROM a\nARG |A\nRUN for A in 1 2; do echo $A; done\n"), (std::vector{2}));
    }

    void passesCommentsWithinInstructions()
    {
        QCOMPARE(linesOfUse("FROM a\nARG |A\nRUN echo \\\n  # $A\n  $A \\\n  \"$A\"\n"),
                 (std::vector{2, 5, 6}));
    }

    void renamesStages()
    {
        QCOMPARE(renamedIn("FROM a AS x|\nFROM x AS y\nCOPY --from=x /x /x\nCOPY --from=\"X\" a b\n"
                           "RUN --mount=type=bind,source=/x,from=x x\nFROM b\nCOPY --from=0 x x\n",
                           "build"),
                 "FROM a AS build\nFROM build AS y\nCOPY --from=build /x /x\nCOPY --from=\"build\" a b\n"
                 "RUN --mount=type=bind,source=/x,from=build x\nFROM b\nCOPY --from=0 x x\n");
        // Of two with the same name each keeps its own uses.
        QCOMPARE(renamedIn("FROM a AS x\nFROM x\nFROM b AS x|\nFROM x\n", "y"),
                 "FROM a AS x\nFROM x\nFROM b AS y\nFROM y\n");
    }

    void renamesVariables()
    {
        QCOMPARE(
            renamedIn("ARG V=1\nFROM a:${V|}\nARG V\nENV VV=$V W=${V:-$V}\nRUN <<E\necho $V \"$VV\"\nE\n",
                      "VERSION"),
            "ARG VERSION=1\nFROM a:${VERSION}\nARG VERSION\nENV VV=$VERSION W=${VERSION:-$VERSION}\n"
            "RUN <<E\necho $VERSION \"$VV\"\nE\n");
        QCOMPARE(renamedIn("# escape=`\nFROM a\nENV A=1 B=`$A\nRUN echo $A `\n && echo $|A\n", "Z"),
                 "# escape=`\nFROM a\nENV Z=1 B=`$A\nRUN echo $Z `\n && echo $Z\n");
        QCOMPARE(renamedIn("FROM a\nENV A| 1 2\nUSER $A\n", "B"), "FROM a\nENV B 1 2\nUSER $B\n");
        QCOMPARE(renamedIn("FROM a\nARG A|\n", "A"), "FROM a\nARG A\n");
    }

    void refusesNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing there") << "FROM a|\n" << "b" << "There is no name here";
        QTest::newRow("no name") << "FROM a\nFROM b\nCOPY --from=0| a b\n" << "b" << "This stage has no name";
        QTest::newRow("stage with a digit") << "FROM a AS |x\n" << "1x" << "is no name of a stage";
        QTest::newRow("stage with a space") << "FROM a AS |x\n" << "x y" << "is no name of a stage";
        QTest::newRow("empty") << "FROM a AS |x\n" << "" << "is no name of a stage";
        QTest::newRow("reserved") << "FROM a AS |x\n" << "Scratch" << "a meaning of its own";
        QTest::newRow("another stage") << "FROM a AS |x\nFROM b AS y\n" << "Y" << "There is a stage called";
        QTest::newRow("an image") << "FROM a AS |x\nFROM x\nCOPY --from=nginx a b\n"
                                  << "nginx"
                                  << "is an image that this file uses";
        QTest::newRow("a base") << "FROM a AS |x\nFROM debian\n"
                                << "debian" << "is an image that this file uses";
        QTest::newRow("variable with a hyphen") << "FROM a\nARG |A\n" << "a-b" << "is no name of a variable";
        QTest::newRow("another variable") << "FROM a\nARG |A\nENV B=1\n" << "B" << "There is a variable B";
        QTest::newRow("a shell's variable") << "FROM a\nARG |A\nRUN echo $i\n" << "i" << "$i is used";
        QTest::newRow("the builder's") << "FROM a\nARG |A\n" << "TARGETARCH" << "that the builder sets";
        QTest::newRow("from the builder's") << "FROM a\nARG |TARGETARCH\n" << "A" << "is set by the builder";
        QTest::newRow("quotes") << "FROM a\nENV \"A\"=1\nRUN echo $|A\n" << "B" << "In line 2";
    }
    void refusesNames()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, name);
        QFETCH(const QString, says);
        const auto answer = renamedIn(text.toStdString(), name.toStdString());
        QVERIFY2(answer.contains(says.toStdString()), answer.c_str());
    }

    void saysWhatCanBeRenamed()
    {
        const auto [snapshot, at] = marked("FROM a AS Base\nFROM base|\n");
        const auto found = renamable(*snapshot, at);
        QVERIFY(found.has_value());
        QCOMPARE(found->name, "Base");
        QCOMPARE(test::textAt(*snapshot, found->range), "base");
        QVERIFY(!renamable(*snapshot, {1, 6}));
    }

    // Broken files have no symbols where they cannot be read, and the others still.
    void survivesErrors()
    {
        QCOMPARE(definitionIn("FROM a AS x\nENV b\nFROM |x\n"), "1:x");
        QCOMPARE(definitionIn("RUN $|a\n"), "");
        QCOMPARE(definitionIn("|"), "");
    }
};

QTEST_GUILESS_MAIN(TestSymbols)
#include "tst_symbols.moc"

// Which variables there are at a place, and their values.
#include "models/dockerfile/language/variables.h"
#include "tests/models/dockerfile/language/marked.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models::language;

namespace
{

// "A=1 B=? C=3", without those of the builder where nobody declared them.
std::string variablesIn(const std::string &text, const Surroundings &surroundings = {})
{
    const auto [snapshot, at] = test::marked(text);
    const dockerfile::Structure structure(snapshot->parsed.tree);
    std::string result;
    for (const auto &variable : variablesAt(structure, at, surroundings))
        if (variable.origin != Variable::Origin::Builder || variable.defined)
            result +=
                (result.empty() ? "" : " ") + variable.name + "=" + (variable.known ? variable.value : "?");
    return result;
}

} // namespace

class TestVariables : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatStandsAbove()
    {
        QCOMPARE(variablesIn("FROM a\nARG A=1 B\nENV C=$A-\"x y\" D=$B\nRUN |\nENV E=1\n"),
                 "A=1 B=? C=1-x y D=?");
        QCOMPARE(variablesIn("FROM a\nENV A=1 B=$A|\n"), "");
        QCOMPARE(variablesIn("FROM a\nENV A=1\n|\nENV B=2\n"), "A=1");
        QCOMPARE(variablesIn("FROM a\nENV A=1\nENV A=$A:2\nRUN |\n"), "A=1:2");
        QCOMPARE(variablesIn("FROM a\nENV A=1\nARG A=2\nRUN |\n"), "A=1"); // an ENV hides an ARG
        QCOMPARE(variablesIn("FROM a\nENV \"A\"=1\nRUN |\n"), "A=1");
        QCOMPARE(variablesIn("FROM a\nONBUILD ENV A=1\nRUN |\n"), "");
    }

    void knowsTheHeadOfTheFile()
    {
        const std::string head = "ARG V=1\nARG W=$V.2\nFROM a:|$W AS x\nRUN true\n";
        QCOMPARE(variablesIn(head), "V=1 W=1.2");
        QCOMPARE(variablesIn("ARG V=1\nFROM a\nARG V\nRUN |\n"), "V=1");
        QCOMPARE(variablesIn("ARG V=1\nFROM a\nRUN |\n"), "");
        QCOMPARE(variablesIn("ARG V=1\nFROM a\nARG V=2\nRUN |\n"), "V=2");
        QCOMPARE(variablesIn("FROM a\nARG TARGETARCH\nRUN |\n", {.platform = "linux/arm64"}),
                 "TARGETARCH=arm64");
    }

    void takesOverFromStages()
    {
        QCOMPARE(variablesIn("FROM a AS x\nENV A=1\nARG B=2\nFROM b\nENV C=3\nFROM x\nRUN |\n"), "A=1 B=2");
        QCOMPARE(variablesIn("FROM a AS x\nENV A=1\nFROM b\nRUN |\n"), "");
    }

    void asksTheSurroundings()
    {
        const Surroundings surroundings{
            .arguments = {{"V", "9"}},
            .image = [](const std::string &name) -> std::optional<dockerfile::Environment> {
                if (name != "a:9")
                    return std::nullopt;
                return dockerfile::Environment{{"PATH", "/bin"}};
            }};
        QCOMPARE(
            variablesIn("ARG V=1\nFROM a:$V AS x\nARG V\nENV PATH=/x:$PATH\nFROM x\nRUN |\n", surroundings),
            "PATH=/x:/bin V=9");
    }

    void boundsValues()
    {
        std::string text = "FROM a\nENV A=0123456789\n";
        for (int i = 0; i < 60; ++i)
            text += "ENV A=$A$A\n";
        QCOMPARE(variablesIn(text + "RUN |\n"), "A=?");
    }
};

QTEST_GUILESS_MAIN(TestVariables)
#include "tst_variables.moc"

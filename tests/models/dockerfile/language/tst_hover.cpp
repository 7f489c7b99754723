// What is explained at places in Dockerfiles.
#include "engine/dockerfile/linter/linter.h"
#include "models/dockerfile/language/hover.h"
#include "models/dockerfile/language/reference.h"
#include "tests/models/dockerfile/language/fakesources.h"
#include "tests/models/dockerfile/language/marked.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models::language;

namespace
{

// "title|what is marked|text without its tags".
QString hoverIn(const std::string &text, CompletionSources *sources = nullptr)
{
    const auto [snapshot, at] = test::marked(text);
    const auto found = hover(*snapshot, at, sources);
    if (!found)
        return {};
    auto plain = found->text;
    for (const auto *tag : {"<p>", "</p>", "<code>", "</code>"})
        plain.replace(QLatin1StringView(tag), QStringLiteral(" "));
    return found->title + u'|' + QString::fromStdString(test::textAt(*snapshot, found->range)) + u'|' +
           plain.simplified();
}

} // namespace

class TestHover : public QObject
{
    Q_OBJECT

private slots:
    void explainsWords()
    {
        QVERIFY(hoverIn("FROM a\nCO|PY a /b\n").startsWith("COPY|COPY|Copies files"));
        QVERIFY(hoverIn("FROM a\nONBUILD RU|N a\n").startsWith("RUN|RUN|"));
        QVERIFY(hoverIn("FROM a\nCOPY --l|ink a /b\n").startsWith("COPY --link|--link|"));
        QVERIFY(hoverIn("FROM a\nRUN --mo|unt=type=ssh x\n").startsWith("RUN --mount|--mount=type=ssh|"));
        QVERIFY(hoverIn("FROM a\nRUN --mount=type=cache,dst|=/x,sharing=locked x\n")
                    .startsWith("cache target|dst=/x|"));
        QVERIFY(hoverIn("FROM a\nRUN --mount=type=cache,dst=/x,sharing=loc|ked x\n")
                    .startsWith("cache sharing|sharing=locked|"));
        QVERIFY(hoverIn("# sy|ntax=docker/dockerfile:1\nFROM a\n")
                    .startsWith("syntax|# syntax=docker/dockerfile:1|"));
        QCOMPARE(hoverIn("FROM a\nRUN ech|o\n"), QString());
        QCOMPARE(hoverIn("FROM a\nNON|SENSE\n"), QString());
    }

    void tellsValues()
    {
        QVERIFY(hoverIn("FROM a\nARG A=1\nENV B=$A-2\nRUN echo $|B\n")
                    .startsWith("$B|B|1-2 Set by ENV in line 3"));
        QVERIFY(hoverIn("FROM a\nARG |A=1\n").startsWith("$A|A|1 Declared by ARG in line 2"));
        QVERIFY(hoverIn("FROM a\nARG |A\n").startsWith("$A|A|Its value is not known"));
        QVERIFY(hoverIn("ARG |A=3\nFROM a:$A\n").startsWith("$A|A|3"));
        QVERIFY(hoverIn("ARG A=3\nFROM a:$|A\n").startsWith("$A|A|3"));
        QVERIFY(hoverIn("FROM a\nENV A=1\nENV A=<$A>\nRUN $|A\n").startsWith("$A|A|&lt;1&gt;"));
        test::FakeSources sources;
        QVERIFY(hoverIn("FROM debian:13\nENV PATH=/x:$PA|TH\n", &sources)
                    .startsWith("$PATH|PATH|/usr/bin:/bin The base"));
        QCOMPARE(hoverIn("FROM debian:13\nRUN for f in *; do echo $|f; done\n", &sources), QString());
    }

    void tellsStagesAndImages()
    {
        test::FakeSources sources;
        const auto stage = hoverIn("FROM a AS x\nRUN b\nRUN c\nFROM d\nCOPY --from=|x a b\n");
        QVERIFY2(stage.startsWith("x|x|Stage 0 of this file, from a ."), qPrintable(stage));
        QVERIFY(stage.contains("no result"));
        QVERIFY(hoverIn("FROM debian|:13\n", &sources)
                    .startsWith("debian:13|debian:13|114.4 MiB, linux/amd64 Made:"));
        QVERIFY(hoverIn("ARG T=13\nFROM deb|ian:$T\n", &sources).startsWith("debian:13|debian:$T|"));
        QVERIFY(hoverIn("FROM other|\n", &sources).contains("not on this computer"));
        QVERIFY(
            hoverIn("FROM a\nCOPY --from=deb|ian:13 /a /b\n", &sources).startsWith("debian:13|debian:13|"));
        QVERIFY(hoverIn("FROM scr|atch\n").startsWith("scratch|scratch|Nothing"));
    }

    void explainsFindings()
    {
        const auto findings = dockerfile::lint("FROM a\nMAINTAINER <me>\n");
        const auto found = std::ranges::find(findings, "MaintainerDeprecated", &dockerfile::Finding::id);
        QVERIFY(found != findings.end());
        const auto shown = hoverOf(*found);
        QCOMPARE(shown.title, "MaintainerDeprecated");
        QVERIFY(shown.text.contains("A label instead of MAINTAINER"));
        QVERIFY(shown.url.startsWith("https://"));
    }

    void hasTextsForAllWords()
    {
        for (const auto &info : instructionInfos())
            QVERIFY(*info.summary != '\0' && !info.form.empty() && !info.example.empty() &&
                    !info.anchor.empty());
        for (const auto &info : flagInfos())
            QVERIFY2(info.form.starts_with("--" + std::string(info.name)) && info.example.contains(info.name),
                     std::string(info.name).c_str());
        for (const auto &info : mountKeyInfos())
            QVERIFY(info.form.starts_with(info.name) && *info.summary != '\0');
    }
};

QTEST_GUILESS_MAIN(TestHover)
#include "tst_hover.moc"

// What is offered at places in Dockerfiles, and what comes of taking it.
#include "engine/dockerfile/instructions/instructions.h"
#include "models/dockerfile/language/completion.h"
#include "models/dockerfile/language/matches.h"
#include "models/dockerfile/language/reference.h"
#include "tests/models/dockerfile/language/fakesources.h"
#include "tests/models/dockerfile/language/marked.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models::language;

namespace
{

Completions completionsIn(const std::string &text, CompletionSources *sources = nullptr)
{
    const auto [snapshot, at] = test::marked(text);
    return complete(*snapshot, at, sources);
}

QStringList labelsIn(const std::string &text, CompletionSources *sources = nullptr)
{
    QStringList labels;
    for (const auto &item : completionsIn(text, sources).items)
        labels << item.label;
    return labels;
}

// The text once the first item with this label is taken.
std::string takenIn(const std::string &text, const QString &label, CompletionSources *sources = nullptr)
{
    const auto [snapshot, at] = test::marked(text);
    for (const auto &item : complete(*snapshot, at, sources).items)
        if (item.label == label)
            return dockerfile::applied(snapshot->text, {.edits = {{item.replace, item.insert}}});
    return "not offered";
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void offersInstructions()
    {
        QCOMPARE(labelsIn("FROM a\nCO|\n").first(), "COPY");
        QCOMPARE(labelsIn("FROM a\nR|\n").first(), "RUN");
        QCOMPARE(labelsIn("|").first(2), (QStringList{"ARG", "FROM"}));
        QCOMPARE(labelsIn("from a\nru|\n").first(), "run");
        QCOMPARE(takenIn("FROM a\n  ru|", "RUN"), "FROM a\n  RUN ");
        QCOMPARE(labelsIn("FROM a\nONBUILD C|\n").first(2), (QStringList{"CMD", "COPY"}));
        QVERIFY(!labelsIn("FROM a\nONBUILD |\n").contains("FROM"));
        QCOMPARE(labelsIn("FROM a\nHLT|\n"), (QStringList{"HEALTHCHECK"})); // its letters in this order
        QCOMPARE(completionsIn("FROM a\nCOPY|\n").items.at(0).detail, "COPY [flags] SOURCE… DESTINATION");
    }

    void offersFlags()
    {
        QCOMPARE(labelsIn("FROM a\nCOPY -|\n"),
                 (QStringList{"--chmod", "--chown", "--exclude", "--from", "--link", "--parents"}));
        QCOMPARE(labelsIn("FROM a\nCOPY --from=b --ch|\n"), (QStringList{"--chmod", "--chown"}));
        QVERIFY(!labelsIn("FROM a\nCOPY --link --|\n").contains("--link"));
        QVERIFY(labelsIn("FROM a\nRUN --mount=type=ssh --|\n").contains("--mount")); // may be there twice
        QCOMPARE(takenIn("FROM a\nCOPY --fr|", "--from"), "FROM a\nCOPY --from=");
        QCOMPARE(labelsIn("FROM a\nRUN --network=|\n"), (QStringList{"default", "none", "host"}));
        QVERIFY(labelsIn("FROM --platform=linux/ar|\n").contains("linux/arm64"));
        QCOMPARE(labelsIn("FROM a\nRUN apt-get -|\n"), QStringList()); // a flag of the command
        QCOMPARE(labelsIn("FROM a\nONBUILD COPY --fr|\n"), (QStringList{"--from"}));
    }

    // The table of flags is the one that instructions are checked against.
    void knowsTheFlagsThatThereAre()
    {
        for (const auto &flag : flagInfos()) {
            const std::string words = flag.instruction == "FROM"          ? "a"
                                      : flag.instruction == "HEALTHCHECK" ? "CMD x"
                                                                          : "a b";
            const auto value = flag.form.contains("DURATION") ? "=5s"
                               : flag.name == "retries"       ? "=5"
                               : flag.name == "network"       ? "=none"
                               : flag.name == "security"      ? "=insecure"
                               : flag.name == "mount"         ? "=type=ssh"
                               : flag.boolean                 ? ""
                                                              : "=x";
            const auto text =
                std::string(flag.instruction) + " --" + std::string(flag.name) + value + " " + words;
            const auto tree = dockerfile::parse(text);
            QVERIFY2(tree && dockerfile::interpret(tree->nodes[0]), text.c_str());
        }
        for (const auto keyword : dockerfile::keywords())
            QVERIFY2(instructionInfo(keyword) != nullptr, std::string(keyword).c_str());
        QCOMPARE(instructionInfos().size(), dockerfile::keywords().size());
    }

    void offersMounts()
    {
        QCOMPARE(labelsIn("FROM a\nRUN --mount=type=|\n"),
                 (QStringList{"bind", "cache", "tmpfs", "secret", "ssh"}));
        QCOMPARE(labelsIn("FROM a\nRUN --mount=|\n").first(), "type");
        QCOMPARE(labelsIn("FROM a\nRUN --mount=type=tmpfs,|\n"), (QStringList{"target", "size"}));
        QCOMPARE(labelsIn("FROM a\nRUN --mount=type=cache,dst=/x,sh|\n"), (QStringList{"sharing"}));
        QVERIFY(!labelsIn("FROM a\nRUN --mount=type=cache,dst=/x,|\n").contains("target"));
        QCOMPARE(labelsIn("FROM a\nRUN --mount=type=cache,sharing=|\n"),
                 (QStringList{"shared", "private", "locked"}));
        QCOMPARE(takenIn("FROM a\nRUN --mount=type=cache,ta|", "target"),
                 "FROM a\nRUN --mount=type=cache,target=");
        QVERIFY(labelsIn("FROM a AS x\nFROM b\nRUN --mount=type=bind,from=|\n").contains("x"));
    }

    void offersStagesAndImages()
    {
        test::FakeSources sources;
        const std::string stages = "FROM a AS one\nFROM b\nFROM c AS three\n";
        QCOMPARE(labelsIn(stages + "COPY --from=|\n"), (QStringList{"1", "one"}));
        QCOMPARE(labelsIn(stages + "FROM |\n", &sources),
                 (QStringList{"one", "three", "debian:12-slim", "debian:13", "python:3", "scratch"}));
        QCOMPARE(labelsIn("FROM deb|\n", &sources), (QStringList{"debian:12-slim", "debian:13"}));
        QCOMPARE(labelsIn("FROM python:|\n", &sources), (QStringList{"python:3", "3", "3-slim", "3.12"}));
        QCOMPARE(takenIn("FROM python:3-|", "3-slim", &sources), "FROM python:3-slim");
        QCOMPARE(labelsIn("FROM a |\n"), (QStringList{"AS"}));
        sources.waiting = true;
        QVERIFY(completionsIn("FROM deb|\n", &sources).pending);
        QVERIFY(!completionsIn("FROM a\nRUN |\n", &sources).pending);
    }

    void offersVariables()
    {
        test::FakeSources sources;
        const std::string text = "ARG TAG=13\nFROM debian:$TAG\nARG LOCAL=1\nENV NAME=x\n";
        QCOMPARE(labelsIn(text + "RUN echo $|\n"), (QStringList{"LOCAL", "NAME"}));
        QCOMPARE(labelsIn(text + "RUN echo $|\n", &sources), (QStringList{"LOCAL", "NAME", "PATH"}));
        QCOMPARE(takenIn(text + "RUN echo ${N|", "NAME"), text + "RUN echo ${NAME}");
        QCOMPARE(takenIn(text + "RUN echo ${N|}", "NAME"), text + "RUN echo ${NAME}");
        QCOMPARE(labelsIn(text + "RUN echo '$|\n"), QStringList());
        QCOMPARE(labelsIn(text + "RUN echo \\$|\n"), QStringList());
        QCOMPARE(labelsIn("ARG V=1\nFROM a:$V|\n").first(), "V");
        QCOMPARE(completionsIn(text + "RUN echo $N|\n").items.at(0).detail, "x");
    }

    void offersFiles()
    {
        test::FakeSources sources;
        const std::string text = "FROM debian:13 AS x\nRUN make\nWORKDIR /app\n";
        QCOMPARE(labelsIn(text + "COPY |\n", &sources), (QStringList{"$x", "app.py", "src/", ".git/"}));
        QCOMPARE(takenIn(text + "COPY |\n", "$x", &sources), text + "COPY \\$x\n");
        QCOMPARE(labelsIn(text + "COPY src/|\n", &sources), (QStringList{"lib/", "main.c"}));
        QCOMPARE(takenIn(text + "COPY src/ma|", "main.c", &sources), text + "COPY src/main.c");
        QCOMPARE(labelsIn(text + "COPY app.py |\n", &sources), (QStringList{"etc/", "usr/", "vmlinuz"}));
        QCOMPARE(sources.asked, "debian:13|WORKDIR /app|3|app"); // what is relative is below the WORKDIR
        QCOMPARE(takenIn(text + "COPY app.py /us|", "usr/", &sources), text + "COPY app.py /usr/");
        QCOMPARE(sources.asked, "debian:13|WORKDIR /app|3|");
        QCOMPARE(labelsIn(text + "COPY --from=nginx /et|\n", &sources), QStringList());
        QCOMPARE(sources.asked, "nginx|");
        (void)labelsIn(text + "FROM b\nCOPY --from=x /usr/lib/|\n", &sources);
        QCOMPARE(sources.asked, "debian:13|WORKDIR /app|3|usr/lib");
        (void)labelsIn(text + "FROM x\nWORKDIR |\n", &sources);
        QCOMPARE(sources.asked, "debian:13|WORKDIR /app|3|app");
        QCOMPARE(takenIn(text + "COPY [\"|", "a b", &sources), text + "COPY [\"a b");
    }

    void offersDirectives()
    {
        QCOMPARE(labelsIn("#|"), (QStringList{"check", "escape", "syntax"}));
        QCOMPARE(labelsIn("# syntax=docker/dockerfile:1\n# es|\n"), (QStringList{"escape"}));
        QCOMPARE(labelsIn("FROM a\n# e|\n"), QStringList());
        QCOMPARE(labelsIn("# check=skip=JSON|\n"), (QStringList{"JSONArgsRecommended"}));
        QCOMPARE(labelsIn("# check=skip=all;|\n"), (QStringList{"error=", "experimental=", "skip="}));
        QCOMPARE(labelsIn("FROM a\n# check=skip=Legacy|\n"), (QStringList{"LegacyKeyValueFormat"}));
        QCOMPARE(labelsIn("FROM a\n# hadolint ignore=DL3006,DL300|\n").first(), "DL3000");
        QCOMPARE(labelsIn("# escape=|\n"), (QStringList{"`", "\\"}));
    }

    void offersWordsOfInstructions()
    {
        QCOMPARE(labelsIn("FROM a\nEXPOSE 53/|\n"), (QStringList{"tcp", "udp", "sctp"}));
        QCOMPARE(labelsIn("FROM a\nSTOPSIGNAL SIGQ|\n"), (QStringList{"SIGQUIT"}));
        QCOMPARE(labelsIn("FROM a\nHEALTHCHECK |\n"), (QStringList{"CMD", "NONE"}));
        QCOMPARE(labelsIn("FROM a\nHEALTHCHECK --timeout=3s |\n"), (QStringList{"CMD"}));
        QVERIFY(labelsIn("FROM a\nSHELL |\n").first().contains("pipefail"));
        QCOMPARE(labelsIn("ARG V=1\nFROM a\nARG V|\n").first(), "V");
        QVERIFY(labelsIn("FROM a\nARG TARGETA|\n").contains("TARGETARCH"));
        QVERIFY(labelsIn("FROM a\nLABEL source|\n").contains("org.opencontainers.image.source="));
    }

    void offersNothingWhereNothingFits()
    {
        test::FakeSources sources;
        QCOMPARE(labelsIn("FROM a\nRUN <<EOF\nCO|\nEOF\n", &sources), QStringList());
        QCOMPARE(labelsIn("FROM a\nCOPY <<EOF /x\nCO|\nEOF\n", &sources), QStringList());
        QCOMPARE(labelsIn("FROM a\nENV V=1\nCOPY <<EOF /x\n$|\nEOF\n", &sources), (QStringList{"V"}));
        QCOMPARE(labelsIn("FROM a\nENV V=1\nCOPY <<'EOF' /x\n$|\nEOF\n", &sources), QStringList());
        QCOMPARE(labelsIn("FROM a\nRUN <<EOF\nEO|F\n", &sources), QStringList());
        QCOMPARE(labelsIn("FROM a\nRUN <<EOF\nno end\nCO|\n", &sources), QStringList());
        QCOMPARE(labelsIn("FROM a\nRUN apt-get in|\n", &sources), QStringList());
        QCOMPARE(labelsIn("FROM a\nRUN a \\\n  # co|\n  b\n", &sources), QStringList());
        QVERIFY(!labelsIn("FROM a\nRUN <<EOF\nx\nEOF\nCO|\n", &sources).isEmpty()); // behind it again
    }

    void readsContinuedInstructions()
    {
        QCOMPARE(labelsIn("FROM a AS x\nFROM b\nCOPY --link \\\n  # why\n\n  --from=|\n"),
                 (QStringList{"x"}));
        QCOMPARE(labelsIn("FROM a\nCOPY --link \\\n  |\n"), QStringList()); // a source of it; no instruction
        // Also one that cannot be parsed, and its escape character.
        QCOMPARE(labelsIn("# escape=`\nFROM a\nENV V=1\nENV `\n  W=$|"), (QStringList{"V"}));
    }

    void saysWhenToComplete()
    {
        const auto isTrigger = [](const std::string &text, char typed) {
            const auto [snapshot, at] = test::marked(text);
            return isCompletionTrigger(*snapshot, at, typed);
        };
        QVERIFY(isTrigger("FROM a\nC|", 'C'));
        QVERIFY(!isTrigger("FROM a\nRUN C|", 'C'));
        QVERIFY(isTrigger("FROM a\nRUN echo $|", '$'));
        QVERIFY(isTrigger("FROM a\nRUN --|", '-'));
        QVERIFY(!isTrigger("FROM a\nRUN ls -|", '-'));
        QVERIFY(!isTrigger("FROM a\nRUN a=|", '='));
        QVERIFY(isTrigger("FROM a\nCOPY src/|", '/'));
        QVERIFY(isTrigger("#|", '#'));
        QVERIFY(!isTrigger("FROM a\nRUN <<E\nx/|\nE\n", '/'));
    }

    void ranksMatches()
    {
        QCOMPARE(matchOf("COPY", "CO"), 0);
        QCOMPARE(matchOf("COPY", "co"), 1);
        QCOMPARE(matchOf("org.image.source", "sou"), 2);
        QCOMPARE(matchOf("WORKDIR", "kd"), 3);
        QCOMPARE(matchOf("HEALTHCHECK", "hck"), 4);
        QCOMPARE(matchOf("COPY", "x"), std::nullopt);
        QCOMPARE(matchOf("COPY", "yp"), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"

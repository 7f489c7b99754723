// Findings while somebody types, and that what is kept between two of them changes nothing.
#include "models/dockerfile/language/diagnostics.h"
#include "tests/models/dockerfile/language/fakesources.h"
#include "tests/models/dockerfile/language/marked.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace quayside;
using models::DockerfileDocument;
using models::language::Diagnostics;

namespace
{

std::string described(const std::vector<dockerfile::Finding> &findings)
{
    std::string out;
    for (const auto &[id, severity, range, message, url, sameAs, fixes] : findings) {
        out += std::format("{} {} {}:{}-{}:{} {} {} {}\n", id, dockerfile::severityName(severity),
                           range.start.line, range.start.column, range.end.line, range.end.column, message,
                           url, sameAs);
        for (const auto &fix : fixes)
            for (const auto &edit : fix.edits)
                out += std::format("  {} {}:{}-{}:{} {}\n", fix.title, edit.range.start.line,
                                   edit.range.start.column, edit.range.end.line, edit.range.end.column,
                                   edit.text);
    }
    return out;
}

std::vector<std::string> ids(const Diagnostics &diagnostics)
{
    std::vector<std::string> result;
    for (const auto &finding : diagnostics.findings())
        result.push_back(finding.id);
    return result;
}

constexpr std::string_view seed = "# check=skip=StageNameCasing\n"
                                  "ARG V=1\n"
                                  "FROM debian:12 AS Base\n"
                                  "RUN apt-get update && apt-get install -y \\\n    # why\n    curl=$V wget\n"
                                  "RUN <<EOF\ncd /x\nsudo make | tee log\nEOF\n"
                                  "# hadolint ignore=DL3003\nRUN cd /a && pip install x\n"
                                  "RUN [\"apt-get\", \"install\", \"x\"]\n"
                                  "ONBUILD RUN cd /x && yum install y\n"
                                  "SHELL [\"pwsh\"]\nRUN cd /y\n"
                                  "FROM base\nENV a b\nCOPY --from=Base a b c\n"
                                  "RUN apk add x\nRUN apk add x\nCMD a\nCMD b\n";

// Pieces that change how what follows is read.
constexpr std::string_view pieces[] = {"\n",       "\\\n",
                                       "RUN ",     "RUN cd /x && apt-get install y\n",
                                       "<<EOF\n",  "EOF\n",
                                       "#",        "\"",
                                       "'",        "$V",
                                       "FROM x\n", "# escape=`\n",
                                       "`\n",      "SHELL [\"bash\"]\n",
                                       " ",        "&& ",
                                       "|",        "ONBUILD ",
                                       "[",        "]",
                                       "\xc3\xa9", "# hadolint ignore=DL3008\n"};

std::string edited(std::string text, std::mt19937 &random)
{
    const auto at = random() % (text.size() + 1);
    if (random() % 3 == 0)
        return text.erase(at, random() % 12);
    const auto piece = pieces[random() % std::size(pieces)];
    return random() % 8 == 0 && at + 20 < text.size()
               ? text.insert(random() % text.size(), text.substr(at, 20))
               : text.insert(at, piece);
}

} // namespace

class TestDiagnostics : public QObject
{
    Q_OBJECT

private slots:
    void followsTheDocument()
    {
        DockerfileDocument document;
        Diagnostics diagnostics(&document, nullptr);
        const QSignalSpy changed(&diagnostics, &Diagnostics::changed);
        document.setText("FROM a:1\n");
        document.setText("FROM a:1\nENV x\n");
        QVERIFY(!diagnostics.isCurrent());
        QTRY_VERIFY(diagnostics.isCurrent());
        QCOMPARE(changed.count(), 1); // once for both
        QCOMPARE(ids(diagnostics), (std::vector<std::string>{"SyntaxError"}));
        QCOMPARE(diagnostics.findings()[0].range.start.line, 2);
        QCOMPARE(diagnostics.findingsAt({2, 5}).size(), 1U);
        QVERIFY(diagnostics.findingsAt({1, 1}).empty());
    }

    void showsEachThingOnce()
    {
        DockerfileDocument document;
        document.setText("FROM a:1\nMAINTAINER me\n");
        Diagnostics diagnostics(&document, nullptr);
        diagnostics.update();
        QCOMPARE(ids(diagnostics), (std::vector<std::string>{"MaintainerDeprecated"})); // and no DL4000
        document.setText("# check=skip=MaintainerDeprecated\nFROM a:1\nMAINTAINER me\n");
        diagnostics.update();
        QCOMPARE(ids(diagnostics), (std::vector<std::string>{"DL4000"}));
        document.setText("# check=skip=all\nFROM a:1\n# hadolint ignore=DL4000\nMAINTAINER me\n");
        diagnostics.update();
        QVERIFY(ids(diagnostics).empty());
    }

    void asksForImages()
    {
        test::FakeSources sources;
        DockerfileDocument document;
        document.setText("FROM debian:13\nUSER $PATHS\n");
        Diagnostics diagnostics(&document, &sources);
        diagnostics.update();
        QCOMPARE(ids(diagnostics), (std::vector<std::string>{"UndefinedVar"})); // its environment is known
        diagnostics.setPlatform("linux/arm64");
        diagnostics.update();
        QCOMPARE(ids(diagnostics), (std::vector<std::string>{"InvalidBaseImagePlatform", "UndefinedVar"}));
    }

    void honoursWhatIsSet()
    {
        DockerfileDocument document;
        document.setText("FROM a\nCOPY secret /x/\n");
        Diagnostics diagnostics(&document, nullptr);
        diagnostics.setIgnore(*dockerfile::IgnorePatterns::parse("secret\n"));
        diagnostics.update();
        QCOMPARE(ids(diagnostics), (std::vector<std::string>{"DL3006", "CopyIgnoredFile"}));
        diagnostics.setHadolint(false);
        diagnostics.update();
        QCOMPARE(ids(diagnostics), (std::vector<std::string>{"CopyIgnoredFile"}));
    }

    void findsTheSameAsAFreshLint()
    {
        std::mt19937 random(20261126);
        DockerfileDocument document;
        Diagnostics diagnostics(&document, nullptr);
        std::string text(seed);
        for (int i = 0; i < 3000; ++i) {
            // Not ever further away: what a person writes is nearly a Dockerfile most of the time.
            text = i % 40 == 0 ? std::string(seed) : edited(text, random);
            document.setText(text);
            diagnostics.update();
            const auto fresh = models::language::withoutRepeats(dockerfile::lint(text));
            if (described(diagnostics.findings()) != described(fresh))
                QFAIL(std::format("edit {}:\n{}\n--- kept:\n{}--- fresh:\n{}", i, text,
                                  described(diagnostics.findings()), described(fresh))
                          .c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"

// A file as cards: nothing of it is lost, and what is done to a card changes its lines only.
#include "models/dockerfile/cards/cards.h"
#include "models/dockerfile/cards/cardtext.h"
#include "models/dockerfile/cards/edits.h"

#include "tests/models/dockerfile/cards/files.h"

#include "engine/dockerfile/instructions/instructions.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;
using Kind = Card::Kind;

namespace
{

std::string withEnds(const std::string &text, const std::string &end)
{
    std::string out;
    for (const char c : text)
        out += c == '\n' ? end : std::string(1, c);
    return out;
}

std::string gist(const Card &card)
{
    return (card.kind == Kind::Instruction ? "" : card.kind == Kind::Disabled ? "-" : "?") + card.text;
}

struct File {
    DockerfileDocument document;
    Cards cards;

    explicit File(const std::string &text)
    {
        document.setText(text);
        refresh();
    }
    void refresh() { cards = cardsOf(snapshot()); }
    [[nodiscard]] const DockerfileSnapshot &snapshot() const { return *document.snapshot(); }
    [[nodiscard]] CardBlock block(std::size_t index) const { return blockOf(snapshot(), cards, index); }

    // The text afterwards, or the error in brackets; the line of the card goes to `line`.
    std::string apply(const Result<CardChange> &change)
    {
        if (!change)
            return "[" + change.error().message + "]";
        if (!document.apply(change->edits, "x"))
            return "[edits do not fit]";
        refresh();
        line = change->line;
        return document.text();
    }
    std::string move(std::size_t index, std::size_t before)
    {
        return apply(moved(snapshot(), cards, block(index), before));
    }
    std::string toggle(std::size_t index) { return apply(toggled(snapshot(), cards, index)); }

    int line = 0;
};

constexpr auto app = "FROM a AS one\nRUN x\n\n# why\nCOPY b /c\n\nFROM one\nCMD y\n";

} // namespace

class TestCards : public QObject
{
    Q_OBJECT

    static void checkIdentity(const std::string &name, const std::string &text)
    {
        const File file(text);
        QVERIFY2(textOf(file.cards) == text, name.c_str());
        int lastLine = 0;
        for (const auto &card : file.cards.cards) {
            QVERIFY2(!card.text.empty() && text.substr(card.begin, card.end - card.begin) == card.text,
                     name.c_str());
            QVERIFY2(card.firstLine > lastLine && card.line >= card.firstLine && card.lastLine >= card.line,
                     name.c_str());
            lastLine = card.lastLine;
        }
        std::size_t known = 0;
        for (const auto &node : file.snapshot().parsed.tree.nodes)
            known += dockerfile::interpret(node).has_value() ? 1 : 0;
        const auto shown = std::ranges::count(file.cards.cards, Kind::Instruction, &Card::kind);
        QVERIFY2(static_cast<std::size_t>(shown) <= known, name.c_str());
        if (file.snapshot().parsed.errors.empty())
            QVERIFY2(static_cast<std::size_t>(shown) == known, name.c_str());
    }

private slots:
    void losesNothingOfAnyFile()
    {
        const auto files = test::allDockerfiles();
        QVERIFY(files.size() > 30);
        for (const auto &[name, text] : files) {
            checkIdentity(name, text);
            checkIdentity(name + " with CRLF", withEnds(text, "\r\n"));
            checkIdentity(name + " with a byte order mark", "\xef\xbb\xbf" + text);
            checkIdentity(name + " without an end", text.substr(0, text.find_last_not_of('\n') + 1));
            checkIdentity(name + " cut", text.substr(0, text.size() * 2 / 3));
        }
    }

    void disablesAndEnablesInAnyFile()
    {
        for (const auto &[name, whole] : test::allDockerfiles())
            for (const auto &text : {whole, withEnds(whole, "\r\n"), "\xef\xbb\xbf" + whole}) {
                const File start(text);
                for (std::size_t i = 0; i < start.cards.cards.size(); ++i) {
                    if (start.cards.cards[i].kind != Kind::Instruction ||
                        start.cards.cards[i].beginsStage(start.snapshot()))
                        continue;
                    File file(text);
                    if (file.toggle(i).starts_with('['))
                        continue; // a line goes on in one that has nothing: it says so
                    QVERIFY2(file.cards.cards.size() == start.cards.cards.size(), name.c_str());
                    QVERIFY2(file.cards.cards[i].kind == Kind::Disabled, name.c_str());
                    QCOMPARE(file.cards.cards[i].line, start.cards.cards[i].line);
                    QVERIFY2(file.toggle(i) == text, name.c_str());
                }
            }
    }

    void knowsWhatBelongsToWhat()
    {
        const File file(
            "# syntax=docker/dockerfile:1\n\n# about\nFROM a\n# lost\n#\n# kept\n\nRUN b \\\n  # c\n"
            "  d\nCOPY <<EOF /e\nx\nEOF\n\n#- RUN f \\\n#-   g\n#- CMD h\n#- just words\n# own\nFRM x\n"
            "# end\n");
        const auto &cards = file.cards.cards;
        QCOMPARE(cards.size(), 6U);
        QCOMPARE(cards[0].gap, std::string("# syntax=docker/dockerfile:1\n\n"));
        QCOMPARE(gist(cards[0]), std::string("# about\nFROM a\n"));
        QCOMPARE(cards[1].gap, std::string("# lost\n#\n"));
        QCOMPARE(gist(cards[1]), std::string("# kept\n\nRUN b \\\n  # c\n  d\n"));
        QCOMPARE(gist(cards[2]), std::string("COPY <<EOF /e\nx\nEOF\n"));
        QCOMPARE(gist(cards[3]), std::string("-#- RUN f \\\n#-   g\n"));
        QCOMPARE(gist(cards[4]), std::string("-#- CMD h\n"));
        QCOMPARE(gist(cards[5]), std::string("?#- just words\n# own\nFRM x\n"));
        QVERIFY(cards[5].problem.contains("unknown instruction"));
        QCOMPARE(file.cards.tail, std::string("# end\n"));
        QCOMPARE(cardAt(file.cards, 10), 1);
        QCOMPARE(cardAt(file.cards, 1), -1);
        QCOMPARE(CardText::comments(cards[1]), QStringLiteral("kept"));
    }

    void keepsWhatIsBroken()
    {
        const File env("FROM a\nENV b\nRUN c\n");
        QCOMPARE(gist(env.cards.cards[1]), std::string("?ENV b\n"));
        QVERIFY(!env.cards.cards[1].problem.empty());
        const File open("FROM a\nCOPY <<EOF /x\nRUN not\n\nan instruction\n");
        QCOMPARE(open.cards.cards.size(), 2U);
        QCOMPARE(gist(open.cards.cards[1]), std::string("?COPY <<EOF /x\nRUN not\n\nan instruction\n"));
    }

    void knowsStages()
    {
        const File file("ARG v\nFROM a\nRUN b\nFROM c\n#- FROM d\nCMD e\n");
        std::vector<int> stages;
        for (const auto &card : file.cards.cards)
            stages.push_back(card.stage);
        QCOMPARE(stages, (std::vector{-1, 0, 0, 1, 1, 1}));
        QCOMPARE(file.block(1), (CardBlock{1, 2}));
        QCOMPARE(file.block(3), (CardBlock{3, 3}));
    }

    void moves()
    {
        File file(app);
        QCOMPARE(file.move(2, 1), "FROM a AS one\n# why\nCOPY b /c\nRUN x\n\n\nFROM one\nCMD y\n");
        QCOMPARE(file.line, 2);
        QCOMPARE(file.move(1, 3), "FROM a AS one\nRUN x\n# why\nCOPY b /c\n\n\nFROM one\nCMD y\n");
        QCOMPARE(file.line, 3);
        File other(app);
        QCOMPARE(other.move(1, 4), "FROM a AS one\n\n# why\nCOPY b /c\n\nFROM one\nRUN x\nCMD y\n");
        QCOMPARE(other.line, 7);
        QVERIFY(other.move(1, 1).starts_with('['));
        File end("FROM a\nRUN x\nCMD y");
        QCOMPARE(end.move(1, 3), "FROM a\nCMD y\nRUN x");
        QCOMPARE(end.move(2, 1), "FROM a\nRUN x\nCMD y\n");
    }

    void movesStages()
    {
        File file(app);
        QCOMPARE(file.move(3, 0), "FROM one\nCMD y\n\nFROM a AS one\nRUN x\n\n# why\nCOPY b /c\n");
        QCOMPARE(file.move(0, 5), "FROM a AS one\nRUN x\n\n# why\nCOPY b /c\n\nFROM one\nCMD y\n");
    }

    void inserts()
    {
        File file("# syntax=docker/dockerfile:1\r\nFROM a\r\n\r\nCMD b\r\n");
        QCOMPARE(file.apply(inserted(file.snapshot(), file.cards, 1, "RUN x")),
                 "# syntax=docker/dockerfile:1\r\nFROM a\r\nRUN x\r\n\r\nCMD b\r\n");
        QCOMPARE(file.line, 3);
        QCOMPARE(file.apply(inserted(file.snapshot(), file.cards, 0, "ARG v")),
                 "# syntax=docker/dockerfile:1\r\nARG v\r\nFROM a\r\nRUN x\r\n\r\nCMD b\r\n");
        QCOMPARE(file.apply(inserted(file.snapshot(), file.cards, 5, "FROM c")),
                 "# syntax=docker/dockerfile:1\r\nARG v\r\nFROM a\r\nRUN x\r\n\r\nCMD b\r\n\r\nFROM c\r\n");
        QCOMPARE(file.line, 8);
        File empty("");
        QCOMPARE(empty.apply(inserted(empty.snapshot(), empty.cards, 0, "FROM a")), "FROM a\n");
        File open("FROM a");
        QCOMPARE(open.apply(inserted(open.snapshot(), open.cards, 1, "CMD b")), "FROM a\nCMD b");
    }

    void refusesWhatWouldReadDifferently()
    {
        File open("FROM a\nRUN b \\\n");
        QVERIFY(open.apply(inserted(open.snapshot(), open.cards, 2, "CMD c")).starts_with('['));
        File directive("FROM a\n# escape=`\nRUN b\n");
        QVERIFY(directive.move(1, 0).starts_with('['));
        QCOMPARE(directive.document.text(), std::string("FROM a\n# escape=`\nRUN b\n"));
    }

    void removesAndDuplicates()
    {
        File file(app);
        QCOMPARE(file.apply(duplicated(file.snapshot(), file.cards, file.block(2))),
                 "FROM a AS one\nRUN x\n\n# why\nCOPY b /c\n# why\nCOPY b /c\n\nFROM one\nCMD y\n");
        QCOMPARE(file.line, 6);
        QCOMPARE(file.apply(removed(file.snapshot(), file.cards, file.block(2))), std::string(app));
        QCOMPARE(file.apply(removed(file.snapshot(), file.cards, file.block(3))),
                 "FROM a AS one\nRUN x\n\n# why\nCOPY b /c\n");
    }

    void startsEveryInstruction()
    {
        for (const auto keyword : dockerfile::keywords()) {
            const auto parsed = dockerfile::parse(startingText(keyword));
            QVERIFY2(parsed && dockerfile::interpret(parsed->nodes.front()), std::string(keyword).c_str());
            QVERIFY(!CardText::action(keyword).isEmpty());
            QVERIFY(!CardText::explanation(keyword).isEmpty());
        }
    }

    void saysItInPlainWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::newRow("from") << "FROM debian:13" << "Start from debian:13";
        QTest::newRow("stage") << "FROM scratch AS x" << "Start “x” from nothing";
        QTest::newRow("copy") << "COPY app.py /app" << "Copy app.py to /app";
        QTest::newRow("copy from") << "COPY --from=build a b /app/" << "Copy a, b from build to /app/";
        QTest::newRow("all") << "COPY . ." << "Copy all files to the working folder";
        QTest::newRow("cmd") << "CMD [\"python\", \"app.py\"]" << "When started: python app.py";
        QTest::newRow("run") << "RUN apt-get update \\\n  && true" << "Run apt-get update && true";
        QTest::newRow("script") << "RUN <<EOF\nset -e\nmake\nEOF" << "Run set -e …";
        QTest::newRow("env") << "ENV A=1 B=2" << "Set A, B";
        QTest::newRow("arg") << "ARG V=1 W" << "Ask for V (else 1), W";
        QTest::newRow("expose") << "EXPOSE 80 443/udp" << "Listens on port 80, 443/udp";
    }
    void saysItInPlainWords()
    {
        QFETCH(QString, text);
        const File file(text.toStdString() + "\n");
        QTEST(CardText::title(file.snapshot(), file.cards.cards.front()), "title");
    }
};

QTEST_GUILESS_MAIN(TestCards)
#include "tst_cards.moc"

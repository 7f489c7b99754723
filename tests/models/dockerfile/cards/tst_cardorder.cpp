// What moving changes, the graph of stages, and rows that follow the text.
#include "models/dockerfile/cards/cardmodel.h"
#include "models/dockerfile/cards/graph.h"
#include "models/dockerfile/cards/order.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace quayside;
using namespace quayside::models;

class TestCardOrder : public QObject
{
    Q_OBJECT

    static QStringList warnings(const std::string &text, std::size_t card, std::size_t before)
    {
        DockerfileDocument document;
        document.setText(text);
        const auto &snapshot = *document.snapshot();
        const auto cards = cardsOf(snapshot);
        return moveWarnings(snapshot, cards, blockOf(snapshot, cards, card), before);
    }
    static StageGraph graph(const std::string &text)
    {
        DockerfileDocument document;
        document.setText(text);
        return graphOf(*document.snapshot());
    }

private slots:
    void warnsOfWhatMovingChanges_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("card");
        QTest::addColumn<int>("before");
        QTest::addColumn<QStringList>("words"); // one for each warning, in order
        const auto row = [](const char *name, const char *text, int card, int before,
                            const QStringList &words) {
            QTest::newRow(name) << text << card << before << words;
        };
        row("nothing", "FROM a\nRUN b\nRUN c\n", 2, 1, {});
        row("above FROM", "FROM a\nRUN b\n", 1, 0, {"above the first FROM"});
        row("ARG above FROM", "FROM a\nARG b\n", 1, 0, {});
        row("variable", "FROM a\nARG v=1\nRUN c $v\n", 2, 1, {"uses v"});
        row("its definition down", "FROM a\nENV v=1\nRUN c ${v}\n", 1, 3, {"uses v"});
        row("heredoc", "FROM a\nENV v=1\nRUN <<E\necho $v\nE\n", 2, 1, {"uses v"});
        row("variable of the base stage", "FROM a AS b\nENV v=1\nFROM b\nRUN x\nRUN c $v\n", 4, 3, {});
        row("argument above FROM", "ARG v=1\nFROM a:$v\n", 0, 2, {"uses v", "another stage"});
        row("later stage", "FROM a AS b\nRUN x\nFROM c AS d\nRUN y\nFROM e\nCOPY --from=d /x /y\n", 2, 6,
            {"needs the stage", ""});
        row("mount of a later stage", "FROM a AS b\nRUN x\nFROM c AS d\nRUN --mount=from=b,target=/m y\n", 0,
            4, {"need the stage", ""});
        row("number of another stage", "FROM a\nFROM b\nFROM c\nCOPY --from=0 /x /y\n", 0, 2,
            {"another stage by “0”: FROM b"});
        row("base by an argument", "ARG B=one\nFROM a AS one\nUSER u\nFROM $B\nUSER v\nRUN x\n", 5, 4,
            {"the user u"});
        row("user", "FROM a\nUSER u\nRUN b\n", 2, 1, {"user of the base image"});
        row("user down", "FROM a\nRUN b\nUSER u\nRUN c\n", 2, 1, {"the user u"});
        row("user and CMD", "FROM a\nUSER u\nCMD b\n", 2, 1, {});
        row("folder", "FROM a\nWORKDIR /w\nCOPY b c\n", 2, 1, {"working folder of the base image"});
        row("folder, whole path", "FROM a\nWORKDIR /w\nCOPY b /c\n", 2, 1, {});
        row("shell", "FROM a\nSHELL [\"x\"]\nCMD b\n", 2, 1, {"another shell"});
        row("CMD", "FROM a\nCMD b\nRUN x\nCMD c\n", 3, 1, {"no effect"});
        row("sources first", "FROM a\nCOPY package.json .\nRUN npm ci\nCOPY . .\n", 3, 2,
            {"whenever a source file changes"});
        row("other stage", "FROM a\nRUN b\nFROM c\nRUN d\n", 1, 4, {"another stage"});
    }
    void warnsOfWhatMovingChanges()
    {
        QFETCH(QString, text);
        QFETCH(int, card);
        QFETCH(int, before);
        QFETCH(QStringList, words);
        words.removeAll(QString());
        const auto said = warnings(text.toStdString(), std::size_t(card), std::size_t(before));
        QVERIFY2(said.size() == words.size(), qPrintable(said.join(u'\n')));
        for (qsizetype i = 0; i < words.size(); ++i) {
            const auto word = words[i] == u"needs the stage" ? QStringLiteral("need the stage") : words[i];
            QVERIFY2(said[i].contains(word), qPrintable(said[i]));
        }
    }

    void drawsStages()
    {
        const auto g = graph("ARG BASE=one\nFROM a AS one\nRUN x\nFROM $BASE AS two\nCOPY --from=one /a /b\n"
                             "COPY --from=one /c /d\nRUN --mount=type=bind,from=img:1,target=/m y\n"
                             "FROM scratch AS lost\nFROM two\nCOPY --from=0 /x /y\n");
        QCOMPARE(g.nodes.size(), 7U);
        std::vector<std::string> names;
        for (const auto &node : g.nodes)
            names.push_back(node.name);
        QCOMPARE(names, (std::vector<std::string>{"one", "two", "lost", "3", "a", "img:1", "scratch"}));
        QCOMPARE(g.nodes[1].base, std::string("$BASE"));
        QCOMPARE(g.nodes[1].instructions, 3);
        QCOMPARE(g.nodes[1].line, 4);
        QVERIFY(g.nodes[2].unused && !g.nodes[0].unused && !g.nodes[3].unused && g.nodes[3].isResult);
        QCOMPARE(g.edges.size(), 7U);
        for (const auto &edge : g.edges) {
            QVERIFY(edge.problem.isEmpty());
            QVERIFY(g.nodes[std::size_t(edge.from)].column < g.nodes[std::size_t(edge.to)].column);
        }
        const auto copies = std::ranges::find(g.edges, 2, &GraphEdge::count);
        QVERIFY(copies != g.edges.end() && copies->kind == GraphEdge::Kind::Copy && copies->line == 5);
        QCOMPARE(g.columns, 4);
    }

    void marksWhatIsWrong()
    {
        const auto g = graph("FROM a AS b\nCOPY --from=b /x /y\nCOPY --from=c /x /y\nCOPY --from=9 /x /y\n"
                             "FROM d AS c\n");
        QStringList problems;
        for (const auto &edge : g.edges)
            if (!edge.problem.isEmpty())
                problems.append(edge.problem);
        QCOMPARE(problems.size(), 3);
        QVERIFY(problems[0].contains("of itself"));
        QVERIFY(problems[1].contains("only below"));
        QVERIFY(problems[2].contains("number 9"));
        QVERIFY(std::ranges::contains(g.nodes, GraphNode::Kind::Missing, &GraphNode::kind));
        QVERIFY(graph("").nodes.empty());
        QCOMPARE(graph("RUN x\nFROM\n").nodes.size(), 1U);
    }

    void knowsThePlatformsArguments()
    {
        const auto g =
            graph("FROM base-$TARGETARCH\nFROM 0\nCOPY --from=$X /a /b\nONBUILD COPY --from=c /a /b\n");
        std::vector<std::string> names;
        for (const auto &node : g.nodes)
            names.push_back(node.name);
        QCOMPARE(names, (std::vector<std::string>{"0", "1", "base-amd64", "0", "$X"}));
        QVERIFY(std::ranges::all_of(g.edges, [](const GraphEdge &edge) { return edge.problem.isEmpty(); }));
    }

    void laysOutManyStages()
    {
        std::string text;
        for (int i = 0; i < 200; ++i) {
            text +=
                "FROM " + (i < 3 ? "a" : "s" + std::to_string(i / 3)) + " AS s" + std::to_string(i) + "\n";
            for (int j = 1; j < 4 && i > j; ++j)
                text += "COPY --from=s" + std::to_string(i - j) + " /a /b\n";
        }
        const auto g = graph(text);
        QCOMPARE(g.nodes.size(), 201U);
        std::set<std::pair<int, int>> places;
        for (const auto &node : g.nodes) {
            QVERIFY(node.column >= 0 && node.column < g.columns && node.row >= 0 && node.row < g.rows);
            QVERIFY(places.emplace(node.column, node.row).second);
        }
        const auto again = graph(text);
        for (std::size_t i = 0; i < g.nodes.size(); ++i)
            QCOMPARE(std::pair(again.nodes[i].column, again.nodes[i].row),
                     std::pair(g.nodes[i].column, g.nodes[i].row));
    }

    void rowsFollowTheText()
    {
        DockerfileDocument document;
        document.setText("FROM a\nRUN b\nRUN c\nCMD d\n");
        CardModel model(&document);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted),
            removed(&model, &QAbstractItemModel::rowsRemoved), reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex last = model.index(3);
        model.setNote(2, "note");
        document.setText("FROM a\nRUN b\nRUN x\nRUN c\nCMD d\n");
        model.update();
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(last.row(), 4);
        QCOMPARE(last.data().toString(), QStringLiteral("When started: d"));
        QCOMPARE(model.index(3).data(CardModel::NoteRole).toString(), QStringLiteral("note"));
        document.setText("FROM a\nRUN c\nRUN b\nRUN x\nCMD d\n");
        model.update();
        QCOMPARE(model.index(1).data(CardModel::NoteRole).toString(), QStringLiteral("note"));
        document.setText("FROM a\nRUN C\nCMD d\n");
        model.update();
        QCOMPARE(last.row(), 2);
        QVERIFY(model.index(1).data(CardModel::NoteRole).toString().isEmpty());
        document.setText("");
        model.update();
        QCOMPARE(model.rowCount(), 0);
        document.setText("FROM a\n");
        model.update();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(inserted.count(), 3);
        QCOMPARE(removed.count(), 2);
        QCOMPARE(reset.count(), 0);
    }

    void showsFacts()
    {
        DockerfileDocument document;
        document.setText("FROM a\n\n# about\nRUN b\n");
        CardModel model(&document);
        model.setFacts({{4, {BuildStep::State::Cached, "cached", "why", true}}});
        QCOMPARE(model.index(1).data(CardModel::FactTextRole).toString(), QStringLiteral("cached"));
        QVERIFY(model.index(1).data(CardModel::FactStaleRole).toBool());
        QVERIFY(!model.index(0).data(CardModel::FactStateRole).isValid());
        QVERIFY(model.index(1).data(Qt::ToolTipRole).toString().contains("why"));
        QCOMPARE(model.index(1).data(CardModel::CommentsRole).toString(), QStringLiteral("about"));
    }
};

QTEST_GUILESS_MAIN(TestCardOrder)
#include "tst_cardorder.moc"

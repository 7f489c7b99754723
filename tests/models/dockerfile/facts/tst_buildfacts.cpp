// What a build says about the lines of a Dockerfile: on the text as it is now, against a small engine.
#include "models/dockerfile/facts/buildfacts.h"

#include "engine/server/transport/listener.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace quayside;
using namespace quayside::models;
using server::CallHandler;
using server::Request;
using server::Response;

namespace
{

const std::string text = "FROM busybox\nRUN big > /big\nRUN rm /big\nCMD [\"x\"]\n";

api::BuildStep step(int number, const std::string &state, const std::string &layer = {})
{
    return {.number = number,
            .stage = "0",
            .firstLine = number,
            .lastLine = number,
            .state = state,
            .duration = 1'500'000'000,
            .layer = layer,
            .size = number * 100};
}

CallHandler answering(const std::string &body)
{
    return
        [body](const Request &) -> Result<Response> { return Response{200, "application/json", body, {}}; };
}

server::Routes routes()
{
    api::BuildRecord record{.id = "1f", .state = "done", .image = "sha256:ab"};
    std::string events = encode(api::BuildChange{.build = record}) + "\n";
    for (const auto &each :
         {step(1, "cached", "base"), step(2, "done", "big"), step(3, "done", "rm"), step(4, "done")})
        events += encode(api::BuildChange{.step = each}) + "\n";
    events += encode(api::BuildChange{.build = record}) + "\n";
    record.text = text;
    api::ImageContents contents;
    contents.layers = {{.index = 0, .id = "base"}, {.index = 1, .id = "big"}, {.index = 2, .id = "rm"}};
    contents.waste = {{.path = "/big", .count = 2, .bytes = 2048, .layers = {1, 2}},
                      {.path = "/bin", .count = 2, .bytes = 1024, .layers = {0, 2}}};
    return {{"GET", "/quayside/builds/{id}", answering(encode(record))},
            {"GET", "/quayside/builds/{id}/events", answering(events)},
            {"GET", "/quayside/images/{name}/contents", answering(encode(contents))}};
}

} // namespace

class tst_BuildFacts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    server::Router m_router;
    std::unique_ptr<server::Listener> m_listener;
    std::unique_ptr<client::EngineClient> m_client;
    std::unique_ptr<DockerfileDocument> m_document;
    std::unique_ptr<BuildFollower> m_follower;
    std::unique_ptr<BuildFacts> m_facts;

    void follow()
    {
        m_facts->setBuild(m_follower.get());
        m_follower->follow("1f");
        QTRY_VERIFY(m_facts->image().has_value() && m_facts->facts().size() == 4 &&
                    m_facts->facts()[2].step && !m_facts->facts()[2].waste.isEmpty() &&
                    !m_follower->isFollowing());
    }

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        m_router.add(routes());
        const QString path = m_folder.filePath("engine.sock");
        m_listener = std::make_unique<server::Listener>(m_router);
        QVERIFY(m_listener->open(path.toStdString()));
        m_client = std::make_unique<client::EngineClient>(path);
    }
    void init()
    {
        m_document = std::make_unique<DockerfileDocument>();
        m_document->setText(text);
        m_follower = std::make_unique<BuildFollower>(m_client.get());
        m_facts = std::make_unique<BuildFacts>(m_client.get(), m_document.get());
    }
    void cleanup()
    {
        m_facts.reset();
        m_follower.reset();
        m_document.reset();
    }
    void knowsNothingBeforeABuild()
    {
        QCOMPARE(m_facts->facts().size(), 4);
        QVERIFY(!m_facts->facts()[1].step);
        QVERIFY(!m_facts->facts()[1].isStale());
    }

    void tellsOfEachLine()
    {
        follow();
        const InstructionFacts *facts = m_facts->factsAt(2);
        QVERIFY(facts != nullptr);
        QVERIFY(facts->step->state == BuildStep::State::Done);
        QCOMPARE(facts->step->took, 1500);
        QCOMPARE(facts->step->size, 200);
        QVERIFY(facts->next.outcome == Prediction::Outcome::Cached);
        QVERIFY(BuildFacts::nextText(*facts).contains("cache"));
        QCOMPARE(m_facts->layerIndex("rm"), 2);
        QCOMPARE(m_facts->layerIndex("other"), -1);
        QVERIFY(m_facts->factsAt(9) == nullptr);
    }

    void goesWithEdits()
    {
        follow();
        QSignalSpy changed(m_facts.get(), &BuildFacts::changed);
        m_document->setText("# first\n\nFROM busybox\nRUN big > /big\nRUN rm -f /big\nCMD [\"x\"]\n");
        QVERIFY(!changed.isEmpty()); // at once: lines are those of the text
        QCOMPARE(m_facts->lineOfStep(2), 4);
        QVERIFY(m_facts->factsAt(4)->step->number == 2);
        QVERIFY(!m_facts->factsAt(5)->step);
        QVERIFY(m_facts->factsAt(5)->isStale());
        QVERIFY(m_facts->factsAt(6)->step); // as it was, but no more for long
        QVERIFY(m_facts->factsAt(6)->isStale());
        QVERIFY2(BuildFacts::nextText(*m_facts->factsAt(6)).contains("line 5"),
                 qPrintable(BuildFacts::nextText(*m_facts->factsAt(6))));
        QCOMPARE(m_facts->lineOfStep(3), 0);
        m_document->setText(text);
        QVERIFY(!m_facts->factsAt(3)->isStale());
    }

    void namesTheWaste()
    {
        follow();
        const QList<Waste> &waste = m_facts->factsAt(3)->waste;
        QCOMPARE(waste.size(), 2);
        QCOMPARE(m_facts->factsAt(3)->wastedBytes(), 3072);
        const QString sentence = m_facts->wasteText(waste[0]);
        QVERIFY2(sentence.contains("2.0 KiB") && sentence.contains("line 2") && sentence.contains("/big"),
                 qPrintable(sentence));
        // The base was in another layer: FROM's own line.
        QVERIFY2(m_facts->wasteText({.fromLayer = "elsewhere", .bytes = 1024, .paths = {"/bin"}, .count = 1})
                     .contains("base image"),
                 "");
    }

    void seesOtherInputsAndFiles()
    {
        m_document->setText(text);
        follow();
        m_facts->setChangedFiles({"a"});
        m_facts->setNextInputs({.arguments = {}, .target = "0"});
        QTRY_VERIFY(!m_facts->factsAt(2)->isStale());
        m_facts->setBuild(nullptr);
        QVERIFY(!m_facts->factsAt(2)->step);
    }
};

QTEST_GUILESS_MAIN(tst_BuildFacts)

#include "tst_buildfacts.moc"

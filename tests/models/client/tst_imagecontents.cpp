// The calls that look into images, against a small engine that remembers how it was asked.
#include "models/client/imagecontents.h"

#include "engine/server/transport/listener.h"
#include "tests/models/client/answer.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <map>

using namespace quayside;
using namespace quayside::client;
using namespace quayside::test;
using server::CallHandler;
using server::Request;
using server::Response;

namespace
{

std::string askedPath;
std::multimap<std::string, std::string> askedQuery;

server::Routes routes()
{
    const auto remember = [](std::string body) {
        return CallHandler([body = std::move(body)](const Request &request) -> Result<Response> {
            askedPath = request.path;
            askedQuery = request.query;
            if (request.value("encoded") == "/gone")
                return fail(ErrorKind::NotFound, "there is no /gone in it");
            return Response::json(body);
        });
    };
    return {
        {"GET", "/quayside/images/{name:*}/contents",
         remember(R"({"Size":5,"Efficiency":0.5,"Layers":[{"Index":0,"Size":5}]})")},
        {"GET", "/quayside/images/{name:*}/tree",
         remember(R"({"Path":"/","Entries":[{"Name":"etc","Type":"folder","Files":2}],"Truncated":true})")},
        {"GET", "/quayside/images/{name:*}/find",
         remember(R"({"Found":[{"Name":"hosts","Path":"/etc/hosts","Type":"file"}],"Truncated":false})")},
        {"GET", "/quayside/images/{name:*}/file", CallHandler([](const Request &request) {
             askedQuery = request.query;
             return Response{200, "application/octet-stream", "content", {}};
         })},
        {"GET", "/quayside/images/{name:*}/compare", remember(R"({"Path":"/","Entries":[]})")},
        {"GET", "/quayside/images/{name:*}/packages", remember("{")},
        {"GET", "/quayside/images/{name:*}/disk", remember(R"({"Frees":7,"UsedBy":[{"Name":"web"}]})")},
        {"GET", "/quayside/images/prune", remember(R"({"Images":[{"Id":"sha256:a"}],"SpaceReclaimed":9})")},
    };
}

std::string asked(const std::string &key)
{
    const auto found = askedQuery.find(key);
    return found == askedQuery.end() ? "(not asked)" : found->second;
}

} // namespace

class TestImageContents : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    server::Router m_router;
    std::unique_ptr<server::Listener> m_listener;
    std::unique_ptr<EngineClient> m_client;

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        m_router.add(routes());
        const QString path = m_folder.filePath("engine.sock");
        m_listener = std::make_unique<server::Listener>(m_router);
        QVERIFY(m_listener->open(path.toStdString()));
        m_client = std::make_unique<EngineClient>(path);
    }

    void contentsOfAnImageWithSlashes()
    {
        Answer<api::ImageContents> answer;
        imageContents(*m_client, "registry:5000/a/b:1", this, answer.done());
        QVERIFY(!answer.result); // never from within the call
        QVERIFY(answer.wait());
        QCOMPARE(answer.result->value().layers.size(), 1U);
        QVERIFY(askedPath.ends_with("/quayside/images/registry:5000/a/b:1/contents"));
    }

    void aFolderOfTheWholeImageOrOfALayer()
    {
        Answer<api::ImageFolder> whole, layer;
        imageFolder(*m_client, "a", {}, codePath("/etc"), this, whole.done());
        QVERIFY(whole.wait());
        QVERIFY(whole.result->value().truncated);
        QCOMPARE(asked("layer"), "all");
        QCOMPARE(asked("encoded"), "/etc");
        imageFolder(*m_client, "a", 3, "/", this, layer.done());
        QVERIFY(layer.wait());
        QCOMPARE(asked("layer"), "3");
    }

    void pathsAreBytes()
    {
        const std::string odd = "/a b%+&?\xff#ä";
        Answer<api::ImageFolder> answer;
        imageFolder(*m_client, "a", {}, codePath(odd), this, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(asked("encoded"), codePath(odd));
    }

    void searchesFor()
    {
        Answer<api::FoundEntries> answer;
        findInImage(*m_client, "a", {.text = "ho&sts", .layer = 1, .limit = 20}, this, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(answer.result->value().found.at(0).path, "/etc/hosts");
        QCOMPARE(asked("text"), "ho&sts");
        QCOMPARE(asked("layer"), "1");
        QCOMPARE(asked("limit"), "20");
    }

    void writesOneFile()
    {
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        Answer<void> answer;
        imageFile(*m_client, "a", {}, codePath("/etc/hosts"), &file, this, {}, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(file.data(), "content");
        QCOMPARE(asked("encoded"), "/etc/hosts");
    }

    void comparesWithAnother()
    {
        Answer<api::ImageFolder> answer;
        compareImages(*m_client, "a", "host:5000/b:2", codePath("/x y"), this, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(asked("with"), "host:5000/b:2");
        QCOMPARE(asked("encoded"), "/x%20y");
    }

    void diskAndPreview()
    {
        Answer<api::ImageDisk> disk;
        imageDisk(*m_client, "a", this, disk.done());
        QVERIFY(disk.wait());
        QCOMPARE(disk.result->value().frees, 7);
        QCOMPARE(disk.result->value().usedBy.at(0).name, "web");
        Answer<api::ImagePrunePreview> preview;
        api::Filters filters;
        filters.values["dangling"] = {"false"};
        previewImagePrune(*m_client, filters, this, preview.done());
        QVERIFY(preview.wait());
        QCOMPARE(preview.result->value().spaceReclaimed, 9);
        QCOMPARE(asked("filters"), R"({"dangling":["false"]})");
    }

    void theEnginesSentenceComesAsItIs()
    {
        Answer<api::ImageFolder> answer;
        imageFolder(*m_client, "a", {}, codePath("/gone"), this, answer.done());
        QVERIFY(!answer.wait());
        QCOMPARE(answer.result->error().kind, ErrorKind::NotFound);
        QCOMPARE(answer.result->error().message, "there is no /gone in it");
    }

    void aBrokenAnswerIsAnError()
    {
        Answer<api::ImagePackages> answer;
        imagePackages(*m_client, "a", this, answer.done());
        QVERIFY(!answer.wait());
        QVERIFY(answer.result->error().message.starts_with("the engine's answer"));
    }

    void nothingComesAfterCancelling()
    {
        int called = 0;
        const Call call = imageContents(*m_client, "a", this, [&](const auto &) { ++called; });
        QVERIFY(call.active());
        call.cancel();
        auto context = std::make_unique<QObject>();
        imageContents(*m_client, "a", context.get(), [&](const auto &) { ++called; });
        context.reset();
        Answer<api::ImageContents> after;
        imageContents(*m_client, "a", this, after.done());
        QVERIFY(after.wait());
        QTest::qWait(50);
        QCOMPARE(called, 0);
        QVERIFY(!call.active());
    }
};

QTEST_GUILESS_MAIN(TestImageContents)
#include "tst_imagecontents.moc"

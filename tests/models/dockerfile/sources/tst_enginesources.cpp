// What completion gets from an engine, against one that answers from a script.
#include "models/dockerfile/sources/enginesources.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace quayside;
using namespace quayside::models;

namespace
{

// The first answer whose key is in the request's line; else 404.
class AnsweringEngine : public QObject
{
public:
    explicit AnsweringEngine(const QString &path)
    {
        m_server.listen(path);
        connect(&m_server, &QLocalServer::newConnection, this, [this] {
            auto *socket = m_server.nextPendingConnection();
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    QList<std::pair<QByteArray, QByteArray>> answers;
    QList<QByteArray> requests;

    [[nodiscard]] qsizetype count(const QByteArray &part) const
    {
        return std::ranges::count_if(requests, [&](const QByteArray &line) { return line.contains(part); });
    }

private:
    void read(QLocalSocket *socket)
    {
        auto &buffer = m_buffers[socket];
        buffer += socket->readAll();
        for (auto end = buffer.indexOf("\r\n\r\n"); end >= 0; end = buffer.indexOf("\r\n\r\n")) {
            const QByteArray line = buffer.left(buffer.indexOf('\r'));
            buffer.remove(0, end + 4);
            requests.append(line);
            if (line.contains("/events"))
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: "
                              "chunked\r\n\r\n");
            else
                reply(socket, line);
        }
    }
    void reply(QLocalSocket *socket, const QByteArray &line) const
    {
        QByteArray status = "404 Not Found", body = R"({"message":"not found"})";
        for (const auto &[key, answer] : answers)
            if (line.contains(key)) {
                status = line.startsWith("POST") ? "201 Created" : "200 OK";
                body = answer;
                break;
            }
        socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    QLocalServer m_server;
    QHash<QLocalSocket *, QByteArray> m_buffers;
};

const QList<std::pair<QByteArray, QByteArray>> engineAnswers{
    {"/quayside/capabilities",
     R"({"Engine":"quayside","Version":"1","Features":["builds","layer-explorer","registries"]})"},
    {"/version", R"({"Version":"1","ApiVersion":"1.51","Platform":{"Name":"Scripted"}})"},
    {"/containers/json", "[]"},
    {"/images/json",
     R"([{"Id":"sha256:aa","RepoTags":["debian:13"],"Created":7,"Size":9},{"Id":"sha256:bb"}])"},
    {"/quayside/registries/tags", R"({"Name":"debian","Tags":["12","13"],"Next":""})"},
    {"/quayside/builds?", R"([{"Id":"b2","EndedSteps":2},{"Id":"b1","EndedSteps":2}])"},
    {"/quayside/builds/b2/steps/2/image", R"({"Image":"sha256:cc","Shell":[],"Environment":[]})"},
    {"/quayside/builds/b2", R"({"Id":"b2","Steps":[
        {"Number":1,"Instruction":"FROM debian:13","FirstLine":1,"State":"done","Enterable":true},
        {"Number":2,"Instruction":"RUN make","FirstLine":5,"State":"done","Enterable":true},
        {"Number":3,"Instruction":"RUN fail","FirstLine":6,"State":"failed","Enterable":true}]})"},
    {"/quayside/builds/b1", R"({"Id":"b1","Steps":[]})"},
};

} // namespace

class TestEngineSources : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<AnsweringEngine> m_engine;
    std::unique_ptr<EngineSession> m_session;
    ContextTree m_context;
    std::unique_ptr<EngineSources> m_sources;

    // Asks until it is known.
    template <typename Ask>
    auto known(Ask ask)
    {
        decltype(ask()) answer;
        if (!QTest::qWaitFor([&] { return (answer = ask()).has_value(); }, 10'000))
            qWarning("no answer came");
        return answer.value_or(typename decltype(answer)::value_type{});
    }
    std::string filesAt(const language::FileSystemPlace &place)
    {
        std::string result;
        for (const auto &entry : known([&] { return m_sources->placeFolder(place, "usr"); }))
            result += entry.name + (entry.folder ? "/ " : " ");
        return result;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        const QString path = m_folder.filePath("engine.sock");
        QFile::remove(path);
        m_engine = std::make_unique<AnsweringEngine>(path);
        m_engine->answers = engineAnswers;
        const QByteArray inspect =
            R"({"Id":"sha256:aa","Os":"linux","Architecture":"amd64","Size":9,"Config":{"Env":["PATH=/bin","A=b=c"]}})";
        m_engine->answers.prepend({"/images/debian:13/json", inspect});
        m_engine->answers.prepend({"/images/debian%3A13/json", inspect});
        const QByteArray tree =
            R"({"Path":"/usr","Entries":[{"Name":"bin","Type":"folder","Change":"unchanged"},
            {"Name":"gone","Type":"file","Change":"removed"},{"Name":"x","Type":"file","Change":"added"}]})";
        m_engine->answers.prepend({"/quayside/images/", tree});
        m_session = std::make_unique<EngineSession>(path);
        m_sources = std::make_unique<EngineSources>(m_session.get(), &m_context);
        QSignalSpy knownEngine(m_session.get(), &EngineSession::engineKnown);
        m_session->start();
        QTRY_VERIFY(m_session->hasFeature(QStringLiteral("builds")) && m_session->imagesLoaded());
    }
    void cleanup()
    {
        m_sources.reset();
        m_session.reset();
        m_engine.reset();
    }

    void knowsImages()
    {
        const auto images = known([&] { return m_sources->images(); });
        QCOMPARE(images.size(), 1U); // the one with a name
        QCOMPARE(images[0].name, QStringLiteral("debian:13"));
        const auto fact = known([&] { return m_sources->image("debian:13"); });
        QCOMPARE(fact.platform, QStringLiteral("linux/amd64"));
        QCOMPARE(fact.environment->at("A"), "b=c");
        (void)m_sources->image("debian:13");
        QCOMPARE(m_engine->count("debian"), 1); // asked once
        QVERIFY(known([&] { return m_sources->image("other"); }).name.isEmpty());
    }

    void saysThatAnswersArrive()
    {
        const QSignalSpy arrived(m_sources.get(), &EngineSources::arrived);
        QVERIFY(!m_sources->tags("debian"));
        QTRY_VERIFY(arrived.count() > 0);
        QCOMPARE(*m_sources->tags("debian"), (QStringList{"12", "13"}));
    }

    void looksIntoBuilds()
    {
        const language::FileSystemPlace place{.base = "debian:13", .instruction = "RUN make", .line = 7};
        QCOMPARE(filesAt(place), "bin/ x ");
        QCOMPARE(m_engine->count("POST /quayside/builds/b2/steps/2/image"), 1);
        QVERIFY(m_engine->count("/quayside/images/sha256:cc/tree") +
                    m_engine->count("/quayside/images/sha256%3Acc/tree") ==
                1);
        QCOMPARE(filesAt(place), "bin/ x "); // known
        QCOMPARE(m_engine->count("POST"), 1);
        m_sources.reset(); // the image that was made for it goes
        QTRY_VERIFY(
            m_engine->count("DELETE /images/sha256") + m_engine->count("DELETE /v1.51/images/sha256") == 1);
    }

    void fallsBackToTheBase()
    {
        QCOMPARE(filesAt({.base = "debian:13", .instruction = "RUN never", .line = 3}), "bin/ x ");
        QCOMPARE(filesAt({.base = "debian:13", .instruction = "RUN fail", .line = 6}),
                 "bin/ x "); // it failed
        QCOMPARE(m_engine->count("POST"), 0);
        QCOMPARE(m_engine->count("/tree"), 1); // of debian:13, once
    }

    void listsTheContext()
    {
        const QTemporaryDir context;
        const auto write = [&](const QString &name, const QByteArray &text) {
            QFile file(context.filePath(name));
            QVERIFY(QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write(QStringLiteral(".dockerignore"), "*.log\nsecret\nlib/*\n!lib/kept\n");
        write(QStringLiteral("app.log"), {});
        write(QStringLiteral("lib/kept"), {});
        write(QStringLiteral("lib/left"), {});
        write(QStringLiteral("secret/key"), {});
        QCOMPARE(m_sources->contextFolder("")->size(), 0U); // none is set
        m_context.setContext(context.path(), QStringLiteral("Dockerfile"));
        const auto names = [&](const std::string &folder) {
            std::set<std::string> result;
            for (const auto &entry : known([&] { return m_sources->contextFolder(folder); }))
                result.insert(entry.name + (entry.folder ? "/" : ""));
            return result;
        };
        QTRY_COMPARE(names(""), (std::set<std::string>{".dockerignore", "lib/"}));
        QCOMPARE(names("lib"), (std::set<std::string>{"kept"}));
        QCOMPARE(names("secret/key"), std::set<std::string>());
        m_context.setContext({}, {});
    }

    void hasNothingWithoutAnEngine()
    {
        EngineSession away(m_folder.filePath("none.sock"));
        EngineSources sources(&away, nullptr);
        QCOMPARE(sources.contextFolder("")->size(), 0U);
        QVERIFY(sources.image("debian:13")->name.isEmpty());
        QCOMPARE(*sources.tags("debian"), QStringList());
        QVERIFY(sources.imageFolder("debian:13", "")->empty());
    }
};

QTEST_GUILESS_MAIN(TestEngineSources)
#include "tst_enginesources.moc"

// Running a container through the real client, against an engine of canned answers.
#include "models/containers/runoperation.h"

#include "engine/server/router.h"
#include "engine/server/transport/listener.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <mutex>

using namespace quayside;
using namespace quayside::server;

class tst_RunOperation : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Router m_router;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<client::EngineClient> m_client;
    std::mutex m_mutex; // of what follows: the engine answers on threads of its own
    QStringList m_calls;
    bool m_hasImage = false;
    std::string m_missing, m_pullError;

    void note(const QString &call)
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.append(call);
    }
    QStringList calls()
    {
        const std::scoped_lock lock(m_mutex);
        return m_calls;
    }
    Result<Response> create(const Request &request)
    {
        note("create " + QString::fromStdString(request.value("name")));
        const std::scoped_lock lock(m_mutex);
        if (!m_hasImage)
            return fail(ErrorKind::NotFound, "{}", m_missing);
        return Response::json(R"({"Id":"abc","Warnings":[]})", 201);
    }
    Result<> pull(const Request &request, TransferSink &out)
    {
        note(QString::fromStdString("pull " + request.value("fromImage") + " " + request.value("tag")));
        const std::scoped_lock lock(m_mutex);
        if (!m_pullError.empty())
            return fail(ErrorKind::NotFound, "{}", m_pullError);
        m_hasImage = true;
        out.setContentType("application/json");
        CHECK(out.write("{\"status\":\"Downloading\",\"id\":\"1\",\"progressDetail\":{\"current\":5,\"total\":10}}\r\n"));
        return out.write("{\"status\":\"Downloading\",\"id\":\"2\",\"progressDetail\":{\"current\":7,\"total\":20}}\r\n");
    }

    // Of one run: how it ended.
    std::unique_ptr<models::RunOperation> run(const QString &image)
    {
        models::RunOptions options;
        options.image = image;
        options.name = "web";
        auto operation = std::make_unique<models::RunOperation>(m_client.get(), nullptr, options, true);
        QSignalSpy ended(operation.get(), &models::Operation::finished);
        if (!ended.wait(20'000))
            qWarning("it did not end");
        return operation;
    }

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        m_router.add({{"POST", "/containers/create", CallHandler([this](const Request &r) { return create(r); })},
                      {"POST", "/containers/{id}/start", CallHandler([this](const Request &r) -> Result<Response> {
                           note("start " + QString::fromStdString(r.parameters.at("id")));
                           return Response::noContent();
                       })},
                      {"POST", "/images/create",
                       TransferHandler([this](const Request &r, api::ByteSource &, TransferSink &out) {
                           return pull(r, out);
                       })}});
        m_listener = std::make_unique<Listener>(m_router);
        const std::string path = m_folder.filePath("made/engine.sock").toStdString();
        const auto opened = m_listener->open(path);
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        m_client = std::make_unique<client::EngineClient>(QString::fromStdString(path));
    }
    void init()
    {
        m_calls.clear();
        m_hasImage = false;
        m_missing = "No such image: web:latest";
        m_pullError.clear();
    }

    void anImageThatIsHereIsNotPulled()
    {
        m_hasImage = true;
        const auto operation = run("web");
        QCOMPARE(operation->state(), models::Operation::State::Succeeded);
        QCOMPARE(calls(), QStringList({"create web", "start abc"}));
    }

    void anImageThatIsMissingIsPulled()
    {
        const auto operation = run("registry.example.org:5000/my/web");
        QVERIFY2(operation->state() == models::Operation::State::Succeeded, qPrintable(operation->detail()));
        QCOMPARE(calls(), QStringList({"create web", "pull registry.example.org:5000/my/web latest", "create web",
                                       "start abc"}));
        QCOMPARE(operation->done(), 12);
        QCOMPARE(operation->total(), 30);
        QCOMPARE(operation->pull()->layers()->rowCount(), 2);
    }

    void aTagIsKept()
    {
        run("web:1");
        QCOMPARE(calls().at(1), QString("pull web:1 "));
        init();
        run("web@sha256:12");
        QCOMPARE(calls().at(1), QString("pull web@sha256:12 "));
    }

    void whatCannotBePulledIsSaid()
    {
        m_pullError = "pulling nope:latest: manifest unknown";
        const auto operation = run("nope");
        QCOMPARE(operation->state(), models::Operation::State::Failed);
        QVERIFY2(operation->detail().contains("nope is not here") && operation->detail().contains("manifest unknown"),
                 qPrintable(operation->detail()));
        QCOMPARE(calls().size(), 2);
    }

    void othersThatAreMissingArePulledByNobody()
    {
        m_missing = "network nope not found";
        const auto operation = run("web");
        QCOMPARE(operation->detail(), QString("network nope not found"));
        QCOMPARE(calls(), QStringList({"create web"}));
    }
};

QTEST_GUILESS_MAIN(tst_RunOperation)
#include "tst_runoperation.moc"

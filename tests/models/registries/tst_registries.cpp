// The list of registries, their names, search and logins through the real client, against an engine of canned
// answers.
#include "models/registries/imagesearch.h"
#include "models/registries/registries.h"
#include "models/registries/registrynames.h"
#include "models/registries/sametags.h"
#include "models/registries/transferoperation.h"

#include "engine/server/router.h"
#include "engine/server/transport/listener.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <mutex>

using namespace quayside;
using namespace quayside::models;
using namespace quayside::server;

namespace
{

const QString here = QStringLiteral("localhost:5000");
constexpr int repositories = 1000;

std::string pageOf(const char *key, const char *prefix, int all, const Request &request)
{
    const int first = request.value("last").empty() ? 0 : std::stoi(request.value("last")) + 1;
    const int count = std::stoi(request.value("n", "100"));
    std::string list;
    for (int i = first; i < std::min(all, first + count); ++i)
        list += (list.empty() ? "\"" : ",\"") + std::string(prefix) + std::to_string(i) + "\"";
    const std::string next = first + count < all ? std::to_string(first + count - 1) : "";
    return std::string("{\"Name\":\"\",\"") + key + "\":[" + list + "],\"Next\":\"" + next + "\"}";
}

} // namespace

class tst_Registries : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Router m_router;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<client::EngineClient> m_client;
    std::unique_ptr<CredentialStore> m_credentials;
    ImageModel m_images;
    std::unique_ptr<Registries> m_registries;
    std::mutex m_mutex; // of what follows: the engine answers on threads of its own
    QStringList m_calls;
    QString m_auth; // of the last call, decoded
    std::string m_refusal;

    void note(const QString &call, const Request &request)
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.append(call);
        const auto header = request.headers.find("x-registry-auth");
        m_auth = header == request.headers.end()
                     ? QString()
                     : QString::fromUtf8(QByteArray::fromBase64(QByteArray::fromStdString(header->second),
                                                                QByteArray::Base64UrlEncoding));
    }
    QStringList calls()
    {
        const std::scoped_lock lock(m_mutex);
        return m_calls;
    }
    QString auth()
    {
        const std::scoped_lock lock(m_mutex);
        return m_auth;
    }
    Result<Response> test(const Request &request)
    {
        const QString registry =
            QJsonDocument::fromJson(QByteArray::fromStdString(request.body))["Registry"].toString();
        note("test " + registry, request);
        if (registry != here)
            return Response::json("{\"Registry\":\"x\",\"Address\":\"https://"
                                  "x\",\"Reachable\":false,\"Message\":\"no route to it\"}");
        return Response::json(
            std::string("{\"Registry\":\"localhost:5000\",\"Address\":\"http://localhost:5000\",") +
            "\"Reachable\":true,\"Authentication\":\"basic\",\"LoggedIn\":" +
            (auth().isEmpty() ? "false}" : "true}"));
    }
    Result<Response> login(const Request &request)
    {
        const QJsonDocument body = QJsonDocument::fromJson(QByteArray::fromStdString(request.body));
        note("login " + body["serveraddress"].toString(), request);
        if (body["password"].toString() != u"right")
            return fail(ErrorKind::Forbidden, "incorrect username or password");
        return Response::json("{\"Status\":\"Login Succeeded\",\"IdentityToken\":\"\"}");
    }
    Result<Response> distribution(const Request &request)
    {
        const QString name = QString::fromStdString(request.parameters.at("name"));
        note("digest " + name, request);
        if (name.endsWith(":gone"))
            return fail(ErrorKind::NotFound, "manifest unknown");
        const char digit = name.endsWith(":other") ? 'b' : 'a';
        return Response::json("{\"Descriptor\":{\"mediaType\":\"x\",\"digest\":\"sha256:" +
                              std::string(64, digit) + "\",\"size\":3},\"Platforms\":[]}");
    }
    Result<> pull(const Request &request, TransferSink &out)
    {
        note("pull " + QString::fromStdString(
                           request.value("fromImage") + " " + request.value("tag") + " " +
                           request.value("platform") +
                           (request.value("quayside-platforms") == "all" ? " (all platforms)" : "")),
             request);
        out.setContentType("application/json");
        CHECK(out.write("{\"status\":\"Pulling fs layer\",\"id\":\"aa\"}\r\n"));
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_refusal.empty())
                return out.write("{\"errorDetail\":{\"message\":\"" + m_refusal + "\"},\"error\":\"" +
                                 m_refusal + "\"}\r\n");
        }
        CHECK(out.write("{\"status\":\"Pull complete\",\"id\":\"aa\"}\r\n"));
        return out.write("{\"status\":\"Digest: sha256:" + std::string(64, 'c') + "\"}\r\n");
    }
    Result<> push(const Request &request, TransferSink &out)
    {
        note("push " + QString::fromStdString(request.parameters.at("name") + " " + request.value("tag")),
             request);
        out.setContentType("application/json");
        CHECK(out.write(
            "{\"status\":\"Pushing\",\"id\":\"aa\",\"progressDetail\":{\"current\":3,\"total\":9}}\r\n"));
        CHECK(out.write("{\"status\":\"Pushed\",\"id\":\"aa\"}\r\n"));
        return out.write("{\"status\":\"1: digest: sha256:" + std::string(64, 'd') + " size: 528\"}\r\n");
    }
    void addRoutes()
    {
        m_router.add(
            {{"POST", "/quayside/registries/test", CallHandler([this](const Request &r) { return test(r); })},
             {"POST", "/auth", CallHandler([this](const Request &r) { return login(r); })},
             {"GET", "/distribution/{name:*}/json",
              CallHandler([this](const Request &r) { return distribution(r); })},
             {"GET", "/quayside/registries/repositories",
              CallHandler([this](const Request &r) -> Result<Response> {
                  note("repositories " + QString::fromStdString(r.value("registry")), r);
                  if (r.value("registry") != "localhost:5000")
                      return fail(ErrorKind::NotSupported, "it lists none");
                  return Response::json(pageOf("Repositories", "team/box", repositories, r));
              })},
             {"GET", "/quayside/registries/tags", CallHandler([this](const Request &r) {
                  note("tags " + QString::fromStdString(r.value("image")), r);
                  return Response::json(pageOf("Tags", "v", 3, r));
              })},
             {"GET", "/images/search", CallHandler([this](const Request &r) -> Result<Response> {
                  note("search " + QString::fromStdString(r.value("term")), r);
                  if (r.value("term") == "bad")
                      return fail(ErrorKind::Unavailable, "Docker Hub does not answer");
                  return Response::json(
                      "[{\"name\":\"python\",\"description\":\"A\\nlanguage\",\"is_official\":true,"
                      "\"star_count\":9000}]");
              })},
             {"GET", "/quayside/registries", CallHandler([](const Request &) {
                  return Response::json("{\"Mirrors\":[\"https://m\"],\"Insecure\":[],\"MayChange\":true}");
              })},
             {"PUT", "/quayside/registries", CallHandler([this](const Request &r) -> Result<Response> {
                  note("set " + QString::fromStdString(r.body), r);
                  return fail(ErrorKind::Forbidden, "only root changes them");
              })},
             {"POST", "/images/create",
              TransferHandler(
                  [this](const Request &r, api::ByteSource &, TransferSink &o) { return pull(r, o); })},
             {"POST", "/images/{name:*}/push",
              TransferHandler(
                  [this](const Request &r, api::ByteSource &, TransferSink &o) { return push(r, o); })}});
    }
    const RegistryRow *row(const QString &registry) { return m_registries->model()->find(registry); }
    Result<> logIn(const QString &password)
    {
        std::optional<Result<>> end;
        m_registries->logIn(here, "alice", password, this, [&](const Result<Login::Place> &kept) {
            end = kept ? Result<>() : std::unexpected(kept.error());
        });
        if (!QTest::qWaitFor([&] { return end.has_value(); }, 10'000))
            return fail(ErrorKind::Internal, "no answer");
        return *end;
    }
    static bool ended(Operation &operation)
    {
        return QTest::qWaitFor([&] { return !operation.isRunning(); }, 10'000);
    }

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("quayside");
        QCoreApplication::setApplicationName("quayside-registries-test");
        addRoutes();
        m_listener = std::make_unique<Listener>(m_router);
        const std::string path = m_folder.filePath("made/engine.sock").toStdString();
        const auto opened = m_listener->open(path);
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        m_client = std::make_unique<client::EngineClient>(QString::fromStdString(path));
    }
    void init()
    {
        QSettings().clear();
        QFile::remove(m_folder.filePath("logins.json"));
        m_credentials = std::make_unique<CredentialStore>(nullptr, m_folder.filePath("logins.json"),
                                                          QList<DockerConfigFile>());
        m_registries = std::make_unique<Registries>(m_client.get(), m_credentials.get(), &m_images);
        m_registries->setEngine(true);
        const std::scoped_lock lock(m_mutex);
        m_calls.clear();
        m_auth.clear();
        m_refusal.clear();
    }
    void cleanup()
    {
        m_registries.reset();
        m_images.sync({});
    }

    // ---- the list

    void listsWhatAPersonHasToDoWith()
    {
        QAbstractItemModelTester tester(m_registries->model());
        m_images.upsert({.id = "1", .repository = "quay.io/a", .tag = "1", .labels = {}});
        m_images.upsert({.id = "1", .repository = "quay.io/a", .tag = "2", .labels = {}});
        m_images.upsert({.id = "2", .labels = {}}); // without a name
        m_registries->refresh();
        QCOMPARE(m_registries->model()->rowCount(), 2);
        QVERIFY(row("docker.io") != nullptr);
        QCOMPARE(row("quay.io")->images, 2);
        QVERIFY(!row("quay.io")->canBeRemoved());
        QVERIFY(!m_registries->add("two words"));
        QCOMPARE(*m_registries->add(" http://LOCALHOST:5000/ "), here);
        QVERIFY(row(here)->canBeRemoved());
        QVERIFY(Registries(m_client.get(), m_credentials.get(), &m_images).add(here)); // twice is once
        m_registries->remove(here);
        QVERIFY(row(here) == nullptr);
        m_images.removeImage("1");
        QTRY_VERIFY(row("quay.io") == nullptr);
    }

    void saysWhatATestSays()
    {
        m_registries->refresh();
        QVERIFY(m_registries->add(here));
        m_registries->testUnknown();
        QCOMPARE(row(here)->state, RegistryRow::State::Asking);
        QTRY_COMPARE(row(here)->state, RegistryRow::State::Reachable);
        QVERIFY(!row(here)->encrypted);
        QCOMPARE(row(here)->authentication, "basic");
        QVERIFY(row(here)->stateText().contains("not encrypted"));
        QTRY_COMPARE(row("docker.io")->state, RegistryRow::State::Unreachable);
        QCOMPARE(row("docker.io")->message, "no route to it");
        m_registries->setEngine(false);
        QCOMPARE(row(here)->state, RegistryRow::State::Unknown);
        const qsizetype asked = calls().size();
        m_registries->test(here, false);
        QTest::qWait(100);
        QCOMPARE(calls().size(), asked); // an engine without the feature is not asked
    }

    // ---- logins

    void keepsOnlyWhatTheRegistryTakes()
    {
        m_registries->refresh();
        QVERIFY(m_registries->add(here));
        const auto wrong = logIn("wrong");
        QVERIFY(!wrong);
        QVERIFY(wrong.error().message.contains("incorrect"));
        QVERIFY(!row(here)->login.exists());
        QVERIFY(logIn("right"));
        QCOMPARE(calls().last(), "login localhost:5000");
        QCOMPARE(row(here)->login.user, "alice");
        m_registries->test(here, true);
        QTRY_VERIFY(row(here)->loggedIn);
        QVERIFY(auth().contains("\"right\""));
        // It goes only with what is about that registry.
        m_registries->test("docker.io", true);
        QTRY_COMPARE(calls().last(), "test docker.io");
        QCOMPARE(auth(), "");
        std::optional<Result<>> out;
        m_registries->logOut(here, this, [&](const Result<> &done) { out = done; });
        QTRY_VERIFY(out.has_value());
        QVERIFY(*out);
        QVERIFY(!row(here)->login.exists());
    }

    void saysWhyTheEngineRefusesSettings()
    {
        m_registries->fetchSettings();
        QTRY_VERIFY(m_registries->settings().has_value());
        QCOMPARE(m_registries->settings()->mirrors, std::vector<std::string>{"https://m"});
        std::optional<Result<>> end;
        m_registries->change({.mirrors = {"https://n"}, .insecure = {"a:1"}}, this,
                             [&](const Result<> &done) { end = done; });
        QTRY_VERIFY(end.has_value());
        QVERIFY(!*end);
        QCOMPARE(end->error().kind, ErrorKind::Forbidden);
        QVERIFY(calls().last().contains("https://n"));
        QCOMPARE(m_registries->settings()->mirrors, std::vector<std::string>{"https://m"});
    }

    // ---- what they hold

    void listsAThousandRepositories()
    {
        RegistryNames names(m_client.get(), m_credentials.get());
        QAbstractItemModelTester tester(&names);
        names.showRepositories(here);
        QCOMPARE(names.state(), RegistryNames::State::Loading);
        QTRY_COMPARE_WITH_TIMEOUT(names.state(), RegistryNames::State::Loaded, 10'000);
        QCOMPARE(names.rowCount(), repositories);
        QCOMPARE(names.index(999).data().toString(), "team/box999");
        QVERIFY(!names.hasMore());
        names.showTags(here + "/team/box1");
        QTRY_COMPARE(names.state(), RegistryNames::State::Loaded);
        QCOMPARE(names.names(), QStringList({"v0", "v1", "v2"}));
        names.remove("v1");
        QCOMPARE(names.names(), QStringList({"v0", "v2"}));
        names.showRepositories("quay.io");
        QTRY_COMPARE(names.state(), RegistryNames::State::Failed);
        QCOMPARE(names.problem(), "it lists none");
        QCOMPARE(names.rowCount(), 0);
        // Of what is asked for last only.
        names.showRepositories(here);
        names.showTags(here + "/a");
        QTRY_COMPARE(names.state(), RegistryNames::State::Loaded);
        QTest::qWait(100);
        QCOMPARE(names.rowCount(), 3);
    }

    void searchesForTheLastWordOnly()
    {
        ImageSearch search(m_client.get(), m_credentials.get());
        QAbstractItemModelTester tester(&search);
        for (const char *typed : {"p", "py", "pyt", "python"})
            search.setTerm(typed);
        QCOMPARE(search.state(), ImageSearch::State::Searching);
        QTRY_COMPARE(search.state(), ImageSearch::State::Done);
        QCOMPARE(calls(), QStringList("search python"));
        QCOMPARE(search.index(0).data().toString(), "python");
        QCOMPARE(search.index(0).data(ImageSearch::StarsRole).toInt(), 9000);
        QVERIFY(search.index(0).data(ImageSearch::OfficialRole).toBool());
        QCOMPARE(search.index(0).data(ImageSearch::DescriptionRole).toString(), "A language");
        search.setTerm("bad");
        QTRY_COMPARE(search.state(), ImageSearch::State::Failed);
        QCOMPARE(search.rowCount(), 0);
        QVERIFY(search.problem().contains("does not answer"));
        search.setTerm("other");
        search.setTerm({});
        QCOMPARE(search.state(), ImageSearch::State::Nothing);
        QTest::qWait(500);
        QCOMPARE(search.state(), ImageSearch::State::Nothing); // what was taken back is not asked
    }

    void findsTheTagsOfOneImage()
    {
        std::optional<Result<SameTags::Found>> found;
        SameTags::find(m_client.get(), m_credentials.get(), here + "/a", "1",
                       {"1", "2", "other", "gone", "latest"}, this,
                       [&](const Result<SameTags::Found> &answer) { found = answer; });
        QTRY_VERIFY(found.has_value());
        QVERIFY(*found);
        QCOMPARE(QSet<QString>((*found)->tags.begin(), (*found)->tags.end()),
                 QSet<QString>({"1", "2", "latest"}));
        QCOMPARE((*found)->tags.first(), "1");
        QVERIFY((*found)->allSeen);
        QVERIFY((*found)->digest.startsWith("sha256:aaa"));
        found.reset();
        SameTags::find(m_client.get(), m_credentials.get(), here + "/a", "gone", {}, this,
                       [&](const Result<SameTags::Found> &answer) { found = answer; });
        QTRY_VERIFY(found.has_value());
        QVERIFY(!*found);
    }

    // ---- pull and push

    void pullsAsWhoIsLoggedIn()
    {
        QVERIFY(logIn("right"));
        PullOperation pull(m_client.get(), m_credentials.get(), here + "/a", {.platform = "linux/arm64"});
        QVERIFY(ended(pull));
        QVERIFY2(pull.state() == Operation::State::Succeeded, qPrintable(pull.detail()));
        QCOMPARE(calls().last(), "pull localhost:5000/a latest linux/arm64");
        QVERIFY(auth().contains("\"right\""));
        QCOMPARE(pull.layers()->over(), 1);
        QCOMPARE(pull.digest(), "sha256:" + QString(64, 'c'));
        PullOperation other(m_client.get(), m_credentials.get(), "a", {.allTags = true});
        QVERIFY(ended(other));
        QCOMPARE(calls().last(), "pull a  ");
        PullOperation whole(m_client.get(), m_credentials.get(), "a:2", {.allPlatforms = true});
        QVERIFY(ended(whole));
        QCOMPARE(calls().last(), "pull a:2   (all platforms)");
        QCOMPARE(auth(), "");
    }

    void goesOnWhereItEnded()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_refusal = "pulling: log in first";
        }
        PullOperation pull(m_client.get(), m_credentials.get(), here + "/a:1", {});
        QVERIFY(ended(pull));
        QCOMPARE(pull.state(), Operation::State::Failed);
        QVERIFY(pull.wantsLogin());
        {
            const std::scoped_lock lock(m_mutex);
            m_refusal.clear();
        }
        const std::unique_ptr<TransferOperation> again(pull.again());
        QCOMPARE(again->reference(), pull.reference());
        QVERIFY(ended(*again));
        QCOMPARE(again->state(), Operation::State::Succeeded);
        QCOMPARE(calls(), QStringList({"pull localhost:5000/a:1  ", "pull localhost:5000/a:1  "}));
    }

    void whatIsPublicNeedsNoHelper()
    {
        QFile file(m_folder.filePath("config.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"auths\": {\"https://index.docker.io/v1/\": {}}, \"credsStore\": \"gone-away\"}");
        file.close();
        CredentialStore leftOver(nullptr, m_folder.filePath("logins.json"), {{file.fileName(), false}});
        PullOperation pull(m_client.get(), &leftOver, "python:3", {});
        QVERIFY(ended(pull));
        QVERIFY2(pull.state() == Operation::State::Succeeded, qPrintable(pull.detail()));
        QVERIFY(pull.log().join(u' ').contains("docker-credential-gone-away is not installed"));
        {
            const std::scoped_lock lock(m_mutex);
            m_refusal = "authentication required";
        }
        PullOperation refused(m_client.get(), &leftOver, "alice/private:3", {});
        QVERIFY(ended(refused));
        QVERIFY(refused.detail().contains("docker-credential-gone-away is not installed"));
    }

    void pushesANameWithItsTag()
    {
        PushOperation push(m_client.get(), m_credentials.get(), here + "/team/web:1");
        QVERIFY(ended(push));
        QVERIFY2(push.state() == Operation::State::Succeeded, qPrintable(push.detail()));
        QCOMPARE(calls().last(), "push localhost:5000/team/web 1");
        QCOMPARE(auth(), "{}"); // docker's engine refuses a push without the header
        QCOMPARE(push.digest(), "sha256:" + QString(64, 'd'));
        QCOMPARE(push.layers()->layers().first().phase, LayerState::Phase::Ended);
    }

    void aCancelledOneAsksNothingMore()
    {
        PushOperation push(m_client.get(), m_credentials.get(), here + "/a:1");
        push.cancel();
        QTest::qWait(100);
        QCOMPARE(push.state(), Operation::State::Cancelled);
        QCOMPARE(calls(), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_Registries)
#include "tst_registries.moc"

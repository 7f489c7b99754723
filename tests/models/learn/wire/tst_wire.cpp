// What goes over the socket is written down while somebody looks, within bounds, and without secrets.
#include "engine/server/transport/listener.h"
#include "models/client/engineclient.h"
#include "models/client/httpclient.h"
#include "models/client/registries.h"
#include "models/client/requests.h"
#include "models/common/shellwords.h"
#include "models/learn/wire/wire.h"
#include "models/learn/wire/wiremask.h"
#include "models/learn/wire/wiretext.h"
#include "tests/models/client/answer.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace quayside;
using namespace quayside::models;
using test::Answer;

namespace
{

server::Routes routes()
{
    using server::CallHandler, server::Request, server::Response;
    return {
        {"GET", "/_ping", CallHandler([](const Request &) { return Response{200, "text/plain", "OK", {}}; })},
        {"GET", "/info", CallHandler([](const Request &) {
             return Response::json("[\"" + std::string(200000, 'x') + "\"]");
         })},
        {"POST", "/containers/create",
         CallHandler([](const Request &) { return Response::json(R"({"Id":"new","Warnings":[]})", 201); })},
        {"POST", "/containers/{id}/start", CallHandler([](const Request &) -> Result<Response> {
             return fail(ErrorKind::NotFound, "No such container: none");
         })},
        {"POST", "/auth", CallHandler([](const Request &) {
             return Response::json(R"({"Status":"ok","IdentityToken":"s3cret-token"})");
         })},
        {"GET", "/distribution/{name:*}/json",
         CallHandler([](const Request &) { return Response::json(R"({"Descriptor":{}})"); })},
        {"GET", "/archive",
         CallHandler([](const Request &) { return Response{200, "application/x-tar", "s3cret-file", {}}; })},
    };
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    server::Router m_router;
    std::unique_ptr<server::Listener> m_listener;
    std::unique_ptr<client::EngineClient> m_client;
    QString m_path;

    [[nodiscard]] Wire *wire() const { return Wire::of(m_client.get()); }
    [[nodiscard]] const WireRow &last() const { return wire()->model()->rows().last(); }
    [[nodiscard]] QString everything() const
    {
        QString all;
        for (const WireRow &row : wire()->model()->rows())
            all += WireText::transcript(row) + WireText::curl(row);
        return all;
    }
    void ping()
    {
        Answer<api::Ping> answer;
        m_client->ping(this, answer.done());
        QVERIFY(answer.wait());
    }

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN); // as in the engine, which answers here
        m_router.add(routes());
        m_path = m_folder.filePath("engine.sock");
    }
    void init()
    {
        m_listener = std::make_unique<server::Listener>(m_router);
        QVERIFY(m_listener->open(m_path.toStdString()));
        m_client = std::make_unique<client::EngineClient>("unix://" + m_path);
    }
    void cleanup()
    {
        m_client.reset();
        m_listener.reset();
    }

    void nothingIsWrittenDownWhileNobodyLooks()
    {
        ping();
        QCOMPARE(m_client->http().observer(), nullptr);
        QCOMPARE(wire()->model()->rowCount(), 0);
        wire()->hold();
        wire()->hold();
        wire()->release();
        QVERIFY(wire()->isRecording());
        ping();
        QCOMPARE(wire()->model()->rowCount(), 1);
        wire()->release();
        QCOMPARE(m_client->http().observer(), nullptr);
        ping();
        QCOMPARE(wire()->model()->rowCount(), 1);
    }

    void aRequestWithItsAnswer()
    {
        const QAbstractItemModelTester tester(wire()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        wire()->hold();
        Answer<api::ContainerCreateResponse> answer;
        api::ContainerCreateRequest request;
        request.image = "busybox";
        m_client->createContainer("web", request, this, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(last().method, "POST");
        QCOMPARE(last().target, "/containers/create?name=web");
        QCOMPARE(last().status, 201);
        QVERIFY(last().isOver() && last().problem.isEmpty());
        QVERIFY(last().body.contains("\"Image\":\"busybox\""));
        QCOMPARE(last().sent, last().body.size());
        QCOMPARE(last().answer, R"({"Id":"new","Warnings":[]})");
        QCOMPARE(last().received, last().answer.size());
        const QString text = WireText::transcript(last());
        QVERIFY2(
            text.startsWith("> POST /containers/create?name=web HTTP/1.1\n> Content-Type: application/json"),
            qPrintable(text));
        QVERIFY(text.contains("< HTTP/1.1 201 Created") && text.contains("    \"Id\": \"new\""));
    }

    void anErrorIsAnAnswerToo()
    {
        wire()->hold();
        Answer<void> answer;
        m_client->startContainer("none", this, answer.done());
        QVERIFY(!answer.wait());
        QCOMPARE(last().status, 404);
        QVERIFY(last().isFailure() && last().problem.isEmpty());
        QVERIFY(last().answer.contains("No such container"));
        m_listener.reset();
        Answer<api::Ping> nobody;
        m_client->ping(this, nobody.done());
        QVERIFY(!nobody.wait());
        QCOMPARE(last().status, 0);
        QVERIFY2(last().problem.contains(m_path), qPrintable(last().problem));
        QCOMPARE(WireText::status(last()), "failed");
    }

    void whatIsCancelledSaysSo()
    {
        wire()->hold();
        client::Call call = m_client->ping(this, {});
        QTRY_COMPARE(wire()->model()->rowCount(), 1);
        if (!last().isOver())
            call.cancel();
        QTRY_VERIFY(last().isOver());
        Answer<api::Ping> answer;
        m_client->ping(this, answer.done());
        m_client->connectTo("unix://" + m_path); // ends what is under way
        (void)answer.wait();
        QVERIFY(last().isOver());
    }

    void longBodiesAreCutAndFilesAreCounted()
    {
        wire()->hold();
        Answer<std::string> answer;
        client::collect(m_client->http(), client::get("/info"), this, answer.done());
        QVERIFY(answer.wait());
        QCOMPARE(answer.result->value().size(), 200004U);
        QVERIFY(last().answerCut && last().answer.size() <= Wire::mostReceived);
        QCOMPARE(last().received, 200004);
        QVERIFY(WireText::transcript(last()).contains("195.3 KiB"));
        Answer<std::string> archive;
        client::collect(m_client->http(), client::get("/archive"), this, archive.done());
        QVERIFY(archive.wait());
        QCOMPARE(last().received, 11);
        QVERIFY(!everything().contains("s3cret"));
        Answer<std::string> big;
        client::collect(m_client->http(),
                        client::post("/containers/create", "{\"a\":\"" + std::string(40000, 'y') + "\"}"),
                        this, big.done());
        QVERIFY(big.wait());
        QVERIFY(last().bodyCut && last().body.size() <= Wire::mostSent);
        QCOMPARE(last().sent, 40008);
        QVERIFY(WireText::curl(last()).contains("--data-binary @BODY"));
    }

    void secretsNeverGetThere()
    {
        wire()->hold();
        Answer<std::string> login;
        client::checkLogin(*m_client, {.registry = "r", .username = "ada", .password = "s3cret"}, this,
                           login.done());
        QVERIFY(login.wait());
        QCOMPARE(*login.wait(), "s3cret-token"); // who asked has it
        Answer<api::DistributionInspect> distribution;
        client::inspectDistribution(*m_client, "r/a:1", "s3cretlogin", this, distribution.done());
        (void)distribution.wait();
        client::HttpRequest build = client::post(
            R"(/build?t=a&buildargs=%7B%22KEY%22%3A%22s3cret%22%7D&secrets=%7B%22npm%22%3A%22s3cret%22%7D&token=s3cret)",
            R"({"Env":["A=1","DB_PASSWORD=s3cret one"],"Labels":{"api_key":"s3cret"},"Cmd":["sql","--password","s3cret"]})");
        build.registryConfig = "s3cretconfig";
        Answer<std::string> built;
        client::collect(m_client->http(), build, this, built.done());
        (void)built.wait();
        QCOMPARE(wire()->model()->rowCount(), 3);
        const QString all = everything();
        QVERIFY2(!all.contains("s3cret"), qPrintable(all));
        for (const char *there : {"ada", "X-Registry-Auth: ***", "X-Registry-Config: ***", "\"A=1\"",
                                  "api_key", "DB_PASSWORD=***", "t=a", "token=***", "npm"})
            QVERIFY2(all.contains(there), there);
    }

    void masksWhatLooksSecret_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char *name, const char *json, const char *shown) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(shown);
        };
        row("plain", R"({"a": "b", "n": [1, -2.5e3, true, null]})",
            R"({"a": "b", "n": [1, -2.5e3, true, null]})");
        row("password", R"({"password":"p","x":"y"})", R"({"password":"***","x":"y"})");
        row("number", R"({"Token":12345,"n":5})", R"({"Token":"***","n":5})");
        row("all below", R"({"Secrets":{"a":["b",{"c":"d"}]},"e":"f"})",
            R"({"Secrets":{"a":["***",{"c":"***"}]},"e":"f"})");
        row("variable", R"(["PATH=/bin","API_TOKEN=a b,c"])", R"(["PATH=/bin","API_TOKEN=***"])");
        row("option", R"(["--token=x","--token","y","z"])", R"(["--token=***","--token","***","z"])");
        row("login in a URL", R"({"p":"https://me:pw@host/"})", R"({"p":"https://***@host/"})");
        row("escapes", R"({"p\u0061ssword":"x\"y"})", R"({"p\u0061ssword":"***"})");
        row("JSON in a string", R"({"l":"{\"password\":\"x\"}"})", R"({"l":"{\"password\":\"***\"}"})");
        row("private key", R"({"k":"-----BEGIN EC PRIVATE KEY-----\nMII"})", R"({"k":"***"})");
        row("cut", "{\"a\":\"b\",\"u\":\"https://me:p",
            "{\"a\":\"b\",\"u\":\"…"); // moc reads no raw string of three quotes
        row("lines", "{\"token\":\"x\"}\r\n{\"token\":\"y\"}\n",
            "{\"token\":\"***\"}\r\n{\"token\":\"***\"}\n");
        row("no JSON", "token=abc and more", "token=*** and more");
        row("closed too often, and so no JSON", R"(]]}{"token":"x"})", R"(]]}{"token":***})");
        row("empty", R"({"IdentityToken":""})", R"({"IdentityToken":""})");
    }
    void masksWhatLooksSecret()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, shown);
        QCOMPARE(WireMask::body(json), shown);
    }

    void anyBeginningOfADocumentIsSafe()
    {
        const QByteArray json =
            R"({"Env":["DB_PASSWORD=s3cret"],"auth":"s3cret","u":"https://a:s3cret@h","n":{"token":"s\u00333cret"}})";
        for (qsizetype size = 0; size <= json.size(); ++size) {
            const QByteArray shown = WireMask::body(json.first(size));
            QVERIFY2(!shown.contains("s3c") && !shown.contains("u0033"), shown.constData());
        }
        QVERIFY(!QJsonDocument::fromJson(WireMask::body(json)).isNull());
    }

    void theOldestGo()
    {
        WireModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 1; i <= WireModel::mostRows + 7; ++i)
            model.append({.number = quint64(i), .method = "GET", .target = QString("/%1").arg(i)});
        QCOMPARE(model.rowCount(), WireModel::mostRows);
        QCOMPARE(model.rows().first().number, 8U);
        QCOMPARE(model.index(model.rowCount() - 1, 0).data().toString(), "GET /507");
    }

    void filtersByMethodPathAndStatus()
    {
        WireModel model;
        model.append({.number = 1, .method = "GET", .target = "/containers/json?all=1", .status = 200});
        model.append(
            {.number = 2, .method = "POST", .target = "/auth", .body = "{\"a\":\"zebra\"}", .status = 404});
        const auto shown = [&](const char *text) {
            TableFilterModel filter(WireModel::filterKeys(),
                                    [&](int row, const FilterTerm &term) { return model.holds(row, term); });
            filter.setSourceModel(&model);
            filter.setFilterText(text);
            QStringList keys;
            for (int row = 0; row < filter.rowCount(); ++row)
                keys << filter.index(row, 0).data(TableKeyRole).toString();
            return keys.join(',');
        };
        QCOMPARE(shown("method:post"), "2");
        QCOMPARE(shown("path:all=1"), "1");
        QCOMPARE(shown("status:4"), "2");
        QCOMPARE(shown("status:failed"), "2");
        QCOMPARE(shown("zebra"), "2");
        QCOMPARE(shown("-path:auth"), "1");
        QCOMPARE(shown(""), "1,2");
    }

    void copiesAsCurl()
    {
        WireRow row{
            .address = "/run/quayside/engine.sock", .method = "GET", .target = "/info", .durationMs = 1};
        QCOMPARE(WireText::curl(row), "curl --unix-socket /run/quayside/engine.sock http://localhost/info");
        row.method = "POST";
        row.target = "/containers/create?name=a&b=c";
        row.headers = QStringList{"Content-Type: application/json"};
        row.body = "{\"Cmd\":[\"it's\"]}";
        row.sent = row.body.size();
        Result<QStringList> words = splitShellWords(WireText::curl(row));
        QVERIFY(words);
        QCOMPARE(*words,
                 (QStringList{"curl", "--unix-socket", "/run/quayside/engine.sock", "-X", "POST", "-H",
                              "Content-Type: application/json", "--data-binary", "{\"Cmd\":[\"it's\"]}",
                              "http://localhost/containers/create?name=a&b=c"}));
        row.address = "tcp://host:2376?certificates=/c";
        QVERIFY(WireText::curl(row).contains("--cacert /c/ca.pem"));
        QVERIFY(WireText::curl(row).contains("https://host:2376/containers/create"));
        row.address = "ssh://me@far:22/run/e.sock";
        words = splitShellWords(WireText::curl(row));
        QVERIFY(words);
        QCOMPARE(words->mid(0, 4), (QStringList{"ssh", "-p", "22", "me@far"}));
        QCOMPARE(words->size(), 5);
        QVERIFY(words->last().startsWith("curl --unix-socket /run/e.sock"));
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"

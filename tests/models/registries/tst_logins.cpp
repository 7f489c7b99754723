// Where logins come from and where they are kept: files that are good and bad, helpers that behave and do
// not, a keyring that takes them and one that does not.
#include "models/registries/credentialhelper.h"
#include "models/registries/credentialstore.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

#include <sys/stat.h>

using namespace quayside;
using namespace quayside::models;
using Place = Login::Place;

namespace
{

const QString secret = QStringLiteral("s3cret:with colon");

class FakeKeyring : public Keyring
{
public:
    QHash<QString, QString> kept;
    bool locked = false;

    void read(const QString &key, QObject *context, client::Done<QString> done) override
    {
        answer(context, [this, key, done] {
            if (!locked && kept.contains(key))
                done(kept[key]);
            else
                done(fail(locked ? ErrorKind::Unavailable : ErrorKind::NotFound, "the keyring is locked"));
        });
    }
    void write(const QString &key, const QString &text, QObject *context, client::Done<void> done) override
    {
        answer(context, [this, key, text, done] {
            if (locked)
                return done(fail(ErrorKind::Unavailable, "the keyring is locked"));
            kept[key] = text;
            done({});
        });
    }
    void remove(const QString &key, QObject *context, client::Done<void> done) override
    {
        answer(context, [this, key, done] {
            kept.remove(key);
            done({});
        });
    }

private:
    static void answer(QObject *context, const std::function<void()> &say)
    {
        QTimer::singleShot(0, context, say);
    }
};

QByteArray authOf(const QString &user, const QString &password)
{
    return (user + u':' + password).toUtf8().toBase64();
}

} // namespace

class tst_Logins : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_path;
    FakeKeyring *m_keyring = nullptr;

    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s cannot be written", qPrintable(path));
        return path;
    }
    // A program docker-credential-NAME in the PATH.
    void helper(const QString &name, const QByteArray &script)
    {
        const QString path = write("bin/docker-credential-" + name, "#!/bin/sh\n" + script);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", m_folder->filePath("bin").toLocal8Bit() + ':' + m_path);
    }
    std::unique_ptr<CredentialStore> store(const QList<DockerConfigFile> &files = {}, bool keyring = true)
    {
        std::unique_ptr<FakeKeyring> made;
        if (keyring) {
            made = std::make_unique<FakeKeyring>();
            m_keyring = made.get();
        }
        return std::make_unique<CredentialStore>(std::move(made), m_folder->filePath("own/logins.json"),
                                                 files);
    }
    Result<Credential> find(const CredentialStore &store, const QString &registry)
    {
        std::optional<Result<Credential>> found;
        store.find(registry, this, [&](const Result<Credential> &answer) { found = answer; });
        if (found || !QTest::qWaitFor([&] { return found.has_value(); }, 10'000))
            return fail(ErrorKind::Internal, "it answered at once, or never");
        return *found;
    }
    Result<Place> save(CredentialStore &store, const QString &registry, const Credential &credential)
    {
        std::optional<Result<Place>> kept;
        store.save(registry, credential, this, [&](const Result<Place> &answer) { kept = answer; });
        if (!QTest::qWaitFor([&] { return kept.has_value(); }, 5000))
            return fail(ErrorKind::Internal, "it never answered");
        return *kept;
    }
    Result<> forget(CredentialStore &store, const QString &registry)
    {
        std::optional<Result<>> gone;
        store.forget(registry, this, [&](const Result<> &answer) { gone = answer; });
        if (!QTest::qWaitFor([&] { return gone.has_value(); }, 5000))
            return fail(ErrorKind::Internal, "it never answered");
        return *gone;
    }
    static bool realKeyring() { return qEnvironmentVariableIsSet("QUAYSIDE_REAL_KEYRING"); }
    static void quiet(const Error &error)
    {
        QVERIFY2(!error.message.contains("s3cret") && !error.message.contains("b64"), error.message.c_str());
    }

private slots:
    void initTestCase()
    {
        m_path = qgetenv("PATH");
        // No test looks into a person's own keyring. By hand, in a session of its own that has one:
        //   QUAYSIDE_REAL_KEYRING=1 dbus-run-session -- sh -c 'echo x | gnome-keyring-daemon --unlock;
        //   tst_models_logins'
        if (!realKeyring())
            qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { qputenv("PATH", m_path); }

    // ---- the header

    void writesTheHeader()
    {
        QCOMPARE(authHeader({}, "quay.io"), std::string());
        const auto decoded = [](const Credential &credential) {
            return QJsonDocument::fromJson(
                QByteArray::fromBase64(QByteArray::fromStdString(authHeader(credential, "docker.io")),
                                       QByteArray::Base64UrlEncoding));
        };
        const QJsonDocument login = decoded({.username = "älice", .password = secret, .identityToken = {}});
        QCOMPARE(login["username"].toString(), "älice");
        QCOMPARE(login["password"].toString(), secret);
        QCOMPARE(login["serveraddress"].toString(), "https://index.docker.io/v1/");
        const QJsonDocument token = decoded({.username = "alice", .password = secret, .identityToken = "t"});
        QCOMPARE(token["identitytoken"].toString(), "t");
        QVERIFY(!token.object().contains("password"));
    }

    void writesTheHeaderForSeveral()
    {
        QCOMPARE(configHeader({}), std::string());
        QCOMPARE(configHeader({{"quay.io", {}}}), std::string());
        const std::string header =
            configHeader({{"docker.io", {.username = "alice", .password = secret, .identityToken = {}}},
                          {"quay.io", {}},
                          {"registry.example:5000", {.username = {}, .password = {}, .identityToken = "t"}}});
        const QJsonObject all =
            QJsonDocument::fromJson(
                QByteArray::fromBase64(QByteArray::fromStdString(header), QByteArray::Base64UrlEncoding))
                .object();
        QCOMPARE(all.keys(), QStringList({"https://index.docker.io/v1/", "registry.example:5000"}));
        QCOMPARE(all["https://index.docker.io/v1/"]["password"].toString(), secret);
        QCOMPARE(all["registry.example:5000"]["identitytoken"].toString(), "t");
    }

    // ---- the files of docker and podman

    void readsDockersFile()
    {
        const auto config = parseDockerConfig(
            "{\"auths\": {\"https://index.docker.io/v1/\": {\"auth\": \"" + authOf("alice", secret) +
            "\"}, \"quay.io\": {\"auth\": \"" + authOf("bob", "pw") + "\"}, \"kept.example.org\": {}," +
            "\"token.example.org\": {\"auth\": \"\", \"identitytoken\": \"t\"}," +
            "\"quay.io/team\": {\"auth\": \"" + authOf("other", "x") + "\"}}," +
            "\"credsStore\": \"secretservice\", \"credHelpers\": {\"gcr.io\": \"gcloud\"}}");
        QVERIFY(config);
        QCOMPARE(config->logins["docker.io"].username, "alice");
        QCOMPARE(config->logins["docker.io"].password, secret);
        QCOMPARE(config->logins["quay.io"].username, "bob");
        QCOMPARE(config->logins["token.example.org"].identityToken, "t");
        QCOMPARE(config->logins.size(), 3);
        QVERIFY(config->named.contains("kept.example.org"));
        QCOMPARE(config->helperFor("gcr.io"), "gcloud");
        QCOMPARE(config->helperFor("kept.example.org"), "secretservice");
    }

    void survivesBadFiles_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("readable");
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("no JSON") << QByteArray("auth = s3cret") << false;
        QTest::newRow("a list") << QByteArray("[1]") << false;
        QTest::newRow("too large") << QByteArray((1 << 20) + 1, ' ') << false;
        QTest::newRow("auths is a number") << QByteArray("{\"auths\": 3}") << true;
        QTest::newRow("an entry is text") << QByteArray("{\"auths\": {\"quay.io\": \"s3cret\"}}") << true;
        QTest::newRow("no base64") << QByteArray("{\"auths\": {\"quay.io\": {\"auth\": \"%%%\"}}}") << true;
        QTest::newRow("no colon") << QByteArray("{\"auths\": {\"quay.io\": {\"auth\": \"YWxpY2U=\"}}}")
                                  << true;
        QTest::newRow("a path as helper")
            << QByteArray("{\"credsStore\": \"../../tmp/x\", \"credHelpers\": {\"quay.io\": "
                          "\"a;b\"}}")
            << true;
        QTest::newRow("no host") << QByteArray("{\"auths\": {\"a b\": {\"auth\": \"YTpi\"}}}") << true;
        QTest::newRow("deep") << QByteArray(200'000, '[') << false;
    }
    void survivesBadFiles()
    {
        QFETCH(QByteArray, json);
        const auto config = parseDockerConfig(json);
        QTEST(config.has_value(), "readable");
        if (!config) {
            quiet(config.error());
            return;
        }
        QVERIFY(config->logins.isEmpty());
        QVERIFY(config->store.isEmpty());
        QVERIFY(config->helpers.isEmpty());
    }

    void aFileThatIsNotThereIsEmpty()
    {
        const auto config = readDockerConfig(m_folder->filePath("nowhere/config.json"));
        QVERIFY(config);
        QVERIFY(config->named.isEmpty());
        QVERIFY(!readDockerConfig(m_folder->path())); // a folder
    }

    // ---- helpers

    void asksAHelper()
    {
        // Tells its arguments and what it reads, so that both are seen.
        helper("fake",
               "read -r server; [ \"$*\" = get ] && printf '{\"ServerURL\":\"%s\",\"Username\":\"%s\","
               "\"Secret\":\"s3cret:with colon\"}' \"$server\" \"$server\"\n");
        const QString file =
            write("config.json", "{\"credHelpers\": {\"gcr.io\": \"fake\"}, \"auths\": "
                                 "{\"https://index.docker.io/v1/\": {}}, \"credsStore\": \"fake\"}");
        const auto logins = store({{file, false}});
        QCOMPARE(logins->loginOf("gcr.io").place, Place::DockerHelper);
        const auto found = find(*logins, "gcr.io");
        QVERIFY(found);
        QCOMPARE(found->username, "gcr.io");
        QCOMPARE(found->password, secret);
        QCOMPARE(find(*logins, "docker.io")->username, "https://index.docker.io/v1/");
        QVERIFY(find(*logins, "quay.io")->isEmpty()); // nobody has logged in there: it is not asked
        QVERIFY(!logins->loginOf("quay.io").exists());
        QCOMPARE(logins->registries(), QStringList({"docker.io", "gcr.io"}));
    }

    void takesATokenOfAHelper()
    {
        const auto token = parseHelperAnswer("{\"Username\":\"<token>\",\"Secret\":\"t\"}");
        QCOMPARE(token->identityToken, "t");
        QVERIFY(token->username.isEmpty());
        for (const QByteArray &bad :
             {QByteArray(), QByteArray("[]"), QByteArray("{}"), QByteArray("{\"Username\":1}"),
              QByteArray("{\"Username\":\"a\"}"), QByteArray("s3cret")}) {
            const auto answer = parseHelperAnswer(bad);
            QVERIFY(!answer);
            quiet(answer.error());
        }
    }

    void survivesBadHelpers_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("words");
        QTest::newRow("fails") << QByteArray("echo s3cret; echo s3cret >&2; exit 3\n") << "exit code 3";
        QTest::newRow("no JSON") << QByteArray("echo s3cret\n") << "no JSON object";
        QTest::newRow("too much") << QByteArray("head -c 1000000 /dev/zero\n") << "more than";
        QTest::newRow("hangs") << QByteArray("exec sleep 60\n") << "did not answer";
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$\n") << "crashed";
    }
    void survivesBadHelpers()
    {
        QFETCH(QByteArray, script);
        helper("bad", script);
        std::optional<Result<Credential>> answer;
        askCredentialHelper(
            "bad", "quay.io", this, [&](const Result<Credential> &found) { answer = found; }, 1500);
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 10'000);
        QVERIFY(!*answer);
        QFETCH(QString, words);
        QVERIFY2(answer->error().message.contains(words.toStdString()), answer->error().message.c_str());
        quiet(answer->error());
    }

    void aHelperWithoutALoginIsNoFailure()
    {
        helper("none", "echo 'credentials not found in native keychain'; exit 1\n");
        const QString file = write("config.json", "{\"credHelpers\": {\"gcr.io\": \"none\"}}");
        const auto found = find(*store({{file, false}}), "gcr.io");
        QVERIFY2(found, found ? "" : found.error().message.c_str());
        QVERIFY(found->isEmpty());
    }

    void aHelperThatIsMissingIsSaid()
    {
        const QString file = write("config.json", "{\"credHelpers\": {\"gcr.io\": \"not-here\"}}");
        const auto found = find(*store({{file, false}}), "gcr.io");
        QVERIFY(!found);
        QVERIFY(found.error().message.contains("docker-credential-not-here is not installed"));
    }

    void aHelperEndsWithWhoAsked()
    {
        helper("slow", "echo $$ > " + m_folder->filePath("pid").toUtf8() + "; exec sleep 60\n");
        auto asker = std::make_unique<QObject>();
        bool answered = false;
        askCredentialHelper("slow", "quay.io", asker.get(),
                            [&](const Result<Credential> &) { answered = true; });
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_folder->filePath("pid")).size() > 1, 5000);
        asker.reset();
        QFile file(m_folder->filePath("pid"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pid = file.readAll().trimmed();
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists("/proc/" + QString::fromLatin1(pid)), 5000);
        QVERIFY(!answered);
    }

    // ---- ours

    void keepsALoginInTheKeyring()
    {
        const auto logins = store();
        QSignalSpy changed(logins.get(), &CredentialStore::changed);
        const auto kept =
            save(*logins, "quay.io", {.username = "alice", .password = secret, .identityToken = {}});
        QVERIFY(kept);
        QCOMPARE(*kept, Place::Keyring);
        QCOMPARE(changed.count(), 1);
        QFile file(m_folder->filePath("own/logins.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("s3cret"));
        QCOMPARE(find(*logins, "quay.io")->password, secret);
        QCOMPARE(logins->loginOf("quay.io"), Login(Place::Keyring, "alice"));
        m_keyring->locked = true;
        const auto locked = find(*logins, "quay.io");
        QVERIFY(!locked);
        QVERIFY(locked.error().message.contains("unlock it"));
        m_keyring->locked = false;
        QVERIFY(forget(*logins, "quay.io"));
        QVERIFY(m_keyring->kept.isEmpty());
        QVERIFY(find(*logins, "quay.io")->isEmpty());
    }

    void keepsALoginInAFileWhereThereIsNoKeyring()
    {
        for (const bool keyring : {false, true}) {
            const auto logins = store({}, keyring);
            if (keyring)
                m_keyring->locked = true;
            const auto kept =
                save(*logins, "quay.io", {.username = "alice", .password = secret, .identityToken = {}});
            QVERIFY(kept);
            QCOMPARE(*kept, Place::OwnFile);
            struct stat status = {};
            QCOMPARE(::stat(m_folder->filePath("own/logins.json").toLocal8Bit().constData(), &status), 0);
            QCOMPARE(status.st_mode & 0777, 0600U);
            QCOMPARE(find(*logins, "quay.io")->password, secret);
            QVERIFY(forget(*logins, "quay.io"));
            QVERIFY(!logins->loginOf("quay.io").exists());
        }
    }

    void aFileThatOthersCouldReadIsClosed()
    {
        const QString path = write("own/logins.json", "{\"logins\": {}}");
        QFile::setPermissions(path,
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
        const auto logins = store({}, false);
        QVERIFY(save(*logins, "quay.io", {.username = "alice", .password = secret, .identityToken = {}}));
        struct stat status = {};
        QCOMPARE(::stat(path.toLocal8Bit().constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600U);
    }

    void theDesktopsOwnKeyringOrTheFile()
    {
        CredentialStore logins(std::make_unique<DesktopKeyring>(), m_folder->filePath("own/logins.json"), {});
        const auto kept =
            save(logins, "quayside.test", {.username = "alice", .password = secret, .identityToken = {}});
        QVERIFY(kept);
        QCOMPARE(*kept, realKeyring() ? Place::Keyring : Place::OwnFile);
        const auto found = find(logins, "quayside.test");
        QVERIFY2(found, found ? "" : found.error().message.c_str());
        QCOMPARE(found->password, secret);
        QVERIFY(forget(logins, "quayside.test"));
        QVERIFY(find(logins, "quayside.test")->isEmpty());
    }

    void keepsATokenInPlaceOfThePassword()
    {
        const auto logins = store();
        QVERIFY(save(*logins, "docker.io", {.username = "alice", .password = {}, .identityToken = "t"}));
        const auto found = find(*logins, "docker.io");
        QCOMPARE(found->identityToken, "t");
        QVERIFY(found->password.isEmpty());
    }

    void oursComesBeforeDockersAndDockersBeforePodmans()
    {
        const QString docker =
            write("config.json", "{\"auths\": {\"quay.io\": {\"auth\": \"" + authOf("docker", "1") + "\"}}}");
        const QString podman =
            write("auth.json", "{\"auths\": {\"quay.io\": {\"auth\": \"" + authOf("podman", "2") +
                                   "\"}, \"only.example.org\": {\"auth\": \"" + authOf("p", "3") + "\"}}}");
        const auto logins = store({{docker, false}, {podman, true}});
        QCOMPARE(logins->loginOf("quay.io"), Login(Place::Docker, "docker"));
        QCOMPARE(find(*logins, "only.example.org")->password, "3");
        QCOMPARE(logins->loginOf("only.example.org").place, Place::Podman);
        QVERIFY(save(*logins, "quay.io", {.username = "own", .password = "0", .identityToken = {}}));
        QCOMPARE(find(*logins, "quay.io")->username, "own");
        QVERIFY(forget(*logins, "quay.io"));
        QCOMPARE(find(*logins, "quay.io")->username, "docker");
        // Docker's file is docker's.
        const auto refused = forget(*logins, "quay.io");
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains("docker logout quay.io"));
    }

    void aDamagedFileIsSaidAndNotOverwritten()
    {
        const QString path = write("own/logins.json", "s3cret, but no JSON");
        const auto logins = store();
        QCOMPARE(logins->problems().size(), 1);
        QVERIFY(!logins->problems().first().contains("s3cret"));
        QVERIFY(!find(*logins, "quay.io"));
        QVERIFY(!save(*logins, "quay.io", {.username = "a", .password = "b", .identityToken = {}}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("s3cret"));
    }
};

QTEST_GUILESS_MAIN(tst_Logins)
#include "tst_logins.moc"

// The same calls over every way to an engine; and what is said where a way is closed.
#include "engine/server/transport/listener.h"
#include "models/client/endpoint.h"
#include "models/client/engineclient.h"
#include "models/client/sshtunnel.h"
#include "tests/models/client/answer.h"
#include "tests/models/client/clientroutes.h"
#include "tests/models/client/sshserver.h"
#include "tests/models/client/tlsrelay.h"

#include <QBuffer>
#include <QDir>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace quayside;
using namespace quayside::client;
using namespace quayside::test;

class tst_Transports : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    server::Router m_router;
    std::unique_ptr<server::Listener> m_listener;
    QString m_path;
    SshServer m_ssh;

    static QString tlsAddress(int port, const QString &certificates, const QString &host = "127.0.0.1")
    {
        return QStringLiteral("tcp://%1:%2?certificates=%3").arg(host).arg(port).arg(certificates);
    }
    QString problemAt(const QString &address)
    {
        EngineClient client(address);
        Answer<api::Ping> answer;
        client.ping(this, answer.done());
        return answer.wait() ? QString() : QString::fromStdString(answer.result->error().message);
    }
    // A short answer, a large upload, a stream in both directions, and its half that ends first.
    void checkAllKinds(const QString &address)
    {
        EngineClient client(address);
        Answer<api::Ping> ping;
        client.ping(this, ping.done());
        QVERIFY2(ping.wait(), ping.result->has_value() ? "" : ping.result->error().message.c_str());
        QCOMPARE(ping.result->value().apiVersion, "1.51");

        QBuffer archive;
        archive.setData(QByteArray(8 << 20, 'a'));
        QVERIFY(archive.open(QIODevice::ReadOnly));
        Answer<void> load;
        client.load(&archive, this, nullptr, nullptr, load.done());
        QVERIFY2(load.wait(), load.result->has_value() ? "" : load.result->error().message.c_str());
        QCOMPARE(uploaded.load(), std::size_t(8 << 20));

        Answer<TerminalStream *> attach;
        QObject context;
        client.attach("tty", {}, &context, attach.done());
        QVERIFY(attach.wait());
        TerminalStream *stream = **attach.result;
        QByteArray received;
        bool ended = false;
        connect(stream, &TerminalStream::received, this,
                [&](api::Stream, const QByteArray &bytes) { received += bytes; });
        connect(stream, &TerminalStream::ended, this, [&] { ended = true; });
        stream->write("hello\n");
        QTRY_VERIFY_WITH_TIMEOUT(received.contains("hello"), 10'000);
        stream->closeInput();
        QTRY_VERIFY_WITH_TIMEOUT(ended, 20'000);
    }

private slots:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN); // as in the engine, which answers here
        m_router.add(containerRoutes());
        m_router.add(otherRoutes());
        m_path = m_folder.filePath("engine.sock");
        m_listener = std::make_unique<server::Listener>(m_router);
        QVERIFY(m_listener->open(m_path.toStdString()));
    }

    void readsAddresses()
    {
        using Kind = Endpoint::Kind;
        QCOMPARE(Endpoint::parse("unix:///run/docker.sock").value().text(), "/run/docker.sock");
        const Endpoint ssh = Endpoint::parse("ssh://me@box:2222/run/user/1/podman.sock?identity=/k").value();
        QCOMPARE(ssh, (Endpoint{Kind::Ssh, "/run/user/1/podman.sock", "me", "box", 2222, {}, "/k"}));
        QCOMPARE(Endpoint::parse(ssh.text()).value(), ssh);
        QCOMPARE(Endpoint::parse("ssh://box").value().path, "/run/quayside/engine.sock");
        const Endpoint tls = Endpoint::parse("tcp://box?certificates=/a%20b").value();
        QCOMPARE(tls, (Endpoint{Kind::Tls, {}, {}, "box", 2376, "/a b", {}}));
        QCOMPARE(Endpoint::parse(tls.text()).value(), tls);
        QCOMPARE(Endpoint::parse("tcp://127.0.0.1").value().kind, Kind::Plain);
        QCOMPARE(Endpoint::parse("tcp://localhost:99").value().port, 99);
        QVERIFY(!ssh.computer().isEmpty() && ssh.isRemote());
    }

    void refusesAddresses_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::newRow("tcp://box:2375") << "not be encrypted";
        QTest::newRow("tcp://127.0.0.1.evil.org") << "not be encrypted";
        QTest::newRow("ssh://-oProxyCommand=id/x") << "ssh://";
        QTest::newRow("ssh://-oProxyCommand%3Did@box") << "ssh://";
        QTest::newRow("ssh://me:secret@box") << "password";
        QTest::newRow("ssh://box/a:b") << "colon";
        QTest::newRow("http://box") << "unix:///";
        QTest::newRow("box") << "unix:///";
    }
    void refusesAddresses()
    {
        QFETCH(QString, sentence);
        const auto endpoint = Endpoint::parse(QTest::currentDataTag());
        QVERIFY(!endpoint);
        QVERIFY2(endpoint.error().message.contains(sentence.toStdString()), endpoint.error().message.c_str());
    }

    void overASocket() { checkAllKinds(m_path); }

    void overTls()
    {
        Authority authority;
        if (!authority.isMade())
            QSKIP("missing openssl");
        const QString certificates = authority.issue("127.0.0.1");
        const TlsRelay relay(certificates, m_path);
        QVERIFY(relay.isListening());
        checkAllKinds(tlsAddress(relay.port(), certificates));
    }

    void whatIsShownMustBeTrue()
    {
        Authority right, wrong;
        if (!right.isMade())
            QSKIP("missing openssl");
        const QString mine = right.issue("127.0.0.1");
        const TlsRelay other(wrong.issue("127.0.0.1"), m_path), named(right.issue("elsewhere"), m_path),
            old(right.issue("127.0.0.1", -1), m_path);
        const auto said = [&](const TlsRelay &relay) { return problemAt(tlsAddress(relay.port(), mine)); };
        QVERIFY2(said(other).contains("not signed by the authority"), qPrintable(said(other)));
        QVERIFY2(said(named).contains("another name (elsewhere)"), qPrintable(said(named)));
        QVERIFY2(said(old).contains("has expired on"), qPrintable(said(old)));
        // The other side believes nobody of another authority, nor one who shows nothing.
        const TlsRelay relay(mine, m_path);
        const QString stranger = wrong.issue("127.0.0.1");
        QFile::remove(stranger + "/ca.pem");
        QFile::copy(mine + "/ca.pem", stranger + "/ca.pem");
        const QString refused = problemAt(tlsAddress(relay.port(), stranger));
        QVERIFY2(refused.contains("does not accept the certificates"), qPrintable(refused));
    }

    void saysWhatIsMissing()
    {
        const QString nowhere = problemAt(tlsAddress(1, m_folder.filePath("none")));
        QVERIFY2(nowhere.contains("none/ca.pem cannot be read"), qPrintable(nowhere));
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const int port = closed.serverPort();
        closed.close();
        const QString nobody = problemAt(QStringLiteral("tcp://127.0.0.1:%1").arg(port));
        QVERIFY2(nobody.contains("No engine answers at 127.0.0.1:"), qPrintable(nobody));
    }

    void sshIsTold()
    {
        const Endpoint endpoint = Endpoint::parse("ssh://me@box:22/run/e.sock").value();
        const QStringList words = SshTunnel::arguments(endpoint, "/tmp/x", false);
        QVERIFY(words.contains("BatchMode=yes") && words.contains("/tmp/x:/run/e.sock"));
        QCOMPARE(words.mid(words.size() - 2), QStringList({"--", "box"}));
        QVERIFY(!SshTunnel::arguments(endpoint, "/tmp/x", true).contains("BatchMode=yes"));
        const auto said = [&](const QString &words) {
            return QString::fromStdString(SshTunnel::explain(endpoint, words).message);
        };
        QVERIFY(
            said("ssh: Could not resolve hostname box: Name or service not known").contains("No computer"));
        QVERIFY(
            said("channel 2: open failed: administratively prohibited: open failed").contains("forwards no"));
        QVERIFY(said("kex_exchange_identification: broken").contains("broken"));
        QVERIFY(said("").contains("has ended"));
    }

    void overSsh()
    {
        if (const QString missing = SshServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable("missing " + missing));
        QVERIFY2(m_ssh.start(), qPrintable(m_ssh.log()));
        m_ssh.trustHost();
        checkAllKinds(m_ssh.address(m_path));
        // Nothing of it stays, neither the program nor its socket.
        const QDir runtime(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
        QVERIFY(runtime.entryList({"quayside-ssh-*"}, QDir::Dirs).isEmpty());
    }

    void sshSaysWhy()
    {
        if (m_ssh.port() == 0)
            QSKIP("missing openssh-server");
        const auto said = [&](const QString &address) { return problemAt(address); };
        const QString none = said(m_ssh.address(m_folder.filePath("nobody.sock")));
        QVERIFY2(none.contains("No engine answers on 127.0.0.1"), qPrintable(none));
        QString stranger = m_ssh.address(m_path);
        stranger = stranger.section('?', 0, 0) + "?identity=" + m_ssh.strangeKey();
        QVERIFY2(said(stranger).contains("does not let you in"), qPrintable(said(stranger)));
        m_ssh.trustHost(false);
        QVERIFY2(said(m_ssh.address(m_path)).contains("is not the one that is known"),
                 qPrintable(said(m_ssh.address(m_path))));
        m_ssh.distrustHost();
        QVERIFY2(said(m_ssh.address(m_path)).contains("not known yet"),
                 qPrintable(said(m_ssh.address(m_path))));
    }
};

QTEST_GUILESS_MAIN(tst_Transports)
#include "tst_transports.moc"

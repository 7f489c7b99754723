// The client against Docker's own engine, which the test starts for itself.
#include "models/client/engineclient.h"
#include "tests/models/client/answer.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace quayside;
using namespace quayside::client;
using namespace quayside::test;

class TestDockerd : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{"/var/tmp/quayside-dockerd-XXXXXX"};
    QProcess m_dockerd;
    std::unique_ptr<EngineClient> m_client;
    std::string m_image;

    std::string create(const std::string &name, std::vector<std::string> command, bool tty = false,
                       bool stdinOpen = false)
    {
        api::ContainerCreateRequest request;
        request.image = "busybox:test";
        request.cmd = std::move(command);
        request.tty = tty;
        request.openStdin = request.attachStdin = stdinOpen;
        request.hostConfig.networkMode = "none";
        Answer<api::ContainerCreateResponse> created;
        m_client->createContainer(name, request, this, created.done());
        return created.wait() ? created.result->value().id : std::string();
    }
    Result<void> start(const std::string &id)
    {
        Answer<void> started;
        m_client->startContainer(id, this, started.done());
        return started.wait();
    }
    void remove(const std::string &id)
    {
        Answer<void> removed;
        m_client->removeContainer(id, {.force = true}, this, removed.done());
        QVERIFY(removed.wait());
    }

private slots:
    void initTestCase()
    {
        const QString socket = m_folder.filePath("docker.sock");
        m_dockerd.setStandardErrorFile(m_folder.filePath("log"));
        m_dockerd.start("dockerd", {"--data-root", m_folder.filePath("root"), "--exec-root",
                                    m_folder.filePath("exec"), "--host", "unix://" + socket, "--pidfile",
                                    m_folder.filePath("pid"), "--bridge=none", "--iptables=false"});
        m_client = std::make_unique<EngineClient>("unix://" + socket);
        for (int i = 0; i < 60; ++i) {
            Answer<api::Ping> ping;
            m_client->ping(this, ping.done());
            if (ping.wait())
                return;
            QVERIFY2(m_dockerd.state() != QProcess::NotRunning, "dockerd does not start on this machine");
            QTest::qWait(500);
        }
        QFAIL("dockerd did not come up in 30 s");
    }
    void cleanupTestCase()
    {
        m_client.reset();
        m_dockerd.terminate();
        QVERIFY(m_dockerd.waitForFinished(30'000));
    }

    void factsOfTheEngine()
    {
        Answer<api::SystemVersion> version;
        m_client->version(this, version.done());
        QVERIFY2(version.wait(), version.result->has_value() ? "" : version.result->error().message.c_str());
        QVERIFY(!version.result->value().apiVersion.empty());
        Answer<api::SystemInfo> info;
        m_client->info(this, info.done());
        QVERIFY2(info.wait(), info.result->has_value() ? "" : info.result->error().message.c_str());
        QVERIFY(info.result->value().ncpu > 0);
        Answer<api::Capabilities> capabilities;
        m_client->capabilities(this, capabilities.done());
        QVERIFY(!capabilities.wait());
        QCOMPARE(capabilities.result->error().kind, ErrorKind::NotFound);
        Answer<std::vector<api::Network>> networks;
        m_client->listNetworks({}, this, networks.done());
        QVERIFY(networks.wait());
        QVERIFY(!networks.result->value().empty());
        Answer<api::VolumeListResponse> volumes;
        m_client->listVolumes({}, this, volumes.done());
        QVERIFY(volumes.wait());
    }

    void importSaveLoadTagRemove()
    {
        QProcess tar;
        QDir(m_folder.path()).mkpath("rootfs/bin");
        QVERIFY(
            QFile::copy(QStandardPaths::findExecutable("busybox"), m_folder.filePath("rootfs/bin/busybox")));
        QVERIFY(QFile::link("busybox", m_folder.filePath("rootfs/bin/sh")));
        tar.start("tar", {"-C", m_folder.filePath("rootfs"), "-c", "."});
        Answer<std::string> imported;
        m_client->importImage(&tar, {.repository = "busybox", .tag = "test", .changes = {"ENV A=b"}}, this,
                              nullptr, nullptr, imported.done());
        QVERIFY2(imported.wait(),
                 imported.result->has_value() ? "" : imported.result->error().message.c_str());
        m_image = **imported.result;
        Answer<api::ImageInspect> image;
        m_client->inspectImage("busybox:test", this, image.done());
        QVERIFY(image.wait());
        QCOMPARE(image.result->value().id, m_image);
        QCOMPARE(image.result->value().config.env.at(0), "A=b");
        Answer<void> tagged;
        m_client->tagImage("busybox:test", "other/name", "x", this, tagged.done());
        QVERIFY(tagged.wait());
        QBuffer archive;
        QVERIFY(archive.open(QIODevice::ReadWrite));
        Answer<void> saved;
        m_client->save({"other/name:x"}, &archive, this, nullptr, saved.done());
        QVERIFY(saved.wait());
        QVERIFY(archive.size() > 1'000'000);
        Answer<std::vector<api::ImageDeleteItem>> removed;
        m_client->removeImage("other/name:x", {}, this, removed.done());
        QVERIFY(removed.wait());
        QCOMPARE(removed.result->value().at(0).untagged, "other/name:x");
        archive.seek(0);
        Answer<void> loaded;
        std::string said;
        m_client->load(
            &archive, this, nullptr, [&](const Progress &line) { said += line.stream; }, loaded.done());
        QVERIFY(loaded.wait());
        QVERIFY2(said.contains("other/name:x"), said.c_str());
        Answer<std::vector<api::ImageSummary>> images;
        m_client->listImages({}, this, images.done());
        QVERIFY(images.wait());
        QCOMPARE(images.result->value().at(0).repoTags.size(), 2u);
        Answer<std::vector<api::ImageHistoryItem>> history;
        m_client->imageHistory("busybox:test", this, history.done());
        QVERIFY(history.wait());
    }

    void runAndReadItsLog()
    {
        std::vector<std::string> actions;
        const Call events = m_client->events(
            {}, this, nullptr, [&](const api::Event &event) { actions.push_back(event.action); }, nullptr);
        const std::string id = create("web", {"/bin/sh", "-c", "echo out; echo err >&2; exit 7"});
        QVERIFY(!id.empty());
        Answer<api::WaitResponse> waited;
        m_client->waitContainer(id, "next-exit", this, waited.done());
        const auto started = start(id);
        QVERIFY2(started, started ? "" : started.error().message.c_str());
        QVERIFY(waited.wait());
        QCOMPARE(waited.result->value().statusCode, 7);
        QByteArray out, err;
        Answer<void> end;
        m_client->logs(
            id, {}, this,
            [&](api::Stream stream, QByteArrayView bytes) {
                (stream == api::Stream::Stderr ? err : out) += bytes;
            },
            end.done());
        QVERIFY(end.wait());
        QCOMPARE(out, "out\n");
        QCOMPARE(err, "err\n");
        Answer<std::vector<api::ContainerSummary>> list;
        m_client->listContainers({.all = true}, this, list.done());
        QVERIFY(list.wait());
        QCOMPARE(list.result->value().at(0).state, "exited");
        Answer<api::ContainerInspect> inspect;
        m_client->inspectContainer("web", this, inspect.done());
        QVERIFY(inspect.wait());
        QCOMPARE(inspect.result->value().state.exitCode, 7);
        remove(id);
        QTRY_VERIFY(std::ranges::find(actions, "destroy") != actions.end());
        QVERIFY(std::ranges::find(actions, "die") != actions.end());
        events.cancel();
    }

    void terminalAndExec()
    {
        const std::string id = create("shell", {"/bin/sh"}, true, true);
        Answer<TerminalStream *> attached;
        m_client->attach(id, {}, this, attached.done());
        QVERIFY(attached.wait());
        std::unique_ptr<TerminalStream> terminal(**attached.result);
        QByteArray shown;
        connect(terminal.get(), &TerminalStream::received, this,
                [&](api::Stream, const QByteArray &bytes) { shown += bytes; });
        QVERIFY(start(id));
        Answer<void> resized;
        m_client->resizeContainer(id, 40, 100, this, resized.done());
        QVERIFY(resized.wait());
        terminal->write("echo a$((20+3))b\n");
        QTRY_VERIFY_WITH_TIMEOUT(shown.contains("a23b"), 10'000);

        Answer<std::string> made;
        m_client->createExec(id,
                             {.attachStdin = true,
                              .attachStdout = true,
                              .attachStderr = true,
                              .cmd = {"/bin/sh", "-c", "/bin/busybox cat; echo e >&2; exit 3"}},
                             this, made.done());
        QVERIFY(made.wait());
        Answer<TerminalStream *> opened;
        m_client->startExec(**made.result, {}, this, opened.done());
        QVERIFY(opened.wait());
        std::unique_ptr<TerminalStream> exec(**opened.result);
        QByteArray out, err;
        bool ended = false;
        connect(exec.get(), &TerminalStream::received, this,
                [&](api::Stream stream, const QByteArray &bytes) {
                    (stream == api::Stream::Stderr ? err : out) += bytes;
                });
        connect(exec.get(), &TerminalStream::ended, this, [&] { ended = true; });
        exec->write(QByteArray(300'000, 'x'));
        exec->closeInput();
        QTRY_VERIFY_WITH_TIMEOUT(ended, 10'000);
        QCOMPARE(out.size(), 300'000);
        QCOMPARE(err, "e\n");
        Answer<api::ExecInspect> inspected;
        m_client->inspectExec(**made.result, this, inspected.done());
        QVERIFY(inspected.wait());
        QCOMPARE(inspected.result->value().exitCode, 3);
        Answer<void> stopped;
        m_client->stopContainer(id, {.seconds = 0}, this, stopped.done());
        QVERIFY(stopped.wait());
        QTRY_VERIFY(!terminal->isOpen());
        remove(id);
    }
};

int main(int argc, char **argv)
{
    if (::geteuid() != 0 || QStandardPaths::findExecutable("dockerd").isEmpty()) {
        qInfo("skipped: needs root and dockerd");
        return 77;
    }
    QCoreApplication application(argc, argv);
    TestDockerd test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_dockerd.moc"

#include "tests/gui/realengine.h"

#include "models/client/engineclient.h"
#include "tests/folders.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <unistd.h>

using namespace quayside;

RealEngine::RealEngine() = default;

RealEngine::~RealEngine()
{
    if (m_process.state() == QProcess::Running) {
        removeContainers();
        removeNetworks();
        if (m_bridge.isEmpty())
            m_bridge = bridgeName();
        stop();
    }
    // It and its rules stay for the containers of an engine that comes back; this one does not, even where a
    // test has stopped it.
    if (m_bridge.startsWith("qs-")) {
        QProcess::execute("ip", {"link", "delete", m_bridge});
        QProcess::execute("nft", {"delete", "table", "inet", "quayside-" + m_bridge.mid(3)});
    }
}

QString RealEngine::missing()
{
    if (::geteuid() != 0)
        return "root: the engine makes namespaces and mounts";
    for (const char *program : {"quayside-engine", "quayside-stage", "quayside-worker"}) {
        const QString path = QStringLiteral(QUAYSIDE_BIN_DIR "/%1").arg(program);
        if (!QFileInfo(path).isExecutable())
            return path + ": build it first";
    }
    return {};
}

bool RealEngine::start()
{
    QDir().mkpath(m_folder.filePath("root"));
    QDir().mkpath(m_folder.filePath("run"));
    m_process.setStandardErrorFile(m_folder.filePath("engine.log"), QIODevice::Append);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(QStringLiteral(QUAYSIDE_BIN_DIR "/quayside-engine"),
                    {"--root", m_folder.filePath("root"), "--run-dir", m_folder.filePath("run"), "--socket",
                     socketPath()});
    if (!m_process.waitForStarted())
        return false;
    bool answers = false;
    client::EngineClient client(socketPath());
    for (int i = 0; i < 200 && !answers && m_process.state() == QProcess::Running; ++i) {
        bool done = false;
        client.ping(&client, [&](const Result<api::Ping> &ping) {
            answers = ping.has_value();
            done = true;
        });
        (void)QTest::qWaitFor([&] { return done; }, 1000);
        if (!answers)
            QTest::qWait(50);
    }
    if (answers && m_bridge.isEmpty())
        m_bridge = bridgeName();
    return answers;
}

void RealEngine::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished(2000);
}

QString RealEngine::log() const
{
    QFile file(m_folder.filePath("engine.log"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().right(2000)) : QString();
}

QString RealEngine::bridgeName()
{
    client::EngineClient client(socketPath());
    std::optional<QString> name;
    client.inspectNetwork("bridge", &client, [&](const Result<api::Network> &network) {
        name = QString();
        if (network && network->options.contains("com.docker.network.bridge.name"))
            name = QString::fromStdString(network->options.at("com.docker.network.bridge.name"));
    });
    (void)QTest::qWaitFor([&] { return name.has_value(); }, 5000);
    return name.value_or(QString());
}

// Those that a test made: their bridges would be in the way of the next one.
void RealEngine::removeNetworks()
{
    client::EngineClient client(socketPath());
    int left = -1;
    client.listNetworks({}, &client, [&](const Result<std::vector<api::Network>> &list) {
        left = 0;
        if (!list)
            return;
        for (const api::Network &network : *list) {
            if (network.name == "bridge" || network.name == "host" || network.name == "none")
                continue;
            ++left;
            client.removeNetwork(network.id, &client, [&](const Result<> &) { --left; });
        }
    });
    (void)QTest::qWaitFor([&] { return left == 0; }, 120'000); // a thousand take half a minute
}

void RealEngine::removeContainers()
{
    client::EngineClient client(socketPath());
    int left = -1;
    client.listContainers({.all = true}, &client,
                          [&](const Result<std::vector<api::ContainerSummary>> &list) {
                              left = list ? int(list->size()) : 0;
                              if (!list)
                                  return;
                              for (const api::ContainerSummary &container : *list)
                                  client.removeContainer(container.id, {.force = true, .volumes = true},
                                                         &client, [&](const Result<> &) { --left; });
                          });
    (void)QTest::qWaitFor([&] { return left == 0; }, 30'000);
}

#include "tests/gui/peerengine.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>

#include <csignal>

#include <unistd.h>

PeerEngine::~PeerEngine()
{
    if (m_process.state() == QProcess::Running) {
        QProcess list;
        list.start("docker", {"-H", "unix://" + socketPath(), "ps", "-aq"});
        list.waitForFinished(20'000);
        const QStringList ids =
            QString::fromLatin1(list.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            docker(QStringList{"rm", "-f", "-v"} + ids);
        m_process.terminate();
        if (!m_process.waitForFinished(20'000)) {
            m_process.kill();
            m_process.waitForFinished(5000);
        }
    }
    endItsProcesses();
    unmountWhatIsLeft();
    m_folder.remove();
}

QString PeerEngine::missing() const
{
    if (::geteuid() != 0)
        return "root: that engine makes namespaces and mounts";
    const QString engine = m_kind == Kind::Docker ? "dockerd" : "podman";
    for (const QString &program : {engine, QString("docker"), QString("busybox"), QString("unshare")}) {
        if (QStandardPaths::findExecutable(program).isEmpty() &&
            QStandardPaths::findExecutable(program, {"/usr/sbin", "/sbin"}).isEmpty())
            return "the program " + program;
    }
    return {};
}

QStringList PeerEngine::command() const
{
    const QString root = m_folder.filePath("root"), run = m_folder.filePath("run");
    if (m_kind == Kind::Docker)
        return {"dockerd",
                "--data-root",
                root,
                "--exec-root",
                run,
                "--pidfile",
                m_folder.filePath("pid"),
                "--host",
                "unix://" + socketPath()};
    return {"podman",
            "--root",
            root,
            "--runroot",
            run,
            "--network-config-dir",
            m_folder.filePath("networks"),
            "--cgroup-manager=cgroupfs",
            "--events-backend=file",
            "--tmpdir",
            m_folder.filePath("tmp"),
            "system",
            "service",
            "--time=0",
            "unix://" + socketPath()};
}

bool PeerEngine::start()
{
    m_process.setStandardErrorFile(m_folder.filePath("log"), QIODevice::Append);
    m_process.setStandardOutputFile(m_folder.filePath("log"), QIODevice::Append);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TMPDIR", m_folder.path()); // where Podman forgets the archives that it has loaded
    m_process.setProcessEnvironment(environment);
    m_process.start("unshare",
                    QStringList{"--net", "sh", "-c", "ip link set lo up; exec \"$@\"", "sh"} + command());
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 60'000 && m_process.state() != QProcess::NotRunning) {
        QLocalSocket probe;
        probe.connectToServer(socketPath());
        if (probe.waitForConnected(200))
            return true;
        QTest::qWait(100);
    }
    return false;
}

bool PeerEngine::docker(const QStringList &arguments) const
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(m_folder.filePath("log"), QIODevice::Append);
    process.start("docker", QStringList{"-H", "unix://" + socketPath()} + arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

bool PeerEngine::bringImage(const QString &reference)
{
    const QDir files(m_folder.filePath("files"));
    files.mkpath("bin");
    const QString busybox = QStandardPaths::findExecutable("busybox");
    if (!QFile::copy(busybox, files.filePath("bin/busybox")))
        return false;
    for (const char *applet :
         {"sh", "ls", "sleep", "echo", "stat", "cat", "id", "ps", "true", "httpd", "mkdir"})
        QFile::link("busybox", files.filePath(QString("bin/") + applet));
    const QString archive = m_folder.filePath("files.tar");
    return QProcess::execute("tar", {"-C", files.path(), "-cf", archive, "."}) == 0 &&
           docker({"import", "--change", "CMD [\"sh\"]", archive, reference});
}

QString PeerEngine::log() const
{
    QFile file(m_folder.filePath("log"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().right(2000)) : QString();
}

// Podman leaves a conmon for each command that ran in a container, which five minutes later has one more
// podman tidy up: it would make the folders anew. All of them name this engine's folder in their arguments.
void PeerEngine::endItsProcesses() const
{
    const auto endAll = [folder = m_folder.path().toLocal8Bit()] {
        int left = 0;
        for (const QString &pid : QDir("/proc").entryList({"[1-9]*"}, QDir::Dirs)) {
            QFile arguments("/proc/" + pid + "/cmdline");
            if (arguments.open(QIODevice::ReadOnly) && arguments.readAll().contains(folder)) {
                ++left;
                ::kill(pid.toInt(), SIGKILL);
            }
        }
        return left;
    };
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < 5000 && endAll() > 0)
        QTest::qWait(20);
}

// A dockerd or conmon leaves mounts below its folders.
void PeerEngine::unmountWhatIsLeft() const
{
    QFile mounts("/proc/self/mounts");
    if (!mounts.open(QIODevice::ReadOnly))
        return;
    QStringList left;
    for (const QByteArray &line : mounts.readAll().split('\n')) {
        const QString place = QString::fromUtf8(line.split(' ').value(1));
        if (place.startsWith(m_folder.path()))
            left.prepend(place);
    }
    for (const QString &place : std::as_const(left))
        QProcess::execute("umount", {"-l", place});
}

// Docker's or Podman's own engine, on folders and in a network namespace of its own, for as long as the
// object lives: the window shows them as well as ours.
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

class PeerEngine
{
public:
    enum class Kind { Docker, Podman };

    explicit PeerEngine(Kind kind) : m_kind(kind) {}
    ~PeerEngine(); // removes its containers, ends it and all that it left running, unmounts what it left,
                   // removes its folders

    // What is missing here to run it; "" where nothing is.
    [[nodiscard]] QString missing() const;
    bool start();                              // waits until it answers
    bool bringImage(const QString &reference); // one with busybox in it
    [[nodiscard]] QString socketPath() const { return m_folder.filePath("engine.sock"); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString log() const;
    // Runs the docker command on it. Whether it succeeded.
    bool docker(const QStringList &arguments) const;

private:
    [[nodiscard]] QStringList command() const;
    void endItsProcesses() const;
    void unmountWhatIsLeft() const;

    Kind m_kind;
    QTemporaryDir m_folder{"/var/tmp/quayside-peer-XXXXXX"};
    QProcess m_process;
};

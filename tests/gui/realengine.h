// quayside-engine of this build, on directories of its own, for as long as the object lives.
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

class RealEngine
{
public:
    RealEngine();
    ~RealEngine(); // removes the containers, ends the engine, removes the directories

    // What is missing to run one here; "" where nothing is.
    [[nodiscard]] static QString missing();

    bool start(); // waits until it answers
    void stop();  // SIGTERM; containers run on
    [[nodiscard]] QString socketPath() const { return m_folder.filePath("run/engine.sock"); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString log() const;

private:
    void removeContainers();
    void removeNetworks();
    QString bridgeName(); // of its default network; "" where it has made none

    QTemporaryDir m_folder{"/var/tmp/quayside-gui-XXXXXX"}; // /tmp may be a tmpfs, which overlayfs dislikes
    QString m_bridge;
    QProcess m_process;
};

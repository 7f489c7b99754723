// An ssh server of the test's own on loopback, with keys that the test has made. Its client finds a
// configuration that knows nothing else.
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace quayside::test
{

class SshServer
{
public:
    ~SshServer();

    static QString missing(); // "": all is there
    bool start();
    void stop();
    [[nodiscard]] int port() const { return m_port; }
    // For an address: ssh://USER@127.0.0.1:PORT + path, with the key that is let in.
    [[nodiscard]] QString address(const QString &path) const;
    [[nodiscard]] QString strangeKey() const { return m_folder.filePath("stranger"); }
    // In a folder that becomes ssh's: the host's key, or another in its place.
    void trustHost(bool rightKey = true) const;
    void distrustHost() const;
    [[nodiscard]] QString log() const;

private:
    bool makeKey(const QString &name) const;
    [[nodiscard]] QString knownHosts() const;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace quayside::test

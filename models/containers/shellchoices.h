// What a shell in a container may be opened with: the shells that the container has, and its users.
#pragma once

#include "models/client/engineclient.h"
#include "models/common/boundedbuffer.h"
#include "models/common/tarfile.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace quayside::models
{

// The names in passwd(5), as they stand there, without doubles.
QStringList usersOf(const QByteArray &passwd);

// Asks by the calls that every engine has; nothing of the container is run for it.
class ShellChoices : public QObject
{
    Q_OBJECT

public:
    ShellChoices(client::EngineClient *client, const QString &containerId, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &shells() const { return m_shells; } // paths, the most comfortable first
    [[nodiscard]] const QStringList &users() const { return m_users; }
    // Of the image: "" is root.
    [[nodiscard]] const QString &ownUser() const { return m_ownUser; }
    [[nodiscard]] const QString &ownFolder() const { return m_ownFolder; }
    [[nodiscard]] bool isComplete() const { return m_waiting == 0; } // else more may come

signals:
    void changed();

private:
    void lookFor(int candidate);
    void readUsers();
    void answered();

    client::EngineClient *m_client;
    std::string m_id;
    QStringList m_shells, m_users;
    QString m_ownUser, m_ownFolder;
    QList<bool> m_found; // of the candidates
    int m_waiting = 0;
    BoundedBuffer m_passwd;
    TarFileReader m_reader;
};

} // namespace quayside::models

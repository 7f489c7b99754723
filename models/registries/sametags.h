// Which tags of a repository lead to one image: what goes with it when it is deleted.
#pragma once

#include "models/client/registries.h"
#include "models/registries/credentialstore.h"

#include <QObject>
#include <QStringList>

namespace quayside::models
{

// Asks for the digest of the chosen tag, then for those of the others, a few at a time. Deletes itself when
// it is over.
class SameTags : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 200; // tags that are looked at

    struct Found {
        QString digest;
        QStringList tags;    // the chosen one first
        bool allSeen = true; // false: some others were not looked at, or gave no answer
    };

    // repository: "localhost:5000/some/box". Both pointers must outlive it; it belongs to `context`.
    static void find(client::EngineClient *client, CredentialStore *credentials, const QString &repository,
                     const QString &tag, const QStringList &others, QObject *context,
                     client::Done<Found> done);

private:
    SameTags(client::EngineClient *client, const QString &repository, const QString &tag,
             const QStringList &others, QObject *context, client::Done<Found> done);
    void begin(const std::string &auth);
    void next();
    void end(Result<Found> result);

    static constexpr int atOnce = 4;

    client::EngineClient *m_client;
    QString m_repository, m_tag;
    QStringList m_left;
    client::Done<Found> m_done;
    Found m_found;
    std::string m_auth;
    int m_running = 0;
};

} // namespace quayside::models

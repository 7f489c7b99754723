// The logins of this person: our own, in the desktop's keyring or a file of mode 0600, and those of docker
// and podman.
#pragma once

#include "models/registries/credential.h"
#include "models/registries/dockerconfig.h"
#include "models/registries/keyring.h"

#include <QObject>

#include <memory>
#include <optional>

namespace quayside::models
{

// How a registry's login is known. `user`: "" where only a helper of docker's knows it.
struct Login {
    enum class Place { None, Keyring, OwnFile, Docker, DockerHelper, Podman };

    Place place = Place::None;
    QString user;

    [[nodiscard]] bool exists() const { return place != Place::None; }
    bool operator==(const Login &) const = default;
};

class CredentialStore : public QObject
{
    Q_OBJECT

public:
    // keyring: nullptr for none. fileName: our own file, which also says what is in the keyring.
    CredentialStore(std::unique_ptr<Keyring> keyring, QString fileName, QList<DockerConfigFile> others,
                    QObject *parent = nullptr);
    // The desktop's keyring, and files where this person's are. In the test mode of QStandardPaths there is
    // no keyring, and the files of docker and podman are left alone.
    static std::unique_ptr<CredentialStore> ofThisPerson();

    // Ours comes before docker's, docker's before podman's.
    [[nodiscard]] Login loginOf(const QString &registry) const;
    [[nodiscard]] QStringList registries() const; // with a login, sorted
    // What is wrong with files that should hold logins, in sentences.
    [[nodiscard]] QStringList problems() const;

    // An empty credential where there is no login. May ask the keyring, and it the person.
    void find(const QString &registry, QObject *context, client::Done<Credential> done) const;
    // To the keyring, else to our file: where it is now.
    void save(const QString &registry, const Credential &credential, QObject *context,
              client::Done<Login::Place> done);
    // Conflict: it is docker's or podman's, whose files are left as they are.
    void forget(const QString &registry, QObject *context, client::Done<void> done);

    // "in the keyring of the desktop", "in docker's configuration" …
    static QString shownPlace(Login::Place place);

signals:
    void changed(); // our own logins

private:
    struct Own {
        QString user, password, identityToken; // the secrets only in the file
        bool inKeyring = false;
        bool isToken = false; // what is in the keyring
    };
    [[nodiscard]] Result<QHash<QString, Own>> readOwn() const;
    Result<> writeOwn(const QHash<QString, Own> &logins);
    Result<> setOwn(const QString &registry, const std::optional<Own> &login);
    void findOwn(const QString &registry, const Own &own, QObject *context,
                 client::Done<Credential> done) const;

    std::unique_ptr<Keyring> m_keyring;
    QString m_fileName;
    QList<DockerConfigFile> m_others;
};

} // namespace quayside::models

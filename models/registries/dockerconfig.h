// What `docker login` and `podman login` have left: ~/.docker/config.json and containers/auth.json, which
// have one form. Source: docker's cli/config/configfile; containers-auth.json(5).
#pragma once

#include "engine/base/result.h"
#include "models/registries/credential.h"

#include <QHash>
#include <QStringList>

namespace quayside::models
{

struct DockerConfig {
    QHash<QString, Credential> logins; // by registry ("docker.io"); whole ones only
    QStringList named;                 // registries that have an entry, also those whose login a helper keeps
    QString store;                     // credsStore: the helper for all of them; "": none
    QHash<QString, QString> helpers;   // credHelpers: by registry

    // The program docker-credential-NAME that keeps a registry's login; "": none.
    [[nodiscard]] QString helperFor(const QString &registry) const;
};

// Bounded: a megabyte. Errors say nothing of the content. Entries that make no sense are left out, as docker
// does.
Result<DockerConfig> parseDockerConfig(const QByteArray &json);
// A file that is not there is an empty one.
Result<DockerConfig> readDockerConfig(const QString &path);

struct DockerConfigFile {
    QString path;
    bool podman = false;
};
// Where docker and podman keep them, by the environment of this program.
QList<DockerConfigFile> dockerConfigFiles();

} // namespace quayside::models

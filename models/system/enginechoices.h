// The engines that the window can open: ours, those of Docker and Podman where their sockets are there, those
// that their commands know on other computers, and addresses that a person has added.
#pragma once

#include "engine/base/result.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace quayside::models
{

struct EngineAddress {
    enum class Kind { Quayside, Docker, Podman, Other };
    Kind kind = Kind::Other; // as its path says; what really answers is known when it does
    QString socketPath;      // or the address, as client::Endpoint writes it
    bool mine = false;       // runs with the user's own rights ("rootless")
    bool added = false;      // by the person, who may forget it again
    QString name = {};       // of the context or connection that says so, or given by the person

    bool operator==(const EngineAddress &) const = default;
};

class EngineChoices
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::EngineChoices)

public:
    // Where to look. The defaults are the machine's own; tests give others.
    struct Places {
        QStringList candidates;       // sockets, listed where they exist
        QString dockerHost;           // $DOCKER_HOST: listed where it is a local socket that exists
        QString runtimeFolder;        // $XDG_RUNTIME_DIR
        QString dockerFolder = {};    // $DOCKER_CONFIG, ~/.docker: its contexts
        QStringList podmanFiles = {}; // that may hold podman's connections
    };
    static Places defaultPlaces();

    // Ours first, there or not (it can be started); then what exists; then what was added. Each once.
    static QList<EngineAddress> all(const Places &places, const QStringList &added);
    // "unix:///path", "/path" → "/path"; others as client::Endpoint writes them. InvalidArgument with a
    // sentence that says what to write instead.
    static Result<QString> parse(const QString &text);
    // "Quayside", "Docker", "Podman of your own", "Docker on host" …
    static QString title(const EngineAddress &address);
    // As it is typed and shown: "unix:///path", "ssh://host/path".
    static QString shown(const QString &address);
};

} // namespace quayside::models

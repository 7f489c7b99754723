// What a container is made of, as names and values in sections.
#pragma once

#include "engine/api/types/container.h"
#include "engine/api/types/handingover.h"

#include <QList>
#include <QString>

namespace quayside::models
{

struct SetupItem {
    enum class Link { None, Volume, Network, Url, Folder };
    QString name, value;
    bool secret = false; // looks like a password, a key or a token
    Link link = Link::None;
    QString target = {}; // of the link
};

struct SetupSection {
    enum class Kind { Mounts, Networks, Ports, Environment, Labels, Limits, Security };
    Kind kind;
    QString title;
    QList<SetupItem> items;
};

// Without sections that would be empty.
// `handed`: to whom, where the engine tells it.
QList<SetupSection> setupOf(const api::ContainerInspect &container, const api::Delegates &handed = {});

// By the variable's name, and by a password within a URL.
bool looksSecret(const QString &name, const QString &value);

} // namespace quayside::models

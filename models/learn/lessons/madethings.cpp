#include "models/learn/lessons/madethings.h"

#include "models/client/builds.h"

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr int kinds = int(MadeThing::Kind::Build) + 1;

QString plainName(const std::string &name)
{
    const QString text = QString::fromStdString(name);
    return text.startsWith(u'/') ? text.mid(1) : text;
}

} // namespace

MadeThings::MadeThings(client::EngineClient *client, const Lesson &lesson, const QStringList &otherIds,
                       bool withBuilds, QObject *parent)
    : QObject(parent), m_client(client), m_prefix(lesson.prefix()), m_withBuilds(withBuilds)
{
    for (const QString &id : otherIds) {
        const QString prefix = QStringLiteral("learn-%1-").arg(id);
        if (prefix.size() > m_prefix.size() && prefix.startsWith(m_prefix))
            m_others.append(prefix);
    }
}

bool MadeThings::isOwn(const QString &name) const
{
    return name.startsWith(m_prefix) &&
           std::ranges::none_of(m_others, [&](const QString &other) { return name.startsWith(other); });
}

// The prefix with a dash, or nothing after it: "learn-layers:1", "learn-layers-two:1".
bool MadeThings::isOwnImage(const QString &name) const
{
    const QString repository = name.section(u':', 0, 0);
    return isOwn(repository + u'-');
}

void MadeThings::find()
{
    look([this](const QList<MadeThing> &things) { emit found(things); });
}

void MadeThings::look(std::function<void(const QList<MadeThing> &)> then)
{
    m_things.clear();
    m_then = std::move(then);
    m_waiting = m_withBuilds ? kinds : kinds - 1;
    using Kind = MadeThing::Kind;
    using Pairs = QList<std::pair<QString, QString>>;
    m_client->listContainers(
        {.all = true}, this, [this](const Result<std::vector<api::ContainerSummary>> &list) {
            Pairs pairs;
            for (const auto &one : list ? *list : std::vector<api::ContainerSummary>())
                pairs.append({QString::fromStdString(one.id),
                              one.names.empty() ? QString() : plainName(one.names.front())});
            took(Kind::Container, pairs);
        });
    m_client->listNetworks({}, this, [this](const Result<std::vector<api::Network>> &list) {
        Pairs pairs;
        for (const auto &one : list ? *list : std::vector<api::Network>())
            pairs.append({QString::fromStdString(one.id), QString::fromStdString(one.name)});
        took(Kind::Network, pairs);
    });
    m_client->listVolumes({}, this, [this](const Result<api::VolumeListResponse> &list) {
        Pairs pairs;
        for (const auto &one : list ? list->volumes : std::vector<api::Volume>())
            pairs.append({QString::fromStdString(one.name), QString::fromStdString(one.name)});
        took(Kind::Volume, pairs);
    });
    m_client->listImages({}, this, [this](const Result<std::vector<api::ImageSummary>> &list) {
        Pairs pairs;
        for (const auto &one : list ? *list : std::vector<api::ImageSummary>()) {
            for (const std::string &tag : one.repoTags)
                pairs.append({QString::fromStdString(tag), QString::fromStdString(tag)});
        }
        took(Kind::Image, pairs);
    });
    if (!m_withBuilds)
        return;
    client::listBuilds(*m_client, 0, this, [this](const Result<std::vector<api::BuildRecord>> &list) {
        Pairs pairs;
        for (const auto &one : list ? *list : std::vector<api::BuildRecord>()) {
            if (!one.tags.empty())
                pairs.append({QString::fromStdString(one.id), QString::fromStdString(one.tags.front())});
        }
        took(Kind::Build, pairs);
    });
}

void MadeThings::took(MadeThing::Kind kind, const QList<std::pair<QString, QString>> &things)
{
    const bool isImage = kind == MadeThing::Kind::Image || kind == MadeThing::Kind::Build;
    for (const auto &[id, name] : things) {
        if (isImage ? isOwnImage(name) : isOwn(name))
            m_things.append({kind, id, name});
    }
    if (--m_waiting > 0)
        return;
    std::ranges::stable_sort(m_things, {}, &MadeThing::kind);
    std::exchange(m_then, {})(m_things);
}

void MadeThings::removeAll()
{
    m_problems.clear();
    look([this](const QList<MadeThing> &) { removeKind(0); });
}

// One kind after the other: what is in use cannot go.
void MadeThings::removeKind(int kind)
{
    m_kind = kind;
    if (kind == kinds) {
        emit removed(m_problems.join(u'\n'));
        return;
    }
    QList<MadeThing> now;
    std::ranges::copy_if(m_things, std::back_inserter(now),
                         [kind](const MadeThing &thing) { return int(thing.kind) == kind; });
    m_waiting = int(now.size());
    if (now.isEmpty())
        removeKind(kind + 1);
    for (const MadeThing &thing : now)
        removeOne(thing);
}

void MadeThings::removeOne(const MadeThing &thing)
{
    const std::string id = thing.id.toStdString();
    const auto done = [this, thing](const Result<> &result) { removedOne(thing, result); };
    switch (thing.kind) {
    case MadeThing::Kind::Container:
        m_client->removeContainer(id, {.force = true, .volumes = true}, this, done);
        break;
    case MadeThing::Kind::Network:
        m_client->removeNetwork(id, this, done);
        break;
    case MadeThing::Kind::Volume:
        m_client->removeVolume(id, false, this, done);
        break;
    case MadeThing::Kind::Image:
        m_client->removeImage(id, {}, this, [done](const Result<std::vector<api::ImageDeleteItem>> &result) {
            done(result ? Result<>() : std::unexpected(result.error()));
        });
        break;
    case MadeThing::Kind::Build:
        client::removeBuild(*m_client, id, this, done);
        break;
    }
}

void MadeThings::removedOne(const MadeThing &thing, const Result<> &result)
{
    if (!result && result.error().kind != ErrorKind::NotFound)
        m_problems.append(
            QStringLiteral("%1: %2").arg(thing.name, QString::fromStdString(result.error().message)));
    if (--m_waiting == 0)
        removeKind(m_kind + 1);
}

} // namespace quayside::models

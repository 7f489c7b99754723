// What a lesson has made in the engine, told by the names: exactly that can be removed.
#pragma once

#include "models/client/engineclient.h"
#include "models/learn/lessons/lesson.h"

namespace quayside::models
{

struct MadeThing {
    // In the order in which they go: a container first, which frees the others.
    enum class Kind { Container, Network, Volume, Image, Build };
    Kind kind = Kind::Container;
    QString id, name; // id: of an image its name
    bool operator==(const MadeThing &) const = default;
};

class MadeThings : public QObject
{
    Q_OBJECT

public:
    // otherIds: of lessons whose things are not this one's, though their names begin like them. withBuilds:
    // the engine keeps records of builds.
    MadeThings(client::EngineClient *client, const Lesson &lesson, const QStringList &otherIds,
               bool withBuilds, QObject *parent = nullptr);

    [[nodiscard]] bool isOwn(const QString &name) const;      // of a container, a volume, a network
    [[nodiscard]] bool isOwnImage(const QString &name) const; // "learn-layers:1"

    void find();
    void removeAll(); // what is found then

signals:
    void found(const QList<quayside::models::MadeThing> &things);
    void removed(const QString &problem); // "": all is gone

private:
    void look(std::function<void(const QList<MadeThing> &)> then);
    void took(MadeThing::Kind kind, const QList<std::pair<QString, QString>> &things);
    void removeKind(int kind);
    void removeOne(const MadeThing &thing);
    void removedOne(const MadeThing &thing, const Result<> &result);

    client::EngineClient *m_client;
    QString m_prefix;
    QStringList m_others; // their prefixes
    bool m_withBuilds;
    QList<MadeThing> m_things;
    std::function<void(const QList<MadeThing> &)> m_then;
    int m_waiting = 0;
    int m_kind = 0;
    QStringList m_problems;
};

} // namespace quayside::models

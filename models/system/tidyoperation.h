// "Tidy up all": removes what a person has ticked, one after the other.
#pragma once

#include "models/client/engineclient.h"
#include "models/common/operation.h"

#include <QList>

namespace quayside::models
{

struct TidyItem {
    // In the order in which they go: a container first, which frees its image.
    enum class Kind { Container, Network, Image, Volume, BuildCache };
    Kind kind = Kind::Container;
    // id: of an image one of its names, or its id where it has none; of the cache of builds ""
    QString id, name;

    [[nodiscard]] QString key() const; // "image:sha256:…"
    bool operator==(const TidyItem &) const = default;
};

class TidyOperation : public Operation
{
    Q_OBJECT

public:
    TidyOperation(client::EngineClient *client, QList<TidyItem> items, QObject *parent = nullptr);

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void next();
    void removeOne(const TidyItem &item);
    void onRemoved(const TidyItem &item, const Result<> &result);

    client::EngineClient *m_client;
    QList<TidyItem> m_left;
    qint64 m_count;
    QStringList m_refused;
    client::Call m_call;
};

} // namespace quayside::models

#include "models/system/tidyoperation.h"

#include "models/client/diskusage.h"
#include "models/client/resources.h"

#include <QTimer>

#include <algorithm>
#include <array>

namespace quayside::models
{

QString TidyItem::key() const
{
    static constexpr std::array names = {"container", "network", "image", "volume", "cache"};
    return QStringLiteral("%1:%2").arg(QLatin1String(names[std::size_t(kind)]), id);
}

TidyOperation::TidyOperation(client::EngineClient *client, QList<TidyItem> items, QObject *parent)
    : Operation(tr("Tidy up"), parent), m_client(client), m_left(std::move(items)), m_count(m_left.size())
{
    std::ranges::stable_sort(m_left, {}, &TidyItem::kind);
    QTimer::singleShot(0, this, &TidyOperation::next);
}

void TidyOperation::next()
{
    if (!isRunning())
        return;
    setProgress(m_count - m_left.size(), m_count);
    if (!m_left.isEmpty()) {
        const TidyItem item = m_left.takeFirst();
        setDetail(item.kind == TidyItem::Kind::BuildCache ? tr("Emptying the cache of builds")
                                                          : tr("Removing %1").arg(item.name));
        removeOne(item);
    } else if (m_refused.isEmpty()) {
        succeed(tr("%n thing(s) removed", nullptr, int(m_count)));
    } else {
        failWith(tr("%n of them could not be removed: %1", nullptr, int(m_refused.size()))
                     .arg(m_refused.join(QStringLiteral("; "))));
    }
}

void TidyOperation::removeOne(const TidyItem &item)
{
    const std::string id = item.id.toStdString();
    const client::Done<void> done = [this, item](const Result<> &result) { onRemoved(item, result); };
    const auto doneWith = [this, item](const auto &result) {
        onRemoved(item, result ? Result<>() : Result<>(std::unexpected(result.error())));
    };
    switch (item.kind) {
    case TidyItem::Kind::Container:
        m_call = m_client->removeContainer(id, {}, this, done);
        return;
    case TidyItem::Kind::Network:
        m_call = m_client->removeNetwork(id, this, done);
        return;
    case TidyItem::Kind::Image:
        m_call = m_client->removeImage(id, {}, this, doneWith);
        return;
    case TidyItem::Kind::Volume:
        m_call = m_client->removeVolume(id, false, this, done);
        return;
    case TidyItem::Kind::BuildCache:
        m_call = client::pruneBuildCache(*m_client, this, doneWith);
        return;
    }
}

// One that somebody has taken into use meanwhile is refused, and the others go.
void TidyOperation::onRemoved(const TidyItem &item, const Result<> &result)
{
    if (result)
        addLogLine(item.kind == TidyItem::Kind::BuildCache ? tr("The cache of builds is empty")
                                                           : tr("%1 is removed").arg(item.name));
    else if (result.error().kind != ErrorKind::NotFound) { // gone: that is what was wanted
        m_refused.append(QString::fromStdString(result.error().message));
        addLogLine(m_refused.last());
    }
    next();
}

} // namespace quayside::models

// The lists that are fetched when somebody looks, and who uses what is in them.
#include "models/system/enginesession.h"

#include "models/client/resources.h"

#include <algorithm>

namespace quayside::models
{

void EngineSession::fetchNetworks()
{
    m_networkList.cancel();
    m_networkList = m_client.listNetworks({}, this, [this](const Result<std::vector<api::Network>> &list) {
        if (!list)
            return;
        QList<NetworkRow> rows;
        const QHash<QString, QStringList> use = networkUse();
        for (const api::Network &network : *list) {
            NetworkRow row = toRow(network);
            row.containers = usersOf(row, use);
            rows.append(row);
        }
        m_networks.sync(rows);
        m_networksLoaded = true;
        emit networksListed();
    });
}

void EngineSession::fetchVolumes()
{
    m_volumeList.cancel();
    m_volumeList = m_client.listVolumes({}, this, [this](const Result<api::VolumeListResponse> &list) {
        if (!list)
            return;
        const QHash<QString, QStringList> use = volumeUse();
        QList<VolumeRow> rows;
        for (const api::Volume &volume : list->volumes) {
            VolumeRow row = toRow(volume);
            row.containers = use.value(row.name);
            const VolumeRow *before = m_volumes.find(row.key());
            if (row.size < 0 && before != nullptr)
                row.size = before->size; // until the new ones are measured
            rows.append(row);
        }
        m_volumes.sync(rows);
        m_volumesLoaded = true;
        emit volumesListed();
        measureVolumes();
    });
}

// The list does not wait for sizes: an engine may have to walk through all files for them.
void EngineSession::measureVolumes()
{
    m_volumeSizes.cancel();
    if (m_volumes.rowCount() == 0)
        return;
    m_volumeSizes = client::volumeSizes(m_client, this, [this](const auto &sizes) {
        if (sizes)
            m_volumes.setSizes(*sizes);
    });
}

QHash<QString, QStringList> EngineSession::networkUse() const
{
    QHash<QString, QStringList> use;
    for (const ContainerRow &row : m_containers.rows()) {
        for (const QString &network : row.networks)
            use[network].append(row.name);
    }
    return use;
}

QHash<QString, QStringList> EngineSession::volumeUse() const
{
    QHash<QString, QStringList> use;
    for (const ContainerRow &row : m_containers.rows()) {
        for (const MountedVolume &volume : row.volumes) {
            if (!use[volume.name].contains(row.name))
                use[volume.name].append(row.name);
        }
    }
    return use;
}

// Not restarted: a steady stream of events must not starve it.
void EngineSession::countUseSoon()
{
    if (!m_countUse.isActive())
        m_countUse.start();
}

// One that starts or ends goes on using what it uses.
void EngineSession::countIfUsesChange(const QList<ContainerRow> &rows)
{
    const auto usesOther = [this](const ContainerRow &row) {
        const ContainerRow *before = m_containers.find(row.id);
        return before != nullptr && (row.name != before->name || row.imageId != before->imageId ||
                                     row.networks != before->networks || row.volumes != before->volumes);
    };
    if (std::ranges::any_of(rows, usesOther))
        countUseSoon();
}

void EngineSession::countUse()
{
    m_images.setUsage(imageUse());
    m_networks.setUsage(networkUse());
    m_volumes.setUsage(volumeUse());
}

QHash<QString, int> EngineSession::imageUse() const
{
    QHash<QString, int> use;
    for (const ContainerRow &row : m_containers.rows())
        ++use[row.imageId];
    return use;
}

} // namespace quayside::models

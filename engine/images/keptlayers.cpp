#include "engine/images/keptlayers.h"

#include <algorithm>
#include <charconv>

namespace quayside::images
{
namespace
{

constexpr const char *kind = "kept-layer";

// "SECONDS DOCUMENT"
std::string documentOf(const LayerRecord &layer, KeptLayers::Time since)
{
    return std::format("{} {}", std::chrono::floor<std::chrono::seconds>(since).time_since_epoch().count(),
                       encode(layer));
}

std::optional<std::pair<LayerRecord, KeptLayers::Time>> parse(std::string_view document)
{
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(document.data(), document.data() + document.size(), seconds);
    if (error != std::errc() || end == document.data() + document.size() || seconds < 0)
        return std::nullopt;
    auto layer = decodeLayerRecord(document.substr(static_cast<std::size_t>(end - document.data()) + 1));
    if (!layer)
        return std::nullopt;
    return std::pair(*std::move(layer), KeptLayers::Time(std::chrono::seconds(seconds)));
}

} // namespace

Result<std::unique_ptr<KeptLayers>> KeptLayers::open(Records &records, Time now)
{
    TRY(const auto documents, records.all(kind));
    auto kept = std::make_unique<KeptLayers>(records);
    std::vector<std::string> bad;
    for (const auto &[id, document] : documents) {
        auto parsed = parse(document);
        if (parsed && parsed->first.id == id && parsed->second <= now)
            kept->m_layers[id] = {std::move(parsed->first), parsed->second};
        else
            bad.push_back(id);
    }
    kept->forget(bad);
    kept->releaseOld(now);
    return kept;
}

void KeptLayers::keep(const LayerRecord &layer, Time now)
{
    const std::scoped_lock lock(m_mutex);
    m_layers[layer.id] = {layer, now};
    // Where the record is lost the layer is fetched again, no more.
    (void)m_records.put(kind, layer.id, documentOf(layer, now), Durability::Normal);
}

void KeptLayers::forget(const std::vector<std::string> &ids)
{
    std::vector<Records::Change> changes;
    for (const std::string &id : ids) {
        m_layers.erase(id);
        changes.push_back({kind, id, {}});
    }
    if (!changes.empty())
        (void)m_records.apply(changes, Durability::Normal); // one that comes back is collected in a day
}

void KeptLayers::release(const std::vector<LayerRecord> &layers)
{
    const std::scoped_lock lock(m_mutex);
    std::vector<std::string> ids;
    for (const LayerRecord &layer : layers)
        if (m_layers.contains(layer.id))
            ids.push_back(layer.id);
    forget(ids);
}

void KeptLayers::releaseAll()
{
    release(all());
}

void KeptLayers::releaseOld(Time now)
{
    std::vector<LayerRecord> old;
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &[id, kept] : m_layers)
            if (kept.since + keptFor <= now)
                old.push_back(kept.layer);
    }
    release(old);
}

std::vector<LayerRecord> KeptLayers::all() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<LayerRecord> layers;
    for (const auto &[id, kept] : m_layers)
        layers.push_back(kept.layer);
    return layers;
}

std::optional<LayerRecord> KeptLayers::find(const std::string &chainId) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_layers.find(chainId);
    return found == m_layers.end() ? std::nullopt : std::optional(found->second.layer);
}

std::optional<KeptLayers::Time> KeptLayers::nextEnd() const
{
    const std::scoped_lock lock(m_mutex);
    std::optional<Time> first;
    for (const auto &[id, kept] : m_layers)
        first = std::min(first.value_or(Time::max()), kept.since + keptFor);
    return first;
}

} // namespace quayside::images

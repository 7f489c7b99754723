// What there is: list, inspect, history.
#include "engine/images/imageservice.h"

#include "engine/images/content/digest.h"
#include "engine/images/content/reference.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include <time.h>

namespace quayside::images
{
namespace
{

std::int64_t sizeOf(const ImageRecord &image)
{
    std::uint64_t size = 0;
    for (const LayerRecord &layer : image.layers)
        size += layer.size;
    return static_cast<std::int64_t>(size);
}

// How many images have a layer.
using LayerUse = std::map<storage::LayerId, int>;

LayerUse layerUse(const std::vector<Catalog::Tagged> &images)
{
    LayerUse uses;
    for (const Catalog::Tagged &tagged : images)
        for (const LayerRecord &layer : tagged.image->layers)
            ++uses[layer.id];
    return uses;
}

std::int64_t sharedBytes(const ImageRecord &image, const LayerUse &uses)
{
    std::uint64_t bytes = 0;
    for (const LayerRecord &layer : image.layers)
        if (uses.at(layer.id) > 1)
            bytes += layer.size;
    return static_cast<std::int64_t>(bytes);
}

// "until": seconds since 1970, RFC 3339, or a duration before now ("90s", "10m", "24h").
Result<std::int64_t> instantOf(const std::string &text)
{
    std::int64_t number = 0;
    const char *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error == std::errc() && rest == end)
        return number;
    if (error == std::errc() && rest + 1 == end && std::string_view("smh").contains(*rest))
        return ::time(nullptr) - number * (*rest == 's' ? 1 : *rest == 'm' ? 60 : 3600);
    if (const std::int64_t seconds = secondsOf(text); seconds != 0)
        return seconds;
    return fail(ErrorKind::InvalidArgument, "\"{}\" is neither a time nor a duration", text);
}

struct Bounds {
    std::optional<std::int64_t> before, since;
    bool dangling = false, danglingGiven = false;
};

bool referenceFits(const std::vector<std::string> &patterns, const std::string &name)
{
    const std::string repository = name.substr(0, name.rfind(':'));
    return std::ranges::any_of(patterns, [&](const std::string &pattern) {
        return globMatches(pattern, name) || globMatches(pattern, repository);
    });
}

Result<Bounds> boundsOf(const Catalog &catalog, std::uint32_t viewer, const api::Filters &filters)
{
    CHECK(filters.allow({"dangling", "label", "label!", "before", "since", "reference", "until", "id"}));
    Bounds bounds{.danglingGiven = filters.contains("dangling")};
    TRY(bounds.dangling, filters.flag("dangling", false));
    const auto earlier = [&](std::int64_t time) {
        bounds.before = std::min(bounds.before.value_or(time), time);
    };
    for (const std::string &name : filters.of("before")) {
        TRY(const Catalog::Tagged image, catalog.find(viewer, name));
        earlier(secondsOf(image.image->document.created));
    }
    for (const std::string &name : filters.of("since")) {
        TRY(const Catalog::Tagged image, catalog.find(viewer, name));
        const std::int64_t time = secondsOf(image.image->document.created);
        bounds.since = std::max(bounds.since.value_or(time), time);
    }
    for (const std::string &text : filters.of("until")) {
        TRY(const std::int64_t time, instantOf(text));
        earlier(time);
    }
    return bounds;
}

bool fits(const Catalog::Tagged &tagged, const api::Filters &filters, const Bounds &bounds)
{
    const std::int64_t created = secondsOf(tagged.image->document.created);
    const auto &ids = filters.of("id");
    const std::string hex = hexOf(tagged.image->id);
    const bool idFits = ids.empty() || std::ranges::any_of(ids, [&](const std::string &id) {
                            return hex.starts_with(id.starts_with("sha256:") ? id.substr(7) : id);
                        });
    return idFits && filters.matchesLabels(tagged.image->document.config.labels) &&
           (!bounds.danglingGiven || bounds.dangling == tagged.names.empty()) &&
           (!bounds.before || created < *bounds.before) && (!bounds.since || created > *bounds.since);
}

} // namespace

Result<std::vector<api::ImageSummary>> ImageService::list(const Peer &peer, bool sharedSize,
                                                          const api::Filters &filters) const
{
    TRY(const Bounds bounds, boundsOf(*m_catalog, peer.uid, filters));
    std::vector<api::ImageSummary> list;
    auto seen = m_catalog->all(peer.uid);
    const LayerUse uses = sharedSize ? layerUse(seen) : LayerUse();
    for (Catalog::Tagged &tagged : seen) {
        if (!fits(tagged, filters, bounds))
            continue;
        if (filters.contains("reference")) {
            std::erase_if(tagged.names,
                          [&](const auto &name) { return !referenceFits(filters.of("reference"), name); });
            if (tagged.names.empty())
                continue;
        }
        api::ImageSummary summary;
        summary.id = tagged.image->id;
        summary.repoTags = tagged.names;
        summary.repoDigests = tagged.digests;
        summary.created = secondsOf(tagged.image->document.created);
        summary.size = sizeOf(*tagged.image);
        if (sharedSize)
            summary.sharedSize = sharedBytes(*tagged.image, uses);
        summary.labels = tagged.image->document.config.labels;
        list.push_back(std::move(summary));
    }
    std::ranges::sort(list, [](const auto &a, const auto &b) {
        return a.created != b.created ? a.created > b.created : a.id < b.id;
    });
    return list;
}

std::int64_t ImageService::layersSize(const Peer &peer) const
{
    std::int64_t bytes = 0;
    std::set<storage::LayerId> counted;
    for (const Catalog::Tagged &tagged : m_catalog->all(peer.uid))
        for (const LayerRecord &layer : tagged.image->layers)
            if (counted.insert(layer.id).second)
                bytes += static_cast<std::int64_t>(layer.size);
    return bytes;
}

Result<api::ImageInspect> ImageService::inspect(const Peer &peer, const std::string &nameOrId) const
{
    TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, nameOrId));
    const ImageRecord &image = *found.image;
    const ImageDocument &document = image.document;
    api::ImageInspect inspect;
    inspect.id = image.id;
    inspect.repoTags = found.names;
    inspect.repoDigests = found.digests;
    inspect.comment = document.comment.empty() && !document.history.empty() ? document.history.back().comment
                                                                            : document.comment;
    inspect.created = document.created;
    inspect.dockerVersion = document.dockerVersion;
    inspect.author = document.author;
    inspect.config = document.config;
    inspect.architecture = document.architecture;
    inspect.variant = document.variant;
    inspect.os = document.os;
    inspect.osVersion = document.osVersion;
    inspect.size = sizeOf(image);
    inspect.graphDriver.name = "overlay2";
    std::string lower;
    for (auto layer = image.layers.rbegin(); layer != image.layers.rend(); ++layer) {
        const std::string path = m_options.root + "/layers/" + layer->id + "/diff";
        if (layer == image.layers.rbegin())
            inspect.graphDriver.data["UpperDir"] = path;
        else
            lower += (lower.empty() ? "" : ":") + path;
    }
    if (!lower.empty())
        inspect.graphDriver.data["LowerDir"] = lower;
    inspect.rootFS.layers = document.diffIds;
    if (found.lastTagTime != 0)
        inspect.metadata.lastTagTime = rfc3339(found.lastTagTime);
    return inspect;
}

Result<std::vector<api::ImageHistoryItem>> ImageService::history(const Peer &peer,
                                                                 const std::string &nameOrId) const
{
    TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, nameOrId));
    std::vector<api::ImageHistoryItem> items;
    std::size_t layer = 0;
    for (const ImageDocument::Step &step : found.image->document.history) {
        api::ImageHistoryItem item;
        item.created = secondsOf(step.created);
        item.createdBy = step.createdBy;
        item.comment = step.comment;
        if (!step.emptyLayer && layer < found.image->layers.size())
            item.size = static_cast<std::int64_t>(found.image->layers[layer++].size);
        items.push_back(std::move(item));
    }
    // Layers that the history does not tell of: their sizes would be lost otherwise.
    for (; layer < found.image->layers.size(); ++layer) {
        api::ImageHistoryItem item;
        item.size = static_cast<std::int64_t>(found.image->layers[layer].size);
        items.push_back(std::move(item));
    }
    std::ranges::reverse(items); // newest first
    if (!items.empty()) {
        items.front().id = found.image->id;
        items.front().tags = found.names;
    }
    return items;
}

} // namespace quayside::images

#include "engine/build/cache/cache.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"

#include <algorithm>
#include <format>
#include <numeric>

namespace quayside::build
{
namespace
{

using api::Json;

constexpr const char *kind = "build_step";
constexpr std::size_t mostNamed = 5;    // reasons in one sentence
constexpr std::size_t mostParts = 2000; // that are kept of a step; a COPY of a big tree has more

// With its length in front, so that no two lists give the same bytes.
void add(images::Sha256 &sum, const std::string &text)
{
    sum.add(std::to_string(text.size()) + ":" + text);
}

std::string encode(const CachedStep &step)
{
    Json parts = Json::array();
    for (const auto &part : step.parts)
        parts.push_back({part.name, part.value});
    Json j = {{"owner", step.owner},     {"key", step.key},
              {"parent", step.parent},   {"parts", std::move(parts)},
              {"place", step.place},     {"description", step.description},
              {"created", step.created}, {"createdNs", step.createdNs},
              {"usedNs", step.usedNs},   {"uses", step.uses},
              {"tookNs", step.tookNs},   {"why", step.why}};
    if (step.layer)
        j["layer"] = images::encode(*step.layer);
    return j.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<CachedStep> decode(const std::string &document)
{
    try {
        const Json j = Json::parse(document);
        CachedStep step{.owner = j.at("owner"),
                        .key = j.at("key"),
                        .parent = j.at("parent"),
                        .place = j.at("place"),
                        .description = j.at("description"),
                        .created = j.at("created"),
                        .createdNs = j.at("createdNs"),
                        .usedNs = j.at("usedNs"),
                        .uses = j.at("uses"),
                        .tookNs = j.at("tookNs"),
                        .why = j.at("why")};
        for (const auto &part : j.at("parts"))
            step.parts.push_back({part.at(0), part.at(1)});
        if (j.contains("layer")) {
            auto layer = images::decodeLayerRecord(j.at("layer").get<std::string>());
            if (!layer)
                return std::nullopt;
            step.layer = *std::move(layer);
        }
        step.savedNs = step.usedNs;
        return step;
    } catch (const Json::exception &) {
        return std::nullopt;
    }
}

// What is named of the parts: all of the others, and files up to a bound.
std::vector<KeyPart> bounded(std::vector<KeyPart> parts)
{
    if (parts.size() > mostParts)
        parts.resize(mostParts);
    return parts;
}

bool isMeant(const PruneRequest &request, const CachedStep &step, bool shared)
{
    const auto fits = [](const std::set<std::string> &wanted, const std::string &value) {
        return wanted.empty() || wanted.contains(value);
    };
    return request.means("regular") && fits(request.ids, step.key) && fits(request.parents, step.parent) &&
           fits(request.descriptions, step.description) && (!request.shared || *request.shared == shared) &&
           (!request.unusedBefore || step.usedNs < *request.unusedBefore);
}

} // namespace

std::string StepKey::digest() const
{
    images::Sha256 sum;
    add(sum, parent);
    for (const auto &part : parts) {
        add(sum, part.name);
        add(sum, part.value);
    }
    return images::hexOf(sum.digest());
}

std::string whyDifferent(const CachedStep *last, const StepKey &now)
{
    if (!last)
        return {};
    std::map<std::string, std::string> before;
    for (const auto &part : last->parts)
        before.emplace(part.name, part.value);
    std::vector<std::string> names;
    auto parts = now.parts;
    parts.insert(parts.end(), now.details.begin(), now.details.end());
    const bool complete = last->parts.size() < mostParts && parts.size() < mostParts;
    for (const auto &part : parts) {
        const auto known = before.find(part.name);
        if (known == before.end() ? complete : known->second != part.value)
            names.push_back(part.name + (known == before.end() ? " is new" : " has changed"));
        if (known != before.end())
            before.erase(known);
    }
    if (complete)
        for (const auto &[name, value] : before)
            names.push_back(name + " is gone");
    // What was copied is named by its files; the sum of them is the cause only where no file is.
    if (names.size() > 1)
        std::erase_if(names, [](const std::string &name) { return name.starts_with("files "); });
    if (names.empty())
        return last->parent != now.parent ? "a step before it has changed" : "";
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), mostNamed); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > mostNamed ? std::format("{} and {} more", text, names.size() - mostNamed) : text;
}

std::string Cache::idOf(const Id &id)
{
    return std::to_string(id.first) + ":" + id.second;
}

Result<std::unique_ptr<Cache>> Cache::open(Records &records)
{
    auto cache = std::make_unique<Cache>(records);
    TRY(const auto documents, records.all(kind));
    std::vector<Records::Change> damaged;
    for (const auto &[id, document] : documents) {
        auto step = decode(document);
        if (!step || id != idOf({step->owner, step->key})) {
            damaged.push_back({kind, id, {}});
            continue;
        }
        auto &place = cache->m_places[{step->owner, step->place}];
        const auto known = cache->m_steps.find({step->owner, place});
        if (known == cache->m_steps.end() || known->second.createdNs < step->createdNs)
            place = step->key;
        const Id key{step->owner, step->key};
        cache->m_steps.emplace(key, *std::move(step));
    }
    if (!damaged.empty())
        CHECK(records.apply(damaged, Durability::Normal));
    return cache;
}

std::optional<CachedStep> Cache::find(std::uint32_t owner, const std::string &key) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_steps.find({owner, key});
    return found == m_steps.end() ? std::nullopt : std::optional(found->second);
}

std::optional<CachedStep> Cache::lastAt(std::uint32_t owner, const std::string &place) const
{
    const std::scoped_lock lock(m_mutex);
    const auto key = m_places.find({owner, place});
    if (key == m_places.end())
        return std::nullopt;
    const auto found = m_steps.find({owner, key->second});
    return found == m_steps.end() ? std::nullopt : std::optional(found->second);
}

Result<> Cache::save(std::vector<CachedStep> made, const std::vector<std::string> &used, std::uint32_t owner,
                     std::int64_t nowNs)
{
    const std::scoped_lock lock(m_mutex);
    std::vector<Records::Change> changes;
    for (auto &step : made) {
        step.parts = bounded(std::move(step.parts));
        step.savedNs = step.usedNs;
        changes.push_back({kind, idOf({step.owner, step.key}), encode(step)});
    }
    for (const auto &key : used)
        if (const auto step = m_steps.find({owner, key}); step != m_steps.end()) {
            step->second.usedNs = nowNs;
            ++step->second.uses;
            if (nowNs - step->second.savedNs < usageGrainNs)
                continue;
            step->second.savedNs = nowNs;
            changes.push_back({kind, idOf(step->first), encode(step->second)});
        }
    // A record that a power cut takes costs a step that is run again.
    if (!changes.empty())
        CHECK(m_records.apply(changes, Durability::Normal));
    for (auto &step : made) {
        const Id id{step.owner, step.key};
        m_places[{step.owner, step.place}] = step.key;
        m_steps.insert_or_assign(id, std::move(step));
    }
    return {};
}

std::vector<CachedStep> Cache::all(std::uint32_t viewer) const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<CachedStep> steps;
    for (const auto &[id, step] : m_steps)
        if (viewer == 0 || id.first == viewer)
            steps.push_back(step);
    return steps;
}

std::vector<storage::LayerId> Cache::layers() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<storage::LayerId> ids;
    for (const auto &[id, step] : m_steps)
        if (step.layer)
            ids.push_back(step.layer->id);
    return ids;
}

std::uint64_t keptBytes(const PruneRequest &request, std::uint64_t total, std::uint64_t available)
{
    std::uint64_t kept = request.mostBytes > 0 ? request.mostBytes : request.reservedBytes > 0 ? 0 : total;
    if (available < request.minFreeBytes)
        kept = std::min(kept, total - std::min(total, request.minFreeBytes - available));
    return std::max(kept, request.reservedBytes);
}

CacheExtent Cache::extent(std::uint32_t owner) const
{
    const std::scoped_lock lock(m_mutex);
    CacheExtent found;
    std::set<std::string_view> counted;
    for (auto step = m_steps.lower_bound({owner, ""}); step != m_steps.end() && step->first.first == owner;
         ++step) {
        const auto &known = step->second;
        if (known.layer && counted.insert(known.layer->id).second)
            found.bytes += known.layer->size;
        if (found.oldestNs == 0 || known.usedNs < found.oldestNs)
            found.oldestNs = known.usedNs;
    }
    return found;
}

Result<std::vector<CachedStep>> Cache::prune(std::uint32_t owner, const PruneRequest &request,
                                             const std::set<storage::LayerId> &shared,
                                             std::uint64_t available)
{
    auto steps = all(owner);
    std::erase_if(steps, [&](const CachedStep &step) { return request.onlyOwn && step.owner != owner; });
    std::ranges::sort(steps, std::ranges::greater{}, &CachedStep::usedNs);
    std::set<storage::LayerId> counted = shared;
    std::vector<std::uint64_t> sizes; // of what only the cache has, each layer once: with its latest use
    for (const auto &step : steps)
        sizes.push_back(step.layer && counted.insert(step.layer->id).second ? step.layer->size : 0);
    const std::uint64_t total = std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
    const std::uint64_t limit = keptBytes(request, total, available);
    std::vector<CachedStep> gone;
    std::vector<Records::Change> changes;
    std::set<storage::LayerId> lost;
    std::uint64_t kept = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto &step = steps[i];
        const std::string layer = step.layer ? step.layer->id : "";
        const bool fits = request.isLimited() && kept + sizes[i] <= limit && !lost.contains(layer);
        if (fits || !isMeant(request, step, shared.contains(layer))) {
            kept += sizes[i];
            continue;
        }
        if (step.layer)
            lost.insert(layer); // what an older step has of it goes too
        changes.push_back({kind, idOf({step.owner, step.key}), {}});
        gone.push_back(std::move(step));
    }
    if (changes.empty())
        return gone;
    CHECK(m_records.apply(changes, Durability::Full));
    const std::scoped_lock lock(m_mutex);
    for (const auto &step : gone)
        m_steps.erase({step.owner, step.key});
    return gone;
}

} // namespace quayside::build

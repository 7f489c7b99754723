// Images from registries and to them.
#include "engine/images/imageservice.h"

#include "engine/api/json.h"
#include "engine/images/content/reference.h"
#include "engine/images/registry/indexfetch.h"
#include "engine/images/registry/push.h"
#include "engine/images/registry/registries.h"

#include <algorithm>
#include <map>

namespace quayside::images
{
namespace
{

// "linux/arm64/v8", "arm64".
Result<Platform> platformOf(const std::string &text)
{
    if (text.empty())
        return hostPlatform();
    std::vector<std::string> parts{""};
    for (const char c : text)
        if (c == '/')
            parts.emplace_back();
        else
            parts.back() += c;
    if (parts.size() == 1)
        parts.insert(parts.begin(), "linux");
    if (parts.size() > 3 || parts[0] != "linux" || parts[1].empty())
        return fail(ErrorKind::InvalidArgument,
                    "invalid platform \"{}\": linux/ARCHITECTURE[/VARIANT] is expected", text.substr(0, 100));
    return Platform{.os = parts[0], .architecture = parts[1], .variant = parts.size() == 3 ? parts[2] : ""};
}

std::string statusLine(const std::string &status)
{
    return "{\"status\":" + api::quotedJson(status) + "}";
}

} // namespace

Session::Options ImageService::sessionOptions(const Peer &peer, const Reference &reference,
                                              const Credentials &credentials,
                                              const std::function<bool()> &cancelled) const
{
    return {.settings = m_options.registries ? m_options.registries() : RegistrySettings(),
            .domain = reference.domain,
            .credentials = credentials,
            .cancelled = cancelled,
            .mayRead = readingAs(peer)};
}

// Mirrors first, one after the other: one that has not what is wanted, or fails on the way, is as good as one
// that is not there.
Result<PulledImage> ImageService::fetch(PullRequest request, const ProgressSink &progress)
{
    std::map<std::string, LayerRecord> known;
    for (const Catalog::Tagged &tagged : m_catalog->all(systemUser))
        for (const LayerRecord &layer : tagged.image->layers)
            known.emplace(layer.id, layer);
    const KnownLayer find = [&](const std::string &chainId) {
        const auto found = known.find(chainId);
        return found == known.end() ? m_kept->find(chainId) : std::optional(found->second);
    };
    request.placed = [this](const LayerRecord &layer) { noteKept(layer); };
    const auto endpoints = endpointsOf(request.registry.domain, request.registry.settings);
    const auto own = std::ranges::find(endpoints, false, &Endpoint::mirror);
    for (auto mirror = endpoints.begin(); mirror != own; ++mirror) {
        request.registry.endpoints = {*mirror};
        auto pulled = images::pull(request, workshop(), find, progress);
        if (pulled || pulled.error().kind == ErrorKind::Cancelled ||
            pulled.error().kind == ErrorKind::NoSpace)
            return pulled;
    }
    request.registry.endpoints.assign(own, endpoints.end());
    return images::pull(request, workshop(), find, progress);
}

Result<> ImageService::pullOne(const Peer &peer, const PullRequest &request, const ProgressSink &progress)
{
    const Reference &reference = request.reference;
    const Making making(*this);
    auto pulled = fetch(request, progress);
    if (!pulled) {
        if (pulled.error().kind == ErrorKind::NoSpace) { // the room is worth more
            m_kept->releaseAll();
            m_blobs->partial().removeAll();
        }
        wakeCollector(); // of what came in part
        const std::lock_guard lock(m_makingMutex);
        m_collectDue = true;
        return std::unexpected(std::move(pulled).error());
    }
    const auto before = m_catalog->find(peer.uid, reference.familiar());
    const bool same = before && before->image->id == pulled->record.id;
    pulled->record.digests.insert({reference.familiarName(), pulled->manifestDigest, peer.uid});
    if (!pulled->index.digest.empty())
        pulled->record.indexes[peer.uid] = pulled->index;
    LoadedImage loaded{.record = std::move(pulled->record), .names = {}};
    if (reference.digest.empty())
        loaded.names.push_back(reference.familiar());
    CHECK(m_catalog->add({loaded}, peer.uid));
    auto kept = loaded.record.layers;
    for (const std::string &digest : pulled->index.blobs)
        kept.push_back(blobRecord(digest));
    m_kept->release(kept);
    announce("pull", loaded.record, reference.familiar(), peer.uid);
    if (progress) {
        progress(statusLine("Digest: " + pulled->manifestDigest));
        progress(
            statusLine((same ? "Status: Image is up to date for " : "Status: Downloaded newer image for ") +
                       reference.familiar()));
    }
    return {};
}

// A tag without an image for this platform, or one that has just gone, does not end the others.
Result<> ImageService::pullAllTags(const Peer &peer, PullRequest request, const ProgressSink &progress)
{
    TRY(const auto session, Session::connect(request.registry));
    TRY(const auto tags, listAllTags(*session, request.reference.path));
    std::size_t pulled = 0;
    for (const std::string &tag : tags) {
        request.reference.tag = tag;
        auto one = pullOne(peer, request, progress);
        if (!one && one.error().kind != ErrorKind::NotFound)
            return one;
        pulled += one ? 1 : 0;
        if (!one && progress)
            progress(statusLine("Left out: " + one.error().message));
    }
    if (pulled == 0)
        return fail(ErrorKind::NotFound,
                    "pulling all of {}: of its {} tags none has an image that can be pulled",
                    request.reference.familiarName(), tags.size());
    return {};
}

Result<> ImageService::pull(const Peer &peer, const PullWanted &wanted,
                            const std::function<bool()> &cancelled, const ProgressSink &progress)
{
    TRY(const Reference reference, parseReference(wanted.image));
    const bool all = wanted.allPlatforms || wanted.platform == "all"; // older docker commands send the latter
    TRY(const Platform platform, platformOf(wanted.platform == "all" ? std::string() : wanted.platform));
    PullRequest request{.reference = reference,
                        .platform = platform,
                        .allPlatforms = all,
                        .registry = sessionOptions(peer, reference, wanted.credentials, cancelled)};
    const bool named = !reference.tag.empty() || !reference.digest.empty();
    if (!named && wanted.allTags)
        return pullAllTags(peer, std::move(request), progress);
    if (!named)
        request.reference.tag = "latest";
    return pullOne(peer, request, progress);
}

std::set<std::string> ImageService::tagsHere(const Peer &peer, const Reference &repository) const
{
    std::set<std::string> tags;
    for (const Catalog::Tagged &tagged : m_catalog->all(peer.uid))
        for (const std::string &name : tagged.names)
            if (const auto one = parseReference(name);
                one && one->familiarName() == repository.familiarName())
                tags.insert(one->tag);
    return tags;
}

Result<> ImageService::push(const Peer &peer, const std::string &image, const Credentials &credentials,
                            const std::function<bool()> &cancelled, const ProgressSink &progress)
{
    TRY(Reference reference, parseReference(image));
    if (!reference.tag.empty() || !reference.digest.empty())
        return pushOne(peer, reference, credentials, cancelled, progress);
    const auto tags = tagsHere(peer, reference);
    if (tags.empty())
        return fail(ErrorKind::NotFound, "An image does not exist locally with the tag: {}",
                    reference.familiar());
    for (const std::string &tag : tags) {
        reference.tag = tag;
        CHECK(pushOne(peer, reference, credentials, cancelled, progress));
    }
    return {};
}

Result<> ImageService::pushOne(const Peer &peer, const Reference &reference, const Credentials &credentials,
                               const std::function<bool()> &cancelled, const ProgressSink &progress)
{
    const auto named = m_catalog->named(peer.uid, reference.familiar());
    if (!named || !reference.digest.empty())
        return fail(ErrorKind::NotFound, "An image does not exist locally with the tag: {}",
                    reference.familiar());
    TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, named->image));
    const Making making(*this); // its blobs stay while they are read
    PushRequest request{.reference = reference,
                        .image = *found.image,
                        .siblings = {},
                        .registry = sessionOptions(peer, reference, credentials, cancelled)};
    for (const RepoDigest &one : found.image->digests)
        if (const auto from = parseReference(one.repository);
            from && from->domain == reference.domain && from->path != reference.path && one.owner == peer.uid)
            request.siblings.insert(from->path);
    if (const KeptIndex *index = indexOf(*found.image, peer.uid))
        request.index = index->digest;
    request.registry.alsoPull = request.siblings;
    request.registry.settings.mirrors.clear(); // they are for reading
    TRY(const PushedImage pushed, images::push(request, workshop(), progress));
    if (found.image->owners.contains(peer.uid)) {
        LoadedImage known{.record = *found.image, .names = {}};
        known.record.digests.insert({reference.familiarName(), pushed.digest, peer.uid});
        for (std::size_t i = 0; i < known.record.layers.size(); ++i) {
            known.record.layers[i].sent = pushed.layers[i].sent;
            known.record.layers[i].sentSize = pushed.layers[i].sentSize;
        }
        CHECK(m_catalog->add({known}, peer.uid));
    }
    announce("push", *found.image, reference.familiar(), peer.uid);
    if (progress) {
        progress(
            statusLine(std::format("{}: digest: {} size: {}", reference.tag, pushed.digest, pushed.size)));
        progress(std::format(R"({{"progressDetail":{{}},"aux":{{"Tag":{},"Digest":{},"Size":{}}}}})",
                             api::quotedJson(reference.tag), api::quotedJson(pushed.digest), pushed.size));
    }
    return {};
}

} // namespace quayside::images

// Images from registries and to them.
#include "engine/images/imageservice.h"

#include "engine/api/json.h"
#include "engine/images/content/reference.h"
#include "engine/images/registry/pull.h"
#include "engine/images/registry/push.h"

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
        return fail(ErrorKind::InvalidArgument, "invalid platform \"{}\": linux/ARCHITECTURE[/VARIANT] is expected",
                    text.substr(0, 100));
    return Platform{.os = parts[0], .architecture = parts[1], .variant = parts.size() == 3 ? parts[2] : ""};
}

std::string statusLine(const std::string &status)
{
    return "{\"status\":" + api::quotedJson(status) + "}";
}

} // namespace

Result<> ImageService::pull(const Peer &peer, const PullWanted &wanted, const std::function<bool()> &cancelled,
                            const ProgressSink &progress)
{
    TRY(const Reference reference, parseTagged(wanted.image));
    TRY(const Platform platform, platformOf(wanted.platform));
    const Making making(*this);
    std::map<std::string, LayerRecord> known;
    for (const Catalog::Tagged &tagged : m_catalog->all(systemUser))
        for (const LayerRecord &layer : tagged.image->layers)
            known.emplace(layer.id, layer);
    const KnownLayer find = [&](const std::string &chainId) {
        const auto found = known.find(chainId);
        return found == known.end() ? std::nullopt : std::optional(found->second);
    };
    const PullRequest request{.reference = reference,
                              .platform = platform,
                              .registry = {.settings = m_options.registries,
                                           .domain = reference.domain,
                                           .credentials = wanted.credentials,
                                           .cancelled = cancelled}};
    auto pulled = images::pull(request, workshop(), find, progress);
    if (!pulled) {
        const std::lock_guard lock(m_makingMutex);
        m_collectDue = true;
        return std::unexpected(std::move(pulled).error());
    }
    const auto before = m_catalog->find(peer.uid, reference.familiar());
    const bool same = before && before->image->id == pulled->record.id;
    pulled->record.digests.insert({reference.familiarName(), pulled->manifestDigest, peer.uid});
    LoadedImage loaded{.record = std::move(pulled->record), .names = {}};
    if (reference.digest.empty())
        loaded.names.push_back(reference.familiar());
    CHECK(m_catalog->add({loaded}, peer.uid));
    announce("pull", loaded.record, reference.familiar(), peer.uid);
    if (progress) {
        progress(statusLine("Digest: " + pulled->manifestDigest));
        progress(statusLine((same ? "Status: Image is up to date for " : "Status: Downloaded newer image for ") +
                            reference.familiar()));
    }
    return {};
}

Result<> ImageService::push(const Peer &peer, const std::string &image, const Credentials &credentials,
                            const std::function<bool()> &cancelled, const ProgressSink &progress)
{
    TRY(const Reference reference, parseTagged(image));
    const auto named = m_catalog->named(peer.uid, reference.familiar());
    if (!named || !reference.digest.empty())
        return fail(ErrorKind::NotFound, "An image does not exist locally with the tag: {}", reference.familiar());
    TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, named->image));
    const Making making(*this); // its blobs stay while they are read
    PushRequest request{.reference = reference,
                        .image = *found.image,
                        .siblings = {},
                        .registry = {.settings = m_options.registries,
                                     .domain = reference.domain,
                                     .credentials = credentials,
                                     .cancelled = cancelled}};
    for (const RepoDigest &one : found.image->digests)
        if (const auto from = parseReference(one.repository);
            from && from->domain == reference.domain && from->path != reference.path && one.owner == peer.uid)
            request.siblings.insert(from->path);
    TRY(const PushedImage pushed, images::push(request, workshop(), progress));
    if (found.image->owners.contains(peer.uid)) {
        LoadedImage known{.record = *found.image, .names = {}};
        known.record.digests.insert({reference.familiarName(), pushed.digest, peer.uid});
        CHECK(m_catalog->add({known}, peer.uid));
    }
    announce("push", *found.image, reference.familiar(), peer.uid);
    if (progress) {
        progress(statusLine(std::format("{}: digest: {} size: {}", reference.tag, pushed.digest, pushed.size)));
        progress(std::format(R"({{"progressDetail":{{}},"aux":{{"Tag":{},"Digest":{},"Size":{}}}}})",
                             api::quotedJson(reference.tag), api::quotedJson(pushed.digest), pushed.size));
    }
    return {};
}

Result<> ImageService::logIn(const std::string &domain, const Credentials &credentials)
{
    TRY(const auto session, Session::connect({.settings = m_options.registries, .domain = domain, .credentials = credentials}));
    TRY(const HttpAnswer answer, session->call({.url = "/v2/"}, ""));
    if (answer.head.status == 200)
        return {};
    return registryError(answer.head, answer.body, "logging in to " + domain);
}

} // namespace quayside::images

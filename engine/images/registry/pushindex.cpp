#include "engine/images/registry/pushindex.h"

namespace quayside::images
{
namespace
{

Result<> sendBlob(const api::OCIDescriptor &blob, const PushTarget &target, const BlobStore &blobs,
                  Session &session, Transfers &transfers)
{
    TRY(const PushTarget::Place place, target.placeOf(session, blob.digest));
    if (place != PushTarget::Place::Missing) {
        transfers.say(blobStatus(place == PushTarget::Place::There ? "Layer already exists"
                                                                   : "Mounted from a sibling repository",
                                 blob.digest));
        return {};
    }
    auto file = blobs.openBlob(blob.digest);
    if (!file)
        return wrap(std::move(file).error(), "{}: pull it again with all platforms", target.what());
    return sendFile(target, session, blob, file->get(), blob.digest, transfers);
}

} // namespace

Result<> sendFile(const PushTarget &target, Session &session, const api::OCIDescriptor &blob, int file,
                  const std::string &shown, Transfers &transfers)
{
    transfers.say(blobStatus("Pushing", shown));
    BlobUpload::Content content{
        .digest = blob.digest, .file = file, .size = static_cast<std::uint64_t>(blob.size)};
    content.sent = [&, last = std::chrono::steady_clock::time_point()](std::uint64_t bytes) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < std::chrono::milliseconds(100))
            return;
        last = now;
        transfers.say(blobProgress("Pushing", shown, bytes, static_cast<std::uint64_t>(blob.size)));
    };
    CHECK(target.send(session, content));
    transfers.say(blobStatus("Pushed", shown));
    return {};
}

Result<> pushIndex(const ManifestTree &tree, const std::string &tag, const PushTarget &target,
                   const BlobStore &blobs, Session &session, Transfers &transfers)
{
    const auto wanted = blobsOf(tree);
    std::vector<std::uint64_t> sizes;
    for (const api::OCIDescriptor &blob : wanted) {
        transfers.say(blobStatus("Preparing", blob.digest));
        sizes.push_back(static_cast<std::uint64_t>(blob.size));
    }
    const auto order = largestFirst(sizes);
    CHECK(transfers.run(wanted.size(), [&](Session &one, std::size_t turn) {
        return sendBlob(wanted[order[turn]], target, blobs, one, transfers);
    }));
    for (const ManifestNode &node : tree)
        CHECK(target.sendManifest(session, &node == &tree.back() ? tag : node.descriptor.digest, node.text));
    return {};
}

} // namespace quayside::images

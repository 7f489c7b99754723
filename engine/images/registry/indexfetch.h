// All that stands behind an index, from the registry into the blobs: for platforms that nothing is unpacked
// of.
#pragma once

#include "engine/images/archive/commits.h"
#include "engine/images/content/manifesttree.h"
#include "engine/images/registry/transfers.h"

#include <vector>

namespace quayside::images
{

class IndexFetch
{
public:
    // `placed`: tells of each fetched blob that is on the disk (see blobRecord()), whatever becomes of the
    // others; on any thread. All are borrowed.
    IndexFetch(std::string repository, const Workshop &workshop, const Commits::Placed &placed,
               Transfers &transfers);
    // What of `tree` is not here: manifests, configurations and layers as they come, digests checked. All are
    // on the disk when it returns.
    Result<> run(const ManifestTree &tree);
    [[nodiscard]] bool fetchedAny() const { return m_fetchedAny; }

private:
    static Result<> read(api::ByteSource &source, const std::string &digest); // all of it, and checks it
    Result<> fetch(Session &session, const api::OCIDescriptor &blob);

    const std::string m_repository;
    const Workshop &m_workshop;
    const Commits::Placed &m_placed;
    Transfers &m_transfers;
    std::atomic<bool> m_fetchedAny = false;
};

// A blob that is no layer of the store, as a record of one: KeptLayers keeps it as it keeps layers.
LayerRecord blobRecord(const std::string &digest);

} // namespace quayside::images

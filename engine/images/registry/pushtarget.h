// The repository that a push goes to: blobs and manifests, each on the session of the thread that sends it.
#pragma once

#include "engine/images/content/reference.h"
#include "engine/images/registry/blobupload.h"

#include <set>
#include <string>

namespace quayside::images
{

class PushTarget
{
public:
    // `siblings`: repositories of the same registry that may have the blobs already.
    PushTarget(const Reference &reference, std::set<std::string> siblings);

    // How a blob comes to be there without being sent; nothing: it has to be.
    enum class Place : std::uint8_t { Missing, There, Mounted };
    Result<Place> placeOf(Session &session, const std::string &digest) const;
    Result<bool> isThere(Session &session, const std::string &digest) const;
    Result<> send(Session &session, const BlobUpload::Content &content) const; // whatever was there before
    // `name`: a tag, or the manifest's digest.
    Result<> sendManifest(Session &session, const std::string &name, const std::string &manifest) const;

    [[nodiscard]] const std::string &what() const { return m_what; } // "pushing busybox:latest"

private:
    Result<bool> mount(Session &session, const std::string &digest) const;

    const std::string m_path, m_what, m_scope; // m_path: "/v2/library/busybox"
    const std::set<std::string> m_siblings;
};

} // namespace quayside::images

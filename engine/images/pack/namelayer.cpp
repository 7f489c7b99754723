#include "engine/images/pack/namelayer.h"

#include "engine/images/content/manifest.h"
#include "engine/images/pack/hashing.h"
#include "engine/images/pack/pack.h"

#include <array>
#include <fcntl.h>
#include <string_view>
#include <sys/xattr.h>
#include <unistd.h>

namespace quayside::images
{
namespace
{

constexpr std::string_view overlayMarks = "user.overlay.";

// Origin, impure, nlink and the like tell of the layers that were below when the file was changed: of no use
// to anybody, and not a part of the tar.
void removeMarks(int file)
{
    std::array<char, 4096> names;
    const ssize_t length = ::flistxattr(file, names.data(), names.size());
    for (ssize_t at = 0; at < length;) {
        const std::string_view name(names.data() + at);
        if (name.starts_with(overlayMarks) && name != "user.overlay.opaque")
            (void)::fremovexattr(file, name.data());
        at += static_cast<ssize_t>(name.size()) + 1;
    }
}

class Naming : public Packer
{
public:
    Naming(TarWriter &tar, const std::function<bool(const TreeEntry &)> &dropped)
        : Packer(tar, PackForm::Layer, [](const std::string &path) { return path; }), m_dropped(dropped)
    {
    }

    Result<> visit(const TreeEntry &entry) override
    {
        if (S_ISSOCK(entry.status.st_mode) || (m_dropped && m_dropped(entry))) {
            const int flags = S_ISDIR(entry.status.st_mode) ? AT_REMOVEDIR : 0;
            if (::unlinkat(entry.parent, entry.name.c_str(), flags) != 0 && errno != ENOENT)
                return failErrno(errno, "removing /{} from the layer", entry.path);
            return {};
        }
        if (entry.file >= 0)
            removeMarks(entry.file);
        ++m_entries;
        return Packer::visit(entry);
    }

    [[nodiscard]] std::uint64_t entries() const { return m_entries; }

private:
    const std::function<bool(const TreeEntry &)> &m_dropped;
    std::uint64_t m_entries = 0;
};

} // namespace

Result<NamedLayer> nameLayer(int folder, const std::string &parentLayer,
                             const std::function<bool(const TreeEntry &)> &dropped)
{
    HashingSink sum;
    TarWriter tar(sum);
    Naming naming(tar, dropped);
    CHECK(walkTree(folder, naming));
    CHECK(tar.finish());
    removeMarks(folder);
    NamedLayer layer{.record = {.packed = true}, .entries = naming.entries()};
    auto &record = layer.record;
    record.size = naming.bytes();
    record.diffId = record.blob = sum.finish();
    record.blobSize = sum.bytes();
    record.mediaType = layerMediaType({});
    record.id = hexOf(parentLayer.empty() ? record.diffId : chainId("sha256:" + parentLayer, record.diffId));
    return layer;
}

} // namespace quayside::images

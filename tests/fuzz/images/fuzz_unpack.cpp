// Archives of any bytes, unpacked into a temporary folder by the very code of the child, without its walls:
// what reaches beyond the folder would be seen in the one beside it.
#include "engine/images/unpack/decompress.h"
#include "engine/images/unpack/layerwriter.h"
#include "engine/images/unpack/spoolwriter.h"
#include "engine/images/unpack/tar.h"
#include "engine/storage/removetree.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::images;

namespace
{

// <temporary>/tree is filled; anything else that appears in <temporary> has escaped.
struct Place {
    Place()
    {
        char name[] = "/tmp/quayside-fuzz-XXXXXX";
        path = ::mkdtemp(name);
        top = Fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        ::mkdirat(top.get(), "tree", 0700);
        tree = Fd(::openat(top.get(), "tree", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }
    ~Place()
    {
        (void)storage::removeContents(top.get());
        ::rmdir(path.c_str());
    }
    std::string path;
    Fd top, tree;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Place place;
    if (size == 0)
        return 0;
    const Fd memory(::memfd_create("archive", MFD_CLOEXEC));
    if (::write(memory.get(), data + 1, size - 1) != static_cast<ssize_t>(size - 1) ||
        ::lseek(memory.get(), 0, SEEK_SET) != 0)
        return 0;
    auto input = decompress(memory.get());
    if (input) {
        const UnpackLimits limits{.bytes = 1 << 20, .entries = 1000, .depth = 32};
        PlainBlocks blocks(*std::move(input), true);
        TarReader reader(blocks, limits, [] {});
        if (data[0] % 2 == 0) {
            LayerWriter writer(place.tree.get(), limits.depth);
            (void)reader.readAll(writer);
        } else {
            SpoolWriter writer(place.tree.get());
            (void)reader.readAll(writer);
        }
    }
    ::fchmod(place.tree.get(), 0700);
    (void)storage::removeContents(place.tree.get());
    struct stat status{};
    if (::fstat(place.top.get(), &status) != 0 || status.st_nlink != 3) // itself, its own "." and tree's ".."
        ::abort();
    return 0;
}

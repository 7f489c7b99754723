#include "engine/images/contents/indexstore.h"

#include "engine/images/contents/indexwriter.h"
#include "engine/storage/folders.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace quayside::images
{
namespace
{

constexpr char fileName[] = "contents";

Result<std::size_t> sizeOf(int file)
{
    struct stat status{};
    if (::fstat(file, &status) != 0)
        return failErrno(errno, "looking at the index of a layer");
    // Two million files, names of a hundred bytes: a third of this.
    constexpr off_t most = off_t{1} << 30;
    if (!S_ISREG(status.st_mode) || status.st_size > most)
        return fail(ErrorKind::InvalidArgument, "the index of a layer is damaged: it is too long");
    return static_cast<std::size_t>(status.st_size);
}

// The new one in place of what may be there. A reader sees one or the other, whole; after a power cut it may
// be torn, which its checksum tells.
Result<> publish(int folder, int file)
{
    const std::string link = std::format("/proc/self/fd/{}", file), aside = storage::randomName(".contents-");
    if (::linkat(AT_FDCWD, link.c_str(), folder, aside.c_str(), AT_SYMLINK_FOLLOW) != 0)
        return failErrno(errno, "keeping the index of a layer");
    if (::renameat(folder, aside.c_str(), folder, fileName) != 0) {
        const int error = errno;
        ::unlinkat(folder, aside.c_str(), 0);
        return failErrno(error, "keeping the index of a layer");
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const LoadedIndex>> LoadedIndex::load(int file)
{
    TRY(const std::size_t size, sizeOf(file));
    auto loaded = std::make_shared<LoadedIndex>();
    loaded->m_bytes = std::make_unique_for_overwrite<std::uint64_t[]>(size / sizeof(std::uint64_t) + 1);
    auto *bytes = reinterpret_cast<std::byte *>(loaded->m_bytes.get());
    for (std::size_t done = 0; done < size;) {
        const ssize_t got = ::pread(file, bytes + done, size - done, static_cast<off_t>(done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return failErrno(got < 0 ? errno : EIO, "reading the index of a layer");
        done += static_cast<std::size_t>(got);
    }
    TRY(loaded->m_index, LayerIndex::open({bytes, size}));
    return loaded;
}

// The layers that this call makes and others wait for.
class IndexStore::Claims
{
public:
    Claims(IndexStore &store, const std::vector<storage::LayerId> &wanted) : m_store(store)
    {
        std::unique_lock lock(store.m_mutex);
        // All at once: two calls that wait for each other's would wait for ever.
        store.m_made.wait(lock, [&] {
            return std::ranges::none_of(wanted,
                                        [&](const auto &layer) { return store.m_making.contains(layer); });
        });
        m_layers = wanted;
        store.m_making.insert(wanted.begin(), wanted.end());
    }
    ~Claims()
    {
        const std::lock_guard lock(m_store.m_mutex);
        for (const storage::LayerId &layer : m_layers)
            m_store.m_making.erase(layer);
        m_store.m_made.notify_all();
    }
    Claims(const Claims &) = delete;
    Claims &operator=(const Claims &) = delete;

private:
    IndexStore &m_store;
    std::vector<storage::LayerId> m_layers;
};

IndexStore::Pointer IndexStore::known(const storage::LayerId &layer)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_loaded.find(layer); found != m_loaded.end())
            if (auto loaded = found->second.lock())
                return loaded;
    }
    const auto folder = m_layers.openBeside(layer);
    const Fd file(folder ? ::openat(folder->get(), fileName, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1);
    if (!file)
        return {};
    auto loaded = keep(layer, file.get());
    return loaded ? *std::move(loaded) : Pointer();
}

Result<IndexStore::Pointer> IndexStore::keep(const storage::LayerId &layer, int file)
{
    TRY(Pointer loaded, LoadedIndex::load(file));
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_loaded, [](const auto &one) { return one.second.expired(); });
    m_loaded[layer] = loaded;
    return loaded;
}

Result<std::map<storage::LayerId, IndexStore::Pointer>>
IndexStore::make(const std::vector<storage::LayerId> &layers)
{
    std::vector<Fd> diffs;
    for (const storage::LayerId &layer : layers) {
        TRY(Fd diff, m_layers.openLayer(layer));
        diffs.push_back(std::move(diff));
    }
    std::mutex mutex;
    std::map<storage::LayerId, Pointer> made;
    CHECK(scanLayers(diffs, [&](std::size_t number, ScannedLayer layer) -> Result<> {
        const storage::LayerId &id = layers[number];
        TRY(const Fd folder, m_layers.openBeside(id));
        Fd file(::openat(folder.get(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
        // A full or read-only disk is no reason not to look into an image.
        if (!file || !writeIndex(file.get(), layer) || !publish(folder.get(), file.get())) {
            file = Fd(::memfd_create("contents", MFD_CLOEXEC));
            if (!file)
                return failErrno(errno, "making room for the index of a layer");
            CHECK(writeIndex(file.get(), layer));
        }
        layer = {};
        TRY(Pointer loaded, keep(id, file.get()));
        const std::lock_guard lock(mutex);
        made.emplace(id, std::move(loaded));
        return {};
    }));
    ::malloc_trim(0); // what the scan needed
    return made;
}

Result<std::vector<std::shared_ptr<const LoadedIndex>>>
IndexStore::open(const std::vector<storage::LayerId> &layers)
{
    std::map<storage::LayerId, Pointer> indices;
    std::vector<storage::LayerId> missing;
    for (const storage::LayerId &layer : layers)
        if (indices[layer] = known(layer); !indices[layer])
            missing.push_back(layer);
    if (!missing.empty()) {
        const Claims claims(*this, missing);
        std::erase_if(missing, [&](const storage::LayerId &layer) { // another call has made it meanwhile
            return (indices[layer] = known(layer)) != nullptr;
        });
        TRY(auto made, make(missing));
        for (auto &[layer, index] : made)
            indices[layer] = std::move(index);
    }
    std::vector<Pointer> found;
    std::size_t nodes = 0;
    for (const storage::LayerId &layer : layers) {
        found.push_back(indices.at(layer));
        nodes += found.back()->index().size();
    }
    if (nodes > maxIndexNodes)
        return fail(ErrorKind::TooLarge, "its layers have {} files, and at most {} are looked at", nodes,
                    maxIndexNodes);
    return found;
}

} // namespace quayside::images

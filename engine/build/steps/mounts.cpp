// RUN --mount: bind, cache and tmpfs. What the caller hands over is in secretmounts.cpp.
#include "engine/base/rootedpath.h"
#include "engine/build/solve/stagerun.h"
#include "engine/build/steps/cachemounts.h"
#include "engine/storage/folders.h"

#include <algorithm>
#include <fcntl.h>
#include <format>
#include <sys/stat.h>

namespace quayside::build
{
namespace
{

using dockerfile::CacheSharing;
using dockerfile::MountType;
using dockerfile::RunMount;

std::string targetOf(const StageScope &scope, const RunMount &mount)
{
    return cleanPath(mount.target.starts_with('/') ? mount.target
                                                   : scope.config.workingDir + "/" + mount.target);
}

// A source is one path, whatever characters are in it: CopyPart takes patterns.
std::string literal(const std::string &path)
{
    std::string escaped;
    for (const char c : path.empty() ? std::string("/") : path) {
        if (std::string_view("*?[\\").contains(c))
            escaped += '\\';
        escaped += c;
    }
    return escaped;
}

constexpr const char *copyName = "files";

CopyRequest copyOf(const FileSource &source, const std::string &path, const std::function<bool()> &cancelled)
{
    return {.parts = {{.source = &source, .path = literal(path)}},
            .destination = std::string("/") + copyName,
            .cancelled = cancelled};
}

std::string below(const RunMount &mount)
{
    const std::string path = cleanPath(mount.source);
    return path == "/" ? "" : path.substr(1);
}

} // namespace

// What is mounted counts for the key; what a cache holds does not (it is to make no difference), nor do
// secrets.
Result<std::vector<RunMount>> StageRun::parsedMounts(const dockerfile::Run &run, StepKey &key)
{
    auto mounts = dockerfile::parseMounts(
        run, [this](const std::string &word) { return expandIn(m_state.scope, word); });
    if (!mounts)
        return std::unexpected(dockerfile::asError(mounts.error()));
    for (const auto &word : run.mounts)
        key.parts.push_back({"--mount", word.text});
    for (auto &mount : *mounts) {
        if (mount.uid.value_or(0) > 65535 || mount.gid.value_or(0) > 65535)
            return fail(ErrorKind::InvalidArgument, "RUN --mount: uid and gid must be within 0 and 65535");
        if (mount.type == MountType::Secret || mount.type == MountType::Ssh)
            continue;
        mount.target = targetOf(m_state.scope, mount);
        if (mount.target == "/")
            return fail(ErrorKind::InvalidArgument,
                        "RUN --mount: invalid mount target \"/\": name a folder or file below it");
        if (mount.type == MountType::Bind)
            CHECK(addBindKey(mount, key));
        if (mount.type == MountType::Cache && mount.from.empty() && !mount.source.empty())
            return fail(
                ErrorKind::InvalidArgument,
                "RUN --mount=type=cache,source={}: a cache begins empty; name with from= the stage or "
                "image that has it",
                mount.source);
    }
    return *std::move(mounts);
}

Result<> StageRun::addBindKey(const RunMount &mount, StepKey &key)
{
    key.inHistory = false;
    if (!mount.from.empty()) {
        TRY(const auto layers, layersOf(mount.from));
        key.parts.push_back({"what is mounted on " + mount.target, joined(layers)});
        return {};
    }
    auto request = copyOf(m_build.context(), mount.source, [this] { return m_build.stopped(); });
    TRY(auto sum, checksum(request, m_build.hashes()));
    key.parts.push_back({"files " + mount.target, sum.digest});
    for (const auto &file : sum.files)
        key.details.push_back({"the file " + file.path, file.digest});
    m_boundFiles.insert_or_assign(mount.target, BoundFiles{std::move(request), std::move(sum)});
    return {};
}

// What was hashed, and nothing else: mounted where it lies, or a copy of it.
Result<containers::StepMount> StageRun::openContext(const RunMount &mount)
{
    containers::StepMount opened{.target = mount.target, .readOnly = mount.readOnly};
    if (mount.readOnly) {
        TRY(Fd source, m_build.context().openToMount(mount.source));
        if (source) {
            opened.source = std::make_shared<const Fd>(std::move(source));
            return opened;
        }
    }
    TRY(const Fd folder, m_build.scratchFolder());
    const auto &[request, sum] = m_boundFiles.at(mount.target);
    CHECK(copyInto({.draft = folder.get()}, request, &sum));
    Fd source(::openat(folder.get(), copyName, O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!source)
        return failErrno(errno, "opening what is mounted on {}", mount.target);
    opened.source = std::make_shared<const Fd>(std::move(source));
    return opened;
}

Result<containers::StepMount> StageRun::openLayers(const RunMount &mount)
{
    containers::StepMount opened{.target = mount.target, .readOnly = mount.readOnly, .subpath = below(mount)};
    TRY(opened.layers, layersOf(mount.from));
    if (opened.layers.empty() && !opened.subpath.empty())
        return fail(ErrorKind::InvalidArgument, "RUN --mount: {} has nothing at {}", mount.from,
                    mount.source);
    if (mount.readOnly || opened.layers.empty())
        return opened;
    TRY(Fd upper, m_build.scratchFolder());
    for (const char *name : {"upper", "work"})
        CHECK(storage::makeFolder(upper.get(), name, 0755));
    opened.upper = std::make_shared<const Fd>(std::move(upper));
    return opened;
}

Result<containers::StepMount> StageRun::openCache(const RunMount &mount)
{
    CacheMounts::Wanted wanted{.id = mount.id.empty() ? mount.target : mount.id,
                               .sharing = mount.sharing.value_or(CacheSharing::Shared),
                               .mode = mount.mode,
                               .uid = mount.uid,
                               .gid = mount.gid};
    if (!mount.from.empty()) { // another beginning is another cache
        TRY(const auto layers, layersOf(mount.from));
        wanted.id += std::format("\n{}\n{}", joined(layers), below(mount));
        wanted.fill = [this, layers, path = below(mount)](int folder) -> Result<> {
            TRY(Fd root, view(layers));
            if (!root) {
                TRY(root, m_build.scratchFolder());
            }
            struct stat status{};
            TRY(const Fd top, openInRoot(systemKernel(), root.get(), "/" + path, O_PATH | O_DIRECTORY));
            const auto source = folderSource(std::move(root), {.keepsOwners = true, .lasting = false});
            CopyRequest request = copyOf(*source, path, [this] { return m_build.stopped(); });
            request.destination = "/";
            CHECK(copyInto({.draft = folder}, request, nullptr));
            if (::fstat(top.get(), &status) != 0 || ::fchown(folder, status.st_uid, status.st_gid) != 0 ||
                ::fchmod(folder, status.st_mode & 07777) != 0)
                return failErrno(errno, "filling a cache mount");
            return {};
        };
    }
    auto lease = m_build.cacheMounts().take(m_build.peer().uid, wanted, [this] { return m_build.stopped(); });
    if (!lease)
        return wrap(std::move(lease).error(), "RUN --mount=type=cache,target={}", mount.target);
    m_heldMounts.push_back(*lease);
    return containers::StepMount{
        .target = mount.target, .readOnly = mount.readOnly, .source = (*lease)->folder()};
}

Result<containers::StepMount> StageRun::openMount(const RunMount &mount)
{
    if (mount.type == MountType::Cache)
        return openCache(mount);
    if (mount.type == MountType::Bind)
        return mount.from.empty() ? openContext(mount) : openLayers(mount);
    containers::StepMount tmpfs{.target = mount.target};
    if (mount.size > 0)
        tmpfs.tmpfsOptions = std::format("size={}", mount.size);
    return tmpfs;
}

Result<> StageRun::openMounts(std::vector<RunMount> mounts, containers::StepRequest &request)
{
    // Locked caches in one order, so that two builds never wait for each other.
    std::ranges::stable_sort(mounts, {}, &RunMount::id);
    int agents = 0;
    for (const auto &mount : mounts) {
        if (mount.type == MountType::Secret) {
            CHECK(addSecret(mount, request));
        } else if (mount.type == MountType::Ssh) {
            CHECK(addAgent(mount, agents++, request));
        } else {
            TRY(auto opened, openMount(mount));
            request.mounts.push_back(std::move(opened));
        }
    }
    std::ranges::stable_sort(request.mounts, {},
                             &containers::StepMount::target); // what is mounted in another after it
    return {};
}

} // namespace quayside::build

// RUN --mount.
#include "engine/base/rootedpath.h"
#include "engine/build/solve/stagerun.h"
#include "engine/build/steps/cachemounts.h"

#include <algorithm>
#include <format>

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

} // namespace

// What is mounted counts for the key; a cache's content does not (it is to make no difference).
Result<std::vector<RunMount>> StageRun::parsedMounts(const dockerfile::Run &run, StepKey &key)
{
    auto mounts = dockerfile::parseMounts(
        run, [this](const std::string &word) { return expandIn(m_state.scope, word); });
    if (!mounts)
        return std::unexpected(dockerfile::asError(mounts.error()));
    for (const auto &word : run.mounts)
        key.parts.push_back({"--mount", word.text});
    for (auto &mount : *mounts) {
        mount.target = targetOf(m_state.scope, mount);
        if (mount.type == MountType::Bind)
            CHECK(addBindKey(mount, key));
        if ((mount.type == MountType::Secret || mount.type == MountType::Ssh) && mount.required)
            return fail(
                ErrorKind::NotSupported,
                "RUN --mount=type={}: it is required, and a client of this protocol has no way to hand "
                "it over",
                mount.type == MountType::Secret ? "secret" : "ssh");
    }
    return *std::move(mounts);
}

Result<> StageRun::addBindKey(const RunMount &mount, StepKey &key)
{
    if (!mount.readOnly)
        return fail(
            ErrorKind::NotSupported,
            "RUN --mount=type=bind,rw is not supported: what is bound is read-only; copy it with COPY, "
            "or use a cache mount");
    if (!mount.from.empty()) {
        TRY(const auto layers, layersOf(mount.from));
        key.parts.push_back({"what is mounted on " + mount.target, joined(layers)});
        return {};
    }
    const CopyRequest request{
        .parts = {{.source = &m_build.context(), .path = mount.source.empty() ? "/" : mount.source}},
        .destination = "/x/",
        .cancelled = [this] { return m_build.stopped(); }};
    TRY(const auto sum, checksum(request, m_build.hashes()));
    key.parts.push_back({"files " + mount.target, sum.digest});
    for (const auto &file : sum.files)
        key.details.push_back({"the file " + file.path, file.digest});
    return {};
}

Result<containers::StepMount> StageRun::openMount(const RunMount &mount)
{
    containers::StepMount opened{.target = mount.target, .readOnly = mount.readOnly};
    switch (mount.type) {
    case MountType::Bind:
        if (!mount.from.empty()) {
            TRY(opened.layers, layersOf(mount.from));
            const std::string path = cleanPath(mount.source);
            opened.subpath = path == "/" ? "" : path.substr(1);
        } else {
            TRY(Fd source, m_build.context().openPath(mount.source));
            opened.source = std::make_shared<const Fd>(std::move(source));
        }
        break;
    case MountType::Cache: {
        TRY(const auto lease,
            m_build.cacheMounts().take(m_build.peer().uid,
                                       {.id = mount.id.empty() ? mount.target : mount.id,
                                        .sharing = mount.sharing.value_or(CacheSharing::Shared),
                                        .mode = mount.mode.value_or(0755),
                                        .uid = mount.uid.value_or(0),
                                        .gid = mount.gid.value_or(0)},
                                       [this] { return m_build.stopped(); }));
        opened.source = lease->folder();
        m_heldMounts.push_back(lease);
        break;
    }
    case MountType::Tmpfs:
        if (mount.size > 0)
            opened.tmpfsOptions = std::format("size={}", mount.size);
        break;
    case MountType::Secret:
    case MountType::Ssh:
        break;
    }
    return opened;
}

// Locked caches in one order, so that two builds never wait for each other.
Result<std::vector<containers::StepMount>> StageRun::openMounts(std::vector<RunMount> mounts)
{
    for (const auto &mount : mounts) {
        const bool range = mount.uid.value_or(0) > 65535 || mount.gid.value_or(0) > 65535;
        if (range)
            return fail(ErrorKind::InvalidArgument, "RUN --mount: uid and gid must be within 0 and 65535");
        if (mount.type == MountType::Cache && (!mount.from.empty() || !mount.source.empty()))
            return fail(ErrorKind::NotSupported,
                        "RUN --mount=type=cache,from=… is not supported: a cache mount begins empty");
    }
    std::ranges::stable_sort(mounts, {}, &RunMount::id);
    std::vector<containers::StepMount> opened;
    for (const auto &mount : mounts) {
        if (mount.type == MountType::Secret || mount.type == MountType::Ssh)
            continue; // not handed over, and not required
        TRY(auto one, openMount(mount));
        opened.push_back(std::move(one));
    }
    std::ranges::stable_sort(opened, {},
                             &containers::StepMount::target); // what is mounted in another after it
    return opened;
}

} // namespace quayside::build

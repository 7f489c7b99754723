// COPY, ADD and WORKDIR: layers without a container.
#include "engine/build/solve/stagerun.h"

#include "engine/base/kernel.h"
#include "engine/base/rootedpath.h"
#include "engine/build/sources/sources.h"
#include "engine/containers/launch/imagefiles.h"
#include "engine/containers/launch/users.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/manifest.h"

#include <fcntl.h>
#include <format>
#include <sys/stat.h>

namespace quayside::build
{
namespace
{

constexpr std::size_t maxPasswdBytes = 1 << 20;

// What the classic builder calls it: the digest of one file, of a folder, of several.
std::string sourceName(const CopyRequest &request, const Checksum &sum)
{
    const std::string hex = images::hexOf(sum.digest);
    if (request.several || request.parts.size() > 1)
        return "multi:" + hex;
    return (sum.files.size() == 1 ? "file:" : "dir:") + hex;
}

std::string destinationOf(const StageScope &scope, const std::string &path)
{
    if (path.starts_with('/'))
        return path;
    const std::string &folder = scope.config.workingDir;
    return (folder.empty() || folder == "/" ? "/" : folder + "/") + path;
}

} // namespace

Result<Fd> rootOf(const storage::LayerStore &store, const std::vector<storage::LayerId> &layers)
{
    if (layers.empty())
        return Fd();
    storage::RootSource root;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        TRY(Fd folder, store.openLayer(*layer));
        root.lower.push_back(std::move(folder));
    }
    return containers::openImageRoot(systemKernel(), root);
}

// --chown by the passwd and group of the stage; --chmod.
Result<> StageRun::addOwner(const std::optional<dockerfile::Word> &chown,
                            const std::optional<dockerfile::Word> &chmod, CopyRequest &request,
                            std::string &options)
{
    if (chown) {
        TRY(const auto owner, expandIn(m_state.scope, chown->text));
        options += " --chown=" + owner;
        TRY(const Fd root, view(layerIds(m_state.layers)));
        std::optional<std::string> passwd, group;
        if (root) {
            TRY(passwd, containers::readInRoot(systemKernel(), root, "/etc/passwd", maxPasswdBytes));
            TRY(group, containers::readInRoot(systemKernel(), root, "/etc/group", maxPasswdBytes));
        }
        TRY(const auto user, containers::resolveUser(owner, {}, passwd.value_or(""), group.value_or("")));
        // A number without a group: the same number, not the user's group of passwd (Dockerfile reference).
        const bool number = owner.find_first_not_of("0123456789") == std::string::npos;
        request.owner = Ids{user.uid, number ? user.uid : user.gid};
    }
    if (chmod) {
        TRY(const auto mode, expandIn(m_state.scope, chmod->text));
        options += " --chmod=" + mode;
        TRY(request.mode, FileMode::parse(mode));
    }
    return {};
}

Result<std::vector<storage::LayerId>> StageRun::layersOf(const std::string &from)
{
    TRY(const auto stage, stageOf(m_build.file(), from, m_plan.index));
    if (stage) {
        TRY(const auto *state, m_build.stage(*stage));
        return layerIds(state->layers);
    }
    TRY(const auto image, m_build.image(m_plan.index, from, "", false));
    return layerIds(image->layers);
}

Result<const FileSource *> StageRun::sourceOf(const std::optional<dockerfile::Word> &from)
{
    if (!from)
        return &m_build.context();
    TRY(const auto layers, layersOf(from->text));
    TRY(Fd root, view(layers));
    if (!root) {
        TRY(root, m_build.scratchFolder());
    }
    m_sources.push_back(folderSource(std::move(root), {.keepsOwners = true, .lasting = false}));
    return m_sources.back().get();
}

Result<std::string> StageRun::addParts(const dockerfile::Sources &sources, const FileSource *source,
                                       CopyRequest &request)
{
    for (const auto &word : sources.paths) {
        TRY(auto path, expandIn(m_state.scope, word.text));
        request.parts.push_back({.source = source, .path = std::move(path)});
    }
    for (const auto &file : sources.files) {
        CopyPart part{.path = file.name, .content = file.content};
        if (file.expand) {
            TRY(auto text, dockerfile::expand(file.content, environmentOf(m_state.scope),
                                              {.escape = m_state.scope.escape, .ignoreQuotes = true}));
            part.content = std::move(text.text);
        }
        request.parts.push_back(std::move(part));
    }
    TRY(auto destination, expandIn(m_state.scope, sources.destination.text));
    request.destination = destinationOf(m_state.scope, destination);
    request.several = request.parts.size() > 1;
    request.cancelled = [this] { return m_build.stopped(); };
    return destination;
}

Result<> StageRun::copy(const dockerfile::Copy &copy)
{
    CopyRequest request{.parents = copy.parents, .link = copy.link};
    std::string options;
    TRY(const auto *source, sourceOf(copy.from));
    CHECK(addOwner(copy.chown, copy.chmod, request, options));
    for (const auto &word : copy.exclude) {
        TRY(auto pattern, expandIn(m_state.scope, word.text));
        options += " --exclude=" + pattern;
        request.exclude.push_back(std::move(pattern));
    }
    TRY(const auto destination, addParts(copy.sources, source, request));
    return copyFiles(std::move(request), "COPY" + options, destination);
}

Result<> StageRun::add(const dockerfile::Add &add)
{
    CopyRequest request{.link = add.link};
    std::string options;
    CHECK(addOwner(add.chown, add.chmod, request, options));
    for (const auto &word : add.exclude) {
        TRY(auto pattern, expandIn(m_state.scope, word.text));
        options += " --exclude=" + pattern;
        request.exclude.push_back(std::move(pattern));
    }
    TRY(const auto destination, addParts(add.sources, &m_build.context(), request));
    TRY(const Fd scratch, m_build.scratchFolder());
    request.scratch = scratch.get();
    request.workerFile = m_build.services().workerFile;
    std::string checksum;
    if (add.checksum) {
        TRY(checksum, expandIn(m_state.scope, add.checksum->text));
        const auto &parts = request.parts;
        if (parts.size() != 1 || !parts.front().source ||
            (!isUrl(parts.front().path) && !isGit(parts.front().path)))
            return fail(ErrorKind::InvalidArgument,
                        "ADD --checksum is for one source, an address or a git repository");
    }
    const FetchOptions fetching{.peer = &m_build.peer(), .cancelled = request.cancelled};
    for (auto &part : request.parts) {
        if (!part.source)
            continue;
        const bool url = isUrl(part.path), git = !url && isGit(part.path);
        if (!url && !git) {
            part.extract = add.unpack.value_or(true);
            continue;
        }
        auto fetched =
            url ? fetchUrl(part.path,
                           {.checksum = checksum, .destinationIsFile = !request.destination.ends_with('/')},
                           m_build.folder(), fetching)
                : fetchGit(part.path, {.keepGitFolder = add.keepGitDir.value_or(false), .checksum = checksum},
                           m_build.folder(), fetching);
        if (!fetched)
            return wrap(std::move(fetched).error(), "ADD {}", part.path);
        part.path = url ? fetched->name : "";
        part.extract = url && add.unpack.value_or(false);
        m_sources.push_back(std::move(fetched->source));
        part.source = m_sources.back().get();
    }
    return copyFiles(std::move(request), "ADD" + options, destination);
}

Result<> StageRun::copyFiles(CopyRequest request, const std::string &shown, const std::string &destination)
{
    TRY(const Checksum sum, checksum(request, m_build.hashes()));
    const std::string history =
        historyOf(m_state.scope.config,
                  std::format("{} {} in {} ", shown, sourceName(request, sum), destination), true);
    StepKey key = keyOf(std::format("{} {}{}{}", shown, request.destination, request.link ? " --link" : "",
                                    request.parents ? " --parents" : ""));
    key.inHistory = !request.link && !request.parents;
    if (request.owner) // what the name meant
        key.parts.push_back({"the owner", std::format("{}:{}", request.owner->uid, request.owner->gid)});
    key.parts.push_back({"files " + request.destination, sum.digest});
    for (const auto &file : sum.files)
        key.details.push_back({"the file " + file.path, file.digest});
    return step(std::move(key), history, [&] { return makeLayer(request, &sum); });
}

Result<StageRun::Made> StageRun::makeLayer(const CopyRequest &request, const Checksum *expected)
{
    Made made;
    TRY(made.draft, m_build.services().layers.begin());
    TRY(const Fd below, view(layerIds(m_state.layers)));
    TRY(const auto outcome,
        copyInto({.draft = made.draft->folder(), .view = below.get()}, request, expected));
    if (outcome.entries == 0)
        return Made{};
    auto &layer = made.layer;
    layer.diffId = layer.blob = outcome.diffId;
    layer.blobSize = outcome.tarBytes;
    layer.size = outcome.bytes;
    layer.mediaType = images::layerMediaType({});
    layer.packed = true;
    const std::string parent = m_state.layers.empty() ? "" : m_state.layers.back().id;
    layer.id =
        images::hexOf(parent.empty() ? layer.diffId : images::chainId("sha256:" + parent, layer.diffId));
    CHECK(made.draft->finish(layer.size));
    return made;
}

// Its folder is made where it is missing: a copy of an empty one.
Result<> StageRun::workdir(const dockerfile::Workdir &workdir)
{
    TRY(const std::string path, workdirOf(m_state.scope, workdir));
    m_state.scope.config.workingDir = path;
    const std::string history = historyOf(m_state.scope.config, "WORKDIR " + path, true);
    return step(keyOf(history), history, [&]() -> Result<Made> {
        TRY(const Fd root, view(layerIds(m_state.layers)));
        if (path == "/" || (root && openInRoot(systemKernel(), root.get(), path, O_PATH | O_DIRECTORY)))
            return Made{};
        TRY(Fd empty, m_build.scratchFolder());
        if (::fchmod(empty.get(), 0755) != 0)
            return failErrno(errno, "making {}", path);
        const auto source = folderSource(std::move(empty), {.keepsOwners = true, .lasting = false});
        CopyRequest request{.parts = {{.source = source.get(), .path = "/"}}, .destination = path + "/"};
        // As BuildKit has it: USER's, where there was one.
        std::optional<dockerfile::Word> owner;
        if (const auto &user = m_state.scope.config.user; !user.empty())
            owner = dockerfile::Word{user, {}};
        std::string told;
        CHECK(addOwner(owner, {}, request, told));
        return makeLayer(request, nullptr);
    });
}

} // namespace quayside::build

#include "engine/api/types/image.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(ImageConfig, f, v)
{
    f.omitEmpty("User", v.user);
    f.omitEmpty("ExposedPorts", v.exposedPorts);
    f.omitEmpty("Env", v.env);
    f.words("Entrypoint", v.entrypoint);
    f.words("Cmd", v.cmd);
    f.omitEmpty("Healthcheck", v.healthcheck);
    f.omitEmpty("ArgsEscaped", v.argsEscaped);
    f.omitEmpty("Volumes", v.volumes);
    f.omitEmpty("WorkingDir", v.workingDir);
    f.nullEmpty("OnBuild", v.onBuild);
    f.nullEmpty("Labels", v.labels);
    f.omitEmpty("StopSignal", v.stopSignal);
    if (!v.shell.empty() || std::is_same_v<F, Reader>)
        f.words("Shell", v.shell);
}

QUAYSIDE_FIELDS(ManifestImageData, f, v)
{
    f("Platform", v.platform);
    f("Containers", v.containers);
    f.group("Size", [&](auto &g) { g("Unpacked", v.sizeUnpacked); });
}

static void describeAttestation(Writer &f, const std::optional<std::string> &subject)
{
    if (subject)
        f.group("AttestationData", [&](Writer &g) { g("For", *subject); });
}

static void describeAttestation(Reader &f, std::optional<std::string> &subject)
{
    f.group("AttestationData", [&](Reader &g) { g("For", subject.emplace()); });
}

QUAYSIDE_FIELDS(ImageManifestSummary, f, v)
{
    f("ID", v.id);
    f("Descriptor", v.descriptor);
    f("Available", v.available);
    f.group("Size", [&](auto &g) {
        g("Content", v.sizeContent);
        g("Total", v.sizeTotal);
    });
    f("Kind", v.kind);
    f.omitEmpty("ImageData", v.imageData);
    describeAttestation(f, v.attestationFor);
}

QUAYSIDE_FIELDS(ImageSummary, f, v)
{
    f("Containers", v.containers);
    f("Created", v.created);
    f("Id", v.id);
    f.nullEmpty("Labels", v.labels);
    f("ParentId", v.parentId);
    f.omitEmpty("Descriptor", v.descriptor);
    f.omitEmpty("Manifests", v.manifests);
    f("RepoDigests", v.repoDigests);
    f("RepoTags", v.repoTags);
    f("SharedSize", v.sharedSize);
    f("Size", v.size);
}

QUAYSIDE_FIELDS(RootFS, f, v)
{
    f("Type", v.type);
    f.omitEmpty("Layers", v.layers);
}

// Never tagged is Go's zero time, as dockerd writes it: clients in Go refuse an empty one.
static void describeTagTime(Writer &f, const std::string &time)
{
    f("LastTagTime", time.empty() ? "0001-01-01T00:00:00Z" : time);
}

static void describeTagTime(Reader &f, std::string &time)
{
    f("LastTagTime", time);
    if (time.starts_with("0001-01-01T00:00:00"))
        time.clear();
}

QUAYSIDE_NESTED_FIELDS(ImageInspect::Metadata, Metadata, f, v)
{
    describeTagTime(f, v.lastTagTime);
}

QUAYSIDE_FIELDS(ImageInspect, f, v)
{
    f("Id", v.id);
    f("RepoTags", v.repoTags);
    f("RepoDigests", v.repoDigests);
    f("Parent", v.parent);
    f("Comment", v.comment);
    f.omitEmpty("Created", v.created);
    f("DockerVersion", v.dockerVersion);
    f("Author", v.author);
    f("Config", v.config);
    f("Architecture", v.architecture);
    f.omitEmpty("Variant", v.variant);
    f("Os", v.os);
    f.omitEmpty("OsVersion", v.osVersion);
    f("Size", v.size);
    f("GraphDriver", v.graphDriver);
    f("RootFS", v.rootFS);
    f("Metadata", v.metadata);
    f.omitEmpty("Descriptor", v.descriptor);
    f.omitEmpty("Manifests", v.manifests);
}

QUAYSIDE_FIELDS(ImageHistoryItem, f, v)
{
    f("Comment", v.comment);
    f("Created", v.created);
    f("CreatedBy", v.createdBy);
    f("Id", v.id);
    f("Size", v.size);
    f.nullEmpty("Tags", v.tags);
}

QUAYSIDE_FIELDS(ImageDeleteItem, f, v)
{
    f.omitEmpty("Deleted", v.deleted);
    f.omitEmpty("Untagged", v.untagged);
}

QUAYSIDE_FIELDS(ImagePruneReport, f, v)
{
    f.nullEmpty("ImagesDeleted", v.imagesDeleted);
    f("SpaceReclaimed", v.spaceReclaimed);
}

QUAYSIDE_CODEC(ImageConfig)
QUAYSIDE_CODEC(std::vector<ImageSummary>)
QUAYSIDE_CODEC(ImageInspect)
QUAYSIDE_CODEC(std::vector<ImageHistoryItem>)
QUAYSIDE_CODEC(std::vector<ImageDeleteItem>)
QUAYSIDE_CODEC(ImagePruneReport)

} // namespace quayside::api

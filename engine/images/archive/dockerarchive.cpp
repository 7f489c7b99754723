#include "engine/images/archive/formats.h"

#include "engine/images/content/digest.h"
#include "engine/images/content/reference.h"

#include <algorithm>

namespace quayside::images
{
namespace
{

// "<hex>.json" and "blobs/sha256/<hex>" name their content.
Result<> checkConfigName(const std::string &name, const std::string &id)
{
    std::string stem = name.substr(name.rfind('/') + 1);
    if (stem.ends_with(".json"))
        stem.resize(stem.size() - 5);
    if (isHexId(stem) && "sha256:" + stem != id)
        return fail(ErrorKind::InvalidArgument, "the configuration \"{}\" is damaged: its digest is {}",
                    name.substr(0, 300), id);
    return {};
}

// Layers of `docker save` from 25 on are blobs, which are named after their digest as well.
Result<LayerSource> sourceOf(const std::string &name, const Fd &file)
{
    LayerSource source{.file = file.get(), .name = name.substr(0, 300)};
    constexpr std::string_view blobs = "blobs/sha256/";
    if (name.starts_with(blobs) && isHexId(std::string_view(name).substr(blobs.size()))) {
        source.digest = "sha256:" + name.substr(blobs.size());
        const off_t size = ::lseek(file.get(), 0, SEEK_END);
        if (size < 0)
            return failErrno(errno, "reading layer {}", source.name);
        source.size = static_cast<std::uint64_t>(size);
    }
    return source;
}

Result<LoadedImage> loadOne(const ArchivedImage &image, const SpoolFolder &spool, LayerImport &layers)
{
    TRY(const Fd configFile, spool.openFile(image.config));
    TRY(std::string configuration, readAll(configFile.get(), maxDocument, "the image's configuration"));
    CHECK(checkConfigName(image.config, digestOf(configuration)));
    LoadedImage loaded;
    for (const std::string &name : image.names) {
        const auto reference = parseReference(name);
        if (!reference || reference->tag.empty() || !reference->digest.empty())
            return fail(ErrorKind::InvalidArgument,
                        "manifest.json has the name \"{}\", which is none of an image", name.substr(0, 300));
        loaded.names.push_back(reference->familiar());
    }
    std::vector<Fd> files;
    std::vector<LayerSource> sources;
    for (const std::string &name : image.layers) {
        TRY(Fd file, spool.openFile(name));
        TRY(LayerSource source, sourceOf(name, file));
        files.push_back(std::move(file));
        sources.push_back(std::move(source));
    }
    TRY(loaded.record, loadImage(std::move(configuration), sources, layers));
    return loaded;
}

} // namespace

Result<std::vector<LoadedImage>> loadDockerArchive(const SpoolFolder &spool, LayerImport &layers)
{
    TRY(const Fd file, spool.openFile("manifest.json"));
    TRY(const std::string text, readAll(file.get(), maxDocument, "manifest.json"));
    TRY(const std::vector<ArchivedImage> images, parseArchiveManifest(text));
    std::vector<LoadedImage> loaded;
    for (const ArchivedImage &image : images) {
        TRY(LoadedImage one, loadOne(image, spool, layers));
        loaded.push_back(std::move(one));
    }
    return loaded;
}

Result<ImageRecord> loadImage(std::string configuration, const std::vector<LayerSource> &sources,
                              LayerImport &layers)
{
    ImageRecord record;
    record.id = digestOf(configuration);
    TRY(record.document, parseDocument(configuration));
    record.configuration = std::move(configuration);
    const std::vector<std::string> &diffIds = record.document.diffIds;
    if (diffIds.size() != sources.size())
        return fail(ErrorKind::InvalidArgument, "image {} has {} layers, its configuration says {}",
                    record.id, sources.size(), diffIds.size());
    std::string parent;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        TRY(LayerRecord layer, layers.add(sources[i], parent, diffIds[i]));
        parent = "sha256:" + layer.id;
        record.layers.push_back(std::move(layer));
    }
    return record;
}

} // namespace quayside::images

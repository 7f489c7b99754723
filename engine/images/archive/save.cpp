#include "engine/images/archive/archive.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/reference.h"
#include "engine/images/content/tarwriter.h"

#include <sys/stat.h>

#include <map>

namespace quayside::images
{
namespace
{

using api::Json;

constexpr char manifestType[] = "application/vnd.oci.image.manifest.v1+json";

std::string pathOf(const std::string &digest)
{
    return "blobs/sha256/" + hexOf(digest);
}

Json descriptor(const std::string &type, const std::string &digest, std::uint64_t size)
{
    return {{"mediaType", type}, {"digest", digest}, {"size", size}};
}

std::string manifestOf(const ImageRecord &image)
{
    Json json = {{"schemaVersion", 2},
                 {"mediaType", manifestType},
                 {"config", descriptor("application/vnd.oci.image.config.v1+json", image.id,
                                       image.configuration.size())},
                 {"layers", Json::array()}};
    for (const LayerRecord &layer : image.layers)
        json["layers"].push_back(descriptor(layer.mediaType, layer.blob, layer.blobSize));
    return json.dump();
}

// What goes into the archive: small files by content, layers by digest; sorted, so that equal images give
// equal bytes.
struct Contents {
    std::map<std::string, std::string> files;
    std::map<std::string, std::uint64_t> layers; // digest → size
};

Json archiveEntry(const SavedImage &image)
{
    Json layers = Json::array();
    for (const LayerRecord &layer : image.record.layers)
        layers.push_back(pathOf(layer.blob));
    return {{"Config", pathOf(image.record.id)},
            {"RepoTags", image.names.empty() ? Json(nullptr) : Json(image.names)},
            {"Layers", layers}};
}

void addToIndex(Json &index, const SavedImage &image, const std::string &manifest)
{
    Json entry = descriptor(manifestType, digestOf(manifest), manifest.size());
    entry["platform"] = {{"architecture", image.record.document.architecture},
                         {"os", image.record.document.os}};
    if (image.names.empty())
        index["manifests"].push_back(entry);
    for (const std::string &name : image.names) {
        const auto reference = parseReference(name);
        if (!reference)
            continue; // cannot be: a tag was checked when it was made
        entry["annotations"] = {
            {"io.containerd.image.name", reference->domain + "/" + reference->path + ":" + reference->tag},
            {"org.opencontainers.image.ref.name", reference->tag}};
        index["manifests"].push_back(entry);
    }
}

Contents contentsOf(const std::vector<SavedImage> &images)
{
    Contents contents;
    Json index = {{"schemaVersion", 2},
                  {"mediaType", "application/vnd.oci.image.index.v1+json"},
                  {"manifests", Json::array()}};
    Json archive = Json::array(), repositories = Json::object();
    for (const SavedImage &image : images) {
        const std::string manifest = manifestOf(image.record);
        contents.files[pathOf(digestOf(manifest))] = manifest;
        contents.files[pathOf(image.record.id)] = image.record.configuration;
        for (const LayerRecord &layer : image.record.layers)
            contents.layers[layer.blob] = layer.blobSize;
        archive.push_back(archiveEntry(image));
        addToIndex(index, image, manifest);
        for (const std::string &name : image.names) {
            const std::size_t colon = name.rfind(':');
            repositories[name.substr(0, colon)][name.substr(colon + 1)] = hexOf(image.record.id);
        }
    }
    contents.files["index.json"] = index.dump();
    contents.files["manifest.json"] = archive.dump();
    contents.files["oci-layout"] = R"({"imageLayoutVersion":"1.0.0"})";
    contents.files["repositories"] = repositories.dump();
    return contents;
}

Result<> writeLayer(TarWriter &tar, const std::string &digest, std::uint64_t size, const Fd &file)
{
    CHECK(tar.writeHeader({.name = pathOf(digest), .size = size}));
    FileSource source(file.get());
    std::vector<char> buffer(256 * 1024);
    std::uint64_t written = 0;
    while (written < size) {
        TRY(const std::size_t got, source.read(buffer));
        if (got == 0)
            return fail(ErrorKind::Internal, "the blob {} is damaged: it is too short", digest);
        const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(got, size - written));
        CHECK(tar.writeContent({buffer.data(), wanted}));
        written += wanted;
    }
    return tar.endContent();
}

} // namespace

Result<> save(const std::vector<SavedImage> &images, const BlobStore &blobs, api::ByteSink &archive)
{
    const Contents contents = contentsOf(images);
    std::map<std::string, Fd> layers; // opened first: a missing one is an error before the first byte
    for (const auto &[digest, size] : contents.layers) {
        auto file = blobs.openBlob(digest);
        if (!file)
            return wrap(file.error(),
                        "a layer of the image is not here as it came; load or pull the image again");
        layers.emplace(digest, *std::move(file));
    }
    TarWriter tar(archive);
    CHECK(tar.write({.name = "blobs/", .type = '5', .mode = 0755}));
    CHECK(tar.write({.name = "blobs/sha256/", .type = '5', .mode = 0755}));
    for (const auto &[digest, file] : layers)
        CHECK(writeLayer(tar, digest, contents.layers.at(digest), file));
    for (const auto &[name, content] : contents.files)
        CHECK(tar.write({.name = name}, content));
    return tar.finish();
}

} // namespace quayside::images

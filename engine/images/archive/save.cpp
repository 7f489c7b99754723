#include "engine/images/archive/archive.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/manifest.h"
#include "engine/images/content/manifesttree.h"
#include "engine/images/content/reference.h"
#include "engine/images/content/tarwriter.h"
#include "engine/images/pack/pack.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <map>

namespace quayside::images
{
namespace
{

using api::Json;

std::string pathOf(const std::string &digest)
{
    return "blobs/sha256/" + hexOf(digest);
}

Json descriptor(const std::string &type, const std::string &digest, std::uint64_t size)
{
    return {{"mediaType", type}, {"digest", digest}, {"size", size}};
}

// What goes into the archive: small files by content, layers by digest; sorted, so that equal images give
// equal bytes.
struct Contents {
    std::map<std::string, std::string> files;
    std::map<std::string, LayerRecord> layers; // by digest
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

// The entry of index.json, with each of the image's names.
void addToIndex(Json &index, const SavedImage &image, Json entry)
{
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

// Its own manifest, of what lies here.
Json addManifest(Contents &contents, const SavedImage &image)
{
    const std::string manifest = encodeManifest(image.record);
    contents.files[pathOf(digestOf(manifest))] = manifest;
    Json entry = descriptor(std::string(ociManifestType), digestOf(manifest), manifest.size());
    entry["platform"] = {{"architecture", image.record.document.architecture},
                         {"os", image.record.document.os}};
    return entry;
}

// All platforms, as they came.
Result<Json> addPlatforms(Contents &contents, const SavedImage &image, const BlobStore &blobs)
{
    TRY(const ManifestTree tree, readKeptIndex(blobs, image.index));
    for (const ManifestNode &node : tree)
        contents.files[pathOf(node.descriptor.digest)] = node.text;
    for (const api::OCIDescriptor &blob : blobsOf(tree))
        if (blob.digest != image.record.id)
            contents.layers.insert({blob.digest,
                                    {.id = {},
                                     .diffId = {},
                                     .blob = blob.digest,
                                     .mediaType = blob.mediaType,
                                     .blobSize = static_cast<std::uint64_t>(blob.size)}});
    const ManifestNode &top = tree.back();
    return descriptor(top.descriptor.mediaType, top.descriptor.digest, top.text.size());
}

Result<Contents> contentsOf(const std::vector<SavedImage> &images, const BlobStore &blobs)
{
    Contents contents;
    Json index = {{"schemaVersion", 2},
                  {"mediaType", "application/vnd.oci.image.index.v1+json"},
                  {"manifests", Json::array()}};
    Json archive = Json::array(), repositories = Json::object();
    for (const SavedImage &image : images) {
        contents.files[pathOf(image.record.id)] = image.record.configuration;
        for (const LayerRecord &layer : image.record.layers)
            contents.layers[layer.blob] = layer;
        archive.push_back(archiveEntry(image));
        if (image.index.empty()) {
            addToIndex(index, image, addManifest(contents, image));
        } else {
            TRY(Json entry, addPlatforms(contents, image, blobs));
            addToIndex(index, image, std::move(entry));
        }
        for (const std::string &name : image.names) {
            const std::size_t colon = name.rfind(':');
            repositories[name.substr(0, colon)][name.substr(colon + 1)] = hexOf(image.record.id);
        }
    }
    // A configuration of one image may be another platform's in the index of another image.
    std::erase_if(contents.layers,
                  [&](const auto &layer) { return contents.files.contains(pathOf(layer.first)); });
    contents.files["index.json"] = index.dump();
    contents.files["manifest.json"] = archive.dump();
    contents.files["oci-layout"] = R"({"imageLayoutVersion":"1.0.0"})";
    contents.files["repositories"] = repositories.dump();
    return contents;
}

// What goes by is as much as was promised, and has the digest.
class CheckedContent : public api::ByteSink
{
public:
    CheckedContent(TarWriter &tar, const LayerRecord &layer) : m_tar(tar), m_layer(layer) {}
    Result<> write(std::string_view bytes) override
    {
        m_written += bytes.size();
        if (m_written > m_layer.blobSize)
            return damaged();
        m_sum.add(bytes);
        return m_tar.writeContent(bytes);
    }
    Result<> check()
    {
        return m_written == m_layer.blobSize && m_sum.digest() == m_layer.blob ? Result<>() : damaged();
    }

private:
    std::unexpected<Error> damaged() const
    {
        return fail(ErrorKind::Internal,
                    "layer {} is damaged: its files are not those that were committed; commit the container "
                    "again",
                    m_layer.diffId);
    }
    TarWriter &m_tar;
    const LayerRecord &m_layer;
    Sha256 m_sum;
    std::uint64_t m_written = 0;
};

Result<> copyBlob(TarWriter &tar, const LayerRecord &layer, const Fd &file)
{
    FileSource source(file.get());
    std::vector<char> buffer(256 * 1024);
    std::uint64_t written = 0;
    Sha256 hash; // a blob that has been damaged on the disk must not travel on as if it were whole
    while (written < layer.blobSize) {
        TRY(const std::size_t got, source.read(buffer));
        if (got == 0)
            return fail(ErrorKind::Internal, "the blob {} is damaged: it is too short", layer.blob);
        const std::size_t wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(got, layer.blobSize - written));
        hash.add({buffer.data(), wanted});
        written += wanted;
        if (written == layer.blobSize && hash.digest() != layer.blob)
            return fail(
                ErrorKind::Internal,
                "the blob {} is damaged: its content has another digest; load or pull the image again",
                layer.blob);
        CHECK(tar.writeContent({buffer.data(), wanted}));
    }
    return {};
}

// `file`: its blob, or the folder of a packed layer.
Result<> writeLayer(TarWriter &tar, const LayerRecord &layer, const Fd &file, bool packed)
{
    CHECK(tar.writeHeader({.name = pathOf(layer.blob), .size = layer.blobSize}));
    if (packed) {
        CheckedContent content(tar, layer);
        CHECK(packLayer(file.get(), content));
        CHECK(content.check());
    } else {
        CHECK(copyBlob(tar, layer, file));
    }
    return tar.endContent();
}

struct OpenLayer {
    Fd file;
    bool packed = false;
};

Result<OpenLayer> openLayer(const LayerRecord &layer, const BlobStore &blobs,
                            const storage::LayerStore &layers)
{
    // One that an archive brought as well is there as it came.
    if (!layer.packed || blobs.contains(layer.blob)) {
        auto file = blobs.openBlob(layer.blob);
        if (!file)
            return wrap(std::move(file).error(),
                        "a layer of the image is not here as it came; load or pull the image again");
        return OpenLayer{*std::move(file), false};
    }
    TRY(const Fd folder, layers.openLayer(layer.id));
    Fd readable(::openat(folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!readable)
        return failErrno(errno, "opening layer {}", layer.id);
    return OpenLayer{std::move(readable), true};
}

} // namespace

Result<> save(const std::vector<SavedImage> &images, const BlobStore &blobs, const storage::LayerStore &store,
              api::ByteSink &archive)
{
    TRY(const Contents contents, contentsOf(images, blobs));
    std::map<std::string, OpenLayer> layers; // opened first: a missing one is an error before the first byte
    for (const auto &[digest, layer] : contents.layers) {
        TRY(OpenLayer open, openLayer(layer, blobs, store));
        layers.emplace(digest, std::move(open));
    }
    TarWriter tar(archive);
    CHECK(tar.write({.name = "blobs/", .type = '5', .mode = 0755}));
    CHECK(tar.write({.name = "blobs/sha256/", .type = '5', .mode = 0755}));
    for (const auto &[digest, open] : layers)
        CHECK(writeLayer(tar, contents.layers.at(digest), open.file, open.packed));
    for (const auto &[name, content] : contents.files)
        CHECK(tar.write({.name = name}, content));
    return tar.finish();
}

} // namespace quayside::images

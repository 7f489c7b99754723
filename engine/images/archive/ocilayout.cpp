#include "engine/images/archive/formats.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/reference.h"

#include <algorithm>
#include <map>
#include <set>

namespace quayside::images
{
namespace
{

constexpr int maxIndexDepth = 4;

class OciLayout
{
public:
    OciLayout(const SpoolFolder &spool, LayerImport &layers) : m_spool(spool), m_layers(layers) {}

    Result<std::vector<LoadedImage>> load();

private:
    Result<> checkVersion() const;
    Result<Fd> openBlob(const api::OCIDescriptor &descriptor) const;
    Result<std::string> readBlob(const api::OCIDescriptor &descriptor, std::string_view what) const;
    Result<Manifest> manifestOf(const api::OCIDescriptor &descriptor, int depth) const;
    Result<ImageRecord> loadOne(const api::OCIDescriptor &descriptor);

    const SpoolFolder &m_spool;
    LayerImport &m_layers;
};

Result<> OciLayout::checkVersion() const
{
    TRY(const Fd file, m_spool.openFile("oci-layout"));
    TRY(const std::string text, readAll(file.get(), 4096, "oci-layout"));
    const auto json = api::parseJson(text);
    if (!json)
        return wrap(json.error(), "oci-layout");
    if (!json->is_object() || !json->contains("imageLayoutVersion") ||
        json->at("imageLayoutVersion") != "1.0.0")
        return fail(ErrorKind::InvalidArgument, "oci-layout: only version 1.0.0 is known");
    return {};
}

Result<Fd> OciLayout::openBlob(const api::OCIDescriptor &descriptor) const
{
    return m_spool.openFile("blobs/sha256/" + hexOf(descriptor.digest)); // checked when it was parsed
}

Result<std::string> OciLayout::readBlob(const api::OCIDescriptor &descriptor, std::string_view what) const
{
    TRY(const Fd file, openBlob(descriptor));
    TRY(std::string text, readAll(file.get(), maxDocument, what));
    if (static_cast<std::int64_t>(text.size()) != descriptor.size || digestOf(text) != descriptor.digest)
        return fail(ErrorKind::InvalidArgument, "{} {} is damaged: size or digest differ", what,
                    descriptor.digest);
    return text;
}

Result<Manifest> OciLayout::manifestOf(const api::OCIDescriptor &descriptor, int depth) const
{
    if (depth > maxIndexDepth)
        return fail(ErrorKind::InvalidArgument, "index {} is nested too deeply", descriptor.digest);
    TRY(const std::string text, readBlob(descriptor, "the manifest"));
    TRY(Manifest manifest, parseManifest(text));
    if (!manifest.isIndex)
        return manifest;
    TRY(const api::OCIDescriptor chosen, choose(manifest.manifests, hostPlatform()));
    return manifestOf(chosen, depth + 1);
}

Result<ImageRecord> OciLayout::loadOne(const api::OCIDescriptor &descriptor)
{
    TRY(const Manifest manifest, manifestOf(descriptor, 0));
    TRY(std::string configuration, readBlob(manifest.config, "the configuration"));
    std::vector<Fd> files;
    std::vector<LayerSource> sources;
    for (const api::OCIDescriptor &layer : manifest.layers) {
        if (!layer.urls.empty())
            return fail(ErrorKind::NotSupported, "layer {} lies elsewhere ({}); such layers are not fetched",
                        layer.digest, layer.urls.front().substr(0, 200));
        TRY(Fd file, openBlob(layer));
        sources.push_back({file.get(), layer.digest, static_cast<std::uint64_t>(layer.size), layer.digest});
        files.push_back(std::move(file));
    }
    return loadImage(std::move(configuration), sources, m_layers);
}

// containerd's annotation has the whole name, OCI's (image-spec annotations.md) a name, or only a tag.
Result<std::string> nameOf(const api::OCIDescriptor &descriptor)
{
    for (const char *key : {"io.containerd.image.name", "org.opencontainers.image.ref.name"}) {
        const auto note = descriptor.annotations.find(key);
        if (note == descriptor.annotations.end() || note->second.find_first_of(":/") == std::string::npos)
            continue;
        const auto reference = parseTagged(note->second);
        if (!reference)
            return fail(ErrorKind::InvalidArgument,
                        "index.json has the name \"{}\", which is none of an image",
                        note->second.substr(0, 300));
        return reference->tag.empty() ? std::string() : reference->familiarName() + ":" + reference->tag;
    }
    return std::string();
}

// Entries of one name that differ in their platform are one image; otherwise each is an image.
Result<std::vector<api::OCIDescriptor>> imagesAmong(std::vector<api::OCIDescriptor> entries)
{
    std::erase_if(entries, isAttestation);
    std::set<std::string> platforms;
    for (const api::OCIDescriptor &entry : entries) {
        if (entry.platform)
            platforms.insert(entry.platform->os + "/" + entry.platform->architecture + "/" +
                             entry.platform->variant);
    }
    if (entries.size() < 2 || platforms.size() != entries.size())
        return entries;
    TRY(api::OCIDescriptor chosen, choose(entries, hostPlatform()));
    return std::vector{std::move(chosen)};
}

Result<std::vector<LoadedImage>> OciLayout::load()
{
    CHECK(checkVersion());
    TRY(const Fd file, m_spool.openFile("index.json"));
    TRY(const std::string text, readAll(file.get(), maxDocument, "index.json"));
    auto index = parseManifest(text);
    if (!index)
        return wrap(index.error(), "index.json");
    std::map<std::string, std::vector<api::OCIDescriptor>> byName;
    for (const api::OCIDescriptor &entry : index->manifests) {
        TRY(const std::string name, nameOf(entry));
        byName[name].push_back(entry);
    }
    std::map<std::string, LoadedImage> byDigest; // an image may have several names
    for (const auto &[name, entries] : byName) {
        TRY(const auto images, imagesAmong(entries));
        for (const api::OCIDescriptor &image : images) {
            if (!byDigest.contains(image.digest)) {
                TRY(byDigest[image.digest].record, loadOne(image));
            }
            if (!name.empty())
                byDigest[image.digest].names.push_back(name);
        }
    }
    std::vector<LoadedImage> loaded;
    for (auto &[digest, image] : byDigest)
        loaded.push_back(std::move(image));
    return loaded;
}

} // namespace

Result<std::vector<LoadedImage>> loadOciLayout(const SpoolFolder &spool, LayerImport &layers)
{
    return OciLayout(spool, layers).load();
}

} // namespace quayside::images

#include "engine/images/content/manifest.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/document.h"

#include <sys/utsname.h>

#include <algorithm>

namespace quayside::images
{
namespace
{

using api::Json;

Result<std::string> text(const Json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return std::string();
    if (!found->is_string())
        return fail(ErrorKind::InvalidArgument, "{} is no string", key);
    return found->get<std::string>();
}

Result<std::vector<std::string>> texts(const Json &object, const char *key)
{
    std::vector<std::string> list;
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return list;
    if (!found->is_array())
        return fail(ErrorKind::InvalidArgument, "{} is no list", key);
    for (const Json &item : *found) {
        if (!item.is_string())
            return fail(ErrorKind::InvalidArgument, "{} has something that is no string", key);
        list.push_back(item.get<std::string>());
    }
    return list;
}

Result<std::optional<api::OCIPlatform>> platformOf(const Json &descriptor)
{
    const auto found = descriptor.find("platform");
    if (found == descriptor.end() || !found->is_object())
        return std::nullopt;
    api::OCIPlatform platform;
    TRY(platform.os, text(*found, "os"));
    TRY(platform.architecture, text(*found, "architecture"));
    TRY(platform.variant, text(*found, "variant"));
    return platform;
}

Result<api::OCIDescriptor> descriptorOf(const Json &json, const char *what)
{
    if (!json.is_object())
        return fail(ErrorKind::InvalidArgument, "{} is no descriptor", what);
    api::OCIDescriptor descriptor;
    TRY(descriptor.mediaType, text(json, "mediaType"));
    TRY(descriptor.digest, text(json, "digest"));
    CHECK(checkDigest(descriptor.digest));
    const auto size = json.find("size");
    if (size == json.end() || !size->is_number_integer() || size->get<std::int64_t>() < 0)
        return fail(ErrorKind::InvalidArgument, "{} has no size", what);
    descriptor.size = size->get<std::int64_t>();
    TRY(descriptor.urls, texts(json, "urls"));
    TRY(descriptor.platform, platformOf(json));
    if (const auto notes = json.find("annotations"); notes != json.end() && notes->is_object()) {
        for (const auto &[key, value] : notes->items()) {
            if (value.is_string())
                descriptor.annotations[key] = value.get<std::string>();
        }
    }
    return descriptor;
}

Result<std::vector<api::OCIDescriptor>> descriptorsOf(const Json &json, const char *key)
{
    std::vector<api::OCIDescriptor> list;
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array() || found->size() > 1000)
        return fail(ErrorKind::InvalidArgument, "{} is no list of descriptors", key);
    for (const Json &item : *found) {
        TRY(api::OCIDescriptor descriptor, descriptorOf(item, key));
        list.push_back(std::move(descriptor));
    }
    return list;
}

Result<Manifest> fieldsOf(const Json &json)
{
    if (!json.is_object())
        return fail(ErrorKind::InvalidArgument, "it is no object");
    TRY(const std::string type, text(json, "mediaType"));
    const bool index = json.contains("manifests");
    const bool saysIndex =
        type.find("index") != std::string::npos || type.find("manifest.list") != std::string::npos;
    if (index && (json.contains("layers") || json.contains("config")))
        return fail(ErrorKind::InvalidArgument, "it is both an index and a manifest");
    if (!type.empty() && saysIndex != index)
        return fail(ErrorKind::InvalidArgument, "its content does not fit its media type {}",
                    type.substr(0, 100));
    if (json.contains("fsLayers") || json.contains("signatures"))
        return fail(ErrorKind::InvalidArgument,
                    "it is a manifest of schema 1, which nobody should use any more");
    Manifest manifest{.isIndex = index};
    if (index) {
        TRY(manifest.manifests, descriptorsOf(json, "manifests"));
        return manifest;
    }
    const auto config = json.find("config");
    if (config == json.end())
        return fail(ErrorKind::InvalidArgument, "it has no config");
    TRY(manifest.config, descriptorOf(*config, "config"));
    TRY(manifest.layers, descriptorsOf(json, "layers"));
    return manifest;
}

Result<std::vector<ArchivedImage>> archivedImages(const Json &json)
{
    if (!json.is_array())
        return fail(ErrorKind::InvalidArgument, "it is no list of images");
    std::vector<ArchivedImage> images;
    for (const Json &item : json) {
        if (!item.is_object())
            return fail(ErrorKind::InvalidArgument, "it has something that is no image");
        ArchivedImage image;
        TRY(image.config, text(item, "Config"));
        TRY(image.names, texts(item, "RepoTags"));
        TRY(image.layers, texts(item, "Layers"));
        if (image.config.empty())
            return fail(ErrorKind::InvalidArgument, "one of its images has no Config");
        images.push_back(std::move(image));
    }
    return images;
}

bool fits(const api::OCIDescriptor &descriptor, const Platform &platform, bool withVariant)
{
    return descriptor.platform && descriptor.platform->os == platform.os &&
           descriptor.platform->architecture == platform.architecture &&
           (!withVariant || descriptor.platform->variant == platform.variant);
}

} // namespace

Result<Manifest> parseManifest(std::string_view json)
{
    auto parsed = api::parseJson(json, {.bytes = maxDocument});
    if (!parsed)
        return wrap(parsed.error(), "the manifest");
    auto manifest = fieldsOf(*parsed);
    if (!manifest)
        return wrap(manifest.error(), "the manifest");
    return manifest;
}

std::string encodeManifest(const ImageRecord &image)
{
    const auto descriptor = [](std::string_view type, const std::string &digest, std::uint64_t size) {
        return api::Json{{"mediaType", type}, {"digest", digest}, {"size", size}};
    };
    api::Json json = {{"schemaVersion", 2},
                      {"mediaType", ociManifestType},
                      {"config", descriptor("application/vnd.oci.image.config.v1+json", image.id,
                                            image.configuration.size())},
                      {"layers", api::Json::array()}};
    for (const LayerRecord &layer : image.layers)
        json["layers"].push_back(descriptor(layer.mediaType, layer.blob, layer.blobSize));
    return json.dump();
}

Result<std::vector<ArchivedImage>> parseArchiveManifest(std::string_view json)
{
    auto parsed = api::parseJson(json, {.bytes = maxDocument});
    if (!parsed)
        return wrap(parsed.error(), "manifest.json");
    auto images = archivedImages(*parsed);
    if (!images)
        return wrap(images.error(), "manifest.json");
    return images;
}

Platform hostPlatform()
{
    utsname name{};
    ::uname(&name);
    const std::string machine = name.machine;
    static const std::pair<const char *, Platform> known[] = {
        {"x86_64", {"linux", "amd64", ""}}, {"aarch64", {"linux", "arm64", "v8"}},
        {"armv7l", {"linux", "arm", "v7"}}, {"armv6l", {"linux", "arm", "v6"}},
        {"i686", {"linux", "386", ""}},     {"loongarch64", {"linux", "loong64", ""}}};
    for (const auto &[from, platform] : known) {
        if (machine == from)
            return platform;
    }
    return {"linux", machine, ""}; // riscv64, ppc64le, s390x are called so by both
}

bool isAttestation(const api::OCIDescriptor &descriptor)
{
    return descriptor.annotations.contains("vnd.docker.reference.type") ||
           (descriptor.platform && descriptor.platform->os == "unknown");
}

Result<api::OCIDescriptor> choose(const std::vector<api::OCIDescriptor> &manifests, const Platform &platform,
                                  Sole sole)
{
    std::vector<api::OCIDescriptor> images;
    std::ranges::copy_if(manifests, std::back_inserter(images),
                         [](const auto &one) { return !isAttestation(one); });
    if (images.size() == 1 && sole == Sole::Take)
        return images.front(); // no choice: a foreign one can still be looked at, copied, saved
    for (const bool withVariant : {true, false}) {
        const auto found =
            std::ranges::find_if(images, [&](const auto &one) { return fits(one, platform, withVariant); });
        if (found != images.end())
            return *found;
    }
    std::string there;
    for (const api::OCIDescriptor &image : images)
        there += (there.empty() ? "" : ", ") +
                 (image.platform ? image.platform->os + "/" + image.platform->architecture : "?");
    return fail(ErrorKind::NotFound, "there is no image for {}/{}; there is: {}", platform.os,
                platform.architecture, there.empty() ? "none" : there);
}

std::string layerMediaType(std::string_view firstBytes)
{
    const std::string type = "application/vnd.oci.image.layer.v1.tar";
    if (firstBytes.starts_with("\x1f\x8b"))
        return type + "+gzip";
    if (firstBytes.starts_with("\x28\xb5\x2f\xfd"))
        return type + "+zstd";
    return type;
}

} // namespace quayside::images

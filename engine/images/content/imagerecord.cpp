#include "engine/images/content/imagerecord.h"

#include "engine/api/json.h"
#include "engine/images/content/digest.h"

namespace quayside::images
{
namespace
{

api::Json toJson(const LayerRecord &layer)
{
    api::Json json = {{"id", layer.id},
                      {"diffId", layer.diffId},
                      {"blob", layer.blob},
                      {"mediaType", layer.mediaType},
                      {"blobSize", layer.blobSize},
                      {"size", layer.size}};
    if (layer.packed)
        json["packed"] = true;
    if (!layer.sent.empty())
        json["sent"] = {layer.sent, layer.sentSize};
    return json;
}

// Throws where it does not fit.
LayerRecord layerOf(const api::Json &json)
{
    LayerRecord layer{.id = json.at("id").get<std::string>(),
                      .diffId = json.at("diffId").get<std::string>(),
                      .blob = json.at("blob").get<std::string>(),
                      .mediaType = json.at("mediaType").get<std::string>(),
                      .blobSize = json.at("blobSize").get<std::uint64_t>(),
                      .size = json.at("size").get<std::uint64_t>(),
                      .packed = json.value("packed", false)};
    if (json.contains("sent")) {
        layer.sent = json.at("sent").at(0).get<std::string>();
        layer.sentSize = json.at("sent").at(1).get<std::uint64_t>();
    }
    return layer;
}

} // namespace

const KeptIndex *indexOf(const ImageRecord &image, std::uint32_t viewer)
{
    auto found = image.indexes.find(viewer);
    if (found == image.indexes.end())
        found = viewer == 0 ? image.indexes.begin() : image.indexes.find(0);
    return found == image.indexes.end() ? nullptr : &found->second;
}

std::string encode(const LayerRecord &record)
{
    return toJson(record).dump();
}

Result<LayerRecord> decodeLayerRecord(std::string_view json)
{
    const auto parsed = api::parseJson(json);
    if (!parsed)
        return wrap(parsed.error(), "the record of a layer is damaged");
    try {
        return layerOf(*parsed);
    } catch (const api::Json::exception &error) {
        return fail(ErrorKind::Internal, "the record of a layer is damaged: {}", error.what());
    }
}

std::string encode(const ImageRecord &record)
{
    api::Json json = {{"configuration", record.configuration},
                      {"added", record.added},
                      {"owners", record.owners},
                      {"layers", api::Json::array()}};
    if (!record.manifest.empty())
        json["manifest"] = record.manifest;
    for (const RepoDigest &one : record.digests)
        json["digests"].push_back({one.repository, one.digest, one.owner});
    for (const auto &[owner, index] : record.indexes)
        json["indexes"].push_back({owner, index.digest, index.blobs});
    for (const LayerRecord &layer : record.layers)
        json["layers"].push_back(toJson(layer));
    return json.dump();
}

Result<ImageRecord> decodeImageRecord(std::string_view json)
{
    // The configuration is a string inside: it may have grown by its escapes.
    auto parsed = api::parseJson(json, {.bytes = 3 * maxDocument});
    if (!parsed)
        return wrap(parsed.error(), "the record of an image is damaged");
    ImageRecord record;
    // Our own document: what does not fit it is damage, and nlohmann says so by throwing.
    try {
        record.configuration = parsed->at("configuration").get<std::string>();
        record.added = parsed->at("added").get<std::int64_t>();
        // Of before images had owners: the system's.
        record.owners = parsed->value("owners", std::set<std::uint32_t>{0});
        record.manifest = parsed->value("manifest", std::string());
        for (const api::Json &one : parsed->value("digests", api::Json::array()))
            record.digests.insert(
                {one.at(0).get<std::string>(), one.at(1).get<std::string>(), one.at(2).get<std::uint32_t>()});
        for (const api::Json &one : parsed->value("indexes", api::Json::array()))
            record.indexes[one.at(0).get<std::uint32_t>()] = {one.at(1).get<std::string>(),
                                                              one.at(2).get<std::set<std::string>>()};
        for (const api::Json &layer : parsed->at("layers"))
            record.layers.push_back(layerOf(layer));
    } catch (const api::Json::exception &error) {
        return fail(ErrorKind::Internal, "the record of an image is damaged: {}", error.what());
    }
    record.id = digestOf(record.configuration);
    TRY(record.document, parseDocument(record.configuration));
    return record;
}

} // namespace quayside::images

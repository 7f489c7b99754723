#include "models/client/imagecontents.h"

#include "models/client/aside.h"

namespace quayside::client
{

namespace
{

std::string insideImage(const std::string &name, const std::string &rest)
{
    return "/quayside/images/" + api::percentEncode(name, true) + rest;
}

std::string wordOf(LayerChoice layer)
{
    return layer ? std::to_string(*layer) : "all";
}

// A path in its coded form is a value like any other, and is coded once more for the query.
Query placeOf(LayerChoice layer, const std::string &codedPath)
{
    return {{"layer", wordOf(layer)}, {"encoded", codedPath}};
}

} // namespace

std::string codePath(const std::string &path)
{
    return api::percentEncode(path, true);
}

Call imageContents(EngineClient &client, const std::string &image, QObject *context,
                   Done<api::ImageContents> done)
{
    return fetchAside(client.http(), get(insideImage(image, "/contents")), context, std::move(done));
}

Call imageFolder(EngineClient &client, const std::string &image, LayerChoice layer,
                 const std::string &codedPath, QObject *context, Done<api::ImageFolder> done)
{
    return fetchAside(client.http(), get(target(insideImage(image, "/tree"), placeOf(layer, codedPath))),
                      context, std::move(done));
}

Call findInImage(EngineClient &client, const std::string &image, const FindFiles &wanted, QObject *context,
                 Done<api::FoundEntries> done)
{
    const Query query{
        {"text", wanted.text}, {"layer", wordOf(wanted.layer)}, {"limit", std::to_string(wanted.limit)}};
    return fetchAside(client.http(), get(target(insideImage(image, "/find"), query)), context,
                      std::move(done));
}

Call imageFile(EngineClient &client, const std::string &image, LayerChoice layer,
               const std::string &codedPath, QIODevice *file, QObject *context,
               EngineClient::OnBytes onReceived, Done<void> done)
{
    return download(client.http(), target(insideImage(image, "/file"), placeOf(layer, codedPath)), file,
                    context, std::move(onReceived), std::move(done));
}

Call compareImages(EngineClient &client, const std::string &image, const std::string &other,
                   const std::string &codedPath, QObject *context, Done<api::ImageFolder> done)
{
    const Query query{{"with", other}, {"encoded", codedPath}};
    return fetchAside(client.http(), get(target(insideImage(image, "/compare"), query)), context,
                      std::move(done));
}

Call imagePackages(EngineClient &client, const std::string &image, QObject *context,
                   Done<api::ImagePackages> done)
{
    return fetchAside(client.http(), get(insideImage(image, "/packages")), context, std::move(done));
}

Call imageDisk(EngineClient &client, const std::string &image, QObject *context, Done<api::ImageDisk> done)
{
    return fetch(client.http(), get(insideImage(image, "/disk")), context, std::move(done));
}

Call previewImagePrune(EngineClient &client, const api::Filters &filters, QObject *context,
                       Done<api::ImagePrunePreview> done)
{
    Query query;
    if (!filters.empty())
        query.emplace_back("filters", api::encode(filters));
    return fetch(client.http(), get(target("/quayside/images/prune", query)), context, std::move(done));
}

} // namespace quayside::client

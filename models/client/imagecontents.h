// Calls that look into images: layers and their files, packages, what differs, what is on the disk.
// As all calls: see engineclient.h. Our engine only: the feature "layer-explorer" of docs/extensions.md. Long
// answers are read aside, so that a folder of 100,000 files does not hold up the window.
#pragma once

#include "engine/api/types/imagecontents.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

// Absent: the whole image, as a container sees it.
using LayerChoice = std::optional<std::int64_t>;

// Paths inside an image are bytes; the calls take them percent-encoded, which every name survives.
std::string codePath(const std::string &path);

Call imageContents(EngineClient &client, const std::string &image, QObject *context,
                   Done<api::ImageContents> done);

// One folder. With a layer: only what that layer changed.
Call imageFolder(EngineClient &client, const std::string &image, LayerChoice layer,
                 const std::string &codedPath, QObject *context, Done<api::ImageFolder> done);

// Paths that contain the text, without regard to case.
struct FindFiles {
    std::string text;
    LayerChoice layer;
    int limit = 500;
};
Call findInImage(EngineClient &client, const std::string &image, const FindFiles &wanted, QObject *context,
                 Done<api::FoundEntries> done);

// The bytes of one regular file; with a layer: as it was after that one. file: open for writing; must outlive
// the call.
Call imageFile(EngineClient &client, const std::string &image, LayerChoice layer,
               const std::string &codedPath, QIODevice *file, QObject *context,
               EngineClient::OnBytes onReceived, Done<void> done);

// One folder, only what differs. "added" is what `other` has and `image` has not.
Call compareImages(EngineClient &client, const std::string &image, const std::string &other,
                   const std::string &codedPath, QObject *context, Done<api::ImageFolder> done);

Call imagePackages(EngineClient &client, const std::string &image, QObject *context,
                   Done<api::ImagePackages> done);

Call imageDisk(EngineClient &client, const std::string &image, QObject *context, Done<api::ImageDisk> done);

// What a prune with these filters would remove. Nothing is removed.
Call previewImagePrune(EngineClient &client, const api::Filters &filters, QObject *context,
                       Done<api::ImagePrunePreview> done);

} // namespace quayside::client

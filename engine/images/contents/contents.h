// What is inside images: layers, trees, files, packages. docs/images.md says what the figures mean.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/imagecontents.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstddef>
#include <optional>
#include <string>

namespace quayside::images
{

// Thread-safe; calls may take as long as the disk needs to read the names of an image's files for the first
// time. Images are named, and seen, as in Images::inspect(): NotFound "No such image: …".
class Contents
{
public:
    virtual ~Contents() = default;
    using Peer = access::Peer;

    // A path in an image. With a layer: as that layer changed it (folders) or left it (files); else as a
    // container sees it. InvalidArgument: the image has no such layer.
    struct Place {
        std::string image, path = "/";
        std::optional<std::size_t> layer; // index, bottom first
    };

    virtual Result<api::ImageContents> overview(const Peer &, const std::string &image) = 0;
    // NotFound: no such path; InvalidArgument: it is no folder. `text`: only what has it in a name.
    virtual Result<api::ImageFolder> folder(const Peer &, const Place &place, const std::string &text) = 0;
    // InvalidArgument: no text.
    virtual Result<api::FoundEntries> find(const Peer &, const Place &below, const std::string &text,
                                           std::size_t limit) = 0;
    // A regular file, open for reading; links are followed inside the image. NotFound; InvalidArgument: it is
    // none.
    virtual Result<Fd> openFile(const Peer &, const Place &place) = 0;
    // What `other` has that `place.image` has not, and the other way round.
    virtual Result<api::ImageFolder> compare(const Peer &, const Place &place, const std::string &other) = 0;
    virtual Result<api::ImagePackages> packages(const Peer &, const std::string &image) = 0;
};

} // namespace quayside::images

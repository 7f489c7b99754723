#include "engine/images/explorer.h"

#include "engine/base/rootedpath.h"
#include "engine/images/contents/survey.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace quayside::images
{
namespace
{

std::int64_t number(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

// The steps of the history that made layers, bottom first.
std::vector<const ImageDocument::Step *> layerSteps(const ImageDocument &document)
{
    std::vector<const ImageDocument::Step *> steps;
    for (const ImageDocument::Step &step : document.history)
        if (!step.emptyLayer)
            steps.push_back(&step);
    return steps;
}

api::LayerContents layerOf(const ImageRecord &image, std::size_t index, const LayerFigures &figures)
{
    const LayerRecord &layer = image.layers[index];
    api::LayerContents contents{.index = number(index),
                                .id = layer.id,
                                .diffId = layer.diffId,
                                .size = number(layer.size),
                                .added = number(figures.added),
                                .changed = number(figures.changed),
                                .removed = number(figures.removed),
                                .wastedBytes = number(figures.wasted)};
    if (!layer.packed) {
        contents.digest = layer.blob;
        contents.compressedSize = number(layer.blobSize);
    }
    if (const auto steps = layerSteps(image.document); index < steps.size()) {
        contents.createdBy = steps[index]->createdBy;
        contents.comment = steps[index]->comment;
        contents.created = steps[index]->created;
    }
    return contents;
}

} // namespace

Result<Explorer::Opened> Explorer::open(const Peer &peer, const std::string &image)
{
    Opened opened{.hold = m_hold()};
    TRY(const Catalog::Tagged found, m_catalog.find(peer.uid, image));
    opened.image = found.image;
    std::vector<storage::LayerId> layers;
    for (const LayerRecord &layer : found.image->layers)
        layers.push_back(layer.id);
    auto indices = m_indices.open(layers);
    if (!indices)
        return wrap(std::move(indices).error(), "looking into image {}", image);
    opened.indices = *std::move(indices);
    for (const auto &index : opened.indices)
        opened.layers.push_back(&index->index());
    return opened;
}

Result<> Explorer::checkLayer(const Opened &opened, std::optional<std::size_t> layer)
{
    if (layer && *layer >= opened.layers.size())
        return fail(ErrorKind::InvalidArgument, "the image has no layer {}: it has {}, counted from 0",
                    *layer, opened.layers.size());
    return {};
}

Result<api::ImageContents> Explorer::overview(const Peer &peer, const std::string &image)
{
    TRY(const Opened opened, open(peer, image));
    const Survey found = survey(opened.layers);
    api::ImageContents contents{.id = opened.image->id, .files = number(found.files)};
    for (std::size_t index = 0; index < opened.layers.size(); ++index) {
        contents.layers.push_back(layerOf(*opened.image, index, found.layers[index]));
        contents.size += contents.layers.back().size;
    }
    contents.wastedBytes = number(found.wasted);
    if (contents.size > 0)
        contents.efficiency =
            std::max(0.0, 1 - static_cast<double>(contents.wastedBytes) / static_cast<double>(contents.size));
    for (const Waste &waste : found.waste)
        contents.waste.push_back({waste.path,
                                  number(waste.layers.size()),
                                  number(waste.bytes),
                                  {waste.layers.begin(), waste.layers.end()}});
    return contents;
}

// One layer against those below it; all of them against the lowest, which is what the image was made from.
Listing Explorer::listingOf(const Opened &opened, std::optional<std::size_t> layer)
{
    const std::span<const LayerIndex *const> all(opened.layers);
    if (all.empty())
        return {};
    if (!layer)
        return {.root = {rootOf(all.first(1)), rootOf(all), After::Whole}};
    return {.root = {rootOf(all.first(*layer)),
                     rootOf(all.subspan(*layer, 1), static_cast<std::uint32_t>(*layer)), After::Layer},
            .shown = Listing::Shown::Differences};
}

Result<api::ImageFolder> Explorer::folder(const Peer &peer, const Place &place, const std::string &text)
{
    TRY(const Opened opened, open(peer, place.image));
    CHECK(checkLayer(opened, place.layer));
    return listFolder(listingOf(opened, place.layer), place.path, text);
}

Result<api::FoundEntries> Explorer::find(const Peer &peer, const Place &below, const std::string &text,
                                         std::size_t limit)
{
    TRY(const Opened opened, open(peer, below.image));
    CHECK(checkLayer(opened, below.layer));
    return findEntries(listingOf(opened, below.layer), text, limit);
}

// The index has said which layer has it and under which name without links: on the way to it none is
// followed, so that nothing but that layer can be read, whatever it is by now.
Result<Fd> Explorer::openResolved(const Opened &opened, const Resolved &resolved) const
{
    const LayerPart &part = resolved.seen.top();
    if (part.entry().type != NodeType::File)
        return fail(ErrorKind::InvalidArgument, "/{} is no regular file", resolved.path);
    TRY(const Fd layer, m_layers.openLayer(opened.image->layers[part.layer].id));
    TRY(Fd file, openInRoot(systemKernel(), layer.get(), resolved.path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0,
                            Links::Refuse));
    struct stat status{};
    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorKind::InvalidArgument, "/{} is no regular file", resolved.path);
    return file;
}

Result<Fd> Explorer::openFile(const Peer &peer, const Place &place)
{
    TRY(const Opened opened, open(peer, place.image));
    CHECK(checkLayer(opened, place.layer));
    const std::span<const LayerIndex *const> all(opened.layers);
    TRY(const Resolved resolved,
        resolvePath(rootOf(place.layer ? all.first(*place.layer + 1) : all), place.path));
    return openResolved(opened, resolved);
}

Result<api::ImageFolder> Explorer::compare(const Peer &peer, const Place &place, const std::string &other)
{
    TRY(const Opened first, open(peer, place.image));
    TRY(const Opened second, open(peer, other));
    return listFolder({.root = {rootOf(first.layers), rootOf(second.layers), After::Copy},
                       .shown = Listing::Shown::Differences,
                       .bothSizes = true},
                      place.path, "");
}

} // namespace quayside::images

// Contents, implemented: from the catalog's images to their layers' indices.
#pragma once

#include "engine/images/catalog.h"
#include "engine/images/contents/contents.h"
#include "engine/images/contents/indexstore.h"
#include "engine/images/contents/listing.h"
#include "engine/images/contents/view.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quayside::images
{

class Explorer : public Contents
{
public:
    // While what it returns lives, no layer goes away.
    using Hold = std::function<std::shared_ptr<void>()>;
    // `program`: has runRpmChild() behind rpmArgument (contents/packages/rpmchild.h).
    Explorer(const Catalog &catalog, storage::LayerStore &layers, Hold hold, std::string program)
        : m_catalog(catalog), m_layers(layers), m_hold(std::move(hold)), m_program(std::move(program)),
          m_indices(layers)
    {
    }

    Result<api::ImageContents> overview(const Peer &peer, const std::string &image) override;
    Result<api::ImageFolder> folder(const Peer &peer, const Place &place, const std::string &text) override;
    Result<api::FoundEntries> find(const Peer &peer, const Place &below, const std::string &text,
                                   std::size_t limit) override;
    Result<Fd> openFile(const Peer &peer, const Place &place) override;
    Result<api::ImageFolder> compare(const Peer &peer, const Place &place, const std::string &other) override;
    Result<api::ImagePackages> packages(const Peer &peer, const std::string &image) override;

private:
    // An image with what is known of its layers.
    struct Opened {
        std::shared_ptr<void> hold;
        ImagePointer image;
        std::vector<std::shared_ptr<const LoadedIndex>> indices;
        std::vector<const LayerIndex *> layers; // bottom first
    };
    Result<Opened> open(const Peer &peer, const std::string &image);
    static Result<> checkLayer(const Opened &opened, std::optional<std::size_t> layer);
    static Listing listingOf(const Opened &opened, std::optional<std::size_t> layer);
    Result<Fd> openResolved(const Opened &opened, const Resolved &resolved) const;

    // packages.cpp
    static std::vector<Resolved> versionsOf(const Opened &opened, std::string_view path);
    Result<std::vector<api::ImagePackage>> packagesIn(const Opened &opened, const std::string &database,
                                                      std::string_view path, const Resolved &version) const;
    bool readDatabase(const Opened &opened, const std::string &database, std::string_view path,
                      api::ImagePackages &into) const;
    void readDistroless(const Opened &opened, api::ImagePackages &into) const;

    const Catalog &m_catalog;
    storage::LayerStore &m_layers;
    Hold m_hold;
    std::string m_program;
    IndexStore m_indices;
};

} // namespace quayside::images

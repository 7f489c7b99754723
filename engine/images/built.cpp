// What builds take of images, and make of them.
#include "engine/images/imageservice.h"

#include "engine/images/content/digest.h"
#include "engine/images/content/reference.h"

#include <algorithm>

namespace quayside::images
{

Result<std::shared_ptr<const ImageRecord>> ImageService::record(const Peer &peer,
                                                                const std::string &nameOrId) const
{
    TRY(const Catalog::Tagged found, m_catalog->find(peer.uid, nameOrId));
    return found.image;
}

Result<std::string> ImageService::add(const Peer &peer, ImageRecord image,
                                      const std::vector<std::string> &names)
{
    std::vector<std::string> familiar;
    for (const std::string &name : names) {
        TRY(const Reference reference, parseTagged(name));
        familiar.push_back(reference.familiar());
    }
    const Making making(*this);
    if (image.configuration.empty())
        image.configuration = encodeDocument(image.document);
    image.id = digestOf(image.configuration);
    const auto known = m_catalog->find(peer.uid, image.id);
    const auto named = [&](const std::string &name) {
        const auto owner = m_catalog->named(peer.uid, name);
        return owner && owner->image == image.id && owner->key.owner == peer.uid;
    };
    if (known && known->image->owners.contains(peer.uid) && std::ranges::all_of(familiar, named))
        return image.id;
    for (const LayerRecord &layer : image.layers)
        if (!m_layers.contains(layer.id))
            return fail(ErrorKind::NotFound, "layer {} of the image is gone: build it again", layer.id);
    CHECK(m_catalog->add({{image, familiar}}, peer.uid));
    for (const std::string &name : familiar)
        announce("tag", image, name, peer.uid);
    return image.id;
}

} // namespace quayside::images

#include "engine/build/solve/enter.h"

#include "engine/build/steps/config.h"
#include "engine/images/content/document.h"
#include "engine/images/images.h"
#include "engine/storage/folders.h"
#include "engine/storage/layerstore.h"

namespace quayside::build
{

Result<api::BuildStepImage> enterStep(const Builds::Services &services, StepImages &stepImages,
                                      const access::Peer &peer, const std::string &build, int step)
{
    TRY(auto state, services.history.stateAfter(peer, build, step));
    const auto hold = services.images.hold(); // from the look to the image
    for (const auto &layer : state.layers)
        if (!services.layers.contains(layer.id))
            return fail(ErrorKind::Conflict,
                        "the files of step {} are gone: the build cache has been pruned since, or the image "
                        "below it removed. Build it again to enter it",
                        step);
    images::ImageRecord image{.layers = std::move(state.layers)};
    TRY(image.document, images::parseDocument(state.document));
    TRY(const auto record, services.history.inspect(peer, build)); // its whole id
    image.document.config.labels["quayside.build"] = record.id;
    image.document.config.labels["quayside.build.step"] = std::to_string(step);
    // Makes it an image of its own: it goes with its container, whoever else looks into the same step.
    image.document.config.labels["quayside.build.entry"] = storage::randomName("");
    api::BuildStepImage entered{
        .image = {}, .shell = shellOf(image.document.config), .environment = std::move(state.arguments)};
    TRY(entered.image, services.images.add(peer, std::move(image), {}));
    CHECK(stepImages.add(entered.image, peer.uid));
    return entered;
}

} // namespace quayside::build

#include "engine/images/archive/archive.h"

#include "engine/images/archive/formats.h"

namespace quayside::images
{

// The archive's files may come in any order, so all of them are laid down first; layers are unpacked from
// there, and their files become the blobs by a link: nothing is copied.
Result<std::vector<LoadedImage>> load(api::ByteSource &archive, const Workshop &workshop, bool allPlatforms,
                                      const ProgressSink &progress)
{
    TRY(const SpoolFolder spool, workshop.blobs.spool());
    UnpackOptions options{
        .program = workshop.unpackProgram, .mode = UnpackMode::Spool, .limits = workshop.limits};
    options.limits.entries = 100'000;
    options.limits.depth = 16;
    if (const auto laidDown = unpack(archive, spool.folder(), options); !laidDown)
        return wrap(laidDown.error(), "reading the image archive");
    LayerImport layers(workshop, progress);
    const bool docker = spool.openFile("manifest.json").has_value();
    if (!docker && !spool.openFile("index.json"))
        return fail(ErrorKind::InvalidArgument,
                    "this is no image archive: it has neither manifest.json (docker save) nor "
                    "index.json (OCI layout). A root file system becomes an image with import");
    auto loaded = docker ? loadDockerArchive(spool, layers) : loadOciLayout(spool, layers);
    if (!loaded)
        return loaded;
    if (loaded->empty())
        return fail(ErrorKind::InvalidArgument, "the archive holds no image");
    CHECK(layers.finish());
    if (allPlatforms)
        CHECK(keepIndices(spool, workshop.blobs, *loaded));
    CHECK(workshop.blobs.flush());
    return loaded;
}

} // namespace quayside::images

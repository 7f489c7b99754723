#include "engine/containers/lifecycle/mountspecs.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::containers;

namespace
{

Result<std::vector<MountSpec>> binds(std::vector<std::string> list)
{
    api::HostConfig host;
    host.binds = std::move(list);
    return mountSpecs({}, host);
}

TEST(MountSpecs, binds)
{
    const auto specs =
        binds({"/host//dir/:/in/./side:ro,z", "data:/data:nocopy", "/anon", "/h:/in/side/below"});
    ASSERT_TRUE(specs) << specs.error().message;
    ASSERT_EQ(specs->size(), 4u);
    EXPECT_EQ((*specs)[0].target, "/anon");
    EXPECT_TRUE((*specs)[0].anonymous);
    EXPECT_EQ((*specs)[1].target, "/data");
    EXPECT_EQ((*specs)[1].type, MountType::Volume);
    EXPECT_TRUE((*specs)[1].noCopy);
    EXPECT_EQ((*specs)[2].target, "/in/side");
    EXPECT_EQ((*specs)[2].source, "/host/dir");
    EXPECT_TRUE((*specs)[2].readOnly);
    EXPECT_TRUE((*specs)[2].createSource);
    EXPECT_EQ((*specs)[3].target, "/in/side/below") << "a parent comes before what lies in it";
}

TEST(MountSpecs, refused)
{
    const std::pair<std::vector<std::string>, const char *> cases[] = {
        {{""}, "invalid volume specification"},           {{"a:b:c:d"}, "invalid volume specification"},
        {{"/a:relative"}, "mount path must be absolute"}, {{"/a:/"}, "destination can't be '/'"},
        {{"/a:/x/.."}, "destination can't be '/'"},       {{"/a:/b:bogus"}, "invalid mode: bogus"},
        {{"/a:/b:nocopy"}, "invalid mode: nocopy"},       {{"/a:/b:rshared"}, "a user namespace of its own"},
        {{"../up:/b"}, "includes invalid characters"},    {{"/a:/b", "/c:/b/"}, "Duplicate mount point: /b"},
    };
    for (const auto &[list, message] : cases) {
        const auto specs = binds(list);
        ASSERT_FALSE(specs) << list.front();
        EXPECT_NE(specs.error().message.find(message), std::string::npos) << specs.error().message;
    }
}

api::Mount mount(std::string type, std::string source, std::string target)
{
    return {.type = std::move(type), .source = std::move(source), .target = std::move(target)};
}

Result<std::vector<MountSpec>> mounts(api::Mount one)
{
    api::HostConfig host;
    host.mounts = {std::move(one)};
    return mountSpecs({}, host);
}

TEST(MountSpecs, images)
{
    auto image = mount("image", "busybox:1", "/b");
    image.imageOptions = api::MountImageOptions{.subpath = "usr/share"};
    const auto specs = mounts(image);
    ASSERT_TRUE(specs) << specs.error().message;
    EXPECT_EQ(specs->front().type, MountType::Image);
    EXPECT_EQ(specs->front().name, "busybox:1");
    EXPECT_EQ(specs->front().source, "usr/share");
    EXPECT_TRUE(specs->front().readOnly);
    for (const char *outside : {"/etc", "../x", "a/../../x"}) {
        image.imageOptions->subpath = outside;
        EXPECT_FALSE(mounts(image)) << outside;
    }
    EXPECT_FALSE(mounts(mount("image", "", "/b")));
    image.imageOptions.reset();
    image.bindOptions.emplace();
    EXPECT_FALSE(mounts(image));
}

TEST(MountSpecs, propagation)
{
    EXPECT_EQ(binds({"/a:/b:ro,rslave"})->front().propagation, "rslave");
    EXPECT_EQ(binds({"/a:/b"})->front().propagation, "");
    EXPECT_FALSE(binds({"/a:/b:unbindable"})) << "as in Docker";
    EXPECT_FALSE(binds({"data:/b:rslave"})) << "a volume's mounts are nobody's";
    api::HostConfig host;
    host.binds = {"/a:/b:rshared"};
    host.usernsMode = "host";
    EXPECT_TRUE(mountSpecs({}, host));
    host.usernsMode = "private";
    host.privileged = true;
    EXPECT_FALSE(mountSpecs({}, host));
}

TEST(MountSpecs, mounts)
{
    EXPECT_FALSE(mounts(mount("bind", "/a", "/b"))->front().createSource);
    EXPECT_TRUE(mounts(mount("volume", "", "/b"))->front().anonymous);
    auto tmpfs = mount("tmpfs", "", "/t");
    tmpfs.tmpfsOptions = api::MountTmpfsOptions{.sizeBytes = 4096, .mode = 01777, .options = {{"noexec"}}};
    EXPECT_EQ(mounts(tmpfs)->front().tmpfsOptions, "size=4096,mode=1777,noexec");
    EXPECT_FALSE(mounts(mount("bind", "rel", "/b")));
    EXPECT_FALSE(mounts(mount("tmpfs", "/x", "/b")));
    EXPECT_FALSE(mounts(mount("bind", "/x", "")));
    EXPECT_EQ(mounts(mount("npipe", "x", "/b")).error().kind, ErrorKind::NotSupported);
    EXPECT_EQ(mounts(mount("weird", "x", "/b")).error().kind, ErrorKind::InvalidArgument);
    auto climbing = mount("volume", "data", "/b");
    climbing.volumeOptions = api::MountVolumeOptions{.subpath = "a/../../x"};
    EXPECT_FALSE(mounts(climbing));
    auto device = mount("volume", "data", "/b");
    auto &driver = device.volumeOptions.emplace().driverConfig.emplace();
    driver.options = {{"type", "nfs"}, {"device", ":/x"}};
    EXPECT_EQ(mounts(device).error().kind, ErrorKind::NotSupported);
    driver.options = {{"type", "none"}, {"device", "/x"}, {"o", "bind"}};
    EXPECT_EQ(mounts(device)->front().options, driver.options);
    driver.name = "rexray";
    EXPECT_EQ(mounts(device).error().kind, ErrorKind::NotFound);
    auto labelled = mount("volume", "", "/b");
    labelled.volumeOptions.emplace().labels = {{"a", "b"}};
    EXPECT_EQ(mounts(labelled)->front().labels.at("a"), "b");
}

TEST(MountSpecs, recursionOfReadOnlyBinds)
{
    auto bind = mount("bind", "/a", "/b");
    bind.bindOptions = api::MountBindOptions{.readOnlyNonRecursive = true};
    EXPECT_FALSE(mounts(bind)) << "of a writable bind it makes no sense";
    bind.readOnly = true;
    EXPECT_TRUE(mounts(bind)->front().shallowReadOnly);
    bind.bindOptions->readOnlyForceRecursive = true;
    EXPECT_FALSE(mounts(bind)) << "both at once";
    bind.bindOptions->readOnlyNonRecursive = false;
    EXPECT_FALSE(mounts(bind)->front().shallowReadOnly);
}

TEST(MountSpecs, anOwnMountTakesThePlaceOfAnInheritedOne)
{
    const std::vector<MountSpec> inherited{
        {.type = MountType::Volume, .name = "theirs", .target = "/data"},
        {.type = MountType::Volume, .name = "kept", .target = "/other"},
    };
    api::HostConfig host;
    host.binds = {"mine:/data"};
    api::ContainerConfig config;
    config.volumes = {"/other", "/third"};
    const auto specs = mountSpecs(config, host, inherited);
    ASSERT_TRUE(specs) << specs.error().message;
    ASSERT_EQ(specs->size(), 3U);
    EXPECT_EQ((*specs)[0].name, "mine");
    EXPECT_EQ((*specs)[1].name, "kept") << "comes before the image's VOLUME";
    EXPECT_EQ((*specs)[2].target, "/third");
}

TEST(MountSpecs, imageVolumesGiveWay)
{
    api::ContainerConfig config;
    config.volumes = {"/data", "/cache/"};
    api::HostConfig host;
    host.binds = {"named:/data"};
    host.tmpfs = {{"/run", "rw,size=64k,noexec"}};
    const auto specs = mountSpecs(config, host);
    ASSERT_TRUE(specs);
    ASSERT_EQ(specs->size(), 3u);
    EXPECT_EQ((*specs)[0].target, "/cache");
    EXPECT_TRUE((*specs)[0].anonymous);
    EXPECT_EQ((*specs)[1].name, "named");
    EXPECT_EQ((*specs)[2].tmpfsOptions, "size=64k,noexec");
}

} // namespace

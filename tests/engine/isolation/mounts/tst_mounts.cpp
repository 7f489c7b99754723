#include "engine/isolation/mounts/apply.h"
#include "engine/isolation/mounts/prepare.h"
#include "engine/isolation/mounts/propagation.h"
#include "tests/fakes/recordingkernel.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

using namespace quayside;
using namespace quayside::isolation;
using test::RecordingKernel;

namespace
{

class Mounts : public ::testing::Test
{
protected:
    Mounts()
    {
        kernel.name(firstSlot + 0, "lower0");
        kernel.name(firstSlot + 1, "lower1");
        kernel.name(firstSlot + 2, "own");
        root = kernel.add("root");
        const std::pair<const char *, dev_t> devices[] = {
            {"null", makedev(1, 3)},   {"zero", makedev(1, 5)},    {"full", makedev(1, 7)},
            {"random", makedev(1, 8)}, {"urandom", makedev(1, 9)}, {"tty", makedev(5, 0)}};
        for (const auto &[name, device] : devices) {
            kernel.identities[std::format("/dev/{}#tree", name)] = {S_IFCHR | 0666, device};
            kernel.identities[std::format("tmpfs#fs/{}", name)] = {S_IFREG | 0666, 0};
        }
    }
    RecordingKernel kernel;
    RootPlan plan{.lower = {0, 1}, .upper = 2};
    int root;
};

TEST_F(Mounts, RootIsAnOverlayOfAttachedLayers)
{
    ASSERT_TRUE(mounts::mountRoot(kernel, plan));
    EXPECT_LT(kernel.indexOf("move_mount(tmpfs#fs, /etc)"), kernel.indexOf("move_mount(lower0, tmpfs#fs/0)"));
    EXPECT_LT(kernel.indexOf("move_mount(own, tmpfs#fs/u)"), kernel.indexOf("fsopen(overlay)"));
    for (const char *call :
         {"set(overlay, userxattr)", "set(overlay, index=off)", "set(overlay, lowerdir+=lower0)",
          "set(overlay, lowerdir+=lower1)", "set(overlay, upperdir=own/upper)",
          "set(overlay, workdir=own/work)", "move_mount(overlay#fs, /)"})
        EXPECT_TRUE(kernel.has(call)) << call << " in\n" << kernel.text();
}

TEST_F(Mounts, AnOlderKernelGetsPaths)
{
    kernel.failures["set(overlay, lowerdir+="] = {EINVAL};
    ASSERT_TRUE(mounts::mountRoot(kernel, plan));
    for (const char *call : {"fchdir(tmpfs#fs)", "set(overlay, lowerdir=0:1)",
                             "set(overlay, upperdir=u/upper)", "set(overlay, workdir=u/work)"})
        EXPECT_TRUE(kernel.has(call)) << call << " in\n" << kernel.text();
}

TEST_F(Mounts, AFailureSaysWhatTheFileSystemSaid)
{
    kernel.failures["create(overlay)"] = {EPERM};
    const auto mounted = mounts::mountRoot(kernel, plan);
    ASSERT_FALSE(mounted);
    EXPECT_EQ(mounted.error().message,
              "mounting the root file system: overlay: mounting it: the file system said so: "
              "Operation not permitted");
}

TEST_F(Mounts, PivotLetsGoOfTheHost)
{
    ASSERT_TRUE(mounts::pivot(kernel, root, true));
    EXPECT_EQ(kernel.text(), "mount_setattr(root, set=0x1, propagation=0x0)\nfchdir(root)\npivot_root(., "
                             ".)\numount2(.)\nchdir(/)\n");
}

TEST_F(Mounts, ALabHasOneMoreProc)
{
    const auto plans = mounts::defaultMounts({.lab = true});
    ASSERT_EQ(plans.size(), mounts::defaultMounts({}).size() + 1);
    EXPECT_EQ(plans.back().kind, MountKind::Proc);
    EXPECT_EQ(plans.back().target, mounts::labProc);
}

// The process that makes the copy is none of this fake's: it is never seen to end well.
TEST_F(Mounts, NothingIsEnteredWhereTheLockedCopyWasNotMade)
{
    EXPECT_FALSE(mounts::lockMounts(kernel, kernel.add("proc")));
    EXPECT_TRUE(kernel.has(std::format("clone3({:#x})", CLONE_FILES))) << kernel.text();
    EXPECT_EQ(kernel.indexOf("setns"), -1) << kernel.text();
}

TEST_F(Mounts, DefaultsComeInOrder)
{
    ASSERT_TRUE(
        mounts::mountAll(kernel, mounts::defaultMounts({.cgroupOptions = "cpu,cpuacct memory"}), root))
        << kernel.text();
    int last = -1;
    for (const char *call :
         {"move_mount(proc#fs, root/proc)", "move_mount(tmpfs#fs, root/dev)",
          "move_mount(/dev/null#tree, tmpfs#fs/null)", "move_mount(/dev/tty#tree, tmpfs#fs/tty)",
          "symlinkat(pts/ptmx, tmpfs#fs, ptmx)", "set(devpts, newinstance)",
          "move_mount(devpts#fs, root/dev/pts)", "set(tmpfs, size=67108864)",
          "move_mount(tmpfs#fs, root/dev/shm)", "move_mount(mqueue#fs, root/dev/mqueue)",
          "fsmount(sysfs, 0xf)", "move_mount(sysfs#fs, root/sys)", "move_mount(tmpfs#fs, root/sys/fs/cgroup)",
          "set(cgroup, cpuacct)", "move_mount(cgroup#fs, tmpfs#fs/cpu,cpuacct)",
          "symlinkat(cpu,cpuacct, tmpfs#fs, cpu)", "move_mount(cgroup#fs, tmpfs#fs/memory)"}) {
        const int at = kernel.indexOf(call);
        EXPECT_GT(at, last) << call << " in\n" << kernel.text();
        last = at;
    }
}

TEST_F(Mounts, AForgedDeviceIsRefused)
{
    kernel.identities["/dev/null#tree"] = {S_IFREG | 0666, 0};
    EXPECT_FALSE(mounts::mountAll(kernel, {{.kind = MountKind::Devices, .target = "/dev"}}, root));
}

TEST_F(Mounts, SharedNamespacesAreBoundFromTheHost)
{
    const auto plans = mounts::defaultMounts({.ownPid = false, .ownNetwork = false});
    EXPECT_EQ(plans[0].kind, MountKind::HostBind);
    EXPECT_EQ(plans[5].kind, MountKind::HostBind);
    EXPECT_NE(plans[5].flags & MS_RDONLY, 0U);
    const auto ofHost = mounts::defaultMounts({.ownUser = false, .ownPid = false, .ownNetwork = false});
    EXPECT_EQ(ofHost[0].kind, MountKind::Proc);
}

TEST_F(Mounts, MasksFoldersWithOneTmpfsAndFilesWithTheHostsNull)
{
    kernel.identities["root/proc/kcore"] = {S_IFREG | 0400, 0};
    kernel.failures["openat2(root/proc/asound)"] = {ENOENT};
    SecurityPlan security{.maskedPaths = {"/proc/acpi", "/proc/kcore", "/proc/asound", "/sys/firmware"},
                          .readOnlyPaths = {"/proc/sys"}};
    ASSERT_TRUE(mounts::hidePaths(kernel, security, root));
    for (const char *call :
         {"mount_setattr(root/proc/sys#tree, recursive, set=0xf, propagation=0x0)",
          "move_mount(root/proc/sys#tree, root/proc/sys)", "fsmount(tmpfs, 0xf)",
          "move_mount(tmpfs#fs, root/proc/acpi)", "move_mount(/dev/null#tree, root/proc/kcore)",
          "move_mount(tmpfs#fs#tree, root/sys/firmware)"})
        EXPECT_TRUE(kernel.has(call)) << call << " in\n" << kernel.text();
    EXPECT_EQ(kernel.indexOf("move_mount(/dev/null#tree, root/proc/asound)"), -1);
}

TEST_F(Mounts, LayersAreIdmappedReadOnlyAndPrivate)
{
    Slots slots;
    const int map = kernel.add("map");
    std::vector<Fd> lower;
    lower.emplace_back(kernel.add("layer"));
    const auto made = mounts::prepareRoot(kernel, lower, Fd(kernel.add("folder")), map, false, slots);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->lower, std::vector<Slot>{0});
    EXPECT_EQ(made->upper, 1);
    EXPECT_TRUE(kernel.has("mount_setattr(layer#tree, set=0x100001, propagation=0x40000, map)"))
        << kernel.text();
    EXPECT_TRUE(kernel.has("mount_setattr(folder#tree, set=0x100000, propagation=0x40000, map)"))
        << kernel.text();
}

TEST_F(Mounts, BindsTakeFlagsAndNameFileSystemsWithoutIdmaps)
{
    Slots slots;
    mounts::Bind bind{.source = kernel.add("source"),
                      .target = "/data",
                      .readOnly = true,
                      .flags = MS_NOEXEC,
                      .propagation = MS_SLAVE};
    const auto plan = mounts::prepareBind(kernel, bind, slots);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->slot, 0);
    EXPECT_TRUE(kernel.has("mount_setattr(source#tree, recursive, set=0x9, propagation=0x80000)"))
        << kernel.text();
    bind.idMap = kernel.add("map");
    kernel.failures["mount_setattr"] = {EINVAL};
    const auto refused = mounts::prepareBind(kernel, bind, slots);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::NotSupported);
}

TEST_F(Mounts, AnImageOfOneLayerGetsAnEmptyOneBelow)
{
    Slots slots;
    std::vector<Fd> lower;
    lower.emplace_back(kernel.add("layer"));
    const auto made = mounts::prepareImage(
        kernel, {.lower = lower, .target = "/img", .subpath = "usr", .idMap = kernel.add("map")}, slots);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->layers, (std::vector<Slot>{0, 1}));
    EXPECT_EQ(made->flags, MS_RDONLY | MS_NODEV);
    EXPECT_TRUE(kernel.has("mount_setattr(layer#tree, set=0x100001, propagation=0x40000, map)"))
        << kernel.text();
}

TEST_F(Mounts, AnImageIsAnOverlayWithoutAnUpperLayer)
{
    kernel.identities["overlay#fs"] = {S_IFDIR | 0755, 0};
    ASSERT_TRUE(mounts::mountAll(
        kernel, {{.kind = MountKind::Image, .target = "/img", .layers = {0, 1}, .flags = MS_RDONLY}}, root));
    for (const char *call : {"set(overlay, lowerdir+=lower0)", "set(overlay, lowerdir+=lower1)",
                             "fsmount(overlay, 0x1)", "move_mount(overlay#fs, root/img)"})
        EXPECT_TRUE(kernel.has(call)) << call << " in\n" << kernel.text();
    EXPECT_EQ(kernel.indexOf("set(overlay, upperdir"), -1) << kernel.text();
}

TEST_F(Mounts, AnImageThatIsWrittenToHasAnUpperLayer)
{
    Slots slots;
    std::vector<Fd> lower;
    lower.emplace_back(kernel.add("layer"));
    const Fd upper(kernel.add("above"));
    const auto made = mounts::prepareImage(
        kernel, {.lower = lower, .target = "/img", .idMap = kernel.add("map"), .upper = &upper}, slots);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->layers, std::vector<Slot>{0});
    EXPECT_EQ(made->slot, 1);
    EXPECT_EQ(made->flags, MS_NODEV);
    EXPECT_TRUE(kernel.has("mount_setattr(above#tree, set=0x100000, propagation=0x40000, map)"))
        << kernel.text();
    kernel.identities["overlay#fs"] = {S_IFDIR | 0755, 0};
    ASSERT_TRUE(mounts::mountAll(
        kernel, {{.kind = MountKind::Image, .target = "/img", .slot = 2, .layers = {0}}}, root));
    for (const char *call : {"set(overlay, lowerdir+=lower0)", "set(overlay, upperdir=own/upper)",
                             "set(overlay, workdir=own/work)", "fsmount(overlay, 0x0)"})
        EXPECT_TRUE(kernel.has(call)) << call << " in\n" << kernel.text();
}

TEST_F(Mounts, ContentIsAFileOfATmpfsOfItsOwn)
{
    Slots slots;
    const Fd memory(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const auto made = mounts::prepareContent(
        {.content = memory.get(), .target = "/run/secrets/s", .mode = 0440, .uid = 7, .gid = 8}, slots);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->options, "mode=440,uid=7,gid=8");
    EXPECT_EQ(made->targetKind, TargetKind::File);
    EXPECT_EQ(made->flags, MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC);
    kernel.identities["tmpfs#fs"] = {S_IFDIR | 0440, 0, 7, 8};
    kernel.identities["root/run/secrets/s"] = {S_IFREG | 0644, 0};
    kernel.contents["own"] = std::string(5000, 's');
    MountPlan plan = *made;
    plan.slot = 2;
    ASSERT_TRUE(mounts::mountAll(kernel, {plan}, root)) << kernel.text();
    for (const char *call :
         {"set(tmpfs, mode=440)", "set(tmpfs, uid=7)", "set(tmpfs, gid=8)", "fchown(tmpfs#fs/content, 7, 8)",
          "fchmod(tmpfs#fs/content, 440)", "move_mount(tmpfs#fscontent#tree, root/run/secrets/s)"})
        EXPECT_TRUE(kernel.has(call)) << call << " in\n" << kernel.text();
    EXPECT_TRUE(kernel.has("write(tmpfs#fs/content, " + std::string(904, 's') + ")")); // the rest of it
    EXPECT_LT(kernel.indexOf("fchmod(tmpfs#fs/content"), kernel.indexOf("move_mount(tmpfs#fscontent#tree"));
}

TEST_F(Mounts, APartOfAnImageIsClonedFromTheWhole)
{
    kernel.identities["overlay#fs/etc/passwd#tree"] = {S_IFREG | 0644, 0};
    kernel.identities["root/img"] = {S_IFREG | 0644, 0};
    ASSERT_TRUE(mounts::mountAll(
        kernel, {{.kind = MountKind::Image, .target = "/img", .layers = {0, 1}, .source = "etc/passwd"}},
        root));
    EXPECT_LT(kernel.indexOf("move_mount(overlay#fs, tmpfs#fs/image)"),
              kernel.indexOf("move_mount(overlay#fs/etc/passwd#tree"))
        << kernel.text();
    EXPECT_TRUE(kernel.has("move_mount(overlay#fs/etc/passwd#tree, root/img)")) << kernel.text();
    kernel.failures["openat2(overlay#fs/nothing"] = {ENOENT};
    const auto none = mounts::mountAll(
        kernel, {{.kind = MountKind::Image, .target = "/img", .layers = {0, 1}, .source = "nothing"}}, root);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ErrorKind::InvalidArgument) << none.error().message;
}

constexpr const char *mountinfo = "29 1 8:1 / / rw,relatime shared:1 master:7 - ext4 /dev/sda1 rw\n"
                                  "30 29 0:5 / /private rw - tmpfs tmpfs rw\n"
                                  "31 29 0:6 / /slave rw master:3 propagate_from:2 - tmpfs shared:9 rw\n";

TEST(Propagation, OfTheMountThatAPathLiesOn)
{
    EXPECT_TRUE(mounts::findOrigin(mountinfo, 29)->shared && mounts::findOrigin(mountinfo, 29)->slave);
    EXPECT_EQ(mounts::findOrigin(mountinfo, 30)->path, "/private");
    EXPECT_FALSE(mounts::findOrigin(mountinfo, 30)->shared || mounts::findOrigin(mountinfo, 30)->slave);
    EXPECT_FALSE(mounts::findOrigin(mountinfo, 31)->shared);
    EXPECT_TRUE(mounts::findOrigin(mountinfo, 31)->slave);
    EXPECT_FALSE(mounts::findOrigin(mountinfo, 3));
    EXPECT_FALSE(mounts::findOrigin("nonsense\n29\n", 29));
    EXPECT_EQ(mounts::propagationOf(""), 0U);
    EXPECT_EQ(mounts::propagationOf("rprivate"), 0U);
    EXPECT_EQ(mounts::propagationOf("slave"), MS_SLAVE);
    EXPECT_EQ(mounts::propagationOf("rshared"), MS_SHARED);
}

TEST_F(Mounts, PropagationNeedsAMountThatHasIt)
{
    kernel.contents["/proc/self/mountinfo"] = mountinfo;
    const auto check = [&](int id, std::uint64_t propagation) {
        kernel.contents["/proc/self/fdinfo/7"] =
            std::format("pos:\t0\nflags:\t012000000\nmnt_id:\t{}\nino:\t2\n", id);
        return mounts::checkPropagation(kernel, 7, "/p", propagation);
    };
    EXPECT_TRUE(check(29, MS_SHARED) && check(29, MS_SLAVE) && check(31, MS_SLAVE) && check(30, 0));
    EXPECT_FALSE(check(31, MS_SHARED));
    const auto refused = check(30, MS_SLAVE);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.starts_with(
        "path /p is mounted on /private but it is not a shared or slave mount"))
        << refused.error().message;
}

TEST(MountPlans, TmpfsOptionsAreChecked)
{
    const auto plan = mounts::prepareTmpfs("/t", "size=64m,mode=1770,ro,exec");
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->options, "size=64m,mode=1770");
    EXPECT_EQ(plan->flags, MS_RDONLY | MS_NOSUID | MS_NODEV);
    EXPECT_EQ(mounts::prepareTmpfs("/t", "")->options, "mode=1777");
    for (const char *bad : {"size=1;rm", "mode=9", "lowerdir=/", "size=", "huge"})
        EXPECT_FALSE(mounts::prepareTmpfs("/t", bad)) << bad;
}

TEST(MountPlans, OneTargetHasOneMount)
{
    std::vector<MountPlan> plans = mounts::defaultMounts({});
    const std::size_t before = plans.size();
    mounts::addMount(plans, {.kind = MountKind::Bind, .target = "/dev//shm/"});
    EXPECT_EQ(plans.size(), before);
    EXPECT_EQ(plans[3].kind, MountKind::Bind);
    mounts::addMount(plans, {.kind = MountKind::Bind, .target = "/data"});
    EXPECT_EQ(plans.size(), before + 1);
}

} // namespace

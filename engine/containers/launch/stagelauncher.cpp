#include "engine/containers/launch/stagelauncher.h"

#include "engine/containers/devices/devices.h"
#include "engine/containers/launch/command.h"
#include "engine/containers/launch/launchguard.h"
#include "engine/containers/launch/stagetalk.h"
#include "engine/isolation/plan/codec.h"
#include "engine/isolation/plan/json.h"

#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <set>
#include <sys/stat.h>

namespace quayside::containers
{

namespace
{

// A unix socket's path has 107 bytes (unix(7)): 20 digits of the id are enough to tell containers apart.
constexpr std::size_t folderDigits = 20;

void removeRunFolder(const std::string &path)
{
    ::unlink((path + "/stage.sock").c_str());
    ::unlink((path + "/plan").c_str());
    removeDeviceFolder(path + "/devices");
    ::rmdir(path.c_str());
}

} // namespace

void endStage(const Fd &stage)
{
    if (!stage)
        return;
    pollfd ended{stage.get(), POLLIN, 0};
    if (::poll(&ended, 1, 5000) <= 0)
        (void)systemKernel().pidfdSendSignal(stage.get(), SIGKILL);
    reap(stage);
}

StageLauncher::Launch::~Launch()
{
    if (m_kept)
        return;
    control.reset(); // the stage kills what it has made, and goes
    endStage(stage);
    if (cgroup) {
        (void)m_cgroups.killAll(m_id);
        (void)m_cgroups.remove(m_id);
    }
    if (!runFolder.empty())
        removeRunFolder(runFolder);
}

StageLauncher::StageLauncher(const Containers::Options &options, storage::LayerStore &layers,
                             volumes::Volumes &volumes, std::unique_ptr<isolation::cgroups::Cgroups> cgroups,
                             SealedProgram stage)
    : m_options(options), m_layers(layers), m_kernel(systemKernel()), m_idMaps(m_kernel),
      m_cgroups(std::move(cgroups)), m_seccomp(options.root + "/seccomp"),
      m_sources(m_kernel, layers, volumes, m_idMaps, options.socketPath), m_stage(std::move(stage))
{
}

Result<std::unique_ptr<Launcher>> StageLauncher::make(const Containers::Options &options,
                                                      storage::LayerStore &layers, volumes::Volumes &volumes)
{
    TRY(auto stage, SealedProgram::load(options.stageFile));
    TRY(auto cgroups, isolation::cgroups::Cgroups::open(options.root, systemKernel()));
    const std::string folder = options.runDir + "/containers";
    if (::mkdir(folder.c_str(), 0700) < 0 && errno != EEXIST)
        return failErrno(errno, "making {}", folder);
    return std::unique_ptr<Launcher>(
        new StageLauncher(options, layers, volumes, std::move(cgroups), std::move(stage)));
}

std::string StageLauncher::runFolder(const std::string &containerId) const
{
    return m_options.runDir + "/containers/" + containerId.substr(0, folderDigits);
}

std::string StageLauncher::deviceFolder(const std::string &containerId) const
{
    return runFolder(containerId) + "/devices";
}

std::string StageLauncher::socketPath(const std::string &containerId) const
{
    return runFolder(containerId) + "/stage.sock";
}

Result<> StageLauncher::writePlan(const std::string &containerId, std::string_view bytes)
{
    const std::string path = runFolder(containerId) + "/plan";
    const Fd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!file || ::write(file.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        return failErrno(errno, "writing {}", path);
    return {};
}

Result<std::string> StageLauncher::plan(const std::string &containerId)
{
    const std::string path = runFolder(containerId) + "/plan";
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status{};
    if (!file || ::fstat(file.get(), &status) < 0)
        return fail(ErrorKind::NotFound, "container {} does not run: it has no launch plan", containerId);
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    if (::read(file.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
        return failErrno(errno, "reading {}", path);
    TRY(const auto plan, isolation::decodeLaunchPlan(bytes));
    return isolation::toJson(plan);
}

// The stage gets a descriptor of its own of the images.
static Result<isolation::RestorePlan> restorePlan(const Restoring &from, isolation::Slots &slots)
{
    Fd images(::fcntl(from.images.get(), F_DUPFD_CLOEXEC, 3));
    if (!images)
        return failErrno(errno, "opening the checkpoint");
    return isolation::RestorePlan{.images = slots.add(std::move(images)),
                                  .program = from.program,
                                  .input = from.input,
                                  .output = from.output,
                                  .error = from.error,
                                  .mountPoints = from.mountPoints};
}

Result<Launched> StageLauncher::launch(const LaunchRequest &request)
{
    Launch launch(*m_cgroups, request.record.id);
    TRY(auto plan, prepare(request, launch));
    if (request.from) {
        TRY(plan.restore, restorePlan(*request.from, launch.slots));
    }
    plan.hold = plan.noteCalls = request.observer.holds();
    request.observer.planned(plan);
    CHECK(writePlan(request.record.id, isolation::encode(plan)));
    plan.process.env = mergeEnvironment(std::move(plan.process.env), request.secrets);
    TRY(const Fd planFile, sealedFile("quayside-plan", isolation::encode(plan)));
    TRY(auto spawned, spawnStage(m_stage, planFile, launch.slots.fds(), false));
    launch.stage = std::move(spawned.pidfd);
    launch.slots = {}; // the stage has its own: while ours are open no hang-up is seen
    TRY(auto launched, StageTalk(request, launch.control).run(launch.warnings));
    launched.control = std::move(launch.control);
    launched.stage = std::move(launch.stage);
    launched.warnings = std::move(launch.warnings);
    launch.keep();
    return launched;
}

void StageLauncher::cleanUp(const std::string &containerId, bool sharesPid)
{
    // With a pid namespace of its own nothing outlives process 1.
    if (sharesPid)
        (void)m_cgroups->killAll(containerId);
    (void)m_cgroups->remove(containerId); // what stays is swept when the engine starts again
    removeRunFolder(runFolder(containerId));
}

void StageLauncher::sweep(const std::vector<std::string> &running)
{
    std::set<std::string> keep, folders;
    for (const auto &id : running) {
        keep.insert(id);
        folders.insert(id.substr(0, folderDigits));
    }
    for (const auto &id : m_cgroups->list())
        if (!keep.contains(id)) {
            (void)m_cgroups->killAll(id);
            (void)m_cgroups->remove(id);
        }
    const std::string path = m_options.runDir + "/containers";
    DIR *entries = ::opendir(path.c_str());
    if (!entries)
        return;
    while (const dirent *entry = ::readdir(entries))
        if (entry->d_name[0] != '.' && !folders.contains(entry->d_name))
            removeRunFolder(path + "/" + entry->d_name);
    ::closedir(entries);
}

} // namespace quayside::containers

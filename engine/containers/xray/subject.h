// What is looked at, and the parts of a look: one function for each, in a file of its own.
#pragma once

#include "engine/api/types/xray.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/containers/state/record.h"
#include "engine/containers/xray/parse.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quayside::images
{
class Images;
}
namespace quayside::storage
{
class LayerStore;
}
namespace quayside::isolation::security
{
class RefusalLists;
}

namespace quayside::containers
{

// A process by its folder in /proc, which stays that process's whatever becomes of the number.
struct Subject {
    std::int32_t pid = 0;
    Fd proc;       // O_PATH of /proc/PID
    Record record; // of the host: empty
    RunState state;
    bool host = false;
    bool held = false;    // its launch is
    bool outside = false; // and its root is still the host's
    StatusFacts status;
    std::vector<api::XrayIdRange> uids, gids; // of its user namespace, from where the engine is
};

// NotFound: it has ended.
Result<Subject> openSubject(std::int32_t pid);

// A file of /proc or of a cgroup, up to `limit` bytes; nothing where it is not there or may not be read.
std::optional<std::string> readText(const Fd &folder, const char *path, std::size_t limit = 64 * 1024);
std::uint64_t namespaceInode(const Fd &proc, const char *type); // 0: it could not be read

std::vector<api::XrayNamespace> readNamespaces(const Subject &subject, const Fd &self);
// Adds the namespaces that `processes` are in beside those of process 1.
void addNested(const std::vector<api::XrayProcess> &processes, std::vector<api::XrayNamespace> &spaces);
// `pids`: those of its cgroups. At most 512 are looked at.
std::vector<api::XrayProcess> readProcesses(const Subject &subject, std::vector<std::int32_t> pids);
// Those of the host that `uid` may read everything of: its own ones, root all. Of process 1 and of the engine
// everybody is told the name. `count`: all, also those that are not listed.
std::vector<api::XrayProcess> readHostProcesses(const Subject &host, std::uint32_t uid, std::int64_t &count);
Result<std::string> readHostName(const Subject &subject);
Result<api::XrayCgroup> readCgroup(const Subject &subject);
std::vector<api::XrayMount> readMounts(const Subject &subject);
// The host's, as the caller's own process sees them: nothing that it could not read itself.
std::vector<api::XrayMount> readPeerMounts(std::int32_t pid, std::uint32_t uid);
std::vector<api::XrayLayer> readLayers(const Subject &subject, const storage::LayerStore &layers,
                                       const images::Images &images);
// `containerFolder`: <root>/containers/ID.
Result<api::XrayFile> readOrigin(const Subject &subject, const storage::LayerStore &layers,
                                 const Fd &containerFolder, const std::vector<api::XrayMount> &mounts,
                                 const std::string &path);
api::XraySecurity readSecurity(const Subject &subject, const std::vector<api::XrayMount> &mounts,
                               isolation::security::RefusalLists &refusals);
// `processes`: whose sockets are told apart. `table`: the engine's, in nftables.
Result<api::XrayNetwork> readNetwork(const Subject &subject, const std::vector<api::XrayProcess> &processes,
                                     const std::string &table, const std::optional<Fd> &containerFolder);

} // namespace quayside::containers

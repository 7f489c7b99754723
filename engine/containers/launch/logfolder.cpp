#include "engine/containers/launch/logfolder.h"

#include <algorithm>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

std::string ringsOf(const Containers::Options &options)
{
    return options.runDir + "/rings";
}

Result<Fd> openFolder(const std::string &path)
{
    Fd folder(::open(path.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening {}", path);
    return folder;
}

} // namespace

Result<Fd> openLogFolder(const Containers::Options &options, const std::string &id, const api::LogConfig &log)
{
    if (log.type != "none")
        return openFolder(options.root + "/containers/" + id + "/log");
    const std::string rings = ringsOf(options), ring = rings + "/" + id;
    for (const std::string &path : {rings, ring})
        if (::mkdir(path.c_str(), 0700) < 0 && errno != EEXIST)
            return failErrno(errno, "making {}", path);
    return openFolder(ring);
}

void removeRing(const Containers::Options &options, const std::string &id)
{
    std::error_code error; // swept at the next start, where it fails
    std::filesystem::remove_all(ringsOf(options) + "/" + id, error);
}

void sweepRings(const Containers::Options &options, const std::vector<std::string> &known)
{
    std::error_code error;
    std::vector<std::string> strangers;
    for (std::filesystem::directory_iterator entry(ringsOf(options), error), end; !error && entry != end;
         entry.increment(error))
        if (std::string id = entry->path().filename(); std::ranges::find(known, id) == known.end())
            strangers.push_back(std::move(id));
    for (const auto &id : strangers)
        removeRing(options, id);
}

} // namespace quayside::containers

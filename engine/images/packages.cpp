// The packages inside an image: which databases there are, and which layer brought each package.
#include "engine/images/explorer.h"

#include "engine/images/content/blobstore.h"
#include "engine/images/contents/packages/parsers.h"
#include "engine/images/contents/packages/rpmdatabase.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace quayside::images
{
namespace
{

constexpr std::size_t maxText = std::size_t{64}
                                << 20;  // bytes of a database that is a text: ten times the largest known
constexpr std::size_t maxVersions = 32; // of one database in an image's layers

struct DatabaseFile {
    std::string name, path;
};
// The first that is there counts, of each name. Both places of rpm and apk are those of before and after /usr
// took all.
const std::vector<DatabaseFile> databaseFiles = {
    {"dpkg", "/var/lib/dpkg/status"},     {"apk", "/lib/apk/db/installed"},
    {"apk", "/usr/lib/apk/db/installed"}, {"rpm", "/usr/lib/sysimage/rpm/rpmdb.sqlite"},
    {"rpm", "/var/lib/rpm/rpmdb.sqlite"}, {"rpm", "/usr/lib/sysimage/rpm/Packages.db"},
    {"rpm", "/var/lib/rpm/Packages.db"},  {"rpm", "/usr/lib/sysimage/rpm/Packages"},
    {"rpm", "/var/lib/rpm/Packages"},
};
constexpr std::string_view distrolessFolder = "/var/lib/dpkg/status.d";

using Key = std::tuple<std::string, std::string, std::string>;
Key keyOf(const api::ImagePackage &package)
{
    return {package.name, package.version, package.architecture};
}

using Packages = std::vector<api::ImagePackage>;

Result<Packages> parse(const std::string &database, std::string_view path, int file,
                       const std::string &program)
{
    if (database == "rpm" && path.ends_with("/Packages"))
        return fail(ErrorKind::NotSupported,
                    "it is a Berkeley DB, which is not read here: rpmdb.sqlite and Packages.db are");
    if (database == "rpm")
        return readRpmDatabase(file, program);
    TRY(const std::string text, readAll(file, maxText, "it"));
    return database == "dpkg" ? parseDpkg(text) : parseApk(text);
}

void addProblem(api::ImagePackages &into, std::string_view path, const Error &error)
{
    into.problems.push_back(std::format("{} could not be read: {}.", path, error.message));
}

} // namespace

// Each copy of the database that a layer brings, bottom first; the last one is what the image has.
std::vector<Resolved> Explorer::versionsOf(const Opened &opened, std::string_view path)
{
    const std::span<const LayerIndex *const> all(opened.layers);
    std::vector<Resolved> versions;
    for (std::size_t layer = 0; layer < all.size(); ++layer) {
        auto found = resolvePath(rootOf(all.first(layer + 1)), path);
        if (!found)
            versions.clear(); // what was there is gone
        else if (found->seen.top().layer == layer)
            versions.push_back(*std::move(found));
    }
    if (versions.size() > maxVersions)
        versions.erase(versions.begin(), versions.end() - maxVersions);
    return versions;
}

Result<Packages> Explorer::packagesIn(const Opened &opened, const std::string &database,
                                      std::string_view path, const Resolved &version) const
{
    TRY(const Fd file, openResolved(opened, version));
    return parse(database, path, file.get(), m_program);
}

// False: there is no such file.
bool Explorer::readDatabase(const Opened &opened, const std::string &database, std::string_view path,
                            api::ImagePackages &into) const
{
    const std::vector<Resolved> versions = versionsOf(opened, path);
    if (versions.empty())
        return false;
    auto packages = packagesIn(opened, database, path, versions.back());
    if (!packages) {
        addProblem(into, path, packages.error());
        return true;
    }
    std::map<Key, std::int64_t> layers; // of the first version that has it
    for (const api::ImagePackage &package : *packages)
        layers.emplace(keyOf(package), versions.back().seen.top().layer);
    for (auto version = versions.rbegin() + 1; version != versions.rend(); ++version)
        if (const auto earlier = packagesIn(opened, database, path, *version))
            for (const api::ImagePackage &package : *earlier)
                if (const auto known = layers.find(keyOf(package)); known != layers.end())
                    known->second = version->seen.top().layer;
    for (api::ImagePackage &package : *packages) {
        package.layer = layers.at(keyOf(package));
        into.packages.push_back(std::move(package));
    }
    // The newest changes to a SQLite database lie beside it until they are taken over.
    if (const auto log = resolvePath(rootOf(opened.layers), std::string(path) + "-wal");
        log && log->seen.entry().size > 0)
        into.problems.push_back(std::format(
            "{}-wal is not empty and is not read: the newest changes to {} may be missing.", path, path));
    return true;
}

// A file for each package.
void Explorer::readDistroless(const Opened &opened, api::ImagePackages &into) const
{
    const Seen root = rootOf(opened.layers);
    const auto folder = resolvePath(root, distrolessFolder);
    if (!folder)
        return;
    bool any = false;
    for (Children files(folder->seen); files.next();) {
        if (files.name().ends_with(".md5sums") || files.seen().isFolder())
            continue;
        const std::string path = std::format("{}/{}", distrolessFolder, files.name());
        const auto resolved = resolvePath(root, path);
        auto packages =
            resolved ? packagesIn(opened, "dpkg", path, *resolved) : std::unexpected(resolved.error());
        if (!packages) {
            addProblem(into, path, packages.error());
            continue;
        }
        for (api::ImagePackage &package : *packages) {
            package.layer = resolved->seen.top().layer;
            into.packages.push_back(std::move(package));
            any = true;
        }
    }
    if (any && !std::ranges::contains(into.databases, "dpkg"))
        into.databases.push_back("dpkg");
}

Result<api::ImagePackages> Explorer::packages(const Peer &peer, const std::string &image)
{
    TRY(const Opened opened, open(peer, image));
    api::ImagePackages found;
    for (const auto &[name, path] : databaseFiles)
        if (!std::ranges::contains(found.databases, name) && readDatabase(opened, name, path, found))
            found.databases.push_back(name);
    readDistroless(opened, found);
    std::ranges::stable_sort(found.packages, {},
                             [](const api::ImagePackage &package) { return keyOf(package); });
    return found;
}

} // namespace quayside::images

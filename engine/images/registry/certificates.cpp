#include "engine/images/registry/certificates.h"

#include <filesystem>
#include <set>

namespace quayside::images
{
namespace
{

namespace fs = std::filesystem;

std::set<std::string> filesIn(const fs::path &folder)
{
    std::set<std::string> files; // in the order of their names
    std::error_code error;       // a folder that isn't there has no files
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        files.insert(entry->path());
    return files;
}

Result<> take(const fs::path &file, const std::function<bool(const std::string &)> &mayRead, TlsSettings &tls)
{
    if (file.extension() == ".crt")
        tls.authorities.push_back(file);
    if (file.extension() != ".cert" || !tls.certificate.empty())
        return {};
    const std::string key = fs::path(file).replace_extension(".key");
    std::error_code error;
    if (!fs::exists(key, error))
        return fail(
            ErrorKind::InvalidArgument,
            "the client certificate {} has no key: {} is missing (authorities' certificates end in .crt)",
            file.string(), key);
    if (!mayRead || !mayRead(key)) {
        tls.withheld = key;
        return {};
    }
    tls.certificate = file;
    tls.key = key;
    return {};
}

} // namespace

Result<TlsSettings> tlsFor(const std::string &origin, const Endpoint &endpoint,
                           const RegistrySettings &settings,
                           const std::function<bool(const std::string &path)> &mayRead)
{
    const std::string place = placeOf(origin);
    const bool own = origin == originOf(endpoint.origin),
               sameHost = hostOf(origin) == hostOf(endpoint.origin);
    TlsSettings tls{.verify = sameHost ? endpoint.verify : !isInsecure(place, settings)};
    std::set<std::string> names{place};
    if (own && !endpoint.mirror)
        names.insert(
            endpoint.domain); // "docker.io", and ports that are written though they are the usual ones
    for (const std::string &folder : settings.certificates)
        for (const std::string &name : names)
            if (!name.empty() && !name.starts_with('.') && !name.contains('/'))
                for (const std::string &file : filesIn(fs::path(folder) / name))
                    CHECK(take(file, mayRead, tls));
    if (!tls.certificate.empty())
        tls.withheld.clear();
    return tls;
}

} // namespace quayside::images

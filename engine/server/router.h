// Finds the route of a request. Running its handler is the transport's part.
#pragma once

#include "engine/base/result.h"
#include "engine/server/routes/route.h"
#include "engine/server/workers.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::server
{

class Router
{
public:
    struct Match {
        const Route *route = nullptr;
        std::map<std::string, std::string> parameters;
    };

    void add(Routes routes);

    // `segments`: the path after the version prefix, split at '/', each percent-decoded. A path or a method
    // that has no route: NotFound "page not found", for both, as dockerd says it. Of several routes that fit,
    // the one with more literal segments is taken.
    [[nodiscard]] Result<Match> match(std::string_view method,
                                      const std::vector<std::string> &segments) const;

private:
    struct Entry {
        Route route;
        std::vector<std::string> pattern; // its segments
        std::size_t literals = 0;
    };
    std::vector<Entry> m_entries; // most literals first
};

// What precedes the path: "/v1.41/containers/json" → 41. Without a prefix: the newest. InvalidArgument in
// dockerd's words where the version is too old or too new.
struct VersionedPath {
    int apiMinor = 0;
    std::string_view path; // begins with '/'
};
Result<VersionedPath> splitVersion(std::string_view path);

} // namespace quayside::server

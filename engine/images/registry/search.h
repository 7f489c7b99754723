// Searching for images: by Docker Hub's own interface, and in the catalogue of any other registry.
#pragma once

#include "engine/api/types/registry.h"
#include "engine/images/registry/listing.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

struct SearchWanted {
    std::string term; // "redis"; "localhost:5000/redis": in that registry
    std::size_t limit = 25;
    std::int64_t stars = 0; // at least
    bool automated = false; // only those built by Docker Hub, of which there are none any more
    bool official = false, unofficial = false; // only these
};

// Docker Hub's is "docker.io". `rest`: what to look for there; empty: anything.
struct SearchTerm {
    std::string domain, rest;
};
Result<SearchTerm> parseTerm(const std::string &term);

using Found = std::vector<api::ImageSearchItem>;
Result<Found> searchHub(const Session::Options &options, const SearchWanted &wanted);
// Repositories whose names hold `rest`, wherever it stands and in whatever case. At most 50 pages are read.
Result<Found> searchCatalog(Session &session, const std::string &rest, const SearchWanted &wanted);

// Docker Hub's answer; items without a name are left out. Unavailable: it is none.
Result<Found> parseHubAnswer(std::string_view json);
// What the filters let through, at most `limit`.
Found chosen(Found found, const SearchWanted &wanted);

} // namespace quayside::images

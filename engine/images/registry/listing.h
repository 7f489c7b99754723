// What a registry has, page by page (OCI distribution-spec, "Listing Tags"; /v2/_catalog of the distribution
// project).
#pragma once

#include "engine/images/content/reference.h"
#include "engine/images/registry/session.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

struct Page {
    int count = 100;    // names, at most; a registry may give less, or all
    std::string last{}; // `next` of the page before
};

struct NamePage {
    std::vector<std::string> names;
    std::string next; // "": this is the last page
};

// Names that are none by the grammar of references are left out. NotSupported: this registry has no such
// list.
Result<NamePage> listRepositories(Session &session, const Page &page);
Result<NamePage> listTags(Session &session, const std::string &repository, const Page &page);
// All of them. TooLarge: over 100,000.
Result<std::vector<std::string>> listAllTags(Session &session, const std::string &repository);

// The next page that the header Link names (RFC 8288): the value of `last`, or, where a registry counts its
// pages in another way, "?" and the whole query. "": there is none, or it is nothing to send.
std::string nextPage(std::string_view link);

} // namespace quayside::images

#include "engine/images/registry/search.h"

#include "engine/api/http/uri.h"
#include "engine/api/json.h"

#include <algorithm>
#include <cctype>

namespace quayside::images
{
namespace
{

constexpr const char *hubSearch = "https://index.docker.io";
constexpr int mostPages = 50, pageSize = 1000;

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string textOf(const api::Json &json, const char *key)
{
    const auto member = json.find(key);
    return member != json.end() && member->is_string() ? member->get<std::string>() : std::string();
}

} // namespace

Result<SearchTerm> parseTerm(const std::string &term)
{
    if (term.empty() || term.size() > 255)
        return fail(ErrorKind::InvalidArgument, "a search needs a term of at most 255 bytes");
    const auto slash = term.find('/');
    const std::string first = term.substr(0, slash);
    if (slash == std::string::npos ||
        (first.find_first_of(".:") == std::string::npos && first != "localhost"))
        return SearchTerm{dockerHub, term};
    TRY(std::string domain, registryDomain(first));
    return SearchTerm{std::move(domain), term.substr(slash + 1)};
}

Result<Found> parseHubAnswer(std::string_view text)
{
    const auto json = api::parseJson(text, {.depth = 16});
    if (!json || !json->is_object() || !json->contains("results") || !json->at("results").is_array())
        return fail(ErrorKind::Unavailable, "Docker Hub's answer to the search is no list of results");
    Found found;
    for (const auto &result : json->at("results")) {
        if (!result.is_object())
            continue;
        api::ImageSearchItem item{.name = textOf(result, "name"),
                                  .description = textOf(result, "description")};
        if (const auto stars = result.find("star_count"); stars != result.end() && stars->is_number_integer())
            item.starCount = stars->get<std::int64_t>();
        if (const auto official = result.find("is_official");
            official != result.end() && official->is_boolean())
            item.isOfficial = official->get<bool>();
        if (!item.name.empty())
            found.push_back(std::move(item));
    }
    return found;
}

Found chosen(Found found, const SearchWanted &wanted)
{
    std::erase_if(found, [&](const api::ImageSearchItem &item) {
        return wanted.automated || item.starCount < wanted.stars || (wanted.official && !item.isOfficial) ||
               (wanted.unofficial && item.isOfficial);
    });
    if (found.size() > wanted.limit)
        found.resize(wanted.limit);
    return found;
}

Result<Found> searchHub(const Session::Options &options, const SearchWanted &wanted)
{
    const Endpoint hub{.domain = dockerHub, .origin = hubSearch};
    Transport transport(transportOptions(hub, options));
    const std::string query = api::encodeQuery({{"q", wanted.term}, {"n", std::to_string(wanted.limit)}});
    TRY(const HttpAnswer answer, transport.call({.url = std::string(hubSearch) + "/v1/search?" + query}));
    if (answer.head.status != 200)
        return registryError(answer.head, answer.body, "searching Docker Hub");
    TRY(Found found, parseHubAnswer(answer.body));
    return chosen(std::move(found), wanted);
}

Result<Found> searchCatalog(Session &session, const std::string &rest, const SearchWanted &wanted)
{
    const std::string part = lower(rest), domain = session.endpoint().domain;
    Found found;
    Page page{.count = pageSize};
    for (int pages = 0; pages < mostPages && found.size() < wanted.limit; ++pages) {
        TRY(const NamePage names, listRepositories(session, page));
        for (const std::string &name : names.names)
            if (name.contains(part))
                found.push_back({.name = domain + "/" + name, .description = {}});
        if (names.next.empty())
            break;
        page.last = names.next;
    }
    return chosen(std::move(found), wanted);
}

} // namespace quayside::images

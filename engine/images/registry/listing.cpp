#include "engine/images/registry/listing.h"

#include "engine/api/http/uri.h"
#include "engine/api/json.h"
#include "engine/images/registry/blobsource.h"

#include <algorithm>

namespace quayside::images
{
namespace
{

constexpr std::size_t longestQuery = 2048, mostNames = 100'000, mostPages = 10'000, biggestPage = 1000;

bool isPlain(std::string_view text)
{
    return std::ranges::all_of(text, [](unsigned char c) { return c > ' ' && c < 0x7f; });
}

// What may stand behind "?" of a URL (RFC 3986, 3.4).
bool isQuery(std::string_view text)
{
    return text.size() <= longestQuery && isPlain(text) &&
           text.find_first_of("#<>\"\\^`{|}") == std::string_view::npos;
}

Result<std::string> queryOf(const Page &page)
{
    if (page.last.starts_with('?')) {
        if (!isQuery(page.last))
            return fail(ErrorKind::InvalidArgument,
                        "\"last\" is nothing that a page before this one has named");
        return page.last;
    }
    std::vector<std::pair<std::string, std::string>> query{{"n", std::to_string(page.count)}};
    if (!page.last.empty())
        query.emplace_back("last", page.last);
    return "?" + api::encodeQuery(query);
}

// `key`: of the list in the answer. A list without elements may be null.
Result<std::vector<std::string>> namesIn(const std::string &text, const char *key, const std::string &what)
{
    const auto json = api::parseJson(text, {.depth = 8});
    if (!json || !json->is_object() || !json->contains(key) ||
        !(json->at(key).is_array() || json->at(key).is_null()))
        return fail(ErrorKind::Unavailable, "{}: the registry's answer has no list \"{}\"", what, key);
    std::vector<std::string> names;
    for (const auto &name : json->at(key))
        if (name.is_string())
            names.push_back(name.get<std::string>());
    return names;
}

struct Wanted {
    std::string path, scope, what;
    const char *key;
};

Result<NamePage> list(Session &session, const Wanted &wanted, const Page &page)
{
    TRY(const std::string query, queryOf(page));
    TRY(const HttpAnswer answer, session.call({.url = wanted.path + query}, wanted.scope));
    if (answer.head.status != 200)
        return registryError(answer.head, answer.body, wanted.what);
    NamePage found;
    TRY(found.names, namesIn(answer.body, wanted.key, wanted.what));
    found.next = nextPage(answer.head.header("link"));
    if (found.next == page.last) // a page that leads to itself
        found.next.clear();
    return found;
}

bool isNextLink(std::string_view parameters)
{
    std::string plain;
    for (const char c : parameters)
        if (c != ' ' && c != '\t' && c != '"')
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return plain.starts_with(";rel=next") && (plain.size() == 9 || plain[9] == ';' || plain[9] == ',');
}

} // namespace

std::string nextPage(std::string_view link)
{
    for (std::size_t start = link.find('<'); start != std::string_view::npos;
         start = link.find('<', start + 1)) {
        const std::size_t end = link.find('>', start);
        if (end == std::string_view::npos)
            return {};
        if (!isNextLink(link.substr(end + 1, link.find('<', end) - end - 1)))
            continue;
        const std::string_view query = api::splitTarget(link.substr(start + 1, end - start - 1)).query;
        const auto parameters = api::parseQuery(query);
        if (query.empty() || !isQuery(query) || !parameters)
            return {};
        const auto last = parameters->find("last");
        const bool usual = std::ranges::all_of(
            *parameters, [](const auto &one) { return one.first == "last" || one.first == "n"; });
        if (usual && last != parameters->end() && isPlain(last->second) && !last->second.starts_with('?'))
            return last->second;
        return "?" + std::string(query);
    }
    return {};
}

Result<NamePage> listRepositories(Session &session, const Page &page)
{
    const std::string &domain = session.endpoint().domain;
    auto found = list(session,
                      {.path = "/v2/_catalog",
                       .scope = "registry:catalog:*",
                       .what = "listing the repositories of " + domain,
                       .key = "repositories"},
                      page);
    if (!found && found.error().kind == ErrorKind::NotFound)
        return fail(ErrorKind::NotSupported, "{} does not list its repositories: their names must be known",
                    domain);
    if (!found)
        return found;
    std::erase_if(found->names, [&](const std::string &name) {
        const auto reference = parseReference(domain + "/" + name);
        return !reference || reference->path != name;
    });
    return found;
}

Result<NamePage> listTags(Session &session, const std::string &repository, const Page &page)
{
    TRY(NamePage found, list(session,
                             {.path = "/v2/" + repository + "/tags/list",
                              .scope = pullScope(repository),
                              .what = "listing the tags of " + session.endpoint().domain + "/" + repository,
                              .key = "tags"},
                             page));
    std::erase_if(found.names, [](const std::string &tag) {
        const auto reference = parseReference("x:" + tag);
        return !reference || reference->tag != tag;
    });
    return found;
}

Result<std::vector<std::string>> listAllTags(Session &session, const std::string &repository)
{
    std::vector<std::string> tags;
    Page page{.count = biggestPage};
    for (std::size_t pages = 0; pages < mostPages && tags.size() <= mostNames; ++pages) {
        TRY(NamePage found, listTags(session, repository, page));
        tags.insert(tags.end(), std::make_move_iterator(found.names.begin()),
                    std::make_move_iterator(found.names.end()));
        if (found.next.empty())
            return tags;
        page.last = std::move(found.next);
    }
    return fail(ErrorKind::TooLarge,
                "{}/{} has over {} tags, or a list of them without an end: name the tags to pull",
                session.endpoint().domain, repository, mostNames);
}

} // namespace quayside::images

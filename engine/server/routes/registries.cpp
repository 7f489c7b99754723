// POST   /auth                               {"username", "password", "identitytoken", "serveraddress"}
// POST   /images/{name}/push?tag=            GET /images/search?term=&limit=&filters=
// GET    /distribution/{name}/json
// GET    /quayside/registries                PUT /quayside/registries   {"Mirrors": […], "Insecure": […]}
// POST   /quayside/registries/test           {"Registry"}
// GET    /quayside/registries/repositories?registry=&n=&last=
// GET    /quayside/registries/tags?image=&n=&last=
// DELETE /quayside/registries/manifest?image=
// Whatever goes to a registry takes X-Registry-Auth, and is a transfer: it may take minutes, and ends with
// its client.
#include "engine/server/routes/registries.h"

#include "engine/images/registry/registries.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/progress.h"
#include "engine/server/routes/resources.h"

#include <charconv>

namespace quayside::server
{

namespace
{

using images::Registries;

constexpr std::size_t maxBody = 64 * 1024; // of a login or a test
constexpr long mostNames = 1000, mostResults = 100;

Result<images::Credentials> credentialsOf(const Request &request)
{
    const auto found = request.headers.find("x-registry-auth");
    return images::decodeCredentials(found == request.headers.end() ? std::string() : found->second);
}

Result<images::Asker> askerOf(const Request &request, const TransferSink &out)
{
    TRY(auto credentials, credentialsOf(request));
    return images::Asker{request.peer, std::move(credentials), [&out] { return out.cancelled(); }};
}

Result<> answer(TransferSink &out, const std::string &json)
{
    out.setContentType("application/json");
    return out.write(json);
}

// The request with its body, as a call has it.
Result<Request> withBody(const Request &request, api::ByteSource &body)
{
    Request whole = request;
    TRY(whole.body, readBody(body, maxBody));
    CHECK(requireJson(whole));
    return whole;
}

Result<> logIn(const Registries &registries, const Request &request, api::ByteSource &body, TransferSink &out)
{
    TRY(const Request whole, withBody(request, body));
    TRY(auto credentials, images::parseCredentials(whole.body));
    const std::string registry = credentials.serverAddress;
    const images::Asker asker{request.peer, std::move(credentials), [&out] { return out.cancelled(); }};
    CHECK(registries.logIn(asker, registry));
    return answer(out, R"({"Status":"Login Succeeded","IdentityToken":""})");
}

Result<> push(images::Images &images, const Request &request, TransferSink &out)
{
    const std::string tag = request.value("tag"), &name = request.parameters.at("name");
    TRY(const auto credentials, credentialsOf(request));
    ProgressLines progress(out);
    return progress.end(images.push(
        request.peer, tag.empty() ? name : name + ":" + tag, credentials, [&out] { return out.cancelled(); },
        progress.sink()));
}

// "tag" may be a digest; it stands above what the name says.
std::string pulledName(const Request &request)
{
    const std::string image = request.value("fromImage"), tag = request.value("tag");
    if (tag.empty())
        return image;
    return image + (tag.contains(':') ? "@" : ":") + tag;
}

Result<images::Page> pageOf(const Request &request)
{
    images::Page page{.last = request.value("last")};
    TRY(const auto count, request.number("n"));
    if (count && (*count < 1 || *count > mostNames))
        return fail(ErrorKind::InvalidArgument, "invalid value for 'n': a number from 1 to {} is needed",
                    mostNames);
    page.count = static_cast<int>(count.value_or(page.count));
    return page;
}

Result<> listRepositories(const Registries &registries, const Request &request, TransferSink &out)
{
    TRY(const images::Asker asker, askerOf(request, out));
    TRY(const images::Page page, pageOf(request));
    TRY(const auto found, registries.repositories(asker, request.value("registry"), page));
    return answer(out, encode(found));
}

Result<> listTags(const Registries &registries, const Request &request, TransferSink &out)
{
    TRY(const images::Asker asker, askerOf(request, out));
    TRY(const images::Page page, pageOf(request));
    TRY(const auto found, registries.tags(asker, request.value("image"), page));
    return answer(out, encode(found));
}

Result<> removeManifest(const Registries &registries, const Request &request, TransferSink &out)
{
    TRY(const images::Asker asker, askerOf(request, out));
    TRY(const auto removed, registries.remove(asker, request.value("image")));
    return answer(out, encode(removed));
}

Result<> test(const Registries &registries, const Request &request, api::ByteSource &body, TransferSink &out)
{
    TRY(const images::Asker asker, askerOf(request, out));
    TRY(const Request whole, withBody(request, body));
    TRY(const auto wanted, decodeBody<api::RegistryTestRequest>(whole));
    TRY(const auto found, registries.test(asker, wanted.registry));
    return answer(out, encode(found));
}

// "stars" may come several times: the highest counts, as with dockerd.
Result<> takeFilters(const Request &request, images::SearchWanted &wanted)
{
    TRY(const auto filters, decodeFilters(request, {"is-automated", "is-official", "stars"}));
    TRY(wanted.automated, filters.flag("is-automated", false));
    TRY(const bool official, filters.flag("is-official", false));
    wanted.official = official;
    wanted.unofficial = !official && filters.contains("is-official");
    for (const std::string &text : filters.of("stars")) {
        std::int64_t stars = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), stars);
        if (error != std::errc() || end != text.data() + text.size())
            return fail(ErrorKind::InvalidArgument, "invalid filter 'stars={}': a number is needed",
                        text.substr(0, 64));
        wanted.stars = std::max(wanted.stars, stars);
    }
    return {};
}

Result<> search(const Registries &registries, const Request &request, TransferSink &out)
{
    TRY(const images::Asker asker, askerOf(request, out));
    images::SearchWanted wanted{.term = request.value("term")};
    TRY(const auto limit, request.number("limit"));
    if (limit && *limit != 0) { // 0: the default, which the docker command sends
        if (*limit < 1 || *limit > mostResults)
            return fail(ErrorKind::InvalidArgument, "limit {} is outside the range of [1, {}]", *limit,
                        mostResults);
        wanted.limit = static_cast<std::size_t>(*limit);
    }
    CHECK(takeFilters(request, wanted));
    TRY(const auto found, registries.search(asker, wanted));
    return answer(out, encode(found));
}

Result<> inspect(const Registries &registries, const Request &request, TransferSink &out)
{
    TRY(const images::Asker asker, askerOf(request, out));
    TRY(const auto found, registries.inspect(asker, request.parameters.at("name")));
    return answer(out, encode(found));
}

Result<Response> settings(const Registries &registries, const Request &request)
{
    TRY(const auto found, registries.list(request.peer));
    return Response::json(encode(found));
}

Result<Response> changeSettings(Registries &registries, const Request &request)
{
    TRY(const auto wanted, decodeBody<api::RegistriesUpdate>(request));
    TRY(const auto now, registries.change(request.peer, wanted));
    return Response::json(encode(now));
}

} // namespace

Result<bool> allPlatformsWanted(const Request &request)
{
    const std::string platforms = request.value("quayside-platforms");
    if (platforms.empty() || platforms == "all")
        return platforms == "all";
    return fail(ErrorKind::InvalidArgument, "invalid value for 'quayside-platforms': only \"all\" is known");
}

Result<> pullImage(images::Images &images, const Request &request, TransferSink &out)
{
    images::PullWanted wanted{.image = pulledName(request), .platform = request.value("platform")};
    wanted.allTags = request.value("tag").empty();
    TRY(wanted.allPlatforms, allPlatformsWanted(request));
    TRY(wanted.credentials, credentialsOf(request));
    ProgressLines progress(out);
    return progress.end(
        images.pull(request.peer, wanted, [&out] { return out.cancelled(); }, progress.sink()));
}

Routes registryRoutes(images::Images &images, Registries &registries)
{
    const auto with =
        [&registries](Result<> (*handler)(const Registries &, const Request &, TransferSink &)) {
            return TransferHandler(
                [&registries, handler](const Request &request, api::ByteSource &, TransferSink &out) {
                    return handler(registries, request, out);
                });
        };
    const auto takingBody = [&registries](Result<> (*handler)(const Registries &, const Request &,
                                                              api::ByteSource &, TransferSink &)) {
        return TransferHandler(
            [&registries, handler](const Request &request, api::ByteSource &body, TransferSink &out) {
                return handler(registries, request, body, out);
            });
    };
    return {
        {"POST", "/auth", takingBody(logIn)},
        {"POST", "/images/{name:*}/push",
         TransferHandler([&images](const Request &request, api::ByteSource &, TransferSink &out) {
             return push(images, request, out);
         })},
        {"GET", "/images/search", with(search)},
        {"GET", "/distribution/{name:*}/json", with(inspect)},
        {"GET", "/quayside/registries",
         CallHandler([&registries](const Request &request) { return settings(registries, request); })},
        {"PUT", "/quayside/registries",
         CallHandler([&registries](const Request &request) { return changeSettings(registries, request); })},
        {"POST", "/quayside/registries/test", takingBody(test)},
        {"GET", "/quayside/registries/repositories", with(listRepositories)},
        {"GET", "/quayside/registries/tags", with(listTags)},
        {"DELETE", "/quayside/registries/manifest", with(removeManifest)},
    };
}

} // namespace quayside::server

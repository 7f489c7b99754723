#include "models/client/registries.h"

#include "models/client/requests.h"

#include <nlohmann/json.hpp>

namespace quayside::client
{

namespace
{

HttpRequest with(HttpRequest request, const std::string &auth)
{
    request.registryAuth = auth;
    return request;
}

Query pageQuery(const char *key, const std::string &value, const Page &page)
{
    Query query{{key, value}, {"n", std::to_string(page.count)}};
    if (!page.last.empty())
        query.emplace_back("last", page.last);
    return query;
}

} // namespace

Call searchImages(EngineClient &client, const std::string &term, int limit, const std::string &auth,
                  QObject *context, Done<std::vector<api::ImageSearchItem>> done)
{
    const std::string path = target("/images/search", {{"term", term}, {"limit", std::to_string(limit)}});
    return fetch<std::vector<api::ImageSearchItem>>(client.http(), with(get(path), auth), context,
                                                    std::move(done));
}

Call inspectDistribution(EngineClient &client, const std::string &image, const std::string &auth,
                         QObject *context, Done<api::DistributionInspect> done)
{
    const std::string path = "/distribution/" + api::percentEncode(image, true) + "/json";
    return fetch<api::DistributionInspect>(client.http(), with(get(path), auth), context, std::move(done));
}

std::string encode(const LoginRequest &login)
{
    return nlohmann::json{
        {"username", login.username}, {"password", login.password}, {"serveraddress", login.registry}}
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Call checkLogin(EngineClient &client, const LoginRequest &login, QObject *context, Done<std::string> done)
{
    auto read = [](std::string_view text) -> Result<std::string> {
        const auto json = nlohmann::json::parse(text, nullptr, false);
        if (!json.is_object())
            return fail(ErrorKind::Internal, "the engine did not say whether the login was accepted");
        const auto token = json.find("IdentityToken");
        return token != json.end() && token->is_string() ? token->get<std::string>() : std::string();
    };
    return fetchWith<std::string>(client.http(), post("/auth", encode(login)), context, std::move(done),
                                  read);
}

Call registrySettings(EngineClient &client, QObject *context, Done<api::Registries> done)
{
    return fetch<api::Registries>(client.http(), get("/quayside/registries"), context, std::move(done));
}

Call setRegistrySettings(EngineClient &client, const api::RegistriesUpdate &update, QObject *context,
                         Done<api::Registries> done)
{
    HttpRequest request{.method = "PUT", .target = "/quayside/registries", .body = api::encode(update)};
    return fetch<api::Registries>(client.http(), std::move(request), context, std::move(done));
}

Call testRegistry(EngineClient &client, const std::string &registry, const std::string &auth,
                  QObject *context, Done<api::RegistryTest> done)
{
    const std::string body = api::encode(api::RegistryTestRequest{registry});
    return fetch<api::RegistryTest>(client.http(), with(post("/quayside/registries/test", body), auth),
                                    context, std::move(done));
}

Call listRepositories(EngineClient &client, const std::string &registry, const Page &page,
                      const std::string &auth, QObject *context, Done<api::RepositoryList> done)
{
    const std::string path =
        target("/quayside/registries/repositories", pageQuery("registry", registry, page));
    return fetch<api::RepositoryList>(client.http(), with(get(path), auth), context, std::move(done));
}

Call listTags(EngineClient &client, const std::string &image, const Page &page, const std::string &auth,
              QObject *context, Done<api::TagList> done)
{
    const std::string path = target("/quayside/registries/tags", pageQuery("image", image, page));
    return fetch<api::TagList>(client.http(), with(get(path), auth), context, std::move(done));
}

Call deleteManifest(EngineClient &client, const std::string &image, const std::string &auth, QObject *context,
                    Done<api::ManifestDeleted> done)
{
    const std::string path = target("/quayside/registries/manifest", {{"image", image}});
    return fetch<api::ManifestDeleted>(client.http(), with(remove(path), auth), context, std::move(done));
}

} // namespace quayside::client

// POST /auth                                 {"username", "password", "identitytoken", "serveraddress"}
// POST /images/{name}/push?tag=              (X-Registry-Auth)
#include "engine/server/routes/registries.h"

#include "engine/server/routes/decoding.h"
#include "engine/server/routes/progress.h"
#include "engine/server/routes/resources.h"

namespace quayside::server
{

namespace
{

Result<images::Credentials> credentialsOf(const Request &request)
{
    const auto found = request.headers.find("x-registry-auth");
    return images::decodeCredentials(found == request.headers.end() ? std::string() : found->second);
}

// "https://index.docker.io/v1/" is what docker login calls Docker Hub.
std::string domainOf(std::string address)
{
    if (const auto scheme = address.find("://"); scheme != std::string::npos)
        address.erase(0, scheme + 3);
    address = address.substr(0, address.find('/'));
    return address.empty() || address == "index.docker.io" || address == "registry-1.docker.io" ? "docker.io" : address;
}

Result<Response> logIn(images::Images &images, const Request &request)
{
    CHECK(requireJson(request));
    TRY(const auto credentials, images::parseCredentials(request.body));
    CHECK(images.logIn(domainOf(credentials.serverAddress), credentials));
    return Response::json(R"({"Status":"Login Succeeded","IdentityToken":""})");
}

Result<> push(images::Images &images, const Request &request, TransferSink &out)
{
    const std::string tag = request.value("tag"), &name = request.parameters.at("name");
    TRY(const auto credentials, credentialsOf(request));
    ProgressLines progress(out);
    return progress.end(images.push(request.peer, tag.empty() ? name : name + ":" + tag, credentials,
                                    [&out] { return out.cancelled(); }, progress.sink()));
}

// "tag" may be a digest; it stands above what the name says.
std::string pulledName(const Request &request)
{
    const std::string image = request.value("fromImage"), tag = request.value("tag");
    if (tag.empty())
        return image;
    return image + (tag.contains(':') ? "@" : ":") + tag;
}

} // namespace

Result<> pullImage(images::Images &images, const Request &request, TransferSink &out)
{
    images::PullWanted wanted{.image = pulledName(request), .platform = request.value("platform")};
    TRY(wanted.credentials, credentialsOf(request));
    ProgressLines progress(out);
    return progress.end(
        images.pull(request.peer, wanted, [&out] { return out.cancelled(); }, progress.sink()));
}

Routes registryRoutes(images::Images &images)
{
    return {
        {"POST", "/auth", CallHandler([&images](const Request &request) { return logIn(images, request); })},
        {"POST", "/images/{name:*}/push",
         TransferHandler([&images](const Request &request, api::ByteSource &, TransferSink &out) {
             return push(images, request, out);
         })},
    };
}

} // namespace quayside::server

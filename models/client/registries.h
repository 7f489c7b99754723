// Calls about registries: search, logins, what they hold, and the engine's settings for them. As all calls:
// see engineclient.h. `auth`: the header X-Registry-Auth for that registry (models/registries/credential.h);
// empty: nobody. Source: Docker Engine API 1.51, /auth, /images/search, /distribution; docs/extensions.md,
// "registries".
#pragma once

#include "engine/api/types/registry.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

// term: a word for Docker Hub, "localhost:5000/word" for another registry.
Call searchImages(EngineClient &client, const std::string &term, int limit, const std::string &auth,
                  QObject *context, Done<std::vector<api::ImageSearchItem>> done);
// What stands behind a name: its digest and platforms.
Call inspectDistribution(EngineClient &client, const std::string &image, const std::string &auth,
                         QObject *context, Done<api::DistributionInspect> done);

struct LoginRequest {
    std::string registry; // "docker.io", "localhost:5000"
    std::string username, password;
};
std::string encode(const LoginRequest &login);
// Asks the registry. The identity token that stands in place of the password from then on; mostly empty.
Call checkLogin(EngineClient &client, const LoginRequest &login, QObject *context, Done<std::string> done);

// --- our engine only (feature "registries")
Call registrySettings(EngineClient &client, QObject *context, Done<api::Registries> done);
Call setRegistrySettings(EngineClient &client, const api::RegistriesUpdate &update, QObject *context,
                         Done<api::Registries> done);
Call testRegistry(EngineClient &client, const std::string &registry, const std::string &auth,
                  QObject *context, Done<api::RegistryTest> done);

struct Page {
    int count = 100;
    std::string last; // `next` of the page before; empty: the first one
};
Call listRepositories(EngineClient &client, const std::string &registry, const Page &page,
                      const std::string &auth, QObject *context, Done<api::RepositoryList> done);
// image: "localhost:5000/some/box", without a tag.
Call listTags(EngineClient &client, const std::string &image, const Page &page, const std::string &auth,
              QObject *context, Done<api::TagList> done);
// image: with a tag or a digest. All tags of what it leads to go.
Call deleteManifest(EngineClient &client, const std::string &image, const std::string &auth, QObject *context,
                    Done<api::ManifestDeleted> done);

} // namespace quayside::client

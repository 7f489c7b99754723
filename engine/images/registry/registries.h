// What registries are asked besides images to pull and to push: where they are, what they have, who may log
// in.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/registry.h"
#include "engine/base/result.h"
#include "engine/images/registry/credentials.h"
#include "engine/images/registry/endpoint.h"
#include "engine/images/registry/listing.h"
#include "engine/images/registry/search.h"

#include <functional>
#include <memory>
#include <string>

namespace quayside
{
class Records;
}

namespace quayside::images
{

class SettingsRecord;

// Who asks. Calls end soon after `cancelled` says so.
struct Asker {
    access::Peer peer;
    Credentials credentials{};
    std::function<bool()> cancelled{};
};

// Thread-safe. Calls that talk to a registry block, for minutes where it does not answer. `registry`: a
// domain, or what people write for one ("https://index.docker.io/v1/"); `image`: a name.
class Registries
{
public:
    // `fixed`: of the command line and the environment.
    static Result<std::unique_ptr<Registries>> open(Records &records, RegistrySettings fixed);
    ~Registries();

    [[nodiscard]] RegistrySettings settings() const; // in force now
    [[nodiscard]] Result<api::Registries> list(const access::Peer &peer) const;
    // Forbidden: for root only.
    Result<api::Registries> change(const access::Peer &peer, const api::RegistriesUpdate &wanted);

    // That the registry takes these credentials. Forbidden: it does not.
    Result<> logIn(const Asker &asker, const std::string &registry) const;
    [[nodiscard]] Result<api::RegistryTest> test(const Asker &asker, const std::string &registry) const;
    [[nodiscard]] Result<api::RepositoryList> repositories(const Asker &asker, const std::string &registry,
                                                           const Page &page) const;
    [[nodiscard]] Result<api::TagList> tags(const Asker &asker, const std::string &image,
                                            const Page &page) const;
    [[nodiscard]] Result<api::ManifestDeleted> remove(const Asker &asker, const std::string &image) const;
    [[nodiscard]] Result<Found> search(const Asker &asker, const SearchWanted &wanted) const;
    [[nodiscard]] Result<api::DistributionInspect> inspect(const Asker &asker,
                                                           const std::string &image) const;

private:
    explicit Registries(std::unique_ptr<SettingsRecord> settings);

    std::unique_ptr<SettingsRecord> m_settings;
};

// Whether `peer` could open this file without the engine: a client certificate's key works for those only.
std::function<bool(const std::string &path)> readingAs(const access::Peer &peer);

} // namespace quayside::images

#include "engine/images/registry/registries.h"

#include "engine/access/hostpath.h"
#include "engine/images/registry/probe.h"
#include "engine/images/registry/remote.h"
#include "engine/images/registry/settings.h"

namespace quayside::images
{
namespace
{

Session::Options optionsFor(const Asker &asker, const std::string &domain, const RegistrySettings &settings)
{
    return {.settings = settings,
            .domain = domain,
            .credentials = asker.credentials,
            .cancelled = asker.cancelled,
            .mayRead = readingAs(asker.peer)};
}

// What changes and what is listed is the registry's own, and no mirror's copy.
Session::Options withoutMirrors(Session::Options options)
{
    options.settings.mirrors.clear();
    return options;
}

} // namespace

std::function<bool(const std::string &path)> readingAs(const access::Peer &peer)
{
    return [peer](const std::string &path) { return access::openHostPath(peer, {.path = path}).has_value(); };
}

Registries::Registries(std::unique_ptr<SettingsRecord> settings) : m_settings(std::move(settings)) {}

Registries::~Registries() = default;

Result<std::unique_ptr<Registries>> Registries::open(Records &records, RegistrySettings fixed)
{
    TRY(auto settings, SettingsRecord::open(records, std::move(fixed)));
    return std::unique_ptr<Registries>(new Registries(std::move(settings)));
}

RegistrySettings Registries::settings() const
{
    return m_settings->current();
}

Result<api::Registries> Registries::list(const access::Peer &peer) const
{
    TRY(const api::RegistriesUpdate kept, m_settings->kept());
    const RegistrySettings &fixed = m_settings->fixed();
    api::Registries found{.mirrors = kept.mirrors,
                          .insecure = kept.insecure,
                          .fixedMirrors = fixed.mirrors,
                          .fixedInsecure = {fixed.insecure.begin(), fixed.insecure.end()},
                          .mayChange = peer.isRoot()};
    found.fixedInsecure.insert(found.fixedInsecure.end(), fixed.insecureNetworks.begin(),
                               fixed.insecureNetworks.end());
    return found;
}

Result<api::Registries> Registries::change(const access::Peer &peer, const api::RegistriesUpdate &wanted)
{
    if (!peer.isRoot())
        return fail(ErrorKind::Forbidden,
                    "mirrors and insecure registries concern everybody on this machine, so only root may set "
                    "them: ask "
                    "for it as root, or start the engine with --registry-mirror or --insecure-registry");
    CHECK(m_settings->change(wanted));
    return list(peer);
}

Result<> Registries::logIn(const Asker &asker, const std::string &registry) const
{
    TRY(const std::string domain, registryDomain(registry));
    TRY(const auto session, Session::connect(withoutMirrors(optionsFor(asker, domain, settings()))));
    CHECK(session->logIn());
    return {};
}

Result<api::RegistryTest> Registries::test(const Asker &asker, const std::string &registry) const
{
    TRY(const std::string domain, registryDomain(registry));
    return probeRegistry(optionsFor(asker, domain, settings()));
}

Result<api::RepositoryList> Registries::repositories(const Asker &asker, const std::string &registry,
                                                     const Page &page) const
{
    TRY(const std::string domain, registryDomain(registry));
    if (domain == dockerHub)
        return fail(ErrorKind::NotSupported, "Docker Hub does not list its repositories: search for them");
    TRY(const auto session, Session::connect(withoutMirrors(optionsFor(asker, domain, settings()))));
    TRY(NamePage found, listRepositories(*session, page));
    return api::RepositoryList{std::move(found.names), std::move(found.next)};
}

Result<api::TagList> Registries::tags(const Asker &asker, const std::string &image, const Page &page) const
{
    TRY(const Reference reference, parseReference(image));
    TRY(const auto session,
        Session::connect(withoutMirrors(optionsFor(asker, reference.domain, settings()))));
    TRY(NamePage found, listTags(*session, reference.path, page));
    return api::TagList{reference.familiarName(), std::move(found.names), std::move(found.next)};
}

Result<api::ManifestDeleted> Registries::remove(const Asker &asker, const std::string &image) const
{
    TRY(const Reference reference, parseReference(image));
    if (reference.tag.empty() && reference.digest.empty()) // "latest" is not meant where nothing is said
        return fail(ErrorKind::InvalidArgument,
                    "which of {} is to be deleted: a tag (:1.2) or a digest (@sha256:…) must be named",
                    reference.familiarName());
    TRY(const auto session,
        Session::connect(withoutMirrors(optionsFor(asker, reference.domain, settings()))));
    TRY(std::string digest, deleteRemote(*session, reference));
    return api::ManifestDeleted{std::move(digest)};
}

Result<Found> Registries::search(const Asker &asker, const SearchWanted &wanted) const
{
    TRY(const SearchTerm term, parseTerm(wanted.term));
    const Session::Options options = optionsFor(asker, term.domain, settings());
    if (term.domain == dockerHub) {
        SearchWanted here = wanted;
        here.term = term.rest;
        return searchHub(options, here);
    }
    TRY(const auto session, Session::connect(options));
    return searchCatalog(*session, term.rest, wanted);
}

Result<api::DistributionInspect> Registries::inspect(const Asker &asker, const std::string &image) const
{
    TRY(const Reference reference, parseTagged(image));
    TRY(const auto session, Session::connect(optionsFor(asker, reference.domain, settings())));
    return inspectRemote(*session, reference);
}

} // namespace quayside::images

#include "engine/api/types/registry.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(ImageSearchItem, f, v)
{
    f("star_count", v.starCount);
    f("is_official", v.isOfficial);
    f("name", v.name);
    f("is_automated", v.isAutomated);
    f("description", v.description);
}

QUAYSIDE_FIELDS(DistributionInspect, f, v)
{
    f("Descriptor", v.descriptor);
    f("Platforms", v.platforms);
}

QUAYSIDE_FIELDS(Registries, f, v)
{
    f("Mirrors", v.mirrors);
    f("Insecure", v.insecure);
    f("FixedMirrors", v.fixedMirrors);
    f("FixedInsecure", v.fixedInsecure);
    f("MayChange", v.mayChange);
}

QUAYSIDE_FIELDS(RegistriesUpdate, f, v)
{
    f("Mirrors", v.mirrors);
    f("Insecure", v.insecure);
}

QUAYSIDE_FIELDS(RegistryTestRequest, f, v)
{
    f("Registry", v.registry);
}

QUAYSIDE_FIELDS(RegistryTest, f, v)
{
    f("Registry", v.registry);
    f("Address", v.address);
    f("Reachable", v.reachable);
    f("Encrypted", v.encrypted);
    f("Verified", v.verified);
    f("Authentication", v.authentication);
    f("LoggedIn", v.loggedIn);
    f("Message", v.message);
}

QUAYSIDE_FIELDS(RepositoryList, f, v)
{
    f("Repositories", v.repositories);
    f("Next", v.next);
}

QUAYSIDE_FIELDS(TagList, f, v)
{
    f("Name", v.name);
    f("Tags", v.tags);
    f("Next", v.next);
}

QUAYSIDE_FIELDS(ManifestDeleted, f, v)
{
    f("Deleted", v.deleted);
}

QUAYSIDE_CODEC(std::vector<ImageSearchItem>)
QUAYSIDE_CODEC(DistributionInspect)
QUAYSIDE_CODEC(Registries)
QUAYSIDE_CODEC(RegistriesUpdate)
QUAYSIDE_CODEC(RegistryTestRequest)
QUAYSIDE_CODEC(RegistryTest)
QUAYSIDE_CODEC(RepositoryList)
QUAYSIDE_CODEC(TagList)
QUAYSIDE_CODEC(ManifestDeleted)

} // namespace quayside::api

#include "engine/images/registry/probe.h"

namespace quayside::images
{
namespace
{

using namespace std::chrono_literals;

constexpr auto shortPatience = 10s; // somebody waits for the answer

std::vector<Endpoint> candidates(const Session::Options &options)
{
    std::vector<Endpoint> found;
    for (const Endpoint &endpoint : endpointsOf(options.domain, options.settings)) {
        if (endpoint.mirror)
            continue;
        if (endpoint.encrypted() && !endpoint.verify) {
            found.push_back(endpoint);
            found.back().verify = true;
        }
        found.push_back(endpoint);
    }
    return found;
}

const char *wordOf(Authentication authentication)
{
    switch (authentication) {
    case Authentication::Basic:
        return "basic";
    case Authentication::Bearer:
        return "bearer";
    case Authentication::None:
        break;
    }
    return "none";
}

Result<> tryLogin(Session &session, const Credentials &credentials, api::RegistryTest &test)
{
    if (credentials.empty())
        return {};
    const auto taken = session.logIn();
    if (!taken && taken.error().kind == ErrorKind::Cancelled)
        return std::unexpected(taken.error());
    if (!taken)
        test.message = taken.error().message;
    else if (!*taken)
        test.message = "the registry asks for no login: the user name and the password were not checked";
    test.loggedIn = taken.value_or(false);
    return {};
}

} // namespace

Result<api::RegistryTest> probeRegistry(Session::Options options)
{
    options.patience = shortPatience;
    api::RegistryTest test{.registry = options.domain, .address = {}, .authentication = {}, .message = {}};
    for (const Endpoint &endpoint : candidates(options)) {
        options.endpoints = {endpoint};
        auto session = Session::connect(options);
        test.address = endpoint.origin;
        test.encrypted = endpoint.encrypted();
        if (!session && session.error().kind == ErrorKind::Cancelled)
            return std::unexpected(std::move(session).error());
        if (!session) {
            test.message = session.error().message;
            continue;
        }
        test.message.clear();
        test.reachable = true;
        test.verified = endpoint.encrypted() && endpoint.verify;
        test.authentication = wordOf((*session)->authentication());
        CHECK(tryLogin(**session, options.credentials, test));
        return test;
    }
    return test;
}

} // namespace quayside::images

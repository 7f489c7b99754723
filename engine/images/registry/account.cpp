// Tokens and passwords: who sees which.
#include "engine/images/registry/session.h"

#include "engine/api/http/uri.h"
#include "engine/api/json.h"

#include <algorithm>
#include <ranges>

namespace quayside::images
{
namespace
{

constexpr std::size_t mostToken = 1 << 20; // security.md §3

std::string parameterOf(const Challenge &challenge, const char *name)
{
    const auto found = challenge.parameters.find(name);
    return found == challenge.parameters.end() ? std::string() : found->second;
}

std::string basicOf(const Credentials &credentials)
{
    return "Basic " + base64(credentials.username + ":" + credentials.password);
}

Result<std::string> tokenIn(const std::string &body, const std::string &from)
{
    const auto json = api::parseJson(body, {.bytes = mostToken, .depth = 8});
    for (const char *key : {"token", "access_token"})
        if (json && json->is_object() && json->contains(key) && json->at(key).is_string()) {
            auto token = json->at(key).get<std::string>();
            const bool plain = std::ranges::all_of(token, [](char c) { return c > ' ' && c < 0x7f; });
            if (!token.empty() && plain)
                return token;
        }
    return fail(ErrorKind::InvalidArgument, "the token server {} answered without a token", from);
}

// RFC 6749, 6, as the distribution project describes it ("Docker Registry v2 authentication using OAuth2").
HttpRequest refreshRequest(const std::string &realm, const std::string &service, const std::string &scope,
                           const std::string &identityToken)
{
    std::vector<std::pair<std::string, std::string>> form{{"grant_type", "refresh_token"},
                                                          {"service", service},
                                                          {"client_id", "quayside"},
                                                          {"refresh_token", identityToken}};
    if (!scope.empty())
        form.emplace_back("scope", scope);
    return {.method = "POST",
            .url = realm,
            .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
            .body = api::encodeQuery(form)};
}

HttpRequest tokenRequest(const std::string &realm, const std::string &service, const std::string &scope)
{
    std::vector<std::pair<std::string, std::string>> query;
    if (!service.empty())
        query.emplace_back("service", service);
    for (const auto part : std::views::split(scope, ' '))
        if (!part.empty())
            query.emplace_back("scope", std::string(part.begin(), part.end()));
    return {.url = realm + (realm.contains('?') ? "&" : "?") + api::encodeQuery(query)};
}

} // namespace

Account::Account(Endpoint endpoint, Credentials credentials, std::vector<Challenge> challenges,
                 const std::set<std::string> &alsoPull)
    : m_endpoint(std::move(endpoint)),
      m_credentials(m_endpoint.mirror ? Credentials{} : std::move(credentials)),
      m_challenges(std::move(challenges))
{
    for (const std::string &repository : alsoPull)
        m_more += " repository:" + repository + ":pull";
}

const Challenge *Account::challengeOf(const std::string &scheme) const
{
    const auto found = std::ranges::find(m_challenges, scheme, &Challenge::scheme);
    return found == m_challenges.end() ? nullptr : &*found;
}

Authentication Account::authentication() const
{
    const std::scoped_lock lock(m_mutex);
    return challengeOf("bearer")  ? Authentication::Bearer
           : challengeOf("basic") ? Authentication::Basic
                                  : Authentication::None;
}

Result<std::string> Account::authorization(Transport &transport, const std::string &scope)
{
    if (!m_credentials.registryToken.empty())
        return "Bearer " + m_credentials.registryToken;
    const std::scoped_lock lock(m_mutex); // others wait for this token in place of fetching one more
    if (const Challenge *bearer = challengeOf("bearer")) {
        if (const auto known = m_tokens.find(scope); known != m_tokens.end())
            return "Bearer " + known->second;
        TRY(const std::string token, fetchToken(transport, *bearer, scope));
        m_tokens[scope] = token;
        return "Bearer " + token;
    }
    if (challengeOf("basic") && !m_credentials.username.empty())
        return basicOf(m_credentials);
    return std::string();
}

void Account::forget(const std::string &scope)
{
    const std::scoped_lock lock(m_mutex);
    m_tokens.erase(scope);
}

void Account::learn(std::vector<Challenge> challenges)
{
    const std::scoped_lock lock(m_mutex);
    if (m_challenges.empty())
        m_challenges = std::move(challenges);
}

Result<std::string> Account::fetchToken(Transport &transport, const Challenge &challenge,
                                        const std::string &scope) const
{
    const std::string realm = parameterOf(challenge, "realm"), service = parameterOf(challenge, "service");
    const std::string origin = originOf(realm);
    if (origin.empty())
        return fail(ErrorKind::InvalidArgument, "the registry {} names no token server that can be asked",
                    m_endpoint.domain);
    if (m_endpoint.encrypted() && !origin.starts_with("https://"))
        return fail(ErrorKind::Forbidden, "the registry {} names a token server that is not encrypted: {}",
                    m_endpoint.domain, origin);
    const std::string wanted = scope.empty() ? scope : scope + m_more;
    HttpRequest request = tokenRequest(realm, service, wanted);
    if (!m_credentials.empty()) {
        if (!mayShareCredentials(m_endpoint, realm))
            return fail(ErrorKind::Forbidden,
                        "the registry {} wants the password for it to be sent to {}, another site or "
                        "unencrypted: it was not",
                        m_endpoint.domain, origin);
        if (!m_credentials.identityToken.empty())
            request = refreshRequest(realm, service, wanted, m_credentials.identityToken);
        else
            request.authorization = basicOf(m_credentials);
    }
    auto answer = transport.call(request, mostToken);
    if (!answer)
        return wrap(std::move(answer).error(), "fetching a token for {}", m_endpoint.domain);
    if (answer->head.status == 200)
        return tokenIn(answer->body, origin);
    if (!m_credentials.empty())
        return loginError(answer->head, answer->body, m_endpoint.domain);
    return registryError(answer->head, answer->body, "fetching a token for " + m_endpoint.domain);
}

} // namespace quayside::images

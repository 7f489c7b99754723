// Talking to one registry (OCI distribution-spec v1.1): where it is, who we are to it, and asking again where
// that helps.
#pragma once

#include "engine/images/registry/challenge.h"
#include "engine/images/registry/credentials.h"
#include "engine/images/registry/endpoint.h"
#include "engine/images/registry/transport.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace quayside::images
{

enum class Authentication : std::uint8_t { None, Basic, Bearer };

// What all connections to a registry share. Thread-safe.
class Account
{
public:
    // `alsoPull`: repositories that every token shall allow to pull, besides what its scope says.
    Account(Endpoint endpoint, Credentials credentials, std::vector<Challenge> challenges,
            const std::set<std::string> &alsoPull);

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] bool hasCredentials() const { return !m_credentials.empty(); }
    [[nodiscard]] Authentication authentication() const; // what the registry asks for
    // The header Authorization for `scope` ("repository:library/busybox:pull"; "": none); "" where the
    // registry asks for none. A token is fetched over `transport` where none is known. Forbidden: credentials
    // that are wrong, or that this token server must not see.
    Result<std::string> authorization(Transport &transport, const std::string &scope);
    void forget(const std::string &scope); // its token is refused: the next one is fetched
    // What it asked for after all, where GET /v2/ did not ask for anything.
    void learn(std::vector<Challenge> challenges);

private:
    Result<std::string> fetchToken(Transport &transport, const Challenge &challenge,
                                   const std::string &scope) const;
    [[nodiscard]] const Challenge *challengeOf(const std::string &scheme) const;

    const Endpoint m_endpoint;
    const Credentials m_credentials;
    std::string m_more;         // further scopes, each with a blank in front
    mutable std::mutex m_mutex; // of what follows
    std::vector<Challenge> m_challenges;
    std::map<std::string, std::string> m_tokens; // by scope
};

// On one thread. Statuses of 429 and from 500 on are tried again, at most five times, after Retry-After or a
// pause that doubles; so is a connection that breaks before there is an answer.
class Session
{
public:
    struct Options {
        RegistrySettings settings;
        std::string domain; // "docker.io", "localhost:5000"
        Credentials credentials{};
        std::function<bool()> cancelled{};
        std::chrono::milliseconds patience{30'000}, pause{500};
        std::set<std::string> alsoPull{};  // see Account: what a push may mount blobs from
        std::vector<Endpoint> endpoints{}; // in place of those of the domain; empty: those
        std::function<bool(const std::string &path)> mayRead{}; // see certificates.h
    };
    // Finds the endpoint that answers to GET /v2/. Unavailable: none does.
    static Result<std::unique_ptr<Session>> connect(const Options &options);
    // For another thread, with the same account.
    [[nodiscard]] std::unique_ptr<Session> again(std::function<bool()> cancelled) const;

    // `request.url` is a path, "/v2/…", or a whole URL, which gets the authorization only at the registry's
    // own origin. `scope`: see Account; several are divided by blanks.
    Result<HttpAnswer> call(HttpRequest request, const std::string &scope, std::size_t most = 4 << 20);
    // The same, but once: what comes of a second attempt is the caller's to judge.
    Result<HttpAnswer> callOnce(HttpRequest request, const std::string &scope, std::size_t most = 4 << 20);
    Result<std::unique_ptr<HttpBody>> open(HttpRequest request, const std::string &scope);
    // true: the credentials were asked for, and taken; false: the registry asks for none. Forbidden: they are
    // wrong.
    Result<bool> logIn();
    [[nodiscard]] const Endpoint &endpoint() const { return m_account->endpoint(); }
    [[nodiscard]] Authentication authentication() const { return m_account->authentication(); }
    // Before the next attempt; false: that was the last, or cancelled.
    bool pause(int attempt, const std::string &retryAfter = {});

private:
    Session(Options options, std::shared_ptr<Account> account);
    Result<std::unique_ptr<HttpBody>> attempt(HttpRequest request, const std::string &scope);

    const Options m_options;
    const std::shared_ptr<Account> m_account;
    Transport m_transport;
};

// How a session with these options reaches the endpoint.
Transport::Options transportOptions(const Endpoint &endpoint, const Session::Options &options);

// The header Retry-After, seconds or a date (RFC 9110, 10.2.3); `now`: seconds since 1970. Nothing: it is
// neither.
std::optional<std::chrono::seconds> pauseAskedFor(const std::string &retryAfter, std::int64_t now);

// A status that another attempt may not meet: 429, and from 500 on.
bool isPassing(int status);

// What a registry says is wrong, as an error: `what` was tried ("pulling busybox:latest").
std::unexpected<Error> registryError(const HttpHead &head, std::string_view body, const std::string &what);
// The same of credentials that were sent to `domain` or to its token server.
std::unexpected<Error> loginError(const HttpHead &head, std::string_view body, const std::string &domain);

} // namespace quayside::images

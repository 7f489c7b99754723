#include "engine/images/registry/session.h"

#include "engine/api/json.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <charconv>

namespace quayside::images
{
namespace
{

using namespace std::chrono_literals;

constexpr int mostAttempts = 5;
constexpr auto longestPause = 60s;                 // what a registry may ask for with Retry-After
constexpr std::chrono::seconds longestAsked = 24h; // whatever is asked for beyond
constexpr auto mirrorPatience = 10s;
constexpr std::size_t mostSaid = 300;

// What a registry says is wrong: the messages of its errors, else the status.
std::string saidBy(const HttpHead &head, std::string_view body)
{
    std::string said;
    const auto json = api::parseJson(body, {.bytes = 64 * 1024, .depth = 16});
    if (json && json->is_object() && json->contains("errors") && json->at("errors").is_array())
        for (const auto &error : json->at("errors"))
            if (error.is_object() && error.contains("message") && error.at("message").is_string() &&
                said.size() < mostSaid)
                said +=
                    (said.empty() ? "" : ", ") + error.at("message").get<std::string>().substr(0, mostSaid);
    return said.empty() ? std::format("the registry answers with status {}", head.status) : said;
}

// The challenges of a registry that is there; nothing: this is none.
Result<std::vector<Challenge>> ping(const Endpoint &endpoint, const Session::Options &options)
{
    auto transportWanted = transportOptions(endpoint, options);
    if (endpoint.mirror) // there is another one behind it
        transportWanted.patience =
            std::min<std::chrono::milliseconds>(transportWanted.patience, mirrorPatience);
    Transport transport(std::move(transportWanted));
    TRY(const HttpAnswer answer, transport.call({.url = endpoint.origin + "/v2/"}));
    if (answer.head.status == 401)
        return parseChallenges(answer.head.header("www-authenticate"));
    if (answer.head.status == 200)
        return std::vector<Challenge>();
    return registryError(answer.head, answer.body, "asking " + endpoint.origin + " whether it is a registry");
}

} // namespace

Transport::Options transportOptions(const Endpoint &endpoint, const Session::Options &options)
{
    const auto tls = [endpoint, settings = options.settings, mayRead = options.mayRead](
                         const std::string &origin) { return tlsFor(origin, endpoint, settings, mayRead); };
    return {.tls = tls,
            .proxies = options.settings.proxies,
            .cancelled = options.cancelled,
            .patience = options.patience};
}

Result<std::unique_ptr<Session>> Session::connect(const Options &options)
{
    Error last;
    const auto endpoints =
        options.endpoints.empty() ? endpointsOf(options.domain, options.settings) : options.endpoints;
    for (const Endpoint &endpoint : endpoints) {
        auto challenges = ping(endpoint, options);
        if (challenges)
            return std::unique_ptr<Session>(
                new Session(options, std::make_shared<Account>(endpoint, options.credentials,
                                                               *std::move(challenges), options.alsoPull)));
        if (challenges.error().kind == ErrorKind::Cancelled)
            return std::unexpected(std::move(challenges).error());
        if (last.message.empty() || !endpoint.mirror)
            last = std::move(challenges).error();
    }
    return std::unexpected(std::move(last));
}

Session::Session(Options options, std::shared_ptr<Account> account)
    : m_options(std::move(options)), m_account(std::move(account)),
      m_transport(transportOptions(m_account->endpoint(), m_options))
{
}

std::unique_ptr<Session> Session::again(std::function<bool()> cancelled) const
{
    Options options = m_options;
    options.cancelled = std::move(cancelled);
    return std::unique_ptr<Session>(new Session(std::move(options), m_account));
}

bool Session::pause(int attempt, const std::string &retryAfter)
{
    if (attempt >= mostAttempts)
        return false;
    std::chrono::milliseconds time = m_options.pause * (1 << (attempt - 1));
    if (const auto asked = pauseAskedFor(retryAfter, QDateTime::currentSecsSinceEpoch()))
        time = *asked;
    return time <= longestPause && m_transport.sleep(time);
}

Result<std::unique_ptr<HttpBody>> Session::attempt(HttpRequest request, const std::string &scope)
{
    const std::string origin = endpoint().origin;
    if (request.url.starts_with('/'))
        request.url = origin + request.url;
    const bool own = originOf(request.url) == originOf(origin);
    if (own) {
        TRY(request.authorization, m_account->authorization(m_transport, scope));
    }
    TRY(auto body, m_transport.open(request));
    // What storage elsewhere asks for is not the registry's word.
    if (body->head().status != 401 || !own || originOf(body->head().url) != originOf(origin))
        return body;
    // A token lives for minutes, and a pull may take longer; some registries ask for one here first.
    if (request.authorization.empty())
        m_account->learn(parseChallenges(body->head().header("www-authenticate")));
    else
        m_account->forget(scope);
    TRY(request.authorization, m_account->authorization(m_transport, scope));
    if (request.authorization.empty())
        return body;
    return m_transport.open(request);
}

Result<std::unique_ptr<HttpBody>> Session::open(HttpRequest request, const std::string &scope)
{
    for (int count = 1;; ++count) {
        auto body = attempt(request, scope);
        const bool passing =
            body ? isPassing((*body)->head().status) : body.error().kind == ErrorKind::Unavailable;
        if (!passing || !pause(count, body ? (*body)->head().header("retry-after") : std::string()))
            return body;
    }
}

Result<HttpAnswer> Session::call(HttpRequest request, const std::string &scope, std::size_t most)
{
    TRY(const auto body, open(std::move(request), scope));
    return readAnswer(*body, most);
}

Result<HttpAnswer> Session::callOnce(HttpRequest request, const std::string &scope, std::size_t most)
{
    TRY(const auto body, attempt(std::move(request), scope));
    return readAnswer(*body, most);
}

Result<bool> Session::logIn()
{
    TRY(const HttpAnswer answer, call({.url = "/v2/"}, ""));
    if (answer.head.status != 200)
        return m_account->hasCredentials()
                   ? loginError(answer.head, answer.body, endpoint().domain)
                   : registryError(answer.head, answer.body, "logging in to " + endpoint().domain);
    return m_account->hasCredentials() && authentication() != Authentication::None;
}

std::optional<std::chrono::seconds> pauseAskedFor(const std::string &retryAfter, std::int64_t now)
{
    std::int64_t seconds = 0;
    const char *last = retryAfter.data() + retryAfter.size();
    const auto [end, error] = std::from_chars(retryAfter.data(), last, seconds);
    if (error == std::errc() && end == last && seconds >= 0)
        return std::min(std::chrono::seconds(seconds), longestAsked);
    QDateTime date =
        QLocale::c().toDateTime(QString::fromStdString(retryAfter), "ddd, dd MMM yyyy hh:mm:ss 'GMT'");
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::UTC);
    return std::chrono::seconds(
        std::clamp<std::int64_t>(date.toSecsSinceEpoch() - now, 0, longestAsked.count()));
}

bool isPassing(int status)
{
    return status == 429 || (status >= 500 && status != 501 && status != 505);
}

std::unexpected<Error> loginError(const HttpHead &head, std::string_view body, const std::string &domain)
{
    if (head.status != 401 && head.status != 403)
        return registryError(head, body, "logging in to " + domain);
    return fail(ErrorKind::Forbidden,
                "logging in to {}: {}: the user name or the password is wrong, or it may not do this", domain,
                saidBy(head, body));
}

std::unexpected<Error> registryError(const HttpHead &head, std::string_view body, const std::string &what)
{
    const std::string said = saidBy(head, body);
    switch (head.status) {
    case 401:
    case 403:
        return fail(ErrorKind::Forbidden,
                    "{}: {}. It may be that it does not exist, or that it takes a login (docker login)", what,
                    said);
    case 404:
        return fail(ErrorKind::NotFound, "{}: {}", what, said);
    case 429:
        return fail(ErrorKind::Unavailable, "{}: {}: too many requests; try again later, or log in", what,
                    said);
    default:
        return fail(head.status >= 500 ? ErrorKind::Unavailable : ErrorKind::InvalidArgument, "{}: {}", what,
                    said);
    }
}

} // namespace quayside::images

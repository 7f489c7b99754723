#include "engine/images/registry/session.h"

#include "engine/api/json.h"

#include <charconv>
#include <filesystem>

namespace quayside::images
{
namespace
{

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int mostAttempts = 5;
constexpr auto longestPause = 60s; // what a registry may ask for with Retry-After

std::vector<std::string> authoritiesFor(const Endpoint &endpoint, const RegistrySettings &settings)
{
    std::vector<std::string> files;
    const std::string place = endpoint.origin.substr(endpoint.origin.find("//") + 2); // "host:port"
    for (const std::string &folder : settings.certificates) {
        std::error_code error; // a folder that isn't there has no files
        for (const auto &entry : fs::directory_iterator(fs::path(folder) / place, error))
            if (entry.path().extension() == ".crt")
                files.push_back(entry.path());
    }
    return files;
}

Transport::Options transportOptions(const Endpoint &endpoint, const Session::Options &options)
{
    return {.verify = endpoint.verify,
            .authorities = authoritiesFor(endpoint, options.settings),
            .cancelled = options.cancelled,
            .patience = options.patience};
}

// The challenges of a registry that is there; nothing: this is none.
Result<std::vector<Challenge>> ping(const Endpoint &endpoint, const Session::Options &options)
{
    Transport transport(transportOptions(endpoint, options));
    TRY(const HttpAnswer answer, transport.call({.url = endpoint.origin + "/v2/"}));
    if (answer.head.status == 401)
        return parseChallenges(answer.head.header("www-authenticate"));
    if (answer.head.status == 200)
        return std::vector<Challenge>();
    return registryError(answer.head, answer.body, "asking " + endpoint.origin + " whether it is a registry");
}

} // namespace

Result<std::unique_ptr<Session>> Session::connect(const Options &options)
{
    Error last;
    for (const Endpoint &endpoint : endpointsOf(options.domain, options.settings)) {
        auto challenges = ping(endpoint, options);
        if (challenges)
            return std::unique_ptr<Session>(new Session(
                options, std::make_shared<Account>(endpoint, options.credentials, *std::move(challenges))));
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
    int seconds = 0;
    const auto [end, error] =
        std::from_chars(retryAfter.data(), retryAfter.data() + retryAfter.size(), seconds);
    if (error == std::errc() && seconds >= 0)
        time = std::chrono::seconds(seconds);
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
    if (body->head().status != 401 || !own || request.authorization.empty())
        return body;
    // A token lives for minutes; a pull may take longer.
    m_account->forget(scope);
    TRY(request.authorization, m_account->authorization(m_transport, scope));
    return m_transport.open(request);
}

Result<std::unique_ptr<HttpBody>> Session::open(HttpRequest request, const std::string &scope)
{
    for (int count = 1;; ++count) {
        auto body = attempt(request, scope);
        const bool passing = body ? isPassing((*body)->head().status) : body.error().kind == ErrorKind::Unavailable;
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

bool isPassing(int status)
{
    return status == 429 || (status >= 500 && status != 501 && status != 505);
}

std::unexpected<Error> registryError(const HttpHead &head, std::string_view body, const std::string &what)
{
    std::string said;
    const auto json = api::parseJson(body, {.bytes = 64 * 1024, .depth = 16});
    if (json && json->is_object() && json->contains("errors") && json->at("errors").is_array())
        for (const auto &error : json->at("errors"))
            if (error.is_object() && error.contains("message") && error.at("message").is_string())
                said += (said.empty() ? "" : ", ") + error.at("message").get<std::string>().substr(0, 300);
    if (said.empty())
        said = std::format("the registry answers with status {}", head.status);
    switch (head.status) {
    case 401:
    case 403:
        return fail(ErrorKind::Forbidden, "{}: {}. It may be that it does not exist, or that it takes a login (docker login)",
                    what, said);
    case 404:
        return fail(ErrorKind::NotFound, "{}: {}", what, said);
    case 429:
        return fail(ErrorKind::Unavailable, "{}: {}: too many requests; try again later, or log in", what, said);
    default:
        return fail(head.status >= 500 ? ErrorKind::Unavailable : ErrorKind::InvalidArgument, "{}: {}", what, said);
    }
}

} // namespace quayside::images

#include "engine/build/sources/location.h"

#include "engine/build/sources/sources.h"

#include <algorithm>
#include <array>
#include <ctime>

#include <time.h>

namespace quayside::build
{
namespace
{

constexpr std::size_t longest = 8192;

bool isPrintable(std::string_view text)
{
    return std::ranges::all_of(text,
                               [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f; });
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    return result;
}

bool hasScheme(std::string_view text, std::string_view scheme)
{
    return lower(text.substr(0, scheme.size())) == scheme;
}

// What stands between "//" and the next '/', '?' or '#'.
std::string_view authorityOf(std::string_view url)
{
    url.remove_prefix(std::min(url.find("//") + 2, url.size()));
    return url.substr(0, url.find_first_of("/?#"));
}

// git@host:path
bool isScp(std::string_view text)
{
    const std::size_t at = text.find('@'), colon = text.find(':');
    const auto allowed = [](std::string_view part, std::string_view others) {
        return !part.empty() && std::ranges::all_of(part, [&](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   others.find(c) != std::string_view::npos;
        });
    };
    return at != std::string_view::npos && colon != std::string_view::npos && at < colon &&
           allowed(text.substr(0, at), "-_") && allowed(text.substr(at + 1, colon - at - 1), "-.") &&
           text.front() != '-' && text[at + 1] != '-';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char low = static_cast<char>(c | 0x20);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

std::string decoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 &&
            hexDigit(text[i + 2]) >= 0) {
            result += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

// git-check-ref-format(1), as far as it keeps a ref from being anything else.
Result<> checkRef(const std::string &ref)
{
    const bool odd = ref.starts_with('-') || ref.contains("..") || ref.contains("@{") || ref.ends_with('.') ||
                     ref.find_first_of(":?*[\\^~+ ") != std::string::npos || !isPrintable(ref) ||
                     ref.size() > 1024;
    if (odd)
        return fail(ErrorKind::InvalidArgument, "invalid git ref: '{}'", ref.substr(0, 100));
    return {};
}

} // namespace

bool isUrl(std::string_view source)
{
    return (hasScheme(source, "http://") || hasScheme(source, "https://")) && !isGit(source);
}

bool isGit(std::string_view source)
{
    const std::string_view path = source.substr(0, source.find('#'));
    if (hasScheme(source, "http://") || hasScheme(source, "https://"))
        return path.substr(0, path.find('?')).ends_with(".git");
    return hasScheme(source, "git://") || hasScheme(source, "ssh://") || source.starts_with("github.com/") ||
           (source.find("://") == std::string_view::npos && isScp(source));
}

Result<> checkUrl(const std::string &url)
{
    if (!hasScheme(url, "http://") && !hasScheme(url, "https://"))
        return fail(ErrorKind::InvalidArgument, "{}: only http:// and https:// can be fetched",
                    url.substr(0, 200));
    if (url.size() > longest || !isPrintable(url))
        return fail(ErrorKind::InvalidArgument, "invalid URL: '{}'", url.substr(0, 200));
    const std::string_view authority = authorityOf(url);
    if (authority.find('@') != std::string_view::npos)
        return fail(
            ErrorKind::InvalidArgument,
            "a URL with a user or password is not fetched: it would be written down in the image's history");
    if (authority.empty())
        return fail(ErrorKind::InvalidArgument, "invalid URL, it names no host: '{}'", url.substr(0, 200));
    return {};
}

std::string fileNameOf(const std::string &url)
{
    std::string_view rest = url;
    rest.remove_prefix(std::min(rest.find("//") + 2, rest.size()));
    rest = rest.substr(0, rest.find_first_of("?#"));
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos)
        return {};
    std::string name = decoded(rest.substr(slash + 1));
    name = name.substr(name.rfind('/') + 1);
    if (name == "." || name == ".." || name.size() > 255 || name.find('\0') != std::string::npos)
        return {};
    return name;
}

Result<GitLocation> parseGit(const std::string &text)
{
    GitLocation location;
    const std::size_t hash = text.find('#');
    location.url = text.substr(0, hash);
    if (hash != std::string::npos) {
        const std::string fragment = text.substr(hash + 1);
        const std::size_t colon = fragment.find(':');
        location.ref = fragment.substr(0, colon);
        if (colon != std::string::npos)
            location.folder = fragment.substr(colon + 1);
    }
    if (location.url.starts_with("github.com/"))
        location.url = "https://" + location.url;
    CHECK(checkRef(location.ref));
    if (location.url.size() > longest || !isPrintable(location.url))
        return fail(ErrorKind::InvalidArgument, "invalid repository: '{}'", text.substr(0, 200));
    if (hasScheme(location.url, "http://") || hasScheme(location.url, "https://")) {
        CHECK(checkUrl(location.url));
        return location;
    }
    location.ssh = hasScheme(location.url, "ssh://");
    if (location.ssh || hasScheme(location.url, "git://")) {
        const std::string_view authority = authorityOf(location.url);
        const std::size_t at = authority.find('@');
        const std::string_view user = at == std::string_view::npos ? "" : authority.substr(0, at);
        const std::string_view host = at == std::string_view::npos ? authority : authority.substr(at + 1);
        // A leading '-' would be an option to ssh(1).
        if (user.starts_with('-') || user.contains(':') || host.empty() || host.starts_with('-'))
            return fail(ErrorKind::InvalidArgument, "invalid repository: '{}'", text.substr(0, 200));
        return location;
    }
    location.ssh = isScp(location.url) && location.url.find("://") == std::string::npos;
    if (!location.ssh)
        return fail(ErrorKind::InvalidArgument, "{}: repositories are fetched by https, http, git and ssh",
                    text.substr(0, 200));
    return location;
}

std::int64_t parseHttpDate(const std::string &text)
{
    std::tm time{};
    const char *end = ::strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &time);
    return end != nullptr && *end == '\0' ? std::max<std::int64_t>(::timegm(&time), 0) : 0;
}

} // namespace quayside::build

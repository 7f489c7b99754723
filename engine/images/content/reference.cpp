#include "engine/images/content/reference.h"

#include "engine/images/content/digest.h"

#include <algorithm>
#include <regex>

namespace quayside::images
{
namespace
{

constexpr std::size_t maxNameLength = 255;

bool isLowerAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// [a-z0-9]+ joined by ".", "_", "__" or any number of "-".
bool isPathComponent(std::string_view text)
{
    while (!text.empty()) {
        const auto word = std::ranges::find_if_not(text, isLowerAlnum);
        if (word == text.begin())
            return false;
        text.remove_prefix(static_cast<std::size_t>(word - text.begin()));
        if (text.empty())
            return true;
        const auto next = std::ranges::find_if(text, isLowerAlnum);
        const std::string_view joint = text.substr(0, static_cast<std::size_t>(next - text.begin()));
        if (joint != "." && joint != "_" && joint != "__" &&
            joint.find_first_not_of('-') != std::string_view::npos)
            return false;
        text.remove_prefix(joint.size());
    }
    return false;
}

bool isPath(std::string_view path)
{
    while (true) {
        const std::size_t slash = path.find('/');
        if (!isPathComponent(path.substr(0, slash)))
            return false;
        if (slash == std::string_view::npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

bool isDomain(std::string_view domain)
{
    if (domain == "docker.io") // the rule; and the expression takes its time
        return true;
    static const std::regex expression(
        R"((([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))"
        R"((\.([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(:[0-9]+)?)");
    return std::regex_match(domain.begin(), domain.end(), expression);
}

bool isTag(std::string_view tag)
{
    const auto word = [](char c) { return isLowerAlnum(c) || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !tag.empty() && tag.size() <= 128 && word(tag[0]) &&
           std::ranges::all_of(tag, [&](char c) { return word(c) || c == '.' || c == '-'; });
}

bool hasUpper(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::unexpected<Error> invalid()
{
    return fail(ErrorKind::InvalidArgument, "invalid reference format");
}

// "localhost/x", "a.b/x" and "a:1/x" name a registry; "user/x" is on Docker Hub.
void splitDomain(std::string_view name, Reference &reference)
{
    const std::size_t slash = name.find('/');
    const std::string_view first = name.substr(0, slash);
    const bool registry =
        slash != std::string_view::npos &&
        (first.find_first_of(".:") != std::string_view::npos || first == "localhost" || hasUpper(first));
    reference.domain = registry && first != "index.docker.io" ? first : "docker.io";
    reference.path = registry ? name.substr(slash + 1) : name;
    if (reference.domain == "docker.io" && reference.path.find('/') == std::string::npos)
        reference.path = "library/" + reference.path;
}

} // namespace

std::string Reference::familiarName() const
{
    if (domain != "docker.io")
        return domain + "/" + path;
    return path.starts_with("library/") && path.find('/', 8) == std::string::npos ? path.substr(8) : path;
}

std::string Reference::familiar() const
{
    return familiarName() + (tag.empty() ? "" : ":" + tag) + (digest.empty() ? "" : "@" + digest);
}

Result<Reference> parseReference(std::string_view text)
{
    if (text.size() > 1024)
        return invalid();
    if (isHexId(text))
        return fail(ErrorKind::InvalidArgument,
                    "invalid repository name ({}), cannot specify 64-byte hexadecimal strings", text);
    Reference reference;
    if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
        reference.digest = text.substr(at + 1);
        text = text.substr(0, at);
        if (!checkDigest(reference.digest))
            return invalid();
    }
    const std::size_t colon = text.rfind(':');
    if (colon != std::string_view::npos && text.find('/', colon) == std::string_view::npos) {
        reference.tag = text.substr(colon + 1);
        text = text.substr(0, colon);
        if (!isTag(reference.tag))
            return invalid();
    }
    splitDomain(text, reference);
    if (hasUpper(reference.path))
        return fail(ErrorKind::InvalidArgument,
                    "invalid reference format: repository name ({}) must be lowercase", reference.path);
    if (!isPath(reference.path) || !isDomain(reference.domain))
        return invalid();
    if (reference.domain.size() + 1 + reference.path.size() > maxNameLength)
        return fail(ErrorKind::InvalidArgument, "repository name must not be more than {} characters",
                    maxNameLength);
    return reference;
}

Result<Reference> parseTagged(std::string_view text)
{
    TRY(Reference reference, parseReference(text));
    if (reference.tag.empty() && reference.digest.empty())
        reference.tag = "latest";
    return reference;
}

Result<Reference> parseRepositoryAndTag(const std::string &repository, const std::string &tag)
{
    TRY(Reference reference, parseReference(repository));
    if (!reference.digest.empty())
        return fail(ErrorKind::InvalidArgument, "refusing to create a tag with a digest reference");
    if (!tag.empty()) {
        if (!isTag(tag))
            return fail(ErrorKind::InvalidArgument, "invalid tag format");
        reference.tag = tag;
    }
    if (reference.tag.empty())
        reference.tag = "latest";
    return reference;
}

namespace
{

// One "[…]" at the pattern's start: does it take `c`? Removes it from the pattern; false also where
// malformed.
bool takeClass(std::string_view &pattern, char c)
{
    const std::size_t end = pattern.find(']', 2);
    if (end == std::string_view::npos) {
        pattern = {};
        return false;
    }
    std::string_view set = pattern.substr(1, end - 1);
    pattern.remove_prefix(end + 1);
    const bool negated = set.starts_with('^');
    if (negated)
        set.remove_prefix(1);
    bool found = false;
    for (std::size_t i = 0; i < set.size(); ++i) {
        const bool range = i + 2 < set.size() && set[i + 1] == '-';
        found = found || (range ? set[i] <= c && c <= set[i + 2] : set[i] == c);
        i += range ? 2 : 0;
    }
    return found != negated && c != '/';
}

} // namespace

bool globMatches(std::string_view pattern, std::string_view text)
{
    // On a mismatch only the last star needs to take one character more: linear memory, no exponential time.
    std::string_view afterStar, starText;
    bool star = false;
    while (!text.empty() || !pattern.empty()) {
        if (pattern.starts_with('*')) {
            pattern.remove_prefix(1);
            afterStar = pattern;
            starText = text;
            star = true;
            continue;
        }
        if (!pattern.empty() && !text.empty()) {
            std::string_view rest = pattern;
            bool same = false;
            if (pattern[0] == '[') {
                same = takeClass(rest, text[0]);
            } else {
                same = pattern[0] == '?' ? text[0] != '/' : pattern[0] == text[0];
                rest.remove_prefix(1);
            }
            if (same) {
                pattern = rest;
                text.remove_prefix(1);
                continue;
            }
        }
        if (!star || starText.empty() || starText[0] == '/')
            return false;
        starText.remove_prefix(1);
        pattern = afterStar;
        text = starText;
    }
    return true;
}

} // namespace quayside::images

#include "engine/dockerfile/linter/imagename.h"

#include <algorithm>
#include <cctype>

namespace quayside::dockerfile
{

namespace
{

bool isLowerAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isAlnum(char c)
{
    return isLowerAlnum(c) || (c >= 'A' && c <= 'Z');
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// Runs of letters and digits, between them one ".", one or two "_", or any number of "-".
bool isComponent(std::string_view part)
{
    if (part.empty() || !isLowerAlnum(part.front()) || !isLowerAlnum(part.back()))
        return false;
    for (std::size_t i = 0; i < part.size();) {
        if (isLowerAlnum(part[i])) {
            ++i;
            continue;
        }
        const auto end = std::min(part.find_first_not_of(part[i], i), part.size());
        const auto count = end - i;
        if (!isLowerAlnum(part[end]) ||
            !(part[i] == '-' || (part[i] == '.' && count == 1) || (part[i] == '_' && count <= 2)))
            return false;
        i = end;
    }
    return true;
}

bool isHost(std::string_view host)
{
    const auto colon = host.starts_with('[') ? host.find(':', host.find(']')) : host.find(':');
    if (colon != host.npos) {
        const auto port = host.substr(colon + 1);
        if (port.empty() || !std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; }))
            return false;
    }
    const auto name = host.substr(0, colon);
    if (name.starts_with('['))
        return name.ends_with(']');
    return !name.empty() && isAlnum(name.front()) && isAlnum(name.back()) &&
           std::ranges::all_of(name, [](char c) { return isAlnum(c) || c == '-' || c == '.'; });
}

bool isTag(std::string_view tag)
{
    return tag.size() <= 128 && (isAlnum(tag.front()) || tag.front() == '_') &&
           std::ranges::all_of(tag, [](char c) { return isAlnum(c) || c == '_' || c == '.' || c == '-'; });
}

bool isDigest(std::string_view digest)
{
    const auto colon = digest.find(':');
    const auto hex = colon == digest.npos ? std::string_view() : digest.substr(colon + 1);
    return colon != digest.npos && colon > 0 && hex.size() >= 32 && std::ranges::all_of(hex, isHex);
}

} // namespace

ImageName splitImageName(std::string_view reference)
{
    ImageName name;
    if (const auto at = reference.find('@'); at != reference.npos) {
        name.digest = reference.substr(at + 1);
        reference = reference.substr(0, at);
    }
    const auto colon = reference.rfind(':');
    if (colon != reference.npos && reference.find('/', colon) == reference.npos) {
        name.tag = reference.substr(colon + 1);
        reference = reference.substr(0, colon);
    }
    name.repository = reference;
    return name;
}

bool isImageName(std::string_view reference)
{
    if (reference.empty() || reference.ends_with(':') || reference.ends_with('@'))
        return false;
    if (reference.size() == 64 && std::ranges::all_of(reference, isHex))
        return false; // an id
    const auto name = splitImageName(reference);
    if ((!name.tag.empty() && !isTag(name.tag)) || (!name.digest.empty() && !isDigest(name.digest)) ||
        name.repository.size() > 255)
        return false;
    auto path = name.repository;
    if (const auto slash = path.find('/'); slash != path.npos) {
        const auto first = path.substr(0, slash);
        const bool host = first.find_first_of(".:") != first.npos || first == "localhost" ||
                          std::ranges::any_of(first, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (host && !isHost(first))
            return false;
        if (host)
            path.remove_prefix(slash + 1);
    }
    while (true) {
        const auto slash = path.find('/');
        if (!isComponent(path.substr(0, slash)))
            return false;
        if (slash == path.npos)
            return true;
        path.remove_prefix(slash + 1);
    }
}

} // namespace quayside::dockerfile

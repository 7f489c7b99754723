// What handlers ask of a request.
#include "engine/server/routes/route.h"

#include <algorithm>
#include <charconv>

namespace quayside::server
{

std::string Request::value(const std::string &name, std::string otherwise) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::move(otherwise) : found->second;
}

// dockerd takes anything but "", 0, no, false and none for true; a typing error must not become a yes here.
Result<bool> Request::flag(const std::string &name, bool otherwise) const
{
    const auto found = query.find(name);
    if (found == query.end())
        return otherwise;
    std::string word = found->second;
    std::ranges::transform(word, word.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (word == "1" || word == "true" || word == "yes")
        return true;
    if (word.empty() || word == "0" || word == "false" || word == "no" || word == "none")
        return false;
    return fail(ErrorKind::InvalidArgument,
                "invalid value \"{}\" of the query parameter {}: expected 1, true, 0 or false", found->second,
                name);
}

Result<std::optional<long>> Request::number(const std::string &name) const
{
    const auto found = query.find(name);
    if (found == query.end() || found->second.empty())
        return std::nullopt;
    const std::string &text = found->second;
    long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return fail(ErrorKind::InvalidArgument,
                    "invalid value \"{}\" of the query parameter {}: expected a number", text, name);
    return number;
}

} // namespace quayside::server

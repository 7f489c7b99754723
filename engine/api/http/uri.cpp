#include "engine/api/http/uri.h"

namespace quayside::api
{

namespace
{

constexpr std::size_t maxParameters = 1000;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

} // namespace

std::string percentEncode(std::string_view text, bool keepSlashes)
{
    std::string coded;
    coded.reserve(text.size());
    for (const char c : text) {
        if (isUnreserved(c) || (keepSlashes && c == '/'))
            coded += c;
        else
            coded += std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return coded;
}

Result<std::string> percentDecode(std::string_view text, bool form)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return fail(ErrorKind::InvalidArgument, "invalid URL escape at byte {}", i);
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (form && c == '+') {
            c = ' ';
        }
        // A query may carry a text of several lines (a commit message); no name has a NUL.
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0 || (!form && (byte < 0x20 || byte == 0x7F)))
            return fail(ErrorKind::InvalidArgument, "a control character in the URL, at byte {}", i);
        plain += c;
    }
    return plain;
}

Target splitTarget(std::string_view target)
{
    target = target.substr(0, target.find('#'));
    const std::size_t mark = target.find('?');
    if (mark == std::string_view::npos)
        return {target, {}};
    return {target.substr(0, mark), target.substr(mark + 1)};
}

Result<std::vector<std::string>> pathSegments(std::string_view path)
{
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1); // the '/'
        const std::size_t slash = path.find('/');
        TRY(std::string segment, percentDecode(path.substr(0, slash)));
        segments.push_back(std::move(segment));
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash);
    }
    return segments;
}

Result<std::multimap<std::string, std::string>> parseQuery(std::string_view query)
{
    std::multimap<std::string, std::string> parameters;
    while (!query.empty()) {
        const std::size_t end = query.find('&');
        const std::string_view parameter = query.substr(0, end);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
        if (parameter.empty())
            continue;
        if (parameters.size() >= maxParameters)
            return fail(ErrorKind::InvalidArgument, "more than {} query parameters", maxParameters);
        const std::size_t equals = parameter.find('=');
        TRY(std::string name, percentDecode(parameter.substr(0, equals), true));
        std::string value;
        if (equals != std::string_view::npos) {
            TRY(value, percentDecode(parameter.substr(equals + 1), true));
        }
        parameters.emplace(std::move(name), std::move(value));
    }
    return parameters;
}

std::string encodeQuery(const std::vector<std::pair<std::string, std::string>> &parameters)
{
    std::string query;
    for (const auto &[name, value] : parameters) {
        if (!query.empty())
            query += '&';
        query += percentEncode(name) + '=' + percentEncode(value);
    }
    return query;
}

} // namespace quayside::api

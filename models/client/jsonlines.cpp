#include "models/client/jsonlines.h"

#include "engine/api/json.h"
#include "models/client/enginewords.h"

namespace quayside::client
{

namespace
{

constexpr std::size_t maxLine = std::size_t{1} << 20;

std::string text(const api::Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::int64_t> number(const api::Json &object, const char *name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number_integer())
        return std::nullopt;
    return found->get<std::int64_t>();
}

} // namespace

Result<> LineSplitter::feed(std::string_view bytes, const std::function<bool(std::string_view)> &line)
{
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        if (m_rest.size() + std::min(end, bytes.size()) > maxLine)
            return fail(ErrorKind::TooLarge, "the engine sent a line of more than {} bytes", maxLine);
        m_rest.append(bytes.substr(0, end));
        if (end == std::string_view::npos)
            return {};
        bytes.remove_prefix(end + 1);
        const std::string whole = std::exchange(m_rest, {});
        std::string_view text = whole;
        if (text.ends_with('\r'))
            text.remove_suffix(1);
        if (!text.empty() && !line(text))
            return {};
    }
    return {};
}

Result<Progress> parseProgress(std::string_view line)
{
    auto parsed = api::parseJson(line);
    if (!parsed)
        return wrap(parsed.error(), "reading the engine's progress");
    const api::Json &object = *parsed;
    if (!object.is_object())
        return fail(ErrorKind::InvalidArgument, "the engine's progress is no JSON object");
    const auto detail = object.find("errorDetail");
    std::string error =
        detail != object.end() && detail->is_object() ? text(*detail, "message") : std::string();
    if (error.empty())
        error = text(object, "error");
    if (!error.empty())
        return fail(ErrorKind::Internal, "{}", asSaid(error));
    Progress progress{
        .stream = text(object, "stream"), .status = text(object, "status"), .id = text(object, "id")};
    if (const auto bytes = object.find("progressDetail"); bytes != object.end() && bytes->is_object()) {
        progress.current = number(*bytes, "current");
        progress.total = number(*bytes, "total");
    }
    progress.json = line;
    return progress;
}

} // namespace quayside::client

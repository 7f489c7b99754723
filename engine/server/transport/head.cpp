#include "engine/server/transport/head.h"

#include "engine/api/types/system.h"
#include "engine/server/httpstatus.h"

#include <algorithm>
#include <chrono>

namespace quayside::server
{

namespace
{

void field(std::string &out, std::string_view name, std::string_view value)
{
    out += name;
    out += ": ";
    for (const char c : value) // a line end in a value would begin a field of its own
        out += c == '\r' || c == '\n' ? ' ' : c;
    out += "\r\n";
}

} // namespace

std::string write(const AnswerHead &head)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    std::string out = std::format("HTTP/1.1 {} {}\r\n", head.status, reasonPhrase(head.status));
    field(out, "Api-Version", std::format("1.{}", api::maxApiMinor));
    if (!head.contentType.empty())
        field(out, "Content-Type", head.contentType);
    for (const auto &[name, value] : head.more)
        field(out, name, value);
    const auto isExperimental = [](const auto &given) { return given.first == "Docker-Experimental"; };
    if (std::ranges::none_of(head.more, isExperimental)) // a ping says it
        field(out, "Docker-Experimental", "false");
    field(out, "Ostype", "linux");
    field(out, "Server", "Quayside/" QUAYSIDE_VERSION " (linux)");
    field(out, "Date", std::format("{:%a, %d %b %Y %H:%M:%S} GMT", now));
    if (head.upgraded) {
        field(out, "Connection", "Upgrade");
        field(out, "Upgrade", "tcp");
    } else if (head.close) {
        field(out, "Connection", "close");
    }
    if (head.length)
        field(out, "Content-Length", std::to_string(*head.length));
    if (head.chunked)
        field(out, "Transfer-Encoding", "chunked");
    return out + "\r\n";
}

} // namespace quayside::server

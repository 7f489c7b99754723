#include "engine/containers/xray/parse.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <format>

#include <arpa/inet.h>

namespace quayside::containers
{

namespace
{

// Calls `each` with every line; it may say false to end.
template <typename Each>
void lines(std::string_view text, Each each)
{
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.empty() && !each(line))
            return;
    }
}

std::string_view takeWord(std::string_view &line)
{
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    line.remove_prefix(word.size());
    return word;
}

template <typename T>
T numberOf(std::string_view text, int base = 10)
{
    T value{};
    std::from_chars(text.data(), text.data() + text.size(), value, base);
    return value;
}

std::int64_t takeNumber(std::string_view &line)
{
    return numberOf<std::int64_t>(takeWord(line));
}

double realOf(std::string_view text)
{
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// The kernel writes blanks, tabs, line ends and backslashes of paths as \040.
std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned code = 0;
        const bool octal =
            text[i] == '\\' && i + 3 < text.size() &&
            std::from_chars(text.data() + i + 1, text.data() + i + 4, code, 8).ptr == text.data() + i + 4;
        out += octal ? static_cast<char>(code) : text[i];
        i += octal ? 3 : 0;
    }
    return printable(out);
}

bool hasWord(std::string_view list, std::string_view word)
{
    for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || list[at - 1] == ',') && (end == list.size() || list[end] == ','))
            return true;
    }
    return false;
}

// The optional fields, up to the dash.
std::string propagationOf(std::string_view &line)
{
    std::string words;
    const auto add = [&words](const char *word) { words += (words.empty() ? "" : ",") + std::string(word); };
    for (auto word = takeWord(line); !word.empty() && word != "-"; word = takeWord(line)) {
        if (word.starts_with("shared:"))
            add("shared");
        else if (word.starts_with("master:"))
            add("slave");
        else if (word == "unbindable")
            add("unbindable");
    }
    return words.empty() ? "private" : words;
}

// "0100007F" and four such words of an IPv6 address: in the order of the machine's bytes.
std::string addressOf(std::string_view hex, bool v6)
{
    std::array<std::uint32_t, 4> words{};
    const std::size_t count = v6 ? 4 : 1;
    if (hex.size() != 8 * count)
        return {};
    for (std::size_t i = 0; i < count; ++i)
        words[i] = numberOf<std::uint32_t>(hex.substr(8 * i, 8), 16);
    std::array<char, INET6_ADDRSTRLEN> text{};
    const char *made = ::inet_ntop(v6 ? AF_INET6 : AF_INET, words.data(), text.data(), text.size());
    return made ? made : "";
}

} // namespace

std::string printable(std::string_view text)
{
    std::string out(text);
    std::ranges::replace_if(out, [](unsigned char c) { return c < ' ' || c == 0x7f; }, '?');
    return out;
}

StatusFacts parseStatus(std::string_view text)
{
    StatusFacts facts;
    lines(text, [&facts](std::string_view line) {
        const std::string_view key = takeWord(line);
        const auto mask = [&line] { return numberOf<std::uint64_t>(takeWord(line), 16); };
        if (key == "NSpid:")
            for (auto word = takeWord(line); !word.empty(); word = takeWord(line))
                facts.pids.push_back(numberOf<std::int64_t>(word));
        else if (key == "Uid:")
            for (auto word = takeWord(line); !word.empty(); word = takeWord(line))
                facts.uids.push_back(numberOf<std::int64_t>(word));
        else if (key == "CapInh:")
            facts.inheritable = mask();
        else if (key == "CapPrm:")
            facts.permitted = mask();
        else if (key == "CapEff:")
            facts.effective = mask();
        else if (key == "CapBnd:")
            facts.bounding = mask();
        else if (key == "CapAmb:")
            facts.ambient = mask();
        else if (key == "NoNewPrivs:")
            facts.noNewPrivileges = takeNumber(line) != 0;
        else if (key == "Seccomp:")
            facts.seccompMode = takeNumber(line);
        else if (key == "Seccomp_filters:")
            facts.seccompFilters = takeNumber(line);
        return true;
    });
    return facts;
}

std::vector<api::XrayIdRange> parseIdMap(std::string_view text)
{
    std::vector<api::XrayIdRange> map;
    lines(text, [&map](std::string_view line) {
        api::XrayIdRange range;
        range.inside = takeNumber(line);
        range.outside = takeNumber(line);
        range.count = takeNumber(line);
        map.push_back(range);
        return map.size() < 340; // as many as the kernel takes
    });
    return map;
}

std::int64_t insideId(const std::vector<api::XrayIdRange> &map, std::int64_t outside)
{
    for (const auto &range : map)
        if (outside >= range.outside && outside - range.outside < range.count)
            return range.inside + (outside - range.outside);
    return -1;
}

std::vector<api::XrayMount> parseMounts(std::string_view text, std::size_t most)
{
    std::vector<api::XrayMount> mounts;
    lines(text, [&](std::string_view line) {
        auto &mount = mounts.emplace_back();
        mount.id = takeNumber(line);
        mount.parent = takeNumber(line);
        takeWord(line); // major:minor
        mount.root = unescaped(takeWord(line));
        mount.target = unescaped(takeWord(line));
        mount.options = takeWord(line);
        mount.idmapped = hasWord(mount.options, "idmapped");
        mount.readOnly = hasWord(mount.options, "ro");
        mount.propagation = propagationOf(line);
        mount.type = printable(takeWord(line));
        mount.source = unescaped(takeWord(line));
        mount.superOptions = unescaped(takeWord(line));
        return mounts.size() < most;
    });
    return mounts;
}

std::vector<api::XrayCgroupPath> parseCgroups(std::string_view text)
{
    std::vector<api::XrayCgroupPath> paths;
    lines(text, [&paths](std::string_view line) {
        const std::size_t first = line.find(':'), second = line.find(':', first + 1);
        if (first != std::string_view::npos && second != std::string_view::npos)
            paths.push_back({std::string(line.substr(first + 1, second - first - 1)),
                             printable(line.substr(second + 1))});
        return true;
    });
    return paths;
}

std::map<std::string, std::string> parseTimeOffsets(std::string_view text)
{
    std::map<std::string, std::string> offsets;
    lines(text, [&offsets](std::string_view line) {
        const std::string name(takeWord(line));
        const std::int64_t seconds = takeNumber(line), nanoseconds = takeNumber(line);
        if (seconds != 0 || nanoseconds != 0)
            offsets[name] = std::format("{}.{:09}", seconds, nanoseconds);
        return true;
    });
    return offsets;
}

std::vector<api::XrayPressure> parsePressure(std::string_view resource, std::string_view text)
{
    std::vector<api::XrayPressure> found;
    lines(text, [&](std::string_view line) {
        auto &pressure = found.emplace_back();
        pressure.resource = resource;
        pressure.kind = takeWord(line);
        for (auto word = takeWord(line); !word.empty(); word = takeWord(line)) {
            const std::size_t equals = std::min(word.find('='), word.size() - 1);
            const auto key = word.substr(0, equals), value = word.substr(equals + 1);
            if (key == "avg10")
                pressure.average10 = realOf(value);
            else if (key == "avg60")
                pressure.average60 = realOf(value);
            else if (key == "avg300")
                pressure.average300 = realOf(value);
            else if (key == "total")
                pressure.totalUs = numberOf<std::int64_t>(value);
        }
        return found.size() < 2;
    });
    return found;
}

std::map<std::string, std::int64_t> parseCounters(std::string_view text)
{
    std::map<std::string, std::int64_t> counters;
    lines(text, [&counters](std::string_view line) {
        const std::string key(takeWord(line));
        counters[key] = takeNumber(line);
        return counters.size() < 64;
    });
    return counters;
}

std::vector<SocketLine> parseSockets(std::string_view text, bool v6, bool udp, std::size_t most)
{
    // TCP_LISTEN; of UDP, TCP_CLOSE: bound, and not connected.
    const std::string_view wanted = udp ? "07" : "0A";
    std::vector<SocketLine> sockets;
    lines(text, [&](std::string_view line) {
        takeWord(line); // "0:"
        const std::string_view local = takeWord(line);
        takeWord(line); // the other end
        const bool waits = takeWord(line) == wanted;
        const std::size_t colon = local.find(':');
        if (!waits || colon == std::string_view::npos)
            return true;
        for (int i = 0; i < 5; ++i) // queues, timer, retransmissions, uid, timeout
            takeWord(line);
        sockets.push_back({addressOf(local.substr(0, colon), v6),
                           numberOf<std::int64_t>(local.substr(colon + 1), 16),
                           numberOf<std::uint64_t>(takeWord(line))});
        return sockets.size() < most;
    });
    return sockets;
}

std::vector<std::string> parseNameServers(std::string_view text)
{
    std::vector<std::string> servers;
    lines(text, [&servers](std::string_view line) {
        if (takeWord(line) == "nameserver")
            servers.push_back(printable(takeWord(line)));
        return servers.size() < 16;
    });
    return servers;
}

} // namespace quayside::containers

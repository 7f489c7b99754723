#include "engine/containers/xray/sockets.h"

#include "engine/api/json.h"

#include <algorithm>
#include <charconv>
#include <dirent.h>
#include <fcntl.h>
#include <map>
#include <memory>
#include <sys/stat.h>

namespace quayside::containers
{

namespace
{

constexpr std::size_t mostSockets = 256;
constexpr int mostDescriptors = 4096; // of all processes together: what one look may cost
constexpr std::size_t longestTable = 1 << 20;

struct Table {
    const char *file, *protocol;
    bool v6, udp;
};
constexpr Table tables[] = {{"net/tcp", "tcp", false, false},
                            {"net/tcp6", "tcp", true, false},
                            {"net/udp", "udp", false, true},
                            {"net/udp6", "udp", true, true}};

using Folder = std::unique_ptr<DIR, decltype([](DIR *folder) { ::closedir(folder); })>;

// Which process has which socket: by the links in /proc/PID/fd.
class Owners
{
public:
    Owners(const std::vector<api::XrayProcess> &processes,
           std::map<std::uint64_t, const api::XrayProcess *> wanted)
        : m_found(std::move(wanted))
    {
        for (const auto &process : processes)
            if (process.role != "stage" && m_left > 0)
                look(process);
    }
    [[nodiscard]] const api::XrayProcess *of(std::uint64_t inode) const
    {
        const auto found = m_found.find(inode);
        return found == m_found.end() ? nullptr : found->second;
    }

private:
    void look(const api::XrayProcess &process)
    {
        const std::string path = std::format("/proc/{}/fd", process.pid);
        const Folder folder(::opendir(path.c_str()));
        while (const dirent *entry = folder && m_left > 0 ? ::readdir(folder.get()) : nullptr) {
            --m_left;
            char target[64];
            const auto size = ::readlinkat(::dirfd(folder.get()), entry->d_name, target, sizeof target);
            const std::string_view text(target, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
            std::uint64_t inode = 0;
            if (text.starts_with("socket:["))
                std::from_chars(text.data() + 8, text.data() + text.size(), inode);
            const auto wanted = m_found.find(inode);
            if (wanted != m_found.end() && !wanted->second)
                wanted->second = &process;
        }
    }
    std::map<std::uint64_t, const api::XrayProcess *> m_found;
    int m_left = mostDescriptors;
};

std::string text(const api::Json &json)
{
    return json.is_string() ? json.get<std::string>() : std::string();
}

// {"concat": ["tcp", 8080]} and {"concat": ["172.17.0.2", 80]}
const api::Json *partsOf(const api::Json &json, std::size_t count)
{
    const auto parts = json.is_object() ? json.find("concat") : json.end();
    return json.is_object() && parts != json.end() && parts->is_array() && parts->size() == count ? &*parts
                                                                                                  : nullptr;
}

void addElement(const api::Json &element, bool v6, bool at, std::vector<PortElement> &found)
{
    if (!element.is_array() || element.size() != 2)
        return;
    const auto *key = partsOf(element[0], at ? 3 : 2), *value = partsOf(element[1], 2);
    if (!key || !value || !key->back().is_number_integer() || !value->back().is_number_integer())
        return;
    found.push_back({.v6 = v6,
                     .protocol = text(key->front()),
                     .hostAddress = at ? text((*key)[1]) : "",
                     .hostPort = key->back().get<std::int64_t>(),
                     .target = text(value->front()),
                     .targetPort = value->back().get<std::int64_t>()});
}

} // namespace

std::vector<api::XraySocket> readSockets(const Subject &subject,
                                         const std::vector<api::XrayProcess> &processes, bool onlyOwn)
{
    struct Line {
        SocketLine line;
        const char *protocol;
    };
    std::vector<Line> lines;
    std::map<std::uint64_t, const api::XrayProcess *> wanted;
    for (const auto &table : tables)
        for (auto &line : parseSockets(readText(subject.proc, table.file, longestTable).value_or(""),
                                       table.v6, table.udp, mostSockets)) {
            wanted[line.inode] = nullptr;
            lines.push_back({std::move(line), table.protocol});
        }
    const Owners owners(processes, std::move(wanted));
    std::vector<api::XraySocket> sockets;
    for (const auto &[line, protocol] : lines) {
        const auto *owner = owners.of(line.inode);
        if (!owner && onlyOwn)
            continue;
        sockets.push_back({.protocol = protocol, .address = line.address, .port = line.port});
        if (owner) {
            sockets.back().pid = owner->pid;
            sockets.back().insidePid = owner->insidePid;
            sockets.back().command = owner->command;
        }
    }
    return sockets;
}

Result<std::vector<PortElement>> parsePortMaps(std::string_view listing)
{
    TRY(const auto document, api::parseJson(listing, {.bytes = 32UL << 20}));
    std::vector<PortElement> found;
    const auto entries = document.is_object() ? document.find("nftables") : document.end();
    if (!document.is_object() || entries == document.end())
        return fail(ErrorKind::Internal, "nftables answered something that is no listing");
    for (const auto &entry : *entries) {
        const auto map = entry.is_object() ? entry.find("map") : entry.end();
        if (!entry.is_object() || map == entry.end() || !map->is_object() || !map->contains("elem"))
            continue;
        const std::string name = map->contains("name") ? text((*map)["name"]) : "";
        if (name.starts_with("ports"))
            for (const auto &element : (*map)["elem"])
                addElement(element, name.starts_with("ports6"), name.ends_with("_at"), found);
    }
    return found;
}

} // namespace quayside::containers

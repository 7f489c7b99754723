// FilesService for those who look around and change one thing at a time (/quayside/…/files and file).
#include "engine/base/pathparts.h"
#include "engine/base/rootedpath.h"
#include "engine/containers/files/changes.h"
#include "engine/containers/files/entry.h"
#include "engine/containers/files/filesservice.h"
#include "engine/containers/files/paths.h"
#include "engine/containers/launch/imagefiles.h"
#include "engine/containers/launch/users.h"
#include "engine/images/contents/listing.h"

#include <fcntl.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstring>

namespace quayside::containers
{

using files::EntryHead;
using files::FilesRequest;
using files::Packet;
using files::PacketKind;
using files::SessionKind;

namespace
{

constexpr std::uint32_t mostListed = 10'000;

std::unexpected<Error> nonsense()
{
    return fail(ErrorKind::Internal, "the process that reads the files said nonsense");
}

// Puts together what the child says of a folder. It may say anything: it has read what a container made.
class Listing
{
public:
    explicit Listing(api::FileFolder &folder, std::uint32_t limit) : m_folder(folder), m_limit(limit) {}

    Result<> take(const Packet &packet)
    {
        const std::string_view text(packet.text.data(), packet.length);
        if (packet.kind == PacketKind::Names)
            return takeNames(text);
        if (packet.kind != PacketKind::Entries)
            return nonsense();
        m_folder.truncated |= text.empty();
        return takeEntries(text);
    }

private:
    Result<> takeEntries(std::string_view text)
    {
        while (!text.empty()) {
            EntryHead head;
            if (text.size() < sizeof head || m_folder.entries.size() == m_limit)
                return nonsense();
            std::memcpy(&head, text.data(), sizeof head);
            text.remove_prefix(sizeof head);
            if (text.size() < std::size_t{head.nameLength} + head.targetLength)
                return nonsense();
            m_folder.entries.push_back(entry(head, text.substr(0, head.nameLength),
                                             text.substr(head.nameLength, head.targetLength)));
            text.remove_prefix(std::size_t{head.nameLength} + head.targetLength);
        }
        return {};
    }

    [[nodiscard]] api::FileEntry entry(const EntryHead &head, std::string_view name,
                                       std::string_view target) const
    {
        const std::string path = (m_folder.path == "/" ? "" : m_folder.path) + "/" + std::string(name);
        api::FileEntry entry{.name = std::string(name),
                             .encoded = images::codedPath(path),
                             .type = files::typeName(head.mode),
                             .size = head.size,
                             .mode = head.mode & 07777,
                             .uid = head.uid,
                             .gid = head.gid,
                             .modified = head.seconds,
                             .target = std::string(target),
                             .mounted = (head.flags & files::mountedFlag) != 0,
                             .nanoseconds = head.nanoseconds};
        if (entry.type == "link")
            entry.leadsTo = (head.flags & files::toFolderFlag) != 0  ? "folder"
                            : (head.flags & files::nowhereFlag) != 0 ? "nowhere"
                                                                     : "file";
        return entry;
    }

    // "u1000:www", a zero byte.
    Result<> takeNames(std::string_view text)
    {
        while (!text.empty()) {
            const std::string_view one = text.substr(0, text.find('\0'));
            text.remove_prefix(std::min(one.size() + 1, text.size()));
            std::uint32_t id = 0;
            const std::size_t colon = one.find(':');
            if (colon == one.npos || colon < 2 ||
                std::from_chars(one.data() + 1, one.data() + colon, id).ec != std::errc())
                return nonsense();
            for (api::FileEntry &entry : m_folder.entries) {
                if (one.front() == 'u' && entry.uid == id)
                    entry.user = one.substr(colon + 1);
                if (one.front() == 'g' && entry.gid == id)
                    entry.group = one.substr(colon + 1);
            }
        }
        return {};
    }

    api::FileFolder &m_folder;
    std::uint32_t m_limit;
};

bool hasText(std::string_view name, const std::string &text)
{
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    return text.empty() || !std::ranges::search(name, text, same).empty();
}

Result<files::EditAct> actOf(const std::string &operation)
{
    constexpr std::array<std::pair<std::string_view, files::EditAct>, 5> acts{
        {{"mkdir", files::EditAct::MakeFolder},
         {"rename", files::EditAct::Rename},
         {"remove", files::EditAct::Remove},
         {"chmod", files::EditAct::ChangeMode},
         {"chown", files::EditAct::ChangeOwner}}};
    for (const auto &[name, act] : acts)
        if (name == operation)
            return act;
    return fail(ErrorKind::InvalidArgument,
                "unknown Operation \"{}\": mkdir, rename, remove, chmod or chown is expected",
                operation.substr(0, 100));
}

Result<std::optional<std::uint32_t>> idOf(const std::optional<std::int64_t> &given)
{
    if (!given)
        return std::nullopt;
    if (*given < 0 || *given > maxContainerId)
        return fail(ErrorKind::InvalidArgument, "{} is out of range: a container has the ids 0 to {}", *given,
                    maxContainerId);
    return static_cast<std::uint32_t>(*given);
}

Result<std::string> pathOf(const std::string &path, const std::string &encoded)
{
    if (encoded.empty())
        return path;
    return images::decodedPath(encoded);
}

Result<files::EditWish> wishOf(const api::FileEdit &edit)
{
    files::EditWish wish{.recursive = edit.recursive};
    TRY(wish.act, actOf(edit.operation));
    if (edit.mode < 0 || edit.mode > 07777)
        return fail(ErrorKind::InvalidArgument, "the mode {:o} is out of range: 0 to 7777", edit.mode);
    wish.mode = static_cast<std::uint32_t>(edit.mode);
    TRY(wish.uid, idOf(edit.uid));
    TRY(wish.gid, idOf(edit.gid));
    if (wish.act == files::EditAct::Rename) {
        TRY(const std::string to, pathOf(edit.to, edit.toEncoded));
        CHECK(checkPath(to));
        wish.to = cleanPath(to);
    }
    return wish;
}

} // namespace

// Held while its mount is cloned: a volume in memory is there for no longer than somebody holds it.
Result<isolation::LaunchPlan> FilesService::volumeView(const volumes::VolumeKey &key, std::uint32_t firstId,
                                                       isolation::Slots &slots)
{
    const std::string holder = "files-" + key.name;
    TRY(const auto source, m_host.volumes.hold(key, holder));
    Result<isolation::LaunchPlan> view =
        fail(ErrorKind::NotSupported,
             "the volume {} is the folder {} of this computer: its files can be looked at there", key.name,
             source.device);
    if (source.device.empty())
        view = m_host.launcher.volumeView(source.data, firstId, source.readOnly, slots);
    m_host.volumes.release(key, holder);
    return view;
}

Result<FilesService::Opened> FilesService::openVolume(const Peer &peer, const std::string &name,
                                                      FilesRequest request, int socket)
{
    CHECK(checkPath(request.path));
    const std::string path = std::exchange(request.path, files::absolutePath(request.path));
    TRY(const auto key, m_host.volumes.keyOf(peer.uid, name));
    auto place = m_sessions.tryEnter(std::format("volume {} {}", key.owner, key.name), SessionKind::Enters);
    TRY(const std::uint32_t firstId, m_host.idRanges.firstIdOf(key.owner));
    TRY(Fd target, m_host.launcher.userNamespace(firstId));
    TRY(auto channels, files::Channels::make(socket, std::move(target)));
    TRY(const auto view, volumeView(key, firstId, channels.slots));
    request.running = false;
    request.ownUser = request.volume = true;
    TRY(auto process, startChild(&view, std::move(channels), request, std::move(place)));
    auto found = process.found();
    if (found)
        return Opened{std::move(process), *std::move(found), {}};
    if (found.error().kind == ErrorKind::NotFound)
        return fail(ErrorKind::NotFound, "Could not find the file {} in the volume {}", path, name);
    return std::unexpected(std::move(found).error());
}

Result<FilesService::Opened> FilesService::open(const Peer &peer, const FilePlace &place,
                                                FilesRequest request, int socket)
{
    request.path = place.path;
    return place.volume ? openVolume(peer, place.ref, std::move(request), socket)
                        : open(peer, place.ref, std::move(request), socket);
}

Result<> FilesService::markChanges(const Record &record, const ListOptions &options,
                                   api::FileFolder &folder) const
{
    TRY(const auto root, m_host.layers.openRoot(record.id, record.layers));
    TRY(const Fd image, openImageRoot(systemKernel(), root));
    const Fd upper(::openat(root.upper.get(), "upper", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!upper)
        return failErrno(errno, "opening the container's own files");
    const std::string last = folder.truncated && !folder.entries.empty() ? folder.entries.back().name : "";
    files::markChanges(upper.get(), image.get(), folder, [&](std::string_view name) {
        return name > options.after && (last.empty() || name <= last) && hasText(name, options.text);
    });
    return {};
}

Result<api::FileFolder> FilesService::list(const Peer &peer, const FilePlace &place,
                                           const ListOptions &options)
{
    if (options.after.contains('\0') || options.text.contains('\0'))
        return fail(ErrorKind::InvalidArgument, "a name may not contain a zero byte");
    FilesRequest request{.act = files::Act::List};
    request.list = {options.after, options.text, std::clamp(options.limit, 1U, mostListed)};
    TRY(auto opened, open(peer, place, request, -1));
    api::FileFolder folder{.path = opened.found.linkTarget,
                           .readOnly = (opened.found.size & files::readOnlyFlag) != 0,
                           .changesKnown = !place.volume && (opened.found.size & files::ownFolderFlag) != 0};
    Listing listing(folder, request.list.limit);
    CHECK(opened.process.finish([&](const Packet &packet) { return listing.take(packet); }));
    // Held on: a removal meanwhile waits for whoever walks the container's own folder.
    const auto walking = m_sessions.tryEnter(opened.record.id, SessionKind::Walks);
    if (folder.changesKnown)
        folder.changesKnown = markChanges(opened.record, options, folder).has_value();
    return folder;
}

Result<> FilesService::readFile(const Peer &peer, const FilePlace &place, const FileFound &found,
                                api::SocketSink &content)
{
    TRY(auto opened, open(peer, place, {.act = files::Act::Read}, content.socket()));
    found(opened.found, files::versionOf(opened.found.seconds, opened.found.nanoseconds, opened.found.size));
    return opened.process.copyTo(content);
}

Result<std::string> FilesService::putFile(const Peer &peer, const FilePlace &place,
                                          const std::string &version, api::SocketSource &content)
{
    if (version.size() > 100 || version.contains('\0'))
        return fail(ErrorKind::InvalidArgument, "that is no version of a file");
    FilesRequest request{.act = files::Act::Put};
    request.version = version;
    TRY(auto opened, open(peer, place, request, content.socket()));
    std::string now;
    CHECK(opened.process.copyFrom(content, [&now](const Packet &packet) -> Result<> {
        now = files::versionOf(packet.seconds, packet.nanoseconds, packet.size);
        return {};
    }));
    return now;
}

Result<> FilesService::edit(const Peer &peer, const FilePlace &place, const api::FileEdit &edit)
{
    FilesRequest request{.act = files::Act::Edit};
    TRY(request.edit, wishOf(edit));
    FilePlace where = place;
    TRY(const std::string path, pathOf(edit.path, edit.encoded));
    CHECK(checkPath(path));
    where.path = cleanPath(path);
    TRY(auto opened, open(peer, where, request, -1));
    auto done = opened.process.finish();
    if (!done && done.error().errnum == EINVAL && request.edit.act == files::EditAct::Rename)
        return fail(ErrorKind::InvalidArgument, "{} can't be moved into itself", where.path);
    return done;
}

} // namespace quayside::containers

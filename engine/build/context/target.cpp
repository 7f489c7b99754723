#include "engine/build/context/target.h"

#include "engine/base/pathparts.h"
#include "engine/build/context/sourcepath.h"

#include <fcntl.h>

#include <deque>
#include <optional>

namespace quayside::build
{
namespace
{

constexpr std::size_t maxParts = 512;

// None: not there.
Result<std::optional<SourceEntry>> lookBelow(SourceReader *view, const std::string &path)
{
    if (view == nullptr)
        return std::nullopt;
    auto found = view->look(path);
    if (found)
        return *std::move(found);
    if (found.error().kind == ErrorKind::NotFound || found.error().errnum == ENOTDIR)
        return std::nullopt;
    return std::unexpected(std::move(found).error());
}

std::unexpected<Error> notAFolder(const std::string &path)
{
    return fail(ErrorKind::InvalidArgument, "cannot copy to non-directory: /{}", path);
}

std::unexpected<Error> isAFolder(const std::string &path)
{
    return fail(ErrorKind::InvalidArgument, "cannot replace to directory /{} with file", path);
}

} // namespace

Result<TargetTree> TargetTree::open(int view)
{
    TargetTree tree;
    tree.m_root = std::make_unique<TargetNode>();
    if (view < 0)
        return tree;
    Fd own(::fcntl(view, F_DUPFD_CLOEXEC, 3));
    if (!own)
        return failErrno(errno, "looking into the layers below");
    tree.m_view = folderSource(std::move(own), {});
    TRY(tree.m_below, tree.m_view->reader());
    tree.m_root->kind = TargetNode::Below;
    tree.m_root->over = true;
    return tree;
}

// Every link on the way counts, the last one too: COPY to a link to a folder copies into that folder.
Result<TargetTree::Destination> TargetTree::resolve(const CopyRequest &request, bool several) const
{
    const std::string &text = request.destination;
    if (text.empty() || text.find('\0') != std::string::npos)
        return fail(ErrorKind::InvalidArgument, "a destination may not be empty nor contain a zero byte");
    Destination to{.folder = several || request.parents || text.ends_with('/') || text.ends_with("/.") ||
                             text == "."};
    std::deque<std::string> ahead;
    splitInto(ahead, text);
    std::string path;
    for (int links = 0; !ahead.empty();) {
        const std::string part = std::move(ahead.front());
        ahead.pop_front();
        if (part == ".")
            continue;
        if (part == "..") {
            path.resize(path.find_last_of('/') == std::string::npos ? 0 : path.find_last_of('/'));
            if (!to.parts.empty())
                to.parts.pop_back();
            continue;
        }
        const std::string next = below(path, part);
        TRY(const auto entry, lookBelow(m_below.get(), next));
        if (entry && S_ISLNK(entry->status.st_mode)) {
            if (++links > maxLinks)
                return fail(ErrorKind::InvalidArgument, "too many links in {}", text);
            if (entry->link.starts_with('/')) {
                path.clear();
                to.parts.clear();
            }
            splitInto(ahead, entry->link);
            continue;
        }
        if (part.starts_with(".wh."))
            return fail(ErrorKind::InvalidArgument,
                        "{}: in an image a name that begins with .wh. means that a file is removed", text);
        path = next;
        to.parts.push_back(part);
        if (to.parts.size() > maxParts)
            return fail(ErrorKind::InvalidArgument, "the destination has more than {} parts", maxParts);
    }
    return to;
}

// What is to be at `name`. A folder where there is one already stays what it is, but for a copied one, whose
// owner and mode count; another file takes the place of a file.
Result<TargetNode *> TargetTree::child(TargetNode &parent, const std::string &name, TargetNode wanted)
{
    const std::string path = below(parent.path, name);
    auto &slot = parent.children[name];
    if (!slot && parent.over) {
        TRY(const auto entry, lookBelow(m_below.get(), path));
        if (entry && S_ISDIR(entry->status.st_mode))
            slot = std::make_unique<TargetNode>(
                TargetNode{.kind = TargetNode::Below, .over = true, .path = path});
        else if (entry && wanted.isFolder())
            return notAFolder(path);
    }
    if (wanted.isFolder())
        wanted.path = path;
    if (!slot) {
        slot = std::make_unique<TargetNode>(std::move(wanted));
        return slot.get();
    }
    if (slot->isFolder() != wanted.isFolder())
        return slot->isFolder() ? isAFolder(path) : notAFolder(path);
    if (!slot->isFolder()) {
        *slot = std::move(wanted);
    } else if (wanted.kind == TargetNode::Copied) {
        slot->kind = TargetNode::Copied;
        slot->part = wanted.part;
        slot->source = wanted.source;
        slot->entry = wanted.entry;
    }
    return slot.get();
}

Result<TargetNode *> TargetTree::folderAt(const std::vector<std::string> &parts)
{
    TargetNode *node = m_root.get();
    for (const std::string &part : parts) {
        TRY(node, child(*node, part, {.kind = TargetNode::Made}));
    }
    return node;
}

Result<bool> TargetTree::isFolder(const std::vector<std::string> &parts)
{
    const TargetNode *node = m_root.get();
    std::string path;
    for (const std::string &part : parts) {
        path = below(path, part);
        if (node == nullptr)
            continue;
        const auto found = node->children.find(part);
        node = found != node->children.end() ? found->second.get() : nullptr;
    }
    if (node != nullptr)
        return node->isFolder();
    TRY(const auto entry, lookBelow(m_below.get(), path));
    return entry && S_ISDIR(entry->status.st_mode);
}

Result<> TargetTree::placeContents(const Selection &selection, const Match &match, TargetNode *top)
{
    std::vector<TargetNode *> nodes(match.count);
    nodes[0] = top;
    for (std::size_t i = 1; i < match.count; ++i) {
        const Taken &entry = selection.entries[match.first + i];
        TRY(nodes[i],
            child(*nodes[entry.parent - match.first], entry.name,
                  {.kind = TargetNode::Copied, .part = match.part, .source = match.source, .entry = &entry}));
    }
    return {};
}

Result<> TargetTree::placeMatch(const Selection &selection, const Match &match, const CopyRequest &request,
                                const Destination &destination)
{
    const auto copied = [&](const Taken &entry) {
        return TargetNode{
            .kind = TargetNode::Copied, .part = match.part, .source = match.source, .entry = &entry};
    };
    std::vector<std::string> to = destination.parts;
    const Taken *first = match.heredoc() ? nullptr : &selection.entries[match.first];
    const bool folder = first != nullptr && S_ISDIR(first->status.st_mode);
    TargetNode *place = nullptr;
    if (request.parents) {
        TRY(place, folderAt(to));
        for (const Taken &above : match.above) {
            TRY(place, child(*place, above.name, copied(above)));
        }
        if (folder)
            return placeContents(selection, match, place);
        to.clear();
    } else if (folder) {
        if (to.empty())
            return placeContents(selection, match, m_root.get());
        const std::string last = std::move(to.back());
        to.pop_back();
        TRY(place, folderAt(to));
        // Contents are copied, not the folder (Dockerfile reference); an archive's "./" counts as little.
        const bool unpacked = selection.sources[match.source].own != nullptr;
        TRY(place, child(*place, last, {.kind = unpacked ? TargetNode::Made : TargetNode::Taker}));
        return placeContents(selection, match, place);
    }
    std::string name = match.name;
    if (!request.parents) {
        TRY(const bool exists, isFolder(to));
        if (!destination.folder && !exists && !to.empty()) {
            name = std::move(to.back());
            to.pop_back();
        }
        TRY(place, folderAt(to));
    }
    if (first != nullptr)
        return child(*place, name, copied(*first)).transform([](auto) {});
    return child(*place, name, {.kind = TargetNode::Heredoc, .part = match.part}).transform([](auto) {});
}

Result<> TargetTree::place(const Selection &selection, const CopyRequest &request)
{
    TRY(const Destination destination, resolve(request, request.several || selection.matches.size() > 1));
    if (selection.matches.empty())
        CHECK(folderAt(destination.parts));
    for (const Match &match : selection.matches)
        CHECK(placeMatch(selection, match, request, destination));
    return {};
}

} // namespace quayside::build

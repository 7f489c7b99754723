#include "engine/images/contents/indexwriter.h"

#include <unistd.h>

#include <cstring>
#include <unordered_map>

namespace quayside::images
{
namespace
{

// Gathers what is written one after the other, and sums it up.
class Output
{
public:
    Output(int file, off_t at) : m_file(file), m_at(at) { m_buffer.reserve(pieceSize + 8192); }

    Result<> add(std::string_view bytes)
    {
        m_buffer += bytes;
        return m_buffer.size() < pieceSize ? Result<>() : flush(m_buffer.size() / 8 * 8);
    }
    Result<> flush() { return flush(m_buffer.size()); }
    [[nodiscard]] std::uint64_t checksum() const { return m_sum.value(); }
    void count(const void *bytes, std::size_t length)
    {
        m_sum.add({static_cast<const std::byte *>(bytes), length});
    }

private:
    static constexpr std::size_t pieceSize = std::size_t{256} * 1024;

    Result<> flush(std::size_t length)
    {
        count(m_buffer.data(), length);
        for (std::size_t done = 0; done < length;) {
            const ssize_t wrote = ::pwrite(m_file, m_buffer.data() + done, length - done, m_at);
            if (wrote < 0 && errno == EINTR)
                continue;
            if (wrote < 0)
                return failErrno(errno, "writing the index of a layer");
            done += static_cast<std::size_t>(wrote);
            m_at += wrote;
        }
        m_buffer.erase(0, length);
        return {};
    }

    int m_file;
    off_t m_at;
    std::string m_buffer;
    IndexChecksum m_sum;
};

struct LinkGroup {
    std::uint32_t number, names;
};

class Writer
{
public:
    explicit Writer(const ScannedLayer &layer) : m_layer(layer) { m_folders.push_back(layer.folder.get()); }

    Result<> write(int file)
    {
        CHECK(measure());
        IndexHeader header{.nodes = m_nodes, .texts = m_texts};
        Output output(file, sizeof header);
        output.count(&header.nodes, sizeof header - offsetof(IndexHeader, nodes));
        CHECK(writeNodes(output));
        for (const ScannedFolder *folder : m_folders)
            for (const ScannedEntry &entry : folder->entries)
                CHECK(writeTexts(output, *folder, entry));
        CHECK(output.flush());
        header.checksum = output.checksum();
        if (::pwrite(file, &header, sizeof header, 0) != static_cast<ssize_t>(sizeof header))
            return failErrno(errno, "writing the index of a layer");
        return {};
    }

private:
    // Puts the folders into their order, and counts.
    Result<> measure()
    {
        for (std::size_t at = 0; at < m_folders.size(); ++at) {
            const ScannedFolder *folder = m_folders[at];
            m_nodes += folder->entries.size();
            for (const ScannedEntry &entry : folder->entries) {
                m_texts += entry.node.nameLength + (entry.node.type == NodeType::Link ? entry.node.count : 0);
                if (entry.folder)
                    m_folders.push_back(entry.folder.get());
                if (entry.inode != 0) {
                    const auto known = m_groups.try_emplace(entry.inode, LinkGroup{nextGroup(), 0}).first;
                    ++known->second.names;
                }
            }
        }
        if (m_nodes > UINT32_MAX || m_texts > UINT32_MAX)
            return fail(ErrorKind::TooLarge, "a layer has too many files to be looked into");
        return {};
    }
    [[nodiscard]] std::uint32_t nextGroup() const { return static_cast<std::uint32_t>(m_groups.size()) + 1; }

    Result<> writeNodes(Output &output)
    {
        std::uint32_t nextChild = 1, nextText = 0;
        const auto put = [&](IndexNode node, const ScannedEntry *entry) {
            node.name = nextText;
            nextText += node.nameLength;
            if (node.type == NodeType::Link) {
                node.first = nextText;
                nextText += node.count;
            }
            if (node.isFolder()) {
                node.first = nextChild;
                node.count =
                    static_cast<std::uint32_t>((entry ? entry->folder : m_layer.folder)->entries.size());
                nextChild += node.count;
            }
            if (entry && entry->inode != 0) {
                const LinkGroup &group = m_groups.at(entry->inode);
                node.first = group.names > 1 ? group.number : 0;
                node.count = group.names;
            }
            return output.add({reinterpret_cast<const char *>(&node), sizeof node});
        };
        CHECK(put(m_layer.root, nullptr));
        for (const ScannedFolder *folder : m_folders)
            for (const ScannedEntry &entry : folder->entries)
                CHECK(put(entry.node, &entry));
        return {};
    }

    static Result<> writeTexts(Output &output, const ScannedFolder &folder, const ScannedEntry &entry)
    {
        CHECK(output.add(folder.name(entry)));
        if (entry.node.type != NodeType::Link)
            return {};
        return output.add(std::string_view(folder.texts).substr(entry.node.first, entry.node.count));
    }

    const ScannedLayer &m_layer;
    std::vector<const ScannedFolder *> m_folders;          // breadth first
    std::unordered_map<std::uint64_t, LinkGroup> m_groups; // by inode
    std::uint64_t m_nodes = 1, m_texts = 0;
};

} // namespace

Result<> writeIndex(int file, const ScannedLayer &layer)
{
    return Writer(layer).write(file);
}

} // namespace quayside::images

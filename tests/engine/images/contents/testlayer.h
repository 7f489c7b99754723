// Layers for tests without a disk: what is put in becomes an index.
#pragma once

#include "engine/images/contents/indexstore.h"
#include "engine/images/contents/indexwriter.h"

#include <gtest/gtest.h>

#include <sys/mman.h>

#include <algorithm>
#include <memory>
#include <string>

namespace quayside::test
{

class TestLayer
{
public:
    TestLayer()
    {
        m_layer.root = folderNode();
        m_layer.folder = std::make_unique<images::ScannedFolder>();
    }

    // Folders on the way are made, as a tar's are.
    TestLayer &file(const std::string &path, std::uint64_t size, std::int64_t modified = 1,
                    std::uint16_t mode = 0644)
    {
        put(path, {.size = size, .modified = modified, .mode = mode, .type = images::NodeType::File});
        return *this;
    }
    TestLayer &hardLink(const std::string &path, std::uint64_t size, std::uint64_t inode)
    {
        put(path, {.size = size, .modified = 1, .mode = 0644, .type = images::NodeType::File}).inode = inode;
        return *this;
    }
    TestLayer &folder(const std::string &path, std::uint16_t mode = 0755)
    {
        makeFolder(path).node.mode = mode;
        return *this;
    }
    TestLayer &opaque(const std::string &path)
    {
        if (path.empty())
            m_layer.root.flags = images::IndexNode::opaque;
        else
            makeFolder(path).node.flags = images::IndexNode::opaque;
        return *this;
    }
    TestLayer &link(const std::string &path, const std::string &target)
    {
        auto &[folder, name] = place(path);
        images::ScannedEntry &entry = add(*folder, name, {.mode = 0777, .type = images::NodeType::Link});
        entry.node.first = static_cast<std::uint32_t>(folder->texts.size());
        entry.node.count = static_cast<std::uint32_t>(target.size());
        folder->texts += target;
        return *this;
    }
    TestLayer &whiteout(const std::string &path)
    {
        put(path, {.type = images::NodeType::Whiteout});
        return *this;
    }
    TestLayer &special(const std::string &path, images::NodeType type)
    {
        put(path, {.mode = 0600, .type = type});
        return *this;
    }

    // The index as a file's bytes, and loaded.
    std::string bytes()
    {
        sort(*m_layer.folder);
        const Fd file(::memfd_create("layer", MFD_CLOEXEC));
        const auto written = images::writeIndex(file.get(), m_layer);
        EXPECT_TRUE(written) << written.error().message;
        std::string text(static_cast<std::size_t>(::lseek(file.get(), 0, SEEK_END)), '\0');
        EXPECT_EQ(::pread(file.get(), text.data(), text.size(), 0), static_cast<ssize_t>(text.size()));
        return text;
    }
    std::shared_ptr<const images::LoadedIndex> load()
    {
        const std::string text = bytes();
        const Fd file(::memfd_create("layer", MFD_CLOEXEC));
        EXPECT_EQ(::pwrite(file.get(), text.data(), text.size(), 0), static_cast<ssize_t>(text.size()));
        auto loaded = images::LoadedIndex::load(file.get());
        EXPECT_TRUE(loaded) << loaded.error().message;
        return loaded ? *std::move(loaded) : nullptr;
    }

private:
    static images::IndexNode folderNode()
    {
        return {.modified = 1, .mode = 0755, .type = images::NodeType::Folder};
    }
    images::ScannedEntry &add(images::ScannedFolder &folder, const std::string &name, images::IndexNode node)
    {
        node.name = static_cast<std::uint32_t>(folder.texts.size());
        node.nameLength = static_cast<std::uint16_t>(name.size());
        folder.texts += name;
        folder.entries.push_back({.node = node});
        return folder.entries.back();
    }
    std::pair<images::ScannedFolder *, std::string> &place(const std::string &path)
    {
        const std::size_t slash = path.rfind('/');
        m_place = {slash == std::string::npos ? m_layer.folder.get()
                                              : makeFolder(path.substr(0, slash)).folder.get(),
                   path.substr(slash + 1)};
        return m_place;
    }
    images::ScannedEntry &put(const std::string &path, images::IndexNode node)
    {
        auto &[folder, name] = place(path);
        return add(*folder, name, node);
    }
    images::ScannedEntry &makeFolder(const std::string &path)
    {
        const std::size_t slash = path.rfind('/');
        images::ScannedFolder &parent =
            slash == std::string::npos ? *m_layer.folder : *makeFolder(path.substr(0, slash)).folder;
        const std::string name = path.substr(slash + 1);
        const auto found = std::ranges::find_if(parent.entries, [&](const auto &entry) {
            return parent.name(entry) == name && entry.node.isFolder();
        });
        if (found != parent.entries.end())
            return *found;
        images::ScannedEntry &entry = add(parent, name, folderNode());
        entry.folder = std::make_unique<images::ScannedFolder>();
        return entry;
    }
    static void sort(images::ScannedFolder &folder)
    {
        std::ranges::sort(folder.entries, {}, [&](const auto &entry) { return folder.name(entry); });
        for (auto &entry : folder.entries)
            if (entry.folder)
                sort(*entry.folder);
    }

    images::ScannedLayer m_layer;
    std::pair<images::ScannedFolder *, std::string> m_place;
};

// Several of them, as the readers take them.
class TestImage
{
public:
    TestImage &add(TestLayer &layer)
    {
        m_loaded.push_back(layer.load());
        m_layers.push_back(&m_loaded.back()->index());
        return *this;
    }
    [[nodiscard]] std::span<const images::LayerIndex *const> layers() const { return m_layers; }

private:
    std::vector<std::shared_ptr<const images::LoadedIndex>> m_loaded;
    std::vector<const images::LayerIndex *> m_layers;
};

} // namespace quayside::test

// An image service on a temporary root, for tests.
#pragma once

#include "engine/images/content/tarwriter.h"
#include "engine/images/images.h"
#include "engine/records/records.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace quayside::test
{

inline const access::Peer rootPeer{};

class ImageBench
{
public:
    ImageBench() { open(); }
    void open()
    {
        std::filesystem::create_directory(root());
        auto openedRecords = Records::open(root() + "/quayside.db");
        ASSERT_TRUE(openedRecords) << openedRecords.error().message;
        records = *std::move(openedRecords);
        auto openedLayers = storage::LayerStore::open(root());
        ASSERT_TRUE(openedLayers) << openedLayers.error().message;
        layers = *std::move(openedLayers);
        auto opened =
            images::Images::open({.root = root(), .starterFolder = starterFolder}, *records, *layers,
                                 [this](api::Event event) { events.push_back(std::move(event)); });
        ASSERT_TRUE(opened) << opened.error().message;
        images = *std::move(opened);
    }
    void close()
    {
        images.reset();
        layers.reset();
        records.reset();
    }
    void reopen()
    {
        close();
        open();
    }

    Result<> load(std::string_view archive)
    {
        images::StringSource source(archive);
        return images->load(rootPeer, source, {}, [this](const std::string &line) { lines.push_back(line); });
    }
    Result<std::string> save(const std::vector<std::string> &names)
    {
        images::StringSink sink;
        CHECK(images->save(rootPeer, names, sink));
        return sink.text;
    }
    [[nodiscard]] std::string root() const { return m_temp.path() + "/root"; }
    [[nodiscard]] const std::string &temporary() const { return m_temp.path(); }
    // How many layers, drafts, blobs and spool folders lie there.
    [[nodiscard]] std::size_t entries(const std::string &folder) const
    {
        namespace fs = std::filesystem;
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(root() + "/" + folder), fs::directory_iterator()));
    }
    static std::string read(const std::string &path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::string starterFolder;
    std::vector<api::Event> events;
    std::vector<std::string> lines;
    std::unique_ptr<Records> records;
    std::unique_ptr<storage::LayerStore> layers;
    std::unique_ptr<images::Images> images;

private:
    TempRoot m_temp;
};

} // namespace quayside::test

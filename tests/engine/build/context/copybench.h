// Folders to copy from and into, for the tests of COPY and ADD. No root is needed: what is made belongs to
// the test's own user, or is said to be root's.
#pragma once

#include "engine/build/context/context.h"
#include "engine/images/pack/hashing.h"
#include "engine/images/pack/pack.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace quayside::build::test
{

namespace fs = std::filesystem;

class CopyTest : public testing::Test
{
protected:
    CopyTest()
    {
        ::umask(022);
        for (const char *folder : {"context", "below", "scratch"})
            fs::create_directory(path(folder));
        newDraft();
    }

    [[nodiscard]] std::string path(const std::string &below) const { return m_temp.path() + "/" + below; }
    void write(const std::string &name, const std::string &text, mode_t mode = 0644) const
    {
        fs::create_directories(fs::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << text;
        ::chmod(path(name).c_str(), mode);
    }
    [[nodiscard]] std::string read(const std::string &name) const
    {
        std::ifstream file(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] static Fd folder(const std::string &path)
    {
        return Fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }
    void newDraft()
    {
        fs::remove_all(path("draft"));
        fs::create_directory(path("draft"));
    }

    FileSource &context(FolderOptions options = {.keepsOwners = false, .lasting = true})
    {
        m_context = folderSource(folder(path("context")), std::move(options));
        return *m_context;
    }
    CopyRequest request(const std::vector<std::string> &sources, const std::string &destination)
    {
        CopyRequest request{.destination = destination, .several = sources.size() > 1};
        if (!m_context)
            context();
        for (const std::string &source : sources)
            request.parts.push_back({.source = m_context.get(), .path = source});
        return request;
    }

    Result<CopyOutcome> copy(const CopyRequest &request, bool below = true)
    {
        newDraft();
        const Fd draft = folder(path("draft")), view = folder(path("below"));
        auto outcome = copyInto({.draft = draft.get(), .view = below ? view.get() : -1}, request, nullptr);
        if (outcome) {
            EXPECT_EQ(outcome->diffId, digestOfDraft());
        }
        return outcome;
    }
    // Of the tar that a save would make of the layer.
    [[nodiscard]] std::string digestOfDraft() const
    {
        const Fd draft = folder(path("draft"));
        images::HashingSink sum;
        EXPECT_TRUE(images::packLayer(draft.get(), sum));
        return sum.finish();
    }
    // What is in the draft: "app/ app/main.c=text link>target", sorted.
    [[nodiscard]] std::string layer() const
    {
        std::vector<std::string> lines;
        for (const auto &entry : fs::recursive_directory_iterator(path("draft"))) {
            std::string line = entry.path().lexically_relative(path("draft"));
            if (entry.is_symlink())
                line += ">" + fs::read_symlink(entry.path()).string();
            else if (entry.is_directory())
                line += "/";
            else if (entry.is_regular_file())
                line += "=" + read("draft/" + line);
            lines.push_back(line);
        }
        std::ranges::sort(lines);
        std::string text;
        for (const std::string &line : lines)
            text += (text.empty() ? "" : " ") + line;
        return text;
    }
    std::string copied(const std::vector<std::string> &sources, const std::string &destination)
    {
        const auto outcome = copy(request(sources, destination));
        return outcome ? layer() : "error: " + outcome.error().message;
    }
    [[nodiscard]] struct stat status(const std::string &name) const
    {
        struct stat status{};
        EXPECT_EQ(::lstat(path(name).c_str(), &status), 0) << name;
        return status;
    }

    quayside::test::TempRoot m_temp;
    std::unique_ptr<FileSource> m_context;
};

} // namespace quayside::build::test

// Images that only remember what was asked of them, and answer what the test says.
#pragma once

#include "engine/images/content/imagerecord.h"
#include "engine/images/contents/contents.h"
#include "engine/images/images.h"

#include <fcntl.h>

#include <array>
#include <format>
#include <optional>
#include <string>
#include <vector>

namespace quayside::fakes
{

// The same for what is inside them.
class FakeContents : public images::Contents
{
public:
    std::vector<std::string> calls;
    std::string file = "/dev/null"; // what openFile() opens

    Result<api::ImageContents> overview(const Peer &, const std::string &image) override
    {
        calls.push_back("overview " + image);
        return api::ImageContents{.id = "sha256:1"};
    }
    Result<api::ImageFolder> folder(const Peer &, const Place &place, const std::string &text) override
    {
        calls.push_back(std::format("folder {} \"{}\"", shown(place), text));
        return api::ImageFolder{.path = place.path};
    }
    Result<api::FoundEntries> find(const Peer &, const Place &below, const std::string &text,
                                   std::size_t limit) override
    {
        calls.push_back(std::format("find {} \"{}\" {}", shown(below), text, limit));
        return api::FoundEntries{};
    }
    Result<Fd> openFile(const Peer &, const Place &place) override
    {
        calls.push_back(std::format("file {}", shown(place)));
        Fd opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
        if (!opened)
            return failErrno(errno, "opening {}", file);
        return opened;
    }
    Result<api::ImageFolder> compare(const Peer &, const Place &place, const std::string &other) override
    {
        calls.push_back(std::format("compare {} with {}", shown(place), other));
        return api::ImageFolder{.path = place.path};
    }
    Result<api::ImagePackages> packages(const Peer &, const std::string &image) override
    {
        calls.push_back("packages " + image);
        return api::ImagePackages{};
    }

private:
    static std::string shown(const Place &place)
    {
        return std::format("{} {} {}", place.image, place.layer ? std::to_string(*place.layer) : "all",
                           place.path);
    }
};

class FakeImages : public images::Images
{
public:
    std::optional<Error> refusal;           // what every call returns, where it is set
    std::optional<Error> lateRefusal;       // of load, import, makeBase: after `progressLines`
    std::vector<std::string> progressLines; // what they report
    std::string uploaded;                   // what load or import read
    mutable std::vector<std::string> calls;
    mutable std::vector<User> seenUsers; // what remove() was told
    FakeContents inside;

    Result<images::Image> resolve(const Peer &, const std::string &name) const override
    {
        CHECK(note("resolve {}", name));
        return images::Image{.id = "sha256:1", .name = name};
    }
    Result<std::vector<api::ImageSummary>> list(const Peer &, bool sharedSize,
                                                const api::Filters &filters) const override
    {
        CHECK(note("list shared={} filters={}", sharedSize, filters.values.size()));
        return std::vector<api::ImageSummary>(3);
    }
    [[nodiscard]] std::int64_t layersSize(const Peer &) const override { return 7; }
    Result<api::ImageInspect> inspect(const Peer &, const std::string &name) const override
    {
        CHECK(note("inspect {}", name));
        return api::ImageInspect{.id = name};
    }
    Result<std::vector<api::ImageHistoryItem>> history(const Peer &, const std::string &name) const override
    {
        CHECK(note("history {}", name));
        return std::vector<api::ImageHistoryItem>(1);
    }
    Result<> tag(const Peer &, const std::string &name, const std::string &repository,
                 const std::string &tag) override
    {
        return note("tag {} {} {}", name, repository, tag);
    }
    Result<std::vector<api::ImageDeleteItem>> remove(const Peer &, const std::string &name, bool force,
                                                     bool noPrune, const UsersOf &inUse) override
    {
        CHECK(note("remove {} force={} noprune={}", name, force, noPrune));
        seenUsers = inUse("sha256:1");
        return std::vector<api::ImageDeleteItem>{{.untagged = name, .deleted = {}}};
    }
    Result<api::ImagePruneReport> prune(const Peer &, const api::Filters &filters,
                                        const UsersOf &inUse) override
    {
        CHECK(note("prune filters={}", filters.values.size()));
        seenUsers = inUse("sha256:1");
        return api::ImagePruneReport{.imagesDeleted = {{.untagged = "a:1", .deleted = {}}},
                                     .spaceReclaimed = 5};
    }
    Result<Manifests> manifests(const Peer &, const std::string &name, const UsersOf &inUse) const override
    {
        CHECK(note("manifests {}", name));
        seenUsers = inUse("sha256:1");
        Manifests found;
        found.descriptor = api::OCIDescriptor{.digest = "sha256:2"};
        found.summaries.push_back({.id = "sha256:3", .available = true, .kind = "image"});
        return found;
    }
    Result<api::ImagePrunePreview> previewPrune(const Peer &, const api::Filters &filters,
                                                const UsersOf &inUse) const override
    {
        CHECK(note("preview prune filters={}", filters.values.size()));
        seenUsers = inUse("sha256:1");
        return api::ImagePrunePreview{.spaceReclaimed = 5};
    }
    Result<api::ImageDisk> disk(const Peer &, const std::string &name, const UsersOf &inUse) const override
    {
        CHECK(note("disk {}", name));
        seenUsers = inUse("sha256:1");
        return api::ImageDisk{.id = "sha256:1", .frees = 4};
    }
    images::Contents &contents() override { return inside; }
    Result<> load(const Peer &, api::ByteSource &archive, const images::LoadWanted &wanted,
                  const images::ProgressSink &progress) override
    {
        CHECK(note("load quiet={}{}", wanted.quiet, wanted.allPlatforms ? " (all platforms)" : ""));
        return transfer(archive, progress);
    }
    Result<> save(const Peer &, const std::vector<std::string> &names, api::ByteSink &archive) override
    {
        CHECK(note("save {}", names.size()));
        return archive.write("tar");
    }
    Result<std::string> import(const Peer &, api::ByteSource &archive, const std::string &repository,
                               const std::string &tag, const std::string &message,
                               const std::vector<std::string> &changes,
                               const images::ProgressSink &progress) override
    {
        CHECK(note("import {} {} {} {}", repository, tag, message, changes.size()));
        CHECK(transfer(archive, progress));
        return "sha256:2";
    }
    Result<std::string> commit(const Peer &, const images::CommitRequest &request) override
    {
        CHECK(note("commit {} {} {}", request.parent, request.repository, request.tag));
        return "sha256:4";
    }
    Result<std::string> makeBase(const Peer &, const images::BaseImageRequest &request,
                                 const std::function<bool()> &, const images::ProgressSink &progress) override
    {
        CHECK(
            note("base {} {} {} {}", request.suite, request.packages.size(), request.name, request.variant));
        CHECK(report(progress));
        return "sha256:3";
    }
    Result<> pull(const Peer &, const images::PullWanted &wanted, const std::function<bool()> &,
                  const images::ProgressSink &progress) override
    {
        CHECK(note("pull {}{} {} {}", wanted.image,
                   wanted.allTags        ? " (all)"
                   : wanted.allPlatforms ? " (all platforms)"
                                         : "",
                   wanted.platform, wanted.credentials.username));
        return report(progress);
    }
    Result<> push(const Peer &, const std::string &image, const images::Credentials &credentials,
                  const std::function<bool()> &, const images::ProgressSink &progress) override
    {
        CHECK(note("push {} {}", image, credentials.username));
        return report(progress);
    }
    Result<> makeStarters() override { return note("starters"); }
    Result<std::string> provideStarter(const Peer &, const std::string &name) override
    {
        CHECK(note("starter {}", name));
        return "sha256:" + name;
    }
    Result<std::shared_ptr<const images::ImageRecord>> record(const Peer &,
                                                              const std::string &name) const override
    {
        CHECK(note("record {}", name));
        return std::make_shared<const images::ImageRecord>();
    }
    Result<std::string> add(const Peer &, images::ImageRecord image,
                            const std::vector<std::string> &names) override
    {
        CHECK(note("add {} {}", image.layers.size(), names.size()));
        return "sha256:5";
    }
    std::shared_ptr<void> hold() override { return {}; }
    Result<std::uint64_t> collectLayers() override { return 0; }

private:
    Result<> report(const images::ProgressSink &progress)
    {
        for (const std::string &line : progressLines)
            progress(line);
        if (lateRefusal)
            return std::unexpected(*lateRefusal);
        return {};
    }
    Result<> transfer(api::ByteSource &archive, const images::ProgressSink &progress)
    {
        std::array<char, 16> piece{};
        for (;;) {
            TRY(const std::size_t length, archive.read(piece));
            if (length == 0)
                break;
            uploaded.append(piece.data(), length);
        }
        return report(progress);
    }
    template <typename... Args>
    Result<> note(std::format_string<Args...> text, Args &&...args) const
    {
        calls.push_back(std::format(text, std::forward<Args>(args)...));
        if (refusal)
            return std::unexpected(*refusal);
        return {};
    }
};

} // namespace quayside::fakes

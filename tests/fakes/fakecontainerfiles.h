// Files of containers that only remember what was asked of them, and answer what the test says.
#pragma once

#include "engine/containers/files/containerfiles.h"
#include "engine/containers/files/volumefiles.h"

#include <array>
#include <format>
#include <optional>
#include <string>
#include <vector>

namespace quayside::fakes
{

class FakeContainerFiles : public containers::ContainerFiles
{
public:
    std::optional<Error> refusal;     // what every call returns, where it is set
    std::optional<Error> lateRefusal; // of read and export: after some bytes
    std::string uploaded;             // what write() read
    CommitOptions committed;          // the last commit()'s
    std::vector<std::string> calls;

    Result<api::ContainerPathStat> stat(const Peer &, const std::string &ref,
                                        const std::string &path) override
    {
        CHECK(note("stat {} {}", ref, path));
        return pathStat;
    }
    Result<> read(const Peer &, const std::string &ref, const std::string &path, const Found &found,
                  api::SocketSink &archive) override
    {
        CHECK(note("read {} {}", ref, path));
        found(pathStat);
        CHECK(archive.write("tar"));
        return lateRefusal ? std::unexpected(*lateRefusal) : Result<>();
    }
    Result<> write(const Peer &, const std::string &ref, const std::string &path, const WriteOptions &options,
                   api::SocketSource &archive) override
    {
        CHECK(note("write {} {} keep={} owner={}", ref, path, options.keepDirectories, options.copyOwner));
        std::array<char, 16> piece{};
        for (;;) {
            TRY(const std::size_t length, archive.read(piece));
            if (length == 0)
                return {};
            uploaded.append(piece.data(), length);
        }
    }
    Result<> exportRoot(const Peer &, const std::string &ref, const std::function<void()> &found,
                        api::SocketSink &archive) override
    {
        CHECK(note("export {}", ref));
        found();
        return archive.write("root");
    }
    Result<std::vector<api::FilesystemChange>> changes(const Peer &, const std::string &ref) override
    {
        CHECK(note("changes {}", ref));
        return std::vector<api::FilesystemChange>{{"/a", api::ChangeKind::Added}};
    }
    Result<api::FileFolder> list(const Peer &, const FilePlace &place, const ListOptions &options) override
    {
        CHECK(note("list {} volume={} {} after={} text={} limit={}", place.ref, place.volume, place.path,
                   options.after, options.text, options.limit));
        return api::FileFolder{.path = place.path, .entries = {{.name = "x", .type = "file"}}};
    }
    Result<> readFile(const Peer &, const FilePlace &place, const FileFound &found,
                      api::SocketSink &content) override
    {
        CHECK(note("readFile {} volume={} {}", place.ref, place.volume, place.path));
        found(pathStat, "5.000000007-3");
        return content.write("abc");
    }
    Result<std::string> putFile(const Peer &, const FilePlace &place, const std::string &version,
                                api::SocketSource &content) override
    {
        CHECK(note("putFile {} volume={} {} version={}", place.ref, place.volume, place.path, version));
        std::array<char, 16> piece{};
        TRY(const std::size_t length, content.read(piece));
        uploaded.assign(piece.data(), length);
        return "6.000000000-4";
    }
    Result<> edit(const Peer &, const FilePlace &place, const api::FileEdit &edit) override
    {
        return note("edit {} volume={} {} {} {} recursive={}", place.ref, place.volume, edit.operation,
                    edit.path, edit.to, edit.recursive);
    }
    Result<std::string> commit(const Peer &, const std::string &ref, const CommitOptions &options) override
    {
        CHECK(note("commit {} {} {}", ref, options.repository, options.tag));
        committed = options;
        return "sha256:5";
    }

    api::ContainerPathStat pathStat{
        .name = "x", .size = 3, .mode = 0100644, .seconds = 1700000000, .nanoseconds = 500, .linkTarget = {}};

private:
    template <typename... Args>
    Result<> note(std::format_string<Args...> text, Args &&...args)
    {
        calls.push_back(std::format(text, std::forward<Args>(args)...));
        if (refusal)
            return std::unexpected(*refusal);
        return {};
    }
};

class FakeVolumeFiles : public containers::VolumeFiles
{
public:
    std::vector<std::string> calls;

    Result<> read(const Peer &, const std::string &name, containers::files::Compression compression,
                  const Found &found, api::SocketSink &archive) override
    {
        calls.push_back(std::format("read {} {}", name, int(compression)));
        found(1);
        return archive.write("tar");
    }
    Result<std::size_t> write(const Peer &, const std::string &name, const WriteOptions &options,
                              api::SocketSource &) override
    {
        calls.push_back(std::format("write {} create={} replace={}", name, options.create, options.replace));
        return 1;
    }
};

} // namespace quayside::fakes

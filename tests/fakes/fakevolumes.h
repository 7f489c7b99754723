// Volumes that only remember what was asked of them, and answer what the test says.
#pragma once

#include "engine/volumes/volumes.h"

#include <format>
#include <optional>
#include <string>
#include <vector>

namespace quayside::fakes
{

class FakeVolumes : public quayside::volumes::Volumes
{
public:
    std::optional<Error> refusal; // what every call that can fail returns, where it is set
    std::vector<api::Volume> volumes;
    quayside::volumes::VolumeRequest created;
    mutable std::vector<std::string> calls;

    [[nodiscard]] std::vector<api::Volume> list(std::uint32_t viewer) const override
    {
        calls.push_back(std::format("list {}", viewer));
        return volumes;
    }
    [[nodiscard]] std::vector<api::Volume> usage(std::uint32_t viewer) const override
    {
        calls.push_back(std::format("usage {}", viewer));
        return volumes;
    }
    Result<quayside::volumes::VolumeKey> keyOf(std::uint32_t viewer, const std::string &name) const override
    {
        CHECK(note(std::format("keyOf {} {}", viewer, name)));
        return quayside::volumes::VolumeKey{viewer, name};
    }
    Result<api::Volume> inspect(std::uint32_t viewer, const std::string &name) const override
    {
        CHECK(note(std::format("inspect {} {}", viewer, name)));
        return api::Volume{.name = name};
    }
    Result<api::Volume> create(const access::Peer &owner,
                               const quayside::volumes::VolumeRequest &request) override
    {
        CHECK(note(std::format("create {} {}", owner.uid, request.name)));
        created = request;
        return api::Volume{.name = request.name};
    }
    Result<> remove(std::uint32_t viewer, const std::string &name) override
    {
        return note(std::format("remove {} {}", viewer, name));
    }
    Result<Pruned> prune(std::uint32_t viewer, bool all, const api::Filters &filters) override
    {
        CHECK(note(std::format("prune {} all={} filters={}", viewer, all, filters.values.size())));
        return Pruned{.names = {"a", "b"}, .bytes = 12};
    }
    Result<quayside::volumes::VolumeContent> content(std::uint32_t viewer,
                                                     const std::string &name) const override
    {
        CHECK(note(std::format("content {} {}", viewer, name)));
        return quayside::volumes::VolumeContent{.key = {viewer, name}};
    }
    Result<quayside::volumes::VolumeDraft> draft() override
    {
        return quayside::volumes::VolumeDraft("draft", {}, {}, {});
    }
    Result<api::Volume> adopt(const access::Peer &owner, const quayside::volumes::VolumeRequest &request,
                              quayside::volumes::VolumeDraft) override
    {
        return create(owner, request);
    }
    Result<> pour(std::uint32_t viewer, const std::string &name, quayside::volumes::VolumeDraft,
                  bool replace) override
    {
        return note(std::format("pour {} {} replace={}", viewer, name, replace));
    }
    Result<api::Volume> clone(const access::Peer &owner, const std::string &name, const std::string &newName,
                              const CloneProgress &) override
    {
        CHECK(note(std::format("clone {} {} {}", owner.uid, name, newName)));
        return api::Volume{.name = newName};
    }
    void addUser(const quayside::volumes::VolumeKey &, const std::string &) override {}
    void removeUser(const quayside::volumes::VolumeKey &, const std::string &) override {}
    [[nodiscard]] bool isAnonymous(const quayside::volumes::VolumeKey &) const override { return false; }
    Result<quayside::volumes::VolumeSource> hold(const quayside::volumes::VolumeKey &,
                                                 const std::string &) override
    {
        return quayside::volumes::VolumeSource{};
    }
    void release(const quayside::volumes::VolumeKey &, const std::string &) override {}
    void releaseOthers() override {}
    Result<> fill(const quayside::volumes::VolumeKey &, const OpenSource &) override { return {}; }

private:
    Result<> note(std::string call) const
    {
        calls.push_back(std::move(call));
        if (refusal)
            return std::unexpected(*refusal);
        return {};
    }
};

} // namespace quayside::fakes

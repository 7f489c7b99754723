// A builder that a test decides.
#pragma once

#include "engine/build/build.h"

#include <string>
#include <vector>

namespace quayside::fakes
{

class FakeBuilds : public build::Builds
{
public:
    std::vector<build::BuildEvent> events; // told before the end
    build::BuildOutcome outcome{"sha256:1"};
    std::vector<Usage> known;
    Pruned freed;
    build::History *records = nullptr; // of a test that asks for them
    Result<api::BuildStepImage> entered;
    // What was asked for last.
    build::BuildRequest request;
    build::PruneRequest pruneRequest;

    build::BuildOutcome build(const Peer &, const build::BuildRequest &wanted, api::ByteSource &,
                              const std::function<void(const build::BuildEvent &)> &sink,
                              const std::function<bool()> &) override
    {
        request = wanted;
        for (const auto &event : events)
            sink(event);
        return outcome;
    }
    Result<Pruned> prune(const Peer &, const build::PruneRequest &wanted) override
    {
        pruneRequest = wanted;
        return freed;
    }
    std::vector<Usage> usage(const Peer &) const override { return known; }
    build::History &history() override { return *records; }
    Result<api::BuildStepImage> enter(const Peer &, const std::string &, int) override { return entered; }
    void containerGone(const std::string &) override {}
    Result<> forget(const Peer &peer, const std::string &id) override { return records->remove(peer, id); }
};

} // namespace quayside::fakes

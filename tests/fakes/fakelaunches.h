// Launches that nobody makes.
#pragma once

#include "engine/containers/launches/launches.h"

#include <format>
#include <optional>
#include <string>
#include <vector>

namespace quayside::fakes
{

class FakeLaunches : public containers::Launches
{
public:
    Result<> hold(const Peer &, const std::string &ref) override { return note("hold " + ref); }
    Result<> next(const Peer &, const std::string &ref, const Way &way) override
    {
        return note(std::format("next {} {} '{}' {}", ref, way.steps, way.to, way.all));
    }
    Result<> abort(const Peer &, const std::string &ref) override { return note("abort " + ref); }
    Result<api::Launch> now(const Peer &, const std::string &ref) override
    {
        CHECK(note("now " + ref));
        return api::Launch{.number = 3, .state = "held"};
    }
    Result<std::unique_ptr<containers::Containers::WaitHandle>> follow(const Peer &, const std::string &ref,
                                                                       Told wanted) override
    {
        CHECK(note("follow " + ref));
        told = std::move(wanted);
        return std::make_unique<containers::Containers::WaitHandle>();
    }
    Result<std::vector<api::LaunchStart>> starts(const Peer &, const std::string &ref) override
    {
        CHECK(note("starts " + ref));
        return std::vector<api::LaunchStart>{{.number = 7, .started = "2026-01-01T00:00:00Z"}};
    }
    Result<api::Launch> start(const Peer &, const std::string &ref, long number) override
    {
        CHECK(note(std::format("start {} {}", ref, number)));
        return api::Launch{.number = number, .state = "done"};
    }
    std::vector<std::string> calls;
    std::optional<Error> refusal;
    Told told;

private:
    Result<> note(std::string call)
    {
        if (refusal)
            return std::unexpected(*refusal);
        calls.push_back(std::move(call));
        return {};
    }
};

} // namespace quayside::fakes

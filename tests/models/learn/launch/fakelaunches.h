// An engine that has one container, "web", whose launch can be stepped through.
#pragma once

#include "engine/api/types/launch.h"
#include "engine/api/types/xray.h"
#include "engine/server/router.h"

#include <QPointer>

#include <string>
#include <vector>

namespace quayside::test
{

class FakeLaunches
{
public:
    using Answer = Result<server::Response>;

    api::Launch launch; // of no steps: never started
    std::vector<api::LaunchStart> starts;
    std::vector<std::string> asked; // "POST /launch/next steps=1"
    std::string refusal;            // of the next thing that is asked for
    bool holdLooks = false;         // X-rays fail

    server::Routes routes()
    {
        const std::string path = "/quayside/containers/{id}";
        return {{"POST", path + "/launch", call([this](const server::Request &) { return begin(); })},
                {"GET", path + "/launch", session()},
                {"POST", path + "/launch/next", call([this](const auto &request) { return next(request); })},
                {"POST", path + "/launch/abort", call([this](const auto &) { return end("aborted"); })},
                {"GET", path + "/starts",
                 call([this](const auto &) -> Answer { return server::Response::json(encode(starts)); })},
                {"GET", path + "/starts/{n}", call([this](const auto &request) { return record(request); })},
                {"POST", "/containers/{id}/exec", call([](const auto &) -> Answer {
                     return fail(ErrorKind::Conflict, "there is no process of web to look out of yet");
                 })},
                {"GET", path + "/xray", call([this](const auto &) { return look(); })}};
    }

    void change(const std::function<void(api::Launch &)> &how)
    {
        how(launch);
        for (const QPointer<server::Channel> &stream : m_streams)
            tell(stream);
    }

private:
    // Calls are sessions too: those run on the event loop.
    server::SessionHandler call(std::function<Answer(const server::Request &)> handler)
    {
        return [this, handler = std::move(handler)](const server::Request &request,
                                                    server::Channel *channel) -> Result<> {
            asked.push_back(request.method + " " + request.path);
            for (const auto &[name, value] : request.query)
                asked.back() += " " + name + "=" + value;
            if (request.method == "POST" && !refusal.empty())
                return fail(ErrorKind::Conflict, "{}", std::exchange(refusal, {}));
            TRY(const server::Response answer, handler(request));
            channel->begin(200, "application/json");
            if (!answer.body.empty())
                channel->write(answer.body);
            channel->finish();
            return {};
        };
    }

    server::SessionHandler session()
    {
        return [this](const server::Request &request, server::Channel *channel) -> Result<> {
            if (launch.steps.empty())
                return fail(ErrorKind::NotFound, "web was never started");
            channel->begin(200, "application/json");
            if (!request.value("stream").empty())
                m_streams.emplace_back(channel);
            channel->write(encode(launch) + "\n");
            if (request.value("stream").empty() || isOver())
                channel->finish();
            return {};
        };
    }

    [[nodiscard]] bool isOver() const { return launch.state != "held" && launch.state != "running"; }

    void tell(server::Channel *stream) const
    {
        if (stream == nullptr)
            return;
        stream->write(encode(launch) + "\n");
        if (isOver())
            stream->finish();
    }

    Answer begin()
    {
        m_streams.clear();
        launch = {
            .number = launch.number + 1, .state = "held", .started = "2026-11-27T04:00:00Z", .held = true};
        for (const char *name : {"cgroup", "clone", "root", "pivot", "exec"})
            launch.steps.push_back({.name = name,
                                    .title = "the engine's words",
                                    .side = std::string_view(name) == "cgroup"  ? "engine"
                                            : std::string_view(name) == "clone" ? "stage"
                                                                                : "process",
                                    .shell = {std::string("do-") + name + " --as-a-command"}});
        return server::Response::noContent();
    }

    Answer next(const server::Request &request)
    {
        if (launch.state != "held")
            return fail(ErrorKind::Conflict, "no launch of web is held");
        change([&](api::Launch &now) {
            const auto last = std::int64_t(now.steps.size());
            const std::string to = request.value("to");
            std::int64_t at = now.at + std::stol("0" + request.value("steps"));
            if (!to.empty())
                at = std::ranges::find(now.steps, to, &api::LaunchStep::name) - now.steps.begin();
            if (request.value("all") == "1" || at >= last) {
                at = last;
                now.state = "done";
            }
            now.at = at;
            now.pid = at > 1 ? 70 : 0;
            for (std::int64_t i = 0; i < at; ++i) {
                api::LaunchStep &step = now.steps[std::size_t(i)];
                step.startNs = 2'000'000 * i + 1;
                step.endNs = step.startNs + 900'000 * (i + 1);
                step.calls = {{.call = step.name + "(\"of the kernel\", O_CLOEXEC)",
                               .result = "9",
                               .startNs = step.startNs,
                               .endNs = step.startNs + 12'000}};
            }
        });
        return server::Response::noContent();
    }

    Answer end(const char *state)
    {
        change([state](api::Launch &now) { now.state = state; });
        return server::Response::noContent();
    }

    Answer record(const server::Request &request)
    {
        api::Launch recorded = launch;
        recorded.number = std::stol(request.parameters.at("n"));
        if (std::ranges::find(starts, recorded.number, &api::LaunchStart::number) == starts.end())
            return fail(ErrorKind::NotFound, "there is no such start of web");
        recorded.state = "done";
        recorded.held = recorded.number == 1;
        recorded.steps = {
            {.name = "clone", .title = "clone", .side = "stage", .startNs = 1, .endNs = 6'000'000},
            {.name = "root", .title = "root", .side = "process", .startNs = 6'000'000, .endNs = 7'000'000}};
        return server::Response::json(encode(recorded));
    }

    // What it says tells the steps apart: the host name's namespace is made anew by each.
    Answer look()
    {
        if (holdLooks)
            return fail(ErrorKind::Conflict, "web has ended");
        api::Xray xray;
        xray.namespaces = {{.type = "uts", .inode = 100 + launch.at, .hostInode = 1, .sharing = "own"}};
        return server::Response::json(encode(xray));
    }

    std::vector<QPointer<server::Channel>> m_streams;
};

} // namespace quayside::test

// The fixture of the root tests of networks: an engine's network on a test host.
#pragma once

#include "engine/networks/networks.h"
#include "engine/records/records.h"
#include "tests/engine/networks/support/testhost.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <mutex>

namespace quayside::test
{

// The neighbour lives as long as the test program.
inline const Fd &outside()
{
    static const Fd netns = makeOutside();
    return netns;
}

class HostTest : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = "/var/tmp/quayside-net-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        options = {.root = pattern, .runDir = pattern + "/run"};
        outside();
        openEngine();
    }
    void TearDown() override
    {
        networks.reset();
        records.reset();
        const auto removed = networks::Networks::removeAll(options);
        EXPECT_TRUE(removed) << removed.error().message;
        std::filesystem::remove_all(options.root);
    }
    void openEngine()
    {
        auto opened = Records::open(options.root + "/quayside.db");
        ASSERT_TRUE(opened) << opened.error().message;
        records = *std::move(opened);
        const auto sink = [this](const api::Event &event) {
            const std::lock_guard guard(mutex);
            events.push_back(event);
        };
        auto made = networks::Networks::open(options, *records, sink);
        ASSERT_TRUE(made) << made.error().message;
        networks = *std::move(made);
    }
    void closeEngine()
    {
        networks.reset();
        records.reset();
    }
    // Reserves and connects.
    networks::Endpoint run(const Server &server, const std::string &id,
                           std::vector<networks::PortRequest> ports = {})
    {
        const auto endpoints = runOn(server, id, {{}}, std::move(ports));
        return endpoints.empty() ? networks::Endpoint() : endpoints.front();
    }
    static networks::ContainerRequest request(const std::string &id,
                                              std::vector<networks::EndpointRequest> endpoints,
                                              std::vector<networks::PortRequest> ports = {})
    {
        return {.containerId = id,
                .containerName = id,
                .owner = {},
                .hostname = {},
                .endpoints = std::move(endpoints),
                .ports = std::move(ports)};
    }
    // On the default network.
    Result<std::vector<networks::Endpoint>> reserve(const std::string &id,
                                                    std::vector<networks::PortRequest> ports = {})
    {
        return networks->reserve(request(id, {{}}, std::move(ports)));
    }
    std::vector<networks::Endpoint> runOn(const Server &server, const std::string &id,
                                          std::vector<networks::EndpointRequest> wanted,
                                          std::vector<networks::PortRequest> ports = {})
    {
        const auto endpoints = networks->reserve(request(id, std::move(wanted), std::move(ports)));
        EXPECT_TRUE(endpoints) << endpoints.error().message;
        if (!endpoints)
            return {};
        const auto connected = networks->connect(id, server.netns());
        EXPECT_TRUE(connected) << connected.error().message;
        return *endpoints;
    }
    // Of the default network, as root sees it.
    [[nodiscard]] Result<api::Network> inspect(const std::string &name = "bridge") const
    {
        return networks->inspect({}, name);
    }

    networks::Networks::Options options;
    std::unique_ptr<Records> records;
    std::unique_ptr<networks::Networks> networks;
    std::mutex mutex;
    std::vector<api::Event> events;
};

} // namespace quayside::test

// A client's end of a session, in memory: what was sent, and a queue that can be made slow.
#pragma once

#include "engine/server/routes/route.h"

#include <algorithm>
#include <optional>
#include <string>

namespace quayside::fakes
{

class FakeChannel : public server::Channel
{
public:
    void begin(int status, const std::string &contentType) override
    {
        beginStatus = status;
        type = contentType;
    }
    void hijack(const std::string &contentType) override
    {
        hijacked = true;
        type = contentType;
    }
    void upgrade(const std::map<std::string, std::string> &headers) override
    {
        hijacked = true;
        upgradeHeaders = headers;
    }
    bool write(std::string_view bytes) override
    {
        largestWrite = std::max(largestWrite, bytes.size());
        sent += bytes;
        queued += bytes.size();
        return room() > 0;
    }
    [[nodiscard]] std::size_t room() const override { return capacity - std::min(queued, capacity); }
    void finish() override { ++finishes; }
    void pauseReading(bool on) override { paused = on; }
    void fail(const Error &error) override { failure = error; }

    // The client takes what is queued.
    void drain()
    {
        queued = 0;
        emit writable();
    }

    std::size_t capacity = 1 << 20, queued = 0, largestWrite = 0;
    std::string sent, type;
    std::optional<int> beginStatus;
    std::optional<Error> failure;
    std::map<std::string, std::string> upgradeHeaders;
    int finishes = 0;
    bool hijacked = false, paused = false;
};

} // namespace quayside::fakes

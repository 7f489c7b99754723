// JSON documents behind one another, one a line, as long operations report them.
#pragma once

#include "engine/base/result.h"
#include "models/client/engineclient.h"

#include <functional>
#include <string>
#include <string_view>

namespace quayside::client
{

// Cuts a stream into lines of at most 1 MiB.
class LineSplitter
{
public:
    // Calls `line` for each line that is complete by now, without its end; TooLarge where one never ends.
    // Stops where `line` returns false.
    Result<> feed(std::string_view bytes, const std::function<bool(std::string_view)> &line);
    // What came after the last line end.
    [[nodiscard]] std::string rest() { return std::move(m_rest); }

private:
    std::string m_rest;
};

// A line of progress; the operation's error where the line is one: {"errorDetail": {"message": …}, "error":
// …}.
Result<Progress> parseProgress(std::string_view line);

} // namespace quayside::client

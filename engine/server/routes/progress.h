// Progress of a long operation as JSON lines, ended in-band where it fails after the first of them.
#pragma once

#include "engine/images/images.h"
#include "engine/server/routes/route.h"

namespace quayside::server
{

// One for each transfer; use it on the transfer's thread.
class ProgressLines
{
public:
    explicit ProgressLines(TransferSink &out) : m_out(out) {}
    // Writes each object as a line. A client that is gone is noticed by the operation itself, through its
    // cancelled().
    [[nodiscard]] images::ProgressSink sink();
    // One line; with `more`, it may wait for the next one.
    void line(std::string_view json, bool more = false);
    // What the handler returns: before the first line an error becomes the answer; after it, it becomes the
    // last line,
    // {"errorDetail": {"message": …}, "error": …}, which clients print.
    [[nodiscard]] Result<> end(Result<> outcome);

private:
    TransferSink &m_out;
    std::string m_waiting;
};

} // namespace quayside::server

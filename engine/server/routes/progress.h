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
    // What the handler returns: before the first line an error becomes the answer; after it, it becomes the
    // last line,
    // {"errorDetail": {"message": …}, "error": …}, which clients print.
    [[nodiscard]] Result<> end(Result<> outcome);

private:
    TransferSink &m_out;
};

} // namespace quayside::server

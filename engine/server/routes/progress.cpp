#include "engine/server/routes/progress.h"

#include "engine/api/json.h"

namespace quayside::server
{

images::ProgressSink ProgressLines::sink()
{
    return [this](const std::string &json) { line(json); };
}

void ProgressLines::line(std::string_view json, bool more)
{
    if (!m_out.started())
        m_out.setContentType("application/json");
    m_waiting += json;
    m_waiting += "\r\n"; // as dockerd ends its lines
    if (!more)
        (void)m_out.write(std::exchange(m_waiting, {}));
}

Result<> ProgressLines::end(Result<> outcome)
{
    if (outcome || (!m_out.started() && m_waiting.empty()))
        return outcome;
    const std::string message = api::quotedJson(outcome.error().message);
    line("{\"errorDetail\":{\"message\":" + message + "},\"error\":" + message + "}");
    return {};
}

} // namespace quayside::server

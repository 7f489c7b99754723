#include "engine/server/routes/progress.h"

#include "engine/api/json.h"

namespace quayside::server
{

images::ProgressSink ProgressLines::sink()
{
    return [this](std::string json) {
        if (!m_out.started())
            m_out.setContentType("application/json");
        json += "\r\n"; // as dockerd ends its lines
        (void)m_out.write(json);
    };
}

Result<> ProgressLines::end(Result<> outcome)
{
    if (outcome || !m_out.started())
        return outcome;
    const std::string message = api::quotedJson(outcome.error().message);
    (void)m_out.write("{\"errorDetail\":{\"message\":" + message + "},\"error\":" + message + "}\r\n");
    return {};
}

} // namespace quayside::server

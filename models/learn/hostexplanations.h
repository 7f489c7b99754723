// What Explanations says of the host that stands beside a container.
#pragma once

#include <QString>

namespace quayside::models
{

struct ExplainedTopic {
    const char *topic, *title, *text, *lesson; // title and text: of the context of Explanations
};

// "host/ns/user" …; nullptr: it is not known.
const ExplainedTopic *hostTopic(const QString &topic);

} // namespace quayside::models

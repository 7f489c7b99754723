// Containers as a compose.yaml.
#pragma once

#include "models/containers/runoptions.h"

namespace quayside::models
{

struct ComposeService {
    RunOptions options;
    QStringList networks = {}; // all that it is on, by name; the first is that of options
};

// One service for each, named as its container, or as the compose project had it; networks and volumes as
// they need them. Valid for `docker compose` 2 and the Compose Specification. What a service cannot be told
// (--rm, -P) is left out.
QString composeText(const QList<ComposeService> &services);

// A scalar in YAML, quoted where it would be read as something else; "$" is doubled, as Compose wants it.
QString composeScalar(const QString &text);

} // namespace quayside::models

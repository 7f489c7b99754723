// What a file is to the studio, by its name.
#pragma once

#include <QString>

namespace quayside::models
{

enum class FileKind { Dockerfile, Ignore, Compose, Shell, Other };

// "Dockerfile", "Dockerfile.dev", "web.dockerfile", "Containerfile": Dockerfile. ".dockerignore",
// "Dockerfile.dockerignore": Ignore. "compose.yaml", "docker-compose.override.yml": Compose. "run.sh": Shell.
[[nodiscard]] FileKind fileKindOf(const QString &fileName);

} // namespace quayside::models

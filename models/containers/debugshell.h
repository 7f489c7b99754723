// A shell for a container whose image has none: a container of the busybox image beside it, which shares its
// processes, its network and its user namespace and sees its files below /container
// (docs/adr/029-debug-shell.md).
#pragma once

#include "engine/api/types/container.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace quayside::models
{

inline constexpr char debugImage[] = "busybox:latest";

// user: as `uid:gid` or `uid`, that of the container's own process: nobody else may look into its files.
api::ContainerCreateRequest debugRequest(const api::ContainerInspect &container, const std::string &user);
QString debugName(const QString &containerName); // another one each time

// USER of a container as numbers, by its passwd(5): "www" → "33:33", "5:6" as it is, "" → "0". Nothing where
// the name is not in it.
std::optional<QString> numericUser(const QString &user, const QByteArray &passwd);

} // namespace quayside::models

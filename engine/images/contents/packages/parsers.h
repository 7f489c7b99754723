// Package databases as bytes → what is installed. Pure; whatever the bytes are, these end and say what they
// could read.
#pragma once

#include "engine/api/types/imagecontents.h"
#include "engine/base/result.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace quayside::images
{

// /var/lib/dpkg/status, or a file of /var/lib/dpkg/status.d (dpkg's status(5), deb-control(5)).
std::vector<api::ImagePackage> parseDpkg(std::string_view text);
// /lib/apk/db/installed (Alpine's "Apk spec").
std::vector<api::ImagePackage> parseApk(std::string_view text);
// A package's header as rpm's databases keep it (rpm's docs/manual/format_header.md, without the intro).
// Nothing: no header, or one of a key.
std::optional<api::ImagePackage> parseRpmHeader(std::string_view header);
// rpm's own form, Packages.db (rpm's lib/backend/ndb/rpmpkg.c). InvalidArgument: it is none.
Result<std::vector<api::ImagePackage>> parseNdb(std::string_view bytes);

} // namespace quayside::images

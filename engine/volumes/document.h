// What is kept of a volume (records of kind "volume"), and the rules of its name.
#pragma once

#include "engine/access/access.h"
#include "engine/base/result.h"
#include "engine/volumes/volumes.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace quayside::volumes
{

struct Document {
    access::Peer owner;         // as it was when the volume was made; the pid is not kept
    std::int64_t createdNs = 0; // UTC
    bool anonymous = false;
    std::map<std::string, std::string> labels, options;
    std::string folder; // below <root>/volumes: "NAME" or ".UID/NAME"
};
std::string encode(const Document &document);
// `id`: that of its record, from which an older document takes what it does not say.
Result<Document> decodeDocument(const std::string &id, std::string_view text);

// The record's id: "<uid> <name>". One of before names had owners is the name alone.
std::string encode(const VolumeKey &key);
std::string nameIn(const std::string &id);
VolumeKey keyIn(const std::string &id); // of an old one: root's

// [a-zA-Z0-9][a-zA-Z0-9_.-]+, at most 255 characters. InvalidArgument in Docker's words.
Result<> checkName(const std::string &name);

std::int64_t currentTimeNs();
std::string rfc3339Seconds(std::int64_t ns); // "2026-01-31T12:00:00Z", as Docker writes a volume's CreatedAt

} // namespace quayside::volumes

// What is kept of a volume (records of kind "volume"), and the rules of its name.
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace quayside::volumes
{

struct Document {
    std::uint32_t owner = 0;
    std::int64_t createdNs = 0; // UTC
    bool anonymous = false;
    std::map<std::string, std::string> labels;
};
std::string encode(const Document &document);
Result<Document> decodeDocument(std::string_view text);

// [a-zA-Z0-9][a-zA-Z0-9_.-]+, at most 255 characters. InvalidArgument in Docker's words.
Result<> checkName(const std::string &name);

std::int64_t currentTimeNs();
std::string rfc3339Seconds(std::int64_t ns); // "2026-01-31T12:00:00Z", as Docker writes a volume's CreatedAt

} // namespace quayside::volumes

// The 65,536 ids that the containers of one user have outside (security.md §1, user_namespaces(7)).
#pragma once

#include "engine/base/result.h"
#include "engine/records/records.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quayside::containers
{

inline constexpr std::uint32_t idsPerUser = 65536;

// A line of /etc/subuid or /etc/subgid (subuid(5)): owner by name or by number.
struct SubordinateRange {
    std::string owner;
    std::uint64_t first = 0, count = 0;
};
// Malformed lines are passed over, as shadow's tools do.
std::vector<SubordinateRange> parseSubordinateIds(std::string_view text);

// Thread-safe.
class IdRanges
{
public:
    struct Files {
        std::string subuid = "/etc/subuid", subgid = "/etc/subgid", passwd = "/etc/passwd",
                    group = "/etc/group";
    };
    static Result<std::unique_ptr<IdRanges>> open(Records &records, Files files);

    // The outside id of container id 0 for the containers of `uid`. Where the user has at least 65,536 ids
    // from the same number on in both files, those; else a range that the engine reserves in its records,
    // from 1,879,048,192 (0x70000000) up: no distribution hands those out (systemd's UIDS-GIDS.md). A
    // reserved range stays the user's.
    Result<std::uint32_t> firstIdOf(std::uint32_t uid);

private:
    IdRanges(Records &records, Files files) : m_records(records), m_files(std::move(files)) {}
    Result<std::uint32_t> lookUp(std::uint32_t uid);
    Result<std::uint32_t> reserve(std::uint32_t uid, const std::vector<SubordinateRange> &others);

    Records &m_records;
    const Files m_files;
    std::mutex m_mutex;
    std::map<std::uint32_t, std::uint32_t> m_reserved; // uid → first id
    std::string m_stamp;                               // of the files that m_known was read from
    std::map<std::uint32_t, std::uint32_t> m_known;
};

} // namespace quayside::containers

// What was found out about uploaded contexts before. The same bytes hold the same files, so an upload that
// has come before need not be unpacked until a step wants its files.
#pragma once

#include "engine/base/result.h"
#include "engine/build/context/context.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace quayside::build
{

// Of one upload. Thread-safe. What would make it larger than `mostBytes` is not remembered.
class UploadFacts
{
public:
    static constexpr std::size_t mostBytes = 256 << 10;

    // Of readContextFile(): a text, or that there is no such file (NotFound).
    std::optional<Result<std::string>> text(const std::string &path) const;
    void addText(const std::string &path, const Result<std::string> &text);
    // Of checksum(), by everything that a request asks of the context.
    std::optional<Checksum> checksum(const std::string &request) const;
    void addChecksum(const std::string &request, const Checksum &sum);

private:
    bool roomLocked(std::size_t bytes);

    mutable std::mutex m_mutex;
    std::map<std::string, Result<std::string>> m_texts;
    std::map<std::string, Checksum> m_checksums;
    std::size_t m_bytes = 0;
};

// The last of each engine's uploads, each user's apart. In memory only: what is forgotten is unpacked again.
// Thread-safe.
class KnownUploads
{
public:
    static constexpr std::size_t mostUploads = 16;
    static constexpr std::size_t mostArchive = 1 << 20; // bytes; a larger one is unpacked as it comes

    // Null: never seen. `digest`: of the archive's bytes.
    std::shared_ptr<UploadFacts> find(std::uint32_t user, const std::string &digest);
    // Of an upload that has been unpacked without an error.
    std::shared_ptr<UploadFacts> add(std::uint32_t user, const std::string &digest);

private:
    struct Known {
        std::uint32_t user;
        std::string digest;
        std::shared_ptr<UploadFacts> facts;
    };
    std::shared_ptr<UploadFacts> findLocked(std::uint32_t user, const std::string &digest);

    std::mutex m_mutex;
    std::list<Known> m_known; // the last used first
};

} // namespace quayside::build

// How a container ended, for an engine that may not be there to see it (protocol.h).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace quayside::stage
{

struct ExitRecord {
    std::int32_t code = 0;   // 128 + signal where one ended it
    std::int32_t signal = 0; // 0: it ended by itself
    bool oom = false;
    std::int64_t startedNs = 0, finishedNs = 0; // UTC
};

std::string encode(const ExitRecord &record);
// InvalidArgument where a line is missing or none of ours.
Result<ExitRecord> decodeExitRecord(std::string_view text);

// Takes the room for the record when the container starts, so that a disk that is full when it ends cannot
// lose it.
class ExitRecordFile
{
public:
    // `folder`: the state folder. Removes the record of an earlier run.
    static Result<ExitRecordFile> reserve(int folder);
    ExitRecordFile(ExitRecordFile &&) = default;
    ExitRecordFile &operator=(ExitRecordFile &&) = default;
    ~ExitRecordFile(); // without save(): nothing is left
    Result<> save(const ExitRecord &record);

private:
    ExitRecordFile(Fd folder, Fd file) : m_folder(std::move(folder)), m_file(std::move(file)) {}
    Fd m_folder, m_file;
};

} // namespace quayside::stage

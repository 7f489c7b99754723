// One more command in a running container: /containers/{id}/exec and /exec/{id}/….
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

struct ExecCreateRequest {
    bool attachStdin = false, attachStdout = false, attachStderr = false;
    std::vector<std::int64_t> consoleSize; // {height, width}, or empty
    std::string detachKeys;
    bool tty = false;
    std::vector<std::string> env, cmd;
    bool privileged = false;
    std::string user, workingDir;
};
std::string encode(const ExecCreateRequest &request);
template <>
Result<ExecCreateRequest> decode(std::string_view json);

// POST /exec/{id}/start; an empty body is all defaults.
struct ExecStartRequest {
    bool detach = false, tty = false;
    std::vector<std::int64_t> consoleSize; // {height, width}, or empty
};
std::string encode(const ExecStartRequest &request);
template <>
Result<ExecStartRequest> decode(std::string_view json);

struct ProcessConfig {
    bool privileged = false;
    std::string user;
    bool tty = false;
    std::string entrypoint;
    std::vector<std::string> arguments;
};

struct ExecInspect {
    std::string id;
    bool running = false;
    std::optional<std::int64_t> exitCode; // absent: still runs, or never ran
    ProcessConfig processConfig;
    bool openStdin = false, openStderr = false, openStdout = false, canRemove = false;
    std::string containerID, detachKeys;
    std::int64_t pid = 0; // on the host
};
std::string encode(const ExecInspect &exec);
template <>
Result<ExecInspect> decode(std::string_view json);

// {"Id": …}: answers of exec create (and of commit): IDResponse of the contract.
struct IDResponse {
    std::string id;
};
std::string encode(const IDResponse &response);
template <>
Result<IDResponse> decode(std::string_view json);

} // namespace quayside::api

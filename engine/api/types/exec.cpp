#include "engine/api/types/exec.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(ExecCreateRequest, f, v)
{
    f("User", v.user);
    f("Privileged", v.privileged);
    f("Tty", v.tty);
    f.omitEmpty("ConsoleSize", v.consoleSize);
    f("AttachStdin", v.attachStdin);
    f("AttachStderr", v.attachStderr);
    f("AttachStdout", v.attachStdout);
    f("DetachKeys", v.detachKeys);
    f.nullEmpty("Env", v.env);
    f("WorkingDir", v.workingDir);
    f.nullEmpty("Cmd", v.cmd);
}

QUAYSIDE_FIELDS(ExecStartRequest, f, v)
{
    f("Detach", v.detach);
    f("Tty", v.tty);
    f.omitEmpty("ConsoleSize", v.consoleSize);
}

QUAYSIDE_FIELDS(ProcessConfig, f, v)
{
    f("tty", v.tty);
    f("entrypoint", v.entrypoint);
    f("arguments", v.arguments);
    f("privileged", v.privileged);
    f.omitEmpty("user", v.user);
}

QUAYSIDE_FIELDS(ExecInspect, f, v)
{
    f("ID", v.id);
    f("Running", v.running);
    f("ExitCode", v.exitCode);
    f("ProcessConfig", v.processConfig);
    f("OpenStdin", v.openStdin);
    f("OpenStderr", v.openStderr);
    f("OpenStdout", v.openStdout);
    f("CanRemove", v.canRemove);
    f("ContainerID", v.containerID);
    f("DetachKeys", v.detachKeys);
    f("Pid", v.pid);
}

QUAYSIDE_FIELDS(IDResponse, f, v)
{
    f("Id", v.id);
}

QUAYSIDE_CODEC(ExecCreateRequest)
QUAYSIDE_CODEC(ExecInspect)
QUAYSIDE_CODEC(IDResponse)

std::string encode(const ExecStartRequest &request)
{
    return written(request);
}

template <>
Result<ExecStartRequest> decode(std::string_view json)
{
    return json.empty() ? ExecStartRequest{} : readDocument<ExecStartRequest>(json);
}

} // namespace quayside::api

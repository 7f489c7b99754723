#include "engine/stage/command.h"

#include "engine/stage/calltext.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::stage
{
namespace
{

constexpr std::string_view defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

// Go's words, as docker's users know them: "permission denied", not "Permission denied".
std::string reason(int errnum)
{
    std::string text = ::strerror(errnum);
    if (!text.empty())
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

// 0, or why this is not an executable file (as exec.LookPath of Go finds it).
int checkExecutable(const std::string &path)
{
    struct stat status{};
    if (::stat(path.c_str(), &status) < 0)
        return errno;
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    if ((status.st_mode & 0111) == 0 || ::access(path.c_str(), X_OK) < 0)
        return EACCES;
    return 0;
}

bool isMissing(int errnum)
{
    return errnum == ENOENT || errnum == ENOTDIR;
}

std::string_view pathVariable(const isolation::ProcessPlan &process)
{
    constexpr std::string_view name = "PATH=";
    const auto found =
        std::ranges::find_if(process.env, [&](const std::string &e) { return e.starts_with(name); });
    return found == process.env.end() ? defaultPath : std::string_view(*found).substr(name.size());
}

Result<std::string> checkGiven(const std::string &command)
{
    const int errnum = checkExecutable(command);
    if (isMissing(errnum))
        return fail(ErrorKind::NoCommand, "exec: \"{}\": stat {}: {}", command, command, reason(errnum));
    if (errnum != 0)
        return fail(ErrorKind::CannotRun, "exec: \"{}\": {}", command, reason(errnum));
    return command;
}

std::vector<char *> pointersTo(const std::vector<std::string> &strings)
{
    std::vector<char *> pointers;
    pointers.reserve(strings.size() + 1);
    for (const std::string &string : strings)
        pointers.push_back(const_cast<char *>(string.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

Error failureToStart(const std::string &program, int errnum)
{
    const ErrorKind kind = isMissing(errnum) ? ErrorKind::NoCommand : ErrorKind::CannotRun;
    return {kind, errnum, std::format("exec {}: {}", program, reason(errnum))};
}

} // namespace

Result<std::string> findCommand(const isolation::ProcessPlan &process)
{
    if (process.argv.empty() || process.argv[0].empty())
        return fail(ErrorKind::NoCommand, "exec: \"\": executable file not found in $PATH");
    const std::string &command = process.argv[0];
    if (command.contains('/'))
        return checkGiven(command);
    std::string_view path = pathVariable(process);
    for (bool more = true; more;) {
        const std::size_t end = path.find(':');
        more = end != std::string_view::npos;
        const std::string_view folder = path.substr(0, end);
        std::string candidate = std::format("{}/{}", folder.empty() ? "." : folder, command);
        if (checkExecutable(candidate) == 0)
            return candidate;
        path.remove_prefix(more ? end + 1 : path.size());
    }
    return fail(ErrorKind::NoCommand, "exec: \"{}\": executable file not found in $PATH", command);
}

Error execute(const std::string &program, const isolation::ProcessPlan &process)
{
    ::execve(program.c_str(), pointersTo(process.argv).data(), pointersTo(process.env).data());
    return failureToStart(program, errno);
}

Error executeInit(int stageFile, const std::string &program, const isolation::ProcessPlan &process)
{
    std::vector<std::string> arguments{"quayside-init", "init", program};
    arguments.insert(arguments.end(), process.argv.begin(), process.argv.end());
    ::syscall(SYS_execveat, stageFile, "", pointersTo(arguments).data(), pointersTo(process.env).data(),
              AT_EMPTY_PATH);
    return failureToStart("quayside-init", errno);
}

std::string callText(const std::string &program, const isolation::ProcessPlan &process)
{
    std::string words;
    for (const std::string &word : process.argv)
        words += quotedText(word) + ", ";
    const std::string environment = std::format("/* {} variables */", process.env.size());
    if (process.init)
        return std::format(
            "execveat(quayside-stage, \"\", {{\"quayside-init\", \"init\", {}, {}NULL}}, {}, AT_EMPTY_PATH)",
            quotedText(program), words, environment);
    return std::format("execve({}, {{{}NULL}}, {})", quotedText(program), words, environment);
}

} // namespace quayside::stage

// RUN: a container in the launch that all containers have; what it wrote is the layer.
#include "engine/build/solve/stagerun.h"

#include "engine/containers/containers.h"
#include "engine/dockerfile/parser/parser.h"

#include <algorithm>
#include <fcntl.h>
#include <format>
#include <sys/stat.h>

namespace quayside::build
{
namespace
{

struct Command {
    std::vector<std::string> argv;
    std::string script; // a here-document that names its own interpreter: becomes a file
    std::string scriptName;
};

// RUN <<EOF is a script; RUN cat <<EOF > x is the shell's own here-document.
Command commandOf(const StageScope &scope, const dockerfile::CommandLine &line)
{
    Command command;
    if (!line.shell) {
        for (const auto &word : line.words)
            command.argv.push_back(word.text);
        return command;
    }
    std::string text = line.words.empty() ? "" : line.words.front().text;
    if (!line.heredocs.empty()) {
        const auto &first = line.heredocs.front();
        if (dockerfile::parseHeredocWord(text)) {
            text = dockerfile::chomped(first);
            if (first.content.starts_with("#!")) {
                command.script = std::move(text);
                command.scriptName = first.name;
                command.argv = {"/dev/pipes/" + first.name};
                return command;
            }
        } else {
            for (const auto &heredoc : line.heredocs)
                text += "\n" + heredoc.content + heredoc.name;
        }
    }
    command.argv = shellOf(scope.config);
    command.argv.push_back(std::move(text));
    return command;
}

// Arguments that the command sees: those of ARG, and proxies that were given; the environment goes before
// them.
std::vector<std::string> argumentsOf(const StageScope &scope, const BuildArgs &given, bool predefined,
                                     const std::set<std::string> &declared)
{
    std::map<std::string, std::string> values;
    if (predefined) {
        for (const auto &[name, value] : given)
            if (value && isPredefined(name) && !declared.contains(name))
                values[name] = *value;
    } else {
        values.insert(scope.arguments.begin(), scope.arguments.end());
    }
    std::vector<std::string> words;
    for (const auto &[name, value] : values)
        if (std::ranges::none_of(scope.config.env, [&](const std::string &one) {
                return one.starts_with(name) && one.size() > name.size() && one[name.size()] == '=';
            }))
            words.push_back(name + "=" + value);
    return words;
}

Result<std::shared_ptr<const Fd>> scriptFile(const Fd &folder, const std::string &text)
{
    Fd file(::openat(folder.get(), "script", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0755));
    if (!file || ::fchmod(file.get(), 0755) != 0 ||
        ::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        return failErrno(errno, "writing a here-document");
    // To be executed it may not be open for writing.
    file.reset(::openat(folder.get(), "script", O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!file)
        return failErrno(errno, "writing a here-document");
    return std::make_shared<const Fd>(std::move(file));
}

} // namespace

Result<containers::StepRequest> StageRun::stepRequest(const dockerfile::Run &run,
                                                      std::vector<std::string> argv,
                                                      const std::vector<std::string> &arguments) const
{
    const auto &config = m_state.scope.config;
    containers::StepRequest request{.layers = layerIds(m_state.layers), .hostConfig = m_build.request().host};
    request.config.cmd = std::move(argv);
    request.config.entrypoint = std::vector<std::string>();
    request.config.env = arguments;
    request.config.env.insert(request.config.env.end(), config.env.begin(), config.env.end());
    request.config.user = config.user;
    request.config.workingDir = config.workingDir;
    request.config.image = "build step";
    auto &host = request.hostConfig;
    if (run.network.text != "default")
        host.networkMode = run.network.text;
    if (run.security.text == "insecure") {
        if (!m_build.peer().isRoot())
            return fail(
                ErrorKind::Forbidden,
                "RUN --security=insecure runs with all rights of the machine: only root may build it");
        host.privileged = true;
    }
    if (!run.devices.empty())
        return fail(ErrorKind::NotSupported, "RUN --device is not supported: this engine has no CDI devices");
    return request;
}

Result<StageRun::Made> StageRun::execute(containers::StepRequest request,
                                         const std::vector<std::string> &argv)
{
    TRY(const auto step, m_build.services().containers.beginStep(m_build.peer(), std::move(request)));
    const std::string id = step->id().substr(0, 12);
    CHECK(say(" ---> Running in " + id + "\n"));
    const auto exit = step->run(
        [this](std::string_view text) {
            m_build.recording().log(m_current, text);
            return say(std::string(text));
        },
        [this] { return m_build.stopped(); });
    if (!exit)
        return std::unexpected(exit.error());
    if (*exit != 0) {
        m_build.failedWith(*exit);
        m_exitCode = *exit;
        keepFailed(*step, joined(argv));
        return fail(ErrorKind::InvalidArgument, "The command '{}' returned a non-zero code: {}{}",
                    joined(argv), *exit, step->outOfMemory() ? " (it was killed: out of memory)" : "");
    }
    TRY(auto files, step->takeFiles());
    CHECK(say("Removing intermediate container " + id + "\n"));
    return Made{std::move(files.draft), std::move(files.layer.record)};
}

// What it had changed until then stays, to be looked into.
void StageRun::keepFailed(containers::Step &step, const std::string &command)
{
    auto files = step.takeFiles();
    if (!files) // a device in it, a full disk: then it cannot be entered
        return;
    StageState state = m_state;
    const std::string created = m_build.timeStamp();
    state.document.created = created;
    state.document.history.push_back(
        {.created = created, .createdBy = command, .comment = "failed", .emptyLayer = !files->draft});
    if (files->draft) {
        const auto &layer = files->layer.record;
        if (!m_build.keep(std::move(files->draft), layer.id))
            return;
        state.document.diffIds.push_back(layer.diffId);
        state.layers.push_back(layer);
    }
    const bool changed = state.layers.size() > m_state.layers.size();
    m_build.recording().hold(m_current,
                             {.document = images::encodeDocument(documentOf(state)),
                              .layers = std::move(state.layers),
                              .arguments = shownArguments()},
                             changed);
}

// What commands of this stage see besides the environment.
std::vector<std::string> StageRun::shownArguments() const
{
    return argumentsOf(m_state.scope, m_build.request().arguments, false, m_declared);
}

Result<> StageRun::runCommand(const dockerfile::Run &run)
{
    const auto &scope = m_state.scope;
    const auto &given = m_build.request().arguments;
    const Command command = commandOf(scope, run.command);
    auto arguments = argumentsOf(scope, given, false, m_declared);
    std::string history = joined(command.argv);
    if (!command.script.empty())
        history += "\n" + command.script;
    if (!arguments.empty())
        history = std::format("|{} {} {}", arguments.size(), joined(arguments), history);
    StepKey key = keyOf(history);
    key.parts.push_back({"the arguments", joined(command.argv, std::string_view("\0", 1))});
    key.parts.push_back({"--network", run.network.text});
    key.parts.push_back({"--security", run.security.text});
    m_heldMounts.clear();
    m_boundFiles.clear();
    TRY(auto mounts, parsedMounts(run, key));
    std::ranges::move(argumentsOf(scope, given, true, m_declared), std::back_inserter(arguments));
    auto made = step(std::move(key), history, [&]() -> Result<Made> {
        TRY(auto request, stepRequest(run, command.argv, arguments));
        CHECK(openMounts(std::move(mounts), request));
        if (!command.script.empty()) {
            TRY(const Fd folder, m_build.scratchFolder());
            TRY(auto script, scriptFile(folder, command.script));
            request.mounts.push_back({.target = command.argv.front(), .readOnly = true, .source = script});
        }
        return execute(std::move(request), command.argv);
    });
    m_heldMounts.clear();
    m_boundFiles.clear();
    return made;
}

} // namespace quayside::build

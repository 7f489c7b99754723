// RUN --mount: secrets and ssh agents, which the build's caller has handed over. Their defaults are
// BuildKit's.
#include "engine/base/rootedpath.h"
#include "engine/build/secrets/relay.h"
#include "engine/build/secrets/secret.h"
#include "engine/build/solve/stagerun.h"

#include <algorithm>
#include <format>

namespace quayside::build
{
namespace
{

using dockerfile::MountType;
using dockerfile::RunMount;

std::string lastPart(const std::string &path)
{
    const std::string clean = cleanPath(path);
    return clean.substr(clean.rfind('/') + 1);
}

std::string idOf(const RunMount &mount)
{
    if (mount.type == MountType::Ssh)
        return mount.id.empty() ? "default" : mount.id;
    if (!mount.source.empty())
        return mount.source;
    return mount.id.empty() ? lastPart(mount.target) : mount.id;
}

Result<std::string> targetIn(const StageScope &scope, const std::string &path)
{
    std::string target = cleanPath(path.starts_with('/') ? path : scope.config.workingDir + "/" + path);
    if (target == "/")
        return fail(ErrorKind::InvalidArgument,
                    "RUN --mount: invalid mount target \"/\": name a file below it");
    return target;
}

// Not handed over: no mount, unless it is required.
Result<> missing(const RunMount &mount, const std::string &id)
{
    if (!mount.required)
        return {};
    const bool secret = mount.type == MountType::Secret;
    return fail(
        ErrorKind::InvalidArgument,
        "the {} {} is required and was not handed over: docker build's classic protocol cannot, a client "
        "with our extension can ({}= of POST /build)",
        secret ? "secret" : "ssh agent", id, secret ? "secrets" : "agents");
}

bool isVariable(const std::string &name)
{
    return !name.empty() && !name.contains('=') && !name.contains('\0');
}

} // namespace

Result<> StageRun::addSecret(const RunMount &mount, containers::StepRequest &request) const
{
    const std::string id = idOf(mount);
    const auto &given = m_build.request().secrets;
    const auto secret = given.find(id);
    if (secret == given.end())
        return missing(mount, id);
    if (mount.env) {
        const std::string &name = mount.env->empty() ? id : *mount.env;
        if (!isVariable(name))
            return fail(ErrorKind::InvalidArgument, "RUN --mount=type=secret: {} can be no variable's name",
                        name);
        TRY(const auto text, secretText(*secret->second, id));
        request.secrets.push_back(name + "=" + text);
        if (mount.target.empty())
            return {};
    }
    TRY(const auto target,
        targetIn(m_state.scope, mount.target.empty() ? "/run/secrets/" + lastPart(id) : mount.target));
    request.mounts.push_back({.target = target,
                              .readOnly = true,
                              .content = secret->second,
                              .mode = mount.mode.value_or(0400),
                              .uid = mount.uid.value_or(0),
                              .gid = mount.gid.value_or(0)});
    return {};
}

Result<> StageRun::addAgent(const RunMount &mount, int index, containers::StepRequest &request)
{
    const auto &given = m_build.request().agents;
    const std::string id = idOf(mount);
    const auto agent = given.find(id);
    if (agent == given.end())
        return missing(mount, id);
    TRY(const Fd folder, m_build.scratchFolder());
    TRY(auto relay,
        AgentRelay::start(
            agent->second, folder,
            {.mode = mount.mode.value_or(0600), .uid = mount.uid.value_or(0), .gid = mount.gid.value_or(0)}));
    TRY(const auto target,
        targetIn(m_state.scope,
                 mount.target.empty() ? std::format("/run/buildkit/ssh_agent.{}", index) : mount.target));
    const auto names = [](const std::string &one) { return one.starts_with("SSH_AUTH_SOCK="); };
    if (std::ranges::none_of(m_state.scope.config.env, names) && std::ranges::none_of(request.secrets, names))
        request.secrets.push_back("SSH_AUTH_SOCK=" + target);
    request.mounts.push_back({.target = target, .readOnly = true, .source = relay->file()});
    m_heldMounts.push_back(std::shared_ptr<AgentRelay>(std::move(relay)));
    return {};
}

} // namespace quayside::build

// The fields of every part of a plan, once: codec.cpp and json.cpp walk them. A field that is missing here
// does not reach the stage, so whoever adds one to launchplan.h adds it here.
#pragma once

#include "engine/isolation/plan/launchplan.h"

#include <concepts>
#include <type_traits>

namespace quayside::isolation
{

// The last value of each enum, for the decoder.
constexpr NamespaceMode lastOf(NamespaceMode)
{
    return NamespaceMode::Join;
}
constexpr MountKind lastOf(MountKind)
{
    return MountKind::Content;
}
constexpr TargetKind lastOf(TargetKind)
{
    return TargetKind::File;
}

// T or const T: one walk serves writing and reading.
template <typename U, typename T>
concept Is = std::same_as<std::remove_const_t<U>, T>;

template <typename Visitor, Is<IdRange> T>
void walk(Visitor &visit, T &range)
{
    visit("inside", range.inside);
    visit("outside", range.outside);
    visit("count", range.count);
}

template <typename Visitor, Is<NamespaceChoice> T>
void walk(Visitor &visit, T &choice)
{
    visit("mode", choice.mode);
    visit("slot", choice.slot);
}

template <typename Visitor, Is<NamespacePlan> T>
void walk(Visitor &visit, T &plan)
{
    visit("user", plan.user);
    visit("pid", plan.pid);
    visit("ipc", plan.ipc);
    visit("uts", plan.uts);
    visit("network", plan.network);
    visit("cgroup", plan.cgroup);
    visit("uids", plan.uids);
    visit("gids", plan.gids);
    visit("hostname", plan.hostname);
    visit("domainname", plan.domainname);
}

template <typename Visitor, Is<RootPlan> T>
void walk(Visitor &visit, T &plan)
{
    visit("lower", plan.lower);
    visit("upper", plan.upper);
    visit("upperName", plan.upperName);
    visit("workName", plan.workName);
    visit("readOnly", plan.readOnly);
}

template <typename Visitor, Is<MountPlan> T>
void walk(Visitor &visit, T &mount)
{
    visit("kind", mount.kind);
    visit("target", mount.target);
    visit("targetKind", mount.targetKind);
    visit("slot", mount.slot);
    visit("layers", mount.layers);
    visit("source", mount.source);
    visit("options", mount.options);
    visit("flags", mount.flags);
    visit("propagation", mount.propagation);
}

template <typename Visitor, Is<RlimitPlan> T>
void walk(Visitor &visit, T &limit)
{
    visit("resource", limit.resource);
    visit("soft", limit.soft);
    visit("hard", limit.hard);
}

template <typename Visitor, Is<SecurityPlan> T>
void walk(Visitor &visit, T &plan)
{
    visit("bounding", plan.bounding);
    visit("effective", plan.effective);
    visit("permitted", plan.permitted);
    visit("inheritable", plan.inheritable);
    visit("ambient", plan.ambient);
    visit("noNewPrivileges", plan.noNewPrivileges);
    visit("seccomp", plan.seccomp);
    visit("maskedPaths", plan.maskedPaths);
    visit("readOnlyPaths", plan.readOnlyPaths);
    visit("lockMounts", plan.lockMounts);
}

template <typename Visitor, Is<CgroupPlan> T>
void walk(Visitor &visit, T &plan)
{
    visit("v2", plan.v2);
    visit("v1", plan.v1);
    visit("oomCounter", plan.oomCounter);
}

template <typename Visitor, Is<ProcessPlan> T>
void walk(Visitor &visit, T &plan)
{
    visit("argv", plan.argv);
    visit("env", plan.env);
    visit("cwd", plan.cwd);
    visit("uid", plan.uid);
    visit("gid", plan.gid);
    visit("groups", plan.groups);
    visit("terminal", plan.terminal);
    visit("rows", plan.rows);
    visit("columns", plan.columns);
    visit("openStdin", plan.openStdin);
    visit("stdinOnce", plan.stdinOnce);
    visit("init", plan.init);
    visit("stopSignal", plan.stopSignal);
    visit("rlimits", plan.rlimits);
    visit("oomScoreAdj", plan.oomScoreAdj);
    visit("umask", plan.umask);
    visit("sysctls", plan.sysctls);
}

template <typename Visitor, Is<RecordPlan> T>
void walk(Visitor &visit, T &plan)
{
    visit("id", plan.id);
    visit("stateFolder", plan.stateFolder);
    visit("logFolder", plan.logFolder);
    visit("logMaxBytes", plan.logMaxBytes);
    visit("logMaxFiles", plan.logMaxFiles);
    visit("logCompressed", plan.logCompressed);
    visit("socketPath", plan.socketPath);
}

template <typename Visitor, Is<RestorePlan> T>
void walk(Visitor &visit, T &plan)
{
    visit("images", plan.images);
    visit("program", plan.program);
    visit("input", plan.input);
    visit("output", plan.output);
    visit("error", plan.error);
    visit("mountPoints", plan.mountPoints);
}

template <typename Visitor, Is<LaunchPlan> T>
void walk(Visitor &visit, T &plan)
{
    visit("namespaces", plan.namespaces);
    visit("root", plan.root);
    visit("mounts", plan.mounts);
    visit("security", plan.security);
    visit("cgroup", plan.cgroup);
    visit("process", plan.process);
    visit("record", plan.record);
    visit("control", plan.control);
    visit("hold", plan.hold);
    visit("noteCalls", plan.noteCalls);
    visit("restore", plan.restore);
}

template <typename Visitor, Is<ExecPlan> T>
void walk(Visitor &visit, T &plan)
{
    visit("target", plan.target);
    visit("namespaces", plan.namespaces);
    visit("security", plan.security);
    visit("cgroup", plan.cgroup);
    visit("process", plan.process);
    visit("standardInput", plan.standardInput);
    visit("standardOutput", plan.standardOutput);
    visit("standardError", plan.standardError);
    visit("control", plan.control);
    visit("root", plan.root);
    visit("onlooker", plan.onlooker);
}

} // namespace quayside::isolation

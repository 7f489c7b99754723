#include "models/learn/launch/steptexts.h"

#include <algorithm>
#include <array>

namespace quayside::models
{

namespace
{

struct StepText {
    const char *name, *title, *text, *lesson;
    const char *advice = ""; // where it fails
};

constexpr std::array stepTexts = {
    StepText{"cgroup", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Make the control group"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "A control group is a folder, and limits are written to files in it. It is there before the "
                 "first process, so that not even the launch itself escapes the limits."),
             "memory-limit",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                               "Look at the limits: the kernel may refuse one of them.")},
    StepText{"clone", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Make the process"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "One call makes a copy of the stage that lives in namespaces of its own and in the control "
                 "group from its first instruction. There is no container yet, only this process, which is "
                 "changed step by step until it is one."),
             "container-by-hand",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                               "The machine may lack memory, or allow no more namespaces.")},
    StepText{
        "ids", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Map the ids"),
        QT_TRANSLATE_NOOP(
            "quayside::models::StepTexts",
            "The stage writes which user ids of the host stand behind those inside. Only now is the "
            "process somebody in its user namespace; a process could never write its own map so freely."),
        "user-namespace",
        QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                          "The range of ids of this user may be taken: look at the engine's log.")},
    StepText{"limits", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Set the limits of the process"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "Limits that belong to a process, not to a group: open files, size of a core dump, and how "
                 "readily the kernel kills it when memory runs out. They are handed down to all that it "
                 "starts."),
             "memory-limit",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Lower the limits (ulimit) of the container.")},
    StepText{
        "network", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Set up the network"),
        QT_TRANSLATE_NOOP(
            "quayside::models::StepTexts",
            "The engine makes a pair of interfaces, plugs one end into the bridge and puts the other one "
            "into the container's network namespace. Addresses, routes and published ports follow."),
        "network-namespace",
        QT_TRANSLATE_NOOP(
            "quayside::models::StepTexts",
            "A published port may be taken by another program: choose another one, or ask the port "
            "doctor.")},
    StepText{"user", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Become root inside"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "The process takes user 0 of its user namespace. It has all capabilities in there and none "
                 "outside: root inside is an ordinary user on the host."),
             "root-inside"},
    StepText{"cgroups", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Enter the control groups"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "From here on the kernel counts what the process uses with the container's group, and holds "
                 "it to the group's limits. All that it starts stays in the group."),
             "memory-limit",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                               "The group may be gone: start the container again.")},
    StepText{"cgroupns",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Make its group the root of groups"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "A cgroup namespace begins where its maker stands: the container sees its own group as the "
                 "topmost one. It does not learn where on the host that is."),
             "cgroup-namespace"},
    StepText{"hostname", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Set the host name"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "The UTS namespace is the process's own, so it may name the machine as it likes. Outside "
                 "nothing changes."),
             "uts-namespace",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                               "A host name has at most 64 characters: choose a shorter one.")},
    StepText{
        "private", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Keep its mounts to itself"),
        QT_TRANSLATE_NOOP(
            "quayside::models::StepTexts",
            "The mount namespace began as a copy of the host's table. All of it is made private, so that "
            "no mount of the container is ever seen outside."),
        "mount-namespace"},
    StepText{"root", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Mount the root file system"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "The layers are mounted on top of each other as one tree, with the container's own layer on "
                 "top. It is not yet the root of the process: it still sees the host's files as well."),
             "layers",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                               "A layer may be damaged or the disk full: see System, Disk.")},
    StepText{
        "mounts", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Mount all the rest"),
        QT_TRANSLATE_NOOP(
            "quayside::models::StepTexts",
            "/proc, /sys, /dev, volumes and folders of the host are mounted inside the new root. A new "
            "/proc or /sys is only allowed while the host's are in sight, so this comes before the root "
            "is changed."),
        "volumes",
        QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                          "A folder or volume may be missing, or not yours to read: look at the files of the "
                          "container's options.")},
    StepText{"sysctls", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Write kernel parameters"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "Parameters that belong to the container's own namespaces are written to /proc/sys. It is "
                 "made read-only soon after."),
             "root-inside",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                               "The kernel does not know one of them, or it is not the container's to set: "
                               "take it out of the options.")},
    StepText{"terminal", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Open the terminal"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "A pair of devices is opened in the container's own /dev/pts: one end for the command, one "
                 "for the stage. Only containers with a terminal (-t) have one."),
             "process-is-not-container"},
    StepText{"hide", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Hide paths"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "Something empty is mounted over files that tell too much of the machine, and others are "
                 "mounted again read-only. They are not the container's own, whatever its namespaces."),
             "root-inside"},
    StepText{"workdir", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Make the working folder"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "The folder in which the command is to start is made where the image lacks it. The path is "
                 "followed inside the new root, where no link leads out."),
             "mount-namespace",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                               "A file may be in the way: choose another working folder.")},
    StepText{
        "pivot", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Change the root"),
        QT_TRANSLATE_NOOP(
            "quayside::models::StepTexts",
            "pivot_root makes the new tree the root of the mount namespace, and the old one is taken off. "
            "From now on the files of the host are not hidden: they are not there."),
        "mount-namespace"},
    StepText{"chdir", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Enter the working folder"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "The process goes to the folder in which the command is to start. It comes after the change "
                 "of the root, so that it cannot be a folder of the host."),
             "mount-namespace",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Choose another working folder.")},
    StepText{"streams", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Connect input and output"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "Standard input, output and error become pipes to the stage, or the terminal. What the "
                 "command writes is the container's log."),
             "process-is-not-container"},
    StepText{
        "seccomp", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Filter system calls"),
        QT_TRANSLATE_NOOP(
            "quayside::models::StepTexts",
            "The kernel gets a small program that it runs at every system call from now on. It cannot be "
            "taken off again, not even by root."),
        "seccomp",
        QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                          "The profile may be wrong: try the engine's own one.")},
    StepText{
        "capabilities", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Give up capabilities"),
        QT_TRANSLATE_NOOP(
            "quayside::models::StepTexts",
            "Root's power in this namespace is cut down to what the container was given, and the user of "
            "the command is taken. What is dropped from the bounding set never comes back."),
        "capabilities",
        QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                          "The user or group may be unknown in the image: look at the container's "
                          "options.")},
    StepText{"exec", QT_TRANSLATE_NOOP("quayside::models::StepTexts", "Become the command"),
             QT_TRANSLATE_NOOP(
                 "quayside::models::StepTexts",
                 "execve replaces the program in the process by the container's command. Namespaces, limits, "
                 "root and filter stay: that is the container."),
             "container-by-hand",
             QT_TRANSLATE_NOOP("quayside::models::StepTexts",
                               "The command may not be in the image, or not be executable: look for it "
                               "in the tab Files, or change the command.")},
};

const StepText *findStep(const QString &name)
{
    const auto *found = std::ranges::find_if(
        stepTexts, [&name](const StepText &known) { return name == QLatin1StringView(known.name); });
    return found == stepTexts.end() ? nullptr : found;
}

} // namespace

Explanation StepTexts::of(const QString &name)
{
    const StepText *known = findStep(name);
    return known == nullptr
               ? Explanation()
               : Explanation{tr(known->title), tr(known->text), QString::fromLatin1(known->lesson)};
}

QString StepTexts::advice(const QString &name)
{
    const StepText *known = findStep(name);
    return known == nullptr || *known->advice == '\0'
               ? tr("The last call of this step is the one that failed: look at its result.")
               : tr(known->advice);
}

QStringList StepTexts::names()
{
    QStringList all;
    for (const StepText &step : stepTexts)
        all.append(QString::fromLatin1(step.name));
    return all;
}

} // namespace quayside::models

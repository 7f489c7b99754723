// Topics of the host's column. Kept apart for their number.
#include "models/learn/hostexplanations.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace quayside::models
{

namespace
{

constexpr std::array hostTopics = {
    ExplainedTopic{
        "host/ns", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's rooms"),
        QT_TRANSLATE_NOOP(
            "quayside::models::Explanations",
            "The computer has one namespace of each kind from its start, and whoever asks for no other is in "
            "it. With the same number in both columns the container is in the host's room as well."),
        "process-is-not-container"},
    ExplainedTopic{"host/ns/user", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's users"),
                   QT_TRANSLATE_NOOP(
                       "quayside::models::Explanations",
                       "Here each number is the user that it says, and number 0 may do everything. What is "
                       "root inside shows here as one of the numbers that were given to the container."),
                   "user-namespace"},
    ExplainedTopic{
        "host/ns/mnt", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's mounts"),
        QT_TRANSLATE_NOOP("quayside::models::Explanations",
                          "The table in which your disks, folders and /proc are. A new mount namespace "
                          "begins as a copy of it; then the container's root takes the place of this one."),
        "mount-namespace"},
    ExplainedTopic{
        "host/ns/pid", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's numbers"),
        QT_TRANSLATE_NOOP("quayside::models::Explanations",
                          "Here all processes have a number, also those of the containers. So the host can "
                          "name and end each of them, and they cannot even name one of the host."),
        "pid-namespace"},
    ExplainedTopic{"host/ns/net", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's network"),
                   QT_TRANSLATE_NOOP(
                       "quayside::models::Explanations",
                       "The network cards, the addresses by which others reach this computer, and its ports. "
                       "A published port is one of these, and a rule leads from it to the container's."),
                   "network-namespace"},
    ExplainedTopic{"host/ns/ipc", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's messages"),
                   QT_TRANSLATE_NOOP("quayside::models::Explanations",
                                     "Shared memory and message queues of the programs that you use. A "
                                     "container that were in this room could read and break them."),
                   "ipc-namespace"},
    ExplainedTopic{"host/ns/uts", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's name"),
                   QT_TRANSLATE_NOOP("quayside::models::Explanations",
                                     "The name by which this computer is known in its network. What the "
                                     "container calls itself changes nothing here."),
                   "uts-namespace"},
    ExplainedTopic{"host/ns/cgroup", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's groups"),
                   QT_TRANSLATE_NOOP("quayside::models::Explanations",
                                     "From here the whole tree of control groups is seen, with a group for "
                                     "each container in it. What is the root inside is a branch here."),
                   "cgroup-namespace"},
    ExplainedTopic{
        "host/ns/time", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's clocks"),
        QT_TRANSLATE_NOOP("quayside::models::Explanations",
                          "They count since the computer was started. Containers nearly always share them."),
        "time-namespace"},
    ExplainedTopic{"host/process",
                   QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's processes"),
                   QT_TRANSLATE_NOOP("quayside::models::Explanations",
                                     "For the kernel all of them are alike: a container's are only those "
                                     "that are in other rooms. You see your own ones; root sees all."),
                   "process-is-not-container"},
    ExplainedTopic{"host/process/init",
                   QT_TRANSLATE_NOOP("quayside::models::Explanations", "Process 1 of the host"),
                   QT_TRANSLATE_NOOP("quayside::models::Explanations",
                                     "The first program that the kernel has started, from which all others "
                                     "come. If it ends, the computer stops."),
                   "signals-and-pid-1"},
    ExplainedTopic{"host/process/engine", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The engine"),
                   QT_TRANSLATE_NOOP(
                       "quayside::models::Explanations",
                       "It has prepared the container and started its stage, and is not needed while the "
                       "container runs. So it can be ended or replaced, and the container does not notice."),
                   "process-is-not-container"},
    ExplainedTopic{"host/process/more",
                   QT_TRANSLATE_NOOP("quayside::models::Explanations", "Other users' processes"),
                   QT_TRANSLATE_NOOP("quayside::models::Explanations",
                                     "They are counted, and not told: no user learns here what another one "
                                     "runs. Of very many only the first are listed."),
                   "root-inside"},
    ExplainedTopic{
        "host/cgroup", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The root of all groups"),
        QT_TRANSLATE_NOOP("quayside::models::Explanations",
                          "It has no limit but the computer's own: the memory that is built in, the "
                          "processors that there are. What is used here includes all containers."),
        "cgroup-namespace"},
    ExplainedTopic{"host/layer", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's files"),
                   QT_TRANSLATE_NOOP("quayside::models::Explanations",
                                     "They are not in layers: what is changed on a disk is changed for good. "
                                     "A container's layers are folders among them."),
                   "layers"},
    ExplainedTopic{
        "host/mount", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Mounts of the host"),
        QT_TRANSLATE_NOOP("quayside::models::Explanations",
                          "What the host has mounted at the same place, or nowhere in the container. After "
                          "the change of the root no path leads from the container to it."),
        "mount-namespace"},
    ExplainedTopic{
        "host/cap", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Rights of process 1"),
        QT_TRANSLATE_NOOP(
            "quayside::models::Explanations",
            "The first process of the host has every right over this computer. A container's are a few of "
            "them, and with a user namespace of its own they count only for what belongs to that."),
        "capabilities"},
    ExplainedTopic{
        "host/seccomp", QT_TRANSLATE_NOOP("quayside::models::Explanations", "System calls on the host"),
        QT_TRANSLATE_NOOP("quayside::models::Explanations",
                          "Programs of the host may ask the kernel for anything; it decides by their rights "
                          "alone. The container's filter refuses before the kernel has even looked."),
        "seccomp"},
    ExplainedTopic{
        "host/security", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Process 1 of the host"),
        QT_TRANSLATE_NOOP("quayside::models::Explanations",
                          "Nothing is hidden from the first process, and it may start programs that give it "
                          "more rights. Each of the walls of a container is one that it does not have."),
        "root-inside"},
    ExplainedTopic{"host/net", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host's network"),
                   QT_TRANSLATE_NOOP("quayside::models::Explanations",
                                     "Network cards, bridges and the outer ends of the cables that lead into "
                                     "containers. An interface of the same name inside is another one."),
                   "network-namespace"},
};

} // namespace

const ExplainedTopic *hostTopic(const QString &topic)
{
    const auto *found = std::ranges::find_if(hostTopics, [&topic](const ExplainedTopic &known) {
        return topic == QLatin1StringView(known.topic);
    });
    return found == hostTopics.end() ? nullptr : found;
}

} // namespace quayside::models

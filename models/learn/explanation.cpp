#include "models/learn/explanation.h"

#include "models/learn/capabilities.h"
#include "models/learn/hostexplanations.h"
#include "models/learn/syscallgroups.h"

#include <algorithm>
#include <array>

namespace quayside::models
{

namespace
{

using Topic = ExplainedTopic;

constexpr std::array topics = {
    Topic{"ns", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Namespaces"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A namespace gives its processes their own view of one kind of thing, such as process ids or "
              "mounts. "
              "A container is nothing but processes in such namespaces: the number is the kernel's name for "
              "each."),
          "process-is-not-container"},
    Topic{"ns/host", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The host"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The machine's own namespaces, in which the engine and your desktop run. What a container "
              "shares with "
              "them it sees and changes as everybody else does."),
          "process-is-not-container"},
    Topic{"ns/user", QT_TRANSLATE_NOOP("quayside::models::Explanations", "User namespace"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "User ids in here stand for other ones outside: root inside is an ordinary user on the host. "
              "All other "
              "namespaces of the container belong to this one, and capabilities count only in what belongs "
              "to it."),
          "user-namespace"},
    Topic{
        "ns/mnt", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Mount namespace"),
        QT_TRANSLATE_NOOP(
            "quayside::models::Explanations",
            "The container has a table of mounts of its own, with its own root. What is mounted here is seen "
            "nowhere else, unless a mount is shared on purpose."),
        "mount-namespace"},
    Topic{"ns/pid", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Process namespace"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Processes are numbered anew from 1 and see only each other; outside each has a second "
              "number. When "
              "number 1 ends, the kernel ends all the others."),
          "pid-namespace"},
    Topic{"ns/net", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Network namespace"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Interfaces, addresses, routes, firewall rules and ports of its own. Two containers can both "
              "listen at "
              "port 80, because each has its own port 80."),
          "network-namespace"},
    Topic{"ns/ipc", QT_TRANSLATE_NOOP("quayside::models::Explanations", "IPC namespace"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Shared memory, semaphores and message queues of its own. Processes elsewhere cannot reach "
              "them, even "
              "with the same key."),
          "ipc-namespace"},
    Topic{"ns/uts", QT_TRANSLATE_NOOP("quayside::models::Explanations", "UTS namespace"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A host name of its own. The name comes from Unix Time-sharing System, the kernel's word for "
              "what "
              "uname says."),
          "uts-namespace"},
    Topic{"ns/cgroup", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Cgroup namespace"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The container sees its own control group as the root of all groups. So it does not learn "
              "where it "
              "stands on the host, nor what its neighbours are called."),
          "cgroup-namespace"},
    Topic{"ns/time", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Time namespace"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Shifts the clocks that count from the start of the machine. Containers seldom have one of "
              "their own: "
              "it serves processes that were saved and moved."),
          "time-namespace"},
    Topic{"ns/nested", QT_TRANSLATE_NOOP("quayside::models::Explanations", "A room within"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A process of the container has made itself another namespace of this kind, as a container in "
              "the "
              "container would be made. It is gone when the last process in it ends."),
          "process-is-not-container"},
    Topic{"ns/ids", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Map of ids"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A range of user ids inside and the ids that the kernel uses for them outside. An id without "
              "a map "
              "belongs to nobody in here: files of such users show as nobody's."),
          "user-namespace"},
    Topic{"process", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Processes"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The same processes as on the host, with the numbers of both sides. There is no other kernel "
              "below "
              "them: the host sees and can end each of them."),
          "process-is-not-container"},
    Topic{"process/init", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Process 1"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The first process, which the container was started for. Signals that it does not handle it "
              "never "
              "gets, it must fetch the exit codes of orphans, and its end is the container's end."),
          "signals-and-pid-1"},
    Topic{"process/stage", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The stage"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A small program of the engine outside of the container, that made process 1 and waits for "
              "its end. It "
              "holds the log and the terminal, so that the engine itself may restart meanwhile."),
          "process-is-not-container"},
    Topic{"process/exec", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Came in from outside"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A process that was not started by another one in the container, but put into its namespaces: "
              "a shell "
              "in the tab Terminal, or a health check. Its parent has no number in here."),
          "pid-namespace"},
    Topic{"cgroup", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Control group"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The kernel counts together what all processes of the container use, and holds it to limits. "
              "Namespaces say what one sees, control groups how much one gets."),
          "memory-limit"},
    Topic{"cgroup/memory", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Memory"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Memory of all its processes with the files that the kernel keeps in memory for them. At the "
              "limit the "
              "kernel takes back what it can, then kills a process."),
          "memory-limit"},
    Topic{"cgroup/cpu", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Processor time"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The quota is the time that the container may run in each period, on all processors together. "
              "Who has "
              "used it up waits for the next period: that is counted as throttled."),
          "cpu-shares-and-quota"},
    Topic{"cgroup/shares", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Weight"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "How much processor time the container gets when others want it too. While nobody else does "
              "it gets "
              "all, which a quota does not allow."),
          "cpu-shares-and-quota"},
    Topic{"cgroup/pids", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Number of processes"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "How many processes and threads there are, and how many there may be. At the limit fork "
              "fails: that "
              "stops a fork bomb before it takes the whole machine."),
          "fork-bomb"},
    Topic{"cgroup/events", QT_TRANSLATE_NOOP("quayside::models::Explanations", "What happened"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "How often a limit was met, and how often a process was killed because of it. They count "
              "since the "
              "container's start."),
          "memory-limit"},
    Topic{"cgroup/pressure", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Pressure"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The share of the last seconds in which some processes, or all, had to wait for it. It tells "
              "a lack "
              "long before something fails."),
          "memory-limit"},
    Topic{"cgroup/file", QT_TRANSLATE_NOOP("quayside::models::Explanations", "A file of the control group"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Control groups are folders, and limits are files in them that are written. What stands here "
              "is what "
              "the kernel holds the container to, whoever wrote it."),
          "container-by-hand"},
    Topic{"layer", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Layers"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The container's files are layers of its image on top of each other, and one of its own above "
              "them. "
              "Each path is looked up from the top: the first layer that has it counts."),
          "layers"},
    Topic{"layer/upper", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The container's own layer"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "All that the container writes, changes or removes is here, and goes with it. A file of a "
              "layer below "
              "is copied up before its first change."),
          "layers"},
    Topic{"layer/image", QT_TRANSLATE_NOOP("quayside::models::Explanations", "A layer of the image"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Made by one instruction and never changed since. All containers of all images that have it "
              "share it "
              "on the disk."),
          "layers"},
    Topic{"layer/whiteout", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Whiteout"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A mark that hides what the layers below have. Removing a file in a later layer frees "
              "nothing: the "
              "file is still in the layer below."),
          "whiteouts"},
    Topic{"mount", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Mounts"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "All file systems that the container sees, in the kernel's own list. Whatever is not mounted "
              "here is "
              "not there for it."),
          "mount-namespace"},
    Topic{"mount/host", QT_TRANSLATE_NOOP("quayside::models::Explanations", "A mount of the host"),
          QT_TRANSLATE_NOOP("quayside::models::Explanations",
                            "Still in sight, because the root has not been changed yet. With the change of "
                            "the root all of them go."),
          "mount-namespace"},
    Topic{"mount/root", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The root"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "An overlay: the layers on top of each other, shown as one tree. It is mounted with its ids "
              "shifted, so "
              "that the layers on the disk need not be copied for each container."),
          "layers"},
    Topic{"mount/proc", QT_TRANSLATE_NOOP("quayside::models::Explanations", "/proc"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The kernel's list of processes, as the process namespace has it. Parts that tell or change "
              "too much of "
              "the machine are hidden or read-only."),
          "pid-namespace"},
    Topic{
        "mount/sysfs", QT_TRANSLATE_NOOP("quayside::models::Explanations", "/sys"),
        QT_TRANSLATE_NOOP(
            "quayside::models::Explanations",
            "The kernel's tree of devices, read-only. Of networks it shows those of the network namespace."),
        "mount-namespace"},
    Topic{"mount/cgroup", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Control groups inside"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The container can read its own limits here, and not change them. Programs that size "
              "themselves by "
              "their memory look here."),
          "cgroup-namespace"},
    Topic{"mount/dev", QT_TRANSLATE_NOOP("quayside::models::Explanations", "/dev"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A small folder of harmless devices, made for this container. The machine's disks are not in "
              "it, and "
              "the control group would refuse them."),
          "mount-namespace"},
    Topic{"mount/volume", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Volume"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A folder that the engine keeps apart from all layers. It stays when the container goes, and "
              "other "
              "containers can have it too."),
          "volumes"},
    Topic{"mount/bind", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Folder of the host"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The very folder of the host, seen at another place. What the container changes here is "
              "changed there."),
          "volumes"},
    Topic{"mount/tmpfs", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Folder in memory"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Files that are kept in memory and count as such. They are gone with the container's end."),
          "volumes"},
    Topic{
        "mount/file", QT_TRANSLATE_NOOP("quayside::models::Explanations", "A file of the engine"),
        QT_TRANSLATE_NOOP(
            "quayside::models::Explanations",
            "The engine writes the container's name, the names of others and the name server into it. It is "
            "mounted over the image's own file."),
        "network-namespace"},
    Topic{"mount/masked", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Hidden"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Something empty is mounted over it. The container would learn from it about the machine, or "
              "about "
              "others."),
          "root-inside"},
    Topic{"mount/read-only", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Read-only"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The same place again, mounted so that nothing can be written. What is set in it is the whole "
              "machine's."),
          "root-inside"},
    Topic{"cap", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Capabilities"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The power of root in 41 parts that can be given one at a time. Root in the container has "
              "those that "
              "are listed, and only over what belongs to its user namespace."),
          "capabilities"},
    Topic{"cap/missing", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Not given"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "What root on the host could do and root in here can not. No program in the container can get "
              "them "
              "back, not even one that belongs to root."),
          "capabilities"},
    Topic{"cap/sets", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Sets"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Effective is what counts now, permitted what can be switched on, bounding what can ever be "
              "gained. "
              "Inheritable and ambient are for handing them on to other programs."),
          "capabilities"},
    Topic{"seccomp", QT_TRANSLATE_NOOP("quayside::models::Explanations", "System call filter"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A small program that the kernel runs at each system call of the container, and that may "
              "refuse it. It "
              "keeps calls that containers do not need away from the kernel's weak spots."),
          "seccomp"},
    Topic{"seccomp/conditional", QT_TRANSLATE_NOOP("quayside::models::Explanations", "By their arguments"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "These are allowed in some forms and refused in others. A process may be cloned, for example, "
              "but not "
              "into a new namespace."),
          "seccomp"},
    Topic{"security/nnp", QT_TRANSLATE_NOOP("quayside::models::Explanations", "No new privileges"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "When it is set, no program can gain rights by being started, whatever its file says. sudo "
              "and ping with "
              "the set-user-id bit do nothing then."),
          "capabilities"},
    Topic{"security/label", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Label"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The name of the rules of AppArmor or SELinux that hold for these processes. They are checked "
              "besides "
              "everything else."),
          "root-inside"},
    Topic{
        "net", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Network"),
        QT_TRANSLATE_NOOP(
            "quayside::models::Explanations",
            "The container's own interfaces, addresses and routes. All that comes in or goes out passes the "
            "host's kernel, which forwards and translates it."),
        "publish-a-port"},
    Topic{"net/interface", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Interface"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "One end of a pair: what goes in here comes out of the other end, on the host. That end is "
              "plugged into "
              "a bridge, as a cable into a switch."),
          "network-namespace"},
    Topic{"net/route", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Route"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Where packets to these addresses go. The default route leads to the bridge's own address: "
              "the host "
              "forwards from there."),
          "network-namespace"},
    Topic{"net/socket", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Waits for connections"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A process that listens at a port of the container. From outside it is reached only where the "
              "port is "
              "published, or from containers of the same network."),
          "publish-a-port"},
    Topic{"net/dns", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Name server"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Who is asked for the address of a name. On networks of your own the engine answers at "
              "127.0.0.11 and "
              "knows the other containers by name."),
          "network-namespace"},
    Topic{
        "hop", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The way of a packet"),
        QT_TRANSLATE_NOOP(
            "quayside::models::Explanations",
            "From a browser to the process that answers, hop by hop. Each step is read from the kernel now."),
        "publish-a-port"},
    Topic{"hop/host", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Published port"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "The address and port of the host that a browser connects to. No program listens there: the "
              "kernel "
              "changes the packet's destination before it looks for one."),
          "publish-a-port"},
    Topic{"hop/rule", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Address translation"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "A rule of nftables replaces the destination by the container's address and port. Answers are "
              "changed "
              "back on their way out."),
          "publish-a-port"},
    Topic{
        "hop/bridge", QT_TRANSLATE_NOOP("quayside::models::Explanations", "Bridge"),
        QT_TRANSLATE_NOOP(
            "quayside::models::Explanations",
            "A switch in software on the host, with the gateway's address. All containers of one network are "
            "plugged into the same bridge."),
        "network-namespace"},
    Topic{"hop/veth", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The pair"),
          QT_TRANSLATE_NOOP(
              "quayside::models::Explanations",
              "Two interfaces that are one cable: one end on the bridge, the other in the container. It is "
              "the only "
              "thing that leads through the wall of the network namespace."),
          "network-namespace"},
    Topic{
        "hop/process", QT_TRANSLATE_NOOP("quayside::models::Explanations", "The process that answers"),
        QT_TRANSLATE_NOOP(
            "quayside::models::Explanations",
            "It listens at the container's port and knows nothing of the way here. Where nobody listens, the "
            "connection is refused although the port is published."),
        "publish-a-port"},
};

const Topic *find(const QString &topic)
{
    const auto *found = std::ranges::find_if(
        topics, [&topic](const Topic &known) { return topic == QLatin1StringView(known.topic); });
    return found == topics.end() ? hostTopic(topic) : found;
}

} // namespace

bool Explanations::knows(const QString &topic)
{
    return find(topic) != nullptr ||
           (topic.startsWith(u"cap/CAP_") && !Capabilities::sentence(topic.mid(4).toStdString()).isEmpty());
}

Explanation Explanations::of(const QString &topic)
{
    if (topic.startsWith(u"cap/CAP_")) {
        const QString sentence = Capabilities::sentence(topic.mid(4).toStdString());
        return {topic.mid(4),
                sentence.isEmpty() ? tr("A capability that this version of Quayside does not know.")
                                   : sentence,
                QStringLiteral("capabilities")};
    }
    for (QString name = topic; !name.isEmpty(); name = name.section(u'/', 0, -2)) {
        if (const Topic *known = find(name))
            return {tr(known->title),
                    topic.startsWith(u"seccomp/") && name == u"seccomp"
                        ? SyscallGroups::sentence(topic.section(u'/', 1))
                        : tr(known->text),
                    QString::fromLatin1(known->lesson)};
        if (!name.contains(u'/'))
            break;
    }
    return {};
}

Explanation Explanations::ofHost(const QString &topic)
{
    return topic.startsWith(u"host/") || topic == u"ns/host" ? Explanation()
                                                             : of(QStringLiteral("host/") + topic);
}

} // namespace quayside::models

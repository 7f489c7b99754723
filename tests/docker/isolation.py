#!/usr/bin/env python3
"""What a container sees of its own confinement, against section 2 of the security design.

  isolation.py ENGINE [PART-OF-A-NAME ...]
"""

import os
import re
import sys

from checks import equal, ok, run_on_one_engine, true

docker = engine = None

MASKED_FILES = ("interrupts", "kcore", "keys", "latency_stats", "sched_debug", "timer_list", "timer_stats")
MASKED_FOLDERS = ("/proc/acpi", "/proc/asound", "/proc/scsi", "/sys/firmware", "/sys/devices/virtual/powercap")
READ_ONLY = ("/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger")


def inside(command, *options):
    return ok(docker("run", "--rm", *options, "busybox", "sh", "-c", command))


def status_of(text):
    return dict(line.split(":\t", 1) for line in text.splitlines() if ":\t" in line)


def pid_of(name):
    return int(ok(docker("inspect", "--format", "{{.State.Pid}}", name)))


def check_capabilities_and_seccomp():
    status = status_of(inside("cat /proc/self/status"))
    default = "00000000a80425fb"  # the 14 of Docker
    equal((status["CapPrm"], status["CapEff"], status["CapBnd"]), (default, default, default))
    equal((status["CapInh"], status["CapAmb"]), ("0000000000000000", "0000000000000000"))
    equal(status["Seccomp"], "2")


def check_no_new_privileges_where_asked():
    equal(status_of(inside("cat /proc/self/status", "--security-opt", "no-new-privileges"))["NoNewPrivs"], "1")


def check_an_ordinary_user_has_no_capabilities():
    status = status_of(inside("cat /proc/self/status", "-u", "1000"))
    equal((status["CapPrm"], status["CapEff"]), ("0000000000000000", "0000000000000000"))


def check_root_inside_is_nobody_outside():
    for name in ("uid_map", "gid_map"):
        maps = [line.split() for line in inside("cat /proc/self/" + name).splitlines()]
        equal([(row[0], row[2]) for row in maps], [("0", "65536")], name)
        true(int(maps[0][1]) >= 65536, maps)
    ok(docker("run", "-d", "--name", "outside", "busybox", "sleep", "600"))
    with open("/proc/%d/status" % pid_of("outside")) as file:
        ids = re.search(r"^Uid:\t(\d+)", file.read(), re.M).group(1)
    true(int(ids) >= 65536, ids)


def check_namespaces_are_its_own():
    for name in ("user", "mnt", "pid", "ipc", "uts", "net", "cgroup"):
        theirs = os.readlink("/proc/%d/ns/%s" % (pid_of("outside"), name))
        true(theirs != os.readlink("/proc/self/ns/" + name), name)
        true(theirs != os.readlink("/proc/%d/ns/%s" % (engine.process.pid, name)), name)


def check_no_descriptors_of_ours():
    found = inside("ls -l /proc/1/fd; true").splitlines()  # no pipe: the shell has both of its ends for a moment
    numbers = {int(found_as[1]) for line in found if (found_as := re.search(r" (\d+) -> ", line))}
    equal(numbers, {0, 1, 2})
    with_sleep = ok(docker("exec", "outside", "ls", "/proc/1/fd")).split()
    equal(with_sleep, ["0", "1", "2"])


def check_masked_paths():
    sizes = inside("for f in %s; do test -e /proc/$f && wc -c < /proc/$f; done; true" % " ".join(MASKED_FILES)).split()
    true(all(size == "0" for size in sizes), sizes)
    for folder in MASKED_FOLDERS:
        equal(inside("ls -A %s 2>/dev/null; true" % folder), "", folder)


def check_read_only_paths():
    mounts = inside("cat /proc/self/mounts")
    for path in READ_ONLY:
        if os.path.exists(path):
            line = re.search(r"^\S+ %s \S+ (\S+)" % re.escape(path), mounts, re.M)
            true(line and "ro" in line.group(1).split(","), "%s in\n%s" % (path, mounts))
    for path in ("/sys", "/sys/fs/cgroup"):
        line = re.search(r"^\S+ %s \S+ (\S+)" % re.escape(path), mounts, re.M)
        true(line and "ro" in line.group(1).split(","), "%s in\n%s" % (path, mounts))
    equal(inside("echo x > /proc/sys/kernel/domainname; echo $?", ).splitlines()[-1], "1")
    true(inside("echo b > /proc/sysrq-trigger; echo $?").endswith("1"), "sysrq-trigger")


def check_mount_options():
    mounts = inside("cat /proc/self/mounts")
    for path, wanted in (("/proc", "nosuid,nodev,noexec"), ("/dev/shm", "nosuid,nodev,noexec"),
                         ("/dev/mqueue", "nosuid,nodev,noexec"), ("/dev/pts", "nosuid,noexec")):
        line = re.search(r"^\S+ %s \S+ (\S+)" % re.escape(path), mounts, re.M)
        true(line, "%s in\n%s" % (path, mounts))
        for option in wanted.split(","):
            true(option in line.group(1).split(","), "%s: %s" % (path, line.group(0)))
    true(re.search(r"^overlay / overlay ", mounts, re.M), mounts)
    true("/var/tmp/qs-" not in mounts.split("overlay / ")[0], "no path of the host before the root")


def check_devices():
    equal(set(inside("ls /dev").split()) - {"console", "core"},
          {"fd", "full", "mqueue", "null", "ptmx", "pts", "random", "shm", "stderr", "stdin", "stdout", "tty", "urandom",
           "zero"})
    equal(inside("head -c 4 /dev/zero | wc -c; echo x > /dev/null; echo x 2>/dev/null > /dev/full; echo $?"), "4\n1")
    refused = inside("mknod /tmp/sda b 8 0 2>&1 && cat /tmp/sda 2>&1; echo $?")
    true(refused.split()[-1] != "0", refused)


def check_cgroup_is_its_own_root():
    for line in inside("cat /proc/self/cgroup").splitlines():
        number, controllers, path = line.split(":", 2)
        if "name=" in controllers:
            continue
        equal(path, "/", line)


def check_default_limits():
    out = inside("cat /sys/fs/cgroup/pids.max 2>/dev/null || cat /sys/fs/cgroup/pids/pids.max")
    equal(out, "2048")


def check_the_api_socket_is_not_inside():
    equal(inside("ls /run/quayside /var/run/docker.sock 2>/dev/null; true"), "")
    true(engine.socket not in inside("cat /proc/net/unix"), "abstract or not, it is another network namespace's")


def check_what_must_not_work():
    for command in ("mount -t tmpfs x /mnt", "umount /proc", "hostname other", "chroot / sh -c 'mount -o remount,rw /sys'",
                    "nice -n -5 true", "unshare -U true"):
        true(inside("%s >/dev/null 2>&1; echo $?" % command) != "0", command)


def check_a_writable_bind_belongs_to_the_caller():
    folder = engine.folder + "/shared"
    os.makedirs(folder)
    inside("touch /x/file; chmod 4755 /x/file", "-v", folder + ":/x")
    equal(os.stat(folder + "/file").st_uid, 0, "the caller is root in this test")


def check_one_container_does_not_see_another():
    processes = inside("ps -o pid | wc -l")
    true(int(processes) < 6, processes)


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "isolation"))

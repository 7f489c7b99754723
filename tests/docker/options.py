#!/usr/bin/env python3
"""Options of docker create that reach beyond a container's defaults, as root asks for them: devices, namespaces of the
host and of other containers, --privileged, security options, rates.

  options.py ENGINE [--dockerd] [PART-OF-A-NAME ...]

--dockerd: the same checks on a dockerd, to see that they ask for what it does.
"""

import json
import os
import signal
import subprocess
import sys

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient

docker = engine = None
ON_DOCKERD = "--dockerd" in sys.argv


def run(*arguments, **named):
    return docker("run", "--rm", *arguments, **named)


def shell(script, *options):
    return ok(run(*options, "busybox", "sh", "-c", script))


def start(name, *options):
    return ok(docker("run", "-d", "--name", name, *options, "busybox", "sleep", "600"))


def remove(*names):
    docker("rm", "-f", *names)


def namespace_of_engine(kind):
    return os.readlink("/proc/%d/ns/%s" % (engine.process.pid, kind))


def check_a_device_can_be_used():
    # The same numbers, owner and rights as on the host, under another name.
    host = os.stat("/dev/fuse")
    line = shell("stat -c '%t:%T %u %g %a' /dev/f; cat /dev/f 2>&1; true", "--device", "/dev/fuse:/dev/f")
    contains(line, "%x:%x %d %d %o" % (os.major(host.st_rdev), os.minor(host.st_rdev), host.st_uid, host.st_gid,
                                       host.st_mode & 0o7777))
    contains(line, "cat: read error: Operation not permitted")  # opened: fuse has nothing to read before its mount


def check_a_device_s_permissions():
    done = run("--device", "/dev/fuse:/dev/fuse:r", "busybox", "sh", "-c", "cat /dev/fuse; echo > /dev/fuse")
    contains(done.err, "read error")
    contains(done.err, "can't create /dev/fuse: Operation not permitted")


def check_without_it_there_is_none():
    out = run("busybox", "sh", "-c", "ls /dev/fuse; mknod /tmp/fuse c 10 229; cat /tmp/fuse").err
    contains(out, "No such file")
    true("read error" not in out, out)


def check_a_folder_of_devices():
    contains(shell("ls /dev/mine", "--device", "/dev/net:/dev/mine"), "tun")


def check_devices_that_are_none():
    for path in ("/dev/nosuch", "/etc/passwd"):
        done = run("--device", path, "busybox", "true")
        fails(done, 127 if "no such file" in done.err else 125, "error gathering device information while adding custom device", path)
    equal(ok(docker("ps", "-aq")), "")


def check_device_cgroup_rule():
    script = "mknod /tmp/fuse c 10 229 && cat /tmp/fuse"
    if not ON_DOCKERD:  # in a user namespace no node can be made: the rule is for one that is there
        done = run("--device", "/dev/fuse:/dev/fuse:m", "busybox", "cat", "/dev/fuse")
        contains(done.err, "Operation not permitted")
        done = run("--device", "/dev/fuse:/dev/fuse:m", "--device-cgroup-rule", "c 10:229 rwm", "busybox", "cat",
                   "/dev/fuse")
        contains(done.err, "read error")
        script = "mknod /tmp/fuse c 10 229 && cat /tmp/fuse"
        done = run("--userns", "host", "--device-cgroup-rule", "c 10:229 rwm", "busybox", "sh", "-c", script)
        contains(done.err, "read error")
        return
    contains(run("--device-cgroup-rule", "c 10:229 rwm", "busybox", "sh", "-c", script).err, "read error")


def check_bad_rules():
    done = docker("create", "--device-cgroup-rule", "c 10:x rwm", "busybox")
    true(done.code != 0, done)
    contains(done.err, "c 10:x rwm")


def check_gpus_are_refused():
    fails(run("--gpus", "all", "busybox", "true"), 125, "could not select device driver")


def check_pid_of_the_host():
    equal(shell("readlink /proc/self/ns/pid", "--pid", "host"), namespace_of_engine("pid"))
    contains(shell("tr '\\0' ' ' < /proc/%d/cmdline" % engine.process.pid, "--pid", "host"), engine.socket)
    name = start("watcher", "--pid", "host")
    ok(docker("exec", "watcher", "test", "-d", "/proc/%d" % engine.process.pid))
    ok(docker("exec", "-d", "watcher", "sleep", "654321"))
    remove("watcher")
    left = subprocess.run(["pgrep", "-f", "sleep 654321"], capture_output=True, text=True).stdout
    equal(left, "", "what it started ends with it")
    true(name)


def check_uts_and_ipc_of_the_host():
    equal(shell("readlink /proc/self/ns/uts; hostname", "--uts", "host").split(),
          [namespace_of_engine("uts"), os.uname().nodename])
    equal(shell("readlink /proc/self/ns/ipc", "--ipc", "host"), namespace_of_engine("ipc"))
    shared = "/dev/shm/qs-options-%d" % os.getpid()
    try:
        with open(shared, "w") as file:
            file.write("from the host")
        equal(shell("cat " + shared, "--ipc", "host"), "from the host")
    finally:
        os.remove(shared)
    fails(run("--uts", "host", "--hostname", "x", "busybox", "true"), 125, "conflicting options: hostname and the UTS mode")


def check_cgroup_namespace_of_the_host():
    equal(shell("readlink /proc/self/ns/cgroup", "--cgroupns", "host"), namespace_of_engine("cgroup"))
    true(shell("readlink /proc/self/ns/cgroup", "--cgroupns", "private") != namespace_of_engine("cgroup"))
    contains(shell("cat /proc/self/cgroup; ls /sys/fs/cgroup", "--cgroupns", "host"), "quayside" if not ON_DOCKERD else "docker")


def groups_below(name):
    return subprocess.run(["find", "/sys/fs/cgroup", "-maxdepth", "6", "-name", name], capture_output=True, text=True).stdout.split()


def memory_limit(name):
    stats = apiclient.request(engine.socket, "GET", "/containers/%s/stats?stream=false&one-shot=true" % name).json()
    return stats["memory_stats"]["limit"]


def check_cgroup_parent():
    name = "qs-parent-%d" % os.getpid()
    start("placed", "--cgroup-parent", "/%s/inner" % name, "--memory", "64m")
    identity = ok(docker("inspect", "--format", "{{.Id}} {{.HostConfig.CgroupParent}}", "placed")).split()
    equal(identity[1], "/%s/inner" % name)
    with open("/proc/%s/cgroup" % ok(docker("inspect", "--format", "{{.State.Pid}}", "placed"))) as file:
        contains(file.read(), "/%s/inner/%s" % (name, identity[0]))
    ok(docker("exec", "placed", "true"))
    ok(docker("update", "--memory", "80m", "--memory-swap", "80m", "placed"))
    ok(docker("pause", "placed"))
    ok(docker("unpause", "placed"))
    equal(memory_limit("placed"), 80 << 20)
    if not ON_DOCKERD:  # a new engine finds it again, one that was killed with the container too
        engine.stop(signal.SIGKILL)
        engine.start()
        equal(ok(docker("inspect", "--format", "{{.State.Status}}", "placed")), "running")
        equal(memory_limit("placed"), 80 << 20)
        start("second", "--cgroup-parent", "/%s/inner" % name)
        first = int(ok(docker("inspect", "--format", "{{.State.Pid}}", "placed")))
        engine.stop(signal.SIGKILL)
        os.kill(first, signal.SIGKILL)
        engine.start()
        equal(ok(docker("inspect", "--format", "{{.State.Status}}", "placed")), "exited")
        true(groups_below(identity[0]) == [] and groups_below(name), "its own groups go, the second is in the others")
        remove("second")
    remove("placed")
    true(ON_DOCKERD or apiclient.wait_until(lambda: groups_below(name) == []), groups_below(name))


def check_cgroup_parents_that_are_none():
    if ON_DOCKERD:
        return
    for parent, words in (("a-b.slice", "the cgroup driver is cgroupfs"), ("/a/../b", "invalid --cgroup-parent"),
                          ("/quayside/x", "containers lie there")):
        fails(run("--cgroup-parent", parent, "busybox", "true"), 125, words)
    equal(ok(docker("ps", "-aq")), "")


def check_user_namespace_of_the_host():
    lines = shell("readlink /proc/self/ns/user; cat /proc/self/uid_map; echo made > /made; cat /made", "--userns", "host")
    contains(lines, namespace_of_engine("user"))
    contains(lines, "4294967295")
    contains(lines, "made")
    # Files keep their owners when one container's layers are used with and without a namespace.
    start("plain", "--userns", "host", "-v", "qs-options:/data")
    ok(docker("exec", "plain", "sh", "-c", "echo x > /data/file; chown 1000:50 /data/file"))
    equal(ok(docker("exec", "plain", "stat", "-c", "%u:%g", "/data/file")), "1000:50")
    equal(shell("stat -c %u:%g /data/file", "-v", "qs-options:/data"), "1000:50")
    remove("plain")
    docker("volume", "rm", "qs-options")


def check_capabilities_stay_limited_there():
    done = run("--userns", "host", "busybox", "sh", "-c", "mount -t tmpfs x /tmp; mknod /tmp/kmsg c 1 11 && cat /tmp/kmsg")
    true(done.code != 0, done)
    contains(done.err, "mount: permission denied")
    contains(done.err, "Operation not permitted")


def check_privileged():
    out = shell("grep CapEff /proc/self/status; ls /dev; mount -t tmpfs x /mnt && echo mounted; "
                "echo 1 > /proc/sys/net/ipv4/ip_forward && echo written; grep Seccomp: /proc/self/status; "
                "ls -d /proc/kcore; echo r > /dev/kmsg && echo logged", "--privileged", "--tmpfs", "/mnt")
    with open("/proc/%d/status" % engine.process.pid) as status:
        all_caps = [line for line in status if line.startswith("CapBnd")][0].split()[1]  # the engine's own
    contains(out, all_caps)
    for word in ("fuse", "loop-control", "mounted", "written", "logged"):
        contains(out, word)
    contains(out, "Seccomp:\t0")


def check_privileged_in_a_user_namespace():
    if ON_DOCKERD:
        return
    # The docker command does not let it through.
    body = {"Image": "busybox", "HostConfig": {"Privileged": True, "UsernsMode": "private"},
            "Cmd": ["sh", "-c", "mount -t tmpfs x /tmp && echo mounted; ls /dev/kmsg; cat /proc/self/uid_map"]}
    answer = apiclient.request(engine.socket, "POST", "/containers/create?name=inner", body)
    equal(answer.status, 201, answer.body)
    out = docker("start", "-a", "inner")
    contains(out.out, "mounted")
    contains(out.err, "/dev/kmsg: No such file")
    true("4294967295" not in out.out, out)
    remove("inner")


def check_exec_in_a_privileged_one():
    start("strong", "--privileged")
    contains(ok(docker("exec", "strong", "cat", "/proc/self/uid_map")), "4294967295")
    ok(docker("exec", "strong", "sh", "-c", "echo r > /dev/kmsg"))
    ok(docker("restart", "-t", "0", "strong"))
    ok(docker("exec", "-t", "strong", "test", "-c", "/dev/loop-control"))
    if not ON_DOCKERD:
        fails(run("--pid", "container:strong", "busybox", "true"), 125, "runs in the host's user namespace")
    ok(run("--userns", "host", "--pid", "container:strong", "busybox", "true"))
    remove("strong")


def check_ipc_of_another_container():
    start("donor", "--ipc", "shareable", "--shm-size", "1m")
    ok(docker("exec", "donor", "sh", "-c", "echo shared > /dev/shm/word"))
    equal(shell("cat /dev/shm/word; echo answer > /dev/shm/back", "--ipc", "container:donor"), "shared")
    equal(ok(docker("exec", "donor", "cat", "/dev/shm/back")), "answer")
    contains(shell("df -k /dev/shm", "--ipc", "container:donor"), "1024")
    inside = ok(docker("exec", "donor", "readlink", "/proc/self/ns/ipc"))
    equal(shell("readlink /proc/self/ns/ipc", "--ipc", "container:donor"), inside)
    remove("donor")
    start("closed", "--ipc", "private")
    fails(run("--ipc", "container:closed", "busybox", "true"), 125, "non-shareable IPC")
    remove("closed")
    true("/dev/shm" not in shell("cat /proc/mounts", "--ipc", "none"))


def check_a_donor_s_tricks_lead_nowhere():
    if ON_DOCKERD:
        return
    start("trick", "--ipc", "shareable", "--cap-add", "SYS_ADMIN", "--security-opt", "seccomp=unconfined")
    ok(docker("exec", "trick", "sh", "-c", "umount /dev/shm; rmdir /dev/shm; ln -s /proc/1/root/etc /dev/shm"))
    fails(run("--ipc", "container:trick", "busybox", "true"), 125, "no shared memory on /dev/shm")
    remove("trick")


def check_pid_of_another_container():
    start("first")
    contains(shell("ps", "--pid", "container:first"), "sleep 600")
    remove("first")


def check_own_seccomp_profile():
    profile = engine.folder + "/profile.json"
    rule = {"defaultAction": "SCMP_ACT_ALLOW",
            "syscalls": [{"names": ["mkdir", "mkdirat"], "action": "SCMP_ACT_ERRNO", "errnoRet": 95}]}
    with open(profile, "w") as file:
        json.dump(rule, file)
    done = run("--security-opt", "seccomp=" + profile, "busybox", "mkdir", "/x")
    contains(done.err, "Operation not supported")
    equal(shell("grep Seccomp: /proc/self/status", "--security-opt", "seccomp=unconfined"), "Seccomp:\t0")
    with open(profile, "w") as file:
        file.write('{"defaultAction": "SCMP_ACT_NONSENSE"}')
    true(run("--security-opt", "seccomp=" + profile, "busybox", "true").code != 0)


def check_other_security_options():
    equal(shell("grep NoNewPrivs /proc/self/status", "--security-opt", "no-new-privileges"), "NoNewPrivs:\t1")
    equal(shell("grep NoNewPrivs /proc/self/status", "--security-opt", "no-new-privileges=false"), "NoNewPrivs:\t0")
    ok(run("--security-opt", "apparmor=unconfined", "--security-opt", "label=disable", "busybox", "true"))
    equal(shell("grep -c ' /proc/' /proc/self/mounts; true", "--security-opt", "systempaths=unconfined"), "0")
    true(int(shell("grep -c ' /proc/' /proc/self/mounts")) > 5)


def check_rates_of_block_devices():
    loops = [name for name in ("loop0", "loop1") if os.path.exists("/dev/" + name)]
    if not loops:
        return
    path = "/dev/" + loops[0]
    # By hand: the docker command of Debian 13 (26.1.5) loses these options on the way.
    answer = apiclient.request(engine.socket, "POST", "/containers/create?name=slow", {
        "Image": "busybox", "Cmd": ["sleep", "600"], "HostConfig": {
            "BlkioDeviceReadBps": [{"Path": path, "Rate": 1 << 20}], "BlkioDeviceWriteIOps": [{"Path": path, "Rate": 77}]}})
    equal(answer.status, 201, answer.body)
    identity = answer.json()["Id"]
    ok(docker("start", "slow"))
    found = subprocess.run("cat /sys/fs/cgroup/blkio/*/%s/blkio.throttle.*_device /sys/fs/cgroup/*/%s/io.max" %
                           (identity, identity), shell=True, capture_output=True, text=True).stdout
    contains(found, "1048576")
    contains(found, "77")
    remove("slow")
    answer = apiclient.request(engine.socket, "POST", "/containers/create?name=none", {
        "Image": "busybox", "HostConfig": {"BlkioDeviceReadBps": [{"Path": "/dev/null", "Rate": 1 << 20}]}})
    equal(answer.status, 201, answer.body)
    fails(docker("start", "none"), 1, "" if ON_DOCKERD else "/dev/null")
    remove("none")


def check_warnings_of_a_start_are_shown():
    if ON_DOCKERD:
        return
    # proc has no idmapped mounts, which is found when it is mounted.
    start("warned", "-v", "/proc/tty:/host:ro")
    warnings = json.loads(ok(docker("inspect", "warned")))[0]["Quayside"]["Warnings"]
    true(len(warnings) == 1 and "belong to nobody inside" in warnings[0], warnings)
    engine.stop(signal.SIGKILL)
    engine.start()
    equal(json.loads(ok(docker("inspect", "warned")))[0]["Quayside"]["Warnings"], warnings, "a new engine knows them too")
    remove("warned")
    start("quiet")
    equal(json.loads(ok(docker("inspect", "quiet")))[0]["Quayside"]["Warnings"], [])
    remove("quiet")


def check_refused_with_a_sentence():
    if ON_DOCKERD:
        return
    for options, words in ((["--cpu-rt-runtime", "1000"], "--cpu-rt-runtime are not supported"),
                           (["--security-opt", "apparmor=docker-default"], "sets no AppArmor profile"),
                           (["--runtime", "runc"], "unknown or invalid runtime name: runc"),
                           (["--isolation", "hyperv"], "Windows")):
        fails(docker("run", "--rm", *options, "busybox", "true"), 125, words)


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "options", dockerd=ON_DOCKERD))

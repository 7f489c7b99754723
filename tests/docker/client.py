#!/usr/bin/env python3
"""The docker command as the client of our engine: what a person does with it, command by command.

  client.py ENGINE [--dockerd] [--local-network] [PART-OF-A-NAME ...]

--dockerd: the same checks on a dockerd (of its own folders and network namespace), to see that they ask for what it does.
"""

import json
import os
import re
import signal
import subprocess
import sys
import time

from checks import chosen, contains, equal, fails, ok, run_on_one_engine, true
from terminal import Terminal
import apiclient
import engines

docker = engine = archive = rootfs = None
ON_DOCKERD = "--dockerd" in sys.argv


def run(*arguments, **named):
    return docker("run", "--rm", *arguments, **named)


def state(name, field="Status"):
    return ok(docker("inspect", "--format", "{{.State.%s}}" % field, name))


def remove(*names):
    docker("rm", "-f", *names)


def fetch(port, path="/"):
    return engine.in_network("busybox", "wget", "-qO-", "-T", "5", "http://127.0.0.1:%d%s" % (port, path)).stdout.strip()


def check_version():
    out = ok(docker("version"))
    contains(out, "Server")
    equal(ok(docker("version", "--format", "{{.Server.Os}}")), "linux")
    if not ON_DOCKERD:
        equal(ok(docker("version", "--format", "{{.Server.APIVersion}}")), "1.51")


def check_info():
    done = docker("info")
    ok(done)
    true("error" not in done.err.lower(), done)
    contains(done.out, "Storage Driver: overlay2")
    contains(done.out, "Cgroup Version:")
    contains(done.out, "seccomp")
    equal(ok(docker("info", "--format", "{{.ID}}")), ok(docker("info", "--format", "{{.ID}}")))
    with open("/proc/sys/kernel/osrelease") as file:
        equal(ok(docker("info", "--format", "{{.KernelVersion}}")), file.read().strip())


def check_load():
    contains(ok(docker("load", "-i", archive)), "Loaded image: busybox:latest")
    with open(archive, "rb") as file:
        contains(ok(docker("load", stdin=file.read())), "Loaded image: busybox:latest")


def check_load_compressed():
    for tool in (["gzip", "-c"], ["xz", "-0", "-c"], ["zstd", "-1", "-c"]):
        if ON_DOCKERD and tool[0] == "zstd":
            continue  # 20.10 cannot
        try:
            packed = subprocess.run(tool + [archive], capture_output=True, check=True).stdout
        except FileNotFoundError:
            continue
        contains(ok(docker("load", stdin=packed)), "Loaded image: busybox:latest", tool[0])


def check_images():
    lines = ok(docker("images")).splitlines()
    true(any(re.match(r"busybox\s+latest\s+[0-9a-f]{12}\s", line) for line in lines), lines)
    equal(len(ok(docker("images", "-q", "busybox"))), 12)
    equal(ok(docker("images", "-q", "--filter", "reference=nothing*")), "")
    equal(len(ok(docker("images", "-q", "--filter", "label=purpose=test"))), 12)


def check_ps_of_nothing():
    equal(ok(docker("ps", "-a", "-q")), "")


def check_run_and_remove():
    equal(ok(run("busybox", "echo", "hi")), "hi")
    equal(ok(docker("ps", "-a", "-q")), "")


def check_run_the_image_s_own_command():
    equal(ok(run("-i", "busybox", stdin=b"echo from a shell\n")), "from a shell")


def check_run_exit_codes():
    equal(run("busybox", "sh", "-c", "exit 3").code, 3)
    fails(run("busybox", "/no/such/command"), 127, "no such file or directory")
    fails(run("busybox", "nosuchcommand"), 127, "executable file not found in $PATH")
    fails(run("busybox", "/etc/notexecutable"), 126, "permission denied")
    fails(run("--pull=never", "nosuchimage"), 125, "No such image")
    equal(ok(docker("ps", "-a", "-q")), "")


def check_run_keeps_streams_apart():
    done = run("busybox", "sh", "-c", "echo out; echo err >&2")
    equal((done.out, done.err), ("out", "err"))


def check_run_with_input():
    data = os.urandom(3_000_000)
    done = run("-i", "busybox", "cat", stdin=data)
    ok(done)
    true(done.raw == data, "3 MB come back as they were")
    equal(ok(run("-i", "busybox", "sh", "-c", "read line; echo got $line", stdin=b"one\ntwo\n")), "got one")


def check_run_with_much_output():
    done = run("busybox", "sh", "-c", "head -c 20000000 /dev/zero | tr '\\0' x")
    ok(done)
    equal(len(done.raw), 20_000_000)


def check_run_detached_and_ps():
    container = ok(docker("run", "-d", "--name", "web", "-p", "4000:80", "busybox", "httpd", "-f", "-h", "/www"))
    true(re.fullmatch("[0-9a-f]{64}", container), container)
    contains(ok(docker("ps")), "web")
    contains(ok(docker("ps", "--format", "{{.Status}}")), "Up")
    contains(ok(docker("ps", "--format", "{{.Ports}}")), "0.0.0.0:4000->80/tcp")
    equal(ok(docker("ps", "--no-trunc", "-q", "--filter", "name=web")), container)
    contains(ok(docker("port", "web")), "80/tcp -> 0.0.0.0:4000")


def check_published_port():
    true(apiclient.wait_until(lambda: fetch(4000) == "friendly hello"), "the page of port 4000: %r" % fetch(4000))
    address = ok(docker("inspect", "--format", "{{.NetworkSettings.IPAddress}}", "web"))
    equal(ok(run("busybox", "wget", "-qO-", "http://%s/" % address)), "friendly hello")
    remove("web")


def check_port_on_an_address_and_ephemeral():
    ok(docker("run", "-d", "--name", "bound", "-p", "127.0.0.1::80", "busybox", "httpd", "-f", "-h", "/www"))
    address, _, port = ok(docker("port", "bound", "80")).rpartition(":")
    equal(address, "127.0.0.1")
    true(apiclient.wait_until(lambda: fetch(int(port)) == "friendly hello"), port)
    remove("bound")


def check_environment():
    out = ok(run("-e", "A=b c", "-e", "EMPTY=", "busybox", "env"))
    contains(out, "A=b c")
    contains(out, "EMPTY=")
    contains(out, "PATH=/usr/local/sbin")
    contains(out, "HOME=/root")
    contains(ok(run("-h", "myhost", "busybox", "hostname")), "myhost")


def check_volumes():
    ok(run("-v", "kept:/data", "busybox", "sh", "-c", "echo kept > /data/file"))
    equal(ok(run("-v", "kept:/data:ro", "busybox", "cat", "/data/file")), "kept")
    contains(run("-v", "kept:/data:ro", "busybox", "touch", "/data/x").err, "Read-only file system")
    contains(ok(docker("volume", "ls", "-q")), "kept")
    equal(ok(docker("volume", "inspect", "--format", "{{.Driver}}", "kept")), "local")
    ok(docker("volume", "rm", "kept"))


def check_bind_mounts():
    folder = engine.folder + "/bound"
    os.makedirs(folder)
    with open(folder + "/file", "w") as file:
        file.write("from the host\n")
    equal(ok(run("-v", folder + ":/mnt/deep/er", "busybox", "cat", "/mnt/deep/er/file")), "from the host")
    equal(ok(run("-v", folder + "/file:/etc/one:ro", "busybox", "cat", "/etc/one")), "from the host")
    ok(run("-v", folder + ":/mnt", "busybox", "sh", "-c", "echo back > /mnt/back"))
    with open(folder + "/back") as file:
        equal(file.read(), "back\n")
    equal(os.stat(folder + "/back").st_uid, 0)  # the caller's: root here
    ok(run("--mount", "type=bind,source=%s,target=/x,readonly" % folder, "busybox", "test", "-f", "/x/file"))
    ok(run("--tmpfs", "/scratch:size=1m", "busybox", "sh", "-c", "mount | grep -q 'tmpfs on /scratch'"))


def check_working_directory():
    equal(ok(run("-w", "/www", "busybox", "pwd")), "/www")
    equal(ok(run("-w", "/made/here", "busybox", "pwd")), "/made/here")


def check_user():
    contains(ok(run("-u", "app", "busybox", "id")), "uid=1000(app) gid=1000(app)")
    contains(ok(run("-u", "app", "busybox", "id")), "50(staff)")
    equal(ok(run("-u", "1234:5678", "busybox", "sh", "-c", "id -u; id -g")), "1234\n5678")
    equal(ok(run("-u", "app", "busybox", "sh", "-c", "echo $HOME")), "/home/app")
    fails(run("-u", "nosuchuser", "busybox", "id"), 125, "nosuchuser")


def check_memory_limit():
    out = ok(run("-m", "64m", "busybox", "sh", "-c",
                 "cat /sys/fs/cgroup/memory.max 2>/dev/null || cat /sys/fs/cgroup/memory/memory.limit_in_bytes"))
    equal(out, str(64 * 1024 * 1024))
    name = "hungry"
    done = docker("run", "--name", name, "-m", "32m", "--memory-swap", "32m", "busybox", "sh", "-c",
                  "x=$(head -c 200000000 /dev/zero | tr '\\0' x); echo survived")
    true("survived" not in done.out, done)
    equal(done.code, 137)
    equal(state(name, "OOMKilled"), "true")
    remove(name)


def check_cpu_limit():
    out = ok(run("--cpus", "0.5", "busybox", "sh", "-c",
                 "cat /sys/fs/cgroup/cpu.max 2>/dev/null || cat /sys/fs/cgroup/cpu/cpu.cfs_quota_us"))
    equal(out.split()[0], "50000")


def check_pids_limit():
    done = run("--pids-limit", "20", "busybox", "sh", "-c",
               "for i in $(seq 40); do sleep 5 & done 2>/dev/null; echo end")
    true("end" not in done.out or done.code != 0 or "resource" in done.err.lower() or "can't fork" in done.err, done)
    out = ok(run("--pids-limit", "20", "busybox", "sh", "-c",
                 "cat /sys/fs/cgroup/pids.max 2>/dev/null || cat /sys/fs/cgroup/pids/pids.max"))
    equal(out, "20")


def check_names():
    ok(docker("create", "--name", "taken", "busybox", "true"))
    fails(docker("create", "--name", "taken", "busybox", "true"), 1, "already in use", "taken")
    remove("taken")


def check_entrypoint():
    equal(ok(run("--entrypoint", "echo", "busybox", "given")), "given")
    fails(run("--entrypoint", "/nope", "busybox"), 127)


def check_init():
    first = ok(run("--init", "busybox", "ps", "-o", "pid,args"))
    true(re.search(r"^\s*1 (/sbin/docker-init|/dev/init|.*init)", first, re.M), first)
    orphans = "(sleep 0.1 &) ; sleep 0.5; ps -o stat,args | grep -c '^Z' || true"
    equal(ok(run("--init", "busybox", "sh", "-c", orphans)), "0")
    begin = time.time()
    ok(docker("run", "-d", "--init", "--name", "obeys", "busybox", "sleep", "600"))
    ok(docker("stop", "obeys"))
    true(time.time() - begin < 5, "SIGTERM reaches the command through init")
    equal(state("obeys", "ExitCode"), "143")
    remove("obeys")


def check_read_only():
    fails(run("--read-only", "busybox", "touch", "/x"), 1, "Read-only file system")
    ok(run("--read-only", "--tmpfs", "/tmp", "busybox", "touch", "/tmp/x"))


def check_capabilities():
    contains(ok(run("--cap-drop", "ALL", "busybox", "grep", "CapEff", "/proc/self/status")), "0000000000000000")
    fails(run("--cap-drop", "CHOWN", "busybox", "chown", "1", "/www"), 1, "not permitted")
    contains(ok(run("busybox", "grep", "CapEff", "/proc/self/status")), "00000000a80425fb")


def check_networks():
    equal(ok(run("--network", "none", "busybox", "sh", "-c", "ls /sys/class/net")), "lo")
    equal(sorted(ok(run("busybox", "ls", "/sys/class/net")).split())[:2], ["eth0", "lo"])
    ok(docker("run", "-d", "--name", "first", "busybox", "httpd", "-f", "-h", "/www"))
    equal(ok(run("--network", "container:first", "busybox", "wget", "-qO-", "http://127.0.0.1/")), "friendly hello")
    contains(ok(run("--network", "host", "busybox", "cat", "/proc/net/dev")), "docker0" if ON_DOCKERD else "qs")
    remove("first")
    names = ok(docker("network", "ls", "--format", "{{.Name}} {{.Driver}}")).splitlines()
    for line in ("bridge bridge", "host host", "none null"):
        true(line in names, names)
    contains(ok(docker("network", "inspect", "bridge")), '"Subnet"')


def check_terminal():
    terminal = Terminal([docker.program, "run", "--rm", "-it", "busybox", "sh"], docker.env, 33, 111)
    true(terminal.expect("# "), terminal.seen)
    terminal.type("tty; stty size\n")
    true(terminal.expect("/dev/pts/0"), terminal.seen)
    true(terminal.expect("33 111"), terminal.seen)
    terminal.resize(20, 70)
    terminal.process.send_signal(signal.SIGWINCH)
    time.sleep(0.3)
    terminal.type("stty size\n")
    true(terminal.expect("20 70"), terminal.seen)
    terminal.type("sleep 60\n")
    time.sleep(0.3)
    terminal.type("\x03")  # interrupts the foreground process, not the shell
    terminal.type("echo still-$((40+2))\n")
    true(terminal.expect("still-42"), terminal.seen)
    terminal.type("exit 5\n")
    equal(terminal.end(), 5)
    equal(ok(docker("ps", "-a", "-q")), "")


def check_exec():
    ok(docker("run", "-d", "--name", "box", "busybox", "sleep", "600"))
    equal(ok(docker("exec", "box", "echo", "inside")), "inside")
    equal(docker("exec", "box", "sh", "-c", "exit 9").code, 9)
    done = docker("exec", "box", "sh", "-c", "echo out; echo err >&2")
    equal((done.out, done.err), ("out", "err"))
    equal(ok(docker("exec", "-i", "box", "cat", stdin=b"typed")), "typed")
    equal(ok(docker("exec", "-u", "app", "-w", "/tmp", "-e", "X=y", "box", "sh", "-c", "id -u; pwd; echo $X")), "1000\n/tmp\ny")
    fails(docker("exec", "box", "nosuchcommand"), 126 if ON_DOCKERD else 127, "executable file not found")
    fails(docker("exec", "box", "/etc/notexecutable"), 126, "permission denied")
    fails(docker("exec", "nosuchbox", "true"), 1, "No such container: nosuchbox")
    ok(docker("exec", "-d", "box", "touch", "/made"))
    true(apiclient.wait_until(lambda: docker("exec", "box", "test", "-f", "/made").code == 0), "the detached exec ran")
    data = os.urandom(2_000_000)
    true(docker("exec", "-i", "box", "cat", stdin=data).raw == data, "2 MB come back as they were")


def check_exec_on_a_terminal():
    terminal = Terminal([docker.program, "exec", "-it", "box", "sh"], docker.env, 25, 90)
    true(terminal.expect("# "), terminal.seen)
    terminal.type("tty; stty size\n")
    true(terminal.expect("/dev/pts/"), terminal.seen)
    true(terminal.expect("25 90"), terminal.seen)
    terminal.type("exit 6\n")
    equal(terminal.end(), 6)


def check_exec_joins_the_container():
    for name in ("pid", "net", "mnt", "uts", "ipc", "cgroup", "user"):
        equal(ok(docker("exec", "box", "readlink", "/proc/self/ns/" + name)),
              ok(docker("exec", "box", "readlink", "/proc/1/ns/" + name)), name)
    status = ok(docker("exec", "box", "cat", "/proc/self/status"))
    contains(status, "CapEff:\t00000000a80425fb")
    contains(status, "Seccomp:\t2")
    remove("box")


def check_attach_and_detach():
    ok(docker("run", "-dit", "--name", "shell", "busybox", "sh"))
    terminal = Terminal([docker.program, "attach", "shell"], docker.env)
    terminal.type("\n")
    true(terminal.expect("# "), terminal.seen)
    terminal.type("echo attached-$((40+2))\n")
    true(terminal.expect("attached-42"), terminal.seen)
    terminal.type("\x10\x11")  # Ctrl-P Ctrl-Q
    equal(terminal.end(), 1)  # the command's own way of telling that it detached
    equal(state("shell"), "running")
    terminal = Terminal([docker.program, "attach", "shell"], docker.env)
    terminal.type("exit 7\n")
    equal(terminal.end(), 7)
    equal(state("shell"), "exited")
    remove("shell")


def check_attach_without_a_terminal():
    ok(docker("create", "--name", "reads", "-i", "busybox", "sh", "-c", "cat; echo end"))
    equal(ok(docker("start", "-ai", "reads", stdin=b"a line\n")), "a line\nend")
    equal(ok(docker("logs", "reads")), "a line\nend")
    remove("reads")


def check_logs():
    ok(docker("run", "--name", "talks", "busybox", "sh", "-c", "for i in 1 2 3 4 5; do echo line $i; done; sleep 0.2; echo oops >&2"))
    done = docker("logs", "talks")
    equal((done.out, done.err), ("\n".join("line %d" % i for i in range(1, 6)), "oops"))
    equal(ok(docker("logs", "--tail", "2", "talks")), "line 5")
    true(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z line 1", ok(docker("logs", "-t", "talks"))), "a time in front")
    equal(ok(docker("logs", "--until", "2001-01-01T00:00:00Z", "talks")), "")
    equal(len(ok(docker("logs", "--since", "10m", "talks")).splitlines()), 5)
    equal(ok(docker("logs", "-f", "talks")).splitlines()[-1], "line 5")  # ends, since the container has ended
    fails(docker("logs", "nosuchbox"), 1, "No such container: nosuchbox")
    remove("talks")


def check_logs_that_follow():
    ok(docker("run", "-d", "--name", "ticks", "busybox", "sh", "-c", "for i in 1 2 3; do echo tick $i; sleep 0.4; done"))
    following = docker.begin("logs", "-f", "ticks")
    out, _ = following.communicate(timeout=20)
    equal(out.split(), ["tick", "1", "tick", "2", "tick", "3"])
    equal(following.returncode, 0)
    remove("ticks")


def check_stop_and_start():
    ok(docker("run", "-d", "--name", "life", "busybox", "sh", "-c", "trap 'exit 17' TERM; while :; do sleep 0.1; done"))
    equal(ok(docker("stop", "life")), "life")
    equal((state("life"), state("life", "ExitCode")), ("exited", "17"))
    ok(docker("start", "life"))
    equal(state("life"), "running")
    before = state("life", "StartedAt")
    ok(docker("restart", "-t", "1", "life"))
    true(state("life", "StartedAt") != before, "it was started anew")
    contains(ok(docker("ps", "-a", "--filter", "name=life", "--format", "{{.Status}}")), "Up")


def check_stop_kills_in_the_end():
    ok(docker("run", "-d", "--name", "stubborn", "busybox", "sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"))
    begin = time.time()
    ok(docker("stop", "-t", "1", "stubborn"))
    true(0.9 < time.time() - begin < 5, "%.1f s" % (time.time() - begin))
    equal(state("stubborn", "ExitCode"), "137")
    remove("stubborn")


def check_pause():
    ok(docker("pause", "life"))
    contains(ok(docker("ps", "--filter", "name=life", "--format", "{{.Status}}")), "(Paused)")
    fails(docker("exec", "life", "true"), 1, "paused")
    fails(docker("pause", "life"), 1, "already paused")
    ok(docker("unpause", "life"))
    ok(docker("exec", "life", "true"))


def check_kill_and_wait():
    waiting = docker.begin("wait", "life")
    time.sleep(0.2)
    ok(docker("kill", "-s", "KILL", "life"))
    out, _ = waiting.communicate(timeout=10)
    equal(out.strip(), "137")
    equal(ok(docker("wait", "life")), "137")
    fails(docker("kill", "life"), 1, "not running")


def check_rename_and_inspect():
    ok(docker("rename", "life", "afterlife"))
    equal(ok(docker("inspect", "--format", "{{.Name}}", "afterlife")), "/afterlife")
    fails(docker("inspect", "life"), 1, "no such")
    document = json.loads(ok(docker("inspect", "afterlife")))[0]
    equal(document["Config"]["Image"], "busybox")
    equal(document["State"]["ExitCode"], 137)
    equal(ok(docker("inspect", "--format", "{{.Config.Image}}", document["Id"][:10])), "busybox")
    fails(docker("rename", "nosuchbox", "x"), 1, "No such container: nosuchbox")


def check_rm():
    ok(docker("start", "afterlife"))
    fails(docker("rm", "afterlife"), 1, "running")
    ok(docker("rm", "-f", "afterlife"))
    fails(docker("rm", "afterlife"), 1, "No such container: afterlife")


def check_tag_and_rmi():
    ok(docker("tag", "busybox", "example.org/team/copy:1.0"))
    contains(ok(docker("images")), "example.org/team/copy")
    contains(ok(docker("rmi", "example.org/team/copy:1.0")), "Untagged: example.org/team/copy:1.0")
    fails(docker("rmi", "nosuchimage"), 1, "No such image")
    ok(docker("create", "--name", "user", "busybox", "true"))
    fails(docker("rmi", "busybox"), 1, "conflict")
    remove("user")


def check_save_and_history():
    saved = engine.folder + "/saved.tar"
    ok(docker("save", "-o", saved, "busybox"))
    identity = ok(docker("images", "-q", "--no-trunc", "busybox"))
    contains(ok(docker("history", "busybox")), "ADD busybox")
    contains(ok(docker("rmi", "busybox")), "Deleted: " + identity)
    contains(ok(docker("load", "-i", saved)), "busybox:latest")
    equal(ok(docker("images", "-q", "--no-trunc", "busybox")), identity)
    equal(ok(run("busybox", "echo", "again")), "again")


def check_import():
    identity = ok(docker("import", "-c", "CMD echo imported", "-c", "ENV A=b", "-m", "from a tar", rootfs, "imported:1"))
    true(identity.startswith("sha256:"), identity)
    equal(ok(run("imported:1")), "imported")
    contains(ok(docker("history", "imported:1")), "from a tar")
    with open(rootfs, "rb") as file:
        ok(docker("import", "-", "imported:2", stdin=file.read()))
    ok(docker("rmi", "imported:1", "imported:2"))


def check_events():
    begin = str(time.time())
    following = docker.begin("events", "--filter", "type=container", "--format", "{{.Action}} {{.Actor.Attributes.name}}")
    time.sleep(0.5)
    ok(run("--name", "seen", "busybox", "true"))
    time.sleep(0.3)
    following.terminate()
    out, _ = following.communicate(timeout=10)
    actions = [line.split()[0] for line in out.splitlines() if line.endswith(" seen")]
    for action in ("create", "attach", "start", "die", "destroy"):
        true(action in actions, actions)
    true(actions.index("create") < actions.index("start") < actions.index("die") < actions.index("destroy"), actions)
    past = ok(docker("events", "--since", begin, "--until", str(time.time()), "--filter", "event=die", "--format",
                     "{{.Actor.Attributes.exitCode}}"))
    equal(past, "0")
    contains(ok(docker("events", "--since", "1h", "--until", str(time.time()), "--filter", "type=image")), "image")


def check_restart_policy():
    ok(docker("run", "-d", "--name", "again", "--restart", "on-failure:2", "busybox", "false"))
    true(apiclient.wait_until(lambda: ok(docker("inspect", "--format", "{{.RestartCount}}", "again")) == "2" and
                              state("again") == "exited", 20), "restarted twice: " + ok(docker("inspect", "again")))
    remove("again")


def check_labels_and_filters():
    ok(docker("create", "--name", "labelled", "--label", "a=b", "busybox", "true"))
    true(ok(docker("ps", "-aq", "--filter", "label=a=b")) != "", "by its label")
    equal(ok(docker("ps", "-aq", "--filter", "label=a=c")), "")
    true(ok(docker("ps", "-aq", "--filter", "status=created", "--filter", "ancestor=busybox")) != "", "by status and image")
    remove("labelled")


def check_what_is_not_there_yet_says_so():
    if ON_DOCKERD:
        return
    answer = apiclient.request(engine.socket, "POST", "/session")
    equal(answer.status, 501)
    contains(answer.json()["message"], "a BuildKit session is not part of this version")


def check_nothing_is_left():
    remove(*ok(docker("ps", "-aq")).split())
    equal(ok(docker("ps", "-aq")), "")
    if not ON_DOCKERD:
        true(apiclient.wait_until(lambda: engine.stages() == []), "no stage runs any more: %s" % engine.stages())


if __name__ == "__main__":
    sys.exit(run_on_one_engine(
        globals(), "client", dockerd=ON_DOCKERD, load=bool(chosen()),  # else its first check loads the image
        engine=engines.Quayside(sys.argv[1], "client", own_network=False) if "--local-network" in sys.argv else None))

#!/usr/bin/env python3
"""What runs and what it says: stats, top, update, prune, list filters, log options, restart policies, WebSocket.

  observe.py ENGINE [--dockerd] [PART-OF-A-NAME ...]

--dockerd: the checks that are chosen on a dockerd, to see that they ask for what it does (not all: our ring, our ids).
"""

import base64
import glob
import json
import os
import re
import signal
import socket
import sys
import time
import urllib.parse

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient

docker = engine = None
MIB = 1 << 20


def call(method, target, body=None, seconds=60):
    return apiclient.request(engine.socket, method, target, body, seconds=seconds)


def state(name, field="Status"):
    return ok(docker("inspect", "--format", "{{.State.%s}}" % field, name))


def remove(*names):
    docker("rm", "-f", "-v", *names)


def group_file(pid, controller, v1, v2=None):
    """The text of a file of a process's cgroup, whichever version; None where there is none."""
    with open("/proc/%s/cgroup" % pid) as file:
        lines = [line.strip().split(":", 2) for line in file]
    for _, controllers, path in lines:
        if controller in controllers.split(","):
            for base in glob.glob("/sys/fs/cgroup/*"):
                if controller in os.path.basename(base).split(",") and os.path.exists(base + path + "/" + v1):
                    return open(base + path + "/" + v1).read().strip()
    path = [path for number, _, path in lines if number == "0"]
    full = "/sys/fs/cgroup" + path[0] + "/" + (v2 or v1) if path else ""
    return open(full).read().strip() if os.path.exists(full) else None


def stats(name, query="stream=0&one-shot=1"):
    return call("GET", "/containers/%s/stats?%s" % (name, query)).json()


def check_stats_are_what_the_kernel_says():
    ok(docker("run", "-d", "--name", "busy", "-m", "64m", "--pids-limit", "77", "busybox", "sh", "-c",
              "sleep 1000 & while :; do :; done"))
    pid = state("busy", "Pid")
    time.sleep(0.5)
    low = int(group_file(pid, "cpuacct", "cpuacct.usage") or
              1000 * int(re.search(r"usage_usec (\d+)", group_file(pid, "cpu", "-", "cpu.stat"))[1]))
    now = stats("busy")
    high = int(group_file(pid, "cpuacct", "cpuacct.usage") or
               1000 * int(re.search(r"usage_usec (\d+)", group_file(pid, "cpu", "-", "cpu.stat"))[1]))
    total = now["cpu_stats"]["cpu_usage"]["total_usage"]
    true(low <= total <= high, "%d <= %d <= %d" % (low, total, high))
    equal(now["memory_stats"]["limit"], 64 * MIB)
    memory = int(group_file(pid, "memory", "memory.usage_in_bytes", "memory.current"))
    true(abs(now["memory_stats"]["usage"] - memory) < 4 * MIB, "%s, the kernel says %d" % (now["memory_stats"]["usage"], memory))
    equal(now["pids_stats"], {"current": 2, "limit": 77})
    with open("/proc/stat") as file:
        lines = file.read().splitlines()
    machine = sum(int(word) for word in lines[0].split()[1:9]) * 10**9 // os.sysconf("SC_CLK_TCK")
    true(0 <= machine - now["cpu_stats"]["system_cpu_usage"] < 60 * 10**9, now["cpu_stats"])
    equal(now["cpu_stats"]["online_cpus"], sum(1 for line in lines if re.match(r"cpu\d", line)))
    equal((now["name"], now["id"]), ("/busy", ok(docker("inspect", "-f", "{{.Id}}", "busy"))))
    equal(now["preread"], "0001-01-01T00:00:00Z")
    true("eth0" in now["networks"], now["networks"])


def check_stats_of_the_network():
    before = stats("busy")["networks"]["eth0"]
    address = ok(docker("inspect", "-f", "{{.NetworkSettings.IPAddress}}", "busy"))
    equal(engine.in_network("busybox", "ping", "-c", "3", "-s", "1000", "-W", "2", address).returncode, 0)
    after = stats("busy")["networks"]["eth0"]
    true(after["rx_packets"] >= before["rx_packets"] + 3, (before, after))
    true(after["rx_bytes"] >= before["rx_bytes"] + 3000, (before, after))
    true(after["tx_bytes"] >= before["tx_bytes"] + 3000, (before, after))
    ok(docker("run", "-d", "--name", "hosty", "--network", "none", "busybox", "sleep", "1000"))
    true("networks" not in stats("hosty"), "without a network there is nothing to count")
    remove("hosty")


def check_stats_have_parts_and_pressure():
    pid = state("busy", "Pid")
    told = stats("busy")
    parts = told["Quayside"]["Memory"]
    equal(sorted(parts), ["Anon", "File", "Kernel", "Shmem", "Swap"])
    true(parts["Anon"] > 0 and sum(parts.values()) < 64 * MIB, parts)
    with open("/proc/%s/cgroup" % pid) as file:
        path = [line.strip().split(":", 2)[2] for line in file if line.startswith("0::")]
    where = [base + path[0] + "/cpu.pressure" for base in ("/sys/fs/cgroup/unified", "/sys/fs/cgroup")
             if path and os.path.exists(base + path[0] + "/cpu.pressure")]
    equal("Pressure" in told["Quayside"], bool(where))
    if where:
        with open(where[0]) as file:
            now = int(re.search(r"some .*total=(\d+)", file.read())[1])
        true(0 <= now - told["Quayside"]["Pressure"]["Cpu"]["SomeTotal"] < 60 * 10**6, told["Quayside"])


def read_rounds(query, count):
    """Lines of /quayside/stats, round by round."""
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(30)
    connection.connect(engine.socket)
    connection.sendall(b"GET /quayside/stats?%s HTTP/1.0\r\nHost: x\r\n\r\n" % query.encode())
    rounds, lines = [], []
    with connection.makefile("rb") as file:
        status = file.readline().split()[1]
        while file.readline().strip():
            pass
        if status != b"200":
            return status.decode(), file.read().decode()
        while len(rounds) < count:
            line = json.loads(file.readline())
            if "Round" in line:
                equal(line["Round"], len(lines))
                rounds.append(lines)
                lines = []
            else:
                lines.append(line)
    connection.close()
    return rounds


def check_stats_of_all_in_rounds():
    identity = ok(docker("inspect", "--format", "{{.Id}}", "busy"))
    rounds = read_rounds("interval=500", 3)
    running = ok(docker("ps", "-q", "--no-trunc")).split()
    equal(sorted(line["Id"] for line in rounds[-1]), sorted(running))
    first, last = [next(line for line in lines if line["Id"] == identity) for lines in (rounds[0], rounds[2])]
    true(0.8e9 < last["Time"] - first["Time"] < 20e9, (first, last))
    true(0 < last["Cpu"] - first["Cpu"] <= last["SystemCpu"] - first["SystemCpu"] + 1e8, (first, last))
    one = stats("busy")
    equal((last["Pids"], last["PidsLimit"], last["MemoryLimit"]), (2, 77, 64 * MIB))
    true(abs(last["Memory"] - one["memory_stats"]["usage"]) < 8 * MIB, (last, one["memory_stats"]["usage"]))
    true(last["Received"] <= one["networks"]["eth0"]["rx_bytes"], last)
    equal([[line["Id"] for line in lines] for lines in read_rounds("ids=busy&interval=500", 2)], [[identity]] * 2)
    equal(read_rounds("ids=busy,nowhere", 1)[0], "404")
    equal(read_rounds("interval=5", 1)[0], "400")


def check_docker_stats():
    out = ok(docker("stats", "--no-stream", "--format", "{{.Name}}|{{.CPUPerc}}|{{.MemUsage}}|{{.PIDs}}", "busy"))
    name, cpu, memory, pids = out.split("|")
    equal((name, pids), ("busy", "2"))
    true(float(cpu.rstrip("%")) > 1, "a busy loop takes %s" % cpu)
    contains(memory, "/ 64MiB")
    ok(docker("stats", "--no-stream"))


def check_stats_stream():
    began = time.time()
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(20)
    connection.connect(engine.socket)
    connection.sendall(b"GET /containers/busy/stats HTTP/1.0\r\nHost: x\r\n\r\n")
    text = b""
    while text.count(b"\n{") < 3:
        piece = connection.recv(65536)
        true(piece, "the stream ended")
        text += piece
    true(time.time() - began < 15, "three samples took %.1f s" % (time.time() - began))
    samples = [json.loads(line) for line in text.decode().splitlines() if line.startswith("{") and line.endswith("}")]
    true("system_cpu_usage" not in samples[0]["precpu_stats"], "the first sample has none before it")
    equal(samples[1]["precpu_stats"], samples[0]["cpu_stats"])
    equal(samples[1]["preread"], samples[0]["read"])
    remove("busy")
    while True:  # the stream ends with its container
        piece = connection.recv(65536)
        if not piece:
            break
    connection.close()


def check_stats_of_what_does_not_run():
    ok(docker("create", "--name", "still", "busybox", "true"))
    now = call("GET", "/containers/still/stats?stream=0").json()
    equal((now["name"], now["read"], now["memory_stats"]), ("/still", "0001-01-01T00:00:00Z", {}))
    contains(ok(docker("stats", "--no-stream", "-a")), "still")
    equal(call("GET", "/containers/nowhere/stats?stream=0").status, 404)
    equal(call("GET", "/containers/still/stats?stream=1&one-shot=1").status, 400)
    remove("still")


def check_nothing_wakes_when_nobody_follows():
    def switches():
        total = 0
        for path in glob.glob("/proc/%d/task/*/status" % engine_pid()):
            with open(path) as file:
                total += int(re.search(r"\nvoluntary_ctxt_switches:\s+(\d+)", file.read())[1])
        return total
    true(apiclient.wait_until(lambda: [switches(), time.sleep(2)][0] == switches(), 30),
         "the engine still wakes up though nobody follows")


def engine_pid():
    """The engine itself: `unshare` and sh have been replaced by it."""
    return engine.process.pid


def check_top():
    ok(docker("run", "-d", "--name", "topped", "-u", "33:33", "busybox", "sh", "-c", "sleep 1000 & sleep 999; true"))
    def commands():
        return sorted(row[7] for row in call("GET", "/containers/topped/top").json()["Processes"])

    # A child has its parent's name until it executes its own program.
    true(apiclient.wait_until(lambda: commands()[1:] == ["sleep 1000", "sleep 999"]), commands)
    top = call("GET", "/containers/topped/top").json()
    equal(top["Titles"], ["UID", "PID", "PPID", "C", "STIME", "TTY", "TIME", "CMD"])
    first = top["Processes"][0]
    equal((first[0], first[1]), ("33", state("topped", "Pid")), "ids inside, process ids of the host")
    contains(ok(docker("top", "topped", "aux")), "%CPU")
    lines = ok(docker("top", "topped", "-o", "pid,ppid,comm")).splitlines()
    equal(lines[0].split(), ["PID", "PPID", "COMMAND"])
    equal(lines[1].split()[0], state("topped", "Pid"))
    fails(docker("top", "topped", "-o", "bogus"), 1, "unknown user-defined format specifier")
    fails(docker("top", "topped", "--forest"), 1, "--forest is not supported")
    ok(docker("run", "-d", "--name", "rooted", "busybox", "sleep", "1000"))
    contains(ok(docker("top", "rooted")).splitlines()[1], "root")
    remove("topped", "rooted")
    ok(docker("create", "--name", "untopped", "busybox"))
    fails(docker("top", "untopped"), 1, "is not running")
    remove("untopped")


def check_update_while_it_runs():
    ok(docker("run", "-d", "--name", "changed", "-m", "64m", "busybox", "sleep", "1000"))
    pid = state("changed", "Pid")
    ok(docker("update", "-m", "100m", "--memory-swap", "200m", "--cpus", "0.5", "--cpuset-cpus", "0", "--pids-limit",
              "33", "--cpu-shares", "300", "--restart", "on-failure:4", "changed"))
    equal(group_file(pid, "memory", "memory.limit_in_bytes", "memory.max"), str(100 * MIB))
    equal(group_file(pid, "pids", "pids.max"), "33")
    equal(group_file(pid, "cpuset", "cpuset.cpus"), "0")
    quota = group_file(pid, "cpu", "cpu.cfs_quota_us", "cpu.max")
    equal(quota.split()[0], "50000")
    shown = json.loads(ok(docker("inspect", "changed")))[0]["HostConfig"]
    equal((shown["Memory"], shown["MemorySwap"], shown["NanoCpus"], shown["CpusetCpus"], shown["PidsLimit"],
           shown["RestartPolicy"]), (100 * MIB, 200 * MIB, 500000000, "0", 33, {"Name": "on-failure", "MaximumRetryCount": 4}))
    ok(docker("update", "-m", "50m", "changed"))  # down again
    equal(group_file(pid, "memory", "memory.limit_in_bytes", "memory.max"), str(50 * MIB))
    contains(events_of("changed"), "update")


def check_update_takes_limits_away():
    ok(docker("run", "-d", "--name", "freed", "-m", "64m", "--cpus", "0.5", "busybox", "sleep", "1000"))
    pid = state("freed", "Pid")
    equal(call("POST", "/containers/freed/update", {"NanoCpus": -1}).status, 400)  # as Docker
    equal(call("POST", "/containers/freed/update", {"Memory": -1}).status, 400)
    equal(call("POST", "/containers/freed/update?away=disk", {}).status, 400)
    equal(call("POST", "/containers/freed/update?away=memory,cpus", {}).status, 200)
    contains(("max", "9223372036854771712"), group_file(pid, "memory", "memory.limit_in_bytes", "memory.max"))
    contains(("max", "-1"), group_file(pid, "cpu", "cpu.cfs_quota_us", "cpu.max").split()[0])
    shown = json.loads(ok(docker("inspect", "freed")))[0]["HostConfig"]
    equal((shown["Memory"], shown["NanoCpus"]), (0, 0))
    ok(docker("update", "--cpus", "0.5", "-m", "32m", "freed"))
    equal(group_file(pid, "memory", "memory.limit_in_bytes", "memory.max"), str(32 * MIB))
    equal(group_file(pid, "cpu", "cpu.cfs_quota_us", "cpu.max").split()[0], "50000")
    ok(docker("restart", "-t", "0", "freed"))
    remove("freed")


def check_update_refuses_what_create_refuses():
    fails(docker("update", "-m", "1m", "changed"), 1, "Minimum memory limit allowed is 6MB")
    fails(docker("update", "-m", "300m", "changed"), 1, "update the memoryswap at the same time")
    fails(docker("update", "--cpuset-cpus", "900", "changed"), 1, "cpu")
    fails(docker("update", "--cpu-period", "5000", "changed"), 1, "CPU Period cannot be updated as NanoCPUs")
    fails(docker("update", "--restart", "sometimes", "changed"), 1, "restart policy")
    equal(call("POST", "/containers/changed/update", {"Ulimits": [{"Name": "nofile", "Soft": 1, "Hard": 1}]}).status, 501)
    equal(call("POST", "/containers/nowhere/update", {}).status, 404)
    pid = state("changed", "Pid")
    equal(group_file(pid, "memory", "memory.limit_in_bytes", "memory.max"), str(50 * MIB), "as it was")


def check_update_outlives_the_engine():
    pid = state("changed", "Pid")
    engine.stop(signal.SIGKILL)
    engine.start()
    equal(json.loads(ok(docker("inspect", "changed")))[0]["HostConfig"]["Memory"], 50 * MIB)
    ok(docker("restart", "-t", "0", "changed"))
    true(state("changed", "Pid") != pid)
    equal(group_file(state("changed", "Pid"), "memory", "memory.limit_in_bytes", "memory.max"), str(50 * MIB))
    remove("changed")


def events_of(name):
    now = str(int(time.time()) + 1)
    return ok(docker("events", "--since", "1", "--until", now, "--filter", "container=" + name,
                     "--format", "{{.TimeNano}} {{.Action}}"))


def check_prune():
    ok(docker("run", "--name", "old", "--label", "keep=1", "busybox", "true"))
    ok(docker("run", "--name", "written", "busybox", "sh", "-c", "dd if=/dev/zero of=/x bs=1024 count=2048 2>/dev/null"))
    ok(docker("create", "--name", "made", "--label", "gone=1", "busybox", "true"))
    ok(docker("run", "-d", "--name", "runs", "busybox", "sleep", "1000"))
    equal(call("POST", "/containers/prune?filters=" + quote({"until": ["1h"]})).json()["ContainersDeleted"], None)
    gone = call("POST", "/containers/prune?filters=" + quote({"label": ["gone"]})).json()
    equal(len(gone["ContainersDeleted"]), 1)
    done = call("POST", "/containers/prune?filters=" + quote({"label!": ["keep"]})).json()
    equal(len(done["ContainersDeleted"]), 1)
    true(2 * MIB <= done["SpaceReclaimed"] < 3 * MIB, done)
    equal(ok(docker("ps", "-a", "--format", "{{.Names}}")).split(), ["runs", "old"])
    contains(ok(docker("container", "prune", "-f")), "Total reclaimed space")
    equal(ok(docker("ps", "-aq", "--no-trunc")).split(), [ok(docker("inspect", "-f", "{{.Id}}", "runs"))])
    equal(call("POST", "/containers/prune?filters=" + quote({"nonsense": ["1"]})).status, 400)
    equal(call("POST", "/containers/prune?filters=" + quote({"until": ["soon"]})).status, 400)
    remove("runs")


def quote(filters):
    return urllib.parse.quote(json.dumps(filters))


def check_list_filters():
    fails(docker("run", "--name", "fa", "--label", "colour=red", "-v", "fvol:/data", "busybox", "sh", "-c", "exit 3"), 3)
    ok(docker("run", "-d", "--name", "fb", "--label", "colour=blue", "-p", "127.0.0.1:18080:8080", "--expose", "9000",
              "busybox", "sleep", "1000"))
    ok(docker("create", "--name", "fc", "--network", "none", "busybox", "true"))
    def listed(*filters):
        arguments = [word for one in filters for word in ("--filter", one)]
        return sorted(ok(docker("ps", "-a", "--format", "{{.Names}}", *arguments)).split())
    ident = ok(docker("inspect", "-f", "{{.Id}}", "fb"))
    for filters, names in {("label=colour",): "fa fb", ("label=colour=red",): "fa", ("exited=3",): "fa",
                           ("status=running",): "fb", ("status=created",): "fc", ("status=exited", "status=created"): "fa fc",
                           ("name=^/f[ab]$",): "fa fb", ("name=fc",): "fc", ("id=" + ident[:20],): "fb",
                           ("volume=fvol",): "fa", ("volume=/data",): "fa", ("network=none",): "fc",
                           ("network=bridge",): "fa fb", ("publish=18080",): "fb", ("publish=8080",): "", ("expose=8080",): "fb",
                           ("publish=1", "expose=9000/tcp"): "fb", ("expose=9000/tcp",): "fb",
                           ("expose=8000-9500",): "fb", ("before=fb",): "fa", ("since=fb",): "fc",
                           ("ancestor=busybox",): "fa fb fc", ("ancestor=nothere",): "", ("health=none",): "fa fb fc",
                           ("is-task=true",): "", ("label=colour", "status=running"): "fb"}.items():
        equal(listed(*filters), names.split(), filters)
    fails(docker("ps", "--filter", "status=dreaming"), 1, "dreaming")
    fails(docker("ps", "--filter", "nonsense=1"), 1, "nonsense")
    line = [c for c in call("GET", "/containers/json?all=1&size=1").json() if c["Names"] == ["/fa"]][0]
    true(line["SizeRootFs"] > 0, line)
    remove("fa", "fb", "fc")
    docker("volume", "rm", "fvol")


def check_log_times():
    ok(docker("run", "-d", "--name", "timed", "--label", "team=a b", "--log-opt", "labels=team", "--log-opt", "tag={{.Name}}",
              "busybox", "sh", "-c", "for i in 1 2 3 4 5; do echo line$i; sleep 0.1; echo err$i >&2; sleep 0.2; done"))
    ok(docker("wait", "timed"))
    stamped = ok(docker("logs", "-t", "timed")).splitlines()
    equal(len(stamped), 5, "standard output")
    third = [line.split()[0] for line in stamped if line.endswith("line3")][0]

    def lines(*arguments):
        return ok(docker("logs", *arguments, "timed")).split()

    equal(lines("--since", third), ["line3", "line4", "line5"])
    equal(lines("--until", third)[:2], ["line1", "line2"])
    equal(lines("--since", third, "--until", third), ["line3"])
    equal(lines("--tail", "4", "--since", third), ["line4", "line5"])
    equal(lines("--tail", "0"), [])
    equal(lines("-f", "--since", third), ["line3", "line4", "line5"])
    equal(docker("logs", "--tail", "1", "timed").err, "err5")
    equal(docker("logs", "--details", "--tail", "2", "timed").out, "tag=timed,team=a+b line5")
    out = call("GET", "/containers/timed/logs?stdout=1&timestamps=1&details=1&tail=2").body[8:].decode().split()
    equal(out[1:], ["tag=timed,team=a+b", "line5"])
    began = time.time()
    ok(docker("run", "-d", "--name", "quiet", "busybox", "sh", "-c", "echo start; sleep 1000"))
    equal(call("GET", "/containers/quiet/logs?stdout=1&follow=1&until=%d" % (began + 3), seconds=30).body[8:], b"start\n")
    true(time.time() - began < 20, "a silent container does not hold what follows past its end")
    remove("timed", "quiet")


def check_log_rotation():
    ok(docker("run", "-d", "--name", "turned", "--log-opt", "max-size=20k", "--log-opt", "max-file=3", "busybox", "seq", "20000"))
    ok(docker("wait", "turned"))
    lines = ok(docker("logs", "turned")).split()
    equal(lines[-1], "20000")
    true(500 < len(lines) < 5000, "%d lines of 60 kB" % len(lines))
    equal(lines, [str(n) for n in range(int(lines[0]), 20001)])
    out = ok(docker("run", "--rm", "--log-opt", "max-size=20k", "busybox", "seq", "20000")).split()
    equal(out, [str(n) for n in range(1, 20001)], "who is attached loses nothing to rotation")
    remove("turned")
    fails(docker("run", "--rm", "--log-driver", "syslog", "busybox"), 125, "no log driver named 'syslog'")
    fails(docker("run", "--rm", "--log-opt", "compress=true", "busybox"), 125, "compress cannot be true when max-file is less")
    equal(ok(docker("run", "--rm", "--log-driver", "local", "busybox", "echo", "hi")), "hi")


def check_compressed_logs():
    options = ["--log-opt", "max-size=20k", "--log-opt", "max-file=8", "--log-opt", "compress=true"]
    out = ok(docker("run", "--rm", *options, "busybox", "seq", "20000")).split()
    equal(out, [str(n) for n in range(1, 20001)], "who is attached loses nothing")
    ok(docker("run", "-d", "--name", "packed", *options, "busybox", "sh", "-c", "seq 20000; sleep 600"))
    folder = ok(docker("inspect", "--format", "{{.LogPath}}", "packed"))
    true(apiclient.wait_until(lambda: ok(docker("logs", "--tail", "1", "packed")) == "20000", 20), "it has written all")
    ok(docker("stop", "-t", "0", "packed"))  # the last ones are compressed at the end
    true(apiclient.wait_until(lambda: len([name for name in os.listdir(folder) if not name.endswith(".gz")]) == 1, 20), os.listdir(folder))
    lines = ok(docker("logs", "packed")).split()
    true(2000 < len(lines) < 5000, "%d lines of 160 kB" % len(lines))
    equal(lines, [str(n) for n in range(int(lines[0]), 20001)])
    equal(ok(docker("logs", "--tail", "1500", "packed")).split(), [str(n) for n in range(18501, 20001)])
    remove("packed")


def check_log_driver_none():
    out = ok(docker("run", "--name", "unlogged", "--log-driver", "none", "busybox", "sh", "-c", "seq 200000; echo err >&2"))
    equal(out.split(), [str(n) for n in range(1, 200001)], "who is attached gets all of it")
    fails(docker("logs", "unlogged"), 1, "configured logging driver does not support reading")
    equal(call("GET", "/containers/unlogged/logs?stdout=1").status, 501)
    log = engine.root + "/containers/" + ok(docker("inspect", "-f", "{{.Id}}", "unlogged")) + "/log"
    equal(os.listdir(log), [], "nothing of it on the disk")
    ok(docker("start", "unlogged"))
    equal(ok(docker("start", "-a", "unlogged")).split()[-1] if state("unlogged") == "exited" else "200000", "200000")
    ok(docker("wait", "unlogged"))
    ring = sum(os.path.getsize(path) for path in glob.glob(engine.run + "/rings/*/*"))
    true(0 < ring < 2 * MIB, "the ring takes %d bytes" % ring)
    remove("unlogged")
    equal(glob.glob(engine.run + "/rings/*"), [], "it goes with the container")


def check_restart_back_off():
    ok(docker("run", "-d", "--name", "again", "--restart", "on-failure:4", "busybox", "false"))
    true(apiclient.wait_until(lambda: state("again") == "exited", 30), "it gives up")
    equal(ok(docker("inspect", "-f", "{{.RestartCount}}", "again")), "4")
    lines = [line.split() for line in events_of("again").splitlines()]
    starts = [int(t) / 1e9 for t, action in lines if action == "start"]
    ends = [int(t) / 1e9 for t, action in lines if action == "die"]
    equal((len(starts), len(ends)), (5, 5))
    for start, end, least in zip(starts[1:], ends, (0.1, 0.2, 0.4, 0.8)):
        true(start - end >= least * 0.98, "restarted after %.3f s and not %.1f" % (start - end, least))
    remove("again")


def check_unless_stopped_and_always_after_the_engine():
    for name, policy in ("us", "unless-stopped"), ("al", "always"), ("of", "on-failure"):
        ok(docker("run", "-d", "--name", name, "--restart", policy, "busybox", "sleep", "1000"))
    ok(docker("run", "-d", "--name", "usrun", "--restart", "unless-stopped", "busybox", "sleep", "1000"))
    ok(docker("stop", "-t", "0", "us", "al", "of"))
    pid = int(state("usrun", "Pid"))
    engine.stop(signal.SIGTERM)
    os.kill(pid, signal.SIGKILL)  # while no engine runs
    time.sleep(0.5)
    engine.start()
    true(apiclient.wait_until(lambda: state("al") == "running", 20), "always: also where it was stopped")
    true(apiclient.wait_until(lambda: state("usrun") == "running", 20), "unless-stopped: it was not stopped")
    equal((state("us"), state("of")), ("exited", "exited"))
    remove("us", "al", "of", "usrun")


def web_socket(name, query, stdin=b""):
    """Attaches, types, and gives (status, data, close code)."""
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(20)
    connection.connect(engine.socket)
    key = base64.b64encode(os.urandom(16)).decode()
    connection.sendall(("GET /v1.41/containers/%s/attach/ws?%s HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n\r\n"
                        % (name, query, key)).encode())
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(4096)
    head, _, rest = received.partition(b"\r\n\r\n")
    status = int(head.split()[1])
    if status != 101:
        return status, b"", None
    if stdin:
        mask = os.urandom(4)
        connection.sendall(bytes([0x82, 0x80 | len(stdin)]) + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(stdin)))
    data = b""
    try:
        while True:
            while len(rest) < 2 or len(rest) < 2 + {126: 2, 127: 8}.get(rest[1], 0):
                rest += need(connection)
            extra = {126: 2, 127: 8}.get(rest[1], 0)
            length = int.from_bytes(rest[2:2 + extra], "big") if extra else rest[1]
            while len(rest) < 2 + extra + length:
                rest += need(connection)
            payload = rest[2 + extra:2 + extra + length]
            if rest[0] & 15 == 8:
                return status, data, int.from_bytes(payload[:2], "big")
            data += payload
            rest = rest[2 + extra + length:]
    finally:
        connection.close()


def need(connection):
    piece = connection.recv(65536)
    true(piece, "the connection ended without a Close")
    return piece


def check_web_socket():
    ok(docker("run", "-d", "-i", "--name", "socketed", "busybox", "sh", "-c",
              "read word; echo got $word; head -c 100000 /dev/zero | tr '\\0' x; echo; exit 0"))
    status, data, code = web_socket("socketed", "stream=1&stdin=1&stdout=1&stderr=1", b"hello\n")
    equal((status, code), (101, 1000))
    equal(data, b"got hello\n" + b"x" * 100000 + b"\n")
    equal(web_socket("nowhere", "stream=1")[0], 404)
    equal(call("GET", "/containers/socketed/attach/ws?stream=1").status, 400, "no handshake")
    remove("socketed")


def check_create_tells_what_a_start_goes_without():
    made = call("POST", "/containers/create?name=warned", {
        "Image": "busybox", "HostConfig": {"BlkioWeight": 300, "Ulimits": [{"Name": "nproc", "Soft": -1, "Hard": -1}],
                                           "OomScoreAdj": -500}}).json()
    with open("/proc/%d/status" % engine_pid()) as file:
        may_raise = int(re.search(r"CapEff:\s+(\w+)", file.read())[1], 16) >> 24 & 1
    text = " ".join(made["Warnings"])
    equal("OOM score" in text, not may_raise, made)
    weights = glob.glob("/sys/fs/cgroup/*/quayside-*/blkio*.weight") + glob.glob("/sys/fs/cgroup/quayside-*/io*.weight")
    equal("blkio weight" in text, not weights, made)
    remove("warned")


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "observe", dockerd="--dockerd" in sys.argv))

#!/usr/bin/env python3
"""Running containers that are written down by CRIU and go on from there: memory, streams, network, and what is left."""
import glob
import json
import os
import shutil
import signal
import subprocess
import threading
import unittest

from quayside import IMAGE, Quayside, describe, settled

OWNER, STRANGER = 65534, 65533
COUNTER = "i=0; while true; do i=$((i+1)); echo $i; echo e$i >&2; sleep 0.2; done"


def numbers(text):
    return [int(line) for line in text.decode().split() if line.isdigit()]


def zero(path, size):
    with open(path, "wb") as file:
        file.write(bytes(size))


def criu_processes(parent=None):
    found = []
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(path, encoding="ascii", errors="replace") as file:
                name, rest = file.read().split("(", 1)[1].rsplit(")", 1)
        except OSError:
            continue
        if name == "criu" and parent in (None, int(rest.split()[1])):
            found.append(int(path.split("/")[2]))
    return found


class Checkpoints(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Quayside("checkpoints")
        cls.addClassCleanup(cls.engine.end)
        os.chmod(cls.engine.folder, 0o711)
        cls.engine.start()
        check = cls.engine.call("GET", "/quayside/checkpoint").json()
        if not check["Possible"]:
            cls.engine.skip(check["Why"])
        cls.engine.load_busybox()

    def run_counter(self, **options):
        ident = self.engine.run_container("sh", "-c", COUNTER, StopTimeout=0, **options)
        self.addCleanup(self.removed, ident)
        self.counted(ident, 2)
        return ident

    def removed(self, ident):
        self.engine.call("DELETE", f"/containers/{ident}?force=1&v=1", ok=(204, 404))

    def counted(self, ident, least):
        self.assertTrue(settled(lambda: max(numbers(self.engine.output(ident)), default=0) >= least, 30),
                        self.engine.output(ident)[-500:])

    def save(self, ident, name="one", stop=True, ok=(201,)):
        return self.engine.call("POST", f"/containers/{ident}/checkpoints", {"CheckpointID": name, "Exit": stop}, ok=ok)

    def go_on(self, ident, name="one", ok=(204,)):
        return self.engine.call("POST", f"/containers/{ident}/start?checkpoint={name}", ok=ok)

    def status(self, ident):
        return self.engine.state(ident)["Status"]

    def inside(self, ident, *command):
        made = self.engine.call("POST", f"/containers/{ident}/exec",
                                {"Cmd": command, "AttachStdout": True, "AttachStderr": True, "Tty": True}).json()["Id"]
        out = self.engine.call("POST", f"/exec/{made}/start", {"Detach": False, "Tty": True}).body.decode()
        return self.engine.call("GET", f"/exec/{made}/json").json()["ExitCode"], out

    def test_is_told_where_it_works(self):
        self.assertIn("checkpoints", self.engine.call("GET", "/quayside/capabilities").json()["features"])
        ping = self.engine.call("GET", "/_ping")
        self.assertEqual("true", ping.headers["docker-experimental"])

    def test_counts_on_with_the_next_number(self):
        ident = self.run_counter(host_config={"RestartPolicy": {"Name": "always"}})
        self.save(ident)
        state = self.engine.state(ident)
        self.assertEqual(("exited", 0), (state["Status"], state["Pid"]), "no policy brings it back")
        saved = self.engine.call("GET", f"/containers/{ident}/checkpoints").json()
        self.assertEqual(["one"], [one["Name"] for one in saved])
        self.assertGreater(saved[0]["Size"], 10000)
        before = numbers(self.engine.output(ident))
        self.go_on(ident)
        self.assertEqual("running", self.status(ident))
        self.counted(ident, before[-1] + 5)
        text = self.engine.output(ident)
        self.assertEqual(list(range(1, len(numbers(text)) + 1)), numbers(text), "none twice, none left out")
        self.assertIn(b"e%d\n" % (before[-1] + 3), text, "standard error is its own")
        folder = f"{self.engine.root}/containers/{ident}/checkpoints"
        self.assertEqual(0o700, os.stat(folder).st_mode & 0o7777)
        # The same once more, from what has been restored.
        self.save(ident, "two")
        before = numbers(self.engine.output(ident))
        self.go_on(ident, "two")
        self.counted(ident, before[-1] + 2)
        text = self.engine.output(ident)
        self.assertEqual(list(range(1, len(numbers(text)) + 1)), numbers(text))

    def test_what_works_in_a_restored_one(self):
        ident = self.run_counter(host_config={"Memory": 64 << 20, "PidsLimit": 40, "Tmpfs": {"/scratch": "size=1m"}})
        self.assertEqual(0, self.inside(ident, "sh", "-c", "echo kept > /scratch/file; echo here > /data")[0])
        hostname = self.inside(ident, "hostname")[1].strip()
        before = self.engine.call("GET", f"/quayside/containers/{ident}/xray").json()
        self.save(ident)
        self.go_on(ident)
        self.assertEqual((0, "kept\r\nhere\r\n"), self.inside(ident, "cat", "/scratch/file", "/data"))
        self.assertEqual(hostname, self.inside(ident, "hostname")[1].strip())
        code, text = self.inside(ident, "sh", "-c", "cat /proc/1/cgroup; id -u; touch /new && ls -n /new; cat /proc/1/status")
        self.assertEqual(0, code, text)
        self.assertNotIn(ident, text.split("\r\n0\r\n")[0], "its cgroup is the root of what it sees")
        self.assertRegex(text, r"Seccomp:\s+2")
        self.assertRegex(text, r"CapEff:\s+00000000a80425fb")
        self.assertNotEqual(0, self.inside(ident, "sh", "-c", "echo 1 > /proc/sys/kernel/hostname")[0])
        now = self.engine.call("GET", f"/quayside/containers/{ident}/xray").json()
        self.assertEqual([], now["Problems"])
        self.assertEqual(sorted(m["Target"] for m in before["Mounts"]), sorted(m["Target"] for m in now["Mounts"]))
        for space in now["Namespaces"]:
            if space["Type"] != "time":
                self.assertEqual("own", space["Sharing"], space)
        sample = self.engine.call("GET", f"/containers/{ident}/stats?stream=0&one-shot=1").json()
        self.assertEqual((2, 64 << 20), (sample["pids_stats"]["current"], sample["memory_stats"]["limit"]))
        self.engine.call("POST", f"/containers/{ident}/pause")
        self.engine.call("POST", f"/containers/{ident}/unpause")
        pid = self.engine.state(ident)["Pid"]
        for hierarchy in glob.glob("/sys/fs/cgroup/*") + ["/sys/fs/cgroup"]:
            procs = [p for p in glob.glob(f"{hierarchy}/*/{ident}/cgroup.procs")]
            for path in procs:
                with open(path, encoding="ascii") as file:
                    self.assertIn(str(pid), file.read().split(), path)

    def test_ends_as_any_other(self):
        ident = self.engine.run_container("sh", "-c", "trap 'echo bye; exit 7' TERM; echo up; while true; do sleep 0.1; done")
        self.addCleanup(self.removed, ident)
        self.assertTrue(settled(lambda: b"up" in self.engine.output(ident)))
        self.save(ident)
        self.go_on(ident)
        self.engine.call("POST", f"/containers/{ident}/stop?t=20")
        self.assertEqual(7, self.engine.state(ident)["ExitCode"])
        self.assertTrue(self.engine.output(ident).endswith(b"bye\n"))
        self.engine.start_container(ident)  # a start without a checkpoint begins anew
        self.assertTrue(settled(lambda: self.engine.output(ident).endswith(b"bye\nup\n")))

    def test_standard_input_goes_on(self):
        ident = self.engine.run_container("sh", "-c", "n=0; while read line; do n=$((n+1)); echo $n $line; done",
                                          OpenStdin=True)
        self.addCleanup(self.removed, ident)
        self.save(ident)
        self.go_on(ident)
        self.engine.call("POST", f"/containers/{ident}/stop?t=0")

    def test_the_network_answers_at_the_same_address(self):
        self.engine.call("POST", "/networks/create", {"Name": "own", "IPAM": {"Config": [{"Subnet": "10.213.5.0/24"}]}})
        self.addCleanup(self.engine.call, "DELETE", "/networks/own")
        for network in ("own", "bridge"):
            with self.subTest(network):
                self.answers_at_the_same_address(network)

    def answers_at_the_same_address(self, network):
        ident = self.run_counter(host_config={"NetworkMode": network})

        def address_of():
            found = self.engine.call("GET", f"/containers/{ident}/json").json()
            return found["NetworkSettings"]["Networks"][network]["IPAddress"]
        address = address_of()
        self.save(ident)
        between = self.engine.run_container("sleep", "1000", StopTimeout=0, host_config={"NetworkMode": network})
        self.removed(between)
        self.go_on(ident)
        now = address_of()
        self.assertEqual(address, now)
        self.assertIn("1 packets received", self.engine.in_network("busybox", "ping", "-c", "1", "-w", "20", address))
        self.assertIn("inet " + address, self.inside(ident, "ip", "-4", "addr", "show", "eth0")[1])
        self.removed(ident)

    def test_a_server_goes_on_or_says_why_not(self):
        ident = self.engine.run_container("httpd", "-f", "-p", "80", "-h", "/etc", StopTimeout=0)
        self.addCleanup(self.removed, ident)
        address = self.engine.call("GET", f"/containers/{ident}/json").json()["NetworkSettings"]["IPAddress"]

        def answers():
            try:
                return "root" in self.engine.in_network("busybox", "wget", "-q", "-O-", f"http://{address}/passwd")
            except subprocess.CalledProcessError:
                return False
        self.assertTrue(settled(answers))
        answer = self.save(ident, ok=(201, 500))
        if answer.status == 500:  # CRIU 4.1 on Linux 6.16 and later
            self.assertIn("network sockets", answer.body.decode())
        else:
            self.go_on(ident)
        self.assertTrue(settled(answers))

    def test_runs_on_where_it_is_left_running(self):
        ident = self.run_counter()
        self.save(ident, stop=False)
        now = numbers(self.engine.output(ident))[-1]
        self.counted(ident, now + 3)
        self.assertEqual(409, self.save(ident, ok=(409,)).status, "the name is taken")
        self.engine.call("DELETE", f"/containers/{ident}/checkpoints/one")
        self.assertEqual([], self.engine.call("GET", f"/containers/{ident}/checkpoints").json())
        self.engine.call("DELETE", f"/containers/{ident}/checkpoints/one", ok=(404,))

    def test_moves_into_another_container(self):
        ident = self.run_counter(name="from")
        self.assertEqual(0, self.inside(ident, "sh", "-c", "echo mine > /written; rm /etc/group")[0])
        self.save(ident, stop=False)
        self.engine.call("POST", f"/quayside/containers/{ident}/move?checkpoint=one&name=to", ok=(409,))
        self.engine.call("DELETE", f"/containers/{ident}/checkpoints/one")
        self.save(ident)
        last = numbers(self.engine.output(ident))[-1]
        there = self.engine.call("POST", f"/quayside/containers/{ident}/move?checkpoint=one&name=to").json()["Id"]
        self.addCleanup(self.removed, there)
        self.removed(ident)
        self.counted(there, last + 3)
        self.assertEqual(last + 1, numbers(self.engine.output(there))[0], "its log begins with the next number")
        self.assertEqual((0, "mine\r\n"), self.inside(there, "cat", "/written"))
        self.assertNotEqual(0, self.inside(there, "ls", "/etc/group")[0])

    def test_a_new_engine_has_it(self):
        ident = self.run_counter()
        self.save(ident)
        last = numbers(self.engine.output(ident))[-1]
        self.go_on(ident)
        self.counted(ident, last + 1)
        self.engine.stop(signal.SIGKILL)
        self.engine.start()
        self.assertEqual("running", self.status(ident))
        self.counted(ident, max(numbers(self.engine.output(ident))) + 2)
        self.save(ident, "two")
        self.go_on(ident, "two")

    def test_another_user_sees_nothing(self):
        body = {"Image": IMAGE, "Cmd": ["sh", "-c", COUNTER], "HostConfig": {}, "StopTimeout": 0}
        status, text = self.engine.call_as(OWNER, "POST", "/containers/create", body)
        self.assertEqual(201, status, text)
        ident = json.loads(text)["Id"]
        self.addCleanup(self.removed, ident)
        self.assertEqual(204, self.engine.call_as(OWNER, "POST", f"/containers/{ident}/start")[0])
        self.counted(ident, 1)
        wanted = {"CheckpointID": "mine", "Exit": True}
        for method, target, given in (("POST", f"/containers/{ident}/checkpoints", wanted),
                                      ("GET", f"/containers/{ident}/checkpoints", None),
                                      ("DELETE", f"/containers/{ident}/checkpoints/mine", None),
                                      ("POST", f"/containers/{ident}/start?checkpoint=mine", None),
                                      ("POST", f"/quayside/containers/{ident}/move?checkpoint=mine&name=x", None)):
            status, text = self.engine.call_as(STRANGER, method, target, given)
            self.assertEqual(404, status, f"{method} {target}: {text}")
        status, text = self.engine.call_as(OWNER, "POST", f"/containers/{ident}/checkpoints", wanted)
        self.assertEqual(201, status, text)
        status, text = self.engine.call_as(OWNER, "POST", f"/containers/{ident}/start?checkpoint=mine")
        self.assertEqual(204, status, text)

    def test_what_is_refused(self):
        ident = self.run_counter()
        for name in ("", "../up", "a/b", ".draft", "x" * 129):
            self.save(ident, name, ok=(400,))
        self.engine.call("POST", f"/containers/{ident}/checkpoints", {"CheckpointID": "one", "CheckpointDir": "/tmp"}, ok=(501,))
        self.go_on(ident, "../..", ok=(400,))
        self.go_on(ident, "none", ok=(404,))
        self.engine.call("POST", f"/containers/{ident}/pause")
        self.save(ident, ok=(409,))
        self.engine.call("POST", f"/containers/{ident}/unpause")
        for reason, options in (("terminal", {"Tty": True}), ("--privileged", {"host_config": {"Privileged": True}}),
                                ("--network", {"host_config": {"NetworkMode": f"container:{ident}"}})):
            other = self.engine.run_container("sleep", "1000", StopTimeout=0, **options)
            self.addCleanup(self.removed, other)
            self.assertIn(reason, self.save(other, ok=(501,)).body.decode())
            self.assertEqual("running", self.status(other))
        self.engine.call("POST", f"/containers/{ident}/stop?t=0")
        self.save(ident, ok=(409,))

    def test_a_killed_criu_leaves_it_running(self):
        ident = self.run_counter()
        over = threading.Event()
        killed = []

        def hunt():
            while not over.is_set() and not killed:
                for pid in criu_processes(self.engine.process.pid):
                    os.kill(pid, signal.SIGKILL)
                    killed.append(pid)

        hunter = threading.Thread(target=hunt)
        hunter.start()
        try:
            answer = self.save(ident, ok=(201, 500))
        finally:
            over.set()
            hunter.join()
        self.assertTrue(killed)
        self.assertEqual(500, answer.status)
        self.assertIn("runs on", answer.body.decode())
        self.assertEqual("running", self.status(ident))
        self.counted(ident, max(numbers(self.engine.output(ident))) + 3)
        self.assertEqual([], self.engine.call("GET", f"/containers/{ident}/checkpoints").json())
        self.save(ident)
        self.go_on(ident)

    def test_a_damaged_one_starts_nothing(self):
        self.removed(self.run_counter())  # the first launch of an image leaves mount points and a filter
        before, folders = self.engine.steady_holdings(), glob.glob("/tmp/.criu*")
        ident = self.run_counter()
        self.save(ident)
        images = f"{self.engine.root}/containers/{ident}/checkpoints/one/images"
        for pattern in ("core-1.img", "mountpoints-*.img"):
            path = glob.glob(f"{images}/{pattern}")[0]
            shutil.copy(path, path + ".whole")
            size = os.path.getsize(path)
            for damage, said in ((lambda: os.truncate(path, size // 2), "is damaged"), (lambda: zero(path, size), "CRIU")):
                damage()
                text = self.go_on(ident, ok=(500,)).body.decode()
                self.assertIn(said, text)
                self.assertEqual("exited", self.status(ident), text)
                self.move_fails(ident, said)
            os.rename(path + ".whole", path)
        self.go_on(ident)
        self.counted(ident, numbers(self.engine.output(ident))[-1] + 1)
        self.removed(ident)
        self.assertTrue(settled(lambda: not criu_processes()))  # process 1 takes its time with those that ended
        after = self.engine.steady_holdings([ident])
        self.assertEqual(before, after, describe(before, after))
        self.assertEqual(folders, glob.glob("/tmp/.criu*"))

    def move_fails(self, ident, said):
        def kept():
            return [[one["Id"] for one in self.engine.call("GET", target).json()]
                    for target in ("/containers/json?all=1", "/images/json?all=1")]
        before = kept()
        answer = self.engine.call("POST", f"/quayside/containers/{ident}/move?checkpoint=one&name=to", ok=(500,))
        self.assertIn(said, answer.body.decode())
        self.assertEqual(before, kept(), "neither a container nor an image of its files is left")


if __name__ == "__main__":
    unittest.main(verbosity=2)

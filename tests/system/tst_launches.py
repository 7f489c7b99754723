#!/usr/bin/env python3
"""Launches taken step by step: what the kernel says of the process after each step, what a shell in it sees, and that nothing
of a launch that was aborted, or whose engine was killed, is left. And the recordings of starts."""
import json
import os
import signal
import subprocess
import threading
import time
import unittest
import urllib.parse

from quayside import ApiError, Quayside, describe, join_frames, settled
from tst_xray import as_other_user, namespace, read, status

DEFAULT_CAPABILITIES = 0xa80425fb


class Launches(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Quayside("launches")
        cls.addClassCleanup(cls.engine.end)
        os.chmod(cls.engine.folder, 0o711)  # others come to the socket
        cls.engine.start()
        cls.engine.load_busybox()

    def made(self, *command, **options):
        ident = self.engine.create(*(command or ("sleep", "1000")), **options)
        self.addCleanup(self.engine.call, "DELETE", f"/containers/{ident}?force=1&v=1", ok=(204, 404))
        return ident

    def hold(self, ident):
        self.engine.call("POST", f"/quayside/containers/{ident}/launch", ok=(204,))

    def launch(self, ident):
        return self.engine.call("GET", f"/quayside/containers/{ident}/launch").json()

    def next(self, ident, how=""):
        self.engine.call("POST", f"/quayside/containers/{ident}/launch/next{how}", ok=(204,))
        return self.launch(ident)

    def refused(self, code, method, target, body=None):
        with self.assertRaises(ApiError) as error:
            self.engine.call(method, target, body)
        self.assertEqual(error.exception.status, code, error.exception.text)
        return error.exception.text

    def exec(self, ident, script, tty=False, ok=True):
        made = self.engine.call("POST", f"/containers/{ident}/exec",
                                {"Cmd": ["sh", "-c", script], "AttachStdout": True, "AttachStderr": True, "Tty": tty}).json()["Id"]
        answer = self.engine.call("POST", f"/exec/{made}/start", {"Detach": False, "Tty": tty})
        code = settled(lambda: self.engine.call("GET", f"/exec/{made}/json").json()["ExitCode"] is not None
                       and [self.engine.call("GET", f"/exec/{made}/json").json()["ExitCode"]])
        text = (answer.body if tty else join_frames(answer.body)).decode(errors="replace")
        if ok:
            self.assertEqual(code, [0], text)
        return text

    # --- step by step ------------------------------------------------------------------------------

    def test_each_step_does_what_it_says(self):
        ident = self.made(name="steps", Hostname="stepped", host_config={"Memory": 64 << 20})
        self.hold(ident)
        self.addCleanup(self.engine.call, "POST", f"/quayside/containers/{ident}/launch/abort", ok=(204, 404, 409))
        launch = self.launch(ident)
        self.assertEqual((launch["State"], launch["At"], launch["Pid"], launch["Held"]), ("held", 0, 0, True))
        names = [step["Name"] for step in launch["Steps"]]
        self.assertEqual(names[0], "cgroup")
        self.assertEqual(names[-3:], ["seccomp", "capabilities", "exec"])
        self.refused(409, "GET", f"/quayside/containers/{ident}/xray")
        self.assertFalse(self.engine.stages(), "nothing is made yet")
        seen = {}
        for number, name in enumerate(names):
            launch = self.launch(ident)
            self.assertEqual((launch["State"], launch["At"]), ("held", number), name)
            self.assertEqual([bool(s["EndNs"]) for s in launch["Steps"]], [i < number for i in range(len(names))], name)
            self.look(launch, seen, name)
            self.next(ident)
        launch = self.launch(ident)
        self.assertEqual((launch["State"], launch["At"], launch["Failed"]), ("done", len(names), ""))
        self.assertEqual(self.engine.state(ident)["Pid"], launch["Pid"])
        self.check_changes(seen, launch["Pid"])
        self.check_calls(launch)

    def look(self, launch, seen, name):
        """Notes what the kernel says of the process before the step `name`."""
        pid = launch["Pid"]
        if pid == 0:
            return
        facts = status(pid)
        seen[name] = {
            "uid_map": read(f"/proc/{pid}/uid_map").split(), "uid": facts["Uid"].split(),
            "mounts": [line.split()[4] for line in read(f"/proc/{pid}/mountinfo").splitlines()],
            "cgroupns": namespace(pid, "cgroup"), "seccomp": facts["Seccomp"].strip(),
            "effective": int(facts["CapEff"], 16), "bounding": int(facts["CapBnd"], 16),
            "cgroup": read(f"/proc/{pid}/cgroup"), "command": read(f"/proc/{pid}/cmdline"),
            "links": subprocess.run(["nsenter", "-t", str(pid), "-n", "ip", "-br", "link"], capture_output=True,
                                    text=True, check=True).stdout,
            "host": subprocess.run(["nsenter", "-t", str(pid), "-u", "hostname"], capture_output=True, text=True,
                                   check=True).stdout.strip()}
        xray = self.engine.call("GET", "/quayside/containers/steps/xray").json()
        spaces = {space["Type"]: space["Inode"] for space in xray["Namespaces"]}
        self.assertEqual(spaces["user"], namespace(pid, "user"), name)
        self.assertIn(pid, [process["Pid"] for process in xray["Processes"]], name)
        self.assertEqual(bool(xray["Security"]["SeccompMode"]), seen[name]["seccomp"] != "0", name)
        self.assertEqual(xray["HostName"], seen[name]["host"], name)
        seen[name]["hidden"] = xray["Security"]["Masked"] + xray["Security"]["ReadOnly"]
        seen[name]["purposes"] = {mount["Target"]: mount.get("Purpose", "") for mount in xray["Mounts"]}

    def check_changes(self, seen, pid):
        engine = self.engine.process.pid
        self.assertEqual(seen["ids"]["uid_map"], [], "before its ids are mapped")
        self.assertEqual(len(seen["limits"]["uid_map"]), 3)
        self.assertNotIn("eth0", seen["network"]["links"])
        self.assertIn("eth0", seen["user"]["links"])
        self.assertEqual(seen["user"]["uid"][0], "0", "still root of the host")
        after_user = seen[list(seen)[list(seen).index("user") + 1]]
        self.assertEqual(after_user["uid"][0], after_user["uid_map"][1])
        self.assertEqual(seen["cgroupns"]["cgroupns"], namespace(engine, "cgroup"))
        self.assertNotEqual(seen["hostname"]["cgroupns"], namespace(engine, "cgroup"))
        self.assertNotEqual(seen["hostname"]["host"], "stepped")
        self.assertEqual(seen["private"]["host"], "stepped")
        self.assertGreater(len(seen["hide"]["mounts"]), len(seen["mounts"]["mounts"]))
        self.assertEqual(seen["chdir"]["mounts"].count("/"), 1, "the host's root is gone")
        after_hide = seen[list(seen)[list(seen).index("hide") + 1]]
        self.assertEqual(seen["hide"]["hidden"], [], "nothing is hidden yet")
        self.assertIn("/proc/sys", after_hide["hidden"])
        self.assertIn("/proc/keys", after_hide["hidden"])
        self.assertEqual(after_hide["hidden"], seen["chdir"]["hidden"], "the change of the root hides nothing more")
        self.assertEqual(set(seen["root"]["purposes"].values()), {"host"})
        self.assertEqual(seen["hide"]["purposes"]["/proc"], "proc", "the last of that name is the container's")
        self.assertIn("/proc", seen["chdir"]["mounts"])
        self.assertEqual(seen["seccomp"]["seccomp"], "0")
        self.assertEqual(seen["capabilities"]["seccomp"], "2")
        self.assertNotEqual(seen["capabilities"]["bounding"], DEFAULT_CAPABILITIES)
        self.assertEqual(seen["exec"]["bounding"], DEFAULT_CAPABILITIES)
        self.assertEqual(seen["exec"]["effective"], DEFAULT_CAPABILITIES)
        self.assertIn("quayside", seen["exec"]["command"])
        self.assertEqual(read(f"/proc/{pid}/cmdline").split("\0")[0], "sleep")

    def check_calls(self, launch):
        calls = {step["Name"]: [call["Call"] for call in step["Calls"]] for step in launch["Steps"]}
        self.assertTrue(calls["clone"][-1].startswith("clone3({flags=CLONE_NEWUSER | CLONE_NEWNS"), calls["clone"])
        self.assertEqual(calls["cgroup"], [], "those of the engine are not noted")
        self.assertTrue(any(call.startswith('fsopen("overlay"') for call in calls["root"]), calls["root"])
        self.assertTrue(any("/* overlay */" in call for call in calls["root"]), calls["root"])
        self.assertEqual(calls["hostname"], ['sethostname("stepped", 7)'])
        self.assertIn('pivot_root(".", ".")', calls["pivot"])
        self.assertIn("CAP_SYS_ADMIN", " ".join(calls["capabilities"]))
        self.assertTrue(calls["exec"][0].startswith("execve("), calls["exec"])
        cloned = next(s for s in launch["Steps"] if s["Name"] == "clone")["Calls"][-1]
        self.assertEqual(cloned["Result"], str(launch["Pid"]))
        for step in launch["Steps"]:
            for call in step["Calls"]:
                self.assertGreaterEqual(call["StartNs"], step["StartNs"], call)
            self.assertLessEqual(step["StartNs"], step["EndNs"], step["Name"])
            self.assertTrue(step["Shell"] and step["Title"], step["Name"])

    def test_goes_on_by_number_by_name_and_to_the_end(self):
        ident = self.made()
        self.hold(ident)
        self.assertEqual(self.next(ident, "?steps=2")["At"], 2)
        launch = self.next(ident, "?to=root")
        self.assertEqual(launch["Steps"][launch["At"]]["Name"], "root")
        self.refused(400, "POST", f"/quayside/containers/{ident}/launch/next?to=clone")
        self.refused(400, "POST", f"/quayside/containers/{ident}/launch/next?to=nowhere")
        self.refused(400, "POST", f"/quayside/containers/{ident}/launch/next?steps=0")
        self.refused(400, "POST", f"/quayside/containers/{ident}/launch/next?steps=1&all=1")
        self.refused(400, "POST", f"/quayside/containers/{ident}/launch/next?steps=many")
        self.assertEqual(self.next(ident, "?all=1")["State"], "done")
        self.assertTrue(self.engine.state(ident)["Running"])
        self.refused(409, "POST", f"/quayside/containers/{ident}/launch/next")
        self.refused(409, "POST", f"/quayside/containers/{ident}/launch/abort")
        self.engine.call("POST", f"/quayside/containers/{ident}/launch", ok=(304,))

    def test_works_as_any_other_once_it_runs(self):
        ident = self.made("sh", "-c", "echo from inside; cat /proc/1/cmdline; exit 7", name="usual", Tty=True)
        self.hold(ident)
        self.next(ident, "?all=1")
        self.assertEqual(self.engine.wait(ident), 7)
        self.assertIn(b"from inside", self.engine.call("GET", f"/containers/{ident}/logs?stdout=1").body)
        self.engine.start_container(ident)
        self.assertEqual(self.engine.wait(ident), 7)

    def test_what_cannot_be_done_while_it_is_held(self):
        ident = self.made()
        self.hold(ident)
        self.assertIn("held", self.refused(409, "POST", f"/containers/{ident}/start"))
        self.refused(409, "POST", f"/quayside/containers/{ident}/launch")
        self.refused(409, "DELETE", f"/containers/{ident}")
        self.refused(409, "GET", f"/containers/{ident}/archive?path=/etc/passwd")
        self.refused(409, "POST", f"/containers/{ident}/pause")
        self.assertEqual(self.engine.state(ident)["Status"], "created")
        self.assertNotIn(ident, self.engine.call("POST", "/containers/prune").json()["ContainersDeleted"] or [])
        self.engine.call("POST", f"/quayside/containers/{ident}/launch/abort", ok=(204,))
        self.engine.start_container(ident)

    def test_a_step_that_fails_says_so(self):
        ident = self.made("/no/such/command", name="fails")
        self.hold(ident)
        launch = self.next(ident, "?all=1")
        self.assertEqual(launch["State"], "failed")
        self.assertEqual(launch["Steps"][launch["At"]]["Name"], "exec", "it is looked for where it is started")
        self.assertIn("/no/such/command", launch["Failed"])
        self.assertEqual(self.engine.state(ident)["ExitCode"], 127)
        start = self.engine.call("GET", f"/quayside/containers/{ident}/starts").json()[0]
        self.assertIn("/no/such/command", start["Failed"])

    def test_so_does_a_recording(self):
        ident = self.made("/no/such/command", name="failed")
        with self.assertRaises(ApiError) as refused:
            self.engine.start_container(ident)
        self.assertIn("/no/such/command", refused.exception.text)
        self.assertTrue(settled(lambda: self.engine.call("GET", f"/quayside/containers/{ident}/starts").json()))
        launch = self.launch(ident)
        self.assertEqual(launch["State"], "failed")
        steps = {step["Name"]: step for step in launch["Steps"]}
        self.assertGreater(steps["capabilities"]["EndNs"], 0)
        self.assertGreater(steps["exec"]["StartNs"], 0, "it got that far")
        self.assertEqual(steps["exec"]["EndNs"], 0)
        self.assertEqual(self.engine.state(ident)["ExitCode"], 127)

    # --- leaving nothing ---------------------------------------------------------------------------

    def aborted(self, ident, how, until):
        self.hold(ident)
        if until:
            self.next(ident, f"?to={until}")
        how()

    def test_nothing_is_left_of_one_that_is_aborted(self):
        ident = self.made(name="gone", host_config={"PortBindings": {"80/tcp": [{"HostPort": "4399"}]}, "Memory": 64 << 20},
                          ExposedPorts={"80/tcp": {}})
        self.hold(ident)  # the container's folder gets an empty log, and overlay's own folder, as of any start
        self.next(ident, "?to=exec")
        self.engine.call("POST", f"/quayside/containers/{ident}/launch/abort")
        before = self.engine.steady_holdings([ident])
        inspected = self.engine.state(ident)
        for until in ("", "clone", "ids", "user", "root", "pivot", "capabilities", "exec"):
            for how in (lambda: self.engine.call("POST", f"/quayside/containers/{ident}/launch/abort", ok=(204,)),
                        lambda: self.engine.call("POST", f"/containers/{ident}/stop", ok=(204,))):
                with self.subTest(until=until):
                    self.aborted(ident, how, until)
                    after = self.engine.steady_holdings([ident])
                    self.assertEqual(before, after, describe(before, after))
                    self.assertEqual(self.engine.state(ident), inspected)
        self.engine.start_container(ident)
        self.engine.call("POST", f"/containers/{ident}/kill")

    def test_is_removed_by_force(self):
        ident = self.made()
        self.hold(ident)
        self.next(ident, "?to=pivot")
        pid = self.launch(ident)["Pid"]
        self.engine.remove_container(ident)
        self.assertFalse(os.path.exists(f"/proc/{pid}"))
        self.refused(404, "GET", f"/quayside/containers/{ident}/launch")

    def test_a_process_that_is_killed_is_a_failed_launch(self):
        ident = self.made()
        self.hold(ident)
        self.next(ident, "?to=mounts")
        os.kill(self.launch(ident)["Pid"], 9)
        launch = self.next(ident)
        self.assertEqual(launch["State"], "failed", launch)
        self.assertIn("ended before", launch["Failed"])

    # --- the shell -------------------------------------------------------------------------------------

    def test_a_shell_before_and_after_the_root_is_changed(self):
        ident = self.made(name="looked", User="1000")
        self.hold(ident)
        target = f"/containers/{ident}/exec"
        self.assertIn("user namespace", self.refused(409, "POST", target, {"Cmd": ["true"]}))
        self.next(ident, "?to=user")
        self.refused(409, "POST", target, {"Cmd": ["true"]})
        self.next(ident)
        secret = self.engine.folder + "/secret"
        with open(secret, "w", encoding="ascii") as file:
            file.write("of root")
        os.chmod(secret, 0o600)
        text = self.exec(ident, f"""id -u; grep -E '^(CapEff|NoNewPrivs|Seccomp):' /proc/self/status; cat /proc/self/uid_map;
            cat {secret} 2>&1; touch /tmp/left 2>&1; touch /dev/shm/left 2>&1; ls -d /proc/{self.engine.process.pid};
            test -e {self.engine.run_dir} && ls {self.engine.root}/containers 2>&1; exit 0""")
        self.assertTrue(text.startswith("0\n"), text)
        self.assertRegex(text, r"CapEff:\s0{16}\n")
        self.assertRegex(text, r"NoNewPrivs:\s1\n")
        self.assertRegex(text, r"Seccomp:\s2\n")
        self.assertNotIn("of root", text)
        self.assertEqual(text.count("Read-only file system"), 2, text)
        self.assertIn(f"/proc/{self.engine.process.pid}\n", text, "the host is what it sees")
        self.assertNotIn(ident, text)
        self.assertIn("host's", self.exec(ident, "test -t 0 && tty && echo the host\\'s", tty=True))
        self.assertFalse(os.path.exists("/tmp/left"))
        self.next(ident, "?to=chdir")
        text = self.exec(ident, "ls /; ls -d /proc/[0-9]*; grep CapEff /proc/self/status; touch /tmp/left && id -u")
        self.assertIn("www\n", text)
        self.assertIn("/proc/1\n", text)
        self.assertNotIn(f"/proc/{self.engine.process.pid}\n", text)
        self.assertRegex(text, f"CapEff:\\s0*{DEFAULT_CAPABILITIES:x}\n0\n")
        self.assertIn("/dev/pts", self.exec(ident, "tty", tty=True))
        self.next(ident, "?all=1")
        self.assertEqual(self.exec(ident, "id -u; ls /tmp/left"), "1000\n/tmp/left\n")

    def test_cannot_be_looked_at_where_it_is_root_of_the_host(self):
        for options in ({"Privileged": True}, {"UsernsMode": "host"}):
            ident = self.made(host_config=options)
            self.hold(ident)
            self.next(ident, "?to=pivot")
            self.assertIn("root of the host", self.refused(403, "POST", f"/containers/{ident}/exec", {"Cmd": ["true"]}))
            self.assertEqual(self.next(ident, "?all=1")["State"], "done")

    # --- who may, and what is told ---------------------------------------------------------------------

    def test_others_are_told_nothing(self):
        ident = self.made()
        self.hold(ident)
        for target in ("launch", "launch?stream=1", "starts", "starts/1"):
            self.assertEqual(as_other_user(self.engine.socket, f"/quayside/containers/{ident}/{target}")[0], 404, target)
        for target in ("launch", "launch/next", "launch/abort"):
            code, _ = as_other_user(self.engine.socket, f"/quayside/containers/{ident}/{target}", "POST")
            self.assertEqual(code, 404, target)
        self.assertEqual(self.launch(ident)["State"], "held")

    def test_the_stream_tells_each_change_and_ends(self):
        ident = self.made()
        self.hold(ident)
        lines = []
        reader = threading.Thread(target=lambda: lines.extend(
            self.engine.call("GET", f"/quayside/containers/{ident}/launch?stream=1", seconds=120).body.splitlines()))
        reader.start()
        time.sleep(0.3)
        self.next(ident, "?to=root")
        self.next(ident, "?all=1")
        reader.join(60)
        told = [json.loads(line) for line in lines]
        self.assertEqual((told[0]["State"], told[0]["At"]), ("held", 0))
        self.assertIn("root", [t["Steps"][t["At"]]["Name"] for t in told if t["State"] == "held"])
        self.assertEqual(told[-1]["State"], "done")
        self.assertEqual(sorted(t["At"] for t in told), [t["At"] for t in told], "in order")

    def test_events(self):
        ident = self.made(name="told")
        since = time.time()
        self.hold(ident)
        self.next(ident, "?to=root")
        self.engine.call("POST", f"/quayside/containers/{ident}/launch/abort")
        filters = urllib.parse.quote(json.dumps({"container": [ident]}))
        body = self.engine.call("GET", f"/events?since={since - 1}&until={time.time() + 1}&filters=" + filters).body
        events = [json.loads(line) for line in body.splitlines()]
        self.assertEqual([(e["Action"], e["Actor"]["Attributes"]["step"]) for e in events if "launch" in e["Action"]],
                         [("launch: held", "cgroup"), ("launch: held", "root"), ("launch: aborted", "root")])

    # --- recordings ------------------------------------------------------------------------------------

    def test_the_last_eight_starts_are_kept(self):
        ident = self.made("true", name="recorded")
        self.refused(404, "GET", f"/quayside/containers/{ident}/launch")
        self.assertEqual(self.engine.call("GET", f"/quayside/containers/{ident}/starts").json(), [])
        starts = lambda: self.engine.call("GET", f"/quayside/containers/{ident}/starts").json()
        for number in range(1, 11):
            self.engine.start_container(ident)
            self.engine.wait(ident)
            self.assertTrue(settled(lambda n=number: starts() and starts()[0]["Number"] == n), starts())
        kept = starts()
        self.assertEqual([start["Number"] for start in kept], list(range(10, 2, -1)))
        self.assertTrue(all(s["DurationNs"] > 0 and not s["Held"] and s["Failed"] == "" for s in kept), kept)
        launch = self.engine.call("GET", f"/quayside/containers/{ident}/starts/10").json()
        self.assertEqual(launch, self.launch(ident))
        self.assertEqual((launch["State"], launch["At"]), ("done", len(launch["Steps"])))
        for step in launch["Steps"]:
            self.assertGreater(step["StartNs"], 0, step["Name"])
            self.assertGreaterEqual(step["EndNs"], step["StartNs"], step["Name"])
            self.assertLessEqual(step["EndNs"], launch["DurationNs"], step["Name"])
        self.refused(404, "GET", f"/quayside/containers/{ident}/starts/2")
        self.refused(400, "GET", f"/quayside/containers/{ident}/starts/0")
        self.refused(400, "GET", f"/quayside/containers/{ident}/starts/last")

    def test_one_that_removes_itself_is_recorded_while_it_is_there(self):
        ident = self.made(host_config={"AutoRemove": True})
        self.engine.start_container(ident)
        self.assertTrue(settled(lambda: self.engine.call("GET", f"/quayside/containers/{ident}/starts").json()))
        self.assertEqual(self.launch(ident)["State"], "done")
        self.assertFalse(os.path.exists(f"{self.engine.root}/containers/{ident}/starts"))


class EngineKilled(unittest.TestCase):
    """The engine ends while a launch is held: the launch has not happened."""

    def end_while_held(self, end):
        engine = Quayside("launchkilled")
        self.addCleanup(engine.end)
        engine.start()
        engine.load_busybox()
        ran = engine.run_container("sh", "-c", "exit 3", name="ran")
        engine.wait(ran)
        fresh = engine.create("sleep", "1000", name="fresh")
        for ident in (ran, fresh):  # what any start leaves in the container's own folder
            engine.call("POST", f"/quayside/containers/{ident}/launch")
            engine.call("POST", f"/quayside/containers/{ident}/launch/next?to=exec")
            engine.call("POST", f"/quayside/containers/{ident}/launch/abort")
        base = engine.steady_holdings([ran, fresh])
        pids = []
        for ident in (ran, fresh):
            engine.call("POST", f"/quayside/containers/{ident}/launch")
            engine.call("POST", f"/quayside/containers/{ident}/launch/next?to=pivot")
            pids.append(engine.call("GET", f"/quayside/containers/{ident}/launch").json()["Pid"])
        end(engine)
        self.assertTrue(settled(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in pids)), "the processes are gone")
        engine.start()
        after = engine.steady_holdings([ran, fresh])
        self.assertEqual(base, after, describe(base, after))
        self.assertEqual(engine.state(fresh)["Status"], "created")
        self.assertEqual((engine.state(ran)["Status"], engine.state(ran)["ExitCode"]), ("exited", 3))
        engine.start_container(fresh)
        self.assertTrue(engine.state(fresh)["Running"])

    def test_killed(self):
        self.end_while_held(lambda engine: engine.stop(signal.SIGKILL))

    def test_stopped(self):
        self.end_while_held(lambda engine: engine.stop())


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""Containers that take all they can get: memory, processes, log. They are held by their limits; the engine and the
neighbours answer."""
import json
import os
import statistics
import time
import unittest

from quayside import Quayside, settled

# Seconds for an answer of the engine while a neighbour rages. An emulated guest says how much slower it is.
PROMPT = 0.1 * float(os.environ.get("QUAYSIDE_SLOWER", "1"))


class Hostile(unittest.TestCase):
    def setUp(self):
        self.engine = Quayside("hostile")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()
        self.neighbour = self.engine.run_container("sh", "-c", "while true; do date +%s%N > /now; usleep 20000; done")

    def exec(self, ident, *command):
        made = self.engine.call("POST", f"/containers/{ident}/exec",
                                {"Cmd": list(command), "AttachStdout": True, "Tty": True}).json()["Id"]
        return self.engine.call("POST", f"/exec/{made}/start", {"Detach": False, "Tty": True}).body.decode()

    def quiet_answer(self):
        return min(self.answers())

    def answers(self):
        taken = []
        for _ in range(20):
            began = time.monotonic()
            self.engine.call("GET", "/containers/json?all=1")
            self.engine.call("GET", f"/containers/{self.neighbour}/json")
            taken.append((time.monotonic() - began) / 2)
        return taken

    def check_neighbours(self, quiet):
        """The engine answers, the neighbour goes on. On a busy machine the answer before the rage is the measure."""
        during = statistics.median(self.answers())
        print(f"    an answer takes {during * 1000:.1f} ms, {quiet * 1000:.1f} ms before")
        self.assertLess(during, max(PROMPT, 20 * quiet))
        before = self.exec(self.neighbour, "cat", "/now")
        self.assertTrue(settled(lambda: self.exec(self.neighbour, "cat", "/now") != before), "the neighbour stands still")

    def test_out_of_memory(self):
        quiet = self.quiet_answer()
        began = str(int(time.time()))
        eater = self.engine.run_container("sh", "-c", "tail -c 200m /dev/zero; echo survived $?", host_config={
            "Memory": 16 << 20, "MemorySwap": 16 << 20})
        self.check_neighbours(quiet)
        self.engine.wait(eater)
        state = self.engine.state(eater)
        self.assertTrue(state["OOMKilled"], state)
        self.assertFalse(self.engine.state(self.neighbour)["OOMKilled"])
        events = self.engine.call("GET", f"/events?since={began}&until={int(time.time()) + 1}").body.decode()
        actions = [event["Action"] for event in map(json.loads, events.splitlines())
                   if event["Actor"]["ID"] == eater]
        self.assertIn("oom", actions)

    def test_process_1_out_of_memory(self):
        eater = self.engine.run_container("tail", "-c", "200m", "/dev/zero",
                                          host_config={"Memory": 16 << 20, "MemorySwap": 16 << 20})
        self.assertEqual(137, self.engine.wait(eater))
        self.assertTrue(self.engine.state(eater)["OOMKilled"])

    def test_fork_bomb(self):
        quiet = self.quiet_answer()
        bomb = self.engine.run_container("sleep", "600", host_config={"PidsLimit": 200})
        # A shell of busybox ends when it cannot fork: what it has forked stays.
        script = "yes > /dev/null & yes > /dev/null & (b() { b | b & }; b) & while true; do sleep 600 & done"
        made = self.engine.call("POST", f"/containers/{bomb}/exec", {"Cmd": ["sh", "-c", script]}).json()["Id"]
        self.engine.call("POST", f"/exec/{made}/start", {"Detach": True})
        namespace = os.readlink(f"/proc/{self.engine.state(bomb)['Pid']}/ns/pid")
        self.assertTrue(settled(lambda: len(processes_in(namespace)) > 150), "the bomb has not gone off")
        self.check_neighbours(quiet)
        self.assertLessEqual(len(processes_in(namespace)), 200)
        self.engine.remove_container(bomb)
        self.assertTrue(settled(lambda: not processes_in(namespace)), "processes are left")

    def test_log_flood(self):
        quiet = self.quiet_answer()
        flood = self.engine.run_container("yes", "a line that is written over and over again", host_config={
            "LogConfig": {"Type": "json-file", "Config": {"max-size": "1m", "max-file": "3"}}})
        folder = f"{self.engine.root}/containers/{flood}/log"
        self.assertTrue(settled(lambda: len(os.listdir(folder)) == 3), "the log has not turned over")
        self.check_neighbours(quiet)
        sizes = []
        for name in os.listdir(folder):
            try:
                sizes.append(os.stat(os.path.join(folder, name)).st_blocks * 512)
            except FileNotFoundError:
                pass  # turned over meanwhile
        self.assertLess(sum(sizes), 4 << 20, sizes)
        lines = self.engine.call("GET", f"/containers/{flood}/logs?stdout=1&tail=10").body.splitlines()
        # Ten, and what was written in the moment of the look.
        self.assertGreaterEqual(len(lines), 10)
        self.assertLess(len(lines), 10000)
        self.engine.call("POST", f"/containers/{flood}/stop?t=0")


def processes_in(namespace):
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink(f"/proc/{pid}/ns/pid") == namespace:
                found.append(int(pid))
        except OSError:
            pass
    return found


if __name__ == "__main__":
    unittest.main(verbosity=2)

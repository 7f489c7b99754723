#!/usr/bin/env python3
"""The engine gets SIGKILL: containers run on, logs and exit codes are complete. At random moments: tst_killpoints.py."""
import re
import signal
import time
import unittest

from quayside import READY, Quayside

# Numbered lines until a signal or, with a limit, the end of the count; then the exit code.
# The trap only sets a flag: one that spoke itself could come between a line and the count of it.
WRITER = """
n=0
stop=
trap 'stop=1' TERM
while [ -z "$stop" ] && { [ $1 = 0 ] || [ $n -lt $1 ]; }; do echo "line $n"; n=$((n+1)); usleep $2; done
echo "end $n"
[ -z "$stop" ] || exit 3
exit $3
"""


class Killed(unittest.TestCase):
    def setUp(self):
        self.engine = Quayside("killed")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()

    def kill(self):
        self.engine.stop(signal.SIGKILL)

    def restart(self):
        began = time.monotonic()
        self.engine.start()
        self.engine.call("GET", "/containers/json?all=1")
        return time.monotonic() - began

    def writer(self, limit, pause, code):
        return self.engine.run_container("sh", "-c", WRITER, "writer", str(limit), str(pause), str(code))

    def check_log(self, ident):
        lines = self.engine.output(ident).decode().splitlines()
        numbers = [int(re.fullmatch(r"line (\d+)", line)[1]) for line in lines[:-1]]
        self.assertEqual(list(range(len(numbers))), numbers, "a line is lost, doubled or out of order")
        self.assertEqual(f"end {len(numbers)}", lines[-1])
        return len(numbers)

    def test_twenty_writers(self):
        ending = {self.writer(100 + 10 * i, 10000, 10 + i): 10 + i for i in range(10)}
        running = [self.writer(0, 10000, 0) for _ in range(10)]
        time.sleep(0.3)
        written = {ident: len(self.engine.output(ident)) for ident in running}
        self.kill()
        # Long enough for those that count to end with no engine there.
        time.sleep(4)
        self.assertLess(self.restart(), READY, "ready again within two seconds")
        self.assertEqual({*ending, *running}, {c["Id"] for c in self.engine.containers()})
        for ident, code in ending.items():
            self.assertEqual(code, self.engine.wait(ident))
            state = self.engine.state(ident)
            self.assertEqual(("exited", code), (state["Status"], state["ExitCode"]))
            self.check_log(ident)
        for ident in running:
            self.assertEqual("running", self.engine.state(ident)["Status"])
            self.assertGreater(len(self.engine.output(ident)), written[ident], "nothing was written meanwhile")
            self.engine.call("POST", f"/containers/{ident}/stop")
            self.assertEqual(3, self.engine.state(ident)["ExitCode"])
            self.assertGreater(self.check_log(ident), 50)

    def test_a_restart_in_order_changes_nothing(self):
        ident = self.writer(0, 1000, 0)
        pid = self.engine.state(ident)["Pid"]
        self.assertEqual(0, self.engine.stop(signal.SIGTERM))
        self.restart()
        state = self.engine.state(ident)
        self.assertEqual(("running", pid), (state["Status"], state["Pid"]))
        self.assertEqual("hello", self.exec(ident, "echo", "hello").strip())

    def exec(self, ident, *command):
        made = self.engine.call("POST", f"/containers/{ident}/exec",
                                {"Cmd": list(command), "AttachStdout": True, "Tty": True}).json()["Id"]
        return self.engine.call("POST", f"/exec/{made}/start", {"Detach": False, "Tty": True}).body.decode()


if __name__ == "__main__":
    unittest.main(verbosity=2)

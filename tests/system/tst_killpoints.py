#!/usr/bin/env python3
"""SIGKILL of the engine at random moments, while containers are run and removed, commands executed, files copied both ways
and images committed: nothing that was acknowledged is lost, nothing is half there, nothing stays behind.

QUAYSIDE_KILLS: how many (12); QUAYSIDE_SEED: repeats the moments of a run that printed it.
"""
import collections
import http.client
import io
import os
import random
import re
import signal
import tarfile
import threading
import time
import unittest

from quayside import ApiError, READY, Quayside, apiclient, describe, join_frames

KILLS = int(os.environ.get("QUAYSIDE_KILLS", "12"))
SEED = int(os.environ.get("QUAYSIDE_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)

KINDS = ("run", "exec", "rm", "cp in", "cp out", "commit")
# A box runs on through all of it and counts.
BOX = "n=0; while :; do echo line $n; n=$((n+1)); usleep 20000; done"
# A run says so many lines and ends with the code.
RUN = "n=0; while [ $n -lt $1 ]; do echo line $n; n=$((n+1)); done; exit $2"
FILES = {"f%d" % i: bytes([i]) * (3000 + i) for i in range(20)} | {"big": bytes(range(256)) * 1200}


def archive(folder, files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(folder + "/" + name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def contents(data):
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        return {os.path.basename(member.name): tar.extractfile(member).read() for member in tar if member.isfile()}


class Ledger:
    """What the engine has acknowledged. Each entry is one client's at a time; the lock guards the tables."""

    def __init__(self):
        self.lock = threading.Lock()
        self.ids = set()        # of every container that there ever was
        self.runs = {}          # id → (lines, code, started): acknowledged as made, and whether as started
        self.removable = []     # checked: the remover's
        self.removing = set()   # asked for, not acknowledged
        self.copied = {}        # (box, slot) → version that must be there; None: unsure
        self.images = set()     # acknowledged tags
        self.unsure_images = set()
        self.done = collections.Counter()
        self.flying = collections.Counter()
        self.faults = []

    def fly(self, kind, by):
        with self.lock:
            self.flying[kind] += by


class Client(threading.Thread):
    """Repeats one kind of work until the engine goes away. What goes before it is not in flight."""

    def __init__(self, kind, work, ledger, stop, before=lambda: ()):
        super().__init__(daemon=True)
        self.kind, self.work, self.ledger, self.stopped, self.before = kind, work, ledger, stop, before

    def run(self):
        while not self.stopped.is_set():
            done, flies = False, 0
            try:
                subject = self.before()
                flies = 1
                self.ledger.fly(self.kind, 1)
                done = self.work(*subject)
            except (OSError, http.client.HTTPException, ValueError, tarfile.TarError, EOFError):
                pass  # the engine died in its answer, or is not there
            except ApiError as error:
                if error.status >= 500:
                    self.ledger.faults.append("%s: %s" % (self.kind, error))
            except AssertionError as error:
                self.ledger.faults.append("%s: %s" % (self.kind, error))
            self.ledger.fly(self.kind, -flies)
            if done:
                self.ledger.done[self.kind] += 1
            else:
                time.sleep(0.01)


class KillPoints(unittest.TestCase):
    maxDiff = 3000

    def setUp(self):
        print(f"QUAYSIDE_SEED={SEED} QUAYSIDE_KILLS={KILLS}", flush=True)
        self.random = random.Random(SEED)
        self.ledger = Ledger()
        self.engine = Quayside("killpoints")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()
        self.number = 0

    # --- what the clients do: True where it was acknowledged ----------------------------------------

    def next_number(self):
        with self.ledger.lock:
            self.number += 1
            return self.number

    def run_one(self):
        number = self.next_number()
        lines, code = number % 50, number % 100
        host = [{}, {"PortBindings": {"80/tcp": [{"HostIp": "127.0.0.1"}]}}, {"NetworkMode": "front"},
                {"Tmpfs": {"/scratch": ""}, "Binds": ["/etc:/host:ro"]}][number % 4]
        ident = self.engine.create("sh", "-c", RUN, "run", str(lines), str(code), name="run-%d" % number, host_config=host)
        with self.ledger.lock:
            self.ledger.ids.add(ident)
            self.ledger.runs[ident] = (lines, code, False)
        self.engine.start_container(ident)
        with self.ledger.lock:
            self.ledger.runs[ident] = (lines, code, True)
        return True

    def exec_one(self, box):
        word = "word%d" % self.next_number()
        made = self.engine.call("POST", f"/containers/{box}/exec", {"Cmd": ["echo", word], "AttachStdout": True}).json()["Id"]
        out = self.engine.call("POST", f"/exec/{made}/start", {"Detach": False}).body
        # The stream has no end of its own: the kill may have cut it short.
        said = join_frames(out).decode()
        assert (word + "\n").startswith(said), said
        return bool(said)

    def one_to_remove(self):
        """One that has run and was looked at, else one that is made for it."""
        with self.ledger.lock:
            if self.ledger.removable:
                return (self.ledger.removable.pop(),)
        ident = self.engine.create("sh", "-c", RUN, "run", "0", "0")
        with self.ledger.lock:
            self.ledger.ids.add(ident)
            self.ledger.runs[ident] = (0, 0, False)
        return (ident,)

    def remove_one(self, ident):
        with self.ledger.lock:
            self.ledger.removing.add(ident)
        self.engine.remove_container(ident)
        with self.ledger.lock:
            self.ledger.removing.discard(ident)
            del self.ledger.runs[ident]
        return True

    def copy_in(self, box, slot):
        version = str(self.next_number())
        with self.ledger.lock:
            self.ledger.copied[box, slot] = None
        answer = apiclient.request(self.engine.socket, "PUT", f"/containers/{box}/archive?path=/",
                                   archive("in-%d" % slot, FILES | {"version": version.encode()}),
                                   {"Content-Type": "application/x-tar"})
        if answer.status != 200:
            raise ApiError("PUT archive", answer)
        with self.ledger.lock:
            self.ledger.copied[box, slot] = version
        return True

    def copy_out(self, box):
        data = self.engine.call("GET", f"/containers/{box}/archive?path=/data").body
        assert contents(data) == FILES, "files that came out are not those that are there"
        return True

    def commit_one(self, box):
        tag = "c%d" % self.next_number()
        with self.ledger.lock:
            self.ledger.unsure_images.add(tag)
        self.engine.call("POST", f"/commit?container={box}&repo=kills&tag={tag}&pause=0", {})
        with self.ledger.lock:
            self.ledger.unsure_images.discard(tag)
            self.ledger.images.add(tag)
        if len(self.ledger.images) > 6:
            with self.ledger.lock:
                old = self.ledger.images.pop()
                self.ledger.unsure_images.add(old)
            self.engine.call("DELETE", f"/images/kills:{old}")
            with self.ledger.lock:
                self.ledger.unsure_images.discard(old)
        return True

    # --- one kill --------------------------------------------------------------------------------------

    def clients(self, stop):
        first, second = self.boxes
        work = [("run", self.run_one), ("run", self.run_one), ("exec", lambda: self.exec_one(first)),
                ("cp in", lambda: self.copy_in(first, 0)), ("cp in", lambda: self.copy_in(second, 1)),
                ("cp out", lambda: self.copy_out(second)), ("commit", lambda: self.commit_one(second))]
        removers = [Client("rm", self.remove_one, self.ledger, stop, self.one_to_remove) for _ in range(2)]
        return removers + [Client(kind, what, self.ledger, stop) for kind, what in work]

    def kill_once(self):
        """Returns the kinds that were in flight, and the seconds until the next engine answered."""
        stop = threading.Event()
        clients = self.clients(stop)
        for client in clients:
            client.start()
        time.sleep(self.random.uniform(0.02, 0.6))
        flying = [kind for kind in KINDS if self.ledger.flying[kind] > 0]
        stop.set()
        self.engine.stop(signal.SIGKILL)
        for client in clients:
            client.join(30)
            self.assertFalse(client.is_alive(), f"a client of {client.kind} hangs though the engine is gone")
        began = time.monotonic()
        self.engine.start()
        self.engine.call("GET", "/containers/json?all=1")
        return flying, time.monotonic() - began

    def check_everything(self):
        listed = {c["Id"]: c for c in self.engine.containers()}
        for ident in list(self.ledger.removing):
            if ident not in listed:
                self.assertEqual(404, self.status_of(f"/containers/{ident}/json"))
                self.ledger.runs.pop(ident)
            self.ledger.removing.discard(ident)
        for box in self.boxes:
            self.assertEqual("running", self.engine.state(box)["Status"], self.engine.state(box))
        for ident in set(listed) - set(self.ledger.runs) - set(self.boxes):
            # Made, and the answer was lost: what it was to do is in its configuration.
            command = self.engine.call("GET", f"/containers/{ident}/json").json()["Config"]["Cmd"]
            self.ledger.ids.add(ident)
            self.ledger.runs[ident] = (int(command[4]), int(command[5]), False)
        for ident, expected in list(self.ledger.runs.items()):
            if ident not in self.ledger.removable:
                self.check_run(ident, *expected)
        for (box, slot), version in self.ledger.copied.items():
            if version is not None:
                found = contents(self.engine.call("GET", f"/containers/{box}/archive?path=/in-{slot}").body)
                self.assertEqual(FILES | {"version": version.encode()}, found, "a copy that was acknowledged is not there")
        for tag in list(self.ledger.images):
            self.engine.call("GET", f"/images/kills:{tag}/json")

    def status_of(self, target):
        return apiclient.request(self.engine.socket, "GET", target).status

    def check_run(self, ident, lines, code, started):
        """All of it is there: state, code and log. Then it may be removed."""
        state = self.engine.state(ident)
        self.assertIn(state["Status"], ("created", "running", "exited"), state)
        if state["Status"] == "created":
            self.assertFalse(started, f"{ident} was started, and now it was not: {state}")
            self.engine.start_container(ident)
        self.assertEqual(code, self.engine.wait(ident), self.engine.state(ident))
        self.assertEqual("".join(f"line {n}\n" for n in range(lines)).encode(), self.engine.output(ident), "its log")
        self.ledger.removable.append(ident)

    def check_box(self, box):
        self.engine.call("POST", f"/containers/{box}/stop?t=0")
        lines = self.engine.output(box).decode().splitlines()
        numbers = [int(re.fullmatch(r"line (\d+)", line)[1]) for line in lines]
        self.assertEqual(list(range(len(numbers))), numbers, "a line is lost, doubled or out of order")

    # --- the test --------------------------------------------------------------------------------------

    def start_boxes(self):
        self.engine.call("POST", "/networks/create", {"Name": "front"}, ok=(201,))
        self.boxes = [self.engine.run_container("sh", "-c", BOX, name="box-%d" % i, host_config={"NetworkMode": "front"})
                      for i in range(2)]
        self.ledger.ids.update(self.boxes)
        for box in self.boxes:
            apiclient.request(self.engine.socket, "PUT", f"/containers/{box}/archive?path=/", archive("data", FILES),
                              {"Content-Type": "application/x-tar"})

    def remove_everything(self):
        for box in self.boxes:
            self.check_box(box)
        self.engine.remove_all()
        self.engine.call("DELETE", "/networks/front")
        for image in self.engine.call("GET", "/images/json").json():
            for name in image["RepoTags"]:
                if name.startswith("kills:"):
                    self.assertIn(name[6:], self.ledger.images | self.ledger.unsure_images, "an image that was removed is back")
                    self.check_image(name)
                    self.engine.call("DELETE", f"/images/{name}")

    def check_image(self, name):
        """One that was committed is whole, also where the answer was lost."""
        ident = self.engine.create("sh", "-c", "cat /data/* | md5sum", Image=name)
        self.ledger.ids.add(ident)
        self.engine.start_container(ident)
        self.assertEqual(0, self.engine.wait(ident))
        self.sums.add(self.engine.output(ident))
        self.assertEqual(1, len(self.sums), "the images of one box differ in what was never written to")
        self.engine.remove_container(ident)

    def first_use(self):
        """Whatever is made at first use and kept (worker threads, the default bridge) is made now."""
        ident = self.engine.run_container("true")
        self.engine.wait(ident)
        self.engine.remove_container(ident)

    def test_nothing_is_lost_and_nothing_left(self):
        self.first_use()
        before = self.engine.steady_holdings()
        self.sums = set()
        self.start_boxes()
        points, ready = collections.Counter(), []
        for number in range(KILLS):
            flying, seconds = self.kill_once()
            points.update(flying)
            ready.append(seconds)
            self.assertLess(seconds, READY, f"kill {number}: not ready in time")
            self.check_everything()
            self.assertEqual([], self.ledger.faults, f"kill {number}")
        self.remove_everything()
        after = self.engine.steady_holdings(self.ledger.ids)
        print(f"{KILLS} kills; in flight at the kill: " + ", ".join(f"{kind} {points[kind]}" for kind in KINDS))
        print("acknowledged: " + ", ".join(f"{kind} {self.ledger.done[kind]}" for kind in KINDS))
        ready.sort()
        print(f"ready again after {ready[len(ready) // 2]:.3f} s (median), {ready[-1]:.3f} s at most", flush=True)
        self.assertEqual(before, after, describe(before, after))
        for kind in KINDS:
            self.assertGreaterEqual(points[kind], KILLS // 4, f"{kind} was hardly ever in flight: {points}")


if __name__ == "__main__":
    unittest.main(verbosity=2)

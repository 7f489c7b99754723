#!/usr/bin/env python3
"""What an engine finds that something else has broken: records, blobs, a reboot, pids of others, a power cut."""
import contextlib
import fcntl
import glob
import json
import os
import random
import shutil
import signal
import sqlite3
import struct
import subprocess
import threading
import time
import unittest

from quayside import IMAGE, ApiError, Quayside, apiclient, busyboximage, settled

SHUTDOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN, <linux/ext4.h>
WITHOUT_THE_JOURNAL = 2  # EXT4_GOING_FLAGS_NOLOGFLUSH: what is not on the disk by now never will be


class Damaged(unittest.TestCase):
    def setUp(self):
        self.engine = Quayside("damaged")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()

    @contextlib.contextmanager
    def database(self):
        """The engine's records, while there is no engine."""
        self.engine.stop(signal.SIGKILL)
        connection = sqlite3.connect(self.engine.root + "/quayside.db")
        try:
            yield connection
            connection.commit()
        finally:
            connection.close()
        self.engine.start()

    def change(self, connection, kind, ident, **fields):
        document, = connection.execute("SELECT document FROM record WHERE kind = ? AND id = ?", (kind, ident)).fetchone()
        changed = {**json.loads(document), **fields}
        connection.execute("UPDATE record SET document = ? WHERE kind = ? AND id = ?", (json.dumps(changed), kind, ident))

    def kill_stages(self):
        for pid in self.engine.stages():
            os.kill(pid, signal.SIGKILL)
        self.assertTrue(settled(lambda: not self.engine.stages()))

    def log_of_engine(self):
        with open(self.engine.log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def test_a_damaged_record_breaks_one_container(self):
        good, bad = self.engine.create("true"), self.engine.create("true")
        running = self.engine.run_container("sleep", "600")
        with self.database() as records:
            records.execute("UPDATE record SET document = substr(document, 1, 100) WHERE kind = 'container' AND id = ?", (bad,))
        self.assertEqual({good, running}, {c["Id"] for c in self.engine.containers()})
        self.assertEqual("running", self.engine.state(running)["Status"])
        self.engine.start_container(good)
        self.assertEqual(0, self.engine.wait(good))
        self.assertIn(bad, self.log_of_engine(), "nobody says which one is broken")
        self.assertTrue(os.path.isdir(f"{self.engine.root}/containers/{bad}"), "its files are gone")

    def test_a_damaged_state_is_a_stopped_container(self):
        bad = self.engine.create("echo", "again")
        with self.database() as records:
            records.execute("UPDATE record SET document = '{]' WHERE kind = 'container_state' AND id = ?", (bad,))
        self.engine.start_container(bad)
        self.assertEqual(0, self.engine.wait(bad))

    def test_a_damaged_blob_is_named_and_loading_again_repairs_it(self):
        digest = self.engine.call("GET", f"/images/{IMAGE}/json").json()["Id"]
        whole = self.engine.call("GET", f"/images/{IMAGE}/get").body
        blobs = sorted(glob.glob(self.engine.root + "/blobs/sha256/*"), key=os.path.getsize)
        self.assertTrue(blobs)
        with open(blobs[-1], "r+b") as file:
            file.seek(1000)
            flipped = bytes([file.read(1)[0] ^ 0x55])
            file.seek(1000)
            file.write(flipped)
        try:
            damaged = apiclient.request(self.engine.socket, "GET", f"/images/{IMAGE}/get")
            # An error, or an archive that is cut off: never one that looks whole.
            self.assertTrue(damaged.status >= 400 or len(damaged.body) < len(whole), "saved as if nothing were wrong")
        except (OSError, ValueError):
            pass
        except Exception as error:  # http.client's own: the answer was cut off
            if not type(error).__module__.startswith("http"):
                raise
        ident = self.engine.run_container("echo", "the layers are whole")
        self.assertEqual(0, self.engine.wait(ident))
        self.engine.load_busybox()
        self.assertEqual(digest, self.engine.call("GET", f"/images/{IMAGE}/json").json()["Id"])
        again = self.engine.call("GET", f"/images/{IMAGE}/get").body
        self.assertEqual(len(whole), len(again))

    def test_after_a_reboot(self):
        """Stages and the run directory are gone, the boot id is another: policies bring back what they say."""
        plain = self.engine.run_container("sleep", "600")
        always = self.engine.run_container("sleep", "600", host_config={"RestartPolicy": {"Name": "always"}})
        stopped = self.engine.run_container("sleep", "600", host_config={"RestartPolicy": {"Name": "unless-stopped"}})
        self.engine.call("POST", f"/containers/{stopped}/stop?t=0")
        with self.database() as records:
            self.kill_stages()
            shutil.rmtree(self.engine.run_dir)
            for ident in (plain, always, stopped):
                self.change(records, "container_state", ident, bootId="another")
                with contextlib.suppress(FileNotFoundError):
                    os.remove(f"{self.engine.root}/containers/{ident}/exit")
        state = self.engine.state(plain)
        self.assertEqual(("exited", 137, 0), (state["Status"], state["ExitCode"], state["Pid"]))
        self.assertIn("the machine went down", state["Error"])
        self.assertTrue(settled(lambda: self.engine.state(always)["Status"] == "running"))
        self.assertEqual("exited", self.engine.state(stopped)["Status"])
        self.engine.start_container(plain)
        self.assertEqual("running", self.engine.state(plain)["Status"])

    def test_a_pid_that_became_somebody_else_s(self):
        ident = self.engine.run_container("sleep", "600")
        with subprocess.Popen(["sleep", "600"]) as stranger:
            try:
                with self.database() as records:
                    self.kill_stages()
                    self.change(records, "container_state", ident, pid=stranger.pid)
                self.assertEqual("exited", self.engine.state(ident)["Status"])
                with self.assertRaises(ApiError):
                    self.engine.call("POST", f"/containers/{ident}/kill")
                self.engine.call("POST", f"/containers/{ident}/stop?t=0")
                self.engine.remove_container(ident)
                self.assertIsNone(stranger.poll(), "a stranger was killed")
            finally:
                stranger.kill()


class PowerCut(unittest.TestCase):
    """The engine's root on a loop file system that is shut down under it, in the middle of loads and creates."""

    def setUp(self):
        if not shutil.which("mkfs.ext4"):
            self.skipTest("mkfs.ext4 is not installed (package e2fsprogs)")
        self.engine = Quayside("cut")
        self.addCleanup(self.engine.end)
        self.image, self.mount = self.engine.folder + "/disk", self.engine.folder + "/cut"
        os.mkdir(self.mount)
        with open(self.image, "wb") as file:
            file.truncate(192 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", self.image], check=True)
        self.engine.root = self.mount + "/root"
        self.addCleanup(lambda: subprocess.run(["umount", "-q", self.mount], check=False))
        self.plug_in()

    def plug_in(self):
        subprocess.run(["mount", "-o", "loop", self.image, self.mount], check=True)

    def cut(self):
        folder = os.open(self.mount, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", WITHOUT_THE_JOURNAL))
        finally:
            os.close(folder)
        self.engine.stop(signal.SIGKILL)
        for pid in self.engine.stages():
            os.kill(pid, signal.SIGKILL)
        self.assertTrue(settled(lambda: subprocess.run(["umount", self.mount], check=False, capture_output=True).returncode == 0))

    def churn(self, stop, names):
        """Loads images of their own name and content, makes containers of them and removes some."""
        number = 0
        while not stop.is_set():
            number += 1
            name = f"cut{len(names)}-{number}:1"
            layer = busyboximage.archive_of({"file": os.urandom(300_000), "name": name.encode()})
            names.append(name)
            try:
                apiclient.request(self.engine.socket, "POST", "/images/load", busyboximage.docker_archive(layer, [name]),
                                  {"Content-Type": "application/x-tar"})
                self.engine.call("POST", "/containers/create", {"Image": name, "Cmd": ["x"]})
                if number % 3 == 0:
                    self.engine.call("DELETE", f"/images/{names[number - 2]}?force=1")
            except (ApiError, OSError, ValueError):
                time.sleep(0.01)
            except Exception as error:  # http.client's own, when the engine dies in an answer
                if not type(error).__module__.startswith("http"):
                    raise

    def test_images_are_whole_or_absent(self):
        random.seed(11)
        self.engine.start()
        self.engine.load_busybox()
        kept = self.engine.run_container("sh", "-c", "echo kept > /kept; sync")
        self.engine.wait(kept)
        for _ in range(4):
            stop, names = threading.Event(), []
            client = threading.Thread(target=self.churn, args=(stop, names))
            client.start()
            time.sleep(random.uniform(0.3, 1.5))
            self.cut()
            stop.set()
            client.join()
            self.plug_in()
            self.engine.start()
            self.check_images()
            for container in self.engine.containers():
                self.engine.call("GET", f"/containers/{container['Id']}/json")
                if container["Id"] != kept:
                    self.engine.remove_container(container["Id"])
            self.assertEqual(0, self.run_again("grep", "-q", "root", "/etc/passwd"))
        self.engine.remove_all()
        self.engine.stop()

    def run_again(self, *command):
        ident = self.engine.run_container(*command)
        code = self.engine.wait(ident)
        self.engine.remove_container(ident)
        return code

    def check_images(self):
        for image in self.engine.call("GET", "/images/json").json():
            for name in image["RepoTags"]:
                if not name.startswith("cut"):
                    continue
                saved = self.engine.call("GET", f"/images/{name}/get").body
                self.assertIn(name.encode(), saved, "an image without its content")
                ident = self.engine.call("POST", "/containers/create", {"Image": name, "Cmd": ["/file"]}).json()["Id"]
                with self.assertRaises(ApiError) as refused:
                    self.engine.start_container(ident)
                # The layer is there as it was loaded: its file is found, and is no program.
                self.assertRegex(refused.exception.text, "permission denied|exec format error")
                self.engine.remove_container(ident)


if __name__ == "__main__":
    unittest.main(verbosity=2)

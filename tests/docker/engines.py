"""Starts our engine, or a dockerd, each with folders and a network namespace of its own, and stops it again."""

import glob
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time

import apiclient


def skip(reason):
    """Ends a test that needs what the machine lacks: ctest counts 77 as skipped."""
    print("skipped: " + reason)
    raise SystemExit(77)


class Engine:
    """A process that serves the API on `socket`, in a network namespace of its own (or in ours)."""

    # Not /tmp, which may be a tmpfs, which cannot hold an overlay's upper layer.
    place = "/var/tmp"

    def __init__(self, label, own_network=True):
        self.folder = tempfile.mkdtemp(prefix="qs-%s-" % label, dir=self.place)
        self.root = self.folder + "/root"
        self.run = self.folder + "/run"
        self.socket = self.folder + "/engine.sock"
        self.log = self.folder + "/log"
        self.own_network = own_network
        self.process = None

    def command(self):
        raise NotImplementedError

    def start(self, seconds=20):
        command = self.command()
        if self.own_network:
            command = ["unshare", "--net", "sh", "-c", 'ip link set lo up; exec "$@"', "sh"] + command
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        deadline = time.time() + seconds
        while time.time() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError("%s ended with %d:\n%s" % (command[-1], self.process.returncode, self.tail()))
            probe = socket.socket(socket.AF_UNIX)
            try:
                probe.connect(self.socket)
                self.settle(deadline)
                return
            except OSError:
                time.sleep(0.02)
            finally:
                probe.close()
        raise RuntimeError("no answer on %s within %d s:\n%s" % (self.socket, seconds, self.tail()))

    def settle(self, deadline):
        """Waits for what goes on in the background after a start."""

    def tail(self, lines=30):
        with open(self.log, errors="replace") as log:
            return "".join(log.readlines()[-lines:])

    def stop(self, how=signal.SIGTERM, seconds=20):
        """Sends the signal and returns the exit code."""
        if self.process is None:
            return None
        self.process.send_signal(how)
        try:
            code = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self.process = None
        return code

    def in_network(self, *command):
        """Runs a command in the engine's network namespace and returns its output."""
        return subprocess.run(["nsenter", "--net=/proc/%d/ns/net" % self.process.pid] + list(command),
                              capture_output=True, text=True, timeout=20)

    def remove(self):
        """Unmounts what is left below the folder (a dockerd killed half-way leaves mounts) and deletes it."""
        with open("/proc/self/mounts") as mounts:
            left = [line.split()[1] for line in mounts if line.split()[1].startswith(self.folder)]
        for mount in reversed(left):
            subprocess.run(["umount", "-l", mount], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)
        return left


class Quayside(Engine):
    def __init__(self, binary, label="engine", own_network=True):
        super().__init__(label, own_network)
        self.binary = binary

    def command(self):
        return [self.binary, "--root", self.root, "--run-dir", self.run, "--socket", self.socket]

    def settle(self, deadline):
        # The starter images are made now: a test that brings its own busybox must come after them.
        while time.time() < deadline:
            names = [name for image in apiclient.request(self.socket, "GET", "/images/json").json()
                     for name in image["RepoTags"] or []]
            if "busybox:latest" in names and "quayside/hello:latest" in names:
                return
            time.sleep(0.05)

    def mark(self):
        """What its cgroup, and its bridge and table of nft in the network namespace, have in their names: a hash (FNV-1a)
        of its root."""
        value = 2166136261
        for byte in self.root.encode():
            value = (value ^ byte) * 16777619 & 0xFFFFFFFF
        return "%08x" % value

    def remove(self):
        # All of these outlive the engine, for the containers that run on.
        for folder in glob.glob("/sys/fs/cgroup/quayside-" + self.mark()) + glob.glob("/sys/fs/cgroup/*/quayside-" + self.mark()):
            for group, _, _ in os.walk(folder, topdown=False):
                try:
                    os.rmdir(group)  # only empty ones go
                except OSError:
                    pass
        if not self.own_network:
            for command in (["ip", "link", "delete", "qs-" + self.mark()],
                            ["nft", "delete", "table", "inet", "quayside-" + self.mark()]):
                subprocess.run(command, capture_output=True, check=False)
        return super().remove()

    def stages(self):
        """Pids of the stages that work for this engine: their state lies below its root."""
        found = []
        for folder in glob.glob("/proc/[0-9]*"):
            try:
                opened = [os.readlink(fd) for fd in glob.glob(folder + "/fd/*")]
            except OSError:
                continue
            if any(path.startswith(self.root + "/containers/") for path in opened):
                found.append(int(folder.rsplit("/", 1)[1]))
        return [pid for pid in found if self.process is None or pid != self.process.pid]


class Dockerd(Engine):
    def __init__(self, label="dockerd"):
        super().__init__(label)
        if not shutil.which("dockerd"):
            skip("dockerd is not installed (package docker.io)")

    def command(self):
        return ["dockerd", "--data-root", self.root, "--exec-root", self.run, "--pidfile", self.folder + "/pid",
                "--host", "unix://" + self.socket]

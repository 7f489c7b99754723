"""The real engine for a test: in folders and a network namespace of its own that outlive a kill of it, with a client
that speaks in containers, and a snapshot of all that an engine may leave behind."""
import glob
import json
import os
import re
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../docker"))
import apiclient  # noqa: E402
import busyboximage  # noqa: E402
import engines  # noqa: E402

IMAGE = "busybox:test"
MARK = "QUAYSIDE_TEST_ENGINE="
# Seconds from the engine's start until it answers. An emulated guest says how much slower it is.
READY = 2.0 * float(os.environ.get("QUAYSIDE_SLOWER", "1"))
BUILT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../build/bin/quayside-engine")


class ApiError(Exception):
    def __init__(self, what, answer):
        super().__init__(f"{what}: {answer.status} {answer.body[:300]!r}")
        self.status, self.text = answer.status, answer.body.decode(errors="replace")


class Quayside(engines.Quayside):
    """An engine whose network namespace stays when the engine is killed, as a machine's does."""

    def __init__(self, label, root=None):
        super().__init__(os.environ.get("QUAYSIDE_ENGINE", BUILT), label, own_network=False)
        self.root = root or self.root
        self.holder = subprocess.Popen(["unshare", "--net", "sh", "-c", "ip link set lo up; echo up; exec sleep 3600"],
                                       stdout=subprocess.PIPE)
        self.holder.stdout.readline()

    def command(self):
        # The mark tells the engine's processes, whoever becomes their parent.
        return ["nsenter", f"--net=/proc/{self.holder.pid}/ns/net", "env", MARK + self.folder, *super().command()]

    def in_network(self, *command):
        return subprocess.run(["nsenter", f"--net=/proc/{self.holder.pid}/ns/net", *command],
                              capture_output=True, text=True, timeout=60, check=True).stdout

    def end(self):
        """Stops containers, engine and namespace, and deletes the folders: what a failed test leaves behind too."""
        try:
            if self.process is not None and self.process.poll() is None:
                self.remove_all()
        except (ApiError, OSError):
            pass
        self.stop()
        for pid in self.stages():
            os.kill(pid, 9)
        self.holder.kill()
        self.holder.wait()
        self.holder.stdout.close()
        self.remove()

    # --- the API ---------------------------------------------------------------------------------

    def call(self, method, target, body=None, ok=(200, 201, 204, 304), seconds=60):
        answer = apiclient.request(self.socket, method, target, body, seconds=seconds)
        if answer.status not in ok:
            raise ApiError(f"{method} {target}", answer)
        return answer

    def call_as(self, uid, method, target, body=None):
        """Status and text of a call by somebody who is not root. Forked: another user may not find this Python."""
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.close(ours)
                os.setgroups([])
                os.setgid(uid)
                os.setuid(uid)
                answer = apiclient.request(self.socket, method, target, body)
                with open(theirs, "wb") as pipe:
                    pipe.write(json.dumps([answer.status, answer.body.decode(errors="replace")]).encode())
            finally:
                os._exit(0)
        os.close(theirs)
        with open(ours, encoding="utf-8") as pipe:
            text = pipe.read()
        os.waitpid(child, 0)
        status, body = json.loads(text)
        return status, body

    def skip(self, reason):
        """As engines.skip. An engine that is left would hold the test's output open, and so the run up."""
        self.end()
        engines.skip(reason)

    def load_busybox(self):
        busybox = busyboximage.find_busybox() or self.skip("no static busybox (package busybox-static)")
        archive = busyboximage.docker_archive(busyboximage.root_file_system(busybox), [IMAGE])
        apiclient.request(self.socket, "POST", "/images/load", archive, {"Content-Type": "application/x-tar"})
        self.call("GET", f"/images/{IMAGE}/json")

    def create(self, *command, name=None, host_config=None, **config):
        body = {"Image": IMAGE, "Cmd": list(command), "HostConfig": host_config or {}, **config}
        return self.call("POST", "/containers/create" + (f"?name={name}" if name else ""), body).json()["Id"]

    def start_container(self, ident):
        self.call("POST", f"/containers/{ident}/start")

    def run_container(self, *command, **options):
        ident = self.create(*command, **options)
        self.start_container(ident)
        return ident

    def wait(self, ident, seconds=60):
        return self.call("POST", f"/containers/{ident}/wait", seconds=seconds).json()["StatusCode"]

    def remove_container(self, ident):
        self.call("DELETE", f"/containers/{ident}?force=1&v=1")

    def remove_all(self):
        for container in self.containers():
            self.remove_container(container["Id"])

    def containers(self):
        return self.call("GET", "/containers/json?all=1").json()

    def state(self, ident):
        return self.call("GET", f"/containers/{ident}/json").json()["State"]

    def output(self, ident):
        """What the container wrote to both streams, in the order of the log."""
        return join_frames(self.call("GET", f"/containers/{ident}/logs?stdout=1&stderr=1").body)

    # --- what it holds -----------------------------------------------------------------------------

    def descriptors(self):
        """Open descriptors, less the one that each thread's event loop has: the pools of threads grow to a bound."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd")) - len(os.listdir(f"/proc/{self.process.pid}/task"))

    def memory(self):
        """Resident bytes of the engine."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read())[1]) * 1024

    def holdings(self, ids=()):
        """Everything of this engine that must be as before once the containers `ids` are gone, by kind."""
        with open(f"/proc/{self.process.pid}/mountinfo", encoding="utf-8", errors="replace") as file:
            inside = file.read().splitlines()
        with open("/proc/self/mountinfo", encoding="utf-8", errors="replace") as file:
            outside = [line for line in file.read().splitlines() if self.folder in line or self.root in line]
        return {
            "mounts of the engine": sorted(line.split()[4] for line in inside if not elsewhere(line, self)),
            "mounts of the machine": sorted(line.split()[4] for line in outside),
            "links": sorted(re.sub(r"@.*", "", line.split(": ")[1])
                            for line in self.in_network("ip", "-o", "link").splitlines()),
            "nft rules": without_counters(self.in_network("nft", "list", "ruleset")),
            "stages": len(self.stages()),
            "other processes": sorted(self.helpers()),
            "loop devices": sorted(self.loops()),
            "cgroups": sorted(cgroups_of(ids)),
            "files": sorted(files_below(self.root) + files_below(self.run_dir)),
        }

    def helpers(self):
        """Names of the processes that the engine has forked and that are no stages: sandboxes, holders of id maps."""
        known = {self.process.pid, *self.stages()}
        found = []
        for folder in glob.glob("/proc/[0-9]*"):
            try:
                with open(folder + "/environ", "rb") as environment, open(folder + "/comm", encoding="ascii") as name:
                    if (MARK + self.folder).encode() in environment.read().split(b"\0") and int(folder[6:]) not in known:
                        found.append(name.read().strip())
            except (OSError, UnicodeDecodeError):
                continue
        return found

    def loops(self):
        found = []
        for path in glob.glob("/sys/block/loop*/loop/backing_file"):
            with open(path, encoding="utf-8", errors="replace") as file:
                found += [line for line in file.read().splitlines() if self.folder in line or self.root in line]
        return found

    def steady_holdings(self, ids=()):
        """The holdings once the work in the background (removal of trees and links) has come to rest."""
        # Trees are deleted at the lowest priority: on a busy machine that takes its time.
        settled(lambda: not os.listdir(self.root + "/trash"), seconds=240)
        last = self.holdings(ids)
        for _ in range(60):
            time.sleep(0.3)
            now = self.holdings(ids)
            if now == last:
                break
            last = now
        return now

    @property
    def run_dir(self):
        return self.folder + "/run"


def elsewhere(line, engine):
    """A mount that the engine did not make: it is none of its own folders and a plain copy of the machine's."""
    return engine.root not in line and engine.folder not in line


def without_counters(ruleset):
    return sorted(re.sub(r"(packets|bytes) \d+|# handle \d+", "", line) for line in ruleset.splitlines())


def cgroups_of(ids):
    """Cgroups, in any hierarchy, named after one of these containers."""
    wanted = set(ids)
    found = []
    for folder, names, _ in os.walk("/sys/fs/cgroup"):
        found += [os.path.join(folder, n) for n in names if wanted & set(re.findall(r"[0-9a-f]{64}", n))]
    return found


def files_below(folder):
    """Files and folders, less what changes by itself: the database's own files."""
    return [path for path in glob.glob(folder + "/**", recursive=True, include_hidden=True)
            if not re.search(r"quayside\.db", path)]


def join_frames(data):
    """The payloads of a multiplexed stream."""
    out, at = [], 0
    while at < len(data):
        length = int.from_bytes(data[at + 4:at + 8], "big")
        out.append(data[at + 8:at + 8 + length])
        at += 8 + length
    return b"".join(out)


def settled(condition, seconds=10):
    """The last value of `condition`, which is called until it is true."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value or time.monotonic() > deadline:
            return value
        time.sleep(0.05)


def describe(before, after):
    """What differs between two holdings, for a failed test's message."""
    lines = []
    for kind, value in before.items():
        if value != after[kind]:
            gone = [v for v in value if v not in after[kind]] if isinstance(value, list) else value
            new = [v for v in after[kind] if v not in value] if isinstance(value, list) else after[kind]
            lines.append(f"{kind}: gone {json.dumps(gone)[:2000]}; new {json.dumps(new)[:2000]}")
    return "\n".join(lines)

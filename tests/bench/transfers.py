"""Images from a registry and to it (Debian's docker-registry, on loopback): dockerd and podman against ours.

All of them keep their files on one ext4, and so does the registry; all share one network namespace. Before each time that is
taken: sync, the kernel's caches dropped, and what is read (the registry's blobs before a pull, the image's own files before a
push) read into the cache again, alike for all. The registry's blobs are what dockerd has compressed."""
import glob
import io
import os
import random
import re
import shutil
import statistics
import subprocess
import tarfile
import threading
import time

import engines
from disk import own_file_system
from figures import Figure, NotMeasured
from peer import docker
from quayside import settled

# The layers' share of the files and bytes, from the largest.
SHARES = (0.33, 0.21, 0.15, 0.11, 0.08, 0.06, 0.04, 0.02)
PORT = 5999
TICKS = os.sysconf("SC_CLK_TCK")


# --- what is in the images ---------------------------------------------------------------------------------

def real_files(seed):
    """Regular files of this machine's /usr, in an order that the seed gives."""
    found = []
    for folder, _, names in os.walk("/usr"):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and not os.path.islink(path) and 0 < os.path.getsize(path) < 50 << 20:
                found.append(path)
    found.sort()
    random.Random(seed).shuffle(found)
    return found


def words(source, size):
    """Text that compresses about as well as programs do."""
    return " ".join("%x" % source.getrandbits(28) for _ in range(size // 8 + 1)).encode()[:size]


def pick(megabytes, count):
    """(name, path or bytes) of `count` files, of `megabytes` in all: real ones while both last, then generated ones."""
    left, source = megabytes << 20, random.Random(7)
    files = []
    for path in real_files(7):
        size = os.path.getsize(path)
        if size > left * 9 // 10 or len(files) >= count - 8:
            continue
        files.append((path[1:], path))
        left -= size
    rest = max(count - len(files), 1)
    for number in range(rest):
        files.append((f"made/{number % 97}/{number}", words(source, max(left // rest, 16))))
    source.shuffle(files)
    return files


def write_layer(archive, files):
    folders = set()
    with tarfile.open(archive, "w", format=tarfile.GNU_FORMAT) as tar:
        for name, content in files:
            parts = name.split("/")[:-1]
            for depth in range(1, len(parts) + 1):
                folder = "/".join(parts[:depth])
                if folder not in folders:
                    folders.add(folder)
                    tar.addfile(entry(folder, tarfile.DIRTYPE, 0o755))
            if isinstance(content, bytes):
                add(tar, name, io.BytesIO(content), len(content))
            else:
                with open(content, "rb") as file:
                    add(tar, name, file, os.path.getsize(content))


def entry(name, kind, mode):
    info = tarfile.TarInfo(name)
    info.type, info.mode, info.mtime = kind, mode, 1_700_000_000
    return info


def add(tar, name, file, size):
    info = entry(name, tarfile.REGTYPE, 0o644)
    info.size = size
    tar.addfile(info, file)


def layers_of(folder, megabytes, count):
    """The archives of one image's layers, the largest last: a build ends with what changes most."""
    files, archives, at = pick(megabytes, count), [], 0
    for number, share in enumerate(SHARES):
        end = len(files) if number == len(SHARES) - 1 else at + int(share * len(files))
        archives.append(f"{folder}/layer{number}.tar")
        write_layer(archives[-1], files[at:end])
        at = end
    return archives[::-1]


def small_files(folder, count):
    source = random.Random(11)
    archive = folder + "/small.tar"
    write_layer(archive, [(f"small/{n % 1000}/{n}", words(source, source.randrange(64, 4096))) for n in range(count)])
    return [archive]


def build(engine, name, archives, base=None):
    """One commit a layer; the lowest of all is imported."""
    for archive in archives:
        with open(archive, "rb") as file:
            if base is None:
                docker(engine, "import", "-", name, stdin=file)
            else:
                docker(engine, "create", "--name", "building", base, "true")
                docker(engine, "cp", "-", "building:/", stdin=file)
                docker(engine, "commit", "building", name)
                docker(engine, "rm", "building")
        base = name


# --- who takes part ------------------------------------------------------------------------------------------

class Registry:
    """docker-registry in the engine's network, empty at the start."""

    def __init__(self, engine):
        self.engine, self.number, self.process = engine, 0, None

    def begin(self):
        """A new one in the place of the last."""
        self.end()
        self.number += 1
        self.folder = f"{self.engine.folder}/registry{self.number}"
        self.log = self.folder + ".log"
        config = self.folder + ".yml"
        with open(config, "w", encoding="ascii") as file:
            file.write(f"version: 0.1\nlog: {{level: info, accesslog: {{disabled: false}}}}\n"
                       f"storage: {{filesystem: {{rootdirectory: {self.folder}}}}}\nhttp: {{addr: 127.0.0.1:{PORT}}}\n")
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                ["nsenter", f"--net=/proc/{self.engine.holder.pid}/ns/net", "docker-registry", "serve", config],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        if not settled(lambda: self.call("GET", "/v2/"), 20):
            raise NotMeasured("docker-registry does not start")

    def end(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            shutil.rmtree(self.folder, ignore_errors=True)
            self.process = None

    def call(self, method, path, *headers):
        """The body of the answer, or nothing."""
        arguments = [part for header in headers for part in ("-H", header)]
        done = subprocess.run(["nsenter", f"--net=/proc/{self.engine.holder.pid}/ns/net", "curl", "-sf", "-X", method, *arguments,
                               f"http://127.0.0.1:{PORT}{path}"], capture_output=True, check=False)
        return done.stdout if done.returncode == 0 else b""

    def manifest(self, repository):
        return self.call("GET", f"/v2/{repository}/manifests/1",
                         "Accept: application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json")

    def fetched(self):
        """Digests of the blobs that somebody has fetched, so far."""
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return set(re.findall(r'"GET /v2/\S+/blobs/(sha256:[0-9a-f]{64})', log.read()))

    def bytes(self):
        return sum(os.path.getsize(path) for path in glob.glob(self.folder + "/**/data", recursive=True))


def name_of(repository):
    return f"127.0.0.1:{PORT}/{repository}:1"


class Docker:
    """An engine that the docker command speaks to: ours or dockerd."""

    def __init__(self, name, engine):
        self.name, self.engine, self.trees = name, engine, engine.root

    def pull(self, repository):
        docker(self.engine, "pull", "-q", name_of(repository))

    def push(self, repository):
        docker(self.engine, "push", "-q", name_of(repository))

    def remove(self, *repositories):
        for repository in repositories:
            docker(self.engine, "rmi", "-f", name_of(repository))
        docker(self.engine, "image", "prune", "-f")  # each commit has left an image without a name
        if os.path.isdir(self.engine.root + "/trash"):
            settled(lambda: not os.listdir(self.engine.root + "/trash"), 240)


class Podman:
    """podman with a store of its own."""

    def __init__(self, engine):
        self.name, self.folder, self.engine = "podman", engine.folder + "/podman", engine
        self.trees = self.folder

    def run(self, *arguments):
        subprocess.run(["nsenter", f"--net=/proc/{self.engine.holder.pid}/ns/net", "podman", "--root", self.folder, "--runroot",
                        self.folder + "-run", "--storage-driver", "overlay", *arguments], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def pull(self, repository):
        self.run("pull", "-q", "--tls-verify=false", name_of(repository))

    def remove(self, *repositories):
        self.run("rmi", "-f", *map(name_of, repositories))

    def end(self):
        for mount in (self.folder + "/overlay", self.folder):
            subprocess.run(["umount", "-q", mount], check=False)


class DockerdInside(engines.Dockerd):
    """dockerd in the network that the engine and the registry are in. It makes no networks itself."""

    def __init__(self, engine):
        super().__init__("bench")
        self.own_network, self.holder = False, engine.holder

    def command(self):
        return ["nsenter", f"--net=/proc/{self.holder.pid}/ns/net", *super().command(), "--bridge", "none", "--iptables=false",
                "--ip6tables=false"]


# --- how it is measured ----------------------------------------------------------------------------------------

def settle(*folders):
    """What was written is on the disk; of what is cached, only `folders` stay."""
    os.sync()
    try:
        with open("/proc/sys/vm/drop_caches", "w", encoding="ascii") as file:
            file.write("3")
    except OSError as error:
        raise NotMeasured(f"the kernel's caches cannot be dropped here: {error}") from error
    for folder in folders:
        subprocess.run(f"find '{folder}' -xdev -type f -print0 | xargs -0r cat >/dev/null", shell=True, check=True)


def timed(act, *arguments):
    began = time.perf_counter()
    act(*arguments)
    return time.perf_counter() - began


class Watch:
    """The most memory that the engine and its children hold at once, and the processor time that they take."""

    def __init__(self, engine):
        self.pid, self.peak, self.ended = engine.process.pid, 0, threading.Event()
        self.before = self.seconds()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        while not self.ended.wait(0.1):
            self.peak = max(self.peak, sum(map(proportional, family(self.pid))))

    def end(self):
        self.ended.set()
        self.thread.join()
        self.cpu = self.seconds() - self.before
        return self

    def seconds(self):
        """Of the engine and of those of its children that have ended."""
        with open(f"/proc/{self.pid}/stat", encoding="utf-8") as file:
            return sum(map(int, file.read().rsplit(")", 1)[1].split()[11:15])) / TICKS


def family(pid):
    found = [pid]
    for one in found:
        try:
            for path in glob.glob(f"/proc/{one}/task/*/children"):
                with open(path, encoding="ascii") as file:
                    found += map(int, file.read().split())
        except OSError:
            continue
    return found


def proportional(pid):
    """MiB of a process, what it shares with others divided among them."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M)[1]) / 1024
    except (OSError, TypeError):
        return 0  # it has ended


class Bench:
    def __init__(self, engine, dockerd, registry, rounds):
        self.registry, self.rounds = registry, rounds
        self.ours, self.dockerd, self.podman = Docker("ours", engine), Docker("dockerd", dockerd), Podman(engine)
        self.peak = 0

    def seconds_of_push(self, *repositories):
        """Of what each has built and nobody has. The last to push is dockerd, whose blobs stay in the registry."""
        times = {side.name: [] for side in (self.ours, self.dockerd)}
        for _ in range(self.rounds):
            for side in (self.ours, self.dockerd):
                self.registry.begin()
                settle(side.trees)
                watch = Watch(self.ours.engine)
                times[side.name].append(timed(side.push, repositories[0]))
                if side is self.ours:
                    self.note(watch.end())
                    self.push_cpu, self.pushed_bytes = watch.cpu, self.registry.bytes()
                else:
                    watch.end()
        for repository in repositories[1:]:
            self.dockerd.push(repository)
        return {name: statistics.median(list_) for name, list_ in times.items()}

    def seconds_of_pull(self, repository):
        """Of an image of which nobody has a layer. It stays."""
        sides = (self.ours, self.dockerd, self.podman)
        times = {side.name: [] for side in sides}
        for number in range(self.rounds):
            for side in sides:
                if number > 0:
                    side.remove(repository)
                settle(self.registry.folder)
                watch = Watch(self.ours.engine)
                times[side.name].append(timed(side.pull, repository))
                if side is self.ours:
                    self.note(watch.end())
                    os.sync()
                else:
                    watch.end()
        return {name: statistics.median(list_) for name, list_ in times.items()}

    def note(self, watch):
        self.peak = max(self.peak, watch.peak)

    def push_again(self, repository):
        """(seconds of processor, whether the manifest is the same) of a pulled image's push to an empty registry."""
        before = self.registry.manifest(repository)
        self.registry.begin()
        settle(self.ours.trees)
        watch = Watch(self.ours.engine)
        self.ours.push(repository)
        watch.end()
        same = before == self.registry.manifest(repository) and before
        return watch.cpu, bool(same), self.registry.bytes()


def ratio(what, times, other, target):
    return Figure(f"{what}: {other} / ours", times[other] / times["ours"], "x", target, at_most=False,
                  detail=f"{times[other]:.2f} s / {times['ours']:.2f} s")


def measure(bench, folder, megabytes):
    count = max(megabytes * 29000 // 1800, 40)
    few = max(megabytes * 100000 // 1800, 40)
    big, small = layers_of(folder, megabytes, count), small_files(folder, few)
    write_layer(folder + "/other.tar", [("other", words(random.Random(5), 1 << 20))])
    for side in (bench.ours, bench.dockerd):
        build(side.engine, name_of("lower"), big[:-1])
        build(side.engine, name_of("big"), big[-1:], name_of("lower"))
    build(bench.dockerd.engine, name_of("shared"), [folder + "/other.tar"], name_of("lower"))
    build(bench.dockerd.engine, name_of("small"), small)
    pushes = bench.seconds_of_push("big", "small", "shared")
    figures = [ratio(f"push of an image that was built here, {megabytes} MB in 8 layers", pushes, "dockerd", 3)]
    bench.ours.remove("big", "lower")
    bench.dockerd.remove("big", "small", "shared", "lower")
    pulls = bench.seconds_of_pull("small")
    figures += [ratio(f"pull of {few} small files", pulls, other, 2) for other in ("dockerd", "podman")]
    pulls = bench.seconds_of_pull("big")
    figures += [ratio(f"pull of {megabytes} MB and {count} files in 8 layers", pulls, other, 2) for other in ("dockerd", "podman")]
    known = bench.registry.fetched()
    settle(bench.registry.folder)
    bench.ours.pull("shared")
    figures.append(Figure("layers that a pull moves where seven are there", len(bench.registry.fetched() - known) - 1, "", 1,
                          detail="blobs in the registry's log less the configuration"))
    cpu, same, sent = bench.push_again("big")
    if not same:
        raise AssertionError("a pulled image that is pushed has another manifest")
    figures.append(Figure("processor time of a pulled image's push / of a built one's", cpu / max(bench.push_cpu, 0.01), "x", 0.6,
                          detail=f"{cpu:.2f} s / {bench.push_cpu:.2f} s; {sent >> 20} MiB sent, the manifest is the same"))
    figures.append(Figure("engine with its children, most memory at once (PSS)", bench.peak, "MiB", 100))
    return figures


def pull_and_push(engine, megabytes):
    for program in ("docker", "dockerd", "podman", "docker-registry", "curl"):
        if not shutil.which(program):
            raise NotMeasured(program + " is not installed")
    folder = engine.folder + "/made"
    os.mkdir(folder)
    registry, dockerd = Registry(engine), DockerdInside(engine)
    bench = Bench(engine, dockerd, registry, 3 if megabytes >= 1000 else 1)
    try:
        dockerd.start(60)
        return measure(bench, folder, megabytes)
    finally:
        registry.end()
        bench.podman.end()
        dockerd.stop()
        dockerd.remove()


pull_and_push.place = own_file_system

"""Builds: dockerd's classic builder and buildah (chroot isolation) against ours, all with the same local base and contexts.

dockerd and ours are spoken to through the API, without the docker command, unless the figure says otherwise; buildah is a command
by itself. An upload is the same tar for both, handed to the socket by sendfile(2). "Open folder": the context is a descriptor of a
folder that the caller has open, which is how our window sends it (ADR 19)."""
import contextlib
import os
import resource
import shutil
import statistics
import subprocess
import time
import urllib.parse

import busyboximage
import floor
from disk import own_file_system
from figures import Figure, NotMeasured, interleaved, ms
from peer import dockerd_beside
from quayside import IMAGE
from transfers import SHARES, pick

TWELVE_STEPS = f"FROM {IMAGE}\nENV A=b\nWORKDIR /app\nCOPY app.py .\n" + "".join(
    f"RUN echo {n} > /app/out{n}\n" for n in range(8))
LAST_LINE = b"Successfully built"


# --- contexts ------------------------------------------------------------------------------------------------

class Context:
    """A folder with a Dockerfile, and the tar of it that clients send."""

    def __init__(self, folder, dockerfile):
        self.folder, self.archive = folder, folder + ".tar"
        os.makedirs(folder)
        self.write("Dockerfile", dockerfile.encode())

    def write(self, name, content):
        """Bytes, or the path of a file to copy."""
        path = f"{self.folder}/{name}"
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if isinstance(content, str):
            shutil.copyfile(content, path)
            return
        with open(path, "wb") as file:
            file.write(content)

    def pack(self):
        subprocess.run(["tar", "-C", self.folder, "-cf", self.archive, "."], check=True)
        return self

    def remove(self):
        shutil.rmtree(self.folder)
        with contextlib.suppress(FileNotFoundError):
            os.unlink(self.archive)


def small_context(folder):
    context = Context(folder, TWELVE_STEPS)
    context.write("app.py", b"print('hello')\n" * 200)
    return context.pack()


def large_context(folder, megabytes):
    """One COPY for each share of 29,000 files of 1.8 GB."""
    files, at = pick(megabytes, max(16, megabytes * 29_000 // 1800)), 0
    context = Context(folder, f"FROM {IMAGE}\n" + "".join(f"COPY part{n} /part{n}\n" for n in range(len(SHARES))))
    for number, share in enumerate(SHARES):
        end = len(files) if number == len(SHARES) - 1 else at + max(1, int(share * len(files)))
        for name, content in files[at:end]:
            context.write(f"part{number}/{name}", content)
        at = end
    return context.pack()


def change_one_file(context, number):
    context.write("app.py", f"print({number})\n".encode())


def changing_context(folder, large):
    """The files of a large one, below, and above them one file that changes."""
    context = Context(folder, f"FROM {IMAGE}\nCOPY data /data\nCOPY app.py /app.py\nRUN cp /app.py /run.py\n")
    os.rename(large.folder, folder + "/data")
    os.unlink(large.archive)
    change_one_file(context, 0)
    return context


# --- who builds ----------------------------------------------------------------------------------------------

class Api:
    """Ours or dockerd: POST /build."""

    def __init__(self, engine):
        self.engine = engine

    def post(self, query, archive=None):
        size = os.path.getsize(archive) if archive else 0
        target = "/v1.41/build?" + urllib.parse.urlencode({"t": "bench", **query})
        head = [f"POST {target} HTTP/1.1", "Content-Type: application/x-tar", f"Content-Length: {size}"]
        answer, sent = b"", 0
        with floor.connect(self.engine.socket, head) as client:
            if archive:
                with open(archive, "rb") as file:
                    while sent < size:
                        sent += os.sendfile(client.fileno(), file.fileno(), sent, size - sent)
            with contextlib.suppress(ConnectionResetError):  # dockerd closes before it has read what pads an archive
                while piece := client.recv(65536):
                    answer += piece
        if LAST_LINE not in answer:
            raise RuntimeError(f"POST {target}: {answer[-500:]!r}")

    def upload(self, context, **query):
        self.post(query, context.archive)

    def open_folder(self, context, **query):
        folder = os.open(context.folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            self.post({"contextfd": folder, **query})
        finally:
            os.close(folder)

    def command(self, context):
        """docker build, which makes the tar."""
        subprocess.run(["docker", "-H", "unix://" + self.engine.socket, "build", "-q", "-t", "bench", context.folder], check=True,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, "DOCKER_BUILDKIT": "0"})

    def forget(self):
        """What was built, and the cache of it."""
        for argument in (["rmi", "-f", "bench"], ["image", "prune", "-f"], ["builder", "prune", "-af"]):
            subprocess.run(["docker", "-H", "unix://" + self.engine.socket, *argument], check=False, stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def ulimits():
    """Those that there are: it wants a million descriptors otherwise, which not everybody may have."""
    for name, kind in (("nofile", resource.RLIMIT_NOFILE), ("nproc", resource.RLIMIT_NPROC)):
        hard = resource.getrlimit(kind)[1]
        yield f"--ulimit={name}={hard}:{hard}"


class Buildah:
    """buildah with a store of its own, in the engine's network; every step is a layer, as with the others."""

    def __init__(self, engine):
        if not shutil.which("buildah"):
            raise NotMeasured("buildah is not installed")
        self.folder, self.engine = engine.folder + "/buildah", engine
        archive = engine.folder + "/buildah.tar"
        with open(archive, "wb") as file:
            file.write(busyboximage.docker_archive(busyboximage.root_file_system(busyboximage.find_busybox()), [IMAGE]))
        self.run("pull", "-q", "docker-archive:" + archive)
        probe = Context(engine.folder + "/probe", f"FROM {IMAGE}\nRUN true\n")
        self.build(probe)  # not everywhere may it do what it wants
        self.forget()
        probe.remove()

    def run(self, *arguments):
        done = subprocess.run(["nsenter", f"--net=/proc/{self.engine.holder.pid}/ns/net", "buildah", "--root", self.folder,
                               "--runroot", self.folder + "-run", "--storage-driver", "overlay", *arguments], check=False,
                              stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode != 0:
            raise NotMeasured(f"buildah {arguments[0]}: {(done.stdout + done.stderr).decode(errors='replace')[-300:]}")

    def build(self, context, *options):
        self.run("build", "--isolation", "chroot", "--layers", "--pull=never", "-q", "-t", "bench", *ulimits(), *options, context.folder)

    def forget(self):
        self.run("rmi", "-f", "bench")
        self.run("rmi", "--prune", "--force")

    def remove(self):
        subprocess.run(["umount", self.folder + "/overlay"], check=False, stderr=subprocess.DEVNULL)


def against(peers, name, times, target, detail=ms):
    """A figure for each of the peers: what it took, to what ours took, by name in `times`."""
    ours = times["ours"]
    for peer in peers:
        if peer in times:
            yield Figure(f"{name}: {peer} / ours", times[peer] / ours, "x", target, at_most=False,
                         detail=f"{detail(times[peer])} / {detail(ours)}")


def seconds(value):
    return f"{value:.2f} s"


def timed(act):
    """Seconds, with nothing of another's left to be written."""
    os.sync()
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


# --- what is measured ----------------------------------------------------------------------------------------

class Bench:
    def __init__(self, engine, dockerd, buildah):
        self.engine, self.ours, self.dockerd, self.buildah = engine, Api(engine), Api(dockerd), buildah
        self.peers = ["dockerd", "buildah"] if buildah else ["dockerd"]

    def in_turns(self, rounds, **acts):
        """The median of each; buildah's is left out where there is none."""
        acts = {name: act for name, act in acts.items() if name != "buildah" or self.buildah}
        return dict(zip(acts, interleaved(rounds, *acts.values())))

    def from_scratch_and_cached(self, rounds):
        context = small_context(self.engine.folder + "/small")
        times = self.in_turns(rounds, ours=lambda: self.ours.upload(context, nocache=1),
                              dockerd=lambda: self.dockerd.upload(context, nocache=1),
                              buildah=lambda: self.buildah.build(context, "--no-cache"))
        yield from against(self.peers, "12 steps, 8 of them RUN, nothing cached", times, 5)
        acts = {"ours": lambda: self.ours.upload(context), "dockerd": lambda: self.dockerd.upload(context),
                "buildah": lambda: self.buildah.build(context)}
        self.in_turns(2, **acts)
        yield from against(self.peers, "the same, all cached", self.in_turns(5 * rounds, **acts), 4)
        acts["ours"] = lambda: self.ours.open_folder(context)
        self.in_turns(1, **acts)
        yield from against(["dockerd"], "the same, ours from an open folder", self.in_turns(5 * rounds, **acts), 1)
        context.remove()

    def copies(self, context, rounds):
        """Each round from an empty cache: it is emptied afterwards, and what is not timed is waited for."""
        acts = {"ours": (self.ours, self.ours.upload), "open folder": (self.ours, self.ours.open_folder),
                "dockerd": (self.dockerd, self.dockerd.upload)}
        if self.buildah:
            acts["buildah"] = (self.buildah, self.buildah.build)
        times = {name: [] for name in acts}
        for _ in range(rounds):
            for name, (who, act) in acts.items():
                times[name].append(timed(lambda act=act: act(context)))
                who.forget()
        medians = {name: statistics.median(taken) for name, taken in times.items()}
        yield from against(self.peers, "8 COPY of many files, uploaded", medians, 3, seconds)
        medians["ours"] = medians.pop("open folder")
        yield from against(self.peers, "8 COPY of many files, ours from an open folder", medians, 3, seconds)

    def one_changed(self, context, rounds):
        """All but the last two steps are cached. Through `docker build` the client reads and sends everything for each build."""
        self.ours.open_folder(context)
        times = {name: [] for name in ("ours", "dockerd", "command", "upload", "their upload")}
        acts = {"ours": self.ours.open_folder, "command": self.ours.command, "dockerd": self.dockerd.command,
                "upload": self.ours.upload, "their upload": self.dockerd.upload}
        if self.buildah:
            acts["buildah"] = self.buildah.build
            times["buildah"] = []
        self.dockerd.command(context)
        if self.buildah:
            self.buildah.build(context)
        time.sleep(2.5)  # what is younger than two seconds is not remembered
        self.ours.open_folder(context)
        for number in range(rounds * len(acts)):
            name = list(acts)[number % len(acts)]
            change_one_file(context, number + 1)
            if "upload" in name:
                context.pack()
            times[name].append(timed(lambda name=name: acts[name](context)))
        medians = {name: statistics.median(taken) for name, taken in times.items()}
        yield from against(self.peers, "one file of a large context changed, ours from an open folder (the others read all of it)",
                           medians, 10, seconds)
        yield Figure("the same through docker build: dockerd / ours", medians["dockerd"] / medians["command"], "x", 1,
                     at_most=False, detail=f"{seconds(medians['dockerd'])} / {seconds(medians['command'])}; the client makes the tar")
        yield Figure("the same through the API, uploaded: dockerd / ours", medians["their upload"] / medians["upload"], "x", 1,
                     at_most=False, detail=f"{seconds(medians['their upload'])} / {seconds(medians['upload'])}")

    def stages(self, long, short):
        def stage(name, wait):
            return f"FROM {IMAGE} AS {name}\nRUN sleep {wait}\nRUN echo {name} > /{name}\n"
        both = Context(self.engine.folder + "/both", stage("a", long) + stage("b", short) +
                       f"FROM {IMAGE}\nCOPY --from=a /a /\nCOPY --from=b /b /\n").pack()
        alone = Context(self.engine.folder + "/alone", stage("a", long) + f"FROM {IMAGE}\nCOPY --from=a /a /\n").pack()
        together = timed(lambda: self.ours.upload(both, nocache=1))
        longer = timed(lambda: self.ours.upload(alone, nocache=1))
        both.remove()
        alone.remove()
        yield Figure("two independent stages / the longer one alone", together / longer, "x", 1.2,
                     detail=f"{seconds(together)} / {seconds(longer)}; one after the other at least {long + short} s")


def all_builds(engine, megabytes):
    figures, earnest = [], megabytes > 100
    try:
        buildah = Buildah(engine)
    except NotMeasured as reason:
        print(f"not measured: against buildah: {reason}", flush=True)
        buildah = None
    try:
        with dockerd_beside(engine) as dockerd:
            bench = Bench(engine, dockerd, buildah)
            figures += bench.from_scratch_and_cached(3 if earnest else 1)
            figures += bench.stages(3 if earnest else 0.2, 2 if earnest else 0.1)
            context = large_context(engine.folder + "/large", megabytes)
            figures += bench.copies(context, 3 if earnest else 1)
            figures += bench.one_changed(changing_context(engine.folder + "/changing", context), 3 if earnest else 1)
    finally:
        if buildah:
            buildah.remove()
    return figures


all_builds.place = own_file_system

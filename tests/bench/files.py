"""A tree of a gigabyte through docker cp, in and out, and through docker commit: dockerd against ours."""
import os
import shutil
import statistics
import subprocess
import time

import busyboximage
import engines
from figures import Figure, NotMeasured
from quayside import IMAGE


def make_tree(folder, megabytes):
    """Nine tenths of it in files of a megabyte, the rest in small ones."""
    for number in range(megabytes):
        big = number % 10 != 9
        at = f"{folder}/{number // 100}/{number}"
        os.makedirs(os.path.dirname(at), exist_ok=True)
        if big:
            with open(at, "wb") as file:
                file.write(os.urandom(1 << 20))
            continue
        os.mkdir(at)
        for small in range(64):
            with open(f"{at}/{small}", "wb") as file:
                file.write(os.urandom(16 << 10))


class Side:
    """One engine with a container, and what is timed on it."""

    def __init__(self, engine, tree):
        self.engine, self.tree, self.out = engine, tree, engine.folder + "/out"
        self.times = {"in": [], "stdin": [], "out": [], "stdout": [], "commit": []}
        self.docker("run", "-d", "--name", "tree", IMAGE, "sleep", "100000")

    def docker(self, *arguments, **streams):
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, **streams}
        subprocess.run(["docker", "-H", "unix://" + self.engine.socket, *arguments], check=True, **streams)

    def timed(self, name, *arguments, **streams):
        os.sync()  # what the other side still had to write must not be ours
        began = time.perf_counter()
        self.docker(*arguments, **streams)
        self.times[name].append(time.perf_counter() - began)

    def round(self, archive):
        self.docker("exec", "tree", "rm", "-rf", "/in", "/piped")
        with open(archive, "rb") as file:
            self.docker("exec", "tree", "mkdir", "/piped")
            self.timed("stdin", "cp", "-", "tree:/piped", stdin=file)
        self.docker("exec", "tree", "rm", "-rf", "/piped")
        self.timed("in", "cp", self.tree, "tree:/in")
        self.timed("out", "cp", "tree:/in", self.out)
        shutil.rmtree(self.out)
        self.timed("stdout", "cp", "tree:/in", "-")
        self.timed("commit", "commit", "tree", "tree:committed")
        self.docker("rmi", "tree:committed")

    def median(self, name):
        return statistics.median(self.times[name])


def copy_and_commit(engine, megabytes):
    if not shutil.which("docker") or not shutil.which("dockerd"):
        raise NotMeasured("docker or dockerd is not installed")
    tree, archive = engine.folder + "/tree", engine.folder + "/tree.tar"
    make_tree(tree, megabytes)
    subprocess.run(["tar", "-C", tree, "-cf", archive, "."], check=True)
    dockerd = engines.Dockerd("bench")
    try:
        dockerd.start(60)
        image = engine.folder + "/image.tar"
        with open(image, "wb") as file:
            file.write(busyboximage.docker_archive(
                busyboximage.root_file_system(busyboximage.find_busybox()), [IMAGE]))
        subprocess.run(["docker", "-H", "unix://" + dockerd.socket, "load", "-q", "-i", image], check=True,
                       stdout=subprocess.DEVNULL)
        sides = [Side(engine, tree), Side(dockerd, tree)]
        for _ in range(3):
            for side in sides:
                side.round(archive)
    finally:
        subprocess.run(["docker", "-H", "unix://" + dockerd.socket, "rm", "-f", "tree"], check=False,
                       stdout=subprocess.DEVNULL)
        dockerd.stop()
        dockerd.remove()
    ours, theirs = sides
    names = {"in": "docker cp TREE CONTAINER:", "stdin": "docker cp - CONTAINER:", "out": "docker cp CONTAINER: TREE",
             "stdout": "docker cp CONTAINER: -", "commit": "docker commit"}
    return [Figure(f"{what} on dockerd / on ours", theirs.median(name) / ours.median(name), "x", 2, at_most=False,
                   detail=f"{theirs.median(name):.2f} s / {ours.median(name):.2f} s") for name, what in names.items()]

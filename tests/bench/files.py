"""A tree of a gigabyte through docker cp, in and out, and through docker commit: dockerd against ours."""
import os
import shutil
import statistics
import subprocess
import time

from figures import Figure
from peer import docker, dockerd_beside
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
    """One engine, and what is timed on it. Every round has a container of its own and none is removed before the end:
    ext4 looks long for inodes where many were freed just now."""

    def __init__(self, engine, tree):
        self.engine, self.tree, self.out = engine, tree, engine.folder + "/out"
        self.times = {"in": [], "stdin": [], "out": [], "stdout": [], "commit": []}
        self.containers = []

    def timed(self, name, *arguments, **streams):
        os.sync()  # what the other side still had to write must not be ours
        began = time.perf_counter()
        docker(self.engine, *arguments, **streams)
        self.times[name].append(time.perf_counter() - began)

    def round(self, number, archive):
        name = f"tree{number}"
        docker(self.engine, "run", "-d", "--name", name, IMAGE, "sleep", "100000")
        self.containers.append(name)
        self.timed("in", "cp", self.tree, name + ":/in")
        self.timed("stdout", "cp", name + ":/in", "-")
        self.timed("commit", "commit", name, f"tree:{number}")
        self.timed("out", "cp", name + ":/in", self.out)
        shutil.rmtree(self.out)
        docker(self.engine, "exec", name, "mkdir", "/piped")
        with open(archive, "rb") as file:
            self.timed("stdin", "cp", "-", name + ":/piped", stdin=file)

    def remove(self):
        for name in self.containers:
            docker(self.engine, "rm", "-f", name)

    def median(self, name):
        return statistics.median(self.times[name])


def copy_and_commit(engine, megabytes):
    tree, archive = engine.folder + "/tree", engine.folder + "/tree.tar"
    make_tree(tree, megabytes)
    subprocess.run(["tar", "-C", tree, "-cf", archive, "."], check=True)
    with dockerd_beside(engine) as dockerd:
        sides = [Side(engine, tree), Side(dockerd, tree)]
        for number in range(3):
            for side in sides:
                side.round(number, archive)
        for side in sides:
            side.remove()
    ours, theirs = sides
    names = {"in": "docker cp TREE CONTAINER:", "stdin": "docker cp - CONTAINER:", "out": "docker cp CONTAINER: TREE",
             "stdout": "docker cp CONTAINER: -", "commit": "docker commit"}
    return [Figure(f"{what} on dockerd / on ours", theirs.median(name) / ours.median(name), "x", 2, at_most=False,
                   detail=f"{theirs.median(name):.2f} s / {ours.median(name):.2f} s") for name, what in names.items()]

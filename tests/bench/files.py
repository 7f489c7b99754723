"""A tree of a gigabyte through docker cp, in and out, and through docker commit: dockerd against ours."""
import os
import shutil
import statistics
import subprocess
import time

import floor
from disk import own_file_system
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
    """One engine, and what is timed on it. Every round has a container of its own."""

    def __init__(self, engine, tree):
        self.engine, self.tree, self.out = engine, tree, engine.folder + "/out"
        self.times = {name: [] for name in NAMES}
        self.containers = []

    def timed(self, name, act, *arguments, **streams):
        os.sync()  # what the other side still had to write must not be ours
        began = time.perf_counter()
        act(*arguments, **streams)
        self.times[name].append(time.perf_counter() - began)

    def round(self, number, archive):
        name = f"tree{number}"
        docker(self.engine, "run", "-d", "--name", name, IMAGE, "sleep", "100000")
        self.containers.append(name)
        size = os.path.getsize(archive)
        self.timed("in", docker, self.engine, "cp", self.tree, name + ":/in")
        self.timed("stdout", docker, self.engine, "cp", name + ":/in", "-")
        self.timed("get", floor.get, self.engine.socket, f"/containers/{name}/archive?path=/in", size)
        self.timed("commit", docker, self.engine, "commit", name, f"tree:{number}")
        self.timed("out", docker, self.engine, "cp", name + ":/in", self.out)
        shutil.rmtree(self.out)
        docker(self.engine, "exec", name, "mkdir", "/piped", "/put")
        with open(archive, "rb") as file:
            self.timed("stdin", docker, self.engine, "cp", "-", name + ":/piped", stdin=file)
        self.timed("put", floor.put, self.engine.socket, f"/containers/{name}/archive?path=/put", archive)

    def remove(self):
        for name in self.containers:
            docker(self.engine, "rm", "-f", name)

    def median(self, name):
        return statistics.median(self.times[name])


class Alone(Side):
    """The docker command with a server that costs nothing: what no engine can be quicker than."""

    def round(self, number, archive):
        self.engine.reads = False
        self.timed("in", docker, self.engine, "cp", self.tree, "any:/in")
        self.engine.reads = True
        self.timed("out", docker, self.engine, "cp", "any:/in", self.out)
        shutil.rmtree(self.out)


NAMES = {"in": "docker cp TREE CONTAINER:", "stdin": "docker cp - CONTAINER:", "put": "PUT archive by sendfile",
         "out": "docker cp CONTAINER: TREE", "stdout": "docker cp CONTAINER: -", "get": "GET archive, thrown away",
         "commit": "docker commit"}


def figure(name, ours, theirs, alone):
    """Twice as fast. Where the docker command does most of the work itself, what it leaves at most is told beside."""
    measured = theirs.median(name) / ours.median(name)
    detail = f"{theirs.median(name):.2f} s / {ours.median(name):.2f} s"
    if alone.times[name]:
        bound = theirs.median(name) / alone.median(name)
        detail += f"; the docker command by itself {alone.median(name):.2f} s: no engine could reach more than {bound:.2f} x"
    return Figure(f"{NAMES[name]} on dockerd / on ours", measured, "x", 2, at_most=False, detail=detail)


def copy_and_commit(engine, megabytes):
    tree, archive = engine.folder + "/tree", engine.folder + "/tree.tar"
    make_tree(tree, megabytes)
    subprocess.run(["tar", "-C", engine.folder, "--transform", "s,^tree,in,", "-cf", archive, "tree"], check=True)
    server = floor.Floor(engine.folder + "/floor.sock", archive)
    server.folder = engine.folder + "/alone"
    os.mkdir(server.folder)
    try:
        with dockerd_beside(engine) as dockerd:
            sides = [Side(engine, tree), Side(dockerd, tree), Alone(server, tree)]
            for number in range(3):
                for side in sides:
                    side.round(number, archive)
            for side in sides:
                side.remove()
    finally:
        server.end()
    return [figure(name, *sides) for name in NAMES]


copy_and_commit.place = own_file_system

#!/usr/bin/env python3
"""SIGKILL of the engine, and power cuts, at random moments of a pull: the image is whole or absent, pulling again works and
goes on from the layers that were finished, nothing stays behind.

QUAYSIDE_KILLS: how many kills (10; a quarter as many power cuts); QUAYSIDE_SEED: repeats the moments of a run that printed it.
"""
import collections
import fcntl
import gzip
import hashlib
import http.client
import io
import json
import os
import random
import shutil
import signal
import struct
import subprocess
import tarfile
import threading
import time
import unittest

from quayside import Quayside, apiclient, describe, settled  # lets the folder below be found
from fakeregistry import Server, digest_of

KILLS = int(os.environ.get("QUAYSIDE_KILLS", "10"))
SEED = int(os.environ.get("QUAYSIDE_SEED", "0")) or random.SystemRandom().randrange(1, 10**9)

SHUTDOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN, <linux/ext4.h>
WITHOUT_THE_JOURNAL = 2  # EXT4_GOING_FLAGS_NOLOGFLUSH: what is not on the disk by now never will be

# Files of each layer, bottom first, and their bytes.
LAYERS = ((20, 250_000), (80, 40_000), (3, 1_500_000), (50, 4_000), (5, 700_000), (20, 150_000), (1, 2_500_000), (60, 2_000))


class Image:
    """An image of several layers, and what must be in the store for each of them."""

    def __init__(self, source):
        self.blobs, self.chains, self.trees, self.digests = {}, [], [], []
        diff_ids, descriptors = [], []
        for number, (count, size) in enumerate(LAYERS):
            files = {f"layer{number}/{n}": source.randbytes(size // 2) + b"\0" * (size // 2) for n in range(count)}
            plain = archive(files)
            blob = gzip.compress(plain, 1)
            diff_ids.append(digest_of(plain))
            self.digests.append(self.add(blob))
            descriptors.append({"mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip", "size": len(blob),
                                "digest": self.digests[-1]})
            self.chains.append(diff_ids[0] if number == 0 else digest_of(f"{self.chains[-1]} {diff_ids[-1]}".encode()))
            self.trees.append({name: hashlib.sha256(data).digest() for name, data in files.items()})
        configuration = json.dumps({"architecture": "amd64", "os": "linux", "config": {"Cmd": ["x"]},
                                    "rootfs": {"type": "layers", "diff_ids": diff_ids}}).encode()
        self.id = self.add(configuration)
        self.manifest = json.dumps({
            "schemaVersion": 2, "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
            "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": len(configuration),
                       "digest": self.id}, "layers": descriptors}).encode()

    def add(self, blob):
        self.blobs[digest_of(blob)] = blob
        return digest_of(blob)

    def offer(self, registry):
        registry.blobs.update(self.blobs)
        registry.manifests["some/image", "1"] = "application/vnd.docker.distribution.manifest.v2+json", self.manifest


def archive(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def tree_of(folder):
    found = {}
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).digest()
    return found


class Pulls(unittest.TestCase):
    """What both kinds of accident share."""

    def begin(self, engine):
        print(f"QUAYSIDE_SEED={SEED} QUAYSIDE_KILLS={KILLS}", flush=True)
        self.random, self.engine = random.Random(SEED), engine
        self.image = Image(self.random)
        self.registry = Server(engine.holder.pid)
        self.addCleanup(self.registry.end)
        self.registry.handle_error = lambda *_: None  # its clients die in the middle of an answer
        self.image.offer(self.registry)
        self.name = self.registry.place + "/some/image"
        self.outcomes = collections.Counter()

    def pull(self):
        answer = apiclient.request(self.engine.socket, "POST", f"/images/create?fromImage={self.name}&tag=1", seconds=120)
        self.assertEqual(200, answer.status, answer.body)
        self.assertNotIn(b'"error"', answer.body)

    def pull_and_lose_the_answer(self):
        try:
            self.pull()
        except (OSError, http.client.HTTPException, AssertionError):
            pass  # the engine is gone, or its disk

    def fetched(self):
        """Digests of the layers that were asked for since the last call."""
        asked, self.registry.asked = self.registry.asked, []
        return [digest for digest in self.image.digests for method, path, _ in asked if method == "GET" and digest in path]

    def layers_there(self):
        return {blob for blob, chain in zip(self.image.digests, self.image.chains)
                if os.path.isdir(f"{self.engine.root}/layers/{chain[7:]}")}

    def come_whole(self):
        """Digests of the blobs all bytes of which had come, though nobody had put the layer in its place."""
        there = {f"sha256:{name}": os.stat(f"{self.engine.root}/blobs/partial/{name}").st_size
                 for name in os.listdir(self.engine.root + "/blobs/partial")}
        return {digest for digest, size in there.items() if size == len(self.image.blobs[digest])}

    def is_there(self):
        status = apiclient.request(self.engine.socket, "GET", f"/images/{self.name}:1/json").status
        self.assertIn(status, (200, 404))
        return status == 200

    def check_whole(self):
        self.assertEqual(self.image.id, self.engine.call("GET", f"/images/{self.name}:1/json").json()["Id"])
        for chain, tree in zip(self.image.chains, self.image.trees):
            self.assertTrue(tree == tree_of(f"{self.engine.root}/layers/{chain[7:]}/diff"), f"the layer {chain} is not as it was")
        for digest in self.image.digests:
            with open(f"{self.engine.root}/blobs/sha256/{digest[7:]}", "rb") as file:
                self.assertTrue(self.image.blobs[digest] == file.read(), f"the blob {digest} is not as it was")

    def contents(self):
        """Names of what lies in the store, once what is being deleted is gone."""
        settled(lambda: not os.listdir(self.engine.root + "/trash"), seconds=60)
        return {folder: sorted(os.listdir(f"{self.engine.root}/{folder}")) for folder in ("layers", "blobs", "blobs/sha256", "blobs/partial")}

    def time_of_a_pull(self):
        """Seconds; what is made at first use is made now."""
        for _ in range(2):
            began = time.monotonic()
            self.pull()
            seconds = time.monotonic() - began
            self.check_whole()
            self.engine.call("DELETE", f"/images/{self.name}:1")
        return seconds

    def look_after(self, before):
        """After the accident: whole or absent; the next pull takes what was finished, and leaves nothing when it is removed."""
        there, kept = self.is_there(), self.layers_there()
        self.outcomes["whole" if there else f"{len(kept)} of {len(LAYERS)} layers"] += 1
        if there:
            self.check_whole()
        missing, come = set(self.image.digests) - kept, self.come_whole()
        self.fetched()
        self.pull()
        again = set(self.fetched())
        self.assertEqual(set(), again & kept, "layers that were finished are fetched again")
        self.assertLessEqual(again, missing)
        self.assertLessEqual(missing - come, again)
        self.check_whole()
        self.engine.call("DELETE", f"/images/{self.name}:1")
        self.assertEqual(before, self.contents())


class Kills(Pulls):
    def setUp(self):
        engine = Quayside("pullkills")
        self.addCleanup(engine.end)
        engine.start()
        self.begin(engine)

    def test_the_engine_is_killed(self):
        seconds = self.time_of_a_pull()
        before, holdings = self.contents(), self.engine.steady_holdings()
        for number in range(KILLS):
            with self.subTest(kill=number):
                puller = threading.Thread(target=self.pull_and_lose_the_answer)
                puller.start()
                time.sleep(self.random.uniform(0, 1.5 * seconds))
                self.engine.stop(signal.SIGKILL)
                puller.join(30)
                self.engine.start()
                self.assertTrue(settled(lambda: not self.engine.helpers()), "an unpacking process outlives the engine")
                self.look_after(before)
        print(f"{KILLS} kills in a pull of {seconds:.2f} s:", dict(self.outcomes), flush=True)
        after = self.engine.steady_holdings()
        self.assertEqual(holdings, after, describe(holdings, after))

    def test_a_pull_that_fails_is_gone_on_with(self):
        """What was finished is not fetched again, not after a restart either."""
        self.pull()
        self.engine.call("DELETE", f"/images/{self.name}:1")
        before = self.contents()
        # The largest come first, three at a time: when it is this one's turn, two are finished.
        smallest = min(self.image.digests, key=lambda digest: len(self.image.blobs[digest]))
        self.registry.trouble = [(smallest, 404)]
        self.fetched()
        with self.assertRaises(AssertionError):
            self.pull()
        self.assertGreaterEqual(len(self.layers_there()), 2, "what was finished is gone")
        self.engine.stop(signal.SIGKILL)
        self.engine.start()
        self.look_after(before)


class PowerCuts(Pulls):
    """The engine's root on a loop file system that is shut down under it."""

    def setUp(self):
        if not shutil.which("mkfs.ext4"):
            self.skipTest("mkfs.ext4 is not installed (package e2fsprogs)")
        engine = Quayside("pullcuts")
        self.addCleanup(engine.end)
        self.disk, self.mount = engine.folder + "/disk", engine.folder + "/cut"
        os.mkdir(self.mount)
        with open(self.disk, "wb") as file:
            file.truncate(512 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", self.disk], check=True)
        engine.root = self.mount + "/root"
        self.addCleanup(lambda: subprocess.run(["umount", "-q", self.mount], check=False))
        self.plug_in()
        engine.start()
        self.begin(engine)

    def tearDown(self):
        self.engine.stop()

    def plug_in(self):
        subprocess.run(["mount", "-o", "loop", self.disk, self.mount], check=True)

    def cut(self):
        folder = os.open(self.mount, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", WITHOUT_THE_JOURNAL))
        finally:
            os.close(folder)
        self.engine.stop(signal.SIGKILL)
        self.assertTrue(settled(lambda: subprocess.run(["umount", self.mount], check=False, capture_output=True).returncode == 0))
        # A dying unpacking process has the file system mounted a moment longer: it would be the same, shut down one again.
        self.assertTrue(settled(lambda: not self.engine.loops(), seconds=60), "the file system is still in use")

    def test_the_power_is_cut(self):
        seconds = self.time_of_a_pull()
        before = self.contents()
        cuts = max(KILLS // 4, 2)
        for number in range(cuts):
            with self.subTest(cut=number):
                subprocess.run(["sync", "-f", self.mount], check=True)
                puller = threading.Thread(target=self.pull_and_lose_the_answer)
                puller.start()
                time.sleep(self.random.uniform(0, 1.5 * seconds))
                self.cut()
                puller.join(30)
                self.plug_in()
                self.engine.start()
                self.look_after(before)
        print(f"{cuts} power cuts in a pull of {seconds:.2f} s:", dict(self.outcomes), flush=True)


if __name__ == "__main__":
    unittest.main(verbosity=2)

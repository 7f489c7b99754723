#!/usr/bin/env python3
"""A full disk, a flood of output and readers that do not read: clear errors, bounded memory, the engine goes on."""
import os
import shutil
import socket
import subprocess
import time
import unittest

from quayside import ApiError, Quayside, apiclient, busyboximage, engines, files_below, settled


class FullDisk(unittest.TestCase):
    """The engine's root on a loop file system of 48 MiB."""

    def setUp(self):
        if not shutil.which("mkfs.ext4"):
            self.skipTest("mkfs.ext4 is not installed (package e2fsprogs)")
        self.engine = Quayside("full")
        self.addCleanup(self.engine.end)
        self.image, self.root = self.engine.folder + "/disk", self.engine.folder + "/small"
        os.mkdir(self.root)
        with open(self.image, "wb") as file:
            file.truncate(48 << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", self.image], check=True)
        subprocess.run(["mount", "-o", "loop", self.image, self.root], check=True)
        self.addCleanup(lambda: subprocess.run(["umount", self.root], check=False))
        self.engine.root = self.root + "/root"
        self.engine.start()
        self.engine.load_busybox()

    def tearDown(self):
        # Before the file system goes: containers and the engine.
        self.engine.remove_all()
        self.engine.stop()

    def fill(self):
        """A container that writes until the disk is full."""
        ident = self.engine.run_container("sh", "-c", "dd if=/dev/zero of=/big bs=1M; echo dd says $?")
        self.assertEqual(0, self.engine.wait(ident))
        return ident

    def test_it_is_said_and_removing_helps(self):
        full = self.fill()
        self.assertIn("No space left", self.engine.output(full).decode())
        layer = busyboximage.archive_of({"blob": os.urandom(4 << 20)})
        archive = busyboximage.docker_archive(layer, ["big:1"])
        before = files_below(self.engine.root)
        answer = answer_to_load(self.engine, archive)
        self.assertRegex(answer, "(?i)no space left")
        with self.assertRaises(ApiError):
            self.engine.call("GET", "/images/big:1/json")
        self.assertEqual(before, settled(lambda: files_below(self.engine.root) == before) and before)
        self.engine.remove_container(full)
        ident = self.engine.run_container("sh", "-c", "echo again > /file && cat /file")
        self.assertEqual(0, self.engine.wait(ident))
        self.assertEqual(b"again\n", self.engine.output(ident))

    def test_a_log_on_a_full_disk_does_not_stop_the_container(self):
        self.fill()
        try:
            ident = self.engine.run_container("sh", "-c", "i=0; while [ $i -lt 20000 ]; do echo some words $i; i=$((i+1)); done")
        except ApiError as error:
            self.assertRegex(error.text, "(?i)no space left")
            return
        self.assertEqual(0, self.engine.wait(ident))


def answer_to_load(engine, archive):
    """The whole answer to a load, wherever in it the error stands."""
    return apiclient.request(engine.socket, "POST", "/images/load", archive,
                             {"Content-Type": "application/x-tar"}).body.decode()


class Readers(unittest.TestCase):
    def setUp(self):
        self.engine = Quayside("readers")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()

    def test_a_reader_that_does_not_read(self):
        """A follower of a 200 MB log stops reading: the engine's memory stays, the neighbours are answered."""
        ident = self.engine.run_container("sh", "-c", "head -c 200000000 /dev/zero | tr '\\0' 'x' | fold -w 1000; sleep 600")
        before = self.engine.memory()
        readers = []
        for target in (f"/containers/{ident}/logs?stdout=1&follow=1", "/events"):
            reader = socket.socket(socket.AF_UNIX)
            self.addCleanup(reader.close)
            reader.connect(self.engine.socket)
            reader.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            readers.append(reader)
        slowest = 0
        for _ in range(40):
            began = time.monotonic()
            self.engine.call("GET", "/containers/json?all=1")
            slowest = max(slowest, time.monotonic() - began)
            time.sleep(0.05)
        self.assertLess(self.engine.memory() - before, 16 << 20)
        self.assertLess(slowest, 0.5, "a neighbour waited for the slow reader")

    def test_a_reader_gets_a_flood_whole(self):
        ident = self.engine.run_container("sh", "-c", "i=0; while [ $i -lt 50000 ]; do echo $i; i=$((i+1)); done")
        self.assertEqual(0, self.engine.wait(ident))
        self.assertEqual([str(i) for i in range(50000)], self.engine.output(ident).decode().splitlines())

    def test_memory_stays_when_readers_come_and_go(self):
        ident = self.engine.run_container("sh", "-c", "while true; do echo hello; usleep 1000; done")

        def come_and_go():
            for _ in range(50):
                reader = socket.socket(socket.AF_UNIX)
                reader.connect(self.engine.socket)
                reader.sendall(f"GET /containers/{ident}/logs?stdout=1&follow=1 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
                reader.recv(100)
                reader.close()
        come_and_go()
        descriptors = self.engine.descriptors()
        come_and_go()
        self.assertTrue(settled(lambda: self.engine.descriptors() <= descriptors),
                        f"{descriptors} descriptors before, {self.engine.descriptors()} after")


if __name__ == "__main__":
    if not shutil.which("mount"):
        engines.skip("mount is not installed")
    unittest.main(verbosity=2)

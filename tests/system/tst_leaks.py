#!/usr/bin/env python3
"""Hundreds of containers, 20 at a time, and nothing is left of them. QUAYSIDE_LOAD: how many (500)."""
import os
import unittest
from concurrent.futures import ThreadPoolExecutor

from quayside import Quayside, cgroups_of, describe, settled

COUNT = int(os.environ.get("QUAYSIDE_LOAD", "500"))
ABREAST = 20


class Leaks(unittest.TestCase):
    def setUp(self):
        self.engine = Quayside("leaks")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()
        # Whatever is made at first use and kept (worker threads, the bridge, caches) is made now.
        self.ids = []
        with ThreadPoolExecutor(ABREAST) as pool:
            list(pool.map(self.one_life, range(ABREAST)))

    def one_life(self, number):
        """A container in one of several shapes, from create to remove."""
        shape = number % 5
        options = {"host_config": {}}
        if shape == 1:
            options = {"ExposedPorts": {"80/tcp": {}}, "host_config": {"PortBindings": {"80/tcp": [{"HostPort": ""}]}}}
        elif shape == 2:
            options = {"Volumes": {"/data": {}}}
        elif shape == 3:
            options = {"Tty": True, "OpenStdin": True, "host_config": {"NetworkMode": "none", "Memory": 64 << 20}}
        ident = self.engine.create("sh", "-c", f"echo {number}; exit {number % 100}" if shape != 4 else "sleep 600",
                                   **options)
        self.ids.append(ident)
        self.engine.start_container(ident)
        if shape != 4:
            self.assertEqual(number % 100, self.engine.wait(ident))
        self.engine.remove_container(ident)

    def test_nothing_is_left(self):
        before = self.engine.steady_holdings(self.ids)
        descriptors, memory = self.engine.descriptors(), self.engine.memory()
        self.assertEqual([], before["cgroups"])
        with ThreadPoolExecutor(ABREAST) as pool:
            list(pool.map(self.one_life, range(COUNT)))
        self.assertEqual([], self.engine.containers())
        after = self.engine.steady_holdings(self.ids)
        self.assertEqual(before, after, describe(before, after))
        self.assertTrue(settled(lambda: self.engine.descriptors() <= descriptors),
                        f"descriptors: {descriptors} before, {self.engine.descriptors()} after")
        self.assertLess(self.engine.memory() - memory, 8 << 20, "the engine grew by more than 8 MiB")

    def test_a_running_container_is_seen(self):
        """The snapshot can fail: each kind of trace of a running container shows up in it."""
        before = self.engine.steady_holdings()
        ident = self.engine.run_container("sleep", "600", ExposedPorts={"80/tcp": {}},
                                host_config={"PortBindings": {"80/tcp": [{"HostPort": ""}]}})
        during = self.engine.holdings([ident])
        for kind in ("links", "nft rules", "stages", "cgroups", "files"):
            self.assertNotEqual(before[kind], during[kind], kind)
        self.engine.remove_container(ident)
        self.assertEqual([], settled(lambda: not cgroups_of([ident])) and cgroups_of([ident]))


if __name__ == "__main__":
    unittest.main(verbosity=2)

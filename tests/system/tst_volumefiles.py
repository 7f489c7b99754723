#!/usr/bin/env python3
"""Volumes as archives: out and in again with all that files are, nothing that leads out, nothing half; copies."""
import io
import json
import os
import socket
import subprocess
import tarfile
import unittest

from quayside import Quayside, apiclient, settled


def entry(name, data=b"", **facts):
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for fact, value in facts.items():
        setattr(info, fact, value)
    return info, data


def tar_of(*entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for info, data in entries:
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


ROOT = entry("./", type=tarfile.DIRTYPE, mode=0o700, uid=70, gid=71)


class Volumes(unittest.TestCase):
    def request(self, method, name, query="", body=None, rest="archive"):
        return apiclient.request(self.engine.socket, method, f"/quayside/volumes/{name}/{rest}{query}", body)

    def sh(self, volume, script):
        ident = self.engine.run_container("sh", "-c", script, host_config={"Binds": [f"{volume}:/v"]})
        self.assertEqual(0, self.engine.wait(ident), self.engine.output(ident))
        said = self.engine.output(ident)
        self.engine.remove_container(ident)
        return said.decode() if isinstance(said, bytes) else said

    def members(self, archive):
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            return {m.name: m for m in tar.getmembers()}

    def drafts(self):
        return [name for name in os.listdir(self.engine.root + "/volumes") if name.startswith(".draft-")]


class VolumeFiles(Volumes):
    def setUp(self):
        self.engine = Quayside("volumefiles")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()

    def test_out_and_in_again(self):
        self.engine.call("POST", "/volumes/create", {"Name": "src"})
        self.sh("src", "cd /v && chmod 700 . && chown 70:71 . && echo hi > a && chown 33:44 a && chmod 4755 a && ln a twin "
                       "&& mkdir d && ln -s /etc/shadow d/link && mkfifo pipe && echo x > 'n e w' "
                       "&& dd if=/dev/zero of=big bs=1 seek=10M count=1 2>/dev/null")
        plain = self.request("GET", "src")
        self.assertEqual(200, plain.status)
        self.assertNotIn("quayside-warning", plain.headers)
        found = self.members(plain.body)
        self.assertEqual((70, 71, 0o700), (found["."].uid, found["."].gid, found["."].mode))
        self.assertEqual((33, 44, 0o4755), (found["./a"].uid, found["./a"].gid, found["./a"].mode))
        self.assertEqual("/etc/shadow", found["./d/link"].linkname)
        for compress in ("gzip", "zstd"):
            packed = self.request("GET", "src", f"?compress={compress}")
            self.assertLess(len(packed.body), len(plain.body) / 10)
            made = self.request("PUT", f"new-{compress}", "?create=1", packed.body)
            self.assertEqual(200, made.status, made.body)
            again = self.members(self.request("GET", f"new-{compress}").body)
            facts = lambda all: {n: (m.uid, m.gid, m.mode, m.size, m.type, m.linkname) for n, m in all.items()}
            self.assertEqual(facts(found), facts(again))
        self.assertEqual(400, self.request("GET", "src", "?compress=rar").status)
        self.assertEqual([], self.drafts())

    def test_into_one_that_is_there(self):
        self.request("PUT", "data", "?create=1", tar_of(ROOT, entry("old", b"1"), entry("both", b"1")))
        self.assertEqual(409, self.request("PUT", "data", "?create=1", tar_of(ROOT)).status)
        self.assertEqual(404, self.request("PUT", "none", "", tar_of(ROOT)).status)
        user = self.engine.run_container("sh", "-c", "sleep 1000", host_config={"Binds": ["data:/v"]})
        merged = self.request("PUT", "data", "", tar_of(entry("both", b"2"), entry("new", b"2")))
        self.assertEqual(200, merged.status, merged.body)
        self.assertIn("1 running container uses", merged.json()["Warning"])
        self.assertIn("1 running container uses", self.request("GET", "data").headers["quayside-warning"])
        self.assertEqual("122", self.sh("data", "cat /v/old /v/both /v/new").strip())
        self.request("PUT", "data", "?replace=1", tar_of(entry("only", b"3")))
        inside = self.engine.call("POST", f"/containers/{user}/exec", {"Cmd": ["ls", "/v"], "AttachStdout": True, "Tty": True})
        said = self.engine.call("POST", f"/exec/{inside.json()['Id']}/start", {"Tty": True}).body.decode()
        self.assertEqual("only", said.strip(), "the container that has it sees the new files")

    def test_nothing_leads_out(self):
        self.request("PUT", "data", "?create=1", tar_of(ROOT, entry("kept", b"1")))
        for bad, word in ((entry("../out", b"x"), ".."), (entry("dev", type=tarfile.CHRTYPE, devmajor=1, devminor=3), "dev")):
            refused = self.request("PUT", "data", "?replace=1", tar_of(entry("fine", b"x"), bad))
            self.assertEqual(400, refused.status, refused.body)
            self.assertIn(word, refused.json()["message"])
        secret = self.engine.folder + "/secret"
        os.mkdir(secret)
        link = tar_of(entry("way", type=tarfile.SYMTYPE, linkname=secret), entry("way/file", b"x"))
        self.request("PUT", "data", "", link)
        self.assertEqual([], os.listdir(secret), "a link leads only within the volume")
        self.assertEqual("1", self.sh("data", "cat /v/kept").strip(), "a refused archive changes nothing")
        self.assertEqual([], self.drafts())

    def test_half_an_archive_is_none(self):
        self.request("PUT", "data", "?create=1", tar_of(ROOT, entry("kept", b"1")))
        whole = tar_of(entry("big", os.urandom(8 << 20)))
        for name, query in (("data", "?replace=1"), ("half", "?create=1")):
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(self.engine.socket)
                client.sendall(f"PUT /quayside/volumes/{name}/archive{query} HTTP/1.1\r\nHost: x\r\n"
                               f"Content-Length: {len(whole)}\r\n\r\n".encode() + whole[: 4 << 20])
                self.assertTrue(settled(self.drafts, 10))
            self.assertTrue(settled(lambda: not self.drafts(), 20))
        self.assertEqual(404, self.request("GET", "half").status)
        self.assertEqual("1", self.sh("data", "cat /v/kept").strip())

    def test_copies(self):
        self.request("PUT", "data", "?create=1", tar_of(ROOT, entry("a", b"1", uid=33, gid=44, mode=0o4755)))
        made = self.request("POST", "data", "", {"Name": "twin"}, "clone")
        self.assertEqual(200, made.status, made.body)
        self.assertEqual("4755 33 44", self.sh("twin", "stat -c '%a %u %g' /v/a").strip())
        self.assertEqual("700 70 71", self.sh("twin", "stat -c '%a %u %g' /v").strip())
        self.assertEqual(409, self.request("POST", "data", "", {"Name": "twin"}, "clone").status)

    def test_another_user_finds_nothing(self):
        self.request("PUT", "data", "?create=1", tar_of(ROOT))
        os.chmod(self.engine.folder, 0o711)  # the way to the socket
        found, told = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.setgroups([])
                os.setresgid(12345, 12345, 12345)
                os.setresuid(12345, 12345, 12345)
                said = [self.request("GET", "data").status, self.request("PUT", "data", "", tar_of(ROOT)).status,
                        self.request("POST", "data", "", {"Name": "stolen"}, "clone").status]
                os.write(told, json.dumps(said).encode())
            finally:
                os._exit(0)
        os.close(told)
        os.waitpid(child, 0)
        with os.fdopen(found) as file:
            self.assertEqual([404, 404, 404], json.loads(file.read() or "null"))


class SmallDisk(Volumes):
    def setUp(self):
        self.engine = Quayside("smalldisk")
        self.addCleanup(self.engine.end)
        os.makedirs(self.engine.root, exist_ok=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=85m", "tmpfs", self.engine.root], check=True)
        self.addCleanup(subprocess.run, ["umount", "-l", self.engine.root], check=False)
        self.engine.start()

    def test_a_full_disk_leaves_nothing_half(self):
        half = tar_of(ROOT, entry("big", os.urandom(30 << 20)))
        self.assertEqual(200, self.request("PUT", "data", "?create=1", half).status)
        whole = tar_of(entry("more", os.urandom(90 << 20)))
        for name, query in (("new", "?create=1"), ("data", "?replace=1")):
            full = self.request("PUT", name, query, whole)
            self.assertEqual(507, full.status, full.body)
            self.assertIn("more", full.json()["message"], "the entry is named")
            self.assertEqual([], self.drafts())
        self.assertEqual(404, self.request("GET", "new").status)
        self.assertEqual(30 << 20, self.members(self.request("GET", "data").body)["./big"].size)
        self.assertTrue(settled(lambda: self.request("POST", "data", "", {"Name": "second"}, "clone").body.find(b"error") < 0, 30))
        third = self.request("POST", "data", "", {"Name": "third"}, "clone")
        self.assertIn(b"No space left on device", third.body)
        self.assertEqual(404, self.request("GET", "third").status)
        self.assertEqual([], self.drafts())


if __name__ == "__main__":
    unittest.main(verbosity=2)

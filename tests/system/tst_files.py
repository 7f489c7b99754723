#!/usr/bin/env python3
"""The engine is killed in the middle of docker cp and docker commit; a container changes its paths under a copy; the disk
gets full; a start meets a copy. Nothing is lost, nothing is left, nothing reaches the host."""
import glob
import io
import json
import os
import random
import signal
import socket
import subprocess
import tarfile
import threading
import time
import unittest
import urllib.parse

from quayside import ApiError, READY, Quayside, apiclient, describe, settled


def tar_of(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return out.getvalue()


class Files(unittest.TestCase):
    def setUp(self):
        self.engine = Quayside("files")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()

    def archive(self, method, ident, path, body=None, seconds=60):
        target = f"/containers/{ident}/archive?path={urllib.parse.quote(path)}"
        return apiclient.request(self.engine.socket, method, target, body, seconds=seconds)

    def sh(self, ident, script):
        made = self.engine.call("POST", f"/containers/{ident}/exec", {"Cmd": ["sh", "-c", script], "AttachStdout": True,
                                                                     "Tty": True}).json()["Id"]
        return self.engine.call("POST", f"/exec/{made}/start", {"Detach": False, "Tty": True}).body.decode()

    def children(self):
        """Pids of the engine's own children."""
        pids = []
        for path in glob.glob(f"/proc/{self.engine.process.pid}/task/*/children"):
            try:
                with open(path, encoding="ascii") as file:
                    pids += [int(pid) for pid in file.read().split()]
            except OSError:
                pass
        return pids

    @staticmethod
    def copies(pids):
        """Those of `pids` that copy files, of any namespace."""
        found = []
        for pid in pids:
            try:
                with open(f"/proc/{pid}/cmdline", "rb") as file:
                    if b"--files-child" in file.read():
                        found.append(pid)
            except OSError:
                pass
        return found

    def churn(self, act, stop):
        while not stop.is_set():
            try:
                act()
            except (ApiError, OSError, ValueError, RuntimeError):
                time.sleep(0.01)
            except Exception as error:  # http.client's own, when the engine dies in an answer
                if not type(error).__module__.startswith("http"):
                    raise

    def test_killed_during_copies_and_commits(self):
        self.engine.remove_container(self.engine.run_container("true"))
        before, first, ids = self.engine.steady_holdings(), self.images(), []
        ident = self.engine.run_container("sh", "-c", "dd if=/dev/urandom of=/big bs=1M count=20 2>/dev/null; exec sleep 1000")
        still = self.engine.create("true")
        ids += [ident, still]
        settled(lambda: "20971520" in self.sh(ident, "stat -c %s /big"))
        upload = tar_of({f"up/{n}": os.urandom(1 << 20) for n in range(30)})
        acts = [lambda: self.archive("GET", ident, "/big"), lambda: self.archive("PUT", ident, "/", upload),
                lambda: self.archive("PUT", still, "/", upload), lambda: self.archive("GET", still, "/"),
                lambda: self.engine.call("POST", f"/commit?container={ident}&repo=killed", {})]
        random.seed(11)
        seen = 0
        for _ in range(10):
            stop = threading.Event()
            clients = [threading.Thread(target=self.churn, args=(act, stop)) for act in acts]
            for client in clients:
                client.start()
            time.sleep(random.uniform(0.1, 1.2))
            copying = self.copies(self.children())
            seen += len(copying)
            self.engine.stop(signal.SIGKILL)
            stop.set()
            for client in clients:
                client.join()
            self.assertTrue(settled(lambda: not self.copies(copying), 5), "copies end with the engine")
            began = time.monotonic()
            self.engine.start()
            self.engine.call("GET", "/containers/json?all=1")
            self.assertLess(time.monotonic() - began, READY, "ready again within two seconds")
            self.assertEqual("running", self.engine.state(ident)["Status"], "it is not left paused by a commit")
            self.check_images()
        self.assertGreater(seen, 5, "the kills met copies")
        self.assertIn("20971520", self.sh(ident, "stat -c %s /big"))
        self.engine.remove_all()
        for image in self.images() - first:
            self.engine.call("DELETE", f"/images/{image}?force=1")
        after = self.engine.steady_holdings(ids)
        self.assertEqual(before, after, describe(before, after))

    def images(self):
        return {image["Id"] for image in self.engine.call("GET", "/images/json?all=1").json()}

    def check_images(self):
        """Every image that there is can be saved whole: a committed one is whole or absent."""
        for image in self.images():
            answer = self.engine.call("GET", f"/images/{image}/get")
            with tarfile.open(fileobj=io.BytesIO(answer.body)) as tar:
                manifest = json.load(tar.extractfile("manifest.json"))
                for layer in manifest[0]["Layers"]:
                    self.assertGreater(tar.getmember(layer).size, 0)

    def test_paths_that_change_under_a_copy(self):
        """A folder that is swapped for a link to the host's secret, as fast as it goes, while it is copied in and out."""
        secret, target = self.engine.folder + "/secret", self.engine.folder + "/target"
        for folder in (secret, target):
            os.mkdir(folder)
        with open(secret + "/file", "w", encoding="ascii") as file:
            file.write("the host's own")
        swap = f"""mkdir -p /real; echo mine > /real/file; ln -s {secret} /link
            while :; do mv /real /x; mv /link /real; mv /real /link; mv /x /real; done"""
        ident = self.engine.run_container("sh", "-c", swap)
        time.sleep(0.3)
        met = set()
        for _ in range(60):
            for path in ("/real/file", "/link/file", "/real/", "/"):
                if path == "/" and len(met) % 7:
                    continue
                answer = self.archive("GET", ident, path)
                met.add(answer.status)
                self.assertNotIn(b"the host's own", answer.body)
            self.archive("PUT", ident, "/real", tar_of({"put": b"x"}))
            self.archive("PUT", ident, "/", tar_of({"real/put": b"x", "link/put": b"x"}))
        self.assertIn(200, met)
        self.assertEqual(["file"], os.listdir(secret), "nothing was written to the host")
        self.assertEqual([], os.listdir(target))

    def test_full_disk(self):
        ident = self.engine.run_container("sleep", "1000", host_config={"Tmpfs": {"/small": "size=1m"}})
        answer = self.archive("PUT", ident, "/small", tar_of({"first": b"whole", "second": b"x" * (3 << 20)}))
        self.assertEqual(507, answer.status, answer.body)
        self.assertIn("No space left on device", answer.json()["message"])
        self.assertIn("second", answer.json()["message"], "the entry is named")
        self.assertIn("whole", self.sh(ident, "cat /small/first"), "what came before stays, as with dockerd")
        self.assertEqual(200, self.archive("PUT", ident, "/", tar_of({"after": b"x"})).status)

    def test_a_start_meets_a_copy(self):
        """A client that reads nothing has a stopped container's root mounted: the start waits, then goes before it."""
        ident = self.engine.create("sh", "-c", "cat /put; sleep 1000")
        self.assertEqual(200, self.archive("PUT", ident, "/", tar_of({"put": b"was put", "big": b"x" * (30 << 20)})).status)
        slow = subprocess.Popen(["curl", "-sS", "--unix-socket", self.engine.socket, "-o", "-",
                                 f"http://localhost/containers/{ident}/archive?path=/"], stdout=subprocess.PIPE)
        self.addCleanup(slow.stdout.close)
        self.addCleanup(slow.wait)
        self.addCleanup(slow.kill)
        self.assertTrue(settled(lambda: self.copies(self.children())), "the copy is under way")
        began = time.monotonic()
        self.engine.start_container(ident)
        self.assertLess(time.monotonic() - began, 9)
        self.assertEqual([], self.copies(self.children()), "its root is free")
        self.assertTrue(settled(lambda: b"was put" in self.engine.output(ident)))
        self.assertEqual(200, self.archive("GET", ident, "/put").status)

    def upload(self, ident, framing, *pieces):
        """A PUT whose body is sent as it is; the socket, for the answer."""
        client = socket.socket(socket.AF_UNIX)
        self.addCleanup(client.close)
        client.settimeout(30)
        client.connect(self.engine.socket)
        client.sendall(f"PUT /containers/{ident}/archive?path=/ HTTP/1.1\r\nHost: x\r\n{framing}\r\n\r\n".encode())
        for piece in pieces:
            client.sendall(piece)
        return client

    @staticmethod
    def answer(client):
        text = b""
        while piece := client.recv(65536):
            text += piece
        return text

    def test_uploads_in_strange_pieces(self):
        ident = self.engine.run_container("sleep", "1000")
        body = tar_of({"a": b"first", "b": b"x" * 100_000, "c": b""})
        for name, framing, pieces in (
                ("byte by byte", f"Content-Length: {len(body)}",
                 [bytes([byte]) for byte in body[:1100]] + [body[1100:]]),
                ("small chunks", "Transfer-Encoding: chunked",
                 [b"%x;ext=1\r\n%s\r\n" % (len(body[at:at + 7]), body[at:at + 7]) for at in range(0, len(body), 7)]
                 + [b"0\r\nTrailer: t\r\n\r\n"])):
            with self.subTest(name):
                self.sh(ident, "rm -f /a /b /c")
                answer = self.answer(self.upload(ident, framing, *pieces))
                self.assertTrue(answer.startswith(b"HTTP/1.1 200"), answer)
                self.assertIn(b"Connection: close", answer, "the socket was another process's")
                self.assertIn("first 100000 0", self.sh(ident, "echo $(cat /a) $(stat -c %s /b /c)"))

    def test_uploads_that_lie(self):
        """What a client sends over the socket that a child reads harms nobody, and leaves nothing."""
        ident = self.engine.run_container("sleep", "1000")
        body = tar_of({"a": b"x" * 3000})
        descriptors, memory = self.engine.descriptors(), self.engine.memory()
        malformed = self.answer(self.upload(ident, "Transfer-Encoding: chunked", b"400\r\n", body[:1024], b"zz\r\n"))
        self.assertTrue(malformed.startswith(b"HTTP/1.1 400") and b"malformed" in malformed, malformed)
        for framing, start in ((f"Content-Length: {1 << 40}", b""), ("Transfer-Encoding: chunked", b"ffffffff\r\n")):
            half = self.upload(ident, framing, start, body[:2000])
            half.shutdown(socket.SHUT_WR)
            self.assertIn(b"went away", self.answer(half))
            self.upload(ident, framing, start, body[:2000]).close()
        refused = self.upload(ident, f"Content-Length: {20 << 20}", tar_of({"../out": b"x"}))
        self.assertTrue(refused.recv(65536).startswith(b"HTTP/1.1 400"))
        refused.sendall(b"x" * (1 << 20))  # still taken, so that the answer is not lost
        refused.close()
        self.assertTrue(settled(lambda: not self.copies(self.children())))
        self.assertTrue(settled(lambda: self.engine.descriptors() <= descriptors + 2))
        self.assertLess(self.engine.memory() - memory, 8 << 20)

    def test_uploads_that_stall(self):
        """Many clients that stop in the middle: others are answered, memory stays; a start goes before them."""
        ident = self.engine.create("sleep", "1000")
        other = self.engine.run_container("sleep", "1000")
        memory = self.engine.memory()
        body = tar_of({"a": b"x" * 30_000_000})
        stalled = [self.upload(other, f"Content-Length: {len(body)}", body[:10_000_000]) for _ in range(8)]
        first = self.upload(ident, f"Content-Length: {len(body)}", body[:10_000_000])
        self.assertTrue(settled(lambda: len(self.copies(self.children())) == 9))
        began = time.monotonic()
        self.engine.call("GET", "/_ping")
        self.assertEqual(200, self.archive("GET", other, "/etc/hosts").status)
        self.assertLess(time.monotonic() - began, 2)
        self.assertLess(self.engine.memory() - memory, 16 << 20)
        self.engine.start_container(ident)
        answer = self.answer(first)
        self.assertTrue(answer.startswith(b"HTTP/1.1 409") and b"started" in answer, answer)
        for client in stalled:
            client.close()
        self.assertTrue(settled(lambda: not self.copies(self.children())))

    def test_clients_that_leave(self):
        """A client that goes away in the middle leaves no process behind."""
        ident = self.engine.run_container("sh", "-c", "dd if=/dev/zero of=/big bs=1M count=100 2>/dev/null; exec sleep 1000")
        settled(lambda: "104857600" in self.sh(ident, "stat -c %s /big"))
        descriptors = self.engine.descriptors()
        for _ in range(5):
            reader = subprocess.Popen(["curl", "-sS", "--unix-socket", self.engine.socket, "-o", "-",
                                       f"http://localhost/containers/{ident}/archive?path=/big"], stdout=subprocess.PIPE)
            reader.stdout.read(1000)
            reader.kill()
            reader.wait()
            reader.stdout.close()
        self.assertTrue(settled(lambda: not self.copies(self.children())))
        self.assertTrue(settled(lambda: self.engine.descriptors() <= descriptors + 2))


if __name__ == "__main__":
    unittest.main(verbosity=2)

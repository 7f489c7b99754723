#!/usr/bin/env python3
"""Looking around in containers and volumes, and changing one thing at a time: what is listed, what is kept, and that no
path leads out, whoever swaps what under it."""
import os
import threading
import time
import unittest
import urllib.parse

from quayside import Quayside, apiclient, settled

OTHER = 12345  # a user of no account


class Browse(unittest.TestCase):
    def setUp(self):
        self.engine = Quayside("browse")
        self.addCleanup(self.engine.end)
        self.engine.start()
        self.engine.load_busybox()

    def ask(self, method, of, what, body=None, headers=None, **query):
        query = urllib.parse.urlencode(query, encoding="utf-8", errors="surrogateescape")
        return apiclient.request(self.engine.socket, method, f"/quayside/{of}/{what}?{query}", body, headers)

    def list(self, of, path="/", **query):
        answer = self.ask("GET", of, "files", path=path, **query)
        self.assertEqual(200, answer.status, answer.body)
        return answer.json()

    def names(self, of, path="/", **query):
        return {entry["Name"]: entry for entry in self.list(of, path, **query)["Entries"]}

    def edit(self, of, operation, path, **more):
        return self.ask("POST", of, "files", {"Operation": operation, "Path": path, **more})

    def box(self, script, **options):
        """A container that has done `script`, and stays."""
        ident = self.engine.run_container("sh", "-c", f"{script}\ntouch /ready; exec sleep 100000", **options)
        self.assertTrue(settled(lambda: "ready" in self.names(f"containers/{ident}"), 30))
        return f"containers/{ident}"

    def test_lists_what_is_there(self):
        of = self.box("mkdir /w; cd /w; echo x > f; chown 7:8 f; chmod 4751 f; ln -s /etc l; ln -s nowhere n; mkfifo p; "
                      "rm /etc/group; printf x > \"$(printf 'a\\nb')\"; printf x > \"$(printf 'bad\\377')\"")
        folder = self.list(of, "/w")
        found = {entry["Name"]: entry for entry in folder["Entries"]}
        self.assertEqual(("file", 0o4751, 7, 8, 2), tuple(found["f"][k] for k in ("Type", "Mode", "Uid", "Gid", "Size")))
        self.assertEqual(("link", "/etc", "folder"), tuple(found["l"][k] for k in ("Type", "Target", "LeadsTo")))
        self.assertEqual("nowhere", found["n"]["LeadsTo"])
        self.assertEqual("pipe", found["p"]["Type"])
        self.assertTrue(folder["ChangesKnown"])
        self.assertEqual({"added"}, {entry["Change"] for entry in folder["Entries"]})
        line, bad = found["a\nb"], found["bad\ufffd"]
        for entry in (line, bad):
            answer = self.ask("GET", of, "file", encoded=entry["Encoded"])
            self.assertEqual((200, b"x"), (answer.status, answer.body), entry)
        self.assertEqual("removed", self.names(of, "/etc")["group"]["Change"])
        root = self.names(of)
        self.assertEqual("changed", root["etc"]["Change"])
        self.assertNotIn("Change", root["bin"])
        self.assertEqual("root", root["etc"]["User"])
        self.assertNotIn("Group", root["etc"], "its group file is gone")
        self.assertEqual(list(range(3)), [n for n, entry in enumerate(self.list(of, "/w", limit=3)["Entries"])])
        self.assertTrue(self.list(of, "/w", limit=3)["Truncated"])

    def test_a_stopped_container_is_the_same(self):
        ident = self.engine.create("true")
        of = f"containers/{ident}"
        self.assertIn("bin", self.names(of))
        self.assertEqual(200, self.ask("PUT", of, "file", b"new", path="/made").status)
        self.assertEqual("added", self.names(of)["made"]["Change"])
        self.assertEqual(204, self.edit(of, "remove", "/etc/passwd").status)
        self.assertEqual("removed", self.names(of, "/etc")["passwd"]["Change"])

    def test_huge_folder(self):
        of = self.box("mkdir /h; cd /h; seq 100000 | xargs touch")
        began = time.monotonic()
        first = self.list(of, "/h")
        self.assertLess(time.monotonic() - began, 30)
        self.assertEqual((10000, True), (len(first["Entries"]), first["Truncated"]))
        second = self.list(of, "/h", after=first["Entries"][-1]["Name"])
        self.assertGreater(second["Entries"][0]["Name"], first["Entries"][-1]["Name"])
        self.assertEqual(["77777"], [entry["Name"] for entry in self.list(of, "/h", text="77777")["Entries"]])

    def test_saves_whole_or_not(self):
        of = self.box("mkdir /w; echo old > /w/f; chown 3:4 /w/f; chmod 0640 /w/f; ln -s /w/f /w/l")
        got = self.ask("GET", of, "file", path="/w/l")
        self.assertEqual(b"old\n", got.body)
        match = {"If-Match": got.headers["etag"]}
        self.assertEqual(200, self.ask("PUT", of, "file", b"new\n", match, path="/w/l").status)
        entries = self.names(of, "/w")
        self.assertEqual("link", entries["l"]["Type"], "it was written where the link leads")
        self.assertEqual((0o640, 3, 4, 4), tuple(entries["f"][k] for k in ("Mode", "Uid", "Gid", "Size")))
        late = self.ask("PUT", of, "file", b"late\n", match, path="/w/f")
        self.assertEqual(412, late.status, late.body)
        self.assertIn("changed meanwhile", late.json()["message"])
        there = self.ask("PUT", of, "file", b"x", {"If-None-Match": "*"}, path="/w/f")
        self.assertEqual(412, there.status)
        self.assertEqual(b"new\n", self.ask("GET", of, "file", path="/w/f").body)
        self.assertEqual(400, self.ask("PUT", of, "file", b"x", path="/w").status, "a folder")
        self.assertEqual(404, self.ask("PUT", of, "file", b"x", path="/no/such").status)
        self.assertEqual({"f", "l"}, set(self.names(of, "/w")), "nothing half is left")

    def test_a_file_that_is_mounted_by_itself(self):
        of = self.box("true")
        old = self.ask("GET", of, "file", path="/etc/hosts").body
        self.assertEqual(200, self.ask("PUT", of, "file", old + b"10.0.0.9 far\n", path="/etc/hosts").status)
        self.assertIn(b"10.0.0.9 far", self.ask("GET", of, "file", path="/etc/hosts").body)
        self.assertTrue(self.names(of, "/etc")["hosts"]["Mounted"])
        refused = self.edit(of, "remove", "/etc/hosts")
        self.assertEqual(409, refused.status)
        self.assertIn("mounted", refused.json()["message"])

    def test_edits(self):
        of = self.box("mkdir -p /w/sub/deep; echo x > /w/sub/f; chmod 755 /w/sub/f; echo y > /w/sub/g; ln -s f /w/sub/l")
        self.assertEqual(204, self.edit(of, "mkdir", "/w/made").status)
        self.assertEqual(409, self.edit(of, "mkdir", "/w/made").status)
        self.assertEqual(409, self.edit(of, "rename", "/w/sub", To="/w/made").status, "nothing is replaced")
        self.assertEqual(204, self.edit(of, "rename", "/w/sub", To="/w/moved").status)
        self.assertEqual(400, self.edit(of, "rename", "/w/moved", To="/w/moved/in").status)
        self.assertEqual(204, self.edit(of, "chmod", "/w/moved", Mode=0o750, Recursive=True).status)
        self.assertEqual(204, self.edit(of, "chown", "/w/moved", Uid=5, Recursive=True).status)
        entries = self.names(of, "/w/moved")
        self.assertEqual({"deep": (0o750, 5), "f": (0o750, 5), "g": (0o640, 5)},
                         {name: (entry["Mode"], entry.get("Uid", 0)) for name, entry in entries.items() if name != "l"})
        self.assertEqual(409, self.edit(of, "remove", "/w/moved").status, "it is not empty")
        self.assertEqual(204, self.edit(of, "remove", "/w/moved", Recursive=True).status)
        self.assertEqual({"made"}, set(self.names(of, "/w")))
        self.assertEqual(400, self.edit(of, "remove", "/", Recursive=True).status)
        self.assertEqual(400, self.edit(of, "chown", "/w", Uid=70000).status)
        self.assertEqual(400, self.edit(of, "dance", "/w").status)

    def test_what_is_read_only(self):
        of = self.box("true", host_config={"Binds": [f"{self.folder()}:/ro:ro"]})
        self.assertTrue(self.list(of, "/ro")["ReadOnly"])
        for answer in (self.edit(of, "mkdir", "/ro/x"), self.edit(of, "remove", "/ro/kept"),
                       self.ask("PUT", of, "file", b"x", path="/ro/kept"), self.edit(of, "chmod", "/ro/kept", Mode=0)):
            self.assertEqual(403, answer.status, answer.body)
            self.assertIn("read-only", answer.json()["message"])

    def folder(self):
        path = self.engine.folder + "/bound"
        os.makedirs(path, exist_ok=True)
        with open(path + "/kept", "w", encoding="ascii") as file:
            file.write("kept")
        return path

    def test_no_path_leads_out(self):
        secret = self.engine.folder + "/secret"
        os.mkdir(secret)
        with open(secret + "/file", "w", encoding="ascii") as file:
            file.write("the host's own")
        of = self.box(f"ln -s {secret} /abs; ln -s ../../../../../../{secret} /up; ln -s /proc/1/root/{secret} /magic; "
                      f"mkdir /real; echo mine > /real/file; ln -s {secret} /link; "
                      "(while :; do mv /real /x; mv /link /real; mv /real /link; mv /x /real; done) &")
        for _ in range(10):
            for path in ("/abs", "/up", "/magic", "/real", "/link", "/../.." + secret):
                for answer in (self.ask("GET", of, "files", path=path), self.ask("GET", of, "file", path=path + "/file"),
                               self.ask("PUT", of, "file", b"overwritten", path=path + "/file"),
                               self.edit(of, "remove", path + "/file"), self.edit(of, "chmod", path + "/file", Mode=0o777),
                               self.edit(of, "mkdir", path + "/made")):
                    self.assertNotIn(b"the host's own", answer.body)
        self.assertEqual(["file"], os.listdir(secret), "nothing was written to the host")
        with open(secret + "/file", encoding="ascii") as file:
            self.assertEqual("the host's own", file.read())
        self.assertEqual(0o644, os.stat(secret + "/file").st_mode & 0o777)

    def test_another_user_sees_nothing(self):
        of = self.box("true")
        self.engine.call("POST", "/volumes/create", {"Name": "mine"})
        os.chmod(self.engine.folder, 0o755)
        os.chmod(self.engine.socket, 0o666)
        for place in (of, "volumes/mine"):
            for method, what in (("GET", "files"), ("GET", "file"), ("PUT", "file")):
                status, text = self.engine.call_as(OTHER, method, f"/quayside/{place}/{what}?path=/etc",
                                                   None if method == "GET" else {})
                self.assertEqual(404, status, f"{method} {place}/{what}: {text}")

    def test_volumes(self):
        ident = self.engine.run_container("sh", "-c", "echo v > /d/f; chown 9:9 /d/f; ln -s /f /d/l; exec sleep 100000",
                                          host_config={"Binds": ["vol:/d"]})
        of = "volumes/vol"
        self.assertTrue(settled(lambda: "l" in self.names(of), 30))
        self.assertEqual(9, self.names(of)["f"]["Uid"])
        self.assertEqual(b"v\n", self.ask("GET", of, "file", path="/l").body, "a volume's own root")
        self.assertEqual(200, self.ask("PUT", of, "file", b"w\n", path="/f").status)
        self.assertEqual(b"w\n", self.ask("GET", f"containers/{ident}", "file", path="/d/f").body)
        self.assertTrue(self.names(f"containers/{ident}")["d"]["Mounted"])
        self.assertFalse(self.list(f"containers/{ident}", "/d")["ChangesKnown"])
        self.engine.remove_container(ident)
        self.assertEqual(204, self.edit(of, "mkdir", "/made").status)
        self.assertEqual({"f", "l", "made"}, set(self.names(of)))
        self.assertEqual(404, self.ask("GET", "volumes/none", "files").status)

    def test_nothing_stays_mounted(self):
        still = self.engine.create("true")
        self.engine.call("POST", "/volumes/create", {"Name": "quiet"})
        self.names(f"containers/{still}")
        before = self.engine.steady_holdings([still])
        threads = [threading.Thread(target=self.names, args=(of,)) for of in [f"containers/{still}", "volumes/quiet"] * 8]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(before, self.engine.steady_holdings([still]))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""A container that is handed over: what the other user can do with it, and what stays the owner's (ADR 32)."""
import json
import os
import pwd
import time
import unittest
import urllib.parse

from quayside import IMAGE, Quayside, settled

OWNER, OTHER, STRANGER = 65534, 65533, 65532


class Delegates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.engine = Quayside("delegates")
        cls.addClassCleanup(cls.engine.end)
        os.chmod(cls.engine.folder, 0o711)
        cls.engine.start()
        cls.engine.load_busybox()

    def setUp(self):
        body = {"Image": IMAGE, "Cmd": ["sh", "-c", "echo hello; exec sleep 1000"], "HostConfig": {}, "StopTimeout": 0,
                "Labels": {"quayside.delegates": str(STRANGER)}}  # which says nothing
        status, text = self.as_(OWNER, "POST", "/containers/create?name=web", body)
        self.assertEqual(201, status, text)
        self.web = json.loads(text)["Id"]
        self.addCleanup(self.engine.remove_container, self.web)
        self.expect(204, OWNER, "POST", "/start")

    def as_(self, uid, method, target, body=None):
        return self.engine.call_as(uid, method, target, body)

    def on(self, uid, method, rest, body=None):
        below = "/quayside" if rest.split("?")[0] in ("/delegates", "/xray", "/files") else ""
        return self.as_(uid, method, f"{below}/containers/{self.web}{rest}", body)

    def expect(self, status, uid, method, rest, body=None):
        got, text = self.on(uid, method, rest, body)
        self.assertEqual(status, got, f"{method} {rest}: {text}")
        return text

    def hand_over(self, *users):
        return json.loads(self.expect(200, OWNER, "PUT", "/delegates", {"Users": list(map(str, users))}))["Users"]

    def listed(self, uid):
        return [c["Id"] for c in json.loads(self.as_(uid, "GET", "/containers/json?all=1")[1])]

    def test_is_told_as_a_feature(self):
        self.assertIn("delegates", self.engine.call("GET", "/quayside/capabilities").json()["features"])

    def test_what_a_delegate_may(self):
        self.assertEqual([], self.listed(OTHER))
        self.expect(404, OTHER, "GET", "/json")
        names = self.hand_over(OTHER)
        self.assertEqual(1, len(names))
        self.assertEqual([self.web], self.listed(OTHER))
        told = json.loads(self.expect(200, OTHER, "GET", "/delegates"))
        self.assertEqual([pwd.getpwuid(OWNER).pw_name, names], [told["Owner"], told["Users"]])
        self.expect(200, OTHER, "GET", "/json")
        self.assertIn("hello", self.expect(200, OTHER, "GET", "/logs?stdout=1"))
        self.expect(200, OTHER, "GET", "/stats?stream=0&one-shot=1")
        self.expect(200, OTHER, "GET", "/top")
        self.expect(200, OTHER, "GET", "/xray")
        self.expect(200, OTHER, "GET", "/changes")
        self.expect(200, OTHER, "GET", "/files?path=/")
        self.expect(200, OTHER, "GET", "/archive?path=/etc/passwd")
        made = json.loads(self.expect(201, OTHER, "POST", "/exec", {"Cmd": ["id", "-u"], "AttachStdout": True, "Tty": True}))
        status, text = self.as_(OTHER, "POST", f"/exec/{made['Id']}/start", {"Detach": False, "Tty": True})
        self.assertEqual((200, "0"), (status, text.strip()))
        self.assertEqual(200, self.as_(OTHER, "GET", f"/exec/{made['Id']}/json")[0])
        self.assertEqual(404, self.as_(STRANGER, "GET", f"/exec/{made['Id']}/json")[0])
        for verb in ("/pause", "/unpause", "/restart?t=0", "/kill", "/start", "/stop?t=0"):
            self.expect(204, OTHER, "POST", verb)
            settled(lambda: self.engine.state(self.web)["Status"] in ("running", "paused", "exited"))
            if verb == "/kill":
                settled(lambda: self.engine.state(self.web)["Status"] == "exited")
        ending = json.loads(self.expect(200, OWNER, "GET", "/json"))["Quayside"]["Ending"]
        self.assertEqual(("stop", OTHER), (ending["Asked"], ending["Uid"]), "who stopped it is told")

    def test_what_stays_the_owners(self):
        self.hand_over(OTHER)
        self.expect(403, OTHER, "DELETE", "?force=1")
        self.expect(403, OTHER, "POST", "/update", {"Memory": 64 << 20})
        self.expect(403, OTHER, "POST", "/rename?name=mine")
        self.expect(403, OTHER, "PUT", "/delegates", {"Users": [str(STRANGER)]})
        self.assertEqual(403, self.as_(OTHER, "POST", f"/commit?container={self.web}&repo=stolen")[0])
        self.assertEqual(403, self.as_(OTHER, "POST", f"/quayside/containers/{self.web}/ports/repair")[0])
        self.assertEqual(403, self.as_(OTHER, "GET", f"/quayside/containers/{self.web}/plan")[0])
        self.expect(403, OTHER, "POST", "/exec", {"Cmd": ["id"], "Privileged": True})
        for host in ({"PidMode": f"container:{self.web}"}, {"NetworkMode": f"container:{self.web}"},
                     {"VolumesFrom": [self.web]}):
            status, text = self.as_(OTHER, "POST", "/containers/create", {"Image": IMAGE, "Cmd": ["id"], "HostConfig": host})
            self.assertIn(status, (400, 403), text)
        networks = json.loads(self.as_(OTHER, "GET", "/networks")[1])
        bridge = next(n["Id"] for n in networks if n["Name"] == "bridge")
        self.assertEqual(403, self.as_(OTHER, "POST", f"/networks/{bridge}/disconnect", {"Container": self.web})[0])
        self.expect(204, OWNER, "POST", "/stop?t=0")
        pruned = json.loads(self.as_(OTHER, "POST", "/containers/prune")[1])
        self.assertEqual([], pruned["ContainersDeleted"] or [])
        self.assertIn(self.web, self.listed(OWNER))

    def test_everything_else_of_the_owner_stays_unseen(self):
        self.hand_over(OTHER)
        body = {"Image": IMAGE, "Cmd": ["sleep", "9"]}
        other = json.loads(self.as_(OWNER, "POST", "/containers/create?name=second", body)[1])["Id"]
        self.addCleanup(self.engine.remove_container, other)
        self.assertEqual(404, self.as_(OTHER, "GET", f"/containers/{other}/json")[0])
        self.assertEqual([self.web], self.listed(OTHER))
        for method, rest, body in (("GET", "/json", None), ("POST", "/stop", None), ("GET", "/delegates", None),
                                   ("DELETE", "", None), ("PUT", "/delegates", {"Users": []})):
            self.expect(404, STRANGER, method, rest, body)

    def test_it_is_taken_back(self):
        self.hand_over(OTHER, STRANGER)
        self.assertEqual([self.web], self.listed(STRANGER))
        self.hand_over(STRANGER)
        self.expect(404, OTHER, "GET", "/json")
        self.assertEqual([], self.listed(OTHER))
        self.assertEqual([], self.hand_over())
        self.expect(404, STRANGER, "POST", "/stop")

    def test_words_that_make_no_sense(self):
        for users in (["no such user"], [str(OWNER)], ["root"], ["0"], [""], ["1"] * 65):
            text = self.expect(400, OWNER, "PUT", "/delegates", {"Users": users})
            self.assertTrue(json.loads(text)["message"], users)
        self.assertEqual([], json.loads(self.expect(200, OWNER, "GET", "/delegates"))["Users"])
        self.assertEqual(2, len(self.hand_over(OTHER, STRANGER, OTHER)), "once each")

    def test_root_hands_over_too(self):
        answer = self.engine.call("PUT", f"/quayside/containers/{self.web}/delegates", {"Users": [str(OTHER)]})
        self.assertEqual(1, len(answer.json()["Users"]))
        self.expect(200, OTHER, "GET", "/json")

    def test_events(self):
        began = int(time.time())
        self.hand_over(OTHER)
        self.expect(204, OTHER, "POST", "/restart?t=0")
        self.hand_over()
        self.expect(204, OWNER, "POST", "/stop?t=0")

        def seen(uid):
            query = urllib.parse.urlencode({"since": began, "until": int(time.time()) + 1})
            lines = self.as_(uid, "GET", "/events?" + query)[1].splitlines()
            return [event["Action"] for event in map(json.loads, lines) if event["Actor"]["ID"] == self.web]
        theirs, own = seen(OTHER), seen(OWNER)
        self.assertEqual(2, theirs.count("delegate"), theirs)
        self.assertIn("restart", theirs)
        self.assertEqual("delegate", theirs[-1], "what came after it was taken back is not told")
        self.assertIn("stop", own[own.index("delegate"):])
        self.assertEqual([], seen(STRANGER))

    def test_survives_the_engine(self):
        self.hand_over(OTHER)
        self.engine.stop()
        self.engine.start()
        self.assertEqual([self.web], self.listed(OTHER))
        self.expect(204, OTHER, "POST", "/stop?t=0")


class Checkpoint(unittest.TestCase):
    def test_says_whether_and_why(self):
        engine = Quayside("checkpoint")
        self.addCleanup(engine.end)
        engine.start()
        check = engine.call("GET", "/quayside/checkpoint").json()
        self.assertIn(check["Possible"], (True, False))
        self.assertRegex(check["Why"], r"CRIU")


if __name__ == "__main__":
    unittest.main(verbosity=2)

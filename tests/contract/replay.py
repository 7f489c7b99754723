#!/usr/bin/env python3
"""Replays the requests of requests/*.json against our engine and compares statuses and JSON shapes with dockerd's.

  replay.py --engine build/bin/quayside-engine               against what a dockerd has answered (recorded/)
  replay.py --engine build/bin/quayside-engine --dockerd     against a dockerd that is started here
  replay.py --record                                         asks a dockerd and rewrites recorded/
  --only TEXT: print both answers of the steps whose name holds TEXT.

What differs on purpose stands in differences.json, each with its reason; a difference that isn't listed fails, and so
does a listed one that no longer exists. "until" names the version of dockerd from which on a difference is none, "from"
the one with which it begins.
"""

import argparse
import fnmatch
import glob
import json
import os
import re
import sys
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "docker"))
import apiclient  # noqa: E402
import busyboximage  # noqa: E402
import engines  # noqa: E402
import shape  # noqa: E402

RECORDED = os.path.join(HERE, "recorded", "dockerd.json")


def load_steps():
    steps = []
    for name in sorted(glob.glob(os.path.join(HERE, "requests", "*.json"))):
        with open(name) as file:
            steps += json.load(file)
    names = [step["name"] for step in steps]
    doubled = {name for name in names if names.count(name) > 1}
    if doubled:
        raise SystemExit("step names must be unique: " + ", ".join(sorted(doubled)))
    return steps


def load_uploads():
    busybox = busyboximage.find_busybox()
    if busybox is None:
        engines.skip("no static busybox (package busybox-static)")
    root = busyboximage.root_file_system(busybox)
    archive = busyboximage.docker_archive(root, ["busybox:latest"])
    return {
        "busybox": archive, "rootfs": root, "truncated": archive[:len(archive) // 2], "empty": b"",
        "noise": b"this is no archive " * 1000,
        "noconfig": busyboximage.archive_of({"manifest.json": json.dumps(
            [{"Config": "missing.json", "RepoTags": ["x:1"], "Layers": []}]).encode()}),
    }


class Player:
    """Sends the steps in order to one engine; ids that an answer names are used by later steps."""

    def __init__(self, socket, uploads, maps):
        self.socket, self.uploads, self.maps = socket, uploads, maps
        self.variables = {}

    def play(self, step):
        answer = self._send(step)
        seen = {"status": answer.status}
        for name in step.get("headersSeen", []):
            seen.setdefault("headers", {})[name] = name.lower() in answer.headers
        if answer.status < 400:
            seen.update(self._read(step.get("read", "json"), answer))
        elif step["method"] != "HEAD":
            seen["shape"] = self._error_shape(answer)
        for variable, key in step.get("capture", {}).items():
            self.variables[variable] = answer.json().get(key, "not-captured") if answer.status < 400 else "not-captured"
        return seen, answer

    def _send(self, step):
        self.variables["now"] = str(time.time())
        if "marks" in step:  # a moment for later steps: dockerd forgets events after 256
            self.variables[step["marks"]] = self.variables["now"]
        path = step["path"]
        for variable, value in self.variables.items():
            path = path.replace("{%s}" % variable, value)
        path = urllib.parse.quote(path, safe="/?&=%:,+-._~")
        body = step.get("body")
        if "raw" in step:
            body = step["raw"].encode()
        headers = dict(step.get("headers", {}))
        if "upload" in step:
            body = self.uploads[step["upload"]]
            headers.setdefault("Content-Type", "application/x-tar")
        if step.get("read") == "websocket":
            headers = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
                       "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Origin": "http://localhost"}
            return apiclient.hijack(self.socket, step["method"], path, body, headers)
        if step.get("read") == "hijack":
            return apiclient.hijack(self.socket, step["method"], path, body, headers,
                                     step["stdin"].encode() if "stdin" in step else None)
        return apiclient.request(self.socket, step["method"], path, body, headers)

    def _error_shape(self, answer):
        try:
            return shape.shape_of(answer.json(), "", self.maps)
        except ValueError:
            return "text"

    def _read(self, how, answer):
        kind = answer.headers.get("content-type", "").split(";")[0]
        if how == "hijack":
            output = answer.body
            if "terminal" not in answer.body.decode(errors="replace"):
                output = {str(k): v.decode() for k, v in apiclient.frames(answer.body).items()}
            else:
                output = output.decode()
            return {"type": kind, "output": output, "upgrade": answer.headers.get("upgrade", "")}
        if how == "websocket":
            return {"upgrade": answer.headers.get("upgrade", ""), "output": apiclient.messages(answer.body).decode()}
        if how == "frames":
            return {"output": {str(k): v.decode() for k, v in apiclient.frames(answer.body).items()}}
        if how == "lines":
            return {"type": kind, "shape": shape.shape_of(apiclient.json_lines(answer.body), "", self.maps)}
        if how == "tar":
            return {"type": kind, "tar": answer.body[257:262] == b"ustar"}
        if how == "text":
            return {"type": kind, "output": answer.body.decode()}
        if how == "none" or not answer.body:
            return {"empty": not answer.body}
        return {"type": kind, "shape": shape.shape_of(answer.json(), "", self.maps)}


def compare(reference, ours):
    found = []
    for key in ("status", "headers", "type", "output", "upgrade", "tar", "empty"):
        if reference.get(key) != ours.get(key):
            found.append((key, "%r there, %r here" % (reference.get(key), ours.get(key))))
    if reference.get("status") == ours.get("status") and "shape" in reference and "shape" in ours:
        found += shape.differences(reference["shape"], ours["shape"], "")
    return found


class Purpose:
    """differences.json: what may differ, and why."""

    def __init__(self):
        with open(os.path.join(HERE, "differences.json")) as file:
            document = json.load(file)
        self.maps, self.rules = set(document["maps"]), document["differences"]
        self.used = set()

    def choose(self, version):
        """Keeps what concerns this version of dockerd."""
        def number(text):
            return [int(part) for part in re.findall(r"\d+", text)[:2]]
        self.rules = [rule for rule in self.rules
                      if not ("until" in rule and number(version) >= number(rule["until"]))
                      and not ("from" in rule and number(version) < number(rule["from"]))]

    def allows(self, step, where):
        for number, rule in enumerate(self.rules):
            if fnmatch.fnmatchcase(step, rule["step"]) and any(
                    fnmatch.fnmatchcase(where, pattern.replace("[", "[[]")) for pattern in rule["where"]):
                self.used.add(number)
                return True
        return False

    def unused(self):
        return [rule for number, rule in enumerate(self.rules) if number not in self.used]


def play_all(engine, uploads, maps):
    engine.start()
    try:
        version = apiclient.request(engine.socket, "GET", "/version").json()["Version"]
        player = Player(engine.socket, uploads, maps)
        seen, answers = {}, {}
        for step in load_steps():
            try:
                seen[step["name"]], answers[step["name"]] = player.play(step)
            except (OSError, ValueError) as error:
                seen[step["name"]] = {"status": "no answer: %s: %s" % (type(error).__name__, error)}
        for container in apiclient.request(engine.socket, "GET", "/containers/json?all=1").json():
            apiclient.request(engine.socket, "DELETE", "/containers/%s?force=1&v=1" % container["Id"])
        return seen, answers, version
    finally:
        engine.stop()
        engine.remove()


def report(reference, ours, purpose, answers, only):
    failures = 0
    for step in load_steps():
        name = step["name"]
        bad = [pair for pair in compare(reference[name], ours[name]) if not purpose.allows(name, pair[0])]
        failures += bool(bad)
        print("%s %s" % ("not ok" if bad else "ok", name))
        for where, what in bad:
            print("    %s %s" % (where, what))
        if bad or (only and only in name):
            for who, answer in answers:
                if name in answer:
                    print("    %s: %d %s" % (who, answer[name].status, answer[name].body[:1500 if only else 300]))
    for rule in purpose.unused():
        failures += 1
        print("not ok: a listed difference is none any more: %s %s" % (rule["step"], rule["where"]))
    print("%d steps, %d failures" % (len(reference), failures))
    return 1 if failures else 0


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--engine")
    options.add_argument("--dockerd", action="store_true")
    options.add_argument("--record", action="store_true")
    options.add_argument("--only")
    options = options.parse_args()
    if os.geteuid() != 0:
        engines.skip("starting an engine needs root")
    purpose, uploads = Purpose(), load_uploads()
    answers = []
    if options.record or options.dockerd:
        reference, theirs, version = play_all(engines.Dockerd("contract"), uploads, purpose.maps)
        answers.append(("there", theirs))
        if options.record:
            with open(RECORDED, "w") as file:
                json.dump({"version": version, "answers": reference}, file, indent=1, sort_keys=True)
                file.write("\n")
            return 0
    else:
        with open(RECORDED) as file:
            recorded = json.load(file)
        reference, version = recorded["answers"], recorded["version"]
    purpose.choose(version)
    ours, here, _ = play_all(engines.Quayside(options.engine, "contract"), uploads, purpose.maps)
    return report(reference, ours, purpose, answers + [("here", here)], options.only)


if __name__ == "__main__":
    sys.exit(main())

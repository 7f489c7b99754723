#!/usr/bin/env python3
"""Bad input: each gives one clear error, leaves nothing behind, and the engine goes on.

  badinput.py ENGINE [PART-OF-A-NAME ...]
"""

import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import threading
import time

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient
import busyboximage

docker = engine = archive = None


def api(method, target, body=None, headers=None):
    return apiclient.request(engine.socket, method, target, body, headers)


def refused(answer, status, *parts):
    """One JSON error with one sentence."""
    equal(answer.status, status, answer.body[:300])
    message = answer.json()["message"]
    for part in parts:
        contains(message, part)
    return message


def load(data):
    """Loads an archive, and gives the error's text."""
    answer = api("POST", "/images/load?quiet=1", data, {"Content-Type": "application/x-tar"})
    if answer.status >= 400:
        return answer.json()["message"]
    errors = [line["error"] for line in apiclient.json_lines(answer.body) if "error" in line]
    equal(len(errors), 1, answer.body[:300])
    return errors[0]


def snapshot():
    """What a failure must not leave behind."""
    root = engine.root
    kept = []
    for folder in ("layers", "blobs", "containers", "images", "tmp", "volumes"):
        for path, folders, files in os.walk(os.path.join(root, folder)):
            if folder == "layers" and "mountpoints" in folders:
                folders.remove("mountpoints")  # the image's from its first start on, and it goes with the layer
            kept += [os.path.join(path, name) for name in folders + files]
            if path.count("/") > root.count("/") + 3:
                folders.clear()
    with open("/proc/%d/mounts" % engine.process.pid) as file:
        mounts = [line for line in file if engine.folder in line]  # others mount things, too
    # /sys/class/net would show the network namespace that /sys was mounted in.
    links = [line.split(":")[0].strip() for line in engine.in_network("cat", "/proc/net/dev").stdout.splitlines()[2:]]
    images = api("GET", "/images/json?all=1").json()
    containers = api("GET", "/containers/json?all=1").json()
    return {"files": sorted(kept), "mounts": mounts, "links": sorted(links),
            "images": sorted(image["Id"] for image in images), "containers": sorted(c["Id"] for c in containers)}


def leaves_nothing(function, *arguments):
    before = snapshot()
    result = function(*arguments)
    settled = apiclient.wait_until(lambda: snapshot() == before, 5)
    after = snapshot()
    for key in before:
        if not settled and before[key] != after[key]:
            true(False, "%s: %s became %s" % (key, before[key], after[key]))
    return result


def tar_with(*entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for entry, data in entries:
            tar.addfile(entry, io.BytesIO(data) if data is not None else None)
    return out.getvalue()


def entry(name, kind=tarfile.REGTYPE, size=0, link=""):
    made = tarfile.TarInfo(name)
    made.type, made.size, made.linkname = kind, size, link
    return made


def image_of(layer):
    return busyboximage.docker_archive(layer, ["hostile:latest"])


def check_truncated_archive():
    with open(archive, "rb") as file:
        data = file.read()
    for length in (0, 100, 511, 513, 5000, len(data) // 2, len(data) - 20000):
        true(len(leaves_nothing(load, data[:length])) > 10, length)


def check_corrupt_compression():
    with open(archive, "rb") as file:
        packed = bytearray(gzip.compress(file.read(), 1))
    packed[len(packed) // 2] ^= 0xFF
    leaves_nothing(load, bytes(packed))
    leaves_nothing(load, bytes(packed[:len(packed) // 3]))


def check_noise_as_archive():
    leaves_nothing(load, os.urandom(300_000))
    leaves_nothing(load, b"\x1f\x8b" + os.urandom(1000))


def check_image_without_configuration():
    message = leaves_nothing(load, busyboximage.archive_of({"manifest.json": json.dumps(
        [{"Config": "missing.json", "RepoTags": ["x:1"], "Layers": []}]).encode()}))
    contains(message, "missing.json")


def check_archive_without_manifest():
    leaves_nothing(load, busyboximage.archive_of({"file": b"x"}))


def check_manifest_that_is_no_json():
    leaves_nothing(load, busyboximage.archive_of({"manifest.json": b"{nonsense"}))
    leaves_nothing(load, busyboximage.archive_of({"manifest.json": b"[" * 100_000}))
    leaves_nothing(load, busyboximage.archive_of({"manifest.json": b" " * 6_000_000}))


def check_layer_with_another_digest():
    files = {}
    with tarfile.open(fileobj=io.BytesIO(image_of(tar_with((entry("a", size=1), b"x"))))) as tar:
        for member in tar:
            files[member.name] = tar.extractfile(member).read()
    for name in files:
        if name.endswith("layer.tar"):
            files[name] = tar_with((entry("b", size=1), b"y"))
    leaves_nothing(load, busyboximage.archive_of(files))


def check_layers_that_escape():
    outside = engine.folder + "/outside"
    hostile = {
        "dots": [(entry("../../../../../../../../..%s" % outside, size=1), b"x")],
        "link": [(entry("door", tarfile.SYMTYPE, link=engine.folder), None), (entry("door/outside", size=1), b"x")],
        "hard": [(entry("door", tarfile.LNKTYPE, link="../../../../../../etc/passwd"), None)],
        "device": [(entry("disk", tarfile.BLKTYPE), None)],
    }
    for name, entries in hostile.items():
        leaves_nothing(load, image_of(tar_with(*entries)))
        true(not os.path.exists(outside), name)


def check_huge_json():
    refused(leaves_nothing(api, "POST", "/containers/create", b'{"Image":"' + b"x" * 6_000_000 + b'"}',
                           {"Content-Type": "application/json"}), 413)
    refused(leaves_nothing(api, "POST", "/containers/create", b"[" * 200_000, {"Content-Type": "application/json"}), 400)
    many = json.dumps({"Image": "busybox", "Env": ["A%d=b" % i for i in range(100_000)]}).encode()
    answer = api("POST", "/containers/create?name=many", many, {"Content-Type": "application/json"})
    true(answer.status in (201, 400), answer.body[:200])
    docker("rm", "-f", "many")


def check_duplicate_keys():
    refused(leaves_nothing(api, "POST", "/containers/create", b'{"Image":"busybox","image":"other"}',
                           {"Content-Type": "application/json"}), 400)
    refused(leaves_nothing(api, "POST", "/containers/create", b'{"Image":"busybox","Image":"other"}',
                           {"Content-Type": "application/json"}), 400)


def check_a_command_that_is_missing():
    fails(leaves_nothing(docker, "run", "--rm", "busybox", "/nope"), 127, "no such file or directory")
    fails(leaves_nothing(docker, "run", "--rm", "busybox", "nope"), 127, "not found")
    fails(leaves_nothing(docker, "run", "--rm", "busybox", "/etc/notexecutable"), 126, "permission denied")
    fails(leaves_nothing(docker, "run", "--rm", "busybox", "/etc"), 126)


def check_a_port_in_use():
    ok(docker("run", "-d", "--name", "taker", "-p", "127.0.0.1:4555:80", "busybox", "sleep", "600"))
    fails(docker("run", "--name", "late", "-p", "127.0.0.1:4555:80", "busybox", "true"), 125, "4555")
    docker("rm", "-f", "late", "taker")
    holder = subprocess.Popen(["nsenter", "--net=/proc/%d/ns/net" % engine.process.pid, "busybox", "nc", "-l", "-p", "4556"],
                              stdin=subprocess.PIPE)
    try:
        apiclient.wait_until(lambda: ":11CC" in engine.in_network("cat", "/proc/net/tcp", "/proc/net/tcp6").stdout, 5)
        fails(docker("run", "--name", "late", "-p", "4556:80", "busybox", "true"), 125, "4556")
    finally:
        holder.kill()
        holder.wait()
        docker("rm", "-f", "late")


def check_a_name_taken():
    ok(docker("create", "--name", "once", "busybox", "true"))
    fails(leaves_nothing(docker, "create", "--name", "once", "busybox", "true"), 1, "/once", "already in use")
    fails(leaves_nothing(docker, "create", "--name", "a b", "busybox", "true"), 1, "invalid container name")
    docker("rm", "-f", "once")


def check_a_missing_mount_source():
    fails(leaves_nothing(docker, "create", "--mount", "type=bind,source=/no/such/folder,target=/x", "busybox", "true"), 1,
          "/no/such/folder")
    fails(leaves_nothing(docker, "create", "-v", "/tmp:relative", "busybox", "true"), 1)


def check_limits_below_the_minimum():
    fails(leaves_nothing(docker, "create", "-m", "1m", "busybox", "true"), 1, "6MB")
    fails(leaves_nothing(docker, "create", "--cpus", "9999", "busybox", "true"), 1, "cpus")
    fails(leaves_nothing(docker, "create", "--memory", "64m", "--memory-swap", "32m", "busybox", "true"), 1, "swap")


def check_unknown_things():
    refused(api("GET", "/nonsense"), 404, "page not found")
    refused(api("GET", "/v1.99/info"), 400, "1.99")
    refused(api("GET", "/containers/nope/json"), 404, "No such container: nope")
    refused(api("GET", "/images/nope/json"), 404, "No such image: nope")
    refused(api("GET", "/containers/json?all=perhaps"), 400)
    refused(api("GET", "/containers/a%00b/json"), 400)
    refused(api("POST", "/containers/create?name=x", {"Image": "../../etc/passwd"}), 400)


def check_a_second_engine():
    def second(*changes):
        command = [changes[changes.index(part) + 1] if part in changes else part for part in engine.command()]
        # In the same network: what it makes there before it gives up goes with the first one.
        return subprocess.run(["nsenter", "--net=/proc/%d/ns/net" % engine.process.pid] + command, capture_output=True,
                              text=True, timeout=20)

    same = second()
    equal(same.returncode, 1, same.stderr)
    equal(len(same.stderr.strip().splitlines()), 1, same.stderr)
    contains(same.stderr, engine.root)
    other_root = second(engine.root, engine.folder + "/root2", engine.run, engine.folder + "/run2")
    equal(other_root.returncode, 1, other_root.stderr)
    contains(other_root.stderr, engine.socket)
    ok(docker("ps"))


def check_bad_options():
    for arguments, part in ((["--nonsense"], "--nonsense"), (["--root"], "--root"), (["--log-level", "loud"], "loud")):
        done = subprocess.run([engine.binary] + arguments, capture_output=True, text=True, timeout=20)
        equal(done.returncode, 2, done.stderr)
        contains(done.stderr, part)


def check_many_slow_stops_hold_up_nobody():
    names = ["slow%d" % i for i in range(70)]
    for name in names:
        ok(docker("run", "-d", "--name", name, "busybox", "sh", "-c", "trap '' TERM; while :; do sleep 1; done"))
    stops = [threading.Thread(target=api, args=("POST", "/containers/%s/stop?t=5" % name)) for name in names]
    for stop in stops:
        stop.start()
    time.sleep(1)
    begin = time.time()
    equal(api("GET", "/containers/json").status, 200)
    taken = time.time() - begin
    for stop in stops:
        stop.join()
    docker("rm", "-f", *names)
    true(taken < 2, "a list took %.1f s beside 70 stops" % taken)


def check_the_engine_goes_on():
    equal(ok(docker("run", "--rm", "busybox", "echo", "still here")), "still here")
    equal(ok(docker("ps", "-aq")), "")
    true("critical" not in engine.tail(1000), engine.tail())


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "badinput"))

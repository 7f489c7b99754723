#!/usr/bin/env python3
"""The layer explorer on the real engine: images made for it, whose files are compared with what a container sees, and whose
figures with what the disk says.

  contents.py ENGINE [PART-OF-A-NAME ...]
"""

import io
import json
import os
import pickle
import shutil
import sqlite3
import stat
import struct
import subprocess
import sys
import tarfile
import urllib.parse

from checks import equal, ok, run_on_one_engine, true
import apiclient
import busyboximage

docker = alice = bob = engine = None
BUSYBOX = busyboximage.find_busybox() and busyboximage.root_file_system(busyboximage.find_busybox())
BIG = os.urandom(3_000_000)
ODD = b"odd\xff\nname"


def layer(*entries):
    """A layer's tar: (name, content), a folder where the name ends with '/', {"link": …} or {"hard": …} for links."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for name, content in entries:
            entry = tarfile.TarInfo(os.fsdecode(name))
            entry.mtime, entry.mode = 1700000000, 0o644
            if name[-1:] in ("/", b"/"):
                entry.type, entry.mode = tarfile.DIRTYPE, 0o755
            elif isinstance(content, dict):
                entry.type = tarfile.SYMTYPE if "link" in content else tarfile.LNKTYPE
                entry.linkname = content.get("link") or content["hard"]
            else:
                content = content.encode() if isinstance(content, str) else content
                entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content) if isinstance(content, bytes) else None)
    return out.getvalue()


def layers():
    base = layer(
        ("data/", ""), ("data/kept", "kept"), ("data/changed", "old"), ("data/removed", "r" * 5000),
        ("data/was-folder/", ""), ("data/was-folder/in/", ""), ("data/was-folder/in/x", "x" * 700), ("data/was-file", "f"),
        ("data/opaque/", ""), ("data/opaque/hidden", "h" * 900), ("data/opaque/back", "1"), ("data/gone/", ""),
        ("data/gone/a", "a" * 100), ("data/gone/b", "b" * 200), ("data/big", BIG), ("data/same", {"hard": "data/big"}),
        (b"data/" + ODD, "odd"), ("data/shadow", {"link": "../../../../../../etc/shadow"}),
        ("data/hosts", {"link": "/etc/hostname"}), ("data/loop", {"link": "loop"}), ("data/to-kept", {"link": "/data/./kept"}),
        ("data/many/", ""), *(("data/many/%04d" % number, "%d" % number) for number in range(1000)))
    upper = layer(
        ("data/changed", "new!"), ("data/.wh.removed", ""), ("data/was-folder", "a file now"), ("data/was-file/", ""),
        ("data/was-file/inside", "y"), ("data/opaque/", ""), ("data/opaque/.wh..wh..opq", ""), ("data/opaque/back", "22"),
        ("data/.wh.gone", ""), ("data/added", "added"), ("data/.wh.never-there", ""))
    return [BUSYBOX, base, upper]


def load(user, made, *names, config=None):
    ok(user("load", stdin=busyboximage.docker_archive_of(made, list(names), config)))


def prepare():
    load(docker, layers(), "explored:1", "again:1")


def ask(what, image="explored:1", status=200, **query):
    target = "/quayside/images/%s/%s?%s" % (image, what, urllib.parse.urlencode(query))
    answer = apiclient.request(engine.socket, "GET", target)
    equal(answer.status, status, "%s: %s" % (target, answer.body[:300]))
    return answer.body if what == "file" and status == 200 else answer.json()


def ask_as(user, target):
    """The answer to a request of that user's: who asks is told by the socket."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(user.uid)
            os.setuid(user.uid)
            answer = apiclient.request(engine.socket, "GET", target)
            os.write(theirs, pickle.dumps((answer.status, answer.body[:2000])))
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        found = pickle.loads(pipe.read())
    os.waitpid(child, 0)
    return found


def by_name(answer):
    return {entry["Name"]: entry for entry in answer["Entries"]}


def walk(image, path="/data", encoded=""):
    """All paths below a folder as the explorer has them, as bytes, with type and size."""
    found = {}
    answer = ask("tree", image, **({"encoded": encoded} if encoded else {"path": path}))
    true(not answer["Truncated"])
    for entry in answer["Entries"]:
        coded = entry.get("Encoded", "")
        name = urllib.parse.unquote_to_bytes(coded) if coded else os.fsencode(path + "/" + entry["Name"])
        found[name] = (entry["Type"], entry["Size"])
        if entry["Type"] == "folder":
            found.update(walk(image, path + "/" + entry["Name"], coded))
    return found


def seen_by_a_container(image):
    found = {}
    tar = ok_raw(docker("run", "--rm", image, "tar", "-cf", "-", "-C", "/", "data"))
    links = {}
    with tarfile.open(fileobj=io.BytesIO(tar), mode="r:") as read:
        for entry in read:
            name = b"/" + os.fsencode(entry.name).rstrip(b"/")
            kind = "folder" if entry.isdir() else "link" if entry.issym() else "file"
            size = links[entry.linkname] if entry.islnk() else entry.size
            links[entry.name] = size
            found[name] = (kind, size)
    del found[b"/data"]
    return found


def ok_raw(done):
    ok(done)
    return done.raw


def check_the_whole_is_what_a_container_sees():
    ours, theirs = walk("explored:1"), seen_by_a_container("explored:1")
    folders = {name: value for name, value in ours.items() if value[0] == "folder"}
    equal({name: value for name, value in ours.items() if name not in folders},
          {name: value for name, value in theirs.items() if value[0] != "folder"})
    equal(sorted(folders), sorted(name for name, value in theirs.items() if value[0] == "folder"))
    for folder, (_, size) in folders.items():
        equal(size, sum(value[1] for name, value in theirs.items()
                        if name.startswith(folder + b"/") and value[0] == "file"), folder)


def check_layers_and_waste():
    found = ask("contents")
    equal(found["Id"], ok(docker("inspect", "--format", "{{.Id}}", "explored:1")))
    equal([one["Index"] for one in found["Layers"]], [0, 1, 2])
    base, upper = found["Layers"][1:]
    equal((base["Added"], base["Changed"], base["Removed"], base["WastedBytes"]), (1016, 0, 0, 0))
    hidden = {"/data/removed": 5000, "/data/opaque": 901, "/data/was-folder": 700, "/data/gone": 300, "/data/changed": 3,
              "/data/was-file": 1}
    equal((upper["Added"], upper["Changed"], upper["Removed"]), (3, 2, 6))
    equal(upper["WastedBytes"], sum(hidden.values()))
    equal({one["Path"]: one["Bytes"] for one in found["Waste"]}, hidden)
    true(all(one["Layers"] == [1, 2] and one["Count"] == 2 for one in found["Waste"]), found["Waste"])
    equal(found["WastedBytes"], sum(hidden.values()))
    true(abs(found["Efficiency"] - (1 - sum(hidden.values()) / found["Size"])) < 1e-9, found["Efficiency"])
    equal(base["CreatedBy"], "ADD busybox / # test")
    equal(found["Size"], int(ok(docker("inspect", "--format", "{{.Size}}", "explored:1"))))


def check_a_layer_shows_what_it_did():
    found = by_name(ask("tree", path="/data", layer=2))
    equal({name: entry["Change"] for name, entry in found.items()},
          {"changed": "changed", "removed": "removed", "was-folder": "changed", "was-file": "changed", "opaque": "mixed",
           "gone": "removed", "added": "added"})
    equal((found["gone"]["Size"], found["gone"]["Files"], found["gone"]["Type"]), (300, 2, "folder"))
    equal(sorted(by_name(ask("tree", path="/data/gone", layer=2))), ["a", "b"])
    equal({name: entry["Change"] for name, entry in by_name(ask("tree", path="/data/opaque", layer=2)).items()},
          {"hidden": "removed", "back": "changed"})
    equal(len(ask("tree", path="/data/many", layer=1)["Entries"]), 1000)
    equal(list(by_name(ask("tree", path="/data", text="was"))), ["was-file", "was-folder"])


def check_finding():
    found = ask("find", text="KEPT")
    equal([entry["Path"] for entry in found["Found"]], ["/data/kept", "/data/to-kept"])
    found = ask("find", text="data/many/0", limit=10)
    equal((len(found["Found"]), found["Truncated"]), (10, True))
    equal([entry["Path"] for entry in ask("find", text="removed", layer=2)["Found"]], ["/data/removed"])
    equal(ask("find", text="removed")["Found"], [])
    ask("find", status=400, text="")


def check_files():
    equal(ask("file", path="/data/changed"), b"new!")
    equal(ask("file", path="/data/changed", layer=1), b"old")
    equal(ask("file", path="/data/removed", layer=1), b"r" * 5000)
    true(ask("file", path="/data/big") == BIG and ask("file", path="/data/same") == BIG, "3 MB come as they are")
    equal(ask("file", path="/data/to-kept"), b"kept")
    equal(ask("file", encoded=urllib.parse.quote(b"/data/" + ODD)), b"odd")
    ask("file", status=404, path="/data/removed")
    for path in ("/data", "/data/loop"):
        ask("file", status=400, path=path)
    ask("file", status=400)


def check_files_of_the_host_stay_there():
    with open("/etc/shadow", "rb") as file:
        secret = file.read()
    for path in ("/data/shadow", "/data/hosts", "/../../../../etc/shadow", "/data/../../../../../../etc/shadow", "/proc/self/root/etc/shadow"):
        answer = apiclient.request(engine.socket, "GET", "/quayside/images/explored:1/file?" + urllib.parse.urlencode({"path": path}))
        equal(answer.status, 404, path)
        true(secret not in answer.body, path)


def check_a_stranger_sees_nothing():
    made = layer(("hers", "secret"))
    load(alice, [BUSYBOX, made], "hers:1")
    identity = ok(alice("inspect", "--format", "{{.Id}}", "hers:1"))
    for what in ("contents", "tree?path=/", "find?text=a", "file?path=/hers", "packages", "disk", "compare?with=explored:1"):
        equal(ask_as(alice, "/quayside/images/hers:1/" + what)[0], 200, what)
        for name in ("hers:1", identity[7:19]):
            status, body = ask_as(bob, "/quayside/images/%s/%s" % (name, what))
            equal((status, b"No such image" in body, b"secret" in body), (404, True, False), "%s: %s" % (what, body))
    equal(ask_as(bob, "/quayside/images/explored:1/compare?with=hers:1")[0], 404)
    shared = json.loads(ask_as(bob, "/quayside/images/explored:1/disk")[1])["SharedWith"]
    true(all("hers" not in one["Name"] for one in shared), shared)
    equal(ask_as(bob, "/quayside/images/explored:1/contents")[0], 200, "root's images are everybody's")
    ok(alice("rmi", "hers:1"))


def check_a_committed_layer():
    ok(docker("run", "--name", "made", "explored:1", "sh", "-c",
              "rm -r /data/many && mkdir /data/many && echo one > /data/many/0001 && chmod 600 /data/kept && mv /data/added /data/moved"))
    ok(docker("commit", "made", "committed:1"))
    ok(docker("rm", "made"))
    found = ask("contents", "committed:1")["Layers"][3]
    equal((found["Added"], found["Changed"], found["Removed"]), (1, 2, 1000))
    equal({name: entry["Change"] for name, entry in by_name(ask("tree", "committed:1", path="/data", layer=3)).items()},
          {"added": "removed", "kept": "changed", "many": "mixed", "moved": "added"})
    ours, theirs = walk("committed:1"), seen_by_a_container("committed:1")
    equal(sorted(ours), sorted(theirs))
    found = by_name(ask("compare", **{"with": "committed:1", "path": "/data"}))
    equal({name: entry["Change"] for name, entry in found.items()},
          {"added": "removed", "kept": "changed", "many": "mixed", "moved": "added"})
    equal(found["many"]["OtherSize"], 4)
    equal(ask("compare", **{"with": "again:1"})["Entries"], [])
    ok(docker("rmi", "committed:1"))


def rpm_header(name, version):
    entries, store = b"", b""
    for tag, kind, value in ((1000, 6, name.encode() + b"\0"), (1001, 6, version.encode() + b"\0"), (1002, 6, b"1.fc43\0"),
                             (1022, 6, b"noarch\0"), (1009, 4, struct.pack(">I", 512))):
        entries += struct.pack(">IIII", tag, kind, len(store), 1)
        store += value
    return struct.pack(">II", len(entries) // 16, len(store)) + entries + store


def rpm_database():
    path = engine.folder + "/rpmdb.sqlite"
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("CREATE TABLE Packages (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL)")
    database.executemany("INSERT INTO Packages (blob) VALUES (?)", [(rpm_header("pkg%d" % i, "1.%d" % i),) for i in range(300)])
    database.commit()
    database.close()
    with open(path, "rb") as file:
        return file.read()


def check_packages():
    equal(ask("packages"), {"Databases": [], "Packages": [], "Problems": []})
    apk = "P:musl\nV:1.2.5-r9\nA:x86_64\nI:662552\nT:the musl c library\no:musl\n\nP:zlib\nV:1.3.1-r2\nA:x86_64\n\n"
    made = [layer(("lib/apk/db/installed", apk)), layer(("usr/lib/sysimage/rpm/rpmdb.sqlite", rpm_database()),
                                                        ("var/lib/rpm", {"link": "../../usr/lib/sysimage/rpm"}))]
    expected = 302
    if os.path.exists("/var/lib/dpkg/status"):
        with open("/var/lib/dpkg/status", "rb") as file:
            made.append(layer(("var/lib/dpkg/status", file.read())))
    load(docker, made, "packages:1", config={})
    found = ask("packages", "packages:1")
    equal(found["Problems"], [])
    of = lambda name: {(one["Name"], one["Version"], one["Architecture"]) for one in found["Packages"] if one["Database"] == name}
    equal(of("apk"), {("musl", "1.2.5-r9", "x86_64"), ("zlib", "1.3.1-r2", "x86_64")})
    equal(of("rpm"), {("pkg%d" % i, "1.%d-1.fc43" % i, "noarch") for i in range(300)})
    if len(made) == 3 and shutil.which("dpkg-query"):
        told = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package} ${Version} ${Architecture}\n"],
                              capture_output=True, text=True, check=True).stdout
        installed = [tuple(line.split()[1:]) for line in told.splitlines() if line.startswith("installed ")]
        equal(of("dpkg"), set(installed))
        expected += len(installed)
    equal(len(found["Packages"]), expected)
    equal({one["Layer"] for one in found["Packages"] if one["Database"] == "rpm"}, {1})
    ok(docker("rmi", "packages:1"))


def on_disk():
    """Bytes of layers and blobs, a hard-linked file once."""
    total, counted = 0, set()
    for top in [engine.root + "/blobs"] + [engine.root + "/layers/%s/diff" % one for one in os.listdir(engine.root + "/layers")]:
        for folder, _, names in os.walk(top):
            for name in names:
                status = os.lstat(os.path.join(os.fsencode(folder), os.fsencode(name)))
                if stat.S_ISREG(status.st_mode) and status.st_ino not in counted:
                    counted.add(status.st_ino)
                    total += status.st_size
    return total


def check_removal_frees_what_was_said():
    load(docker, [BUSYBOX, layer(("own", "o" * 12345))], "child:1", "child:2")
    ok(docker("create", "--name", "user", "child:1", "true"))
    found = ask("disk", "child:1")
    equal((found["Frees"], found["UsedBy"][0]["Name"], found["UsedBy"][0]["State"]), (0, "user", "created"))
    ok(docker("rm", "user"))
    found = ask("disk", "child:1")
    equal((found["Unique"], found["Unique"] + found["Shared"], found["UsedBy"]), (12345, found["Size"], []))
    true(found["Frees"] > 12345 and found["Blobs"] > found["Frees"] - 12345, found)
    true("explored:1" in [one["Name"] for one in found["SharedWith"]] or "again:1" in [one["Name"] for one in found["SharedWith"]], found)
    before = on_disk()
    ok(docker("rmi", "child:1", "child:2"))
    equal(before - on_disk(), found["Frees"])


def check_a_prune_frees_what_was_said():
    for number in range(3):
        load(docker, [layer(("base", "b" * 7000)), layer(("n", str(number) * (number + 1) * 100))], "pruned:%d" % number, config={"Labels": {"prune": "yes"}})
    ok(docker("create", "--name", "user", "pruned:2", "x"))
    filters = urllib.parse.quote(json.dumps({"dangling": ["false"], "label": ["prune=yes"]}))
    answer = apiclient.request(engine.socket, "GET", "/quayside/images/prune?filters=" + filters)
    preview = answer.json()
    equal(sorted(name for image in preview["Images"] for name in image["Names"]), ["pruned:0", "pruned:1"])
    equal(sum(image["Frees"] for image in preview["Images"]), preview["SpaceReclaimed"])
    # What one of them frees alone is said too: both keep the base, which a third has.
    equal(sum(part["Bytes"] for part in preview["Parts"]), preview["SpaceReclaimed"])
    alone = {part["Images"][0]: part["Bytes"] for part in preview["Parts"] if len(part["Images"]) == 1}
    for image in preview["Images"]:
        disk = apiclient.request(engine.socket, "GET", "/quayside/images/%s/disk" % image["Id"]).json()
        equal(alone[image["Id"]], disk["Frees"])
    before = on_disk()
    pruned = apiclient.request(engine.socket, "POST", "/images/prune?filters=" + filters).json()
    equal((pruned["SpaceReclaimed"], before - on_disk()), (preview["SpaceReclaimed"],) * 2)
    ok(docker("rm", "user"))
    ok(docker("rmi", "pruned:2"))


def check_a_new_engine_has_the_indices():
    before = ask("contents")
    indices = lambda: {one: os.stat(engine.root + "/layers/%s/contents" % one).st_ino for one in os.listdir(engine.root + "/layers")
                       if os.path.exists(engine.root + "/layers/%s/contents" % one)}
    kept = indices()
    true(len(kept) >= 3, kept)
    one = before["Layers"][1]["Id"]
    with open(engine.root + "/layers/%s/contents" % one, "r+b") as file:
        file.seek(100)
        file.write(b"damage")
    engine.stop()
    engine.start()
    equal(ask("contents"), before)
    true(indices()[one] != kept.pop(one), "the damaged one was made again")
    true(all(indices()[other] == inode for other, inode in kept.items()), "the others were not")


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "contents", users={"alice": 61001, "bob": 61002}, ready=prepare))

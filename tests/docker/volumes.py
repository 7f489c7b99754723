#!/usr/bin/env python3
"""Volumes with the docker command: made, filled from the image, shared, mounted in every way, pruned; and whose they are.

  volumes.py ENGINE [PART-OF-A-NAME ...]
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

import apiclient
from checks import contains, equal, fails, ok, run_on_one_engine, true

docker = alice = bob = engine = None


def run(*arguments, who=None):
    return ok((who or docker)("run", "--rm", *arguments))


def events_of(begin, *filters, who=None):
    """What happened since `begin`, as (type, action, name or id)."""
    arguments = ["events", "--since", "%.9f" % begin, "--until", "%.9f" % time.time(), "--format", "{{json .}}"]
    for one in filters:
        arguments += ["--filter", one]
    found = [json.loads(line) for line in ok((who or docker)(*arguments)).splitlines()]
    return [(event["Type"], event["Action"], event["Actor"]["ID"]) for event in found]


def home_of(user):
    folder = "%s/home-%d" % (engine.folder, user.uid)
    if not os.path.isdir(folder):
        os.makedirs(folder, 0o700)
        os.chown(folder, user.uid, user.uid)
    return folder


def mounts():
    with open("/proc/self/mounts") as file:
        return [line for line in file if engine.root + "/volumes/" in line]


def check_a_volume_lives():
    equal(ok(docker("volume", "create", "--label", "tier=db", "data")), "data")
    equal(ok(docker("volume", "create", "data")), "data", "the one that is there")
    shown = json.loads(ok(docker("volume", "inspect", "data")))[0]
    equal((shown["Driver"], shown["Labels"], shown["Options"], shown["Scope"]), ("local", {"tier": "db"}, None, "local"))
    true(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", shown["CreatedAt"]), shown["CreatedAt"])
    true(os.path.isdir(shown["Mountpoint"]), shown["Mountpoint"])
    run("-v", "data:/x", "busybox", "sh", "-c", "echo kept > /x/file")
    equal(run("-v", "data:/y:ro", "busybox", "cat", "/y/file"), "kept")
    fails(docker("run", "--rm", "-v", "data:/y:ro", "busybox", "touch", "/y/new"), 1, "read-only")
    ok(docker("create", "--name", "user", "-v", "data:/x", "busybox"))
    fails(docker("volume", "rm", "data"), 1, "volume is in use - [")
    ok(docker("rm", "user"))
    equal(ok(docker("volume", "rm", "data")), "data")
    fails(docker("volume", "rm", "data"), 1, "no such volume")
    ok(docker("volume", "rm", "-f", "data"))
    fails(docker("volume", "create", "../up"), 1, "invalid characters")
    fails(docker("volume", "create", "-d", "rexray", "x"), 1, "only the driver")


def check_the_list_and_its_filters():
    for name, label in (("red", "colour=red"), ("blue", "colour=blue"), ("reddish", "x=1")):
        ok(docker("volume", "create", "--label", label, name))
    ok(docker("create", "--name", "user", "-v", "red:/x", "busybox"))

    def names(*filters):
        arguments = [part for one in filters for part in ("--filter", one)]
        return sorted(ok(docker("volume", "ls", "-q", *arguments)).split())

    equal(names(), ["blue", "red", "reddish"])
    equal(names("dangling=true"), ["blue", "reddish"])
    equal(names("dangling=false"), ["red"])
    equal(names("label=colour"), ["blue", "red"])
    equal(names("label=colour=blue"), ["blue"])
    equal(names("name=red"), ["red", "reddish"])
    equal(names("driver=local", "name=blue"), ["blue"])
    equal(names("driver=nfs"), [])
    fails(docker("volume", "ls", "--filter", "colour=red"), 1, "invalid filter")
    ok(docker("rm", "user"))
    ok(docker("volume", "rm", "red", "blue", "reddish"))


def check_prune_takes_the_anonymous_ones_only():
    ok(docker("volume", "create", "named"))
    ok(docker("volume", "create", "--label", "keep=1", "labelled"))
    anonymous = ok(docker("volume", "create"))
    equal(len(anonymous), 64)
    run("-v", anonymous + ":/x", "busybox", "sh", "-c", "head -c 100000 /dev/zero > /x/file")
    begin = time.time()
    done = ok(docker("volume", "prune", "-f"))
    contains(done, anonymous)
    contains(done, "Total reclaimed space: 100kB")
    equal(ok(docker("volume", "ls", "-q")).split(), ["labelled", "named"])
    equal(events_of(begin), [("volume", "destroy", anonymous), ("volume", "prune", "")])
    ok(docker("volume", "prune", "-f", "-a", "--filter", "label!=keep"))
    equal(ok(docker("volume", "ls", "-q")).split(), ["labelled"])
    old = apiclient.request(engine.socket, "POST", "/v1.41/volumes/prune").json()
    equal(old["VolumesDeleted"], ["labelled"], "before 1.42 all unused ones were meant")


def image_with(dockerfile_changes, script):
    """An image of busybox after `script`, with changes, by way of a container's tree and docker import."""
    tree = engine.folder + "/tree"
    shutil.rmtree(tree, ignore_errors=True)
    os.makedirs(tree)
    subprocess.run(["tar", "-xf", engine.folder + "/rootfs.tar", "-C", tree], check=True)
    script(tree)
    packed = subprocess.run(["tar", "--xattrs", "-cf", "-", "-C", tree, "."], check=True, capture_output=True).stdout
    changes = [part for change in dockerfile_changes for part in ("--change", change)]
    ok(docker("import", *changes, "-", "filled:1", stdin=packed))


def check_an_empty_volume_gets_what_the_image_has():
    def fill(tree):
        os.makedirs(tree + "/data/sub")
        with open(tree + "/data/file", "w") as file:
            file.write("from the image\n")
        os.symlink("/etc/passwd", tree + "/data/link")
        os.link(tree + "/data/file", tree + "/data/sub/twin")
        os.chown(tree + "/data", 33, 44)
        os.chmod(tree + "/data", 0o1770)
        os.chown(tree + "/data/file", 1000, 1000)

    image_with(["VOLUME /data", 'CMD ["sh"]'], fill)
    listed = "stat -c %u:%g:%a /data; stat -c %u:%g:%a:%h /data/file; readlink /data/link; cat /data/sub/twin"
    expected = "33:44:1770\n1000:1000:644:2\n/etc/passwd\nfrom the image"
    equal(run("-v", "fresh:/data", "filled:1", "sh", "-c", listed), expected, "-v")
    equal(run("--mount", "type=volume,src=fresh2,dst=/data", "filled:1", "sh", "-c", listed), expected, "--mount")
    equal(run("filled:1", "sh", "-c", listed), expected, "an anonymous one, for VOLUME")
    equal(run("--mount", "type=volume,src=fresh3,dst=/data,volume-nocopy", "filled:1", "ls", "/data"), "", "volume-nocopy")
    equal(run("-v", "fresh4:/data:nocopy", "filled:1", "ls", "/data"), "", "nocopy")
    run("-v", "fresh:/data", "busybox", "rm", "/data/file")
    equal(run("-v", "fresh:/data", "filled:1", "ls", "/data"), "link\nsub", "not a second time")
    equal(run("-v", "fresh4:/data", "filled:1", "cat", "/data/file"), "from the image", "empty still: now it is")
    ok(docker("volume", "rm", "fresh", "fresh2", "fresh3", "fresh4"))
    equal(ok(docker("volume", "ls", "-q")), "", "--rm took the anonymous ones")


def check_anonymous_volumes_go_with_their_container_and_say_so():
    begin = time.time()
    ok(docker("run", "--name", "user", "-v", "/one", "-v", "kept:/two", "filled:1", "true"))
    names = sorted(mount["Name"] for mount in json.loads(ok(docker("inspect", "user")))[0]["Mounts"])
    equal(len(names), 3)
    ok(docker("rm", "-v", "user"))
    equal(ok(docker("volume", "ls", "-q")), "kept")
    destroyed = sorted(name for _, action, name in events_of(begin, "type=volume") if action == "destroy")
    equal(destroyed, sorted(name for name in names if name != "kept"))
    ok(docker("run", "--name", "user", "-v", "/one", "busybox", "true"))
    ok(docker("rm", "user"))
    equal(len(ok(docker("volume", "ls", "-q")).split()), 2, "without -v it stays")
    ok(docker("volume", "prune", "-f", "-a"))


def check_events_of_a_volume():
    begin = time.time()
    run("--name", "user", "-v", "told:/x", "busybox", "true")
    found = [(kind, action) for kind, action, name in events_of(begin) if kind == "volume" or action in ("start", "die")]
    equal(found, [("volume", "create"), ("volume", "mount"), ("container", "start"), ("volume", "unmount"),
                  ("container", "die")])
    equal([action for _, action, _ in events_of(begin, "volume=told")], ["create", "mount", "unmount"])
    equal([action for _, action, _ in events_of(begin, "event=unmount", "type=volume")], ["unmount"])
    ok(docker("volume", "rm", "told"))


def check_every_key_of_mount():
    ok(docker("volume", "create", "deep"))
    run("-v", "deep:/x", "busybox", "sh", "-c", "mkdir -p /x/a/b; echo below > /x/a/b/file; ln -s / /x/out; ln -s a/b /x/in")
    sub = "type=volume,src=deep,dst=/y,volume-subpath="
    equal(run("--mount", sub + "a/b", "busybox", "cat", "/y/file"), "below")
    equal(run("--mount", sub + "in", "busybox", "cat", "/y/file"), "below", "a link inside")
    fails(docker("run", "--rm", "--mount", sub + "a/nope", "busybox", "true"), 125, "has no a/nope")
    fails(docker("run", "--rm", "--mount", sub + "../x", "busybox", "true"), 125)
    equal(run("--mount", sub + "out", "busybox", "ls", "/y"), "a\nin\nout", "a link out ends at the volume's root")
    fails(docker("run", "--rm", "--mount", "type=volume,src=deep,dst=/y,readonly", "busybox", "touch", "/y/z"), 1, "read-only")
    run("--mount", "type=volume,src=made,dst=/y,volume-label=a=b,volume-driver=local", "busybox", "true")
    equal(json.loads(ok(docker("volume", "inspect", "made")))[0]["Labels"], {"a": "b"})
    fails(docker("run", "--rm", "--mount", "type=volume,src=m2,dst=/y,volume-driver=rexray", "busybox", "true"), 125, "only the driver")
    ok(docker("volume", "rm", "deep", "made"))
    equal(run("--mount", "type=tmpfs,dst=/t,tmpfs-size=65536,tmpfs-mode=700", "busybox", "sh", "-c",
              "stat -c %a /t; df -k /t | tail -1 | awk '{print $2}'"), "700\n64")
    equal(run("--tmpfs", "/t:size=128k,mode=1770,noexec,uid=5", "busybox", "sh", "-c",
              "stat -c %a:%u /t; grep -c 'noexec.* /t \\|/t tmpfs .*noexec' /proc/mounts"), "1770:5\n1")
    fails(docker("run", "--rm", "--tmpfs", "/t:colour=red", "busybox", "true"), 125, "unknown option")
    fails(docker("run", "--rm", "--mount", "type=cluster,src=busybox,dst=/t", "busybox", "true"), 125, "not supported")


def check_binds_and_their_keys():
    folder = engine.folder + "/bound"
    os.makedirs(folder + "/below", exist_ok=True)
    bind = "type=bind,src=%s,dst=/b" % folder
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder + "/below"], check=True)
    try:
        with open(folder + "/below/file", "w") as file:
            file.write("deep")
        equal(run("--mount", bind, "busybox", "cat", "/b/below/file"), "deep")
        equal(run("--mount", bind + ",bind-recursive=disabled", "busybox", "ls", "/b/below"), "")
        fails(docker("run", "--rm", "--mount", bind + ",readonly", "busybox", "touch", "/b/below/new"), 1, "read-only")
        fails(docker("run", "--rm", "--mount", bind + ",readonly,bind-recursive=readonly,bind-propagation=rprivate", "busybox",
                     "touch", "/b/below/new"), 1, "read-only")
        fails(docker("run", "--rm", "--mount", bind + ",readonly,bind-recursive=writable", "busybox", "touch", "/b/new"), 1,
              "read-only")
        run("--mount", bind + ",readonly,bind-recursive=writable", "busybox", "touch", "/b/below/new")
    finally:
        subprocess.run(["umount", folder + "/below"], check=True)
    fails(docker("run", "--rm", "--mount", bind + ",bind-propagation=rshared", "busybox", "true"), 125, "propagation")
    fails(docker("run", "--rm", "--mount", "type=bind,src=%s/nope,dst=/b" % folder, "busybox", "true"), 125, "nope")
    run("-v", folder + "/made:/b", "busybox", "true")
    true(os.path.isdir(folder + "/made"), "-v makes what is missing")
    for mode in ("ro", "rw", "z", "Z", "ro,z", "delegated", "cached", "consistent", "rprivate"):
        run("-v", "%s:/b:%s" % (folder, mode), "busybox", "true")


def host_mount(*arguments):
    subprocess.run(["mount"] + list(arguments), check=True)


def check_mount_propagation():
    folder = engine.folder + "/passed-on"
    os.makedirs(folder)
    host_mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", folder)
    host_mount("--make-private", folder)
    try:
        os.mkdir(folder + "/late")
        for word, kind in (("rslave", "shared or slave"), ("slave", "shared or slave")):
            fails(docker("run", "--rm", "-v", folder + ":/p:" + word, "busybox", "true"), 125,
                  "path %s is mounted on %s but it is not a %s mount" % (folder, folder, kind))
        fails(docker("run", "--rm", "--userns", "host", "-v", folder + ":/p:rshared", "busybox", "true"), 125, "is not a shared mount")
        fails(docker("run", "--rm", "-v", folder + ":/p:unbindable", "busybox", "true"), 125, "invalid mode")
        host_mount("--make-shared", folder)
        for name, word in (("slave", "rslave"), ("apart", "rprivate")):
            ok(docker("run", "-d", "--name", name, "--mount", "type=bind,src=%s,dst=/p,bind-propagation=%s" % (folder, word),
                      "busybox", "sleep", "600"))
            equal(ok(docker("inspect", "--format", "{{(index .Mounts 0).Propagation}}", name)), word)
        host_mount("-t", "tmpfs", "-o", "mode=755", "tmpfs", folder + "/late")
        with open(folder + "/late/file", "w") as file:
            file.write("arrived")
        equal(ok(docker("exec", "slave", "cat", "/p/late/file")), "arrived")
        fails(docker("exec", "slave", "umount", "/p/late"), 1)
        fails(docker("exec", "apart", "cat", "/p/late/file"), 1, "No such file")
        subprocess.run(["umount", folder + "/late"], check=True)
        fails(docker("exec", "slave", "cat", "/p/late/file"), 1, "No such file")
        done = docker("run", "--rm", "-v", folder + ":/p:rshared", "busybox", "true")
        fails(done, 125, "a user namespace of its own makes no mounts for the host", "rslave")
        ok(docker("run", "-d", "--name", "giver", "--privileged", "-v", folder + ":/p:rshared", "busybox", "sleep", "600"))
        ok(docker("exec", "giver", "mount", "-t", "tmpfs", "inner", "/p/late"))
        true(any("inner %s/late" % folder in line for line in open("/proc/self/mounts")), "on the host too")
        ok(docker("exec", "giver", "umount", "/p/late"))
        ok(docker("rm", "-f", "giver", "slave", "apart"))
        # A user's: seen, and no more than that user may.
        ok(alice("run", "-d", "--name", "hers", "-v", folder + ":/p:ro,rslave", "busybox", "sleep", "600"))
        fails(alice("run", "--rm", "-v", folder + ":/p:ro,rshared", "busybox", "true"), 125, "shared mount propagation")
        host_mount("-t", "tmpfs", "-o", "mode=700", "tmpfs", folder + "/late")
        fails(alice("exec", "hers", "ls", "/p/late"), 1, "Permission denied")
        ok(alice("rm", "-f", "hers"))
    finally:
        docker("rm", "-f", "giver", "slave", "apart", "hers")
        subprocess.run(["umount", "-R", folder], check=False)


def create_with_subpath(path, command, userns=""):
    """By hand: the docker command knows image-subpath from 28 on."""
    docker("rm", "-f", "part")
    mount = {"Type": "image", "Source": "content:1", "Target": "/img", "ImageOptions": {"Subpath": path}}
    return apiclient.request(engine.socket, "POST", "/containers/create?name=part", {
        "Image": "busybox", "Cmd": command, "HostConfig": {"Mounts": [mount], "UsernsMode": userns, "AutoRemove": True}})


def with_subpath(path, command, userns=""):
    answer = create_with_subpath(path, command, userns)
    equal(answer.status, 201, answer.body)
    return docker("start", "-a", "part")


def check_images_as_mounts():
    ok(docker("run", "--name", "maker", "busybox", "sh", "-c",
              "mkdir -p /data/deep; echo one > /data/deep/file; ln -s deep/file /data/link; ln -s /etc/passwd /data/out; rm /etc/group"))
    ok(docker("commit", "--change", "LABEL content=yes", "maker", "content:1"))
    ok(docker("rm", "maker"))
    mount = "type=image,src=content:1,dst=/img"
    equal(run("--mount", mount, "busybox", "sh", "-c", "cat /img/data/deep/file; stat -c %u:%g /img/bin/busybox; ls /img/etc/group 2>&1; true"),
          "one\n0:0\nls: /img/etc/group: No such file or directory")
    fails(docker("run", "--rm", "--mount", mount, "busybox", "touch", "/img/new"), 1, "Read-only file system")
    for userns in ("", "host"):
        equal(ok(with_subpath("data/deep", ["ls", "/img"], userns)), "file")
        equal(ok(with_subpath("data/link", ["cat", "/img"], userns)), "one")
    contains(ok(with_subpath("data/out", ["cat", "/img"])), "root:x:0", "a link stays in the image")
    fails(with_subpath("nothing", ["true"]), 1, "the image has nothing at nothing")
    contains(create_with_subpath("../x", ["true"]).body.decode(), "relative path")
    fails(docker("run", "--rm", "--mount", "type=image,src=nosuch:1,dst=/img", "busybox", "true"), 125, "No such image: nosuch:1")
    contains(run("--mount", "type=image,src=busybox,dst=/img", "busybox", "ls", "/img"), "bin", "of one layer")
    ok(docker("create", "--name", "keeper", "--mount", mount, "busybox", "cat", "/img/data/deep/file"))
    shown = json.loads(ok(docker("inspect", "keeper")))[0]["Mounts"][0]
    equal((shown["Type"], shown["Name"], shown["Destination"], shown["RW"]), ("image", "content:1", "/img", False))
    fails(docker("rmi", "content:1"), 1, "conflict", "is using its referenced image")
    ok(docker("image", "prune", "-a", "-f", "--filter", "label=content=yes"))
    ok(docker("cp", "keeper:/img/data/deep/file", engine.folder + "/copied"))
    equal(open(engine.folder + "/copied").read(), "one\n")
    engine.stop(signal.SIGKILL)
    engine.start()
    equal(ok(docker("start", "-a", "keeper")), "one")
    fails(alice("run", "--rm", "--mount", "type=image,src=hers:1,dst=/img", "busybox", "true"), 125, "No such image")
    ok(docker("rm", "keeper"))
    ok(docker("rmi", "content:1"))


def check_volumes_from_another_container():
    folder = engine.folder + "/from"
    os.makedirs(folder, exist_ok=True)
    ok(docker("create", "--name", "giver", "-v", "/anon", "-v", "named:/named", "-v", folder + ":/bound", "busybox"))
    run("--volumes-from", "giver", "busybox", "sh", "-c", "for f in anon named bound; do echo $f > /$f/file; done")
    equal(run("--volumes-from", "giver:ro", "busybox", "sh", "-c",
              "cat /anon/file /named/file /bound/file; touch /named/x 2>&1 | grep -o Read-only"), "anon\nnamed\nbound\nRead-only")
    equal(run("--volumes-from", "giver", "-v", "other:/named", "busybox", "ls", "/named"), "", "an own mount comes first")
    equal(len(ok(docker("volume", "ls", "-q")).split()), 3, "--rm of the others left the giver's")
    fails(docker("run", "--rm", "--volumes-from", "nobody", "busybox", "true"), 125, "no such container")
    fails(docker("run", "--rm", "--volumes-from", "giver:up", "busybox", "true"), 125, "invalid volumes-from")
    ok(docker("rm", "-v", "giver"))
    equal(sorted(ok(docker("volume", "ls", "-q")).split()), ["named", "other"])
    ok(docker("volume", "rm", "named", "other"))


def check_a_tmpfs_volume():
    ok(docker("volume", "create", "-o", "type=tmpfs", "-o", "device=tmpfs", "-o", "o=size=1m,uid=7", "fast"))
    equal(json.loads(ok(docker("volume", "inspect", "fast")))[0]["Options"], {"type": "tmpfs", "device": "tmpfs", "o": "size=1m,uid=7"})
    ok(docker("run", "-d", "--name", "one", "-v", "fast:/x", "busybox", "sh", "-c", "stat -c %u /x > /x/owner; sleep 600"))
    true(apiclient.wait_until(lambda: docker("exec", "one", "cat", "/x/owner").out == "7"), "the tmpfs is its user's")
    equal(run("-v", "fast:/x", "busybox", "cat", "/x/owner"), "7", "both see one tmpfs")
    fails(docker("run", "--rm", "-v", "fast:/x", "busybox", "dd", "if=/dev/zero", "of=/x/big", "bs=1M", "count=2"), 1, "no space")
    engine.stop(signal.SIGKILL)
    engine.start()
    equal(run("-v", "fast:/x", "busybox", "cat", "/x/owner"), "7", "also with another engine")
    equal(len(mounts()), 1)
    ok(docker("rm", "-f", "one"))
    equal(mounts(), [], "unmounted with its last container")
    equal(run("-v", "fast:/x", "busybox", "ls", "/x"), "")
    ok(docker("volume", "rm", "fast"))
    fails(docker("volume", "create", "-o", "type=nfs", "-o", "device=:/x", "-o", "o=addr=10.0.0.1", "far"), 1,
          "network file systems")
    fails(docker("volume", "create", "-o", "colour=red", "far"), 1, "invalid option")


def check_a_volume_of_a_host_folder_is_no_detour():
    def volume(who, name, device, o="bind"):
        return who("volume", "create", "-o", "type=none", "-o", "device=" + device, "-o", "o=" + o, name)

    home = home_of(alice)
    ok(volume(alice, "home", home))
    run("-v", "home:/x", "busybox", "sh", "-c", "echo mine > /x/file; cp /bin/busybox /x/su; chmod 4755 /x/su", who=alice)
    equal(os.stat(home + "/su").st_uid, alice.uid, "what is made there is the caller's own")
    with open(home + "/file") as file:
        equal(file.read(), "mine\n")
    ok(volume(alice, "readonly", home, "rbind,ro"))
    fails(alice("run", "--rm", "-v", "readonly:/x", "busybox", "touch", "/x/new"), 1, "read-only")
    secret = engine.folder + "/secret"
    os.makedirs(secret, 0o700, exist_ok=True)
    for name, device in (("bad1", secret), ("bad2", "/etc"), ("bad3", engine.root), ("bad4", engine.folder + "/nope")):
        ok(volume(alice, name, device))
        fails(alice("run", "--rm", "-v", name + ":/x", "busybox", "true"), 125, "mounting the volume")
    fails(alice("run", "--rm", "--mount", "type=volume,src=bad5,dst=/x,volume-opt=type=none,volume-opt=o=bind,volume-opt=device="
                + secret, "busybox", "true"), 125, "mounting the volume")
    equal(run("--mount", "type=volume,src=home2,dst=/x,volume-opt=type=none,volume-opt=o=bind,volume-opt=device=" + home,
              "busybox", "cat", "/x/file", who=alice), "mine")
    # Root's engine opens it as her, also where root mounts it.
    ok(alice("create", "--name", "hers", "-v", "bad1:/x", "-v", home + ":/h", "busybox"))
    fails(docker("run", "--rm", "--volumes-from", "hers", "busybox", "true"), 125, "with the rights of the user")
    ok(alice("rm", "hers"))
    ok(alice("create", "--name", "hers", "-v", "bad1:/x", "busybox"))
    fails(docker("run", "--rm", "--volumes-from", "hers", "busybox", "true"), 125, "mounting the volume")
    ok(alice("rm", "hers"))
    ok(alice("volume", "prune", "-f", "-a"))


def check_two_users_see_nothing_of_each_other():
    begin = time.time()
    run("-v", "data:/x", "busybox", "sh", "-c", "echo hers > /x/file", who=alice)
    run("-v", "data:/x", "busybox", "sh", "-c", "echo his > /x/file", who=bob)
    equal(run("-v", "data:/x", "busybox", "cat", "/x/file", who=alice), "hers")
    equal(run("-v", "data:/x", "busybox", "cat", "/x/file", who=bob), "his")
    equal(run("-v", "data:/x", "busybox", "ls", "/x"), "", "root has its own")
    ok(alice("volume", "create", "only"))
    for command in (["inspect", "only"], ["rm", "only"]):
        fails(bob("volume", *command), 1, "no such volume")
    equal(ok(bob("volume", "ls", "-q")), "data")
    equal(sorted(ok(docker("volume", "ls", "-q")).split()), ["data", "data", "data", "only"])
    equal(json.loads(ok(docker("volume", "inspect", "only")))[0]["Name"], "only", "root sees them all")
    ok(alice("create", "--name", "hers", "-v", "data:/x", "busybox"))
    fails(bob("run", "--rm", "--volumes-from", "hers", "busybox", "true"), 125, "no such container")
    equal(run("--volumes-from", "hers", "busybox", "cat", "/x/file"), "hers", "root may")
    ok(bob("volume", "prune", "-f", "-a"))
    equal(ok(bob("volume", "ls", "-q")), "")
    equal(ok(alice("volume", "ls", "-q")).split(), ["data", "only"])
    true(all(name != "only" for _, _, name in events_of(begin, who=bob)), "no event of it either")
    true(any(name == "only" for _, _, name in events_of(begin, who=alice)), "hers she sees")
    ok(alice("rm", "hers"))
    for who in (alice, docker):
        ok(who("volume", "prune", "-f", "-a"))


def check_a_copy_that_is_killed_is_made_again():
    def fill(tree):
        os.makedirs(tree + "/data")
        for index in range(2000):
            with open("%s/data/%04d" % (tree, index), "w") as file:
                file.write("x" * 2000)

    image_with(['CMD ["sh"]'], fill)
    for delay in (0.02, 0.05, 0.1, 0.2, 0.35):
        starting = docker.begin("run", "--rm", "-v", "big:/data", "filled:1", "true")
        apiclient.wait_until(lambda: os.path.isdir(engine.root + "/volumes/big"), 20)
        time.sleep(delay)
        engine.stop(signal.SIGKILL)
        starting.communicate(timeout=30)
        engine.start()
        equal(run("-v", "big:/data", "filled:1", "sh", "-c", "ls /data | wc -l; cat /data/* | wc -c"), "2000\n4000000",
              "after %.2f s" % delay)
        equal(os.listdir(engine.root + "/volumes/big"), ["_data"])
        docker("rm", "-f", *ok(docker("ps", "-aq")).split())
        ok(docker("volume", "rm", "big"))


def check_nothing_is_left():
    equal(ok(docker("ps", "-aq")), "")
    equal(ok(docker("volume", "ls", "-q")), "")
    equal(os.listdir(engine.root + "/volumes"), [])
    equal(mounts(), [])


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "volumes", users={"alice": 61011, "bob": 61012}, load=False))

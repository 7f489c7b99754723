#!/usr/bin/env python3
"""The engine as a whole with the docker command: disk usage that adds up, prune, events, info; and whose images are whose.

  system.py ENGINE [PART-OF-A-NAME ...]
"""

import glob
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import threading
import time

import apiclient
import busyboximage
from checks import Docker, UserDocker, contains, equal, fails, ok, run_on_one_engine, true
import engines

docker = alice = bob = engine = None


def usage(query=""):
    answer = apiclient.request(engine.socket, "GET", "/system/df" + query)
    equal(answer.status, 200, answer.body)
    return answer.json()


def bytes_below(folder):
    """Of the regular files, a hard-linked one once: what du --apparent-size counts, without folders and links."""
    seen, total = set(), 0
    for parent, _, names in os.walk(folder):
        for name in names:
            status = os.lstat(parent + "/" + name)
            if os.path.isfile(parent + "/" + name) and not os.path.islink(parent + "/" + name):
                if (status.st_dev, status.st_ino) not in seen:
                    seen.add((status.st_dev, status.st_ino))
                    total += status.st_size
    return total


def du(*folders):
    """The same, as du sees it (folders have no size of their own there)."""
    done = subprocess.run(["find"] + list(folders) + ["-type", "f", "-print0"], capture_output=True, check=True)
    counted = subprocess.run(["du", "--apparent-size", "--block-size=1", "--files0-from=-", "--total"],
                             input=done.stdout, capture_output=True, check=True, text=False)
    return int(counted.stdout.split(b"\n")[-2].split()[0]) if done.stdout else 0


def child_of_busybox(name, text):
    """An image of busybox's layer and one of its own, by way of a docker-archive."""
    layer = io.BytesIO()
    with tarfile.open(fileobj=layer, mode="w") as tar:
        info = tarfile.TarInfo("extra")
        info.size = len(text)
        tar.addfile(info, io.BytesIO(text))
    with open(engine.folder + "/rootfs.tar", "rb") as file:
        root = file.read()
    return busyboximage.docker_archive_of([root, layer.getvalue()], [name])


def check_what_lies_on_the_disk_adds_up():
    for index in (1, 2):
        ok(docker("load", stdin=child_of_busybox("child:%d" % index, b"x" * 1000 * index)))
    ok(docker("volume", "create", "empty"))
    ok(docker("run", "--name", "writer", "-v", "data:/data", "busybox", "sh", "-c",
              "head -c 123456 /dev/zero > /data/a; ln /data/a /data/b; head -c 654321 /dev/zero > /root/file"))
    ok(docker("run", "-d", "--name", "runs", "busybox", "sleep", "600"))
    found = usage()
    images = {image["RepoTags"][0]: image for image in found["Images"]}
    equal(found["LayersSize"], du(*glob.glob(engine.root + "/layers/*/diff")), "every layer once")
    shared = images["child:1"]["SharedSize"]
    equal(shared, images["child:2"]["SharedSize"])
    equal([images["child:%d" % i]["Size"] - images["child:%d" % i]["SharedSize"] for i in (1, 2)], [1000, 2000])
    unique = sum(image["Size"] - image["SharedSize"] for image in images.values())
    # What is shared lies there once: the layers that more than one image has.
    seen = sum(size for layer, size in layers_of().items() if shared_layers()[layer] > 1)
    equal(unique + seen, found["LayersSize"])
    equal((images["busybox:latest"]["Containers"], images["child:1"]["Containers"]), (2, 0))
    containers = {container["Names"][0]: container for container in found["Containers"]}
    writer = containers["/writer"]
    equal(writer["SizeRw"], bytes_below("%s/containers/%s/upper" % (engine.root, writer["Id"])))
    true(writer["SizeRw"] >= 654321, writer["SizeRw"])
    equal(writer["SizeRootFs"], writer["SizeRw"] + images["busybox:latest"]["Size"])
    volumes = {volume["Name"]: volume["UsageData"] for volume in found["Volumes"]}
    equal(volumes, {"data": {"RefCount": 1, "Size": 123456}, "empty": {"RefCount": 0, "Size": 0}})
    equal(volumes["data"]["Size"], bytes_below(engine.root + "/volumes/data/_data"))
    equal(found["BuildCache"], [])


def layers_of():
    return {name: bytes_below(engine.root + "/layers/%s/diff" % name) for name in os.listdir(engine.root + "/layers")}


def shared_layers():
    uses = {}
    for image in apiclient.request(engine.socket, "GET", "/images/json").json():
        data = apiclient.request(engine.socket, "GET", "/images/%s/json" % image["Id"]).json()["GraphDriver"]["Data"]
        for path in [data["UpperDir"]] + [part for part in data.get("LowerDir", "").split(":") if part]:
            layer = path.split("/")[-2]
            uses[layer] = uses.get(layer, 0) + 1
    return uses


def check_the_docker_command_prints_it():
    lines = {line.split("|")[0]: line.split("|")[1:] for line in
             ok(docker("system", "df", "--format", "{{.Type}}|{{.TotalCount}}|{{.Active}}|{{.Size}}|{{.Reclaimable}}")).splitlines()}
    equal(lines["Containers"][:2], ["2", "1"])
    equal(lines["Local Volumes"], ["2", "1", "123.5kB", "0B (0%)"])
    equal(lines["Build Cache"][:2], ["0", "0"])
    true(int(lines["Images"][0]) >= 4, lines)
    details = ok(docker("system", "df", "-v"))
    for word in ("child", "UNIQUE SIZE", "123.5kB", "writer"):
        contains(details, word)
    equal(apiclient.request(engine.socket, "GET", "/images/json?shared-size=1").json()[0]["SharedSize"] >= 0, True)
    equal(apiclient.request(engine.socket, "GET", "/images/json").json()[0]["SharedSize"], -1)


def check_disk_usage_of_one_kind():
    found = usage("?type=volume")
    equal((found["Images"], found["Containers"], found["LayersSize"], len(found["Volumes"])), (None, None, 0, 2))
    found = usage("?type=image&type=build-cache")
    equal((found["Volumes"], found["Containers"], found["BuildCache"]), (None, None, []))
    equal(apiclient.request(engine.socket, "GET", "/system/df?type=files").status, 400)


def check_lists_go_on_while_sizes_are_counted():
    data = engine.root + "/volumes/empty/_data"
    for index in range(200):
        os.makedirs("%s/%d" % (data, index))
        for name in range(100):
            with open("%s/%d/%d" % (data, index, name), "w") as file:
                file.write("x")
    walks = [threading.Thread(target=usage) for _ in range(4)]
    for walk in walks:
        walk.start()
    while any(walk.is_alive() for walk in walks):
        begin = time.time()
        ok(docker("volume", "ls", "-q"))
        ok(docker("ps", "-q"))
        true(time.time() - begin < 10, "a list takes no longer than any command on a busy machine")
    equal({volume["Name"]: volume["UsageData"]["Size"] for volume in usage()["Volumes"]}["empty"], 20000)
    shutil.rmtree(data)
    os.makedirs(data)


def check_unused_images_are_pruned():
    ok(docker("load", stdin=child_of_busybox("child:1", b"another")))
    equal(len(ok(docker("images", "-q", "-f", "dangling=true")).split()), 1, "the old child:1 has lost its name")
    contains(ok(docker("image", "prune", "-f")), "Total reclaimed space: 11.24kB", "the file, and the layer as it came: a tar of 10 KiB")
    equal(ok(docker("images", "-q", "-f", "dangling=true")), "")
    ok(docker("tag", "child:2", "second:name"))
    done = ok(docker("image", "prune", "-f", "-a", "--filter", "label!=none"))
    for name in ("child:1", "child:2", "second:name", "quayside/hello:latest"):
        contains(done, "untagged: " + name)
    equal(ok(docker("images", "--format", "{{.Repository}}:{{.Tag}}")), "busybox:latest", "containers use it")
    equal(usage()["LayersSize"], du(*glob.glob(engine.root + "/layers/*/diff")), "nothing of the others is left")
    ok(docker("rm", "-f", "writer", "runs"))
    contains(ok(docker("image", "prune", "-f", "-a", "--filter", "until=2020-01-01")), "Total reclaimed space: 0B",
             "none is as old as that")
    contains(ok(docker("image", "prune", "-f", "-a", "--filter", "label=purpose=other")), "Total reclaimed space: 0B")
    contains(ok(docker("image", "prune", "-f", "-a", "--filter", "label=purpose=test", "--filter", "until=24h")),
             "untagged: busybox:latest")
    fails(docker("image", "prune", "-f", "--filter", "colour=red"), 1, "invalid filter")
    ok(docker("load", "-i", engine.folder + "/busybox.tar"))


def check_the_build_cache_is_empty():
    equal(apiclient.request(engine.socket, "POST", "/build/prune?all=1").json()["SpaceReclaimed"], 0)
    equal(apiclient.request(engine.socket, "POST", "/build/prune?all=perhaps").status, 400)


def check_system_prune_takes_what_is_unused():
    gone = ok(docker("run", "-d", "-v", "/anonymous", "busybox", "true"))
    ok(docker("wait", gone))
    ok(docker("run", "-d", "--name", "stays", "-v", "/kept", "busybox", "sleep", "600"))
    kept = json.loads(ok(docker("inspect", "stays")))[0]["Mounts"][0]["Name"]
    ok(docker("network", "create", "unused"))
    ok(docker("load", stdin=child_of_busybox("child:3", b"x" * 3000)))
    done = ok(docker("system", "prune", "-f", "-a", "--volumes"))
    for word in (gone, "unused", "untagged: child:3", "Deleted Volumes", "Total reclaimed space"):
        contains(done, word)
    equal(ok(docker("ps", "-a", "--format", "{{.Names}}")), "stays")
    true(kept in ok(docker("volume", "ls", "-q")).split(), "in use")
    equal(ok(docker("images", "--format", "{{.Repository}}")), "busybox", "in use")
    equal(sorted(ok(docker("network", "ls", "--format", "{{.Name}}")).split()), ["bridge", "host", "none"])
    ok(docker("rm", "-f", "-v", "stays"))
    ok(docker("volume", "prune", "-f", "-a"))


def check_events_by_time_and_filter():
    ok(docker("volume", "create", "data"))
    begin = time.time()
    ok(docker("run", "--rm", "--name", "seen", "--label", "tier=web", "-v", "data:/x", "busybox", "true"))
    ok(docker("tag", "busybox", "tagged:1"))
    ok(docker("rmi", "tagged:1"))
    end = time.time()

    def seen(*filters, since=begin, until=end):
        arguments = [part for one in filters for part in ("--filter", one)]
        lines = ok(docker("events", "--since", "%.9f" % since, "--until", "%.9f" % until, "--format", "{{json .}}", *arguments))
        return ["%s %s" % (event["Type"], event["Action"]) for event in map(json.loads, lines.splitlines())]

    everything = seen()
    for one in ("container create", "container start", "container die", "container destroy", "volume mount",
                "volume unmount", "image tag", "image untag"):
        true(one in everything, (one, everything))
    equal(seen("type=image"), ["image tag", "image untag"])
    equal(seen("type=image", "event=untag"), ["image untag"])
    equal(seen("event=start", "event=die"), ["container start", "container die"])
    equal(seen("container=seen", "event=destroy"), ["container destroy"])
    equal(seen("label=tier=web", "event=create"), ["container create"])
    equal(seen("label=tier=db"), [])
    equal(seen("volume=data"), ["volume mount", "volume unmount"])
    equal(seen("image=tagged:1"), ["image tag", "image untag"])
    equal(seen("scope=swarm"), [])
    equal(seen("node=x"), [])
    equal(seen(since=end, until=end + 0.001), [])
    fails(docker("events", "--since", "1m", "--until", "0s", "--filter", "colour=red"), 1, "invalid filter")
    fails(docker("events", "--since", "0s", "--until", "1m"), 1, "cannot be after")
    true("container start" in seen(since=begin - 3600), "further back than anything")
    following = docker.begin("events", "--since", "%.9f" % time.time(), "--until", "%.3f" % (time.time() + 3), "--filter", "type=volume", "--format", "{{.Action}}")
    time.sleep(0.5)
    ok(docker("volume", "create", "later"))
    ok(docker("volume", "rm", "later"))
    equal(following.communicate(timeout=30)[0].split(), ["create", "destroy"], "as they come, until then")


def check_info_tells_the_truth():
    info = json.loads(ok(docker("info", "--format", "{{json .}}")))
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) * 1024
    equal((info["MemTotal"], info["NCPU"]), (memory, len(os.sched_getaffinity(0))))
    equal((info["KernelVersion"], info["Name"]), (os.uname().release, os.uname().nodename))
    equal((info["DockerRootDir"], info["Swarm"]["LocalNodeState"]), (engine.root, "inactive"))
    equal(info["CgroupVersion"], "2" if os.path.exists("/sys/fs/cgroup/cgroup.controllers") else "1")
    ok(docker("run", "-d", "--name", "counted", "busybox", "sleep", "600"))
    ok(docker("pause", "counted"))
    ok(docker("create", "--name", "made", "busybox"))
    info = json.loads(ok(docker("info", "--format", "{{json .}}")))
    equal([info[key] for key in ("Containers", "ContainersRunning", "ContainersPaused", "ContainersStopped")], [2, 0, 1, 1])
    equal(info["Images"], len(apiclient.request(engine.socket, "GET", "/images/json").json()))
    equal(json.loads(ok(alice("info", "--format", "{{json .}}")))["Containers"], 0, "a user is told of its own")
    equal("WARNING: IPv4 forwarding is disabled" in (info["Warnings"] or []), not info["IPv4Forwarding"])
    ok(docker("rm", "-f", "counted", "made"))


def check_our_extensions_are_listed():
    found = apiclient.request(engine.socket, "GET", "/quayside/capabilities").json()
    equal(found["Engine"] if "Engine" in found else found["engine"], "quayside")
    features = found.get("Features", found.get("features"))
    equal(sorted(features), sorted(set(features)))
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../docs/extensions.md")) as file:
        documented = file.read()
    for feature in features:
        contains(documented, "`%s`" % feature, "what is listed is documented")


def check_what_is_never_part_of_it_says_so():
    requests = [("GET", "/swarm"), ("POST", "/swarm/init"), ("GET", "/nodes"), ("GET", "/services"), ("GET", "/tasks"),
                ("GET", "/secrets"), ("POST", "/secrets/create"), ("GET", "/configs"), ("POST", "/configs/create"),
                ("POST", "/plugins/pull?remote=x"), ("PUT", "/volumes/x?version=1"), ("POST", "/session")]
    for method, path in requests:
        answer = apiclient.request(engine.socket, method, path, body={} if method != "GET" else None)
        equal(answer.status, 501, (method, path, answer.body))
        true(len(answer.json()["message"]) > 20, answer.body)
    answer = apiclient.request(engine.socket, "POST", "/volumes/create", body={"Name": "x1", "ClusterVolumeSpec": {}})
    equal(answer.status, 501, answer.body)
    equal(ok(docker("plugin", "ls", "-q")), "")


def check_names_of_images_belong_to_users():
    ok(alice("load", stdin=child_of_busybox("busybox:latest", b"alice's own")))
    hers = ok(alice("images", "-q", "--no-trunc", "busybox"))
    systems = ok(docker("images", "-q", "--no-trunc", "busybox")).splitlines()
    equal(len(hers.split()), 1, "her name hides the system's")
    equal(ok(bob("images", "-q", "--no-trunc", "busybox")) in systems, True)
    true(ok(bob("images", "-q", "--no-trunc", "busybox")) != hers, "he has the system's still")
    equal(ok(alice("run", "--rm", "busybox", "cat", "/extra")), "alice's own")
    fails(bob("run", "--rm", "busybox", "cat", "/extra"), 1)
    fails(docker("run", "--rm", "busybox", "cat", "/extra"), 1)
    ok(alice("tag", "busybox", "mine:1"))
    fails(bob("inspect", "--type", "image", "mine:1"), 1, "no such image")
    fails(bob("rmi", "mine:1"), 1, "no such image")
    fails(bob("tag", "mine:1", "stolen"), 1, "no such image")
    fails(bob("save", "mine:1"), 1, "no such image")
    fails(bob("rmi", "busybox"), 1, "belongs to the system")
    fails(bob("rmi", "-f", ok(bob("images", "-q", "busybox"))), 1, "belongs to the system")
    ok(bob("tag", "busybox", "mine:1"))
    true(ok(bob("images", "-q", "mine:1")) != ok(alice("images", "-q", "mine:1")), "one name, two images")
    fails(docker("rmi", "mine:1"), 1, "several users")
    ok(bob("image", "prune", "-f", "-a"))
    equal(ok(bob("images", "mine", "-q")), "")
    contains(ok(bob("images", "--format", "{{.Repository}}")), "busybox", "the system's is not his to prune")
    ok(alice("rmi", "mine:1"))
    ok(alice("rmi", "busybox"))
    equal(ok(alice("images", "-q", "--no-trunc", "busybox")) in systems, True, "what was hidden is there again")


def check_a_user_sees_own_image_events():
    begin = time.time()
    ok(alice("tag", "busybox", "hers:1"))
    ok(alice("rmi", "hers:1"))
    ok(docker("tag", "busybox", "public:1"))
    ok(docker("rmi", "public:1"))
    window = ["events", "--since", "%.9f" % begin, "--until", "%.9f" % time.time(), "--filter", "type=image",
              "--format", "{{.Actor.Attributes.name}} {{.Action}}"]
    equal(ok(alice(*window)).splitlines(), ["hers:1 tag", "hers:1 untag", "public:1 tag", "public:1 untag"])
    equal(ok(bob(*window)).splitlines(), ["public:1 tag", "public:1 untag"], "the system's concern everybody")


def check_starters_leave_a_user_s_name_alone():
    other = engines.Quayside(engine.binary, "starters")
    os.chmod(other.folder, 0o711)
    first, root = UserDocker(other, 61021), Docker(other)
    other.settle = lambda deadline: None  # at once: the starters are being made
    try:
        other.start()
        ok(first("load", stdin=child_of_busybox("busybox:latest", b"first")))
        ok(root("load", stdin=child_of_busybox("busybox:latest", b"root's")))
        wanted = [ok(who("images", "-q", "--no-trunc", "busybox:latest")) for who in (first, root)]
        names = lambda: [name for image in apiclient.request(other.socket, "GET", "/images/json").json()
                         for name in image["RepoTags"]]
        true(apiclient.wait_until(lambda: "quayside/hello:latest" in names(), 20), "the starters are made")
        time.sleep(1)
        equal([ok(who("images", "-q", "--no-trunc", "busybox:latest")) for who in (first, root)], wanted)
    finally:
        other.stop()
        first.remove()
        root.remove()
        other.remove()


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "system", users={"alice": 61021, "bob": 61022},
                               # The starter whose name the loaded image took.
                               ready=lambda: ok(docker("image", "prune", "-f"))))

#!/usr/bin/env python3
"""Images for several platforms, kept with all of them: pulled, listed, pushed, saved, loaded, removed.

  platforms.py ENGINE [PART-OF-A-NAME ...]
"""

import gzip
import io
import json
import os
import sys
import tarfile

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient
from fakeregistry import Server, digest_of

INDEX, MANIFEST = "application/vnd.oci.image.index.v1+json", "application/vnd.oci.image.manifest.v1+json"

docker = alice = engine = None
fake = host = index = None
foreign = {}  # digest: what it is, of all that is not this machine's


def name(rest):
    return "%s/%s" % (fake.place, rest)


def descriptor(kind, data, **more):
    return dict({"mediaType": kind, "digest": digest_of(data), "size": len(data)}, **more)


def put(data):
    fake.blobs[digest_of(data)] = data
    return data


def manifest_of(config, layers, kind="application/vnd.oci.image.config.v1+json"):
    text = json.dumps({"schemaVersion": 2, "mediaType": MANIFEST, "config": descriptor(kind, put(config)),
                       "layers": layers}).encode()
    fake.manifests["some/multi", digest_of(text)] = MANIFEST, text
    foreign[digest_of(text)] = text
    return text


def foreign_platform(architecture, more=()):
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        content = os.urandom(200_000)
        entry = tarfile.TarInfo("for-" + architecture)
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    layer = put(gzip.compress(tar.getvalue()))
    config = json.dumps({"architecture": architecture, "os": "linux", "config": {},
                         "rootfs": {"type": "layers", "diff_ids": [digest_of(tar.getvalue())]}}).encode()
    foreign.update({digest_of(layer): layer, digest_of(config): config})
    return manifest_of(config, [descriptor("application/vnd.oci.image.layer.v1.tar+gzip", layer)] + list(more))


def ready():
    """some/multi:1 is for this machine, for vax (with an attestation), and, one index further down, for pdp11."""
    global fake, host, index
    fake = Server(engine.process.pid)
    ok(docker("run", "--name", "grown", "busybox", "sh", "-c", "head -c 200000 /dev/urandom > /big"))
    ok(docker("commit", "grown", name("some/multi:host")))
    ok(docker("rm", "grown"))
    ok(docker("push", name("some/multi:host")))
    ok(docker("rmi", name("some/multi:host")))
    kind, host = fake.manifests["some/multi", "host"]
    elsewhere = {"mediaType": "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip", "digest": digest_of(b"elsewhere"),
                 "size": 9, "urls": ["https://example.org/layer"]}
    vax, pdp = foreign_platform("vax", [elsewhere]), foreign_platform("pdp11")
    statement = put(b'{"predicate":1}')
    foreign[digest_of(statement)] = statement
    attestation = manifest_of(b'{"architecture":"unknown","os":"unknown"}', [descriptor("application/vnd.in-toto+json", statement)])
    machine = ok(docker("version", "--format", "{{.Server.Arch}}"))
    platform = lambda architecture: {"platform": {"os": "linux", "architecture": architecture}}
    inner = json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": [descriptor(MANIFEST, pdp, **platform("pdp11"))]}).encode()
    fake.manifests["some/multi", digest_of(inner)] = INDEX, inner
    foreign[digest_of(inner)] = inner
    index = json.dumps({"schemaVersion": 2, "mediaType": INDEX, "annotations": {"spaces": " stay "}, "manifests": [
        descriptor(MANIFEST, vax, **platform("vax")), descriptor(kind, host, **platform(machine)),
        descriptor(MANIFEST, attestation, platform={"os": "unknown", "architecture": "unknown"},
                   annotations={"vnd.docker.reference.type": "attestation-manifest", "vnd.docker.reference.digest": digest_of(vax)}),
        descriptor(INDEX, inner)]}, indent=3).encode()
    foreign[digest_of(index)] = index
    fake.manifests["some/multi", "1"] = INDEX, index


def api(method, path, body=None):
    answer = apiclient.request(engine.socket, method, path, body)
    return answer.status, answer.body


def pull(rest="some/multi:1", more="&quayside-platforms=all"):
    repository, tag = rest.rsplit(":", 1)
    status, text = api("POST", "/images/create?fromImage=%s&tag=%s%s" % (name(repository), tag, more))
    equal(status, 200, text)
    return text.decode()


def blobs():
    return {"sha256:" + one for one in os.listdir(engine.root + "/blobs/sha256")}


def kept():
    return {digest for digest in foreign if digest in blobs()}


def manifests_of(image):
    return json.loads(api("GET", "/images/%s/json?manifests=1" % image)[1])


def check_the_default_is_this_machine():
    ok(docker("pull", name("some/multi:1")))
    equal(kept(), set(), "nothing of the others is here")
    found = manifests_of(name("some/multi:1"))
    equal([(one["ID"], one["Kind"], one["Available"]) for one in found["Manifests"]], [(digest_of(host), "image", True)])
    ok(docker("rmi", name("some/multi:1")))


def check_all_are_kept_and_listed():
    contains(pull(), "Digest: " + digest_of(index))
    equal(kept(), set(foreign))
    equal(ok(docker("run", "--rm", name("some/multi:1"), "echo", "this one runs")), "this one runs")
    ok(docker("run", "-d", "--name", "user", name("some/multi:1"), "sleep", "60"))
    found = manifests_of(name("some/multi:1"))
    equal(found["Descriptor"]["digest"], digest_of(index))
    shown = {one["Descriptor"].get("platform", {}).get("architecture"): one for one in found["Manifests"]}
    machine = found["Architecture"]
    equal(set(shown), {"vax", "pdp11", "unknown", machine})
    equal((shown["unknown"]["Kind"], shown["unknown"]["AttestationData"]["For"]), ("attestation", shown["vax"]["ID"]))
    for architecture in ("vax", "pdp11", machine):
        equal((shown[architecture]["Kind"], shown[architecture]["Available"]), ("image", True))
        true(shown[architecture]["Size"]["Content"] > 200_000, shown[architecture])
    equal(shown["vax"]["ImageData"]["Size"]["Unpacked"], 0)
    equal(shown[machine]["ImageData"]["Size"]["Unpacked"], found["Size"])
    equal(len(shown[machine]["ImageData"]["Containers"]), 1)
    listed = json.loads(api("GET", "/images/json?manifests=1")[1])
    mine = [one for one in listed if name("some/multi:1") in one["RepoTags"]][0]
    equal({one["ID"] for one in mine["Manifests"]}, {one["ID"] for one in found["Manifests"]})
    true(all("Manifests" not in one for one in json.loads(api("GET", "/images/json")[1])), "only where they are asked for")
    ok(docker("rm", "-f", "user"))


def check_one_that_cannot_run_says_so():
    fails(docker("run", "--rm", "--pull", "never", "--platform", "linux/vax", name("some/multi:1"), "true"), 125,
          "linux/vax", "pushed and saved here, not run")


def check_a_push_sends_all_of_it():
    there = Server(engine.process.pid)
    image = there.place + "/other/multi:2"
    ok(docker("tag", name("some/multi:1"), image))
    contains(ok(docker("push", image)), "digest: " + digest_of(index))
    equal(there.manifests["other/multi", "2"], (INDEX, index), "byte for byte")
    for digest, data in foreign.items():
        if data != index:
            equal((there.manifests.get(("other/multi", digest), (0, 0))[1] or there.blobs.get(digest)) == data, True, digest)
    order = [one[1].rsplit("/", 1)[1] for one in there.asked if one[0] == "PUT" and "/manifests/" in one[1]]
    equal(order[-1], "2", "the index is the last")
    equal(len(order), 6)
    asked = len(there.asked)
    ok(docker("push", image))
    equal([one for one in there.asked[asked:] if one[0] == "PUT" and "uploads" in one[1]], [], "no blob is sent twice")
    digests = ok(docker("inspect", "--format", "{{join .RepoDigests \" \"}}", image)).split()
    true("%s/other/multi@%s" % (there.place, digest_of(index)) in digests, digests)
    ok(docker("rmi", image))
    there.end()


def check_other_users_do_not_get_them():
    ok(alice("pull", name("some/multi:1")))
    there = Server(engine.process.pid)
    ok(alice("tag", name("some/multi:1"), there.place + "/hers:1"))
    ok(alice("push", there.place + "/hers:1"))  # root's are the system's: everybody's
    equal(there.manifests["hers", "1"][1], index)
    ok(docker("rmi", name("some/multi:1")))
    ok(alice("push", there.place + "/hers:1"))
    equal(there.manifests["hers", "1"][1], host, "what root kept went with root's image")
    equal(kept(), set())
    ok(alice("rmi", name("some/multi:1"), there.place + "/hers:1"))
    there.end()


def check_save_and_load():
    pull()
    status, archive = api("GET", "/images/%s/get" % name("some/multi:1"))
    equal(status, 200, archive[:300])
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        names = files.getnames()
        equal(len(names), len(set(names)), "each once")
        true({"blobs/sha256/" + digest[7:] for digest in foreign} <= set(names), names)
        entry = json.load(files.extractfile("index.json"))["manifests"]
        equal([(one["mediaType"], one["digest"]) for one in entry], [(INDEX, digest_of(index))])
    ok(docker("rmi", name("some/multi:1")))
    equal(kept(), set())
    equal(api("POST", "/images/load?quiet=1", archive)[0], 200)
    equal(kept(), set(), "the default is this machine's")
    equal(ok(docker("run", "--rm", name("some/multi:1"), "echo", "loaded")), "loaded")
    status, text = api("POST", "/images/load?quayside-platforms=all", archive)
    contains(text.decode(), "Loaded image: " + name("some/multi:1"))
    equal(kept(), set(foreign))
    damaged = archive.replace(b'{"predicate":1}', b'{"predicate":2}')
    ok(docker("rmi", name("some/multi:1")))
    contains(api("POST", "/images/load?quayside-platforms=all", damaged)[1].decode(), "is damaged")
    equal(api("POST", "/images/load?quayside-platforms=some", archive)[0], 400)
    equal(kept(), set(), "nothing is left of it")


def check_what_goes_wrong():
    lost = digest_of(b'{"predicate":1}')  # the smallest is fetched last
    data = fake.blobs.pop(lost)
    contains(pull(), "blob unknown")
    contains(api("GET", "/images/%s/json" % name("some/multi:1"))[1].decode(), "No such image")
    fake.blobs[lost] = data
    asked = len(fake.asked)
    pull()
    fetched = {one[1].rsplit("/", 1)[1] for one in fake.asked[asked:] if one[0] == "GET" and "/blobs/" in one[1]}
    true(lost in fetched, fetched)
    equal([one for one in fetched if len(fake.blobs[one]) > 1000], [], "what the first attempt had fetched is not fetched again")
    ok(docker("rmi", name("some/multi:1")))


def check_it_outlives_the_engine_and_goes_with_a_prune():
    pull(more="&platform=all")
    engine.stop()
    engine.start()
    equal(kept(), set(foreign))
    size = json.loads(api("GET", "/quayside/images/%s/disk" % name("some/multi:1"))[1])
    true(size["Blobs"] > 400_000, size)
    ok(docker("image", "prune", "-af"))
    equal(kept(), set())


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "platforms", users={"alice": 61033}, ready=ready))

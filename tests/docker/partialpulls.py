#!/usr/bin/env python3
"""Pulls that end in the middle of a layer: the next one goes on from there.

  partialpulls.py ENGINE [PART-OF-A-NAME ...]
"""

import gzip
import io
import json
import os
import signal
import sys
import tarfile
import threading
import time

from checks import contains, equal, ok, run_on_one_engine, true
import apiclient
from fakeregistry import Server, digest_of

INDEX, MANIFEST = "application/vnd.oci.image.index.v1+json", "application/vnd.oci.image.manifest.v1+json"
SIZE = 8_000_000

docker = engine = None
fake = layer = foreign = None


def layer_of(name):
    """A layer that cannot be compressed: packed, and its diff id."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = SIZE
        archive.addfile(entry, io.BytesIO(os.urandom(SIZE)))
    return gzip.compress(tar.getvalue(), 1), digest_of(tar.getvalue())


def put(data):
    fake.blobs[digest_of(data)] = data
    return {"digest": digest_of(data), "size": len(data)}


def image_of(packed, diff_id, architecture):
    config = json.dumps({"architecture": architecture, "os": "linux", "config": {},
                         "rootfs": {"type": "layers", "diff_ids": [diff_id]}}).encode()
    text = json.dumps({"schemaVersion": 2, "mediaType": MANIFEST,
                       "config": dict(put(config), mediaType="application/vnd.oci.image.config.v1+json"),
                       "layers": [dict(put(packed), mediaType="application/vnd.oci.image.layer.v1.tar+gzip")]}).encode()
    fake.manifests["some/big", digest_of(text)] = MANIFEST, text
    return {"mediaType": MANIFEST, "digest": digest_of(text), "size": len(text),
            "platform": {"os": "linux", "architecture": architecture}}


def ready():
    global fake, layer, foreign
    fake = Server(engine.process.pid)
    machine = ok(docker("version", "--format", "{{.Server.Arch}}"))
    (own, own_id), (other, other_id) = layer_of("own"), layer_of("other")
    layer, foreign = digest_of(own), digest_of(other)
    index = json.dumps({"schemaVersion": 2, "mediaType": INDEX,
                        "manifests": [image_of(own, own_id, machine), image_of(other, other_id, "vax")]}).encode()
    fake.manifests["some/big", "1"] = INDEX, index


def restart(how=signal.SIGTERM):
    """The engine and the registry: each start has a network of its own."""
    global fake
    engine.stop(how)
    engine.start()
    before, fake = fake, Server(engine.process.pid, port=fake.server_address[1])
    fake.blobs, fake.manifests = before.blobs, before.manifests
    before.end()


def name():
    return fake.place + "/some/big:1"


def partial():
    """Digests and sizes of what came in part."""
    folder = engine.root + "/blobs/partial"
    return {"sha256:" + one: os.stat(folder + "/" + one).st_size for one in os.listdir(folder)}


def path_of(digest):
    return engine.root + "/blobs/partial/" + digest[7:]


def pull(more=""):
    answer = apiclient.request(engine.socket, "POST", "/images/create?fromImage=%s/some/big&tag=1%s" % (fake.place, more))
    equal(answer.status, 200)
    return answer.body.decode()


def half_of(digest, *more):
    """A pull in the background, at the moment when it waits for the second half of a layer; and that half's first byte."""
    fake.trouble, fake.released = [(digest, "half")], threading.Event()
    pulling = docker.begin("pull", *more, name())
    half = len(fake.blobs[digest]) // 2
    true(apiclient.wait_until(lambda: partial().get(digest, 0) == half, 20), "half of it is here: %s" % partial())
    return pulling, half


def cancel_in_the_middle(digest=None, *more):
    pulling, half = half_of(digest or layer, *more)
    pulling.kill()
    pulling.communicate()
    true(apiclient.wait_until(lambda: transfers() == 0, 10), "the transfer has ended")
    fake.released.set()
    fake.ranges_asked.clear()
    return half


def transfers():
    port = fake.place.rsplit(":", 1)[1]
    return engine.in_network("ss", "-Htnp", "state", "established", "( dport = :%s )" % port).stdout.count("pid=%d," % engine.process.pid)


def whole_and_gone():
    """It has the right content, and nothing is left once it is removed."""
    with open(engine.root + "/blobs/sha256/" + layer[7:], "rb") as file:
        equal(digest_of(file.read()), layer)
    equal(partial(), {})
    ok(docker("rmi", name()))


def check_a_cancelled_pull_goes_on():
    half = cancel_in_the_middle()
    equal(partial(), {layer: half})
    contains(pull(), "Downloaded newer image")
    equal([one for one in fake.ranges_asked if one[0] == layer], [(layer, half)])
    whole_and_gone()


def check_a_server_without_ranges():
    cancel_in_the_middle()
    fake.ranges = False
    contains(pull(), "Downloaded newer image")
    fake.ranges = True
    whole_and_gone()


def check_remains_that_are_damaged():
    half = cancel_in_the_middle()
    with open(path_of(layer), "r+b") as file:
        file.seek(half // 2)
        file.write(b"damaged")
    contains(pull(), "Downloaded newer image")
    equal([one for one in fake.ranges_asked if one[0] == layer], [(layer, half), (layer, 0)], "then from the beginning")
    whole_and_gone()


def check_remains_of_another_kind():
    for make in (lambda: os.symlink("/etc/passwd", path_of(layer)), lambda: os.mkfifo(path_of(layer)),
                 lambda: open(path_of(layer), "wb").write(b"x" * (SIZE * 2))):
        make()
        contains(pull(), "Downloaded newer image")
        whole_and_gone()


def check_a_name_that_was_left_beside_the_blob():
    """As of an engine that died between the two steps: it goes, and the blob stays as it is."""
    pull()
    os.link(engine.root + "/blobs/sha256/" + layer[7:], path_of(layer))
    restart()
    whole_and_gone()


def check_the_engine_is_killed():
    pulling, _ = half_of(layer)
    restart(signal.SIGKILL)
    pulling.communicate()
    equal(set(partial()), {layer})
    size = partial()[layer]
    pull()
    equal([one for one in fake.ranges_asked if one[0] == layer], [(layer, size)])
    whole_and_gone()


def check_two_at_once():
    first, _ = half_of(layer)
    contains(pull(), "Downloaded newer image")
    fake.released.set()
    equal(first.communicate()[1] or first.returncode, 0)
    whole_and_gone()


def check_layers_of_other_platforms():
    half = cancel_in_the_middle(foreign, "--platform", "all")
    pull("&quayside-platforms=all")
    equal([one for one in fake.ranges_asked if one[0] in (foreign, layer)], [(foreign, half)])
    whole_and_gone()


def check_it_is_over_after_a_day():
    cancel_in_the_middle()
    os.utime(path_of(layer), (time.time() - 25 * 3600,) * 2)
    restart()
    equal(partial(), {})
    half = cancel_in_the_middle()
    restart()
    equal(partial(), {layer: half}, "until then it outlives the engine")


def check_a_prune_makes_room():
    true(partial(), "it is there")
    ok(docker("image", "prune", "-f"))
    equal(partial(), {})


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "partialpulls", ready=ready))

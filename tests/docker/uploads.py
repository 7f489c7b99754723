#!/usr/bin/env python3
"""Pushes that break, and registries that want a blob in pieces (distribution-spec, "Pushing a blob in chunks").

  uploads.py ENGINE [PART-OF-A-NAME ...]
"""

import re
import sys

from checks import equal, fails, ok, run_on_one_engine, true
from fakeregistry import Server, digest_of

CHUNK = 8 << 20  # the engine's own

docker = engine = None
fake = layer = None


def ready():
    """An image with a layer of 20 MB that cannot be compressed; once pushed and pulled, so that its blob is a file."""
    global fake, layer
    fake = Server(engine.process.pid)
    ok(docker("run", "--name", "grown", "busybox", "sh", "-c", "head -c 20000000 /dev/urandom > /big"))
    ok(docker("commit", "grown", name("some/big:1")))
    ok(docker("rm", "grown"))
    ok(docker("push", name("some/big:1")))
    layer = max(fake.blobs, key=lambda digest: len(fake.blobs[digest]))


def name(rest):
    return "%s/%s" % (fake.place, rest)


def sizes(method):
    return [one for one in fake.asked if one[0] == method and "/uploads/" in one[1]]


def push(trouble=(), code=0):
    """Once more, to a registry that has all but the layer."""
    fake.blobs.pop(layer, None)
    fake.uploads.clear()
    fake.asked.clear()
    fake.trouble = list(trouble)
    done = docker("push", name("some/big:1"), seconds=120)
    equal(done.code, code, done.out + done.err)
    if code == 0:
        equal(digest_of(fake.blobs[layer]), layer, "it arrived whole")
        equal(fake.trouble, [])
    return done


def check_in_one_request():
    push()
    equal((len(sizes("PATCH")), len(sizes("GET"))), (0, 0))


def check_one_that_breaks_goes_on():
    push([("PUT /v2/some/big/blobs/uploads/", "cut")])
    patches = sizes("PATCH")
    true(1 <= len(patches) <= 2, "the other half in chunks: %s" % patches)
    equal(len(sizes("GET")), 1, "it asked how far it was")


def check_one_that_is_forgotten_begins_anew():
    fake.forgetful = True
    push([("PUT /v2/some/big/blobs/uploads/", "cut")])
    equal(len(sizes("PATCH")), 3, "20 MB by 8 MiB")
    fake.forgetful = False


def check_a_registry_that_wants_chunks():
    for fake.least_chunk, chunks in ((1000, 3), (10 << 20, 2), (1 << 40, 0)):
        push()
        equal(len(sizes("PATCH")), chunks, fake.least_chunk)
    fake.least_chunk = 1000
    push([("PATCH", "cut")])
    true(3 <= len(sizes("PATCH")) <= 5, sizes("PATCH"))
    fake.least_chunk = 0


def check_a_limit_of_what_is_sent_at_once():
    fake.most_at_once = CHUNK
    push()
    equal(len(sizes("PATCH")), 3)
    fake.most_at_once = CHUNK - 1
    fails(push(code=1), 1, "too much at once")
    fake.most_at_once = None


def check_a_chunk_that_is_refused():
    fake.least_chunk = 1000
    for status in (416, 500, 429):
        push([("PATCH", status)])
        equal((len(sizes("PATCH")), len(sizes("GET"))), (4, 1), "that one alone is sent again")
    fails(push([("PATCH", 403)], code=1), 1, "out of order")
    fake.least_chunk = 0


def check_one_that_breaks_for_ever():
    fake.forgetful = True
    out = push([("PUT /v2/some/big/blobs/uploads/", "cut")] + [("PATCH", "cut")] * 60, code=1)
    true(len(sizes("PATCH")) < 6, "it ends")
    fake.forgetful = False
    true(re.search("connection|closed|broke", out.err + out.out, re.I), out)
    fake.trouble = []
    push()


def check_the_answer_alone_is_lost():
    """The blob is there: it is not sent twice."""
    push([("stored " + layer, 504)])
    equal(len([one for one in sizes("PUT") if layer.split(":")[1] in one[1]]), 1)


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "uploads", ready=ready))

#!/usr/bin/env python3
"""What registries, their token servers and their storage can do wrong, and what the engine makes of it.

  registryfaults.py ENGINE [PART-OF-A-NAME ...]
"""

import json
import sys
import threading
import time

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient
from fakeregistry import PASSWORD, USER, Server

docker = engine = None
fake = None


def ready():
    """An image with three layers of its own."""
    global fake
    fake = Server(engine.process.pid)
    ok(docker("run", "--name", "grown", "busybox", "sh", "-c", "head -c 300000 /dev/urandom > /big"))
    ok(docker("commit", "grown", name("some/box:1")))
    ok(docker("rm", "grown"))
    ok(docker("push", name("some/box:1")))
    ok(docker("rmi", name("some/box:1")))


def name(rest):
    return "%s/%s" % (fake.place, rest)


def changed(tag, change):
    """The image once more, with a manifest that `change` has changed."""
    kind, text = fake.manifests["some/box", "1"]
    manifest = json.loads(text)
    change(manifest)
    fake.manifests["some/box", tag] = kind, json.dumps(manifest).encode()
    return name("some/box:" + tag)


def asked_for(part):
    return [one for one in fake.asked if part in one[1]]


def pull_and_remove(image):
    out = ok(docker("pull", image))
    ok(docker("rmi", image))
    return out


def with_tokens(check):
    """Runs it while the registry wants tokens, and the docker command is logged in."""
    fake.token_server = True
    ok(docker("login", "-u", USER, "-p", PASSWORD, fake.place))
    fake.asked.clear()
    try:
        check()
    finally:
        fake.token_server, fake.realm, fake.token_uses, fake.trouble = False, None, None, []
        docker("logout", fake.place)


def check_a_token_expires_in_the_middle():
    def pull():
        fake.token_uses = 2
        pull_and_remove(name("some/box:1"))
        true(len(asked_for("/token")) >= 2, "a new one was fetched")
    with_tokens(pull)


def check_a_token_that_is_never_taken():
    def pull():
        fake.token_uses = 0
        fails(docker("pull", name("some/box:1")), 1, "login")
        true(len(asked_for("/token")) <= 4, "no endless asking")
    with_tokens(pull)


def check_a_foreign_realm():
    stranger = Server(engine.process.pid, "127.0.0.9")

    def pull():
        for realm in ("http://%s/token" % stranger.place, "http://%s@%s/token" % (fake.place, stranger.place)):
            fake.realm = realm
            fails(docker("pull", name("some/box:1")), 1, "another site", stranger.place)
        for realm in ("ftp://127.0.0.1/token", "nonsense", ""):
            fake.realm = realm or " "
            fails(docker("pull", name("some/box:1")), 1, "no token server that can be asked")
        equal(stranger.asked, [], "it learned nothing")
    with_tokens(pull)
    stranger.end()


def check_answers_of_a_token_server():
    def pull():
        for trouble, words in (("big", "sends over"), ("deep", "without a token"), ("short", "without a token"), (500, "out of order")):
            fake.trouble = [("/token", trouble)] * 20
            refused = docker("pull", name("some/box:1"))
            fails(refused, 1, words)
            true(PASSWORD not in refused.err, refused)
    with_tokens(pull)


def check_short_reads_without_ranges():
    fake.ranges = False
    fake.trouble = [("/blobs/", "short")] * 3
    pull_and_remove(name("some/box:1"))
    equal(fake.trouble, [])
    fake.ranges = True


def check_documents_that_are_too_large():
    fake.trouble = [("/manifests/", "big")]
    fails(docker("pull", name("some/box:1")), 1, "sends over 4194304 bytes")
    fails(docker("pull", changed("bigconfig", lambda m: m["config"].update(size=5 << 20))), 1, "configuration has 5242880 bytes")


def check_documents_that_are_none():
    fake.trouble = [("/manifests/", "deep")]
    fails(docker("pull", name("some/box:1")), 1, "pulling")
    for tag, change in (("nolayers", lambda m: m.pop("layers")), ("both", lambda m: m.update(manifests=[])),
                        ("digest", lambda m: m["layers"][0].update(digest="sha256:../../../etc/passwd")),
                        ("few", lambda m: m["layers"].pop())):
        fails(docker("pull", changed(tag, change)), 1, "pulling " + name("some/box:" + tag))


def check_sizes_that_are_wrong():
    last = lambda m: m["layers"][-1]
    for tag, change, words in (("larger", lambda m: last(m).update(size=last(m)["size"] + 7), "ended after"),
                               ("smaller", lambda m: last(m).update(size=last(m)["size"] - 7), ""),
                               ("negative", lambda m: last(m).update(size=-1), "pulling")):
        fails(docker("pull", changed(tag, change), seconds=60), 1, words)
    fails(docker("run", "--rm", "--pull", "never", name("some/box:larger"), "true"), 125, "no such image")


def check_retry_after():
    fake.trouble = [("/manifests/", 429)]
    began = time.time()
    pull_and_remove(name("some/box:1"))
    true(time.time() - began >= 1, "as long as it was asked for")


def check_a_blob_is_mounted_from_a_sibling():
    def push():
        ok(docker("pull", name("some/box:1")))
        ok(docker("tag", name("some/box:1"), name("other/box:1")))
        contains(ok(docker("push", name("other/box:1"))), "Mounted from")
        equal([one for one in asked_for("/v2/other/box/blobs/uploads/") if one[0] == "PUT" and
               len(fake.blobs[digest_in(one[1])]) > 100_000], [], "no layer is sent")
        ok(docker("rmi", name("some/box:1"), name("other/box:1")))
    fake.held = {("some/box", digest) for digest in fake.blobs}
    with_tokens(push)
    fake.held = None


def digest_in(path):
    return path.split("digest=")[1].replace("%3A", ":")


def check_cancelling_a_stall():
    for part in ("/blobs/", "/manifests/", "/v2/"):
        fake.trouble = [(part, "stall")] * 8
        pulling = docker.begin("pull", name("some/box:1"))
        true(apiclient.wait_until(lambda: len(fake.trouble) < 8, 10), "it waits for " + part)
        threads = transfers()
        began = time.time()
        pulling.kill()
        pulling.communicate()
        true(apiclient.wait_until(lambda: transfers() < threads or transfers() == 0, 5), "the transfer has ended")
        took = time.time() - began
        print("        cancelled within %.2f s (%s)" % (took, part))
        true(took < 2, "%.1f s" % took)
        fake.trouble = []
        fake.released.set()
        fake.released = threading.Event()
    pull_and_remove(name("some/box:1"))


def transfers():
    """Sockets of the engine to the registry, which each open request holds."""
    port = fake.place.rsplit(":", 1)[1]
    found = engine.in_network("ss", "-Htnp", "state", "established", "( dport = :%s )" % port).stdout
    return found.count("pid=%d," % engine.process.pid)


def check_nothing_is_left():
    equal(ok(docker("images", "-q", name("some/box"))), "")
    pull_and_remove(name("some/box:1"))


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "registryfaults", ready=ready))

#!/usr/bin/env python3
"""Pull, push and log in: against Debian's docker-registry where it is installed, and a registry that fails as it is told.

  registry.py ENGINE [PART-OF-A-NAME ...]
"""

import re
import shutil
import subprocess
import sys
import time

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient
from fakeregistry import PASSWORD, USER, SecondHost, Server, digest_of

docker = alice = engine = None
fake = None


def start_fake():
    global fake
    fake = Server(engine.process.pid)


def name(rest):
    return "%s/%s" % (fake.place, rest)


def push_busybox(rest):
    ok(docker("tag", "busybox", name(rest)))
    ok(docker("push", name(rest)))
    ok(docker("rmi", name(rest)))


def grown(text):
    """An image of our own with a layer that nobody has."""
    ok(docker("run", "--name", "grown", "busybox", "sh", "-c", "head -c 300000 /dev/urandom > /big; echo %s > /text" % text))
    ok(docker("commit", "grown", name("made/%s:1" % text)))
    ok(docker("rm", "grown"))
    ok(docker("push", name("made/%s:1" % text)))
    ok(docker("rmi", name("made/%s:1" % text)))
    return name("made/%s:1" % text)


def check_round_trip():
    push_busybox("some/box:1")
    out = ok(docker("pull", name("some/box:1")))
    for part in ("Pulling from some/box", "Digest: sha256:", "Status: Downloaded newer image for " + name("some/box:1")):
        contains(out, part)
    contains(ok(docker("pull", name("some/box:1"))), "Image is up to date")
    equal(ok(docker("run", "--rm", name("some/box:1"), "echo", "hi")), "hi")
    kind, manifest = fake.manifests["some/box", "1"]
    digest = name("some/box") + "@" + digest_of(manifest)
    equal(ok(docker("inspect", "--format", "{{join .RepoDigests \" \"}}", name("some/box:1"))), digest)
    ok(docker("rmi", name("some/box:1")))
    ok(docker("pull", digest))
    equal(ok(docker("run", "--rm", digest, "echo", "by digest")), "by digest")
    ok(docker("tag", digest, name("other/box:2")))
    ok(docker("push", name("other/box:2")))
    equal(fake.manifests["other/box", "2"][1], manifest, "byte for byte")
    ok(docker("rmi", "-f", name("other/box:2")))


def check_what_is_made_here():
    image = grown("round")
    uploads = len([one for one in fake.asked if one[0] == "PUT"])
    ok(docker("pull", image))
    equal(ok(docker("run", "--rm", image, "cat", "/text")), "round")
    ok(docker("push", image))
    equal(len([one for one in fake.asked if one[0] == "PUT"]), uploads + 1, "the manifest alone is sent again")
    ok(docker("rmi", image))


def check_what_is_not_there():
    fails(docker("pull", name("some/box:nope")), 1, "manifest unknown")
    fails(docker("pull", name("no/such:1")), 1, "manifest unknown")
    fails(docker("pull", "127.0.0.1:1/x:1"), 1, "connection refused")
    fails(docker("push", name("never/seen:1")), 1, "does not exist locally")
    answer = apiclient.request(engine.socket, "POST", "/images/create?fromImage=BAD&tag=1")
    equal(answer.status, 400, answer.body)


def check_faults_that_pass():
    image = grown("faults")
    for trouble in (500, 503, 429, "short"):
        fake.trouble = [("/blobs/", trouble)]
        ok(docker("pull", image))
        equal(fake.trouble, [], trouble)
        equal(ok(docker("run", "--rm", image, "cat", "/text")), "faults")
        ok(docker("rmi", image))
    ranges = [one for one in fake.asked if one[0] == "GET" and "/blobs/" in one[1]]
    true(len(ranges) >= 8, "each was asked for again")


def check_faults_that_stay():
    image = grown("broken")
    for trouble, words in (("wrong", "damaged"), ("loop", "from one address to the next")):
        fake.trouble = [("/blobs/", trouble)] * 2
        fails(docker("pull", image), 1, words)
        fake.trouble = []
        fails(docker("run", "--rm", "--pull", "never", image, "true"), 125, "no such image")
    fake.trouble = [("/blobs/", 500)] * 50
    fails(docker("pull", image, seconds=120), 1, "out of order")
    fake.trouble = []
    ok(docker("pull", image))
    ok(docker("rmi", image))


def check_a_pull_is_cancelled():
    image = grown("stalled")
    fake.trouble = [("/blobs/", "stall")] * 4
    pulling = docker.begin("pull", image)
    true(apiclient.wait_until(lambda: len(fake.trouble) < 4, 10), "it waits for a blob")
    began = time.time()
    pulling.kill()
    pulling.communicate()
    children = lambda: subprocess.run(["pgrep", "-P", str(engine.process.pid), "-f", "unpack"], capture_output=True).stdout
    true(apiclient.wait_until(lambda: not children(), 5), "the unpacking child has ended")
    true(time.time() - began < 3, "it ends soon after its client")
    fake.released.set()
    fake.trouble = []
    ok(docker("pull", image))
    ok(docker("rmi", image))


def check_tokens_and_passwords():
    fake.token_server = True
    try:
        fails(docker("pull", name("some/box:1")), 1, "login")
        fails(docker("login", "-u", USER, "-p", "guessed", fake.place), 1, "incorrect username or password")
        contains(ok(docker("login", "-u", USER, "-p", PASSWORD, fake.place)), "Login Succeeded")
        ok(docker("pull", name("some/box:1")))
        image = grown("private")
        ok(docker("pull", image))
        scopes = [one[1] for one in fake.asked if one[1].startswith("/token")]
        true(any("push" in scope for scope in scopes) and any(scope.endswith("%3Apull") for scope in scopes), scopes)
        ok(docker("rmi", image, name("some/box:1")))
        fails(alice("pull", name("some/box:1")), 1, "login")
    finally:
        fake.token_server = False
        docker("logout", fake.place)
    true(PASSWORD not in engine.tail(1000), "it is in no log")


def check_the_second_host_learns_nothing():
    image = grown("elsewhere")
    fake.token_server = True
    fake.other = second = SecondHost(engine.process.pid, fake)
    try:
        ok(docker("login", "-u", USER, "-p", PASSWORD, fake.place))
        ok(docker("pull", image))
        true(len(second.asked) > 0, "blobs came from it")
        equal({one[2] for one in second.asked}, {""}, "without credentials")
    finally:
        fake.token_server, fake.other = False, None
        second.end()
        docker("logout", fake.place)
    ok(docker("rmi", image))


def check_an_index():
    ok(docker("tag", "busybox", name("some/multi:amd64")))
    ok(docker("push", name("some/multi:amd64")))
    ok(docker("rmi", name("some/multi:amd64")))
    kind, manifest = fake.manifests["some/multi", "amd64"]
    machine = ok(docker("version", "--format", "{{.Server.Arch}}"))
    entry = '{"mediaType":"%s","digest":"%s","size":%d,"platform":{"os":"linux","architecture":"%s"}}'
    index = ('{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[%s]}' %
             entry % (kind, digest_of(manifest), len(manifest), machine)).encode()
    fake.manifests["some/multi", "1"] = "application/vnd.oci.image.index.v1+json", index
    contains(ok(docker("pull", name("some/multi:1"))), digest_of(index))
    fails(docker("pull", "--platform", "linux/vax", name("some/multi:1")), 1, "vax")
    ok(docker("rmi", name("some/multi:1")))


def check_users_pull_for_themselves():
    ok(alice("pull", name("some/box:1")))
    equal(ok(alice("run", "--rm", name("some/box:1"), "echo", "hers")), "hers")
    ok(alice("rmi", name("some/box:1")))


def check_docker_registry():
    program = shutil.which("docker-registry")
    if not program:
        print("not checked: docker-registry is not installed (package docker-registry)")
        return
    settings = engine.folder + "/registry.yml"
    with open(settings, "w") as file:
        file.write("version: 0.1\nstorage: {filesystem: {rootdirectory: %s/registry}}\nhttp: {addr: 127.0.0.1:5000}\n" %
                   engine.folder)
    with open(engine.folder + "/registry.log", "w") as log:
        real = subprocess.Popen(["nsenter", "--net=/proc/%d/ns/net" % engine.process.pid, program, "serve", settings],
                                stdout=log, stderr=log)
    try:
        ok(docker("tag", "busybox", "localhost:5000/my/box:1"))
        true(apiclient.wait_until(lambda: docker("push", "localhost:5000/my/box:1").code == 0, 20), "it is up")
        digest = re.search(r"sha256:\w+", ok(docker("push", "localhost:5000/my/box:1")).splitlines()[-1])[0]
        ok(docker("rmi", "localhost:5000/my/box:1"))
        contains(ok(docker("pull", "localhost:5000/my/box:1")), digest)
        ok(docker("tag", "localhost:5000/my/box:1", "localhost:5000/your/box:1"))
        contains(ok(docker("push", "localhost:5000/your/box:1")), digest)
        ok(docker("rmi", "localhost:5000/my/box:1", "localhost:5000/your/box:1"))
    finally:
        real.terminate()
        real.wait()


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "registry", users={"alice": 61031}, ready=start_fake))

#!/usr/bin/env python3
"""Pull, push, log in, search, list and delete: a registry that fails as it is told.

  registry.py ENGINE [PART-OF-A-NAME ...]
"""

import base64
import io
import json
import subprocess
import sys
import tarfile
import time
import urllib.parse

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


def api(method, path, body=None, headers=None):
    answer = apiclient.request(engine.socket, method, path, body, headers)
    return answer.status, answer.json()


def auth_header(user=USER, password=PASSWORD):
    return {"X-Registry-Auth": base64.urlsafe_b64encode(json.dumps({"username": user, "password": password}).encode()).decode()}


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


def check_a_build_has_the_credentials_of_its_bases():
    for one in ("private/base:1", "private/tools:1"):
        push_busybox(one)
    text = ("FROM %s\nCOPY --from=%s /etc/passwd /copied\nRUN cat /copied\n" % (name("private/base:1"), name("private/tools:1"))).encode()
    docker.env["DOCKER_BUILDKIT"] = "0"
    fake.token_server = True
    try:
        fails(docker("build", "-", stdin=text), 1, "login")
        ok(docker("login", "-u", USER, "-p", PASSWORD, fake.place))
        contains(ok(docker("build", "-t", "of-private", "-", stdin=text)), "root")
        docker("logout", fake.place)
        ok(docker("rmi", "of-private", name("private/base:1"), name("private/tools:1")))
        # A login of old has an address for its key.
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as tar:
            entry = tarfile.TarInfo("Dockerfile")
            entry.size = len(text)
            tar.addfile(entry, io.BytesIO(text))

        def built(password):
            config = base64.urlsafe_b64encode(json.dumps({"https://%s/v1/" % fake.place: {"username": USER, "password": password}}).encode())
            return apiclient.request(engine.socket, "POST", "/build", out.getvalue(),
                                     {"X-Registry-Config": config.decode(), "Content-Type": "application/x-tar"}).body.decode()
        true("Successfully built" not in built("guessed"))
        contains(built(PASSWORD), "Successfully built")
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


def check_what_a_registry_has():
    own = Server(engine.process.pid)
    manifest = fake.manifests["some/box", "1"]
    for number in range(250):
        own.manifests["many/box%03d" % number, "1"] = manifest
        own.manifests["some/box", "t%03d" % number] = manifest
    own.manifests["BAD/../name", "1"] = own.manifests["some/box", "-bad tag"] = manifest
    for by in ("last", "next_page"):
        own.paged_by = by
        for path, key, count in (("repositories?registry=%s&n=100" % own.place, "Repositories", 251),
                                 ("tags?image=%s/some/box&n=100" % own.place, "Tags", 250)):
            found, last = [], ""
            for _ in range(3):
                status, page = api("GET", "/quayside/registries/%s&last=%s" % (path, urllib.parse.quote(last)))
                equal(status, 200, page)
                found += page[key]
                last = page["Next"]
            equal((len(found), len(set(found)), last), (count, count, ""), by)
            true(not any("bad" in one.lower() for one in found), found[:5])
    own.paged_by = "last"
    equal(page["Name"], own.place + "/some/box")
    equal(api("GET", "/quayside/registries/repositories?registry=docker.io")[0], 501)
    for path, words in (("repositories?registry=a%20b", "is no registry"), ("tags?image=BAD", "invalid reference"),
                        ("tags?image=%s/some/box&n=0" % own.place, "from 1 to 1000"),
                        ("tags?image=%s/some/box&last=?%%20" % own.place, "last")):
        status, answer = api("GET", "/quayside/registries/" + path)
        equal(status, 400, answer)
        contains(answer["message"], words)
    found = [one["name"] for one in api("GET", "/images/search?term=%s/BOX00&limit=100" % own.place)[1]]
    equal(found, ["%s/many/box%03d" % (own.place, number) for number in range(10)])
    own.end()


def check_what_a_name_leads_to():
    kind, manifest = fake.manifests["some/box", "1"]
    machine = ok(docker("version", "--format", "{{.Server.Arch}}"))
    status, found = api("GET", "/distribution/%s/json" % name("some/box:1"))
    equal(status, 200, found)
    equal(found["Descriptor"], {"mediaType": kind, "digest": digest_of(manifest), "size": len(manifest)})
    equal([(one["os"], one["architecture"]) for one in found["Platforms"]], [("linux", machine)])
    found = api("GET", "/distribution/%s/json" % name("some/multi:1"))[1]
    equal([(one["os"], one["architecture"]) for one in found["Platforms"]], [("linux", machine)])
    contains(found["Descriptor"]["mediaType"], "index")
    equal(api("GET", "/distribution/%s/json" % name("some/none:1"))[0], 404)
    equal(api("GET", "/distribution/BAD/json")[0], 400)


def check_all_tags_at_once():
    for tag in ("1", "2", "3"):
        fake.manifests["all/box", tag] = fake.manifests["some/box", "1"]
    fake.manifests["all/box", "other"] = fake.manifests["some/multi", "1"][0], fake.manifests["some/multi", "1"][1].replace(
        b'"architecture":"', b'"architecture":"not-')
    out = ok(docker("pull", "-a", name("all/box")))
    contains(out, "Left out: ")
    tags = ok(docker("images", "--format", "{{.Tag}}", name("all/box"))).split()
    tags = sorted(set(tags) - {"<none>"})  # those are by digest
    equal(tags, ["1", "2", "3"])
    ok(docker("rmi", *[name("all/box:" + tag) for tag in tags]))
    fails(docker("pull", "-a", name("all/none")), 1, "none has an image")
    equal(api("POST", "/images/create?fromImage=%s&tag=latest" % name("all/box"))[0], 404)


def check_deletion():
    for tag in ("1", "also"):
        fake.manifests["gone/box", tag] = fake.manifests["some/box", "1"]
    fake.deletion = False
    path = "/quayside/registries/manifest?image=" + name("gone/box")
    status, answer = api("DELETE", path + ":1")
    equal(status, 403, answer)
    contains(answer["message"], "does not allow deletion")
    fake.deletion = True
    contains(api("DELETE", path)[1]["message"], "a tag (:1.2) or a digest")
    digest = digest_of(fake.manifests["some/box", "1"][1])
    equal(api("DELETE", path + ":1"), (200, {"Deleted": digest}))
    equal(fake.tags("gone/box"), [], "all tags of the digest went")
    equal(api("DELETE", path + "@" + digest)[0], 404)


def check_whether_a_registry_is_there():
    test = lambda place, headers=None: api("POST", "/quayside/registries/test", {"Registry": place}, headers)[1]
    own = Server(engine.process.pid)
    found = test(own.place)
    equal((found["Reachable"], found["Authentication"], found["Address"]), (True, "none", "http://" + own.place))
    contains(test(own.place, auth_header())["Message"], "asks for no login")
    for own.token_server, own.basic, word in ((True, False, "bearer"), (False, True, "basic")):
        found = test(own.place)
        equal((found["Authentication"], found["LoggedIn"], found["Message"]), (word, False, ""))
        found = test(own.place, auth_header())
        equal((found["LoggedIn"], found["Message"]), (True, ""))
        found = test(own.place, auth_header(password="guessed"))
        true(found["Reachable"] and not found["LoggedIn"], found)
        contains(found["Message"], "the user name or the password is wrong")
    own.end()
    found = test("127.0.0.1:1")
    true(not found["Reachable"] and "refused" in found["Message"].lower(), found)
    equal(api("POST", "/quayside/registries/test", {"Registry": "a/../b c"})[1]["Registry"], "a")
    equal(api("POST", "/quayside/registries/test", {"Registry": "a b"})[0], 400)


def check_users_pull_for_themselves():
    ok(alice("pull", name("some/box:1")))
    equal(ok(alice("run", "--rm", name("some/box:1"), "echo", "hers")), "hers")
    ok(alice("rmi", name("some/box:1")))


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "registry", users={"alice": 61031}, ready=start_fake))

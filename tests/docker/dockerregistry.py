#!/usr/bin/env python3
"""The engine with Debian's docker-registry (the distribution project's): plain, and with TLS, passwords and deletion.

  dockerregistry.py ENGINE [PART-OF-A-NAME ...]
"""

import base64
import ctypes
import json
import os
import re
import shutil
import subprocess
import sys

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient
import engines
from pki import Authority

ADDRESS = "10.99.0.1"
USER, PASSWORD = "carol", "s3cret pass"

docker = engine = None
running = []


def start(name, http, more=""):
    """A docker-registry in the engine's network."""
    settings = "%s/%s.yml" % (engine.folder, name)
    with open(settings, "w") as file:
        file.write("version: 0.1\nstorage:\n  filesystem: {rootdirectory: %s/%s}\n%s" % (engine.folder, name, more))
        file.write("http: {%s}\n" % http)
    with open("%s/%s.log" % (engine.folder, name), "w") as log:
        process = subprocess.Popen(["nsenter", "--net=/proc/%d/ns/net" % engine.process.pid, "docker-registry", "serve", settings],
                                   stdout=log, stderr=log)
    running.append(process)
    return process


def bcrypt(password):
    """As htpasswd -B, which is in a package of its own."""
    library = ctypes.CDLL("libcrypt.so.1")
    library.crypt.restype = ctypes.c_char_p
    return library.crypt(password.encode(), b"$2b$05$" + b"abcdefghijklmnopqrstuu").decode()


def api(method, path, body=None, headers=None):
    answer = apiclient.request(engine.socket, method, path, body, headers)
    return answer.status, answer.json()


def wait_for(place):
    true(apiclient.wait_until(lambda: api("POST", "/quayside/registries/test", {"Registry": place})[1]["Reachable"], 20), "it is up")


def check_plain():
    start("plain", "addr: 127.0.0.1:5000")
    wait_for("localhost:5000")
    ok(docker("tag", "busybox", "localhost:5000/my/box:1"))
    ok(docker("push", "localhost:5000/my/box:1"))
    digest = re.search(r"sha256:\w+", ok(docker("push", "localhost:5000/my/box:1")).splitlines()[-1])[0]
    ok(docker("rmi", "localhost:5000/my/box:1"))
    contains(ok(docker("pull", "localhost:5000/my/box:1")), digest)
    ok(docker("tag", "localhost:5000/my/box:1", "localhost:5000/your/box:1"))
    out = ok(docker("push", "localhost:5000/your/box:1"))
    contains(out, digest)
    contains(out, "Mounted from")
    ok(docker("rmi", "localhost:5000/my/box:1", "localhost:5000/your/box:1"))
    equal(api("GET", "/quayside/registries/repositories?registry=localhost:5000")[1], {"Repositories": ["my/box", "your/box"], "Next": ""})
    found = api("GET", "/distribution/localhost:5000/my/box:1/json")[1]
    equal((found["Descriptor"]["digest"], found["Platforms"][0]["os"]), (digest, "linux"))
    status, answer = api("DELETE", "/quayside/registries/manifest?image=localhost:5000/my/box:1")
    equal(status, 403, answer)
    contains(answer["message"], "does not allow deletion")


def check_pages():
    ok(docker("tag", "busybox", "localhost:5000/my/box:1"))
    for number in range(7):
        ok(docker("tag", "busybox", "localhost:5000/many/box:%d" % number))
    ok(docker("push", "--all-tags", "localhost:5000/many/box"))
    found, last = [], ""
    for _ in range(4):
        page = api("GET", "/quayside/registries/repositories?registry=localhost:5000&n=1&last=" + last)[1]
        found, last = found + page["Repositories"], page["Next"]
        if not last:
            break
    equal(found, ["many/box", "my/box", "your/box"])
    equal(sorted(api("GET", "/quayside/registries/tags?image=localhost:5000/many/box")[1]["Tags"]), list("0123456"))
    names = ["localhost:5000/many/box:%d" % number for number in range(7)]
    ok(docker("rmi", "localhost:5000/my/box:1", *names))
    ok(docker("pull", "-a", "localhost:5000/many/box"))
    ok(docker("rmi", *names))


def check_tls_passwords_and_deletion():
    engine.in_network("ip", "address", "add", ADDRESS + "/32", "dev", "lo")
    authority, place = Authority(engine.folder), ADDRESS + ":5443"
    certificate, key = authority.issue("server", "IP:" + ADDRESS)
    with open(engine.folder + "/htpasswd", "w") as file:
        file.write("%s:%s\n" % (USER, bcrypt(PASSWORD)))
    start("guarded", "addr: %s, tls: {certificate: %s, key: %s}" % (place, certificate, key),
          "  delete: {enabled: true}\nauth:\n  htpasswd: {realm: r, path: %s/htpasswd}\n" % engine.folder)
    os.makedirs("%s/certs.d/%s" % (engine.root, place))
    shutil.copy(authority.certificate, "%s/certs.d/%s/ca.crt" % (engine.root, place))
    wait_for(place)
    image = place + "/my/box:1"
    ok(docker("tag", "busybox", image))
    fails(docker("push", image), 1, "login")
    fails(docker("login", "-u", USER, "-p", "guessed", place), 1, "wrong")
    ok(docker("login", "-u", USER, "-p", PASSWORD, place))
    ok(docker("push", image))
    ok(docker("rmi", image))
    ok(docker("pull", image))
    header = {"X-Registry-Auth": base64.urlsafe_b64encode(json.dumps({"username": USER, "password": PASSWORD}).encode()).decode()}
    found = api("POST", "/quayside/registries/test", {"Registry": place}, header)[1]
    equal((found["Encrypted"], found["Verified"], found["Authentication"], found["LoggedIn"], found["Message"]),
          (True, True, "basic", True, ""))
    equal(api("GET", "/quayside/registries/tags?image=" + image, headers=header)[1]["Tags"], ["1"])
    equal(api("GET", "/quayside/registries/tags?image=" + image)[0], 403)
    status, answer = api("DELETE", "/quayside/registries/manifest?image=" + image, headers=header)
    equal(status, 200, answer)
    equal(answer["Deleted"], ok(docker("inspect", "--format", "{{index .RepoDigests 0}}", image)).split("@")[1])
    fails(docker("pull", image), 1, "manifest unknown")
    ok(docker("rmi", image))
    equal(api("GET", "/quayside/registries/tags?image=" + image, headers=header)[1]["Tags"], [])


if __name__ == "__main__":
    if not shutil.which("docker-registry"):
        engines.skip("docker-registry is not installed (package docker-registry)")
    try:
        sys.exit(run_on_one_engine(globals(), "dockerregistry"))
    finally:
        for process in running:
            process.terminate()
            process.wait()

#!/usr/bin/env python3
"""The engine with Debian's docker-registry (the distribution project's): plain, and with TLS, passwords and deletion.

  dockerregistry.py ENGINE [PART-OF-A-NAME ...]
"""

import base64
import ctypes
import http.client
import json
import os
import re
import shutil
import socket
import socketserver
import subprocess
import sys
import threading

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient
import engines
from fakeregistry import connection_in, digest_of, socket_in
from pki import Authority

INDEX, MANIFEST = "application/vnd.oci.image.index.v1+json", "application/vnd.oci.image.manifest.v1+json"
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


def in_registry(method, path, body=None, kind=None, accept=None):
    """One request to the plain registry itself: its content type and its body."""
    connection = http.client.HTTPConnection("localhost")
    connection.sock = connection_in(engine.process.pid, "127.0.0.1:5000")
    headers = {key: value for key, value in (("Content-Type", kind), ("Accept", accept)) if value}
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    text = answer.read()
    true(answer.status < 300, (method, path, answer.status, text))
    return answer.headers["Location"] or answer.headers["Content-Type"], text


def upload(data):
    location = in_registry("POST", "/v2/my/box/blobs/uploads/")[0]
    location = location[location.index("/v2/"):]
    in_registry("PUT", location + "&digest=" + digest_of(data), data, "application/octet-stream")


class Cutter(socketserver.ThreadingTCPServer):
    """Passes connections on to a registry, and breaks the first one that sends more than so many bytes."""

    daemon_threads = True

    def __init__(self, pid, host, port, target, most):
        self.pid, self.target, self.most = pid, target, most
        self.cut, self.patches = False, 0
        super().__init__((host, 0), CutterHandler, bind_and_activate=False)
        self.socket.close()
        self.socket = socket_in(pid, host, port)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self):
        self.shutdown()
        self.server_close()


class CutterHandler(socketserver.BaseRequestHandler):
    def handle(self):
        there = connection_in(self.server.pid, self.server.target)
        threading.Thread(target=self.back, args=(there,), daemon=True).start()
        passed = 0
        try:
            while piece := self.request.recv(65536):
                self.server.patches += piece.startswith(b"PATCH ")
                passed += len(piece)
                there.sendall(piece)
                if passed > self.server.most and not self.server.cut:
                    self.server.cut = True
                    break
        except OSError:
            pass
        for end in (there, self.request):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def back(self, there):
        try:
            while piece := there.recv(65536):
                self.request.sendall(piece)
            self.request.shutdown(socket.SHUT_WR)
        except OSError:
            pass


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


def check_an_index_with_all_platforms():
    """The image of my/box:1 under an index, with one for a machine that nobody has: there and back."""
    place = "127.0.0.1:5000"
    kind, manifest = in_registry("GET", "/v2/my/box/manifests/1", accept=MANIFEST)
    config = json.dumps({"architecture": "vax", "os": "linux", "rootfs": {"type": "layers", "diff_ids": []}}).encode()
    upload(config)
    other = json.dumps({"schemaVersion": 2, "mediaType": MANIFEST, "layers": [], "config": {
        "mediaType": "application/vnd.oci.image.config.v1+json", "digest": digest_of(config), "size": len(config)}}).encode()
    in_registry("PUT", "/v2/my/box/manifests/" + digest_of(other), other, MANIFEST)
    machine = ok(docker("version", "--format", "{{.Server.Arch}}"))
    entry = lambda data, architecture: {"mediaType": MANIFEST, "digest": digest_of(data), "size": len(data),
                                        "platform": {"os": "linux", "architecture": architecture}}
    index = json.dumps({"schemaVersion": 2, "mediaType": INDEX, "manifests": [entry(other, "vax"), entry(manifest, machine)]}).encode()
    in_registry("PUT", "/v2/my/box/manifests/all", index, INDEX)
    pulled = apiclient.request(engine.socket, "POST", "/images/create?fromImage=%s/my/box&tag=all&quayside-platforms=all" % place)
    contains(pulled.body.decode(), digest_of(index))
    ok(docker("tag", place + "/my/box:all", place + "/their/box:all"))
    contains(ok(docker("push", place + "/their/box:all")), digest_of(index))
    equal(in_registry("GET", "/v2/their/box/manifests/all", accept=INDEX)[1], index, "byte for byte")
    equal(in_registry("GET", "/v2/their/box/manifests/" + digest_of(other), accept=MANIFEST)[1], other)
    ok(docker("rmi", place + "/my/box:all", place + "/their/box:all"))


def check_an_upload_in_chunks():
    """What the engine falls back to when a request breaks: this registry must take it like that, too."""
    ok(docker("run", "--name", "grown", "busybox", "sh", "-c", "head -c 20000000 /dev/urandom > /big"))
    ok(docker("commit", "grown", "127.0.0.1:5001/chunked/box:1"))
    ok(docker("rm", "grown"))
    way = Cutter(engine.process.pid, "127.0.0.1", 5001, "127.0.0.1:5000", 3_000_000)
    ok(docker("push", "127.0.0.1:5001/chunked/box:1"))
    true(way.cut, "a request was cut off")
    true(way.patches > 2, "it went on in chunks: %d" % way.patches)
    way.end()
    ok(docker("rmi", "127.0.0.1:5001/chunked/box:1"))
    ok(docker("pull", "127.0.0.1:5000/chunked/box:1"))
    equal(ok(docker("run", "--rm", "127.0.0.1:5000/chunked/box:1", "sh", "-c", "wc -c < /big")), "20000000")
    ok(docker("rmi", "127.0.0.1:5000/chunked/box:1"))


def check_pages():
    ok(docker("tag", "busybox", "localhost:5000/my/box:1"))
    for number in range(7):
        ok(docker("tag", "busybox", "localhost:5000/many/box:%d" % number))
    ok(docker("push", "--all-tags", "localhost:5000/many/box"))
    found, last = [], ""
    for _ in range(6):
        page = api("GET", "/quayside/registries/repositories?registry=localhost:5000&n=1&last=" + last)[1]
        found, last = found + page["Repositories"], page["Next"]
        if not last:
            break
    equal(found, ["chunked/box", "many/box", "my/box", "their/box", "your/box"])
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

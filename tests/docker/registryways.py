#!/usr/bin/env python3
"""The ways to registries: certificates, insecure registries, mirrors, proxies; and what the engine tells of them.

  registryways.py ENGINE [PART-OF-A-NAME ...]

Loopback addresses need no certificate, so the engine's network has another one, ADDRESS.
"""

import os
import shutil
import sys
import urllib.parse

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient
import engines
from fakeregistry import PASSWORD, USER, Proxy, SecondHost, Server
from pki import Authority

ADDRESS, PROXY_PORT, PROXY_PASSWORD = "10.99.0.1", 3128, "pr0xy-s3cret"
HUB = ("registry-1.docker.io", "auth.docker.io", "index.docker.io")

docker = alice = engine = None
authority = proxy = hub = mirror = None


class BehindProxy(engines.Quayside):
    """With the variables of a proxy and a mirror, as systemd's unit may have them."""

    def command(self):
        address = "http://bob:%s@%s:%d" % (PROXY_PASSWORD, ADDRESS, PROXY_PORT)
        return (["env", "HTTPS_PROXY=" + address, "HTTP_PROXY=" + address, "NO_PROXY=10.99.0.0/16,.local.test"] +
                super().command() + ["--registry-mirror", "http://127.0.0.3:5001/", "--insecure-registry", "plain.test:5000",
                                     "--insecure-registry", "192.0.2.99/24"])


def ready():
    global authority, proxy, hub, mirror
    engine.in_network("ip", "address", "add", ADDRESS + "/32", "dev", "lo")
    authority = Authority(engine.folder)
    pid = engine.process.pid
    proxy = Proxy(pid, ADDRESS, PROXY_PORT, "bob:" + PROXY_PASSWORD)
    hub = Server(pid, "127.0.0.4", tls=authority.server("hub", *["DNS:" + name for name in HUB]))
    hub.realm = "https://auth.docker.io/token"
    mirror = Server(pid, "127.0.0.3", port=5001)
    for name in HUB:
        proxy.ways[name + ":443"] = hub.place
        trust(name)


def trust(place):
    folder = engine.root + "/certs.d/" + place
    os.makedirs(folder, exist_ok=True)
    shutil.copy(authority.certificate, folder + "/ca.crt")
    return folder


def api(method, path, body=None, headers=None):
    answer = apiclient.request(engine.socket, method, urllib.parse.quote(path, safe="/?&=%:,+"), body, headers)
    return answer.status, answer.json()


def probe(place):
    status, found = api("POST", "/quayside/registries/test", {"Registry": place})
    equal(status, 200, found)
    return found


def insecure(*places):
    status, now = api("PUT", "/quayside/registries", {"Mirrors": [], "Insecure": list(places)})
    equal(status, 200, now)
    return now


def push_busybox(name):
    ok(docker("tag", "busybox", name))
    try:
        return docker("push", name)
    finally:
        ok(docker("rmi", name))


def check_an_own_authority():
    server = Server(engine.process.pid, ADDRESS, tls=authority.server("own", "IP:" + ADDRESS))
    name = server.place + "/some/box:1"
    refused = push_busybox(name)
    fails(refused, 1, "not trusted", "/etc/quayside/certs.d/%s/ca.crt" % server.place, "insecure registry")
    found = probe(server.place)
    true(not found["Reachable"] and "not trusted" in found["Message"], found)
    folder = trust(server.place)
    ok(push_busybox(name))
    ok(docker("pull", name))
    ok(docker("rmi", name))
    equal(probe(server.place), {"Registry": server.place, "Address": "https://" + server.place, "Reachable": True,
                                "Encrypted": True, "Verified": True, "Authentication": "none", "LoggedIn": False,
                                "Message": ""})
    with open(folder + "/ca.crt", "w") as file:
        file.write("nonsense")
    fails(docker("pull", name), 1, "ca.crt holds no certificate")
    shutil.rmtree(folder)
    server.end()


def check_an_insecure_registry():
    server = Server(engine.process.pid, ADDRESS, tls=authority.server("insecure", "IP:" + ADDRESS))
    name = server.place + "/some/box:1"
    now = insecure(server.place, server.place)
    equal((now["Insecure"], now["FixedInsecure"], now["MayChange"]), ([server.place], ["plain.test:5000", "192.0.2.0/24"], True))
    ok(push_busybox(name))
    found = probe(server.place)
    equal((found["Reachable"], found["Encrypted"], found["Verified"], found["Message"]), (True, True, False, ""))
    insecure()
    fails(docker("pull", name), 1, "not trusted")
    server.end()


def check_an_insecure_network():
    server = Server(engine.process.pid, ADDRESS, tls=authority.server("network", "IP:" + ADDRESS))
    name = server.place + "/some/box:1"
    now = insecure("10.98.7.6/15")
    equal((now["Insecure"], now["FixedInsecure"]), (["10.98.0.0/15"], ["plain.test:5000", "192.0.2.0/24"]))
    equal(api("GET", "/info")[1]["RegistryConfig"]["InsecureRegistryCIDRs"], ["::1/128", "127.0.0.0/8", "10.98.0.0/15", "192.0.2.0/24"])
    true("10.98.0.0/15" not in api("GET", "/info")[1]["RegistryConfig"]["IndexConfigs"], "it is no registry")
    contains(ok(docker("info")), "10.98.0.0/15")
    ok(push_busybox(name))
    insecure()
    fails(docker("pull", name), 1, "not trusted")
    server.end()


def check_plain_http():
    server = Server(engine.process.pid, ADDRESS)
    name = server.place + "/some/box:1"
    fails(push_busybox(name), 1, "plain http", "insecure registry")
    insecure(ADDRESS)  # any port of it
    ok(push_busybox(name))
    found = probe(server.place)
    equal((found["Address"], found["Encrypted"], found["Verified"]), ("http://" + server.place, False, False))
    insecure()
    server.end()


def check_redirects_that_are_not_followed():
    server = Server(engine.process.pid, ADDRESS, tls=authority.server("redirects", "IP:" + ADDRESS))
    name = server.place + "/some/box:1"
    trust(server.place)
    ok(push_busybox(name))
    plain = SecondHost(engine.process.pid, server)
    unknown = SecondHost(engine.process.pid, server, ADDRESS, tls=authority.server("unknown", "IP:" + ADDRESS))
    for server.other, words in ((plain, "not encrypted"), (unknown, "https://%s: its certificate is not trusted" % unknown.place)):
        fails(docker("pull", name), 1, words)
        equal(server.other.asked, [])
    server.token_server, server.realm = True, "http://%s/token" % plain.place
    fails(docker("pull", name), 1, "a token server that is not encrypted")
    equal(plain.asked, [])
    for end in (server, plain, unknown):
        end.end()


def check_a_client_certificate():
    server = Server(engine.process.pid, ADDRESS, tls=authority.server("mutual", "IP:" + ADDRESS, clients=authority))
    second = SecondHost(engine.process.pid, server, ADDRESS, tls=authority.server("storage", "IP:" + ADDRESS))
    name = server.place + "/some/box:1"
    folder = trust(server.place)
    trust(second.place)
    equal(push_busybox(name).code, 1, "without one")
    certificate, key = authority.issue("client", "DNS:client")
    shutil.copy(certificate, folder + "/client.cert")
    fails(push_busybox(name), 1, "client.key is missing")
    shutil.copy(key, folder + "/client.key")
    os.chmod(folder + "/client.key", 0o600)
    ok(push_busybox(name))
    server.other = second
    ok(docker("pull", name))
    true(second.asked, "storage elsewhere is reached, and asks for no certificate")
    fails(alice("pull", name), 1, "client.key is not yours to read")
    ok(docker("rmi", name))
    for end in (server, second):
        end.end()


def check_settings():
    for wanted, words in (({"Mirrors": ["mirror.example.org"]}, "a mirror is an address"),
                          ({"Mirrors": ["https://bob:s3cret@mirror.example.org"]}, "without a user"),
                          ({"Mirrors": ["https://mirror.example.org/v2"]}, "or a path"),
                          ({"Insecure": ["a b"]}, "is no registry"), ({"Insecure": ["docker.io"]}, "always checked"),
                          ({"Insecure": "a"}, "expected an array"), ({"Insecure": ["a%d" % i for i in range(65)]}, "64")):
        status, answer = api("PUT", "/quayside/registries", wanted)
        true(status in (400, 413), (status, wanted))
        contains(answer["message"], words)
        true("s3cret" not in answer["message"], "a password is not repeated")
    api("PUT", "/quayside/registries", {"Mirrors": ["https://Mirror.example.org:443/"], "Insecure": ["LAN:5000"]})
    status, kept = api("GET", "/quayside/registries")
    equal(kept, {"Mirrors": ["https://mirror.example.org"], "Insecure": ["lan:5000"],
                 "FixedMirrors": ["http://127.0.0.3:5001"], "FixedInsecure": ["plain.test:5000", "192.0.2.0/24"], "MayChange": True})
    status, text = alice.api("PUT", "/quayside/registries", b'{"Mirrors":[],"Insecure":["evil.test"]}')
    equal(status, 403, text)
    contains(text, "only root")
    contains(alice.api("GET", "/quayside/registries")[1], '"MayChange":false')
    info = api("GET", "/info")[1]
    equal(info["RegistryConfig"]["Mirrors"], ["http://127.0.0.3:5001", "https://mirror.example.org"])
    equal(info["RegistryConfig"]["IndexConfigs"]["lan:5000"]["Secure"], False)
    equal(info["HttpsProxy"], "http://xxxxx:xxxxx@%s:%d" % (ADDRESS, PROXY_PORT))
    insecure()


def check_docker_hub_through_the_proxy():
    hub.token_server = True
    ok(docker("login", "-u", USER, "-p", PASSWORD))
    ok(docker("tag", "busybox", "some/box:1"))
    mirror.asked.clear()
    ok(docker("push", "some/box:1"))
    equal(mirror.asked, [], "a push is for Docker Hub itself")
    ok(docker("rmi", "some/box:1"))
    ok(docker("pull", "some/box:1"))
    targets = {one[1] for one in proxy.asked if one[2]}
    true({"registry-1.docker.io:443", "auth.docker.io:443"} <= targets, targets)
    true(mirror.asked, "the mirror was asked first, and did not have it")
    equal({one[2] for one in mirror.asked}, {""}, "without credentials")
    true(not any("127.0.0" in one[1] or ADDRESS in one[1] for one in proxy.asked), "never for loopback, nor what NO_PROXY names")
    ok(docker("rmi", "some/box:1"))
    ok(docker("logout"))
    hub.token_server = False


def check_the_mirror():
    mirror.blobs, mirror.manifests = dict(hub.blobs), dict(hub.manifests)
    asked = len(hub.asked)
    contains(ok(docker("pull", "some/box:1")), "Downloaded newer image for some/box:1")
    equal(len(hub.asked), asked, "Docker Hub was not asked")
    ok(docker("rmi", "some/box:1"))
    for trouble in ("wrong", 404, "big"):
        asked = len(hub.asked)
        mirror.trouble = [("/manifests/" if trouble == "big" else "/blobs/", trouble)] * 20
        ok(docker("pull", "some/box:1"))
        true(len(hub.asked) > asked, "Docker Hub was")
        ok(docker("rmi", "some/box:1"))
    mirror.trouble = []
    mirror.end()
    ok(docker("pull", "some/box:1"))
    ok(docker("rmi", "some/box:1"))


def check_search():
    hub.found = [{"name": "redis", "description": "A \"store\"", "is_official": True, "is_automated": True, "star_count": 12},
                 {"name": "some/redis", "description": "", "is_official": False, "is_automated": False, "star_count": 3},
                 {"description": "nameless"}, 5]
    contains(ok(docker("search", "--no-trunc", "redis")), 'A "store"')
    names = lambda query: [one["name"] for one in api("GET", "/images/search?term=redis" + query)[1]]
    equal(names(""), ["redis", "some/redis"])
    equal(names("&limit=1"), ["redis"])
    equal(names('&filters={"is-official":["false"]}'), ["some/redis"])
    equal(names('&filters={"is-official":{"true":true}}'), ["redis"])
    equal(names('&filters={"stars":["4","2"]}'), ["redis"])
    equal(names('&filters={"is-automated":["true"]}'), [])
    contains(hub.asked[-1][1], "q=redis&n=25")
    for query, words in (("", "needs a term"), ("term=x&limit=101", "outside the range of [1, 100]"), ("term=x&limit=y", "number"),
                         ("term=x&limit=-1", "outside the range"), ('term=x&filters={"stars":["y"]}', "stars"),
                         ('term=x&filters={"a":["y"]}', "invalid filter")):
        status, answer = api("GET", "/images/search?" + query)
        equal(status, 400, answer)
        contains(answer["message"], words)


def check_plain_http_through_the_proxy():
    server = Server(engine.process.pid)
    proxy.ways["plain.test:5000"] = server.place
    name = "plain.test:5000/some/box:1"
    ok(push_busybox(name))
    ok(docker("pull", name))
    equal({(one[0], one[2]) for one in proxy.asked if "http://plain.test:5000/" in one[1]} >= {("GET", True), ("PUT", True)}, True)
    ok(docker("rmi", name))
    server.end()


def check_the_proxy_refuses():
    proxy.credentials = "Basic other"
    refused = docker("pull", "some/box:1")
    fails(refused, 1, "proxy")
    true(PROXY_PASSWORD not in refused.err + refused.out + engine.tail(1000), "its password is told to nobody")
    proxy.end()
    refused = docker("pull", "some/box:1")
    equal(refused.code, 1)
    true(PROXY_PASSWORD not in refused.err + refused.out, refused)


def check_settings_outlive_the_engine():
    insecure("lan.test:5000")
    engine.stop()
    engine.start()
    equal(api("GET", "/quayside/registries")[1]["Insecure"], ["lan.test:5000"])


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "registryways", engine=BehindProxy(sys.argv[1], "ways"), users={"alice": 61032},
                               ready=ready))

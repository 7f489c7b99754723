#!/usr/bin/env python3
"""Networks that users make, with the docker command: made, joined, left, resolved, pruned; and over the engine's death.

  networks.py ENGINE [PART-OF-A-NAME ...]
"""

import json
import signal
import subprocess
import sys
import time

import apiclient
from checks import contains, equal, fails, ok, run_on_one_engine, true
import engines

docker = alice = bob = engine = archive = None


class LastingNetwork(engines.Quayside):
    """An engine in a network namespace that outlives it, as the host's does."""

    def __init__(self, binary, label):
        super().__init__(binary, label, own_network=False)
        self.keeper = subprocess.Popen(["unshare", "--net", "sh", "-c", "ip link set lo up; echo; exec sleep 100000"],
                                       stdout=subprocess.PIPE)
        self.keeper.stdout.readline()

    def command(self):
        return ["nsenter", "--net=/proc/%d/ns/net" % self.keeper.pid] + super().command()

    def remove(self):
        self.keeper.kill()
        self.keeper.wait()
        return super().remove()


def remove(*names):
    ok(docker("rm", "-f", *names))


def inspect(name, what):
    return json.loads(ok(docker("inspect", "--format", "{{json %s}}" % what, name)))


def address_of(container, network):
    return inspect(container, '(index .NetworkSettings.Networks "%s").IPAddress' % network)


def lookup(container, name, *options):
    """What busybox's nslookup says, told apart from the server's own lines."""
    done = docker("exec", container, "nslookup", *options, name)
    return done.out[done.out.find("\n\n"):] if done.code == 0 else "failed: " + done.out


def fetch(container, host):
    return docker("exec", container, "wget", "-q", "-T", "2", "-O", "-", "http://%s/" % host)


def bridges():
    out = engine.in_network("ip", "-o", "link", "show", "type", "bridge").stdout
    return sorted(line.split(": ")[1] for line in out.splitlines())


def check_create_inspect_remove():
    before = bridges()
    identity = ok(docker("network", "create", "--label", "a=b", "app"))
    equal(len(identity), 64)
    contains(ok(docker("network", "ls")), "app")
    document = json.loads(ok(docker("network", "inspect", "app")))[0]
    equal((document["Id"], document["Driver"], document["Scope"], document["Labels"]), (identity, "bridge", "local", {"a": "b"}))
    true(document["IPAM"]["Config"][0]["Subnet"].endswith("/16"), document)
    equal(len(bridges()), len(before) + 1)
    fails(docker("network", "create", "app"), 1, "network with name app already exists")
    equal(ok(docker("network", "rm", "app")), "app")
    fails(docker("network", "inspect", "app"), 1, "network app not found")
    fails(docker("network", "rm", "app"), 1, "not found")
    fails(docker("network", "rm", "bridge"), 1, "pre-defined network and cannot be removed")
    equal(bridges(), before)


def check_filters():
    ok(docker("network", "create", "--label", "who=me", "filtered"))
    for filters, wanted in ((["driver=null"], ["none"]), (["type=custom"], ["filtered"]), (["label=who=me"], ["filtered"]),
                            (["label=who=you"], []), (["name=filt"], ["filtered"]), (["dangling=true"], ["filtered"]),
                            (["type=builtin", "driver=bridge"], ["bridge"]), (["scope=swarm"], []),
                            (["type=builtin", "scope=local", "name=o"], ["host", "none"])):
        command = ["network", "ls", "--format", "{{.Name}}"]
        for one in filters:
            command += ["--filter", one]
        equal(sorted(ok(docker(*command)).split()), wanted, filters)
    fails(docker("network", "ls", "--filter", "type=strange"), 1, "type")
    ok(docker("network", "rm", "filtered"))


def check_names_and_aliases():
    ok(docker("network", "create", "app"))
    ok(docker("run", "-d", "--name", "web", "--network", "app", "--network-alias", "www", "busybox", "httpd", "-f", "-h", "/www"))
    ok(docker("run", "-d", "--name", "client", "--network", "app", "busybox", "sleep", "600"))
    address, identity = address_of("web", "app"), inspect("web", ".Id")[:12]
    contains(ok(docker("exec", "client", "cat", "/etc/resolv.conf")), "nameserver 127.0.0.11")
    for name in ("web", "www", identity, "web.app", "WEB"):
        equal(fetch("client", name).out, "friendly hello", name)
        contains(lookup("client", name, "-type=a"), address, name)
    contains(lookup("client", address), "web.app")
    equal(inspect("web", '(index .NetworkSettings.Networks "app").DNSNames')[:2], ["web", "www"])
    contains(lookup("client", "nosuchname.invalid"), "failed")
    ok(docker("rename", "web", "front"))
    contains(lookup("client", "front", "-type=a"), address)
    ok(docker("rename", "front", "web"))


def check_fixed_addresses():
    ok(docker("network", "create", "--subnet", "10.123.0.0/16", "--ip-range", "10.123.5.0/24", "--gateway", "10.123.0.9",
              "--aux-address", "printer=10.123.5.1", "--ipv6", "--subnet", "fd12:3::/64", "-o",
              "com.docker.network.driver.mtu=1400", "fixed"))
    out = ok(docker("run", "--rm", "--network", "fixed", "--ip", "10.123.77.7", "--ip6", "fd12:3::77", "--mac-address",
                    "02:00:00:00:12:34", "busybox", "ip", "addr", "show", "eth0"))
    for part in ("10.123.77.7/16", "fd12:3::77/64", "02:00:00:00:12:34", "mtu 1400"):
        contains(out, part)
    contains(ok(docker("run", "--rm", "--network", "fixed", "busybox", "ip", "route")), "default via 10.123.0.9")
    contains(ok(docker("run", "--rm", "--network", "fixed", "busybox", "ip", "addr", "show", "eth0")), "10.123.5.")
    fails(docker("run", "--rm", "--network", "fixed", "--ip", "10.124.0.1", "busybox", "true"), 125, "no configured subnet contains")
    fails(docker("run", "--rm", "--ip", "172.31.0.9", "busybox", "true"), 125, "user defined networks only")
    fails(docker("run", "--rm", "--network", "app", "--ip", "172.30.0.9", "busybox", "true"), 125, "user configured subnets")
    fails(docker("network", "create", "--subnet", "10.123.9.0/24", "again"), 1, "pool overlaps")
    fails(docker("network", "create", "--subnet", "10.200.0.1/16", "again"), 1, "it should be 10.200.0.0/16")
    ok(docker("network", "rm", "fixed"))


def check_what_is_refused():
    for arguments, words in ((["--attachable"], "attachable"), (["-d", "ipvlan"], "ipvlan"), (["-d", "overlay"], "overlay"),
                             (["-d", "nosuchdriver"], "nosuchdriver"), (["-o", "strange=1"], "strange"),
                             (["--config-only"], "configuration-only"), (["--ipam-driver", "dhcp"], "dhcp"),
                             (["-d", "macvlan"], "parent"), (["--subnet", "10.1.0.0/16", "--subnet", "10.2.0.0/16"], "multiple subnets")):
        fails(docker("network", "create", *(arguments + ["refused"])), 1, words)
    fails(docker("network", "create", "bridge"), 1, "predefined")
    fails(docker("run", "--rm", "--network", "nosuchnetwork", "busybox", "true"), 125, "network nosuchnetwork not found")
    fails(docker("run", "--rm", "--network", "app", "--link", "web", "busybox", "true"), 125, "--link is not supported")
    fails(docker("run", "--rm", "--network-alias", "x", "busybox", "true"), 125, "only supported for user")
    equal(ok(docker("network", "ls", "-q", "--filter", "name=refused")), "")


def check_two_networks_at_once():
    ok(docker("network", "create", "back"))
    ok(docker("run", "-d", "--name", "both", "--network", "app", "--network", "back", "-p", "8081:80", "busybox", "httpd", "-f",
              "-h", "/www"))
    ok(docker("run", "-d", "--name", "behind", "--network", "back", "busybox", "sleep", "600"))
    equal(sorted(inspect("both", ".NetworkSettings.Networks")), ["app", "back"])
    equal(fetch("behind", "both").out, "friendly hello")
    equal(fetch("client", "both").out, "friendly hello")
    contains(lookup("behind", "web"), "failed")
    true(fetch("behind", address_of("web", "app")).code != 0, "networks are apart")
    contains(ok(docker("exec", "both", "ip", "-o", "addr")), "eth1")
    contains(ok(docker("port", "both")), "8081")
    equal(engine.in_network("wget", "-q", "-T", "2", "-O", "-", "http://127.0.0.1:8081/").stdout.strip()
          or engine.in_network("curl", "-s", "-m", "2", "http://127.0.0.1:8081/").stdout.strip(), "friendly hello")


def check_connect_and_disconnect():
    fails(docker("network", "connect", "app", "both"), 1, "already exists in network app")
    ok(docker("network", "connect", "--alias", "late", "app", "behind"))
    equal(fetch("behind", "web").out, "friendly hello")
    contains(lookup("client", "late", "-type=a"), address_of("behind", "app"))
    contains(ok(docker("network", "inspect", "app")), '"behind"')
    ok(docker("network", "disconnect", "app", "behind"))
    contains(lookup("behind", "web"), "failed")
    fails(docker("network", "disconnect", "app", "behind"), 1, "is not connected to")
    fails(docker("network", "connect", "nosuchnetwork", "behind"), 1, "network nosuchnetwork not found")
    fails(docker("network", "connect", "app", "nosuchbox"), 1, "No such container")
    # One of the default network gets a name server with its first network that has one.
    ok(docker("run", "-d", "--name", "plain", "busybox", "sleep", "600"))
    true("127.0.0.11" not in ok(docker("exec", "plain", "cat", "/etc/resolv.conf")), "the host's name servers")
    ok(docker("network", "connect", "app", "plain"))
    equal(fetch("plain", "web").out, "friendly hello")
    ok(docker("network", "disconnect", "app", "plain"))
    true("127.0.0.11" not in ok(docker("exec", "plain", "cat", "/etc/resolv.conf")), "as before")
    remove("plain")
    fails(docker("network", "rm", "app"), 1, "has active endpoints")


def check_stopped_containers():
    ok(docker("create", "--name", "later", "busybox", "sleep", "600"))
    ok(docker("network", "connect", "--alias", "afterwards", "app", "later"))
    ok(docker("network", "disconnect", "bridge", "later"))
    ok(docker("start", "later"))
    equal(sorted(inspect("later", ".NetworkSettings.Networks")), ["app"])
    contains(lookup("client", "afterwards", "-type=a"), address_of("later", "app"))
    ok(docker("stop", "-t", "0", "later"))
    contains(lookup("client", "afterwards", "-type=a"), "failed")
    ok(docker("network", "disconnect", "app", "later"))
    remove("later")


def check_shared_modes_stay():
    fails(docker("run", "--rm", "--network", "host", "--network", "app", "busybox", "true"), 125)
    ok(docker("run", "-d", "--name", "guest", "--network", "container:web", "busybox", "sleep", "600"))
    equal(fetch("guest", "127.0.0.1").out, "friendly hello")
    contains(lookup("guest", "client", "-type=a"), address_of("client", "app"))
    fails(docker("network", "connect", "back", "guest"), 1, "cannot be connected to any other network")
    remove("guest")
    equal(ok(docker("run", "--rm", "--network", "none", "busybox", "ls", "/sys/class/net")), "lo")
    ok(docker("run", "-d", "--name", "alone", "--network", "none", "busybox", "sleep", "600"))
    fails(docker("network", "connect", "app", "alone"), 1, "private (none) mode")
    remove("alone")


def check_internal():
    ok(docker("network", "create", "--internal", "vault"))
    ok(docker("run", "-d", "--name", "kept", "--network", "vault", "busybox", "httpd", "-f", "-h", "/www"))
    equal(ok(docker("run", "--rm", "--network", "vault", "busybox", "wget", "-q", "-O", "-", "http://kept/")), "friendly hello")
    true("default" not in ok(docker("exec", "kept", "ip", "route")), "no way out")
    contains(lookup("kept", "example.org"), "failed")
    remove("kept")
    ok(docker("network", "rm", "vault"))


def check_events():
    begin = str(time.time())
    ok(docker("network", "create", "seen"))
    ok(docker("run", "--rm", "--network", "seen", "busybox", "true"))
    ok(docker("network", "rm", "seen"))
    out = ok(docker("events", "--since", begin, "--until", str(time.time()), "--filter", "type=network", "--format",
                    "{{.Action}} {{.Actor.Attributes.name}} {{.Actor.Attributes.type}}"))
    equal(out.splitlines(), ["%s seen bridge" % action for action in ("create", "connect", "disconnect", "destroy")])


def check_users_have_their_own():
    ok(alice("network", "create", "mine"))
    ok(bob("network", "create", "mine"))
    identity = ok(alice("network", "inspect", "--format", "{{.Id}}", "mine"))
    true(identity != ok(bob("network", "inspect", "--format", "{{.Id}}", "mine")), "two of one name")
    for command in (["inspect", identity], ["rm", identity], ["connect", identity, "whatever"]):
        true(bob("network", *command).code != 0, command)
    fails(bob("run", "--rm", "--network", identity, "busybox", "true"), 125, "not found")
    fails(bob("network", "inspect", "app"), 1, "not found")
    fails(alice("network", "create", "--subnet", "8.8.8.0/24", "hijack"), 1, "not private")
    fails(alice("network", "create", "-d", "macvlan", "-o", "parent=lo", "--subnet", "10.77.0.0/24", "lan"), 1, "only root")
    fails(alice("network", "create", "-o", "com.docker.network.bridge.name=br-lan", "named"), 1, "only root")
    ok(alice("run", "-d", "--name", "hers", "busybox", "sleep", "600"))
    true("hers" in ok(alice("network", "inspect", "bridge")), "her own container")
    true("hers" not in ok(bob("network", "inspect", "bridge")), "not the others'")
    ok(alice("rm", "-f", "hers"))
    fails(docker("network", "rm", "mine"), 1, "several users")
    ok(alice("network", "rm", "mine"))
    ok(docker("network", "rm", "mine"))


def check_the_engine_dies():
    web, subnet = address_of("web", "app"), ok(docker("network", "inspect", "--format", "{{(index .IPAM.Config 0).Subnet}}", "app"))
    engine.stop(signal.SIGKILL)
    engine.start()
    equal(address_of("web", "app"), web)
    equal(ok(docker("network", "inspect", "--format", "{{(index .IPAM.Config 0).Subnet}}", "app")), subnet)
    true(apiclient.wait_until(lambda: fetch("client", "www").out == "friendly hello", 5), "names are back")
    equal(fetch("behind", "both").out, "friendly hello")
    ok(docker("network", "connect", "app", "behind"))
    equal(fetch("behind", "web").out, "friendly hello")
    ok(docker("network", "disconnect", "app", "behind"))


def check_the_engine_dies_while_networks_come_and_go():
    for moment in (0.0, 0.01, 0.03, 0.06, 0.1, 0.2):
        busy = [docker.begin("network", "create", "short"), docker.begin("network", "connect", "app", "behind"),
                docker.begin("run", "--rm", "--network", "app", "busybox", "true")]
        time.sleep(moment)
        engine.stop(signal.SIGKILL)
        for one in busy:
            one.communicate(timeout=30)
        engine.start()
        docker("network", "disconnect", "app", "behind")
        docker("network", "rm", "short")
        equal(fetch("behind", "both").out, "friendly hello", moment)
        equal(fetch("client", "web").out, "friendly hello", moment)
    wanted = 1 + len(ok(docker("network", "ls", "-q", "--filter", "type=custom")).split())
    true(apiclient.wait_until(lambda: len(bridges()) == wanted, 5), bridges())


def check_flushed_rules_come_back():
    engine.in_network("nft", "flush", "ruleset")
    begin = time.time()
    true(apiclient.wait_until(lambda: "table inet quayside" in engine.in_network("nft", "list", "ruleset").stdout, 1), "the table")
    true(time.time() - begin < 1.2, time.time() - begin)
    true(fetch("behind", address_of("web", "app")).code != 0, "networks are apart again")


def check_prune():
    ok(docker("network", "create", "--label", "keep=1", "unused"))
    ok(docker("network", "create", "empty"))
    out = ok(docker("network", "prune", "-f", "--filter", "label!=keep"))
    true("empty" in out and "unused" not in out and "app" not in out, out)
    true("unused" not in ok(docker("network", "prune", "-f", "--filter", "until=1h")), "too young")
    contains(ok(docker("network", "prune", "-f")), "unused")


def check_a_network_that_is_gone():
    ok(docker("network", "create", "passing"))
    ok(docker("create", "--name", "orphan", "--network", "passing", "busybox", "true"))
    ok(docker("network", "rm", "passing"))
    fails(docker("start", "orphan"), 1, "not found")
    ok(docker("network", "disconnect", "-f", "passing", "orphan"))
    remove("orphan")


def check_nothing_is_left():
    remove(*ok(docker("ps", "-aq")).split())
    ok(docker("network", "rm", *ok(docker("network", "ls", "-q", "--filter", "type=custom")).split()))
    true(apiclient.wait_until(lambda: len(bridges()) == 1, 3), bridges())
    links = engine.in_network("ip", "-o", "link", "show", "type", "veth")
    true(apiclient.wait_until(lambda: engine.in_network("ip", "-o", "link", "show", "type", "veth").stdout == "", 5), links.stdout)


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "networks", engine=LastingNetwork(sys.argv[1], "networks"),
                               users={"alice": 61001, "bob": 61002}))

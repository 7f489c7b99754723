#!/usr/bin/env python3
"""tst_compose.py ENGINE [--dockerd]: docker compose brings a real application up and down on our engine (or, to see
that the test is right, on a dockerd): three services from distribution packages, networks, a named volume, health
checks that are waited for, scaling, logs, exec. Nothing is left behind.

The image is made by our engine's own base image endpoint. Needs root, docker with compose, and a package mirror."""
import json
import os
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "../docker"))
import apiclient  # noqa: E402
import checks  # noqa: E402
import engines  # noqa: E402
from checks import contains, equal, ok, true  # noqa: E402

IMAGE = "shop/base:latest"
PACKAGES = ["python3-flask", "python3-redis", "python3-psycopg2", "redis-server", "postgresql"]
SHOP = os.path.join(here, "shop")


class Compose:
    """docker compose on one engine."""

    def __init__(self, engine):
        self.engine = engine
        self.docker = checks.Docker(engine)
        self.docker.env.update(SHOP_IMAGE=IMAGE, SHOP_PASSWORD="not-a-secret")

    def __call__(self, *arguments, seconds=180):
        return self.docker("compose", "--ansi", "never", "--file", SHOP + "/compose.yaml", *arguments, seconds=seconds)

    def visit(self, index=1):
        """What the web server of that number says, over its published port."""
        address = ok(self("port", "--index", str(index), "web", "5000"))
        port = address.rsplit(":", 1)[1]
        answer = self.engine.in_network("curl", "-sS", "--max-time", "20", "http://127.0.0.1:" + port + "/")
        true(answer.returncode == 0, "%s: %s" % (address, answer.stderr))
        return json.loads(answer.stdout)

    def states(self):
        lines = ok(self("ps", "--all", "--format", "json")).splitlines()
        return {one["Name"]: (one["State"], one["Health"]) for one in map(json.loads, lines)}


def make_image(binary):
    """Has an engine of ours make the image, and gives the path of its archive."""
    engine = engines.Quayside(binary, "compose-base", own_network=False)
    try:
        engine.start()
        answer = apiclient.request(engine.socket, "POST", "/quayside/images/base", {"packages": PACKAGES, "name": IMAGE},
                                   seconds=900)
        lines = [json.loads(line) for line in answer.body.splitlines() if line.strip()]
        errors = [line["error"] for line in lines if "error" in line]
        if errors:
            engines.skip("no base image could be made: " + errors[0][-300:])
        docker = checks.Docker(engine)
        path = "/var/tmp/qs-compose-%d.tar" % os.getpid()
        ok(docker("save", "-o", path, IMAGE, seconds=300))
        docker.remove()
        return path
    finally:
        engine.stop()
        engine.remove()


def run(compose, counted):
    docker = compose.docker

    def up_waits_until_all_are_healthy():
        ok(compose("up", "--detach", "--wait", "--wait-timeout", "150"))
        equal(compose.states(), {name: ("running", "healthy")
                                 for name in ("shop-cache-1", "shop-database-1", "shop-web-1")})

    def a_visit_reaches_both_stores():
        first = compose.visit()
        equal((first["visit"], first["kept"]), (1, 1))
        equal(compose.visit()["visit"], 2)

    def names_and_aliases_resolve():
        for name in ("database", "cache", "counter", "shop-cache-1"):
            true(ok(compose("exec", "--no-TTY", "web", "getent", "hosts", name)), name)

    def the_back_network_leads_nowhere_else():
        routes = ok(compose("exec", "--no-TTY", "cache", "cat", "/proc/net/route"))
        true(not any(line.split()[1] == "00000000" for line in routes.splitlines()[1:]), routes)

    def scaling_adds_servers_that_share_the_stores():
        ok(compose("up", "--detach", "--wait", "--wait-timeout", "150", "--scale", "web=3"))
        before = compose.visit(1)["visit"]
        seen = [compose.visit(index) for index in (1, 2, 3)]
        equal([one["visit"] for one in seen], [before + 1, before + 2, before + 3])
        equal(len({one["by"] for one in seen}), 3, "three hosts")
        ok(compose("up", "--detach", "--scale", "web=1"))
        equal(len([name for name in compose.states() if "web" in name]), 1)

    def logs_name_their_service():
        text = ok(compose("logs", "--no-color", "web", "database"))
        contains(text, "web-1")
        contains(text, "GET / HTTP/1.1")
        contains(text, "ready to accept connections")

    def exec_runs_in_the_service():
        equal(ok(compose("exec", "--no-TTY", "cache", "redis-cli", "ping")), "PONG")

    def a_restart_keeps_the_data():
        kept = compose.visit()["kept"]
        ok(compose("restart"))
        ok(compose("up", "--detach", "--wait", "--wait-timeout", "150"))
        equal(compose.visit()["kept"], kept + 1)

    def top_and_stop_and_start():
        contains(ok(compose("top", "cache")), "redis-server")
        ok(compose("stop", "web"))
        equal(compose.states()["shop-web-1"][0], "exited")
        ok(compose("start", "web"))

    def down_leaves_the_volume_and_up_finds_it():
        kept = compose.visit_when_ready()["kept"]
        ok(compose("down"))
        equal(ok(docker("ps", "--all", "--quiet")), "")
        equal(ok(docker("volume", "ls", "--quiet")), "shop_data")
        ok(compose("up", "--detach", "--wait", "--wait-timeout", "150"))
        equal(compose.visit()["kept"], kept + 1)

    def down_with_volumes_leaves_nothing():
        ok(compose("down", "--volumes", "--timeout", "5"))
        equal(ok(docker("ps", "--all", "--quiet")), "")
        equal(ok(docker("volume", "ls", "--quiet")), "")
        equal(sorted(ok(docker("network", "ls", "--format", "{{.Name}}")).split()), ["bridge", "host", "none"])

    def visit_when_ready():
        ok(compose("up", "--detach", "--wait", "--wait-timeout", "150"))
        return compose.visit()

    compose.visit_when_ready = visit_when_ready
    for check in (up_waits_until_all_are_healthy, a_visit_reaches_both_stores, names_and_aliases_resolve,
                  the_back_network_leads_nowhere_else, scaling_adds_servers_that_share_the_stores,
                  logs_name_their_service, exec_runs_in_the_service, a_restart_keeps_the_data, top_and_stop_and_start,
                  down_leaves_the_volume_and_up_finds_it, down_with_volumes_leaves_nothing):
        counted.run(check)


def main(binary, on_dockerd):
    if os.geteuid() != 0 or not shutil.which("docker") or not shutil.which("curl"):
        engines.skip("needs root, docker and curl")
    if subprocess.run(["docker", "compose", "version"], capture_output=True).returncode != 0:
        engines.skip("docker compose is not installed (package docker-compose)")
    archive = make_image(binary)
    engine = engines.Dockerd("compose-dockerd") if on_dockerd else engines.Quayside(binary, "compose")
    counted = checks.Checks()
    try:
        engine.start(60)
        compose = Compose(engine)
        ok(compose.docker("load", "-i", archive, seconds=300))
        run(compose, counted)
        if counted.failed:
            print(compose("ps", "--all"), compose("logs", "--no-color", "--tail", "30"), engine.tail(), sep="\n")
        compose("down", "--volumes", "--timeout", "1")
        compose.docker.remove()
    finally:
        os.unlink(archive)
        engine.stop()
        engine.remove()
    return counted.finish()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--dockerd" in sys.argv))

"""What starting a container costs: through the API against runc, with the docker command against dockerd."""
import http.client
import io
import json
import os
import shutil
import socket
import subprocess
import tarfile

import busyboximage
from disk import own_file_system
from figures import Figure, NotMeasured, interleaved, ms
from peer import docker, dockerd_beside
from quayside import IMAGE


class KeptConnection(http.client.HTTPConnection):
    """One connection for all requests, as an SDK keeps it."""

    def __init__(self, path):
        super().__init__("localhost", timeout=60)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)

    def call(self, method, target, body=None):
        headers = {"Content-Type": "application/json"} if body else {}
        self.request(method, target, json.dumps(body) if body else None, headers)
        answer = self.getresponse()
        text = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {target}: {answer.status} {text!r}")
        return json.loads(text) if text else None


class RuncBundle:
    """The same root file system as the image's, run by `runc run` with runc's own default configuration."""

    def __init__(self, folder):
        if not shutil.which("runc"):
            raise NotMeasured("runc is not installed")
        self.folder = folder + "/bundle"
        os.makedirs(self.folder + "/rootfs")
        tree = busyboximage.root_file_system(busyboximage.find_busybox())
        with tarfile.open(fileobj=io.BytesIO(tree)) as tar:
            tar.extractall(self.folder + "/rootfs", filter="fully_trusted")
        subprocess.run(["runc", "spec"], cwd=self.folder, check=True)
        with open(self.folder + "/config.json", encoding="utf-8") as file:
            config = json.load(file)
        config["process"].update(terminal=False, args=["true"])
        with open(self.folder + "/config.json", "w", encoding="utf-8") as file:
            json.dump(config, file)
        self.count = 0

    def run(self):
        self.count += 1
        subprocess.run(["runc", "run", f"quayside-bench-{os.getpid()}-{self.count}"], cwd=self.folder, check=True,
                       stdin=subprocess.DEVNULL)


def through_the_api(engine, rounds):
    """create + start + wait + remove of `true` on the bridge, as a ratio to `runc run`."""
    bundle, connection = RuncBundle(engine.folder), KeptConnection(engine.socket)

    def ours():
        ident = connection.call("POST", "/containers/create", {"Image": IMAGE, "Cmd": ["true"]})["Id"]
        connection.call("POST", f"/containers/{ident}/start")
        code = connection.call("POST", f"/containers/{ident}/wait")["StatusCode"]
        connection.call("DELETE", f"/containers/{ident}")
        if code != 0:
            raise RuntimeError(f"true ended with {code}")

    interleaved(2, ours, bundle.run)
    api, runc = interleaved(rounds, ours, bundle.run)
    connection.close()
    return [Figure("create, start, wait, remove through the API / runc run", api / runc, "x", 0.5,
                   detail=f"{ms(api)} / {ms(runc)}")]


def with_the_docker_command(engine, rounds):
    """`docker run --rm` of `true`, dockerd against ours."""
    with dockerd_beside(engine) as dockerd:
        acts = [lambda: docker(engine, "run", "--rm", IMAGE, "true"), lambda: docker(dockerd, "run", "--rm", IMAGE, "true"),
                lambda: docker(engine, "version")]
        interleaved(1, *acts)
        ours, theirs, client = interleaved(rounds, *acts)
    return [Figure("docker run --rm on dockerd / on ours", theirs / ours, "x", 6, at_most=False,
                   detail=f"{ms(theirs)} / {ms(ours)}; docker version alone {ms(client)}")]


def side_by_side(engine, count):
    """`count` times `docker run --rm` of `true`, all at once, dockerd against ours; and the docker command alone as
    often, the part that no engine can make shorter."""
    with dockerd_beside(engine) as dockerd:
        acts = [lambda: at_once(count, engine, "run", "--rm", IMAGE, "true"),
                lambda: at_once(count, dockerd, "run", "--rm", IMAGE, "true"),
                lambda: at_once(count, engine, "version")]
        interleaved(1, *acts)
        ours, theirs, client = interleaved(3, *acts)
    return [Figure(f"{count} docker run --rm at once on dockerd / on ours", theirs / ours, "x", 8, at_most=False,
                   detail=f"{theirs:.2f} s / {ours:.2f} s; {count} docker version alone {client:.2f} s")]


side_by_side.place = own_file_system


def at_once(count, where, *arguments):
    command = ["docker", "-H", "unix://" + where.socket, *arguments]
    running = [subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) for _ in range(count)]
    codes = [process.wait() for process in running]
    if any(codes):
        raise RuntimeError(f"{sum(map(bool, codes))} of {count} ended with {max(codes)}: {' '.join(arguments)}")

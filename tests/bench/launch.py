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
import engines
from figures import Figure, NotMeasured, interleaved, ms
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
    if not shutil.which("docker") or not shutil.which("dockerd"):
        raise NotMeasured("docker or dockerd is not installed")
    dockerd = engines.Dockerd("bench")
    try:
        dockerd.start(60)
        archive = engine.folder + "/image.tar"
        with open(archive, "wb") as file:
            file.write(busyboximage.docker_archive(
                busyboximage.root_file_system(busyboximage.find_busybox()), [IMAGE]))

        def docker(where, *arguments):
            subprocess.run(["docker", "-H", "unix://" + where.socket, *arguments], check=True,
                           stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

        docker(dockerd, "load", "-q", "-i", archive)
        acts = [lambda: docker(engine, "run", "--rm", IMAGE, "true"), lambda: docker(dockerd, "run", "--rm", IMAGE, "true"),
                lambda: docker(engine, "version")]
        interleaved(1, *acts)
        ours, theirs, client = interleaved(rounds, *acts)
    finally:
        dockerd.stop()
        dockerd.remove()
    return [Figure("docker run --rm on dockerd / on ours", theirs / ours, "x", 6, at_most=False,
                   detail=f"{ms(theirs)} / {ms(ours)}; docker version alone {ms(client)}")]

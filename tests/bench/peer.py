"""The dockerd that our engine is compared with, holding the same image, and the docker command pointed at either."""
import contextlib
import shutil
import subprocess

import busyboximage
import engines
from figures import NotMeasured
from quayside import IMAGE


def docker(where, *arguments, **streams):
    """Runs the docker command on the engine `where`; its output is thrown away unless `streams` says otherwise."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, **streams}
    return subprocess.run(["docker", "-H", "unix://" + where.socket, *arguments], check=True, **streams)


@contextlib.contextmanager
def dockerd_beside(engine):
    """A dockerd in a network namespace and folders of its own that has IMAGE as `engine` has it; gone at the end."""
    if not shutil.which("docker") or not shutil.which("dockerd"):
        raise NotMeasured("docker or dockerd is not installed")
    dockerd = engines.Dockerd("bench")
    try:
        dockerd.start(60)
        archive = engine.folder + "/image.tar"
        with open(archive, "wb") as file:
            file.write(busyboximage.docker_archive(
                busyboximage.root_file_system(busyboximage.find_busybox()), [IMAGE]))
        docker(dockerd, "load", "-q", "-i", archive)
        yield dockerd
    finally:
        dockerd.stop()
        dockerd.remove()

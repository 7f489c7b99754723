#!/usr/bin/env python3
"""Images of dockerd, podman, buildah, skopeo and umoci are pulled and loaded here, ours there: ids and digests are the same.
What is not installed is named and not checked.

  peers.py ENGINE [PART-OF-A-NAME ...]
"""

import atexit
import hashlib
import json
import os
import shutil
import subprocess
import sys

from checks import Docker, Failed, contains, equal, ok, run_on_one_engine, true
from fakeregistry import Server, digest_of
import apiclient
import busyboximage
import engines

PLACE = "127.0.0.1:5000"
INSECURE = "--tls-verify=false"

docker = engine = rootfs = None
registry = None


def here(*command, **named):
    """A peer's command in the engine's network, with its home below the engine's folder; gives its output."""
    home = {"HOME": engine.folder, "XDG_RUNTIME_DIR": engine.folder, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["nsenter", "--net=/proc/%d/ns/net" % engine.process.pid, *command], env=home, timeout=120,
                          stdin=subprocess.DEVNULL, capture_output=True, **named)
    if done.returncode != 0:
        raise Failed("%s: %s" % (" ".join(command), (done.stdout + done.stderr).decode(errors="replace")[-800:]))
    return done.stdout.decode().strip()


def missing(*programs):
    absent = [program for program in programs if not shutil.which(program)]
    if absent:
        print("not checked: %s: not installed" % ", ".join(absent))
    return bool(absent)


def at(repository):
    return "%s/%s:1" % (PLACE, repository)


def there(repository):
    return "docker://" + at(repository)


def skopeo(*arguments):
    return here("skopeo", "--insecure-policy", *arguments)


def store(program, *arguments):
    """podman or buildah, with images of its own."""
    folder = "%s/%s" % (engine.folder, program)
    return here(program, "--root", folder, "--runroot", folder + "-run", "--storage-driver", "overlay", *arguments)


def written(name, text):
    with open("%s/%s" % (engine.folder, name), "w") as file:
        file.write(text)
    return file.name


def begin():
    """docker-registry, and in it an image of ours: busybox below a layer that was made here."""
    global registry
    for program in ("docker-registry", "skopeo"):
        if not shutil.which(program):
            engine.stop()
            engine.remove()
            engines.skip("%s is not installed" % program)
    settings = written("registry.yml", "version: 0.1\nstorage: {filesystem: {rootdirectory: %s/registry}}\nhttp: {addr: %s}\n" %
                       (engine.folder, PLACE))
    with open(engine.folder + "/registry.log", "w") as log:
        registry = subprocess.Popen(["nsenter", "--net=/proc/%d/ns/net" % engine.process.pid, "docker-registry", "serve",
                                     settings], stdout=log, stderr=log)
    atexit.register(registry.terminate)
    grown("busybox", at("ours"), "ours")
    true(apiclient.wait_until(lambda: docker("push", at("ours")).code == 0, 20), "docker-registry is up")


def grown(base, name, text, command=None):
    """`base` and a layer with /made-by, in the engine or in another that `command` speaks to."""
    command = command or docker
    ok(command("create", "--name", "growing", base, "true"))
    ok(command("cp", written("made-by", text), "growing:/made-by"))
    ok(command("commit", "growing", name))
    ok(command("rm", "growing"))


def identity(name, command=None):
    return ok((command or docker)("image", "inspect", "--format", "{{.Id}}", name))


def pulled(repository, text):
    """From the registry: the id and the digest are those that skopeo finds there, and it runs."""
    ok(docker("pull", at(repository)))
    raw = skopeo("inspect", INSECURE, "--raw", there(repository))
    equal(identity(at(repository)), json.loads(raw)["config"]["digest"], repository)
    digest = skopeo("inspect", INSECURE, "--format", "{{.Digest}}", there(repository))
    contains(ok(docker("image", "inspect", "--format", "{{.RepoDigests}}", at(repository))), "%s/%s@%s" % (PLACE, repository, digest))
    equal(ok(docker("run", "--rm", at(repository), "cat", "/made-by")), text, repository)
    # And back, as it came.
    ok(docker("tag", at(repository), at(repository + "-again")))
    ok(docker("push", at(repository + "-again")))
    equal(skopeo("inspect", INSECURE, "--raw", there(repository + "-again")), raw, "byte for byte")
    ident = identity(at(repository))
    ok(docker("rmi", at(repository), at(repository + "-again")))
    return ident


def loaded(archive, text):
    """From an archive: the id."""
    out = ok(docker("load", "-i", archive))
    name = out.split(": ", 1)[1].splitlines()[0]
    equal(ok(docker("run", "--rm", name, "cat", "/made-by")), text, archive)
    ident = identity(name)
    ok(docker("rmi", "-f", ident))
    return ident


def check_skopeo():
    raw = json.loads(skopeo("inspect", INSECURE, "--raw", there("ours")))
    equal(raw["config"]["digest"], identity(at("ours")))
    plain = engine.folder + "/plain"
    skopeo("copy", "--src-tls-verify=false", "--dest-decompress", there("ours"), "dir:" + plain)
    skopeo("copy", "--dest-tls-verify=false", "--format", "v2s2", "dir:" + plain, there("skopeo"))
    pulled("skopeo", "ours")


def check_oci_layouts_are_valid():
    layout = engine.folder + "/layout"
    skopeo("copy", "--src-tls-verify=false", there("ours"), "oci:%s:1" % layout)
    if not missing("oci-image-tool"):
        here("oci-image-tool", "validate", "--type", "image", "--ref", "name=1", layout)
    ok(docker("save", "-o", engine.folder + "/saved.tar", at("ours")))
    saved = engine.folder + "/saved"
    os.mkdir(saved)
    here("tar", "-C", saved, "-xf", engine.folder + "/saved.tar")
    with open(saved + "/index.json") as file:
        index = json.load(file)
    for descriptor in index["manifests"]:
        right_blobs(saved, descriptor)
    if not missing("oci-image-tool"):
        here("oci-image-tool", "validate", "--type", "image", "--ref", "name=1", saved)
    copied = engine.folder + "/copied"
    skopeo("copy", "oci:" + saved, "oci:%s:1" % copied)
    equal(json.loads(skopeo("inspect", "--raw", "oci:%s:1" % copied))["config"]["digest"], identity(at("ours")))


def right_blobs(folder, descriptor):
    """A descriptor's blob, and those that it leads to, are what their digests and sizes say."""
    with open("%s/blobs/sha256/%s" % (folder, descriptor["digest"][7:]), "rb") as file:
        data = file.read()
    equal("sha256:" + hashlib.sha256(data).hexdigest(), descriptor["digest"])
    equal(len(data), descriptor["size"])
    if "manifest" in descriptor["mediaType"] or "index" in descriptor["mediaType"]:
        document = json.loads(data)
        for next_one in document.get("manifests", []) + document.get("layers", []) + [document.get("config")]:
            if next_one:
                right_blobs(folder, next_one)


def check_umoci():
    if missing("umoci"):
        return
    layout = engine.folder + "/umoci"
    skopeo("copy", "--src-tls-verify=false", there("ours"), "oci:%s:1" % layout)
    here("umoci", "insert", "--image", layout + ":1", written("by-umoci", "umoci"), "/made-by")
    here("umoci", "gc", "--layout", layout)
    skopeo("copy", "--dest-tls-verify=false", "oci:%s:1" % layout, there("umoci"))
    ident = pulled("umoci", "umoci")
    here("umoci", "tag", "--image", layout + ":1", "umoci")
    here("umoci", "rm", "--image", layout + ":1")
    archive = engine.folder + "/umoci.tar"
    here("tar", "-C", layout, "-cf", archive, ".")
    equal(loaded(archive, "umoci"), ident)


def check_podman():
    if missing("podman"):
        return
    equal("sha256:" + store("podman", "pull", "-q", INSECURE, at("ours"))[-64:], identity(at("ours")))
    store("podman", "create", "--name", "growing", at("ours"), "true")
    store("podman", "cp", written("by-podman", "podman"), "growing:/made-by")
    store("podman", "commit", "-q", "growing", at("podman"))
    store("podman", "rm", "growing")
    for form in ("gzip", "zstd"):
        store("podman", "push", "-q", INSECURE, "--compression-format", form, "--force-compression", at("podman"),
              at("podman-" + form))
        layers = json.loads(skopeo("inspect", INSECURE, "--raw", there("podman-" + form)))["layers"]
        true(all(layer["mediaType"].endswith(form) for layer in layers), layers)
        pulled("podman-" + form, "podman")
    mine = store("podman", "image", "inspect", "--format", "{{.Id}}", at("podman"))
    for form in ("docker-archive", "oci-archive"):
        archive = "%s/podman-%s.tar" % (engine.folder, form)
        store("podman", "save", "-q", "--format", form, "-o", archive, at("podman"))
        ident = loaded(archive, "podman")
        true(form == "docker-archive" or ident == "sha256:" + mine, "the same id by way of %s" % form)
    ok(docker("save", "-o", engine.folder + "/for-podman.tar", at("ours")))
    contains(store("podman", "load", "-q", "-i", engine.folder + "/for-podman.tar"), at("ours"))
    equal("sha256:" + store("podman", "image", "inspect", "--format", "{{.Id}}", at("ours")), identity(at("ours")))


def check_buildah():
    if missing("buildah"):
        return
    container = store("buildah", "from", "--pull-always", INSECURE, at("ours"))
    store("buildah", "copy", container, written("by-buildah", "buildah"), "/made-by")
    for form in ("oci", "docker"):
        store("buildah", "commit", "--quiet", "--format", form, container, at("buildah-" + form))
        store("buildah", "push", "--quiet", INSECURE, at("buildah-" + form))
        mine = store("buildah", "images", "--no-trunc", "--quiet", at("buildah-" + form))
        equal(pulled("buildah-" + form, "buildah"), mine, form)


class DockerdInside(engines.Dockerd):
    """In the engine's network, without networks of its own."""

    def __init__(self):
        super().__init__("peers")
        self.own_network = False

    def command(self):
        return ["nsenter", "--net=/proc/%d/ns/net" % engine.process.pid, *super().command(), "--bridge", "none",
                "--iptables=false", "--ip6tables=false"]


def check_dockerd():
    if missing("dockerd"):
        return
    other = DockerdInside()
    command = Docker(other)
    try:
        other.start(60)
        ok(command("pull", at("ours")))
        equal(identity(at("ours"), command), identity(at("ours")))
        grown(at("ours"), at("dockerd"), "dockerd", command)
        ok(command("push", at("dockerd")))
        theirs = identity(at("dockerd"), command)
        equal(pulled("dockerd", "dockerd"), theirs)
        ok(command("save", "-o", engine.folder + "/dockerd.tar", at("dockerd")))
        equal(loaded(engine.folder + "/dockerd.tar", "dockerd"), theirs)
        ok(docker("save", "-o", engine.folder + "/for-dockerd.tar", at("ours")))
        ok(command("rmi", at("ours")))
        ok(command("load", "-i", engine.folder + "/for-dockerd.tar"))
        equal(identity(at("ours"), command), identity(at("ours")))
    finally:
        command.remove()
        other.stop()
        other.remove()


def check_layers_that_are_not_compressed():
    fake = Server(engine.process.pid)
    try:
        with open(rootfs, "rb") as file:
            layers = [file.read(), busyboximage.archive_of({"made-by": b"hand"})]
        config = json.dumps({"architecture": "amd64", "os": "linux", "config": {"Cmd": ["sh"]},
                             "rootfs": {"type": "layers", "diff_ids": [digest_of(layer) for layer in layers]}}).encode()
        kinds = ["image.config.v1+json"] + ["image.layer.v1.tar"] * 2
        described = [{"mediaType": "application/vnd.oci." + kind, "size": len(blob), "digest": digest_of(blob)}
                     for kind, blob in zip(kinds, [config] + layers)]
        manifest = json.dumps({"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
                               "config": described[0], "layers": described[1:]}).encode()
        fake.blobs.update({digest_of(blob): blob for blob in [config] + layers})
        fake.manifests["plain", "1"] = "application/vnd.oci.image.manifest.v1+json", manifest
        ok(docker("pull", fake.place + "/plain:1"))
        equal(identity(fake.place + "/plain:1"), digest_of(config))
        ok(docker("tag", fake.place + "/plain:1", at("plain")))
        ok(docker("rmi", fake.place + "/plain:1"))
        ok(docker("push", at("plain")))
        equal(skopeo("inspect", INSECURE, "--format", "{{.Digest}}", there("plain")), digest_of(manifest))
        pulled("plain", "hand")
    finally:
        fake.end()


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "peers", ready=begin))

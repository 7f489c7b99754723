"""What an image is: the files that its layers make together, and what its configuration says."""

import hashlib
import json
import os
import stat
import tarfile

KINDS = {tarfile.REGTYPE: "file", tarfile.AREGTYPE: "file", tarfile.CONTTYPE: "file", tarfile.DIRTYPE: "folder",
         tarfile.SYMTYPE: "link", tarfile.CHRTYPE: "character device", tarfile.BLKTYPE: "block device", tarfile.FIFOTYPE: "FIFO"}

# What a builder decides about an image, under `config` of its document; the rest is about containers, or old.
CONFIG = ("Env", "Cmd", "Entrypoint", "User", "WorkingDir", "ExposedPorts", "Volumes", "Labels", "StopSignal", "Healthcheck",
          "Shell", "OnBuild")


class Image:
    """Read from what `docker save` or `buildah push docker-archive:` wrote."""

    layers = {}  # of all images: what a layer holds, by its digest
    texts = {}  # how short files are, by the digest of their content: for people

    def __init__(self, archive):
        with tarfile.open(archive) as tar:
            manifest = json.load(tar.extractfile("manifest.json"))[0]
            self.document = json.load(tar.extractfile(manifest["Config"]))
            self.tree = {}
            for name, digest in zip(manifest["Layers"], self.document["rootfs"]["diff_ids"]):
                if digest not in self.layers:
                    member = tar.getmember(name)
                    while member.issym():  # an older docker names a layer that is there twice once
                        member = tar.getmember(os.path.normpath(os.path.join(os.path.dirname(member.name), member.linkname)))
                    self.layers[digest] = list(_entries(tar.extractfile(member)))
                _apply(self.tree, self.layers[digest])

    def config(self):
        found = self.document.get("config") or {}
        said = {name: found[name] for name in CONFIG if found.get(name)}
        if said.get("WorkingDir") == "/":  # what none means
            del said["WorkingDir"]
        for name in ("architecture", "os", "author"):
            if self.document.get(name):
                said[name] = self.document[name]
        return said


def _entries(stream):
    """(path, facts) of a layer, in its order; a hard link has ("hard link", its path)."""
    with tarfile.open(fileobj=stream, mode="r|*") as layer:
        for entry in layer:
            path = os.path.normpath("/" + entry.name).lstrip("/")
            if entry.islnk():
                yield path, ("hard link", os.path.normpath("/" + entry.linkname).lstrip("/"))
                continue
            facts = {"kind": KINDS[entry.type], "mode": "%04o" % stat.S_IMODE(entry.mode), "owner": (entry.uid, entry.gid)}
            if entry.issym():
                facts["target"] = entry.linkname
                del facts["mode"]  # links have none
            elif entry.isreg():
                facts["content"] = _digest(layer.extractfile(entry))
            elif entry.ischr() or entry.isblk():
                facts["numbers"] = (entry.devmajor, entry.devminor)
            attributes = {name[len("SCHILY.xattr."):]: value for name, value in entry.pax_headers.items()
                          if name.startswith("SCHILY.xattr.")}
            if attributes:
                facts["attributes"] = attributes
            yield path, facts


def _digest(file):
    hashed, first = hashlib.sha256(), b""
    while piece := file.read(1 << 20):
        first = first or piece
        hashed.update(piece)
    if len(first) <= 1500:
        Image.texts[hashed.hexdigest()] = first.decode(errors="replace")
    return hashed.hexdigest()


def _apply(tree, entries):
    """A layer upon those below it: whiteouts of the OCI image specification."""
    children = {}
    for path in tree:
        children.setdefault(os.path.dirname(path), set()).add(path)
    fresh = set()

    def remove(path):
        for child in list(children.get(path, ())):
            if child != path:
                remove(child)
        tree.pop(path, None)
        children.get(os.path.dirname(path), set()).discard(path)

    for path, facts in entries:
        folder, name = os.path.split(path)
        if name == ".wh..wh..opq":
            for child in list(children.get(folder, ())):
                if child not in fresh and child != folder:
                    remove(child)
            continue
        if name.startswith(".wh."):
            remove(os.path.join(folder, name[4:]))
            continue
        if isinstance(facts, tuple):
            facts = tree[facts[1]]
        if facts["kind"] != "folder" and tree.get(path, {}).get("kind") == "folder":
            remove(path)
        tree[path] = facts
        if path:
            children.setdefault(folder, set()).add(path)
        fresh.add(path)

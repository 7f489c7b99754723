"""Makes image archives from the machine's own static busybox, so that tests need no registry."""

import hashlib
import io
import json
import os
import subprocess
import tarfile

CONFIG = {
    "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    "Cmd": ["sh"],
    "Labels": {"purpose": "test"},
}


def find_busybox():
    """The path of a static busybox, or None."""
    for path in ("/bin/busybox", "/usr/bin/busybox", "/usr/bin/busybox.static"):
        if os.access(path, os.X_OK):
            told = subprocess.run(["ldd", path], capture_output=True, text=True)
            if told.returncode != 0 or "not a dynamic" in told.stdout + told.stderr:
                return path
    return None


def _entry(name, kind=tarfile.REGTYPE, mode=0o755, size=0, link=""):
    entry = tarfile.TarInfo(name)
    entry.type, entry.mode, entry.size, entry.linkname, entry.mtime = kind, mode, size, link, 1700000000
    return entry


def root_file_system(busybox):
    """A tar of a small root: busybox with its applets, users root, daemon and app."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for folder in ("bin", "etc", "dev", "proc", "sys", "root", "home", "home/app", "var", "usr", "usr/bin", "www"):
            tar.addfile(_entry(folder, tarfile.DIRTYPE))
        tar.addfile(_entry("tmp", tarfile.DIRTYPE, 0o1777))
        with open(busybox, "rb") as program:
            content = program.read()
        tar.addfile(_entry("bin/busybox", size=len(content)), io.BytesIO(content))
        for applet in subprocess.check_output([busybox, "--list"], text=True).split():
            if applet != "busybox":
                tar.addfile(_entry("bin/" + applet, tarfile.SYMTYPE, link="busybox"))
        for name, text in {
            "etc/passwd": "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/:/bin/false\n"
                          "app:x:1000:1000:app:/home/app:/bin/sh\n",
            "etc/group": "root:x:0:\ndaemon:x:1:\napp:x:1000:\nstaff:x:50:app\n",
            "etc/notexecutable": "not a program\n",
            "www/index.html": "friendly hello\n",
        }.items():
            data = text.encode()
            tar.addfile(_entry(name, mode=0o644, size=len(data)), io.BytesIO(data))
    return out.getvalue()


def docker_archive(layer, names, config=None):
    """What `docker save` writes, for one image of one layer."""
    return docker_archive_of([layer], names, config)


def docker_archive_of(layers, names, config=None):
    """The same of several layers, bottom first."""
    digests = [hashlib.sha256(layer).hexdigest() for layer in layers]
    document = json.dumps({
        "architecture": "amd64", "os": "linux", "created": "2024-01-01T00:00:00Z",
        "config": CONFIG if config is None else config,
        "rootfs": {"type": "layers", "diff_ids": ["sha256:" + digest for digest in digests]},
        "history": [{"created": "2024-01-01T00:00:00Z", "created_by": "ADD busybox / # test"} for _ in layers] +
                   [{"created": "2024-01-01T00:00:00Z", "created_by": "CMD [\"sh\"]", "empty_layer": True}],
    }).encode()
    config_name = hashlib.sha256(document).hexdigest() + ".json"
    manifest = [{"Config": config_name, "RepoTags": names, "Layers": [digest + "/layer.tar" for digest in digests]}]
    files = {digest + "/layer.tar": layer for digest, layer in zip(digests, layers)}
    return archive_of(dict(files, **{config_name: document, "manifest.json": json.dumps(manifest).encode()}))


def archive_of(files):
    """A tar of the given {name: bytes}."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in files.items():
            tar.addfile(_entry(name, mode=0o644, size=len(data)), io.BytesIO(data))
    return out.getvalue()

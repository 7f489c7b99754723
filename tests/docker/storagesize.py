#!/usr/bin/env python3
"""--storage-opt size: on a loop file system with project quotas, and refused on one without.

  storagesize.py ENGINE [PART-OF-A-NAME ...]
"""

import json
import os
import shutil
import signal
import subprocess
import sys

from checks import Docker, contains, equal, fails, ok, run_on_one_engine, true
import apiclient
import engines

docker = engine = None


def make_file_system(image, megabytes, *options):
    with open(image, "wb") as file:
        file.truncate(megabytes << 20)
    subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", *options, image], check=True)


def mount(image, folder, options):
    os.makedirs(folder, exist_ok=True)
    return subprocess.run(["mount", "-o", "loop" + options, image, folder], capture_output=True, text=True)


def write(megabytes):
    return "dd if=/dev/zero of=/file bs=1M count=%d 2>&1; ls -l /file | awk '{print $5}'" % megabytes


def limits():
    """Projects with a limit, from the file system's own report: {number: limit in KiB}."""
    told = subprocess.run([sys.executable, os.path.join(os.path.dirname(os.path.abspath(__file__)), "projectlimits.py"), engine.root],
                          capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def check_a_container_is_held_to_its_size():
    out = docker("run", "--name", "small", "--storage-opt", "size=10m", "busybox", "sh", "-c", write(20)).out
    contains(out, "No space left on device" if "No space" in out else "Disk quota exceeded")
    size = int(out.split()[-1])
    true(8 << 20 < size <= 10 << 20, size)
    equal(ok(docker("inspect", "--format", "{{.HostConfig.StorageOpt.size}}", "small")), "10m")
    contains(ok(docker("run", "--rm", "--storage-opt", "size=30m", "busybox", "sh", "-c", write(20))), "\n%d" % (20 << 20))
    contains(ok(docker("run", "--rm", "busybox", "sh", "-c", write(20))), "\n%d" % (20 << 20))


def check_what_is_copied_up_or_in_counts():
    ok(docker("create", "--name", "filled", "--storage-opt", "size=10m", "busybox", "true"))
    big = engine.folder + "/big"
    with open(big, "wb") as file:
        file.write(os.urandom(20 << 20))
    true(docker("cp", big, "filled:/big").code != 0, "docker cp is held to it too")
    ok(docker("rm", "filled"))


def check_it_cannot_be_lifted_from_inside():
    script = "rm -f /file; chattr -p 0 / 2>&1; chattr -P / 2>&1; " + write(20)
    out = docker("run", "--rm", "--cap-add", "SYS_ADMIN", "--security-opt", "seccomp=unconfined", "--storage-opt", "size=10m", "busybox",
                 "sh", "-c", script).out
    true(int(out.split()[-1]) <= 10 << 20, out)


def check_a_new_engine_goes_on():
    before = limits()
    equal(len(before), 1, "the small one's: %s" % before)
    engine.stop(signal.SIGKILL)
    engine.start()
    equal(limits(), before)
    out = docker("start", "-a", "small").out
    true(int(out.split()[-1]) <= 10 << 20, out)


def check_projects_are_free_again():
    for _ in range(5):
        ok(docker("run", "--rm", "--storage-opt", "size=10m", "busybox", "true"))
    ok(docker("rm", "small"))
    true(apiclient.wait_until(lambda: limits() == {}, 10), limits())


def check_a_create_that_is_cut_short_leaves_nothing():
    for _ in range(8):
        creating = docker.begin("create", "--storage-opt", "size=10m", "busybox", "true")
        engine.stop(signal.SIGKILL)
        creating.communicate(timeout=30)
        engine.start()
        ids = ok(docker("ps", "-aq")).split()
        if ids:
            ok(docker("rm", *ids))
        equal(limits(), {})


def check_nonsense_is_refused():
    for option, words in (("size=nothing", "invalid size"), ("size=1k", "from 1m"), ("basesize=1g", "unknown option")):
        fails(docker("create", "--storage-opt", option, "busybox"), 1, words)


def check_where_there_are_no_quotas():
    plain = engines.Quayside(sys.argv[1], "noquota")
    make_file_system(engine.folder + "/plain", 64)
    mount(engine.folder + "/plain", plain.root, "")
    client = Docker(plain)
    try:
        plain.start()
        ok(client("load", "-i", engine.folder + "/busybox.tar"))
        done = client("create", "--storage-opt", "size=1g", "busybox")
        fails(done, 1, "ext4", "tune2fs -O project,quota", "prjquota")
        equal(ok(client("ps", "-aq")), "")
    finally:
        plain.stop()
        client.remove()
        plain.remove()


def main():
    if os.geteuid() != 0:
        engines.skip("starting an engine needs root")
    if not shutil.which("mkfs.ext4"):
        engines.skip("mkfs.ext4 is not installed (package e2fsprogs)")
    own = engines.Quayside(sys.argv[1], "storagesize")
    make_file_system(own.folder + "/disk", 256, "-O", "project,quota", "-E", "quotatype=prjquota")
    if mount(own.folder + "/disk", own.root, ",prjquota").returncode != 0:
        print("this kernel has no quotas for ext4 (CONFIG_QFMT_V2): only what is refused is checked")
        sys.argv[2:] = ["where_there_are_no_quotas"]
    return run_on_one_engine(globals(), "storagesize", engine=own)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""A container's files through the docker command: cp, diff, export, commit, of running and of stopped containers.

  files.py ENGINE [--dockerd] [PART-OF-A-NAME ...]

--dockerd: the same checks on a dockerd, to see that they ask for what it does (those of our own limits are left out).
"""

import base64
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import time
import urllib.parse

from checks import contains, equal, fails, ok, run_on_one_engine, true
import apiclient

docker = engine = folder = None
ON_DOCKERD = "--dockerd" in sys.argv
MAKE = """
mkdir -p /d/sub; echo hi > /d/f; ln /d/f /d/hard; mkfifo /d/fifo; chmod 4755 /d/f; chown 1000:50 /d/sub
ln -s /d /dlink; ln -s /d/f /abs; ln -s /nowhere /dangling
echo ready; exec sleep 600
"""


def running(name, script=MAKE, *options):
    ok(docker("run", "-d", "--name", name, *options, "busybox", "sh", "-c", script))
    for _ in range(200):
        if "ready" in docker("logs", name).out:
            return name
        time.sleep(0.02)
    raise RuntimeError(name + " does not get ready")


def sh(name, script):
    return ok(docker("exec", name, "sh", "-c", script))


def path(name):
    return os.path.join(folder, name)


def write(name, content=b"x", mode=0o644):
    os.makedirs(os.path.dirname(path(name)), exist_ok=True)
    with open(path(name), "wb") as file:
        file.write(content)
    os.chmod(path(name), mode)
    return path(name)


def archive(method, container, where, body=None, **query):
    target = "/containers/%s/archive?%s" % (container, urllib.parse.urlencode({"path": where, **query}))
    return apiclient.request(engine.socket, method, target, body, {"Content-Type": "application/x-tar"})


def message(answer):
    return json.loads(answer.body)["message"]


def stat(container, where):
    answer = archive("HEAD", container, where)
    headers = {name.lower(): value for name, value in dict(answer.headers).items()}
    return json.loads(base64.b64decode(headers["x-docker-container-path-stat"]))


def members(data):
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        return {member.name: member for member in tar.getmembers()}


def tar_of(*entries):
    """A tar of (name, keywords of TarInfo) with `data` for files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, fields in entries:
            info, data = tarfile.TarInfo(name), fields.pop("data", b"")
            info.size = len(data)
            for key, value in fields.items():
                setattr(info, key, value)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def check_copy_in_and_out():
    running("files")
    write("in/a/file", b"one")
    os.symlink("file", path("in/a/link"))
    os.link(path("in/a/file"), path("in/a/same"))
    os.chown(path("in/a/file"), 1234, 1235)
    os.chmod(path("in/a/file"), 0o4750)
    ok(docker("cp", path("in/a"), "files:/new"))
    equal(sh("files", "cd /new; stat -c '%a %u:%g %h' file; readlink link; cat same"), "4750 1234:1235 2\nfile\none")
    ok(docker("cp", path("in/a/file"), "files:/tmp/renamed"))
    ok(docker("cp", path("in/a/file"), "files:/dlink/"))
    equal(sh("files", "cat /tmp/renamed /d/file"), "oneone")
    ok(docker("cp", "files:/new", path("out")))
    equal(os.stat(path("out/file")).st_mode & 0o7777, 0o4750)
    equal(os.readlink(path("out/link")), "file")
    ok(docker("cp", "files:/d/.", path("dot")))
    equal(sorted(os.listdir(path("dot"))), ["f", "fifo", "file", "hard", "sub"])
    ok(docker("cp", "-L", "files:/abs", path("followed")))
    equal(open(path("followed")).read(), "hi\n")
    ok(docker("cp", "files:/abs", path("linked")))
    equal(os.readlink(path("linked")), "/d/f")


def check_through_stdin_and_stdout():
    data = docker("cp", "files:/d", "-").raw
    found = members(data)
    equal(sorted(found), ["d", "d/f", "d/fifo", "d/file", "d/hard", "d/sub"])
    equal((found["d/f"].mode, found["d/hard"].linkname, found["d/sub"].uid, found["d/sub"].gid), (0o4755, "d/f", 1000, 50))
    true(found["d/fifo"].isfifo(), "a FIFO is one")
    ok(docker("cp", "-", "files:/tmp", stdin=tar_of(("./deep/er/file", {"data": b"piped"}))))
    equal(sh("files", "cat /tmp/deep/er/file"), "piped")
    fails(docker("cp", "files:/nope", "-"), 1, "Could not find the file /nope in container files")
    fails(docker("cp", path("in/a"), "files:/no/where"), 1, "Could not find the file /no in container files"
          if not ON_DOCKERD else "could not find the file")


def check_stat():
    equal([stat("files", p)["name"] for p in ("/", "/d", "/d/", "/d/.", "d/f")], ["/", "d", "d", ".", "f"])
    equal(stat("files", "/abs")["linkTarget"], "/d/f")
    equal(stat("files", "/dangling")["linkTarget"], "/nowhere")
    equal(stat("files", "/dlink")["mode"] >> 27 & 1, 1, "a link")
    equal(stat("files", "/dlink/")["mode"] >> 31, 1, "what it leads to")
    equal(stat("files", "/d/f")["mode"], 0o755 | 1 << 23, "setuid, in Go's bits")
    equal(stat("files", "/d/f")["size"], 3)
    equal(archive("HEAD", "files", "/nope").status, 404)
    equal(archive("HEAD", "nobody", "/").status, 404)
    equal(archive("GET", "files", "").status, 400)


def check_what_is_in_the_way():
    sh("files", "mkdir -p /way/dir; echo x > /way/file; ln -s /etc /way/link")
    put = tar_of(("dir", {"data": b"now a file"}))
    refused = archive("PUT", "files", "/way", put, noOverwriteDirNonDir="1")
    true(refused.status >= 400, refused.status)
    contains(message(refused), "cannot overwrite directory")
    equal(archive("PUT", "files", "/way", put).status, 200)
    equal(sh("files", "cat /way/dir"), "now a file")
    refused = archive("PUT", "files", "/way", tar_of(("file", {"type": tarfile.DIRTYPE})), noOverwriteDirNonDir="true")
    contains(message(refused), "cannot overwrite non-directory")
    equal(archive("PUT", "files", "/way", tar_of(("link", {"data": b"mine"}))).status, 200)
    equal(sh("files", "cat /way/link; test -f /etc/passwd && test ! -L /way/link && echo kept"), "minekept")
    contains(message(archive("PUT", "files", "/way/file", put)), "extraction point is not a directory")
    equal(archive("PUT", "files", "/missing", put).status, 404)


def check_what_leads_out_is_refused():
    for entry in (("../out", {"data": b"x"}), ("hard", {"type": tarfile.LNKTYPE, "linkname": "../../etc/passwd"}),
                  ("dev", {"type": tarfile.CHRTYPE, "devmajor": 1, "devminor": 3})):
        answer = archive("PUT", "files", "/tmp", tar_of(entry))
        true(ON_DOCKERD or answer.status == 400, (entry, answer.status, answer.body))
    for junk in (b"\1" * 700, tar_of(("a", {"data": b"x" * 2000}))[:900]):
        true(archive("PUT", "files", "/tmp", junk).status >= 400, "no tar")
    equal(archive("PUT", "files", "/tmp", b"").status, 200, "an empty body is an empty archive")
    # A link that the archive brings is followed inside the container only.
    host = write("untouched/file", b"host's")
    through = tar_of(("way", {"type": tarfile.SYMTYPE, "linkname": path("untouched")}), ("way/file", {"data": b"x"}))
    archive("PUT", "files", "/tmp", through)
    equal(open(host, "rb").read(), b"host's")
    equal(sorted(os.listdir(path("untouched"))), ["file"])


def check_owners():
    ok(docker("run", "-d", "--name", "owned", "--user", "app", "busybox", "sleep", "600"))
    body = tar_of(("f", {"data": b"x", "uid": 77, "gid": 78}))
    equal(archive("PUT", "owned", "/tmp", body).status, 200)
    equal(sh("owned", "stat -c %u:%g /tmp/f"), "77:78")
    if ON_DOCKERD:  # it looks the user up on the host
        return
    equal(archive("PUT", "owned", "/tmp", body, copyUIDGID="1").status, 200)
    equal(sh("owned", "stat -c %u:%g /tmp/f"), "1000:1000", "the user of the container's own passwd")
    strange = tar_of(("f", {"data": b"x", "uid": 1234567, "gid": 78}))
    equal(archive("PUT", "files", "/tmp", strange).status, 200)
    equal(sh("files", "stat -c %u:%g /tmp/f"), "0:78", "an id that the container has not is root's")
    refused = archive("PUT", "files", "/tmp", strange, copyUIDGID="1")
    equal(refused.status, 400)
    contains(message(refused), "1234567")


def check_volumes_binds_and_read_only():
    write("bound/there", b"b")
    ok(docker("run", "-d", "--name", "fixed", "--read-only", "-v", path("bound") + ":/ro:ro", "-v", path("bound") + ":/rw",
              "-v", "files-volume:/v", "busybox", "sleep", "600"))
    file = write("in/one", b"1")
    fails(docker("cp", file, "fixed:/x"), 1, "container rootfs is marked read-only")
    fails(docker("cp", file, "fixed:/ro/x"), 1, "mounted volume is marked read-only")
    ok(docker("cp", file, "fixed:/rw/new"))
    equal(open(path("bound/new"), "rb").read(), b"1")
    ok(docker("cp", file, "fixed:/v/new"))
    equal(sh("fixed", "cat /v/new /ro/there"), "1b")
    equal(members(docker("cp", "fixed:/v", "-").raw).keys(), {"v", "v/new"})
    ok(docker("rm", "-f", "fixed"))


def check_stopped_containers():
    ok(docker("create", "--name", "still", "-v", "files-volume:/v", "-v", path("bound") + ":/b", "busybox", "cat", "/added"))
    file = write("in/added", b"added before the start")
    ok(docker("cp", file, "still:/added"))
    ok(docker("cp", file, "still:/v/late"))
    ok(docker("cp", file, "still:/b/late"))
    equal(open(path("bound/late"), "rb").read(), b"added before the start")
    equal(sorted(members(docker("cp", "still:/v", "-").raw)), ["v", "v/late", "v/new"])
    equal(ok(docker("start", "-a", "still")), "added before the start")
    ok(docker("cp", "still:/added", path("back")))
    equal(open(path("back"), "rb").read(), b"added before the start")
    for _ in range(4):  # one after the other: nobody finds the root mounted by somebody else
        both = [subprocess.Popen([docker.program, "cp", "still:/", "-"], env=docker.env, stdout=subprocess.DEVNULL)
                for _ in range(3)]
        equal([one.wait(60) for one in both], [0, 0, 0])
    equal(ok(docker("start", "-a", "still")), "added before the start")


def check_the_kernel_s_files_stay_out():
    found = members(docker("cp", "files:/", "-", seconds=120).raw)
    true(not [name for name in found if name.startswith(("/proc/", "/sys/", "proc/", "sys/"))], "no proc, no sysfs")
    true("/etc/passwd" in found or "etc/passwd" in found, sorted(found)[:5])
    if not ON_DOCKERD:
        for where in ("/proc/1/root/etc/passwd", "/proc/self/exe", "/dev/null"):
            equal(archive("GET", "files", where).status, 404, where)


def check_diff():
    running("differs", "rm /www/index.html; rm -r /home; mkdir /home; echo x > /home/y; echo z >> /etc/passwd;"
            "chmod 700 /root; touch /tmp/t; rm /tmp/t; mkdir -p /a/b; ln -s x /a/l; chown 5 /etc/group; rm -r /usr/bin;"
            "echo ready; exec sleep 600")
    wanted = """C /etc|C /etc/group|C /etc/passwd|A /a|A /a/b|A /a/l|C /home|A /home/y|D /home/app|C /root|C /usr|D /usr/bin
                |C /www|D /www/index.html"""
    equal(sorted(ok(docker("diff", "differs")).splitlines()), sorted(line.strip() for line in wanted.split("|")))
    ok(docker("create", "--name", "same", "busybox", "true"))
    equal(ok(docker("diff", "same")), "")
    ok(docker("start", "-a", "same"))
    equal(ok(docker("diff", "same")), "", "a start changes nothing")
    fails(docker("diff", "nobody"), 1, "No such container: nobody")


def check_export():
    for name in ("differs", "same"):
        found = members(docker("export", name).raw)
        true("etc/passwd" in found and "bin/busybox" in found, sorted(found)[:9])
        true(not [n for n in found if n.startswith(("proc/", "sys/"))], "mount points are empty")
        equal(found["etc/hosts"].size, 0, "what is mounted stays out")
    equal(found["home/app"].isdir(), True)
    fails(docker("export", "nobody"), 1, "No such container: nobody")


def check_commit():
    identity = ok(docker("commit", "-a", "me", "-m", "as it was", "-c", 'CMD ["cat", "/home/y"]', "-c", "ENV A=b", "-c",
                         "EXPOSE 99", "-c", "LABEL k=v", "-c", "USER 0", "-c", "VOLUME /vv", "-c", "WORKDIR /a", "-c",
                         "STOPSIGNAL SIGINT", "-c", "HEALTHCHECK --interval=5s CMD true", "-c", "ONBUILD RUN x",
                         "differs", "made:1"))
    shown = json.loads(ok(docker("inspect", "--type", "image", "made:1")))[0]
    equal((shown["Id"], shown["Author"], shown["Comment"], len(shown["RootFS"]["Layers"])), (identity, "me", "as it was", 2))
    config = shown["Config"]
    equal(config["Cmd"], ["cat", "/home/y"])
    true("A=b" in config["Env"] and any(e.startswith("PATH=") for e in config["Env"]), config["Env"])
    equal((config["Labels"], config["User"], config["WorkingDir"], config["StopSignal"], config["OnBuild"]),
          ({"purpose": "test", "k": "v"}, "0", "/a", "SIGINT", ["RUN x"]))
    equal((config["ExposedPorts"], config["Volumes"]), ({"99/tcp": {}}, {"/vv": {}}))
    equal(config["Healthcheck"], {"Test": ["CMD-SHELL", "true"], "Interval": 5000000000})
    equal(ok(docker("run", "--rm", "made:1")), "x")
    kept = ok(docker("run", "--rm", "made:1", "sh", "-c", "ls /usr /home /www; stat -c %a /root; stat -c %u /etc/group"))
    equal(kept.split(), ["/home:", "y", "/usr:", "/www:", "700", "5"])
    history = ok(docker("history", "--format", "{{.Comment}}|{{.CreatedBy}}", "--no-trunc", "made:1")).splitlines()[0]
    contains(history, "as it was|sh -c rm /www/index.html")
    equal(ok(docker("inspect", "--format", "{{.State.Status}}", "differs")), "running", "it runs on")
    for change in ("BOGUS x", "HEALTHCHECK sometimes", "EXPOSE far", "CMD"):
        true(ON_DOCKERD or docker("commit", "-c", change, "differs", "bad").code == 1, change)
    equal(ok(docker("images", "-q", "bad")), "", "a commit that is refused leaves no image")


def check_commit_of_what_changed_nothing():
    ok(docker("commit", "same", "made:same"))
    shown = json.loads(ok(docker("inspect", "--type", "image", "made:same")))[0]
    equal(len(shown["RootFS"]["Layers"]), 1)
    equal(ok(docker("run", "--rm", "made:same", "echo", "hi")), "hi")


def check_commit_through_the_api():
    answer = apiclient.request(engine.socket, "POST", "/commit?container=differs&repo=made&tag=api&pause=0&comment=c",
                               {"Cmd": ["one"], "Env": ["Q=1"]})
    equal(answer.status, 201)
    config = json.loads(ok(docker("inspect", "--type", "image", answer.json()["Id"])))[0]["Config"]
    equal((config["Cmd"], config["Env"][0]), (["one"], "Q=1"))
    true(len(config["Env"]) > 1, "the container's own variables are kept")
    for target in ("container=nobody", "container=", "container=differs&repo=BAD", "container=differs&changes=NO"):
        true(400 <= apiclient.request(engine.socket, "POST", "/commit?" + target, {}).status < 500, target)


def check_a_committed_layer_keeps_what_files_are():
    running("rich", "mkdir /r; cd /r; echo x > a; ln a b; ln -s a l; mkfifo p; chown 7:8 a; chmod 6755 a; mkdir -m 1777 t;"
            "dd if=/dev/zero of=sparse bs=1 count=1 seek=50M 2>/dev/null; touch -d '2001-02-03 04:05:06' a;"
            "echo ready; exec sleep 600")
    ok(docker("commit", "rich", "made:rich"))
    out = ok(docker("run", "--rm", "made:rich", "sh", "-c", "cd /r; stat -c '%n %f %u:%g %h %Y' a; stat -c '%n %f' b l p t;"
                    "readlink l; stat -c '%s %b' sparse"))
    lines = out.splitlines()
    equal(lines[0], "a 8ded 7:8 2 981173106")
    equal(lines[1:6], ["b 8ded", "l a1ff", "p 11a4", "t 43ff", "a"])
    size, blocks = map(int, lines[6].split())
    equal(size, 50 * 1024 * 1024 + 1)
    true(ON_DOCKERD or blocks < 1000, "%d blocks: holes stay holes" % blocks)


def check_save_load_of_a_committed_image():
    ok(docker("save", "-o", path("saved.tar"), "made:rich"))
    identity = ok(docker("inspect", "--format", "{{.Id}}", "made:rich"))
    ok(docker("save", "-o", path("again.tar"), "made:rich"))
    with open(path("saved.tar"), "rb") as first, open(path("again.tar"), "rb") as second:
        true(ON_DOCKERD or first.read() == second.read(), "the same bytes every time")
    ok(docker("rmi", "-f", "made:rich"))
    ok(docker("load", "-i", path("saved.tar")))
    equal(ok(docker("inspect", "--format", "{{.Id}}", "made:rich")), identity)
    skopeo = shutil.which("skopeo")
    if skopeo:
        subprocess.run([skopeo, "--insecure-policy", "copy", "-q", "docker-archive:" + path("saved.tar"),
                        "oci:%s:x" % path("layout")], check=True, timeout=120)


def check_an_image_of_a_removed_base():
    ok(docker("tag", "busybox", "base:x"))
    ok(docker("create", "--name", "orphan", "made:same", "true"))
    ok(docker("commit", "orphan", "made:orphan"))
    ok(docker("rm", "orphan"))


def check_events():
    until = str(time.time() + 0.1)
    out = ok(docker("events", "--since", "10m", "--until", until, "--format", "{{.Type}} {{.Action}} {{.Actor.Attributes.name}}"))
    for line in ("container archive-path files", "container extract-to-dir files", "container export same",
                 "container commit differs", "container pause differs", "container unpause differs"):
        contains(out, line)


def check_a_copy_and_a_removal():
    if ON_DOCKERD:  # its removal waits for the client of the copy
        return
    running("going", "dd if=/dev/zero of=/big bs=1M count=300 2>/dev/null; echo ready; exec sleep 600")
    copying = docker.begin("cp", "going:/big", "-")
    time.sleep(0.2)  # the pipe is full: nobody reads
    began = time.time()
    ok(docker("rm", "-f", "going"))
    true(time.time() - began < 5, "the removal waits for nobody")
    copying.kill()
    copying.stdout.close()
    copying.wait()


def make_folder():
    global folder
    folder = engine.folder + "/files"
    os.mkdir(folder)


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "files", dockerd=ON_DOCKERD, ready=make_folder))

#!/usr/bin/env python3
"""Builds that try to reach the machine: what they name outside is refused, or is what the image or the context has under that name.

  hostilebuilds.py ENGINE [PART-OF-A-NAME ...]

A folder of the machine, the canary, has a secret that no build may tell and that none may change.
"""

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import threading
import urllib.parse
import uuid

import apiclient
from checks import contains, equal, run_on_one_engine, true

docker = engine = alice = None
ALICE = 1234
SECRET = "secret-" + uuid.uuid4().hex
folders = 0
canary = before = None

# Sends what a caller's open folder holds as the context, as the window does: run as alice.
SENDER = """
import http.client, os, socket, sys
folder, query, path = sys.argv[1:]
connection = http.client.HTTPConnection("localhost", timeout=60)
connection.sock = socket.socket(socket.AF_UNIX)
connection.sock.connect(path)
number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
connection.request("POST", "/build?contextfd=%d&%s" % (number, query))
sys.stdout.buffer.write(connection.getresponse().read())
"""


def ready():
    global canary, before
    canary = engine.folder + "/canary"
    os.makedirs(canary + "/y/z")
    os.makedirs(canary + "/closed", 0o700)
    for name, mode in {"secret": 0o600, "closed/secret": 0o600, "open": 0o644, "Dockerfile": 0o600}.items():
        with open(canary + "/" + name, "w") as file:
            file.write({"Dockerfile": "FROM busybox\nRUN echo %s\n"}.get(name, "%s\n") % SECRET)
        os.chmod(canary + "/" + name, mode)
    os.symlink(canary + "/open", canary + "/link")
    before = state()


def state():
    """All that a build could change: of the canary every entry, of the machine what attacks like to aim at."""
    found = {}
    for folder, names, files in os.walk(canary):
        for name in names + files:
            path = os.path.join(folder, name)
            status = os.lstat(path)
            found[path] = (status.st_mode, status.st_uid, status.st_size, status.st_mtime_ns, status.st_ino, status.st_nlink)
    for path in ("/etc/passwd", "/etc/shadow", "/etc/group"):
        with open(path, "rb") as file:
            found[path] = hashlib.sha256(file.read()).hexdigest()
    found["planted"] = [path for path in ("/planted", "/tmp/planted", "/etc/planted", "/var/tmp/planted") if os.path.lexists(path)]
    return found


def kept(*told):
    """Nothing of the machine was told nor changed."""
    for text in told:
        true(SECRET not in text, "the secret is told: " + text[-800:])
        true("root:$" not in text and "root:*" not in text, "/etc/shadow is told")
    after = state()
    true(after == before, "the machine changed: %s" % {path: (before.get(path), after.get(path)) for path in set(before) | set(after)
                                                     if before.get(path) != after.get(path)})


def entry(name, kind=tarfile.REGTYPE, link="", data=b"", mode=0o644, numbers=(0, 0)):
    made = tarfile.TarInfo(name)
    made.type, made.linkname, made.size, made.mode = kind, link, len(data), mode
    made.devmajor, made.devminor = numbers
    return made, data


def tar(*entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for made, data in entries:
            archive.addfile(made, io.BytesIO(data))
    return out.getvalue()


def context(dockerfile, *entries):
    return tar(entry("Dockerfile", data=dockerfile.replace("CANARY", canary).encode()), *entries)


def post(data, **query):
    answer = apiclient.request(engine.socket, "POST", "/build?" + urllib.parse.urlencode(dict({"nocache": 1}, **query)), data,
                               {"Content-Type": "application/x-tar"}, seconds=60)
    return answer.body.decode(errors="replace")


def build(dockerfile, *entries, **query):
    """What the client is told; the machine has been looked at."""
    told = post(context(dockerfile, *entries), **query)
    kept(told)
    return told


def failed(told):
    return '"errorDetail"' in told or '"message"' in told


def refused(told, *parts):
    true(failed(told), "it was built: " + told[-500:])
    for part in parts:
        contains(told.lower(), part.lower())


def folder_of_alice(files, links=None):
    global folders
    folders += 1
    top = "%s/alice-%d" % (engine.folder, folders)
    os.makedirs(top)
    for name, text in files.items():
        os.makedirs(os.path.dirname(top + "/" + name), exist_ok=True)
        with open(top + "/" + name, "w") as file:
            file.write(text.replace("CANARY", canary))
    for name, target in (links or {}).items():
        os.symlink(target.replace("CANARY", canary), top + "/" + name)
    subprocess.run(["chown", "-hR", "%d:%d" % (ALICE, ALICE), top], check=True)
    return top


def build_as_alice(top, **query):
    done = subprocess.run(["setpriv", "--reuid", str(ALICE), "--regid", str(ALICE), "--clear-groups", sys.executable, "-c", SENDER, top,
                           urllib.parse.urlencode(query), engine.socket], capture_output=True, cwd="/", timeout=60)
    told = done.stdout.decode(errors="replace")
    true(told, done.stderr.decode()[-500:])
    kept(told)
    return told


def check_mount_targets_through_links_stay_inside():
    told = build("""FROM busybox
RUN mkdir -p CANARY/y/z && touch CANARY/open && ln -s CANARY /absolute && ln -s ../../../../../../../..CANARY /up && ln -s /proc/1/root/CANARY /magic && ln -s /proc/self/root /self
RUN --mount=type=tmpfs,target=/absolute/y echo x > /absolute/y/planted && ls CANARY
RUN --mount=type=cache,target=/up/y/z echo x > /up/y/z/planted
RUN --mount=type=bind,source=f,target=/absolute/open cat CANARY/open
""", entry("f", data=b"of the context"))
    contains(told, "of the context")
    for target in ("/magic/y", "/self/CANARY/y", "/proc/1/root/CANARY", "/proc/self/fd/3", "/dev/../CANARY"):
        build("FROM busybox\nRUN ln -s /proc/1/root/CANARY /magic && ln -s /proc/self/root /self\n"
              "RUN --mount=type=tmpfs,target=%s echo x > %s/planted; cat CANARY/secret /magic/secret; true\n" % (target, target))


def check_what_a_mount_leaves_is_removed_inside_only():
    # The folders above a mount can be renamed while it is there (CVE-2024-23652).
    told = build("""FROM busybox
RUN --mount=type=tmpfs,target=/x/y/z mv /x /moved && ln -s CANARY /x
RUN --mount=type=tmpfs,target=/a/y/z mv /a /b && ln -s /proc/self/root/CANARY /a && mkdir -p CANARY/y/z
RUN echo $(ls -d /x /a /moved/y CANARY/y/z)
""")
    contains(told, '"/a /moved/y %s/y/z /x' % canary)
    # One that was there is no leftover, nor is one that got something into it.
    told = build("""FROM busybox
RUN mkdir -p /empty/kept
RUN --mount=type=tmpfs,target=/empty/kept/new/deep --mount=type=tmpfs,target=/made/t touch /made/file
RUN echo $(find /empty /made)
""")
    contains(told, "/empty /empty/kept /made /made/file")


def check_mount_sources_are_of_the_context_or_the_stage():
    evil = (entry("link", tarfile.SYMTYPE, canary), entry("etc", tarfile.SYMTYPE, "/etc"), entry("up", tarfile.SYMTYPE, "../../../../.." + canary))
    for source in ("link", "etc", "up", "link/secret", "../../.." + canary, "/proc/self/root" + canary):
        refused(build("FROM busybox\nRUN --mount=type=bind,source=%s,target=/m ls -R /m; cat /m/secret /m/shadow /m\n" % source, *evil))
    for source in ("/link", "/etc-of-the-machine", "/self" + canary, "/proc/1/root" + canary):
        told = build("FROM busybox AS made\nRUN ln -s CANARY /link && ln -s /../../etc /etc-of-the-machine && ln -s /proc/1/root /self\n"
                     "FROM busybox\nRUN --mount=type=bind,from=made,source=%s,target=/m cat /m/secret /m/shadow; ls /m; true\n" % source)
        true("shadow" not in told.split("Step 4/4")[-1].replace("/m/shadow", ""), told)


def check_ids_of_caches_name_nothing():
    for name in ("../../../../../..%s/y" % canary, canary, "..", ".", "/", "a/../../b", "x" * 5000, "line%0Aend", "-rf"):
        build("FROM busybox\nRUN --mount=type=cache,target=/c,id=%s touch /c/planted && mkdir -p /c/secret\n" % name)
    folder = engine.root + "/buildmounts"
    equal(sorted(os.listdir(folder)), ["0"])
    true(all(len(name.split("-")[0]) == 64 for name in os.listdir(folder + "/0")), os.listdir(folder + "/0"))


def check_a_cache_that_changes_under_a_parallel_step():
    """A mount within a cache, while another step puts links in its way (CVE-2024-23651)."""
    swapping = "i=0; while [ $i -lt 400 ]; do rm -rf /c/sub; ln -s CANARY /c/sub; rm -rf /c/sub; mkdir -p /c/sub/y; i=$((i+1)); done"
    ends = []

    def swap():
        ends.append(post(context("FROM busybox\nRUN --mount=type=cache,target=/c,id=swapped %s\n" % swapping)))
    thread = threading.Thread(target=swap)
    thread.start()
    beside = 0
    while thread.is_alive():
        beside += 1
        post(context("FROM busybox\nRUN --mount=type=cache,target=/c,id=swapped --mount=type=tmpfs,target=/c/sub/y "
                     "echo x > /c/sub/y/planted; cat /c/sub/secret; true\n"))
    thread.join()
    kept(*ends)
    true(not failed(ends[0]), ends[0])
    true(beside > 3, "%d steps ran beside it" % beside)
    # And a link that lies in a cache leads nowhere for a source either.
    build("FROM busybox\nRUN --mount=type=cache,target=/c,id=linked ln -s CANARY /c/out\n")
    build("FROM busybox\nRUN --mount=type=cache,target=/c,id=linked --mount=type=tmpfs,target=/c/out/y touch /c/out/y/planted; cat /c/out/secret; true\n")


def check_users_share_no_cache_and_read_no_files_of_others():
    build("FROM busybox\nRUN --mount=type=cache,target=/c,id=shared echo of-root > /c/f\n")
    told = build_as_alice(folder_of_alice({"Dockerfile": "FROM busybox\nRUN --mount=type=cache,target=/c,id=shared ls /c; cat /c/f; true\n"}))
    true("of-root" not in told, told)
    top = folder_of_alice({"Dockerfile": "FROM busybox\nCOPY . /all\nRUN find /all -type f | xargs cat\n", "own": "own\n"})
    for name, mode in (("of-root", 0o600), ("closed/of-root", 0o600)):
        os.makedirs(os.path.dirname(top + "/" + name), exist_ok=True)
        with open(top + "/" + name, "w") as file:
            file.write(SECRET)
        os.chmod(top + "/" + name, mode)
    refused(build_as_alice(top))
    os.remove(top + "/of-root")
    os.chmod(top + "/closed", 0o700)
    refused(build_as_alice(top))
    for line in ("COPY closed/of-root /x", "COPY closed /x", "RUN --mount=type=bind,source=closed,target=/m cat /m/of-root",
                 "RUN --mount=type=bind,target=/m cat /m/closed/of-root"):
        with open(top + "/Dockerfile", "w") as file:
            file.write("FROM busybox\n%s\n" % line)
        refused(build_as_alice(top))
    # The same error for what is not there and what may not be seen.
    errors = []
    for name in ("closed/of-root", "closed/nothing"):
        with open(top + "/Dockerfile", "w") as file:
            file.write("FROM busybox\nCOPY %s /x\n" % name)
        errors.append(json.loads(build_as_alice(top).splitlines()[-1])["error"].replace(name, "NAME"))
    equal(errors[0], errors[1])


def check_links_of_a_callers_folder_lead_nowhere():
    links = {"secret": "CANARY/secret", "open": "CANARY/open", "up": "../canary", "etc": "/etc", "self": "/proc/self/root", "root": "/"}
    for line in ("COPY secret /x", "COPY open /x", "COPY up /x", "COPY up/open /x", "COPY etc /x", "COPY etc/passwd /x", "COPY self/etc /x",
                 "ADD open /x", "RUN --mount=type=bind,source=up,target=/m cat /m/open", "RUN --mount=type=bind,source=etc,target=/m ls /m",
                 "RUN --mount=type=bind,source=self/etc,target=/m ls /m"):
        told = build_as_alice(folder_of_alice({"Dockerfile": "FROM busybox\n%s\n" % line}, links))
        refused(told)
    told = build_as_alice(folder_of_alice({"Dockerfile": "FROM busybox\nCOPY . /x\nRUN ls -l /x; cat /x/open /x/secret; true\n"}, links))
    contains(told, "open -> ")


def check_dockerfiles_and_ignore_files_that_are_links():
    for name in ("Dockerfile", "CANARY/Dockerfile", "../canary/Dockerfile", "/proc/self/root/CANARY/Dockerfile", "folder/Dockerfile", "secret"):
        name = name.replace("CANARY", canary)
        links = {"secret": "CANARY/secret", "folder": "CANARY"}
        if name == "Dockerfile":
            links["Dockerfile"] = "CANARY/Dockerfile"
        refused(build_as_alice(folder_of_alice({"x": "x"}, links), dockerfile=name))
        entries = [entry(link, tarfile.SYMTYPE, target.replace("CANARY", canary)) for link, target in links.items()]
        told = post(tar(*entries), dockerfile=name)
        kept(told)
        refused(told)
    plain = "FROM busybox\nCOPY . /all\nRUN cat /all/.dockerignore; ls -A /all\n"
    for target in ("CANARY/secret", "../canary/open", "/proc/self/root/CANARY/open", "/etc/shadow"):
        build_as_alice(folder_of_alice({"Dockerfile": plain, "f": "x"}, {".dockerignore": target}))
        build(plain, entry(".dockerignore", tarfile.SYMTYPE, target.replace("CANARY", canary)))
    for kind in (tarfile.FIFOTYPE, tarfile.DIRTYPE):  # neither is waited for
        build(plain, entry(".dockerignore", kind))
        told = post(tar(entry("Dockerfile", kind)))
        kept(told)
        refused(told)


ESCAPES = {
    "up": (entry("../planted", data=b"x"),),
    "far up": (entry("a/../../../../../../../../../../tmp/planted", data=b"x"),),
    "a link out and a file in it": (entry("out", tarfile.SYMTYPE, "/tmp"), entry("out/planted", data=b"x")),
    "a link up and a file in it": (entry("out", tarfile.SYMTYPE, "../../../../../../../../tmp"), entry("out/planted", data=b"x")),
    "two links": (entry("a", tarfile.SYMTYPE, "b"), entry("b", tarfile.SYMTYPE, "/tmp"), entry("a/planted", data=b"x")),
    "a folder through a link": (entry("out", tarfile.SYMTYPE, "CANARY"), entry("out/y", tarfile.DIRTYPE, mode=0o777)),
    "a hard link out": (entry("secret", tarfile.LNKTYPE, "../../../../../../../..CANARY/secret"),),
    "an absolute hard link": (entry("secret", tarfile.LNKTYPE, "CANARY/secret"),),
    "a hard link through a link": (entry("out", tarfile.SYMTYPE, "CANARY"), entry("secret", tarfile.LNKTYPE, "out/secret")),
    "a file over a link": (entry("secret", tarfile.SYMTYPE, "CANARY/secret"), entry("secret", data=b"changed")),
    "a disk": (entry("disk", tarfile.BLKTYPE, mode=0o666, numbers=(8, 0)),),
    "the kernel's memory": (entry("mem", tarfile.CHRTYPE, mode=0o666, numbers=(1, 1)),),
    "an absolute name": (entry("/tmp/planted", data=b"x"),),
}


def placed(entries):
    out = []
    for made, data in entries:
        copied = tarfile.TarInfo(made.name)
        copied.type, copied.size, copied.mode, copied.devmajor, copied.devminor = made.type, made.size, made.mode, made.devmajor, made.devminor
        copied.linkname = made.linkname.replace("CANARY", canary)
        out.append((copied, data))
    return out


def check_archives_that_escape():
    harmless = ("a file over a link",)  # the link goes
    for name, entries in ESCAPES.items():
        told = build("FROM busybox\nADD evil.tar /unpacked/\nRUN find /unpacked; cat /unpacked/secret; true\n",
                     entry("evil.tar", data=tar(*placed(entries))))
        equal(failed(told), name not in harmless, name + ": " + told[-300:])
        told = post(tar(entry("Dockerfile", data=b"FROM busybox\nCOPY . /all\nRUN find /all; cat /all/secret; true\n"), *placed(entries)))
        kept(told)
        equal(failed(told), name not in harmless, "a context with %s: %s" % (name, told[-300:]))
    true(not os.path.lexists(engine.folder + "/planted") and not os.path.lexists(engine.root + "/planted"), "beside the scratch folder")


def check_sources_through_the_process_files():
    for source in ("/proc/self/root" + canary, "proc/self/root/etc/shadow", "link" + canary + "/secret", "link/etc/shadow", "../../../../../" + canary,
                   "/dev/fd/3", "nothing/.." + canary):
        told = build("FROM busybox\nCOPY %s /x\nRUN cat -r /x; find /x; true\n" % source, entry("link", tarfile.SYMTYPE, "/proc/self/root"))
        refused(told)
    for source in ("/proc/self/root/etc/shadow", "/proc/1/environ", "/link/etc/shadow", "/sys/kernel"):
        refused(build("FROM busybox AS made\nRUN ln -s /proc/self/root /link\nFROM busybox\nCOPY --from=made %s /x\nRUN cat /x\n" % source))


def check_destinations_and_folders_through_links():
    told = build("""FROM busybox
RUN ln -s /proc/self/root/CANARY /magic && ln -s CANARY /absolute && ln -s ../../../../../../CANARY /up
COPY f /absolute/planted
COPY f /up/y/
ADD f /magic/planted
WORKDIR /absolute/made
WORKDIR /magic/y
RUN pwd; cat ../secret; touch planted
""", entry("f", data=b"f"))
    true(not failed(told) or "magic" in told or "/proc" in told, told[-400:])
    # A working folder that is a descriptor of the engine's (CVE-2024-21626).
    for number in range(3, 16):
        for path in ("/proc/self/fd/%d", "/proc/self/fd/%d/../../.."):
            path = path % number
            told = build("FROM busybox\nWORKDIR %s\nRUN pwd; ls; cat .%s/secret ../../../../..%s/secret; true\n" % (path, canary, canary))
            true("buildmounts" not in told and "quayside.db" not in told, told[-500:])
    build("FROM busybox\nRUN ln -s /proc/self/fd /w\nWORKDIR /w/7\nRUN cat ../../..%s/secret; touch planted; true\n" % canary)


def check_users_are_looked_up_in_the_image_only():
    refused(build("FROM busybox\nRUN rm /etc/passwd && ln -s /proc/1/root/etc/passwd /etc/passwd\nCOPY --chown=daemon f /f\n", entry("f")))
    refused(build("FROM busybox\nRUN rm /etc/passwd && mkfifo /etc/passwd\nCOPY --chown=app f /f\n", entry("f")))
    refused(build("FROM busybox\nRUN rm /etc/group && ln -s /dev/zero /etc/group\nCOPY --chown=app:games f /f\n", entry("f")))
    for owner in ("70000", "4294967296", "-1", "0:65536", "root:0:0", "app$(touch planted)"):
        refused(build("FROM busybox\nCOPY --chown=%s f /f\n" % owner, entry("f")))
    for user in ("70000", "4294967296", "-1", "nobody-here"):
        refused(build("FROM busybox\nUSER %s\nRUN id\n" % user))


OPTIONS = ("--upload-pack=touch CANARY/planted", "-oProxyCommand=touch${IFS}CANARY/planted", "--config=core.sshCommand=touch CANARY/planted")


def check_repositories_that_are_options():
    with_option = ["git://127.0.0.1:9/x.git#" + option for option in OPTIONS]
    with_option += ["git://%s/x.git" % option for option in OPTIONS]
    with_option += ["ssh://%s/x.git" % OPTIONS[1], "git@%s:x.git" % OPTIONS[1], "ssh://git@%s/x.git" % OPTIONS[1],
                    "https://127.0.0.1:9/x.git#main:../../../..CANARY", "https://127.0.0.1:9/x.git#:/etc",
                    "file://CANARY", "file:///etc/shadow", "ext::sh -c touch%20CANARY/planted", "git://127.0.0.1:9/--help.git#-h",
                    "https://user:word@127.0.0.1:9/x.git", "http://127.0.0.1:9/x.git\n#--x"]
    with_option += list(OPTIONS)
    for place in with_option:
        place = place.replace("CANARY", canary)
        told = post(tar(), remote=place)
        kept(told)
        refused(told)
        if "\n" not in place:
            refused(build("FROM busybox\nADD %s /x\n" % place))
            refused(build("FROM busybox\nADD %s\n" % json.dumps([place, "/x/"])))
    for place in ("http://127.0.0.1:9/../../x", "file:///etc/shadow", "gopher://127.0.0.1:9/", "http://-K" + canary + "/secret/x", "http://@" + canary + "/secret"):
        refused(build("FROM busybox\nADD %s /x\n" % place))
    for option in ("--checksum=sha256:x", "--checksum=../x", "--keep-git-dir=maybe", "--upload-pack=x"):
        refused(build("FROM busybox\nADD %s https://127.0.0.1:9/x.git /x\n" % option))


def check_names_that_become_no_paths():
    for query in ({"dockerfile": "../../" + canary}, {"t": "../../x"}, {"target": "../x"}, {"platform": "../../x"}, {"networkmode": "container:../x"},
                  {"cachefrom": '["../../x"]'}, {"buildargs": '{"A/../B": "x"}'}, {"remote": "client-session"}, {"contextfd": "0/../1"}):
        told = post(tar(entry("Dockerfile", data=b"FROM busybox\nRUN echo\n")), **query)
        kept(told)
    for line in ("FROM ../../etc", "FROM /etc", "COPY --from=../../etc / /x", "COPY --from=/etc / /x", "RUN --mount=from=/etc,target=/m ls /m"):
        refused(build("FROM busybox\n%s\n" % line))


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "hostilebuilds", users={"alice": ALICE}, ready=ready))

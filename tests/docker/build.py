#!/usr/bin/env python3
"""docker build (the classic builder's protocol) on an engine of ours, and the same Dockerfile on a dockerd.

  build.py ENGINE [--dockerd] [PART-OF-A-NAME ...]

--dockerd: the checks of this protocol on a dockerd, to see that they ask for what it does.
"""

import hashlib
import io
import json
import os
import re
import signal
import subprocess
import sys
import tarfile
import time
import urllib.parse

from checks import Docker, Failed, busybox_archive, contains, equal, fails, ok, run_on_one_engine, true
import apiclient
import busyboximage
import engines

docker = engine = alice = None
ON_DOCKERD = "--dockerd" in sys.argv
os.environ["DOCKER_BUILDKIT"] = "0"
contexts = 0


def context(files):
    """A folder with these files: {name: content}; a name with its closing / is a folder."""
    global contexts
    contexts += 1
    folder = "%s/context-%d" % (engine.folder, contexts)
    os.makedirs(folder)
    write(folder, files)
    return folder


def write(folder, files):
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if not name.endswith("/"):
            with open(path, "w") as file:
                file.write(content)


def build(dockerfile, *options, files=None, command=None, folder=None):
    folder = folder or context(dict(files or {}, Dockerfile=dockerfile))
    return (command or docker)("build", *options, folder, seconds=120)


def run(image, *command):
    return ok(docker("run", "--rm", image, *command))


def history(image, command=None):
    """created_by of each entry, the oldest first."""
    out = ok((command or docker)("history", "--no-trunc", "--format", "{{json .CreatedBy}}", image))
    return [json.loads(line) for line in reversed(out.splitlines())]


def config(image, command=None):
    return json.loads(ok((command or docker)("image", "inspect", image)))[0]["Config"]


def leftovers():
    """What a build may leave nowhere: stages, drafts, containers, folders of contexts."""
    found = ["stage %d" % pid for pid in engine.stages()]
    for folder, keep in ((engine.root + "/layers", lambda name: not name.startswith(".draft")),
                         (engine.root + "/containers", lambda name: False), (engine.root + "/builds", lambda name: False)):
        if os.path.isdir(folder):
            found += [folder + "/" + name for name in os.listdir(folder) if not keep(name)]
    return found


def no_leftovers():
    true(apiclient.wait_until(lambda: not leftovers(), 10), "nothing is left of the build: %s" % leftovers()[:5])


APP = """FROM busybox
WORKDIR /app
COPY . /app
RUN cat hello.txt > copy.txt && mkdir sub && echo done
ENV NAME=World PLACE="here and there"
EXPOSE 80
LABEL purpose=test
CMD ["sh", "-c", "cat copy.txt; echo $NAME in $PLACE"]
"""


def check_an_image_is_built_and_runs():
    built = build(APP, "-t", "app:1", files={"hello.txt": "hello\n"})
    ok(built)
    for part in ("Step 1/8 : FROM busybox", "Step 4/8 : RUN cat", "---> Running in ", "done\n", "Successfully built ",
                 "Successfully tagged app:1"):
        contains(built.out + "\n", part)
    equal(run("app:1"), "hello\nWorld in here and there")
    equal(config("app:1")["WorkingDir"], "/app")
    if not ON_DOCKERD:
        no_leftovers()


def check_a_second_build_takes_all_of_it_from_the_cache():
    folder = context({"Dockerfile": APP, "hello.txt": "hello\n"})
    first = ok(build("", "-q", folder=folder))
    again = build("", folder=folder)
    equal(ok(again).count("---> Using cache"), 7)
    contains(again.out, first.split(":")[1][:12], "the same image")
    equal(ok(build("", "-q", folder=folder)), first)
    true(ok(build("", "--no-cache", "-q", folder=folder)) != first, "--no-cache makes another one")


def check_a_changed_file_is_seen_whatever_its_time():
    folder = context({"Dockerfile": "FROM busybox\nRUN true > /first\nCOPY a /a\nRUN cat /a\nCOPY b /b\n", "a": "one", "b": "b"})
    ok(build("", folder=folder))
    before = os.stat(folder + "/a")
    write(folder, {"a": "two"})
    os.utime(folder + "/a", ns=(before.st_atime_ns, before.st_mtime_ns))
    changed = ok(build("", folder=folder))
    equal(changed.count("Using cache"), 1)
    contains(changed, "two")
    os.utime(folder + "/b", (1, 1))
    equal(ok(build("", folder=folder)).count("Using cache"), 4, "a time is no content")


def check_a_command_that_fails_ends_the_build_with_its_code():
    failed = build("FROM busybox\nRUN echo before; exit 7\nRUN echo never\n")
    fails(failed, 7, "The command '/bin/sh -c echo before; exit 7' returned a non-zero code: 7")
    true("never\n" not in failed.out.replace("RUN echo never", ""), "the next step did not run")
    if not ON_DOCKERD:
        no_leftovers()


def check_bad_dockerfiles_are_refused_with_a_sentence():
    fails(build("FROM busybox\nFRM x\n"), 1, "unknown instruction: FRM")
    fails(build("FROM busybox\nCOPY missing /x\n"), 1, "missing")
    fails(build("FROM busybox\n", "-f", "Nowhere", folder=context({"Dockerfile": "FROM busybox\n"})), 1, "Nowhere")
    fails(build("FROM busybox\n", "--target", "nowhere"), 1, "nowhere")
    equal(api_build(archive({"Dockerfile": "FROM busybox\n"}), t="Not//A:Name").status, 400)


def check_arguments():
    text = "ARG TAG=latest\nFROM busybox:$TAG\nARG A=default\nARG B\nRUN echo a=$A b=$B proxy=$HTTP_PROXY\nENV A=environment\nRUN echo a=$A\n"
    built = ok(build(text, "--build-arg", "B=given", "--build-arg", "HTTP_PROXY=http://secret", "-t", "arguments"))
    contains(built, "a=default b=given proxy=http://secret\n")
    contains(built, "a=environment\n")
    lines = history("arguments")
    true(any(line.startswith("|2 A=default B=given /bin/sh -c echo a=$A") for line in lines), lines)
    true(not any("secret" in line for line in lines), "proxies are not in the history")
    equal(ok(build(text, "--build-arg", "B=given", "--build-arg", "HTTP_PROXY=http://other")).count("Using cache"), 5,
          "nor in the cache")
    contains(ok(build("FROM busybox\n", "--build-arg", "UNUSED=1")), "[UNUSED] were not consumed")


def check_a_base_without_a_path_gets_one():
    apiclient.request(engine.socket, "POST", "/images/load", busyboximage.docker_archive(
        busyboximage.root_file_system(busyboximage.find_busybox()), ["bare:1"], {"Env": ["A=b"]}), {"Content-Type": "application/x-tar"})
    ok(build("FROM bare:1\nLABEL x=y\n", "-t", "with-path"))
    equal(config("with-path")["Env"], ["A=b", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"])


def check_stages():
    text = ("FROM busybox AS one\nRUN echo one > /one\nFROM busybox AS never\nRUN exit 1\n"
            "FROM one AS two\nRUN echo two > /two\nFROM busybox\nCOPY --from=two /one /two /from/\n"
            "COPY --from=0 /one /again\nCOPY --from=busybox /etc/passwd /theirs\nRUN cat /from/* /again\n")
    if ON_DOCKERD:
        text = text.replace("RUN exit 1", "RUN true")
    contains(ok(build(text, "-t", "stages")), "one\ntwo\none\n")
    contains(run("stages", "cat", "/theirs"), "root:x:0:0")
    equal(ok(build(text, "--target", "one", "-t", "target")).count("Step "), 2)
    fails(docker("run", "--rm", "target", "cat", "/two"), 1)


def check_triggers_of_the_base_run_in_the_build_upon_it():
    ok(build("FROM busybox\nONBUILD COPY x /x\nONBUILD RUN cat /x\n", "-t", "trigger"))
    built = ok(build("FROM trigger\nRUN echo own\n", "-t", "triggered", files={"x": "triggered\n"}))
    contains(built, "# Executing 2 build triggers")
    contains(built, "triggered\n")
    true(not config("triggered").get("OnBuild"), "they are not passed on")


def check_the_user_and_the_shell_of_the_image_count():
    built = ok(build("FROM busybox\nUSER app\nWORKDIR /srv/x\nRUN id -un; echo $HOME\nSHELL [\"/bin/sh\", \"-xc\"]\nRUN pwd\n"))
    contains(built, "app\n/home/" "app\n")
    contains(built, "+ pwd\n")
    contains(built, "/srv/x\n")


def check_entries_that_a_step_removes_are_gone():
    ok(build("FROM busybox\nRUN mkdir -p /d/sub && echo x > /d/f && echo y > /d/sub/g\nRUN rm /d/f && rm -r /d/sub && mkdir /d/sub\n"
             "RUN echo z >> /etc/passwd\n", "-t", "removed"))
    equal(run("removed", "sh", "-c", "find /d; tail -n1 /etc/passwd"), "/d\n/d/sub\nz")
    equal(run("removed", "sh", "-c", "ls -ld /tmp | cut -c1-10"), "drwxrwxrwt")


def check_labels_limits_and_hosts_of_the_request():
    text = "FROM busybox\nRUN ulimit -n; cat /etc/hosts; df -m /dev/shm | tail -1\n"
    built = ok(build(text, "--label", "a=it's $HOME", "--ulimit", "nofile=77:88", "--add-host", "far:192.0.2.7", "--shm-size", "8m",
                     "--network", "none", "-t", "limits"))
    contains(built, "\n77\n")
    contains(built, "192.0.2.7\tfar")
    true(re.search(r"tmpfs +8 ", built), "shm has 8 MiB")
    equal(config("limits")["Labels"]["a"], "it's $HOME")
    equal(ok(build("FROM busybox\nRUN ls /sys/class/net\n", "--network", "none")).split("Running in")[1].split("\n")[1], "lo")


def check_a_large_output_comes_as_it_is():
    built = ok(build("FROM busybox\nRUN seq 1 100000; printf 'no line end'\n"))
    contains(built, "\n99999\n100000\nno line end")


def check_events_have_dockerds_shape():
    data = archive({"Dockerfile": "FROM busybox\nRUN false\n"})
    answer = api_build(data)
    equal(answer.status, 200)
    events = [json.loads(line) for line in answer.body.decode().splitlines() if line.strip()]
    true(all(set(event) <= {"stream", "aux", "error", "errorDetail", "status", "id", "progressDetail", "progress"} for event in events), events)
    equal(events[-1]["errorDetail"]["code"], 1)
    answer = api_build(archive({"Dockerfile": "FROM busybox\nLABEL a=b\n"}), t="shape")
    events = [json.loads(line) for line in answer.body.decode().splitlines() if line.strip()]
    image = [event["aux"]["ID"] for event in events if "aux" in event]
    equal(image, [ok(docker("image", "inspect", "-f", "{{.Id}}", "shape"))])


def archive(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content.encode()))
    return out.getvalue()


def api_build(data, **query):
    return apiclient.request(engine.socket, "POST", "/build?" + urllib.parse.urlencode(query), data,
                             {"Content-Type": "application/x-tar"}, seconds=60)


# From here on what BuildKit has and dockerd's classic builder has not, and what is ours.


def check_a_folder_that_the_caller_has_open_is_the_context():
    folder = context({"Dockerfile": "FROM busybox\nCOPY . /app\n", "kept": "as it is\n", "hidden": "", ".dockerignore": "hidden\n"})

    def build_from(descriptor):
        return apiclient.request(engine.socket, "POST", "/build?" + urllib.parse.urlencode({"contextfd": descriptor, "t": "opened"}))

    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    contains(build_from(opened).body.decode(), "Successfully tagged opened:latest")
    equal(run("opened", "sh", "-c", "cat /app/kept; ls /app").split(), ["as", "it", "is", "Dockerfile", "kept"])
    # A path proves no right to read, a file is no folder, and the others are not there.
    path, file = os.open(folder, os.O_PATH | os.O_DIRECTORY), os.open(folder + "/kept", os.O_RDONLY)
    for wrong in (path, file, 99999, -1, "x", 2 ** 40):
        equal(build_from(wrong).status, 400)
    for descriptor in (opened, path, file):
        os.close(descriptor)


def check_a_build_has_no_end_of_stages():
    dockerfile = "FROM busybox AS s0\n" + "".join("FROM s%d AS s%d\n" % (number, number + 1) for number in range(250))
    fails(build(dockerfile), 1, "the target needs 251 stages; a build has at most 200")
    ok(build(dockerfile, "--target", "s150", "-t", "deep"))


def check_here_documents():
    if ON_DOCKERD:
        return
    built = ok(build("""FROM busybox
RUN <<EOF
echo one
echo two > /two
EOF
RUN cat <<A > /a && cat <<B > /b
in a
A
in b
B
RUN <<EOF
#!/bin/cat
a script of its own
EOF
COPY <<X <<"Y" /files/
home $HOME
X
home $HOME
Y
RUN cat /two /a /b /files/X /files/Y
"""))
    contains(built, "\none\n")
    contains(built, "a script of its own\n")
    contains(built, "two\nin a\nin b\nhome \nhome $HOME\n")


def check_mounts():
    if ON_DOCKERD:
        return
    text = """FROM busybox AS tools
RUN echo tool > /tool
FROM busybox
RUN --mount=type=cache,target=/cache,id=../../../escape echo $(cat /cache/count 2>/dev/null)x > /cache/count; cat /cache/count; echo %s
RUN --mount=type=bind,target=/context cat /context/file; ! touch /context/new 2>/dev/null
RUN --mount=type=bind,from=tools,source=/tool,target=/mnt/tool cat /mnt/tool
RUN --mount=type=tmpfs,target=/scratch df /scratch | grep tmpfs && echo x > /scratch/x
RUN --mount=type=secret,id=none echo no secret: $(ls /run/secrets 2>/dev/null)
RUN ls -d /cache /context /scratch /mnt/tool 2>&1 | sort; true
"""
    first = ok(build(text % 1, files={"file": "of the context\n"}))
    for part in ("\nx\n", "of the context\n", "tool\n", "no secret:"):
        contains(first, part)
    true("\n/cache\n" not in first, "what was mounted on is not in the image")
    contains(ok(build(text % 2, files={"file": "of the context\n"})), "\nxx\n")
    names = os.listdir(engine.root + "/buildmounts/0")
    true(all(re.fullmatch("[0-9a-f]{64}(-[0-9]+)?", name) for name in names), names)
    contains(ok(build(text % 2, files={"file": "changed\n"})), "changed\n")
    fails(build("FROM busybox\nRUN --mount=type=secret,id=x,required true\n"), 1, "required")


def check_folders_that_copy_makes_are_of_chowns_user():
    if ON_DOCKERD:  # BuildKit does it so; the classic builder for a file only
        return
    built = ok(build("FROM busybox\nCOPY --chown=5:6 f /a/b/f\nCOPY --chown=5:6 d /n/o/p\nRUN stat -c '%n %u:%g %a' /a /a/b /a/b/f /n /n/o /n/o/p\n",
                     files={"f": "f", "d/g": "g"}))
    for line in ("/a 5:6 755", "/a/b 5:6 755", "/a/b/f 5:6 644", "/n 5:6 755", "/n/o 5:6 755", "/n/o/p 5:6 755"):
        contains(built, "\n" + line)


def check_independent_stages_run_side_by_side():
    if ON_DOCKERD:
        return
    begin = time.time()
    built = ok(build("FROM busybox AS a\nRUN sleep 2; echo a > /a\nFROM busybox AS b\nRUN sleep 2; echo b > /b\n"
                     "FROM busybox\nCOPY --from=a /a /\nCOPY --from=b /b /\nRUN cat /a /b\n"))
    contains(built, "a\nb\n")
    true(time.time() - begin < 3.6, "%.1f s, where one after the other takes 4" % (time.time() - begin))
    true(built.index("Step 2/") < built.index("Step 3/") < built.index("Step 4/"), "told one after the other")


def check_what_is_not_supported_is_said():
    if ON_DOCKERD:
        return
    data = archive({"Dockerfile": "FROM busybox\n"})
    for query in ({"version": "2"}, {"squash": "1"}, {"outputs": '[{"Type":"local"}]'}, {"outputs": '[{"Type":"tar"},{"Type":"tar"}]'}):
        answer = api_build(data, **query)
        equal(answer.status, 501, query)
    equal(api_build(data, buildargs="[]").status, 400)
    equal(api_build(data, labels='{"a":1}').status, 400)
    fails(alice("build", "-", stdin=b"FROM busybox\nRUN --security=insecure true\n"), 1, "only root")
    fails(docker("build", "-", stdin=b"FROM busybox\nRUN --device=vendor.com/class=one true\n"), 1, "no CDI devices")
    fails(alice("build", "--network", "host", "-", stdin=b"FROM busybox\nRUN true\n"), 1)


def check_a_users_cache_is_that_users():
    if ON_DOCKERD:
        return
    text = b"FROM busybox\nRUN echo private to each\n"
    equal(ok(docker("build", "-", stdin=text)).count("Using cache"), 0)
    equal(ok(alice("build", "-", stdin=text)).count("Using cache"), 0)
    equal(ok(alice("build", "-", stdin=text)).count("Using cache"), 1)


def check_the_cache_is_listed_and_pruned():
    if ON_DOCKERD:
        return
    folder = context({"Dockerfile": "FROM busybox\nRUN seq 1 200000 > /big\n"})
    ok(build("", "-t", "big", folder=folder))
    usage = apiclient.request(engine.socket, "GET", "/system/df?type=build-cache").json()["BuildCache"]
    true(any(step["Size"] > 1000000 and step["Shared"] and "seq" in step["Description"] for step in usage), usage[:3])
    ok(docker("rmi", "big"))
    pruned = apiclient.request(engine.socket, "POST", "/build/prune").json()
    true(pruned["SpaceReclaimed"] > 1000000, pruned["SpaceReclaimed"])
    true(len(pruned["CachesDeleted"]) >= 1)
    contains(ok(docker("builder", "prune", "-f")), "Total reclaimed space")
    equal(ok(build("", folder=folder)).count("Using cache"), 0)


def check_the_cache_outlives_images_and_the_engine():
    if ON_DOCKERD:
        return
    folder = context({"Dockerfile": "FROM busybox\nRUN echo lasting > /x\nRUN cat /x\n"})
    ok(build("", "-t", "lasting", folder=folder))
    ok(docker("rmi", "lasting"))
    engine.stop()
    engine.start()
    equal(ok(build("", folder=folder)).count("Using cache"), 2)


def check_cache_from_an_image():
    if ON_DOCKERD:
        return
    folder = context({"Dockerfile": "FROM busybox\nRUN echo imported > /x\nENV A=b\nRUN cat /x\n"})
    ok(build("", "-t", "source", folder=folder))
    data = archive({"Dockerfile": "FROM busybox\nRUN echo imported > /x\nENV A=b\nRUN cat /x\n"})
    apiclient.request(engine.socket, "POST", "/build/prune")
    answer = api_build(data, cachefrom='["source"]')
    equal(answer.body.count(b"Using cache"), 3)


def check_a_fixed_time_makes_the_same_image():
    if ON_DOCKERD:
        return
    folder = context({"Dockerfile": "FROM busybox\nENV A=b\nCOPY f /f\n", "f": "f"})
    one, two = (ok(build("", "--no-cache", "-q", "--build-arg", "SOURCE_DATE_EPOCH=1700000000", folder=folder)) for _ in range(2))
    created = json.loads(ok(docker("image", "inspect", one)))[0]["Created"]
    equal(created, "2023-11-14T22:13:20Z")
    equal(one, two)


def check_long_instructions_hold_nobody_up():
    """More than is kept for a slow reader, told by steps that are over at once."""
    long = "x" * 60_000
    text = "".join(f"ARG A{n}={long}\n" for n in range(20)) + "FROM busybox\n" + "".join(f"LABEL l{n}={long}\n" for n in range(20))
    for _ in range(2):  # made, then from the cache
        contains(ok(build(text)), "Successfully built")


def check_a_client_that_goes_ends_its_build():
    if ON_DOCKERD:
        return
    folder = context({"Dockerfile": "FROM busybox\nRUN echo begun; sleep 600\n"})
    client = docker.begin("build", folder)
    for line in client.stdout:
        if "begun" in line and "RUN" not in line:
            break
    begin = time.time()
    client.kill()
    client.wait()
    no_leftovers()
    true(time.time() - begin < 5, "within five seconds")


def check_an_engine_that_dies_leaves_nothing():
    if ON_DOCKERD:
        return
    folder = context({"Dockerfile": "FROM busybox\nRUN echo first > /first\nRUN echo begun; sleep 600\n"})
    client = docker.begin("build", folder)
    for line in client.stdout:
        if "begun" in line and "RUN" not in line:
            break
    engine.stop(signal.SIGKILL)
    client.wait()
    engine.start()
    no_leftovers()
    equal(ok(docker("ps", "-aq")), "")
    contains(ok(build("FROM busybox\nRUN echo again\n")), "again\n")


def check_steps_are_in_no_list():
    if ON_DOCKERD:
        return
    listed = ok(build("FROM busybox\nRUN sleep 1\n", "-q"))
    true(listed.startswith("sha256:"))
    client = docker.begin("build", context({"Dockerfile": "FROM busybox\nRUN echo begun; sleep 2\n"}))
    for line in client.stdout:
        if "begun" in line and "RUN" not in line:
            break
    equal(ok(docker("ps", "-aq")), "")
    equal(json.loads(apiclient.request(engine.socket, "GET", "/info").body)["Containers"], 0)
    equal(client.wait(), 0)


COMPARED = """ARG BASE=busybox
FROM $BASE AS made
RUN mkdir /out && echo made > /out/made && ln -s made /out/link && chmod 640 /out/made && chown 1000:50 /out/made
FROM busybox
MAINTAINER somebody <somebody@example.org>
ARG GREETING=hello
ENV A=1 B="two words"
ENV PATH=$PATH:/more
LABEL one=1 "two words"="$A"
WORKDIR /app
WORKDIR sub
COPY file.txt ./
COPY --chown=app:staff folder /app/folder/
COPY --from=made /out /out
ADD packed.tar /unpacked/
RUN echo $GREETING > greeting && rm -r /www && touch /etc/motd
RUN true
VOLUME /data ["/logs"]
EXPOSE 80 443/tcp 53/udp
STOPSIGNAL SIGINT
HEALTHCHECK --interval=30s --retries=2 CMD wget -q localhost
USER app
ONBUILD RUN echo later
SHELL ["/bin/sh", "-ec"]
ENTRYPOINT ["sh", "-c"]
CMD echo "$A" $B
"""


def exported(command, image):
    """{path: (kind, mode, owner, link or content)} of an image's file system, without what a container brings."""
    name = ok(command("create", image))
    tree = {}
    done = command("export", name, seconds=60)
    ok(command("rm", name))
    with tarfile.open(fileobj=io.BytesIO(done.raw)) as tar:
        for entry in tar:
            path = entry.name.strip("/")
            if path.split("/")[0] in ("dev", "proc", "sys", ".dockerenv") or path in ("etc/hosts", "etc/hostname", "etc/resolv.conf", "etc/mtab", ""):
                continue
            content = hashlib.sha256(tar.extractfile(entry).read()).hexdigest() if entry.isreg() else entry.linkname
            tree[path] = (entry.type, entry.mode, entry.uid, entry.gid, content)
    return tree


def check_config_history_and_files_are_those_of_dockerd():
    if ON_DOCKERD:
        return
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        entry = tarfile.TarInfo("inside/file")
        entry.size, entry.uid, entry.mode = 3, 1000, 0o600
        tar.addfile(entry, io.BytesIO(b"in\n"))
    folder = context({"Dockerfile": COMPARED.replace('VOLUME /data ["/logs"]', 'VOLUME ["/data", "/logs"]'), "file.txt": "file\n",
                      "folder/a": "a\n", "folder/deep/b": "b\n"})
    with open(folder + "/packed.tar", "wb") as file:
        file.write(packed.getvalue())
    peer = engines.Dockerd("build-dockerd")
    theirs = Docker(peer)
    try:
        archive_path, _ = busybox_archive(peer.folder)
        peer.start()
        ok(theirs("load", "-i", archive_path))
        results = []
        for command in (docker, theirs):
            ok(command("build", "--label", "of=request", "-t", "compared", folder, seconds=120))
            found = config("compared", command)
            for name in ("Hostname", "Domainname", "AttachStdin", "AttachStdout", "AttachStderr", "Tty", "OpenStdin", "StdinOnce", "Image"):
                found.pop(name, None)
            results.append(({k: v for k, v in found.items() if v}, [re.sub("(file|dir|multi):[0-9a-f]{64}", r"\1:…", line)
                                                                     for line in history("compared", command)],
                            exported(command, "compared")))
        equal(results[0][0], results[1][0])
        for ours, other in zip(results[0][1], results[1][1]):
            equal(ours, other)
        equal(len(results[0][1]), len(results[1][1]))
        differing = [(path, results[0][2].get(path), results[1][2].get(path)) for path in sorted(set(results[0][2]) | set(results[1][2]))
                     if results[0][2].get(path) != results[1][2].get(path)]
        equal(differing, [])
    finally:
        peer.stop()
        theirs.remove()
        peer.remove()


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "build", dockerd=ON_DOCKERD, users={"alice": 1234}))

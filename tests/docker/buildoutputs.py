#!/usr/bin/env python3
"""The files of a build as a tar into a pipe of its caller, on an engine of ours.

  buildoutputs.py ENGINE [PART-OF-A-NAME ...]
"""

import io
import json
import os
import select
import signal
import socket
import sys
import tarfile
import threading
import time
import urllib.parse

from checks import contains, equal, ok, run_on_one_engine, true
import apiclient

docker = engine = None


def ask(dockerfile, **query):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        entry = tarfile.TarInfo("Dockerfile")
        entry.size = len(dockerfile)
        tar.addfile(entry, io.BytesIO(dockerfile.encode()))
    return apiclient.request(engine.socket, "POST", "/build?" + urllib.parse.urlencode(query), out.getvalue(),
                             {"Content-Type": "application/x-tar"}, seconds=60)


def into(descriptor, kind="tar"):
    return json.dumps([{"Type": kind, "Attrs": {"fd": str(descriptor)}}])


def written(dockerfile, blocking=True, **query):
    """The tar as its reader got it, and what the client was told."""
    reader, writer = os.pipe()
    os.set_blocking(writer, blocking)
    pieces = []

    def read():
        while piece := os.read(reader, 65536):
            pieces.append(piece)
    thread = threading.Thread(target=read)
    thread.start()
    answer = ask(dockerfile, outputs=into(writer), **query)
    os.close(writer)
    thread.join(20)
    true(not thread.is_alive(), "the tar has an end")
    os.close(reader)
    return b"".join(pieces), answer.body.decode()


BINARY = """FROM busybox AS make
RUN mkdir -p /out/sub && echo result > /out/sub/file && ln -s file /out/sub/link && chown 3:4 /out/sub/file && chmod 4750 /out/sub/file && dd if=/dev/zero of=/out/large bs=1M count=5
RUN rm /out/sub/../nothing 2>/dev/null; echo gone > /out/gone
FROM scratch
COPY --from=make /out/ /
"""


def images():
    return set(ok(docker("images", "-aq", "--no-trunc")).split())


def check_a_tar_of_the_result():
    before = images()
    for blocking in (True, False):
        data, told = written(BINARY, blocking)
        contains(told, "Successfully written")
        true("Successfully built" not in told, told)
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            equal(sorted(tar.getnames()), ["gone", "large", "sub", "sub/file", "sub/link"])
            file = tar.getmember("sub/file")
            equal((file.uid, file.gid, file.mode, tar.extractfile(file).read()), (3, 4, 0o4750, b"result\n"))
            equal(tar.getmember("sub/link").linkname, "file")
            equal(tar.getmember("large").size, 5 << 20)
    equal(images(), before, "no image was made")
    newest = apiclient.request(engine.socket, "GET", "/quayside/builds?limit=1").json()[0]
    equal(newest["State"], "done")


def check_what_layers_hide_is_not_in_it():
    data, told = written("FROM busybox\nRUN rm /etc/passwd && mkdir /new\n", t="both")
    contains(told, "Successfully built")
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        names = tar.getnames()
    true("etc/passwd" not in names and "new" in names and "bin/busybox" in names, names[:20])
    true(not [name for name in names if "/.wh." in name], "it is no layer")
    ok(docker("run", "--rm", "both", "true"))
    ok(docker("rmi", "both"))
    equal(len(written("FROM scratch\nENV A=b\n")[0]) % 512, 0, "of nothing an empty one")


def check_a_reader_that_goes_ends_the_build():
    reader, writer = os.pipe()

    def read_a_little():
        os.read(reader, 100)
        os.close(reader)
    thread = threading.Thread(target=read_a_little)
    thread.start()
    answer = ask(BINARY, outputs=into(writer), t="nobody")
    contains(answer.body.decode(), "reader of the build's output has gone")
    thread.join()
    contains(ask(BINARY, outputs=into(writer)).body.decode(), "reader of the build's output has gone")
    os.close(writer)
    os.mkfifo(engine.folder + "/fifo")
    reader = os.open(engine.folder + "/fifo", os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open(engine.folder + "/fifo", os.O_WRONLY)
    os.close(reader)
    answer = ask(BINARY, outputs=into(writer))
    equal(answer.status, 400)
    contains(answer.json()["message"], "nobody reads")
    os.close(writer)
    equal(ok(docker("images", "-q", "nobody")), "")


def newest_state():
    return apiclient.request(engine.socket, "GET", "/quayside/builds?limit=1").json()[0]["State"]


def check_a_reader_that_waits_is_waited_for_until_the_client_goes():
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            ask(BINARY, outputs=into(writer))
        finally:
            os._exit(0)
    true(apiclient.wait_until(lambda: select.select([reader], [], [], 0)[0], 10), "it writes")
    time.sleep(0.5)
    equal(newest_state(), "running")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    true(apiclient.wait_until(lambda: newest_state() != "running", 10), "it has ended")
    os.close(reader), os.close(writer)


def check_only_pipes_are_written_to():
    reader, writer = os.pipe()
    file = os.open(engine.folder + "/file", os.O_RDWR | os.O_CREAT)
    path = os.open("/etc/shadow", os.O_PATH)
    left, right = socket.socketpair()
    for wrong in (reader, file, path, left.fileno(), 9999, -1, "x", "", "1 "):
        equal(ask(BINARY, outputs=into(wrong)).status, 400, wrong)
    for wrong in ("{}", "1", '["x"', "[{}"):
        equal(ask(BINARY, outputs=wrong).status, 400, wrong)
    for wrong in ("[1]", '[{"Type":1}]', '[{"Type":"oci"}]', into(writer, "local")):
        equal(ask(BINARY, outputs=wrong).status, 501, wrong)
    for wrong in ('[{"Type":"tar"}]', '[{"Type":"tar","Attrs":5}]', '[{"Type":"tar","Attrs":{"fd":7}}]'):
        equal(ask(BINARY, outputs=wrong).status, 400, wrong)
    for descriptor in (reader, writer, file, path):
        os.close(descriptor)
    left.close(), right.close()


if __name__ == "__main__":
    sys.exit(run_on_one_engine(globals(), "buildoutputs"))

#!/usr/bin/env python3
"""What the build cache of an engine of ours keeps: by itself, and when it is pruned.

  buildcache.py ENGINE [PART-OF-A-NAME ...]
"""

import io
import json
import os
import shutil
import sys
import tarfile
import urllib.parse

from checks import Docker, contains, end_engine, equal, ok, run_on_one_engine, true
import apiclient
import engines

docker = engine = archive = None
LIMIT = 3000000


class Small(engines.Quayside):
    """With a small cache."""

    def command(self):
        return super().command() + ["--build-cache-limit", str(LIMIT)]


def built(dockerfile, **query):
    """How many steps were in the cache."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        entry = tarfile.TarInfo("Dockerfile")
        entry.size = len(dockerfile)
        tar.addfile(entry, io.BytesIO(dockerfile.encode()))
    answer = apiclient.request(engine.socket, "POST", "/build?" + urllib.parse.urlencode(query), out.getvalue(),
                               {"Content-Type": "application/x-tar"}, seconds=60)
    contains(answer.body.decode(), "Successfully built")
    return answer.body.count(b"Using cache")


def megabytes(number, name):
    return "FROM busybox\nRUN dd if=/dev/urandom of=/%s bs=1M count=%d\n" % (name, number)


def usage():
    return apiclient.request(engine.socket, "GET", "/system/df?type=build-cache").json()["BuildCache"]


def prune(filters=None, **query):
    if filters:
        query["filters"] = json.dumps(filters)
    return apiclient.request(engine.socket, "POST", "/build/prune?" + urllib.parse.urlencode(query))


def remove_images():
    for image in ok(docker("images", "-q", "--no-trunc", "--filter", "dangling=true")).split():
        docker("rmi", image)


def check_it_keeps_to_its_size():
    for name in "abcde":
        built(megabytes(1, name))
        remove_images()
    equal(built(megabytes(1, "e")), 1)
    remove_images()
    built("FROM busybox\nLABEL end=of\n")  # its end finds what only the cache has now
    left = [step for step in usage() if not step["Shared"]]
    true(0 < sum(step["Size"] for step in left) <= LIMIT, left)
    equal(built(megabytes(1, "e")), 1, "what was used last is there")
    equal(built(megabytes(1, "a")), 0, "what was not is gone")


def check_what_images_have_costs_nothing():
    prune()
    built(megabytes(2, "kept"), t="kept")
    for name in "fghi":
        built(megabytes(1, name))
        remove_images()
    equal(built(megabytes(2, "kept")), 1)
    ok(docker("rmi", "kept"))


def check_filters_of_a_prune():
    prune()
    built("FROM busybox\nRUN --mount=type=cache,id=own,target=/c echo x > /c/x; echo y > /y\nENV A=b\n", t="filtered")
    mounts = engine.root + "/buildmounts/0"
    true(os.listdir(mounts))
    both = {step["ID"]: step for step in usage()}
    equal(len(both), 2)
    equal(prune({"type": ["source.local"]}).json()["CachesDeleted"], None)
    equal(prune({"inuse": ["true"]}).json()["CachesDeleted"], None)
    equal(prune({"private": ["true"], "description": ["none"]}).json()["CachesDeleted"], None)
    true(os.listdir(mounts), "a filter spares cache mounts")
    true(prune({"type": ["exec.cachemount"]}).json()["SpaceReclaimed"] >= 2)
    equal(os.listdir(mounts), [])
    equal(len(usage()), 2)
    equal(len(prune({"shared": ["true"]}).json()["CachesDeleted"]), 1, "the layer is the image's too")
    last, = usage()
    equal(prune({"parent": [last["Parents"][0]]}).json()["CachesDeleted"], [last["ID"]])
    for wrong in ({"colour": ["red"]}, {"private": ["maybe"]}):
        equal(prune(wrong).status, 400, wrong)
    for wrong in ("-1", "many"):
        equal(prune(**{"max-used-space": wrong}).status, 400, wrong)


def check_limits_of_a_prune():
    prune()
    for name in ("one", "two"):
        built(megabytes(1, name))
        remove_images()
    prune(**{"max-used-space": 1500000})
    equal((built(megabytes(1, "two")), built(megabytes(1, "one"))), (1, 0))
    remove_images()
    prune(**{"reserved-space": 100000000})
    equal(len([step for step in usage() if step["Size"] > 1000000]), 2)
    prune(**{"min-free-space": 1})
    equal(len([step for step in usage() if step["Size"] > 1000000]), 2, "it is free already")
    prune(**{"min-free-space": 2 ** 60})
    equal(usage(), [])


def check_cache_from_an_image_of_another_builder():
    if not shutil.which("dockerd"):
        print("        (no dockerd: not compared)")
        return
    folder = engine.folder + "/elsewhere"
    os.makedirs(folder)
    for name, text in (("f", "f\n"), ("Dockerfile", "FROM busybox\nRUN echo $RANDOM > /x\nENV A=b\nARG V=1\nRUN cat /x\nWORKDIR /w\nCOPY f /f\n")):
        with open(folder + "/" + name, "w") as file:
            file.write(text)
    other = engines.Dockerd("buildcache-dockerd")
    there = Docker(other)
    docker.env["DOCKER_BUILDKIT"] = there.env["DOCKER_BUILDKIT"] = "0"
    try:
        other.start()
        ok(there("load", "-i", archive))
        ok(there("build", "-t", "theirs", folder))
        ok(docker("load", stdin=there("save", "theirs").raw))
    finally:
        end_engine(other, {"docker": there})
    equal(ok(docker("build", "--cache-from", "theirs", folder)).count("Using cache"), 5, "all but COPY")
    prune()
    equal(ok(docker("build", folder)).count("Using cache"), 0)


if __name__ == "__main__":
    if os.geteuid() != 0:
        engines.skip("starting an engine needs root")
    sys.exit(run_on_one_engine(globals(), "buildcache", engine=Small(sys.argv[1], "buildcache")))

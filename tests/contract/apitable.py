#!/usr/bin/env python3
"""docs/api.md must name every endpoint and every create option of the contract, each once, with what this engine makes
of it; what it says of an endpoint must be what the routes of engine/server say; and requests/ must ask each endpoint.

  apitable.py [TOP-OF-THE-SOURCE]
"""

import glob
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROW = re.compile(r"^\| `([^`]+)` \| (\w[\w ]*) \| (.*) \|$", re.M)
ROUTE = re.compile(r'\{\s*"(GET|HEAD|POST|PUT|DELETE)",\s*"(/[^"]*)"')
WORDS = ("done", "refused", "out of scope", "not yet")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def routes(top):
    """The routes that the engine has, and those that it refuses: {"GET /info"}, parameters without their names."""
    served, refused = set(), set()
    for path in glob.glob(top + "/engine/server/routes/**/*.cpp", recursive=True):
        found = {plain(method + " " + pattern) for method, pattern in ROUTE.findall(read(path))}
        (refused if path.endswith("/unsupported.cpp") else served).update(found)
    return served, refused


def plain(endpoint):
    return re.sub(r"\{[^}]*\}", "{}", endpoint)


def asked():
    """Method and path, without version and query, of every recorded request."""
    steps = [step for path in glob.glob(HERE + "/requests/*.json") for step in json.loads(read(path))]
    return {step["method"] + " " + re.sub(r"^/v[\d.]+", "", step["path"].split("?")[0]) for step in steps}


def without_request(endpoints):
    """A request belongs to the pattern that has the most of its path in so many words: /volumes/prune is no volume."""
    patterns = {name: re.compile(re.sub(r"\\{name\\}", ".+", re.sub(r"\\{id\\}", "[^/]+", re.escape(name))))
                for name in endpoints}
    left = set(endpoints)
    for request in asked():
        fitting = [name for name, pattern in patterns.items() if pattern.fullmatch(request)]
        left.discard(max(fitting, key=lambda name: len(plain(name)), default=None))
    return left


def problems(top):
    names = json.loads(read(HERE + "/names.json"))
    rows = ROW.findall(read(top + "/docs/api.md"))
    listed = [name for name, _, _ in rows]
    for name in names["endpoints"] + names["options"]:
        if name not in listed:
            yield "docs/api.md lacks a row for `%s`" % name
    for name in listed:
        if listed.count(name) > 1:
            yield "docs/api.md has several rows for `%s`" % name
        if name not in names["endpoints"] + names["options"]:
            yield "docs/api.md has a row for `%s`, which the contract does not know" % name
    for name in without_request(names["endpoints"]):
        yield "no request of tests/contract/requests asks `%s`" % name
    served, refused = routes(top)
    for name, status, remark in rows:
        if status not in WORDS:
            yield "`%s`: the second column is one of: %s" % (name, ", ".join(WORDS))
        if status != "done" and len(remark.strip()) < 10:
            yield "`%s` is %s: the third column must say why, or with which sentence" % (name, status)
        if " /" not in name:
            continue
        if status == "done" and plain(name) not in served:
            yield "`%s` is said to be done, and no route serves it" % name
        if status != "done" and plain(name) in served and plain(name) not in refused:
            yield "`%s` is said to be %s, and a route serves it" % (name, status)


def main():
    top = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "..")
    found = sorted(set(problems(top)))
    for problem in found:
        print(problem)
    print("%d problems" % len(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

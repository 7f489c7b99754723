#!/usr/bin/env python3
"""Two registries for the tests of the window: one for everybody, one that wants a login. Their places come on standard
output; a line of standard input is a command: stall (the next blobs stop half-way), release, fill N (repositories), end."""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "docker"))
import fakeregistry  # noqa: E402


class Handler(fakeregistry.Handler):
    """Also lists and deletes."""

    def act(self):
        path, _, query = self.path.partition("?")
        if path == "/v2/_catalog":
            names = sorted({name for name, _ in self.server.manifests} | self.server.filled)
            return self.page("repositories", names, query, "/v2/_catalog")
        if found := re.fullmatch(r"/v2/(.+)/tags/list", path):
            tags = sorted(tag for name, tag in self.server.manifests if name == found[1] and ":" not in tag)
            return self.page("tags", tags, query, path, found[1])
        if self.command == "DELETE" and (found := re.fullmatch(r"/v2/(.+)/manifests/(sha256:\w+)", path)):
            return self.delete(*found.groups())
        if "/manifests/" in path and self.command in ("GET", "HEAD"):
            return self.digested_manifest(*re.fullmatch(r"/v2/(.+)/manifests/([^/]+)", path).groups())
        return super().act()

    def page(self, key, names, query, path, name=""):
        count = int((re.search(r"\bn=(\d+)", query) or [0, "100"])[1])
        last = re.search(r"\blast=([^&]*)", query)
        if last:
            names = [one for one in names if one > last[1].replace("%2F", "/").replace("%2f", "/")]
        shown = names[:count]
        body = ('{"name":"%s","%s":[%s]}' % (name, key, ",".join('"%s"' % one for one in shown))).encode()
        more = {} if len(names) <= count else {"Link": '<%s?n=%d&last=%s>; rel="next"' % (path, count, shown[-1])}
        self.answer(200, body, Content_Type="application/json", **more)

    def digested_manifest(self, repository, reference):
        found = self.server.manifests.get((repository, reference))
        if not found:
            return self.wrong(404, "manifest unknown")
        return self.answer(200, found[1], Content_Type=found[0], Docker_Content_Digest=fakeregistry.digest_of(found[1]))

    def delete(self, repository, digest):
        mine = [key for key, found in self.server.manifests.items()
                if key[0] == repository and fakeregistry.digest_of(found[1]) == digest]
        for key in mine:
            del self.server.manifests[key]
        return self.answer(202) if mine else self.wrong(404, "manifest unknown")


def make():
    server = fakeregistry.Server(os.getpid())
    server.RequestHandlerClass = Handler
    server.filled = set()
    return server


def main():
    everybody, closed = make(), make()
    closed.token_server = True
    print(everybody.place, closed.place, flush=True)
    for line in sys.stdin:
        command, *values = line.split() or [""]
        if command == "stall":
            everybody.released.clear()
            everybody.trouble = [("/blobs/", "stall")] * 8
        elif command == "release":
            everybody.trouble = []
            everybody.released.set()
        elif command == "fill":
            everybody.filled = {"many/box%04d" % i for i in range(int(values[0]))}
        elif command == "end":
            break
        print("done", flush=True)


if __name__ == "__main__":
    main()

"""A registry (OCI distribution-spec) that does what the tests want: tokens, redirects, and every way to fail."""

import base64
import ctypes
import hashlib
import http.server
import json
import os
import re
import socket
import threading

CLONE_NEWNET = 0x40000000
USER, PASSWORD = "alice", "s3cret:with colon"


def digest_of(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


class Server(http.server.ThreadingHTTPServer):
    """Listens in the network namespace of a process. `blobs` and `manifests` are what it has; `asked` what came."""

    daemon_threads = True

    def __init__(self, pid, host="127.0.0.1"):
        self.blobs, self.manifests, self.asked = {}, {}, []
        self.token_server = False  # tokens instead of nothing
        self.other = None          # a Server that blobs are redirected to
        self.trouble = []          # (part of a path, what happens): each happens once
        self.lock = threading.Lock()
        self.released = threading.Event()  # ends stalls
        super().__init__((host, 0), Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = socket_in(pid, host)
        self.server_address = self.socket.getsockname()
        self.place = "%s:%d" % self.server_address
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self):
        self.released.set()
        self.shutdown()
        self.server_close()

    def next_trouble(self, path):
        with self.lock:
            for entry in self.trouble:
                if entry[0] in path:
                    self.trouble.remove(entry)
                    return entry[1]
        return None


def socket_in(pid, host):
    """A listening socket made by a thread that has entered the namespace: it belongs there for good."""
    made = []

    def make():
        with open("/proc/%d/ns/net" % pid) as namespace:
            if ctypes.CDLL(None, use_errno=True).setns(namespace.fileno(), CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "entering the engine's network")
        made.append(socket.create_server((host, 0), backlog=64))

    thread = threading.Thread(target=make)
    thread.start()
    thread.join()
    return made[0]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def wrong(self, status, message, **headers):
        self.answer(status, json.dumps({"errors": [{"code": "X", "message": message}]}).encode(), **headers)

    def serve(self):
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        given = self.headers.get("Authorization", "")
        self.server.asked.append((self.command, self.path, given))
        if self.path.startswith("/token"):
            return self.give_token(given)
        if self.server.token_server and not given.startswith("Bearer t-"):
            return self.wrong(401, "authentication required", WWW_Authenticate='Bearer realm="http://%s/token",service="fake"' %
                              self.server.place)
        trouble = self.server.next_trouble(self.path)
        if trouble:
            return self.fail(trouble)
        return self.act()

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = serve

    def give_token(self, given):
        right = "Basic " + base64.b64encode(("%s:%s" % (USER, PASSWORD)).encode()).decode()
        if given != right:
            return self.wrong(401, "incorrect username or password")
        return self.answer(200, json.dumps({"token": "t-" + os.urandom(4).hex()}).encode())

    def act(self):
        if self.path == "/v2/":
            return self.answer(200, b"{}")
        if found := re.fullmatch(r"/v2/(.+)/manifests/([^/]+)", self.path):
            return self.manifest(*found.groups())
        if found := re.fullmatch(r"/v2/(.+)/blobs/(sha256:[0-9a-f]{64})(\?.*)?", self.path):
            return self.blob(found[2])
        if found := re.fullmatch(r"/v2/(.+)/blobs/uploads/(.*)", self.path):
            return self.upload(found[1], found[2])
        return self.wrong(404, "not found")

    def manifest(self, repository, reference):
        if self.command == "PUT":
            for name in (reference, digest_of(self.body)):
                self.server.manifests[repository, name] = self.headers["Content-Type"], self.body
            return self.answer(201, Docker_Content_Digest=digest_of(self.body))
        found = self.server.manifests.get((repository, reference))
        if not found:
            return self.wrong(404, "manifest unknown")
        return self.answer(200, found[1], Content_Type=found[0])

    def blob(self, digest):
        if digest not in self.server.blobs:
            return self.wrong(404, "blob unknown")
        if self.server.other and self.command == "GET":
            return self.answer(307, Location="http://%s%s?signed=yes" % (self.server.other.place, self.path))
        return self.send_blob(self.server.blobs[digest])

    def send_blob(self, data):
        start = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if not start:
            return self.answer(200, data)
        first = int(start[1])
        return self.answer(206, data[first:], Content_Range="bytes %d-%d/%d" % (first, len(data) - 1, len(data)))

    def upload(self, repository, query):
        if self.command == "POST":
            return self.answer(202, Location="/v2/%s/blobs/uploads/1" % repository)
        digest = re.search(r"digest=([^&]+)", query)[1].replace("%3A", ":")
        if digest_of(self.body) != digest:
            return self.wrong(400, "digest invalid")
        self.server.blobs[digest] = self.body
        return self.answer(201)

    def fail(self, trouble):
        digest = self.path.split("?")[0].rsplit("/", 1)[1]
        data = self.server.blobs.get(digest, b"")
        if trouble == "short":  # half of it, then the connection ends
            self.answer(200, data[:len(data) // 2], Content_Length=str(len(data)))
            self.close_connection = True
        elif trouble == "wrong":
            self.answer(200, b"?" + data[1:])
        elif trouble == "stall":
            self.answer(200, data[:1000], Content_Length=str(len(data)))
            self.wfile.flush()
            self.server.released.wait(60)
            self.close_connection = True
        elif trouble == "loop":
            self.answer(307, Location=self.path)
            self.server.trouble.append(("/blobs/", "loop"))
        elif trouble == 429:
            self.wrong(429, "slow down", Retry_After="1")
        else:
            self.wrong(trouble, "out of order")


class SecondHost(Server):
    """What blobs are redirected to: storage that knows no tokens."""

    def __init__(self, pid, first):
        super().__init__(pid, "127.0.0.2")
        self.blobs = first.blobs



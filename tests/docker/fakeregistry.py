"""A registry (OCI distribution-spec) that does what the tests want: tokens, redirects, and every way to fail."""

import base64
import ctypes
import hashlib
import http.server
import json
import os
import re
import socket
import socketserver
import threading
import urllib.parse

CLONE_NEWNET = 0x40000000
USER, PASSWORD = "alice", "s3cret:with colon"


def right_password():
    return "Basic " + base64.b64encode(("%s:%s" % (USER, PASSWORD)).encode()).decode()


def digest_of(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


class Server(http.server.ThreadingHTTPServer):
    """Listens in the network namespace of a process. `blobs` and `manifests` are what it has; `asked` what came.

    `tls`: an ssl.SSLContext. `port` 0: any."""

    daemon_threads = True

    def __init__(self, pid, host="127.0.0.1", port=0, tls=None):
        self.blobs, self.manifests, self.asked = {}, {}, []
        self.token_server = False  # tokens instead of nothing
        self.realm = None          # of the token server; None: this one
        self.token_uses = None     # requests until a token is refused; None: any number
        self.tokens = {}           # token: [scopes, uses]
        self.basic = False         # a password with each request
        self.held = None           # a set of (repository, digest): blobs are in repositories; None: anywhere
        self.deletion, self.ranges = True, True
        self.ranges_asked = []     # (digest, first byte) of each blob that is sent; 0: all of it
        self.paged_by = "last"     # the parameter that Link names
        self.found = []            # what a search gives
        self.other = None          # a Server that blobs are redirected to
        self.uploads = {}          # number: what has come of a blob
        self.least_chunk = 0       # of an upload: what OCI-Chunk-Min-Length asks for
        self.most_at_once = None   # a request with more is 413
        self.forgetful = False     # an upload whose request broke is gone
        self.trouble = []          # (part of a path, what happens): each happens once
        self.lock = threading.Lock()
        self.released = threading.Event()  # ends stalls
        super().__init__((host, 0), Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = socket_in(pid, host, port)
        self.server_address = self.socket.getsockname()
        self.place = "%s:%d" % self.server_address
        self.scheme = "https" if tls else "http"
        self.tls = tls
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def finish_request(self, request, client_address):
        if self.tls:  # here, in the connection's own thread: a handshake may take as long as it wants
            try:
                request = self.tls.wrap_socket(request, server_side=True)
            except OSError:
                return
        try:
            super().finish_request(request, client_address)
        except OSError:
            pass  # the client went away
        finally:
            if self.tls:
                request.close()

    def end(self):
        self.released.set()
        self.shutdown()
        self.server_close()

    def next_trouble(self, request, cut=False):
        """`request`: method and path. `cut`: only one that breaks a request; else none of these."""
        with self.lock:
            for entry in self.trouble:
                if entry[0] in request and (entry[1] == "cut") == cut:
                    self.trouble.remove(entry)
                    return entry[1]
        return None

    def take_token(self, given):
        """Whether a token is good for one more request."""
        with self.lock:
            entry = self.tokens.get(given.removeprefix("Bearer "))
            if not entry or entry[1] == 0:
                return False
            entry[1] -= 1
            return True

    def tags(self, repository):
        return sorted(tag for name, tag in self.manifests if name == repository and ":" not in tag)


def in_network(pid, make):
    """What a thread that has entered the namespace makes: its sockets belong there for good."""
    made = []

    def enter():
        with open("/proc/%d/ns/net" % pid) as namespace:
            if ctypes.CDLL(None, use_errno=True).setns(namespace.fileno(), CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "entering the engine's network")
        made.append(make())

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    return made[0]


def socket_in(pid, host, port=0):
    return in_network(pid, lambda: socket.create_server((host, port), backlog=64))


def connection_in(pid, place):
    host, port = place.rsplit(":", 1)
    return in_network(pid, lambda: socket.create_connection((host, int(port)), timeout=20))


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
        length = int(self.headers.get("Content-Length", 0))
        if length > 0 and "/uploads/" in self.path and self.server.next_trouble(self.command + " " + self.path, cut=True):
            return self.cut_off(length)
        self.body = self.rfile.read(length)
        given = self.headers.get("Authorization", "")
        self.server.asked.append((self.command, self.path, given))
        if self.path.startswith("/token"):
            trouble = self.server.next_trouble(self.command + " " + self.path)
            return self.fail(trouble) if trouble else self.give_token(given)
        if self.server.token_server and not self.server.take_token(given):
            realm = self.server.realm or "%s://%s/token" % (self.server.scheme, self.server.place)
            return self.wrong(401, "authentication required", WWW_Authenticate='Bearer realm="%s",service="fake"' % realm)
        if self.server.basic and given != right_password():
            return self.wrong(401, "authentication required", WWW_Authenticate='Basic realm="fake"')
        trouble = self.server.next_trouble(self.command + " " + self.path)
        if trouble:
            return self.fail(trouble)
        return self.act()

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = serve

    def give_token(self, given):
        if given != right_password():
            return self.wrong(401, "incorrect username or password")
        scopes = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("scope", [])
        token = "t-" + os.urandom(4).hex()
        self.server.tokens[token] = [scopes, -1 if self.server.token_uses is None else self.server.token_uses]
        return self.answer(200, json.dumps({"token": token}).encode())

    def act(self):
        if self.path == "/v2/":
            return self.answer(200, b"{}")
        if found := re.fullmatch(r"/v2/(.+)/manifests/([^/]+)", self.path):
            return self.manifest(*found.groups())
        if found := re.fullmatch(r"/v2/(.+)/blobs/(sha256:[0-9a-f]{64})(\?.*)?", self.path):
            return self.blob(found[1], found[2])
        if found := re.fullmatch(r"/v2/(.+)/blobs/uploads/(.*)", self.path):
            return self.upload(found[1], found[2])
        if self.path.startswith("/v2/_catalog"):
            return self.page("repositories", sorted({name for name, _ in self.server.manifests}))
        if found := re.fullmatch(r"/v2/(.+)/tags/list(\?.*)?", self.path):
            return self.page("tags", self.server.tags(found[1]))
        if self.path.startswith("/v1/search"):
            return self.answer(200, json.dumps({"num_results": len(self.server.found), "results": self.server.found}).encode())
        return self.wrong(404, "not found")

    def page(self, key, names):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        count, by = int(query.get("n", ["1000"])[0]), self.server.paged_by
        last = query.get(by, [""])[0]
        rest = [name for name in names if name > last]
        headers = {}
        if len(rest) > count:
            link = urllib.parse.urlencode({by: rest[count - 1], "n": count})
            headers["Link"] = '<%s?%s>; rel="next"' % (self.path.split("?")[0], link)
        return self.answer(200, json.dumps({key: rest[:count] or None}).encode(), **headers)

    def manifest(self, repository, reference):
        if self.command == "PUT":
            for name in (reference, digest_of(self.body)):
                self.server.manifests[repository, name] = self.headers["Content-Type"], self.body
            return self.answer(201, Docker_Content_Digest=digest_of(self.body))
        if self.command == "DELETE":
            return self.delete(repository, reference)
        found = self.server.manifests.get((repository, reference))
        if not found:
            return self.wrong(404, "manifest unknown")
        return self.answer(200, found[1], Content_Type=found[0])

    def delete(self, repository, digest):
        if not self.server.deletion:
            return self.wrong(405, "The operation is unsupported.")
        gone = [key for key, value in self.server.manifests.items() if key[0] == repository and digest_of(value[1]) == digest]
        for key in gone:
            del self.server.manifests[key]
        return self.answer(202) if gone and ":" in digest else self.wrong(404, "manifest unknown")

    def blob(self, repository, digest):
        held = self.server.held is None or (repository, digest) in self.server.held
        if digest not in self.server.blobs or not held:
            return self.wrong(404, "blob unknown")
        if self.server.other and self.command == "GET":
            return self.answer(307, Location="%s://%s%s?signed=yes" % (
                self.server.other.scheme, self.server.other.place, self.path))
        if self.command == "GET":
            start = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
            self.server.ranges_asked.append((digest, int(start[1]) if start else 0))
        return self.send_blob(self.server.blobs[digest])

    def send_blob(self, data):
        start = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if not start or not self.server.ranges:
            return self.answer(200, data)
        first = int(start[1])
        return self.answer(206, data[first:], Content_Range="bytes %d-%d/%d" % (first, len(data) - 1, len(data)))

    def cut_off(self, length):
        """The connection breaks in the middle of what is sent."""
        part = self.rfile.read(length // 2)
        self.server.asked.append((self.command, self.path, self.headers.get("Content-Range", "")))
        number = self.path.split("?")[0].rsplit("/", 1)[1]
        if self.server.forgetful:
            self.server.uploads.pop(number, None)
        elif number in self.server.uploads:
            self.server.uploads[number] += part
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def upload(self, repository, query):
        values = urllib.parse.parse_qs(urllib.parse.urlsplit("/" + query).query)
        if self.command == "POST" and "mount" in values and self.mount(repository, values["mount"][0], values["from"][0]):
            return self.answer(201)
        if self.command == "POST":
            return self.begin_upload(repository)
        number = query.split("?")[0]
        if number not in self.server.uploads:
            return self.wrong(404, "upload unknown")
        if self.server.most_at_once is not None and len(self.body) > self.server.most_at_once:
            return self.wrong(413, "too much at once")
        if self.command == "PUT":
            return self.end_upload(repository, number, values["digest"][0])
        return self.patch_or_tell(repository, number)

    def begin_upload(self, repository):
        with self.server.lock:
            number = str(len(self.server.asked)) + os.urandom(2).hex()
            self.server.uploads[number] = b""
        least = {"OCI_Chunk_Min_Length": str(self.server.least_chunk)} if self.server.least_chunk else {}
        return self.answer(202, Location="/v2/%s/blobs/uploads/%s" % (repository, number), **least)

    def patch_or_tell(self, repository, number):
        """PATCH: one chunk more; GET: how far it is."""
        so_far = self.server.uploads[number]
        first = self.headers.get("Content-Range", "").split("-")[0]
        if self.command == "PATCH" and first != str(len(so_far)):
            return self.wrong(416, "not from there")
        if self.command == "PATCH":
            self.server.uploads[number] = so_far = so_far + self.body
        return self.answer(202 if self.command == "PATCH" else 204, Range="0-%d" % max(0, len(so_far) - 1),
                           Location="/v2/%s/blobs/uploads/%s" % (repository, number))

    def end_upload(self, repository, number, digest):
        data = self.server.uploads.pop(number) + self.body
        if digest_of(data) != digest:
            return self.wrong(400, "digest invalid")
        self.server.blobs[digest] = data
        self.keep(repository, digest)
        trouble = self.server.next_trouble("stored " + digest)  # the blob is there, the answer says otherwise
        return self.wrong(trouble, "too slow") if trouble else self.answer(201)

    def keep(self, repository, digest):
        if self.server.held is not None:
            self.server.held.add((repository, digest))

    def mount(self, repository, digest, sibling):
        """Only with a token that allows to pull from the sibling, where there are tokens."""
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        scopes = self.server.tokens.get(token, [[], 0])[0]
        allowed = not self.server.token_server or "repository:%s:pull" % sibling in scopes
        if not allowed or self.server.held is None or (sibling, digest) not in self.server.held:
            return False
        self.keep(repository, digest)
        return True

    def fail(self, trouble):
        digest = self.path.split("?")[0].rsplit("/", 1)[1]
        data = self.server.blobs.get(digest, b"")
        if trouble == "short":  # half of it, then the connection ends
            self.answer(200, data[:len(data) // 2], Content_Length=str(len(data)))
            self.close_connection = True
        elif trouble == "wrong":
            self.answer(200, b"?" + data[1:])
        elif trouble == "stall":
            self.answer(200, data[:1000], Content_Length=str(len(data) or 1000))
            self.wfile.flush()
            self.server.released.wait(60)
            self.close_connection = True
        elif trouble == "half":  # and then nothing more
            self.answer(200, data[:len(data) // 2], Content_Length=str(len(data)))
            self.wfile.flush()
            self.server.released.wait(60)
            self.close_connection = True
        elif trouble == "loop":
            self.answer(307, Location=self.path)
            self.server.trouble.append((self.path.split("?")[0], "loop"))
        elif trouble == "big":  # more than any document may have
            self.answer(200, b'{"token":"' + b"x" * (5 << 20) + b'"}')
        elif trouble == "deep":
            self.answer(200, b"[" * 100_000)
        elif trouble == 429:
            self.wrong(429, "slow down", Retry_After="1")
        else:
            self.wrong(trouble, "out of order")


class SecondHost(Server):
    """What blobs are redirected to: storage that knows no tokens."""

    def __init__(self, pid, first, host="127.0.0.2", tls=None):
        super().__init__(pid, host, tls=tls)
        self.blobs = first.blobs


class Proxy(socketserver.ThreadingTCPServer):
    """Takes CONNECT, and requests with whole addresses, to `ways` ("host:port": the place of a Server)."""

    daemon_threads = True

    def __init__(self, pid, host, port, credentials):
        self.ways, self.asked = {}, []  # asked: (method, target, whether the password was right)
        self.credentials = "Basic " + base64.b64encode(credentials.encode()).decode()
        self.pid = pid
        super().__init__((host, 0), ProxyHandler, bind_and_activate=False)
        self.socket.close()
        self.socket = socket_in(pid, host, port)
        self.server_address = self.socket.getsockname()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self):
        self.shutdown()
        self.server_close()


class ProxyHandler(socketserver.StreamRequestHandler):
    def handle(self):
        while True:
            line = self.rfile.readline().decode()
            head = {}
            while (field := self.rfile.readline().decode().strip()):
                name, _, value = field.partition(":")
                head[name.lower()] = value.strip()
            if not line.strip():
                return None
            method, target, _ = line.split()
            known = head.get("proxy-authorization") == self.server.credentials
            self.server.asked.append((method, target, known))
            if known:
                break
            self.rfile.read(int(head.get("content-length", 0)))
            self.wfile.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                             b"Content-Length: 0\r\n\r\n")
        way = self.server.ways.get(target if method == "CONNECT" else urllib.parse.urlsplit(target).netloc)
        if not way:
            return self.wfile.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        there = connection_in(self.server.pid, way)
        if method == "CONNECT":
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            path = target.split("/", 3)[3]
            fields = "".join("%s: %s\r\n" % pair for pair in head.items() if not pair[0].endswith("connection"))
            there.sendall(("%s /%s HTTP/1.1\r\n%sConnection: close\r\n\r\n" % (method, path, fields)).encode())
        other = threading.Thread(target=self.copy, args=(there.recv, self.connection), daemon=True)
        other.start()
        self.copy(self.rfile.read1, there)
        other.join()
        return None

    @staticmethod
    def copy(read, target):
        try:
            while piece := read(65536):
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass



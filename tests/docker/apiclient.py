"""A small client of the Engine API over a unix socket: one connection a request."""

import http.client
import json
import socket
import struct
import time


class _Connection(http.client.HTTPConnection):
    def __init__(self, path, seconds):
        super().__init__("localhost", timeout=seconds)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


def request(path, method, target, body=None, headers=None, seconds=60):
    """Sends one request; `body` is bytes, or something that becomes JSON. Reads the whole answer."""
    headers = dict(headers or {})
    if body is not None and not isinstance(body, bytes):
        body = json.dumps(body).encode()
        headers.setdefault("Content-Type", "application/json")
    connection = _Connection(path, seconds)
    try:
        try:
            connection.request(method, target, body=body, headers=headers)
        except BrokenPipeError:
            pass  # refused before the body was read: the answer is there all the same
        answer = connection.getresponse()
        return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def hijack(path, method, target, body=None, headers=None, typed=None, seconds=20):
    """Starts a hijacked stream and reads until the other side ends. With `typed`: sends that, then ends its own side."""
    text = json.dumps(body).encode() if body is not None else b""
    head = ["%s %s HTTP/1.1" % (method, target), "Host: localhost", "Content-Length: %d" % len(text)]
    if text:
        head.append("Content-Type: application/json")
    head += ["%s: %s" % pair for pair in (headers or {}).items()]
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(seconds)
    connection.connect(path)
    try:
        connection.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + text)
        received = b""
        while b"\r\n\r\n" not in received:
            piece = connection.recv(65536)
            if not piece:
                break
            received += piece
        lines, _, rest = received.partition(b"\r\n\r\n")
        status, answered = _parse_head(lines.decode("latin-1"))
        if status in (101, 200) and "content-length" not in answered:
            if typed is not None:
                connection.sendall(typed)
                connection.shutdown(socket.SHUT_WR)
            rest += _until_end(connection)
        elif "content-length" in answered:
            while len(rest) < int(answered["content-length"]):
                rest += connection.recv(65536)
        if answered.get("transfer-encoding") == "chunked":
            rest = dechunk(rest)
        return Answer(status, answered, rest)
    finally:
        connection.close()


def _parse_head(text):
    lines = text.split("\r\n")
    answered = {}
    for line in lines[1:]:
        name, _, value = line.partition(":")
        answered[name.strip().lower()] = value.strip()
    return int(lines[0].split()[1]), answered


def _until_end(connection):
    pieces = []
    while True:
        piece = connection.recv(65536)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)


def dechunk(data):
    out = b""
    while data:
        size, _, data = data.partition(b"\r\n")
        length = int(size, 16)
        if length == 0:
            break
        out += data[:length]
        data = data[length + 2:]
    return out


def frames(data):
    """Splits multiplexed output into {1: stdout, 2: stderr}."""
    out = {}
    while data:
        if len(data) < 8 or data[1:4] != b"\0\0\0":
            raise ValueError("not a frame: %r" % data[:16])
        stream, length = data[0], struct.unpack(">I", data[4:8])[0]
        if len(data) < 8 + length:
            raise ValueError("a frame is cut off")
        out[stream] = out.get(stream, b"") + data[8:8 + length]
        data = data[8 + length:]
    return out


def messages(data):
    """What the frames of a server's side of a web socket carry (RFC 6455, 5.2), up to its Close."""
    out = b""
    while data and data[0] & 15 != 8:
        size, at = data[1], 2  # never masked
        if size > 125:
            at += 2 if size == 126 else 8
            size = int.from_bytes(data[2:at], "big")
        out += data[at:at + size]
        data = data[at + size:]
    return out


def json_lines(data):
    return [json.loads(line) for line in data.decode().splitlines() if line.strip()]


def wait_until(condition, seconds=10):
    deadline = time.time() + seconds
    while time.time() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return bool(condition())

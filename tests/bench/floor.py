"""What a client costs by itself: a server that costs next to nothing, and a client that does."""
import base64
import contextlib
import json
import os
import socket
import threading

MEBIBYTE = 1 << 20
LAST_CHUNK = b"0\r\n\r\n"


class Floor:
    """Answers what `docker cp` asks: takes a PUT without looking at it, and gives a ready archive by sendfile(2). The folder
    /in is there for those who read it, and nowhere for those who write."""

    def __init__(self, path, archive):
        self.socket, self.archive, self.reads = path, archive, False
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(path)
        self.listener.listen(16)
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def end(self):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        os.unlink(self.socket)

    def serve(self, client):
        buffer = bytearray(MEBIBYTE)
        with client, contextlib.suppress(OSError):
            while (size := read_head(client, buffer)) > 0:
                method, target = bytes(buffer[:200]).decode("latin-1").split()[:2]
                if method == "PUT":
                    drain(client, buffer, size)
                    client.sendall(answer())
                elif method == "GET" and "/archive" in target:
                    self.give(client)
                elif "/archive" in target and "path=%2Fin" in target and not self.reads:
                    client.sendall(answer(404))
                else:
                    client.sendall(answer())

    def give(self, client):
        with open(self.archive, "rb") as file:
            left = os.fstat(file.fileno()).st_size
            client.sendall(answer(chunked=True))
            while left:
                now = min(left, MEBIBYTE)
                client.sendall(b"%x\r\n" % now)
                while now:
                    moved = os.sendfile(client.fileno(), file.fileno(), None, now)
                    now, left = now - moved, left - moved
                client.sendall(b"\r\n")
        client.sendall(LAST_CHUNK)


def answer(status=200, chunked=False):
    stat = {"name": "in", "size": 4096, "mode": 0o20000000755, "mtime": "2026-01-01T00:00:00Z", "linkTarget": ""}
    return (f"HTTP/1.1 {status} X\r\nApi-Version: 1.41\r\nOstype: linux\r\n"
            f"X-Docker-Container-Path-Stat: {base64.b64encode(json.dumps(stat).encode()).decode()}\r\n"
            + ("Transfer-Encoding: chunked\r\n\r\n" if chunked else "Content-Length: 0\r\n\r\n")).encode()


def read_head(client, buffer):
    """Bytes of the head and what came with it; 0: the client has gone."""
    size = 0
    while b"\r\n\r\n" not in buffer[:size]:
        got = client.recv_into(memoryview(buffer)[size:])
        if got == 0:
            return 0
        size += got
    return size


def drain(client, buffer, size):
    end = bytes(buffer[max(0, size - 5):size])
    while end != LAST_CHUNK:
        got = client.recv_into(buffer)
        end = (end + bytes(buffer[max(0, got - 5):got]))[-5:]


def connect(path, head):
    client = socket.socket(socket.AF_UNIX)
    client.connect(path)
    client.sendall(("\r\n".join(head) + "\r\nHost: x\r\nConnection: close\r\n\r\n").encode())
    return client


def put(path, target, archive):
    """Sends the file `archive` through the API; the kernel hands the socket its pages."""
    size = os.path.getsize(archive)
    with connect(path, [f"PUT {target} HTTP/1.1", f"Content-Length: {size}"]) as client, open(archive, "rb") as file:
        sent = 0
        while sent < size:
            sent += os.sendfile(client.fileno(), file.fileno(), sent, size - sent)
        status = client.recv(4096)
        if b" 200 " not in status:
            raise RuntimeError(f"PUT {target}: {status[:300]!r}")


def get(path, target, at_least):
    """Reads an archive through the API and throws it away."""
    buffer, total = bytearray(MEBIBYTE), 0
    with connect(path, [f"GET {target} HTTP/1.1"]) as client:
        while (got := client.recv_into(buffer)) > 0:
            total += got
    if total < at_least:
        raise RuntimeError(f"GET {target}: {total} bytes came")

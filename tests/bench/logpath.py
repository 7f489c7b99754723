"""How fast output goes from a container through its log file to a client that follows, and that all of it arrives."""
import hashlib
import os
import socket
import statistics
import time

from figures import Figure, NotMeasured
from quayside import join_frames

LINE = 120  # bytes, with the line's end


def _numbered(count):
    return b"".join(b"%09d %s\n" % (i, b"x" * (LINE - 11)) for i in range(count))


def _dechunk(data):
    out, at = [], 0
    while True:
        end = data.index(b"\r\n", at)
        size = int(data[at:end], 16)
        if size == 0:
            return b"".join(out)
        out.append(data[end + 2:end + 2 + size])
        at = end + 4 + size


def container_to_socket(engine, megabytes):
    """A container copies a file of numbered lines to its standard output while a client follows the log. The median of
    three runs after one that isn't counted: it takes the memory that page cache and client then have (on a virtual
    machine, from its host)."""
    if not os.path.isdir("/dev/shm"):
        raise NotMeasured("no /dev/shm to read the lines from")
    block = _numbered(16 * (1 << 20) // LINE)
    repeats = max(1, megabytes * (1 << 20) // len(block))
    source = f"/dev/shm/quayside-bench-{os.getpid()}"
    try:
        with open(source, "wb") as file:
            file.write(block)
        os.chmod(source, 0o644)
        seconds = [_once(engine, source, block, repeats) for _ in range(4 if megabytes > 100 else 1)]
    finally:
        os.unlink(source)
    speeds = [repeats * len(block) / 1e6 / one for one in seconds[-3:]]
    return [Figure("log: container to file to socket", statistics.median(speeds), "MB/s", 300, at_most=False,
                   detail=f"{min(speeds):.0f} to {max(speeds):.0f}; {repeats * len(block) / 1e6:.0f} MB in lines of "
                          f"{LINE} bytes, every byte compared")]


def _once(engine, source, block, repeats):
    """Seconds from the start of the container to the end of its log at the client."""
    ident = engine.create("sh", "-c", f"i=0; while [ $i -lt {repeats} ]; do cat /lines; i=$((i+1)); done",
                          host_config={"Binds": [f"{source}:/lines:ro"]})
    seconds, body = _follow(engine, ident)
    engine.remove_container(ident)
    expected = hashlib.sha256()
    for _ in range(repeats):
        expected.update(block)
    text = join_frames(_dechunk(body))
    if hashlib.sha256(text).digest() != expected.digest():
        raise RuntimeError(f"the log is not what was written: {len(text)} bytes of {repeats * len(block)}")
    return seconds


def _follow(engine, ident):
    """Starts the container and follows its log to the end: seconds, and the body as received."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(120)
        began = time.perf_counter()
        engine.start_container(ident)
        client.connect(engine.socket)
        client.sendall(f"GET /containers/{ident}/logs?stdout=1&stderr=1&follow=1 HTTP/1.1\r\n"
                       "Host: x\r\nConnection: close\r\n\r\n".encode())
        pieces = []
        while piece := client.recv(1 << 20):
            pieces.append(piece)
            if piece.endswith(b"0\r\n\r\n"):
                break
        seconds = time.perf_counter() - began
    head, _, body = b"".join(pieces).partition(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n")[0]:
        raise RuntimeError(f"the log was refused: {head[:200]!r} {body[:200]!r}")
    return seconds, body

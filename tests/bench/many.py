"""What a thousand containers cost those that look at them."""
import concurrent.futures
import json
import os
import socket
import statistics
import time

from figures import Figure
from launch import KeptConnection
from quayside import IMAGE


def list_them(engine, count):
    """GET /containers/json?all=1 with this many created containers, one connection a request."""
    for _ in range(count):
        engine.create("true")
    times = []
    for _ in range(11):
        began = time.perf_counter()
        answer = engine.call("GET", "/containers/json?all=1")
        times.append(time.perf_counter() - began)
    listed = len(json.loads(answer.body))
    engine.remove_all()
    if listed != count:
        raise RuntimeError(f"{listed} of {count} containers are listed")
    return [Figure(f"list of {count} containers", statistics.median(times) * 1000, "ms", 200)]


def _run_many(connection, count):
    body = {"Image": IMAGE, "Cmd": ["sleep", "100000"], "HostConfig": {"NetworkMode": "none"}}
    idents = []
    for _ in range(count):
        idents.append(connection.call("POST", "/containers/create", body)["Id"])
        connection.call("POST", f"/containers/{idents[-1]}/start")
    return idents


def _processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as stat:
        return sum(int(n) for n in stat.read().rsplit(")", 1)[1].split()[11:13]) / os.sysconf("SC_CLK_TCK")


def rounds_of_all(engine, count, rounds=8):
    """GET /quayside/stats of this many running containers: the processor's time for a round of them all, its size, and the
    engine's memory while a client reads nothing."""
    kept = KeptConnection(engine.socket)
    _run_many(kept, count)
    kept.close()
    with socket.socket(socket.AF_UNIX) as stream:
        stream.connect(engine.socket)
        stream.sendall(b"GET /quayside/stats?interval=2000 HTTP/1.0\r\nHost: x\r\n\r\n")
        lengths, size, before = [], 0, None
        with stream.makefile("rb") as file:
            while len(lengths) < rounds:
                line = file.readline()
                if not line:
                    raise RuntimeError("the engine has ended the stream")
                size += len(line)
                if line.startswith(b'{"Round"'):
                    lengths.append(json.loads(line)["Round"])
                    if before is None:
                        before, size = _processor_seconds(engine.process.pid), 0
        used = (_processor_seconds(engine.process.pid) - before) / (rounds - 1)
        quiet = engine.memory()
        time.sleep(10 if count > 100 else 1)  # nobody reads any more
        grown = (engine.memory() - quiet) / (1 << 20)
    engine.remove_all()
    if set(lengths) != {count}:
        raise RuntimeError(f"rounds of {lengths} containers, and not of {count}")
    return [Figure(f"stats-stream: a round of {count} containers, processor time of the engine", used * 1000, "ms", 300,
                   detail=f"{size / (rounds - 1) / 1024:.0f} KiB"),
            Figure("stats-stream: growth of the engine while its client reads nothing for 10 s", grown, "MiB", 8)]


def stats_of_all(engine, count):
    """GET /containers/{id}/stats?stream=0&one-shot=1 of this many running containers, over eight kept connections;
    then the engine's memory."""
    connections = [KeptConnection(engine.socket) for _ in range(8)]
    idents = _run_many(connections[0], count)

    def measure(share):
        return [connections[share].call("GET", f"/containers/{ident}/stats?stream=0&one-shot=1")["pids_stats"]["current"]
                for ident in idents[share::len(connections)]]

    times = []
    with concurrent.futures.ThreadPoolExecutor(len(connections)) as pool:
        for _ in range(5):
            began = time.perf_counter()
            counts = sum(pool.map(measure, range(len(connections))), [])
            times.append(time.perf_counter() - began)
    time.sleep(3)  # the engine gives a burst's memory back when it is quiet
    resident = engine.memory() / (1 << 20)
    for connection in connections:
        connection.close()
    engine.remove_all()
    if counts != [1] * count:
        raise RuntimeError(f"{counts.count(1)} of {count} containers have one process")
    return [Figure(f"stats of {count} running containers", statistics.median(times) * 1000, "ms", 1000),
            Figure(f"engine with {count} running containers, resident", resident, "MiB", 60)]


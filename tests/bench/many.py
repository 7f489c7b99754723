"""What a thousand containers cost those that look at them."""
import concurrent.futures
import json
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


def stats_of_all(engine, count):
    """GET /containers/{id}/stats?stream=0&one-shot=1 of this many running containers, over eight kept connections;
    then the engine's memory."""
    connections = [KeptConnection(engine.socket) for _ in range(8)]
    body = {"Image": IMAGE, "Cmd": ["sleep", "100000"], "HostConfig": {"NetworkMode": "none"}}
    idents = []
    for _ in range(count):
        idents.append(connections[0].call("POST", "/containers/create", body)["Id"])
        connections[0].call("POST", f"/containers/{idents[-1]}/start")

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


"""What a thousand containers cost those that look at them."""
import json
import statistics
import time

from figures import Figure


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

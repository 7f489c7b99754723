"""What the engine and the stages cost while nothing happens."""
import glob
import re
import statistics
import time

from figures import Figure


def _switches(pid):
    """Voluntary context switches of all threads: each is a wake-up."""
    total = {}
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        with open(path, encoding="ascii", errors="replace") as file:
            total[path] = int(re.search(r"^voluntary_ctxt_switches:\s+(\d+)", file.read(), re.M)[1])
    return total


def _pss(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        return int(re.search(r"^Pss:\s+(\d+) kB", file.read(), re.M)[1]) / 1024


def engine_and_stages(engine, seconds, count=20):
    """Memory and wake-ups of the engine, and memory of each stage, with containers that sleep."""
    for _ in range(count):
        engine.run_container("sleep", "3600")
    # 10 s after the last request the engine wakes once more, to give memory back (engine/helper/process.cpp).
    time.sleep(12 if seconds > 1 else 0.2)
    before = _switches(engine.process.pid)
    time.sleep(seconds)
    after = _switches(engine.process.pid)
    wakeups = sum(n - before.get(path, 0) for path, n in after.items())
    stages = [_pss(pid) for pid in engine.stages()]
    memory = engine.memory() / (1 << 20)
    engine.remove_all()
    if len(stages) != count:
        raise RuntimeError(f"{count} containers run, and {len(stages)} stages are seen")
    return [Figure("engine, idle: resident memory", memory, "MiB", 25, detail=f"{count} containers running"),
            Figure(f"engine, idle: wake-ups in {seconds} s", wakeups, "", 0),
            Figure("stage: PSS, the largest", max(stages), "MiB", 1.5, detail=f"median {statistics.median(stages):.2f}")]

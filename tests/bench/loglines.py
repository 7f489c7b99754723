"""Ten million lines in the window's log pane (tests/bench/logs/logs.cpp), beside what grep takes for the same text."""
import os
import re
import statistics
import subprocess
import time

from figures import Figure, NotMeasured

PATTERNS = [r"status=5\d\d took=\d{3,}ms", r"timeout after \d+ s", r"user=[a-f]+[0-9]{4}$"]
BLOCK_LINES = 100_000


def _block():
    lines = []
    for i in range(BLOCK_LINES):
        status = 500 + i % 4 if i % 997 == 0 else 200
        tail = "timeout after 30 s" if i % 4001 == 0 else f"user={i * 2654435761 % 2**32:08x}-{i % 97}"
        lines.append(f"INFO  request id={i:08d} GET /api/v1/items/{i % 5077} status={status} took={i % 211}ms {tail}\n")
    return "".join(lines).encode()


def open_scroll_find(engine, lines):
    """lines: how many the log has. A container has written them and has ended."""
    program = os.path.join(os.path.dirname(engine.binary), "../tests/bench_logs")
    if not os.access(program, os.X_OK):
        raise NotMeasured(f"{program} is not built")
    block, repeats = _block(), max(1, lines // BLOCK_LINES)
    source = f"/dev/shm/quayside-bench-{os.getpid()}"
    try:
        with open(source, "wb") as file:
            file.write(block)
        os.chmod(source, 0o644)
        ident = engine.create("sh", "-c", f"i=0; while [ $i -lt {repeats} ]; do cat /lines; i=$((i+1)); done",
                              host_config={"Binds": [f"{source}:/lines:ro"]})
        engine.start_container(ident)
        engine.wait(ident, seconds=300)
        said = subprocess.run([program, engine.socket, ident, *PATTERNS], stdout=subprocess.PIPE, text=True, check=True,
                              env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}).stdout
        ratios = _ratios(source, len(block), repeats, _numbers(said, r"find ([\d.]+) MB/s"))
    finally:
        os.unlink(source)
    return _figures(said, repeats, ratios)


def _numbers(said, pattern):
    return [float(found) for found in re.findall(pattern, said, re.MULTILINE)]


def _ratios(source, block, repeats, speeds):
    """Ours to grep -P on one core of the same machine, on the same text in the page cache."""
    ratios = []
    for pattern, speed in zip(PATTERNS, speeds):
        began = time.perf_counter()
        # Not to /dev/null: there it stops at the first match.
        subprocess.run(["grep", "-P", "-c", pattern, *[source] * min(repeats, 20)], stdout=subprocess.PIPE, check=False,
                       env={**os.environ, "LC_ALL": "C"})
        grep = block * min(repeats, 20) / 1e6 / (time.perf_counter() - began)
        ratios.append(speed / grep)
    return ratios


def _figures(said, repeats, ratios):
    speeds = _numbers(said, r"find ([\d.]+) MB/s")
    whole = re.search(r"^all ([\d.]+) ms (\d+) lines (\d+) bytes", said, re.MULTILINE)
    wall, cpu = re.search(r"p99 ([\d.]+) ms, processor p50 [\d.]+ p99 ([\d.]+) ms", said).groups()
    memory, before = re.search(r"memory ([\d.]+) MiB, before the log ([\d.]+)", said).groups()
    if int(whole[2]) < repeats * BLOCK_LINES:
        raise RuntimeError(f"the pane has {whole[2]} lines of {repeats * BLOCK_LINES}")
    return [
        Figure("log in the window: newest lines painted", _numbers(said, r"^open ([\d.]+) ms")[0], "ms", 1000,
               detail=f"all {int(whole[2]):,} lines, {int(whole[3]) / 1e6:.0f} MB, after {float(whole[1]) / 1000:.1f} s"),
        Figure("log in the window: a step of scrolling, 99th percentile", float(wall), "ms", 16,
               detail=f"of the processor {cpu} ms"),
        Figure("log in the window: regular expressions", statistics.median(speeds), "MB/s", 500, at_most=False,
               detail=", ".join(f"{s:.0f} MB/s, {r:.1f} × grep -P" for s, r in zip(speeds, ratios))),
        Figure("log in the window: resident memory", float(memory), "MiB", 110,
               detail=f"the pane alone in a program; before the log {before} MiB")]

"""How soon the window is whole, and what it holds in memory."""
import os
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
import time

from figures import Figure, NotMeasured


class Display:
    """A virtual display of its own."""

    def __enter__(self):
        if not shutil.which("Xvfb"):
            raise NotMeasured("Xvfb is not installed")
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.name = ":" + pipe.readline().strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def _open_once(program, engine, display, home):
    """(milliseconds from exec to the first full paint, resident MiB a second later)"""
    environment = {**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "QUAYSIDE_TRACE_STARTUP": "1",
                   "XDG_RUNTIME_DIR": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home,
                   "LANG": "C.UTF-8"}
    began = time.perf_counter()
    window = subprocess.Popen([program, "--host", "unix://" + engine.socket], env=environment, text=True,
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        for line in window.stderr:
            if "first full paint" in line:
                seconds = time.perf_counter() - began
                break
        else:
            raise RuntimeError("the window ended without a first full paint")
        time.sleep(1)
        with open(f"/proc/{window.pid}/status", encoding="ascii") as status:
            memory = int(re.search(r"VmRSS:\s+(\d+) kB", status.read())[1]) / 1024
    finally:
        window.send_signal(signal.SIGTERM)
        window.wait(20)
        window.stderr.close()
    return seconds * 1000, memory


def first_paint_of_many(engine, rounds):
    return first_paint(engine, rounds, 1000 if rounds > 1 else 20, 600, None)


def first_paint(engine, rounds, count=50, target=250, most_memory=100):
    """exec to first full paint with this many containers in the list, on Xvfb."""
    program = os.path.join(os.path.dirname(engine.binary), "quayside")
    if not os.access(program, os.X_OK):
        raise NotMeasured(f"{program} is not built")
    for i in range(count):
        ident = engine.create("sleep", "3600", name=f"bench-{i}")
        if i % 5 == 0:
            engine.start_container(ident)
    home = tempfile.mkdtemp()
    try:
        with Display() as display:
            _open_once(program, engine, display, home)
            runs = [_open_once(program, engine, display, home) for _ in range(rounds)]
    finally:
        shutil.rmtree(home)
        engine.remove_all()
    times, memory = zip(*runs)
    figures = [Figure(f"window: exec to first full paint, {count:,} containers", statistics.median(times), "ms", target,
                      detail=f"{min(times):.0f} to {max(times):.0f} in {rounds} runs")]
    if most_memory:
        figures.append(Figure("window: resident memory", max(memory), "MiB", most_memory))
    return figures

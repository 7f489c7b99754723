"""What the window costs in the long run: memory after use, an idle minute, and a storm of events."""
import os
import re
import subprocess
import tempfile
import time

from fakeengine import FakeEngine
from figures import Figure, NotMeasured
from window import Display


class Probe:
    """tests/bench/window/probe.cpp on an engine's socket; ready when made."""

    def __init__(self, engine, socket, *arguments, display=None):
        program = os.path.join(os.path.dirname(engine.binary), "../tests/bench_window")
        if not os.access(program, os.X_OK):
            raise NotMeasured(f"{program} is not built")
        environment = {**os.environ, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb" if display else "offscreen"}
        if display:
            environment["DISPLAY"] = display.name
        self.home = tempfile.TemporaryDirectory()
        environment["XDG_RUNTIME_DIR"] = self.home.name
        self.process = subprocess.Popen([program, socket, *arguments], env=environment, text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if self.process.stdout.readline().strip() != "ready":
            raise RuntimeError("the window ended before it was ready")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()
        self.home.cleanup()

    def memory(self):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+) kB", status.read())[1]) / 1024

    def ticks(self):
        """Of the processor (10 ms each), all threads."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii", errors="replace") as stat:
            return sum(int(n) for n in stat.read().rsplit(")", 1)[1].split()[11:13])


def idle_window(engine, seconds, count=50):
    """Ticks of an idle window with 50 containers of the real engine, on Xvfb."""
    for i in range(count):
        ident = engine.create("sleep", "3600")
        if i % 5 == 0:
            engine.start_container(ident)
    try:
        with Display() as display, Probe(engine, engine.socket, "--walk", display=display) as probe:
            time.sleep(3 if seconds > 5 else 0.5)  # what a look at the pages has begun
            before = probe.ticks()
            time.sleep(seconds)
            used = probe.ticks() - before
    finally:
        engine.remove_all()
    return [Figure(f"window, idle with {count} containers, after use, Xvfb: ticks of 10 ms in {seconds} s", used, "", 1)]


def memory_after_use(engine, events, count=50):
    """Resident memory after all pages and tabs, and after so many events of containers, on Xvfb."""
    with FakeEngine(count) as fake, Display() as display:
        with Probe(engine, fake.socket, "--walk", display=display) as probe:
            walked = probe.memory()
            fake.change_states(events // 2, 200)
            time.sleep(2)
            half = probe.memory()
            fake.change_states(events - events // 2, 200)
            time.sleep(2)
            whole = probe.memory()
    return [Figure(f"window, after use and {events:,} events: resident memory", whole, "MiB", 110,
                   detail=f"{walked:.0f} after the walk, {half:.0f} after half of the events"),
            Figure(f"window, growth in the second {events - events // 2:,} events", whole - half, "MiB", 1)]


def frames_in_a_storm(engine, seconds, count=1000):
    """1,000 containers, a hundred of which change state each second: how long an event holds up the window."""
    figures = []
    for platform in ("Xvfb", "offscreen"):
        with FakeEngine(count) as fake, Display() as display:
            with Probe(engine, fake.socket, "--frames", str(seconds), display=display if platform == "Xvfb" else None) as probe:
                fake.change_states(seconds * 100, 100)
                said = probe.process.stdout.read()
        clock, processor, usual = [float(n) for n in re.findall(r"longest ([\d.]+)", said)]
        percentile = float(re.search(r"clock: .* p99 ([\d.]+)", said)[1])
        figures.append(Figure(f"window, {count:,} containers, 100 changes a second, {platform}: longest frame", usual, "ms", 32,
                              detail=f"of the processor at its usual speed; {processor:.1f} of it as it was, {clock:.1f} by the clock, "
                                     f"99th percentile {percentile:.2f}"))
    return figures

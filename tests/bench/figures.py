"""What a benchmark hands back, and how it is judged and printed."""
import statistics
import time
from dataclasses import dataclass


class NotMeasured(Exception):
    """The machine lacks what the figure needs; the text names it."""


@dataclass
class Figure:
    name: str
    measured: float
    unit: str
    target: float
    at_most: bool = True  # else at least
    detail: str = ""

    @property
    def met(self):
        return self.measured <= self.target if self.at_most else self.measured >= self.target

    def __str__(self):
        bound = "at most" if self.at_most else "at least"
        return (f"{'met    ' if self.met else 'NOT MET'}  {self.name}: {self.measured:.3g} {self.unit}, "
                f"{bound} {self.target:g}" + (f"  ({self.detail})" if self.detail else ""))


def interleaved(rounds, *acts):
    """Runs the acts in turns, so that both meet the same noise; the median seconds of each."""
    times = [[] for _ in acts]
    for _ in range(rounds):
        for act, list_ in zip(acts, times):
            began = time.perf_counter()
            act()
            list_.append(time.perf_counter() - began)
    return [statistics.median(t) for t in times]


def ms(seconds):
    return f"{seconds * 1000:.1f} ms"

"""How long a key holds up the window in a Dockerfile of 5,000 lines (tests/bench/editor/page.cpp)."""
import os
import re
import subprocess

from figures import Figure, NotMeasured


def keys_of_the_page(engine, keys):
    """With all that the page of Dockerfiles shows of the file; no engine has to answer for it."""
    program = os.path.join(os.path.dirname(engine.binary), "../tests/bench_editor_page")
    if not os.access(program, os.X_OK):
        raise NotMeasured(f"{program} is not built")
    said = subprocess.run([program, str(keys)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          check=True)
    figures = []
    for name, median, worst, target in re.findall(
            r"^(.+?) +p50 +([\d.]+) ms +p99 +([\d.]+) ms +\(target: p99 at most (\d+) ms", said.stdout, re.MULTILINE):
        figures.append(Figure(f"editor: {name}, 99th percentile", float(worst), "ms", float(target),
                              detail=f"median {median} ms"))
    return figures

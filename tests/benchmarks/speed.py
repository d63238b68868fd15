"""What a build costs at four sizes, beside others that build the same pages; what a part of it costs; and how soon an edit is seen.

    python -m tests.benchmarks.speed [SCALE …]

It writes every figure to `speed.json`, the chart to `speed.svg`, and prints the tables of the README.
"""

import json
import os
import platform
import subprocess
import sys
from math import log
from pathlib import Path
from signal import SIGKILL
from statistics import median
from tempfile import TemporaryDirectory

from .builders import OURS, PLAIN, commands, finished
from .chart import chart
from .councils import write_council
from .parts import parts_of
from .speed_tables import tables

COST = Path(__file__).with_name("cost.py")
REPEATS = {1: 5, 3: 5, 10: 3, 30: 1}
LONGEST = 700  # seconds for one build; of one that takes longer no more is known


def measured(work: Path, scales) -> dict:
    """Measure everything in a folder; returns all figures."""
    sizes = {}
    for scale in scales:
        progress(f"{scale} times: writing the council")
        council = write_council(work / f"council-{scale}", scale)
        plain = finished(council, work / f"plain-{scale}")
        runs = builds(council, plain, REPEATS[scale], f"{scale} times")
        sizes[str(scale)] = {"pages": len([*(plain / "docs").rglob("*.md")]), "runs": runs, "parts": parts_of(council) if scale == 1 else None}
    progress("")
    on = {"cores": os.cpu_count(), "system": platform.system(), "python": platform.python_version(), "load": round(os.getloadavg()[0], 1)}
    return {"on": on, "sizes": sizes, "slope": slope(sizes)}


def builds(council: Path, plain: Path, repeats: int, name: str) -> dict[str, list]:
    """Return what each build cost, run by run: the builders take turns."""
    runs = {}
    for n in range(repeats):
        for builder, command in commands(council, plain).items():
            progress(f"{name}: {builder}, {n + 1} of {repeats}")
            if runs.get(builder) != [None]:
                runs.setdefault(builder, []).append(cost_of(*command))
    return runs


def cost_of(command, folder, environment, longest=LONGEST) -> dict | None:
    """Return the seconds of CPU and on the clock, and the most memory in MB, of a process with all that it starts; None where it takes too long."""
    command = [sys.executable, "-S", COST, *command]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        said, wrong = process.communicate(timeout=longest)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, SIGKILL)
        process.communicate()
        return None
    assert process.returncode == 0, wrong
    return json.loads(said)


def slope(sizes: dict) -> float | None:
    """Return how the time of our build grows with its pages, between the second size and the largest: 1 is in line with them."""
    points = [(log(size["pages"]), log(median(run["cpu"] for run in size["runs"][OURS]))) for scale, size in sizes.items() if int(scale) >= 3 and size["runs"][OURS][0]]
    if len(points) < 2:
        return None
    (x, y), (x2, y2) = points[0], points[-1]
    return round((y2 - y) / (x2 - x), 3)


def progress(text: str):
    """Say how far it is on one line of a terminal; elsewhere nothing."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        figures = measured(Path(folder), [*map(int, sys.argv[1:])] or REPEATS)
    here = Path(__file__)
    here.with_suffix(".json").write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    here.with_suffix(".svg").write_text(chart(figures, (OURS, PLAIN)), encoding="utf-8")
    print(tables(figures))

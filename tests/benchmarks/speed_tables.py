"""The figures of the builds as tables that a page can show."""

from statistics import median

from .tables import table

OURS, PLAIN = "ours", "plain Material"


def tables(figures: dict) -> str:
    """Return everything that was measured of the builds as Markdown."""
    rows = [row for scale, size in figures["sizes"].items() for row in _rows(scale, size)]
    head = ["Size", "Pages", "Builder", "CPU", "beside plain", "on the clock", "memory", "beside plain"]
    parts = [row for size in figures["sizes"].values() if size["parts"] for row in _parts(size["parts"])]
    return "\n\n".join([table(head, rows), f"Slope of our time by pages, from 3 times on: {figures['slope']}", table(["Part", "At this size"], parts), str(figures["on"])])


def _parts(parts: dict):
    for name, value in parts.items():
        if isinstance(value, dict):
            yield from ([f"{name}: {writer}", f"{count:,}"] for writer, count in value.items())
        else:
            yield [name, value]


def _rows(scale: str, size: dict):
    plain = _median(size["runs"][PLAIN])
    for builder, runs in size["runs"].items():
        one = _median(runs)
        if one is None:
            yield [scale, size["pages"], builder, "too long", "–", "–", "–", "–"]
        else:
            shares = [f"{one[what] / plain[what]:.2f}" if plain else "–" for what in ("cpu", "memory")]
            yield [scale, size["pages"], builder, f"{one['cpu']:.2f} s", shares[0], f"{one['wall']:.2f} s", f"{one['memory']} MB", shares[1]]


def _median(runs: list) -> dict | None:
    if None in runs:
        return None
    return {what: median(run[what] for run in runs) for what in ("cpu", "wall", "memory")}

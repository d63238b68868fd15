"""The figures as tables that a page can show."""

from collections.abc import Iterable


def tables(figures: dict) -> str:
    """Return everything that was measured of the search as Markdown."""
    return "\n\n".join([_quality(figures["quality"]), *(_speed(scale, speed) for scale, speed in figures["speed"].items()), str(figures["on"])])


def _quality(quality: dict) -> str:
    [one, *_] = quality.values()
    head = ["Search", *(f"{name}, {place}" for name in ("tuned on", "held out") for place in ("first", "in three")), "many for nothing"]
    of = ["questions", *(one[name]["asked"] for name in ("tuned on", "held out") for _ in range(2)), one["nothing"]["asked"]]
    return table(head, [of, *([name, *_shares(judged), judged["nothing"]["many"]] for name, judged in quality.items())])


def _shares(judged: dict) -> list[str]:
    scores = [(judged[name], place) for name in ("tuned on", "held out") for place in ("first", "in three")]
    return [f"{score[place]} ({score[place] / score['asked']:.0%})" for score, place in scores]


def _speed(scale: str, speed: dict) -> str:
    head = [f"{scale} times, {speed['pages']} pages", "key to results, median", "p95", "index", "index, gzip", "sent for a first question", "Slow 3G, first key to results"]
    rows = [[name, *_row(speed, name)] for name in speed["keys"]]
    note = f"Our finder makes itself of its index in {speed['learn']['median']:.0f} ms. Load of the machine: {' to '.join(map(str, speed['load']))}."
    return f"{table(head, rows)}\n\n{note}"


def _row(speed: dict, name: str) -> list[str]:
    keys, index, slow = speed["keys"][name], speed["index"][name], speed["slow 3G"].get(name)
    bytes_ = [f"{amount / 1000:,.0f} kB" for amount in (index["raw"], index["gzip"], speed["sent"][name])]
    return [f"{keys['median']:.1f} ms", f"{keys['p95']:.1f} ms", *bytes_, f"{slow['median'] / 1000:.2f} s" if slow else "–"]


def table(head: list, rows: Iterable[list]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)

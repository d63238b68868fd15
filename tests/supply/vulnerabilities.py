"""`make vulnerabilities`: what is known against the packages that are pinned. It fails where a newer version mends it, and there alone.

pip-audit asks PyPI's register of advisories. Where that does not answer, or does not know a package, this says so and does not fail:
what is published does not hang on somebody else's server.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

NOBODY = "Nobody could be asked about known vulnerabilities: {why}. Nothing was judged."
PINNED = ("requirements.txt", "tests/clients/requirements.txt", "tests/successors/requirements.txt", "tests/supply/requirements.txt")


def judged(file: str, packages: Sequence[dict]) -> tuple[list[str], list[str]]:
    """Return what to mend and what else there is to know of the packages of a file, as pip-audit lists them, a line each."""
    mend, know = [], []
    for package in packages:
        for found in package.get("vulns", ()):
            versions = found["fix_versions"]
            line = f"{file}: {package['name']} {package['version']} has {found['id']}"
            if versions:
                mend.append(f"{line}, which is mended in {' and '.join(versions)}: run make lock.")
            else:
                know.append(f"{line}, which no version mends yet.")
    if unasked := [package["name"] for package in packages if "skip_reason" in package]:
        know.append(f"{file}: {len(unasked)} of {len(packages)} packages could not be asked about, such as {unasked[0]}.")
    return mend, know


def asked(program: Sequence[str], file: str) -> list[dict] | str:
    """Return what pip-audit lists for a file of pinned packages, or why it lists nothing."""
    done = subprocess.run([*program, "--requirement", file, "--format", "json"], capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return (done.stderr.strip().splitlines() or ["it did not say why"])[-1][:300]


def lines_for(program: Sequence[str], files: Sequence[str] = PINNED) -> Iterator[tuple[bool, str]]:
    """Yield (whether it is to be mended, line) for everything that is found."""
    for file in files:
        found = asked(program, file)
        if isinstance(found, str):
            yield False, f"{file}: {NOBODY.format(why=found)}"
        else:
            mend, know = judged(file, found)
            yield from ((True, line) for line in mend)
            yield from ((False, line) for line in know)


def _main() -> int:
    pip_audit = [str(Path(sys.executable).with_name("pip-audit")), "--no-deps", "--disable-pip", "--progress-spinner", "off"]
    found = list(lines_for(pip_audit))
    print(*(line for _, line in found), sep="\n")
    to_mend = sum(is_to_mend for is_to_mend, _ in found)
    print(f"{to_mend} to mend.")
    return 1 if to_mend else 0


if __name__ == "__main__":
    raise SystemExit(_main())

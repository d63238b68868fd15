"""Whether `.venv` is as it was made: make asks at each command, before anything else is there. Needs nothing but Python itself."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

VERSION = "import sys; print(sys.version_info[:2])"
READY = Path(".venv/ready")


def state() -> str:
    """Return the version of Python, and a digest of the name and size of each file that was installed."""
    digest = sha256()
    for folder, folders, names in os.walk(".venv/lib"):
        folders.sort()
        for name in sorted(names):
            if not name.endswith(".pyc"):  # Python writes these when it likes
                path = os.path.join(folder, name)  # noqa: PTH118  # ten thousand times at each command
                digest.update(f"{path} {os.lstat(path).st_size}\n".encode("utf-8", "replace"))
    return f"{sys.version_info[:2]} {digest.hexdigest()}"


def is_whole(wanted: str) -> bool:
    """True where nothing is missing or cut off, and the version is that of the Python that is `wanted`, "" for any."""
    if not READY.is_file() or READY.read_text(encoding="utf-8") != state():
        return False
    asked = subprocess.run([wanted or sys.executable, "-c", VERSION], capture_output=True, text=True, check=False)
    return asked.stdout.strip() == str(sys.version_info[:2])


def _main(given: list[str]) -> None:
    if given == ["--made"]:
        READY.write_text(state(), encoding="utf-8")
    elif is_whole(*given):
        sys.stdout.write("whole")


if __name__ == "__main__":
    _main(sys.argv[1:] or [""])

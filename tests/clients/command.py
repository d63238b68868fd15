"""Run a program to its end."""

import os
import subprocess


def run(*command, cwd=None, **environment):
    """Return what a command prints. Raises RuntimeError with its complaint where it fails."""
    done = subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))[:200]}\n{done.stderr or done.stdout}")
    return done.stdout

"""What the commands print: in a pipeline, nothing of it is a command to the host, whatever the data says."""

import os
import re

PIPELINES = ("TF_BUILD", "GITHUB_ACTIONS")  # set by Azure DevOps and by GitHub, which obey what a step prints; GitLab does not
COMMAND = re.compile(r"([#:])(?=\1)")  # the start of ##vso[…], of ##[…] and of ::…::


def say(*parts: object, sep: str = " ", end: str = "\n") -> None:
    """Print as print does. In a pipeline a space stands in what could start a command, so that it is read and not obeyed."""
    text = sep.join(map(str, parts)) + end
    if any(name in os.environ for name in PIPELINES):
        text = COMMAND.sub(r"\1 ", text)
    print(text, end="", flush=True)

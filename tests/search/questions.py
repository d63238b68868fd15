"""The questions that people ask, and a site's own finder to ask them."""

import json
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import playwright

HERE = Path(__file__).parent
FILES = ("questions.txt", "by_class.txt", "unseen.txt")
BY_PAGE = "by_page.txt"  # newer, and counted apart
IDIOMS = "idioms.txt"  # harder by far, and counted apart
NOTHING = "nothing"
NODE = Path(playwright.__file__).parent / "driver" / "node"  # Playwright brings it along


@dataclass(frozen=True)
class Question:
    """What somebody types, and the pages that answer it."""

    text: str
    answers: tuple[str, ...]  # none where the site has no answer
    held_out: bool
    kind: str

    @classmethod
    def parse(cls, line: str, kind: str) -> "Question":
        text, answers = line.split(" -> ")
        pages = tuple(answer.strip() for answer in answers.split(",") if answer.strip() != NOTHING)
        return cls(text.lstrip("* "), pages, line.startswith("*"), kind)


@dataclass
class Answered:
    """Questions, with the addresses of the pages that the search found for each, best first."""

    questions: list[Question]
    found: list[list[str]]

    def missed(self, among: int) -> list[str]:
        """Return the questions that have no answer among the first few pages, with what was found in its place."""
        return [
            f"{question.text} -> {', '.join(pages[:3]) or 'nothing'}"
            for question, pages in zip(self.questions, self.found, strict=True)
            if not set(question.answers) & set(pages[:among])
        ]

    @cached_property
    def first(self) -> float:
        """The share of the questions that an answer comes first for."""
        return 1 - len(self.missed(1)) / len(self.questions)

    def __str__(self) -> str:
        count = len(self.questions)
        return f"{count - len(self.missed(1))} of {count} questions answered first, {count - len(self.missed(3))} in the first three"


def questions(*names: str) -> list[Question]:
    """Return the questions of files such as questions.txt, each with the heading that it stands under."""
    asked, kind = [], ""
    for line in (line for name in names or FILES for line in (HERE / name).read_text(encoding="utf-8").splitlines()):
        if line.startswith("#"):
            kind = line.strip("# ")
        elif " -> " in line:
            asked.append(Question.parse(line, kind))
    return asked


def real_words() -> list[str]:
    """Return words that nobody typed by mistake (see real_words.txt)."""
    lines = (HERE / "real_words.txt").read_text(encoding="utf-8").splitlines()
    return sorted({word for line in lines if not line.startswith("#") for word in line.split()})


def answers(site: Path, texts: list[str]) -> list[dict]:
    """Return what a built site's finder answers to each text (see ask.cjs)."""
    done = subprocess.run([NODE, HERE / "ask.cjs", site], input=json.dumps(texts), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def asked(site: Path, texts: list[str]) -> list[list[str]]:
    """Return the addresses of the pages that a built site's finder finds for each text, best first."""
    return [answer["pages"] for answer in answers(site, texts)]


def answered(site: Path, asking: list[Question]) -> Answered:
    return Answered(asking, asked(site, [question.text for question in asking]))

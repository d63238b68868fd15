"""How well several searches answer the questions that people ask."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from macros.model.address import SEARCH_INDEX

from ..search.index import given_to
from ..search.questions import HERE, Answered, Question, asked, questions
from .theme import theme_asked

MANY = 5  # pages, where no page is about it
Asked = Callable[[list[str]], list[list[str]]]


def all_questions() -> list[Question]:
    """Return the questions of every file that there is."""
    return questions(*(file.name for file in sorted(HERE.glob("*.txt"))))


def of_ours(site: Path) -> Asked:
    return lambda texts: asked(site, texts)


def of_ours_without_words(site: Path, to: Path) -> Asked:
    """Return our search as if nobody had given it keywords and a thesaurus: it knows what stands on the pages, as others do."""
    known = given_to((site / SEARCH_INDEX).read_text(encoding="utf-8"))
    bare = known | {"words": "", "pages": [page | {"keywords": ""} for page in known["pages"]]}
    shutil.copytree(site / "assets", to / "assets")
    (to / SEARCH_INDEX).write_text(f"searchIndex({json.dumps(bare)})\n", encoding="utf-8")
    return of_ours(to)


def of_theme(site: Path) -> Asked:
    return lambda texts: theme_asked(site, texts)


def judged(ask: Asked, asking: list[Question]) -> dict:
    """Return how many questions a search answers first and in the first three, and how often it brings many pages for nothing."""
    found = dict(zip(asking, ask([question.text for question in asking]), strict=True))
    empty = [question for question in asking if not question.answers]
    return {
        "tuned on": _score({question: found[question] for question in asking if question.answers and not question.held_out}),
        "held out": _score({question: found[question] for question in asking if question.answers and question.held_out}),
        "nothing": {"asked": len(empty), "many": sum(len(found[question]) > MANY for question in empty)},
    }


def _score(found: dict[Question, list[str]]) -> dict:
    given = Answered([*found], [*found.values()])
    return {"asked": len(found), "first": len(found) - len(given.missed(1)), "in three": len(found) - len(given.missed(3))}

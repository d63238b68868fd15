"""A document that the site holds lies where its link says."""

from collections.abc import Iterator

from ..model.problem import Problem, did_you_mean
from .checked_file import Sources


def check_documents(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each link of a document to a file that does not lie in `docs/`."""
    for files in sources.records.values():
        for checked in files.values():
            for n, document in enumerate(getattr(checked.record, "documents", ())):
                if document.file and document.file not in sources.docs:
                    yield checked.file.problem(("documents", n, "link"), _missing(document.file, sources.docs))


def _missing(file: str, docs: frozenset[str]) -> str:
    return f'there is no file "docs/{file}": put it there, or mend the link.{did_you_mean(file, docs)}'

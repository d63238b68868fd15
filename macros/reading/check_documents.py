"""A document lies in docs/documents/, something links to it, and it is what it was when it was published."""

from collections.abc import Iterator

from ..history.history import History
from ..model import address
from ..model.problem import Problem, did_you_mean
from .checked_file import Sources
from .document_links import linked_files, links_of_records

FOLDER = f"docs/{address.DOCUMENTS}"
ELSEWHERE = f"what is no page belongs in {FOLDER}/: move this file there and link to it, or remove it."
NOT_LINKED = (
    "nothing links to this file, so it is not published: link to it from a record (link: /{file}) or a page ([its title](/{file})), "
    "or remove it."
)
NOT_ALLOWED = "docs/{file} ({size}) cannot be a document here. data/framework.yml allows these: {limits}."
CHANGED = (
    "this is not the document that was published under this name. Give the new one another name, such as {name}, and link to that; "
    "restore the old one from the version history and leave it here."
)
GONE = "this document was published, and people may have its address: restore it from the version history."


def check_links(sources: Sources) -> Iterator[Problem]:
    """Yield a problem for each link of a record to a file that does not lie in `docs/`."""
    for file, name, line in links_of_records(sources):
        if file not in sources.docs:
            yield Problem(name, line, f'there is no file "docs/{file}": put it there, or mend the link.{did_you_mean(file, sources.docs)}')


def check_documents(sources: Sources, history: History) -> Iterator[Problem]:
    """Yield a problem for each file of docs/ that may not be published as it is, and for each document that was and is gone."""
    published, limits = history.log.documents, history.written.edition.documents
    places = {file: (name, line) for file, name, line in reversed([*linked_files(sources)])}
    for file, document in sources.documents.items():
        here = f"docs/{file}"
        if not file.startswith(f"{address.DOCUMENTS}/"):
            yield Problem(here, 1, ELSEWHERE)
        elif file in published:
            if published[file] != document.digest:
                yield Problem(here, 1, CHANGED.format(name=_next_name(file, sources)))
        elif not limits.allow(file, document.size):
            yield Problem(*places.get(file, (here, 1)), NOT_ALLOWED.format(file=file, size=document.size_in_words, limits=limits))
        elif file not in places:
            yield Problem(here, 1, NOT_LINKED.format(file=file))
    gone = {file for file in published.keys() - sources.documents.keys() if not file.startswith(f"{address.EDITIONS}/")}
    yield from (Problem(f"docs/{file}", 1, GONE) for file in gone)


def _next_name(file: str, sources: Sources) -> str:
    """Return a name that no document has yet: of terms.pdf that is terms-2.pdf."""
    name, dot, ending = file.rpartition("/")[2].rpartition(".")
    names = (f"{name}-{number}{dot}{ending}" for number in range(2, len(sources.documents) + 3))
    return next(one for one in names if f"{file.rpartition('/')[0]}/{one}" not in sources.documents)

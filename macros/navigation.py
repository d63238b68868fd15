"""The navigation of `mkdocs.yml`, in which "panels/*" stands for every page below panels/."""

from collections.abc import Iterable

from .model import Framework


def expand(nav: list, paths: Iterable[str], framework: Framework) -> list:
    """Return `nav` with each "folder/*" replaced by the pages of that folder (not its index), in reading order.

    `paths` are the Markdown files of the site; generated ones come in the order of the data.
    """
    expanded = []
    for item in nav:
        if isinstance(item, str) and item.endswith("/*"):
            folder = item.removesuffix("*")
            inside = [path for path in paths if path.startswith(folder) and "/" not in path.removeprefix(folder)]
            expanded += sorted((path for path in inside if path != f"{folder}index.md"), key=_reading_order(framework))
        elif isinstance(item, dict):
            expanded += [{title: expand(part, paths, framework) if isinstance(part, list) else part} for title, part in item.items()]
        else:
            expanded.append(item)
    return expanded


def _reading_order(framework):
    """Statements go by number and restated parts by the published document; the others stay as they are."""
    sections = {section.file: n for n, section in enumerate(framework.edition.sections)}

    def order(path):
        page = framework.pages.get(path.removesuffix(".md"))
        return (page.statement if page else None) or sections.get(path, 0)

    return order

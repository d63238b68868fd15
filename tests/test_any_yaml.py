"""Any YAML at all in any file of data and any front matter either loads or is told by file and line, soon and in little memory."""

import re
import resource
import shutil
import signal

import pytest
import yaml
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from macros.model.problem import DataError
from macros.reading.load import load
from macros.site import Site

from .copies import COUNCIL, FIRST_DAY, PROJECT, copy_of, read, write

FILES = sorted(
    path.relative_to(COUNCIL).as_posix() for path in (*COUNCIL.glob("data/**/*.yml"), *COUNCIL.glob("docs/**/*.md"))
    if not path.match("docs/templates/*")
)
WORDS = sorted({word for file in FILES for word in re.findall(r"[\w-]+", read(COUNCIL, file))})
SECONDS, BYTES = 8, 1 << 30  # for one try; each takes some hundredths of a second
TOLD = re.compile(r"^(data|docs)/[^:\n]+:[1-9][0-9]*: [^\n]+[.?]$")

scalars = st.one_of(
    st.sampled_from(WORDS), st.none(), st.booleans(), st.integers(), st.floats(), st.dates().map(str), st.text(max_size=40),
    st.sampled_from(["9999-12-31", "1804550400", "२०२७-१०-०५", "March 20२७", "second Tuesday", "10:00 to 9:00", "~", "*a", "!!python/name:os", "\u202e", "<<", "all"]),
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS) | scalars.map(str), inner, max_size=4),
    max_leaves=12,
)
rubbish = st.text(st.sampled_from("[]{}:,-?!&*#|>%@`'\"\\ \n\tabc0\x00\u2028é"), max_size=80)


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    return copy_of(COUNCIL, tmp_path_factory.mktemp("council") / "council", code=False)


@pytest.fixture(scope="module")
def bounded():
    """Let nothing here take more memory than it may."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    with open("/proc/self/statm") as statm:  # noqa: PTH123
        now = int(statm.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + BYTES, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


def in_front_matter(file, text):
    return f"---\n{text}\n---\n{read(COUNCIL, file).split('---', 2)[2]}" if file.endswith(".md") else text


@st.composite
def spoilt(draw):
    """Return a file and a text for it: other YAML, one other value in what it holds, or no YAML."""
    file = draw(st.sampled_from(FILES))
    text = read(COUNCIL, file)
    good = yaml.safe_load(text.split("---")[1] if file.endswith(".md") else text)
    how = draw(st.sampled_from(["other", "one", "one", "one", "rubbish", "cut"]))
    if how == "rubbish":
        return file, draw(rubbish)
    if how == "cut":
        place = draw(st.integers(0, len(text)))
        return file, text[:place] + draw(rubbish) + text[place:]
    data = draw(values) if how == "other" else changed(draw, good)
    return file, in_front_matter(file, yaml.safe_dump(data, allow_unicode=draw(st.booleans()), sort_keys=False))


def changed(draw, data):
    """Return data with another value in one place, at any depth."""
    if isinstance(data, dict) and data and draw(st.integers(0, 3)):
        name = draw(st.sampled_from(sorted(map(str, data))))
        key = next(one for one in data if str(one) == name)
        return {**data, key: changed(draw, data[key])} if draw(st.integers(0, 9)) else {**data, draw(st.sampled_from(WORDS)): data[key]}
    if isinstance(data, list) and data and draw(st.integers(0, 3)):
        n = draw(st.integers(0, len(data) - 1))
        return [*data[:n], changed(draw, data[n]), *data[n + 1:]]
    return draw(values)


@seed(2027)
@settings(deadline=None, max_examples=60, database=None, suppress_health_check=list(HealthCheck))
@given(spoilt())
def test_any_yaml_loads_or_is_told_by_file_and_line(council, bounded, one):
    file, text = one
    write(council, file, text.encode("utf-8", "replace").decode())
    signal.alarm(SECONDS)  # which ends the whole run: nothing may hang
    try:
        site = Site(load(council, FIRST_DAY), "")
        assert list(site.problems([], PROJECT / "overrides")) == []
        assert site.feeds and site.pages
    except DataError as error:
        assert error.problems
        assert [str(problem) for problem in error.problems if not TOLD.match(str(problem))] == []
    finally:
        signal.alarm(0)
        shutil.copy(COUNCIL / file, council / file)

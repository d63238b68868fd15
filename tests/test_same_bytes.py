"""The same data makes the same site, to the byte, wherever and whenever it is built."""

import os
from datetime import UTC, datetime

from macros.commands import hosts
from macros.commands.build import date_by_content

from .copies import PROJECT, built, site_in

CLOCK = os.pathsep.join(filter(None, [str(PROJECT / "tests" / "another_clock"), os.environ.get("PYTHONPATH")]))


def test_a_second_build_gives_the_same_bytes_in_another_place_at_another_time(council_site, council):
    environment = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4711", "PYTHONPATH": CLOCK}
    assert content(built(council, council / "site", **environment)) == content(council_site)


def content(site):
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def test_what_a_host_is_told_is_the_same_wherever_it_is_written(council, tmp_path):
    for folder in (tmp_path / "one", tmp_path / "another" / "folder"):
        assert hosts.main(folder, site_in(council)) == 0
    assert content(tmp_path / "one") == content(tmp_path / "another" / "folder")
    assert len(content(tmp_path / "one")) == 4


def test_the_time_of_a_file_hangs_on_what_it_holds_alone(tmp_path):
    for name, text in {"one": "same", "other": "same", "third": "different"}.items():
        (tmp_path / name).write_text(text)
    date_by_content(tmp_path)
    times = [(tmp_path / name).stat().st_mtime for name in ("one", "other", "third")]
    assert times[0] == times[1] != times[2]
    assert max(times) < datetime(2009, 1, 1, tzinfo=UTC).timestamp()

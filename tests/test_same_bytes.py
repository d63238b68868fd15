"""The same data makes the same site, to the byte, wherever and whenever it is built."""

import os

from .copies import PROJECT, built

CLOCK = os.pathsep.join(filter(None, [str(PROJECT / "tests" / "another_clock"), os.environ.get("PYTHONPATH")]))


def test_a_second_build_gives_the_same_bytes_in_another_place_at_another_time(council_site, council):
    environment = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4711", "PYTHONPATH": CLOCK}
    assert content(built(council, council / "site", **environment)) == content(council_site)


def content(site):
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}

"""Where the data may lead readers: to the web, to a mailbox or to a file of the site, and nowhere else."""

import pytest

from macros.model.problem import DataError

from .copies import COUNCIL, copy_of, history_of, read, set_fields

PANEL = "data/panels/learning-board.yml"
NO_LINK = "is not a link: write an address that starts with https:// or mailto:, or a file of the site, without spaces, such as /documents/terms.pdf."
NO_EMAIL = "is not an e-mail address: write one such as name@example.org."
CONTROL = "holds an invisible control character: delete it."

TAKEN = [
    "https://example.org", "http://example.org/", "https://www.example.org:8443/a/b_c-d~e.pdf?x=1&y=2#page=3", "https://intranet/terms",
    "https://example.org?x", "https://example.org/(a)*b*;c=[d]", "https://example.org/ü", "mailto:quality.team+panels@example.org",
    "/documents/matching-report.txt", "/documents/matching-report.txt#page=2", "/documents/matching%2Dreport.txt",
]
REFUSED = [
    "javascript:alert(1)", "JavaScript:alert(1)", "javascript://example.org/%0aalert(1)", " javascript:alert(1)",
    "&#106;avascript:alert(1)", "%6Aavascript:alert(1)", "vbscript:msgbox(1)", "VBSCRIPT:x", "file:///etc/passwd",
    "data:text/html,<script>alert(1)</script>", "ftp://example.org/", "tel:+440000",
    "//example.org/terms.pdf", "///example.org", "/\\example.org", "\\\\example.org\\share",
    "HTTPS://example.org", "https:example.org", "https:/example.org", "https://", "https://a b.example.org", "https://example.org/a b",
    'https://example.org/"onclick="x', "https://example.org/'", "https://example.org/<b>", "https://example.org/`a`",
    "https://example.org/a\\b", "https://user@example.org/", "https://[::1]/", "https://exa\u2100mple.org/",
    "mailto:", "mailto:a@b", "mailto:a@example.org?bcc=b@example.org", "mailto:a@example.org,b@example.org", "MAILTO:a@example.org",
    "example.org", "www.example.org/terms", "terms.pdf", "documents/terms.pdf", "./terms.pdf", "../terms.pdf", "/", "?x", "#terms",
]
REFUSED_FOR_A_SIGN = ["java\nscript:alert(1)", "https://example.org/\n", "https://example.org/\tx", "https://example.org/\x7f"]


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    """A copy of Exampleshire's data and pages, whose links each test sets anew."""
    return copy_of(COUNCIL, tmp_path_factory.mktemp("links") / "council", code=False)


def problems(council) -> list[str]:
    """Return what a quality assurance lead is told, after the name of the file and the line."""
    try:
        history_of(council)
    except DataError as error:
        return [str(problem) for problem in error.problems]
    return []


def problems_of_links(council, links) -> list[str]:
    set_fields(council, PANEL, documents=[{"title": "Terms", "link": link} for link in links])
    lines = {f"{PANEL}:{number}" for number, line in enumerate(read(council, PANEL).splitlines(), 1) if "link:" in line}
    told = [problem.partition(": ") for problem in problems(council)]
    assert {place for place, _, _ in told} <= lines
    return [message for _, _, message in told]


@pytest.mark.parametrize("link", TAKEN)
def test_a_link_to_the_web_a_mailbox_or_a_file_of_the_site_is_taken(council, link):
    assert problems_of_links(council, [link]) == []


@pytest.mark.parametrize("link", REFUSED)
def test_any_other_link_is_refused(council, link):
    assert problems_of_links(council, [link]) == [f'"{link}" {NO_LINK}']


@pytest.mark.parametrize("link", REFUSED_FOR_A_SIGN, ids=ascii)
def test_a_link_with_a_sign_that_cannot_be_seen_is_refused(council, link):
    assert problems_of_links(council, [link]) == [f'"link" {CONTROL}']


@pytest.mark.parametrize(("link", "file", "hint"), [
    ("/documents/matching-reprot.txt", '"docs/documents/matching-reprot.txt"', " Did you mean documents/matching-report.txt?"),
    ("/zzz.pdf#page=2", '"docs/zzz.pdf"', ""),
    ("/documents/../../data/framework.yml", '"docs/documents/../../data/framework.yml"', ""),
    ("/documents", '"docs/documents"', ""),
])
def test_a_link_to_a_file_that_is_not_there_is_told_by_file_and_line(council, link, file, hint):
    assert problems_of_links(council, [link]) == [f"there is no file {file}: put it there, or mend the link.{hint}"]


def test_every_link_to_a_file_that_is_not_there_is_told_at_once(council):
    assert len(problems_of_links(council, ["/y.pdf", "/documents/matching-report.txt", "/z.pdf"])) == 2


@pytest.mark.parametrize("address", ["quality@example.org", "quality.team+panels@a-b.example.org.uk", "Q_A-1@example.org"])
def test_an_address_to_write_to_is_taken(council, address):
    set_fields(council, PANEL, documents=[])
    set_fields(council, "data/framework.yml", feedback=address)
    assert problems(council) == []


@pytest.mark.parametrize("address", [
    "quality", "quality@example", "@example.org", "quality@", "a b@example.org", "a@b@example.org", "quality@example.org.",
    "quality@.example.org", "<quality@example.org>", "Quality <quality@example.org>", "quality@example.org, other@example.org",
    "quality@example.org?cc=x@example.org", "quality@example.org&cc=x", "mailto:quality@example.org", "https://example.org",
    'a"onmouseover="window.ran=1"x="@example.org', "a'b@example.org", "a%22b@example.org", "a%0d%0aBcc%3Ab@example.org",
    "a%2Cb@example.org", "é@example.org",
])
def test_what_is_no_address_to_write_to_is_refused(council, address):
    set_fields(council, PANEL, documents=[])
    set_fields(council, "data/framework.yml", feedback=address)
    line = 1 + [text.partition(":")[0] for text in read(council, "data/framework.yml").splitlines()].index("feedback")
    assert problems(council) == [f'data/framework.yml:{line}: "{address}" {NO_EMAIL}']


@pytest.mark.parametrize("address", ["quality@example.org\n", "quality\n@example.org", "q@example.org\nBcc: x@example.org"], ids=ascii)
def test_an_address_to_write_to_with_a_line_break_is_refused(council, address):
    set_fields(council, PANEL, documents=[])
    set_fields(council, "data/framework.yml", feedback=address)
    assert [problem.partition(": ")[2] for problem in problems(council)] == [f'"feedback" {CONTROL}']


@pytest.mark.parametrize("address", ['x/ { return 200 "owned"; }', "standards/old page", "../escaped", "https://example.org/", "//host/x"])
def test_what_is_no_address_of_a_page_is_none_that_stood_before(council, address):
    set_fields(council, "data/panels/family-forum.yml", formerly=[address])
    with pytest.raises(DataError) as error:
        history_of(council)
    assert "is not the address of a page" in str(error.value)

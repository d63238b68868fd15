"""What looks like a personal detail in a text: what somebody who works with children might paste without a thought.

Each pattern takes the number, the date or the address alone as `detail`. Telephone numbers that start with 03, 08 or 09 are none: they
belong to organisations.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

WEB_ADDRESS = re.compile(r"https?://\S+")
STARTS, ENDS = r"(?<![\w+])(?<!\d[.-])", r"(?!\w|[.-]\d)"  # no part of a word, of a longer number or of a version
MARKS, INDENT = re.compile("[*`]"), re.compile(r"\n[ \t>]+")  # what Markdown puts between words and into lines
# What word processors put between the digits of a number, and what the patterns look for.
HYPHENS, SPACES = re.compile("[\u2010-\u2015\u2212]"), re.compile("[\xa0\u2000-\u200a\u202f]|&nbsp;")
INVISIBLE = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")
GAP = r"[\s.-]?"
MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
DATE = (
    rf"(?P<detail>\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH},?\s+(?:\d{{4}}|\d{{2}})|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{1,2}[/. -]\d{1,2}[/. -](?:\d{4}|\d{2})|\d{4}[/-]\d{2}[/-]\d{2})(?!\d)"
)
BIRTH = r"\b(?:born\b(?!\s+(?:on\s+or\s+)?(?:after|before|between|since)\b)|dates?\s+of\s+birth|birth\s?da(?:te|y)|d\.?o\.?b\b\.?)"
OF_A_CASE = (
    r"\b(?:case|child|client|family|person|pupil|referral|service\s+user|lcs|mosaic|liquidlogic|framework-?i|carefirst|id)\b"
    r"(?:['’]s)?[\s.:#-]{0,3}"
)
NUMBER = r"(?:record|file|system|number|no\b|id|ref(?:erence)?)\b[\s.:#-]{0,3}(?:is\s+)?"
PROVIDERS = (
    r"(?:(?:gmail|googlemail|icloud|me|mac|msn|ymail|rocketmail|btinternet|btopenworld|sky|virginmedia|ntlworld|protonmail|mail)\.com"
    r"|(?:hotmail|outlook|live|yahoo|aol|gmx)(?:\.[a-z]{2,3}){1,2}|talktalk\.net|blueyonder\.co\.uk|tiscali\.co\.uk|proton\.me)"
)
# In the name of a mailbox that several people read: quality.team@… is not the name of a person.
SHARED = {
    "admin", "advice", "assurance", "business", "care", "children", "childrens", "complaints", "contact", "democratic", "desk", "duty",
    "early", "education", "enquiries", "families", "family", "feedback", "front", "help", "info", "learning", "office", "panel",
    "performance", "practice", "quality", "referrals", "safeguarding", "school", "send", "service", "services", "social", "standards",
    "support", "team", "training", "virtual", "web", "workforce",
}


@dataclass(frozen=True)
class Detail:
    """What looks like a personal detail: what it looks like, the text itself with one space for any, and its line."""

    what: str
    text: str
    line: int

    @property
    def masked(self) -> str:
        """Enough of it to find it by: messages stand in logs that anybody may read."""
        return f"{self.text[:2]}…{self.text[-2:]}"


def _is_nhs_number(text: str) -> bool:
    """True where the last digit checks the nine before it, modulus 11 (NHS Data Dictionary, NHS NUMBER)."""
    digits = map(int, re.findall(r"\d", text))
    return sum(weight * digit for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0


def _is_of_one_person(address: str) -> bool:
    return SHARED.isdisjoint(re.split(r"[.+@]", address.lower())[:2])


def _is_any(text: str) -> bool:
    return True


@dataclass(frozen=True)
class Pattern:
    """What a detail looks like, of those that `is_one` is true of. Texts without what it `needs` are passed over, which is quick."""

    what: str
    needs: re.Pattern[str]
    pattern: re.Pattern[str]
    is_one: Callable[[str], bool]


def _pattern(what: str, needs: str, pattern: str, is_one: Callable[[str], bool] = _is_any) -> Pattern:
    return Pattern(what, re.compile(needs, re.IGNORECASE), re.compile(pattern, re.IGNORECASE), is_one)


LOOKS_LIKE = (
    _pattern("an NHS number", r"\d{3}", rf"{STARTS}(?P<detail>[3-9]\d{{2}}{GAP}\d{{3}}{GAP}\d{{4}}){ENDS}", _is_nhs_number),
    _pattern(
        "a National Insurance number", r"\d{2}",
        rf"{STARTS}(?P<detail>(?!bg|gb|kn|nk|nt|tn|zz)[a-ceghj-prtw-z][a-ceghj-nprtw-z](?:{GAP}\d\d){{3}}{GAP}[a-d]){ENDS}",
    ),
    _pattern("a unique pupil number", r"\d{11}", rf"{STARTS}(?P<detail>[a-hj-np-rt-z]\d{{11}}[\da-z]){ENDS}"),
    _pattern("a date of birth", BIRTH, rf"{BIRTH}(?:[^\d.]|(?<!\d)\d(?!\d)){{0,40}}?{DATE}"),
    _pattern("a date of birth", BIRTH, rf"(?<!\d){DATE}[^\d.]{{0,20}}{BIRTH}"),
    _pattern("the number of a case", r"\d{5}", rf"{OF_A_CASE}(?:{NUMBER}){{0,2}}(?P<detail>[a-z]{{0,3}}[/-]?\d{{5,12}}){ENDS}"),
    _pattern("the number of a case", r"\d{4}", rf"{OF_A_CASE}(?:{NUMBER}){{1,2}}(?P<detail>[a-z]{{0,3}}[/-]?(?!19|20)\d{{4}}){ENDS}"),
    _pattern("the number of a court case", r"\d{5}", rf"{STARTS}(?P<detail>[a-z]{{2}}\d\d[cfpz]\d{{5}}){ENDS}"),
    _pattern(
        "a telephone number", r"\d{2}",
        rf"{STARTS}(?P<detail>(?:(?:\+|00)44{GAP}(?:\(0\){GAP})?|\(?0)[127]\d(?:(?:[ ().-]{{0,2}}|\n)\d){{7,8}}){ENDS}",
    ),
    _pattern("a personal e-mail address", "@", rf"(?<![\w.+'’-])(?P<detail>[\w.+'’-]{{1,64}}@{PROVIDERS})(?!\w|[.-]\w)"),
    _pattern(
        "a personal e-mail address", "@",
        r"(?<![\w.+-])(?P<detail>[^\W\d_]{1,40}\.[^\W\d_][\w'’-]{0,40}(?:\+\w+)?@[\w-]+(?:\.[\w-]+)+)", _is_of_one_person,
    ),
)


def plain(text: str) -> str:
    """Return a text with one kind of hyphen and of space, and with nothing that cannot be seen, as a keyboard writes it."""
    return INVISIBLE.sub("", SPACES.sub(" ", HYPHENS.sub("-", text)))


def details_in(text: str) -> Iterator[Detail]:
    """Yield what looks like a personal detail in a text, each place once; addresses of the web hold none."""
    text = INDENT.sub("\n", MARKS.sub("", WEB_ADDRESS.sub("", plain(text))))
    found: dict[int, Detail] = {}
    for like in LOOKS_LIKE:
        for match in like.pattern.finditer(text) if like.needs.search(text) else ():
            detail, start = match["detail"], match.start("detail")
            if like.is_one(detail):
                found.setdefault(start, Detail(like.what, " ".join(detail.split()), text.count("\n", 0, start) + 1))
    yield from found.values()

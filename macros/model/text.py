"""The texts that a field may hold: plain text, ids, addresses, days, months; and what to say of one that is something else."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, StringConstraints

from .day import parse_day
from .field import RefersTo
from .limits import LONGEST_LABEL
from .month import MeetingName, Month

# Control characters; what ends a line in some programs; the soft hyphen, spaces of no width, marks that turn the direction of writing,
# letters without a shape, and hidden ones. What joins two letters, or the parts of an emoji, is none of these.
INVISIBLE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0100-\U000e01ef"
)
VISIBLE = rf"^[^{INVISIBLE}]*$"
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ADDRESSEE = r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
EMAIL = rf"^{ADDRESSEE}$"
DOMAIN = r"^[a-z0-9.-]+$"
HOST = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?"
REST = r"[^\s\x00-\x1f\x7f-\x9f\"'`<>\\]*"  # no sign that could end the address where it stands on a page
HOST_ADDRESS = rf"^https://{HOST}$"
FRAMER = rf"^https://(\*\.)?{HOST}$"
SITE_ADDRESS = rf"https?://{HOST}/(?!.*\.(?:html?|php|aspx?|jsp)/)([A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*"  # a folder, not a page
FORMER = r"^/?[A-Za-z0-9_~-][A-Za-z0-9._~-]*(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?$"
KEY = r"[A-Za-z0-9]{20,}"
LINK = rf"^(https?://{HOST}([/?#]{REST})?|mailto:{ADDRESSEE}|/\w{REST})$"

MEANING = {
    ID: "an id: use lower-case letters, digits and single hyphens",
    EMAIL: "an e-mail address: write one such as name@example.org",
    HOST_ADDRESS: "the address of a server: write one such as https://sign-in.example.org",
    FRAMER: "the address of a site: write one such as https://intranet.example.org or https://*.example.org",
    FORMER: "the address of a page: write what stands behind the site's own address, such as standards/old-folder/communication",
    DOMAIN: "a domain: use lower-case letters, digits, dots and hyphens",
    LINK: (
        "a link: write an address that starts with https:// or mailto:, or a file of the site, without spaces, such as /documents/terms.pdf"
    ),
}

# No signs that cannot be seen, of which calendar programs take some for the end of a line.
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=VISIBLE)]
Texts = tuple[Text, ...]
Label = Annotated[Text, Field(max_length=LONGEST_LABEL)]  # what stands in a picture
Id = Annotated[str, StringConstraints(pattern=ID)]
Email = Annotated[str, StringConstraints(pattern=EMAIL)]
Host = Annotated[str, StringConstraints(pattern=HOST_ADDRESS)]
Framer = Annotated[str, StringConstraints(pattern=FRAMER)]
FormerAddress = Annotated[str, StringConstraints(pattern=FORMER)]
Domain = Annotated[str, StringConstraints(pattern=DOMAIN)]
Link = Annotated[str, StringConstraints(pattern=LINK)]
Day = Annotated[date, BeforeValidator(parse_day)]
MonthName = Annotated[Month, BeforeValidator(Month.named), PlainSerializer(lambda month: month.name, when_used="json")]
Meant = Annotated[MeetingName, PlainValidator(MeetingName.parse), PlainSerializer(str)]
# Words that people use for a record. They say nothing, so no feed and no record of what was published has them.
Keywords = Annotated[Texts, Field(exclude=True)]

RoleId = Annotated[Id, RefersTo("role")]
PanelId = Annotated[Id, RefersTo("panel")]
SectionId = Annotated[Id, RefersTo("section")]
PageAddress = Annotated[Text, RefersTo("page")]

_NEXT_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


def first_sentence(text: str) -> str:
    """Return what stands before the first full stop, question mark or exclamation mark that a new sentence follows, and that sign."""
    return _NEXT_SENTENCE.split(text, maxsplit=1)[0]

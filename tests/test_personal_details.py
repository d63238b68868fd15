"""What looks like a personal detail is refused by file and line, wherever it stands, unless somebody has allowed it knowingly.

The numbers are those that are kept for examples: of the NHS 999 …, and of Ofcom 01632 960…, 020 7946 0… and 07700 900….
"""

import pytest

from macros.commands import check
from macros.commands.amend import main as amend
from macros.reading.personal_details import details_in

from .copies import COUNCIL, FIRST_DAY, append, build, copy_of, problems, read, set_fields, set_front_matter, write

NHS, INSURANCE, PUPIL = "an NHS number", "a National Insurance number", "a unique pupil number"
BIRTH, CASE, COURT = "a date of birth", "the number of a case", "the number of a court case"
PHONE, EMAIL = "a telephone number", "a personal e-mail address"

REFUSED = [
    ("Ring 07700\n  900123", "a telephone number", "07700 900123"), ("Case number: **1234567**", "the number of a case", "1234567"),
    ("DOB: 12 Mar 14", "a date of birth", "12 Mar 14"), ("DOB 2014/03/12", "a date of birth", "2014/03/12"),
    ("NHS 943.476.5919", "an NHS number", "943.476.5919"),
    ("The NHS number is 999 000 1235.", NHS, "999 000 1235"),
    ("nhs: 9990001235", NHS, "9990001235"),
    ("NHS/999-000-1235", NHS, "999-000-1235"),
    ("NHS 999–000–1235", NHS, "999-000-1235"),
    ("NHS 999\u2011000\u20111235", NHS, "999-000-1235"),
    ("NHS 999\xa0000\xa01235", NHS, "999 000 1235"),
    ("NHS 999&nbsp;000&nbsp;1235", NHS, "999 000 1235"),
    ("NHS 99900\u200b01235", NHS, "9990001235"),
    ("999 000\n1235", NHS, "999 000 1235"),
    ("(943 476 5919)", NHS, "943 476 5919"),
    ("Case 9990001235", NHS, "9990001235"),
    ("LL 12 34 56 C", INSURANCE, "LL 12 34 56 C"),
    ("NI number ll123456c.", INSURANCE, "ll123456c"),
    ("JM-12-34-56-A", INSURANCE, "JM-12-34-56-A"),
    ("UPN H801200001001", PUPIL, "H801200001001"),
    ("UPN A12345678901A", PUPIL, "A12345678901A"),
    ("A boy born on 3 May 2012", BIRTH, "3 May 2012"),
    ("DOB: 03/05/2012", BIRTH, "03/05/2012"),
    ("dob 3.5.12", BIRTH, "3.5.12"),
    ("D.O.B. 03-05-2012", BIRTH, "03-05-2012"),
    ("d.o.b 03 05 2012", BIRTH, "03 05 2012"),
    ("date_of_birth: 1\nDate of birth: 2012-05-03", BIRTH, "2012-05-03"),
    ("Date of birth (day, month, year): 3rd May, 2012", BIRTH, "3rd May, 2012"),
    ("Her birthday is the 3rd of May 2012.", BIRTH, "3rd of May 2012"),
    ("born May 3, 2012", BIRTH, "May 3, 2012"),
    ("was born in London\non 3 Sept 2012", BIRTH, "3 Sept 2012"),
    ("Date of birth (child 1): 03/05/2012", BIRTH, "03/05/2012"),
    ("DOB of child 2: 3 May 2012", BIRTH, "3 May 2012"),
    ("03/05/2012 (DOB)", BIRTH, "03/05/2012"),
    ("DOB 03–05–2012", BIRTH, "03-05-2012"),
    ("3 May 2012 is his date of birth", BIRTH, "3 May 2012"),
    ("Case 123456 was closed", CASE, "123456"),
    ("case no. 123456", CASE, "123456"),
    ("Case number: 1234", CASE, "1234"),
    ("the case file number is 12345", CASE, "12345"),
    ("Mosaic ID 1234567", CASE, "1234567"),
    ("mosaic 1234567", CASE, "1234567"),
    ("LCS: 654321", CASE, "654321"),
    ("LCS ref #C654321", CASE, "C654321"),
    ("child ID CH/12345", CASE, "CH/12345"),
    ("the child's number 8765", CASE, "8765"),
    ("service user 112233", CASE, "112233"),
    ("Framework-i 998877", CASE, "998877"),
    ("ID: 445566", CASE, "445566"),
    ("documents/case-123456.pdf", CASE, "123456"),
    ("ZC23C50123", COURT, "ZC23C50123"),
    ("Call 07700 900123.", PHONE, "07700 900123"),
    ("07700900123", PHONE, "07700900123"),
    ("07700 900 123", PHONE, "07700 900 123"),
    ("07700\n900123", PHONE, "07700 900123"),
    ("0770 090 0123", PHONE, "0770 090 0123"),
    ("07700-900-123", PHONE, "07700-900-123"),
    ("07700–900123", PHONE, "07700-900123"),
    ("07700\xa0900\u202f123", PHONE, "07700 900 123"),
    ("07700 90 01 23", PHONE, "07700 90 01 23"),
    ("+44 7700 900123", PHONE, "+44 7700 900123"),
    ("+447700900123", PHONE, "+447700900123"),
    ("0044 7700 900123", PHONE, "0044 7700 900123"),
    ("+44 (0)7700 900123", PHONE, "+44 (0)7700 900123"),
    ("Tel.07700 900123", PHONE, "07700 900123"),
    ("tel:+442079460123", PHONE, "+442079460123"),
    ("020 7946 0123", PHONE, "020 7946 0123"),
    ("(020) 7946 0123", PHONE, "(020) 7946 0123"),
    ("0207 946 0123", PHONE, "0207 946 0123"),
    ("01632 960123 in 2027", PHONE, "01632 960123"),
    ("01632 96012 2027", PHONE, "01632 96012"),
    ("07700 900123/4", PHONE, "07700 900123"),
    ("somebody@gmail.com", EMAIL, "somebody@gmail.com"),
    ("some.body+work@googlemail.com", EMAIL, "some.body+work@googlemail.com"),
    ("<a1@hotmail.co.uk>", EMAIL, "a1@hotmail.co.uk"),
    ("a1@outlook.com", EMAIL, "a1@outlook.com"),
    ("a1@yahoo.co.uk.", EMAIL, "a1@yahoo.co.uk"),
    ("A1@ICLOUD.COM", EMAIL, "A1@ICLOUD.COM"),
    ("a1@btinternet.com", EMAIL, "a1@btinternet.com"),
    ("quality.team@gmail.com", EMAIL, "quality.team@gmail.com"),
    ("mailto:first.last@council.example", EMAIL, "first.last@council.example"),
    ("F.Last@council.example", EMAIL, "F.Last@council.example"),
    ("first.o'last-last2@council.example", EMAIL, "first.o'last-last2@council.example"),
    ("first.last+panel@council.example", EMAIL, "first.last+panel@council.example"),
]

FINE = [
    # an NHS number has a right last digit, and the numbers of English books start otherwise
    "999 000 1234", "ISBN 0 306 40615 2", "0306406152", "ISBN 978-0-306-40615-7", "2027022410", "99900012351", "12-9990001235", "3.9990001235", "9990001235-12", "9990001235.5",
    # other numbers
    "Pages 15–16, and 3 of 17", "page 123456", "version 1.2.3", "0.12.345678901", "2.0 and 10.11.12", "£1,234,567", "10,000 people",
    "75%", "1234567890", "Section 47", "Regulation 44 of 2015", "EC2P 2EJ", "GB 12 34 56 C", "bg123456a", "GU1 4ZZ 123", "12 34 56", "AB12 3CD",
    # days and times
    "2027-01-31", "2027-02-24T07:00:00Z", "20270224T070000Z", "01-02-2027 10:00 to 12:00", "01.02.2027 10.30", "3 May 2012", "03/05/2012",
    "Second Tuesday, 10:00 to 12:00", "2027-01-04, 2027-02-01, 2027-03-01", "0900 1000 1100", "07:00 to 08:00",
    "Born leaders meet on the first day.", "Record the date of birth, and check it.", "The board was born. It met on 3 May 2012.",
    "children born on or after 1 September 2011", "children born before 1 September 2011", "newborn by 3 May 2012",
    "A birth certificate is shown by 1 May 2027.", "Since 3 May 2012 each birth is told.", "born in 2012", "2 born by 2012", "under 5 by 1 May 2027",
    # cases that are none
    "case 12", "In this case 2027 is meant", "Case file 2026", "case studies of 12345 hours", "children 12345", "a child of 12", "Child 1",
    "idea 123456", "id: home-panel", "family of 5", "Children Act 1989", "referrals: 2,345", "Working Together 2023", "EWCA Civ 12345",
    # digests, addresses of the web and files
    "7d937b0123456789", "f5255365a36becd8", "sha256:0712345678901234567890", "xa07700900123b", "https://example.org/07700900123/id/123456",
    "https://www.gov.uk/government/publications/123456?id=9990001235", "550e8400-e29b-41d4-a716-446655440000",
    # organisations
    "0800 1111", "0808 800 5000", "0300 123 1234", "03001231234", "0345 678 9012", "Call 999, 101 or 111.", "+1 202 555 0123", "+4912345678901",
    "qa@council.gov.uk", "quality.team@council.example", "childrens.services@council.gov.uk", "office@school.example", "name@example.org",
    "quality@mygmail.com", "a1@gmail.community", "first.last", "@example.org", "e.g. @home", "info@sky.community",
]

PANEL, PAGE, GLOSSARY, FRAMEWORK = "data/panels/learning-board.yml", "docs/about/data.md", "data/glossary.yml", "data/framework.yml"
SENTENCE = "Call 07700 900123."


def told(masked, what):
    return (
        f'"{masked}" looks like {what}. If it is about a person, take it out, and tell whoever looks after the project: the version '
        "history keeps it. If everybody may read it, add it to allowed_details in data/framework.yml."
    )


TOLD = told("07…23", PHONE)
NOT_NEEDED = "nothing that looks like a personal detail reads so any more: delete this item."


@pytest.fixture
def council(tmp_path):
    return copy_of(COUNCIL, tmp_path / "council", code=False)


def line_of(council, name, words):
    [line] = [number for number, text in enumerate(read(council, name).splitlines(), 1) if words in text]
    return line


# What looks like one


@pytest.mark.parametrize(("text", "what", "detail"), REFUSED, ids=[text for text, _, _ in REFUSED])
def test_this_looks_like_a_personal_detail(text, what, detail):
    assert [(found.what, found.text) for found in details_in(text)] == [(what, detail)]


@pytest.mark.parametrize("text", FINE)
def test_this_does_not(text):
    assert list(details_in(text)) == []


def test_each_of_several_is_found_on_its_line():
    text = "Call 07700 900123\nor 07700 900124,\n\nDOB 3 May 2012."
    assert sorted((found.line, found.text) for found in details_in(text)) == [(1, "07700 900123"), (2, "07700 900124"), (4, "3 May 2012")]


# Where it is looked for


def in_a_coming_version(council):
    write(council, "data/panels/learning-board.next.yml", f"starts: 2028-01-01\n{read(council, PANEL)}quorum: {SENTENCE}\n")


def in_an_amendment(council):
    write(council, "data/amendments/2027-01-04-learning-board.yml", (
        f"date: 2027-01-04\nkind: minor\nconcerns:\n  - panels/learning-board\nwhat: {SENTENCE}\n"
    ))


PLACES = {
    PANEL: lambda council: set_fields(council, PANEL, quorum=SENTENCE),
    "data/activities/staff-survey.yml": lambda council: set_fields(council, "data/activities/staff-survey.yml", change={"kind": "minor", "what": SENTENCE}),
    "data/panels/learning-board.next.yml": in_a_coming_version,
    "data/amendments/2027-01-04-learning-board.yml": in_an_amendment,
    "data/calendar.yml": lambda council: append(council, "data/calendar.yml", f"# {SENTENCE}\n"),
    PAGE: lambda council: append(council, PAGE, f"\n{SENTENCE}\n"),
    "docs/about/index.md": lambda council: set_front_matter(council, "docs/about/index.md", description=SENTENCE),
}


@pytest.mark.parametrize("name", PLACES)
def test_it_is_told_by_file_and_line_and_is_not_repeated_in(council, name):
    PLACES[name](council)
    assert problems(council) == [f"{name}:{line_of(council, name, SENTENCE)}: {TOLD}"]


def test_it_is_told_with_every_other_mistake(council):
    append(council, PAGE, f"\n{SENTENCE}\n")
    set_fields(council, PANEL, chair="practice-laed")
    assert [problem.partition(":")[0] for problem in problems(council)] == [PANEL, PAGE]


def test_a_check_refuses_it(council, capsys):
    append(council, PAGE, f"\n{SENTENCE}\n")
    assert check.main(council, FIRST_DAY) == 1
    assert TOLD in capsys.readouterr().out


def test_nothing_is_recorded_with_it(council, capsys):
    set_fields(council, PANEL, quorum=SENTENCE)
    assert amend(council, FIRST_DAY, {"kind": "minor", "what": "A quorum."}) == 1
    assert capsys.readouterr().out.endswith("1 to put right. Nothing was recorded.\n")


def test_nothing_is_built_with_it(tmp_path):
    council = copy_of(COUNCIL, tmp_path / "council")
    append(council, PAGE, f"\n{SENTENCE}\n")
    done = build(council, tmp_path / "site")
    assert (done.returncode, TOLD in done.stdout) == (1, True)


# How one is allowed


def allow(council, *texts):
    set_fields(council, FRAMEWORK, allowed_details=[{"text": text, "because": "The duty desk, for everybody."} for text in texts])


@pytest.mark.parametrize("sentence", [SENTENCE, "Call 07700\n900123."], ids=["on one line", "over two lines"])
def test_one_that_is_allowed_may_stand_anywhere(council, sentence):
    append(council, PAGE, f"\n{sentence}\n")
    append(council, "docs/about/index.md", f"\n{SENTENCE}\n")
    allow(council, "07700 900123")
    assert problems(council) == []


def test_one_is_allowed_with_the_hyphens_with_which_it_stands(council):
    append(council, PAGE, "\nCall 07700–900123.\n")
    allow(council, "07700–900123")
    assert problems(council) == []


def test_a_day_is_allowed_without_the_words_around_it(council):
    append(council, PAGE, "\nThe founder was born on 3 May 1812.\n")
    allow(council, "3 May 1812")
    assert problems(council) == []


def test_no_other_one_is_allowed_with_it(council):
    append(council, PAGE, f"\n{SENTENCE} Or 07700 900124.\n")
    allow(council, "07700 900123")
    assert problems(council) == [f"{PAGE}:{line_of(council, PAGE, SENTENCE)}: {told('07…24', PHONE)}"]


def test_why_it_is_allowed_is_no_place_for_another(council):
    append(council, PAGE, f"\n{SENTENCE}\n")
    set_fields(council, FRAMEWORK, allowed_details=[{"text": "07700 900123", "because": "It is that of somebody@gmail.com."}])
    assert problems(council) == [f"{FRAMEWORK}:{line_of(council, FRAMEWORK, 'because')}: {told('so…om', EMAIL)}"]


@pytest.mark.parametrize("text", ["07700 900123", "The duty desk"])
def test_an_allowance_that_nothing_needs_is_told(council, text):
    allow(council, text)
    assert problems(council) == [f"{FRAMEWORK}:{line_of(council, FRAMEWORK, 'text:')}: {NOT_NEEDED}"]


def test_where_nobody_can_say_what_is_allowed_that_mistake_is_told_alone(council):
    append(council, PAGE, f"\n{SENTENCE}\n")
    set_fields(council, FRAMEWORK, allowed_details=[{"text": "07700 900123"}])
    assert problems(council) == [f'{FRAMEWORK}:{line_of(council, FRAMEWORK, "text:")}: "because" is missing.']

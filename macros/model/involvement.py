"""The ways in which an activity names a role, and how each is said."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Involvement:
    """`name` is the field of an Activity. `of_role` is said of a role, `of_activity` before roles, `mine` by the reader."""

    name: str
    of_role: str
    of_activity: str
    mine: str


LEAD = Involvement("lead", "Leads or oversees", "Leads or oversees", "I lead or oversee")
ATTEND = Involvement("attend", "Takes part in", "Takes part", "I take part")
RECEIVE = Involvement("receive", "Receives", "Receives", "I receive")
NAMED = Involvement("named", "Is named in", "Also named", "I am named")
INVOLVEMENTS = (LEAD, ATTEND, RECEIVE, NAMED)

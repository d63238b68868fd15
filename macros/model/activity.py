"""A piece of quality assurance work, and when it takes place."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, model_validator

from . import address
from .base import Record
from .day_rule import RuleName
from .document import Document
from .field import OWN_TEMPLATE, RefersTo, described
from .month import Month, MonthName, SlotName
from .record import Kind, Stated
from .text import Id, PanelId, RoleId, Text
from .times import Times

DATES = "schedule/occurrences.py"
INVOLVED = "schedule/timeline.py"
RULE = "_macros.md"


def _all_months(value: object) -> object:
    return list(Month.__members__) if value == "all" else value


class MonthDetail(Record):
    """What is different about an activity in one month."""

    summary: Text | None = described("Summary", "What it does in this month, in place of its summary.", None, place="month.md")
    attend: tuple[RoleId, ...] = described("Takes part", "Roles that take part in this month as well.", (), place=INVOLVED)


class Window(Record):
    """One piece of work that takes two adjoining months."""

    opens: MonthName = described("Opens", "The first of the two months.", place="render.py")
    closes: MonthName = described("Closes", "The second of the two months.", place="render.py")

    @model_validator(mode="after")
    def _adjoins(self) -> Self:
        if self.closes != self.opens.after:
            raise ValueError(f"the window {self.opens.name} to {self.closes.name} is not two adjoining months, first to last.")
        return self


class Rule(Record):
    """The day of the month on which an activity takes place, for every month in which it runs."""

    day: RuleName = described("Day", "Such as second Tuesday, last Thursday or first working day.", place=RULE)
    time: Times | None = described("Time", "Such as 10:00 to 12:00. Leave it out while it is not known.", None, place=RULE)
    place: Text | None = described("Place", "Where people meet.", None, place=RULE)
    if_holiday: Literal["next", "previous", "skip", "keep"] | None = described(
        "On a bank holiday", "The next or the previous working day, skip the month, or keep the day.", None, place=RULE
    )


class Meeting(Record):
    """A confirmed date, or several days up to `until`, with times and a place where they are known."""

    on: date = described("On", "The day, as year-month-day.", place=DATES)
    until: date | None = described("Until", "The last day, of a meeting that takes several.", None, place="model/activity.py")
    time: Times | None = described("Time", "Such as 10:00 to 12:00.", None, place=DATES)
    place: Text | None = described("Place", "Where people meet.", None, place=DATES)

    @property
    def last(self) -> date:
        return self.until or self.on

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.last < self.on:
            raise ValueError(f"it ends ({self.last}) before it starts ({self.on}).")
        return self


class Move(Meeting):
    """Another date for the occurrence of a month, and why."""

    occurrence: SlotName = described("Occurrence", "The month that the meeting was meant for, such as March 2027.", place=DATES)
    because: Text = described("Because", "Why it moved.", place=DATES)


class Cancellation(Record):
    """The occurrence of a month that does not take place, and why."""

    occurrence: SlotName = described("Occurrence", "The month that the meeting was meant for, such as March 2027.", place=DATES)
    because: Text = described("Because", "Why it does not take place.", place=DATES)


class Activity(Stated):
    """A piece of quality assurance work, and the months in which the framework places it."""

    KIND: ClassVar[Kind] = Kind(
        "activity", address.ACTIVITIES, "When {title} happens, who takes part and where the framework says so.",
        is_in_menu=False, is_tracked=True,
    )

    group: Annotated[Id, RefersTo("activity group")] = described(
        "Group", "The heading it stands under (data/framework.yml).", place="activities.md"
    )
    summary: Text = described("Summary", "What it is, in a sentence or two.", place=OWN_TEMPLATE)
    months: Annotated[tuple[MonthName, ...], BeforeValidator(_all_months)] = described(
        "Months", "The months in which it runs: all, or their names.", (), place="model/activity.py"
    )
    windows: tuple[Window, ...] = described("Windows", "In place of months: work that takes two adjoining months.", (), place="render.py")
    frequency: Text | None = described("How often", "How often, where the framework says more than the months.", None, place=OWN_TEMPLATE)
    panel: PanelId | None = described(
        "Concerns", "The body that it concerns. An activity with the id of a panel is that panel's own meeting.", None, place=OWN_TEMPLATE
    )
    lead: tuple[RoleId, ...] = described("Leads or oversees", "Who leads it; a panel's chair stands on the panel.", (), place=INVOLVED)
    attend: tuple[RoleId, ...] = described("Takes part", "Who takes part; a panel's members stand on the panel.", (), place=INVOLVED)
    receive: tuple[RoleId, ...] = described("Receives", "Who is sent what comes of it.", (), place=INVOLVED)
    by_month: dict[MonthName, MonthDetail] = described("Month by month", "What is different in one month.", {}, place=OWN_TEMPLATE)
    documents: tuple[Document, ...] = described("Documents", "Documents that the framework attaches or names.", (), place=OWN_TEMPLATE)
    rule: Rule | None = described("Rule", "The day of the month on which it takes place.", None, place=OWN_TEMPLATE)
    dates: tuple[Meeting, ...] = described("Dates", "Confirmed dates, each in place of the rule in its month.", (), place=DATES)
    moved: tuple[Move, ...] = described("Moved", "Meetings that take place on another day.", (), place=DATES)
    cancelled: tuple[Cancellation, ...] = described(
        "Cancelled", "Meetings that do not take place. Leave them here until their day has passed.", (), place=DATES
    )

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if bool(self.months) == bool(self.windows):
            raise ValueError("an activity needs either months or windows.")
        if self.windows and self.rule:
            raise ValueError("a rule is for an activity with months. Give the days of a window under dates.")
        return self

    @property
    def precision(self) -> str:
        """How exactly the data says when: rule, window or month. Single dates may be known beside a month."""
        if self.rule:
            return "rule"
        return "window" if self.windows else "month"

    @property
    def placements(self) -> tuple[Month, ...]:
        """The months, in the order of the year, in which this activity stands in the timeline."""
        return tuple(sorted({*self.months, *(month for window in self.windows for month in (window.opens, window.closes))}))

    @property
    def is_meeting(self) -> bool:
        """True where the activity is the meeting of the panel that has its id: that panel's page is then its page."""
        return self.panel == self.id

    @property
    def page(self) -> str:
        return f"{address.PANELS if self.is_meeting else self.KIND.folder}/{self.id}"

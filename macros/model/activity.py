"""A piece of quality assurance work, and when it takes place."""

from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, model_validator

from . import address
from .base import Record
from .day_rule import WEEKDAYS, RuleName
from .document import Document
from .field import BUILD, HEADING, OWN_TEMPLATE, RefersTo, described
from .limits import MOST_RULES
from .month import Month
from .record import Kind, Stated
from .text import Day, Id, Meant, MonthName, PanelId, RoleId, Text
from .times import Times

DATES = "schedule/occurrences.py"
INVOLVED = "schedule/timeline.py"
RULE = "_macros.md"
OCCURRENCE_HELP = "The month it was meant for, such as March 2027, or its day where the month has several, such as 9 March 2027."
LONGEST_MEETING = timedelta(days=31)


def _all_months(value: object) -> object:
    return list(Month.__members__) if value in ("all", ["all"]) else value


class MonthDetail(Record):
    """What is different about an activity in one month."""

    summary: Text | None = described("Summary", "What it does in this month, in place of its summary.", None, place=INVOLVED)
    attend: tuple[RoleId, ...] = described("Takes part", "Roles that take part in this month as well.", (), place=INVOLVED)


class Window(Record):
    """One piece of work that takes several months, over the end of the year if need be."""

    opens: MonthName = described("Opens", "The month in which it starts.", place="render.py")
    closes: MonthName = described("Closes", "The month in which it is done.", place="render.py")

    @property
    def between(self) -> tuple[Month, ...]:
        """The months after it has opened and before it closes."""
        months = [self.opens.after]
        while months[-1] != self.closes:
            months.append(months[-1].after)
        return tuple(months[:-1])

    @model_validator(mode="after")
    def _takes_several_months(self) -> Self:
        if self.opens == self.closes:
            raise ValueError(f"the window opens and closes in {self.opens.name}: write work of one month under months.")
        return self


class Rule(Record):
    """The days on which an activity takes place, in every month in which it runs, from a first day to a last one."""

    day: RuleName = described(
        "Day", "Such as second Tuesday, last Thursday, tenth working day, every Wednesday or every second Wednesday.", place=RULE
    )
    from_: Day | None = described(
        "From", "The first day on which it can fall. From it, every second Wednesday is counted.", None, place=RULE, alias="from"
    )
    until: Day | None = described("Until", "The last day on which it can fall.", None, place=RULE)
    time: Times | None = described("Time", "Such as 10:00 to 12:00. Leave it out while it is not known.", None, place=RULE)
    place: Text | None = described("Place", "Where people meet.", None, place=RULE)
    if_holiday: Literal["next", "previous", "skip", "keep"] | None = described(
        "On a bank holiday", "The next or the previous working day, skip the meeting, or keep the day.", None, place=RULE
    )
    id: Id | None = described(
        "Id", "Where an activity has several rules: a short name, for good, that tells its meetings from those of the others.",
        None, place=BUILD,
    )

    def holds_on(self, day: date) -> bool:
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.from_ and self.until and self.until < self.from_:
            raise ValueError(f"the rule ends ({self.until}) before it starts ({self.from_}).")
        return self

    @model_validator(mode="after")
    def _is_counted_from_a_day_of_its_own(self) -> Self:
        if self.day.is_every and self.day.weeks > 1:
            if self.from_ is None:
                raise ValueError(f'"{self.day}" is counted from a day: give it as from, such as from: 2027-01-06.')
            if WEEKDAYS[self.from_.weekday()] != self.day.kind:
                raise ValueError(f'"{self.day}" is counted from its first day, and {self.from_} is a {WEEKDAYS[self.from_.weekday()]}.')
        return self


class Meeting(Record):
    """A day, or several up to `until`, with times and a place where they are known."""

    on: Day = described("On", "The day, as year-month-day.", place=DATES)
    until: Day | None = described("Until", "The last day, of a meeting that takes several.", None, place="model/activity.py")
    time: Times | None = described("Time", "Such as 10:00 to 12:00, on each day. Left out, it is the time of the rule.", None, place=DATES)
    place: Text | None = described("Place", "Where people meet. Left out, it is the place of the rule.", None, place=DATES)
    keep: bool = described("Keep the day", "true where a weekend or a bank holiday is meant.", False, place="reading/check_schedule.py")

    @property
    def last(self) -> date:
        return self.until or self.on

    @model_validator(mode="after")
    def _ends_soon_after_it_starts(self) -> Self:
        if self.last < self.on:
            raise ValueError(f"it ends ({self.last}) before it starts ({self.on}).")
        if self.last - self.on > LONGEST_MEETING:
            raise ValueError(f"it ends ({self.last}) more than {LONGEST_MEETING.days} days after it starts ({self.on}).")
        return self


class ConfirmedDate(Meeting):
    """A date in place of the rule in its month, or without a rule."""

    id: Id | None = described(
        "Id",
        "Where a month has several dates: a short name, for good, that tells this one from the others. "
        "The id of a rule makes it the date of that rule's meeting.",
        None, place=BUILD,
    )


class Move(Meeting):
    """Another date for a meeting, and why."""

    occurrence: Meant = described("Occurrence", OCCURRENCE_HELP, place=DATES)
    because: Text = described("Because", "Why it moved.", place=DATES)


class Cancellation(Record):
    """A meeting that does not take place, and why."""

    occurrence: Meant = described("Occurrence", OCCURRENCE_HELP, place=DATES)
    because: Text = described("Because", "Why it does not take place.", place=DATES)


class Activity(Stated):
    """A piece of quality assurance work, and the months in which the framework places it."""

    KIND: ClassVar[Kind] = Kind(
        "activity", address.ACTIVITIES, "When {title} happens, who takes part and where the framework says so.",
        is_tracked=True,
    )

    title: Text = described(
        "Title", "What people call it. Leave it out for the meeting of a panel, unless that has another name than the panel.",
        "", place=HEADING,
    )
    group: Annotated[Id, RefersTo("activity group")] = described(
        "Group", "The heading it stands under (data/framework.yml).", place="activities.md"
    )
    summary: Text = described("Summary", "What it is, in a sentence or two.", place=OWN_TEMPLATE)
    months: Annotated[tuple[MonthName, ...], BeforeValidator(_all_months)] = described(
        "Months", "The months in which it runs: all, or their names.", (), place="model/activity.py"
    )
    windows: tuple[Window, ...] = described("Windows", "In place of months: work that takes several months.", (), place="render.py")
    frequency: Text | None = described("How often", "How often, where the framework says more than the months.", None, place=OWN_TEMPLATE)
    panel: PanelId | None = described(
        "Concerns", "The body that it concerns. An activity with the id of a panel is that panel's own meeting.", None, place=OWN_TEMPLATE
    )
    lead: tuple[RoleId, ...] = described("Leads or oversees", "Who leads it; a panel's chair stands on the panel.", (), place=INVOLVED)
    attend: tuple[RoleId, ...] = described("Takes part", "Who takes part; a panel's members stand on the panel.", (), place=INVOLVED)
    receive: tuple[RoleId, ...] = described("Receives", "Who is sent what comes of it.", (), place=INVOLVED)
    named: tuple[RoleId, ...] = described(
        "Also named", "Roles that the framework names here without saying that they lead, take part or receive.", (), place=INVOLVED
    )
    by_month: dict[MonthName, MonthDetail] = described("Month by month", "What is different in one month.", {}, place=OWN_TEMPLATE)
    documents: tuple[Document, ...] = described("Documents", "Documents that the framework attaches or names.", (), place=OWN_TEMPLATE)
    rules: tuple[Rule, ...] = described(
        "Rules", "The days on which it takes place, one rule or several.", (), place=OWN_TEMPLATE, max_length=MOST_RULES
    )
    dates: tuple[ConfirmedDate, ...] = described("Dates", "Confirmed dates, each in place of the rule in its month.", (), place=DATES)
    moved: tuple[Move, ...] = described("Moved", "Meetings that take place on another day.", (), place=DATES)
    cancelled: tuple[Cancellation, ...] = described(
        "Cancelled", "Meetings that do not take place. Leave them here until their day has passed.", (), place=DATES
    )

    @model_validator(mode="after")
    def _has_a_title(self) -> Self:
        if not self.title and not self.is_meeting:
            raise ValueError('"title" is missing: only the meeting of a panel can do without it.')
        return self

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if bool(self.months) == bool(self.windows):
            raise ValueError("an activity needs either months or windows.")
        if self.windows and self.rules:
            raise ValueError("a rule is for an activity with months. Give the days of a window under dates.")
        named = [month for window in self.windows for month in (window.opens, window.closes)]
        if twice := [month.name for month in sorted(set(named)) if named.count(month) > 1]:
            raise ValueError(f"two windows open or close in {twice[0]}: make them one, or the second an activity of its own.")
        return self

    @model_validator(mode="after")
    def _names_each_role_once(self) -> Self:
        parts = {"lead": self.lead, "attend": self.attend, "receive": self.receive, "named": self.named}
        for part, roles in parts.items():
            if twice := next((role for role in roles if roles.count(role) > 1), None):
                raise ValueError(f'"{twice}" stands twice under {part}: once is enough.')
        if twice := next((role for role in self.named if role in (*self.lead, *self.attend, *self.receive)), None):
            raise ValueError(f'"{twice}" stands under named and has a part in it as well: take it out of named.')
        return self

    @property
    def precision(self) -> str:
        """How exactly the data says when: rule, window or month. Single dates may be known beside a month."""
        if self.rules:
            return "rule"
        return "window" if self.windows else "month"

    @property
    def between(self) -> frozenset[Month]:
        """The months in which a window is open that neither opens nor closes it."""
        return frozenset(month for window in self.windows for month in window.between)

    @property
    def placements(self) -> tuple[Month, ...]:
        """The months, in the order of the year, in which this activity stands in the timeline."""
        return tuple(sorted({*self.months, *(month for window in self.windows for month in (window.opens, window.closes))}))

    @property
    def is_in_every_month(self) -> bool:
        """True where its months do not say how often it takes place: it may be once in each, or oftener."""
        return len(self.placements) == len(Month)

    @property
    def is_meeting(self) -> bool:
        """True where the activity is the meeting of the panel that has its id: that panel's page is then its page."""
        return self.panel == self.id

    @property
    def page(self) -> str:
        return f"{address.PANELS if self.is_meeting else self.KIND.folder}/{self.id}"

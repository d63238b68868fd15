"""The macros that a page may call. Each picks what it needs from the framework and fills a template."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import Any

from markupsafe import Markup

from ..calendars.feeds import Feed
from ..calendars.subscribe import subscription_to
from ..history.history import History
from ..history.provenance import Provenance
from ..history.reviews import SOON, with_review_date
from ..model import address
from ..model.activity import Activity
from ..model.cycle import Cycle
from ..model.framework import Framework
from ..model.grouped import grouped
from ..model.involvement import INVOLVEMENTS
from ..model.markdown import without_calls, without_links
from ..model.month import Month
from ..model.record import FileRecord, Stated
from ..model.routes import Routes
from ..schedule import timeline
from ..schedule.occurrences import Occurrence, known_dates
from . import cycle_layout, route_layout
from .desk import (
    CALENDAR_RUNS_OUT,
    missing_before_publication,
    missing_terms,
    panels_that_lack_terms,
    standards_that_lack_dates,
    undated_months,
)
from .facts import facts_of
from .form import Field, Lines
from .origin import any_amended, origin_of
from .reference import fields_in_data, macro_calls
from .register import rows_of
from .render import render
from .role_year import year_of, year_of_any_role
from .versions import version_pages
from .year_wheel import YearWheel, wheel_of

MOST_COLUMNS = 40  # of a table of roles by panels, which fit on a sheet
MOST_LISTED = 30  # activities that name nobody, on the page of each role: of more, each page would be as long as the whole year


@dataclass(frozen=True, repr=False)  # mkdocs-macros writes what it is into a trace for each macro
class PageMacros:
    """Each public method is a macro, and returns Markdown or HTML. Its docstring stands in the reference for page authors."""

    history: History
    occurrences: list[Occurrence]
    feeds: dict[str, Feed]
    site_url: str
    calendars_url: str
    copies_to_keep: Collection[str] = ()

    @property
    def _framework(self) -> Framework:
        return self.history.framework

    @cached_property
    def _dates(self) -> dict[str, list[Occurrence]]:
        return known_dates(self.occurrences)

    @cached_property
    def _years(self) -> dict[str, timeline.Rows]:
        return timeline.by_role(self._framework)

    @cached_property
    def _naming_nobody(self) -> list[tuple[Activity, list[Month]]]:
        return timeline.naming_nobody(self._framework)

    @cached_property
    def _months(self) -> timeline.Year:
        return timeline.month_by_month(self._framework)

    @cached_property
    def _wheel(self) -> YearWheel:
        return wheel_of(self._months)

    def year(self) -> str:
        """The year at a glance: a table of activities by month."""
        groups = timeline.whole_year(self._framework)
        return self._render(
            "whole_year.md", groups=groups, months=list(Month), label="The year at a glance", placements_of=self._placements_of
        )

    def month(self, name: str) -> str:
        """Everything in the month of this name, such as `month('March')`."""
        month = Month.named(name)
        in_month = [occurrence for occurrence in self.occurrences if occurrence.is_shown_in(month)]
        dates = known_dates(in_month)
        groups = timeline.in_month(self._framework, month)
        elsewhere = [activity for activity in self._framework.activities if activity.id in dates and month not in activity.placements]
        placements = list(chain(*groups.values()))
        open_questions = [one for one in placements if one.activity.page in self._framework.questions_about]
        return self._render(
            "month.md", month=month, months=list(Month), groups=groups, placements=placements, dates=dates, elsewhere=elsewhere,
            source=timeline.common_source(placements), open=len(open_questions),
        )

    def wheel(self) -> str:
        """The year as a wheel."""
        return render("year_wheel.svg", wheel=self._wheel)

    def poster(self) -> str:
        """The year on one sheet: a wheel, and round it what each month holds."""
        return self._render("poster.md", wheel=self._wheel, picture=Markup(self.wheel()))

    def this_month(self) -> str:
        """All the months; the reader's browser shows the present one."""
        my_year = render("role_year.svg", year=year_of_any_role(self._months), role=None, title="My year")
        return self._render("this_month.md", months=self._months, my_year=Markup(my_year))

    def activities(self) -> str:
        """Every activity, with a link to its page."""
        return self._render("activities.md")

    def activity(self, id: str) -> str:
        """One activity: when, who, where the framework says so."""
        activity = self._framework.activity[id]
        placements = timeline.of_activity(self._framework, activity)
        offer = self._offer(address.feed(activity.page))
        return self._render("activity.md", activity=activity, placements=placements, dates=self._dates.get(id, ()), **offer)

    def panels(self) -> str:
        """Every panel, with a link to its terms of reference."""
        return self._render("panels.md")

    def panel(self, id: str) -> str:
        """The terms of reference of one panel."""
        panel, meeting = self._framework.panel[id], self._framework.activity.get(id)
        return self._render(
            "panel.md", panel=panel, meeting=meeting, missing=missing_terms(self._framework, panel),
            facts=partial(facts_of, self._framework, panel, self.history.provenance_of(panel)),
            activities=timeline.of_panel(self._framework, panel),
            placements=timeline.of_activity(self._framework, meeting) if meeting else [],
            dates=self._dates.get(id, ()) if meeting else (), **self._offer(address.feed(panel.page)),
        )

    def roles(self) -> str:
        """Every role, with a link to its year."""
        return self._render("roles.md")

    def roles_by_panels(self) -> str:
        """Which roles chair or take part in which panels and meetings, as a table."""
        panels = [panel for panel in self._framework.panels if panel.chair or panel.members]
        chaired = grouped(panels, lambda panel: [panel.chair])
        attended = grouped(panels, lambda panel: set(panel.members) - {panel.chair})
        roles = [role for role in self._framework.roles if role.id in chaired or role.id in attended]
        return self._render(
            "roles_by_panels.md", panels=panels, roles=roles, chaired=chaired, attended=attended, most_columns=MOST_COLUMNS
        )

    def role(self, id: str) -> str:
        """One role's year."""
        role = self._framework.role[id]
        panels = [panel for panel in self._framework.panels if id == panel.chair or id in panel.members]
        label, groups = f"The year: {role.title}", self._years.get(id, {})
        naming_nobody = [] if role.is_outside else self._naming_nobody
        picture = Markup(render("role_year.svg", year=year_of(groups, naming_nobody), role=role, title=label))
        return self._render(
            "role.md", role=role, panels=panels, groups=groups, months=list(Month),
            label=label, picture=picture, placements_of=self._placements_of,
            naming_nobody=naming_nobody, most_listed=MOST_LISTED, **self._offer(address.feed(role.page)),
        )

    def glossary(self) -> str:
        """Every abbreviation and term."""
        return self._render("glossary.md")

    def questions(self) -> str:
        """Every gap and conflict in the published document, and how some were settled."""
        named = {role for question in self._framework.questions for role in question.settled_by}
        settlers = [role for role in self._framework.role.values() if role.id in named]
        return self._render("questions.md", amendments=self.history.amendment, settlers=settlers)

    def questions_in_short(self) -> str:
        """Every gap and conflict in one line, with who can settle it: for paper."""
        return self._render("questions_in_short.md")

    def calendars(self) -> str:
        """Every calendar, with a button for each calendar program."""
        feeds = [feed for feed in self.feeds.values() if feed.is_offered]
        everyone, of_panels = (
            [self._offer(feed.path) for feed in feeds if feed.folder == folder]
            for folder in (address.PAGE_FEEDS, f"{address.PAGE_FEEDS}{address.PANELS}/")
        )
        of_activities = [activity for activity in self._framework.activities if address.feed(activity.page) in self.feeds]
        single = [activity for activity in of_activities if not activity.is_meeting]
        paths = {role.id: address.feed(role.page) for role in self._framework.roles}
        of_roles = {role: self._offer(path) for role, path in paths.items() if path in self.feeds}
        naming_nobody = self._offer(address.NAMING_NOBODY_FEED)
        return self._render(
            "calendars.md", everyone=everyone, of_panels=of_panels, single=single, of_roles=of_roles, naming_nobody=naming_nobody
        )

    def register(self) -> str:
        """Every standard with its version, its dates and its owner, and which version was in force when."""
        rows = rows_of(self.history)
        shown = [row for row in rows if not self._framework.has_ended(row.standard)]
        known = set().union(*(row.known for row in shown))
        return self._render("register.md", rows=rows, shown=shown, known=known, amendments=self.history.amendment, history=self.history)

    def version(self, page: str, number: str) -> str:
        """A version of what the page at an address shows: what it said, and what it changed."""
        versions = version_pages(self.history, page)
        version = next(version for version in versions if version.version.number == number)
        text = Markup(without_links(without_calls((version.version.says or {}).get("text", ""))))
        return self._render("version.md", version=version, in_force=version.in_force, text=text, thing=self.history.thing_at[page])

    def whats_new(self) -> str:
        """Every change but the minor ones."""
        return self._render("whats_new.md", history=self.history)

    def briefing(self) -> str:
        """Every change since a day that the reader chooses, with room for signatures."""
        return self._render("briefing.md", history=self.history)

    def desk(self) -> str:
        """What the quality assurance lead has to see to."""
        return self._render(
            "desk.md", due=with_review_date(self._framework.standards), unset=standards_that_lack_dates(self._framework),
            missing=panels_that_lack_terms(self._framework), undated=undated_months(self.occurrences),
            runs_out=CALENDAR_RUNS_OUT.days, unready=missing_before_publication(self._framework, self.site_url),
        )

    def feedback(self) -> str:
        """The address that readers can write to, or nothing where the data gives none."""
        return self._framework.edition.feedback or ""

    def field(self, label: str, lines: Lines = 1, kind: str = "text", options: tuple[str, ...] = ()) -> str:
        """A question of a form: `kind` is text, date or tick; `lines` is the height of its box; `options` are to choose from."""
        return render("field.html", field=Field(label, lines, kind, tuple(options)))

    def form_buttons(self) -> str:
        """The buttons that save, open, print and clear a form."""
        return render("form_buttons.html")

    def cycle(self, id: str) -> str:
        """A cycle: a circle that stands for the year with its steps, and the same in words."""
        cycle = self._framework.of(Cycle)[id]
        picture = Markup(render("cycle.svg", cycle=cycle, layout=cycle_layout.lay_out(cycle)))
        labels = cycle_layout.labels_of(cycle)
        return self._render("cycle.md", cycle=cycle, picture=picture, labels=labels, origin=origin_of(self.history, cycle))

    def routes(self, id: str) -> str:
        """What goes to whom in one matter: a picture, and the same in words."""
        routes = self._framework.of(Routes)[id]
        picture = Markup(render("routes.svg", routes=routes, layout=route_layout.lay_out(self._framework, routes)))
        name = partial(route_layout.name_of, self._framework)
        return self._render("routes.md", routes=routes, picture=picture, name_of=name, origin=origin_of(self.history, routes))

    def copies(self) -> str:
        """The copies to keep that the site offers, for its page `/handbook/`: a PDF file, and all pages to open from disk."""
        return self._render("copies.md", copies=self.copies_to_keep, pdf=address.PDF_COPY, zip=address.ZIP_COPY)

    def macro_list(self) -> str:
        """Every macro that a page can call: this table."""
        return render("macros.md", calls=macro_calls(macros_of(self)))

    def data_fields(self) -> str:
        """What data.json holds of a panel, a role and so on, field by field."""
        return render("data_fields.md", groups=fields_in_data())

    def _placements_of(self, activity: Activity) -> list[timeline.Placement]:
        return timeline.of_activity(self._framework, activity)

    def _record(self, kind: type[FileRecord], id: str) -> str:
        """A record of a kind that has no macro of its own: its template is given it under the name of the kind."""
        record = self._framework.of(kind)[id]
        provenance = self.history.provenance_of(record) if isinstance(record, Stated) else Provenance()
        facts = partial(facts_of, self._framework, record, provenance)
        return self._render(kind.KIND.template, **{kind.KIND.name: record}, facts=facts)

    def _render(self, template: str, /, **context: Any) -> str:
        history = self.history
        return render(
            template, framework=self._framework, involvements=INVOLVEMENTS, soon=SOON.days, provenance_of=history.provenance_of,
            origin_of=partial(origin_of, history), any_amended=partial(any_amended, history), **context,
        )

    def _offer(self, path: str) -> dict[str, Any]:
        """What a template needs to offer the calendar at a path: the feed and its buttons; nothing where there is none to offer."""
        feed = self.feeds.get(path)
        if not feed or not feed.is_offered:
            return {"feed": None}
        return {"feed": feed, "button": Markup(render("subscribe.md", feed=feed, subscription=subscription_to(feed, self.calendars_url)))}


def macros_of(pages: PageMacros) -> dict[str, Callable[..., str]]:
    """Return the macros by name: every public method, and one for each other kind of record that has pages."""
    macros = {name: getattr(pages, name) for name in public_names()}
    for kind in pages._framework.records:
        if kind.KIND.has_pages and kind.KIND.name not in macros:
            macros[kind.KIND.name] = partial(pages._record, kind)
    return macros


def public_names() -> list[str]:
    """Return the names of the macros, in the order of their definition."""
    return [name for name, value in vars(PageMacros).items() if callable(value) and not name.startswith("_")]

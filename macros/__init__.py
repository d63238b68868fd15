"""The macros that a page may call. Each picks what it needs from the framework and fills a template."""

from dataclasses import dataclass

from markupsafe import Markup

from . import timeline
from .compare import comparison, without_links
from .desk import missing_dates, missing_terms, panels_that_lack_terms, undated_months
from .diagram import Diagram
from .feeds import Feed
from .form import Field
from .model import Framework
from .month import Month
from .render import render
from .reviews import by_date
from .schedule import Occurrence, known_dates
from .subscribe import subscription
from .whats_new import announced

INVOLVED = {"lead": "Leads or oversees", "attend": "Takes part in", "receive": "Receives"}


def define_env(env):
    """Called by mkdocs-macros at each build. `framework`, `scheduled` and `feeds` were put into `extra` by the build hook."""
    occurrences = [item.occurrence for item in env.variables["scheduled"]]
    macros = Macros(env.variables["framework"], occurrences, env.variables["feeds"], env.conf["site_url"])
    for name in vars(Macros):
        if not name.startswith("_"):
            env.macro(getattr(macros, name))


@dataclass(frozen=True)
class Macros:
    """Each public method is a macro, and returns Markdown or HTML."""

    framework: Framework
    occurrences: list[Occurrence]
    feeds: dict[str, Feed]
    site_url: str | None

    def year(self):
        """The year at a glance: a table of activities by month."""
        groups = timeline.whole_year(self.framework)
        return render("whole_year.md", groups=groups, months=list(Month), label="The year at a glance")

    def month(self, name):
        """Everything in the month of this name."""
        found = Month.named(name)
        in_month = [occurrence for occurrence in self.occurrences if occurrence.slot.month == found]
        known = {activity.id: known_dates(in_month, activity) for activity in self.framework.activities}
        groups = timeline.in_month(self.framework, found)
        return self._render("month.md", month=found, months=list(Month), groups=groups, known=known, **self._offer("calendar/qa.ics"))

    def this_month(self):
        """All the months, of which the reader's browser shows the one it is."""
        months = {month: sum(timeline.in_month(self.framework, month).values(), []) for month in Month}
        return self._render("this_month.md", months=months)

    def activities(self):
        """Every activity, with a link to its page."""
        return self._render("activities.md")

    def activity(self, id):
        """One activity: when, who, where the framework says so."""
        found = self.framework.activity[id]
        placements = timeline.of_activity(self.framework, found)
        known = known_dates(self.occurrences, found)
        return self._render("activity.md", activity=found, placements=placements, known=known, **self._offer(f"calendar/{found.page}.ics"))

    def panels(self):
        """Every panel, with a link to its terms of reference."""
        return self._render("panels.md")

    def panel(self, id):
        """The terms of reference of one panel."""
        found = self.framework.panel[id]
        activities = timeline.of_panel(self.framework, found)
        meeting = self.framework.activity.get(id)
        return self._render(
            "panel.md", panel=found, missing=missing_terms(self.framework, found), activities=activities, meeting=meeting,
            placements=timeline.of_activity(self.framework, meeting) if meeting else [],
            known=known_dates(self.occurrences, meeting) if meeting else [], **self._offer(f"calendar/panels/{id}.ics"),
        )

    def roles(self):
        """Every role, with a link to its year."""
        return self._render("roles.md")

    def role(self, id):
        """One role's year."""
        found = self.framework.role[id]
        groups = {INVOLVED[how]: rows for how, rows in timeline.of_role(self.framework, found).items()}
        panels = [panel for panel in self.framework.panels if id == panel.chair or id in panel.members]
        return self._render(
            "role.md", role=found, panels=panels, **self._offer(f"calendar/roles/{id}.ics"),
            groups=groups, months=list(Month), label=f"The year of the {found.title}",
        )

    def glossary(self):
        """Every abbreviation and term."""
        return self._render("glossary.md")

    def questions(self):
        """Every gap and conflict in the published document."""
        return self._render("questions.md")

    def calendars(self):
        """Every calendar, with a button for each calendar program."""
        folders = {"For everyone": "calendar/", "Choose a panel": "calendar/panels/", "Choose one activity": "calendar/activities/"}
        groups = {
            title: [self._offer(path) for path, feed in self.feeds.items() if path.rpartition("/")[0] + "/" == folder and feed.is_offered]
            for title, folder in folders.items()
        }
        paths = {role.id: f"calendar/{role.page}.ics" for role in self.framework.roles}
        of_roles = {role: self._offer(path) for role, path in paths.items() if path in self.feeds}
        return self._render("calendars.md", groups=groups, of_roles=of_roles)

    def register(self):
        """Every standard with its version, its dates and its owner, and which version was in force when."""
        published = self.framework.published.standards
        standards = [(standard, published.get(standard.id, [])) for standard in self.framework.standards]
        return self._render("register.md", standards=standards)

    def earlier_version(self, id, number):
        """A version of a standard that is no longer in force, and what is different now."""
        standard = next(standard for standard in self.framework.standards if standard.id == id)
        versions = self.framework.published.standards[id]
        version = next(version for version in versions if version.number == number)
        compared = comparison(version.text, versions[-1].text)
        text = Markup(without_links(version.text))
        return render("earlier_version.md", standard=standard, version=version, latest=versions[-1], compared=compared, text=text)

    def whats_new(self):
        """Every change but the minor ones."""
        return self._render("whats_new.md", amendments=announced(self.framework))

    def briefing(self):
        """Every change since a day that the reader chooses, with room for signatures."""
        return self._render("briefing.md", amendments=announced(self.framework))

    def desk(self):
        """What the quality assurance lead has to see to."""
        return self._render(
            "desk.md", due=by_date(self.framework), unset=missing_dates(self.framework),
            missing=panels_that_lack_terms(self.framework), undated=undated_months(self.occurrences),
        )

    def field(self, label, lines=1, kind="text", options=()):
        """A question of a form: `kind` is text, date or tick; `lines` is the height of its box; `options` are to choose from."""
        return render("field.html", field=Field(label, lines, kind, tuple(options)))

    def form_buttons(self):
        """The buttons that save, open, print and clear a form."""
        return render("form_buttons.html")

    def diagram(self, id):
        """A drawing of steps and the links between them, as SVG."""
        return render("diagram.svg", diagram=Diagram(self.framework.diagram[id]))

    def _render(self, template, **given):
        return render(template, framework=self.framework, **given)

    def _offer(self, path):
        """What a template needs to offer the calendar at a path: the feed and its buttons; nothing where there is no feed."""
        feed = self.feeds.get(path)
        if not feed:
            return {"feed": None}
        return {"feed": feed, "button": Markup(render("subscribe.md", feed=feed, subscription=subscription(feed, self.site_url)))}

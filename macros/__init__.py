"""The macros that a page may call. Each picks what it needs from the framework and fills a template."""

from markupsafe import Markup

from . import timeline
from .compare import comparison, without_links
from .desk import missing_dates, missing_terms, panels_that_lack_terms, undated_months
from .diagram import Diagram
from .form import Field
from .month import Month
from .render import render
from .reviews import by_date
from .schedule import known_dates
from .subscribe import subscription
from .whats_new import announced

INVOLVED = {"lead": "Leads or oversees", "attend": "Takes part in", "receive": "Receives"}


def define_env(env):
    """Called by mkdocs-macros at each build. `framework` and `feeds` were put into `extra` by the build hook."""
    framework, feeds = env.variables["framework"], env.variables["feeds"]
    occurrences = [item.occurrence for item in env.variables["scheduled"]]

    def offer(feed):
        """What a template needs to offer a calendar: the feed and its buttons; nothing where there is no feed."""
        if not feed:
            return {"feed": None}
        site_url = env.conf["site_url"]
        return {"feed": feed, "button": Markup(render("subscribe.md", feed=feed, subscription=subscription(feed, site_url)))}

    @env.macro
    def year():
        """The year at a glance: a table of activities by month."""
        groups = timeline.whole_year(framework)
        return render("whole_year.md", groups=groups, months=list(Month), label="The year at a glance")

    @env.macro
    def month(name):
        """Everything in the month of this name."""
        found = Month.named(name)
        in_month = [occurrence for occurrence in occurrences if occurrence.slot.month == found]
        known = {activity.id: known_dates(in_month, activity) for activity in framework.activities}
        groups = timeline.in_month(framework, found)
        return render(
            "month.md", framework=framework, month=found, months=list(Month), groups=groups, known=known, **offer(feeds["calendar/qa.ics"])
        )

    @env.macro
    def this_month():
        """All the months, of which the reader's browser shows the one it is."""
        months = {month: sum(timeline.in_month(framework, month).values(), []) for month in Month}
        return render("this_month.md", framework=framework, months=months)

    @env.macro
    def activities():
        """Every activity, with a link to its page."""
        return render("activities.md", framework=framework)

    @env.macro
    def activity(id):
        """One activity: when, who, where the framework says so."""
        found = framework.activity[id]
        placements = timeline.of_activity(framework, found)
        known = known_dates(occurrences, found)
        return render("activity.md", framework=framework, activity=found, placements=placements, known=known, **offer(feeds.get(f"calendar/{found.page}.ics")))

    @env.macro
    def panels():
        """Every panel, with a link to its terms of reference."""
        return render("panels.md", framework=framework)

    @env.macro
    def panel(id):
        """The terms of reference of one panel."""
        found = framework.panel[id]
        activities = timeline.of_panel(framework, found)
        meeting = framework.activity.get(id)
        return render(
            "panel.md", framework=framework, panel=found, missing=missing_terms(framework, found), activities=activities, meeting=meeting,
            placements=timeline.of_activity(framework, meeting) if meeting else [],
            known=known_dates(occurrences, meeting) if meeting else [], **offer(feeds.get(f"calendar/panels/{id}.ics")),
        )

    @env.macro
    def roles():
        """Every role, with a link to its year."""
        return render("roles.md", framework=framework)

    @env.macro
    def role(id):
        """One role's year."""
        found = framework.role[id]
        year = {INVOLVED[how]: rows for how, rows in timeline.of_role(framework, found).items()}
        panels = [panel for panel in framework.panels if id == panel.chair or id in panel.members]
        return render(
            "role.md", framework=framework, role=found, panels=panels, **offer(feeds.get(f"calendar/roles/{id}.ics")),
            groups=year, year=year, months=list(Month), label=f"The year of the {found.title}",
        )

    @env.macro
    def glossary():
        """Every abbreviation and term."""
        return render("glossary.md", framework=framework)

    @env.macro
    def questions():
        """Every gap and conflict in the published document."""
        return render("questions.md", framework=framework)

    @env.macro
    def calendars():
        """Every calendar, with a button for each calendar program."""
        folders = {"For everyone": "calendar/", "Choose a panel": "calendar/panels/", "Choose one activity": "calendar/activities/"}
        groups = {
            title: [offer(feed) for path, feed in feeds.items() if path.rpartition("/")[0] + "/" == folder and feed.is_offered]
            for title, folder in folders.items()
        }
        of_roles = {role.id: feeds.get(f"calendar/{role.page}.ics") for role in framework.roles}
        of_roles = {role: offer(feed) for role, feed in of_roles.items() if feed}
        return render("calendars.md", framework=framework, groups=groups, of_roles=of_roles)

    @env.macro
    def register():
        """Every standard with its version, its dates and its owner, and which version was in force when."""
        published = framework.published.standards
        standards = [(standard, published.get(standard.id, [])) for standard in framework.standards]
        return render("register.md", framework=framework, standards=standards)

    @env.macro
    def earlier_version(id, number):
        """A version of a standard that is no longer in force, and what is different now."""
        standard = next(standard for standard in framework.standards if standard.id == id)
        versions = framework.published.standards[id]
        version = next(version for version in versions if version.number == number)
        compared = comparison(version.text, versions[-1].text)
        text = Markup(without_links(version.text))
        return render("earlier_version.md", standard=standard, version=version, latest=versions[-1], compared=compared, text=text)

    @env.macro
    def whats_new():
        """Every change but the minor ones."""
        return render("whats_new.md", framework=framework, amendments=announced(framework))

    @env.macro
    def briefing():
        """Every change since a day that the reader chooses, with room for signatures."""
        return render("briefing.md", framework=framework, amendments=announced(framework))

    @env.macro
    def desk():
        """What the quality assurance lead has to see to."""
        return render(
            "desk.md", framework=framework, due=by_date(framework), unset=missing_dates(framework),
            missing=panels_that_lack_terms(framework), undated=undated_months(occurrences),
        )

    @env.macro
    def field(label, lines=1, kind="text", options=()):
        """A question of a form: `kind` is text, date or tick; `lines` is the height of its box; `options` are to choose from."""
        return render("field.html", field=Field(label, lines, kind, tuple(options)))

    @env.macro
    def form_buttons():
        """The buttons that save, open, print and clear a form."""
        return render("form_buttons.html")

    @env.macro
    def diagram(id):
        """A drawing of steps and the links between them, as SVG."""
        return render("diagram.svg", diagram=Diagram(framework.diagram[id]))

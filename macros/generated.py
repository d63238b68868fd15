"""The pages that `data/` alone makes: each is a title, a description and one call of a macro.

A hand-written page at the same address wins, and can call the same macro.
"""

import json
from html import escape

from .model import Framework
from .month import Month


def pages(framework: Framework) -> dict[str, str]:
    """Return the Markdown of each generated page by its path under `docs/`, in the order of the navigation."""
    made = {}
    for month in Month:
        description = f"What the framework places in {month.name}, with who takes part and where it says so."
        made[f"{month.page}.md"] = _page(month.name, description, f"month('{month.name}')")
    for panel in framework.panels:
        description = f"Terms of reference of the {panel.title}: purpose, chair, members and when it meets."
        made[f"{panel.page}.md"] = _page(panel.title, description, f"panel('{panel.id}')")
    for role in framework.roles:
        description = f"What the framework gives the {role.title} to lead, attend and receive, month by month."
        made[f"{role.page}.md"] = _page(role.title, description, f"role('{role.id}')")
    for activity in framework.activities:
        if not activity.is_meeting:
            description = f"When {activity.title} happens, who takes part and where the framework says so."
            made[f"{activity.page}.md"] = _page(activity.title, description, f"activity('{activity.id}')")
    return made | _earlier_versions(framework)


def _earlier_versions(framework):
    """Return a page for each version of a standard that is no longer in force, out of the reach of the search."""
    made = {}
    for standard in framework.standards:
        for version in framework.published.standards.get(standard.id, [])[:-1]:
            title = f"{version.title} (version {version.number})"
            page = _page(title, f"{title}, which is superseded.", f"earlier_version('{standard.id}', '{version.number}')")
            made[f"{standard.page}/version-{version.number}.md"] = page.replace("---\n", "---\nsearch: {exclude: true}\n", 1)
    return made


def _page(title: str, description: str, call: str) -> str:
    """Return a page with YAML front matter (a JSON string is a YAML string; the theme takes it as HTML) and one macro."""
    front = {"title": title, "description": description}
    lines = [f"{name}: {json.dumps(escape(text, quote=False), ensure_ascii=False)}" for name, text in front.items()]
    return "\n".join(["---", *lines, "---", "", "{{ " + call + " }}", ""])

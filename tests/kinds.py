"""Where the browser looks: one page of each kind that a site has."""

EXAMPLESHIRE = (
    "", "404.html", "timeline/", "timeline/november/", "panels/", "panels/matching-panel/", "panels/family-forum/", "roles/", "roles/practice-lead/",
    "activities/", "activities/case-sampling/", "framework/", "framework/cycle/", "standards/", "standards/knowledge-and-skills/",
    "standards/knowledge-and-skills/listening/", "standards/observation/record/", "calendar/", "glossary/", "whats-new/", "whats-new/briefing/",
    "about/questions/", "about/data/", "about/desk/", "handbook/panels/", "handbook/poster/",
)
SALTMARSH = (
    "", "panels/tide-circle/", "panels/estuary-court/", "timeline/january/", "calendar/", "standards/", "standards/visits/knocking/",
    "standards/visits/knocking/version-1.0/", "panels/quiet-circle/", "standards/lone-working/", "standards/lone-working/version-2.0/",
    "whats-new/", "welcome/first-week/",
)  # what Exampleshire has not: changes behind it and before it, an end, an address to write to, folders without a page of their own
FILLED = (
    "", "404.html", "timeline/", "timeline/march/", "panels/", "panels/safeguarding-board/", "panels/safeguarding-board/version-1.0/",
    "panels/accommodation-subgroup/", "activities/", "activities/commissioning-window/", "roles/", "roles/principal-practitioner/", "framework/purpose/",
    "standards/", "standards/knowledge-and-skills/listening/", "standards/knowledge-and-skills/listening/version-1.0/", "standards/observation/record/",
    "calendar/", "glossary/", "whats-new/", "whats-new/briefing/", "about/questions/", "about/desk/", "about/data/", "handbook/questions/",
)  # of Exampleshire, once every field is filled
LIVE = (
    "", "404.html", "timeline/", "timeline/january/", "panels/", "panels/home-panel/", "roles/", "roles/director/",
    "activities/", "activities/csmt-performance-reports/", "framework/", "framework/review-cycle/", "standards/",
    "standards/knowledge-and-skills/assessment/", "standards/observation/record/", "calendar/", "glossary/", "whats-new/",
    "whats-new/briefing/", "about/questions/", "about/data/", "about/desk/", "handbook/panels/",
)

"""The "¶" beside each heading, which gives a pointer the address of the section.

Twenty links of one name would be twenty stops of the Tab key, and would be read out with each heading: the contents of the page
lead to the same sections, under their names.
"""

LINK, QUIET = 'class="headerlink"', 'class="headerlink" aria-hidden="true" tabindex="-1"'


def quiet(html: str) -> str:
    """Return the HTML of a page with these links for pointers alone."""
    return html.replace(LINK, QUIET)

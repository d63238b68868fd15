"""The "¶" beside each heading, which gives a pointer the address of the section.

Twenty links of one name would be twenty stops of the Tab key, and would be read out with each heading: the contents of the page
lead to the same sections, under their names. A heading that folds what is below it is pressed itself, and holds no link.
"""

import re

LINK, QUIET = 'class="headerlink"', 'class="headerlink" aria-hidden="true" tabindex="-1"'
IN_A_SUMMARY = re.compile(r'<a class="headerlink"[^>]*>[^<]*</a>(?=</h\d>\s*</summary>)')


def quiet(html: str) -> str:
    """Return the HTML of a page with these links for pointers alone."""
    return IN_A_SUMMARY.sub("", html).replace(LINK, QUIET)

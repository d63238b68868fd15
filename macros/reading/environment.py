"""What is set in the environment of a build, beside the SITE_URL and OFFLINE of mkdocs.yml and the ON of `today.py`."""

PROPOSAL = "PROPOSAL"  # in that of the build of a proposal
COPIES = "COPIES"  # of a build that puts copies to keep into the site: their names, with spaces between them
KEPT = "KEPT_EDITION"  # of an edition that is to be kept
THROUGH = "EDIT_THROUGH"  # of a site with a form that saves into this folder
PROGRESS = "PROGRESS"  # of one that somebody watches: the number of what leads to their terminal
CALENDAR_KEY = "CALENDAR_KEY"  # of a site whose pages ask people to sign in

"""How much a project may hold: several times what a whole country would need, and so little that each build comes to an end."""

from datetime import date, timedelta

LARGEST_FILE = 1_000_000  # bytes of a file of data, or of a page: a hundred times the longest one of the first edition
LARGEST_PUBLICATION = 100_000_000  # bytes of a file in data/published/, the first of which holds everything
DEEPEST = 30  # lists and fields within one another, of which a record needs eight
MOST_FILES = 50_000  # in data/ and docs/, with every earlier edition
MOST_ITEMS = 5_000  # of one list, or fields of one record
LONGEST_READING = 60  # seconds of the processor for the Markdown of one page, which takes a tenth of one
MOST_CALLS = 200  # of macros on one page
MOST_RULES = 50  # for the meetings of one activity
MOST_STEPS, MOST_ROUTES, MOST_ENDS = 10, 24, 6  # of a cycle, of what goes to whom, and on either side of it: a picture can still be read
LONGEST_LABEL = 200  # letters of a text in a picture
HIGHEST_NUMBER = 10_000  # of a position, or of a statement
LARGEST_DOCUMENT = 100  # megabytes
MOST_LINES = 60  # of a box of a form: a sheet of paper has no more
MOST_TOLD, MOST_TOLD_AT_ONCE = 50, 500  # mistakes of one file, and of all: whoever puts these right sees the next
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)  # of anything
LONGEST_YEARS = 25  # of the calendars, each of which a program reads as a whole every few hours
LONGEST_HORIZON = timedelta(days=366 * LONGEST_YEARS)

"""Days on which things happen in the tests, after Exampleshire was first published (4 January 2027)."""

from datetime import date

FEBRUARY, MARCH, APRIL, MAY = date(2027, 2, 1), date(2027, 3, 1), date(2027, 4, 1), date(2027, 5, 3)

"""Entries, iCalendar, which feeds there are, and how to subscribe."""

"""Everything that programs read beside the calendars."""

"""What there is: the records of `data/` and `docs/`. Nothing here opens a file, reads a clock or knows a page's look."""

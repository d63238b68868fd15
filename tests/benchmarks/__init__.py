"""Measures what it costs to find something here, and to build it, beside others and at other sizes: see README.md."""

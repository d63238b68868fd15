"""How large a file is."""

MEGABYTE, KILOBYTE = 10**6, 10**3


def size_in_words(size: int) -> str:
    """Return how large a number of bytes is, as people say it: 214 kB, 1.2 MB."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{-(-size // KILOBYTE)} kB"

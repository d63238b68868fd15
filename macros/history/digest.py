"""A short fingerprint of what a thing says: the same words give the same one on every machine."""

import json
from hashlib import sha256
from typing import Any

LENGTH = 16  # hexadecimal digits: enough that two texts of one council never share one


def digest(content: Any) -> str:
    """Return the fingerprint of anything that JSON can hold, whatever the order of its fields."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()[:LENGTH]

"""`make amend`: record the activities as they now stand as published."""

from datetime import date
from pathlib import Path

from .load import load
from .problem import DataError
from .published import FILE, changes, publish


def main(root: Path, today: date) -> int:
    """Write data/published.json under `root`. Returns the exit status: 1 where the data has mistakes."""
    try:
        framework = load(root)
    except DataError as error:
        print(f"{error}\nNothing was recorded.")
        return 1
    for change in changes(framework.activities, framework.published):
        print(f"{change.id}: {change.what}")
    record = publish(framework.activities, framework.published, today)
    (root / FILE).write_text(record.to_json(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path.cwd(), date.today()))

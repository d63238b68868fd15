"""The times of a meeting, as people write them: "10:00 to 12:00", in London's time."""

import re
from datetime import time
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator

TIMES = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9]) to ([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


def parse_times(text: object) -> tuple[time, time]:
    """Return (start, end). Raises ValueError for any other text."""
    match = TIMES.fullmatch(str(text))
    if not match:
        raise ValueError(f'"{text}" is not a start and an end. Write them as 10:00 to 12:00.')
    hours = [int(part) for part in match.groups()]
    start, end = time(hours[0], hours[1]), time(hours[2], hours[3])
    if end <= start:
        raise ValueError(f'"{text}" ends before it starts.')
    return start, end


def written(times: tuple[time, time]) -> str:
    """Return times as they are written in the data and on pages."""
    return f"{times[0]:%H:%M} to {times[1]:%H:%M}"


Times = Annotated[tuple[time, time], PlainValidator(parse_times), PlainSerializer(written)]

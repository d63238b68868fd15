"""The base of every record."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """The base of everything in `data/`: read once, never changed, no field that we do not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

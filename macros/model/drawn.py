"""What a hand-written page shows as a picture, with the same in words: a change of it is a change of what that page says."""

from .field import BUILD, described
from .record import Stated
from .text import PageAddress


class Drawn(Stated):
    """A record that stands on a page which somebody wrote."""

    drawn_on: PageAddress = described("Drawn on", "The address of the page that shows it, such as framework/governance.", place=BUILD)

    @property
    def page(self) -> str:
        return self.drawn_on

"""The kinds of records: what `data/` may hold. A new kind is a class of its own and a line here."""

from .activity import Activity
from .amendment import Amendment
from .base import Record
from .calendar_settings import CalendarSettings
from .cycle import Cycle
from .edition import Edition
from .glossary import Glossary
from .panel import Panel
from .question import QuestionGroup
from .record import FileRecord
from .role import Role
from .routes import Routes
from .thesaurus import Thesaurus

# A folder each, data/<folder>/<id>.yml.
KINDS: tuple[type[FileRecord], ...] = (Activity, Panel, Role, Cycle, Routes, QuestionGroup, Amendment)
# A file each, data/<name>.yml.
SINGLE: dict[str, type[Record]] = {"framework": Edition, "calendar": CalendarSettings, "glossary": Glossary, "thesaurus": Thesaurus}

"""Where what a thing says comes from: the published document, or the amendments that decided it since."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model.explanation import MINOR
from .fold import Version
from .tracked import is_same


@dataclass(frozen=True)
class Provenance:
    """`brought` is the version that brought what the published document never named; None for what it names.

    `amended` are the versions that decided something since, the first one first. `decided` holds the version that decided what a
    field says now, by the name of the field. Where nothing is amended the thing says what the document says.
    """

    brought: Version | None = None
    amended: tuple[Version, ...] = ()
    decided: Mapping[str, Version] = field(default_factory=dict)

    def decision_on(self, *fields: str) -> Version | None:
        """Return the version that decided one of these fields last, if an amendment decided any."""
        decisions = [self.decided[name] for name in fields if name in self.decided]
        return max(decisions, key=lambda version: version.published, default=None)


def provenance(versions: Sequence[Version], restating: Collection[str], is_named: bool) -> Provenance:
    """Return where a thing comes from that has had these versions, in the order of their starts.

    The publications `restating` bring what the published document says; `is_named` is False for a thing without a source in it.
    """
    restated = [n for n, version in enumerate(versions) if version.publication in restating]
    brought = versions[0] if versions and not restated and not is_named else None
    start = max(restated, default=0 if brought else -1)
    stated = (versions[start].says or {}) if start >= 0 else {}
    later = versions[start + 1:]
    fields = dict.fromkeys(name for version in later for name in version.says or {}) | dict.fromkeys(stated)
    decisions = {name: _decision(name, stated.get(name), later) for name in fields}
    decided = {name: version for name, version in decisions.items() if version}
    return Provenance(brought, tuple(version for version in later if version.kind != MINOR) if decided else (), decided)


def _decision(name: str, stated: Any, versions: Sequence[Version]) -> Version | None:
    """Return the version that decided what a field says; None where it says what was stated, but for a slip of the pen."""
    decision, before = None, stated
    for version in versions:
        now = (version.says or {}).get(name)
        if version.kind == MINOR and decision is None:
            stated = now
        elif version.kind != MINOR and not is_same(name, now, before):
            decision = None if is_same(name, now, stated) else version
        before = now
    return decision

"""What the checker finds: hits and the verdict they make."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

SOFT_ALLOWED = 1
"""Soft hits a passing text may have (DRAFTS)."""


class Severity(StrEnum):
    """How heavy a hit weighs."""

    HARD = "hard"
    """One is too many."""
    SOFT = "soft"
    """One is let pass."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in a text that breaks a rule.

    Attributes:
        rule: of the rubric, such as ``R4``.
        severity: hard or soft.
        span: half-open, in code points of the text as it was given.
        lighter: what may stand there instead; empty when the place is better left out.
        suspected: whether only learned weights speak for it, and no phrase or sign that is there:
            the rule is then a guess, and no reason to name.
    """

    rule: str
    severity: Severity
    span: tuple[int, int]
    lighter: str = ""
    suspected: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """All hits in a text, in the order of their places."""

    hits: tuple[Hit, ...]

    @property
    def passes(self) -> bool:
        """Whether the text has no hard hit and at most one soft one."""
        hard = any(hit.severity is Severity.HARD for hit in self.hits)
        return not hard and len(self.hits) <= SOFT_ALLOWED


def verdict_of(hits: Iterable[Hit]) -> Verdict:
    """Return the verdict of hits in any order; a place counts once for a rule."""
    ordered = sorted(hits, key=lambda hit: (*hit.span, int(hit.rule[1:])))
    kept: list[Hit] = []
    told: dict[str, int] = {}
    for hit in ordered:
        if hit.span[0] >= told.get(hit.rule, 0):
            kept.append(hit)
        told[hit.rule] = max(told.get(hit.rule, 0), hit.span[1])
    return Verdict(tuple(kept))

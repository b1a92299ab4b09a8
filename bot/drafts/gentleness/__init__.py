"""How gently a text asks for nothing: a check against the rubric, and a lighter version.

Knows the rubric of docs/drafts.md. Refuses to know chats, people and where a text is kept.
"""

from collections.abc import Sequence

from bot.drafts.draft import DraftKind
from bot.drafts.gentleness.checking import judge
from bot.drafts.gentleness.lightening import lightened
from bot.drafts.gentleness.situation import Closeness, Situation
from bot.drafts.gentleness.verdict import Hit, Severity, Verdict
from bot.drafts.medium import Medium
from bot.languages import Language

__all__ = [
    "Closeness",
    "Hit",
    "Medium",
    "Severity",
    "Situation",
    "Verdict",
    "check",
    "judge",
    "lighten",
]


def check(  # noqa: PLR0913 - all that may be known about a message
    text: str,
    language: Language,
    *,
    channel: Medium | None = None,
    kind: DraftKind | None = None,
    tie: Closeness | None = None,
    name: str | None = None,
    notes: Sequence[str] | None = None,
    unanswered: bool = False,
    formal: bool = False,
    sent: Sequence[str] = (),
    others: Sequence[str] = (),
) -> Verdict:
    """Return everything in a text that breaks the rubric; see Situation for the arguments."""
    situation = Situation(channel, kind, tie, name, notes, unanswered, formal, sent, others)
    return judge(text, language, situation)


def lighten(
    text: str, language: Language, *, channel: Medium | None = None, kind: DraftKind | None = None
) -> str:
    """Return one lighter version of a text that passes the check, empty when nothing is left."""
    return lightened(text, language, Situation(channel, kind))

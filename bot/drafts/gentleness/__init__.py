"""How gently a text asks for nothing: a check against docs/drafts.md, and a lighter version."""

from bot.domain.records.channels import Carrier
from bot.drafts.gentleness.checking import judge
from bot.drafts.gentleness.lightening import lightened
from bot.drafts.gentleness.situation import Situation
from bot.drafts.gentleness.verdict import Hit, Severity, Verdict
from bot.drafts.kinds import DraftKind
from bot.languages import Language

__all__ = [
    "Hit",
    "Severity",
    "Situation",
    "Verdict",
    "check",
    "judge",
    "lighten",
]


def check(
    text: str,
    language: Language,
    *,
    carrier: Carrier | None = None,
    kind: DraftKind | None = None,
    name: str | None = None,
) -> Verdict:
    """Return everything in a text that breaks the rubric; see Situation for the arguments."""
    situation = Situation(carrier, kind, name)
    return judge(text, language, situation)


def lighten(
    text: str, language: Language, *, carrier: Carrier | None = None, kind: DraftKind | None = None
) -> str:
    """Return one lighter version of a text that passes the check, empty when nothing is left."""
    return lightened(text, language, Situation(carrier, kind))

"""Look at a text of the user's own: what in it presses, and one lighter version."""

from dataclasses import dataclass

from bot.drafts.compose import Brief, compose
from bot.drafts.gentleness import Verdict, check, lighten
from bot.drafts.kinds import DraftKind
from bot.languages import Language


@dataclass(frozen=True, slots=True)
class Softened:
    """What was found in a text; ``lighter`` is empty when nothing in it presses."""

    verdict: Verdict
    lighter: str


def soften_text(text: str, language: Language) -> Softened:
    """Return what presses in a text, and a lighter one; a hello where nothing light is left.

    Args:
        text: the user's own text.
        language: the language it is written in.
    """
    verdict = check(text, language)
    if verdict.passes and not verdict.hits:
        return Softened(verdict, "")
    plain_hello = Brief(DraftKind.JUST_HI, language, "")
    return Softened(verdict, lighten(text, language) or compose(plain_hello, 0).text)

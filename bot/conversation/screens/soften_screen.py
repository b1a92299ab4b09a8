"""A text of the user's own: what in it presses, kindly, and one lighter version of it."""

from html import escape

from bot.conversation.effects import CopyText, Message
from bot.conversation.texts import Texts, shortened
from bot.drafts.compose import Brief, compose
from bot.drafts.draft import DraftKind
from bot.drafts.gentleness import Verdict, check, lighten
from bot.languages import Language

QUOTED = 80
"""Characters of a place that are quoted; it is there to be found again."""


def soften_message(texts: Texts, text: str, language: Language) -> Message:
    """Return what presses in a text and a lighter version, or that nothing does.

    Args:
        texts: the sentences in the user's language.
        text: the user's own text.
        language: the language it is written in.
    """
    verdict = check(text, language)
    if verdict.passes and not verdict.hits:
        return Message(texts("soften.nothing"))
    lighter = lighten(text, language) or _plain_hello(language)
    lines = [
        texts("soften.noticed"),
        *_noticed(texts, text, verdict),
        "",
        texts("soften.lighter"),
        f"<pre>{escape(lighter, quote=False)}</pre>",
    ]
    copy = CopyText(texts.label("button.copy"), lighter)
    return Message("\n".join(lines), ((copy,),))


def _noticed(texts: Texts, text: str, verdict: Verdict) -> list[str]:
    """Return a line for each rule that is broken, at its first place; a place is quoted once."""
    lines, told, end = [], set[str](), 0
    for hit in verdict.hits:
        if hit.rule in told or hit.span[0] < end:
            continue
        told.add(hit.rule)
        end = hit.span[1]
        quote, about = (
            shortened(text[slice(*hit.span)], QUOTED),
            texts.label(f"soften.{hit.rule.lower()}"),
        )
        lines.append(texts("soften.place", quote=quote, about=about))
    return lines


def _plain_hello(language: Language) -> str:
    """Return a hello for a text of which nothing light is left."""
    return compose(Brief(DraftKind.JUST_HI, language, ""), 0).text

"""/soften: what in the user's own text presses, and one lighter version.

Nothing of it is kept, and nothing is graded: no score, no right and wrong.
"""

from html import escape

from bot.application.soften_text import Softened, soften_text
from bot.conversation.buttons.voice_buttons import KeepLine
from bot.conversation.effects import CopyText, Key, Message, Rows
from bot.conversation.router import HelpLine, router
from bot.conversation.texts import Texts, shortened
from bot.conversation.turn import Turn
from bot.domain.records.question import AskText
from bot.drafts.gentleness import Hit
from bot.understanding.facts.written_language import language_of

QUOTED = 80
"""Characters of a place that are quoted; it is there to be found again."""


@router.command("soften", HelpLine.DRAFT)
def soften(turn: Turn) -> None:
    """Look at the text after the command, else at the user's own text that is replied to."""
    text = turn.text or turn.quoted
    if text:
        _show(turn, text)
    else:
        turn.ask(AskText())
        turn.say("soften.ask")


@router.question(AskText, open_ended=True)
def take(turn: Turn, _question: AskText) -> None:
    """Look at the text that was asked for."""
    _show(turn, turn.text)


def _show(turn: Turn, text: str) -> None:
    turn.end_question()
    language = language_of(text, turn.texts.language)
    turn.show(_message(turn.texts, text, soften_text(text, language)))


def _message(texts: Texts, text: str, softened: Softened) -> Message:
    """Return what presses in a text and a lighter version, or that nothing does."""
    if not softened.verdict.hits:
        return Message(f"{texts('soften.nothing')}\n{_to_copy(text)}", _keys(texts, text))
    if not softened.lighter:
        return Message("\n".join((texts("soften.noticed"), *_noticed(texts, text, softened))))
    lines = [
        texts("soften.noticed"),
        *_noticed(texts, text, softened),
        "",
        texts("soften.lighter"),
        _to_copy(softened.lighter),
    ]
    return Message("\n".join(lines), _keys(texts, softened.lighter))


def _to_copy(text: str) -> str:
    return f"<pre>{escape(text, quote=False)}</pre>"


def _keys(texts: Texts, text: str) -> Rows:
    """Return what copies a text, and what keeps it as a line of the user's own."""
    copy = CopyText(texts.label("button.copy"), text)
    return ((copy,), (Key(texts.label("button.keep-line"), KeepLine()),))


def _noticed(texts: Texts, text: str, softened: Softened) -> list[str]:
    """Return a line for each rule that is broken, at its first place; a place is quoted once."""
    lines, told, end = [], set[str](), 0
    for hit in softened.verdict.hits:
        if hit.rule in told or hit.span[0] < end:
            continue
        told.add(hit.rule)
        end = hit.span[1]
        quote = shortened(text[slice(*hit.span)], QUOTED)
        about = texts.label(f"soften.{_reason(hit)}")
        lines.append(texts("soften.place", quote=quote, about=about))
    return lines


def _reason(hit: Hit) -> str:
    """Return why a place presses; a reason is named only where its own evidence is there."""
    return "suspected" if hit.suspected else hit.rule.lower()

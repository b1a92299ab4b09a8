"""/soften: what in the user's own text presses, and one lighter version. Nothing is kept.

The text is never graded: no score, no right and wrong (MISSION M30).
"""

from bot.conversation.router import Feature
from bot.conversation.screens.soften_screen import soften_message
from bot.conversation.turn import Turn
from bot.domain.records.question import AskText
from bot.understanding.facts.written_language import language_of


def soften(turn: Turn) -> None:
    """Look at the text after the command, else at the user's own text that is replied to."""
    text = turn.text or turn.quoted
    if text:
        _show(turn, text)
    else:
        turn.ask(AskText())
        turn.say("soften.ask")


def take_typed(turn: Turn, _topic: AskText) -> None:
    """Look at the text that was asked for."""
    _show(turn, turn.text)


def _show(turn: Turn, text: str) -> None:
    turn.book = turn.book.asking(None, turn.now) if turn.book.question else turn.book
    language = language_of(text, turn.book.profile.language)
    turn.show(soften_message(turn.texts, text, language))


FEATURE = Feature(commands={"soften": soften}, topics={AskText: take_typed})

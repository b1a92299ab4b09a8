"""/rest: a time without nudges, at once and without a reason."""

from datetime import date, datetime

from bot.application.change_settings import rest
from bot.conversation.buttons.settings_buttons import Wake
from bot.conversation.effects import Key
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.conversation.typed.instants import moment_typed, rests_until
from bot.conversation.typed.which import ask_which_date
from bot.domain.records.question import AskWhen
from bot.understanding.time.moments import Day, Facing, Two, Wrong


@router.command("rest", HelpLine.REST)
def rest_command(turn: Turn) -> None:
    """Rest until a time, or until the user wakes it: /rest [DURATION or DATE]."""
    if not turn.text:
        _rest(turn, None)
        return
    moment = moment_typed(turn.text, turn, Facing.FUTURE)
    match moment:
        case None:
            turn.say("rest.unknown-time", text=turn.text)
        case Wrong():
            turn.say("when.wrong-past")
        case Two(first, second):
            ask_which_date(turn, AskWhen("rest"), (first, second))
        case _:
            _rest(turn, rests_until(moment, turn))


@router.day("rest")
def day_chosen(turn: Turn, _question: AskWhen, day: date) -> None:
    """Go on once it is clear until when."""
    _rest(turn, rests_until(Day(day), turn))


def _rest(turn: Turn, until: datetime | None) -> None:
    turn.book = rest(turn.book, until, turn.now)
    row = (Key(turn.texts.label("button.wake"), Wake()),)
    if until is None:
        turn.say("rest.open", (row,))
    else:
        turn.say("rest.until", (row,), when=turn.coming(until))

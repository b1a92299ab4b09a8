"""A rest without nudges, at once and without a reason; and its end, without a backlog."""

from datetime import date, datetime

from bot.application.change_settings import rest, wake
from bot.conversation.buttons import Wake
from bot.conversation.effects import Key
from bot.conversation.instants import read_moment, rests_until
from bot.conversation.router import Feature
from bot.conversation.subjects import ask_which_date
from bot.conversation.turn import Turn
from bot.domain.records.question import AskWhen
from bot.understanding.time.moments import Day, Facing, Two, Wrong


def rest_command(turn: Turn) -> None:
    """Rest until a time, or until the user wakes it: /rest [DURATION or DATE]."""
    if not turn.text:
        _rest(turn, None)
        return
    moment = read_moment(turn.text, turn, Facing.FUTURE)
    match moment:
        case None:
            turn.say("rest.unknown-time", text=turn.text)
        case Wrong():
            turn.say("when.wrong-past")
        case Two(first, second):
            ask_which_date(turn, AskWhen("rest"), (first, second))
        case _:
            _rest(turn, rests_until(moment, turn))


def date_chosen(turn: Turn, _topic: AskWhen, day: date) -> None:
    """Go on once it is clear until when."""
    _rest(turn, rests_until(Day(day), turn))


def wake_command(turn: Turn) -> None:
    """End the rest."""
    profile = turn.book.profile
    resting = profile.rest is not None and profile.rest.holds(turn.now)
    turn.book = wake(turn.book, turn.now)
    turn.say("wake.done" if resting else "wake.awake")


def press_wake(turn: Turn, _press: Wake) -> None:
    """End the rest from its button."""
    turn.strip(turn.pressed_on)
    wake_command(turn)


def _rest(turn: Turn, until: datetime | None) -> None:
    turn.book = rest(turn.book, until, turn.now)
    row = (Key(turn.texts.label("button.wake"), Wake()),)
    if until is None:
        turn.say("rest.open", (row,))
    else:
        turn.say("rest.until", (row,), when=turn.coming(until))


FEATURE = Feature(
    commands={"rest": rest_command, "wake": wake_command},
    presses={Wake: press_wake},
    dates={"rest": date_chosen},
)

"""What bare words say of a nudge, by which nothing else is told: "done yesterday", "later"."""

from dataclasses import replace

from bot.conversation.turn import Turn
from bot.conversation.typed.instants import day_first
from bot.understanding.calendar.moment_types import Day, Elapsed, Hour
from bot.understanding.replies.nudge_replies import Reply, Verb, read_reply


def read_bare(turn: Turn) -> Reply | None:
    """Return what a text says of a nudge that says nothing else; None when it is no such."""
    if turn.utterance().mentions:
        return None
    read = read_reply(turn.text, interface=turn.book.profile.language, now=turn.wall)
    return _coming_back(turn, replace(read, moment=day_first(turn, read.moment))) if read else None


def _coming_back(turn: Turn, answer: Reply) -> Reply:
    """Return a skip with a day to come as what it is: "leave it till October" puts off."""
    moment = answer.moment
    on = moment.on if isinstance(moment, Day) else getattr(moment, "first", turn.today)
    is_ahead = on > turn.today or isinstance(moment, Hour | Elapsed)
    return replace(answer, verb=Verb.SNOOZE) if answer.verb is Verb.SKIP and is_ahead else answer

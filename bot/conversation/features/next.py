"""/next: who may come up in the next days."""

from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.rest_lines import AHEAD, NOBODY_COMES, rest_line
from bot.conversation.turn import Turn
from bot.conversation.typed.which import invite
from bot.domain.clock.wall_time import local_date
from bot.domain.policy.agenda import coming_up

AHEAD_DAYS = 14
"""How far it looks: beyond two weeks a date would be a promise."""
AHEAD_PEOPLE = 2
"""Whom it names: a calm line or two, no list."""


@router.command("next", HelpLine.HI)
def coming(turn: Turn) -> None:
    """Say who may come up in the next days; never a date in the past."""
    profile = turn.book.profile
    rest = profile.rest_at(turn.now)
    if rest and rest.holds(turn.now):
        lines = [rest_line(turn.texts, NOBODY_COMES, rest, profile, turn.now)]
    elif turn.book.contacts:
        lines = [_coming(turn)]
    else:
        invite(turn)
        return
    ahead = profile.rests_after(turn.now)[:1]
    lines += [rest_line(turn.texts, AHEAD, one, profile, turn.now) for one in ahead]
    turn.show(Message("\n".join(lines)))


def _coming(turn: Turn) -> str:
    """Return who may come up, as one says it."""
    zone, today = turn.book.profile.zone, turn.today
    days = ((local_date(at, zone), contact) for at, contact in coming_up(turn.book, turn.now))
    near = [(day, contact) for day, contact in days if (day - today).days <= AHEAD_DAYS]
    if not near:
        return turn.texts("next.nobody")
    (day, first), others = near[0], near[1:AHEAD_PEOPLE]
    when = turn.texts.ahead(max(day, today), today)
    if others:
        return turn.texts("next.two", name=first.name, when=when, other=others[0][1].name)
    return turn.texts("next.one", name=first.name, when=when)

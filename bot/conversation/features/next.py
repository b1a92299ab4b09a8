"""/next: who may come up in the next days."""

from bot.conversation.router import HelpLine, router
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
    rest, zone, today = turn.book.profile.rest, turn.book.profile.zone, turn.today
    if rest and rest.holds(turn.now):
        turn.say("next.resting")
        return
    if not turn.book.contacts:
        invite(turn)
        return
    days = ((local_date(at, zone), contact) for at, contact in coming_up(turn.book, turn.now))
    near = [(day, contact) for day, contact in days if (day - today).days <= AHEAD_DAYS]
    if not near:
        turn.say("next.nobody")
        return
    (day, first), others = near[0], near[1:AHEAD_PEOPLE]
    when = turn.texts.ahead(max(day, today), today)
    if others:
        turn.say("next.two", name=first.name, when=when, other=others[0][1].name)
    else:
        turn.say("next.one", name=first.name, when=when)

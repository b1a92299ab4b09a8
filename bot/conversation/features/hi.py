"""A nudge because the user asked, another wording for one, and who may come up."""

from datetime import datetime

from bot.application.write_nudge import reword
from bot.conversation.buttons import AnotherDraft, HiTo
from bot.conversation.delivering import bring, is_refused
from bot.conversation.router import Feature
from bot.conversation.screens.nudge_screen import nudge_message
from bot.conversation.turn import Turn
from bot.conversation.which import invite, nudge_meant, person
from bot.domain import parameters as p
from bot.domain.clock.wall_time import local_date
from bot.domain.policy.agenda import ask_for_one, coming_up
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Closing, Nudge
from bot.domain.records.question import AskWho

AHEAD_DAYS = 14
"""How far /next looks: beyond two weeks a date would be a promise."""
AHEAD_PEOPLE = 2
"""Whom /next names: a calm line or two, no list."""


def hi(turn: Turn) -> None:
    """Nudge about the person the command names, or about one that Hei chooses."""
    if turn.text:
        then = AskWho("hi")
        contact = person(turn, turn.text, then)
        if contact:
            nudge_about(turn, contact, then)
        return
    chosen = ask_for_one(turn.book, turn.now)
    if chosen:
        bring(turn, chosen)
    elif turn.book.contacts:
        turn.say("hi.nobody")
    else:
        invite(turn)


def hi_to(turn: Turn, press: HiTo) -> None:
    """Nudge about the person of a card."""
    contact = turn.known(press.contact_id)
    if contact is None:
        return
    there = turn.book.open_nudge or turn.book.planned_nudge
    if there and there.contact_id == contact.id and _is_fresh(there, turn.now):
        turn.toast("hi.here")
    else:
        nudge_about(turn, contact, AskWho("hi"))


def nudge_about(turn: Turn, contact: Contact, _then: AskWho) -> None:
    """Nudge about a person, unless they were let go or have died."""
    if not is_refused(turn, contact):
        bring(turn, contact)


def another(turn: Turn, press: AnotherDraft) -> None:
    """Show another draft in the place of the one before."""
    nudge = turn.book.nudges.get(press.nudge_id)
    if nudge is None or nudge.how is Closing.DONE:
        turn.toast("nudge.already" if nudge else "stale.press")
        return
    turn.book, worded = reword(turn.book, nudge, turn.now)
    turn.turn_into(nudge_message(turn.book, worded, turn.now))


def type_another(turn: Turn) -> bool:
    """Show another draft of the nudge that is replied to, else of the open one."""
    nudge = nudge_meant(turn)
    if nudge is None:
        return False
    turn.pressed_on = nudge.message_id
    another(turn, AnotherDraft(nudge.id))
    return True


def coming(turn: Turn) -> None:
    """Say who may come up in the next days; never a date in the past."""
    rest = turn.book.profile.rest
    if rest and rest.holds(turn.now):
        turn.say("next.resting")
        return
    people = coming_up(turn.book, turn.now)
    today = turn.today
    near = [
        (local_date(at, turn.book.profile.zone), contact)
        for at, contact in people
        if (local_date(at, turn.book.profile.zone) - today).days <= AHEAD_DAYS
    ]
    if not turn.book.contacts:
        invite(turn)
        return
    if not near:
        turn.say("next.nobody")
        return
    (day, first), others = near[0], near[1:AHEAD_PEOPLE]
    when = turn.texts.ahead(max(day, today), today)
    if others:
        turn.say("next.two", name=first.name, when=when, other=others[0][1].name)
    else:
        turn.say("next.one", name=first.name, when=when)


def _is_fresh(nudge: Nudge, now: datetime) -> bool:
    return nudge.sent_at is None or now - nudge.sent_at < p.DOUBLE_TAP


FEATURE = Feature(
    commands={"hi": hi, "next": coming},
    presses={HiTo: hi_to, AnotherDraft: another},
    people={"hi": nudge_about},
    labels={"button.another": type_another},
)

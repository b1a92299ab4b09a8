"""Why somebody comes up, or does not, in plain words: one short line for each reason.

No number of the formula is shown.
"""

from datetime import datetime, timedelta

from bot.conversation.buttons.nudge_buttons import More
from bot.conversation.effects import Key, Message
from bot.conversation.screens.layout import listed
from bot.conversation.texts import Texts
from bot.domain import parameters as p
from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.clock.wall_time import local_date, to_wall
from bot.domain.policy.agenda import coming_up
from bot.domain.policy.due import last_contact_at
from bot.domain.policy.explain import Explanation, explain
from bot.domain.policy.gate import GateVerdict, Held, Reason
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Nudge, Origin
from bot.domain.records.profile import Energy

SLOTS = ("morning", "noon", "evening", "late")
"""What the user's slots are called, in their order."""
PERSONAL = (
    Reason.SNOOZED,
    Reason.UNANSWERED,
    Reason.NOT_DUE,
    Reason.TOO_HEAVY,
    Reason.RESTING,
)
"""What is worth saying of a contact who waits; where one holds, the hour says nothing."""
DATED = timedelta(days=180)
"""Beyond half a year a day without its year would mislead."""
NAMED = 2
"""Others who are named at the most."""


def why_message(book: Book, nudge: Nudge, now: datetime) -> Message:
    """Return why the contact of a nudge came up, as it was when it went out."""
    texts, contact = Texts(book.profile.language), book.contacts[nudge.contact_id]
    known = explain(book, contact, nudge.sent_at or now)
    lines = [
        texts(f"because.{nudge.origin}", name=contact.name),
        *_last_contact(texts, book, contact, now, told=nudge.origin is not Origin.ASKED),
        *(_choice(texts, book, contact, known) if nudge.origin is Origin.PLANNED else ()),
        *_own_words(texts, known),
    ]
    back = Key(texts.label("button.back"), More(nudge.id))
    return Message("\n".join(lines), ((back,),))


def why_not_message(book: Book, contact: Contact, now: datetime) -> Message:
    """Return why a contact may come up at any time, or what they wait for and until when."""
    texts, known = Texts(book.profile.language), explain(book, contact, now)
    holds = _holds(known.verdict)
    lines = [texts(f"why-not.{'waits' if holds else 'any-time'}", name=contact.name)]
    lines += [texts(f"why-not.{hold.reason}", name=contact.name) for hold in holds]
    lines += _last_contact(texts, book, contact, now, told=True)
    lines += () if holds else _choice(texts, book, contact, known)
    lines += _own_words(texts, known)
    if holds:
        lines.append(_opening(texts, book, contact, now))
    if not contact.why:
        lines.append(texts("because.write", name=contact.name))
    return Message("\n".join(lines))


def _last_contact(
    texts: Texts, book: Book, contact: Contact, now: datetime, *, told: bool
) -> tuple[str, ...]:
    """Return how long ago the two talked; ``told`` adds the pace that the user chose."""
    last, zone = last_contact_at(book, contact.id), book.profile.zone
    if last is None:
        line = texts("because.last-unknown")
    else:
        line = texts("because.last", ago=texts.ago(local_date(last, zone), local_date(now, zone)))
    return (line, texts("because.pace", pace=contact.cadence)) if told else (line,)


def _choice(texts: Texts, book: Book, contact: Contact, known: Explanation) -> list[str]:
    """Return what the choice saw beyond what is due; no moment is good by an unknown clock."""
    lines = []
    if known.early and not is_zone_unknown(contact):
        lines.append(texts("because.early"))
    if known.surprise:
        lines.append(texts("because.surprise"))
    if known.arm and known.slot_is_liked:
        lines.append(texts(f"because.suits-{SLOTS[known.arm.slot]}"))
    if known.energy is Energy.LOW:
        lines.append(texts("because.low", name=contact.name))
    elif known.cost is not None and known.cost < p.LIGHT_COST:
        lines.append(texts("because.light"))
    names = [book.contacts[key].name for key in known.others if key in book.contacts]
    if names:
        lines.append(texts("because.others", names=listed(texts, names[:NAMED])))
    return lines


def _own_words(texts: Texts, known: Explanation) -> list[str]:
    """Return what the user wrote of why the contact is here."""
    lines = [texts("because.why", why=known.why)] if known.why else []
    if known.reason:
        label = texts.label(f"reason.{known.reason}").lower()
        lines.append(texts("because.reason", reason=label))
    return lines


def _holds(verdict: GateVerdict) -> list[Held]:
    personal = [held for held in verdict.held if held.reason in PERSONAL]
    return personal or list(verdict.held)


def _opening(texts: Texts, book: Book, contact: Contact, now: datetime) -> str:
    """Return before when nothing comes, where that is known, and how to have it at once."""
    at = next((at for at, one in coming_up(book, now) if one.id == contact.id), None)
    if at is None or at > now + DATED:
        return texts("why-not.ask", name=contact.name)
    wall, today = to_wall(at, book.profile.zone), local_date(now, book.profile.zone)
    later = wall.date() > today
    when = texts.by_day(wall.date(), today) if later else f"{wall:%H:%M}"
    return texts("why-not.before", name=contact.name, when=when)

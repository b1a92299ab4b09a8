"""Write a nudge: asked for or Hei's own idea, with its first draft and further ones."""

from dataclasses import replace
from datetime import datetime

from bot.domain import parameters as p
from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.policy.due import due_at, gap_ratio
from bot.domain.records.book import Book
from bot.domain.records.channels import Carrier, Channel
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Closing, Nudge, Origin, Planned, Wanted
from bot.drafts.compose import Brief, compose, subject, weavable
from bot.drafts.draft_text import Draft
from bot.drafts.keywords import KeywordCard, keyword_card
from bot.drafts.kinds import DraftKind, hello_on
from bot.drafts.ladder import SHORTEST, Step, next_step
from bot.drafts.rooms import opening
from bot.languages import Language


def plan_nudge(  # noqa: PLR0913, PLR0917 - what a nudge is made of
    book: Book,
    contact: Contact,
    origin: Origin,
    now: datetime,
    returns: Nudge | None = None,
    wanted: Wanted | None = None,
) -> tuple[Book, Nudge]:
    """Return the Book with a planned nudge, and the nudge.

    Args:
        book: the user's Book.
        contact: whom it is about.
        origin: whose idea it is.
        now: when it is decided.
        returns: a snoozed nudge that comes back as it was; None words a new one, *just hi* first.
        wanted: what the user asked the draft to be; None for a hello.
    """
    nudge = Nudge(book.next_id(), contact.id, origin, (), "", Planned(now), wanted)
    if returns and contact.snoozes < p.HESITATIONS and _may_return(returns, contact):
        nudge = replace(nudge, drafts=(returns.draft,), kind=returns.kind, wanted=returns.wanted)
    else:
        nudge = _worded(book, nudge, _first_step(contact, wanted), now)
    return book.with_nudge(nudge), nudge


def ask_nudge(
    book: Book, contact: Contact, now: datetime, wanted: Wanted | None = None
) -> tuple[Book, Nudge]:
    """Return the Book with a nudge to deliver at once; one that was only planned gives way.

    The user asked, so no dose and no hours hold it back (docs/semantics.md).

    Args:
        book: the user's Book.
        contact: whom it is about.
        now: when it is asked for.
        wanted: what its draft is to be; None for a hello.
    """
    planned = book.planned_nudge
    if planned:
        book = book.with_nudge(planned.closed(now, Closing.WITHDRAWN))
    return plan_nudge(replace(book, open_question=None), contact, Origin.ASKED, now, wanted=wanted)


def reword(book: Book, nudge: Nudge, now: datetime) -> tuple[Book, Nudge]:
    """Return the Book with another draft for a nudge: of the next kind, or of the chosen one.

    After a gap of over four cadences no question is asked (R3 of docs/drafts.md).
    """
    worded = _worded(book, nudge, _further_step(book, nudge, now), now)
    return book.with_nudge(worded), worded


def reword_as(book: Book, nudge: Nudge, kind: DraftKind, now: datetime) -> tuple[Book, Nudge]:
    """Return the Book with a draft of the kind that the user chose for a nudge."""
    wanted = replace(nudge.wanted or Wanted(kind), kind=kind)
    worded = _worded(book, replace(nudge, wanted=wanted), Step(kind), now)
    return book.with_nudge(worded), worded


def shown_in(book: Book, nudge: Nudge, message_id: int) -> Book:
    """Return the Book in which another message shows a nudge now."""
    return book.with_nudge(nudge.carried_by(message_id))


def word_anew(book: Book, nudge: Nudge) -> Nudge:
    """Return a planned nudge, which nobody has seen yet, in other words of the same type."""
    if not isinstance(nudge.state, Planned):
        return nudge
    return _worded(book, replace(nudge, drafts=()), Step(DraftKind(nudge.kind)), nudge.state.at)


def is_good_enough(nudge: Nudge, contact: Contact) -> bool:
    """Say whether a nudge shows the shortest hello because its user hesitates."""
    if nudge.wanted or nudge.how or nudge.kind != DraftKind.JUST_HI:
        return False
    return nudge.further == p.HESITATIONS or (
        nudge.further == 0 and contact.snoozes >= p.HESITATIONS
    )


def language_for(book: Book, contact: Contact) -> Language:
    """Return the language of the drafts to a contact: their own, else the user's."""
    return contact.language or book.profile.language


def noted(contact: Contact) -> list[str]:
    """Return the notes about a contact, the newest first."""
    return [note.text for note in reversed(contact.notes)]


def channel_of(nudge: Nudge, contact: Contact) -> Channel | None:
    """Return the channel a nudge's draft takes: the one asked for, else the one proposed."""
    asked_for = nudge.wanted.channel if nudge.wanted else None
    return asked_for or proposed_channel(contact)


def proposed_channel(contact: Contact) -> Channel | None:
    """Return the contact's channel; no call is proposed where nobody knows what time it is."""
    return contact.waiting_channel if is_zone_unknown(contact) else contact.best_channel


def keywords_for(book: Book, nudge: Nudge) -> KeywordCard:
    """Return what to have in mind for a nudge, in place of a text."""
    contact = book.contacts[nudge.contact_id]
    return keyword_card(
        noted(contact), language_for(book, contact), contact.name, nudge.id, contact.nickname
    )


def opening_for(book: Book, contact: Contact) -> str:
    """Return how a draft to a contact may begin, so that its user sees what they are called."""
    language = language_for(book, contact)
    brief = Brief(DraftKind.JUST_HI, language, contact.name, nickname=contact.nickname)
    return opening(compose(brief, contact.id).text)


def subject_for(nudge: Nudge, language: Language) -> str:
    """Return what an e-mail with a nudge's draft may be headed; the same each time it is shown."""
    return subject(DraftKind(nudge.kind), language, nudge.id)


def _may_return(nudge: Nudge, contact: Contact) -> bool:
    """Tell whether a draft may come back: no opener of a call that is not proposed any more."""
    is_call = DraftKind(nudge.kind).traits.hello_on is contact.best_channel is Channel.CALL
    return nudge.wanted is not None or not (is_call and is_zone_unknown(contact))


def _first_step(contact: Contact, wanted: Wanted | None) -> Step:
    if wanted:
        return Step(DraftKind(wanted.kind))
    if spoken_or_written := hello_on(proposed_channel(contact)):
        return Step(spoken_or_written)
    return SHORTEST if contact.snoozes >= p.HESITATIONS else Step(DraftKind.JUST_HI)


def _further_step(book: Book, nudge: Nudge, now: datetime) -> Step:
    shown, contact = DraftKind(nudge.kind), book.contacts[nudge.contact_id]
    if nudge.wanted:
        return Step(shown)
    return next_step(
        shown,
        nudge.further + 1,
        has_anchor=weavable(
            noted(contact), language_for(book, contact), contact.name, contact.nickname
        ),
        is_long_gone=gap_ratio(contact, due_at(book, contact, now=now), now) > p.LONG_GAP,
    )


def _worded(book: Book, nudge: Nudge, step: Step, now: datetime) -> Nudge:
    """Return the nudge with one more draft."""
    draft = _compose(book, nudge, step, now)
    return nudge.reworded(draft.shown, draft.kind.value)


def _compose(book: Book, nudge: Nudge, step: Step, now: datetime) -> Draft:
    contact = book.contacts[nudge.contact_id]
    channel = channel_of(nudge, contact)
    brief = Brief(
        kind=step.kind,
        language=language_for(book, contact),
        name=contact.name,
        notes=noted(contact),
        typed=nudge.wanted.typed if nudge.wanted else "",
        carrier=channel.traits.carrier if channel else Carrier.CHAT,
        used=book.drafts_for(contact.id),
        others=_offered_to_others(book, contact, now),
        shortest=step.shortest,
        nickname=contact.nickname,
    )
    return compose(brief, nudge.id + len(nudge.drafts))


def _all_names(contact: Contact) -> str:
    return f"{contact.name} {contact.nickname or ''}"


def _offered_to_others(book: Book, contact: Contact, now: datetime) -> list[tuple[str, str]]:
    """Return whose drafts of 90 days a new one must not be like (R26 of docs/drafts.md)."""
    return [
        (_all_names(book.contacts[nudge.contact_id]), text)
        for nudge in book.nudges.values()
        if nudge.contact_id != contact.id and nudge.sent_at and now - nudge.sent_at < p.UNLIKE_FOR
        for text in nudge.drafts
    ]

"""Write a nudge: asked for or Hei's own idea, with its first draft and further ones."""

from dataclasses import replace
from datetime import datetime

from bot.application.briefing import brief_for, hard_note_for, language_for, noted_for
from bot.domain import parameters as p
from bot.domain.availability.unknown_zones import is_zone_unknown
from bot.domain.policy.due import due_at, gap_ratio
from bot.domain.records.book import Book
from bot.domain.records.channels import Carrier, Channel
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Closing, Nudge, Origin, Planned, Wanted
from bot.drafts.address import called
from bot.drafts.bank import Need, bank_in
from bot.drafts.compose import compose, subject
from bot.drafts.keywords import KeywordCard, keyword_card
from bot.drafts.kinds import DraftKind, hello_on
from bot.drafts.ladder import SHORTEST, Step, next_step
from bot.drafts.wording import greeted
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
        nudge = _worded(book, nudge, _first_step(book, contact, wanted, now), now)
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


def reword_as(
    book: Book, nudge: Nudge, kind: DraftKind, now: datetime, *, is_hard: bool = False
) -> tuple[Book, Nudge]:
    """Return the Book with a draft of the kind that the user chose for a nudge.

    What they typed for an earlier one stays with it. ``is_hard`` tells that something hard is going
    on with the contact, and that nothing may be presumed.
    """
    wanted = replace(nudge.wanted or Wanted(kind), kind=kind, is_hard=is_hard)
    worded = _worded(book, replace(nudge, wanted=wanted), Step(kind), now)
    return book.with_nudge(worded), worded


def shorten(book: Book, nudge: Nudge, now: datetime) -> tuple[Book, Nudge]:
    """Return the Book with the shortest draft of the same kind for a nudge."""
    worded = _worded(book, nudge, Step(DraftKind(nudge.kind), shortest=True), now)
    return book.with_nudge(worded), worded


def fill_in(book: Book, nudge: Nudge, typed: str, now: datetime) -> tuple[Book, Nudge]:
    """Return the Book with what the user typed in a draft that waited for their words."""
    wanted = replace(nudge.wanted or Wanted(nudge.kind), typed=typed)
    worded = _worded(book, replace(nudge, wanted=wanted), Step(DraftKind(nudge.kind)), now)
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


def channel_of(nudge: Nudge, contact: Contact) -> Channel | None:
    """Return the channel a nudge's draft takes: the one asked for, else the one proposed."""
    asked_for = nudge.wanted.channel if nudge.wanted else None
    return asked_for or proposed_channel(contact)


def proposed_channel(contact: Contact) -> Channel | None:
    """Return the contact's channel; no call is proposed where nobody knows what time it is."""
    return contact.waiting_channel if is_zone_unknown(contact) else contact.best_channel


def keywords_for(book: Book, nudge: Nudge, now: datetime) -> KeywordCard:
    """Return what to have in mind for a nudge, in place of a text."""
    contact = book.contacts[nudge.contact_id]
    noted = noted_for(book, contact, now)
    return keyword_card(noted, language_for(book, contact), nudge.id)


def opening_for(book: Book, contact: Contact) -> str:
    """Return how a draft to a contact may begin, so that its user sees what they are called."""
    usual = bank_in(language_for(book, contact)).greetings[0]
    return greeted(usual, called(contact.name, contact.nickname))


def subject_for(nudge: Nudge, language: Language) -> str:
    """Return what an e-mail with a nudge's draft may be headed; the same each time it is shown."""
    return subject(DraftKind(nudge.kind), language, nudge.id)


def _may_return(nudge: Nudge, contact: Contact) -> bool:
    """Tell whether a draft may come back: no opener of a call that is not proposed any more."""
    is_call = DraftKind(nudge.kind).traits.hello_on is contact.best_channel is Channel.CALL
    return nudge.wanted is not None or not (is_call and is_zone_unknown(contact))


def _first_step(book: Book, contact: Contact, wanted: Wanted | None, now: datetime) -> Step:
    if wanted:
        return Step(DraftKind(wanted.kind))
    if spoken_or_written := hello_on(proposed_channel(contact)):
        return Step(spoken_or_written)
    if hard_note_for(book, contact, now):
        return Step(DraftKind.THINKING_OF_YOU)
    return SHORTEST if contact.snoozes >= p.HESITATIONS else Step(DraftKind.JUST_HI)


def _further_step(book: Book, nudge: Nudge, now: datetime) -> Step:
    shown, contact = DraftKind(nudge.kind), book.contacts[nudge.contact_id]
    if nudge.wanted:
        return Step(shown)
    is_long_gone = gap_ratio(contact, due_at(book, contact, now=now), now) > p.LONG_GAP
    needs = {noted.need for noted in noted_for(book, contact, now)}
    return next_step(
        shown,
        nudge.further + 1,
        without=[
            kind
            for kind in DraftKind
            if (kind.traits.needs_note and Need(kind) not in needs)
            or (is_long_gone and kind.traits.asks)
        ],
        is_hard=hard_note_for(book, contact, now) is not None,
    )


def _worded(book: Book, nudge: Nudge, step: Step, now: datetime) -> Nudge:
    """Return the nudge with one more draft."""
    contact = book.contacts[nudge.contact_id]
    channel = channel_of(nudge, contact)
    brief = replace(
        brief_for(book, contact, step.kind, now),
        typed=nudge.wanted.typed if nudge.wanted else "",
        carrier=channel.traits.carrier if channel else Carrier.CHAT,
        shortest=step.shortest,
        is_hard=bool(nudge.wanted and nudge.wanted.is_hard)
        or hard_note_for(book, contact, now) is not None,
    )
    draft = compose(brief, nudge.id + len(nudge.drafts))
    return nudge.reworded(draft.shown, draft.kind.value)

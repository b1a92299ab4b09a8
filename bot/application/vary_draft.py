"""A draft in the words of a language model, where its user said yes to that very model."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from bot.application.briefing import hard_note_for, language_for, voice_for
from bot.application.ports import Books, Clock, Rewriter, StorageFailed
from bot.application.write_nudge import channel_of, is_good_enough
from bot.domain.availability.contact_hours import zone_of
from bot.domain.clock.wall_time import local_date
from bot.domain.records.book import Book
from bot.domain.records.channels import Carrier
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Nudge
from bot.drafts.address import called, names_of
from bot.drafts.bank import made_of
from bot.drafts.kinds import DraftKind
from bot.drafts.notes.noted import noted_in
from bot.drafts.variants import Original, bared, refusal_of, with_name, without_name


def agree(book: Book, model: str) -> Book:
    """Return the Book whose drafts a model may word; "" for none any more."""
    return replace(book, profile=replace(book.profile, agreed_model=model))


def original_of(book: Book, nudge: Nudge, model: str, now: datetime) -> Original | None:
    """Return what a model is given to word a nudge's draft anew; None where it gets nothing.

    It gets nothing from who did not say yes to this model, nothing where something is hard, and
    none of the user's own words: neither what they typed nor a line of theirs.
    """
    contact, kind = book.contacts[nudge.contact_id], DraftKind(nudge.kind)
    if not model or book.profile.agreed_model != model or not _is_free(book, nudge, contact, now):
        return None
    language, voice = language_for(book, contact), voice_for(book, contact)
    if made_of(nudge.draft, language, kind) is None:
        return None
    channel, name = channel_of(nudge, contact), called(contact.name, contact.nickname)
    return Original(
        text=without_name(nudge.draft, name),
        kind=kind,
        language=language,
        carrier=kind.traits.only_carrier or (channel.traits.carrier if channel else Carrier.CHAT),
        note=without_name(_note_in(book, nudge, contact, now), name),
        greeting=voice.greeting or "",
        sign_off=voice.sign_off or "",
        emoji=voice.emoji or "",
        used=tuple(without_name(text, name) for text in book.drafts_for(contact.id)),
    )


def _is_free(book: Book, nudge: Nudge, contact: Contact, now: datetime) -> bool:
    """Tell whether a draft may leave at all: nothing hard about it, and nothing typed in it."""
    wanted, kind = nudge.wanted, DraftKind(nudge.kind)
    is_theirs = wanted is not None and (bool(wanted.typed) or wanted.is_hard)
    is_kept = bool(nudge.variant) or kind.traits.keeps_wording or is_good_enough(nudge, contact)
    return not is_theirs and not is_kept and hard_note_for(book, contact, now) is None


def _note_in(book: Book, nudge: Nudge, contact: Contact, now: datetime) -> str:
    """Return the note that a draft is made of; "" for none, as no hard one is woven."""
    language = language_for(book, contact)
    names = names_of(contact.name, contact.nickname)
    today = local_date(now, zone_of(contact, book.profile.zone))
    for note in contact.notes[::-1]:
        told = next(noted_in([note], language, names, today), None)
        if told and any(form in nudge.draft for form in told.slots.values()):
            return note.text
    return ""


@dataclass(frozen=True, slots=True)
class Variety:
    """Has drafts worded anew by a model of the owner's, and keeps what may stand.

    Whatever goes wrong, the draft stays as it was, and nobody notices.
    """

    books: Books
    rewriter: Rewriter
    clock: Clock

    async def vary(self, user_id: int, book: Book, nudge: Nudge) -> tuple[Book, Nudge] | None:
        """Return a nudge with a variant of its draft, committed, or as it was where there is none.

        None means that the nudge was changed or deleted while the model was asked.
        """
        original = original_of(book, nudge, self.rewriter.model, self.clock.now())
        if original is None:
            return book, nudge
        answer = bared(await self.rewriter.reword(original))
        contact = book.contacts[nudge.contact_id]
        variant = with_name(answer, called(contact.name, contact.nickname))
        may_stand = bool(answer) and refusal_of(answer, original) is None
        with suppress(StorageFailed):
            return await self._kept(user_id, replace(nudge, variant=variant if may_stand else ""))
        return book, nudge

    async def _kept(self, user_id: int, varied: Nudge) -> tuple[Book, Nudge] | None:
        """Commit a nudge with its variant, unless it is another one by now."""
        async with self.books.open(user_id) as work:
            if work.book.nudges.get(varied.id) != replace(varied, variant=""):
                return None
            if varied.variant:
                work.book = work.book.with_nudge(varied)
        return work.book, varied

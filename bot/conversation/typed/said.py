"""What was typed, as one act: its parts, whom it is about, and what it may answer."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.application.correcting import Telling, last_telling
from bot.conversation.turn import Turn
from bot.conversation.typed.which import nudge_meant
from bot.domain import parameters as p
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskCadence, AskLast, AskNote, AskWho
from bot.understanding.acts.likely_acts import Act, Occasion
from bot.understanding.acts.parts import MessageParts, parts_of
from bot.understanding.acts.utterance import Utterance
from bot.understanding.calendar.moment_types import Facing

AHEAD = frozenset({Act.SNOOZE, Act.SKIP, Act.REST})
"""Acts that look ahead; everything else tells of what was."""
QUESTIONS = {
    AskNote: Occasion.ASK_NOTE,
    AskCadence: Occasion.ASK_PACE,
    AskWho: Occasion.ASK_WHO,
    AskLast: Occasion.JUST_ADDED,
}


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed, read as one act.

    Attributes:
        utterance: the text.
        parts: what it holds.
        contact: the one it is about; None where that is not clear.
        occasion: what it may answer.
        is_sure: whether the user has said by a button that it is this act.
    """

    utterance: Utterance
    parts: MessageParts
    contact: Contact | None
    occasion: Occasion
    is_sure: bool = False

    @property
    def text(self) -> str:
        """The words of the user."""
        return self.utterance.text


def said_as(turn: Turn, act: Act, text: str, *, is_sure: bool = False) -> Said:
    """Return a text as it reads as an act."""
    facing = Facing.FUTURE if act in AHEAD else Facing.PAST
    said = turn.utterance(text)
    parts = parts_of(said, facing)
    return Said(said, parts, _contact(turn, parts), occasion_of(turn), is_sure)


def occasion_of(turn: Turn) -> Occasion:
    """Return what a text may answer: a question, what was just logged, a nudge, or nothing."""
    asked = QUESTIONS.get(type(turn.question))
    if asked:
        return asked
    if any(turn.now - one.recorded_at < p.CORRECTABLE for one in turn.book.outcomes.values()):
        return Occasion.JUST_DONE
    return Occasion.NUDGE if nudge_meant(turn) else Occasion.IDLE


def after_name(text: str, contact: Contact | None) -> str:
    """Return what a text tells of a contact: without the name, where it begins with it."""
    name = contact.name if contact else ""
    begins = text.casefold().startswith(f"{name.casefold()} ") if name else False
    return text[len(name) :].strip(" :,") if begins else text


def told_lately(turn: Turn, within: timedelta) -> Telling | None:
    """Return what was told last, if that is not long ago."""
    telling = last_telling(turn.book)
    fresh = telling and all(turn.now - one.recorded_at < within for one in telling.outcomes)
    return telling if fresh else None


def about_owner(turn: Turn, said: Said) -> Said:
    """Take the one whose something is spoken of for the contact: "mum's new number is ..."."""
    owners = said.parts.owners
    if said.contact is None and not said.parts.contact_ids and len(owners) == 1:
        return replace(said, contact=turn.book.contacts[owners[0]])
    return said


def _contact(turn: Turn, parts: MessageParts) -> Contact | None:
    """Return the one contact who is named, else whom the question or the nudge is about.

    With neither, a pronoun stands for the one of whom was told just before.
    """
    if parts.contact_ids or parts.owners:
        one = parts.contact_ids[0] if len(parts.contact_ids) == 1 else None
        return turn.book.contacts[one] if one is not None else None
    asked = getattr(turn.question, "contact_id", None)
    nudge = nudge_meant(turn)
    contact_id = asked if asked is not None else nudge.contact_id if nudge else None
    if contact_id is None and (parts.speaks_of or parts.tells_of_them or parts.speaks_of_theirs):
        telling = told_lately(turn, p.CORRECTABLE)
        told = {one.contact_id for one in telling.outcomes} if telling else set()
        contact_id = told.pop() if len(told) == 1 else None
    return turn.book.contacts.get(contact_id) if contact_id is not None else None

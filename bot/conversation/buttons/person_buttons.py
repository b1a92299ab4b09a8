"""The buttons of a contact's card, and of all that can be told about them."""

from bot.conversation.buttons.button import Button
from bot.domain.clock.cadence import Unit
from bot.domain.records.channels import Channel
from bot.domain.records.contact import ReasonTag
from bot.domain.records.contact_times import Preset, Tie
from bot.languages import Language


class ShowPage(Button, tag="pp"):
    """A page of the contacts, counted from 0."""

    page: int


class ShowPerson(Button, tag="p"):
    """A contact's card."""

    contact_id: int


class FindSomeone(Button, tag="fh"):
    """Nudge about whom Hei chooses."""


class HiTo(Button, tag="hi"):
    """A nudge about a contact, now."""

    contact_id: int


class LogDone(Button, tag="ld"):
    """The two were in touch, told from the card.

    ``serial`` is the Book's last id when the card was shown: a second tap is told by it.
    """

    contact_id: int
    serial: int


class EditNotes(Button, tag="ns"):
    """The notes of a contact, each with a button that deletes it."""

    contact_id: int


class DropNote(Button, tag="nd"):
    """Delete one note."""

    contact_id: int
    note_id: int


class WriteNote(Button, tag="nw"):
    """The next message is a note about a contact."""

    contact_id: int


class WriteWhy(Button, tag="yw"):
    """The next message is the why of a contact."""

    contact_id: int


class WriteNickname(Button, tag="nn"):
    """The next message is what the user calls a contact."""

    contact_id: int


class ChooseCadence(Button, tag="pc"):
    """The next message or tap is the pace of a contact."""

    contact_id: int


class SetCadence(Button, tag="ps"):
    """A pace for a contact."""

    contact_id: int
    count: int
    unit: Unit


class KeepCadence(Button, tag="pk"):
    """The pace is right as it is."""

    contact_id: int


class ChooseChannel(Button, tag="cc"):
    """All channels, to choose from."""

    contact_id: int


class SetChannel(Button, tag="cs"):
    """A channel for a contact."""

    contact_id: int
    channel: Channel


class SetDraftLanguage(Button, tag="cl"):
    """A language for the drafts to a contact."""

    contact_id: int
    language: Language


class ChooseTimes(Button, tag="tc"):
    """When a hello suits a contact, to choose from."""

    contact_id: int


class SetPreset(Button, tag="tp"):
    """A time that does not suit a contact, or suits after all; ``on`` is 1 or 0."""

    contact_id: int
    preset: Preset
    on: int


class SetTie(Button, tag="tt"):
    """Where a contact belongs, or does not; ``on`` is 1 or 0."""

    contact_id: int
    tie: Tie
    on: int


class ClearTimes(Button, tag="ta"):
    """Any of the usual hours suits a contact."""

    contact_id: int


class SetHome(Button, tag="th"):
    """An IANA zone for a contact; empty for the user's own."""

    contact_id: int
    zone: str


class LeaveHome(Button, tag="tu"):
    """Nobody knows what time it is at a contact's."""

    contact_id: int


class ChooseReason(Button, tag="rc"):
    """The reasons why a contact is in the book, to choose from."""

    contact_id: int


class SetReason(Button, tag="rs"):
    """The reason why a contact is in the book, in one word."""

    contact_id: int
    reason: ReasonTag


class DropReason(Button, tag="rd"):
    """No reason in one word after all."""

    contact_id: int


class RestFrom(Button, tag="rf"):
    """A season without nudges about one contact."""

    contact_id: int


class LetGo(Button, tag="lg"):
    """Let a contact go."""

    contact_id: int


class HasDied(Button, tag="di"):
    """A contact has died."""

    contact_id: int


class HiAnyway(Button, tag="ha"):
    """A hello to a contact who is left alone, after all."""

    contact_id: int


class BringBack(Button, tag="bb"):
    """Bring a contact back."""

    contact_id: int


class ForgetPerson(Button, tag="fp"):
    """Forget a contact, for good, while the question is open."""

    contact_id: int
    question_id: int


class StartAdding(Button, tag="an"):
    """Add a contact: the name comes next."""

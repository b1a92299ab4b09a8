"""The buttons of a person's card, and of all that can be told about them."""

from bot.conversation.buttons.button import Button
from bot.domain.clock.cadence import Unit
from bot.domain.records.channels import Channel
from bot.domain.records.contact import ReasonTag
from bot.domain.records.contact_times import Preset, Tie
from bot.languages import Language


class ShowPage(Button, tag="pp"):
    """A page of the people, counted from 0."""

    page: int


class ShowPerson(Button, tag="p"):
    """A person's card."""

    contact_id: int


class HiTo(Button, tag="hi"):
    """A nudge about a person, now."""

    contact_id: int


class LogDone(Button, tag="ld"):
    """The two were in touch, told from the card.

    ``serial`` is the Book's last id when the card was shown: a second tap is told by it.
    """

    contact_id: int
    serial: int


class EditNotes(Button, tag="ns"):
    """The notes of a person, each with a button that deletes it."""

    contact_id: int


class DropNote(Button, tag="nd"):
    """Delete one note."""

    contact_id: int
    note_id: int


class WriteNote(Button, tag="nw"):
    """The next message is a note about a person."""

    contact_id: int


class WriteWhy(Button, tag="yw"):
    """The next message is the why of a person."""

    contact_id: int


class ChooseCadence(Button, tag="pc"):
    """The next message or tap is the pace of a person."""

    contact_id: int


class SetCadence(Button, tag="ps"):
    """A pace for a person."""

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
    """A channel for a person."""

    contact_id: int
    channel: Channel


class SetDraftLanguage(Button, tag="cl"):
    """A language for the drafts to a person."""

    contact_id: int
    language: Language


class ChooseTimes(Button, tag="tc"):
    """When a hello suits a person, to choose from."""

    contact_id: int


class SetPreset(Button, tag="tp"):
    """A time that does not suit a person, or suits after all; ``on`` is 1 or 0."""

    contact_id: int
    preset: Preset
    on: int


class SetTie(Button, tag="tt"):
    """Where a person belongs, or does not; ``on`` is 1 or 0."""

    contact_id: int
    tie: Tie
    on: int


class ClearTimes(Button, tag="ta"):
    """Any of the usual hours suits a person."""

    contact_id: int


class SetHome(Button, tag="th"):
    """An IANA zone for a person; empty for the user's own."""

    contact_id: int
    zone: str


class ChooseReason(Button, tag="rc"):
    """The reasons why a person is in the book, to choose from."""

    contact_id: int


class SetReason(Button, tag="rs"):
    """The reason why a person is in the book, in one word."""

    contact_id: int
    reason: ReasonTag


class DropReason(Button, tag="rd"):
    """No reason in one word after all."""

    contact_id: int


class RestFrom(Button, tag="rf"):
    """A season without nudges about one person."""

    contact_id: int


class LetGo(Button, tag="lg"):
    """Let a person go."""

    contact_id: int


class HasDied(Button, tag="di"):
    """A person has died."""

    contact_id: int


class BringBack(Button, tag="bb"):
    """Bring a person back."""

    contact_id: int


class ForgetPerson(Button, tag="fp"):
    """Forget a person, for good, while the question is open."""

    contact_id: int
    question_id: int


class StartAdding(Button, tag="an"):
    """Add somebody: the name comes next."""

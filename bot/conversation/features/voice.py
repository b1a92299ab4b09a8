"""/voice: how drafts sound, to one contact or to all; learned too, of "sent: yo, hi you"."""

from dataclasses import replace

from bot.application.change_voice import VoicePart, hear_sent, part_of, set_voice
from bot.application.log_outcome import Event
from bot.conversation.buttons.voice_buttons import (
    AS_IT_COMES,
    EVERYBODY,
    NONE,
    SetVoicePart,
    ShowVoice,
    ShowVoicePart,
    WriteVoicePart,
)
from bot.conversation.router import HelpLine, router
from bot.conversation.screens.layout import undo_row
from bot.conversation.screens.voice_screen import (
    choices_for,
    voice_message,
    voice_part_message,
)
from bot.conversation.settling import carry_out
from bot.conversation.turn import Turn
from bot.conversation.typed.stored import undoable
from bot.conversation.typed.which import about, go_on_with, nudge_meant, split_name
from bot.domain.names import clean_text, find
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskVoice, AskWho
from bot.domain.records.voice import Voice
from bot.understanding.facts.voice_words import read_sent, read_voice
from bot.understanding.replies.nudge_replies import Verb

LONGEST_PART = 40
"""Characters of a greeting or of a sign-off."""


@router.command("voice", HelpLine.DRAFT)
def voice(turn: Turn) -> None:
    """Take what is chosen, for the contact that is named or for all; else show the choices."""
    said = read_voice(turn.text)
    if said or not turn.text:
        _take(turn, None, said)
        return
    name, rest = split_name(turn, turn.text)
    go_on_with(turn, name, AskWho("voice", note=rest))


@router.contact("voice")
def voice_for(turn: Turn, contact: Contact, then: AskWho) -> None:
    """Go on once it is known whose drafts are meant."""
    _take(turn, contact, read_voice(then.note))


@router.button(ShowVoice)
def show(turn: Turn, button: ShowVoice) -> None:
    """Show how drafts sound."""
    turn.turn_into(voice_message(turn.book, turn.book.contacts.get(button.contact_id)))


@router.button(ShowVoicePart)
def show_part(turn: Turn, button: ShowVoicePart) -> None:
    """Show the choices for one part."""
    contact = turn.book.contacts.get(button.contact_id)
    turn.turn_into(voice_part_message(turn.book, contact, button.part))


@router.button(SetVoicePart)
def set_part(turn: Turn, button: SetVoicePart) -> None:
    """Take one of the choices."""
    contact = turn.book.contacts.get(button.contact_id)
    offered = choices_for(turn.book, contact, button.part)
    if button.choice >= len(offered) or (contact is None and button.contact_id != EVERYBODY):
        turn.toast("stale.press")
        return
    by_number = {NONE: "", AS_IT_COMES: None}
    value = by_number[button.choice] if button.choice in by_number else offered[button.choice]
    turn.book = set_voice(turn.book, contact, button.part, value)
    shown = voice_message(turn.book, _anew(turn, contact))
    turn.turn_into(replace(shown, buttons=(*shown.buttons, *undo_row(turn.book))))


@router.button(WriteVoicePart)
def write_part(turn: Turn, button: WriteVoicePart) -> None:
    """Ask for words of the user's own."""
    contact_id = button.contact_id or None
    turn.ask(AskVoice(button.part.value, contact_id))
    turn.say(f"voice.write-{button.part}")


@router.question(AskVoice, open_ended=True)
def take_part(turn: Turn, question: AskVoice) -> None:
    """Take the words that were asked for."""
    contact = turn.book.contacts.get(question.contact_id or EVERYBODY)
    _keep(turn, contact, VoicePart(question.part), turn.text)


def sent_told(turn: Turn) -> bool:
    """Take "sent: yo, thought of you" as done, and count how it was written; else return False."""
    told = read_sent(turn.text)
    if told is None:
        return False
    name, sent = told
    found = find(turn.book.names(), name) if name else []
    nudge = None if name else nudge_meant(turn)
    contact = turn.book.contacts[found[0]] if len(found) == 1 else None
    if nudge and nudge.contact_id in turn.book.contacts:
        contact = turn.book.contacts[nudge.contact_id]
    if contact is None:
        return False
    turn.end_question()
    turn.book = hear_sent(turn.book, contact, sent)
    carry_out(turn, Verb.DONE, about(turn, turn.book.contacts[contact.id]), Event(turn.now))
    return True


def _take(turn: Turn, contact: Contact | None, said: Voice | None) -> None:
    """Keep what was chosen, or show the choices where nothing was."""
    if said is None:
        turn.show(voice_message(turn.book, contact))
        return
    part = next(one for one in VoicePart if part_of(said, one) is not None)
    _keep(turn, contact, part, part_of(said, part) or "")


def _keep(turn: Turn, contact: Contact | None, part: VoicePart, said: str) -> None:
    turn.book = set_voice(turn.book, contact, part, clean_text(said, LONGEST_PART))
    turn.show(undoable(turn, voice_message(turn.book, _anew(turn, contact))))


def _anew(turn: Turn, contact: Contact | None) -> Contact | None:
    return turn.book.contacts[contact.id] if contact else None

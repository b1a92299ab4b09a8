"""A contact's card and what can be done from it."""

from datetime import datetime

from bot.conversation.buttons.button import Button
from bot.conversation.buttons.person_buttons import (
    BringBack,
    ChooseCadence,
    ChooseChannel,
    ChooseReason,
    ChooseTimes,
    DropNote,
    DropReason,
    EditNotes,
    ForgetPerson,
    HasDied,
    HiTo,
    LetGo,
    LogDone,
    SetCadence,
    SetReason,
    ShowPerson,
    WriteNickname,
    WriteNote,
    WriteWhy,
)
from bot.conversation.buttons.question_buttons import Ago, LastTalked, Never
from bot.conversation.effects import Key, Message, Rows
from bot.conversation.screens.availability_screen import home_lines, times_lines
from bot.conversation.screens.channel_screen import reach_lines
from bot.conversation.screens.layout import in_rows, marked, undo_row
from bot.conversation.texts import Texts, capital
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.clock.wall_time import local_date
from bot.domain.policy.due import last_contact_at
from bot.domain.records.book import Book
from bot.domain.records.contact import Contact, ReasonTag, Standing

CADENCES = (
    Cadence(1, Unit.WEEK),
    Cadence(2, Unit.WEEK),
    Cadence(1, Unit.MONTH),
    Cadence(3, Unit.MONTH),
    Cadence(6, Unit.MONTH),
    Cadence(1, Unit.YEAR),
)
"""Paces offered as buttons, from close to light."""
NOTE_BUTTONS = 30
"""Notes that can be deleted from one message: Telegram takes a hundred buttons at the most."""
NOTE_LABEL = 40
"""Characters of a note that fit on the button that deletes it."""


def card_text(book: Book, contact: Contact, now: datetime) -> str:
    """Return what is known: pace, last contact, why, channel, language, hours, nickname, notes."""
    texts = Texts(book.profile.language)
    lines = [texts("card.name", name=contact.name)]
    if contact.standing is not Standing.KEPT:
        lines.append(texts(f"card.{contact.standing}"))
    lines += [texts("card.pace", pace=contact.cadence), _last(texts, book, contact, now)]
    if contact.why:
        lines.append(texts("card.why", why=contact.why))
    if contact.reason:
        lines.append(texts("card.reason", reason=texts.label(f"reason.{contact.reason}").lower()))
    lines += reach_lines(texts, contact)
    if contact.language and contact.language is not texts.language:
        lines.append(texts("card.language", language=texts.spoken(contact.language)))
    lines += [*home_lines(texts, book, contact, now), *times_lines(texts, contact)]
    if contact.nickname is not None:
        text_id = "card.nickname" if contact.nickname else "card.nameless"
        lines.append(texts(text_id, nickname=contact.nickname))
    if contact.notes:
        lines.append(texts("card.notes"))
        lines += [texts("card.note", note=note.text) for note in contact.notes]
    return "\n".join(lines)


def card(book: Book, contact: Contact, now: datetime) -> Message:
    """Return a contact's card with its buttons."""
    return Message(card_text(book, contact, now), _card_buttons(book, contact))


def added_card(
    book: Book, contact: Contact, now: datetime, lead: str, *, asks_pace: bool = False
) -> Message:
    """Return the card of a contact just added; it asks when they last talked if that is unknown.

    Args:
        book: the Book that the contact is in by now.
        contact: the contact just added.
        now: the current instant.
        lead: the sentence above the card, as HTML.
        asks_pace: whether it asks how often instead.
    """
    texts = Texts(book.profile.language)
    rows: Rows = ()
    text = f"{lead}\n\n{card_text(book, contact, now)}"
    if asks_pace:
        text = f"{text}\n\n{texts('pace.ask', name=contact.name)}"
        rows = in_rows(_cadence_keys(texts, contact))
    elif last_contact_at(book, contact.id) is None:
        text = f"{text}\n\n{texts('add.last')}"
        keys = [Key(texts.label(f"ago-choice.{a.name}"), LastTalked(contact.id, a)) for a in Ago]
        rows = (tuple(keys[:2]), tuple(keys[2:]))
    return Message(text, (*rows, *undo_row(book)))


def notes_message(book: Book, contact: Contact) -> Message:
    """Return a contact's notes, each with a button that deletes it, the newest if there are many.

    Once some of these are gone, the older ones take their place.
    """
    texts = Texts(book.profile.language)
    drop = tuple(
        (
            Key(
                texts.label("button.drop-note", note=note.text[:NOTE_LABEL]),
                DropNote(contact.id, note.id),
            ),
        )
        for note in contact.notes[-NOTE_BUTTONS:]
    )
    back = (Key(texts.label("button.back"), ShowPerson(contact.id)),)
    text_id = "notes.which" if contact.notes else "notes.none"
    return Message(texts(text_id, name=contact.name), (*drop, back))


def cadence_message(book: Book, contact: Contact, lead: str) -> Message:
    """Return the question how often, with the usual paces as buttons; ``lead`` asks, as HTML."""
    return Message(lead, in_rows(_cadence_keys(Texts(book.profile.language), contact)))


def _cadence_keys(texts: Texts, contact: Contact) -> list[Key]:
    return [
        Key(capital(texts.cadence(pace)), SetCadence(contact.id, pace.count, pace.unit))
        for pace in CADENCES
    ]


def reason_message(book: Book, contact: Contact) -> Message:
    """Return the reasons to choose from; the present one is marked."""
    texts = Texts(book.profile.language)
    labels = {one: texts.label(f"reason.{one}") for one in ReasonTag}
    keys = [
        Key(
            marked(texts, label, on=one is contact.reason),
            SetReason(contact.id, one),
        )
        for one, label in labels.items()
    ]
    keys.append(Key(texts.label("button.no-reason"), DropReason(contact.id)))
    back = Key(texts.label("button.back"), ShowPerson(contact.id))
    return Message(texts("reason.which", name=contact.name), (*in_rows(keys), (back,)))


def let_go_message(book: Book, contact: Contact) -> Message:
    """Return the calm word after letting a contact go, and the two ways on."""
    texts = Texts(book.profile.language)
    row = (
        Key(texts.label("button.bring-back"), BringBack(contact.id)),
        Key(texts.label("button.has-died"), HasDied(contact.id)),
    )
    return Message(texts("letgo.done", name=contact.name), (row,))


def forget_message(book: Book, contact: Contact, question_id: int) -> Message:
    """Return the question before a contact is forgotten for good; its buttons end with it."""
    texts = Texts(book.profile.language)
    row = _row(texts, forget=ForgetPerson(contact.id, question_id), no=Never(question_id))
    return Message(texts("forget.sure", name=contact.name), (row,))


def _card_buttons(book: Book, contact: Contact) -> Rows:
    texts, key = Texts(book.profile.language), contact.id
    if contact.standing is Standing.DECEASED:
        return ()
    if contact.standing is not Standing.KEPT:
        return (_row(texts, **{"bring-back": BringBack(key)}),)
    notes: dict[str, Button] = {"add-note": WriteNote(key)}
    if contact.notes:
        notes["notes"] = EditNotes(key)
    return (
        _row(texts, **{"say-hi": HiTo(key), "we-talked": LogDone(key, book.serial)}),
        _row(texts, **notes),
        _row(texts, pace=ChooseCadence(key), why=WriteWhy(key), reason=ChooseReason(key)),
        _row(texts, when=ChooseTimes(key), channel=ChooseChannel(key), nickname=WriteNickname(key)),
        _row(texts, **{"let-go": LetGo(key)}),
    )


def _row(texts: Texts, **buttons: Button) -> tuple[Key, ...]:
    return tuple(Key(texts.label(f"button.{name}"), button) for name, button in buttons.items())


def _last(texts: Texts, book: Book, contact: Contact, now: datetime) -> str:
    last = last_contact_at(book, contact.id)
    if last is None:
        return texts("card.last-unknown")
    zone = book.profile.zone
    return texts("card.last", ago=texts.dated_ago(local_date(last, zone), local_date(now, zone)))

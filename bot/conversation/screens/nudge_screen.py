"""A nudge as the user sees it: who, why, how long, the moment, a thing to mention, the draft."""

from datetime import datetime
from html import escape
from urllib.parse import quote

from bot.application.briefing import hard_note_for, mentionable_note
from bot.application.write_nudge import channel_of, is_good_enough, subject_for
from bot.conversation.buttons.nudge_buttons import (
    AnotherDraft,
    AskLater,
    GiveReply,
    More,
    ReplyKind,
    ShowHardNote,
    SnoozeBack,
    SnoozeUntil,
    TooMuch,
)
from bot.conversation.buttons.person_buttons import HiTo
from bot.conversation.effects import AnyKey, CopyText, Key, Link, Message, Rows
from bot.conversation.screens.channel_screen import channel_lines
from bot.conversation.screens.check_in_screen import check_in_line
from bot.conversation.screens.moment_line import moment_line
from bot.conversation.texts import Texts, shortened
from bot.domain import parameters as p
from bot.domain.policy import snoozing
from bot.domain.policy.check_ins import check_in_under, offers_less
from bot.domain.policy.due import last_contact_at
from bot.domain.policy.warm_up import warm_up
from bot.domain.records.book import Book
from bot.domain.records.channels import Carrier, Channel
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Nudge, Origin
from bot.drafts.draft_text import BLANK, waits_for_words, without_blank
from bot.drafts.kinds import DraftKind

MENTION_LIMIT = 200
"""Characters of a why or a note in a nudge, which is read in seconds; the card shows the whole."""
Offers = tuple[tuple[str, ...], tuple[str, ...]]
"""The lines of what is offered, above the draft and below it."""
NO_OFFERS: Offers = (), ()


def nudge_message(book: Book, nudge: Nudge, at: datetime) -> Message:
    """Return a nudge with its seven buttons at most, as of an instant."""
    close = warm_up_for(book, nudge, at)
    buttons = _buttons(book, nudge, at, close)
    return Message(nudge_text(book, nudge, at, _offers(book, nudge, at, close, buttons)), buttons)


def hard_note_message(book: Book, nudge: Nudge, at: datetime) -> Message:
    """Return a nudge with the note on something hard in it, for who asked to see it."""
    note = hard_note_for(book, book.contacts[nudge.contact_id], at)
    shown = f"<blockquote>{escape(note.text, quote=False)}</blockquote>" if note else ""
    buttons = _buttons(book, nudge, at, None, shows_note=True)
    return Message(nudge_text(book, nudge, at, ((shown,), ())), buttons)


def snooze_message(book: Book, nudge: Nudge, at: datetime, now: datetime) -> Message:
    """Return a nudge with the choices of when it shall come back."""
    texts = Texts(book.profile.language)
    rows: Rows = tuple(
        (Key(texts.label(f"later.{choice}"), SnoozeUntil(nudge.id, choice)),)
        for choice in snoozing.choices(book.profile, now)
    )
    back = (Key(texts.label("button.back"), SnoozeBack(nudge.id)),)
    return Message(nudge_text(book, nudge, at), (*rows, back))


def plain_nudge(book: Book, nudge: Nudge, at: datetime) -> Message:
    """Return a nudge without buttons: it is finished."""
    return Message(nudge_text(book, nudge, at))


def pause_message(book: Book) -> Message:
    """Return the one line about quiet days after silence."""
    return Message(Texts(book.profile.language).count("pause.began", p.PAUSE.days))


def nudge_text(book: Book, nudge: Nudge, at: datetime, offers: Offers = NO_OFFERS) -> str:
    """Return what is read; what is offered beside the draft stands only where it can be taken.

    Beside grief and what is hard stands nothing cheerful: no why, no cost, no "good enough".
    """
    texts, contact = Texts(book.profile.language), book.contacts[nudge.contact_id]
    lines = [texts("nudge.who", name=contact.name)]
    if is_solemn(book, nudge, at):
        if hard_note_for(book, contact, at):
            lines.append(texts("nudge.hard", name=contact.name))
    else:
        lines += _lines_about(texts, book, nudge, at)
    lines += channel_lines(texts, contact, channel_of(nudge, contact))
    above, below = offers
    return "\n".join((*lines, *above, "", *_draft_lines(texts, nudge, contact), *below))


def is_solemn(book: Book, nudge: Nudge, at: datetime) -> bool:
    """Tell whether a nudge is about a death or something hard, of a contact or in its draft."""
    contact = book.contacts[nudge.contact_id]
    is_grave = nudge.kind == DraftKind.CONDOLENCE or bool(nudge.wanted and nudge.wanted.is_hard)
    return is_grave or hard_note_for(book, contact, at) is not None


def _lines_about(texts: Texts, book: Book, nudge: Nudge, at: datetime) -> list[str]:
    """Return why, how long it takes, why now is fine, and one thing to mention."""
    contact, lines = book.contacts[nudge.contact_id], list[str]()
    if contact.why:
        lines.append(texts("nudge.why", why=shortened(contact.why, MENTION_LIMIT)))
    lines.append(texts("nudge.cost", seconds=p.NUDGE_SECONDS))
    if book.profile.cue:
        lines.append(texts("nudge.cue", cue=shortened(book.profile.cue, MENTION_LIMIT)))
    lines.append(moment_line(texts, book, contact, nudge.sent_at or at))
    if note := mentionable_note(book, contact):
        lines.append(texts("nudge.mention", note=shortened(note.text, MENTION_LIMIT)))
    if is_good_enough(nudge, contact):
        lines.append(texts("nudge.good-enough"))
    return lines


def _offers(book: Book, nudge: Nudge, at: datetime, close: Contact | None, buttons: Rows) -> Offers:
    """Return the lines above and below the draft: a warm-up or a check-in, never both."""
    texts, check_in = Texts(book.profile.language), check_in_under(book, nudge, at)
    if check_in:
        return (), (check_in_line(texts, book.contacts[nudge.contact_id], check_in),)
    if is_solemn(book, nudge, at):
        return NO_OFFERS
    if waits_for_words(nudge.draft, DraftKind(nudge.kind)):
        return (), (texts("nudge.fill-in", blank=BLANK),)
    if close is None:
        return NO_OFFERS
    key = Key(texts.label("button.warm-up", name=close.name), HiTo(close.id))
    typed = "" if any(key in row for row in buttons) else "-typed"
    return (texts(f"nudge.warm-up{typed}", name=close.name),), ()


def warm_up_for(book: Book, nudge: Nudge, at: datetime) -> Contact | None:
    """Return whom to say hi to before a nudge of Hei's own; None: nobody."""
    if nudge.origin is not Origin.PLANNED or check_in_under(book, nudge, at):
        return None
    if is_solemn(book, nudge, at):
        return None
    close = warm_up(book, book.contacts[nudge.contact_id], nudge.sent_at or at)
    last = last_contact_at(book, close.id) if close else None
    return None if nudge.sent_at and last and last >= nudge.sent_at else close


def _draft_lines(texts: Texts, nudge: Nudge, contact: Contact) -> list[str]:
    """Return the draft as it is shown, under its subject where it travels as an e-mail."""
    draft = f"<pre>{escape(nudge.draft, quote=False)}</pre>"
    channel = channel_of(nudge, contact)
    if channel is None or channel.traits.carrier is not Carrier.EMAIL:
        return [draft]
    return [
        texts("nudge.subject", subject=subject_for(nudge, contact.language or texts.language)),
        draft,
    ]


def _buttons(
    book: Book, nudge: Nudge, at: datetime, close: Contact | None, *, shows_note: bool = False
) -> Rows:
    """Return the buttons; one for a hard note takes the place of *Skip* until it is shown."""
    texts, contact = Texts(book.profile.language), book.contacts[nudge.contact_id]
    send = _ways_to_send(texts, nudge, contact)
    answers = (
        Key(texts.label("button.done"), GiveReply(ReplyKind.DONE, nudge.id)),
        Key(texts.label("button.snooze"), AskLater(nudge.id)),
    )
    more, offer = Key(texts.label("button.more"), More(nudge.id)), _offer(book, nudge, at, close)
    others = (Key(texts.label("button.another"), AnotherDraft(nudge.id)), skip_key(texts, nudge))
    if has_hard_note(book, nudge, at):
        show = Key(texts.label("button.show-note"), ShowHardNote(nudge.id))
        others = others if shows_note else (others[0], show)
    elif skips_behind_more(book, nudge, at):
        others, offer = (others[0], too_much_key(texts, nudge)), None
    elif len(send) > 1 and offer:
        offer = None
    return tuple(filter(None, (send, answers, others, (more, offer) if offer else (more,))))


def _ways_to_send(texts: Texts, nudge: Nudge, contact: Contact) -> tuple[AnyKey, ...]:
    """Return what copies the draft and opens a chat; neither where it waits for words."""
    if waits_for_words(nudge.draft, DraftKind(nudge.kind)):
        return ()
    draft = without_blank(nudge.draft)
    copy = CopyText(texts.label("button.copy"), draft)
    address = chat_address(contact, channel_of(nudge, contact), draft)
    return (copy, Link(texts.label("button.open-chat"), address)) if address else (copy,)


def _offer(book: Book, nudge: Nudge, at: datetime, close: Contact | None) -> Key | None:
    """Return the button that an offer has where there is room: fewer nudges, or a warm-up."""
    texts = Texts(book.profile.language)
    if has_hard_note(book, nudge, at):
        return None
    if offers_less(book, nudge):
        return too_much_key(texts, nudge)
    return Key(texts.label("button.warm-up", name=close.name), HiTo(close.id)) if close else None


def has_hard_note(book: Book, nudge: Nudge, at: datetime) -> bool:
    """Tell whether something hard was noted lately about the contact of a nudge."""
    return hard_note_for(book, book.contacts[nudge.contact_id], at) is not None


def skips_behind_more(book: Book, nudge: Nudge, at: datetime) -> bool:
    """Tell whether *Skip* gives its place to another button, where seven leave no room for both."""
    contact = book.contacts[nudge.contact_id]
    is_full = chat_address(contact, channel_of(nudge, contact), "") is not None
    return has_hard_note(book, nudge, at) or (is_full and offers_less(book, nudge))


def skip_key(texts: Texts, nudge: Nudge) -> Key:
    """Return the button that lets a contact wait for the next turn."""
    return Key(texts.label("button.skip"), GiveReply(ReplyKind.SKIP, nudge.id))


def too_much_key(texts: Texts, nudge: Nudge) -> Key:
    """Return the button that asks for fewer nudges."""
    return Key(texts.label("button.too-much"), TooMuch(nudge.id))


def chat_address(contact: Contact, channel: Channel | None, draft: str) -> str | None:
    """Return the https address that opens a chat with the draft filled in; None where unknown."""
    if channel is None:
        return None
    for kind, link in channel.traits.reached_by.items():
        where = contact.address.part(kind)
        if where and link:
            return link.format(where=where.lstrip("+"), text=quote(draft, safe=""))
    return None

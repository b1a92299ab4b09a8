"""What lies behind *More*, in the place of the nudge's own buttons, and the kinds of draft."""

from collections.abc import Mapping
from datetime import datetime

from bot.application.write_nudge import keywords_for
from bot.conversation.buttons.button import Button
from bot.conversation.buttons.nudge_buttons import (
    BackToNudge,
    DraftAs,
    DraftFor,
    HardTimes,
    Keywords,
    More,
    Shorter,
    SomethingElse,
    WhyThis,
)
from bot.conversation.effects import Key, Message, Rows
from bot.conversation.screens.check_in_screen import check_in_rows, check_in_text
from bot.conversation.screens.layout import in_rows
from bot.conversation.screens.nudge_screen import (
    is_solemn,
    nudge_text,
    skip_key,
    skips_behind_more,
    too_much_key,
)
from bot.conversation.texts import Texts
from bot.domain.policy.check_ins import check_in_under
from bot.domain.records.book import Book
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Nudge
from bot.drafts.kinds import DraftKind

AT_HAND = (DraftKind.MEMORY, DraftKind.ONE_QUESTION, DraftKind.INVITATION, DraftKind.CONGRATULATION)
"""The kinds that *More* itself has; all others are one step further."""
AT_HAND_IF_HARD = (DraftKind.CONDOLENCE,)
"""The same where something hard is known."""


def more_message(book: Book, nudge: Nudge, now: datetime) -> Message:
    """Return a nudge with eight buttons at most for what else there is.

    Where a check-in stands under the nudge, its buttons take the place of the kinds.
    """
    texts, contact = Texts(book.profile.language), book.contacts[nudge.contact_id]
    back = Key(texts.label("button.back"), BackToNudge(nudge.id))
    further = Key(texts.label("button.something-else"), SomethingElse(nudge.id))
    check_in = check_in_under(book, nudge, now)
    if check_in:
        question = check_in_text(texts, contact, check_in)
        rows = (*check_in_rows(texts, contact, check_in), (further, back))
        return Message(f"{question}\n\n{nudge_text(book, nudge, now)}", rows)
    return Message(
        nudge_text(book, nudge, now), in_rows([*_at_hand(texts, book, nudge, now), further, back])
    )


def something_else_message(book: Book, nudge: Nudge, now: datetime) -> Message:
    """Return a nudge with every other kind of draft, why it came up, and fewer nudges."""
    texts = Texts(book.profile.language)
    has_check_in = check_in_under(book, nudge, now) is not None
    shown = () if has_check_in else _kinds_at_hand(book, nudge, now)
    others = {kind: DraftAs(nudge.id, kind) for kind in DraftKind if kind not in shown}
    last = (
        skip_key(texts, nudge)
        if skips_behind_more(book, nudge, now)
        else too_much_key(texts, nudge)
    )
    rows: Rows = (
        *_kinds(texts, others),
        (Key(texts.label("button.why-this"), WhyThis(nudge.id)), last),
        (Key(texts.label("button.back"), More(nudge.id)),),
    )
    if not is_solemn(book, nudge, now):
        rows = ((Key(texts.label("button.hard-times"), HardTimes(nudge.id)),), *rows)
    return Message(nudge_text(book, nudge, now), rows)


def kinds_message(book: Book, contact: Contact, channel: Channel | None, lead: str) -> Message:
    """Return every kind of draft for a contact to choose from; ``lead`` asks, as HTML."""
    texts = Texts(book.profile.language)
    return Message(
        lead,
        _kinds(texts, {kind: DraftFor(contact.id, kind, channel or "") for kind in DraftKind}),
    )


def keywords_message(book: Book, nudge: Nudge, now: datetime) -> Message:
    """Return the keyword card of a nudge: what to have in mind, in place of a text."""
    texts, contact = Texts(book.profile.language), book.contacts[nudge.contact_id]
    card = keywords_for(book, nudge, now)
    lines = [
        texts("keywords.title", name=contact.name),
        *(texts("keywords.keyword", keyword=keyword) for keyword in card.keywords),
        "",
        texts("keywords.questions"),
        *(texts("keywords.question", question=question) for question in card.questions),
    ]
    back = Key(texts.label("button.back"), More(nudge.id))
    return Message("\n".join(lines), ((back,),))


def _at_hand(texts: Texts, book: Book, nudge: Nudge, now: datetime) -> list[Key]:
    """Return the buttons of *More* itself: keywords, a shorter one, and a few kinds."""
    keys = [
        Key(texts.label("button.keywords"), Keywords(nudge.id)),
        Key(texts.label("button.shorter"), Shorter(nudge.id)),
    ]
    if is_solemn(book, nudge, now):
        keys = [Key(texts.label("button.hard-times"), HardTimes(nudge.id))]
    kinds = _kinds_at_hand(book, nudge, now)
    return [*keys, *(Key(texts.label(f"kind.{k}"), DraftAs(nudge.id, k)) for k in kinds)]


def _kinds_at_hand(book: Book, nudge: Nudge, now: datetime) -> tuple[DraftKind, ...]:
    return AT_HAND_IF_HARD if is_solemn(book, nudge, now) else AT_HAND


def _kinds(texts: Texts, buttons: Mapping[DraftKind, Button]) -> Rows:
    keys = [Key(texts.label(f"kind.{kind}"), button) for kind, button in buttons.items()]
    return in_rows(keys)

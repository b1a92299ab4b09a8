"""What lies behind *More*: keywords, why this one, fewer nudges, and the kinds of draft."""

from datetime import datetime

from bot.application.write_nudge import keywords_for
from bot.conversation.buttons.button import Button
from bot.conversation.buttons.nudge_buttons import DraftAs, DraftFor, Keywords, More, WhyThis
from bot.conversation.effects import Key, Message, Rows
from bot.conversation.screens.check_in_screen import check_in_rows, check_in_text
from bot.conversation.screens.layout import in_rows
from bot.conversation.screens.nudge_screen import skip_key, skips_behind_more, too_much_key
from bot.conversation.texts import Texts
from bot.domain.policy.check_ins import check_in_under
from bot.domain.records.book import Book
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Contact
from bot.domain.records.nudge import Nudge
from bot.drafts.kinds import DraftKind


def more_message(book: Book, nudge: Nudge, now: datetime) -> Message:
    """Return what else there is for a nudge, and every kind of draft.

    The buttons of a check-in that stands under the nudge come first.
    """
    texts, contact = Texts(book.profile.language), book.contacts[nudge.contact_id]
    last = skip_key(texts, nudge) if skips_behind_more(book, nudge) else too_much_key(texts, nudge)
    rows: Rows = (
        (
            Key(texts.label("button.keywords"), Keywords(nudge.id)),
            Key(texts.label("button.why-this"), WhyThis(nudge.id)),
        ),
        (last,),
        *_kinds(texts, {kind: DraftAs(nudge.id, kind) for kind in DraftKind}),
    )
    lead, check_in = texts("more.what", name=contact.name), check_in_under(book, nudge, now)
    if check_in is None:
        return Message(lead, rows)
    question = check_in_text(texts, contact, check_in)
    return Message(f"{question}\n\n{lead}", (*check_in_rows(texts, contact, check_in), *rows))


def kinds_message(book: Book, contact: Contact, channel: Channel | None, lead: str) -> Message:
    """Return every kind of draft for a contact to choose from; ``lead`` asks, as HTML."""
    texts = Texts(book.profile.language)
    return Message(
        lead,
        _kinds(texts, {kind: DraftFor(contact.id, kind, channel or "") for kind in DraftKind}),
    )


def keywords_message(book: Book, nudge: Nudge) -> Message:
    """Return the keyword card of a nudge: what to have in mind, in place of a text."""
    texts, contact = Texts(book.profile.language), book.contacts[nudge.contact_id]
    card = keywords_for(book, nudge)
    lines = [
        texts("keywords.title", name=contact.name),
        *(texts("keywords.keyword", keyword=keyword) for keyword in card.keywords),
        "",
        texts("keywords.questions"),
        *(texts("keywords.question", question=question) for question in card.questions),
    ]
    return Message("\n".join(lines), (_back(texts, nudge),))


def _kinds(texts: Texts, buttons: dict[DraftKind, Button]) -> Rows:
    keys = [Key(texts.label(f"kind.{kind}"), button) for kind, button in buttons.items()]
    return in_rows(keys)


def _back(texts: Texts, nudge: Nudge) -> tuple[Key]:
    return (Key(texts.label("button.back"), More(nudge.id)),)

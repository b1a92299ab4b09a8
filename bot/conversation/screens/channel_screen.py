"""How a contact is reached: on the card, in a nudge, and to choose from."""

from bot.conversation.buttons.person_buttons import SetChannel, ShowPerson
from bot.conversation.effects import Key, Message
from bot.conversation.screens.layout import in_rows, marked
from bot.conversation.texts import Texts
from bot.domain.records.book import Book
from bot.domain.records.channels import AddressKind, Channel
from bot.domain.records.contact import Address, Contact


def channel_message(book: Book, contact: Contact, lead: str) -> Message:
    """Return every channel as a button, the present one marked; ``lead`` asks, as HTML."""
    texts = Texts(book.profile.language)
    keys = [
        Key(
            marked(texts, texts.label(f"channel.{one}"), on=one is contact.best_channel),
            SetChannel(contact.id, one),
        )
        for one in Channel
    ]
    back = (Key(texts.label("button.back"), ShowPerson(contact.id)),)
    return Message(lead, (*in_rows(keys), back))


def reach_lines(texts: Texts, contact: Contact) -> list[str]:
    """Return the channel of a contact and where they are reached, as far as known."""
    lines = []
    if contact.best_channel:
        lines.append(texts("card.channel", channel=texts.label(f"channel.{contact.best_channel}")))
    return [*lines, *address_lines(texts, contact.address)]


def address_lines(texts: Texts, address: Address) -> list[str]:
    """Return the line with every part of an address; none if nothing is known."""
    where = ", ".join(_known(address))
    return [texts("card.address", where=where)] if where else []


def shared_lines(
    texts: Texts, book: Book, address: Address, but: Contact | None = None
) -> list[str]:
    """Return who else has a part of an address, a line each; ``but`` is whose it is."""
    return [
        texts(f"add.same-{kind.name.lower()}", name=other.name)
        for kind in AddressKind
        for other in book.contacts.values()
        if (but is None or other.id != but.id) and _is_shared(address, other.address, kind)
    ]


def _is_shared(one: Address, other: Address, kind: AddressKind) -> bool:
    part = one.part(kind)
    return part is not None and part.casefold() == (other.part(kind) or "").casefold()


def channel_lines(texts: Texts, contact: Contact, channel: Channel | None) -> list[str]:
    """Return the line of a nudge that tells how, where no button does."""
    if channel is None:
        return []
    where = contact.address.by(channel)
    if where and channel.is_shown:
        return [texts(f"nudge.where.{channel}", where=_read(where))]
    return [] if where else [texts(f"nudge.by.{channel}")]


def missing_line(texts: Texts, contact: Contact) -> str | None:
    """Return which address a contact's channel needs, how to give it; None where it is known."""
    channel = contact.best_channel
    if channel is None or not channel.needs_address or contact.address.by(channel):
        return None
    return texts(f"reach.missing-{channel.traits.missing}", name=contact.name)


def _known(address: Address) -> list[str]:
    username = f"@{address.username}" if address.username else None
    phone = _read(address.phone) if address.phone else None
    return [part for part in (username, phone, address.email) if part]


def _read(where: str) -> str:
    """Return a number in groups, as one reads it; an e-mail address as it is."""
    if not where.startswith("+"):
        return where
    import phonenumbers  # noqa: PLC0415 - slow to import, needed only where a number is shown

    number = phonenumbers.parse(where)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)

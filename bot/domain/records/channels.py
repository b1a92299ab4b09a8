"""The channels that a hello can take: a row for each, with all that sets it apart.

Knows what reaches a contact there and what opens a chat.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

NO_LINK = ""
"""Telegram refuses ``sms:``, ``mailto:`` and ``tel:`` in buttons; as text, clients open them."""


class Channel(StrEnum):
    """Where a hello travels, the channel taken first before the others."""

    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    SMS = "sms"
    EMAIL = "email"
    CALL = "call"
    """By voice."""
    CARD = "card"
    """On paper; where a contact lives is not Hei's business."""
    MEET = "meet"
    """Said when they meet."""

    @property
    def traits(self) -> "ChannelTraits":
        """What sets it apart."""
        return CHANNELS[self]

    @property
    def needs_address(self) -> bool:
        """Whether an address has to be known."""
        return bool(self.traits.reached_by)

    @property
    def is_shown(self) -> bool:
        """Whether a nudge shows the number or address as text, for no button opens a chat."""
        return self.needs_address and not any(self.traits.reached_by.values())


class AddressKind(StrEnum):
    """A part of an address, by the name that it has in one."""

    USERNAME = "username"
    PHONE = "phone"
    EMAIL = "email"


class Carrier(StrEnum):
    """The kind of message that carries a draft; Telegram and WhatsApp are both a chat."""

    CHAT = "chat"
    SMS = "sms"
    LINKEDIN = "linkedin"
    EMAIL = "email"
    CARD = "card"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class ChannelTraits:
    """What sets a channel apart.

    Attributes:
        reached_by: the parts of an address that reach it, the best one first, each with the https
            address that opens a chat there (``{where}`` without a plus, ``{text}`` quoted).
        missing: which of the texts ``reach.missing-…`` asks for an address that is not known.
        carrier: what carries its drafts.
        only_chosen: whether it is taken only where the user chose it, for it asks more of both.
        waits: whether what is sent can be met later; a phone rings at whatever hour it is there.
    """

    reached_by: Mapping[AddressKind, str] = field(default_factory=dict)
    missing: str = ""
    carrier: Carrier = Carrier.CHAT
    only_chosen: bool = False
    waits: bool = True


_ROWS = {
    Channel.TELEGRAM: ChannelTraits(
        {
            AddressKind.USERNAME: "https://t.me/{where}?text={text}",
            AddressKind.PHONE: "https://t.me/+{where}?text={text}",
        },
        missing="telegram",
    ),
    Channel.WHATSAPP: ChannelTraits(
        {AddressKind.PHONE: "https://wa.me/{where}?text={text}"}, missing="phone"
    ),
    Channel.SMS: ChannelTraits({AddressKind.PHONE: NO_LINK}, missing="phone", carrier=Carrier.SMS),
    Channel.EMAIL: ChannelTraits(
        {AddressKind.EMAIL: NO_LINK}, missing="email", carrier=Carrier.EMAIL
    ),
    Channel.CALL: ChannelTraits(
        {AddressKind.PHONE: NO_LINK},
        missing="phone",
        carrier=Carrier.VOICE,
        only_chosen=True,
        waits=False,
    ),
    Channel.CARD: ChannelTraits(carrier=Carrier.CARD, only_chosen=True),
    Channel.MEET: ChannelTraits(only_chosen=True),
}
CHANNELS: Mapping[Channel, ChannelTraits] = {channel: _ROWS[channel] for channel in Channel}
"""The traits of every channel; one without a row cannot be imported."""

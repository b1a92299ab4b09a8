"""How a contact is reached, as typed after a name: a channel's word, addresses, or both.

What stands before it is the contact's name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.records.channels import AddressKind, Channel
from bot.domain.records.contact import Address
from bot.understanding.facts.addresses import (
    TypedAddress,
    addresses_in,
    country_of_phone,
)
from bot.understanding.words.last_words import LastWord, before, last_word
from bot.understanding.words.tokens import Line, is_mark
from bot.understanding.words.vocabulary import vocabularies, vocabulary

_FILLING = " \t\n,;.:()<>-\u2013\u2014"


@dataclass(frozen=True, slots=True)
class ToldChannel:
    """A channel, where it was said, and the addresses; ``refused`` holds what is none."""

    channel: Channel | None
    address: Address
    refused: tuple[TypedAddress, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether it says anything that can be kept."""
        return self.channel is not None or self.address != Address()


def head_of_channel(text: str, country: str | None) -> str | None:
    """Return what stands before how a contact is reached; None where that is not said.

    Args:
        text: "Kari whatsapp +47 900 12 345", in NFC, in any order after the name.
        country: the ISO 3166 code of phone numbers without a plus, if known.
    """
    found = list(addresses_in(text, country, spares_channels=True))
    start = _start(found, _word(text, found))
    return None if start is None else before(text, start)


def read_channel(text: str, country: str | None) -> ToldChannel | None:
    """Return the channel that the whole of a text says; None if it says more or something else."""
    found = list(addresses_in(text, country, spares_channels=True))
    word = _word(text, found)
    left = _blanked(text, found)[: word.start if word else None]
    if left.strip(_FILLING) or not (found or word):
        return None
    refused = tuple(each for each in found if each.value is None)
    return ToldChannel(Channel(word.meaning) if word else None, _address(found), refused)


def channel_told(text: str, country: str | None) -> Channel | None:
    """Return the channel that the whole of a text is, alone or with an address: "on whatsapp"."""
    told = read_channel(text, country)
    return told.channel if told else None


def find_channel(text: str, country: str | None) -> str:
    """Return the channel and the addresses that stand in a text, as they were typed.

    Of two channels the one that is not refused counts ("never picks up, so WhatsApp"), and of two
    that may both be meant none does.
    """
    found = list(addresses_in(text, country, spares_channels=True))
    line = Line.of(_blanked(text, found))
    words = {
        match.meaning: line.between(index, match.end)
        for index in range(len(line))
        for match in vocabulary("channels").at(line, index)[:1]
        if not _is_refused(line, index)
    }
    word = next(iter(words.values())) if len(words) == 1 else ""
    return " ".join(filter(None, (word, *(each.text for each in found))))


def _is_refused(line: Line, index: int) -> bool:
    """Tell whether a channel stands behind a "not" of the same clause: "no texts, phone only"."""
    marks = (at for at in range(index, 0, -1) if is_mark(line.tokens[at - 1]))
    refusals = vocabularies("negations", "nevers", "gone_from")
    return any(refusals.at(line, at) for at in range(next(marks, 0), index))


def _word(text: str, found: Sequence[TypedAddress]) -> LastWord | None:
    return last_word(vocabulary("channels"), _blanked(text, found))


def _start(found: Sequence[TypedAddress], word: LastWord | None) -> int | None:
    starts = [each.start for each in found]
    return min([*starts, word.start] if word else starts, default=None)


def _blanked(text: str, found: Sequence[TypedAddress]) -> str:
    for each in found:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _address(found: Sequence[TypedAddress]) -> Address:
    """Return the addresses; of two of a kind the last one, as one corrects oneself."""
    known = {each.kind: each.value for each in found if each.value}
    phone = known.get(AddressKind.PHONE)
    country = country_of_phone(phone)
    return Address(known.get(AddressKind.USERNAME), phone, known.get(AddressKind.EMAIL), country)

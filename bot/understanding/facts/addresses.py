"""Addresses inside a typed text: a username, a phone number, an e-mail address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.domain.records.channels import AddressKind
from bot.understanding.facts.reach_words import start_with_words
from bot.understanding.words.tokens import Line


@dataclass(frozen=True, slots=True)
class TypedAddress:
    """An address; ``value`` is None when it is not valid, ``text`` is as typed.

    ``start`` is where the words before it begin that belong to it, as in "tlf 412 34 567".
    """

    kind: AddressKind
    value: str | None
    text: str
    start: int
    end: int


_LINK = re.compile(
    r"(?<![^\s,;(<])(?:https?://)?(?:www\.)?(?:t|telegram)\.me/([^\s,;?)>]+)(?:\?\S*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![^\s,;(<])(?:mailto:)?([^\s,;<>()@]+@[^\s,;<>()@]*)", re.IGNORECASE)
_USERNAME = re.compile(r"(?<![^\s,;(<])@([^\s,;<>()]*)")
_PHONE = re.compile(r"(?<![^\s,;(<:])(?:tel:)?(\+?\(?\d[\d \t().\-/\u00a0\u2010-\u2015]*\d)(?!\w)")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./](?:\d{4}|\d\d)")

_VALID_USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
_VALID_EMAIL = re.compile(r"[^@\s\"]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_LONGEST_EMAIL = 254
_TRUNK_ZERO = re.compile(r"\(0\)")
"""What is dialled only within the country: "+44 (0)20 7946 0958"."""
_FEWEST_DIGITS = 7
"""Fewer figures without a plus are part of a name or of a cadence."""
_LONGEST_PHONE = 40
"""Characters in which a number ends: fifteen figures at most, two zeros, and room between."""


def addresses_in(
    text: str, country: str | None, *, spares_channels: bool = False
) -> Iterator[TypedAddress]:
    """Yield every address in a text, none twice.

    Args:
        text: one line or several, in NFC.
        country: the ISO 3166 code whose national numbers may be written without a plus.
        spares_channels: whether "whatsapp" before a number is left alone, as a word of its own.
    """
    line, found = Line.of(text), [*_bare(text, country)]
    for address in found:
        others = [(one.start, one.end) for one in found if one is not address]
        start = start_with_words(line, address.start, others, spares_channels=spares_channels)
        yield replace(address, start=start)


def read_phone(text: str, country: str | None) -> str | None:
    """Return the number that a phone book holds, in E.164; None where no telephone has it.

    Args:
        text: as one dials it in the user's country, or with its country code and perhaps no plus.
        country: the ISO 3166 code of the user's country.
    """
    return _valid_phone(text.strip(), country)


def _bare(text: str, country: str | None) -> Iterator[TypedAddress]:
    """Yield every address without the words that tell of it."""
    for find in (_links, _emails, _usernames, _phones):
        for address in list(find(text, country)):
            blank = " " * (address.end - address.start)
            text = text[: address.start] + blank + text[address.end :]
            yield address


def _links(text: str, country: str | None) -> Iterator[TypedAddress]:
    for found in _LINK.finditer(text):
        name = found[1].rstrip("/.!")
        if name.startswith("+"):
            yield TypedAddress(
                AddressKind.PHONE, _valid_phone(name, country), found[0], *found.span()
            )
        else:
            yield TypedAddress(AddressKind.USERNAME, _valid_username(name), found[0], *found.span())


def _emails(text: str, _: str | None) -> Iterator[TypedAddress]:
    for found in _EMAIL.finditer(text):
        address = found[1].rstrip(".!")
        valid = _VALID_EMAIL.fullmatch(address) and len(address) <= _LONGEST_EMAIL
        yield TypedAddress(AddressKind.EMAIL, address if valid else None, found[0], *found.span())


def _usernames(text: str, _: str | None) -> Iterator[TypedAddress]:
    for found in _USERNAME.finditer(text):
        name = found[1].rstrip(".!")
        yield TypedAddress(AddressKind.USERNAME, _valid_username(name), found[0], *found.span())


def _valid_username(name: str) -> str | None:
    return name if _VALID_USERNAME.fullmatch(name) else None


def _phones(text: str, country: str | None) -> Iterator[TypedAddress]:
    for found in _PHONE.finditer(text):
        typed = found[1]
        plus = typed.startswith(("+", "(+"))
        long_enough = sum(char.isdigit() for char in typed) >= _FEWEST_DIGITS
        if plus or (long_enough and not _DATE.match(typed)):
            yield _phone(typed, found, country)


def _phone(typed: str, found: re.Match[str], country: str | None) -> TypedAddress:
    """Return the longest beginning that is a number: "+47 412 34 567 3 weeks" ends before the 3.

    Without a plus it is no shorter than a number may be: 07700 900123 is not the service 07700.
    """
    ends = [group.end() for group in re.finditer(r"\d+", typed[:_LONGEST_PHONE])]
    fewest = 0 if "+" in typed else _FEWEST_DIGITS
    for end in reversed(ends):
        if sum(char.isdigit() for char in typed[:end]) < fewest:
            break
        number = _valid_phone(typed[:end], country)
        if number is not None:
            return TypedAddress(
                AddressKind.PHONE, number, typed[:end], found.start(), found.start(1) + end
            )
    return TypedAddress(AddressKind.PHONE, None, typed, *found.span())


@lru_cache(maxsize=512)
def country_of_phone(number: str | None) -> str | None:
    """Return the ISO 3166 code of the country of a number in E.164; None where it has none."""
    if number is None:
        return None
    import phonenumbers  # noqa: PLC0415 - slow to import, needed only where figures are typed

    code = phonenumbers.region_code_for_number(phonenumbers.parse(number))
    return code if code and code.isalpha() else None


def _valid_phone(typed: str, country: str | None) -> str | None:
    """Return a number in E.164, or None if no telephone has it.

    Without a plus it is one of the user's country first: some of those would be valid abroad too.
    """
    import phonenumbers  # noqa: PLC0415 - slow to import, needed only where figures are typed

    plain = _TRUNK_ZERO.sub("", re.sub(r"^00", "+", typed))
    for tried in (plain, f"+{plain}"):
        try:
            number = phonenumbers.parse(tried, country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None

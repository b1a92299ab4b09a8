"""Addresses inside a typed text: a username, a phone number, an e-mail address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.records.channels import AddressKind


@dataclass(frozen=True, slots=True)
class TypedAddress:
    """An address; ``value`` is None when it is not valid, ``text`` is as typed."""

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
_FEWEST_DIGITS = 7
"""Fewer figures without a plus are part of a name or of a cadence."""
_LONGEST_PHONE = 40
"""Characters in which a number ends: fifteen figures at most, two zeros, and room between."""


def addresses_in(text: str, country: str | None) -> Iterator[TypedAddress]:
    """Yield every address in a text, none twice.

    Args:
        text: one line or several, in NFC.
        country: the ISO 3166 code whose national numbers may be written without a plus.
    """
    left = text
    for find in (_links, _emails, _usernames, _phones):
        for address in list(find(left, country)):
            blank = " " * (address.end - address.start)
            left = left[: address.start] + blank + left[address.end :]
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
    """Return the longest beginning that is a number: "+47 412 34 567 3 weeks" ends before the 3."""
    ends = [group.end() for group in re.finditer(r"\d+", typed[:_LONGEST_PHONE])]
    for end in reversed(ends):
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
    """Return a number in E.164, or None if no telephone has it."""
    import phonenumbers  # noqa: PLC0415 - slow to import, needed only where figures are typed

    plain = re.sub(r"^00", "+", typed)
    try:
        number = phonenumbers.parse(plain, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

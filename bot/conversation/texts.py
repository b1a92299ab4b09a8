"""The sentences of Hei, read from gettext catalogues: an id and values in, Telegram HTML out.

Knows catalogues, plurals and how dates read in a language; no sentence stands here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from gettext import c2py
from html import escape

from bot.domain.clock.cadence import Cadence
from bot.domain.records.contact import DEFAULT_CADENCE
from bot.languages import Language
from bot.languages.data import file, particulars

FIRST_ORDINAL = 3
"""What a pace counts that has no wording of its own, from third on."""
Value = str | int | date | time | Cadence


@dataclass(frozen=True, slots=True)
class Html:
    """Text that is markup already and must not be escaped once more."""

    markup: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All sentences of one language: the singular first, then the plural forms."""

    forms: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]
    """Which form a count takes, by the rule in the head of the catalogue."""


@lru_cache
def catalogue(language: Language) -> Catalogue:
    """Return the catalogue of a language; ids are symbolic, so English has one too."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only who speaks pays for Babel

    with file(language, "messages.po").open("rb") as lines:
        messages = read_po(lines, locale=language.value)
    forms = {_singular(m.id): _strings(m.string) for m in messages if m.id and m.string}
    return Catalogue(forms, c2py(messages.plural_expr))


@lru_cache
def _pace_rules(language: Language) -> Mapping[str, Callable[[int], int]]:
    """Return for each wording that some paces have which counts those are."""
    return {wording: c2py(rule) for wording, rule in particulars(language).paces.items()}


def _singular(message_id: str | Sequence[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _strings(found: str | Sequence[str]) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else tuple(found)


class MissingText(KeyError):
    """The catalogue has no sentence for an id."""


@dataclass(frozen=True, slots=True)
class Texts:
    """All sentences in one language."""

    language: Language

    def __call__(self, text_id: str, **values: Value | Html) -> str:
        """Return a sentence with its values filled in, escaped for Telegram's HTML.

        Raises:
            MissingText: there is no such sentence in this language.
        """
        return self._found(text_id).format_map(self._shown(values))

    def label(self, text_id: str, **values: Value) -> str:
        """Return a sentence for a button or a toast, where Telegram knows no HTML."""
        return self._found(text_id).format_map(
            {key: self._worded(value) for key, value in values.items()}
        )

    def count(self, text_id: str, n: int, **values: Value | Html) -> str:
        """Return the plural form of a sentence for ``n``, which it may show as ``{n}``."""
        chosen = self._forms(text_id)[catalogue(self.language).plural(n)]
        return chosen.format_map(self._shown({"n": n, **values}))

    def day(self, day: date, today: date | None = None) -> str:
        """Return a date as one says it: Thursday 26 November; with the year if not today's."""
        is_other_year = today is not None and day.year != today.year
        return self._dated(day, "date.day-year" if is_other_year else "date.day")

    def ago(self, day: date, today: date) -> str:
        """Return how long ago a day was, as one says it: today, yesterday, 3 weeks ago.

        Of another year the date is told as well.
        """
        return self._ago(day, today) if day.year == today.year else self.dated_ago(day, today)

    def dated_ago(self, day: date, today: date) -> str:
        """Return how long ago a day was and which it was: 3 weeks ago (Monday 9 February)."""
        ago = self._ago(day, today)
        if (today - day).days <= 1:
            return ago
        return self("ago.dated", ago=ago, day=self.day(day, today))

    def _ago(self, day: date, today: date) -> str:
        days = (today - day).days
        if days <= 1:
            return self("ago.yesterday" if days == 1 else "ago.today")
        for unit, length, least in AGO:
            if days >= least:
                return self.count(f"ago.{unit}", round(days / length))
        return self.count("ago.day", days)

    def ahead(self, day: date, today: date) -> str:
        """Return a coming day as one says it: today, tomorrow, on Thursday 26 November."""
        days = (day - today).days
        if days <= 1:
            return self("ahead.tomorrow" if days == 1 else "ahead.today")
        return self("ahead.day", day=self.day(day, today))

    def by_day(self, day: date, today: date) -> str:
        """Return a coming day as it stands after "before": tomorrow, Thursday 26 November."""
        return self("ahead.tomorrow") if (day - today).days <= 1 else self.day(day, today)

    def cadence(self, cadence: Cadence) -> str:
        """Return a pace as it is said: every 3 weeks, hver tredje uke, annenhver uke.

        The usual one is as vague as it is meant: about once a month.
        """
        if cadence == DEFAULT_CADENCE:
            return self("cadence.default")
        for wording, is_so in _pace_rules(self.language).items():
            if is_so(cadence.count):
                return self(f"cadence.{cadence.unit}-{wording}", n=cadence.count)
        nth = self._ordinal(cadence.count)
        return self.count(f"cadence.{cadence.unit}", cadence.count, nth=nth)

    def _ordinal(self, number: int) -> str:
        """Return a number as a pace has it: a word where the language has one, else figures."""
        words, mark = particulars(self.language).ordinals, self("cadence.figures", n=number)
        place = number - FIRST_ORDINAL
        return words[place] if 0 <= place < len(words) else mark

    def spoken(self, language: Language) -> str:
        """Return the name of a language, as it stands in a sentence in this one."""
        from babel import Locale  # noqa: PLC0415 - only who speaks pays for Babel

        first, *_ = particulars(language).codes
        return str(Locale(self.language.value).languages[first])

    def city(self, zone: str) -> str:
        """Return the name of an IANA zone's city."""
        from babel.dates import get_timezone_location  # noqa: PLC0415 - only settings pay for it

        return get_timezone_location(zone, locale=self.language.value, return_city=True)

    def inside(self, place: str) -> str:
        """Return a place with the word that tells that somebody is there: in Oslo, on Crete."""
        own = particulars(self.language)
        return f"{own.before_places.get(place, own.before_place)} {place}"

    def _found(self, text_id: str) -> str:
        return self._forms(text_id)[0]

    def _forms(self, text_id: str) -> tuple[str, ...]:
        try:
            return catalogue(self.language).forms[text_id]
        except KeyError as missing:
            raise MissingText(f"{self.language}: {text_id}") from missing

    def _shown(self, values: Mapping[str, Value | Html]) -> dict[str, str]:
        return {
            key: value.markup
            if isinstance(value, Html)
            else escape(self._worded(value), quote=False)
            for key, value in values.items()
        }

    def _worded(self, value: Value) -> str:
        match value:
            case Cadence():
                return self.cadence(value)
            case datetime() | time():
                return f"{value:%H:%M}"
            case date():
                return self.day(value)
        return str(value)

    def _dated(self, day: date, pattern_id: str) -> str:
        from babel.dates import format_date  # noqa: PLC0415 - only who speaks pays for Babel

        return format_date(day, self._found(pattern_id), locale=self.language.value)


def labels(text_id: str) -> tuple[str, ...]:
    """Return what a button says in each language: whoever types it may have read any of them."""
    return tuple(Texts(language).label(text_id) for language in Language)


def capital(text: str) -> str:
    """Return a text that begins with a capital; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def shortened(text: str, limit: int) -> str:
    """Return a text on one line, cut with a sign of it beyond so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rstrip()} …"


AGO = (("year", 365.25, 548), ("month", 30.44, 61), ("week", 7, 14))
"""Unit, its days, and from how many days on one counts in it: 13 days ago, 2 weeks ago."""

"""What follows /add; it is Wednesday 16 September 2026, 14:05."""

from datetime import date, datetime

import pytest

from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.parameters import WHY_LIMIT
from bot.understanding.facts.additions import Addition, FieldFault, Problem, read_addition
from bot.understanding.time.moments import Day, Two, Wrong
from tests.every_row import every_row

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local wall-clock time
YESTERDAY, THREE_WEEKS_AGO = Day(date(2026, 9, 15)), Day(date(2026, 8, 26))
DAYS, WEEKS, MONTHS, _ = Unit
EVERY_3_WEEKS, WEEKLY = Cadence(3, WEEKS), Cadence(1, WEEKS)
FORTNIGHTLY, MONTHLY = Cadence(2, WEEKS), Cadence(1, MONTHS)
PHONE = "+4741234567"


def _read(text: str, country: str | None = "NO") -> Addition:
    return read_addition(text, now=NOW, country=country)


@every_row([
        (
            "Kari every 3 weeks why: she makes me laugh",
            Addition("Kari", cadence=EVERY_3_WEEKS, why="she makes me laugh"),
        ),
        ("Ola hver 14. dag", Addition("Ola", cadence=Cadence(14, DAYS))),
        ("Elin @elin varje månad", Addition("Elin", "elin", cadence=MONTHLY)),
        ("Bestemor annenhver uke", Addition("Bestemor", cadence=FORTNIGHTLY)),
        ("Kari", Addition("Kari")),
        ("Åse Maja Maj", Addition("Åse Maja Maj")),
        ("May", Addition("May")),
        ("Mars", Addition("Mars")),
        ("Var", Addition("Var")),
        ("Venn", Addition("Venn")),
        ("Glenn Close", Addition("Glenn Close")),
        ("Glenn Close close", Addition("Glenn Close", cadence=Cadence(14, DAYS))),
        ("Kari lett @kari", Addition("Kari", "kari", cadence=Cadence(180, DAYS))),
        ("Kari +47 412 34 567", Addition("Kari", phone=PHONE)),
        ("Kari +47 412 34 567 3 weeks", Addition("Kari", phone=PHONE, cadence=EVERY_3_WEEKS)),
        ("Kari 412 34 567 hver uke", Addition("Kari", phone=PHONE, cadence=WEEKLY)),
        ("Kari 00 47 412 34 567", Addition("Kari", phone=PHONE)),
        ("Kari tel:+4741234567", Addition("Kari", phone=PHONE)),
        ("Kari t.me/+4741234567", Addition("Kari", phone=PHONE)),
        ("Kari https://t.me/kari_nord weekly", Addition("Kari", "kari_nord", cadence=WEEKLY)),
        ("Kari t.me/kari_nord?text=hi", Addition("Kari", "kari_nord")),
        ("Kari kari@example.com", Addition("Kari", email="kari@example.com")),
        ("Kari, every 3 weeks, @kari_n", Addition("Kari", "kari_n", cadence=EVERY_3_WEEKS)),
        ("@elin_x Elin", Addition("Elin", "elin_x")),
        ("every week Elin", Addition("Elin", cadence=WEEKLY)),
        ('"Every Tuesday Club" every week', Addition("Every Tuesday Club", cadence=WEEKLY)),
        ("“Weekly” weekly", Addition("Weekly", cadence=WEEKLY)),
        ("«Hver uke» @hveruke", Addition("Hver uke", "hveruke")),
        ('Dwayne "The Rock" every week', Addition('Dwayne "The Rock"', cadence=WEEKLY)),
        ("Ola 2 every 2 weeks", Addition("Ola 2", cadence=FORTNIGHTLY)),
        ("Kari last: 3 weeks ago", Addition("Kari", last=THREE_WEEKS_AGO)),
        ("Kari last: 3 weeks", Addition("Kari", last=THREE_WEEKS_AGO)),
        ("Kari sist: i går hvorfor: snill", Addition("Kari", last=YESTERDAY, why="snill")),
        ("Elin senast: i tisdags varför: rolig", Addition("Elin", last=YESTERDAY, why="rolig")),
        ("Kari WHY : she LAUGHS", Addition("Kari", why="she LAUGHS")),
        ("Kari why: x last: yesterday", Addition("Kari", last=YESTERDAY, why="x")),
        (
            "Kari last: yesterday @kari every 3 weeks",
            Addition("Kari", "kari", cadence=EVERY_3_WEEKS, last=YESTERDAY),
        ),
        (
            "Kari last: 3 weeks ago\nevery week",
            Addition("Kari", cadence=WEEKLY, last=THREE_WEEKS_AGO),
        ),
        ("Kari last: vet ikke", Addition("Kari")),
        ("Kari last: don't know every week", Addition("Kari", cadence=WEEKLY)),
        ("Kari last: @kari_n", Addition("Kari", "kari_n")),
        ("Kari ca hver 3. uke", Addition("Kari", cadence=EVERY_3_WEEKS)),
        ("Kari omtrent hver uke", Addition("Kari", cadence=WEEKLY)),
        ("Kari sånn ca hver uke", Addition("Kari", cadence=WEEKLY)),
        ("Kari ungefär varje vecka", Addition("Kari", cadence=WEEKLY)),
        ("Kari about every 3 weeks", Addition("Kari", cadence=EVERY_3_WEEKS)),
        ("Kari Over every 3 weeks", Addition("Kari Over", cadence=EVERY_3_WEEKS)),
        ("Kari - every 3 weeks", Addition("Kari", cadence=EVERY_3_WEEKS)),
        ("Kari: every 3 weeks", Addition("Kari", cadence=EVERY_3_WEEKS)),
        ("Kari last: long ago", Addition("Kari")),
        ("Kari sist: aldri", Addition("Kari")),
        ("Kari senast: för länge sedan", Addition("Kari")),
        ("Kari last yesterday", Addition("Kari", last=YESTERDAY)),
        ("Kari sist i går hver uke", Addition("Kari", cadence=WEEKLY, last=YESTERDAY)),
        ("Kari senast i tisdags", Addition("Kari", last=YESTERDAY)),
        ("Kari last 3 weeks ago", Addition("Kari", last=THREE_WEEKS_AGO)),
        ("Kari weekly last 3 weeks ago", Addition("Kari", cadence=WEEKLY, last=THREE_WEEKS_AGO)),
        (
            "Kari hver uke snakket sist for 3 uker siden",
            Addition("Kari", cadence=WEEKLY, last=THREE_WEEKS_AGO),
        ),
        (
            "Kari varje vecka, senast för 3 veckor sedan, varför: snäll",
            Addition("Kari", cadence=WEEKLY, last=THREE_WEEKS_AGO, why="snäll"),
        ),
        (
            '"Kari last week" weekly last 3 weeks ago',
            Addition("Kari last week", cadence=WEEKLY, last=THREE_WEEKS_AGO),
        ),
        ("Kari Last", Addition("Kari Last")),
        ("The Last Samurai", Addition("The Last Samurai")),
        (
            "Kari last: neste",
            Addition("Kari", problems=(Problem(FieldFault.LAST_UNKNOWN, "neste"),)),
        ),
        (
            "Kari\n+47 412 34 567\nevery 3 weeks\nlast: yesterday\nwhy: kind\nand funny\n@kari_n",
            Addition("Kari", "kari_n", PHONE, None, EVERY_3_WEEKS, YESTERDAY, "kind\nand funny"),
        ),
        ("Kari why: one\nwhy: two", Addition("Kari", why="one\ntwo")),
        ("Kari \u202eka\x00ri\u2066 hver uke", Addition("Kari kari", cadence=WEEKLY)),
        ("  Kari   Nordmann  ", Addition("Kari Nordmann")),
        ("Ka\u0301ri", Addition("K\u00e1ri")),
        ("👩\u200d🚀 weekly", Addition("👩\u200d🚀", cadence=WEEKLY)),
        ('Kari <b>&"', Addition('Kari <b>&"')),
        ("Kari (mor til Ola)", Addition("Kari (mor til Ola)")),
        ("J. R. R.", Addition("J. R. R.")),
        ("Юлия раз every week", Addition("Юлия раз", cadence=WEEKLY)),
    ])  # fmt: skip
def test_a_person_is_read(text: str, addition: Addition) -> None:
    """A name first, then fields in any order, on one line or several, in any language."""
    assert _read(text) == addition


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", Problem(FieldFault.NAME_MISSING, "")),
        ("  \u202e\x00 ", Problem(FieldFault.NAME_MISSING, "")),
        ("every 3 weeks", Problem(FieldFault.NAME_MISSING, "")),
        ("weekly", Problem(FieldFault.NAME_MISSING, "")),
        ("why: x", Problem(FieldFault.NAME_MISSING, "")),
        ("\u200d\u200d", Problem(FieldFault.NAME_MISSING, "")),
        ("N" * 65, Problem(FieldFault.NAME_TOO_LONG, "N" * 65)),
        ("Kari @a", Problem(FieldFault.USERNAME_INVALID, "@a")),
        ("Kari @kari-nord", Problem(FieldFault.USERNAME_INVALID, "@kari-nord")),
        ("Kari @" + "k" * 33, Problem(FieldFault.USERNAME_INVALID, "@" + "k" * 33)),
        ("Kari @9lives", Problem(FieldFault.USERNAME_INVALID, "@9lives")),
        ("Kari t.me/x", Problem(FieldFault.USERNAME_INVALID, "t.me/x")),
        ("Kari +47 12", Problem(FieldFault.PHONE_INVALID, "+47 12")),
        ("Kari +999 123 456 789", Problem(FieldFault.PHONE_INVALID, "+999 123 456 789")),
        ("Kari 1234567890123", Problem(FieldFault.PHONE_INVALID, "1234567890123")),
        ("Kari kari@home", Problem(FieldFault.EMAIL_INVALID, "kari@home")),
        ("Kari last: tomorrow", Problem(FieldFault.LAST_AHEAD, "tomorrow")),
        ("Kari last: whenever", Problem(FieldFault.LAST_UNKNOWN, "whenever")),
        ("Kari every 3 weeks she laughs", Problem(FieldFault.NOT_UNDERSTOOD, "she laughs")),
        ("Kari @kari_n @kari_m", Problem(FieldFault.NOT_UNDERSTOOD, "@kari_m")),
        ("Kari every Sunday", Problem(FieldFault.CADENCE_IMPOSSIBLE, "every Sunday")),
        ("Kari hver søndag", Problem(FieldFault.CADENCE_IMPOSSIBLE, "hver søndag")),
        ("Kari annenhver helg", Problem(FieldFault.CADENCE_IMPOSSIBLE, "annenhver helg")),
        ("Kari varannan söndag", Problem(FieldFault.CADENCE_IMPOSSIBLE, "varannan söndag")),
        ("Kari every hour", Problem(FieldFault.CADENCE_IMPOSSIBLE, "every hour")),
        ("Kari every 99 years", Problem(FieldFault.CADENCE_IMPOSSIBLE, "every 99 years")),
        ("Kari why: " + "y" * 1001, Problem(FieldFault.WHY_TOO_LONG, "y" * 1001)),
    ],
)
def test_what_is_wrong_is_told_with_its_text(text: str, problem: Problem) -> None:
    """Nothing is dropped in silence: every fault comes with the words that have it."""
    assert _read(text).problems == (problem,)


def test_all_problems_are_told_at_once() -> None:
    """One answer names every fault."""
    addition = _read("@x +47 1 last: sometime")
    assert [each.fault for each in addition.problems] == [
        FieldFault.LAST_UNKNOWN,
        FieldFault.USERNAME_INVALID,
        FieldFault.PHONE_INVALID,
        FieldFault.NAME_MISSING,
    ]


def test_a_long_name_and_why_are_cut() -> None:
    """A cut field keeps its beginning."""
    assert _read("N" * 65).name == "N" * 64
    assert _read("Kari why: " + "y" * 2000).why == "y" * WHY_LIMIT


def test_a_last_contact_ahead_is_wrong_and_an_ambiguous_one_asks() -> None:
    """The caller sees which of the two it was."""
    assert _read("Kari last: tomorrow").last == Wrong()
    assert not isinstance(_read("Kari last: last tuesday").last, Two)


def test_a_national_number_needs_a_country() -> None:
    """Without a country a number without a plus is told, not guessed."""
    assert _read("Kari 412 34 567").phone == PHONE
    addition = _read("Kari 412 34 567", None)
    assert addition.phone is None
    assert addition.problems == (Problem(FieldFault.PHONE_INVALID, "412 34 567"),)


@pytest.mark.parametrize("text", ["Kari 24.12.2026", "Kari 2026-12-24", "Kari 24/12/2026"])
def test_a_date_is_no_phone_number(text: str) -> None:
    """Figures of a date are not dialled."""
    assert _read(text).phone is None

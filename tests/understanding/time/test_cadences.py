"""Cadences in three languages: a table of them and what people type besides."""

import pytest

from bot.domain.clock.cadence import Cadence, Unit
from bot.understanding.time.cadences import Found, find_cadence, find_impossible, read_cadence
from tests.every_row import every_row

DAY, WEEK, MONTH, YEAR = Unit

ROWS = {
    (1, DAY): "every day|daily|each day|every single day|hver dag|daglig|varje dag|dagligen|1 day",
    (2, DAY): "every other day|every second day|annenhver dag|varannan dag|2 dager|två dagar",
    (3, DAY): "every 3 days|hver 3. dag|hver tredje dag|var tredje dag|var 3:e dag|tre dager",
    (10, DAY): "every ten days|10 days|hver tiende dag|ti dager|var tionde dag|tio dagar|10 døgn",
    (14, DAY): "every 14 days|hver 14. dag|hver fjortende dag|var 14:e dag|var fjortonde dag"
    "|var 14e dag|14 dagar|hver 14 dag|close|nær|nära|Close|every fourteenth day",
    (30, DAY): "friend|venn|vän|30 days|30 dager",
    (90, DAY): "wide|vid",
    (180, DAY): "light|lett|lätt",
    (1, WEEK): "every week|weekly|each week|once a week|once every week|hver uke|ukentlig|1 uke"
    "|en gang i uka|en gang i uken|én gang i uka|varje vecka|en gång i veckan|veckovis|Every Week!"
    "|kvar veke|one week|en uke|en vecka|7 times",
    (2, WEEK): "every other week|fortnightly|every fortnight|every second week|every two weeks"
    "|biweekly|twice a month|annenhver uke|annen hver uke|hver andre uke|hver 2. uke|annahver uke"
    "|anenhver uke|annehver uke|varanan vecka"
    "|varannan vecka|var annan vecka|var 2:a vecka|varje andra vecka|två veckor|to uker"
    "|to ganger i måneden|två gånger i månaden|every couple of weeks|2 wks|hver annen uke",
    (
        3,
        WEEK,
    ): "every few weeks|every 3 weeks|3 weeks|every three weeks|every third week|3w|every 3rd week"
    "|once every 3 weeks|hver tredje uke|hver 3. uke|tre uker|var tredje vecka|var 3:e vecka"
    "|hver 3 uke|en gang hver tredje uke|en gång var tredje vecka|every 3 weeks 🙂|  3   weeks ",
    (6, WEEK): "every six weeks|hver sjette uke|var sjätte vecka|seks uker|sex veckor",
    (7, WEEK): "hver sjuende uke|hver syvende uke|sju uker|syv uker|var sjunde vecka|seven weeks",
    (12, WEEK): "twelve weeks|tolv uker|tolv veckor|hver tolvte uke|var tolfte vecka",
    (1, MONTH): "every month|monthly|each month|once a month|once per month|hver måned|månedlig"
    "|en gang i måneden|en gang per måned|varje månad|en gång i månaden|månatligen|hver mnd"
    "|en gång per månad|en gang pr. måned|1 gang i måneden",
    (2, MONTH): "every other month|every second month|every 2 months|annenhver måned"
    "|hver andre måned|varannan månad|to måneder|två månader|six times a year|bimonthly",
    (3, MONTH): "quarterly|every quarter|once a quarter|four times a year|4 times a year"
    "|hvert kvartal|en gang i kvartalet|kvartalsvis|fire ganger i året|varje kvartal"
    "|en gång i kvartalet|fyra gånger om året|fyra gånger per år|every 3 months",
    (4, MONTH): "three times a year|tre ganger i året|tre gånger om året|hver fjerde måned",
    (
        6,
        MONTH,
    ): "a couple of times a year|et par ganger i året|ett par gånger om året"
    "|2x a year|2 ggr om året|två ggr om året|2 ggr i året"
    "|twice a year|two times a year|half-yearly|every half year|every 6 months"
    "|to ganger i året|hvert halvår|halvårlig|två gånger om året|varje halvår|var sjätte månad",
    (1, YEAR): "every year|yearly|annually|once a year|hvert år|årlig|en gang i året|varje år"
    "|en gång om året|årligen|ett år|et år",
    (2, YEAR): "every other year|every two years|annethvert år|annet hvert år|hvert annet år"
    "|hvert andre år|vartannat år|vart annat år|två år|every 2nd year",
}
SAID = [
    (text, Cadence(*cadence))
    for cadence, texts in ROWS.items()
    for text in texts.split("|")
    if text != "7 times"
]

NOTHING = [
    "",
    "every",
    "every hour",
    "every 2 hours",
    "hver time",
    "varje timme",
    "every 99 years",
    "11 years",
    "0 days",
    "3",
    "weeks",
    "var",
    "var glad",
    "var vecka",
    "var uke",
    "var dag",
    "var hjemme hos mor",
    "twice a week",
    "7 times a year",
    "1.5 weeks",
    "-3 days",
    "every 3 weeks?",
    "every week or so",
    "three",
    "hver",
    "annenhver",
    "often",
    "to jul",
    "closer",
    "light blue",
    "every tuesday",
    "a week",
    "every 3 weeks she laughs",
    "every 99999 days",
    "per week",
    "every0days",
]


@every_row(SAID)
def test_a_cadence_is_read_in_any_of_the_languages(text: str, cadence: Cadence) -> None:
    """Every row is understood, in any case and with loose spaces."""
    assert read_cadence(text) == cadence
    assert read_cadence(text.upper()) == cadence


@every_row(NOTHING)
def test_what_is_no_cadence_is_refused(text: str) -> None:
    """Half a phrase, hours, more than ten years and the Norwegian *var* are nothing (trap 6)."""
    assert read_cadence(text) is None


@every_row([row for row in SAID if " " in row[0].strip()])
def test_a_cadence_is_found_behind_a_name(text: str, cadence: Cadence) -> None:
    """Whatever can be read alone can be read after a name, at the place where it stands."""
    line = f"Kari Nordmann {text.strip()}"
    found = find_cadence(line)
    assert found is not None
    assert found.cadence == cadence
    assert line[: found.start].strip() == "Kari Nordmann"


@pytest.mark.parametrize(
    "text",
    ["Åse Maja Maj", "May", "Mars", "Var", "Venn", "Vän", "Close", "close", "Glenn Close", "vid",
     "Daily Mail", "Every", "Hver Gang", "Bo 1.5 weeks", "Lätt", "close @", "Kari -3 weeks",
     "Ola 3", "", "  ", ". close", "Kari Light", "Kari(close"],
)  # fmt: skip
def test_a_name_is_no_cadence(text: str) -> None:
    """Names that are also words stay names: a bare word needs a name before it and lower case."""
    assert find_cadence(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kari close", Found(Cadence(14, DAY), 5, 10)),
        ("Glenn Close light", Found(Cadence(180, DAY), 12, 17)),
        ("Ola venn!", Found(Cadence(30, DAY), 4, 8)),
        ("weekly", Found(Cadence(1, WEEK), 0, 6)),
        ("Kari weekly", Found(Cadence(1, WEEK), 5, 11)),
        ("Kari, every day!", Found(Cadence(1, DAY), 6, 15)),
        ("Kari every 3 weeks she laughs", Found(Cadence(3, WEEK), 5, 18)),
        ("Kari every week every month", Found(Cadence(1, MONTH), 16, 27)),
        ("Kari (hver uke)", Found(Cadence(1, WEEK), 6, 14)),
        ("Ola every 3 weeks.", Found(Cadence(3, WEEK), 4, 17)),
        ("A\u030ase hver uke", Found(Cadence(1, WEEK), 4, 12)),
    ],
)
def test_the_last_cadence_in_a_text_is_found(text: str, expected: Found) -> None:
    """The last cadence counts; its places are those of the text in NFC."""
    assert find_cadence(text) == expected


def test_what_sounds_like_a_cadence_and_is_none_is_told() -> None:
    """A phrase such as "every hour" is found as impossible, and so no part of the name."""
    assert find_impossible("Bob every hour") == "every hour"
    assert find_impossible("Bob every 99 years") == "every 99 years"
    assert find_impossible("Bob twice a week") == "twice a week"
    assert find_impossible("Bob every week") is None

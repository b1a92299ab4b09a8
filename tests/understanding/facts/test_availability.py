"""When a hello suits somebody, as people type it in three languages."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.buttons.packing import DATA_LIMIT, pack
from bot.conversation.buttons.person_buttons import SetHome, SetPreset, SetTie
from bot.conversation.texts import Texts
from bot.domain.clock.hours import Hours
from bot.domain.clock.wall_time import common_zones
from bot.domain.records.contact_times import (
    WAKING,
    AnyTime,
    HoursTold,
    Preset,
    PresetTold,
    Tie,
    TieTold,
    TimesTold,
    day_off,
)
from bot.languages import Language
from bot.understanding.facts.availability import is_here, read_availability
from tests.every_row import every_row

WEEKDAYS, WEEKENDS = (0, 1, 2, 3, 4), (5, 6)
EVENING = Hours(time(18), time(21))

ROWS: dict[TimesTold, list[str]] = {
    HoursTold(WEEKDAYS, only=EVENING): [
        *("weekdays after 18", "after 18 on weekdays", "on weekdays after 6pm", "Weekdays 18-21"),
        *("Monday to Friday after 18", "mon-fri 18\u201321", "weekdays from 18"),
        "weekdays: after 18:00",
        *("hverdager etter 18", "etter kl. 18 på hverdager", "hverdager fra 18"),
        "man til fre 18-21",
        *("på hverdager bare etter klokka 18", "hverdager mellom 18 og 21", "ukedager etter 18.00"),
        *("vardagar efter 18", "efter kl 18 på vardagar", "vardagar mellan 18 och 21"),
        *("måndag till fredag efter 18", "på vardagar bara efter klockan 18", "Vardagar: 18-21"),
    ],
    HoursTold(not_before=time(10)): [
        *("not before 10", "Not before 10.", "never before 10:00", "no earlier than 10am"),
        *("ikke før 10", "ikke før kl. 10", "aldri før klokka 10", "ikke tidligere enn 10.00"),
        *("tidligst 10", "inte före 10", "inte innan kl 10", "aldrig före 10", "tidigast 10:00"),
    ],
    HoursTold(not_after=time(20, 30)): [
        *("not after 20:30", "no later than 8:30pm", "never after 20.30", "ikke etter 20:30"),
        *("ikke senere enn 20.30", "senest 20:30", "inte efter 20:30", "inte senare än kl 20.30"),
    ],
    HoursTold(WEEKDAYS, busy=Hours(time(16), time(18))): [
        *("weekdays not between 16 and 18", "not 16-18 on weekdays", "weekdays busy 16-18"),
        *("hverdager ikke mellom 16 og 18", "ikke fra 16 til 18 på hverdager"),
        *("vardagar inte mellan 16 och 18", "inte 16-18 på vardagar"),
    ],
    HoursTold(only=EVENING): [
        *("after 18", "only after 18", "from 18", "18-21", "between 18 and 21", "from 18 to 21"),
        *("etter 18", "bare etter 18", "kun mellom 18 og 21", "fra 18 til 21", "efter 18, tack"),
        *("bara efter 18", "endast mellan 18 och 21", "från 18 till 21", "after 18 only, thanks"),
    ],
    HoursTold(only=Hours(time(8), time(12))): [
        *("before 12", "until 12", "før 12", "bare før kl 12", "fram til 12"),
        *("före 12", "innan 12"),
    ],
    HoursTold(only=Hours(time(22), time())): ["after 22", "etter 22", "efter kl. 22", "after 10pm"],
    HoursTold(WEEKENDS, not_before=time(11)): [
        *("weekends not before 11", "not before 11 at the weekend", "i helga ikke før 11"),
        *("helger ikke før 11", "på helger inte före 11", "inte före 11 på helgen"),
        *("Saturdays and Sundays not before 11", "lørdager og søndager ikke før 11"),
    ],
    day_off(5): [
        *("Saturdays off", "saturday off", "not on Saturdays", "not saturdays"),
        "never on saturdays",
        *("lørdager fri", "ikke lørdager", "ikke på lørdager", "lørdag aldri", "aldri på lørdag"),
        *("lördagar ledigt", "inte lördagar", "inte på lördagar", "lördagar aldrig", "lør aldri"),
        "Saturdays: not at all",
    ],
    HoursTold(WEEKENDS, only=WAKING): [
        *("weekends any time", "any time at weekends", "helger når som helst"),
        "helgen när som helst",
    ],
    AnyTime(): [
        *("any time", "Anytime", "always", "alltid", "når som helst", "när som helst", "clear"),
    ],
    PresetTold(Preset.AT_WORK): ["at work", "At work.", "på jobb", "på jobben", "på jobbet"],
    PresetTold(Preset.FAMILY_RUSH): ["family rush", "ettermiddagsrushet", "eftermiddagsruschen"],
    PresetTold(Preset.AFTER_DINNER): ["after-dinner rest", "middagshvil", "middagsvila"],
    PresetTold(Preset.BEDTIME): ["bedtime", "leggetid", "leggetida", "läggdags", "nattning"],
    PresetTold(Preset.NIGHT): ["night", "at night", "natt", "om natta", "natten"],
    PresetTold(Preset.AT_WORK, on=False): [
        *("not at work", "at work clear", "ikke på jobb", "på jobben alltid", "inte på jobbet"),
    ],
    PresetTold(Preset.NIGHT, on=False): ["not night", "clear night", "ikke natt", "inte natt"],
    TieTold(Tie.WORK): ["work", "from work", "colleague", "jobb", "fra jobben", "från jobbet"],
    TieTold(Tie.FAMILY): ["family", "familie", "familj", "slekt", "släkt"],
    TieTold(Tie.WORK, on=False): ["not work", "ikke jobb", "inte jobbet"],
}  # fmt: skip
TABLE = [(typed, told) for told, phrases in ROWS.items() for typed in phrases]


@every_row(TABLE)
def test_what_suits_is_read(typed: str, told: TimesTold) -> None:
    """Promise: days, hours, habits and ties, in any of the languages and either spelling."""
    assert read_availability(typed) == (told,)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "weekdays after 18, not saturdays",
            (HoursTold(WEEKDAYS, only=EVENING), day_off(5)),
        ),
        (
            "på jobb og leggetid, ikke før 10",
            (
                PresetTold(Preset.AT_WORK),
                PresetTold(Preset.BEDTIME),
                HoursTold(not_before=time(10)),
            ),
        ),
        ("inte före 10 och inte efter 20", (HoursTold(not_before=time(10)),
                                            HoursTold(not_after=time(20)))),
        ("mandag, onsdag og fredag fri", (day_off(0, 2, 4),)),
        (
            "after 18 on weekdays, Saturdays and Sundays not before 11",
            (HoursTold(WEEKDAYS, only=EVENING), HoursTold(WEEKENDS, not_before=time(11))),
        ),
        ("not on Mondays and Tuesdays", (day_off(0, 1),)),
        ("friday to monday off", (day_off(0, 4, 5, 6),)),
    ],
)  # fmt: skip
def test_several_things_are_told_at_once(typed: str, told: tuple[TimesTold, ...]) -> None:
    """Promise: one after the other, with commas or *and* between; and lists of days."""
    assert read_availability(typed) == told


@pytest.mark.parametrize(
    "typed",
    [
        *("", "tomorrow", "i morgen", "after dinner", "etter middag", "efter middagen", "done"),
        *("after 6", "etter 6", "efter 6", "between 4 and 6", "half past six", "halv sju"),
        *("18", "not", "saturdays", "weekdays after", "not before", "between 18 and 18", "not 18"),
        *("at work every 3 weeks", "after 25", "not before 10 she sleeps", "blue moon", "x" * 400),
        *("not before 10, " * 40, "weekdays after 18 and", "saturday," * 30),
    ],
)
def test_anything_else_is_no_hours(typed: str) -> None:
    """Promise: never guessed: a bare 6 may be morning or evening, and half of it is nothing."""
    assert read_availability(typed) is None


@pytest.mark.parametrize("language", Language)
def test_what_a_button_says_may_be_typed(language: Language) -> None:
    """Promise: every label of a habit, of a tie and of *any time* is understood as it stands."""
    texts = Texts(language)
    for preset in Preset:
        assert read_availability(texts.label(f"preset.{preset}")) == (PresetTold(preset),)
    for tie in Tie:
        assert read_availability(texts.label(f"tie.{tie}")) == (TieTold(tie),)
    assert read_availability(texts.label("button.any-time")) == (AnyTime(),)
    assert is_here(texts.label("button.same-zone"))


def test_buttons_fit_whatever_the_zone() -> None:
    """Promise: callback data stays within what Telegram carries."""
    longest = max(common_zones(), key=len)
    for button in (
        SetHome(10**13, longest),
        *(SetPreset(10**13, one, 1) for one in Preset),
        *(SetTie(10**13, one, 1) for one in Tie),
    ):
        assert len(pack(button)) <= DATA_LIMIT


@pytest.mark.parametrize(
    ("typed", "here"),
    [("same as mine", True), ("Samme som meg.", True), ("som jag", True), ("same city", False)],
)
def test_where_the_user_is_can_be_said(typed: str, here: bool) -> None:  # noqa: FBT001 - a table
    """Promise: "same as me" in any of the languages, and nothing more."""
    assert is_here(typed) is here


@given(st.lists(st.sampled_from([typed for typed, _ in TABLE]), min_size=1, max_size=6))
def test_what_is_read_alone_is_read_in_a_row(typed: list[str]) -> None:
    """Promise: joined with semicolons, each says what it says alone."""
    plain = [one.rstrip(".").removesuffix(", thanks").removesuffix(", tack") for one in typed]
    told = read_availability("; ".join(plain))
    assert told == tuple(one for each in plain for one in read_availability(each) or ())


@given(st.text(max_size=80))
def test_any_text_is_read_or_not(typed: str) -> None:
    """Promise: nothing raises."""
    read_availability(typed)
    is_here(typed)

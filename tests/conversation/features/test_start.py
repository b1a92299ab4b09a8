"""The first minute: the language, how keeping in touch feels, the time of day, the first person."""

import pytest

from bot.conversation.conversation import Conversation, Defaults
from bot.domain.records.dose import Ease
from bot.languages import Language
from tests.conversation.room import LANGUAGES, Room, settled
from tests.every_row import every_row
from tests.phrase_tables import lists, phrases

ZONES = [*lists("places", "zone"), ("\u202eOslo\x00", "Europe/Oslo")]
ANSWERS = {"yes": None, "no": ""}
AGREED = [(typed, ANSWERS[said]) for typed, said in lists("settings", "agreed")]
EASES = [(typed, Ease[said.upper()]) for typed, said in lists("settings", "ease")]


@pytest.mark.parametrize(
    ("code", "language", "zone"),
    [
        ("nb", Language.NB, "Europe/Oslo"),
        ("nb-NO", Language.NB, "Europe/Oslo"),
        ("no", Language.NB, "Europe/Oslo"),
        ("nn-NO", Language.NB, "Europe/Oslo"),
        ("sv", Language.SV, "Europe/Stockholm"),
        ("sv-FI", Language.SV, "Europe/Stockholm"),
        ("en-GB", Language.EN, "UTC"),
        ("de", Language.EN, "UTC"),
        ("pt_BR", Language.EN, "UTC"),
    ],
)
def test_language_and_place_are_guessed_from_the_code_with_any_region(
    code: str, language: Language, zone: str
) -> None:
    """Promise: nb, no and nn speak Bokmål, sv Swedish, everything else English."""
    room = Room(code)
    room.say("/start")
    assert room.book.profile.language is language
    assert room.book.profile.zone == zone


def test_without_a_code_the_configuration_decides() -> None:
    """Promise: who hides their language meets the one configured, in the configured zone."""
    room = Room(None, conversation=Conversation(Defaults(Language.SV, "Europe/Helsinki")))
    assert "Hej Ann!" in room.say("/start")
    room = Room("en", conversation=Conversation(Defaults(Language.SV, "Europe/London")))
    room.say("/start")
    assert room.book.profile.zone == "Europe/London"


@pytest.mark.parametrize("code", LANGUAGES)
def test_start_greets_by_name_and_asks_one_question(code: str) -> None:
    """Promise: one warm sentence, then how keeping in touch feels, with three buttons."""
    room = Room(code)
    answer = room.say("/start")
    assert "Ann" in answer
    assert answer.endswith(room.sentence("ease.question"))
    assert room.last.labels == [room.label(f"ease.{e}") for e in ("EASY", "BETWEEN", "COSTS")]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("ease", "a_week"), [("EASY", 3), ("BETWEEN", 2), ("COSTS", 1)])
def test_the_answer_sets_the_dose_and_says_so(code: str, ease: str, a_week: int) -> None:
    """Promise: easy means 3 a week, in between 2, costly 1; the choice stays readable."""
    room = Room(code)
    room.say("/start")
    answer = room.tap(f"ease.{ease}")
    assert room.book.dose.ease is Ease[ease]
    assert room.label(f"ease.{ease}") in room.heard[0].text
    assert room.heard[0].labels == []
    assert str(a_week) in answer or a_week == 1
    assert room.sentence("zone.question", time=room.wall) in answer


@pytest.mark.parametrize("code", LANGUAGES)
def test_yes_to_the_time_leads_to_the_first_person(code: str) -> None:
    """Promise: then the user reads how the first person is added; copying the example works."""
    room = settled(code)
    assert "/add" in room.last.text
    example = next(line for line in room.last.text.splitlines() if line.startswith("/add"))
    room.say(example)
    assert len(room.book.contacts) == 1
    (contact,) = room.book.contacts.values()
    assert contact.cadence.approximate_days == 21
    assert contact.why


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_offers_the_time_elsewhere(code: str) -> None:
    """Promise: buttons with other times; one tap sets the zone and goes on."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.BETWEEN")
    here = f"{room.wall:%H:%M}"
    room.tap("button.no")
    assert room.last.labels
    assert all(not label.startswith(here) for label in room.last.labels)
    chosen = room.last.labels[-1]
    room.press(chosen)
    assert f"{room.wall:%H:%M}" == chosen[:5]
    assert "/add" in room.answer


@every_row(LANGUAGES, ZONES)
def test_a_typed_city_or_country_is_understood_in_any_language(
    code: str, typed: str, zone: str
) -> None:
    """Promise: a zone city or country name in any of the three languages."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.BETWEEN")
    room.tap("button.no")
    answer = room.say(typed)
    assert room.book.profile.zone == zone
    assert f"{room.wall:%H:%M}" in answer
    assert "/add" in answer


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_unknown_place_is_asked_back_and_the_question_stays(code: str) -> None:
    """Promise: nothing is guessed; the next try counts."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.BETWEEN")
    room.tap("button.no")
    before = room.book.profile.zone
    assert "<b>&" in room.say("Blåfjell <b>&")
    assert room.book.profile.zone == before
    room.say("Tokyo")
    assert room.book.profile.zone == "Asia/Tokyo"


@pytest.mark.parametrize("code", LANGUAGES)
def test_any_first_word_starts_the_conversation(code: str) -> None:
    """Promise: who says hello before /start is greeted, not corrected."""
    room = Room(code)
    answer = room.say("hei")
    assert room.sentence("ease.question") in answer


def test_coming_back_resets_nothing() -> None:
    """Promise: /start later keeps people, dose, zone and language, and says that all is there."""
    room = settled("sv", "Karin var tredje vecka")
    before = room.book
    room.code = "en"
    assert room.say("/start") == room.sentence("start.again")
    assert room.book.profile == before.profile
    assert room.book.dose == before.dose
    assert room.book.contacts == before.contacts


def test_a_half_finished_start_is_asked_again() -> None:
    """Promise: /start before any answer asks the same question once more."""
    room = Room("nb")
    room.say("/start")
    room.wait(days=1)
    answer = room.say("/start")
    assert room.sentence("ease.question") in answer


def test_the_first_question_may_be_put_off() -> None:
    """Promise: who adds somebody straight away keeps them; /start asks what is still open."""
    room = Room("en")
    room.say("/add Kari")
    room.say("/start")
    room.tap("ease.EASY")
    assert list(room.book.names().values()) == ["Kari"]
    assert room.say("/start") == room.sentence("start.again")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "zone"), [*AGREED, ("Tokyo", "Asia/Tokyo")])
def test_the_time_question_takes_typed_words(code: str, typed: str, zone: str | None) -> None:
    """Promise: yes and no in any language, or at once the city; typing is as good as a tap."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.BETWEEN")
    guessed = room.book.profile.zone
    answer = room.say(typed)
    assert room.book.profile.zone == (zone or guessed)
    assert ("/add" in answer) == (zone != "")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("country", phrases("places", "wide"))
def test_a_country_of_many_zones_offers_each_time_once(code: str, country: str) -> None:
    """Promise: few enough to read, and the cities people know are among them."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.BETWEEN")
    room.tap("button.no")
    assert room.say(country) == room.sentence("zone.several")
    assert 2 <= len(room.last.labels) <= 12
    assert len(set(room.last.labels)) == len(room.last.labels)
    known = {"USA": "Los Angeles", "Canada": "Vancouver", "Australia": "Perth"}.get(country, "")
    assert any(known in label for label in room.last.labels)
    room.press(room.last.labels[-1])
    assert "/add" in room.answer


def test_a_country_with_one_time_is_taken_at_once() -> None:
    """Promise: nobody is asked to choose between two zones that show the same time."""
    room = Room("en")
    room.say("/start")
    room.tap("ease.BETWEEN")
    room.tap("button.no")
    assert room.say("Germany").startswith("It\u2019s 10:30 in Germany.")


@pytest.mark.parametrize(
    ("code", "typed", "answer"),
    [
        ("en", "tromso", "It\u2019s 10:30 in Tromsø."),
        ("nb", "tromso", "Klokka er 10:30 i Tromsø."),
        ("sv", "goteborg", "Klockan är 10:30 i Göteborg."),
        ("nb", "på island", "Klokka er 09:30 på Island."),
        ("en", "london, uk", "It\u2019s 09:30 in London, UK."),
    ],
)
def test_the_answer_names_the_place_that_was_typed(code: str, typed: str, answer: str) -> None:
    """Promise: nobody who wrote Tromsø reads Oslo; what is kept is the zone."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.BETWEEN")
    room.tap("button.no")
    assert room.say(typed).startswith(answer)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_country_may_be_typed_until_one_is_known(code: str) -> None:
    """Promise: after several zones the question is still open for a city."""
    room = Room(code)
    room.say("/start")
    room.tap("ease.BETWEEN")
    room.tap("button.no")
    room.say("USA")
    room.say("Chicago")
    assert room.book.profile.zone == "America/Chicago"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("typed", "ease"), EASES)
def test_the_first_question_takes_typed_words(code: str, typed: str, ease: Ease) -> None:
    """Promise: the words of a button are as good as the button, in any language."""
    room = Room(code)
    room.say("/start")
    assert room.sentence("zone.question", time=room.wall) in room.say(typed)
    assert room.book.dose.ease is ease


def test_a_press_before_any_word_stores_nothing() -> None:
    """Promise: an old button after everything was forgotten begins no new book."""
    room = settled("en", "Kari")
    room.say("/hi Kari")
    room.say("/forget everything")
    room.tap("button.forget-all")
    room.tap("button.done", room.nudge)
    assert room.book.profile.started_at is None
    assert room.book.contacts == {}
    answer = room.say("hello")
    assert room.sentence("ease.question") in answer


def test_a_name_with_direction_marks_does_not_turn_the_greeting() -> None:
    """Issue: right-to-left marks never break a message, in the user's own name neither."""
    room = Room("en", name="\u202eRobin\u200f")
    assert room.say("/start").startswith("Hello Robin!")


@pytest.mark.parametrize(("typed", "ease"), EASES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_end_of_what_a_button_says_is_enough(code: str, typed: str, ease: Ease) -> None:
    """Promise: nobody has to copy a button's words to be understood."""
    room = Room(code)
    room.say("/start")
    room.say(typed)
    assert room.book.dose.ease is ease
    assert room.book.dose.chosen


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["banana", "it", "det", "?"])
def test_an_answer_that_is_not_understood_is_said_to_be_so(code: str, typed: str) -> None:
    """Promise: the same question never comes again without a word about why."""
    room = Room(code)
    room.say("/start")
    answer = room.say(typed)
    assert answer.startswith(room.sentence("ease.unknown"))
    assert answer.endswith(room.sentence("ease.question"))
    assert not room.book.dose.chosen

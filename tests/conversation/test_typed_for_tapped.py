"""Where buttons are offered, typing what they say is understood as well."""

import pytest

from bot.domain.records.contact import Standing
from tests.conversation.room import LANGUAGES, nudged, settled
from tests.phrase_tables import in_own_language


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("command", ["/person", "/note", "/letgo", "done", "/person Kari"])
def test_a_typed_name_answers_the_question_who_is_meant(code: str, command: str) -> None:
    """Promise: "Who is it about?" takes a typed name, also of somebody without a button."""
    people = ("Kari Nordmann", "Kari Berg", *(f"A{n:02}" for n in range(20)), "Øyvind")
    room = settled(code, *people)
    room.say(command)
    assert "Øyvind" not in room.last.labels
    if command != "/person Kari":
        assert room.answer == room.sentence("who.whom-many")
    assert "Øyvind" in room.say("oyvind")


def test_a_typed_name_that_fits_two_is_asked_about_again() -> None:
    """docs/semantics.md, 7: two that fit are asked about, and a longer name settles it."""
    room = settled("en", "Kari Nordmann", "Kari Berg")
    room.say("/note")
    assert room.say("Kari").startswith("Which Kari?")
    assert room.say("Kari Berg") == room.sentence("notes.ask", name="Kari Berg")
    assert room.say("new dog") == room.sentence("notes.added", name="Kari Berg", note="new dog")


def test_a_name_like_a_command_word_is_a_name_where_a_name_was_asked_for() -> None:
    """Promise: somebody called Klar can be chosen by typing, and *done* is still an answer."""
    room = settled("en", "Klar", "Ola")
    room.say("/letgo")
    room.say("klar")
    assert room.contact("Klar").standing is Standing.LET_GO
    room.say("/person")
    assert room.say("done") == room.sentence("who.whom")


def test_an_unknown_name_is_said_to_be_unknown_and_the_question_stays() -> None:
    """Promise: never silence, never a guess; the buttons still work."""
    room = settled("en", "Kari")
    room.say("/person")
    asked = room.last
    assert room.say("Nils") == room.sentence("who.unknown", name="Nils")
    assert room.say("what a lovely day it is") == room.sentence("kind.none")
    assert room.press("Kari", asked).startswith("Kari")


@pytest.mark.parametrize(
    ("code", "typed"),
    [("en", "10 March"), ("en", "Tuesday 10 March"), ("nb", "10. mars"), ("sv", "10 mars")],
)
def test_a_typed_day_answers_which_day_was_meant(code: str, typed: str) -> None:
    """The question between two dates takes the date as words too."""
    room = settled(code, "Kari every year last: yesterday")
    room.say("/snooze Kari next tuesday")
    day = room.texts_day(3, 10)
    assert day in room.say(typed)
    assert not room.is_asked()


@pytest.mark.parametrize(("code", "typed", "ago"), in_own_language("additions", "last_talked"))
def test_a_typed_time_answers_when_they_last_talked(code: str, typed: str, ago: str) -> None:
    """docs/semantics.md, 1: when they last talked is asked; a typed answer is no snooze."""
    room = settled(code)
    room.say("/add Kari")
    answer = room.say(typed)
    assert answer.startswith(room.sentence("add.last-noted"))
    assert ago in answer
    assert not room.is_asked()
    room.say("/undo")
    assert room.sentence("card.last-unknown") in room.say("/person Kari")


def test_not_knowing_when_can_be_typed() -> None:
    """Promise: "don't know" is an answer too."""
    room = settled("en")
    room.say("/add Kari")
    assert room.say("don't know").startswith(room.sentence("add.last-unknown"))


def test_other_words_after_adding_are_not_taken_for_a_time() -> None:
    """Promise: the open question never swallows an answer to a nudge or a greeting."""
    room = nudged("en")
    room.say("/add Ola")
    assert room.say("thanks!") == room.sentence("kind.thanks")
    assert room.say("tuesday", room.nudge).startswith(
        "Fine. I\u2019ll bring Kari up again tomorrow"
    )
    assert room.say("done").startswith("Who is it about?")


@pytest.mark.parametrize("code", LANGUAGES)
def test_yes_and_no_answer_whether_to_add_a_namesake(code: str) -> None:
    """Promise: nobody called "no" is ever added."""
    yes, no = {"en": ("yes", "no"), "nb": ("ja", "nei"), "sv": ("ja", "nej")}[code]
    room = settled(code, "Kari")
    room.say("/add Kari")
    assert room.say(no) == room.sentence("cancel.unchanged")
    room.say("/add")
    assert room.say(no) == room.sentence("cancel.unchanged")
    room.say("/add Kari weekly")
    room.say(yes)
    room.say("/add Kari daily")
    room.say(room.label("button.add-another"))
    assert list(room.book.names().values()) == ["Kari"] * 3


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["undo", "Angre!", "ångra"])
def test_undo_may_be_typed_without_its_stroke(code: str, typed: str) -> None:
    """Promise: what the button says, in any language, takes the last change back."""
    room = settled(code, "Kari")
    assert room.say(typed) == room.sentence("undo.added", name="Kari")
    assert not room.book.contacts


def test_undo_where_a_person_was_asked_for_is_no_name() -> None:
    """Promise: changing one's mind is understood in the middle of a question too."""
    room = settled("en", "Kari", "Ola")
    room.say("/snooze")
    assert room.say("undo") == room.sentence("undo.added", name="Ola")


def test_undo_where_words_were_asked_for_is_what_is_noted() -> None:
    """Promise: a note may be any words."""
    room = settled("en", "Kari")
    room.say("/note Kari")
    assert room.say("undo") == room.sentence("notes.added", name="Kari", note="undo")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("typed", ["another", "Nytt forslag", "nytt förslag."])
def test_another_draft_may_be_typed(code: str, typed: str) -> None:
    """Promise: the nudge shows another draft in its own place, by its button's words."""
    room = nudged(code)
    before = room.nudge.text
    room.say(typed)
    assert room.last.id == room.nudge.id
    assert room.nudge.text != before
    assert room.is_nudged()


def test_another_draft_of_nothing_is_not_understood() -> None:
    """Promise: without a nudge the words mean nothing, and that is said."""
    room = settled("en", "Kari")
    assert room.say("another") == room.sentence("unknown.text-hi")

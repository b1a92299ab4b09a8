"""Language, place, quiet hours and dose: one tap or one typed word each."""
# ruff: noqa: RUF001 - hours are shown with an en dash

import pytest

from bot.conversation.conversation import Conversation, Defaults
from bot.domain.clock.hours import NEVER
from bot.languages import Language
from tests.conversation.room import KARI, LANGUAGES, Room, settled
from tests.every_row import every_row
from tests.phrase_meanings import hours as hours_of
from tests.phrase_tables import lists


@pytest.mark.parametrize("code", LANGUAGES)
def test_settings_show_the_stored_values(code: str) -> None:
    """Promise: the stored default is the shown default."""
    room = settled(code)
    shown = room.say("/settings")
    assert str(room.book.profile.quiet) in shown
    assert "21:00–08:00" in shown
    assert f"{room.wall:%H:%M}" in shown
    assert "3" in shown
    assert len(room.last.labels) == 5


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("own_name", "language"),
    [("English", Language.EN), ("Norsk bokmål", Language.NB), ("Svenska", Language.SV)],
)
def test_another_language_holds_from_that_message_on(
    code: str, own_name: str, language: Language
) -> None:
    """Promise: each language stands in its own name; the settings answer in it at once."""
    room = settled(code)
    room.say("/settings")
    room.tap("setting.LANGUAGE")
    room.press(own_name)
    assert room.book.profile.language is language
    assert room.answer.startswith(room.sentence("settings.title"))


@every_row(LANGUAGES, ((typed, str(hours_of(said))) for typed, said in lists("settings", "quiet")))
def test_quiet_hours_are_typed(code: str, typed: str, hours: str) -> None:
    """Promise: as people write them, across midnight or not; shown back."""
    room = settled(code)
    room.say("/settings")
    room.tap("setting.QUIET")
    assert "banana & <b>" in room.say("banana & <b>")
    assert hours in room.say(typed)
    assert str(room.book.profile.quiet) == hours


@pytest.mark.parametrize("code", LANGUAGES)
def test_quiet_hours_are_tapped_and_none_is_a_choice(code: str) -> None:
    """Promise: the usual ones as buttons; *None* is stored and shown as such."""
    room = settled(code)
    room.say("/settings")
    room.tap("setting.QUIET")
    room.press("22:00–07:00")
    assert "22:00–07:00" in room.answer
    room.tap("setting.QUIET")
    assert room.label("quiet.none") in room.tap("quiet.none")
    assert room.book.profile.quiet == NEVER


def test_no_nudge_comes_in_quiet_hours() -> None:
    """Promise: also when they cover the usual hours; then the first waking hour is good."""
    room = settled("nb", KARI)
    room.say("/settings")
    room.tap("setting.QUIET")
    room.say("07:00-22:00")
    came = room.wait(days=1)
    assert len(came) == 1
    sent = room.book.open_nudge
    assert sent
    assert sent.sent_at
    assert sent.sent_at.hour in {21, 22, 23, 0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_place_is_changed_and_back_leads_back(code: str) -> None:
    """Promise: buttons or a typed city; *Back* ends the question."""
    room = settled(code)
    room.say("/settings")
    settings = room.last
    room.tap("setting.PLACE")
    room.tap("button.back")
    assert settings.text.startswith(room.sentence("settings.title"))
    assert room.book.open_question is None
    room.tap("setting.PLACE")
    room.say("tokyo")
    assert room.book.profile.zone == "Asia/Tokyo"
    assert "/add" not in room.answer


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_dose_is_changed(code: str) -> None:
    """Promise: the same three answers as at the start."""
    room = settled(code)
    room.say("/settings")
    room.tap("setting.EASE")
    room.tap("button.back")
    room.tap("setting.EASE")
    room.tap("ease.COSTS")
    assert room.book.dose.ease == 1
    assert room.sentence("zone.question", time=room.wall) not in room.answer


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_question_gives_way_to_any_command(code: str) -> None:
    """Promise: hours typed after another command are no setting."""
    room = settled(code)
    room.say("/settings")
    room.tap("setting.QUIET")
    room.say("/help")
    before = room.book.profile
    room.say("22-7")
    assert room.book.profile == before


MODEL = "tiny (localhost:11434)"


def with_model(code: str, model: str = MODEL) -> Room:
    """Return a settled chat whose owner has set up a language model."""
    room = settled(code)
    room.conversation = Conversation(Defaults(), model)
    return room


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_model_is_agreed_to_after_it_was_said_what_it_gets(code: str) -> None:
    """It is off until the user says yes, on the screen that tells, and off again with one tap."""
    room = with_model(code)
    assert room.sentence("settings.model-off", model=MODEL) in room.say("/settings")
    room.tap("setting.MODEL")
    assert room.sentence("settings.model-how") in room.answer
    assert room.book.profile.agreed_model == ""
    room.tap("button.model-on")
    assert room.book.profile.agreed_model == MODEL
    assert room.sentence("settings.model-on", model=MODEL) in room.answer
    room.tap("button.model-off")
    assert room.book.profile.agreed_model == ""
    room.tap("button.back")
    assert room.sentence("settings.model-off", model=MODEL) in room.answer


def test_without_a_model_nothing_is_said_of_one() -> None:
    """There is no line and no button; one from before is stale."""
    room = with_model("en")
    room.say("/settings")
    before = room.last
    room.tap("setting.MODEL")
    room.conversation = Conversation(Defaults())
    room.tap("button.model-on")
    assert room.answer == room.sentence("stale.press")
    assert room.book.profile.agreed_model == ""
    room.say("/settings")
    assert room.label("setting.MODEL") not in room.last.labels
    assert before.id != room.last.id


def test_a_yes_counts_for_the_model_that_was_shown() -> None:
    """When the owner takes another meanwhile, that one is shown first."""
    room = with_model("en")
    room.say("/settings")
    room.tap("setting.MODEL")
    other = "large (far.example)"
    room.conversation = Conversation(Defaults(), other)
    room.tap("button.model-on")
    assert room.book.profile.agreed_model == ""
    assert other in room.answer
    room.tap("button.model-on")
    assert room.book.profile.agreed_model == other

"""The word lists: whatever a native speaker adds stays sound."""

import pytest

from bot.languages import Language, data
from bot.understanding.calendar.parts_of_day import PartHours
from bot.understanding.replies.nudge_replies import Verb

WORDS = {language: data.table(language, "phrases.toml") for language in Language}


def test_the_languages_have_the_same_sections() -> None:
    """A section that one language has is there, perhaps empty, in all."""
    sections = {language: set(table) for language, table in WORDS.items()}
    assert sections[Language.NB] == sections[Language.SV]
    assert sections[Language.EN] == sections[Language.NB]


@pytest.mark.parametrize("language", Language)
def test_every_phrase_is_in_lower_case_and_not_empty(language: Language) -> None:
    """Typed text is compared in lower case, so a phrase with a capital would never be found."""
    for section, table in WORDS[language].items():
        for phrases in table.values() if section != "hours" else ():
            assert phrases
            assert all(phrase == phrase.lower().strip() != "" for phrase in phrases)


@pytest.mark.parametrize("language", Language)
def test_numbers_go_to_twelve_and_the_calendar_is_whole(language: Language) -> None:
    """Number words go to twelve, with both syv and sju."""
    table = WORDS[language]
    assert set(table["numbers"]) == {str(n) for n in range(1, 13)}
    assert set(table["months"]) == set(table["numbers"])
    assert set(table["weekdays"]) == {str(n) for n in range(7)}
    assert set(table["tiers"]) == {"14 day", "30 day", "90 day", "180 day"}


@pytest.mark.parametrize("language", Language)
def test_the_hours_of_a_part_of_the_day_are_in_order(language: Language) -> None:
    """A part begins before the hour that is meant and ends after it."""
    for hours in WORDS[language]["hours"].values():
        part = PartHours.of(hours.replace(" ", "/"))
        assert part.start <= part.typical < part.end


@pytest.mark.parametrize("language", Language)
def test_every_answer_has_its_section(language: Language) -> None:
    """Done, snooze, tried and skip can be said in every language."""
    assert all(WORDS[language][verb.value]["plain"] for verb in Verb)

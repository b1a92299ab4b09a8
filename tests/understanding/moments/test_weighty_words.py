"""What a reader must account for: words of the calendar, lengths of time, and how often."""

from bot.understanding.moments.weighty_words import weighty
from bot.understanding.words.tokens import Line
from tests.every_row import every_row
from tests.phrase_tables import phrases


def _weighty(text: str) -> bool:
    line = Line.of(text)
    return weighty(line, 0, len(line))


@every_row(phrases("weights", "heavy"))
def test_a_word_about_time_has_weight(text: str) -> None:
    """Nobody may drop such words: half of what was said would be lost."""
    assert _weighty(text)


@every_row(phrases("weights", "light"))
def test_other_words_have_none(text: str) -> None:
    """A note about bread and wine says nothing about time."""
    assert not _weighty(text)


def test_only_what_lies_between_the_ends_is_weighed() -> None:
    """A phrase that reaches over the end is not held between the ends."""
    line = Line.of("she came in the evening of friday")
    assert not weighty(line, 0, 2)
    assert weighty(line, 2, 5)
    assert not weighty(line, 5, 6)
    assert weighty(line, 5, 7)


def test_an_and_weighs_before_a_moment_alone() -> None:
    """An "and" before a moment brings another one; the one behind it, and one of foods, do not."""
    line = Line.of("friday and monday and wine")
    assert weighty(line, 1, 2)
    assert not weighty(line, 3, 4)

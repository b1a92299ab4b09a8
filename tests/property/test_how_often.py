"""Promises about how often, as it is typed: no word of it is ever in a name, and nothing raises."""

import re
from datetime import datetime

from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.domain.clock.cadence import Cadence, Unit
from bot.understanding.cadences.cadences import cadences_in, read_cadence, read_fitted
from bot.understanding.cadences.gaps import HowMany, gap_of, share_of
from bot.understanding.cadences.unclear_cadences import is_vague, unclear_in
from bot.understanding.facts.adding_words import read_adding, says_together
from bot.understanding.facts.additions import read_addition
from bot.understanding.facts.addresses import addresses_in
from bot.understanding.facts.several_names import read_several
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import rows

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time
FILLED = {
    "unit": "weeks", "many": "3", "n": "3", "range": "3-4", "nths": "third", "times": "twice",
    "per": "a", "rhythm": "yearly", "weekday": "sunday", "plural": "sundays", "month": "july",
    "shortday": "tue",
}  # fmt: skip
SECTIONS = ("cadences", "day_cadences", "vague_cadences", "frequency_words")


def filled(phrase: str) -> str:
    """Return a phrase with words in its slots."""
    return re.sub(r"\{(\w+)\}", lambda slot: FILLED[slot[1]], phrase)


SAID = sorted({filled(phrase) for section in SECTIONS for _, phrase in rows(section)})
WORDS = sorted({filled(word) for place, word in rows("frequency_words") if place != "behind"})
TELLING = [re.compile(rf"(?<!\w){re.escape(words)}(?!\w)") for words in WORDS]
NAMES = st.sampled_from(["Liv", "Jon Olav", "my boss", "Dr Hansen", "the Hansens", "\U0001f98a"])
REST = st.lists(
    st.sampled_from(
        [*WORDS, "blue", "moon", "cheese", "3", "3-4", "or", "a", "year", "uker", "och", ",", "and",
         "+47 412 34 567", "@kari_n", "maybe", "at least", "(", ")", "\n", ":"]
    ),
    max_size=5,
).map(" ".join)  # fmt: skip
SENTENCES = st.lists(
    st.sampled_from([*SAID, "Kari", "Ola", "and", ",", "\n", "+47", "412 34 567", "(0)", "½", "-"]),
    max_size=6,
).map(" ".join)


def tells(name: str) -> bool:
    """Tell whether a word of how often something is stands in a name."""
    return any(word.search(name) for word in TELLING)


@given(NAMES, st.sampled_from(SAID), REST)
@example("Liv", "2-3 times a year", "")
@example("Liv", "twice", "every blue moon")
@example("Liv", "every week", "or every other")
def test_no_word_of_how_often_is_part_of_a_name(name: str, said: str, rest: str) -> None:
    """Understood or not: whoever is typed before it is added under the bare name."""
    addition = read_addition(f"{name} {said} {rest}", now=NOW, country="NO")
    assert not tells(addition.name), addition
    assert addition.name == name or said in {"-", ""}, addition


@given(SENTENCES)
def test_no_sentence_makes_a_name_of_how_often(text: str) -> None:
    """The same in any order, for one contact and for several."""
    one = read_addition(text, now=NOW, country="NO")
    for addition in (one, *read_several(text, now=NOW, country="NO")):
        assert not tells(addition.name), addition


@given(st.one_of(st.text(max_size=80), SENTENCES, REST))
def test_reading_how_often_never_raises(text: str) -> None:
    """No text of a stranger breaks a reader."""
    read_fitted(text)
    cadences_in(Line.of(text))
    list(unclear_in(text))
    is_vague(text)
    read_adding(text)
    says_together(text)
    list(addresses_in(text, "NO"))
    list(addresses_in(text, None))
    read_several(text, now=NOW, country=None)


@given(st.text(max_size=60))
def test_what_is_found_lies_in_the_text(text: str) -> None:
    """A place is never empty nor outside, so that what is cut out gets shorter."""
    half = next(unclear_in(text), None)
    if half:
        assert half.start < half.end
    for one in cadences_in(Line.of(text)):
        assert one.start < one.end


@given(st.integers(1, 12), st.integers(1, 12), st.sampled_from(["weeks", "uker", "veckor"]))
def test_a_range_lies_between_its_ends(low: int, high: int, unit: str) -> None:
    """The middle of two paces is neither shorter nor longer than both."""
    assume(low < high)
    said = {"weeks": "every {}-{} weeks", "uker": "hver {}.-{}. uke", "veckor": "var {}-{} vecka"}
    cadence = read_cadence(said[unit].format(low, high))
    assert cadence is not None
    assert Cadence(low, Unit.WEEK).approximate_days <= cadence.approximate_days
    assert cadence.approximate_days <= Cadence(high, Unit.WEEK).approximate_days


@given(st.integers(1, 60), st.sampled_from(list(Unit)))
def test_a_share_is_no_longer_than_it_may_be(times: int, unit: Unit) -> None:
    """So many hellos in a unit fit into it; little is lost by counting in whole units."""
    one = HowMany.of(1)
    try:
        gap = share_of(HowMany.of(times), one, 1, unit)
    except ValueError:
        assert gap_of(one, 1, unit).cadence.approximate_days < times
        return
    share = Cadence(1, unit).approximate_days / times
    assert share * 0.8 - 1 <= gap.cadence.approximate_days <= share * 1.02

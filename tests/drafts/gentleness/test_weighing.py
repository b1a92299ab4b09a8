"""The weights: how they are read, and that the whole text decides."""

import pytest

from bot.drafts.gentleness import check
from bot.drafts.gentleness.weighing import parse_weights, weights_in
from bot.languages import Language
from bot.lexicons.signs import runs_in, words_in

FILE = (
    "bias\t-100\t\nruns\t60\tnev\nwords\t80\tyou~never\nrules\t500\tR4\n"
    "R8\t3\tcall\nR9\t2\tcall_me\n"
)


def test_a_file_is_read_table_by_table() -> None:
    """A table, a number and a sign on each line; a rule as the table makes a telling word."""
    weights = parse_weights(FILE)
    assert weights.bias == -100
    assert weights.runs == {"nev": 60}
    assert weights.words == {"you~never": 80}
    assert weights.rules == {"R4": 500}
    assert weights.rule_of("you call.") == "R8"
    assert weights.rule_of("hello.") == "R4"


def test_a_broken_file_is_refused() -> None:
    """A line of another form stops the reading."""
    with pytest.raises(ValueError, match="not enough values"):
        parse_weights("nonsense")


@pytest.mark.parametrize(
    ("line", "rules", "presses"),
    [
        (".hi.", (), False),
        (".you never.", (), False),
        (".you just never.", (), True),
        (".hi.", ("R4",), True),
        (".hi.", ("R9",), False),
    ],
)
def test_the_sum_decides(line: str, rules: tuple[str, ...], *, presses: bool) -> None:
    """Runs, words and rules add up; what is not known weighs nothing."""
    assert parse_weights(FILE).presses(line, rules) is presses
    assert not parse_weights(FILE).presses(line, rules, above=10_000)


def test_the_heaviest_sentence_is_found() -> None:
    """The place of a hit without a phrase is its heaviest sentence."""
    assert parse_weights(FILE).heaviest(["hi.", "you just never.", "bye."]) == 1


def test_signs_stay_inside_their_sentence() -> None:
    """A pair is never made across the end of a sentence; a run may hold it."""
    assert "never_you" not in words_in(".never.you call.")
    assert {"you", "you_call", "you~now", "you_call_me"} <= words_in(".you call me now.")
    assert {".ne", "r.y"} <= runs_in(".never.you.")


@pytest.mark.parametrize("language", Language)
def test_every_language_has_weights_of_every_kind(language: Language) -> None:
    """The files are there, read once, and not empty."""
    weights = weights_in(language)
    assert weights is weights_in(language)
    assert len(weights.runs) > 1000
    assert len(weights.words) > 1000
    assert weights.rules
    assert weights.telling


def test_a_phrase_alone_is_no_proof() -> None:
    """The same words press in one text and not in another."""
    assert not check("You never call.", Language.EN).passes
    assert check("Hi Kari! Hope you never run out of coffee. Take care.", Language.EN).passes


def test_pressure_in_other_words_has_a_place() -> None:
    """A hit without a phrase stands on its sentence and names a rule."""
    text = "Hi Kari! The chair by the window has been empty three Sundays running, as you may know."
    for hit in check(text, Language.EN).hits:
        assert text[slice(*hit.span)].strip()
        assert hit.rule.startswith("R")

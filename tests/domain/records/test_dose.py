"""How much a user gets: the bucket, and what silence takes from it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import parameters as p
from bot.domain.records.dose import Dose, Ease
from tests.domain.people import DAY, HOUR, NOON


def silenced(times: int, dose: Dose | None = None) -> Dose:
    """Return a dose after so many nudges in a row closed unanswered, two days apart."""
    dose = dose or Dose(scale=1.0)
    for number in range(times):
        dose = dose.met_silence(NOON + number * 2 * DAY)
    return dose


def test_a_new_user_can_have_the_first_nudge_at_once() -> None:
    """The bucket starts with one whole nudge."""
    assert Dose().full_at(NOON) == NOON


@pytest.mark.parametrize(("ease", "days"), [(Ease.EASY, 7 / 3), (Ease.BETWEEN, 3.5)])
def test_the_chosen_dose_is_the_nudges_a_week(ease: Ease, days: float) -> None:
    """An empty bucket holds the next nudge after a week divided by the dose."""
    spent = Dose(scale=1.0).choose(ease, NOON).spend(NOON)
    assert abs(spent.full_at(NOON) - NOON - timedelta(days=days)) < timedelta(seconds=1)


def test_a_quiet_month_saves_half_a_nudge() -> None:
    """The bucket never holds more than one and a half."""
    later = NOON + 100 * DAY
    assert Dose().spend(NOON).tokens_at(later) == 1.5
    assert Dose().spend(NOON).spend(later).tokens_at(later) == 0.5


def test_the_bucket_never_owes() -> None:
    """A nudge sent all the same does not put the user in debt."""
    assert Dose().spend(NOON).spend(NOON).tokens_at(NOON) == 0


def test_a_clock_set_back_takes_nothing() -> None:
    """The bucket of a clock that ran ahead keeps what it held."""
    spent = Dose().spend(NOON)
    assert spent.tokens_at(NOON - 9 * DAY) == spent.tokens_at(NOON) == 0


def test_changing_the_dose_keeps_what_was_saved() -> None:
    """What was gathered at the old rate stays gathered."""
    spent = Dose(scale=1.0).choose(Ease.EASY, NOON).spend(NOON)
    chosen = spent.choose(Ease.BETWEEN, NOON + DAY)
    assert chosen.tokens_at(NOON + DAY) == spent.tokens_at(NOON + DAY) == pytest.approx(3 / 7)


@pytest.mark.parametrize(
    ("silences", "halvings"), [(1, 0), (2, 0), (3, 1), (4, 1), (5, 2), (6, 2), (8, 2)]
)
def test_every_silence_brakes_and_the_third_and_the_fifth_halve(
    silences: int, halvings: int
) -> None:
    """Silence is an answer: each takes some, and the third and the fifth in a row halve."""
    scale = 0.7**silences * 0.5**halvings
    assert silenced(silences).scale == pytest.approx(max(p.LEAST_SCALE, scale))


def test_the_sixth_silence_brings_two_quiet_weeks() -> None:
    """From the sixth silence on Hei stays quiet for fourteen days, counted from then."""
    assert silenced(5).pause_until is None
    assert silenced(6).pause_until == NOON + 10 * DAY + 14 * DAY
    assert not silenced(7).silent


def test_the_eighth_silence_waits_for_the_user() -> None:
    """After the eighth silence only the user can begin again."""
    assert silenced(8).silent
    assert silenced(9).silent
    assert not silenced(8).heard().silent


def test_any_word_ends_the_pause_but_gives_no_dose_back() -> None:
    """A sign of life starts the count of silences anew; the dose waits for a tap."""
    heard = silenced(6).heard()
    assert (heard.silences, heard.pause_until) == (0, None)
    assert heard.scale == silenced(6).scale


def test_a_hello_restores_a_fifth() -> None:
    """Each nudge that led to a hello gives back a fifth of the chosen dose, up to all of it."""
    dose = Dose(scale=0.3, silences=5)
    scales = []
    for _ in range(5):
        dose = dose.taken_up(NOON + 20 * DAY)
        scales.append(dose.scale)
    assert scales == pytest.approx([0.5, 0.7, 0.9, 1.0, 1.0])
    assert dose.silences == 0


def test_everybody_starts_at_half() -> None:
    """Whom it annoys can tell only later; hellos give the rest."""
    dose = Dose().choose(Ease.COSTS, NOON)
    assert dose.a_day == pytest.approx(0.5 / 7)
    for _ in range(3):
        dose = dose.taken_up(NOON)
    assert dose.a_day == pytest.approx(1 / 7)
    assert Dose().a_day == pytest.approx(1 / 7)


def test_choosing_another_dose_starts_it_at_half_at_least() -> None:
    """What silence took is given back by choosing, as far as that; what was regained stays."""
    assert silenced(5).choose(Ease.EASY, NOON).scale == p.START_SCALE
    assert Dose(scale=0.9).choose(Ease.EASY, NOON).scale == 0.9


def test_the_dose_never_vanishes() -> None:
    """However often it is halved, a sixteenth is left."""
    dose = Dose(scale=1 / 16)
    assert silenced(3, dose).scale == 1 / 16


def test_the_bucket_settles_before_the_rate_changes() -> None:
    """A halving counts from when it happened, not from the last nudge."""
    dose = replace(Dose(scale=1.0).spend(NOON), silences=2)
    halved = dose.met_silence(NOON + 2 * DAY)
    assert halved.tokens_at(NOON + 2 * DAY) == pytest.approx(4 / 7)
    assert halved.tokens_at(NOON + 3 * DAY) == pytest.approx(4 / 7 + 0.35 * 2 / 7)
    assert halved.full_at(NOON + 7 * DAY + HOUR) == NOON + 7 * DAY + HOUR

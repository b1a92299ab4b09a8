"""Who comes up of those who may."""

from dataclasses import replace
from math import exp

import pytest

from bot.domain import parameters as p
from bot.domain.policy.agenda import ask_for_one, coming_up, draw_of, propose
from bot.domain.policy.choice import Candidate, Draw, choose, need, utility
from bot.domain.records.contact import Hold
from bot.domain.records.profile import Energy
from tests.domain.people import DAY, ELIN, HOUR, KARI, NOON, OLA, due_since, person, settled, talked


def drawn(candidates: list[Candidate], days: int = 4000) -> dict[int, float]:
    """Return how often each is drawn, on many days."""
    draws = [choose(candidates, Draw(day)).contact.id for day in range(days)]
    return {one.contact.id: draws.count(one.contact.id) / days for one in candidates}


def softmax(candidates: list[Candidate]) -> dict[int, float]:
    """Return how often each should be drawn."""
    weights = {one.contact.id: exp(utility(one) / p.TEMPERATURE) for one in candidates}
    return {key: weight / sum(weights.values()) for key, weight in weights.items()}


def test_need_saturates_near_twice_the_cadence() -> None:
    """From f = 2 on need hardly grows, so the most overdue does not keep the others away."""
    assert need(0.6) < need(1.0) == 0.5 < need(1.5)
    assert need(2.0) > 0.95
    assert need(9.0) - need(2.0) < 0.05
    assert need(1e6) == need(p.NEED_FULL)


def test_everyone_is_drawn_as_often_as_the_softmax_says() -> None:
    """P is proportional to e^(utility / temperature)."""
    people = [Candidate(person(n), ratio) for n, ratio in {1: 0.7, 2: 1.1, 3: 1.6, 4: 5.0}.items()]
    for key, chance in softmax(people).items():
        assert drawn(people)[key] == pytest.approx(chance, abs=0.03)


def test_never_always_the_most_overdue() -> None:
    """The person left for the longest comes up less often than one at twice the cadence."""
    often = drawn([Candidate(person(KARI), 20.0), Candidate(person(OLA), 2.1)])
    assert 0 < often[KARI] < often[OLA]


def test_whoever_waited_long_goes_first() -> None:
    """However far gone: due and passed over for half a year is enough, a day less is not."""
    far, near = Candidate(person(1), 700.0), Candidate(person(2), 1.5)
    passed_over = replace(far, waited=p.WAITED_LONG + 1)
    assert drawn([passed_over, near], days=50)[1] == 1
    assert drawn([replace(far, waited=p.WAITED_LONG - 1), near], days=50)[1] < 0.1


@pytest.mark.parametrize(
    "less",
    [
        Candidate(person(OLA), 1.5, cost=0.9),
        Candidate(person(OLA), 1.5, days_since=1),
        Candidate(person(OLA), 1.5, duty=True),
        Candidate(person(OLA), 0.7),
    ],
)
def test_what_makes_somebody_step_back(less: Candidate) -> None:
    """Heavy ones, those who came up lately, duty and little need come up less often."""
    often = drawn([Candidate(person(KARI), 1.5), less])
    assert 0 < often[OLA] < often[KARI]


def test_a_surprise_speaks_for_somebody() -> None:
    """It adds what it weighs."""
    plain = utility(Candidate(person(), 2.0))
    assert utility(Candidate(person(), 2.0001)) == pytest.approx(
        plain + p.SURPRISE_WEIGHT, abs=0.01
    )


def test_energy_changes_what_cost_weighs() -> None:
    """On a high day a heavy contact weighs nothing, on a low one twice of an ok one."""
    heavy, plain = Candidate(person(), 2.0, cost=1.0), Candidate(person(), 2.0, cost=0.0)
    lost = [utility(plain, energy) - utility(heavy, energy) for energy in Energy]
    assert lost == pytest.approx([2 * p.COST_WEIGHT_TODAY, p.COST_WEIGHT_TODAY, 0])


def test_one_draw_a_day() -> None:
    """Asked again the answer stays; another day, or another outcome, draws anew."""
    book = due_since(*[1.5] * 3)
    noons = [NOON + n * DAY for n in range(60)]
    assert len({propose(book, NOON + n * HOUR / 9).contact.id for n in range(9)}) == 1  # type: ignore[union-attr]
    assert draw_of(book, NOON) == draw_of(book, NOON + 11 * HOUR)
    assert len({draw_of(book, noon) for noon in noons}) == len(noons)
    assert draw_of(talked(book, KARI, NOON), NOON) != draw_of(book, NOON)
    others = settled(book, started_at=NOON - 600 * DAY)
    assert draw_of(others, NOON) != draw_of(book, NOON)


def test_whoever_else_may_come_up_changes_nobody_s_chance() -> None:
    """A draw stays when somebody who was not drawn is no longer there."""
    people = [Candidate(person(n), 1.5) for n in range(1, 9)]
    for day in range(50):
        chosen = choose(people, Draw(day))
        assert choose([chosen, people[0]], Draw(day)) == chosen


def test_nobody_to_choose_from() -> None:
    """To choose from nobody is a mistake of the caller."""
    with pytest.raises(ValueError, match="empty"):
        choose([], Draw(1))


def test_hi_takes_anybody_but_those_who_wait() -> None:
    """/hi without a name is about somebody who is not snoozed, due or not."""
    book = due_since(1.5, 0.3)
    held = replace(person(), hold=Hold(NOON + DAY))
    chosen = ask_for_one(book.with_contact(held), NOON)
    assert chosen is not None
    assert chosen.id == OLA


def test_hi_takes_somebody_who_waits_rather_than_nobody() -> None:
    """When everybody is snoozed, asking is stronger than the snooze."""
    book = due_since(1.5)
    held = replace(person(), hold=Hold(NOON + DAY))
    chosen = ask_for_one(book.with_contact(held), NOON)
    assert chosen is not None
    assert chosen.id == KARI


def test_coming_up_is_in_order_and_never_in_the_past() -> None:
    """/next names the soonest first, each at an hour that is good for a nudge."""
    coming = coming_up(due_since(0.5, 3.0, 0.9), NOON)
    assert [contact.id for _, contact in coming] == [OLA, ELIN, KARI]
    assert all(at >= NOON for at, _ in coming)

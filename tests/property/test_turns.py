"""docs/policy.md: everybody has their turn, whatever the user does with the others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.application import log_outcome
from bot.application.change_settings import choose_energy, hear
from bot.application.log_outcome import Event, subject_of
from bot.domain.availability.usual_hours import is_good
from bot.domain.policy.agenda import draw_of, next_due_at, propose
from bot.domain.policy.due import due_at
from bot.domain.policy.gate import Reason, may_nudge
from bot.domain.records.book import Book
from bot.domain.records.contact import ReasonTag
from bot.domain.records.history import history
from bot.domain.records.profile import Energy
from tests.domain.people import DAY, KARI, NOON, due_since, had_nudges, talked
from tests.property.life import Life

RATIOS = st.lists(st.floats(0.2, 40), min_size=1, max_size=6)
ANSWERS = st.lists(st.sampled_from(("done", "skip", "snooze", "tried", "")), min_size=1, max_size=9)
LONG = timedelta(days=700)


@settings(max_examples=30)
@given(RATIOS, ANSWERS)
def test_nobody_is_starved(ratios: list[float], answers: Sequence[str]) -> None:
    """Nobody waits for ever: the draw passes over nobody who may come up."""
    life = Life(due_since(*ratios), NOON)
    waiting, end, turn = set(life.book.contacts), NOON + LONG, 0
    while waiting and life.now < end:
        due = next_due_at(life.book, life.now)
        assert due is not None
        life.now = max(due, life.now + timedelta(minutes=1))
        nudge = life.look()
        if nudge is None:
            continue
        waiting.discard(nudge.contact_id)
        answer = answers[turn % len(answers)]
        turn += 1
        life.now += timedelta(minutes=10)
        act = getattr(log_outcome, answer, None)
        about = subject_of(life.book, life.book.nudges[nudge.id])
        if act:
            life.book = act(hear(life.book), about, Event(life.now))
        else:
            life.book = hear(life.book)  # some other word, so that no pause goes on for ever
    assert not waiting


@given(st.floats(0.1, 3), st.integers(0, 5))
def test_a_known_rhythm_may_come_early(ratio: float, logged: int) -> None:
    """2: due is f = 1; from three logged contacts on a person may come up from f = 0.6."""
    book = due_since(ratio)
    for n in range(1, logged):
        book = talked(book, KARI, NOON - (30 * ratio + 30 * n) * DAY)
    book = book if logged else replace(book, outcomes={})
    held = may_nudge(book, book.contacts[KARI], NOON).held
    due = Reason.NOT_DUE not in {one.reason for one in held}
    if logged:
        limit = 0.6 if logged >= 3 else 1.0
        assert due == (ratio >= limit) or abs(ratio - limit) < 1e-9
    else:
        assert due == (due_at(book, book.contacts[KARI]) <= NOON)


@given(RATIOS, st.lists(st.integers(0, 11 * 60), min_size=2, max_size=5))
def test_one_draw_a_day(ratios: list[float], minutes: list[int]) -> None:
    """docs/policy.md: asked again at every heartbeat of a day the draw stays the same."""
    book = due_since(*ratios)
    assert len({draw_of(book, NOON + timedelta(minutes=n)) for n in minutes}) == 1


@given(RATIOS, st.integers(0, 24 * 20))
def test_low_energy_brings_only_light_people(ratios: list[float], hours: int) -> None:
    """M23: today's nudge fits the energy or does not come; tomorrow it is forgotten."""
    at = NOON + timedelta(hours=hours)
    book = choose_energy(heavier(due_since(*ratios)), Energy.LOW, at)
    proposal, past = propose(book, at), history(book)
    assert proposal is None or past.cost(proposal.contact.id) <= 0.3
    kari = book.contacts[KARI]
    held = {one.reason: one.until for one in may_nudge(book, kari, at).held}
    assert Reason.TOO_HEAVY in held
    assert Reason.TOO_HEAVY not in {o.reason for o in may_nudge(book, kari, at + DAY).held}


def heavier(book: Book) -> Book:
    """Return the Book in which the contact with Kari was heavy, and Kari is a duty."""
    from bot.application.log_outcome import feel_after
    from bot.domain.records.outcome import Feeling

    first = min(book.outcomes)
    duty = replace(book.contacts[KARI], reason=ReasonTag.DUTY)
    return feel_after(book.with_contact(duty), first, Feeling.HEAVIER)


@given(RATIOS, st.lists(st.integers(1, 2000), max_size=8), st.integers(0, 24 * 30))
def test_every_nudge_lies_in_the_users_day(
    ratios: list[float], agos: list[int], hours: int
) -> None:
    """2: in a slot of the user's and outside quiet hours, whatever was learned of hours."""
    book = had_nudges(due_since(*ratios), [NOON - timedelta(hours=n) for n in sorted(agos)])
    at = NOON + timedelta(hours=hours)
    due = next_due_at(book, at)
    assert due is not None
    assert is_good(due, book.profile.zone, book.profile.quiet)
    if propose(book, at):
        assert is_good(at, book.profile.zone, book.profile.quiet)

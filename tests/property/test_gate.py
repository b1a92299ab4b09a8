"""docs/semantics.md, 2: one gate, which nothing passes early."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.application.deliver_nudges import decide
from bot.application.log_outcome import Event, Subject, done, snooze
from bot.domain import parameters as p
from bot.domain.availability.usual_hours import next_awake
from bot.domain.clock.cadence import Cadence
from bot.domain.policy.agenda import ask_for_one, coming_up, next_due_at, propose
from bot.domain.policy.due import is_ready, ready_at, ready_not_before
from bot.domain.policy.gate import Reason, may_nudge, user_holds
from bot.domain.records.book import Book
from bot.domain.records.contact import Standing
from bot.domain.records.history import history
from bot.domain.records.nudge import Nudge, Origin
from bot.domain.records.outcome import Outcome, OutcomeKind
from bot.domain.records.profile import Rest
from tests.domain.people import KARI, NOON, brought, due_since, had_nudges, nudged, settled
from tests.property.strategies import cadences, zones

HOURS = st.integers(0, 24 * 40).map(lambda hours: timedelta(hours=hours))
RATIOS = st.floats(0.2, 9)
ORIGINS = st.sampled_from(Origin)


def snoozed(until: datetime | None) -> tuple[Book, Nudge]:
    """Return a Book in which Kari's nudge was answered with "later"."""
    book, nudge = nudged(due_since(1.5), KARI, NOON)
    return snooze(book, Subject(book.contacts[KARI], nudge), Event(NOON), until), nudge


@given(st.none() | HOURS, HOURS)
def test_a_snoozed_person_never_comes_early(chosen: timedelta | None, later: timedelta) -> None:
    """2: before the snooze is over the person comes up for no reason of Hei's own."""
    book, _ = snoozed(None if chosen is None else NOON + chosen)
    hold, at = book.contacts[KARI].hold, NOON + later
    assert hold is not None
    if at < hold.until:
        held = may_nudge(book, book.contacts[KARI], at).held
        assert Reason.SNOOZED in {one.reason for one in held}
        assert decide(book, at).nudge is None


@given(st.sampled_from((Standing.LET_GO, Standing.DECEASED)), HOURS, RATIOS, ORIGINS)
def test_let_go_and_deceased_never_come_up(
    standing: Standing, later: timedelta, ratio: float, origin: Origin
) -> None:
    """2: whoever was let go or has died is silent everywhere, also when asked for or kept."""
    book = due_since(ratio)
    silent = replace(book.contacts[KARI], standing=standing)
    book, at = book.with_contact(silent), NOON + later
    assert not may_nudge(book, silent, at, origin).may
    assert may_nudge(book, silent, at, origin).opens_at(at) is None
    assert propose(book, at) is None
    assert next_due_at(book, at) is None
    assert ask_for_one(book, at) is None
    assert coming_up(book, at) == []


@given(st.none() | HOURS, st.integers(0, 9))
def test_snooze_keeps_the_pace_and_done_clears_it(chosen: timedelta | None, times: int) -> None:
    """2: snooze never changes the cadence; done ends the snooze and its ladder."""
    book, nudge = snoozed(None if chosen is None else NOON + chosen)
    for _ in range(times):
        book = snooze(book, Subject(book.contacts[KARI]), Event(NOON))
    assert book.contacts[KARI].cadence == due_since(1.5).contacts[KARI].cadence
    after = done(book, Subject(book.contacts[KARI], nudge), Event(NOON)).contacts[KARI]
    assert after.hold is None
    assert after.snoozes == 0


@given(HOURS, st.lists(HOURS, max_size=5))
def test_a_chosen_time_is_kept(chosen: timedelta, others: list[timedelta]) -> None:
    """2: the same nudge returns when it was asked to, whatever day, week and bucket say."""
    book, nudge = snoozed(NOON + chosen)
    book = had_nudges(book, [NOON + chosen - one for one in others])
    book = replace(book, dose=replace(book.dose, tokens=0, counted_at=NOON, silent=True))
    at = next_awake(NOON + chosen, "UTC", book.profile.quiet)
    assert at is not None
    after, back = brought(book, at)
    assert back is not None
    assert (back.origin, back.drafts) == (Origin.KEPT, nudge.drafts)
    assert after.contacts[KARI].hold is None


@given(st.timedeltas(timedelta(), timedelta(hours=30)), st.sampled_from(Origin))
def test_a_chosen_time_is_kept_beside_an_open_nudge(before: timedelta, origin: Origin) -> None:
    """2: a nudge that is open gives way, and only one that came back itself is left some time."""
    book, _ = snoozed(NOON + timedelta(days=2))
    at = NOON + timedelta(days=2)
    ola = replace(book.contacts[KARI], id=book.next_id(), hold=None)
    book, still_open = nudged(book.with_contact(ola), ola.id, at - before, origin)
    book = replace(book, dose=replace(book.dose, silent=True))  # nothing of Hei's own
    _, back = brought(book, at)
    waits = origin is Origin.KEPT and before < p.KEPT_SPACING
    assert (back is None) == waits
    after, back = brought(book, at + p.KEPT_SPACING)
    assert back is not None
    assert back.contact_id == KARI
    assert not after.nudges[still_open.id].is_open


@given(HOURS)
def test_a_kept_nudge_is_not_counted(chosen: timedelta) -> None:
    """2: what returns at a chosen time costs no token and fills neither day nor week."""
    book, _ = snoozed(NOON + chosen)
    at = next_awake(NOON + chosen, "UTC", book.profile.quiet)
    assert at is not None
    after, _ = brought(book, at)
    assert after.dose == book.dose
    assert user_holds(after, at) == user_holds(book, at)


@given(HOURS, st.sampled_from(("rest", "let go", "night", "gone")))
def test_some_things_hold_a_kept_nudge(chosen: timedelta, what: str) -> None:
    """2: quiet hours, a rest, letting go and an unreachable user hold a chosen time too."""
    book, _ = snoozed(NOON + chosen)
    at = NOON + chosen
    if what == "rest":
        book = settled(book, rest=Rest(NOON, at + timedelta(hours=1)))
    elif what == "let go":
        book = book.with_contact(replace(book.contacts[KARI], standing=Standing.LET_GO))
    elif what == "gone":
        book = settled(book, unreachable=True)
    else:
        at = at.replace(hour=22)
    assert decide(book, at).nudge is None


@given(RATIOS, HOURS)
def test_due_is_a_ratio_of_one(ratio: float, later: timedelta) -> None:
    """2: due is gap / cadence = 1: before it Hei has no idea of its own about a person."""
    book, at = due_since(ratio), NOON + later
    reached = ratio + later / timedelta(days=30)
    reasons = {one.reason for one in may_nudge(book, book.contacts[KARI], at).held}
    if abs(reached - 1) > 1e-9:
        assert (Reason.NOT_DUE in reasons) == (reached < 1)
    if reached < 1:
        assert propose(book, at) is None


@given(RATIOS, RATIOS, HOURS, ORIGINS)
def test_the_gate_opens_when_it_says(
    one: float, other: float, later: timedelta, origin: Origin
) -> None:
    """2: at no instant before ``opens_at`` does the same gate let the same nudge through."""
    book = had_nudges(due_since(one, other), [NOON - timedelta(hours=30)])
    kari, at = book.contacts[KARI], NOON + later
    opens = may_nudge(book, kari, at, origin).opens_at(at)
    assert opens is not None
    for share in range(8):
        between = at + (opens - at) * share / 8
        assert may_nudge(book, kari, between, origin).may == (opens == at)


@given(st.lists(RATIOS, min_size=1, max_size=6), HOURS)
def test_the_gate_is_asked_twice(ratios: list[float], later: timedelta) -> None:
    """2: asked at planning and again at sending; what was planned is brought only if both agree."""
    book, at = due_since(*ratios), NOON + later
    decision = decide(book, at)
    if decision.nudge:
        about = decision.book.contacts[decision.nudge.contact_id]
        assert may_nudge(decision.book, about, at).may
        gone = decision.book.with_contact(replace(about, standing=Standing.LET_GO))
        another = decide(gone, at).nudge
        assert another is None or another.contact_id != about.id


@given(st.lists(RATIOS, min_size=1, max_size=6), HOURS)
def test_next_due_is_never_late(ratios: list[float], later: timedelta) -> None:
    """3: due or earlier: nothing happens before the next due instant, and then something may."""
    book = due_since(*ratios)
    due = next_due_at(book, NOON)
    assert due is not None
    if NOON + later < due:
        assert decide(book, NOON + later).book is book
    assert decide(book, due).nudge is not None


@given(st.lists(st.integers(0, 24 * 300), min_size=1, max_size=8), HOURS, cadences, zones)
def test_the_short_cut_finds_the_same(
    agos: list[int], later: timedelta, cadence: Cadence, zone: str
) -> None:
    """3: passing over whoever cannot be due yet never passes over anybody who is."""
    book, at = due_since(*[1.0] * len(agos), zone=zone), NOON + later
    for number, ago in enumerate(agos, start=1):
        book = book.with_contact(replace(book.contacts[number], cadence=cadence))
        told = Outcome(book.next_id(), number, OutcomeKind.TOLD, NOON - timedelta(hours=ago), NOON)
        book = book.with_outcome(told)
    past = history(book)
    for one in book.contacts.values():
        ready = ready_at(book, one, past)
        assert ready_not_before(one, past) <= ready
        assert is_ready(book, one, past, at) == (ready <= at)
    coming = coming_up(book, at)
    assert next_due_at(book, at) == coming[0][0]
    proposed = propose(book, at)
    assert (proposed.contact if proposed else None) == (
        coming[0][1] if coming[0][0] == at else None
    )

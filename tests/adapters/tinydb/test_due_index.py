"""Who is due, of many."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.tinydb.due_index import DueIndex, Entry
from tests.fakes.clock import START

users = st.integers(1, 5)
minutes = st.integers(0, 9).map(lambda n: START + timedelta(minutes=n))
Put = tuple[int, datetime | None]
puts = st.tuples(users, st.none() | minutes)


@given(st.lists(puts), st.lists(puts), minutes, st.integers(0, 6))
def test_it_tells_what_a_look_at_everybody_would(
    first: list[Put], then: list[Put], now: datetime, limit: int
) -> None:
    """However entries came and went, the due ones are found, the longest waiting first."""
    known = dict(first)
    index = DueIndex((user, Entry(at, START)) for user, at in known.items())
    for user, at in then:
        if known.get(user) == at:
            index.drop(user)
            known.pop(user, None)
        else:
            index.put(user, at, START)
            known[user] = at
    due = sorted((at, user) for user, at in known.items() if at and at <= now)
    assert index.due(now, limit) == [user for _, user in due][:limit]
    assert all(index.at(user) == known.get(user) for user in range(6))


def test_entries_from_a_clock_ahead_are_due_at_once() -> None:
    """Only what was worked out later than now is distrusted, and only until it is done anew."""
    index = DueIndex()
    index.put(1, START + timedelta(days=9), START)
    index.put(2, START + timedelta(days=9), START + timedelta(days=5))
    index.put(3, None, START + timedelta(days=5))
    now = START + timedelta(days=1)
    assert index.due(now, 9) == [2, 3]
    index.put(2, START + timedelta(days=3), now)
    index.put(3, None, now)
    assert index.due(now, 9) == []

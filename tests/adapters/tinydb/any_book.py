"""A Hypothesis strategy for any record of the domain, read from its type hints.

A field or a record that is added to the domain is thereby tested without a line changed here.
"""

import types
from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.records.book import Book

zones = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))])
instants = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=zones)  # noqa: DTZ001 - Hypothesis adds the zone
odd_texts = st.sampled_from(["\ud83d", "a\udc00b", "\0", "\u2028\u202e", '"\\', "\N{CAT FACE}"])

PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=9) | odd_texts,
    int: st.integers(1, 2**53),
    float: st.floats(0, 3),
    bool: st.booleans(),
    type(None): st.none(),
    datetime: instants,
    date: st.dates(),
    time: st.times(),
    timedelta: st.timedeltas(timedelta(), timedelta(days=999)),
    Cadence: st.builds(Cadence, st.integers(1, 10), st.sampled_from(Unit)),
}


@cache
def record(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for whatever fits a type hint."""
    if hint in PLAIN:
        return PLAIN[hint]
    if is_dataclass(hint):
        fields = {name: record(field) for name, field in get_type_hints(hint).items()}
        return st.builds(hint, **fields)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return _generic(get_origin(hint), get_args(hint))


def _generic(origin: Any, arguments: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in {Union, types.UnionType}:
        return st.one_of([record(one) for one in arguments])
    if origin is tuple and arguments[-1] is not Ellipsis:
        return st.tuples(*map(record, arguments))
    if origin is tuple:
        return st.lists(record(arguments[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(record(arguments[0]), record(arguments[1]), max_size=2)
    raise AssertionError(f"no strategy for {origin}")


def _in_order(book: Book) -> Book:
    """Return a Book whose changes stand as they do in any: by their ids, each once."""
    by_id = {change.id: change for change in book.changes}
    return replace(book, changes=tuple(by_id[key] for key in sorted(by_id)))


books: st.SearchStrategy[Book] = record(Book).map(_in_order)

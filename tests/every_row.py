"""One test over a long table: every row is tried, and all rows that fail are named together."""

from collections.abc import Callable, Iterable
from itertools import chain, product
from reprlib import Repr
from typing import Any

import pytest

SHORT = Repr()
SHORT.maxstring = SHORT.maxother = 120


def every_row(*tables: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Turn a check of one row into one test of all rows.

    Args:
        tables: rows such as what is typed and what is understood; a row is one argument of the
            check, or a tuple of several. Every row of one table meets every row of the next.
    """
    rows = [_joined(row) for row in product(*tables)]

    def over_all(check: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            faults = [(row, _fault(check, row)) for row in rows]
            failed = [f"{_name(row)}: {fault}" for row, fault in faults if fault]
            assert rows, "the table has no row"
            assert not failed, f"{len(failed)} of {len(rows)} rows fail:\n" + "\n".join(failed)

        test.__name__, test.__doc__ = check.__name__, check.__doc__
        test.__qualname__, test.__module__ = check.__qualname__, check.__module__
        return test

    return over_all


def _joined(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the arguments that the rows of several tables hold together."""
    return tuple(chain.from_iterable(row if isinstance(row, tuple) else (row,) for row in rows))


def _fault(check: Callable[..., None], row: tuple[Any, ...]) -> str:
    """Return what is wrong with a row, empty when nothing is."""
    try:
        check(*row)
    except (Exception, pytest.fail.Exception) as fault:  # noqa: BLE001 - whatever it is, it is told
        return f"{type(fault).__name__}: {fault}"
    return ""


def _name(row: tuple[Any, ...]) -> str:
    return " | ".join(map(SHORT.repr, row))

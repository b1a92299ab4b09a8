"""A table that is tested in one go fails as loudly as its rows would, each by its name."""

import pytest

from tests.every_row import every_row


def test_all_rows_that_fail_are_named_with_what_was_found() -> None:
    """The first failure hides none of the others, whatever they raise."""

    def is_half(number: int, half: int) -> None:
        assert 1 / (number - 5)
        assert number / 2 == half

    with pytest.raises(AssertionError) as told:
        every_row([(2, 1), (4, 3), (5, 2), (6, 4)])(is_half)()
    said = str(told.value)
    assert said.startswith("3 of 4 rows fail:\n4 | 3: AssertionError: ")
    assert "(4 / 2) == 3" in said
    assert "\n5 | 2: ZeroDivisionError: division by zero\n" in said
    assert "\n6 | 4: AssertionError: " in said


def test_a_row_that_raises_nothing_though_it_should_fails() -> None:
    """What pytest itself says of a row is told like any other fault."""

    def is_refused(text: str) -> None:
        with pytest.raises(ValueError, match="invalid literal"):
            int(text)

    every_row(["one", "two"])(is_refused)()
    with pytest.raises(AssertionError, match="'3': Failed: DID NOT RAISE"):
        every_row(["one", "3"])(is_refused)()


def test_tables_are_crossed() -> None:
    """Every row of one table meets every row of the next, and a row may have several values."""
    met: list[tuple[object, ...]] = []
    every_row([("a", 1), ("b", 2)], "xy")(lambda *row: met.append(row))()
    assert met == [("a", 1, "x"), ("a", 1, "y"), ("b", 2, "x"), ("b", 2, "y")]


def test_a_table_without_rows_is_a_fault() -> None:
    """A table that was lost is not a test that passes."""

    def is_anything(_: str) -> None:
        """Return whatever comes."""

    with pytest.raises(AssertionError, match="no row"):
        every_row([])(is_anything)()


def test_the_test_is_called_what_the_check_is_called() -> None:
    """Name and promise of a check are those of the test."""

    def test_something() -> None:
        """Promise it."""

    test = every_row([()])(test_something)
    assert (test.__name__, test.__doc__) == ("test_something", "Promise it.")

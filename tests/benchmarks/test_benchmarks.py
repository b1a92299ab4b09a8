"""The benchmarks run and tell what they promise; how fast anything is, no test can say.

Throughput is left out: it takes longer than all others together, and checks itself.
"""

import json
from math import isfinite

import pytest

from benchmarks.__main__ import main, tables
from benchmarks.sizes import Sizes
from benchmarks.tables import Table

TINY = Sizes(
    commits=2,
    book=3,
    starts=1,
    folders=(2,),
    imports=1,
    plans=2,
    people=(3, 6),
    waiting=300,
    lines=2,
)


def check(table: Table, rows: int) -> None:
    """See that a table has its rows, and ratios in each that are positive numbers."""
    assert len(table.rows) == rows
    ratios = table.ratios()
    assert len(ratios) >= rows
    assert all(isinstance(one, float) and isfinite(one) and one > 0 for one in ratios)


@pytest.mark.parametrize(
    ("name", "rows"), [("commits", 3), ("imports", 5), ("plans", 2), ("beats", 3)]
)
def test_every_way_that_is_compared_has_its_row(name: str, rows: int) -> None:
    """Each comparison has one row for everything that is measured, and ratios in it."""
    (table,) = tables([name], TINY)
    assert table.name == name
    check(table, rows)


def test_the_checker_is_measured_on_every_set() -> None:
    """Each set of drafts has a row, and each language a time."""
    shares, times = tables(["gentleness"], TINY)
    assert {str(row[0]) for row in shares.rows} >= {"develop/en", "develop/nb", "develop/sv"}
    assert [row[0] for row in times.rows] == ["en", "nb", "sv"]


def test_a_line_is_read_in_every_language() -> None:
    """Each language has a line of about two hundred characters, and how long it takes to read."""
    (table,) = tables(["reading"], TINY)
    assert [row[0] for row in table.rows] == ["en", "nb", "sv"]
    assert all(isinstance(took, float) and took > 0 for row in table.rows for took in row[1:4])


def test_both_bots_are_started() -> None:
    """A cold start is told for every folder of Books and for the echo bot."""
    (table,) = tables(["starts"], TINY)
    check(table, 2)
    assert [row[0] for row in table.rows] == ["Hei, 2 Books", "Echo"]


def test_what_is_printed_can_be_read_by_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """With --json all numbers come out unrounded, by the titles of their columns."""
    assert main(["--quick", "--json", "plans"]) == 0
    (table,) = json.loads(capsys.readouterr().out)["tables"]
    assert table["name"] == "plans"
    assert [row["People"] for row in table["rows"]] == [10, 150]
    assert all(row["First look : `json.loads`"] > 0 for row in table["rows"])


def test_what_is_printed_can_be_read_by_people(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json every table is Markdown under a heading."""
    assert main(["--quick", "plans"]) == 0
    printed = capsys.readouterr().out
    assert "## Planning the next nudge\n\n| People |" in printed
    assert "\n| 150 | " in printed


def test_an_unknown_benchmark_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong name ends with the list of the right ones."""
    with pytest.raises(SystemExit, match="2"):
        main(["speed"])
    assert "'speed' is none of throughput, commits, starts, imports, plans, gentleness, beats" in (
        capsys.readouterr().err
    )


def test_a_missing_figure_is_a_dash() -> None:
    """An empty cell would read as a mistake."""
    table = Table("t", "Title", {"Bot": "", "It : echo": ".2f"}, [("Hei", None)])
    assert table.markdown() == "## Title\n\n| Bot | It : echo |\n| --- | ---: |\n| Hei | \u2013 |"

"""The numbers of the policy as people read them are those that decide."""

import re
from pathlib import Path

from bot.domain import parameters

DOC = Path(__file__).parents[2] / "docs" / "policy.md"
NAME = re.compile(r"`([A-Z][A-Z_]+)`")


def test_every_parameter_stands_in_the_table() -> None:
    """docs/policy.md lists every parameter, and none that is not there."""
    rows = [line for line in DOC.read_text("utf-8").splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in NAME.findall(row.split("|")[1])}
    assert named == {name for name in vars(parameters) if name.isupper()}

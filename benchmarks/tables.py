"""Tables of figures: as Markdown for people, as JSON for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Value = str | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """What one benchmark found.

    Args:
        name: by which it is asked for on the command line.
        title: the question, as a heading.
        columns: the title of each column, with the format of its numbers; a title with a colon
            in it holds ratios.
        rows: as many values as columns; None where there is nothing to tell.
        note: what one must know to read it.
    """

    name: str
    title: str
    columns: Mapping[str, str]
    rows: Sequence[Sequence[Value]]
    note: str = ""

    def markdown(self) -> str:
        """Return the heading, the table and the note."""
        lines = [list(self.columns), [_rule(form) for form in self.columns.values()]]
        lines += [[_shown(*pair) for pair in self._formatted(row)] for row in self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return "\n\n".join(part for part in (f"## {self.title}", table, self.note) if part)

    def as_json(self) -> dict[str, object]:
        """Return the table as something JSON can hold, numbers unrounded."""
        rows = [dict(zip(self.columns, row, strict=True)) for row in self.rows]
        return {"name": self.name, "title": self.title, "rows": rows}

    def ratios(self) -> list[Value]:
        """Return every ratio of two measurements in the table."""
        held = [":" in title for title in self.columns]
        return [
            value
            for row in self.rows
            for value, is_ratio in zip(row, held, strict=True)
            if is_ratio
        ]

    def _formatted(self, row: Sequence[Value]) -> list[tuple[Value, str]]:
        return list(zip(row, self.columns.values(), strict=True))


def _shown(value: Value, form: str) -> str:
    if value is None:
        return "–"  # noqa: RUF001  (an empty cell reads as a mistake)
    return value if isinstance(value, str) else format(value, form)


def _rule(form: str) -> str:
    return "---:" if form else "---"
